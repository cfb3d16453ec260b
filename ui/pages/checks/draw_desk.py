"""The desk at which a sample is drawn: paste or open a list, say how many, draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.intake.dossier_list import DossierList, read_dossier_list, read_dossier_text
from models.centres.values import NationalNumberFound
from models.checks.rules.assurance import chance_sentence
from models.checks.rules.draw import shown
from models.checks.values import DrawKind
from models.checks.values.sampling import DrawWish, SampleDesk
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from ui.kit.ask import choose_open
from ui.kit.base import Text, column, row, section, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.fields import LineField, WholeField
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.text_field import TextField
from ui.pages.checks.list_words import told, with_national_numbers
from ui.tasks import Tasks, Ticket

LISTS = "CSV, Excel (*.csv *.txt *.tsv *.xlsx *.xlsm)"
SIZE, SPARES = 10, 3
"""How many are proposed (DOMAIN.md 5.2), and how many spares."""
SHARE = Fraction(20, 100)
TOP = Qt.AlignmentFlag.AlignTop
KINDS = {
    DrawKind.FIRST: N_("First sample"),
    DrawKind.SAME: N_("Follow-up: the same dossiers"),
    DrawKind.NEW: N_("Follow-up: other dossiers"),
    DrawKind.FAILED_AND_NEW: N_("Follow-up: those not conform, and new ones"),
}


class ListField(TextField):
    """A list of dossiers, pasted or dropped. What is pasted is read at once."""

    dropped = Signal(object)
    """Path of a file that was dropped or pasted."""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths[0])
            return
        super().insertFromMimeData(source)
        self.settle()


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
        self._list, self._name = DossierList(""), ""
        self._kept: Mapping[str, str] = {}
        self._reading: Ticket[DossierList] | None = None
        self.form = Form(self)
        self.numbers = ListField(lines=4, most=7)
        self.wanted, self.spares = WholeField(), WholeField()
        self.by = ChoiceField([("", _("Not spread"))])
        self.seed, self.why = LineField(_("chosen by chance")), LineField()
        self.kind = ChoiceField([(kind, _(word)) for kind, word in KINDS.items()])
        self.open = Button(_("Open a list"), "secondary", "download")
        self.cancel = Button(_("Cancel"), "ghost", keys="Esc")
        self.cancel.hide()
        self.go = Button(_("Draw"), "secondary", keys="Ctrl+Enter")
        self.chance = Text("", "small", 400, "quiet", wrap=True)
        self._lay_out()
        self._connect()

    def show_desk(self, check_id: UUID, desk: SampleDesk) -> None:
        """The kinds of follow-up appear once there is a check to follow up."""
        if check_id != self._id:
            self.settle()
            self._id = check_id
            self._fill({})
            self._tasks.ask(self._drafts.read, _draft(check_id)).then(self._remember)
        self._follow.setVisible(bool(desk.earlier))
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
            self._tasks.do(self._drafts.keep, _draft(self._id), kept).otherwise(self._explain)

    def read_file(self, path: Path) -> None:
        """Read a list from a file; its columns about clients do not come in."""
        reading = self._tasks.ask(read_dossier_list, path).instead_of(self._reading)
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
            kind=self.kind.value() if not self._follow.isHidden() else DrawKind.FIRST,
            why=self.why.value(),
        )
        ticket = self._tasks.do(_draw, self._checks, self._id, self.numbers.value(), wish)
        ticket.then(partial(self._drawn, self._id)).otherwise(self._refused)

    def _lay_out(self) -> None:
        add = self.form.add
        listed = add(
            "numbers",
            _("List of the centre"),
            self.numbers,
            _("Paste the numbers, drop a file here, or open a list."),
        )
        figures = row(gap=12)
        for part, wide in (
            (add("size", _("How many"), self.wanted), 2),
            (add("spares", _("Spares"), self.spares), 2),
            (add("by", _("Spread over"), self.by), 4),
            (add("seed", _("Seed"), self.seed), 4),
        ):
            figures.addWidget(part, wide, TOP)
        follow = row(gap=12)
        follow.addWidget(add("kind", _("Kind of sample"), self.kind), 1, TOP)
        follow.addWidget(add("why", _("Why"), self.why, optional=True), 1, TOP)
        self._follow = wrap(follow)
        self._follow.hide()
        head = section(_("Draw a sample"), self.open)
        foot = row(gap=12)
        foot.addWidget(self.chance, 1)
        foot.addWidget(self.cancel, 0, TOP)
        foot.addWidget(self.go, 0, TOP)
        inside = column(head, listed, figures, self._follow, foot, None, gap=10,
                        margins=(28, 4, 24, 12))  # fmt: skip
        self.setLayout(inside)
        self.kind.set_value(DrawKind.FIRST, afresh=True)

    def _connect(self) -> None:
        self.open.clicked.connect(self._ask_file)
        self.go.clicked.connect(self.draw)
        self.cancel.clicked.connect(self.left)
        self.numbers.dropped.connect(self.read_file)
        self.form.changed.connect(self._changed)
        self.wanted.textChanged.connect(self._show_chance)
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
            self._name = self._name if self.numbers.value() == self._list.as_text() else ""
            reading = self._tasks.ask(read_dossier_text, self.numbers.value(), self._name)
            self._reading = reading.instead_of(self._reading).then(self._read)
        self._show_chance()
        self.settle()

    def _opened(self, found: DossierList) -> None:
        self._reading, self._name = None, found.name
        self._take(found)

    def _read(self, found: DossierList) -> None:
        """What says something of clients is not even left standing in the field."""
        self._reading = None
        if found.numbers and found.dropped:
            self._take(found)
        else:
            self._show_list(found)

    def _take(self, found: DossierList) -> None:
        self._list = found
        self.numbers.set_value(found.as_text(), afresh=True)
        self._show_list(found)
        self.settle()

    def _show_list(self, found: DossierList) -> None:
        self._list = found
        self.form.row("numbers").clear()
        usual = _("Paste the numbers, drop a file here, or open a list.")
        self.form.row("numbers").set_help(told(found) or usual)
        choices = [("", _("Not spread")), *((name, name) for name in found.offered)]
        wanted = self.by.value() or self._kept.get("by", "")
        self.by.set_choices(choices)
        self.by.set_value(wanted if wanted in found.offered else "", afresh=True)
        self._show_chance()

    def _show_chance(self, _typed: object = None) -> None:
        """Live, while the size is being typed."""
        count, size = self._population(), self.wanted.value() or 0
        fits = 0 < size <= count
        self.chance.setText(chance_sentence(count, SHARE, size) if fits else "")

    def _population(self) -> int:
        return shown(self._list.entries()).population

    def _fields(self) -> dict[str, str]:
        known = {"name": self._name, "text": self.numbers.value()}
        fields: dict[str, Any] = {"size": self.wanted, "spares": self.spares, "by": self.by}
        fields |= {"seed": self.seed, "why": self.why}
        return known | {name: _said(field.value()) for name, field in fields.items()}

    def _fill(self, fields: Mapping[str, str]) -> None:
        self._kept, self._name = dict(fields), fields.get("name", "")
        self.numbers.set_value(fields.get("text", ""), afresh=True)
        self.wanted.set_value(int(fields.get("size") or SIZE), afresh=True)
        self.spares.set_value(int(fields.get("spares") or SPARES), afresh=True)
        self.seed.set_value(fields.get("seed", ""), afresh=True)
        self.why.set_value(fields.get("why", ""), afresh=True)
        self._show_list(read_dossier_text("", self._name))

    def _remember(self, fields: Mapping[str, str]) -> None:
        """What was put aside comes back, unless something stands here already."""
        if fields and not self.numbers.value():
            self._fill(fields)
            reading = self._tasks.ask(read_dossier_text, self.numbers.value(), self._name)
            self._reading = reading.instead_of(self._reading).then(self._read)

    def _drawn(self, check_id: UUID, sample: UUID) -> None:
        self.go.setEnabled(True)
        self._tasks.do(self._drafts.forget, _draft(check_id))
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
        where = with_national_numbers(self._list)
        if where and error.field == "numbers":
            self.form.refuse("numbers", f"{error} {where}")

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _draw(checks: Any, check_id: UUID, text: str, wish: DrawWish) -> UUID:
    """Read the list as it stands now, and draw from it: one act, so nothing comes between."""
    found = read_dossier_text(text, wish.list_name)
    made: UUID = checks.draw(check_id, replace(wish, entries=tuple(found.entries(wish.by))))
    return made


def _draft(check_id: UUID) -> str:
    return f"sample_{check_id.hex}"


def _said(value: object) -> str:
    return "" if value is None else str(value)
