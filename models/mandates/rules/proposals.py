"""What rules propose for mandates that were decided under other ones; nothing changes by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.kernel.errors import Refused
from models.kernel.text import N_, _
from models.kernel.wording import list_date, long_date
from models.mandates.rules.chain import DURATION
from models.mandates.values import MandateFacts
from models.terms.holidays import ONE_DAY
from models.terms.rules import FIRST_DAY, LAST_DAY, term
from models.terms.values import RECORDED, Changed, Term


class ProposalReasonMissing(Refused):
    sentence = N_(
        "Write why: it is kept with the change, and is what you can show the centre later."
    )


class ProposalOver(Refused):
    sentence = N_("Mandate {number} has nothing to propose any more. Look at the list again.")


class ProposalTroubled(Refused):
    sentence = N_("Mandate {number} cannot get that last day as it stands. {trouble}")


@dataclass(frozen=True, slots=True)
class HeldMandate:
    """A mandate with whose it is, as proposals look at it."""

    id: UUID
    centre_id: UUID
    centre: str
    number: str
    facts: MandateFacts
    deviation: str = ""
    """The reason why its days are other than the rule says."""
    continued_on: date | None = None


@dataclass(frozen=True, slots=True)
class EndProposal:
    """Another last day for a mandate, by the rule of the day it starts."""

    mandate: HeldMandate
    term: Term
    recorded: bool
    """Whether a recorded change of the rule says so; else the mandate never followed the table."""
    why: str
    """One sentence."""
    trouble: str = ""
    """Why it cannot be taken over as it stands; empty when it can."""

    @property
    def old(self) -> date:
        return self.mandate.facts.end

    @property
    def new(self) -> date:
        return self.term.due


def end_proposals(
    held: Sequence[HeldMandate], today: date, changed: Changed | None = None
) -> tuple[EndProposal, ...]:
    """The mandates that are not over and end on another day than their rule says.

    What was refused before does not come back, until the rule gives again another day; a
    deviation that somebody explained is left alone as long as no rule changed.
    """
    chains = _chains(held)
    found = (_proposal(one, chains[one.centre_id], today, changed) for one in held)
    return tuple(proposal for proposal in found if proposal is not None)


def kept_reason(proposal: EndProposal, reason: str) -> str:
    """What stands at the mandate from now on as the reason why its last day stays."""
    said = _("By the rule it would be {day}; it stays {kept}: {reason}").format(
        day=list_date(proposal.new), kept=list_date(proposal.old), reason=reason.strip()
    )
    before = proposal.mandate.deviation.strip()
    return f"{before}\n{said}" if before else said


def _proposal(
    one: HeldMandate, chain: Sequence[HeldMandate], today: date, changed: Changed | None
) -> EndProposal | None:
    facts = one.facts
    if facts.ended_on is not None or facts.end < today or not FIRST_DAY <= facts.start <= LAST_DAY:
        return None
    found = term(DURATION, facts.start, changed=changed)
    if found.due == facts.end:
        return None
    recorded = found.rule.certainty == RECORDED
    refused = list_date(found.due) in one.deviation if recorded else bool(one.deviation.strip())
    if refused:
        return None
    return EndProposal(
        one, found, recorded, _why(found, recorded), _trouble(one, found, chain, today)
    )


def _why(found: Term, recorded: bool) -> str:
    said = (
        _("From {since} on a mandate lasts {years} years ({reference}).")
        if recorded
        else _("On the day it starts a mandate lasts {years} years by the rule.")
    )
    since = found.rule.valid_from or found.start
    return said.format(
        since=long_date(since), years=found.rule.value, reference=found.rule.reference
    )


def _trouble(one: HeldMandate, found: Term, chain: Sequence[HeldMandate], today: date) -> str:
    if found.due < today:
        return _("By that rule it would be over already.")
    after = [other.facts.start for other in chain if other.facts.start > one.facts.start]
    following = min(after, default=None)
    if following is None:
        return ""
    if following <= found.due:
        said = _("The next mandate of this centre begins on {day}, before that.")
    elif one.facts.end + ONE_DAY == following:
        said = _("A gap would come before the next mandate, which begins on {day}.")
    else:
        return ""
    return said.format(day=long_date(following))


def _chains(held: Sequence[HeldMandate]) -> Mapping[UUID, Sequence[HeldMandate]]:
    chains: dict[UUID, list[HeldMandate]] = {}
    for one in held:
        chains.setdefault(one.centre_id, []).append(one)
    return chains
