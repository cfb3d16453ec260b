"""The two tables of an audit letter: what was found, and what is asked by when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.checks import rules as check_rules
from models.checks.rules.criteria import BY_WEIGHT
from models.checks.values import CheckFile, FindingFile, Grade, Question
from models.kernel.wording import enumeration, long_date
from models.letters.rules.blocks import missing_mark
from models.letters.values import MISSING_CLOSE, MISSING_OPEN, Block, BlockKind, TableColumn
from models.terms.values import Changed

REMARKS = frozenset({Grade.OBSERVATION, Grade.COACHING})
"""What a centre is told and asked nothing for."""
ACTION_REQUIRED = check_rules.ACTION_REQUIRED

FINDING_COLUMNS = (
    TableColumn("Nr.", 0.05),
    TableColumn("Vaststelling", 0.33),
    TableColumn("Waarop we ons baseren", 0.30),
    TableColumn("Dossiers", 0.15),
    TableColumn("Ernst", 0.17),
)
MEASURE_COLUMNS = (
    TableColumn("Nr.", 0.05),
    TableColumn("Maatregel", 0.42),
    TableColumn("Bewijs dat we verwachten", 0.33),
    TableColumn("Uiterste datum", 0.20),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is asked of the centre for one finding, and why by then."""

    number: int
    text: str
    evidence: str
    due: date | None
    why: str


def reported(check: CheckFile, *, coaching: bool = False) -> tuple[FindingFile, ...]:
    """What the table tells: not left out, heaviest first, then in the checklist's order.

    Coaching has a heading of its own; only a letter without one has `coaching` in the table.
    """
    order = {question.key: place for place, question in enumerate(check.template.questions)}
    told = [
        finding
        for finding in check.findings
        if not finding.left_out and (coaching or finding.grade is not Grade.COACHING)
    ]
    return tuple(
        sorted(
            told,
            key=lambda finding: (
                BY_WEIGHT.index(finding.grade) if finding.grade in BY_WEIGHT else len(BY_WEIGHT),
                order.get(finding.question_key, len(order)),
            ),
        )
    )


def findings_table(check: CheckFile, findings: Sequence[FindingFile]) -> Block:
    """Number, finding, what it rests on, dossiers, grade."""
    rows = tuple(
        (
            str(number),
            _finding_text(check, finding) or _mark("vaststelling"),
            basis_text(_question(check, finding), finding.criterion),
            enumeration(_all_dossiers(check, finding)) or "–",
            check_rules.grade_label(finding.grade) if finding.grade else _mark("ernst"),
        )
        for number, finding in enumerate(findings, start=1)
    )
    return Block(BlockKind.TABLE, columns=_finding_columns(check), rows=rows)


def _finding_columns(check: CheckFile) -> tuple[TableColumn, ...]:
    """The fourth says what was looked into: dossiers, or channels."""
    looked_into = check_rules.words(check.template.unit).Many
    *before, fourth, last = FINDING_COLUMNS
    return (*before, replace(fourth, title=looked_into), last)


def measures(
    check: CheckFile,
    findings: Sequence[FindingFile],
    letter_date: date | None,
    changed: Changed | None,
) -> tuple[Measure, ...]:
    """A measure for every major and minor finding, with the number of its finding."""
    return tuple(
        _measure(check, finding, number, letter_date, changed)
        for number, finding in enumerate(findings, start=1)
        if finding.grade in ACTION_REQUIRED
    )


def measures_table(asked: Sequence[Measure]) -> Block:
    """Number of the finding, measure, evidence, last day."""
    rows = tuple(
        (
            str(measure.number),
            measure.text or _mark("maatregel"),
            measure.evidence or _mark("bewijs"),
            long_date(measure.due) if measure.due else missing_mark("letter_date"),
        )
        for measure in asked
    )
    return Block(BlockKind.TABLE, columns=MEASURE_COLUMNS, rows=rows)


def coached(check: CheckFile) -> tuple[str, ...]:
    """What a centre may use or leave: a line each, what it is about first."""
    told = [one for one in check.findings if one.grade is Grade.COACHING and not one.left_out]
    return tuple(_about(check, one) for one in told if one.text.strip())


def _about(check: CheckFile, finding: FindingFile) -> str:
    text = _finding_text(check, finding)
    about = check_rules.title_of(check.template, finding)
    return text if about == finding.text or not about else f"{about}: {text}"


def basis_text(question: Question | None, criterion: str = "") -> str:
    """The question and the phrase of the definition, or the rule without our own fact numbers."""
    if question is None:
        return criterion or "Ons bezoek"
    if question.basis.kind == "seed":
        return f"{question.key}: {question.text} Omschrijving: “{question.basis.text}”"
    return f"{question.key}: {question.text} Regel: {question.basis.words}"


def findings_incomplete(findings: Sequence[FindingFile]) -> bool:
    """Whether a cell of the table of findings still waits for the officer."""
    return not all(finding.text.strip() and finding.grade for finding in findings)


def measures_incomplete(asked: Sequence[Measure]) -> bool:
    """Whether a cell of the table of measures still waits for the officer."""
    return not all(measure.text and measure.evidence and measure.due for measure in asked)


def _mark(label: str) -> str:
    return f"{MISSING_OPEN}{label}{MISSING_CLOSE}"


def _question(check: CheckFile, finding: FindingFile) -> Question | None:
    return check_rules.question_of(check.template, finding)


def _finding_text(check: CheckFile, finding: FindingFile) -> str:
    """The officer's text; else ours without dossier numbers, which have their own column."""
    question = _question(check, finding)
    if finding.statement.strip() or question is None:
        return finding.text.strip()
    plain = check_rules.statement(check.template, question, check.dossiers, with_numbers=False)
    return plain or finding.text.strip()


def _all_dossiers(check: CheckFile, finding: FindingFile) -> list[str]:
    named = {*finding.failed, *finding.partial}
    ordered = [d.number for d in sorted(check.dossiers, key=lambda dossier: dossier.position)]
    return [number for number in ordered if number in named]


def _measure(
    check: CheckFile,
    finding: FindingFile,
    number: int,
    letter_date: date | None,
    changed: Changed | None,
) -> Measure:
    question = _question(check, finding)
    asked = check_rules.measure_of(finding, question, letter_date, changed)
    return Measure(number, asked.text, asked.evidence, asked.due, asked.why)
