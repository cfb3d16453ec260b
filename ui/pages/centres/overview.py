"""The cockpit: a centre on one screen, understood in ten seconds."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.cockpit import CentreCockpit
from models.kernel.text import _
from ui.kit.base import column
from ui.kit.page import Message, Ref
from ui.pages.centres.cockpit_cards import CertificateCard, ContactCard, SatisfactionCard, TeamCard
from ui.pages.centres.cockpit_complaints import ComplaintsCard
from ui.pages.centres.cockpit_ladder import LadderCard
from ui.pages.centres.cockpit_lists import (
    AgreedCard,
    AttentionCard,
    LogCard,
    Rows,
    letters,
    letters_title,
    visits,
)
from ui.pages.centres.cockpit_mandate import MandateBand
from ui.pages.centres.file_facts import FileFacts
from ui.pages.centres.fitting import Columns
from ui.tasks import Tasks
from ui.visit_asking import VisitAsking

NARROW, ROOMY = 3, 8
"""Measures in sight at first; the latest stand first, the others are one key away."""


class Overview(QWidget):
    """`wanted(Ref)` opens a check or a letter; `part_wanted(str)` another part of the file."""

    wanted = Signal(object)
    said = Signal(object)
    part_wanted = Signal(str)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._id: UUID | None = None
        self._seen: CentreCockpit | None = None
        self.mandate = MandateBand()
        self.agreed = AgreedCard(still=controllers.known_on is not None)
        self.certificate, self.satisfaction = CertificateCard(), SatisfactionCard()
        self.visits = Rows(_("Visits"), "calendar-event", "check")
        self.letters = Rows(_("Letters"), "mail", "letter")
        self.contact, self.team = ContactCard(), TeamCard()
        self.attention, self.log = AttentionCard(), LogCard()
        self.complaints, self.ladder = ComplaintsCard(), LadderCard()
        judged = (self.certificate, self.attention, self.satisfaction)
        doings = (self.visits, self.complaints, self.letters)
        who = (self.contact, self.team)
        columns = Columns(
            {
                1: ((self.agreed, self.ladder, *judged, *doings, *who, self.log),),
                2: ((self.agreed, self.ladder, *doings, self.log), (*judged, *who)),
                3: ((self.agreed, self.ladder, self.log), (*judged,), (*doings, *who)),
            }
        )
        columns.arranged.connect(self._arranged)
        self.setLayout(column(self.mandate, columns, None, gap=12, margins=(28, 4, 24, 90)))
        lists = (self.visits, self.letters, self.attention, self.complaints)
        for card in (self.agreed, self.ladder, *lists):
            card.wanted.connect(self.wanted)
        self.agreed.ticked.connect(self._tick)
        self.asking = VisitAsking(controllers.checks, tasks, self, self.centre)
        self.asking.said.connect(self.said)
        if controllers.known_on is None:
            for day in (self.mandate.last, self.agreed.due):
                day.let_ask(self._ask_at_visit)
        self.satisfaction.part_wanted.connect(self.part_wanted)
        self.log.part_wanted.connect(self.part_wanted)

    def show_facts(self, facts: FileFacts) -> None:
        self._id, self._seen = facts.id, facts.cockpit
        seen = facts.cockpit
        cards = (self.mandate, self.agreed, self.certificate, self.attention, self.contact)
        for card in (*cards, self.team, self.log, self.complaints, self.ladder):
            card.show_facts(seen)
        self.satisfaction.show_facts(seen.satisfaction)
        self.visits.show_rows(visits(seen), _("No visit was made or planned here yet."))
        self.letters.set_title(letters_title(seen.letter_count))
        self.letters.show_rows(letters(seen), _("No letter was written to this centre yet."))

    def centre(self) -> UUID | None:
        """Whose it shows."""
        return self._id

    def go_to_agreed(self) -> None:
        self.agreed.go()

    def go_to_complaints(self) -> None:
        self.complaints.go()

    def open_last_letter(self) -> None:
        """The newest letter, or a sentence when there is none."""
        newest = self._seen.letters[0] if self._seen and self._seen.letters else None
        if newest is not None:
            self.wanted.emit(Ref("letter", newest.id))
        elif self._seen is not None:
            self.said.emit(Message(_("No letter was written to this centre yet."), tone="accent"))

    def open_sample(self) -> None:
        """Which dossiers are on the table: of the check to come or that runs, else of the last."""
        check = (self._seen.next_check or self._seen.last_check) if self._seen else None
        if check is not None:
            self.wanted.emit(Ref("check", check.id, "dossiers"))
        elif self._seen is not None:
            none = _("No visit was made or planned here yet.")
            self.said.emit(Message(none, tone="accent"))

    def _arranged(self, across: int) -> None:
        """Where there is room beside each other there is room below each other too."""
        self.agreed.show_most(ROOMY if across > 2 else NARROW)

    def _ask_at_visit(self, about: str) -> None:
        if self._id is not None:
            self.asking.begin(self._id, about)

    def _tick(self, check_id: UUID, question: str, done: bool) -> None:
        day = self._controllers.today() if done else None
        ticket = self._tasks.do(self._controllers.checks.carry_out, check_id, question, day)
        ticket.then(partial(self._ticked, question, done))

    def _ticked(self, question: str, done: bool, _answer: object) -> None:
        said = (
            _("The measure of {question} is carried out.")
            if done
            else _("The measure of {question} is open again.")
        )
        self.said.emit(Message(said.format(question=question), undo=True))
