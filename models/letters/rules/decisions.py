"""The letters that tell a centre what was decided on its application: granted, or refused.

A decision states its reasons in the letter itself (law of 29 July 1991, art. 2-3; DOMAIN.md F1.40)
and how to contest it (F1.41): without either the letter stays a draft.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.applications.values import (
    ApplicationFile,
    CriterionFile,
    DecisionFile,
    DecisionKind,
    Judgement,
)
from models.centres.rules import show_enterprise_number
from models.centres.values import CentreFile
from models.kernel.wording import enumeration, long_date
from models.letters.rules import assembly
from models.letters.rules.assembly import Making
from models.letters.rules.blocks import missing_mark
from models.letters.rules.template import common, letter_template
from models.letters.values import (
    Block,
    BlockKind,
    LetterDraft,
    LetterTemplate,
    Outline,
    Proposal,
    TableColumn,
)
from models.mandates.rules import covered_until
from models.mandates.rules.outlook import LEAD
from models.mandates.values import Standing
from models.settings.values import Settings
from models.terms.rules import term

GRANTED, REFUSED = "mandate_granted", "mandate_refused"
KINDS = {DecisionKind.GRANTED: GRANTED, DecisionKind.REFUSED: REFUSED}
"""The decisions that have a letter of their own, and which."""
FAILED = frozenset({Judgement.PARTLY, Judgement.DOES_NOT_MEET, Judgement.INFO_NEEDED})
FROM_APPLICATION = frozenset({"failed_criteria_table"})
OPTIONAL = frozenset({"conditions_block", "supplementary_info_sentence"})
LONG = frozenset(
    {
        *("conditions_block", "supplementary_info_sentence", "motivation_block", "legal_basis"),
        *("appeal_block", "passed_criteria_summary", "reapply_sentence", "locations_list"),
    }
)
COLUMNS = (
    TableColumn("Kwaliteitsvereiste", 0.20),
    TableColumn("Wat we vragen", 0.26),
    TableColumn("Wat we in uw aanvraag vaststellen", 0.25),
    TableColumn("Waarom dat niet volstaat", 0.29),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the letter rests on."""

    application: ApplicationFile
    decision: DecisionFile
    centre: CentreFile
    standing: Standing
    settings: Settings
    letter_date: date | None

    @property
    def kind(self) -> str:
        return KINDS[self.decision.kind]


def decision_letter(
    facts: Decided, typed: Mapping[str, str], *, reference: str, version: int | None = None
) -> LetterDraft:
    """The letter as it stands; `typed` are the places the officer wrote, by key."""
    return assembly.draft(_making(facts, reference, version), typed)


def decision_outline(
    facts: Decided, typed: Mapping[str, str], *, version: int | None = None
) -> Outline:
    """As `decision_letter`, without setting the document."""
    return assembly.outline(_making(facts, "", version), typed)


def _making(facts: Decided, reference: str, version: int | None) -> Making:
    template = letter_template(facts.kind, version)
    failed = _failed(facts.application)
    silent = any(not one.judged.motivation.strip() for one in failed)
    return Making(
        template=template,
        variants=(),
        settings=facts.settings,
        letter_date=facts.letter_date,
        reference=reference,
        proposals=_proposals(facts, template, failed),
        tables=lambda: {"failed_criteria_table": _table(failed)},
        fixed=FROM_APPLICATION,
        optional=OPTIONAL,
        long=LONG,
        itemised=frozenset({"motivation_block"}),
        incomplete=FROM_APPLICATION if silent else frozenset(),
    )


