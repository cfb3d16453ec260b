"""Under a finding: the proof that the centre delivered, and what it says about the finding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import badge, word
from models.checks.values import (
    CheckFile,
    CheckState,
    FindingFile,
    FollowFile,
    Grade,
    ReactionFile,
    ReactionOutcome,
    ReviewFile,
)
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.page import Message
from ui.kit.row_list import Row, RowList
from ui.pages.checks.follow_cards import ProofCard, ReactionCard
from ui.pages.checks.reason_card import ReasonCard
from ui.tasks import Tasks

ASKS = frozenset({Grade.MAJOR, Grade.MINOR})


class Part(QWidget):
    """A heading, a few rows, and what can be done with the row one stands on."""

    def __init__(self, title: str, nothing: str, add: str, judge: str) -> None:
        super().__init__()
        self.rows = RowList(inset=0, fit=True)
        self.rows.setAccessibleName(title)
        self.nothing = Text(nothing, "small", 400, "faint", wrap=True)
        self.add = Button(add, "secondary", "plus")
        self.judge = Button(judge, "secondary", "scale")
        self.remove = Button(_("Remove"), "link")
        buttons = row(self.add, self.judge, self.remove, None, gap=8)
        head = Text(title, "small", 600, "quiet")
        self.setLayout(column(head, self.nothing, self.rows, buttons, gap=6))
        self.rows.opened.connect(self._press)

    def show_rows(self, rows: Sequence[Row], *, may_add: bool, may_judge: bool = True) -> None:
        self.rows.set_rows(rows)
        if rows and self.rows.current is None:
            self.rows.choose(rows[-1].payload)
        self.rows.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.add.setVisible(may_add)
        self.judge.setVisible(bool(rows) and may_judge)
        self.remove.setVisible(bool(rows) and may_judge)

    def _press(self, _payload: object) -> None:
        """Enter on a row judges it."""
        if self.judge.isVisibleTo(self):
            self.judge.click()


class FollowBlock(QWidget):
    """`said(Message)`; the page reads anew by itself when something was written."""

    said = Signal(object)
    reopen_wanted = Signal()

    def __init__(self, checks: Checks, tasks: Tasks, today: date) -> None:
        super().__init__()
        self._checks, self._tasks, self._today = checks, tasks, today
        self._check: CheckFile | None = None
        self._key = ""
        self._reviews: dict[Any, ReviewFile] = {}
        self._reactions: dict[Any, ReactionFile] = {}
        self.card: QWidget | None = None
        self.proof = Part(
            _("Proof of the measure"),
            _("The centre delivered nothing yet."),
            _("Note proof"),
            _("Judge"),
        )
        self.reactions = Part(
            _("What the centre says"),
            _("The centre said nothing about this finding yet."),
            _("Note a reaction"),
            _("Decide"),
        )
        self.setLayout(column(self.proof, self.reactions, gap=14))
        self.proof.add.clicked.connect(self.note_proof)
        self.proof.judge.clicked.connect(self.judge_proof)
        self.proof.remove.clicked.connect(self._remove_proof)
        self.reactions.add.clicked.connect(self.note_reaction)
        self.reactions.judge.clicked.connect(self.judge_reaction)
        self.reactions.remove.clicked.connect(self._remove_reaction)

    def show_finding(self, check: CheckFile, finding: FindingFile, follow: FollowFile) -> None:
        self._check, self._key = check, finding.key
        reviews = follow.reviews.get(finding.key, ())
        reactions = follow.reactions.get(finding.key, ())
        self._reviews = {one.id: one for one in reviews}
        self._reactions = {one.id: one for one in reactions}
        finished = check.state is CheckState.FINISHED
        asked = finding.grade in ASKS and not finding.left_out
        self.proof.setVisible((finished and asked) or bool(reviews))
        self.proof.show_rows([_review(one) for one in reviews], may_add=finished)
        self.reactions.setVisible(check.state is not CheckState.PLANNED)
        self.reactions.show_rows([_reaction(one) for one in reactions], may_add=True)

    def note_proof(self) -> None:
        if self._check is not None:
            card = ProofCard(self.window(), self._checks, self._tasks, self._today)
            self.card = card
            card.start(self._check.id, self._key)

    def note_reaction(self) -> None:
        if self._check is not None:
            card = ReactionCard(self.window(), self._checks, self._tasks, self._today)
            self.card = card
            card.start(self._check.id, self._key)

    def judge_proof(self) -> None:
        review = self._reviews.get(self.proof.rows.current)
        if review is None:
            return
        card = ReasonCard(
            self.window(),
            _("Judge this proof"),
            review.delivered,
            _("Judge"),
            [(True, _("Sufficient: the measure is carried out")), (False, _("Not sufficient"))],
            _("Judgement"),
        )
        self.card = card
        card.given.connect(self._give_judgement)
        card.begin()

    def judge_reaction(self) -> None:
        reaction = self._reactions.get(self.reactions.rows.current)
        if reaction is None:
            return
        card = ReasonCard(
            self.window(),
            _("Decide about this reaction"),
            reaction.text or word(reaction.kind),
            _("Decide"),
            [(one, word(one)) for one in ReactionOutcome],
            _("Decision"),
        )
        self.card = card
        card.given.connect(self._give_decision)
        card.begin()

    def _give_judgement(self, sufficient: bool, reason: str) -> None:
        self._give(self._checks.judge_proof, self.proof.rows.current, sufficient, reason)

    def _give_decision(self, outcome: ReactionOutcome, reason: str) -> None:
        self._give(self._checks.judge_reaction, self.reactions.rows.current, outcome, reason)
        accepted = outcome is not ReactionOutcome.REJECTED
        if accepted and self._check is not None and self._check.state is CheckState.FINISHED:
            sentence = _("To change the finding itself, reopen the check.")
            self.said.emit(Message(sentence, tone="accent"))

    def _give(self, act: Any, row_id: Any, value: Any, reason: str) -> None:
        card = self.card
        if self._check is not None and isinstance(card, ReasonCard) and row_id is not None:
            ticket = self._tasks.do(act, self._check.id, row_id, value, reason)
            ticket.then(card.accept).otherwise(card.refuse)

    def _remove_proof(self) -> None:
        self._remove(self._checks.remove_proof, self.proof.rows.current)

    def _remove_reaction(self) -> None:
        self._remove(self._checks.remove_reaction, self.reactions.rows.current)

    def _remove(self, act: Any, row_id: Any) -> None:
        if self._check is not None and row_id is not None:
            ticket = self._tasks.do(act, self._check.id, row_id)
            ticket.then(self._removed).otherwise(self._explain)

    def _removed(self, _done: None) -> None:
        self.said.emit(Message(_("It was removed."), undo=True))

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _review(one: ReviewFile) -> Row:
    came = _("came in on {day}").format(day=short_date(one.delivered_on))
    if one.sufficient is None or one.judged_on is None:
        return Row(one.delivered, came, badge=("due", _("To be judged")), payload=one.id)
    judged = _("judged by {name} on {day}: {reason}").format(
        name=one.judged_by, day=short_date(one.judged_on), reason=one.reason
    )
    state = ("done", _("Sufficient")) if one.sufficient else ("late", _("Not sufficient"))
    return Row(one.delivered, f"{came} · {judged}", badge=state, payload=one.id)


def _reaction(one: ReactionFile) -> Row:
    parts = [word(one.kind), _("came in on {day}").format(day=short_date(one.received_on))]
    if one.days_late:
        late = ngettext("{count} day late", "{count} days late", one.days_late)
        parts.append(late.format(count=one.days_late))
    if one.outcome is None:
        state = ("due", _("To be decided"))
    else:
        state = (badge(one.outcome), word(one.outcome))
        parts.append(one.reason)
    title = one.text or word(one.kind)
    return Row(title, " · ".join(parts), badge=state, payload=one.id)
