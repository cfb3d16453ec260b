"""Ctrl+Shift+C: note a contact from anywhere, without leaving what one was doing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from models.actions.values import ActionDraft
from models.kernel.changes import Changes
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.page import Message
from ui.log_card import LogCard
from ui.tasks import Tasks

if TYPE_CHECKING:
    from controllers.bundle import Controllers

DRAFT = "log"


class QuickLog(QObject):
    """Holds the card over the desk, and the draft that lies aside."""

    said = Signal(object)

    def __init__(
        self,
        host: QWidget,
        controllers: Controllers,
        tasks: Tasks,
        here: Callable[[], UUID | None],
    ) -> None:
        """`here` tells which centre is open."""
        super().__init__(host)
        self._host, self._controllers, self._tasks, self._here = host, controllers, tasks, here
        self._draft: dict[str, str] = {}
        self.card: LogCard | None = None
        tasks.changed.connect(self._follow)
        self._ask()

    @Slot()
    def begin(self) -> None:
        """Open the card: with the draft that lies aside, else with the centre that is open."""
        self.begin_at(self._here())

    def begin_at(self, centre: UUID | None) -> None:
        if self.card is None:
            self.card = LogCard(self._host, self._controllers, self._tasks)
            self.card.wanted.connect(self._keep)
            self.card.drafted.connect(self._put_aside)
            self.card.thrown_away.connect(self._throw_away)
        if self.card.is_open:
            return
        if self._draft:
            self.card.begin(self._draft, _("This is the draft that you put aside."))
        else:
            self.card.begin({"centre": centre.hex if centre else ""})

    def settle(self) -> None:
        """Hand in the draft: the window closes."""
        if self.card is not None:
            self.card.settle()

    def drafts(self) -> list[str]:
        """The fields of the card that hold what the file does not hold."""
        if self.card is None or not self.card.is_open or not self.card.form.refusals():
            return []
        return [self.card.form.row(name).field.accessibleName() for name in self._refused()]

    def close_card(self) -> None:
        if self.card is not None:
            self.card.close_card()

    def _refused(self) -> list[str]:
        return list(self.card.form.refusals()) if self.card is not None else []

    def _keep(self, centre: UUID, draft: ActionDraft) -> None:
        ticket = self._tasks.do(self._written, centre, draft)
        ticket.ended(self._over).then(self._kept).otherwise(self._explain)

    def _over(self) -> None:
        if self.card is not None:
            self.card.give.setEnabled(True)

    def _written(self, centre: UUID, draft: ActionDraft) -> str:
        """On the writer's thread: the line first, then the draft is over."""
        self._controllers.actions.add(centre, draft)
        self._controllers.drafts.forget(DRAFT)
        return self._controllers.centres.file(centre).identity.name

    def _kept(self, name: str) -> None:
        self._draft = {}
        if self.card is not None:
            self.card.finish()
        said = _("Noted in the log of {name}.").format(name=name)
        self.said.emit(Message(said, undo=True))

    def _put_aside(self, fields: dict[str, str]) -> None:
        self._draft = fields
        kept = self._tasks.do(self._controllers.drafts.keep, DRAFT, fields)
        kept.otherwise(partial(self._not_aside))

    def _not_aside(self, error: AppError) -> None:
        """It may not be kept, so it stays where it can be mended."""
        if self.card is None:
            return
        if not self.card.is_open:
            self.card.begin(self._draft)
        self.card.explain(error)

    def _throw_away(self) -> None:
        if self._draft:
            self._draft = {}
            self._tasks.do(self._controllers.drafts.throw_away, DRAFT).then(self._thrown)

    def _thrown(self, _answer: object) -> None:
        self.said.emit(Message(_("Draft thrown away."), undo=True))

    def _explain(self, error: AppError) -> None:
        if self.card is not None:
            self.card.explain(error)

    @Slot(Changes)
    def _follow(self, changes: Changes) -> None:
        """Undo may have brought the draft back."""
        if changes.touch("setting") and changes.kind != "do":
            self._ask()

    def _ask(self) -> None:
        self._tasks.ask(self._controllers.drafts.read, DRAFT).then(self._know)

    def _know(self, fields: dict[str, str]) -> None:
        if self.card is None or not self.card.is_open:
            self._draft = fields
