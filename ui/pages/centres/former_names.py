"""The names a centre bore: a list, a card to correct one, and the way to add one by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.centres import Centres
from models.centres.values import FormerNameFile, NameKind
from models.kernel.text import N_, _
from ui.kit.base import Text, column, row, section
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.overlay import Overlay
from ui.kit.page import Message
from ui.kit.row_list import Row, RowList
from ui.pages.centres.add_card import AddCard, Values
from ui.pages.centres.fitting import Side
from ui.pages.centres.keeping import Keeping
from ui.pages.centres.words import choices, period
from ui.tasks import Tasks, Ticket

KINDS = {NameKind.LEGAL: N_("Legal name"), NameKind.TRADE: N_("Trade name")}


class FormerNames(QWidget):
    """Names arrive here by themselves when a name changes. `said(Message)`."""

    said = Signal(object)

    def __init__(self, centres: Centres, tasks: Tasks) -> None:
        super().__init__()
        self._centres, self._tasks = centres, tasks
        self._centre: UUID | None = None
        self._names: dict[UUID, FormerNameFile] = {}
        self.rows = RowList(inset=0, fit=True)
        self.rows.setAccessibleName(_("Former names"))
        self.nothing = Text(
            _("A name that changes is kept here with its last day; people still find it."),
            *("small", 400, "quiet"),
            wrap=True,
        )
        self.add = Button(_("Add a former name"), "link", "plus")
        head = section(_("Former names"), self.add)
        self.setLayout(column(head, self.rows, self.nothing, gap=4))
        self.rows.opened.connect(self._open)
        self.rows.clicked.connect(self._clicked)
        self.add.clicked.connect(self._add)

    def show_names(self, centre_id: UUID, names: Sequence[FormerNameFile]) -> None:
        self._centre = centre_id
        self._names = {one.id: one for one in names}
        self.rows.set_rows(
            [
                Row(
                    one.name,
                    " · ".join(
                        said for said in (_(KINDS[one.kind]), period(one.since, one.until)) if said
                    ),
                    payload=one.id,
                )
                for one in names
            ]
        )
        self.rows.setVisible(bool(names))
        self.nothing.setVisible(not names)

    def _clicked(self, _index: object) -> None:
        self._open(self.rows.current)

    def _open(self, payload: UUID | None) -> None:
        if payload in self._names and payload is not None:
            card = FormerNameCard(self, self._centres, self._tasks, self._names[payload])
            card.said.connect(self.said)
            card.open(card.name)

    def _add(self) -> None:
        if self._centre is not None:
            NewFormerName(self, self._centres, self._tasks, self._centre).start()


class FormerNameCard(Overlay):
    """One former name: its fields keep themselves. `said(Message)`."""

    said = Signal(object)

    def __init__(
        self, host: QWidget, centres: Centres, tasks: Tasks, shown: FormerNameFile
    ) -> None:
        super().__init__(host, 440)
        self.setAccessibleName(_("Former name"))
        self._centres, self._tasks, self._row = centres, tasks, shown.id
        self.form = Form(self)
        self.keeping = Keeping(self.form, tasks, self._save, self)
        self.keeping.said.connect(self.said)
        self.name = LineField()
        self.delete = Button(_("Remove"), "danger", "x")
        self.shut = Button(_("Close"), "secondary", keys="Esc")
        days = Side(
            self.form.add("since", _("Since"), DateField(None), optional=True),
            self.form.add("until", _("Until"), DateField(None), optional=True),
        )
        self.card.setLayout(
            column(
                Text(_("Former name"), "body", 600),
                self.form.add("name", _("Name"), self.name),
                self.form.add("kind", _("Kind"), ChoiceField(choices(KINDS))),
                days,
                row(self.delete, None, self.shut, gap=8),
                gap=12,
                margins=(24, 22, 24, 20),
            )
        )
        values = {"name": shown.name, "kind": shown.kind}
        self.keeping.show(values | {"since": shown.since, "until": shown.until}, shown.id)
        self.delete.clicked.connect(self._remove)
        self.shut.clicked.connect(self.close_card)
        self.closed.connect(self._leave)

    def _save(self, of: UUID, field: str, value: Any) -> None:
        self._centres.edit_part("former_name", of, field, value)

    def _remove(self) -> None:
        self._tasks.do(self._centres.remove_part, "former_name", self._row).then(self._removed)

    def _removed(self, _answer: object) -> None:
        self.said.emit(Message(_("Former name removed."), undo=True))
        self.close_card()

    def _leave(self) -> None:
        self.form.settle()
        self.deleteLater()


class NewFormerName(AddCard):
    """A name that somebody knows from before this file."""

    def __init__(self, host: QWidget, centres: Centres, tasks: Tasks, centre_id: UUID) -> None:
        super().__init__(host, _("Add a former name"), _("Add"))
        self._centres, self._tasks, self._centre = centres, tasks, centre_id
        self.name, self.kind = LineField(), ChoiceField(choices(KINDS))
        self.kind.set_value(NameKind.TRADE, afresh=True)
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lay_out(
            (
                self.form.add("name", _("Name"), self.name),
                self.form.add("kind", _("Kind"), self.kind),
            )
        )

    def start(self) -> None:
        self.begin(self.name, self._hand_in)

    def _hand_in(self, values: Values) -> Ticket[UUID]:
        add = self._centres.add_former_name
        return self._tasks.do(add, self._centre, values["name"], values["kind"])
