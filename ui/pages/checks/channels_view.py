"""The channels of a check of the offer: add one by its name and address, say when it was seen."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.values import CheckFile, CheckState, DossierColumn
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import short_date
from ui.drafting import DraftSheet
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.fitting import PanelFit
from ui.kit.form import Form
from ui.kit.page import Message
from ui.kit.row_list import Row
from ui.kit.shell import panel, scrolled
from ui.pages.checks.dossier_list import DossierList
from ui.pages.checks.sight import answered, asked_of
from ui.pages.checks.verdict_card import VerdictCard
from ui.tasks import Tasks

SIDE = 340
TOP = Qt.AlignmentFlag.AlignTop


class ChannelsView(QWidget):
    """`opened(UUID)` asks to fill in this channel."""

    opened = Signal(object)
    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self._check: CheckFile | None = None
        self.adding, self.form = Form(self), Form(self)
        self.name = LineField(_("Website, LinkedIn, brochure"))
        self.address = LineField("https://")
        self.add = Button(_("Add"), "secondary", "plus", keys="Enter")
        self.list = DossierList()
        self.list.setAccessibleName(_("Channels in this check"))
        self.verdict = VerdictCard(checks, tasks, sheet)
        self.called, self.place = LineField(), LineField("https://")
        self.seen = Text("", "small", 400, "quiet", wrap=True)
        self.look = Button(_("Looked at now"), "secondary", "eye")
        self.fill = Button(_("Fill in this channel"), "secondary", "checklist")
        self.remove = Button(_("Take out of the check"), "secondary", "x")
        self._lay_out()
        self._connect()

    def show_check(self, check: CheckFile) -> None:
        self._check = check
        locked = check.state is CheckState.FINISHED
        self._line.setVisible(not locked)
        for button in (self.remove, self.look):
            button.setVisible(not locked)
        for field in (self.called, self.place):
            field.setReadOnly(locked)
        self.fill.setText(_("Show in the matrix") if locked else _("Fill in this channel"))
        self.list.set_rows([_row(check, channel) for channel in check.dossiers])
        if self.list.current is None and check.dossiers:
            self.list.choose(check.dossiers[0].id)
        self._show_side()

    def focus_numbers(self) -> None:
        self.name.setFocus()

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
        side = column(
            self.form.add("number", _("Name of the channel"), self.called),
            self.form.add("address", _("Address or place"), self.place, optional=True),
            self.seen,
            self.look,
            8,
            self.verdict,
            8,
            self.fill,
            self.remove,
            None,
            gap=8,
            margins=(22, 20, 20, 20),
        )
        self._side = panel("right", SIDE, column(scrolled(wrap(side)), gap=0))
        PanelFit(self._side, SIDE, self)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(self._side)
        self.setFocusProxy(self.list)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        for field in (self.name, self.address):
            field.returnPressed.connect(self._add)
        self.list.chosen.connect(self._show_side)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self._remove)
        self.form.changed.connect(self._hand_in)
        self.look.clicked.connect(self._look)
        self.fill.clicked.connect(self._fill)
        self.remove.clicked.connect(self._remove_current)
        self.verdict.said.connect(self.said)

    def _channel(self) -> DossierColumn | None:
        channels = self._check.dossiers if self._check else ()
        return next((each for each in channels if each.id == self.list.current), None)

    def _show_side(self, _chosen: UUID | None = None) -> None:
        channel = self._channel()
        self._side.setVisible(channel is not None)
        if channel is None or self._check is None:
            return
        values = {"number": channel.number, "address": channel.address}
        self.form.show(values, of=(self._check.id, channel.id))
        self.seen.setText(_seen(channel))
        locked = self._check.state is CheckState.FINISHED
        self.verdict.show_dossier(self._check.id, channel, locked)

    def _add(self) -> None:
        if self._check is None:
            return
        name, address = self.name.text(), self.address.text()
        ticket = self._tasks.do(self._checks.add_channel, self._check.id, name, address)
        ticket.then(partial(self._added, name)).otherwise(self._refused)

    def _added(self, name: str, channel: UUID) -> None:
        self.adding.show({"number": "", "address": ""}, of=channel)
        sentence = _("Channel {name} was added.").format(name=name.strip())
        self.said.emit(Message(sentence, undo=True))
        self.name.setFocus()

    def _refused(self, error: AppError) -> None:
        if not self.adding.explain(error):
            self._explain(error)
        elif error.field is not None:
            self.adding.row(error.field).field.setFocus()

    def _hand_in(self, field: str, value: object) -> None:
        if isinstance(self.form.of, tuple):
            check, channel = self.form.of
            write = partial(self._checks.edit_channel, check, channel)
            kept = self._tasks.do(write, field, str(value))
            kept.otherwise(self._explain_field)

    def _explain_field(self, error: AppError) -> None:
        if not self.form.explain(error):
            self._explain(error)

    def _look(self) -> None:
        if self._check is not None and self.list.current is not None:
            seen = self._tasks.do(self._checks.look_at, self._check.id, self.list.current)
            seen.otherwise(self._explain)

    def _fill(self) -> None:
        if self.list.current is not None:
            self.opened.emit(self.list.current)

    def _remove_current(self) -> None:
        if self.list.current is not None:
            self._remove(self.list.current)

    def _remove(self, channel_id: UUID) -> None:
        check = self._check
        if check is None or check.state is CheckState.FINISHED:
            return
        name = next((each.number for each in check.dossiers if each.id == channel_id), "")
        ticket = self._tasks.do(self._checks.remove_dossier, check.id, channel_id)
        ticket.then(partial(self._removed, name)).otherwise(self._explain)

    def _removed(self, name: str, _done: None) -> None:
        sentence = _("Channel {name} was taken out of the check.").format(name=name)
        self.said.emit(Message(sentence, undo=True))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _seen(channel: DossierColumn) -> str:
    if channel.looked_at is None:
        return _("Not looked at yet")
    local = channel.looked_at.astimezone()
    moment = f"{short_date(local.date())} {local:%H:%M}"
    return _("Looked at on {moment}").format(moment=moment)


def _row(check: CheckFile, channel: DossierColumn) -> Row:
    verdict, total = channel.verdict, asked_of(check, channel)
    parts = (channel.address, _seen(channel))
    return Row(
        title=channel.number,
        sub=" · ".join(part for part in parts if part),
        badge=(badge(verdict), word(verdict)) if verdict else ("draft", _("No verdict yet")),
        meta=_("{done} of {total}").format(done=answered(check, channel), total=total),
        payload=channel.id,
    )
