"""The summary of a check for the table: made of a whitelist, so that nothing else can come along.

Sentences are Dutch: the centre reads them. No dossier number stands in it: a dossier is told by its
place in the check.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from models.checklists.rules import grade_label
from models.checklists.values import Unit
from models.checks.rules.content import Row, bare, canonical, mark_of
from models.checks.rules.criteria import question_of, title_of
from models.checks.rules.due_words import due_words
from models.checks.rules.findings import statement
from models.checks.rules.measures import ACTION_REQUIRED, measure_of, measure_term
from models.checks.rules.reactions import REPLY
from models.checks.rules.verdicts import result_sentence
from models.checks.values import CheckFile, CheckState, DossierColumn, FindingFile, Grade
from models.checks.values.closing import Closing, ClosingAction, ClosingFinding, Seen
from models.kernel.wording import long_date
from models.terms.parameters import parameter
from models.terms.sentences import length_of
from models.terms.values import Changed

NO_SIGNATURE = (
    "Wie hieronder staat, heeft deze samenvatting gezien. Dat is geen gekwalificeerde"
    " elektronische handtekening en geen akkoord met de inhoud."
)
UNLESS = (
    "Wie hieronder staat, heeft deze samenvatting gezien, tenzij er staat waarom niet getekend"
    " is. Dat is geen gekwalificeerde elektronische handtekening en geen akkoord met de inhoud."
)
"""The same where somebody did not sign."""
EARLIER = "deze samenvatting gezien, of waar dat bij de naam staat een vroegere tekst ervan"
"""Said in it where somebody saw other words than those that stand there now."""
STILL_OPEN = "De controle is nog niet afgesloten: bij het afwerken kan nog iets wijzigen."


def closing_of(
    check: CheckFile,
    owners: Mapping[str, str],
    otherwise: date,
    changed: Changed | None = None,
) -> Closing:
    """What may be told of this check; `owners` says who does something, by question key.

    The day of the visit decides which terms hold; `otherwise` does while there is none.
    """
    told = [one for one in check.findings if not one.left_out and one.grade is not None]
    told.sort(key=lambda one: tuple(Grade).index(one.grade or Grade.OBSERVATION))
    day = check.visit_date or check.planned_on
    return Closing(
        centre=check.centre_name,
        enterprise_number=check.enterprise_number,
        place=check.establishment,
        reference=check.reference,
        checklist=f"{check.template.title}, versie {check.template.version}",
        day=day,
        period=_period(check.period_from, check.period_to),
        officer=check.officer,
        spoken_to=check.spoken_to,
        result=result_sentence(check.template, check.dossiers),
        conclusion=_veiled(check.conclusion, check),
        strengths=tuple(_veiled(one.text, check) for one in _good(check)),
        findings=tuple(_finding(check, one) for one in told if one.grade is not Grade.STRENGTH),
        actions=tuple(_actions(check, told, owners, changed)),
        steps=tuple(_steps(check, told, day or otherwise, changed)),
    )


def unmeasured(check: CheckFile) -> tuple[str, ...]:
    """What the serious findings are about of which nothing is asked; it keeps nothing back."""
    told = (one for one in check.findings if not one.left_out and one.grade is Grade.MAJOR)
    template = check.template
    bare_ones = (
        one for one in told if not measure_of(one, question_of(template, one), None, None).text
    )
    return tuple(title_of(template, one) for one in bare_ones)


def seen_words(seen: Sequence[Seen]) -> str:
    """What it means to stand under the summary: true for everybody who does."""
    told = UNLESS if any(one.not_signed for one in seen) else NO_SIGNATURE
    if all(one.current for one in seen):
        return told
    return told.replace("deze samenvatting gezien", EARLIER, 1)


def plain(closing: Closing) -> dict[str, Any]:
    """As it stands in the content of a revision: without what says that it may still change.

    So the mark of a summary does not change by finishing the check.
    """
    steps = tuple(step for step in closing.steps if step != STILL_OPEN)
    found = bare(_dated(asdict(replace(closing, steps=steps))))
    assert isinstance(found, dict)  # noqa: S101 - it has a centre at least
    return found


def from_plain(facts: Mapping[str, Any]) -> Closing:
    """What `plain` made of it."""
    words = {name: str(facts.get(name, "")) for name in WORDS}
    return Closing(
        **words,
        day=_day(facts.get("day")),
        strengths=tuple(facts.get("strengths", ())),
        findings=tuple(
            ClosingFinding(one["grade"], one.get("title", ""), one.get("text", ""))
            for one in facts.get("findings", ())
        ),
        actions=tuple(
            ClosingAction(
                one.get("about", ""),
                one.get("text", ""),
                one.get("owner", ""),
                _day(one.get("due")),
                one.get("why", ""),
            )
            for one in facts.get("actions", ())
        ),
        steps=tuple(facts.get("steps", ())),
    )


WORDS = ("centre", "enterprise_number", "place", "reference", "checklist", "period", "officer",
         "spoken_to", "result", "conclusion")  # fmt: skip


def shown_mark(closing: Closing) -> str:
    """The mark of exactly what the centre saw."""
    return mark_of(canonical(plain(closing)))


def owners_of(findings: Sequence[Row]) -> dict[str, str]:
    """Who carries out a measure, by question key, from the rows of findings."""
    return {
        str(row["question_key"]): str(row["measure_owner"])
        for row in findings
        if row.get("question_key") and row.get("measure_owner")
    }


def veiled(text: str, dossiers: Sequence[DossierColumn]) -> str:
    """The text with every dossier number of this check told as its place.

    Bare figures, and one or two signs, are only a dossier after that word.
    """
    places = {one.number.casefold(): place for place, one in enumerate(dossiers, 1)}
    if not places or not text:
        return text
    text = _after_the_word(text, places)
    known = _either(number for number in places if not (number.isdigit() or len(number) < 3))
    if not known:
        return text

    def place(found: re.Match[str]) -> str:
        if found[1].casefold() not in places:  # such as a dotless i, which a pattern takes for one
            return found[0]
        begins = not text[: found.start()].strip() or text[: found.start()].rstrip()[-1] in ".!?"
        return f"{'Dossier' if begins else 'dossier'} {places[found[1].casefold()]}"

    told = rf"(?:\bdossier\s+)?(?<![\w-])({known})(?![\w-])"
    return re.sub(told, place, text, flags=re.IGNORECASE)


def _after_the_word(text: str, places: Mapping[str, int]) -> str:
    """Dossier 7, dossiers 7, 9 en 12: the numbers become places, the words stay."""
    one = rf"(?:{_either(places)}|\d+)(?![\w-])"
    several = rf"\bdossier(?:s|nummers)\s+{one}(?:(?:\s*,\s*|\s+en\s+){one})*"
    known = rf"(?<![\w-])(?:{_either(places)})(?![\w-])"

    def places_in(found: re.Match[str]) -> str:
        word, blank, numbers = re.split(r"(\s+)", found[0], maxsplit=1)
        return word + blank + re.sub(known, _place, numbers, flags=re.IGNORECASE)

    def _place(found: re.Match[str]) -> str:
        return str(places.get(found[0].casefold(), found[0]))

    single = rf"\bdossier(?:nummer)?\s+{one}"
    return re.sub(rf"{several}|{single}", places_in, text, flags=re.IGNORECASE)


def _either(numbers: Iterable[str]) -> str:
    """A pattern for one of these, the longest first."""
    return "|".join(re.escape(number) for number in sorted(numbers, key=len, reverse=True))


def _veiled(text: str, check: CheckFile) -> str:
    """A channel bears a name that may be told; a dossier does not."""
    named = check.template.unit is Unit.PUBLIC_CHANNEL
    return text if named else veiled(text, check.dossiers)


def grade_title(grade: str) -> str:
    """Ernstige tekortkoming."""
    return grade_label(Grade(grade)).capitalize()


def _good(check: CheckFile) -> list[FindingFile]:
    """Strong points: those by themselves, and those that hang on a question."""
    found = [one for one in check.findings if one.grade is Grade.STRENGTH]
    return [one for one in (*check.strengths, *found) if not one.left_out]


def _finding(check: CheckFile, finding: FindingFile) -> ClosingFinding:
    assert finding.grade is not None  # noqa: S101 - only graded ones are told
    question = question_of(check.template, finding)
    text = _veiled(finding.statement, check)
    if not text and question is not None:
        told = statement(check.template, question, check.dossiers, with_numbers=False)
        text = _veiled(told, check)
    text = text or _veiled(finding.text, check)
    title = question.named if question else _veiled(finding.criterion, check)
    return ClosingFinding(finding.grade.value, title, text)


def _actions(
    check: CheckFile,
    told: Sequence[FindingFile],
    owners: Mapping[str, str],
    changed: Changed | None,
) -> Iterator[ClosingAction]:
    start = check.visit_date or check.planned_on
    for finding in told:
        question = question_of(check.template, finding)
        asked = measure_of(finding, question, None, changed)
        if not asked.text and finding.measure_due is None:
            continue
        due = finding.measure_due
        why = due_words(start, due, changed) if due else ""
        if due is None and finding.grade in ACTION_REQUIRED and start is not None:
            why = measure_term(finding.grade, start, changed)
        title = question.named if question else finding.criterion or finding.text
        owner = owners.get(finding.question_key, "") or finding.measure_owner
        text = _veiled(asked.text, check)
        yield ClosingAction(_veiled(title, check), text, owner, due, why)


def _steps(
    check: CheckFile, told: Sequence[FindingFile], on: date, changed: Changed | None
) -> Iterator[str]:
    if told:
        reply = length_of(parameter(REPLY, on, changed))
        yield "U krijgt een brief met de vaststellingen en met wat we vragen."
        yield f"Klopt iets niet? U kunt reageren binnen {reply} nadat we de brief verstuurden."
    else:
        yield "U krijgt een brief met het resultaat."
    if check.follow_up.strip():
        yield _veiled(" ".join(check.follow_up.split()), check)
    if check.state is not CheckState.FINISHED:
        yield STILL_OPEN


def _period(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{long_date(first)} tot en met {long_date(last)}"
    if first:
        return f"vanaf {long_date(first)}"
    return f"tot en met {long_date(last)}" if last else ""


def _dated(value: Any) -> Any:
    match value:
        case dict():
            return {key: _dated(part) for key, part in value.items()}
        case list() | tuple():
            return [_dated(part) for part in value]
        case date():
            return value.isoformat()
        case _:
            return value


def _day(text: Any) -> date | None:
    return date.fromisoformat(str(text)) if text else None
