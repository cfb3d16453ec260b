"""Centres that may stand in the file twice: the pairs, one of them side by side, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.merging import Merging
from models.duplicates.values import Candidate, Comparison
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.fitting import fit_panel
from ui.kit.header import Header
from ui.kit.page import Message
from ui.kit.row_list import Group, Row, RowList
from ui.kit.shell import panel, scrolled
from ui.kit.theme import themes
from ui.pages.centres.keys import inside
from ui.pages.centres.pair_view import PairView
from ui.pages.centres.waiting import Waiting
from ui.tasks import Tasks, Ticket

WIDTH = 340
GROUPS = ((80, N_("Nearly certain")), (50, N_("Likely")), (0, N_("Perhaps")))
"""From this score on, and how such pairs are called."""

Pair = tuple[UUID, UUID]


class DuplicatesView(QWidget):
    """`left` goes back to the list of centres."""

    left = Signal()
    said = Signal(object)

    def __init__(self, merging: Merging, tasks: Tasks) -> None:
        super().__init__()
        self._merging, self._tasks = merging, tasks
        self._asked: Ticket[list[Candidate]] | None = None
        self._compared: Ticket[Comparison] | None = None
        self._pairs: dict[Pair, Candidate] = {}
        self._pair: Pair | None = None
        self._swapped = False
        self.list = RowList(compact=True)
        self.list.setAccessibleName(_("Centres that may be one"))
        self.view = PairView()
        self.apart = Button(_("These are two"), "secondary", "x")
        self.merge = Button(_("Merge"), "primary", "check", keys="Ctrl ↵")
        self._count = Text("", "body", 500, "faint", tabular=True)
        self.header = Header(
            _("Find duplicates"),
            (_("Centres"), _("Find duplicates")),
            badges=(self._count,),
            actions=(self.apart, self.merge),
        )
        self.waiting = Waiting()
        self.nothing = EmptyState(
            "circle-check",
            _("No duplicates found"),
            _(
                "No two centres look alike by number, name, address, telephone or e-mail. Pairs of"
                " which you said that they are two stay away."
            ),
        )
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def start(self) -> None:
        """Look anew."""
        if not self._pairs:
            self.waiting.say(_("Looking for centres that are alike"), _("Nothing is changed."))
            self._show_room(self.waiting)
        self.reload()

    def reload(self) -> None:
        asked = self._tasks.ask(self._merging.candidates)
        self._asked = asked.instead_of(self._asked).then(self._show)

    def settle(self) -> None:
        """A choice is handed in by its button only."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._panel = panel("left", WIDTH, column(self.list, gap=0, margins=(1, 1, 1, 1)))
        line = row(self._panel, gap=0)
        self._area = scrolled(self.view)
        line.addWidget(self._area, 1)
        self._both = QWidget()
        self._both.setLayout(line)
        self.stack = QStackedWidget()
        for room in (self._both, self.waiting, self.nothing):
            self.stack.addWidget(room)
        whole = column(self.header, gap=0)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self._fit()
        themes.changed.connect(self._fit)

    def _connect(self) -> None:
        self.header.crumb_chosen.connect(self._crumb)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.view.swapped.connect(self._swap)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._keep_apart)
        inside(self, "Ctrl+Return", self.merge.click)
        inside(self, "Alt+Left", self.left.emit)
        inside(self, "Esc", self.left.emit)

    def _fit(self) -> None:
        fit_panel(self._panel, WIDTH, self.width())

    def _show(self, found: list[Candidate]) -> None:
        self._pairs = {(pair.one.id, pair.other.id): pair for pair in found}
        self._count.setText(str(len(found)) if found else "")
        self.list.set_rows(list(_rows(found)))
        for button in (self.apart, self.merge):
            button.setVisible(bool(found))
        if not found:
            self._pair = None
            self._show_room(self.nothing)
            return
        self._show_room(self._both)
        if self._pair in self._pairs:
            self._compare()
            return
        self._pair = None
        first = next(iter(self._pairs))
        self.list.choose(first)
        self._choose(first)
        self.list.setFocus()

    def _choose(self, pair: Pair) -> None:
        self._pair, self._swapped = pair, False
        self._area.verticalScrollBar().setValue(0)
        self._compare()

    def _enter(self, pair: Pair) -> None:
        if pair != self._pair:
            self._choose(pair)
        self.view.start()

    def _swap(self) -> None:
        self._swapped = not self._swapped
        self._compare()

    def _compare(self) -> None:
        if self._pair is not None:
            asked = self._tasks.ask(self._held, self._pair, swapped=self._swapped)
            self._compared = asked.instead_of(self._compared).then(self._show_pair)

    def _held(self, pair: Pair, *, swapped: bool) -> Comparison:
        """On a reader's thread: the one with the most in its file stays, unless asked otherwise."""
        keep, other = self._merging.fuller(*pair)
        return self._merging.compare(*((other, keep) if swapped else (keep, other)))

    def _show_pair(self, shown: Comparison) -> None:
        if self._pair is None or {shown.keep.id, shown.other.id} != {*self._pair}:
            return
        reasons = ", ".join(self._pairs[self._pair].reasons)
        self.view.show_pair(shown, f"{reasons[:1].upper()}{reasons[1:]}.")
        self.merge.allow("")

    def _merge(self) -> None:
        shown = self.view.shown
        if shown is None or {shown.keep.id, shown.other.id} != {*(self._pair or ())}:
            return
        self.merge.allow(_("It is being done."))
        self.view.reason_row.clear()
        ids, taken = (shown.keep.id, shown.other.id), self.view.taken()
        ticket = self._tasks.do(self._merging.merge, *ids, taken, self.view.reason.value())
        said = _("{other} went up in {keep}.").format(other=shown.other.name, keep=shown.keep.name)
        ticket.then(partial(self._done, said)).otherwise(self._explain)

    def _keep_apart(self) -> None:
        if self._pair is None:
            return
        pair = self._pairs[self._pair]
        said = _("{one} and {other} stay two.").format(one=pair.one.name, other=pair.other.name)
        ticket = self._tasks.do(self._merging.keep_apart, *self._pair)
        ticket.then(partial(self._done, said))

    def _done(self, sentence: str, _answer: object) -> None:
        self.merge.allow("")
        self.said.emit(Message(sentence, undo=True))

    def _explain(self, error: AppError) -> None:
        self.merge.allow("")
        if self.view.explain(error):
            self._area.ensureWidgetVisible(self.view.reason_row)
        else:
            self.said.emit(Message(str(error), tone="late"))

    def _show_room(self, room: QWidget) -> None:
        self.stack.setCurrentWidget(room)

    def _crumb(self, number: int) -> None:
        if number == 0:
            self.left.emit()


def _rows(found: Sequence[Candidate]) -> Iterator[Row | Group]:
    """The pairs under how sure they are."""
    most = 101
    for least, word in GROUPS:
        group = [pair for pair in found if least <= pair.score < most]
        most = least
        if group:
            yield Group(_(word), len(group))
        for pair in group:
            names = f"{pair.one.name} · {pair.other.name}"
            yield Row(names, ", ".join(pair.reasons), payload=(pair.one.id, pair.other.id))
