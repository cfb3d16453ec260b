"""Applications and decisions of one centre: what was asked, what was decided, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.applications.values import ApplicationRow, DecisionFile, DecisionKind
from models.checks.values import CheckRow
from models.kernel.text import N_, _
from models.kernel.wording import long_date, short_date
from models.mandates.values import MandateFile, MandateState
from models.settings.values import Settings
from ui.decision_panel import DecisionPanel
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import act_button
from ui.kit.fitting import fit_panel
from ui.kit.page import Message, Ref
from ui.kit.row_list import Group, Row, RowList
from ui.kit.shell import panel, scrolled
from ui.pages.centres.ending_card import EndingCard
from ui.pages.centres.file_facts import FileFacts
from ui.tasks import Tasks

WIDTH = 420
RUNNING = frozenset({MandateState.ACTIVE, MandateState.ENDING, MandateState.SUSPENDED})
DONE = {
    DecisionKind.WITHDRAWN: N_("The mandate is withdrawn."),
    DecisionKind.ENDED_VOLUNTARILY: N_("The stop is noted; the mandate ends."),
    DecisionKind.SUSPENDED: N_("The mandate is suspended."),
}
Asked = tuple[Settings, str, list[CheckRow]]


class RulingsView(QWidget):
    """A list to the left, the chosen decision with its links and its appeal term to the right."""

    said = Signal(object)
    wanted = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._centre: UUID | None = None
        self._mandate: MandateFile | None = None
        self._things: dict[UUID, ApplicationRow | DecisionFile] = {}
        self.card: EndingCard | None = None
        self.list = RowList()
        self.list.setAccessibleName(_("Applications and decisions"))
        self.nothing = Text("", "body", 400, "quiet", wrap=True)
        self.new = act_button(_("New application"), "secondary", "plus", self._apply)
        self.ends = {
            DecisionKind.ENDED_VOLUNTARILY: act_button(
                _("The centre stops"), "secondary", "flag", partial(self._ask, _STOP)
            ),
            DecisionKind.WITHDRAWN: act_button(
                _("Withdraw"), "secondary", "gavel", partial(self._ask, _WITHDRAW)
            ),
            DecisionKind.SUSPENDED: act_button(
                _("Suspend"), "secondary", "hourglass", partial(self._ask, _SUSPEND)
            ),
        }
        for end in self.ends.values():
            end.setProperty("acts", True)
        self.decision = DecisionPanel(controllers, tasks)
        self.application = ApplicationSummary()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.decision.said.connect(self.said)
        self.decision.wanted.connect(self.wanted)
        self.application.opened.connect(self._open)

    def show_facts(self, facts: FileFacts) -> None:
        self._centre = facts.id
        current = facts.standing.current
        running = current is not None and current.state in RUNNING
        self._mandate = current if running else None
        can_suspend = current is not None and current.can_suspend
        missing = "" if running else _("No mandate runs at this centre.")
        for kind, button in self.ends.items():
            button.allow(missing)
            button.setVisible(kind is not DecisionKind.SUSPENDED or can_suspend)
        self._things = {one.id: one for one in facts.applications}
        self._things |= {one.id: one for one in facts.decisions}
        self.list.set_rows(_rows(facts.applications, facts.decisions))
        self.list.setVisible(bool(self._things))
        self.nothing.setVisible(not self._things)
        self._panel.setVisible(bool(self._things))
        if self._things and self.list.current is None:
            self.list.choose(next(iter(self._things)))
        self._choose(self.list.current)

    def settle(self) -> None:
        self.decision.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_panel(self._panel, WIDTH, self.width())

    def _lay_out(self) -> None:
        self.nothing.setText(_("No application and no decision is known of this centre."))
        self._shown = QStackedWidget()
        empty = wrap(column(Text("", "body"), None))
        for side in (empty, self.application, scrolled(wrap(_padded(self.decision)))):
            self._shown.addWidget(side)
        self._panel = panel("right", WIDTH, column(self._shown, gap=0, margins=(1, 1, 1, 1)))
        buttons = row(self.new, *self.ends.values(), None, gap=8, margins=(12, 0, 12, 8))
        left = column(buttons, gap=0, margins=(16, 0, 8, 0))
        left.addWidget(wrap(column(self.nothing, gap=0, margins=(12, 8, 12, 8))))
        left.addWidget(self.list, 1)
        left.addStretch(0)
        line = row(gap=0)
        line.addWidget(wrap(left), 1)
        line.addWidget(self._panel)
        self.setLayout(line)

    def _choose(self, key: Any) -> None:
        found = self._things.get(key) if isinstance(key, UUID) else None
        match found:
            case DecisionFile():
                self.decision.show_decision(found)
                self._shown.setCurrentIndex(2)
            case ApplicationRow():
                self.application.show_row(found)
                self._shown.setCurrentIndex(1)
            case _:
                self._shown.setCurrentIndex(0)

    def _open(self, key: UUID) -> None:
        found = self._things.get(key)
        if isinstance(found, ApplicationRow):
            self.wanted.emit(Ref("application", found.id))
        elif isinstance(found, DecisionFile) and found.application_id is not None:
            self.wanted.emit(Ref("application", found.application_id, "outcome"))

    def _apply(self) -> None:
        self.wanted.emit(Ref("apply", self._centre))

    def _ask(self, kind: DecisionKind) -> None:
        if self._mandate is not None and self._centre is not None:
            self.settle()
            asked = self._tasks.ask(_asked, self._controllers, self._centre)
            asked.then(partial(self._begin, kind, self._mandate))

    def _begin(self, kind: DecisionKind, mandate: MandateFile, asked: Asked) -> None:
        settings, basis, checks = asked
        self.card = EndingCard(self, self._controllers, self._tasks, kind, mandate)
        self.card.made.connect(partial(self._done, kind))
        self.card.start(settings.deciding_authority, basis, checks)

    def _done(self, kind: DecisionKind, _decision: object) -> None:
        self.said.emit(Message(_(DONE[kind]), undo=True))


class ApplicationSummary(QWidget):
    """An application in short; its dossier is a room of its own."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row: ApplicationRow | None = None
        self.state = Badge("plain", "")
        self._title = Text("", "body", 600)
        self._why = Text("", "body", 400, "ink", wrap=True)
        self._days = Text("", "small", 400, "quiet", wrap=True)
        self.open = act_button(_("Open the dossier"), "primary", "inbox", self._open)
        lines = column(
            row(self._title, None, self.state),
            self._why,
            self._days,
            8,
            row(self.open, None),
            None,
            gap=8,
            margins=(22, 20, 22, 20),
        )
        self.setLayout(lines)

    def show_row(self, found: ApplicationRow) -> None:
        self._row = found
        self._title.setText(found.reference)
        self.state.set_state(badge(found.state), word(found.state))
        self._why.setText(found.why)
        judged = _("{done} of {total} judged").format(done=found.judged, total=found.total)
        start = found.requested_start
        asked = _("asked from {day}").format(day=long_date(start)) if start else ""
        self._days.setText(" · ".join(part for part in (judged, asked, found.assessor) if part))

    def _open(self) -> None:
        if self._row is not None:
            self.opened.emit(self._row.id)


