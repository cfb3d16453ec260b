"""The ladder of measures of a centre: what stands, what the rules propose, and why not more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.rules import condition_text
from models.checks.values import CheckFile, LadderFile, LadderStepFile, RungFile
from models.kernel.text import _
from models.kernel.wording import long_date, short_date
from ui.card_drafts import lay_aside
from ui.drafting import DraftSheet
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text, column, empty, row, rule, wrap
from ui.kit.button import Button
from ui.kit.page import Message
from ui.kit.row_list import Row, RowList
from ui.pages.checks.card_names import END, STEP
from ui.pages.checks.follow_cards import EndCard, StepCard
from ui.tasks import Tasks, Ticket


class LadderView(QWidget):
    """The program proposes, a person decides."""

    said = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, today: date, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks, self._today, self._sheet = checks, tasks, today, sheet
        self._check: CheckFile | None = None
        self._ladder: LadderFile | None = None
        self._asked: Ticket[LadderFile] | None = None
        self._opening: tuple[str, str] | None = None
        """The card that was being written in, until the ladder is read."""
        self.card: QWidget | None = None
        self._why = Text("", "body", 500, "ink", wrap=True)
        self.take = Button(_("Take a step"), "secondary", "scale")
        self.end = Button(_("End the step that stands"), "link")
        self._rungs: QVBoxLayout = column(gap=10)
        self.rows = RowList(inset=0, fit=True)
        self.rows.setAccessibleName(_("Steps taken"))
        self._none = Text(_("No step was taken yet."), "small", 400, "faint")
        self.setLayout(
            column(
                Text(_("Ladder of measures"), "body", 600),
                self._why,
                row(self.take, self.end, None, gap=8),
                4,
                rule(),
                4,
                self._rungs,
                4,
                rule(),
                4,
                Text(_("Steps taken"), "small", 600, "quiet"),
                self.rows,
                self._none,
                None,
                gap=8,
                margins=(28, 16, 28, 28),
            )
        )
        self.take.clicked.connect(self.ask_step)
        self.end.clicked.connect(self.ask_end)

    def show_check(self, check: CheckFile) -> None:
        """Read the ladder of its centre; what it shows of that stays until the answer is here."""
        if self._check is None or self._check.centre_id != check.centre_id:
            self._clear()
        self._check = check
        asked = self._tasks.ask(self._checks.ladder, check.centre_id)
        self._asked = asked.instead_of(self._asked).then(self._show)

    def ask_step(self) -> None:
        if self._check is not None and self._ladder is not None:
            host, check = self.window(), self._check
            card = StepCard(host, self._checks, self._tasks, self._ladder, self._today)
            self.card = card
            card.made.connect(self._taken)
            card.start(check.centre_id, check.id)
            lay_aside(card, self._sheet, STEP)

    def ask_end(self) -> None:
        standing = self._ladder.standing if self._ladder is not None else None
        if standing is not None:
            card = EndCard(self.window(), self._checks, self._tasks, self._today)
            self.card = card
            card.made.connect(self._ended)
            card.start(standing.id)
            lay_aside(card, self._sheet, END, standing.id)

    def open_again(self, card: str, about: str) -> None:
        """Open what was being written in; why a step ends only while that one stands."""
        self._opening = card, about
        self._open()

    def _open(self) -> None:
        if self._opening is None or self._ladder is None:
            return
        (card, about), self._opening = self._opening, None
        standing = self._ladder.standing
        if card == STEP and self.isVisible():
            self.ask_step()
        elif standing is not None and standing.id.hex == about and self.isVisible():
            self.ask_end()

    def _taken(self, _step: object) -> None:
        self.said.emit(Message(_("The step is written down."), undo=True))

    def _ended(self, _done: object) -> None:
        self.said.emit(Message(_("The step ended."), undo=True))

    def _clear(self) -> None:
        """The ladder of one centre never stands under another."""
        self._ladder = None
        self._why.setText("")
        self.take.setEnabled(False)
        self.end.hide()
        empty(self._rungs)
        self.rows.set_rows(())
        self.rows.hide()
        self._none.hide()

    def _show(self, ladder: LadderFile) -> None:
        self._ladder = ladder
        self._why.setText(ladder.why)
        self.take.setEnabled(True)
        self.end.setVisible(ladder.standing is not None)
        empty(self._rungs)
        for rung in ladder.rungs:
            self._rungs.addWidget(_rung(rung, ladder))
        self.rows.set_rows([_step(one, self._today) for one in reversed(ladder.steps)])
        self.rows.setVisible(bool(ladder.steps))
        self._none.setVisible(not ladder.steps)
        self._open()


def _rung(rung: RungFile, ladder: LadderFile) -> QWidget:
    """A rung with its conditions; what is met has a tick, what is not a dash."""
    head = row(Text(word(rung.rung), "body", 600), gap=10)
    if ladder.standing is not None and ladder.standing.rung is rung.rung:
        head.addWidget(Badge("busy", _("Stands now")))
    elif rung.rung is ladder.proposed:
        head.addWidget(Badge("due", _("Proposed")))
    head.addStretch(1)
    out = column(head, gap=3)
    for one in rung.conditions:
        sign = ("check", "done") if one.met else ("minus", "quiet")
        line = row(column(Icon(*sign, 15), None, margins=(0, 2, 0, 0)), gap=8)
        line.addWidget(
            Text(condition_text(one), "small", 400, "ink" if one.met else "quiet", wrap=True), 1
        )
        out.addLayout(line)
    return wrap(out)


def _step(one: LadderStepFile, today: date) -> Row:
    parts = [
        _("decided on {day} by {name}").format(day=long_date(one.decided_on), name=one.decided_by),
        one.motivation,
    ]
    if one.against_why:
        parts.append(_("otherwise than proposed: {why}").format(why=one.against_why))
    if one.ended_on is not None:
        ended = _("ended on {day}: {why}")
        parts.append(ended.format(day=short_date(one.ended_on), why=one.ended_why))
    state = (badge(one.rung), _("Runs")) if one.stands(today) else ("lock", _("Ended"))
    return Row(word(one.rung), " · ".join(parts), badge=state, payload=one.id)
