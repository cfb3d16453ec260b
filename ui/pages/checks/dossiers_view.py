"""The dossiers of a check: draw a sample, add by hand, replace by a spare, see what each is."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication

from controllers.bundle import Controllers
from models.checks.rules.sample import BLIND
from models.checks.values import CheckFile, CheckState, DossierColumn
from models.checks.values.sampling import SampleDesk
from models.checks.values.sampling_refusals import NoSpareLeft, NotDrawn
from models.kernel.text import _
from ui.card_drafts import lay_aside
from ui.drafting import DraftSheet
from ui.kit.base import column, row, section, wrap
from ui.kit.button import Button
from ui.kit.page import Message
from ui.kit.shell import scrolled
from ui.pages.checks.by_hand import ByHand
from ui.pages.checks.dossier_list import first_of, rows
from ui.pages.checks.draw_desk import DrawDesk
from ui.pages.checks.replace_card import REPLACE, ReplaceCard
from ui.pages.checks.sample_band import SampleBand
from ui.pages.checks.side_words import keys_of_dossiers
from ui.pages.checks.sight import Counts
from ui.pages.checks.things_view import ThingsView
from ui.pages.checks.unit_words import DOSSIERS
from ui.tasks import Tasks, Ticket


class DossiersView(ThingsView):
    """Dossiers as they were drawn or added; `opened(UUID)` asks to fill in one of them."""

    keys_changed = Signal()

    def __init__(self, controllers: Controllers, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__(controllers.checks, tasks, sheet, DOSSIERS, inset=16)  # as the heading
        self._desk: SampleDesk | None = None
        self._asked: Ticket[SampleDesk] | None = None
        self._then_replace: UUID | None = None
        """The dossier of which the reason stands half written, until its desk is there."""
        self._wants_draw = self._then_focus = self._then_first = False
        self.draw_desk, self.band = DrawDesk(controllers, tasks), SampleBand(controllers, tasks)
        self.by_hand = ByHand(controllers.checks, tasks, sheet)
        self.numbers, self.risk, self.row = (
            self.by_hand.numbers,
            self.by_hand.risk,
            self.by_hand.row,
        )
        self.to_draw = Button(_("Draw a sample"), "secondary", "checklist")
        self.replace = Button(_("Replace by a spare"), "secondary", "arrow-forward-up", keys="R")
        self.card: ReplaceCard | None = None
        self._lay_out()
        self._connect()

    def show_check(self, check: CheckFile, counts: Counts) -> None:
        if self._check is None or self._check.id != check.id:
            self._desk, self._wants_draw = None, False
            self.list.set_rows(())
        held = QApplication.focusWidget()
        self.by_hand.show_check(check)
        self._show_list(check, counts)
        self._show_side()
        self._show_parts()
        self._hold(held)
        ask = self._tasks.ask(self._checks.desk, check.id).instead_of(self._asked)
        self._asked = ask.then(partial(self._show_desk, check.id)).otherwise(self._explain)

    def focus_sample(self, *, afresh: bool = False) -> None:
        """Where to draw while nothing is here, or the first of what is here.

        `afresh`: of a check still to come.
        """
        if afresh:
            self._desk = None
        self._then_focus = self._desk is None
        if self._then_focus:
            return
        if self._check is not None and not self._check.dossiers and self._may_draw():
            self.open_draw()
        elif self._check is not None:
            self._stand(self.list.current or first_of(self._check))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_numbers(self) -> None:
        """Where dossiers are added by hand."""
        self.numbers.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_draw(self) -> None:
        """The draw desk in the place of the list, until it is left."""
        self._wants_draw = True
        self._show_parts()
        self.draw_desk.focus_list()

    def close_draw(self) -> None:
        """Back to the dossiers that are here; a list that waits stays on the desk."""
        if not self.draw_desk.cancel.isHidden():
            self._put_draw_aside()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back to this side sees the dossiers."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._put_draw_aside()

    @property
    def drawn(self) -> bool:
        """Whether a sample was drawn in this check."""
        return self._desk is not None and self._desk.sample is not None

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return keys_of_dossiers(drawn=self.drawn, drawing=not self._drawing.isHidden())

    def waiting(self) -> bool:
        """Whether numbers were typed that are not added yet."""
        return self.by_hand.waiting()

    def settle(self) -> None:
        """Numbers that were not added yet stay in the field; a list to draw from is put aside."""
        self.draw_desk.settle()

    def _connect(self) -> None:
        self.to_draw.clicked.connect(self.open_draw)
        self.draw_desk.form.changed.connect(self._list_came)
        self.draw_desk.left.connect(self.close_draw)
        self.list.replaced.connect(self.ask_replace)
        self.replace.clicked.connect(self.ask_replace)
        self.draw_desk.drawn.connect(self._drawn)
        for part in (self.draw_desk, self.band, self.by_hand):
            part.said.connect(self.said)

    def _lay_out(self) -> None:
        head = section(_("Dossiers in this check"), self.to_draw)
        self._head = wrap(column(head, margins=(28, 4, 24, 4)))
        self._drawing = scrolled(self.draw_desk)
        left = column(gap=0)
        left.addWidget(self._drawing, 1)
        left.addWidget(self._head)
        left.addWidget(self.list, 1)
        left.addWidget(self.by_hand)
        below = row(gap=0)
        below.addLayout(left, 1)
        side = self.verdict, 8, self.fill, self.replace, self.remove
        below.addWidget(self._place_side(*side))
        whole = column(self.band, gap=0)
        whole.addLayout(below, 1)
        self.setLayout(whole)

    def _may_draw(self) -> bool:
        check, desk = self._check, self._desk
        return bool(
            check and check.state is not CheckState.FINISHED and desk and desk.sample is None
        )

    def _show_desk(self, check_id: UUID, desk: SampleDesk) -> None:
        self._asked = None
        if self._check is None or self._check.id != check_id:
            return
        self._desk, held = desk, QApplication.focusWidget()
        self.keys_changed.emit()
        self.band.show_desk(check_id, desk)
        if self._may_draw():
            self.draw_desk.show_desk(check_id, desk)
        self._show_rows()
        self._show_parts()
        self._show_side()
        self._hold(held)
        if self._then_replace is not None:
            self.bring_back(self._then_replace)
        if self._then_focus:
            self.focus_sample()
        if self._then_first and desk.sample is not None:
            self._then_first = False
            self._stand(first_of(self._check))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_keyboard(self) -> None:
        """To the dossiers, or to where they are drawn."""
        if not self._drawing.isHidden():
            self.draw_desk.focus_list()
        else:
            super()._take_keyboard()

    def _first(self) -> UUID | None:
        return first_of(self._check) if self._check is not None else None

    def _show_rows(self) -> None:
        """Numbered by the draw: a place keeps its number when another one is empty."""
        picks = self._desk.picks if self._desk else ()
        ranks = {pick.dossier_id: pick.place for pick in picks if pick.dossier_id}
        if self._check is not None:
            self.list.set_rows(rows(self._check, self._counts, ranks))

    def _show_parts(self) -> None:
        """The desk while nothing is drawn and nothing is here yet, or when it was asked for."""
        empty = self._check is not None and not self._check.dossiers
        self._wants_draw |= empty and self.draw_desk.waiting()
        drawing = self._may_draw() and (empty or self._wants_draw)
        self.draw_desk.cancel.setVisible(not empty)
        self.band.setVisible(self.drawn)
        self.by_hand.explain_numbers(alone=empty and not self.draw_desk.waiting())
        self._drawing.setVisible(drawing)
        self.list.setVisible(not drawing)
        self._head.setVisible(self._may_draw() and not drawing)
        self.keys_changed.emit()

    def _list_came(self, name: str, _value: object) -> None:
        if name == "numbers":
            self._show_parts()

    def _put_draw_aside(self) -> None:
        self._wants_draw = False
        self._show_parts()

    def _stand(self, dossier: UUID | None) -> None:
        self.list.choose(dossier)
        self._show_side()

    def _show_chosen(self, chosen: DossierColumn) -> None:
        """What was drawn only leaves for a spare."""
        drawn = chosen.chosen in BLIND
        self.replace.setVisible(drawn and not self._locked)
        self.remove.setVisible(not drawn and not self._locked)

    def _drawn(self, check_id: UUID) -> None:
        if self._check is not None and self._check.id == check_id:
            self._wants_draw, self._then_first = False, True
        said = _("The dossiers are drawn. Print the protocol to have it initialled.")
        self.said.emit(Message(said, undo=True))

    def ask_replace(self) -> None:
        """Ask why a dossier that was drawn leaves; the next spare comes in."""
        dossier, desk = self._chosen(), self._desk
        if dossier is None or desk is None or self._check is None:
            return
        if self._locked:
            return
        if dossier.chosen not in BLIND:
            self._explain(NotDrawn(number=dossier.number))
        elif not desk.spares:
            self._explain(NoSpareLeft())
        else:
            spare = desk.spares[0]
            self.card = ReplaceCard(self, self._checks, self._tasks, dossier, spare)
            self.card.made.connect(self._replaced)
            self.card.start(self._check.id)
            lay_aside(self.card, self._sheet, REPLACE, dossier.id)

    def bring_back(self, dossier: UUID) -> None:
        """The card in which it was being written why this one leaves; the desk may still come."""
        self._then_replace = None if self._desk is not None else dossier
        known = {each.id for each in self._check.dossiers} if self._check is not None else set()
        if self._desk is not None and dossier in known:
            self._stand(dossier)
            self.ask_replace()

    def _replaced(self, came: UUID) -> None:
        self._stand(came)
        self.said.emit(Message(_("A spare took the place of this dossier."), undo=True))
