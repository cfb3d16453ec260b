"""The letter about the next period of a mandate: what to do, by when, and what is not in order yet.

Source: DOMAIN.md F1.07, F1.11 and F1.12. The regime and every term are dated rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.centres.rules import show_enterprise_number
from models.centres.values import QUALIFIED, CentreFile, CounsellorFile
from models.checks.rules.reactions import REPLY
from models.kernel.wording import enumeration, long_date
from models.letters.rules import assembly
from models.letters.rules.assembly import FROM_DISPATCH, Making
from models.letters.rules.template import letter_template
from models.letters.values import LetterDraft, Outline, Proposal
from models.mandates.rules import certified_on, qualify_by, renewal_regime
from models.mandates.rules.outlook import LEAD
from models.mandates.values import MandateFile, RenewalRegime, Standing
from models.settings.values import Settings
from models.terms.rules import term

KIND = "mandate_renewal"
LISTED = frozenset({"missing_list", "passed_list"})


@dataclass(frozen=True, slots=True)
class Renewal:
    """What the letter rests on: a mandate that ends, and how the centre stands."""

    centre: CentreFile
    standing: Standing
    mandate: MandateFile
    settings: Settings
    letter_date: date | None
    today: date

    @property
    def next_start(self) -> date:
        """The first day of the period after this one."""
        later = [one.start for one in self.standing.mandates if one.start > self.mandate.end]
        return min(later) if later else date.fromordinal(self.mandate.end.toordinal() + 1)


def renewal_letter(
    facts: Renewal, typed: Mapping[str, str], *, reference: str, version: int | None = None
) -> LetterDraft:
    """The letter as it stands; `typed` are the places the officer wrote, by key."""
    return assembly.draft(_making(facts, reference, version), typed)


def renewal_outline(
    facts: Renewal, typed: Mapping[str, str], *, version: int | None = None
) -> Outline:
    """As `renewal_letter`, without setting the document."""
    return assembly.outline(_making(facts, "", version), typed)


def requirements(facts: Renewal) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is not in order for the next period, and what is: Dutch sentences for the centre."""
    asked = (_certificate(facts), *_counsellors(facts))
    return (
        tuple(said for holds, said in asked if not holds and said),
        tuple(said for holds, said in asked if holds and said),
    )


def _making(facts: Renewal, reference: str, version: int | None) -> Making:
    missing, passed = requirements(facts)
    template = letter_template(KIND, version)
    return Making(
        template=template,
        variants=_variants(facts, missing, passed),
        settings=facts.settings,
        letter_date=facts.letter_date,
        reference=reference,
        proposals={
            **assembly.shared_proposals(facts.centre, facts.settings, template),
            **_proposals(facts, missing, passed),
        },
        lists={"missing_list": missing, "passed_list": passed},
        fixed=LISTED,
        long=frozenset({"follow_up_sentence"}),
    )


def _variants(facts: Renewal, missing: tuple[str, ...], passed: tuple[str, ...]) -> tuple[str, ...]:
    changed = facts.settings.changed
    held = {
        "application": renewal_regime(facts.next_start, changed) is RenewalRegime.APPLICATION,
        "nothing_missing": not missing,
        "nothing_passed": not passed,
    }
    return tuple(key for key, holds in held.items() if holds)


def _proposals(
    facts: Renewal, missing: tuple[str, ...], passed: tuple[str, ...]
) -> dict[str, Proposal]:
    who = facts.centre.identity
    lead = term(LEAD, facts.mandate.end, changed=facts.settings.changed)
    day = facts.letter_date
    answer = term(REPLY, day, changed=facts.settings.changed) if day else None
    by_then = max(lead.due, answer.due) if answer else lead.due
    why = lead.why
    if answer and by_then != lead.due:
        why = f"{lead.why} Die dag ligt te dichtbij of is voorbij: {answer.why}"
    return {
        "centre_legal_name": Proposal(who.legal_name),
        "enterprise_number": Proposal(show_enterprise_number(who.enterprise_number)),
        "mandate_end": Proposal(long_date(facts.mandate.end)),
        "next_start": Proposal(long_date(facts.next_start)),
        "renewal_contact_by": Proposal(long_date(by_then), why),
        "documents_due_date": Proposal(
            long_date(answer.due) if answer else "",
            f"{answer.why} {FROM_DISPATCH}" if answer else "",
        ),
        "missing_list": Proposal("\n".join(missing)),
        "passed_list": Proposal("\n".join(passed)),
        "follow_up_sentence": Proposal(_follow_up(missing)),
    }


def _certificate(facts: Renewal) -> tuple[bool, str]:
    first = long_date(facts.next_start)
    known = [one.valid_until for one in facts.standing.certificates if one.valid_until]
    spans = [(one.valid_from, one.valid_until) for one in facts.standing.certificates]
    if certified_on(spans, facts.next_start):
        return True, f"een kwaliteitscertificaat dat geldig is op {first}"
    said = f"een kwaliteitscertificaat dat geldig is op {first}, de eerste dag van die periode"
    if known:
        last = long_date(max(known))
        return False, f"{said} (het certificaat dat we kennen, loopt tot en met {last})"
    return False, f"{said} (we kennen nog geen certificaat met een einddatum)"


def _counsellors(facts: Renewal) -> tuple[tuple[bool, str], ...]:
    """Whether everyone who works there then holds the qualification and was reported (F1.11)."""
    people = [
        person
        for person in facts.centre.counsellors
        if person.until is None or person.until >= facts.next_start
    ]
    if not people:
        return ((False, "de lijst van uw loopbaanbegeleiders"),)
    without = [person for person in people if person.qualification not in QUALIFIED]
    unreported = [person for person in people if person.reported_on is None]
    found = qualify_by(facts.mandate.start, facts.today, facts.settings.changed)
    until = f", uiterlijk op {long_date(found.last)}" if found else ""
    proof = "een bewijs van beroepskwalificatie of gelijkstelling"
    return (
        (not without, f"{proof} voor {_names(without)}{until}" if without
         else f"{proof} voor al uw loopbaanbegeleiders"),
        (not unreported, f"de melding aan VDAB van {_names(unreported)}" if unreported
         else "de melding aan VDAB van al uw loopbaanbegeleiders"),
    )  # fmt: skip


def _names(people: list[CounsellorFile]) -> str:
    return enumeration([person.name for person in people])


def _follow_up(missing: tuple[str, ...]) -> str:
    if missing:
        return (
            "Na die datum kijken we na wat we ontvingen. Blijft er iets ontbreken, dan nemen we"
            " opnieuw contact met u op."
        )
    return "Verandert er iets aan uw certificaat of uw begeleiders, laat het ons dan meteen weten."
