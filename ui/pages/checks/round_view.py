"""The round of reactions: when the findings went to the centre, until when it may react."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.values import (
    CheckFile,
    CheckState,
    FollowFile,
    ReactionFile,
    ReactionKind,
    ReactionsOpen,
    RoundFile,
)
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date, short_date
from ui.drafting import DraftSheet
from ui.kit.base import Text, column, row, rule, wrap
from ui.kit.button import Button, press
from ui.kit.in_sight import InSight
from ui.kit.page import Message
from ui.kit.row_list import Row, RowList
from ui.pages.checks.card_names import CLOSE_ROUND
from ui.pages.checks.follow_cards import RoundCard
from ui.pages.checks.reason_card import ReasonCard
from ui.tasks import Tasks
from ui.why import WhyDate


class RoundView(QWidget):
    """`finding_wanted(key)` goes to the finding of a reaction."""

    said = Signal(object)
    finding_wanted = Signal(str)
    compare_wanted = Signal(object)

    def __init__(self, checks: Checks, tasks: Tasks, today: date, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks, self._today, self._sheet = checks, tasks, today, sheet
        self._check: CheckFile | None = None
        self._follow: FollowFile | None = None
        self.card: QWidget | None = None
        self._begun, self._in_sight = False, InSight(self)
        self._state = Text("", "body", 400, "ink", wrap=True)
        self._until, self.due = Text(_("Last day to react:"), "body", 400, "quiet"), WhyDate("body")
        self._term = wrap(row(self._until, self.due, None, gap=6))
        self._words = Text("", "body", 400, "quiet", wrap=True)
        self.send = Button(_("Send the findings to the centre"), "secondary", "send")
        self.close_round = Button(_("Close the round"), "secondary", "check")
        self.compare = Button(_("Compare with what the centre read"), "link", "arrow-right")
        self._revision: object = None
        self.rows = RowList(inset=0, fit=True)
        self.rows.setAccessibleName(_("Reactions of the centre"))
        self._nothing = Text(
            _("Reactions stand with their finding: choose a finding, then note what came in."),
            "small",
            400,
            "faint",
            wrap=True,
        )
        self.setLayout(
            column(
                Text(_("Round of reactions"), "body", 600),
                self._state,
                self._term,
                self._words,
                row(self.send, self.close_round, None, gap=8),
                row(self.compare, None),
                6,
                rule(),
                4,
                self.rows,
                self._nothing,
                None,
                gap=8,
                margins=(28, 16, 28, 28),
            )
        )
        self.send.clicked.connect(self.ask_send)
        self.close_round.clicked.connect(self.ask_close)
        self.compare.clicked.connect(self._compare)
        self.rows.opened.connect(self._open)

    def show_round(self, check: CheckFile, follow: FollowFile) -> None:
        self._check, self._follow = check, follow
        found = follow.round
        runs = found is not None and found.closed_on is None
        self._state.setText(_state(found, follow))
        self._term.setVisible(found is not None)
        if found is not None:
            self.due.show_term(found.term, long_date(found.reply_by), _("Last day to react"))
        self._revision = found.revision_id if found is not None else None
        self.compare.setVisible(self._revision is not None)
        words = found.closing_words if found is not None else ""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.send.setVisible(not runs and check.state is not CheckState.PLANNED)
        self.close_round.setVisible(runs)
        if runs and self._begun:
            self._begun = False
            self._in_sight.bring(self.close_round, self.close_round)
        rows = [
            _row(one, _title(check, key), gone=follow.withdrawn(key))
            for key, many in follow.reactions.items()
            for one in many
        ]
        self.rows.set_rows(rows)
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def ask_send(self) -> None:
        if self._check is not None:
            card = RoundCard(self.window(), self._checks, self._tasks, self._today)
            self.card = card
            card.made.connect(self._sent)
            card.start(self._check.id)

    def _sent(self, _done: object) -> None:
        """The button that was pressed goes: the keyboard stands on the next act."""
        self._begun = True
        self.said.emit(Message(_("The round of reactions runs."), undo=True))

    def ask_close(self) -> None:
        """Not before every reaction is decided about: then the first one that waits shows."""
        follow = self._follow
        if follow is not None and follow.unjudged:
            error = ReactionsOpen(count=follow.unjudged)
            self.said.emit(Message(str(error), tone="late"))
            self.finding_wanted.emit(follow.waiting[0].finding_key)
            return
        if self._check is None:
            return
        card = ReasonCard(
            self.window(),
            _("Close the round"),
            _before_closing(follow.round if follow is not None else None, self._today),
            _("Close the round"),
            asks=_("Words at the end, may stay empty"),
            aside=(self._sheet, CLOSE_ROUND),
        )
        self.card = card
        card.given.connect(partial(self._close, self._check.id))
        card.begin()

    def open_again(self) -> None:
        """The words at its end were being written; not while it cannot be closed."""
        if self._follow is not None and not self._follow.unjudged:
            press(self.close_round, self)

    def _close(self, check: UUID, _nothing: object, words: str) -> None:
        ticket = self._tasks.do(self._checks.close_round, check, words).then(self._closed)
        if isinstance(self.card, ReasonCard):
            self.card.awaits(ticket)

    def _closed(self, _done: None) -> None:
        self.said.emit(Message(_("The round is closed."), undo=True))

    def _compare(self) -> None:
        if self._revision is not None:
            self.compare_wanted.emit(self._revision)

    def _open(self, payload: object) -> None:
        if isinstance(payload, str):
            self.finding_wanted.emit(payload)


def _state(found: RoundFile | None, follow: FollowFile) -> str:
    if found is None:
        return _(
            "The findings were not sent to the centre yet. In a round the centre says of each"
            " whether the facts are right, before they are final."
        )
    how = _("by registered letter") if found.registered else _("not registered")
    sent = _("Sent on {day}, {how}.").format(day=long_date(found.sent_on), how=how)
    if found.closed_on is not None:
        return f"{sent} {_('Closed on {day}.').format(day=long_date(found.closed_on))}"
    waits = follow.unjudged
    if not waits:
        return f"{sent} {_('No reaction waits for a decision.')}"
    said = ngettext(
        "{count} reaction waits for a decision.", "{count} reactions wait for a decision.", waits
    )
    return f"{sent} {said.format(count=waits)}"


def _before_closing(found: RoundFile | None, today: date) -> str:
    """What to know before the round is closed: above all that its last day is not over yet."""
    waits = _("No reaction waits for a decision.")
    if found is None or found.reply_by < today:
        return waits
    still = _("The centre can still react until {day}: the round closes before that is over.")
    return f"{waits} {still.format(day=long_date(found.reply_by))}"


def _title(check: CheckFile, key: str) -> str:
    question = next((one for one in check.template.questions if one.key == key), None)
    if question is not None:
        return f"{question.key} · {question.title}"
    found = next((one for one in check.findings if one.key == key), None)
    return (found.criterion or found.text) if found is not None else ""


def _row(one: ReactionFile, title: str, *, gone: bool) -> Row:
    """A reaction; to a finding that was taken back it says so, and waits for nobody."""
    state = ("due", _("To be decided"))
    if gone:
        state = ("lock", _("Finding taken back"))
    elif one.kind is ReactionKind.AGREES and one.outcome is None:
        state = ("done", _("Nothing to decide"))
    elif one.outcome is not None:
        state = (badge(one.outcome), word(one.outcome))
    day = short_date(one.received_on)
    ended = _("the finding no longer stands, nothing more is to be decided") if gone else ""
    sub = " · ".join(part for part in (word(one.kind), day, one.text, ended) if part)
    return Row(
        title or _("A finding that was taken away"), sub, badge=state, payload=one.finding_key
    )
