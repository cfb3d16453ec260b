"""A check as the matrix shows it. Pure, so that a reader thread can prepare it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from controllers.checks import (
    Checks,
    asked,
    by_section,
    comes_to,
    effective,
    gap_kind,
    section_totals,
    tally,
    total,
)
from controllers.wording import badge, word
from models.checklists.rules import condition_sentence
from models.checks.values import (
    AnswerType,
    AnswerValue,
    CheckFile,
    ChecklistAnswer,
    ChecklistTemplate,
    DossierColumn,
    GapKind,
    LastVisit,
    Progress,
    Question,
    Tally,
    Unit,
)
from models.kernel.errors import Gone
from models.kernel.text import N_, _
from ui.kit.matrix_values import (
    Earlier,
    Line,
    MatrixCell,
    MatrixColumn,
    MatrixQuestion,
    MatrixSection,
)
from ui.kit.reading import say_amount, say_hours
from ui.kit.shares import Share
from ui.pages.checks.last_time import beside
from ui.pages.checks.unit_words import words_of

Place = tuple[str, UUID]
"""Question key and dossier id."""

Counts = dict[UUID, tuple[Progress, ...]]
"""By dossier: how far each section of the checklist is."""

NOTHING = ChecklistAnswer()

MANY = 200
"""Answers that changed at once, from which reading the check whole costs no more."""

FACTS = {
    AnswerType.TEXT: "text",
    AnswerType.NUMBER: "number",
    AnswerType.DATE: "date",
    AnswerType.CHOICE: "choice",
}
"""How the matrix calls the kinds of facts."""
SHORTEST = 9
"""Signs of a text that a cell shows."""
LACKS = {
    GapKind.REASON_MISSING: N_("the reason is missing"),
    GapKind.NOTE_MISSING: N_("the note is missing"),
    GapKind.PROOF_MISSING: N_("the proof is missing"),
    GapKind.NOTE_OR_PROOF_MISSING: N_("a note or a proof is missing"),
}


WITHOUT = {
    GapKind.REASON_MISSING: N_("{count} without reason"),
    GapKind.NOTE_MISSING: N_("{count} without note"),
    GapKind.PROOF_MISSING: N_("{count} without proof"),
    GapKind.NOTE_OR_PROOF_MISSING: N_("{count} without note or proof"),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """One moment of a check."""

    check: CheckFile
    columns: tuple[MatrixColumn, ...]
    cells: dict[Place, MatrixCell]
    last: LastVisit
    """The check before this one; read once, when the check is opened."""
    now: dict[str, Tally]
    """Every question over the dossiers as far as they are filled."""
    earlier: dict[str, Earlier]
    counts: Counts
    """How far every dossier is, section by section."""
    gaps: int
    """How many cells keep the check from being finished."""
    unseen: int
    """How many findings of earlier checks still wait for a look."""

    def sections(self) -> dict[str, Share]:
        """How far every section is, over all dossiers."""
        totals = section_totals(list(self.counts.values()))
        named = zip(self.check.template.sections, totals, strict=False)  # none without dossiers
        return {section.key: share_of(one) for section, one in named}


def look(checks: Checks, check_id: UUID, before: Sight | None = None) -> Sight:
    """Read a check and prepare its matrix; what `before` showed of it serves again. Raises Gone."""
    check = checks.file(check_id)
    known = before is not None and before.check.template is check.template
    same = {each.id: each for each in before.check.dossiers} if before and known else {}
    cells: dict[Place, MatrixCell] = {}
    counts: Counts = {}
    for dossier in check.dossiers:
        if before is not None and same.get(dossier.id) == dossier:
            keys = [(question.key, dossier.id) for question in check.template.questions]
            cells |= {place: before.cells[place] for place in keys}
            counts[dossier.id] = before.counts[dossier.id]
        else:
            cells |= cells_of(check.template, dossier)
            counts[dossier.id] = by_section(check.template, dossier.answers)
    columns = tuple(
        column(check.template.unit, dossier, counts[dossier.id]) for dossier in check.dossiers
    )
    again = before is not None and before.check.id == check_id
    last = before.last if before and again else checks.last_visit(check_id)
    now = tallies(check, last.questions)
    gaps = sum(cell.gap for cell in cells.values())
    unseen = checks.unseen(check_id) if check.finished_at is None else 0
    return Sight(check, columns, cells, last, now, beside(last, now), counts, gaps, unseen)


def look_again(checks: Checks, before: Sight, answers: frozenset[UUID]) -> Sight:
    """What `before` shows now that these rows of answers changed: equal to `look`.

    When more than answers changed, or many of them, the check is read whole. Raises Gone.
    """
    if len(answers) > MANY:
        return look(checks, before.check.id, before)
    try:
        check = checks.file_again(before.check, answers)
    except Gone:
        return look(checks, before.check.id, before)
    pairs = zip(before.check.dossiers, check.dossiers, strict=True)
    changed = [new for old, new in pairs if new is not old]
    if not changed:
        return before
    cells, counts, gaps = dict(before.cells), dict(before.counts), before.gaps
    for dossier in changed:
        counts[dossier.id] = by_section(check.template, dossier.answers)
        for place, one in cells_of(check.template, dossier).items():
            gaps += one.gap - cells[place].gap
            cells[place] = one
    heads = {one.id: column(check.template.unit, one, counts[one.id]) for one in changed}
    columns = tuple(heads.get(one.id, one) for one in before.columns)
    now = tallies(check, before.last.questions)
    beside_now = beside(before.last, now)
    last, unseen = before.last, before.unseen
    return Sight(check, columns, cells, last, now, beside_now, counts, gaps, unseen)


def cells_of(template: ChecklistTemplate, dossier: DossierColumn) -> dict[Place, MatrixCell]:
    """Everything the matrix draws under one dossier."""
    put = asked(template, dossier.answers)
    return {
        (question.key, dossier.id): cell(
            question,
            dossier.answers.get(question.key, NOTHING),
            asleep="" if question.key in put else why(question),
        )
        for question in template.questions
    }


def tallies(check: CheckFile, keys: Collection[str]) -> dict[str, Tally]:
    """What these questions come to, counted over the dossiers."""
    questions = [check.template.question(key) for key in keys]
    return {
        one.key: tally(comes_to(check.template, one, each.answers) for each in check.dossiers)
        for one in questions
    }


def why(question: Question) -> str:
    """Why a question is not asked, as the checklist says it."""
    return condition_sentence(question.asked_when)


def cell(question: Question, answer: ChecklistAnswer, asleep: str = "") -> MatrixCell:
    """What the matrix draws for an answer, with what it still lacks.

    `asleep` says why a question is not asked: it is set aside, whatever was answered before.
    """
    if asleep:
        return MatrixCell(AnswerValue.NA.value, note=bool(answer.note), asleep=asleep)
    value = effective(question, answer)
    lack = gap_kind(question, answer)
    return MatrixCell(
        answer=None if value is None else value.value,
        note=bool(answer.note),
        text=fact(question, answer),
        proofs=answer.proofs,
        lacks=_(LACKS[lack]) if lack in LACKS else "",
    )


def fact(question: Question, answer: ChecklistAnswer) -> str:
    """The answer in as few signs as a cell has room for."""
    match question.answer_type:
        case AnswerType.HOURS_COMPARE:
            return hours(answer)
        case AnswerType.NUMBER:
            return say_amount(answer.amount)
        case AnswerType.DATE:
            return "" if answer.day is None else f"{answer.day:%d/%m/%y}"
        case AnswerType.CHOICE:
            chosen = (one.text for one in question.options if one.key == answer.choice)
            return shortened(next(chosen, ""))
        case _:
            return shortened(answer.words)


def shortened(text: str) -> str:
    """Its first words, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORTEST else f"{line[: SHORTEST - 1].rstrip()}…"


