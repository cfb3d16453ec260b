"""What the rest of the house may know of quality actions (content/codelists.yaml)."""

from enum import StrEnum


class ActionKind(StrEnum):
    """The kinds of quality action that the agency names (PRODUCT.md S12)."""

    CONTACT = "contact"
    INFO_MAIL = "info_mail"
    INFO_PAGE = "info_page"
    DOSSIER_CHECK = "dossier_check"
    """Never written in the log: every dossier check is one by itself."""
    USER_SURVEY = "user_survey"
    OFFER_CHECK = "offer_check"


class ContactMedium(StrEnum):
    """How a contact went."""

    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    VISIT = "visit"
    ONLINE = "online"
    MEETING = "meeting"
