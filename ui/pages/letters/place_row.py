"""One place of a letter beside the paper: its field, where it came from, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.letters import FROM_CHECK, SOURCES
from models.kernel.text import _
from models.letters.values import PlaceFile
from ui.kit.base import Text, column, wrap
from ui.kit.button import Button
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.text_field import TextField
from ui.masking import mask

LETTER_DATE = "letter_date"
DATED_TABLE = "measures_table"
"""Its last days are counted from the date of the letter."""
MISSING, TYPED, PROPOSED, BLANK = "missing", "typed", "proposed", "blank"


class PlaceRow(QWidget):
    """A place of a letter; `section` says under which heading it stands."""

    section = PROPOSED

    def focus(self) -> None:
        """Put the keyboard where this place can be filled."""

    def stops(self) -> Sequence[QWidget]:
        """Where the Tab key stops, in order."""
        return ()

    def holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))


class WrittenRow(PlaceRow):
    """A place the officer may write: it shows what is proposed until something is typed."""

    back_wanted = Signal(str)
    """Key of the place that goes back to what the program proposes."""

    def __init__(self, form: Form, place: PlaceFile) -> None:
        super().__init__()
        self.key = place.key
        self._place = place
        self.field: Any = TextField(lines=2, most=9) if place.long else LineField()
        self.row = form.add(place.key, _capital(place.label), self.field)
        mask(self.row)
        self.why = Why()
        self.back = Button(_("Back to the proposal"), "link")
        self.back.clicked.connect(self._go_back)
        self.setLayout(column(self.row, _links(self.why.link, self.back), self.why.text, gap=2))

    def show_place(self, place: PlaceFile, missing: bool, _undated: bool) -> None:
        """What the file says of it now; the value itself is the form's."""
        self._place = place
        self.section = MISSING if missing else TYPED if place.typed else PROPOSED
        if not missing and not place.value:
            self.section = BLANK
        self.back.setVisible(place.typed and bool(place.proposed))
        self.back.setToolTip(place.proposed)
        self.why.explain(place.explanation)
        self.row.set_help(self._help(missing))

    def tidy(self) -> None:
        """An emptied field goes back to the proposal once it is left."""
        if not self.field.hasFocus() and not self.field.value() and self._place.proposed:
            self.field.set_value(self._place.proposed, afresh=True)

    def focus(self) -> None:
        self.field.setFocus()

    def stops(self) -> Sequence[QWidget]:
        return (self.field, self.why.link, self.back)

    def _help(self, missing: bool) -> str:
        source = _(SOURCES[self.key])
        if missing:
            return f"{_('No proposal yet.')} {source}"
        if self._place.unlike:
            return self._place.unlike
        if self._place.typed and self._place.proposed:
            return _("Proposed was: {text}").format(text=_short(self._place.proposed))
        return source

    def _go_back(self) -> None:
        self.field.setFocus()
        self.field.set_value(self._place.proposed, afresh=True)
        self.back_wanted.emit(self.key)


class FixedRow(PlaceRow):
    """A place that is not written here but follows from elsewhere: a table or a list."""

    check_wanted = Signal()

    def __init__(self, place: PlaceFile) -> None:
        super().__init__()
        self.key = place.key
        self.label = Text(_capital(place.label), "small", 500)
        self.value = Text("", "body", 400, wrap=True)
        self.source = Text(_(SOURCES[place.key]), "small", 400, "faint", wrap=True)
        self.why = Why()
        from_check = place.key in FROM_CHECK
        self.link = Button(
            _("See in the check") if from_check else _("See in the centre file"), "link"
        )
        self.link.clicked.connect(self.check_wanted)
        links = _links(self.why.link, self.link)
        self.setLayout(column(self.label, self.value, self.source, links, self.why.text, gap=3))

    def show_place(self, place: PlaceFile, missing: bool, undated: bool) -> None:
        """What the file says of it now; `undated` while the letter has no date."""
        self.section = MISSING if missing else PROPOSED if place.value else BLANK
        nothing = _("Not complete: fill it in at the check.") if missing else _("None")
        if missing and undated and self.key == DATED_TABLE:
            nothing = _("Not complete: date the letter first.")
        self.value.setText(place.value if place.value and not missing else nothing)
        self.value.set_tone("late" if missing else "ink" if place.value else "faint")
        self.why.explain(place.explanation)

    def focus(self) -> None:
        self.link.setFocus()

    def stops(self) -> Sequence[QWidget]:
        return (self.why.link, self.link)


class DateRow(PlaceRow):
    """The date of the letter, from which its terms are counted."""

    key = LETTER_DATE

    def __init__(self, form: Form, today: date) -> None:
        super().__init__()
        self.field = DateField(today)
        help_text = _("Terms in the letter are counted from this day.")
        self.row = form.add(LETTER_DATE, _("Date of the letter"), self.field, help_text)
        self.setLayout(column(self.row, gap=0))

    def show_date(self, day: date | None) -> None:
        self.section = PROPOSED if day else MISSING

    def focus(self) -> None:
        self.field.setFocus()

    def stops(self) -> Sequence[QWidget]:
        return (self.field,)


class Why:
    """Why this date: a link that unfolds the sum."""

    def __init__(self) -> None:
        self.link = Button(_("Why this date?"), "link")
        self.text = Text("", "small", 400, "quiet", wrap=True)
        self._open = False
        self.link.clicked.connect(self.turn)
        self.explain("")

    def explain(self, sentences: str) -> None:
        """No sentences, no question."""
        self.text.setText(sentences)
        self.link.setVisible(bool(sentences))
        self.text.setVisible(self._open and bool(sentences))

    def turn(self) -> None:
        """Fold in or out."""
        self._open = not self._open
        self.text.setVisible(self._open)
        self.link.setText(_("Hide the sum") if self._open else _("Why this date?"))


def _links(*links: QWidget) -> QWidget:
    lines = column(gap=0)
    lines.setContentsMargins(0, 0, 0, 0)
    for link in links:
        lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return wrap(lines)


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _short(text: str) -> str:
    """The first words of a proposal, on one line."""
    line = " · ".join(text.split("\n"))
    return line if len(line) <= 90 else f"{line[:88].rstrip()} …"
