"""The desk at which a sample is drawn: paste or open a list, say how many, draw."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from controllers.bundle import Controllers
from models.centres.values import NationalNumberFound
from models.checks.values.sampling import SampleDesk
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.ask import choose_open
from ui.kit.page import Message
from ui.pages.checks.draw_draft import asked_before, draw_from, keep_aside, name_of
from ui.pages.checks.draw_form import DrawForm
from ui.pages.checks.list_reading import SeenList, see_file, see_text
from ui.pages.checks.list_words import with_national_numbers
from ui.tasks import Tasks, Ticket

LISTS = "CSV, Excel (*.csv *.txt *.tsv *.xlsx *.xlsm)"


class DrawDesk(DrawForm):
    """`drawn(UUID)` tells of which check; what is typed here survives a restart.

    `left` goes back to the dossiers, where there are some.
    """

    drawn = Signal(object)
    left = Signal()
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._checks, self._drafts, self._tasks = controllers.checks, controllers.drafts, tasks
        self._id: UUID | None = None
        self._drawn_from: dict[UUID, dict[str, str]] = {}
        """Sample -> what stood here when it was drawn, for when the draw is taken back."""
        self._back: set[UUID] = set()
        """Samples that were taken back, and of which the list stands here again."""
        self._recalling: Ticket[dict[str, str]] | None = None
        self._reading: Ticket[SeenList] | None = None
        self._connect()

    def show_desk(self, check_id: UUID, desk: SampleDesk) -> None:
        """The kinds of follow-up appear once there is a check to follow up."""
        if desk.proposal is not None:
            self.figures.propose(desk.proposal)
        self._desk = desk
        self._follow.setVisible(bool(desk.earlier))
        if check_id != self._id:
            self.settle()
            self._id = check_id
            self._let_go()
            self._fill({})
            recall = self._tasks.ask(self._drafts.read, name_of(check_id))
            self._recalling = recall.instead_of(self._recalling).then(self._remember)
        elif self._recalling is None:
            self._bring_back()
        if desk.earlier:
            help_ = _("{failed} of {all} dossiers of {reference} were not conform.").format(
                failed=desk.earlier_failed, all=desk.earlier_all, reference=desk.earlier
            )
            self.form.row("kind").set_help(help_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Put what stands here aside in the file."""
        if self._id is None:
            return
        fields = self._fields()
        if fields != self._kept and (fields["text"] or self._kept.get("text")):
            self._kept = fields
            kept = fields if fields["text"] else {}
            keeping = self._tasks.do(keep_aside, self._drafts, name_of(self._id), kept)
            keeping.otherwise(self._explain)
            for line in (self.figures.wanted, self.figures.sure, self.spares, self.seed, self.why):
                if not line.hasFocus():  # Esc brings back what is kept, and that is this now
                    line.set_value(line.value(), afresh=True)

    def read_file(self, path: Path) -> None:
        """Read a list from a file; its columns about clients do not come in."""
        reading = self._tasks.ask(see_file, path, self._known()).instead_of(self._reading)
        self._reading = reading.then(self._opened)
        reading.otherwise(partial(self._not_read, self._id))

    def draw(self) -> None:
        """Draw from what stands here, whatever was read of it before."""
        if self._id is None or not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        for name in ("numbers", "size", "spares", "seed", "by", "kind", "why"):
            self.form.row(name).clear()
        ticket = self._tasks.do(
            draw_from, self._checks, self._id, self.numbers.value(), self._wish()
        )
        called = self._desk.reference if self._desk else ""
        ticket.ended(partial(self._ended, self._id))
        ticket.then(partial(self._drawn, self._id, self._fields()))
        ticket.otherwise(partial(self._refused, self._id, called))

    def _connect(self) -> None:
        self.open.clicked.connect(self._ask_file)
        self.go.clicked.connect(self.draw)
        self.cancel.clicked.connect(self.left)
        self.numbers.dropped.connect(self.read_file)
        self.form.changed.connect(self._changed)
        self.by.edited.connect(self._measure)
        self.kind.edited.connect(self._turned)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.draw)
        for field in (self.wanted, self.spares, self.seed, self.why):
            field.returnPressed.connect(self.draw)

    def _ask_file(self) -> None:
        choose_open(self, _("Open a list"), LISTS, self.read_file)

    def _changed(self, name: str, _value: object) -> None:
        if name == "numbers":
            self._name = self._name if self.numbers.value() == self._list.text else ""
            self._read_text()
        self.figures.settled(name)
        self.settle()

    def _read_text(self) -> None:
        text = self.numbers.value()
        reading = self._tasks.ask(see_text, text, self._name, self._known())
        self._reading = reading.instead_of(self._reading).then(self._read)

    def _opened(self, found: SeenList) -> None:
        self._reading, self._name = None, found.found.name
        self._take(found)

    def _read(self, found: SeenList) -> None:
        """What says something of clients is not even left standing in the field."""
        self._reading = None
        if found.found.numbers and found.found.dropped:
            self._take(found)
        else:
            self._show_list(found)

    def _take(self, found: SeenList) -> None:
        self._list = found
        self.numbers.set_value(found.text, afresh=True)
        self._show_list(found)
        self.settle()

    def _known(self) -> frozenset[str]:
        """What was looked at last time, when it is not drawn from."""
        fresh = self._kind().leaves_out
        return self._desk.earlier_numbers if fresh and self._desk else frozenset()

    def _turned(self, _kind: object = None) -> None:
        self._show_asked()
        self._read_text()

    def _remember(self, fields: Mapping[str, str]) -> None:
        """What was put aside comes back, unless something stands here already."""
        self._recalling = None
        if fields and not self.numbers.value():
            self._fill(fields)
            self._read_text()
        self._bring_back()

    def _bring_back(self) -> None:
        """Of a draw that was taken back: everything as it stood, once, where nothing stands now."""
        gone = self._desk.taken_back if self._desk else None
        if self._desk is None or gone is None or gone.sample_id in self._back:
            return
        self._back.add(gone.sample_id)
        if not self.numbers.value():
            self._fill(self._drawn_from.get(gone.sample_id) or asked_before(self._desk))
            self._read_text()

    def _let_go(self) -> None:
        """What is still read or drawn is of the check that was left."""
        if self._reading is not None:
            self._reading.drop()
        self._reading = None
        self.go.setEnabled(True)

    def _ended(self, check_id: UUID) -> None:
        if check_id == self._id:
            self.go.setEnabled(True)

    def _drawn(self, check_id: UUID, fields: dict[str, str], sample: UUID) -> None:
        self._drawn_from[sample] = fields
        self._tasks.do(self._drafts.forget, name_of(check_id))
        if check_id == self._id:
            self._fill({})
        self.drawn.emit(check_id)

    def _not_read(self, check_id: UUID | None, error: AppError) -> None:
        """Why a file was not taken, under the list: it goes when another list comes."""
        if check_id == self._id:
            self.form.refuse("numbers", str(error))
            self.numbers.setFocus()

    def _refused(self, check_id: UUID | None, called: str, error: AppError) -> None:
        """Of a check that shows no more its list still lies aside."""
        if check_id != self._id:
            self.said.emit(Message(f"{called}: {error}", tone="late"))
        elif self.form.explain(error):
            if isinstance(error, NationalNumberFound):
                self._name_rows(error)
            field = self.form.row(error.field or "numbers").field
            field.setFocus()
        else:
            self._explain(error)

    def _name_rows(self, error: NationalNumberFound) -> None:
        """Where the national register numbers stand in the list."""
        where = with_national_numbers(self._list.found)
        if where and error.field == "numbers":
            self.form.refuse("numbers", f"{error} {where}")

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
