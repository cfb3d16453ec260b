"""What an assessment of an application asks more of its checklist than a check does."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """How a criterion is met (content/checklist_mandate_application.yaml, answer_scale)."""

    MEETS = "meets"
    PARTLY = "partly"
    DOES_NOT_MEET = "does_not_meet"
    INFO_NEEDED = "info_needed"


class AdviceOutcome(StrEnum):
    """What is advised (advice_rules of the same checklist)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    INFO_REQUEST = "info_request"
    TO_COMMITTEE = "to_committee"


class LookedUp(StrEnum):
    """A fact about the applicant that the program finds by itself; it never judges.

    How each is found: models.applications.rules.facts.
    """

    ENTERPRISE_NUMBER = "enterprise_number_mod97"
    ESTABLISHMENT_NUMBERS = "establishment_number_first_digit_2_8"
    POSTAL_CODES = "postal_code_exists"
    WAITING_PERIOD = "waiting_period_elapsed"
    CERTIFICATE = "certificate_valid_on_mandate_start"
    CERTIFICATE_HOLDER = "certificate_holder_matches_enterprise"


@dataclass(frozen=True, slots=True)
class AssessmentRules:
    """The facts of a checklist by which an application is judged, advised on and decided."""

    labels: tuple[tuple[Judgement, str], ...]
    """How each judgement is called in letters, in the order of the keys 1 to 4."""
    advice_order: tuple[AdviceOutcome, ...]
    """The advices in the order in which their rules are tried."""
    motivation_required: bool
    """Every judgement wants a motivation (DOMAIN.md F1.40)."""
    four_eyes: bool
    """Who decides is neither who assessed nor who advised."""
    legal_basis: str
    """What a decision rests on, as long as nobody writes a nearer article."""

    def label(self, judgement: Judgement) -> str:
        return dict(self.labels)[judgement]
