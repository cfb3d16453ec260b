"""Under a finding: the proof that the centre delivered, and what it says about the finding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.checks.rules.criteria import is_breach
from models.checks.values import (
    CheckFile,
    CheckState,
    FindingFile,
    FollowFile,
    ProofJudged,
    ReactionFile,
    ReactionKind,
    ReactionOutcome,
    ReviewFile,
)
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date
from ui.card_drafts import lay_aside
from ui.drafting import DraftSheet
from ui.kit.base import Text, column, row
from ui.kit.button import Button, press
from ui.kit.in_sight import InSight
from ui.kit.page import Message
from ui.kit.row_list import Row, RowList
from ui.pages.checks.card_names import DECIDE, JUDGE, PROOF, REACTION
from ui.pages.checks.follow_cards import ProofCard, ReactionCard
from ui.pages.checks.reason_card import ReasonCard
from ui.proof import ProofList
from ui.tasks import Tasks, Ticket


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
        press(self.judge, self)


class FollowBlock(QWidget):
    """`said(Message)`; the page reads anew by itself when something was written."""

    said = Signal(object)
    correct_wanted = Signal(object)
    """The ReactionKind of a reaction that was taken over."""

    def __init__(
        self, controllers: Controllers, tasks: Tasks, today: date, sheet: DraftSheet
    ) -> None:
        super().__init__()
        self._checks, self._tasks, self._today = controllers.checks, tasks, today
        self._sheet = sheet
        self._follow: FollowFile | None = None
        self._coming: Any = None
        self._reacted: Any = None
        self._check: CheckFile | None = None
        self._key = ""
        self._reviews: dict[Any, ReviewFile] = {}
        self._reactions: dict[Any, ReactionFile] = {}
        self.card: QWidget | None = None
        self.in_sight = InSight(self)
        self.proof = Part(
            _("Proof of the measure"),
            _("The centre delivered nothing yet."),
            _("Note proof"),
            _("Judge"),
        )
        self.files = ProofList(controllers, tasks, self.proof, _("Files with this proof"))
        self.proof.layout().addWidget(self.files)  # type: ignore[union-attr]
        self.reactions = Part(
            _("What the centre says"),
            _("The centre said nothing about this finding yet."),
            _("Note a reaction"),
            _("Decide"),
        )
        self.setLayout(column(self.proof, self.reactions, gap=14))
        self.proof.add.clicked.connect(self.note_proof)
        self.proof.judge.clicked.connect(self.judge_proof)
        self.proof.rows.chosen.connect(self._show_files)
        self.files.said.connect(self.said)
        self.proof.remove.clicked.connect(self._remove_proof)
        self.reactions.add.clicked.connect(self.note_reaction)
        self.reactions.rows.chosen.connect(self._name_decision)
        self.reactions.judge.clicked.connect(self.judge_reaction)
        self.reactions.remove.clicked.connect(self._remove_reaction)

    def show_finding(self, check: CheckFile, finding: FindingFile, follow: FollowFile) -> None:
        self._check, self._key, self._follow = check, finding.key, follow
        reviews = follow.reviews.get(finding.key, ())
        reactions = follow.reactions.get(finding.key, ())
        self._reviews = {one.id: one for one in reviews}
        self._reactions = {one.id: one for one in reactions}
        finished = check.state is CheckState.FINISHED
        asked = is_breach(finding)
        self.proof.setVisible((finished and asked) or bool(reviews))
        said = [_review(one, follow.files.get(one.id, 0)) for one in reviews]
        self.proof.show_rows(said, may_add=finished)
        if self._coming is not None and self.proof.rows.choose(self._coming):
            self._coming = None
            self._show_files()
            self.files.focus_add()
            self.in_sight.bring(self.files.add, self.proof)
        self._show_files()
        self.reactions.setVisible(check.state is not CheckState.PLANNED)
        self.reactions.show_rows([_reaction(one) for one in reactions], may_add=True)
        self._name_decision()
        if self._reacted is not None and self.reactions.rows.choose(self._reacted):
            self._reacted = None
            self.in_sight.bring(self.reactions.rows, self.reactions)

    def open_again(self, card: str, about: str) -> None:
        """Open what was being written in, where it still can be."""
        part = self.proof if card in (PROOF, JUDGE) else self.reactions
        if card in (PROOF, REACTION):
            press(part.add, self)
        elif part.rows.choose(UUID(about)):
            press(part.judge, self)

    def note_proof(self) -> None:
        if self._check is not None:
            card = ProofCard(self.window(), self._checks, self._tasks, self._today)
            self.card = card
            card.made.connect(self._noted)
            card.start(self._check.id, self._key)
            lay_aside(card, self._sheet, PROOF, self._key)

    def _noted(self, review_id: object) -> None:
        """Its files come next: the keyboard stands where one is chosen or pasted."""
        self._coming = review_id

    def _show_files(self, _payload: object = None) -> None:
        """The files the centre sent with the proof that the list stands on."""
        review = self._reviews.get(self.proof.rows.current)
        self.files.setVisible(review is not None)
        if review is None or self._check is None or self._follow is None:
            return
        why_not = ProofJudged() if review.sufficient is not None else None
        self.files.show_proof(
            self._check.centre_id,
            self._checks.files_of(review.id),
            _("proof {day}").format(day=f"{review.delivered_on:%Y-%m-%d}"),
            self._follow.files.get(review.id, 0),
            why_not,
        )

    def _name_decision(self, _payload: object = None) -> None:
        """What was decided already is changed, not decided."""
        reaction = self._reactions.get(self.reactions.rows.current)
        decided = reaction is not None and reaction.outcome is not None
        self.reactions.judge.setText(_("Change the decision") if decided else _("Decide"))

    def note_reaction(self) -> None:
        if self._check is not None:
            card = ReactionCard(self.window(), self._checks, self._tasks, self._today)
            self.card = card
            card.made.connect(self._heard)
            card.start(self._check.id, self._key)
            lay_aside(card, self._sheet, REACTION, self._key)

    def _heard(self, reaction_id: object) -> None:
        """The keyboard stands on it: Enter decides."""
        self._reacted = reaction_id
        self.said.emit(Message(_("The reaction is noted."), undo=True))

    def judge_proof(self) -> None:
        review = self._reviews.get(self.proof.rows.current)
        if review is None or self._check is None:
            return
        card = ReasonCard(
            self.window(),
            _("Judge this proof"),
            review.delivered,
            _("Judge"),
            [(True, _("Sufficient: the measure is carried out")), (False, _("Not sufficient"))],
            _("Judgement"),
            aside=(self._sheet, JUDGE, review.id),
        )
        self.card = card
        card.given.connect(partial(self._give_judgement, (self._check.id, review.id)))
        card.begin()

    def judge_reaction(self) -> None:
        reaction = self._reactions.get(self.reactions.rows.current)
        if reaction is None or self._check is None:
            return
        card = ReasonCard(
            self.window(),
            self.reactions.judge.text() if reaction.outcome else _("Decide about this reaction"),
            _to_decide(reaction),
            self.reactions.judge.text(),
            [(one, word(one)) for one in ReactionOutcome],
            _("Decision"),
            aside=(self._sheet, DECIDE, reaction.id),
        )
        self.card = card
        of = self._check.id, reaction.id
        card.given.connect(partial(self._give_decision, of, self._key, reaction.kind))
        card.begin()

    def _give_judgement(self, of: tuple[UUID, UUID], sufficient: bool, reason: str) -> None:
        self._await(self._tasks.do(self._checks.judge_proof, *of, sufficient, reason))

    def _give_decision(
        self,
        of: tuple[UUID, UUID],
        key: str,
        kind: ReactionKind,
        outcome: ReactionOutcome,
        reason: str,
    ) -> None:
        ticket = self._tasks.do(self._checks.judge_reaction, *of, outcome, reason)
        self._await(ticket)
        ticket.then(partial(self._decided, (of[0], key), kind, outcome))

    def _decided(
        self,
        of: tuple[UUID, str],
        kind: ReactionKind,
        outcome: ReactionOutcome,
        _done: object,
    ) -> None:
        """What was taken over is put right in the finding itself, while that shows."""
        self.said.emit(Message(_("The decision is noted."), undo=True))
        shown = (self._check.id, self._key) if self._check is not None else None
        if outcome is not ReactionOutcome.REJECTED and shown == of:
            self.correct_wanted.emit(kind)

    def _await(self, ticket: Ticket[Any]) -> None:
        if isinstance(self.card, ReasonCard):
            self.card.awaits(ticket)

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


def _review(one: ReviewFile, files: int) -> Row:
    came = _("came in on {day}").format(day=short_date(one.delivered_on))
    if files:
        counted = ngettext("{count} file", "{count} files", files).format(count=files)
        came = f"{came} · {counted}"
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
    if one.waits:
        state = ("due", _("To be decided"))
    elif one.outcome is None:
        state = ("done", _("Nothing to decide"))
    else:
        state = (badge(one.outcome), word(one.outcome))
        parts.append(one.reason)
    title = one.text or word(one.kind)
    return Row(title, " · ".join(parts), badge=state, payload=one.id)


def _to_decide(one: ReactionFile) -> str:
    """What the centre says, and what was decided about it already."""
    text = one.text or word(one.kind)
    if one.outcome is None or one.judged_on is None:
        return text
    now = _("Decided on {day} by {name}: {outcome}. {reason}").format(
        name=one.judged_by,
        day=short_date(one.judged_on),
        outcome=word(one.outcome),
        reason=one.reason,
    )
    return f"{text}\n{now}"
