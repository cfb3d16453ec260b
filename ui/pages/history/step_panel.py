"""One step of the journal told field by field: what stood there, and what stands there since."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from controllers.history import Story, StoryField, StoryRow, TrailStep, about, act
from models.kernel.text import _
from models.kernel.wording import weekday_date
from ui.kit.base import Icon, Text, column, row, rule, wrap
from ui.kit.button import Button
from ui.kit.card import fact
from ui.kit.page import Ref
from ui.kit.shell import scrolled

AT_ONCE = 40
"""Rows that are told before somebody asks for more."""
HOMES = {"centre": "centre", "dossier_check": "check", "letter": "letter"}
"""Tables whose rows have a page, and the kind of Ref that opens them."""


class StepPanel(QWidget):
    """Tells a step; `opened(Ref)` asks for the thing it is about."""

    opened = Signal(object)
    row_wanted = Signal(object, str)
    """Id and name of the row whose whole history is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._told: UUID | None = None
        self._rest: list[StoryRow] = []
        self._lines: QVBoxLayout = column(gap=0, margins=(22, 20, 22, 24))
        self._more = Button("", "link")
        self._more.clicked.connect(self._tell_more)
        self.area: QScrollArea = scrolled(wrap(self._lines))
        self.setLayout(column(self.area, gap=0))
        self.clear()

    def clear(self) -> None:
        """No step is chosen."""
        self._told = None
        self._empty()
        hint = _("Choose a step to see what it changed, field by field.")
        self._lines.addWidget(Text(hint, "body", 400, "quiet", wrap=True))
        self._lines.addStretch(1)

    def show_story(self, story: Story) -> None:
        """Tell another step; the same step keeps its place in the panel."""
        same = self._told == story.step.id
        kept = self.area.verticalScrollBar().value() if same else 0
        self._told = story.step.id
        self._empty()
        self._tell_head(story.step)
        self._rest = list(story.rows)
        if story.more:
            self._lines.addSpacing(10)
            said = _("This step touched very many records; the first {count} are told here.")
            self._add_line(said.format(count=len(story.rows)))
        self._lines.addWidget(self._more)
        self._lines.addStretch(1)
        self._tell_more()
        self.area.verticalScrollBar().setValue(kept)

    def words(self) -> str:
        """Everything that stands here, line by line."""
        return "\n".join(each.text() for each in self.findChildren(Text) if not each.isHidden())

    def _empty(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is None:
                continue
            widget.hide()
            if widget is not self._more:
                widget.setParent(None)
                widget.deleteLater()

    def _tell_head(self, step: TrailStep) -> None:
        local = step.at.astimezone()
        self._lines.addWidget(Text(act(step), "body", 600, wrap=True))
        if step.subject:
            self._lines.addWidget(Text(about(step), "body", 400, "quiet", wrap=True))
        self._lines.addSpacing(10)
        self._lines.addWidget(fact(_("When"), f"{weekday_date(local.date())}, {local:%H:%M:%S}"))
        self._lines.addSpacing(4)
        self._lines.addWidget(fact(_("Who"), step.who))
        if step.why:
            self._lines.addSpacing(12)
            self._lines.addWidget(Text(_("Why"), "small", 400, "faint"))
            self._lines.addWidget(Text(step.why, "body", wrap=True))
        if step.undone:
            self._lines.addSpacing(8)
            self._add_line(_("This step was undone later."))
        if not step.undoable:
            self._lines.addSpacing(8)
            self._add_line(_("This step cannot be undone."))

    def _add_line(self, sentence: str) -> None:
        self._lines.addWidget(Text(sentence, "small", 400, "faint", wrap=True))

    def _tell_more(self) -> None:
        place = self._lines.indexOf(self._more)
        now, self._rest = self._rest[:AT_ONCE], self._rest[AT_ONCE:]
        for made in chain.from_iterable(map(self._row, now)):
            self._lines.insertWidget(place, made)
            place += 1
        self._more.setText(_("Tell {count} more").format(count=len(self._rest)))
        self._more.setVisible(bool(self._rest))

    def _row(self, told: StoryRow) -> Iterator[QWidget]:
        edge = rule()
        yield wrap(column(edge, gap=0, margins=(0, 13, 0, 10)))
        yield self._title(told)
        for each in told.fields:
            yield _field(each, told.born)

    def _title(self, told: StoryRow) -> QWidget:
        names = column(gap=1)
        word = f"{told.word} · {_('new')}" if told.born else told.word
        names.addWidget(Text(word, "small", 400, "faint"))
        names.addWidget(Text(told.name or "–", "body", 500, wrap=True))
        line = row(gap=2)
        line.addLayout(names, 1)
        all_of = Button("", "ghost", "history", _("Everything that happened to this"))
        all_of.clicked.connect(partial(self._want_row, told))
        line.addWidget(all_of)
        if told.table in HOMES:
            there = Button("", "ghost", "arrow-right", _("Go there"))
            there.clicked.connect(partial(self._open, told))
            line.addWidget(there)
        return wrap(line)

    def _want_row(self, told: StoryRow, _pressed: bool = False) -> None:
        self.row_wanted.emit(told.row, told.name)

    def _open(self, told: StoryRow, _pressed: bool = False) -> None:
        self.opened.emit(Ref(HOMES[told.table], told.row))


def _field(told: StoryField, born: bool) -> QWidget:
    """Old and new under the name of the field; of a new row only what it was born with."""
    name = Text(told.name[:1].upper() + told.name[1:], "small", 400, "faint")
    lines = column(name, gap=2, margins=(0, 8, 0, 0))
    if not born:
        lines.addWidget(Text(told.old or _("empty"), "body", 400, "quiet", wrap=True))
        arrow = column(Icon("arrow-right", "faint", 15), None, gap=0, margins=(0, 5, 0, 0))
        new = Text(told.new or _("empty"), "body", 500 if told.new else 400, wrap=True)
        new.set_tone("ink" if told.new else "quiet")
        line = row(arrow, gap=6)
        line.addWidget(new, 1)
        lines.addLayout(line)
    else:
        lines.addWidget(Text(told.new or _("empty"), "body", 400, wrap=True))
    made = wrap(lines)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made
