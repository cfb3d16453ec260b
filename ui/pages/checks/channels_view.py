"""The channels of a check of the offer: add one by its name and address, say when it was seen."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.values import CheckFile, DossierColumn
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import short_date
from ui.card_drafts import CardDrafts
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.row_list import Row
from ui.masking import mask
from ui.pages.checks.card_names import NEW_CHANNEL
from ui.pages.checks.sight import Counts, how_far
from ui.pages.checks.things_view import ThingsView
from ui.pages.checks.unit_words import CHANNELS
from ui.tasks import Tasks

CHANNEL = "channel"
"""How the drafts of a channel are called."""
TOP = Qt.AlignmentFlag.AlignTop


class ChannelsView(ThingsView):
    """Channels by name and address; what was typed stays with its check until it is added."""

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__(checks, tasks, sheet, CHANNELS)
        self.adding, self.form = Form(self), Form(self)
        self.name = LineField(_("Website, LinkedIn, brochure"))
        self.address = LineField("https://")
        self.add = Button(_("Add"), "secondary", "plus", keys="Enter")
        self.called, self.place = LineField(), LineField("https://")
        self.seen = Text("", "small", 400, "quiet", wrap=True)
        self.look = Button(_("Looked at now"), "secondary", "eye")
        self._lay_out()
        self._waiting = CardDrafts(self.adding, sheet)
        self.drafting = FormDrafts(self.form, CHANNEL, sheet)
        self._connect()

    def show_check(self, check: CheckFile, counts: Counts) -> None:
        held = QApplication.focusWidget()
        if self._check is None or self._check.id != check.id:
            self._waiting.leave()
            self._offer(check.id)
        self._show_list(check, counts)
        self._line.setVisible(not self._locked)
        for button in (self.remove, self.look):
            button.setVisible(not self._locked)
        for field in (self.called, self.place):
            field.setReadOnly(self._locked)
        self._show_side()
        self._hold(held)

    def focus_numbers(self) -> None:
        self.name.setFocus()

    def bring_back(self, channel: UUID) -> None:
        """The channel of which a field was being written."""
        self.list.choose(channel)
        self._show_side()

    def waiting(self) -> bool:
        """Whether a channel was typed that is not added yet."""
        return bool(self.name.text().strip() or self.address.text().strip())

    def settle(self) -> None:
        self.form.settle()

    def _lay_out(self) -> None:
        line = row(gap=12, margins=(28, 4, 24, 12))
        called = self.adding.add("number", _("Name of the channel"), self.name)
        line.addWidget(called, 2, TOP)
        where = self.adding.add("address", _("Address or place"), self.address, optional=True)
        line.addWidget(where, 3, TOP)  # a refusal under the one does not move the other
        line.addLayout(column(21, self.add, None, gap=0))
        self._line = wrap(line)
        left = column(self._line, gap=0)
        told = _(
            "Keep the address and the hour with what you find; add a screenshot as proof with B."
        )
        left.addLayout(row(Text(told, "small", 400, "faint", wrap=True), margins=(28, 0, 24, 8)))
        left.addWidget(self.list, 1)
        side = self._place_side(
            self.form.add("number", _("Name of the channel"), self.called),
            self.form.add("address", _("Address or place"), self.place, optional=True),
            self.seen,
            self.look,
            8,
            self.verdict,
            8,
            self.fill,
            self.remove,
        )
        mask(*self.adding.rows(), *self.form.rows())
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(side)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        for field in (self.name, self.address):
            field.returnPressed.connect(self._add)
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)
        self.look.clicked.connect(self._look)

    def _show_rows(self) -> None:
        channels = self._check.dossiers if self._check is not None else ()
        self.list.set_rows([_row(channel, self._counts) for channel in channels])

    def _first(self) -> UUID | None:
        return self._check.dossiers[0].id if self._check and self._check.dossiers else None

    def _take_keyboard(self) -> None:
        """To the channels, or to where the first one is added."""
        if self.list.current is not None or self._locked:
            super()._take_keyboard()
        else:
            self.focus_numbers()

    def _show_chosen(self, chosen: DossierColumn) -> None:
        assert self._check is not None  # noqa: S101 - a channel of it is chosen
        values = {"number": chosen.number, "address": chosen.address}
        called = f"{self._check.reference} · {chosen.number}"
        self.form.show(values, (self._check.id, chosen.id), called)
        self.seen.setText(_seen(chosen))
        self.drafting.offer()

    def _offer(self, check_id: UUID) -> None:
        """Empty, but for what lies aside of this check."""
        for name, field in self.adding.fields().items():
            field.set_value("", afresh=True)
            self.adding.row(name).clear()
        self._waiting.offer(NEW_CHANNEL, check_id)

    def _typed(self) -> tuple[str, str]:
        return self.name.text(), self.address.text()

    def _add(self) -> None:
        check, typed = self._check, self._typed()
        if check is not None:
            ticket = self._tasks.do(self._checks.add_channel, check.id, *typed)
            self._waiting.awaits(ticket)
            ticket.then(partial(self._added, check.id, typed))
            ticket.otherwise(partial(self._refused, check))

    def _added(self, check_id: UUID, typed: tuple[str, str], _channel: UUID) -> None:
        sentence = _("Channel {name} was added.").format(name=typed[0].strip())
        self.said.emit(Message(sentence, undo=True))
        if self._check is not None and self._check.id == check_id and self._typed() == typed:
            self._offer(check_id)
            self.name.setFocus()

    def _refused(self, check: CheckFile, error: AppError) -> None:
        """Of a check that shows no more the channel still lies with it."""
        if self._check is None or self._check.id != check.id:
            self.said.emit(Message(f"{check.reference}: {error}", tone="late"))
        elif not self.adding.explain(error):
            self._explain(error)
        elif error.field is not None:
            self.adding.row(error.field).field.setFocus()

    def _hand_in(self, field: str, value: object) -> None:
        if isinstance(self.form.of, tuple):
            check, channel = self.form.of
            write = partial(self._checks.edit_channel, check, channel)
            self.form.awaits(self._tasks.do(write, field, str(value)), field)

    def _look(self) -> None:
        if self._check is not None and self.list.current is not None:
            seen = self._tasks.do(self._checks.look_at, self._check.id, self.list.current)
            seen.otherwise(self._explain)


def _seen(channel: DossierColumn) -> str:
    if channel.looked_at is None:
        return _("Not looked at yet")
    local = channel.looked_at.astimezone()
    moment = f"{short_date(local.date())} {local:%H:%M}"
    return _("Looked at on {moment}").format(moment=moment)


def _row(channel: DossierColumn, counts: Counts) -> Row:
    verdict = channel.verdict
    parts = (channel.address, _seen(channel))
    return Row(
        title=channel.number,
        sub=" · ".join(part for part in parts if part),
        badge=(badge(verdict), word(verdict)) if verdict else ("draft", _("No verdict yet")),
        meta=how_far(counts[channel.id]),
        payload=channel.id,
    )
