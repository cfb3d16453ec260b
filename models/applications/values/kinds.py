"""The kinds and states of applications, advices and decisions."""

from enum import StrEnum


class ApplicationKind(StrEnum):
    """A first mandate, or one after another."""

    FIRST = "first"
    RENEWAL = "renewal"


class DecisionKind(StrEnum):
    """What an authority can decide about a mandate (DOMAIN.md F1.10, F1.32)."""

    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED_VOLUNTARILY = "ended_voluntarily"
    SUSPENDED = "suspended"
    """Found nowhere for mandates: off until the office switches it on (F1.32)."""


class Sending(StrEnum):
    """How a decision went out, which decides on which day it counts as served (F4.24)."""

    REGISTERED = "registered"
    RECEIPT = "receipt"
    HANDED_OVER = "handed_over"
    ELECTRONIC = "electronic"


class ApplicationState(StrEnum):
    """Where an application stands: derived from its days, advices and decisions, never typed."""

    RECEIVED = "received"
    TO_COMPLETE = "to_complete"
    IN_ASSESSMENT = "in_assessment"
    ADVISED = "advised"
    GRANTED = "granted"
    REFUSED = "refused"
    RETRACTED = "retracted"


class Outcome(StrEnum):
    """What a fact that the program looked up says about a criterion."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


class CriterionGap(StrEnum):
    """What a criterion still lacks."""

    JUDGEMENT = "judgement"
    MOTIVATION = "motivation"
    EVIDENCE = "evidence"
