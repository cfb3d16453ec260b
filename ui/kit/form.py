"""Forms: a label above, help or the refusal below, and one signal for everything that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.base import Icon, Text, announce, column, row, wrap
from ui.kit.page import Message
from ui.tasks import Ticket


class Field(Protocol):
    """What a form asks of a field; those of ui.kit have it."""

    edited: SignalInstance

    def value(self) -> Any: ...

    def set_value(self, value: Any, afresh: bool = False) -> None: ...

    def dirty(self) -> bool: ...

    def settle(self) -> None: ...

    def setReadOnly(self, locked: bool, /) -> None: ...


class FormRow(QWidget):
    """One field with its label; the refusal stands where the help stood."""

    def __init__(self, label: str, field: QWidget, help: str = "", optional: bool = False) -> None:  # noqa: A002
        super().__init__()
        self.field, self._refusal = field, ""
        field.setAccessibleName(label)
        self._label = Text(label, "small", 500)
        head = row(self._label, gap=6)
        if optional:
            head.addWidget(Text(_("may stay empty"), "small", 400, "faint"))
        head.addStretch(1)
        self._help = Text(help, "small", 400, "faint", wrap=True)
        self._warning = Text("", "small", 500, "due", wrap=True)
        self._sentence = Text("", "small", 500, "late", wrap=True)
        sign = column(Icon("alert-circle", "late", 15), None, gap=0, margins=(0, 2, 0, 0))
        line = row(sign, gap=6)
        line.addWidget(self._sentence, 1)
        self._refused = wrap(line)
        self.setLayout(column(head, field, self._warning, self._help, self._refused, gap=5))
        unreadable = getattr(field, "unreadable", None)
        if isinstance(unreadable, SignalInstance):
            unreadable.connect(self._puzzled)
        self._warning.hide()
        self.clear()

    def refuse(self, sentence: str) -> None:
        """Say under the field what is wrong and what is expected; what was typed stays."""
        self._refusal = sentence
        self._sentence.setText(sentence)
        self._settle(refused=True)
        announce(self.field, sentence)

    def clear(self) -> None:
        self._refusal = ""
        self._settle(refused=False)

    def warn(self, sentence: str) -> None:
        """Say under the field what was done with what is typed; nothing is refused."""
        if sentence and sentence != self.warning():
            announce(self.field, sentence)
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))

    def warning(self) -> str:
        """The warning that stands here, or nothing."""
        return self._warning.text()

    def value(self) -> object:
        """What stands in the field now."""
        value = getattr(self.field, "value", None)
        return value() if callable(value) else None

    def refusal(self) -> str:
        """The sentence that stands here, or nothing."""
        return self._refusal

    def set_label(self, label: str) -> None:
        """Call the field otherwise."""
        self._label.setText(label)
        self.field.setAccessibleName(label)

    def set_help(self, sentence: str) -> None:
        self._help.setText(sentence)
        self._settle(refused=bool(self._refusal))

    def _puzzled(self, sentence: str) -> None:
        if sentence:
            self.refuse(sentence)
        else:
            self.clear()

    def _settle(self, refused: bool) -> None:
        self._refused.setVisible(refused)
        self._help.setVisible(not refused and bool(self._help.text()))
        self.field.setAccessibleDescription(self._refusal or self._help.text())
        if bool(self.field.property("refused")) != refused:
            self.field.setProperty("refused", refused)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)


class Form(QObject):
    """Binds names to fields. `changed(name, value)` tells one fact at a time.

    `of` is the record the values belong to: when it changes, every field shows afresh, after
    what was waiting has been told with the old `of` still in place.
    """

    changed = Signal(str, object)
    refused = Signal(str)
    """The name of a field whose value was handed in and not taken."""
    missed = Signal(object, str)
    """Record and field of what was not taken after another record had come to stand here."""
    taken = Signal(object, str)
    """Record and field of what is in the file, unless more of it is under way."""
    said = Signal(object)
    """A Message: what was refused of a record that stands here no more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.of: object = None
        self.called = ""
        """The record in words, for what is said of it once it is out of sight."""
        self._rows: dict[str, FormRow] = {}
        self._fields: dict[str, Field] = {}
        self._under_way: Counter[tuple[object, str]] = Counter()

    def add(
        self,
        name: str,
        label: str,
        field: Any,
        help: str = "",  # noqa: A002
        optional: bool = False,
    ) -> FormRow:
        """Make the row of this field; lay it out where you like."""
        made = FormRow(label, field, help, optional)
        self._rows[name], self._fields[name] = made, field
        field.edited.connect(_Teller(self, name).tell)
        return made

    def row(self, name: str) -> FormRow:
        return self._rows[name]

    def rows(self) -> tuple[FormRow, ...]:
        return tuple(self._rows.values())

    def show(self, values: Mapping[str, Any], of: object = None, called: str = "") -> None:
        """News from the file. A draft somebody is writing, or that was refused, stays."""
        afresh = of != self.of
        if afresh:
            self.settle()
        self.of, self.called = of, called
        for name, field in self._fields.items():
            if name in values:
                field.set_value(values[name], afresh)
            if afresh:
                self._rows[name].warn("")
            if afresh or not field.dirty():
                self._rows[name].clear()

    def fields(self) -> dict[str, Field]:
        """Every field by its name."""
        return dict(self._fields)

    def values(self) -> dict[str, Any]:
        return {name: field.value() for name, field in self._fields.items()}

    def settle(self) -> None:
        """Tell everything that is still waiting: before closing, locking or another record."""
        for field in self._fields.values():
            field.settle()

    def lock(self, *, locked: bool) -> None:
        """Every field to read only; one that is chosen in, or ticked, rests."""
        for field in self._fields.values():
            if isinstance(field, QComboBox | QAbstractButton):
                field.setEnabled(not locked)
            else:
                field.setReadOnly(locked)

    def dirty(self) -> bool:
        return any(field.dirty() for field in self._fields.values())

    def refusals(self) -> dict[str, str]:
        """The sentences that stand under fields now."""
        return {name: made.refusal() for name, made in self._rows.items() if made.refusal()}

    def refuse(self, name: str, sentence: str) -> None:
        self._rows[name].refuse(sentence)
        self.refused.emit(name)

    def explain(self, error: AppError) -> bool:
        """Put the sentence under the field it belongs to; False when it belongs to none here."""
        name = error.field or ""
        if name not in self._rows:
            return False
        self.refuse(name, str(error))
        return True

    def awaits(self, ticket: Ticket[Any], name: str) -> Ticket[Any]:
        """What was handed in from this field, and of the record shown now, may not be taken."""
        self._under_way[self.of, name] += 1
        ticket.ended(partial(self._came_back, self.of, name))
        ticket.then(partial(self._took, self.of, name))
        return ticket.otherwise(partial(self._not_taken, self.of, self.called, name))

    def _came_back(self, of: object, name: str) -> None:
        self._under_way[of, name] -= 1

    def _took(self, of: object, name: str, _answer: object) -> None:
        if not self._under_way[of, name]:
            self.taken.emit(of, name)

    def _not_taken(self, of: object, called: str, name: str, error: AppError) -> None:
        """At a field while its record shows; of another record the bar says which one it is."""
        if of == self.of:
            at = error.field if error.field in self._rows else name
            self.refuse(at, str(error))
            if at != name:  # what was handed in is not in the file either
                self.refused.emit(name)
            return
        self.missed.emit(of, name)
        self.said.emit(Message(f"{called}: {error}" if called else str(error), tone="late"))

    def tell(self, name: str, value: object) -> None:
        """A field has something new: the old refusal is over."""
        self._rows[name].clear()
        self.changed.emit(name, value)


class _Teller(QObject):
    """Knows the name of one field."""

    def __init__(self, form: Form, name: str) -> None:
        super().__init__(form)
        self._form, self._name = form, name

    def tell(self, value: object) -> None:
        self._form.tell(self._name, value)
