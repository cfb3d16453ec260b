"""What a register is narrowed to, beside its words: one value of some of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.register_columns import Register
from models.kernel.text import _
from ui.kit.base import row
from ui.kit.choice_field import ChoiceField
from ui.kit.memory import Memory


class RegisterFilters(QWidget):
    """`changed` tells that the question is another one; what was chosen stays on this computer."""

    changed = Signal()

    def __init__(self, register: Register, memory: Memory) -> None:
        super().__init__()
        self._memory, self._place = memory, f"register/{register.key}"
        labels = {column.key: _(column.label) for column in register.columns}
        self._labels = {key: labels[key] for key in register.narrows}
        self.fields = {key: ChoiceField([], name=label) for key, label in self._labels.items()}
        line = row(gap=10)
        for key, field in self.fields.items():
            kept = memory.word(f"{self._place}/{key}")
            self._offer(key, [kept] if kept else [])
            field.set_value(kept, afresh=True)
            field.edited.connect(partial(self._keep, key))
            line.addWidget(field, 1)
        line.addStretch(3 - len(self.fields))
        self.setLayout(line)

    def narrowed(self) -> Mapping[str, str]:
        """Column key -> the value that was chosen."""
        chosen = {key: field.value() for key, field in self.fields.items()}
        return {key: value for key, value in chosen.items() if value}

    def show_choices(self, choices: Mapping[str, Sequence[str]]) -> None:
        """What there is to choose from; what was chosen stays, also when no row has it now."""
        for key, values in choices.items():
            chosen = self.fields[key].value()
            self._offer(key, [*values, *({chosen} - {"", *values})])
            self.fields[key].set_value(chosen, afresh=True)

    def reset(self) -> None:
        """Ask for everything again."""
        for key, field in self.fields.items():
            field.set_value("", afresh=True)
            self._memory.keep_word(f"{self._place}/{key}", "")
        self.changed.emit()

    def _offer(self, key: str, values: Sequence[str]) -> None:
        all_ = _("{label}: all").format(label=self._labels[key])
        self.fields[key].set_choices([("", all_), *((value, value) for value in values)])

    def _keep(self, key: str, _chosen: object = None) -> None:
        self._memory.keep_word(f"{self._place}/{key}", self.fields[key].value() or "")
        self.changed.emit()
