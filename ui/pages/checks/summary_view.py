"""The summary of a check on the screen: the same words as on the closing sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from controllers.wording import word
from models.checks.values import Grade
from models.checks.values.closing import Closing, ClosingAction, ClosingFinding
from models.kernel.text import _
from models.kernel.wording import list_date, weekday_date
from ui.kit.base import Item, Text, column, empty, row, rule, wrap

BETWEEN = 14
TOP = Qt.AlignmentFlag.AlignTop


class SummaryView(QWidget):
    """Made anew when the summary is another one; it holds no state of its own."""

    def __init__(self, *, large: bool = False) -> None:
        super().__init__()
        self._size = "large" if large else "body"
        self._lines = column(gap=0)
        self.setLayout(self._lines)
        self._shown: Closing | None = None

    def show_closing(self, closing: Closing) -> None:
        if closing == self._shown:
            return
        self._shown = closing
        empty(self._lines)
        self._lines.addWidget(wrap(column(*self._parts(closing), None, gap=6)))

    def _parts(self, closing: Closing) -> list[Item]:
        """With large type the centre and the day stand over it, and the other facts beside it."""
        parts: list[Item] = []
        if self._size != "large":
            parts.append(Text(closing.centre, "display", wrap=True))
            parts.append(Text(_facts(closing), self._size, 400, "quiet", wrap=True))
        told = (closing.result, closing.conclusion)
        parts += [self._text(text) for text in told if text]
        if closing.strengths:
            parts += [BETWEEN, self._head(_("What goes well"))]
            parts += [self._point(text) for text in closing.strengths]
        parts += [BETWEEN, self._head(_("Findings")), *self._findings(closing.findings)]
        parts += [BETWEEN, self._head(_("Agreements")), *self._actions(closing.actions)]
        parts += [BETWEEN, self._head(_("What now"))]
        return [*parts, *(self._point(step) for step in closing.steps)]

    def _findings(self, found: Sequence[ClosingFinding]) -> list[Item]:
        if not found:
            return [self._text(_("There are no findings."))]
        parts: list[Item] = []
        for grade, of_grade in groupby(found, key=_grade):
            every = list(of_grade)
            parts.append(Text(f"{word(Grade(grade))} ({len(every)})", self._size, 600))
            parts += [
                self._point(f"{one.title}: {one.text}" if one.title else one.text) for one in every
            ]
        return parts

    def _actions(self, agreed: Sequence[ClosingAction]) -> list[Item]:
        if not agreed:
            return [self._text(_("No measures were agreed."))]
        parts: list[Item] = []
        for one in agreed:
            due = list_date(one.due) if one.due else ""
            last = "  ·  ".join(part for part in (one.owner, due, one.why) if part)
            parts += [4, rule(), 4] if parts else []
            parts.append(self._text(f"{one.about}: {one.text}" if one.text else one.about))
            parts += [Text(last, "body", 500, "quiet", wrap=True)] if last else []
        return parts

    def _text(self, text: str) -> Text:
        return Text(text, self._size, wrap=True)

    def _head(self, text: str) -> Text:
        return Text(text, self._size, 600, "accent")

    def _point(self, text: str) -> QWidget:
        line = row(gap=8)
        line.addWidget(Text("•", self._size, 400, "accent", wrap=True), 0, TOP)
        line.addWidget(self._text(text), 1)
        return wrap(line)


def _facts(closing: Closing) -> str:
    day = weekday_date(closing.day) if closing.day else ""
    told = (day, closing.place, closing.period, closing.spoken_to, closing.officer)
    return " · ".join(part for part in told if part)


def _grade(finding: ClosingFinding) -> str:
    return finding.grade
