"""What followed the findings of the demonstration: proof, a round of reactions, the ladder."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from controllers.bundle import Controllers
from models.checks.values import (
    Agreed,
    Grade,
    ReactionKind,
    ReactionOutcome,
    Rung,
)

OWNER = "de zaakvoerder van het centrum"
COACHED = (
    (
        "Persoonlijk ontwikkelingsplan",
        "Laat de klant het plan in eigen woorden schrijven; dat leest later vlotter.",
    ),
    ("Gespreksverslagen", "Noteer bij elk gesprek één afspraak voor de volgende keer."),
)
"""What is told as coaching: the criterion, and the words."""


def coach(do: Controllers, check: UUID, place: int) -> None:
    """A point for coaching, for every third check."""
    if place % 3 == 0:
        criterion, text = COACHED[place // 3 % len(COACHED)]
        do.checks.add_finding(check, Grade.COACHING, text, criterion=criterion)


def after_findings(do: Controllers, centres: Sequence[UUID], today: date) -> None:
    """At the centres of these finished checks, in their order; the clock stands at yesterday."""
    yesterday = today - timedelta(days=1)
    every = (
        next((one for one in do.checks.agreed(centre) if one.open), None) for centre in centres
    )
    waiting = [one for one in every if one is not None]
    if len(waiting) > 1:
        _proof(do, waiting[0], waiting[1], yesterday)
    if waiting:
        _react(do, waiting[-1].check_id, yesterday)
    for centre in centres:
        if do.checks.ladder(centre).proposed is Rung.REQUEST:
            why = "De tekortkoming raakt de kern van de begeleiding; we vragen een plan van aanpak."
            do.checks.take_step(centre, Rung.REQUEST, why)
            return


def _proof(do: Controllers, first: Agreed, second: Agreed, day: date) -> None:
    """One measure with proof that was refused and new proof; another with proof to be judged."""
    do.checks.assign(first.check_id, first.question_key, OWNER)
    early = day - timedelta(days=9)
    place = first.check_id, first.question_key
    refused = do.checks.deliver(*place, early, "Een sjabloon zonder datum en zonder dossiernummer")
    do.checks.judge_proof(
        first.check_id, refused, False, "Uit het sjabloon blijkt niet dat het gebruikt wordt."
    )
    do.checks.deliver(*place, day, "Het ingevulde sjabloon van drie recente dossiers")
    do.checks.assign(second.check_id, second.question_key, OWNER)
    do.checks.deliver(
        second.check_id, second.question_key, day, "De nieuwe afspraak die elke klant tekent"
    )


def _react(do: Controllers, check: UUID, day: date) -> None:
    """A round that runs, with one reaction decided and one that waits."""
    sent = day - timedelta(days=6)
    do.checks.begin_round(check, sent, registered=True)
    keys = [one.key for one in do.checks.file(check).findings if not one.left_out]
    said = do.checks.add_reaction(
        check, keys[0], ReactionKind.FACT, "In één dossier zit het stuk wel, achteraan.", day
    )
    do.checks.judge_reaction(
        check, said, ReactionOutcome.PARTLY, "Het stuk zit erin, maar is niet gedateerd."
    )
    do.checks.add_reaction(check, keys[-1], ReactionKind.AGREES, "", day)
