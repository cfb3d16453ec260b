"""What a register is narrowed to, beside its words: values of some columns, and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.language import spoken
from controllers.register_columns import Register
from models.kernel.text import _
from ui.kit.base import Text, column, row
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fitting import WIDEST, side_by_side, way_of_lines
from ui.kit.memory import Memory
from ui.kit.search_field import SearchField
from ui.kit.theme import theme, themes

UNWRITTEN = frozenset({"centre", "owner"})
"""Columns with names of the file: what was chosen is not written in a plain file beside it."""


class RegisterFilters(QWidget):
    """`changed` tells that the question is another one; what was chosen stays on this computer.

    Days, and names of centres and of people there, stay until the program is closed.
    """

    changed = Signal()

    def __init__(self, register: Register, memory: Memory, today: date) -> None:
        super().__init__()
        self._memory = memory
        self._place = f"register/{register.key}/{spoken()}"
        """Values are words of the screen: those of another language would fit no row."""
        labels = {column.key: _(column.label) for column in register.columns}
        self._labels = {key: labels[key] for key in register.narrows}
        self.text = SearchField(_("Any word of a row"))
        self.text.setClearButtonEnabled(True)
        self.fields = {key: ChoiceField([], name=label) for key, label in self._labels.items()}
        for key, field in self.fields.items():
            kept = memory.word(f"{self._place}/{key}") if key not in UNWRITTEN else ""
            self._offer(key, [kept] if kept else [])
            field.set_value(kept, afresh=True)
            field.edited.connect(partial(self._keep, key))
        falls = _(register.falls) if register.falls else ""
        self.first = DateField(today, name=_("{falls} from").format(falls=falls))
        self.last = DateField(today, name=_("{falls} up to and including").format(falls=falls))
        self.wrong = Text("", "small", 500, "late", wrap=True)
        self._lay_out(days=bool(register.term))
        self.text.textChanged.connect(self._typed)
        for day in (self.first, self.last):
            day.edited.connect(self._ask_days)
            day.unreadable.connect(self.say_wrong)

    def narrowed(self) -> Mapping[str, str]:
        """Column key -> the value that was chosen."""
        chosen = {key: field.value() for key, field in self.fields.items()}
        return {key: value for key, value in chosen.items() if value}

    def asks(self) -> bool:
        """Whether not every row is asked for."""
        days = (self.first.value(), self.last.value())
        return bool(self.text.text().strip() or self.narrowed() or any(days))

    def show_choices(self, choices: Mapping[str, Sequence[str]]) -> None:
        """What there is to choose from; what was chosen stays, also when no row has it now."""
        if not (self.first.puzzling or self.last.puzzling):
            self.say_wrong("")
        for key, values in choices.items():
            chosen = self.fields[key].value()
            self._offer(key, [*values, *({chosen} - {"", *values})])
            self.fields[key].set_value(chosen, afresh=True)

    def say_wrong(self, sentence: str) -> None:
        """Why these days cannot be asked for; nothing when they can."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def reset(self) -> None:
        """Ask for everything again."""
        for key, field in self.fields.items():
            field.set_value("", afresh=True)
            self._remember(key)
        for day in (self.first, self.last):
            day.set_value(None, afresh=True)
        self.text.clear()
        self.changed.emit()

    def _lay_out(self, *, days: bool) -> None:
        self._above, self._below = row(gap=10), row(gap=10)
        self._above.addWidget(self.text, 1)
        if days:
            named = self.first.accessibleName()
            self._above.addWidget(Text(named, "small", 400, "faint"))
            self._above.addWidget(self.first)
            self._above.addWidget(Text(_("up to and including"), "small", 400, "faint"))
            self._above.addWidget(self.last)
        for field in self.fields.values():
            self._below.addWidget(field, 1)
        self.wrong.hide()
        whole = column(self._above, gap=10, margins=(28, 0, 24, 12))
        if self.fields:
            whole.addLayout(self._below)
        whole.addWidget(self.wrong)
        self.setLayout(whole)
        self._fit()
        themes.changed.connect(self._fit)

    def _offer(self, key: str, values: Sequence[str]) -> None:
        all_ = _("{label}: all").format(label=self._labels[key])
        self.fields[key].set_choices([("", all_), *((value, value) for value in values)])

    def _keep(self, key: str, _chosen: object = None) -> None:
        self._remember(key)
        self.changed.emit()

    def _remember(self, key: str) -> None:
        if key not in UNWRITTEN:
            self._memory.keep_word(f"{self._place}/{key}", self.fields[key].value() or "")

    def _ask_days(self, _day: object) -> None:
        for day in (self.first, self.last):
            day.set_value(day.value())
        self.changed.emit()

    def _typed(self) -> None:
        self.changed.emit()

    def _fit(self) -> None:
        """Large text takes more lines; choices stay beside each other, for the list needs room."""
        self._above.setDirection(way_of_lines())
        wide = theme().px(170) if side_by_side() else WIDEST
        for day in (self.first, self.last):
            day.setMaximumWidth(wide)