def hours(answer: ChecklistAnswer) -> str:
    """7 / 6,5; nothing while both are missing."""
    pair = (answer.hours_registered, answer.hours_documented)
    return "" if pair == (None, None) else " / ".join(say_hours(each) or "?" for each in pair)


def column(unit: Unit, dossier: DossierColumn, sections: Sequence[Progress]) -> MatrixColumn:
    """The head above a dossier: its verdict and how far it is."""
    verdict, far = dossier.verdict, total(sections)
    return MatrixColumn(
        id=dossier.id,
        number=dossier.number,
        verdict_state="" if verdict is None else badge(verdict),
        verdict_word="" if verdict is None else word(verdict),
        called=words_of(unit).say("column", number=dossier.number),
        share_done=far.answered / max(1, far.total),
        share=share_of(far),
    )


def share_of(far: Progress) -> Share:
    """As a bar shows it."""
    return Share(far.good, far.partly, far.bad, far.na, far.aside, far.total)


def how_far(sections: Sequence[Progress]) -> str:
    """26 of 27: the questions answered, of those that are asked in this dossier."""
    far = total(sections)
    return _("{done} of {total}").format(done=far.answered, total=far.total)


def lacking(sight: Sight) -> list[str]:
    """What answers still lack, kind by kind: 2 without note, 1 without proof."""
    counted = Counter(each.lacks for each in sight.cells.values() if each.gap and each.lacks)
    return [
        _(WITHOUT[kind]).format(count=count)
        for kind, said in LACKS.items()
        if (count := counted[_(said)])
    ]


def open_questions(sight: Sight) -> frozenset[str]:
    """Keys of the questions where something is still to be done in some dossier."""
    return frozenset(key for (key, _id), each in sight.cells.items() if each.gap)


def frame(sight: Sight) -> tuple[object, ...]:
    """What must be equal for cells to be updated in place."""
    check = sight.check
    return check.id, check.template.version, [(each.id, each.number) for each in sight.columns]


def lines(check: CheckFile, keys: frozenset[str] | None = None) -> Sequence[Line]:
    """The rows of the matrix, only these questions when keys are given."""
    found: list[Line] = []
    for section in check.template.sections:
        chosen = [each for each in section.questions if keys is None or each.key in keys]
        if chosen:
            found.append(MatrixSection(section.title, section.key))
            found.extend(_line(question) for question in chosen)
    return found


def _line(question: Question) -> MatrixQuestion:
    return MatrixQuestion(
        key=question.key,
        code=question.key,
        text=question.title,
        whole=question.text,
        decisive=question.decisive,
        hours=question.answer_type is AnswerType.HOURS_COMPARE,
        fact=FACTS.get(question.answer_type, ""),
        waits=frozenset(
            value.value for value in AnswerValue if gap_kind(question, ChecklistAnswer(value))
        ),
    )
