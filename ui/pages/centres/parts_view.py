"""Parts of a centre file: lists to the left, the fields of the chosen one to the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.kernel.text import N_, _
from ui.attach import AttachList
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.cell_table import CellTable
from ui.kit.fitting import fit_panel
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.shell import panel, scrolled
from ui.kit.theme import themes
from ui.pages.centres.identity import Fields
from ui.pages.centres.keeping import Keeping
from ui.pages.centres.keys import upon
from ui.pages.centres.part_kind import PartKind
from ui.tasks import Tasks

WIDTH = 380

CHANGE = N_("Choose a row to see and change its fields.")
LOOK = N_("Choose a row to see its fields.")


class PartsView(QWidget):
    """One or more kinds of parts. A single list scrolls by itself; several scroll together."""

    said = Signal(object)

    def __init__(self, kinds: Sequence[PartKind[Any]], tasks: Tasks) -> None:
        super().__init__()
        alone = len(kinds) == 1
        self.groups = [PartGroup(kind, tasks, fit=not alone) for kind in kinds]
        self.editors = QStackedWidget()
        past = any(kind.controllers.known_on is not None for kind in kinds)
        nothing = Text(_(LOOK if past else CHANGE), "body", 400, "quiet", wrap=True)
        self._nothing = wrap(column(nothing, None, margins=(22, 24, 22, 18)))
        self.editors.addWidget(self._nothing)
        for group in self.groups:
            self.editors.addWidget(group.editor)
            group.chosen.connect(partial(self._show_editor, group))
            group.said.connect(self.said)
            group.editor.said.connect(self.said)
        lists = column(gap=20, margins=(28, 4, 18, 12 if alone else 90))
        for group in self.groups:
            lists.addWidget(group, 1 if alone else 0)
        if not alone:
            lists.addStretch(1)
        left = wrap(lists)
        self._panel = panel("right", WIDTH, column(self.editors, gap=0, margins=(1, 1, 1, 1)))
        line = row(gap=0)
        line.addWidget(left if alone else scrolled(left), 1)
        line.addWidget(self._panel)
        self.setLayout(line)
        self._fit()
        themes.changed.connect(self._fit)

    def show_parts(
        self, centre_id: UUID, parts: Sequence[Sequence[Any]], alerts: Sequence[str] = ()
    ) -> None:
        """The parts of every kind, in the order of the kinds; an alert speaks of a whole list."""
        for number, (group, own) in enumerate(zip(self.groups, parts, strict=True)):
            group.show_parts(centre_id, own)
            group.alert.setText(alerts[number] if alerts else "")
            group.alert.setVisible(bool(group.alert.text()))
        shown = self.editors.currentWidget()
        if isinstance(shown, PartEditor) and shown.part is not None:
            return
        first = next((group for group in self.groups if group.parts), None)
        if first is None:
            self.editors.setCurrentWidget(self._nothing)
        else:
            first.choose(0)
            self.editors.setCurrentWidget(first.editor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fit_panel(self._panel, WIDTH, self.width())

    def settle(self) -> None:
        for group in self.groups:
            group.editor.form.settle()

    def _show_editor(self, group: PartGroup) -> None:
        self.editors.setCurrentWidget(group.editor)


class PartGroup(QWidget):
    """The list of one kind, with its count and the way to add one."""

    chosen = Signal()
    said = Signal(object)

    def __init__(self, kind: PartKind[Any], tasks: Tasks, *, fit: bool) -> None:
        super().__init__()
        self.kind, self._tasks = kind, tasks
        self.parts: list[Any] = []
        self._centre: UUID | None = None
        self._wanted: UUID | None = None
        self._current: UUID | None = None
        self._showing = False
        self.editor = PartEditor(kind, tasks)
        self.table = CellTable(kind.columns(), fit=fit)
        self.table.setAccessibleName(_(kind.title))
        self.add = Button(_(kind.add_word), "secondary", "plus")
        self._count = Text("", "small", 500, "faint", tabular=True)
        self.nothing = Text(_(kind.nothing), "body", 400, "quiet", wrap=True)
        head = row(Text(_(kind.title), "body", 600), self._count, None, self.add, gap=8)
        self.go_on: Button | None = None
        if kind.next_word:
            self.go_on = Button(_(kind.next_word), "ghost", "arrow-right")
            self.go_on.setProperty("acts", True)
            self.go_on.clicked.connect(self._go_on)
        self.alert = Text("", "small", 500, "due", wrap=True)
        self.alert.hide()
        out = column(head, self.alert, self.nothing, gap=8)
        out.addWidget(self.table, 0 if fit else 1)
        if self.go_on is not None:
            out.addLayout(row(self.go_on, None))
        self.setLayout(out)
        self.add.clicked.connect(self._begin)
        kind.added.connect(self._want)
        kind.said.connect(self.said)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._enter)
        upon(self.table, "Del", self.editor.remove)
        self.editor.removed.connect(self._removed)

    def show_parts(self, centre_id: UUID, parts: Sequence[Any]) -> None:
        other = centre_id != self._centre
        self._centre, self.parts = centre_id, list(parts)
        self.editor.centre_id = centre_id
        if other:
            self._current, self._wanted = None, None
        keys = [self.kind.key(part) for part in parts]
        self._showing = True
        self.table.set_rows([self.kind.cells(part) for part in parts])
        self._showing = False
        self._count.setText(str(len(parts)) if parts else "")
        self.nothing.setVisible(not parts)
        if self.go_on is not None:
            self.go_on.setVisible(bool(parts))
        self.table.setVisible(bool(parts))
        self._take_place(keys)

    def choose(self, number: int) -> None:
        """Stand on this row and show its fields."""
        self.table.setCurrentIndex(self.cells.index(number, 0))
        self._choose(number)

    @property
    def cells(self) -> Any:
        return self.table.model()

    def _take_place(self, keys: list[UUID]) -> None:
        """The new one, or the one that was chosen, or the row that came in its place."""
        born = self._wanted is not None and self._wanted in keys
        target = self._wanted if born else self._current
        if target is not None and target in keys:
            self.choose(keys.index(target))
            if born:
                self._wanted = None
                self.chosen.emit()
                self.editor.begin()
            return
        self._current = None
        self.editor.show_part(None)

    def _choose(self, number: int) -> None:
        if self._showing or not 0 <= number < len(self.parts):
            return
        part = self.parts[number]
        self._current = self.kind.key(part)
        self.editor.show_part(part)
        self.chosen.emit()

    def _enter(self, number: int) -> None:
        self._choose(number)
        self.editor.begin()

    def _begin(self) -> None:
        if self._centre is not None:
            self.kind.add(self, self._centre)

    def _go_on(self) -> None:
        if self._centre is not None:
            self.kind.go_on(self, self._centre)

    def _want(self, key: UUID) -> None:
        self._wanted = key
        keys = [self.kind.key(part) for part in self.parts]
        if key in keys:
            self._take_place(keys)

    def _removed(self) -> None:
        self.said.emit(Message(_(self.kind.removed), undo=True))


class PartEditor(QWidget):
    """The fields of the chosen part, kept as they are left, and the way to take it away."""

    said = Signal(object)
    removed = Signal()

    def __init__(self, kind: PartKind[Any], tasks: Tasks) -> None:
        super().__init__()
        self.kind, self._tasks = kind, tasks
        self.part: Any = None
        self.centre_id: UUID | None = None
        self.proof: AttachList | None = None
        if kind.proof:
            self.proof = AttachList(kind.controllers, tasks, fit=True, hint=False)
            self.proof.said.connect(self.said)
        self.form = Form(self)
        self.keeping = Keeping(self.form, tasks, kind.save, self)
        self.keeping.said.connect(self.said)
        self.keeping.kept.connect(self._again)
        self.note = Text("", "small", 400, "quiet", wrap=True)
        self._sign = Icon("alert-triangle", "due", 16)
        self.warning = Text("", "small", 500, "due", wrap=True)
        warned = row(column(self._sign, None, margins=(0, 1, 0, 0)), gap=8)
        warned.addWidget(self.warning, 1)
        self._warned = wrap(warned)
        self.delete = Button(_("Remove"), "danger", "x", keys="Del")
        fields = kind.fields(Fields(self.form, kind.controllers.today()))
        body = column(
            column(Text(_(kind.single), "body", 600), self.note, gap=2),
            self._warned,
            fields,
            *((Text(_("Proof"), "small", 600, "quiet"), self.proof) if self.proof else ()),
            row(self.delete, None),
            None,
            gap=14,
            margins=(22, 20, 22, 90),
        )
        self.setLayout(column(scrolled(wrap(body)), gap=0))
        self.delete.clicked.connect(self.remove)

    def show_part(self, part: Any) -> None:
        if part is None:
            self.form.settle()
            self.part = None
            self.setEnabled(False)
            return
        self.setEnabled(True)
        self.part = part
        self.keeping.show(self.kind.values(part), self.kind.of(part))
        warning = self.kind.warning(part)
        self.warning.setText(warning)
        self._warned.setVisible(bool(warning))
        note = self.kind.note(part)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.kind.dress(part)
        if self.proof is not None and self.centre_id is not None:
            self.proof.show_of(self.centre_id, (self.kind.proof, self.kind.proof_row(part)))

    def begin(self) -> None:
        """Put the keyboard on the field where filling in begins."""
        field: Any = self.form.row(self.kind.first).field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if hasattr(field, "selectAll"):
            field.selectAll()

    def remove(self) -> None:
        if self.part is None:
            return
        self.form.settle()
        of = self.kind.of(self.part)
        self._tasks.do(self.kind.remove, of).then(self._gone)

    def _gone(self, _answer: object) -> None:
        self.removed.emit()

    def _again(self, name: str) -> None:
        self.keeping.again(self.kind.retries.get(name, ()))
