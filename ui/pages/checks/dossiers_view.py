"""The dossiers of a check: add by pasting numbers, see what each comes to, take one out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.values import CheckFile, CheckState, DossierColumn
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from ui.kit.base import column, row, wrap
from ui.kit.button import Button
from ui.kit.form import FormRow
from ui.kit.page import Message
from ui.kit.row_list import Row, RowList
from ui.kit.shell import panel, scrolled
from ui.kit.text_field import TextField
from ui.pages.checks.sight import answered
from ui.pages.checks.verdict_card import VerdictCard
from ui.tasks import Tasks

NEVER = 2_000_000_000
"""Milliseconds of silence after which numbers would add themselves: only a key does."""


class NumbersField(TextField):
    """Numbers to add: Enter adds them, Shift+Enter makes a new line."""

    given = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.given.emit()
        else:
            super().keyPressEvent(event)


class DossierList(RowList):
    """Delete takes the dossier out."""

    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)


class DossiersView(QWidget):
    """`opened(UUID)` asks to fill in this dossier."""

    opened = Signal(object)
    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self._check: CheckFile | None = None
        self.numbers = NumbersField(_("KZ-003; KZ-011; KZ-024"), 2, 8, NEVER)
        self.row = FormRow(_("Dossier numbers"), self.numbers)
        self.add = Button(_("Add"), "secondary", "plus", keys="Enter")
        self.list = DossierList()
        self.list.setAccessibleName(_("Dossiers in this check"))
        self.verdict = VerdictCard(checks, tasks)
        self.fill = Button(_("Fill in this dossier"), "secondary", "checklist")
        self.remove = Button(_("Take out of the check"), "secondary", "x")
        self._lay_out()
        self.numbers.given.connect(self._add)
        self.add.clicked.connect(self._add)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self._remove)
        self.fill.clicked.connect(self._fill)
        self.remove.clicked.connect(self._remove_current)
        self.verdict.said.connect(self.said)

    def show_check(self, check: CheckFile) -> None:
        self._check = check
        locked = check.state is CheckState.FINISHED
        self.row.set_help(check.template.pseudonym_rule)
        self._adding.setVisible(not locked)
        self.remove.setVisible(not locked)
        self.fill.setText(_("Show in the matrix") if locked else _("Fill in this dossier"))
        self.list.set_rows([_row(check, dossier) for dossier in check.dossiers])
        if self.list.current is None and check.dossiers:
            self.list.choose(check.dossiers[0].id)
        self._show_side()

    def focus_numbers(self) -> None:
        self.numbers.setFocus(Qt.FocusReason.OtherFocusReason)

    def waiting(self) -> bool:
        """Whether numbers were typed that are not added yet."""
        return bool(self.numbers.toPlainText().strip())

    def settle(self) -> None:
        """Numbers that were not added yet stay in the field."""

    def _lay_out(self) -> None:
        action = column(25, self.add, None, gap=0)
        line = row(gap=12, margins=(28, 4, 24, 12))
        line.addWidget(self.row, 1)
        line.addLayout(action)
        self._adding = wrap(line)
        left = column(self._adding, gap=0)
        left.addWidget(self.list, 1)
        side = column(
            self.verdict, 8, self.fill, self.remove, None, gap=8, margins=(22, 20, 20, 20)
        )
        self._side = panel("right", 340, column(scrolled(wrap(side)), gap=0))
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(self._side)
        self.setLayout(whole)

    def _dossier(self) -> DossierColumn | None:
        dossiers = self._check.dossiers if self._check else ()
        return next((each for each in dossiers if each.id == self.list.current), None)

    def _choose(self, _dossier: UUID) -> None:
        self._show_side()

    def _show_side(self) -> None:
        dossier = self._dossier()
        self._side.setVisible(dossier is not None)
        if dossier is not None and self._check is not None:
            locked = self._check.state is CheckState.FINISHED
            self.verdict.show_dossier(self._check.id, dossier, locked)

    def _fill(self) -> None:
        if self.list.current is not None:
            self.opened.emit(self.list.current)

    def _add(self) -> None:
        if self._check is None:
            return
        self.row.clear()
        typed = self.numbers.toPlainText()
        if not typed.strip():
            self.row.refuse(_("Type or paste the dossier numbers, one a line or with semicolons."))
            return
        ticket = self._tasks.do(self._checks.add_dossiers, self._check.id, typed)
        ticket.then(partial(self._added, typed)).otherwise(self._refused)

    def _added(self, typed: str, added: Sequence[UUID]) -> None:
        if self.numbers.toPlainText() == typed:
            self.numbers.set_value("", afresh=True)
        count = len(added)
        sentence = ngettext("{count} dossier was added.", "{count} dossiers were added.", count)
        self.said.emit(Message(sentence.format(count=count), undo=True))

    def _refused(self, error: AppError) -> None:
        self.row.refuse(str(error))
        self.numbers.setFocus()

    def _remove_current(self) -> None:
        if self.list.current is not None:
            self._remove(self.list.current)

    def _remove(self, dossier_id: UUID) -> None:
        check = self._check
        if check is None or check.state is CheckState.FINISHED:
            return
        number = next((each.number for each in check.dossiers if each.id == dossier_id), "")
        ticket = self._tasks.do(self._checks.remove_dossier, check.id, dossier_id)
        ticket.then(partial(self._removed, number)).otherwise(self._explain)

    def _removed(self, number: str, _done: None) -> None:
        sentence = _("Dossier {number} was taken out of the check.").format(number=number)
        self.said.emit(Message(sentence, undo=True))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _row(check: CheckFile, dossier: DossierColumn) -> Row:
    verdict, total = dossier.verdict, len(check.template.questions)
    done = answered(check, dossier)
    mine = _("Judged by the officer: {reason}").format(reason=dossier.override_reason)
    return Row(
        title=dossier.number,
        sub=mine if dossier.verdict_override else dossier.verdict_why,
        badge=(badge(verdict), word(verdict)) if verdict else ("draft", _("No verdict yet")),
        meta=_("{done} of {total}").format(done=done, total=total),
        payload=dossier.id,
    )
