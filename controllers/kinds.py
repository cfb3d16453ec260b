"""Words for kinds of certificates, ends, engagements and qualifications, said once."""

from models.centres.values import EngagementType, Qualification
from models.kernel.text import N_
from models.mandates.rules.naming import CERTIFICATES
from models.mandates.values import EndKind

__all__ = ["CERTIFICATES", "ENDS", "ENGAGEMENTS", "QUALIFICATIONS", "QUALIFIED"]

ENDS = {
    EndKind.WITHDRAWN: N_("Withdrawn"),
    EndKind.ENDED_VOLUNTARILY: N_("Ended by the centre"),
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
