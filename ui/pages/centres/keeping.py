"""Autosave: what a form tells is handed in at once; a refusal stands at its field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.kernel.errors import AppError
from ui.kit.form import Form
from ui.kit.page import Message
from ui.tasks import Tasks


class Keeping(QObject):
    """One form and the verb that keeps its facts: `save(of, field, value)`.

    A value that was kept shows as the file has it (02 506 12 05), unless somebody typed on.
    """

    said = Signal(object)
    kept = Signal(str)
    """The name of a field whose value is in the file now."""

    def __init__(
        self, form: Form, tasks: Tasks, save: Callable[[Any, str, Any], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.form, self._tasks, self._save = form, tasks, save
        self._kept: dict[str, Any] = {}
        form.changed.connect(self.hand_in)

    def show(self, values: Mapping[str, Any], of: object) -> None:
        """News from the file, about the record `of`."""
        if of != self.form.of:
            self.form.settle()
            self._kept.clear()
        for name, value in self._kept.items():
            field: Any = self.form.row(name).field
            if name in values and field.value() == value:
                field.set_value(values[name], afresh=True)
        self._kept.clear()
        self.form.show(values, of)

    def again(self, names: Iterable[str]) -> None:
        """Hand in once more what was refused in these fields: something beside it changed."""
        for name in names:
            made = self.form.row(name)
            if made.refusal():
                made.clear()
                self.hand_in(name, made.value())

    def hand_in(self, name: str, value: object) -> None:
        of = self.form.of
        ticket = self._tasks.do(self._save, of, name, value)
        ticket.then(partial(self._note, of, name, value))
        ticket.otherwise(partial(self._explain, of, name))

    def _note(self, of: object, name: str, value: object, _answer: object) -> None:
        if of == self.form.of:
            self._kept[name] = value
            self.kept.emit(name)

    def _explain(self, of: object, name: str, error: AppError) -> None:
        if of == self.form.of:
            self.form.refuse(name, str(error))
        else:
            self.said.emit(Message(str(error), tone="late"))
