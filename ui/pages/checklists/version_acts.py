"""What can be done with a version as a whole: draft, test, publish, retire, throw away, compare."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.checklists.values import ChecklistFile, VersionFile, VersionState
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_save, tidy_name
from ui.kit.button import Button, act_button
from ui.kit.page import Message
from ui.tasks import Tasks, Ticket

EXCEL = "Excel (*.xlsx)"
WORKBOOK, AWAY, RETIRE, BESIDE, ONWARD = "Alt+E", "Alt+W", "Alt+U", "Alt+V", "Alt+F"
"""Keys of the header; the one that leads onward tests a draft, publishes it, or makes the next."""


class VersionActs(QObject):
    """`opened((key, version))` goes to a version just made; `closed` to the list."""

    said = Signal(object)
    opened = Signal(object)
    closed = Signal()
    settled = Signal()
    difference = Signal(str, int, int)

    def __init__(self, controllers: Controllers, tasks: Tasks, host: QWidget) -> None:
        super().__init__(host)
        self._checklists, self._tasks = controllers.checklists, tasks
        self._host, self._outgoing = host, controllers.outgoing
        self._file: ChecklistFile | None = None

    def show_file(self, file: ChecklistFile) -> None:
        self._file = file

    def buttons(self) -> list[Button]:
        """What the header offers in this state, at most one of them primary."""
        assert self._file is not None  # noqa: S101 - shown before it is asked
        version = self._file.version
        found = [self._compare(version)] if version.version > 1 else []
        found.append(act_button(_("Excel"), "secondary", "", self.ask_where, WORKBOOK))
        match version.state:
            case VersionState.DRAFT:
                found.append(act_button(_("Throw away"), "secondary", "", self.throw_away, AWAY))
                found.append(
                    act_button(_("Begin the test"), "primary", "", self.begin_test, ONWARD)
                )
            case VersionState.TEST:
                found.append(act_button(_("Publish"), "primary", "", self.publish, ONWARD))
            case VersionState.PUBLISHED if not version.built_in:
                found.append(act_button(_("Retire"), "secondary", "", self.retire, RETIRE))
                found.append(act_button(_("New version"), "primary", "", self.draft, ONWARD))
            case _:
                found.append(act_button(_("New version"), "primary", "", self.draft, ONWARD))
        return found

    def draft(self) -> None:
        """Copy this version whole into a draft."""
        if self._file is not None:
            version = self._file.version
            made = self._do(self._checklists.draft_from, version.key, version.version)
            made.then(self._drafted)

    def begin_test(self) -> None:
        self._on_row(self._checklists.begin_test, _("The version is in test; it may still change."))

    def publish(self) -> None:
        said = _("The version is published: new checks use it from now on.")
        if self._assesses():
            said = _("The version is published: new applications are judged by it.")
        self._on_row(self._checklists.publish, said)

    def retire(self) -> None:
        said = _("No new check uses this version; those that do keep it.")
        if self._assesses():
            said = _("No new application is judged by this version; those that are keep it.")
        self._on_row(self._checklists.retire, said)

    def ask_where(self) -> None:
        """Ask where the workbook goes; what comes back is read in the list of checklists."""
        if self._file is not None:
            self.settled.emit()
            name = f"{self._file.template.title} {self._file.version.version}.xlsx"
            tidy = tidy_name(name)
            choose_save(self._host, _("Keep the checklist"), EXCEL, tidy, self._write)

    def throw_away(self) -> None:
        row = self._row()
        if row is not None:
            self._do(self._checklists.throw_away, row).then(self._thrown_away)

    def _assesses(self) -> bool:
        return self._file is not None and self._file.template.assessment is not None

    def _compare(self, version: VersionFile) -> Button:
        before = version.based_on or version.version - 1
        said = _("Beside version {number}").format(number=before)
        tell = partial(self.difference.emit, version.key, before, version.version)
        return act_button(said, "secondary", "", tell, BESIDE)

    def _on_row(self, act: Callable[[UUID], None], sentence: str) -> None:
        row = self._row()
        if row is not None:
            self._do(act, row).then(partial(self._done, sentence))

    def _row(self) -> UUID | None:
        return self._file.version.version_id if self._file else None

    def _do(self, act: Callable[..., Any], *facts: object) -> Ticket[Any]:
        """What is still being typed is handed in first."""
        self.settled.emit()
        return self._tasks.do(act, *facts).otherwise(self._explain)

    def _write(self, path: Path) -> None:
        if self._file is not None:
            version = self._file.version
            written = self._do(self._outgoing.template, version.key, path, version.version)
            written.then(partial(self._written, path))

    def _written(self, path: Path, _exported: object) -> None:
        self.said.emit(Message(_("Checklist kept in {path}").format(path=path)))

    def _done(self, sentence: str, _nothing: None) -> None:
        self.said.emit(Message(sentence, undo=True))

    def _drafted(self, row: UUID) -> None:
        self._tasks.ask(self._checklists.version, row).then(self._open)

    def _open(self, version: VersionFile) -> None:
        self.opened.emit((version.key, version.version))

    def _thrown_away(self, _nothing: None) -> None:
        self.said.emit(Message(_("The draft was thrown away."), undo=True))
        self.closed.emit()

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
