"""Two centres side by side: which values stay, what moves along, and why they become one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.centres.values import CentreIdentity
from models.duplicates.values import Comparison
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import enumeration
from ui.kit.base import Icon, Text, column, empty, row, section, wrap
from ui.kit.button import Button
from ui.kit.form import FormRow
from ui.kit.reading import grouped
from ui.kit.text_field import TextField
from ui.kit.theme import theme
from ui.pages.centres.side_choice import KEPT, LABEL, OTHER, FieldChoice

NEVER = 2_000_000_000
"""Milliseconds of silence after which the reason would hand itself in: only the button does."""


class PairView(QWidget):
    """`swapped` asks to hold them the other way round: the other one stays."""

    swapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: Comparison | None = None
        self.fields: list[FieldChoice] = []
        self.why = Text("", "body", 400, "quiet", wrap=True)
        self.swap = Button(_("Swap"), "link", "", _("Let the other one stay"))
        self.swap.clicked.connect(self.swapped)
        self._kept, self._other = _Head(_("Stays")), _Head(_("Goes up in it"))
        corner = wrap(row(self.swap, None, gap=0))
        corner.setFixedWidth(theme().px(LABEL))
        heads = row(corner, gap=10)
        heads.addWidget(self._kept, 1)
        heads.addWidget(self._other, 1)
        self._rows = column(gap=6)
        self._moves = Text("", "body", 400, wrap=True)
        self._warnings = column(gap=8)
        self.reason = TextField(lines=2, most=6, silence_ms=NEVER)
        self.reason_row = FormRow(_("Reason"), self.reason)
        self.setLayout(
            column(
                self.why,
                heads,
                self._rows,
                section(_("What moves along")),
                self._moves,
                self._warnings,
                self.reason_row,
                None,
                gap=12,
                margins=(28, 4, 24, 90),
            )
        )

    def show_pair(self, shown: Comparison, why: str) -> None:
        """Hold these side by side; what stands empty in the one that stays is taken over."""
        before, self.shown = self.shown, shown
        taken = set(shown.suggested)
        if before is not None and _same(before, shown):
            taken = self.taken()
        else:
            self.reason.set_value("", afresh=True)
            self.reason_row.clear()
        self.why.setText(why)
        self._kept.show_centre(shown.keep)
        self._other.show_centre(shown.other)
        self._show_fields(shown, taken)
        self._show_moves(shown)

    def taken(self) -> set[str]:
        """The fields whose value comes from the centre that goes up in the other."""
        return {field.key for field in self.fields if field.takes_other}

    def start(self) -> None:
        """Put the keyboard on the first field there is to choose in."""
        for field in self._open():
            field.start()
            return

    def explain(self, error: AppError) -> bool:
        """Whether the sentence belongs here; what was written stays."""
        if error.field != "why":
            return False
        self.reason_row.refuse(str(error))
        self.reason.setFocus()
        return True

    def _open(self) -> Iterator[FieldChoice]:
        return (field for field in self.fields if field.sides)

    def _show_fields(self, shown: Comparison, taken: set[str]) -> None:
        focused = next((field.key for field in self.fields if _holds_focus(field)), "")
        empty(self._rows)
        self.fields = [FieldChoice(pair) for pair in shown.fields]
        for field in self.fields:
            self._rows.addWidget(field)
            field.moved.connect(self._move)
            if field.sides:
                field.take(OTHER if field.key in taken else KEPT)
            if field.key == focused and field.sides:
                field.start()

    def _show_moves(self, shown: Comparison) -> None:
        told = [f"{count} × {word.lower()}" for word, count in shown.moves]
        sentence = _("To {name}: {things}.").format(
            name=shown.keep.name, things=enumeration(told) or _("nothing but its history")
        )
        self._moves.setText(sentence)
        self.reason_row.set_help(
            _("Needed, since mandates run at the same time.")
            if shown.overlaps
            else _("May stay empty; it stands in the history.")
        )
        empty(self._warnings)
        for overlap in shown.overlaps:
            said = _("Mandates run at the same time: {mandates}.")
            self._warnings.addWidget(_warning(said.format(mandates=overlap), "due"))
        for person in shown.people:
            self._warnings.addWidget(_warning(person, "quiet"))

    def _move(self, step: int) -> None:
        fields = list(self._open())
        at = next((n for n, field in enumerate(fields) if _holds_focus(field)), 0)
        fields[max(0, min(at + step, len(fields) - 1))].start()


class _Head(QWidget):
    """Which of both this column is."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = Text(word, "small", 600, "faint")
        self._name = Text("", "body", 600)
        self._number = Text("", "small", 400, "quiet", tabular=True)
        self.setLayout(column(self._word, self._name, self._number, gap=1))

    def show_centre(self, centre: CentreIdentity) -> None:
        self._name.setText(centre.name)
        number = grouped(centre.enterprise_number, (4, 3, 3))
        town = centre.address.locality
        self._number.setText(f"{number} · {town}" if town else number)
        self.setAccessibleName(f"{self._word.text()}: {centre.name}")


def _warning(sentence: str, tone: str) -> QWidget:
    name = "alert-triangle" if tone == "due" else "info-circle"
    line = row(column(2, Icon(name, tone, 16), None, gap=0), gap=8)
    line.addWidget(Text(sentence, "body", 400, "ink", wrap=True), 1)
    return wrap(line)


def _same(one: Comparison, other: Comparison) -> bool:
    return (one.keep.id, one.other.id) == (other.keep.id, other.other.id)


def _holds_focus(field: FieldChoice) -> bool:
    return any(side.hasFocus() for side in field.sides)