_STOP, _WITHDRAW = DecisionKind.ENDED_VOLUNTARILY, DecisionKind.WITHDRAWN
_SUSPEND = DecisionKind.SUSPENDED


def _rows(
    applications: Sequence[ApplicationRow], decisions: Sequence[DecisionFile]
) -> list[Row | Group]:
    found: list[Row | Group] = []
    if applications:
        found.append(Group(_("Applications"), len(applications)))
        found += [_application(one) for one in applications]
    if decisions:
        found.append(Group(_("Decisions"), len(decisions)))
        found += [_decision(one) for one in decisions]
    return found


def _application(one: ApplicationRow) -> Row:
    return Row(
        title=_("Application of {day}").format(day=long_date(one.received_on)),
        sub=f"{one.reference} · {one.why}",
        lead="icon:inbox",
        badge=("late" if one.late else badge(one.state), word(one.state)),
        payload=one.id,
    )


def _decision(one: DecisionFile) -> Row:
    appeal = one.appeal
    until = _("can be contested until {day}").format(day=short_date(appeal.due)) if appeal else ""
    by = f"{one.authority}, {one.decided_by}" if one.decided_by else one.authority
    return Row(
        title=_("Decision of {day}").format(day=long_date(one.decided_on)),
        sub=" · ".join(part for part in (by, one.mandate_number, until) if part),
        lead="icon:gavel",
        badge=(badge(one.kind), word(one.kind).capitalize()),
        payload=one.id,
    )


def _asked(controllers: Controllers, centre_id: UUID) -> Asked:
    """On a reader's thread: who decides, on what it rests, and the checks it may rest on."""
    ids = controllers.checks.ids(centre_id)
    by_id = {one.id: one for one in controllers.checks.rows(ids)}
    checks = [by_id[one] for one in ids if one in by_id]
    return controllers.settings.read(), controllers.applications.legal_basis(), checks


def _padded(widget: QWidget) -> Any:
    return column(widget, None, gap=0, margins=(22, 20, 22, 60))
