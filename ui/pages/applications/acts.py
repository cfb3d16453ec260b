"""What can be done with an application as a whole, in the order of its steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.applications.values import (
    ApplicationFile,
    ApplicationState,
    CriteriaOpen,
    RefusalUnmotivated,
)
from models.kernel.errors import AppError
from models.kernel.text import _
from models.settings.values import Settings
from ui.card_drafts import lay_aside
from ui.drafting import DraftSheet
from ui.kit.act_card import ActCard
from ui.kit.button import Button, act_button, small_act
from ui.kit.only_here import only_here
from ui.kit.page import Message, Ref
from ui.pages.applications.cards import AdviceCard, AskCard, DayCard
from ui.pages.applications.decision_card import DecisionCard
from ui.pages.applications.taking import Taking
from ui.tasks import Tasks, Ticket

S = ApplicationState
ASKING, ADVISING, DECIDING = "ask", "advise", "decide"
"""How the drafts of a card are called."""
CENTRE, RETRACT, ASK, OTHER, WORKBOOK, ONWARD = (
    *("Alt+C", "Alt+I", "Alt+V", "Alt+A"),
    *("Alt+E", "Alt+F"),
)
"""Keys of the header; the one that leads onward completes, then advises, then decides."""


class ApplicationActs(QObject):
    """`settled` asks to hand in what is still being typed; `lacking` leads to the next gap.

    `done`: an act stands in the file.
    """

    said = Signal(object)
    wanted = Signal(object)
    settled = Signal()
    lacking = Signal()
    done = Signal()

    def __init__(
        self, controllers: Controllers, tasks: Tasks, host: QWidget, sheet: DraftSheet
    ) -> None:
        """`sheet`: where what is written on a card lies until it is handed in."""
        super().__init__(host)
        self._host, self._controllers, self._tasks = host, controllers, tasks
        self._sheet = sheet
        self._applications = controllers.applications
        self._file: ApplicationFile | None = None
        self._settings: Settings = controllers.opened_with
        self.card: ActCard | None = None
        self.taking = Taking(controllers, tasks, host)
        self.taking.said.connect(self.said)
        self.taking.settled.connect(self.settled)

    def show_file(self, file: ApplicationFile) -> None:
        self._file = file
        self.taking.show_file(file)

    def leave(self) -> None:
        """Another application comes: until it is read nothing is done with the one before."""
        self._file = None

    def buttons(self) -> list[Button]:
        """What the header offers in this state, at most one of them primary."""
        state = self._file.state if self._file else S.RECEIVED
        if self._file is None or self._file.settled:
            return [
                self._to_take(),
                act_button(_("Centre file"), "secondary", "building", self.open_centre, CENTRE),
            ]
        made = [
            self._to_take(),
            small_act(_("Centre file"), "building", self.open_centre, CENTRE),
            small_act(
                _("The centre takes its application back"), "arrow-back-up", self.retract, RETRACT
            ),
            act_button(
                _("Ask to complete"), "secondary", "mail-forward", self.ask_to_complete, ASK
            ),
        ]
        if state in {S.RECEIVED, S.TO_COMPLETE}:
            if self._silent():
                made.append(act_button(_("Give advice"), "secondary", "scale", self.advise, OTHER))
            return [*made, act_button(_("Complete"), "primary", "check", self.complete, ONWARD)]
        if state is S.IN_ASSESSMENT:
            return [*made, act_button(_("Give advice"), "primary", "scale", self.advise, ONWARD)]
        return [
            *made[:3],
            act_button(_("Other advice"), "secondary", "scale", self.advise, OTHER),
            act_button(_("Decide"), "primary", "gavel", self.decide, ONWARD),
        ]

    def bring_back(self, card: str) -> None:
        """The card in which something was being written when the program stopped, if it is time."""
        if self._file is None or self._file.settled:
            return
        incoming = self._file.state in {S.RECEIVED, S.TO_COMPLETE}
        advised = not incoming and self._file.state is not S.IN_ASSESSMENT
        if card == ASKING and not advised:
            self.ask_to_complete()
        elif card == ADVISING and (not incoming or self._silent()):
            self.advise()
        elif card == DECIDING and advised:
            self.decide()

    def _silent(self) -> bool:
        """The centre let its last day to complete go by: nobody has to call it complete first."""
        file = self._file
        return file is not None and file.days.could_complete(self._controllers.today())

    def _to_take(self) -> Button:
        return small_act(_("Excel and paper"), "download", self.taking.ask, WORKBOOK)

    def open_centre(self) -> None:
        if self._file is not None:
            self.wanted.emit(Ref("centre", self._file.centre_id, "applications"))

    def ask_to_complete(self) -> None:
        if self._file is not None:
            self.settled.emit()
            card = AskCard(self._host, self._file, self._controllers, self._tasks)
            self._open(card, _("The centre is asked to complete its application."))
            card.start()
            lay_aside(card, self._sheet, ASKING)

    def complete(self) -> None:
        title = _("The application is complete")
        text = _("From this day the term to decide runs.")
        self._ask_day(title, text, _("Complete"), ("completed_on", _("Complete on")))

    def retract(self) -> None:
        title = _("The centre takes its application back")
        text = _("The dossier closes; undo opens it again.")
        self._ask_day(title, text, _("Taken back"), ("retracted_on", _("Taken back on")))

    def advise(self) -> None:
        if self._file is not None:
            self.settled.emit()
            asked = self._tasks.do(self._controllers.settings.read)
            asked.then(only_here(self._host, self._about, self._advise))

    def decide(self) -> None:
        if self._file is not None:
            self.settled.emit()
            asked = self._tasks.do(self._controllers.settings.read)
            asked.then(only_here(self._host, self._about, self._decide))

    def _about(self) -> UUID | None:
        return self._file.id if self._file is not None else None

    def _advise(self, settings: Settings) -> None:
        if self._file is None:
            return
        me = settings.officer_name or self._controllers.who
        card = AdviceCard(self._host, self._file, self._controllers, self._tasks, me)
        self._open(card, _("The advice is given."))
        card.start()
        lay_aside(card, self._sheet, ADVISING)

    def _decide(self, settings: Settings) -> None:
        if self._file is None:
            return
        authority = settings.deciding_authority
        card = DecisionCard(self._host, self._file, self._controllers, self._tasks, authority)
        self._open(card, _("The decision is written down."))
        card.start()
        lay_aside(card, self._sheet, DECIDING)

    def _ask_day(self, title: str, text: str, word: str, field: tuple[str, str]) -> None:
        if self._file is None:
            return
        self.settled.emit()
        name, label = field
        verb = {
            "completed_on": self._applications.complete,
            "retracted_on": self._applications.retract,
        }[name]
        card = DayCard(self._host, self._controllers.today(), title, text, word)
        said = {
            "completed_on": _("The application is complete."),
            "retracted_on": _("The application is taken back."),
        }[name]
        self._open(card, said)
        card.start(name, label, partial(self._do, verb, self._file.id))

    def _do(self, verb: Callable[..., None], application: UUID, day: date | None) -> Ticket[Any]:
        return self._tasks.do(verb, application, day)

    def _open(self, card: ActCard, done: str) -> None:
        self.card = card
        card.made.connect(partial(self._done, done))
        card.refused.connect(self._refused)

    def _done(self, sentence: str, _answer: object) -> None:
        self.said.emit(Message(sentence, undo=True))
        self.done.emit()

    def _refused(self, error: AppError) -> None:
        """What is missing stands in the list behind the card: stand on it already."""
        if isinstance(error, CriteriaOpen | RefusalUnmotivated):
            self.lacking.emit()
