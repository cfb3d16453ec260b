"""The desk at which a sample is drawn: paste or open a list, say how many, draw."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.centres.values import NationalNumberFound
from models.checks.values import DrawKind
from models.checks.values.sampling import DrawWish, SampleDesk
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from ui.kit.ask import choose_open
from ui.kit.base import column, row, section, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.fields import LineField, WholeField
from ui.kit.form import Form
from ui.kit.page import Message
from ui.pages.checks.draw_draft import (
    as_text,
    asked_before,
    draw_from,
    keep_aside,
    name_of,
    whole,
)
from ui.pages.checks.list_field import ListField
from ui.pages.checks.list_reading import SeenList, see_file, see_text
from ui.pages.checks.list_words import with_national_numbers
from ui.pages.checks.size_part import SizePart
from ui.tasks import Tasks, Ticket

LISTS = "CSV, Excel (*.csv *.txt *.tsv *.xlsx *.xlsm)"
TOP = Qt.AlignmentFlag.AlignTop
KINDS = {
    DrawKind.FIRST: N_("First sample"),
    DrawKind.SAME: N_("Follow-up: the same dossiers"),
    DrawKind.NEW: N_("Follow-up: other dossiers"),
    DrawKind.FAILED_AND_NEW: N_("Follow-up: those not conform, and new ones"),
}


class DrawDesk(QWidget):
    """`drawn(UUID)` tells the sample that was made; what is typed here survives a restart.

    `left` goes back to the dossiers, where there are some.
    """

    drawn = Signal(object)
    left = Signal()
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._checks, self._drafts, self._tasks = controllers.checks, controllers.drafts, tasks
        self._id: UUID | None = None
        self._list, self._name = SeenList(), ""
        self._kept: Mapping[str, str] = {}
        self._desk: SampleDesk | None = None
        self._drawn_from: dict[UUID, dict[str, str]] = {}
        """Sample -> what stood here when it was drawn, for when the draw is taken back."""
        self._back: set[UUID] = set()
        """Samples that were taken back, and of which the list stands here again."""
        self._recalling: Ticket[dict[str, str]] | None = None
        self._reading: Ticket[SeenList] | None = None
        self.form = Form(self)
        self.numbers = ListField(lines=4, most=4)
        self.figures, self.spares = SizePart(self.form), WholeField()
        self.wanted, self.chance = self.figures.wanted, self.figures.said
        self.by = ChoiceField([("", _("Not spread"))])
        self.seed, self.why = LineField(_("chosen by chance")), LineField()
        self.kind = ChoiceField([(kind, _(word)) for kind, word in KINDS.items()])
        self.open = Button(_("Open a list"), "secondary", "download")
        self.cancel = Button(_("Cancel"), "ghost", keys="Esc")
        self.cancel.hide()
        self.go = Button(_("Draw"), "secondary", keys="Ctrl+Enter")
        self._lay_out()
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

    def focus_list(self) -> None:
        self.numbers.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def waiting(self) -> bool:
        """Whether a list stands here that nothing was drawn from."""
        return bool(self.numbers.value())

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
        self._reading = reading.then(self._opened).otherwise(self._refused)

    def draw(self) -> None:
        """Draw from what stands here, whatever was read of it before."""
        if self._id is None or not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        for name in ("numbers", "size", "spares", "seed", "by", "kind", "why"):
            self.form.row(name).clear()
        wish = DrawWish(
            entries=(),
            size=self.wanted.value() or 0,
            spares=self.spares.value() or 0,
            seed=self.seed.value(),
            list_name=self._name,
            by=self.by.value() or "",
            kind=self._kind(),
            why=self.why.value(),
        )
        ticket = self._tasks.do(draw_from, self._checks, self._id, self.numbers.value(), wish)
        ticket.then(partial(self._drawn, self._id)).otherwise(self._refused)

    def _lay_out(self) -> None:
        add = self.form.add
        listed = add(
            "numbers",
            _("List of the centre"),
            self.numbers,
            _("Paste the numbers, drop a file here, or open a list."),
        )
        line = row(gap=12)
        sure, most = self.figures.rows
        for part, wide in (
            (add("size", _("How many"), self.wanted), 3),
            (add("spares", _("Spares"), self.spares), 3),
            (add("by", _("Spread over"), self.by), 7),
            (add("seed", _("Seed"), self.seed), 7),
            (sure, 4),
            (most, 5),
        ):
            line.addWidget(part, wide, TOP)
        self._asking = wrap(line)
        follow = row(gap=12)
        follow.addWidget(add("kind", _("Kind of sample"), self.kind), 1, TOP)
        follow.addWidget(add("why", _("Why"), self.why, optional=True), 1, TOP)
        self._follow = wrap(follow)
        self._follow.hide()
        head = section(_("Draw a sample"), self.open)
        foot = row(gap=12)
        foot.addWidget(self.figures, 1)
        foot.addLayout(column(row(None, self.cancel, self.go, gap=12), None, gap=0))
        self._asked = (listed, self._asking, self.figures, self.open)
        inside = column(head, self._follow, listed, self._asking, foot, None, gap=10,
                        margins=(28, 4, 24, 12))  # fmt: skip
        self.setLayout(inside)
        self.kind.set_value(DrawKind.FIRST, afresh=True)

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

    def _show_list(self, found: SeenList) -> None:
        self._list = found
        self.form.row("numbers").clear()
        usual = _("Paste the numbers, drop a file here, or open a list.")
        self.form.row("numbers").set_help(found.said or usual)
        self.form.row("numbers").warn(found.odd)
        choices = [("", _("Not spread")), *((name, name) for name in found.offered)]
        wanted = self.by.value() or self._kept.get("by", "")
        self.by.set_choices(choices)
        self.by.set_value(wanted if wanted in found.offered else "", afresh=True)
        self._measure()

    def _measure(self, _by: object = None) -> None:
        failed = self._desk.earlier_failed if self._desk else 0
        again = failed if self._kind() is DrawKind.FAILED_AND_NEW else 0
        self.figures.measure(self._list.population, self._list.sizes(self.by.value() or ""), again)

    def _kind(self) -> DrawKind:
        return DrawKind.FIRST if self._follow.isHidden() else DrawKind(self.kind.value())

    def _known(self) -> frozenset[str]:
        """What was looked at last time, when it is not drawn from."""
        fresh = self._kind() in (DrawKind.NEW, DrawKind.FAILED_AND_NEW)
        return self._desk.earlier_numbers if fresh and self._desk else frozenset()

    def _show_asked(self) -> None:
        """The same dossiers again: nothing is drawn, so nothing is asked for it."""
        same = self._kind() is DrawKind.SAME
        for part in self._asked:
            part.setVisible(not same)

    def _turned(self, _kind: object = None) -> None:
        self._show_asked()
        self._read_text()

    def _fields(self) -> dict[str, str]:
        known = {"name": self._name, "text": self.numbers.value()}
        fields: dict[str, Any] = {"size": self.wanted, "spares": self.spares, "by": self.by}
        fields |= {"kind": self.kind, "seed": self.seed, "why": self.why, "sure": self.figures.sure}
        return known | {name: as_text(field.value()) for name, field in fields.items()}

    def _fill(self, fields: Mapping[str, str]) -> None:
        self._kept, self._name = dict(fields), fields.get("name", "")
        self.numbers.set_value(fields.get("text", ""), afresh=True)
        self.figures.fill(whole(fields.get("size")), whole(fields.get("sure")))
        proposed = self._desk.proposal if self._desk else None
        usual, spares = proposed.spares if proposed else 0, whole(fields.get("spares"))
        self.spares.set_value(usual if spares is None else spares, afresh=True)
        self.seed.set_value(fields.get("seed", ""), afresh=True)
        self.why.set_value(fields.get("why", ""), afresh=True)
        self.kind.set_value(DrawKind(fields.get("kind", DrawKind.FIRST)), afresh=True)
        self._show_asked()
        self._show_list(SeenList())

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

    def _drawn(self, check_id: UUID, sample: UUID) -> None:
        self.go.setEnabled(True)
        self._drawn_from[sample] = self._fields()
        self._tasks.do(self._drafts.forget, name_of(check_id))
        self._fill({})
        self.drawn.emit(sample)

    def _refused(self, error: AppError) -> None:
        self.go.setEnabled(True)
        if self.form.explain(error):
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
