"""What the program fills in by itself in an audit letter, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.centres.values import CentreFile
from models.checklists.values import Unit
from models.checks import rules as check_rules
from models.checks.rules.reactions import REPLY
from models.checks.values import CheckFile, FindingFile, Grade, RoundFile, Verdict
from models.kernel.wording import enumeration, long_date
from models.letters.rules import tables
from models.letters.rules.assembly import FROM_DISPATCH, shared_proposals
from models.letters.values import ClosedRound, LetterTemplate, Proposal
from models.settings.values import Settings
from models.terms.rules import term

_COUNTED = (
    (Grade.MAJOR, "ernstige tekortkoming", "ernstige tekortkomingen"),
    (Grade.MINOR, "tekortkoming", "tekortkomingen"),
    (Grade.OBSERVATION, "aandachtspunt", "aandachtspunten"),
    (Grade.COACHING, "punt voor coaching", "punten voor coaching"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything an audit letter rests on, gathered once."""

    template: LetterTemplate
    check: CheckFile
    centre: CentreFile
    settings: Settings
    letter_date: date | None
    findings: tuple[FindingFile, ...]
    measures: tuple[tables.Measure, ...]
    variants: tuple[str, ...]
    closed: ClosedRound | None = None
    running: RoundFile | None = None


def proposals(facts: Facts) -> Mapping[str, Proposal]:
    """A proposal for every place that follows from the facts, by key."""
    check, settings = facts.check, facts.settings
    count = len(check.dossiers)
    conclusion = check.conclusion.strip()
    return {
        **shared_proposals(facts.centre, settings, facts.template, check.officer),
        "visit_date": Proposal(long_date(check.visit_date) if check.visit_date else ""),
        "sample_size": Proposal(str(count) if count else ""),
        "overall_conclusion": Proposal(conclusion or _conclusion(facts)),
        "result_sentence": Proposal(check_rules.result_sentence(check.template, check.dossiers)),
        "strengths_list": Proposal("\n".join(strengths(check))),
        "coaching_list": Proposal("\n".join(tables.coached(check))),
        "findings_table": Proposal(_counted(facts.findings)),
        "measures_table": _measures_proposal(facts.measures),
        "action_plan_due_date": _due("action_plan_days", facts),
        "response_due_date": _reply(facts),
        "reactions_sentence": Proposal(_reactions(facts.closed)),
        "follow_up_sentence": Proposal(check.follow_up.strip() or _follow_up(facts)),
    }


def strengths(check: CheckFile) -> tuple[str, ...]:
    """What goes well, as it stands in the letter."""
    return tuple(
        strength.text.strip()
        for strength in check.strengths
        if strength.text.strip() and not strength.left_out
    )


def _counted(findings: Sequence[FindingFile]) -> str:
    """2 ernstige tekortkomingen en 1 aandachtspunt; empty without findings."""
    said: list[str] = []
    for grade, one, many in _COUNTED:
        count = sum(finding.grade is grade for finding in findings)
        if count:
            said.append(f"{count} {one if count == 1 else many}")
    return enumeration(said)


def _conclusion(facts: Facts) -> str:
    """A first sentence from the outcome.

    Nothing while a dossier has no verdict, or when answers and findings do not agree.
    """
    verdicts = [dossier.verdict for dossier in facts.check.dossiers]
    if None in verdicts:
        return ""
    graded = all(finding.grade for finding in facts.findings)
    heavy = any(finding.grade in tables.ACTION_REQUIRED for finding in facts.findings)
    if not verdicts or not graded or (not heavy and Verdict.NON_CONFORM in verdicts):
        return ""
    if not facts.findings:
        return "We hebben geen tekortkomingen vastgesteld."
    if not heavy:
        counted = _counted(facts.findings)
        return f"We hebben geen tekortkomingen vastgesteld, wel {counted}."
    return f"We hebben {_counted(facts.findings)} vastgesteld."


def _follow_up(facts: Facts) -> str:
    days = [measure.due for measure in facts.measures if measure.due]
    if facts.measures:
        last = f"Na {long_date(max(days))} gaan" if days else ""
        return f"{last} we na of de maatregelen zijn uitgevoerd." if last else ""
    what = "uw aanbod" if facts.check.template.unit is Unit.PUBLIC_CHANNEL else "uw begeleidingen"
    return f"We volgen de kwaliteit van {what} verder op tijdens uw mandaat."


def _reactions(closed: ClosedRound | None) -> str:
    """That the centre could react, and what became of that; empty while it still can."""
    if closed is None:
        return ""
    sent, ended = long_date(closed.sent_on), long_date(closed.closed_on)
    weighed = "Wat we van u ontvingen, hebben we in deze brief meegewogen."
    said = weighed if closed.reactions else "We ontvingen geen reactie."
    return (
        f"Op {sent} bezorgden we u onze vaststellingen en kon u erop reageren. Die ronde is"
        f" afgesloten op {ended}. {said}"
    )


def _measures_proposal(asked: Sequence[tables.Measure]) -> Proposal:
    count = "1 maatregel" if len(asked) == 1 else f"{len(asked)} maatregelen"
    why = "\n".join(f"Nr. {measure.number}: {measure.why}" for measure in asked if measure.why)
    return Proposal(count if asked else "", f"{why}\n{FROM_DISPATCH}" if why else "")


def _reply(facts: Facts) -> Proposal:
    """The last day of the round that runs, for the term counts from its dispatch; else our own.

    A letter of after that day asks for another one.
    """
    running, day = facts.running, facts.letter_date
    if running is None or (day is not None and day > running.reply_by):
        return _due(REPLY, facts)
    last, sent = long_date(running.reply_by), long_date(running.sent_on)
    counted = running.term.why if running.reply_by == running.term.due else ""
    why = f"Dit is de laatste dag van de reactieronde die op {sent} is verstuurd. {counted}"
    unlike = f"De reactieronde loopt tot en met {last}; in deze brief staat iets anders."
    return Proposal(last, why.strip(), unlike)


def _due(key: str, facts: Facts) -> Proposal:
    if facts.letter_date is None:
        return Proposal("")
    counted = term(key, facts.letter_date, changed=facts.settings.changed)
    return Proposal(long_date(counted.due), f"{counted.why} {FROM_DISPATCH}")
