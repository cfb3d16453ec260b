"""The places of a letter beside the paper: missing first, then typed, then filled by itself."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from controllers.bundle import Controllers
from models.kernel.errors import AppError
from models.kernel.text import _
from models.letters.values import CHECK_UNFINISHED, LetterFile, PlaceFile
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, rule, wrap
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.shell import scrolled
from ui.pages.letters.place_row import (
    BLANK,
    LETTER_DATE,
    MISSING,
    PROPOSED,
    TYPED,
    DateRow,
    FixedRow,
    PlaceRow,
    WrittenRow,
)
from ui.tasks import Tasks

ORDER = (MISSING, TYPED, PROPOSED, BLANK)


class PlacesPanel(QWidget):
    """Hands in each place by itself. A row only moves to another heading once it is left."""

    check_wanted = Signal()
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._letters, self._tasks = controllers.letters, tasks
        self.form = Form(self)
        self.form.changed.connect(self._hand_in)
        self.date_row = DateRow(self.form, controllers.today())
        self.rows: dict[str, PlaceRow] = {LETTER_DATE: self.date_row}
        self._stands: dict[str, str] = {}
        self._letter: LetterFile | None = None
        self.heads = {section: Head(section) for section in ORDER}
        self._inside = QWidget()
        for part in (self.date_row, *self.heads.values()):  # a loose one would be a window
            part.setParent(self._inside)
        self._lines: QVBoxLayout = column(gap=14, margins=(22, 20, 22, 24))
        self._inside.setLayout(self._lines)
        self.area: QScrollArea = scrolled(self._inside)
        self.setLayout(column(self.area, gap=0))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def show_letter(self, letter: LetterFile) -> None:
        """News from the file; what somebody is typing stays."""
        if self._letter is None or self._letter.id != letter.id:
            self.form.settle()
            self._stands.clear()
            self.area.verticalScrollBar().setValue(0)
        self._letter = letter
        self._make_rows(letter)
        values: dict[str, Any] = {place.key: place.value for place in _places(letter)}
        self.form.show(values | {LETTER_DATE: letter.letter_date}, of=letter.id)
        self.date_row.show_date(letter.letter_date)
        for place in _places(letter):
            made = self.rows[place.key]
            if isinstance(made, WrittenRow | FixedRow):
                made.show_place(place, place.key in letter.missing, letter.letter_date is None)
        self._tidy()
        self._arrange()

    def settle(self) -> None:
        self.form.settle()

    def go_to_missing(self) -> bool:
        """Stand on the next place that is missing, the first after the last; False without one."""
        wanted = [key for key in self._shown() if self.rows[key].section == MISSING]
        if not wanted:
            return False
        here = next((n for n, key in enumerate(wanted) if self.rows[key].holds_focus()), -1)
        found = self.rows[wanted[(here + 1) % len(wanted)]]
        found.focus()
        self.area.ensureWidgetVisible(found, 0, 40)
        return True

    def _make_rows(self, letter: LetterFile) -> None:
        for place in _places(letter):
            if place.key not in self.rows:
                made = self._made(place)
                made.setParent(self._inside)
                self.rows[place.key] = made

    def _made(self, place: PlaceFile) -> PlaceRow:
        if place.editable:
            written = WrittenRow(self.form, place)
            written.back_wanted.connect(self._go_back)
            return written
        fixed = FixedRow(place)
        fixed.check_wanted.connect(self.check_wanted)
        return fixed

    def _shown(self) -> list[str]:
        """Keys in the order of the letter, the date of the letter first."""
        places = _places(self._letter) if self._letter else ()
        return [LETTER_DATE, *(place.key for place in places)]

    def _arrange(self) -> None:
        """Every row under its heading; where somebody is busy, the row stays for now."""
        shown = self._shown()
        before = dict(self._stands)
        self._stands = {
            key: before.get(key, self.rows[key].section)
            if self.rows[key].holds_focus()
            else self.rows[key].section
            for key in shown
        }
        for key, made in self.rows.items():
            made.setVisible(key in shown)
        missing = sum(self.rows[key].section == MISSING for key in shown)
        self._tell_heads(missing)
        if self._stands != before:
            self._lay_out(shown)

    def _tell_heads(self, missing: int) -> None:
        first = True
        for section, head in self.heads.items():
            count = sum(stands == section for stands in self._stands.values())
            head.show_count(missing if section == MISSING else count, first)
            head.setVisible(count > 0)
            first = first and not count

    def _lay_out(self, shown: list[str]) -> None:
        while self._lines.takeAt(0) is not None:
            pass
        before: QWidget | None = None
        for section in ORDER:
            self._lines.addWidget(self.heads[section])
            for key in shown:
                if self._stands[key] == section:
                    self._lines.addWidget(self.rows[key])
                    before = _after(before, self.rows[key])
        self._lines.addStretch(1)

    def _tidy(self) -> None:
        for made in self.rows.values():
            if isinstance(made, WrittenRow):
                made.tidy()

    def _focus_moved(self, _before: QWidget | None, _now: QWidget | None) -> None:
        if self._letter is not None and isValid(self._inside):
            self._tidy()
            self._arrange()

    def _hand_in(self, key: str, value: Any) -> None:
        letter_id = self.form.of
        if not isinstance(letter_id, UUID):
            return
        if key == LETTER_DATE:
            ticket = self._tasks.do(self._letters.set_date, letter_id, value)
        else:
            ticket = self._tasks.do(self._letters.fill, letter_id, key, str(value))
        ticket.otherwise(partial(self._explain, letter_id))

    def _go_back(self, key: str) -> None:
        self._hand_in(key, "")

    def _explain(self, letter_id: UUID, error: AppError) -> None:
        """At its field; in the bar when another letter is shown by now."""
        if letter_id != self.form.of or not self.form.explain(error):
            self.said.emit(Message(str(error), tone="late"))


class Head(QWidget):
    """The heading of a group of places, with how many there are."""

    def __init__(self, section: str) -> None:
        super().__init__()
        self._section = section
        titles = {
            MISSING: _("Missing values"),
            TYPED: _("Written by you"),
            PROPOSED: _("Filled in by itself"),
            BLANK: _("May stay empty"),
        }
        self.badge = Badge("due", "")
        self.count = Text("", "small", 400, "faint", tabular=True)
        first = section == MISSING
        self._edge = wrap(column(rule(), gap=0, margins=(0, 4, 0, 10)))
        self._edge.setParent(self)
        line = row(Text(titles[section], "body" if first else "small", 600), None, gap=8)
        line.addWidget(self.badge if first else self.count)
        lines = column(gap=4)
        if first:
            lines.addLayout(line)
            lines.addWidget(
                Text(_("Fill them in to keep the letter."), "small", 400, "quiet", wrap=True)
            )
        else:
            lines.addWidget(self._edge)
            lines.addLayout(line)
        self.setLayout(lines)

    def show_count(self, count: int, first: bool) -> None:
        """How many stand under it; the first heading has no line above it."""
        self._edge.setVisible(not first)
        self.count.setText(str(count))
        self.badge.set_state("due", _("{count} to go").format(count=count))


def _places(letter: LetterFile) -> tuple[PlaceFile, ...]:
    """Every place; before them the check itself, as long as it is not finished."""
    if CHECK_UNFINISHED not in letter.missing:
        return letter.places
    label = letter.wanted[letter.missing.index(CHECK_UNFINISHED)]
    check = PlaceFile(
        CHECK_UNFINISHED, label, value="", proposed="", typed=False, long=False, editable=False
    )
    return (check, *letter.places)


def _after(before: QWidget | None, made: PlaceRow) -> QWidget | None:
    """The Tab key follows the eye."""
    for each in made.stops():
        if before is not None:
            QWidget.setTabOrder(before, each)
        before = each
    return before
