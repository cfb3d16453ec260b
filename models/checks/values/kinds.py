"""Kinds in the life of a check: how a dossier was chosen, what a centre says, which rung."""

from enum import StrEnum


class Chosen(StrEnum):
    """How a dossier came into a check. Only a random one, or its spare, says something of all."""

    RANDOM = "random"
    SPARE = "spare"
    RISK = "risk"
    AGAIN = "again"
    BY_HAND = "by_hand"


class DrawKind(StrEnum):
    """What a draw is for: a first look, or a follow-up of an earlier check."""

    FIRST = "first"
    SAME = "same"
    NEW = "new"
    FAILED_AND_NEW = "failed_and_new"

    @property
    def leaves_out(self) -> bool:
        """Whether the dossiers of the earlier check are not drawn from."""
        return self in (DrawKind.NEW, DrawKind.FAILED_AND_NEW)


class RecheckOutcome(StrEnum):
    """What a finding of an earlier check looks like now."""

    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not_solved"
    NOT_SEEN = "not_seen"


class ReactionKind(StrEnum):
    """What a centre says is wrong with a finding; AGREES is that nothing is."""

    AGREES = "agrees"
    TYPING = "typing"
    FACT = "fact"
    OMISSION = "omission"
    OPINION = "opinion"


class ReactionOutcome(StrEnum):
    """What the officer does with a reaction, with a reason."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"


class RevisionKind(StrEnum):
    """Why a check was kept as it was at a moment."""

    DRAFT = "draft"
    FINAL = "final"


class Rung(StrEnum):
    """The ladder of measures, from light to heavy (PRODUCT.md feature 49)."""

    COACHING = "coaching"
    REQUEST = "request_to_improve"
    NOTICE = "formal_notice"
    PROPOSAL = "proposal_to_end"
