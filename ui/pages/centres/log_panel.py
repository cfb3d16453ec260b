"""One line of the log: the fields of an action, or what another room did and the way there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import action_word, medium_word
from models.actions.values import LOGGED, ActionFile, ActionKind, ContactMedium, LogEntry
from models.kernel.text import _
from models.kernel.wording import long_date
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.shell import scrolled
from ui.kit.text_field import TextField
from ui.pages.centres.fitting import Side
from ui.pages.centres.keeping import Keeping
from ui.tasks import Tasks

FIELDS = (
    *("kind", "medium", "day", "hour", "subject", "text", "spoken_to", "officer"),
    *("coaching", "reply_by", "replied_on"),
)


class ActionEditor(QWidget):
    """Keeps itself field by field; a refusal stands at its field. `removed` after Del."""

    said = Signal(object)
    removed = Signal()

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._actions, self._tasks = controllers.actions, tasks
        self.action: ActionFile | None = None
        self.form = Form(self)
        self.keeping = Keeping(self.form, tasks, self._save, self)
        self.keeping.said.connect(self.said)
        self.delete = Button(_("Remove"), "danger", "x", keys="Del")
        self.delete.clicked.connect(self.remove)
        self._lay_out(controllers)

    def show_action(self, action: ActionFile) -> None:
        self.action = action
        values = {name: getattr(action, name) for name in FIELDS}
        values["hour"] = action.hour.replace(":", ".")
        self.keeping.show(values, action.id)
        self._medium.setVisible(action.kind is ActionKind.CONTACT)

    def begin(self) -> None:
        """Put the keyboard on what it was about."""
        field: Any = self.form.row("subject").field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def remove(self) -> None:
        if self.action is not None and self.isVisible():
            self.form.settle()
            self._tasks.do(self._actions.remove, self.action.id).then(self._gone)

    def _gone(self, _answer: object) -> None:
        self.removed.emit()

    def _save(self, of: UUID, field: str, value: Any) -> None:
        """On the writer's thread."""
        self._actions.edit(of, field, value)

    def _lay_out(self, controllers: Controllers) -> None:
        add, today = self.form.add, controllers.today()
        kinds = [(kind, action_word(kind)) for kind in LOGGED]
        media: list[tuple[ContactMedium | None, str]] = [(None, _("Not known"))]
        media += [(medium, medium_word(medium)) for medium in ContactMedium]
        self._medium = add("medium", _("Went by"), ChoiceField(media), optional=True)
        body = column(
            Text(_("Line of the log"), "body", 600),
            add("kind", _("Kind"), ChoiceField(kinds)),
            self._medium,
            Side(
                add("day", _("Day"), DateField(today)),
                add("hour", _("Hour"), LineField("14.15")),
            ),
            add("subject", _("About what"), LineField(), optional=True),
            add("text", _("Text"), TextField(lines=4), optional=True),
            add("spoken_to", _("With whom"), LineField(), optional=True),
            add("officer", _("Officer"), LineField(), optional=True),
            add("coaching", _("Counts as"), Toggle(_("Coaching"), _("Coaching"))),
            Side(
                add("reply_by", _("Reply by"), DateField(today)),
                add("replied_on", _("Replied on"), DateField(today)),
            ),
            row(self.delete, None),
            None,
            gap=12,
            margins=(22, 20, 22, 90),
        )
        self.setLayout(column(scrolled(wrap(body)), gap=0))


class EntryPanel(QWidget):
    """What stands in the log by itself. `opened(UUID)` asks for the thing."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._of: UUID | None = None
        self.title = Text("", "body", 600, wrap=True)
        self.sub = Text("", "body", 400, "quiet", wrap=True)
        self.day = Text("", "body", 400, "quiet", tabular=True)
        own = _("Stands in the log by itself: it is kept where it was made.")
        self.go = Button(_("Open"), "secondary", "arrow-right", keys="Enter")
        self.go.clicked.connect(self._tell)
        note = Text(own, "small", 400, "faint", wrap=True)
        self.setLayout(
            column(
                *(self.title, self.sub, self.day, row(self.go, None), note, None),
                gap=10,
                margins=(22, 20, 22, 20),
            )
        )

    def show_entry(self, entry: LogEntry) -> None:
        self._of = entry.id
        self.title.setText(entry.title)
        self.sub.setText(entry.sub)
        self.day.setText(long_date(entry.day))

    def _tell(self) -> None:
        self.opened.emit(self._of)
