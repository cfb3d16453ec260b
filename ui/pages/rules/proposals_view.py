"""What rules propose for mandates: old and new last day, ticked off one by one, nothing forced."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from controllers.rules import Rules
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date
from models.mandates.rules.proposals import EndProposal, ProposalReasonMissing
from ui.kit.ask import AskText, ask_text
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.page import Message, Ref
from ui.kit.row_list import Group, Row, RowList
from ui.tasks import Tasks
from ui.why import WhyDate


class ProposalsView(QWidget):
    """Space ticks a mandate, A all of them; the two buttons ask for a reason."""

    said = Signal(object)
    wanted = Signal(object)

    def __init__(self, rules: Rules, tasks: Tasks) -> None:
        super().__init__()
        self._rules, self._tasks = rules, tasks
        self.proposals: tuple[EndProposal, ...] = ()
        self.ticked: set[UUID] = set()
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.list = RowList()
        self.list.setAccessibleName(_("Proposals"))
        self.all = Button(_("Tick all"), "secondary", "list-check")
        self.take = Button(_("Take over"), "primary", "check")
        self.keep = Button(_("Keep as it is"), "secondary")
        self.why = WhyDate()
        self.asked: AskText | None = None
        empty = EmptyState(
            "scale",
            _("Nothing to propose"),
            _(
                "Every mandate ends on the day its rule says, or on a day with a reason. When a"
                " rule changes, the mandates it concerns come to stand here."
            ),
        )
        self._empty = empty
        self._lay_out()
        self.list.checked.connect(self._tick)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.all.clicked.connect(self.tick_all)
        self.take.clicked.connect(partial(self._ask, self._accept))
        self.keep.clicked.connect(partial(self._ask, self._refuse))

    def show_proposals(self, proposals: tuple[EndProposal, ...]) -> None:
        """News from the file; what was ticked stays ticked while it is still proposed."""
        self.proposals = proposals
        self.ticked &= {one.mandate.id for one in proposals}
        self._stack.setCurrentWidget(self._filled if proposals else self._empty)
        self._show()
        if self.list.current is None and proposals:
            self.list.choose(proposals[0].mandate.id)
        self._choose(self.list.current)

    def tick_all(self) -> None:
        """All of them; when all are ticked, none."""
        everyone = {one.mandate.id for one in self.proposals}
        self.ticked = set() if self.ticked == everyone else everyone
        self._show()

    def start(self) -> None:
        if self.proposals:
            self.list.setFocus()

    def _lay_out(self) -> None:
        new = Text(_("New last day"), "small", 400, "quiet")
        head = row(gap=4, margins=(28, 0, 24, 8))
        head.addWidget(self.told, 1)
        head.addSpacing(12)
        head.addWidget(new)
        head.addWidget(self.why)
        foot = row(self.all, None, self.keep, self.take, gap=8, margins=(28, 10, 24, 14))
        self._filled = wrap(
            column(
                head,
                column(self.list, gap=0, margins=(16, 0, 12, 0)),
                foot,
                gap=0,
            )
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._filled)
        self._stack.addWidget(self._empty)

    def _show(self) -> None:
        rows: list[Row | Group] = []
        for recorded, title in (
            (True, _("By a changed rule")),
            (False, _("Another length than the rule, without a reason")),
        ):
            under = [one for one in self.proposals if one.recorded is recorded]
            if under:
                rows.append(Group(title, len(under)))
                rows.extend(self._row(one) for one in under)
        self.list.set_rows(rows)
        self.told.setText(
            _(
                "Nothing has changed. Tick the mandates that you take over or keep; a reason is"
                " asked and kept with them."
            )
        )
        count = len(self.ticked)
        missing = "" if count else _("Tick a mandate first: Space on the list.")
        self.take.allow(missing)
        self.keep.allow(missing)
        number = f" ({count})" if count else ""
        self.take.setText(_("Take over") + number)
        self.keep.setText(_("Keep as it is") + number)

    def _row(self, one: EndProposal) -> Row:
        named = " · ".join(part for part in (one.mandate.centre, one.mandate.number) if part)
        return Row(
            named,
            " ".join(part for part in (one.trouble, one.why) if part),
            lead="done" if one.mandate.id in self.ticked else "open",
            badge=("remark", _("Not as it stands")) if one.trouble else None,
            meta=f"{short_date(one.old)}  →  {short_date(one.new)}",
            payload=one.mandate.id,
        )

    def _tick(self, mandate_id: UUID) -> None:
        self.ticked ^= {mandate_id}
        self._show()

    def _choose(self, mandate_id: UUID | None) -> None:
        """The new last day of the row the list stands on can be asked why."""
        one = next((one for one in self.proposals if one.mandate.id == mandate_id), None)
        self.why.show_term(one.term if one else None, title=one.mandate.number if one else "")

    def _open(self, mandate_id: UUID) -> None:
        for one in self.proposals:
            if one.mandate.id == mandate_id:
                self.wanted.emit(Ref("centre", one.mandate.centre_id))

    def _ask(self, then: Callable[[str], object]) -> None:
        taking = then == self._accept
        count = len(self.ticked)
        title = (
            ngettext("Take over {count} last day", "Take over {count} last days", count)
            if taking
            else ngettext("Keep {count} last day", "Keep {count} last days", count)
        )
        self.asked = ask_text(
            self,
            title.format(count=count),
            _("Reason"),
            then,
            help=_("Such as the date and number of the decision, or the agreement of the centre."),
            word=_("Take over") if taking else _("Keep as it is"),
            check=_needed,
        )

    def _accept(self, reason: str) -> None:
        self._hand_in(self._rules.accept, reason)

    def _refuse(self, reason: str) -> None:
        self._hand_in(self._rules.keep, reason)

    def _hand_in(self, verb: Callable[[Collection[UUID], str], int], reason: str) -> None:
        chosen = [one.mandate.id for one in self.proposals if one.mandate.id in self.ticked]
        taken = verb == self._rules.accept
        ticket = self._tasks.do(verb, chosen, reason)
        ticket.then(partial(self._done, taken)).otherwise(self._explain)

    def _done(self, taken: bool, count: int) -> None:
        said = (
            ngettext(
                "{count} last day was taken over.", "{count} last days were taken over.", count
            )
            if taken
            else ngettext("{count} last day stays.", "{count} last days stay.", count)
        )
        self.said.emit(Message(said.format(count=count), undo=True))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _needed(reason: str) -> None:
    if not reason.strip():
        raise ProposalReasonMissing(field="reason")
