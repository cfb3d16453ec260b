"""A checklist back from Excel: first what it would do, row by row, then as one step."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controllers.checklists.steps import Steps, file_of, version_row
from controllers.checklists.versions import copy_of, head_of, new_key
from models.checklists import queries, rules
from models.checklists.entities import ChecklistQuestion, ChecklistSection, ChecklistVersion
from models.checklists.rules.columns import columns_of
from models.checklists.values import (
    AssessmentRules,
    ChecklistTemplate,
    Question,
    TemplateDifference,
    TemplateOfAnother,
    TemplateRefused,
    TemplateWarning,
    UnitFixed,
    WarningKind,
)
from models.kernel.text import N_
from models.store.session import ChangeSession, LookSession

if TYPE_CHECKING:
    from controllers.intake.checklist_template import TemplateReading, TemplateRow

NEW, CHANGED, SAME = "new", "changed", "same"
COLUMN_OF = {
    WarningKind.SOURCE_MISSING: "basis_text",
    WarningKind.FINDING_MISSING: "finding",
    WarningKind.OPTIONS_MISSING: "options",
    WarningKind.OPTION_UNSCORED: "options",
    WarningKind.BOUNDS_TURNED_ROUND: "least",
    WarningKind.CONDITION_LATER: "asked_after",
    WarningKind.CONDITION_UNKNOWN: "asked_after",
    WarningKind.CONDITION_CIRCLE: "asked_after",
    WarningKind.CONDITION_NEVER: "asked_values",
    WarningKind.KIND_NOT_JUDGED: "answer_type",
}
"""In which column a remark belongs; else in that of the question itself."""

UNTOLD = (
    *("severity_on_fail", "weight", "definition_condition"),
    *("finding", "measure", "expected_evidence"),
)
"""What the workbook of an assessment leaves out: it grades no findings and counts no score."""


@dataclass(frozen=True)
class TemplatePlan:
    """What taking a workbook over would do. With issues of the reading it can do nothing."""

    reading: "TemplateReading"
    template: ChecklistTemplate
    """As it would stand: its key, its number, its options under the keys they had."""
    outcomes: tuple[tuple[int, str, str], ...]
    """Row, number of the question, and `new`, `changed` or `same`."""
    removed: tuple[str, ...]
    """Questions of the version it was made from that are in no row, not even in a wrong one."""
    warnings: tuple[TemplateWarning, ...]
    since: TemplateDifference | None = None
    """What it says otherwise than the version it was made from; None for a list of its own."""

    @property
    def differs(self) -> bool:
        """Whether anything changed: also an order, a title or a threshold."""
        return self.since is None or self.since.changed > 0

    def as_json(self, *, committed: bool = False, step: str | None = None) -> dict[str, Any]:
        """In the shapes of the console (CONSOLE.md, `import`)."""
        reading = self.reading
        counted = Counter(outcome for _row, _key, outcome in self.outcomes)
        sheet = {
            "name": reading.sheet,
            "role": "checklist",
            "header_row": reading.header_row,
            "rows": len(reading.rows) + len({one.row for one in reading.issues}),
            **{outcome: counted[outcome] for outcome in (NEW, CHANGED, SAME)},
            "removed": list(self.removed),
            "questioned": [self._told(one) for one in self.warnings],
            "refused": [
                {"row": one.row, "column": one.column, "code": one.code, "reason": one.reason}
                for one in reading.issues
            ],
        }
        return {
            "key": self.template.key,
            "version": self.template.version,
            "sheets": [sheet],
            "committed": committed,
            "step": step,
        }

    def _told(self, one: TemplateWarning) -> dict[str, Any]:
        row = next((row for row in self.reading.rows if row.question.key == one.question_key), None)
        column = row.columns.get(COLUMN_OF.get(one.kind, "text"), "") if row else ""
        place = {"row": row.row if row else self.reading.header_row, "column": column}
        return {**place, "code": one.kind.value, "reason": one.sentence}


@dataclass(frozen=True, slots=True)
class TakenTemplate:
    """What was done: which version holds it now."""

    plan: TemplatePlan
    version_id: UUID
    step: UUID


class Exchanging(Steps):
    """Checklists that come back from Excel."""

    @staticmethod
    def read_workbook(path: Path) -> "TemplateReading":
        """Read a checklist from a workbook; nothing is compared or written yet.

        Raises TemplateUnrecognised, and what stands in controllers.intake.refusals.
        """
        from controllers.intake.checklist_template import read_template_workbook

        return read_template_workbook(path)

    def plan_workbook(self, reading: "TemplateReading", over: UUID | None = None) -> TemplatePlan:
        """What it would do as a new draft, or over a draft; nothing is written.

        Raises TemplateOfAnother and UnitFixed.
        """
        with self._store.look() as session:
            return _plan(session, reading, over)

    def take_workbook(self, reading: "TemplateReading", over: UUID | None = None) -> TakenTemplate:
        """Take it over as one step: as a new draft, or over a version that may still change.

        Raises TemplateRefused while a cell is wrong, and what `plan_workbook` raises.
        """
        planned = self.plan_workbook(reading, over)
        for one in reading.issues:
            place, count = f"{one.column}{one.row}", len(reading.issues)
            raise TemplateRefused(count=count, place=place, reason=one.reason)
        template = planned.template
        if over is None:
            with self._store.change(N_("Take checklist from Excel"), template.title) as session:
                based = reading.based_on if reading.based_on < template.version else None
                made = copy_of(session, template, based or None)
                return TakenTemplate(planned, made, session.step)
        with self._change(N_("Take checklist from Excel"), over) as (session, row):
            _write_over(session, row, template, {r.question.key: r.old_key for r in reading.rows})
            return TakenTemplate(planned, over, session.step)


def _plan(session: LookSession, reading: "TemplateReading", over: UUID | None) -> TemplatePlan:
    key, version, base = _target(session, reading, over)
    known = {question.key: question for question in base.questions} if base else {}
    assessed = reading.template.assessment is not None
    rows = [(row, _rekeyed(row, known, assessed=assessed)) for row in reading.rows]
    read = replace(reading.template, key=key, version=version, assessment=_rules(reading, base))
    if assessed and base is not None:
        read = replace(read, pseudonym_rule=base.pseudonym_rule)  # no cell of its sheet says it
    template = _with(read, [q for _r, q in rows])
    kept = {row.old_key or row.question.key for row in reading.rows} | set(reading.wrong)
    return TemplatePlan(
        reading=reading,
        template=template,
        outcomes=tuple((row.row, asked.key, _outcome(row, asked, known)) for row, asked in rows),
        removed=tuple(one for one in known if one not in kept),
        warnings=rules.warnings(template),
        since=rules.difference(base, template) if base else None,
    )


def _rules(reading: "TemplateReading", base: ChecklistTemplate | None) -> AssessmentRules | None:
    """The rules that were read, with the names and the order of the version it was made from."""
    read = reading.template.assessment
    if read is None or base is None or base.assessment is None:
        return read
    ours = base.assessment
    return replace(read, labels=ours.labels, advice_order=ours.advice_order)


def _target(
    session: LookSession, reading: "TemplateReading", over: UUID | None
) -> tuple[str, int, ChecklistTemplate | None]:
    """Key and number it gets, and the version to compare it with."""
    read = reading.template
    if over is not None:
        row = version_row(session, over)
        if read.key and read.key != row.key:
            raise TemplateOfAnother(name=reading.name, key=read.key, title=row.title)
        _check_unit(session, row.key, read, alone=len(queries.numbers(session, row.key)) == 1)
        return row.key, row.version, queries.whole(session, row)
    numbers = queries.numbers(session, read.key)
    if not numbers:
        taken = queries.keys(session)
        fresh = read.key if rules.is_key(read.key) and read.key not in taken else ""
        return fresh or new_key(read.title, taken), 1, None
    _check_unit(session, read.key, read, alone=False)
    based = reading.based_on if reading.based_on in numbers else max(numbers)
    return read.key, max(numbers) + 1, queries.template(session, read.key, based)


def _check_unit(session: LookSession, key: str, read: ChecklistTemplate, *, alone: bool) -> None:
    earlier = queries.template(session, key, min(queries.numbers(session, key)))
    if not alone and read.unit is not earlier.unit:
        raise UnitFixed(field="unit")


def _rekeyed(row: "TemplateRow", known: Mapping[str, Question], *, assessed: bool) -> Question:
    """The question with its options under the keys they had when it left.

    What its sheet has no column for stays as it was.
    """
    before = known.get(row.old_key or row.question.key)
    if before is None:
        return row.question
    if assessed:
        return replace(row.question, **{name: getattr(before, name) for name in UNTOLD})
    if not row.question.options:
        return row.question
    lines = rules.option_lines(row.question.options)
    return replace(row.question, options=rules.options_of(lines, before.options))


def _outcome(row: "TemplateRow", asked: Question, known: Mapping[str, Question]) -> str:
    before = known.get(row.old_key or asked.key)
    if before is None:
        return NEW
    return SAME if before == asked else CHANGED


def _with(template: ChecklistTemplate, questions: Sequence[Question]) -> ChecklistTemplate:
    by_key = {question.key: question for question in questions}
    sections = tuple(
        replace(section, questions=tuple(by_key[one.key] for one in section.questions))
        for section in template.sections
    )
    return replace(template, sections=sections)


def _write_over(
    session: ChangeSession,
    row: ChecklistVersion,
    template: ChecklistTemplate,
    old_keys: Mapping[str, str],
) -> None:
    """Rows that stand are changed in place; what is in no row goes, what is new is added."""
    rules.check_changing(file_of(session, row))
    for name, value in head_of(template).items():
        setattr(row, name, value)
    headings = {one.key: one for one in queries.sections(session, row.id)}
    standing = {one.key: one for one in queries.questions_of(session, row.id)}
    for place, section in enumerate(template.sections, start=1):
        heading = headings.pop(section.key, None) or ChecklistSection(
            version_id=row.id, key=section.key
        )
        heading.title, heading.position = section.title, place
        session.add(heading)
        session.flush()
        for number, asked in enumerate(section.questions, start=1):
            kept = standing.pop(old_keys.get(asked.key) or asked.key, None)
            question = kept or ChecklistQuestion(version_id=row.id)
            words = {**columns_of(asked), "section_id": heading.id, "position": number}
            for name, value in words.items():
                setattr(question, name, value)
            session.add(question)
    for gone in (*standing.values(), *headings.values()):
        session.delete(gone)
