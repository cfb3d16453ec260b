"""The attachments of a centre: the list to drop files on, and beside it what stands in one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.attachments import About
from controllers.bundle import Controllers
from controllers.export.landing import Exported
from models.attachments.values import AttachmentFile, Thing
from models.kernel.text import N_, _
from ui.attach import AttachList
from ui.kit.ask import choose_save
from ui.kit.base import column, row, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.empty import EmptyState
from ui.kit.fields import LineField
from ui.kit.fitting import fit_panel
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.shell import panel
from ui.kit.text_field import TextField
from ui.kit.theme import themes
from ui.pages.centres.attachment_preview import Preview
from ui.pages.centres.file_facts import FileFacts
from ui.pages.centres.fitting import Side
from ui.pages.centres.keeping import Keeping
from ui.pages.centres.keys import inside
from ui.tasks import Tasks, Ticket

WIDTH = 540
FIELDS = ("name", "received_on", "about", "remark")

BRING = N_("Drop files on the list, paste them with Ctrl+V, or choose one.")
KEPT = N_("What was kept by that day stands in the list.")


class AttachmentsView(QWidget):
    """Reads when somebody looks; every field keeps itself."""

    KEYS = N_("Ctrl+V: paste · Ctrl+S: save a copy · Del: remove")

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._things: Ticket[list[Thing]] | None = None
        self._centre: UUID | None = None
        self._stale = True
        self.file: AttachmentFile | None = None
        self.list = AttachList(controllers, tasks, within=self)
        self.preview = Preview(controllers, tasks)
        self.form = Form(self)
        self.keeping = Keeping(self.form, tasks, self._save, self)
        self.about = ChoiceField()
        self.save = Button(_("Save a copy"), "secondary", "download", keys="Ctrl+S")
        self.larger = Button("", "ghost", "eye", _("Larger (Ctrl+Enter)"))
        self.delete = Button(_("Remove"), "danger", "x", keys="Del")
        self._lay_out()
        self._connect()

    def show_facts(self, facts: FileFacts) -> None:
        if facts.id != self._centre:
            self._centre = facts.id
            self._show_file(None)
        self._stale = True
        if self.isVisible():
            self.reload()

    def turn_to(self, place: str) -> None:
        """Stand on the attachment with this id, now or as soon as it is there."""
        if place:
            self.list.choose(UUID(place))

    def reload(self) -> None:
        if self._centre is None:
            return
        self._stale = False
        self.list.show_of(self._centre)
        asked = self._tasks.ask(self._controllers.attachments.things, self._centre)
        self._things = asked.instead_of(self._things).then(self._propose)

    def settle(self) -> None:
        self.form.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _propose(self, things: list[Thing]) -> None:
        """What it can be proof of, and what it belongs to now when that is something else."""
        choices: list[tuple[About | None, str]] = [(None, _("The file of the centre"))]
        choices += [((one.table, one.row), one.label) for one in things]
        own = self.file.about if self.file is not None else None
        if self.file is not None and own not in {key for key, _label in choices}:
            choices.append((own, self.file.about_label))
        self.about.set_choices(choices)
        self.about.set_value(own, afresh=True)

    def _show_file(self, file: AttachmentFile | None) -> None:
        self.file = file
        some = file is not None
        self._right.setCurrentIndex(1 if some else 0)
        if file is None:
            self.form.settle()
            self.preview.show_file(None)
            return
        if self.about.value() != file.about and self._centre is not None:
            asked = self._tasks.ask(self._controllers.attachments.things, self._centre)
            self._things = asked.instead_of(self._things).then(self._propose)
        self.keeping.show({name: getattr(file, name) for name in FIELDS}, file.id)
        self.preview.show_file(file)

    def _save(self, of: UUID, field: str, value: Any) -> None:
        """On the writer's thread."""
        self._controllers.attachments.edit(of, field, value)

    def save_copy(self) -> None:
        """Ask where a copy must lie; the file leaves Ctrl+S to a part that has this."""
        if self.file is not None:
            then = partial(self._copy_to, self.file.id)
            choose_save(self, _("Save a copy"), "*", self.file.name, then)

    def _copy_to(self, attachment_id: UUID, path: Path) -> None:
        ticket = self._tasks.ask(self._controllers.attachments.save_as, attachment_id, path)
        ticket.then(self._copied)

    def _copied(self, made: Exported) -> None:
        self.said.emit(Message(_("Copy kept in {path}").format(path=made.path)))

    def _turn_size(self) -> None:
        """The preview over the whole tab, and back."""
        self._left.setVisible(self._left.isHidden())
        self._fit()

    def _begin(self, _file: object) -> None:
        field: Any = self.form.row("name").field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_file)
        self.list.opened.connect(self._begin)
        self.list.said.connect(self.said)
        self.keeping.said.connect(self.said)
        self.save.clicked.connect(self.save_copy)
        self.larger.clicked.connect(self._turn_size)
        self.delete.clicked.connect(self.list.remove)
        inside(self, "Ctrl+S", self.save_copy)
        inside(self, "Ctrl+Return", self._turn_size)
        themes.changed.connect(self._fit)
        for name in ("name", "received_on", "remark"):
            self.form.row(name).field.setAcceptDrops(False)  # a file is no text for a field

    def _fit(self) -> None:
        if self._left.isHidden():
            self._panel.setFixedWidth(self.width())
        else:
            fit_panel(self._panel, min(WIDTH, self.width() // 2), self.width())

    def _lay_out(self) -> None:
        add, today = self.form.add, self._controllers.today()
        nothing = EmptyState(
            "paperclip",
            _("No attachment is shown"),
            _(KEPT if self._controllers.known_on is not None else BRING),
        )
        fields = column(
            add("name", _("Name"), LineField()),
            Side(
                add("received_on", _("Received on"), DateField(today), optional=True),
                add("about", _("Belongs to"), self.about),
            ),
            add("remark", _("Remark"), TextField(lines=1, most=4), optional=True),
            row(self.save, self.larger, None, self.delete, gap=8),
            gap=10,
            margins=(22, 14, 22, 18),
        )
        whole = column(gap=0)
        whole.addWidget(self.preview, 1)
        whole.addLayout(fields)
        self._right = QStackedWidget()
        self._right.addWidget(nothing)
        self._right.addWidget(wrap(whole))
        self._panel = panel("right", WIDTH, column(self._right, gap=0, margins=(1, 1, 1, 1)))
        self._left = wrap(column(self.list, gap=0, margins=(20, 4, 14, 12)))
        line = row(gap=0)
        line.addWidget(self._left, 1)
        line.addWidget(self._panel)
        self.setLayout(line)
