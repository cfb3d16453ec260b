"""Two versions of a checklist side by side: what came, went, moved, and what reads otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.checklists.values import (
    AssessmentRules,
    DifferenceKind,
    FieldDifference,
    QuestionDifference,
    SectionDifference,
    TemplateDifference,
)
from models.kernel.text import N_, _
from ui.kit.badge import Badge
from ui.kit.base import Text, column, empty, row, wrap
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.choice_field import Toggle
from ui.kit.header import Header
from ui.kit.shell import scrolled
from ui.pages.checklists import words

KINDS = {
    DifferenceKind.SAME: (N_("The same"), "plain"),
    DifferenceKind.ADDED: (N_("Added"), "good"),
    DifferenceKind.REMOVED: (N_("Taken out"), "late"),
    DifferenceKind.MOVED: (N_("Moved"), "note"),
    DifferenceKind.CHANGED: (N_("Changed"), "remark"),
}


class DifferenceView(QWidget):
    """`closed` goes back to the version."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: TemplateDifference | None = None
        self.back = Button(_("Back"), "secondary", "arrow-back-up")
        self.all = Toggle(_("Also what is the same"))
        self.header = Header(_("Difference"), actions=(self.all, self.back))
        self._body = column(gap=12, margins=(28, 8, 28, 28))
        whole = column(self.header, gap=0)
        self.area = scrolled(wrap(self._body))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setProperty("ringed", True)
        self.area.setAccessibleName(_("Difference"))
        whole.addWidget(self.area, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.area)
        self.back.clicked.connect(self.closed)
        self.all.edited.connect(self._again)

    def show_difference(self, title: str, shown: TemplateDifference) -> None:
        self._shown = shown
        said = _("Version {one} beside version {other}").format(one=shown.one, other=shown.other)
        self.header.set_title(title)
        self.header.set_sub(said)
        self._again()
        self.area.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.area.verticalScrollBar()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def cards(self) -> list[Card]:
        """What is on the screen, in reading order."""
        items = (self._body.itemAt(at) for at in range(self._body.count()))
        found = (item.widget() for item in items if item is not None)
        return [one for one in found if isinstance(one, Card)]

    def _again(self, _shown: object = None) -> None:
        empty(self._body)
        if self._shown is None:
            return
        one, other = (
            _("Version {number}").format(number=number)
            for number in (self._shown.one, self._shown.other)
        )
        self._body.addWidget(_pair(one, other, margins=(17, 0, 17, 0)))
        if self._shown.facts:
            told = _fields(self._shown.facts, self._shown.assessed)
            self._body.addWidget(Card(_("The whole checklist"), *told))
        for section in self._shown.sections:
            self._add(section)
        if self._body.count() == 1:
            self._body.addWidget(Text(_("These two versions are the same."), "body", 400, "quiet"))
        self._body.addStretch(1)

    def _add(self, section: SectionDifference) -> None:
        told = [one for one in section.questions if self._tells(one)]
        same = section.kind is DifferenceKind.SAME
        if not told and same and not self.all.value():
            return
        self._body.addWidget(Text(section.new_title or section.old_title, "body", 600))
        if not same:
            self._body.addWidget(wrap(row(_badge(section.kind), None)))
        for one in told:
            self._body.addWidget(_card(one, self._shown.assessed if self._shown else None))

    def _tells(self, one: QuestionDifference) -> bool:
        return bool(self.all.value()) or one.kind is not DifferenceKind.SAME


def _card(one: QuestionDifference, assessed: AssessmentRules | None) -> Card:
    question = one.new or one.old
    assert question is not None  # noqa: S101 - a question stands in one of both
    head = row(_badge(one.kind), None)
    if one.fields:
        return Card(f"{one.key}  {question.title}", head, *_fields(one.fields, assessed))
    return Card(f"{one.key}  {question.title}", head, Text(question.text, "small", wrap=True))


def _fields(fields: Sequence[FieldDifference], assessed: AssessmentRules | None) -> list[QWidget]:
    return [_field(one, assessed) for one in fields]


def _field(one: FieldDifference, assessed: AssessmentRules | None) -> QWidget:
    old, new = (words.said(said, assessed) or "–" for said in (one.old, one.new))
    both = _pair(old, new)
    return wrap(column(Text(words.label(one.field), "small", 500, "faint"), both, gap=2))


def _pair(old: str, new: str, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QWidget:
    line = row(gap=18, margins=margins)
    line.addWidget(Text(old, "small", 400, "quiet", wrap=True), 1)
    line.addWidget(Text(new, "small", 500, "ink", wrap=True), 1)
    return wrap(line)


def _badge(kind: DifferenceKind) -> Badge:
    said, state = KINDS[kind]
    return Badge(state, _(said))
