"""The filled checklist on paper: question by question, what was answered in which dossier.

Dossiers with the same plain answer stand together; one with a note, hours, words or proof has a row
of its own, and no row breaks over two pages.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer, TableStyle

from controllers.export import palette
from controllers.export.paper.heading import APART, headed
from controllers.export.paper.pieces import Grid, Title, Words
from controllers.export.paper.plain_page import WIDTH, grid_rules
from controllers.export.paper.proofs import numbered
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element
from models.checklists.rules import answer_label
from models.checklists.values import AnswerValue, source_words
from models.checks.rules.kept_conditions import condition_words, put_to
from models.kernel.wording import decimal, list_date

SECTION = style(11, 14.5, bold=True, colour=palette.ACCENT_DEEP, before=10, after=3)
QUESTION = style(8.8, 11.6, bold=True, colour=palette.ACCENT_DEEP)
BASIS = style(7.8, 10.2, colour=palette.QUIET)
CELL = style(8.2, 10.8)
WIDTHS = (0.30, 0.17, 0.53)
Facts = Mapping[str, Any]


class AnswerPart:
    """Sections with their questions; every question is one table that repeats its own head."""

    def __init__(self, content: Facts, root: Element, page: float) -> None:
        self._content, self._root, self._page = content, root, page
        self._questions = {
            str(question["key"]): question
            for section in content["checklist"].get("sections", ())
            for question in section.get("questions", ())
        }
        self._counts = {
            number: judged.get("counts", {})
            for number, judged in content["outcome"].get("dossiers", {}).items()
        }
        self._proofs: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for number, one in numbered(content.get("proofs", ())):
            place = str(one.get("dossier", "")), str(one.get("question_key", ""))
            self._proofs[place].append(f"{number}. {one.get('name', '')}")
        self._rules = TableStyle([*grid_rules(), ("SPAN", (0, 0), (-1, 0))])
        self._widths = [WIDTH * share for share in WIDTHS]

    def story(self) -> Iterator[Flowable]:
        for section in self._content["checklist"].get("sections", ()):
            yield CondPageBreak(110)
            yield Title.of(str(section["title"]), SECTION, self._root.child("H3"))
            for question in section.get("questions", ()):
                yield from self._question(question)

    def _question(self, question: Facts) -> Iterator[Flowable]:
        """Its table; a text too long to stand at the head of it flows over the pages before it."""
        text, basis = f"{question['key']}  {question['text']}", str(question.get("basis", ""))
        basis = source_words(basis)
        head = headed([(text, QUESTION), (basis, BASIS)], self._root, self._page)
        table = head.table
        rows: list[list[Any]] = [[head.cells, "", ""]]
        for dossiers, answer, more in self._lines(question):
            line = table.child("TR")
            cells = (dossiers, answer, more)
            rows.append([Words.of(text, CELL, line.child("TD")) for text in cells])
        grid = Grid(
            rows, self._widths, repeatRows=1, hAlign="LEFT", style=self._rules, spaceAfter=7
        )
        grid.settle(WIDTH, self._page)
        if head.before:
            yield from head.before
            yield Spacer(0, APART)
        yield grid

    def _lines(self, question: Facts) -> Iterator[tuple[str, str, str]]:
        """The plain answers first, each with all its dossiers; then those with more to say."""
        key, options = str(question["key"]), question.get("options", {})
        plain: defaultdict[str, list[str]] = defaultdict(list)
        own: list[tuple[str, str, str]] = []
        for dossier in self._content.get("dossiers", ()):
            number = str(dossier["number"])
            given = dossier.get("answers", {}).get(key, {})
            counted = self._counts.get(number, {}).get(key)
            word = answer_label(AnswerValue(counted)) if counted else "niet beantwoord"
            more = more_words(given, self._proofs.get((number, key), []), options)
            if not put_to(question, self._questions, self._counts.get(number, {})):
                word, more = f"niet gevraagd: {condition_words(question)}", ""
            if more:
                own.append((number, word, more))
            else:
                plain[word].append(number)
        for word, numbers in plain.items():
            yield ", ".join(numbers), word, ""
        yield from own


def more_words(given: Facts, proofs: list[str], options: Facts) -> str:
    """Everything beside the answer itself: a fact, a note, the names of proof.

    A choice is told in the words it has in `options`.
    """
    said = []
    hours = given.get("hours_registered"), given.get("hours_documented")
    if any(one is not None for one in hours):
        told = [decimal(one) if one is not None else "?" for one in hours]
        said.append(f"{told[0]} uur geregistreerd, {told[1]} uur in de verslagen")
    if given.get("amount") is not None:
        said.append(decimal(given["amount"]))
    if given.get("day"):
        said.append(list_date(date.fromisoformat(given["day"])))
    if given.get("choice"):
        said.append(str(options.get(given["choice"], given["choice"])))
    said += [str(given[name]) for name in ("words", "note") if given.get(name)]
    if proofs:
        said.append(f"Bewijs: {', '.join(proofs)}")
    return "\n".join(said)
