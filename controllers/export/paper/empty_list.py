"""The empty checklist on paper, drawn: a row a question, five boxes a dossier, room for notes."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, PageBreak, TableStyle

from controllers.export import palette
from controllers.export.paper.fonts import REGULAR, load_fonts
from controllers.export.paper.pieces import Grid, Title, Words, ink
from controllers.export.paper.plain_page import (
    FOOT,
    HEAD,
    SIDE,
    TOP,
    PageFacts,
    build,
    grid_rules,
)
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element, TaggedCanvas
from controllers.export.paper_list import PaperList
from controllers.template_columns import PROOFS
from models.checklists.rules import answer_label, can_fail, proof_of
from models.checklists.rules.warnings import SELF_EVIDENT
from models.checklists.values import AnswerType, AnswerValue, ChecklistTemplate, Proof, Question
from models.checks.rules.units import words
from models.kernel.wording import enumeration

ABREAST = 6
WIDTH = A4[1] - 2 * SIDE
HEIGHT = A4[0] - TOP - FOOT - HEAD
KEY, COLUMN, NOTES = 34.0, 57.0, 130.0
BOX, APART, TALL = 8.5, 10.4, 16.0
BLANK = "…………"

TITLE = style(13, 17, bold=True, after=2)
QUIET = style(8, 10.5, colour=palette.QUIET, after=4)
SECTION = style(8.6, 11, bold=True, colour=palette.ACCENT_DEEP)
HEADED = style(8, 10, bold=True, colour=palette.ACCENT_DEEP)
CELL = style(8, 10.2)


def draw_list(paper: PaperList, *, made_at: datetime) -> bytes:
    """The list as PDF."""
    load_fonts()
    target, root = BytesIO(), Element("Document")
    template = paper.template
    facts = PageFacts(
        title=f"{template.title} – {paper.centre}",
        subject=paper.centre,
        foot=f"{template.title}, versie {template.version} · {legend()}",
        made_at=made_at,
        fingerprint=paper.mark,
        head=" · ".join(part for part in (paper.centre, paper.reference, paper.day) if part),
        wide=True,
    )
    build(target, list(_story(paper, root)), root, facts)
    return target.getvalue()


def legend() -> str:
    """1 ja · 2 gedeeltelijk …: the keys of the matrix."""
    return " · ".join(f"{key} {answer_label(value)}" for key, value in enumerate(AnswerValue, 1))


def _story(paper: PaperList, root: Element) -> Iterator[Flowable]:
    dossiers = paper.dossiers or ("",) * ABREAST
    for start in range(0, len(dossiers), ABREAST):
        if start:
            yield PageBreak()
        part = dossiers[start : start + ABREAST]
        title = Title.of(paper.template.title, TITLE, root.child("H1"))
        title.level = 0
        yield title
        told = (
            f"Kruis per {words(paper.template.unit).one} één vakje aan. Het nummer van de vraag is"
            " dat van het scherm: met G gaat u in de matrix naar dat nummer."
            f" {_with_it(paper.template)}"
        )
        yield Words.of(told, QUIET, root.child("P"))
        yield _table(paper, part, root)


def _wants(template: ChecklistTemplate) -> dict[str, Proof]:
    """What a no or a partly asks, by question that can be answered so."""
    return {
        one.key: proof_of(one, one.proof)
        for one in template.questions
        if can_fail(one) and one.answer_type not in SELF_EVIDENT
    }


def _with_it(template: ChecklistTemplate) -> str:
    """What belongs with an answer, in one sentence for the whole list."""
    if template.motivated:
        return "Bij elk antwoord hoort een nota."
    match list(dict.fromkeys(_wants(template).values())):
        case [Proof.NOTE]:
            return "Bij 2 tot 5 hoort een nota."
        case [] | [Proof.NOTHING]:
            return "Bij 4 en 5 hoort een nota."
        case [alike]:
            return f"Bij 2 en 3 hoort {PROOFS[alike]}, bij 4 en 5 een nota."
        case _:
            return "Wat bij 2 en 3 hoort, staat bij de vraag; bij 4 en 5 hoort een nota."


def _table(paper: PaperList, dossiers: Sequence[str], root: Element) -> Grid:
    table = root.child("Table")
    heads = ["Nr.", "Vraag", *(number or BLANK for number in dossiers), "Nota"]
    row = table.child("TR")
    rows: list[list[Any]] = [
        [_head(text, row.child("TH", O="Table", Scope="Column")) for text in heads]
    ]
    wants = {} if paper.template.motivated else _wants(paper.template)
    alike = len(set(wants.values())) < 2
    said = {} if alike else {key: f" (bij 2 en 3: {PROOFS[one]})" for key, one in wants.items()}
    rules = [*grid_rules(), ("VALIGN", (0, 1), (-1, -1), "MIDDLE")]
    for section in paper.template.sections:
        line = table.child("TR")
        rows.append([Words.of(section.title, SECTION, line.child("TD")), *[""] * (len(heads) - 1)])
        at = len(rows) - 1
        rules += [
            ("SPAN", (0, at), (-1, at)),
            ("BACKGROUND", (0, at), (-1, at), ink(palette.SUNKEN)),
        ]
        asked = ((one, said.get(one.key, "")) for one in section.questions)
        rows += [_question(one, dossiers, table, wanted) for one, wanted in asked]
    room = WIDTH - KEY - NOTES - len(dossiers) * COLUMN
    widths = [KEY, room, *[COLUMN] * len(dossiers), NOTES]
    grid = Grid(rows, widths, repeatRows=1, hAlign="LEFT", style=TableStyle(rules))
    grid.settle(WIDTH, HEIGHT)
    return grid


def _question(
    question: Question, dossiers: Sequence[str], table: Element, wanted: str
) -> list[Any]:
    line = table.child("TR")
    told = f"{question.text}{wanted}"
    if question.asked_when is not None:
        words = enumeration([answer_label(value) for value in question.asked_when.values])
        told = f"Alleen als {question.asked_when.question_key} {words} is: {told}"
    return [
        Words.of(question.key, CELL, line.child("TD")),
        Words.of(told, CELL, line.child("TD")),
        *(Boxes(question, line.child("TD")) for _number in dossiers),
        "",
    ]


def _head(text: str, cell: Element) -> Words:
    words = Words.of(text, HEADED, cell)
    words.once = True
    return words


class Boxes(Flowable):
    """Five boxes with their keys; for a fact a line to write it on, then those to set it aside."""

    canv: TaggedCanvas

    def __init__(self, question: Question, cell: Element) -> None:
        super().__init__()
        judged = question.answer_type is AnswerType.YES_PARTIAL_NO_NA
        self._keys = range(1, 6) if judged else range(4, 6)
        self._hours = question.answer_type is AnswerType.HOURS_COMPARE
        self._figure = cell.child("Figure")
        self._figure.alternative = "vakjes 1 tot 5" if judged else "plaats om het in te vullen"

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availWidth, availHeight
        self.width, self.height = 5 * APART, TALL
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.tagged(self._figure):
            self.canv.setStrokeColor(ink(palette.INK))
            self.canv.setFillColor(ink(palette.QUIET))
            self.canv.setLineWidth(0.6)
            self.canv.setFont(REGULAR, 5.2)
            for key in self._keys:
                x = (key - 1) * APART
                self.canv.rect(x, 5.6, BOX, BOX, stroke=1, fill=0)
                self.canv.drawCentredString(x + BOX / 2, 0.4, str(key))
            if 1 in self._keys:
                return
            self.canv.line(0, 5.6, 3 * APART - 3, 5.6)
            if self._hours:
                self.canv.drawString(0, 0.4, "uur / uur")
