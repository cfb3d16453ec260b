"""The Dutch words of the kinds in the life of a check: one word for one thing on every paper.

The screen says the same words by way of its catalogue.
"""

from collections.abc import Mapping

from models.checks.values.kinds import (
    Chosen,
    DrawKind,
    ReactionKind,
    ReactionOutcome,
    RecheckOutcome,
)

CHOSEN: Mapping[str, str] = {
    Chosen.RANDOM: "getrokken",
    Chosen.SPARE: "getrokken als reserve",
    Chosen.RISK: "gekozen om een risico",
    Chosen.AGAIN: "opnieuw bekeken",
    Chosen.BY_HAND: "met de hand toegevoegd",
}
DRAWS: Mapping[str, str] = {
    DrawKind.FIRST: "eerste steekproef",
    DrawKind.SAME: "opvolging: dezelfde dossiers als in de vorige controle",
    DrawKind.NEW: "opvolging: andere dossiers dan in de vorige controle",
    DrawKind.FAILED_AND_NEW: (
        "opvolging: de dossiers die niet conform waren, en nieuwe die getrokken zijn"
    ),
}
REACTIONS: Mapping[str, str] = {
    ReactionKind.AGREES: "akkoord",
    ReactionKind.TYPING: "schrijffout",
    ReactionKind.FACT: "feit klopt niet",
    ReactionKind.OMISSION: "er ontbreekt iets",
    ReactionKind.OPINION: "andere mening",
}
REACTION_OUTCOMES: Mapping[str, str] = {
    ReactionOutcome.ACCEPTED: "aanvaard",
    ReactionOutcome.PARTLY: "deels aanvaard",
    ReactionOutcome.REJECTED: "niet aanvaard",
}
RECHECKS: Mapping[str, str] = {
    RecheckOutcome.SOLVED: "opgelost",
    RecheckOutcome.PARTLY: "deels opgelost",
    RecheckOutcome.NOT_SOLVED: "niet opgelost",
    RecheckOutcome.NOT_SEEN: "niet te zien",
}
