"""Asks before anything is destroyed: what goes, that it never comes back, and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.retention import Retention
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from models.kernel.wording import enumeration, thousands
from models.retention.values import RetentionRow
from ui.kit.ask import Ask, Choice
from ui.kit.fields import LineField
from ui.kit.form import FormRow
from ui.tasks import Tasks

NAMED = 4
"""Names told before the rest is a number."""


class DestroyCard(Ask):
    """`destroyed(UUID)` gives the statement. Stays open with the sentence while it is refused."""

    destroyed = Signal(object)

    def __init__(
        self, host: QWidget, retention: Retention, tasks: Tasks, rows: Sequence[RetentionRow]
    ) -> None:
        self._retention, self._tasks = retention, tasks
        self._ids = [one.id for one in rows]
        self.reason = FormRow(
            _("Reason"),
            LineField(),
            _("On what it rests, such as the selection rule. It stays in the statement: no names."),
        )
        count = len(rows)
        title = ngettext("Destroy this file for good?", "Destroy {count} files for good?", count)
        word = Choice("destroy", _("Destroy"), "danger")
        super().__init__(
            host, title.format(count=thousands(count)), _told(rows), [word], self.reason
        )

    def begin(self) -> None:
        self.open(self.reason.field)

    def answer(self, key: str) -> None:
        """Only closes once it is done."""
        self.reason.clear()
        self.buttons[key].allow(_("The files are being destroyed."))
        ticket = self._tasks.do(self._retention.destroy, self._ids, str(self.reason.value()))
        ticket.then(partial(self._done, key)).otherwise(self._refused)

    def _done(self, key: str, statement: UUID) -> None:
        super().answer(key)
        self.destroyed.emit(statement)

    def _refused(self, error: AppError) -> None:
        self.buttons["destroy"].allow()
        self.reason.refuse(str(error))
        self.reason.field.setFocus()


def _told(rows: Sequence[RetentionRow]) -> str:
    names = [one.name for one in rows[:NAMED]]
    if len(rows) > NAMED:
        names.append(_("{count} more").format(count=thousands(len(rows) - NAMED)))
    return _(
        "{names}: everything in the file goes, with its attachments, letters and history. This"
        " cannot be undone. A statement of destruction stays. Backups made before keep the file"
        " until you destroy them too."
    ).format(names=enumeration(names))