def _proposals(
    facts: Decided, template: LetterTemplate, failed: Sequence[CriterionFile]
) -> dict[str, Proposal]:
    said, who = facts.decision, facts.centre.identity
    plain = {
        "application_date": long_date(facts.application.days.received_on),
        "centre_legal_name": who.legal_name,
        "enterprise_number": show_enterprise_number(who.enterprise_number),
        "deciding_authority": said.authority,
        "decision_date": long_date(said.decided_on),
        "legal_basis": said.legal_basis.strip().rstrip("."),
        "appeal_block": str(common()["text_blocks"]["appeal_council_of_state"]),
        "mandate_number": said.mandate_number,
        "mandate_start": long_date(said.mandate_start) if said.mandate_start else "",
        "mandate_end": long_date(said.mandate_end) if said.mandate_end else "",
        "locations_list": _places(facts.centre),
        "motivation_block": _motivation(facts),
        "certificate_valid_until": _certified_until(facts),
        "failed_criteria_table": _counted(failed),
        "supplementary_info_sentence": _asked(facts.application),
        "passed_criteria_summary": _passed(facts.application),
        "reapply_sentence": _again(facts),
        "complaints_contact": facts.settings.complaints_contact,
    }
    return {
        **assembly.shared_proposals(
            facts.centre, facts.settings, template, facts.application.assessor
        ),
        **{key: Proposal(text) for key, text in plain.items()},
        "renewal_contact_by": _lead(facts),
        "closing": Proposal(template.closing),
    }


def _failed(application: ApplicationFile) -> list[CriterionFile]:
    return [one for one in application.asked if one.judged.judgement in FAILED]


def _table(failed: Sequence[CriterionFile]) -> Block:
    gap = missing_mark("motivation_block")
    rows = tuple(
        (
            one.criterion.title,
            one.criterion.text if one.criterion.short else "",
            one.judged.evidence.strip() or "Geen stukken ontvangen.",
            one.judged.motivation.strip() or gap,
        )
        for one in failed
    )
    return Block(BlockKind.TABLE, columns=COLUMNS, rows=rows)


def _counted(failed: Sequence[CriterionFile]) -> str:
    if not failed:
        return ""
    return "1 vereiste" if len(failed) == 1 else f"{len(failed)} vereisten"


def _motivation(facts: Decided) -> str:
    """What was decided and why, then a sentence for each requirement, a line each."""
    lines = [facts.decision.motivation.strip()]
    lines.extend(
        f"{one.criterion.title}: {motivation}"
        for one in facts.application.asked
        if (motivation := one.judged.motivation.strip())
    )
    return "\n".join(line for line in lines if line)


def _passed(application: ApplicationFile) -> str:
    met = [
        _inside(one.criterion.title.rstrip("."))
        for one in application.asked
        if one.judged.judgement is Judgement.MEETS
    ]
    if not met:
        return "Geen van de vereisten is volledig in orde."
    return f"Deze vereisten zijn wel in orde: {'; '.join(met)}."


def _inside(title: str) -> str:
    """A title within a sentence: without its capital, unless it is a word of capitals."""
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"


def _asked(application: ApplicationFile) -> str:
    days = application.days
    if days.asked_on is None:
        return ""
    asked = f"Op {long_date(days.asked_on)} vroegen we u om bijkomende informatie."
    if days.completed_on is not None and not days.waiting:
        answer = long_date(days.completed_on)
        return f"{asked} We hebben uw antwoord van {answer} meegenomen in de beoordeling."
    return f"{asked} We ontvingen geen antwoord."


def _again(facts: Decided) -> str:
    """From when, after the last waiting period of the applicant's mandates that still runs."""
    day = facts.letter_date or facts.decision.decided_on
    waits = [one.waiting_period_until for one in facts.standing.mandates]
    until = max((one for one in waits if one is not None and one >= day), default=None)
    if until is None:
        return "U kunt op elk moment een nieuwe aanvraag indienen."
    first = date.fromordinal(until.toordinal() + 1)
    return f"U kunt een nieuwe aanvraag indienen vanaf {long_date(first)}."


def _places(centre: CentreFile) -> str:
    """The establishments in use by their address; without any, the seat."""
    used = [place for place in centre.establishments if place.active]
    said = [", ".join(place.address.lines()) or place.name for place in used]
    seat = ", ".join(centre.identity.address.lines())
    return enumeration([one for one in said if one]) or seat


def _certified_until(facts: Decided) -> str:
    """Of the certificates that hold on the first day of the mandate; nothing when none does."""
    start = facts.decision.mandate_start
    spans = [(one.valid_from, one.valid_until) for one in facts.standing.certificates]
    last = covered_until(spans, start) if start else None
    return long_date(last) if last else ""


def _lead(facts: Decided) -> Proposal:
    end = facts.decision.mandate_end
    if end is None:
        return Proposal("")
    counted = term(LEAD, end, changed=facts.settings.changed)
    return Proposal(long_date(counted.due), counted.why)
