"""How the kinds of quality certificate are called."""

from models.kernel.text import N_, _
from models.mandates.values import CertificateKind

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


def certificate_name(kind: CertificateKind | None, label: str | None) -> str:
    """What the office wrote, else the name of its kind; empty when neither is known."""
    return label or (_(CERTIFICATES[kind]) if kind is not None else "")
