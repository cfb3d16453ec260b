"""Words for kinds of certificates, ends, engagements and qualifications, said once."""

from models.centres.values import EngagementType, Qualification
from models.kernel.text import N_
from models.mandates.values import CertificateKind, EndKind

ENDS = {
    EndKind.WITHDRAWN: N_("Withdrawn"),
    EndKind.ENDED_VOLUNTARILY: N_("Ended by the centre"),
}
CERTIFICATES = {
    CertificateKind.ISO_9001: N_("ISO 9001"),
    CertificateKind.QFOR_CLIENT_SCAN: N_("Qfor ClientScan"),
    CertificateKind.QFOR_PROCESS_SCAN: N_("Qfor ProcessScan"),
    CertificateKind.CEDEO: N_("Cedeo"),
    CertificateKind.EFQM: N_("EFQM"),
    CertificateKind.INVESTORS_IN_PEOPLE: N_("Investors in People"),
    CertificateKind.KMO_PORTEFEUILLE: N_("SME portfolio recognition"),
    CertificateKind.ESF_LABEL: N_("ESF quality label"),
    CertificateKind.WSE_REGISTRATION: N_("WSE quality registration"),
    CertificateKind.OTHER: N_("Other certificate"),
}
ENGAGEMENTS = {
    EngagementType.MANAGER: N_("Manager"),
    EngagementType.EMPLOYEE: N_("Employee"),
    EngagementType.FREELANCE: N_("Self-employed"),
    EngagementType.SUBCONTRACTOR: N_("Subcontractor"),
}
QUALIFICATIONS = {
    Qualification.YES: N_("Obtained"),
    Qualification.EQUIVALENT: N_("Equivalent"),
    Qualification.IN_PROGRESS: N_("In training"),
    Qualification.NO: N_("Not obtained"),
    Qualification.UNKNOWN: N_("Not known"),
}
QUALIFIED = {
    Qualification.YES: "done",
    Qualification.EQUIVALENT: "done",
    Qualification.IN_PROGRESS: "busy",
    Qualification.NO: "late",
    Qualification.UNKNOWN: "draft",
}
"""The badge of each (ui.kit.badge)."""
