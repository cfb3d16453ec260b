"""The kinds of complaints and their states (content/codelists.yaml, complaint_*)."""

from enum import StrEnum


class EntryRoute(StrEnum):
    """Where somebody knocked: at the centre, at VDAB, or at the Vlaamse Ombudsdienst (S15)."""

    CENTRE = "centre"
    VDAB = "vdab"
    OMBUDS = "ombuds"


class SubjectParty(StrEnum):
    """About whose work it is; own service and centres are reported apart (DOMAIN.md F2.15)."""

    CENTRE = "centre"
    VDAB = "vdab"
    ISSUER = "issuer"


class RegistrationKind(StrEnum):
    """VDAB registers suggestions apart from complaints since 2014 (DOMAIN.md F2.13)."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    REPORT = "report"
    QUESTION = "question"


class ComplaintMedium(StrEnum):
    """What it was written on or said through: `drager` in the yearly report."""

    LETTER = "letter"
    EMAIL = "email"
    WEB_FORM = "web_form"
    PHONE = "phone"
    VISIT = "visit"
    FAX = "fax"
    OTHER = "other"


class ComplaintChannel(StrEnum):
    """Through whom it reached the service: `kanaal` in the yearly report."""

    CITIZEN_DIRECT = "citizen_direct"
    CABINET = "cabinet"
    OMBUDS = "ombuds"
    CIVIL_SOCIETY = "civil_society"
    ROYAL_HOUSE = "royal_house"
    OTHER = "other"


class Inadmissibility(StrEnum):
    """Why a complaint is not handled: II.76 § 2, II.77 § 1, and the reasons of the report form."""

    ANONYMOUS = "anonymous"
    NO_FACTS = "no_facts"
    NO_INTEREST = "no_interest"
    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    MANIFESTLY_UNREASONABLE = "manifestly_unreasonable"
    HANDLED_BEFORE = "handled_before"
    OLDER_THAN_ONE_YEAR = "older_than_one_year"
    APPEAL_NOT_EXHAUSTED = "appeal_not_exhausted"
    COURT_CASE_PENDING = "court_case_pending"
    POLICY_OR_REGULATION = "policy_or_regulation"
    NOT_FLEMISH_GOVERNMENT = "not_flemish_government"
    NOT_COMPETENT = "not_competent"
    INTERNAL_STAFF_MATTER = "internal_staff_matter"


class ComplaintJudgement(StrEnum):
    """What was made of it in the end."""

    FOUNDED = "founded"
    PARTLY_FOUNDED = "partly_founded"
    UNFOUNDED = "unfounded"
    NO_JUDGEMENT = "no_judgement"


class ComplaintResolution(StrEnum):
    """How far it was solved; asked only of what is founded, wholly or in part."""

    SOLVED = "solved"
    PARTLY_SOLVED = "partly_solved"
    UNSOLVED = "unsolved"


class ComplaintState(StrEnum):
    """Where a complaint stands: derived from its days, never typed."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    IN_HANDLING = "in_handling"
    ANSWERED = "answered"
    CLOSED = "closed"


class ClockKind(StrEnum):
    """What a clock of a route runs for."""

    ACKNOWLEDGE = "acknowledge"
    REPLY = "reply"
    NOTICE = "notice"
    """To tell that it is not handled, with reasons (II.77 § 2)."""
