"""How mandates and certificates can stand, what they can be, and how they can deviate."""

from enum import StrEnum


class MandateState(StrEnum):
    """How a mandate stands on a day: always derived from dates and decisions, never typed."""

    NONE = "none"
    FUTURE = "future"
    ACTIVE = "active"
    ENDING = "ending"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    ENDED_VOLUNTARILY = "ended_voluntarily"
    WAITING = "waiting"
    """Withdrawn or ended by the centre, and no new one may be asked for yet (DOMAIN.md F1.10)."""
    SUSPENDED = "suspended"
    """Only in an office that switched suspension on (DOMAIN.md F1.32)."""


class CertificateState(StrEnum):
    """How the quality certificate stands on a day (DOMAIN.md F1.07): derived, never typed."""

    MISSING = "missing"
    UNDATED = "undated"
    FUTURE = "future"
    VALID = "valid"
    ENDING = "ending"
    EXPIRED = "expired"


class CertificateKind(StrEnum):
    """Labels seen in sources (content/codelists.yaml, DOMAIN.md F1.09)."""

    ISO_9001 = "iso_9001"
    QFOR_CLIENT_SCAN = "qfor_client_scan"
    QFOR_PROCESS_SCAN = "qfor_process_scan"
    CEDEO = "cedeo"
    EFQM = "efqm"
    INVESTORS_IN_PEOPLE = "investors_in_people"
    KMO_PORTEFEUILLE = "kmo_portefeuille"
    ESF_LABEL = "esf_label"
    WSE_REGISTRATION = "wse_registration"
    OTHER = "other"


class EndKind(StrEnum):
    """Why a mandate ended before its last day (DOMAIN.md F1.10)."""

    WITHDRAWN = "withdrawn"
    ENDED_VOLUNTARILY = "ended_voluntarily"


class RenewalRegime(StrEnum):
    """What a next period asks of the centre (rule_parameters.yaml, mandate_renewal_regime)."""

    APPLICATION = "application"
    NOTICE = "notice"


class DeviationKind(StrEnum):
    """In which way the days of a mandate are other than the rule and its neighbours expect."""

    LENGTH = "length"
    GAP = "gap"
    OVERLAP = "overlap"
    """Of the days as written; two mandates that run on one day are refused."""
    WAITING = "waiting"
