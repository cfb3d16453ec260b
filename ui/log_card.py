"""The card that writes a contact down: with which centre, how, with whom, about what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from controllers.wording import action_word, medium_word
from models.actions.values import LOGGED, ActionDraft, ActionKind, ContactMedium
from models.kernel.errors import AppError, Refused
from models.kernel.text import N_, _
from ui.centre_finder import CentreFinder
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form, FormRow
from ui.kit.overlay import Overlay
from ui.kit.segmented import Segmented
from ui.kit.text_field import TextField
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.bundle import Controllers

WIDTH, TOP = 640, 56
SILENCE_MS = 1200
TOPMOST = Qt.AlignmentFlag.AlignTop
MEDIA = tuple(ContactMedium)
OTHERS = tuple(kind for kind in LOGGED if kind is not ActionKind.CONTACT)
OTHER = len(MEDIA)
"""The last segment: another kind of action than a contact."""
TEXTS = ("spoken_to", "subject", "text")


class CentreMissing(Refused):
    sentence = N_("Choose the centre first: type a part of its name, number or town.")


class LogCard(Overlay):
    """`kept(ActionDraft)` when it is to be written down; the draft is told by `drafted(dict)`.

    Alt and a number choose how it went; Ctrl+Enter, and Enter in the subject, write it down; Esc
    puts the draft aside.
    """

    wanted = Signal(object, object)
    """The centre and the ActionDraft, to be written down."""
    drafted = Signal(object)
    """What stands in the card, field by field as text, after a silence or when it closes."""
    thrown_away = Signal()

    def __init__(self, host: QWidget, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__(host, WIDTH, TOP)
        self.setAccessibleName(_("Note a contact"))
        self._controllers, self._tasks = controllers, tasks
        self._people: Ticket[list[str]] | None = None
        self._told: dict[str, str] = {}
        self.form = Form(self)
        self.centre = CentreFinder(controllers, tasks)
        self.how = Segmented([*map(medium_word, MEDIA), _("Other")], name=_("How it went"))
        self.kind = ChoiceField([(kind, action_word(kind)) for kind in OTHERS])
        self.day = DateField(controllers.today())
        self.hour = LineField(placeholder="14.15")
        self.spoken_to, self.subject = LineField(), LineField()
        self.text = TextField(lines=3, most=8)
        self.coaching = Toggle(_("Coaching"), _("Coaching"))
        self.reply_by = DateField(controllers.today())
        self.note = Text("", "small", 500, "note", wrap=True)
        self.trouble = Text("", "small", 500, "late", wrap=True)
        self.give = Button(_("Note it"), "primary", keys="Ctrl+Enter")
        self.later = Button(_("Later"), "secondary", keys="Esc")
        self.waste = Button(_("Throw away"), "ghost", "x")
        self._lay_out()
        self._propose()
        self._connect()

    def begin(self, fields: Mapping[str, str], note: str = "") -> None:
        """Open with these fields; on the first one that is still to be filled in."""
        self._fill(fields)
        self._told = self.fields()
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.trouble.hide()
        self.give.setEnabled(True)
        first: QWidget = self.spoken_to if self.centre.value() is not None else self.centre.line
        self.open(first)

    def fields(self) -> dict[str, str]:
        """What stands here, as text."""
        centre = self.centre.value()
        return {
            "centre": centre.hex if centre is not None else "",
            "how": str(self.how.choice()),
            "kind": str(self.kind.value()) if self.how.choice() == OTHER else "",
            "day": _iso(self.day.value()),
            "hour": self.hour.text(),
            "spoken_to": self.spoken_to.text(),
            "subject": self.subject.text(),
            "text": self.text.toPlainText(),
            "coaching": "1" if self.coaching.value() else "",
            "reply_by": _iso(self.reply_by.value()),
        }

    @property
    def typed(self) -> bool:
        """Whether somebody wrote words here: only then there is a draft."""
        return any(self.fields()[name].strip() for name in TEXTS)

    def settle(self) -> None:
        """Tell the draft as it stands, unless it was told."""
        self._silence.stop()
        now = self.fields()
        if self.is_open and now != self._told and (self.typed or _worded(self._told)):
            self._told = now
            self.drafted.emit(now if self.typed else {})

    def explain(self, error: AppError) -> None:
        """At the field it belongs to, else above the buttons."""
        self.give.setEnabled(True)
        named = self.form.explain(error)
        self.trouble.setText("" if named else str(error))
        self.trouble.setVisible(not named)
        if named and error.field:
            self.form.row(error.field).field.setFocus()
        self.place()

    def finish(self) -> None:
        """It is written down: close without leaving a draft."""
        self._told = self.fields()
        self.close_card()

    def close_card(self) -> None:
        self.settle()
        super().close_card()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the card come before those of the field that has the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._does(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._does(event):
            super().keyPressEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        number = event.key() - Qt.Key.Key_1
        if alt and 0 <= number <= OTHER:
            self._turn(number)
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hand_in()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            return False
        return True

    def hand_in(self) -> None:
        """Once at a time."""
        if not self.give.isEnabled():
            return
        for made in self.card.findChildren(FormRow):
            made.clear()
        self.form.settle()  # what cannot be read is refused anew
        self.centre.take()
        centre = self.centre.value()
        if centre is None:
            self.form.explain(CentreMissing(field="centre"))
            self.centre.setFocus()
            self.place()
        elif not self.form.refusals():
            self.give.setEnabled(False)
            self.wanted.emit(centre, self._draft())

    def _draft(self) -> ActionDraft:
        contact = self.how.choice() < OTHER
        return ActionDraft(
            kind=ActionKind.CONTACT if contact else self.kind.value(),
            medium=MEDIA[self.how.choice()] if contact else None,
            day=self.day.value(),
            hour=self.hour.value(),
            coaching=self.coaching.value(),
            subject=self.subject.value(),
            text=self.text.value(),
            spoken_to=self.spoken_to.value(),
            reply_by=self.reply_by.value(),
        )

    def _fill(self, fields: Mapping[str, str]) -> None:
        number = fields.get("how", "")
        kinds = {str(kind): kind for kind in OTHERS}
        centre = fields.get("centre", "")
        self._turn(int(number) if number.isdigit() and int(number) <= OTHER else 0)
        values: dict[str, Any] = {
            "centre": UUID(centre) if len(centre) == 32 else None,
            "kind": kinds.get(fields.get("kind", ""), OTHERS[0]),
            "day": _day(fields.get("day", "")) or self._controllers.today(),
            "reply_by": _day(fields.get("reply_by", "")),
            "coaching": bool(fields.get("coaching")),
            "hour": fields.get("hour", ""),
            **{name: fields.get(name, "") for name in TEXTS},
        }
        self.form.show(values, of=object())
        self._name_people([])
        if values["centre"] is not None:
            self._ask_people(values["centre"])

    def _turn(self, number: int) -> None:
        self.how.choose(number)
        self._other.setVisible(number == OTHER)
        self._restart()
        self.place()

    def _ask_people(self, centre_id: UUID) -> None:
        asked = self._tasks.ask(self._controllers.actions.people, centre_id)
        self._people = asked.instead_of(self._people).then(self._name_people)

    def _name_people(self, names: list[str]) -> None:
        self._names.setStringList(names)
        self.spoken_to.setPlaceholderText(", ".join(names))

    def _found(self, centre_id: UUID) -> None:
        self._ask_people(centre_id)
        self.spoken_to.setFocus()

    def _restart(self, *_what: object) -> None:
        self._silence.start()

    def _throw_away(self) -> None:
        self._fill({"centre": self.fields()["centre"]})
        self._told = self.fields()
        self.thrown_away.emit()
        self.close_card()

    def _propose(self) -> None:
        """The people of the centre: typing completes a name, Up and Down go along them."""
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.spoken_to.setCompleter(completer)

    def _connect(self) -> None:
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self.settle)
        self.centre.found.connect(self._found)
        self.centre.edited.connect(self._restart)
        self.how.chosen.connect(self._turn)
        self.form.changed.connect(self._restart)
        for field in (self.spoken_to, self.subject, self.hour):
            field.textEdited.connect(self._restart)
        self.text.textChanged.connect(self._restart)
        self.subject.returnPressed.connect(self.hand_in)
        self.spoken_to.returnPressed.connect(self.subject.setFocus)
        self.give.clicked.connect(self.hand_in)
        self.later.clicked.connect(self.close_card)
        self.waste.clicked.connect(self._throw_away)
        for widget in self.card.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.installEventFilter(self)

    def _lay_out(self) -> None:
        add = self.form.add
        keys = Text(_("Alt+1 to 7: how it went"), "small", 400, "faint")
        self._other = add("kind", _("Kind"), self.kind)
        pair = row(gap=12)
        pair.addWidget(add("spoken_to", _("With whom"), self.spoken_to, optional=True), 5, TOPMOST)
        pair.addWidget(add("day", _("Day"), self.day), 3, TOPMOST)
        pair.addWidget(add("hour", _("Hour"), self.hour, optional=True), 3, TOPMOST)
        last = row(gap=12)
        last.addWidget(add("coaching", _("Counts as"), self.coaching), 5, TOPMOST)
        reply = add("reply_by", _("Reply by"), self.reply_by, optional=True)
        last.addWidget(reply, 6, TOPMOST)
        self.card.setLayout(
            column(
                row(Text(_("Note a contact"), "body", 600), None, keys, gap=8),
                self.note,
                add("centre", _("Centre"), self.centre),
                row(self.how, None, gap=0),
                self._other,
                pair,
                add("subject", _("About what"), self.subject),
                add("text", _("Text"), self.text, optional=True),
                last,
                self.trouble,
                row(self.waste, None, self.later, self.give, gap=8),
                gap=10,
                margins=(24, 20, 24, 18),
            )
        )


def _worded(fields: Mapping[str, str]) -> bool:
    return any(fields.get(name, "").strip() for name in TEXTS)


def _iso(day: Any) -> str:
    return day.isoformat() if isinstance(day, date) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
