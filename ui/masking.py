"""National register numbers in a free text: masked while typing, with a word why, never kept."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.centres.rules.editing import MASKED, without_national_numbers
from models.centres.rules.numbers import national_numbers
from models.kernel.text import _
from ui.kit.fields import LineField
from ui.kit.form import FormRow
from ui.kit.text_field import TextField


class Masking(QObject):
    """Watches one field. A number somebody is still typing waits for its next sign, or the end."""

    def __init__(self, field: TextField | LineField, row: FormRow | None = None) -> None:
        super().__init__(field)
        self._field, self._row = field, row
        field.tidy = without_national_numbers
        field.textChanged.connect(self._look)

    def _look(self) -> None:
        typed, caret = self._typed()
        spans = national_numbers(typed)
        if not spans:
            return
        if self._row is not None:
            said = _("National register number found: we write {masked} in its place.")
            self._row.warn(said.format(masked=MASKED))
        if any(end != caret for _start, end in spans):
            self._field.replace_text(without_national_numbers(typed))

    def _typed(self) -> tuple[str, int]:
        if isinstance(self._field, TextField):
            return self._field.toPlainText(), self._field.textCursor().position()
        return self._field.text(), self._field.cursorPosition()


def mask(*rows: FormRow) -> None:
    """Watch the free texts among these rows."""
    for row in rows:
        if isinstance(row.field, TextField) or type(row.field) is LineField:
            Masking(row.field, row)
