"""Cards for what follows a finding: by hand, proof, the round of reactions, the ladder."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.wording import word
from models.checks.rules import lacking_text
from models.checks.rules.criteria import BY_WEIGHT
from models.checks.values import (
    CheckFile,
    Grade,
    LadderFile,
    ReactionKind,
    Rung,
)
from models.kernel.text import _
from ui.kit.act_card import ActCard, Values
from ui.kit.base import row
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.text_field import TextField
from ui.tasks import Tasks, Ticket

NEVER = 2_000_000_000
"""Milliseconds of silence after which a text would hand itself in: only the button does."""
WIDE = 560


def _text(lines: int = 2, holder: str = "") -> TextField:
    return TextField(holder, lines=lines, most=6, silence_ms=NEVER)


def _day(today: date) -> DateField:
    field = DateField(today)
    field.set_value(today, afresh=True)
    return field


class HandCard(ActCard):
    """A finding beside the answers; `made(key)` gives its key."""

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, check: CheckFile) -> None:
        super().__init__(host, _("Add a finding"), _("Add"), width=WIDE)
        self._checks, self._tasks, self._check = checks, tasks, check
        self.kind = ChoiceField([(kind, word(kind)) for kind in BY_WEIGHT])
        taken = {one.question_key for one in check.findings}
        free = [one for one in check.template.questions if one.key not in taken]
        self.question = ChoiceField(
            [("", _("No question")), *((one.key, f"{one.key} · {one.title}") for one in free)]
        )
        self.criterion, self.statement, self.evidence = LineField(), _text(3), _text(2)
        add = self.form.add
        self.criterion_row = add("criterion", _("Criterion"), self.criterion, optional=True)
        self.lay_out(
            (
                add("kind", _("Kind"), self.kind),
                add("question_key", _("Question it rests on"), self.question),
                self.criterion_row,
                add("evidence", _("What you saw"), self.evidence, optional=True),
                add("statement", _("What we write"), self.statement),
            )
        )
        self.kind.set_value(Grade.MINOR, afresh=True)
        self.question.set_value("", afresh=True)
        self.question.edited.connect(self._chosen)

    def start(self, question_key: str = "") -> None:
        """On this question, unless another finding rests on it by now."""
        key = question_key if question_key in self.question.choices() else ""
        self.question.set_value(key, afresh=True)
        self._chosen(key)
        self.begin(self.statement if key else self.kind, self._add)

    def _chosen(self, key: str) -> None:
        self.criterion_row.setVisible(not key)
        self.place()

    def _add(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(
            self._checks.add_finding,
            self._check.id,
            values["kind"],
            values["statement"],
            question_key=values["question_key"] or "",
            criterion="" if values["question_key"] else values["criterion"],
            evidence=values["evidence"],
        )


class ProofCard(ActCard):
    """What a centre delivered for one measure."""

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, today: date) -> None:
        super().__init__(host, _("Note proof"), _("Note down"))
        self._checks, self._tasks = checks, tasks
        self.day, self.delivered = _day(today), _text(3)
        self.lay_out(
            (
                self.form.add("delivered_on", _("Came in on"), self.day),
                self.form.add("delivered", _("What the centre delivered"), self.delivered),
            )
        )

    def start(self, check_id: UUID, key: str) -> None:
        self._of = check_id, key
        self.begin(self.delivered, self._note)

    def _note(self, values: Values) -> Ticket[Any]:
        day, text = values["delivered_on"], values["delivered"]
        return self._tasks.do(self._checks.deliver, *self._of, day, text)


class ReactionCard(ActCard):
    """What the centre says to one finding."""

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, today: date) -> None:
        super().__init__(host, _("Note a reaction of the centre"), _("Note down"))
        self._checks, self._tasks = checks, tasks
        self.kind = ChoiceField([(kind, word(kind)) for kind in ReactionKind])
        self.kind.set_value(ReactionKind.FACT, afresh=True)
        self.day, self.said = _day(today), _text(3)
        self.lay_out(
            (
                self.form.add("kind", _("Kind of reaction"), self.kind),
                self.form.add("text", _("What the centre says"), self.said),
                self.form.add("received_on", _("Came in on"), self.day),
            )
        )

    def start(self, check_id: UUID, key: str) -> None:
        self._of = check_id, key
        self.begin(self.kind, self._note)

    def _note(self, values: Values) -> Ticket[Any]:
        facts = values["kind"], values["text"], values["received_on"]
        return self._tasks.do(self._checks.add_reaction, *self._of, *facts)


class RoundCard(ActCard):
    """The findings went to the centre: on which day, and how."""

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, today: date) -> None:
        super().__init__(
            host,
            _("Send the findings to the centre"),
            _("Start the round"),
            _(
                "The findings as they stand now are kept word for word. The term counts from the"
                " day of dispatch."
            ),
        )
        self._checks, self._tasks = checks, tasks
        self.day, self.registered = _day(today), Toggle(_("By registered letter"))
        self.form.add("registered", _("By registered letter"), self.registered)
        self.lay_out((self.form.add("sent_on", _("Sent on"), self.day), row(self.registered, None)))

    def start(self, check_id: UUID) -> None:
        self._check_id = check_id
        self.begin(self.day, self._send)

    def _send(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(
            self._checks.begin_round,
            self._check_id,
            values["sent_on"],
            registered=bool(values["registered"]),
        )


class StepCard(ActCard):
    """A person decides a step of the ladder, with a motivation."""

    def __init__(
        self, host: QWidget, checks: Checks, tasks: Tasks, ladder: LadderFile, today: date
    ) -> None:
        super().__init__(host, _("Take a step"), _("Decide"), ladder.why, WIDE)
        self._checks, self._tasks, self._ladder = checks, tasks, ladder
        self._asked: Ticket[LadderFile] | None = None
        self.rung = ChoiceField([(rung, word(rung)) for rung in Rung])
        self.motivation, self.against = _text(3), _text(2)
        self.day, self.hearing = _day(today), DateField(today)
        add = self.form.add
        self.hearing_row = add("hearing_on", _("Hearing on"), self.hearing)
        self.hearing_row.set_help(_("The centre is heard first: that day, also one to come."))
        self.against_row = add("against_why", _("Why otherwise than proposed"), self.against)
        self.lay_out(
            (
                add("rung", _("Step"), self.rung),
                add("motivation", _("Motivation"), self.motivation),
                self.hearing_row,
                self.against_row,
                add("decided_on", _("Decided on"), self.day),
            )
        )
        self.rung.edited.connect(self._chosen)
        self.hearing.edited.connect(self._ask_ladder)

    def start(self, centre_id: UUID, check_id: UUID) -> None:
        self._centre_id, self._check_id = centre_id, check_id
        first = self._ladder.proposed or _next(self._ladder)
        self.rung.set_value(first, afresh=True)
        self._chosen(first)
        self.begin(self.motivation, self._take)

    def _chosen(self, rung: Rung) -> None:
        """A hearing belongs to a proposal; what else lacks stands where it is explained."""
        self.hearing_row.setVisible(rung is Rung.PROPOSAL)
        self.against_row.setVisible(rung is not self._ladder.proposed)
        found = next(one for one in self._ladder.rungs if one.rung is rung)
        free = [one for one in found.lacking if not one.fixed]
        said = _("Still lacking: {lacking}.").format(lacking=lacking_text(free))
        self.against_row.set_help(said if free else "")
        self.place()

    def _ask_ladder(self, day: date | None) -> None:
        """With this hearing the rules may propose the step."""
        asked = self._tasks.ask(self._checks.ladder, self._centre_id, day)
        self._asked = asked.instead_of(self._asked).then(self._show_ladder)

    def _show_ladder(self, ladder: LadderFile) -> None:
        self._ladder = ladder
        self._chosen(self.rung.value())

    def _take(self, values: Values) -> Ticket[Any]:
        heard = values["hearing_on"] if values["rung"] is Rung.PROPOSAL else None
        return self._tasks.do(
            self._checks.take_step,
            self._centre_id,
            values["rung"],
            values["motivation"],
            decided_on=values["decided_on"],
            check_id=self._check_id,
            hearing_on=heard,
            against_why=values["against_why"],
        )


def _next(ladder: LadderFile) -> Rung:
    """The rung above the one that stands; the first when none does."""
    rungs = list(Rung)
    if ladder.standing is None:
        return rungs[0]
    return rungs[min(rungs.index(ladder.standing.rung) + 1, len(rungs) - 1)]


class EndCard(ActCard):
    """A step no longer holds."""

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, today: date) -> None:
        super().__init__(host, _("End this step"), _("End it"))
        self._checks, self._tasks = checks, tasks
        self.day, self.why = _day(today), _text(2)
        self.lay_out(
            (
                self.form.add("ended_why", _("Why it ends"), self.why),
                self.form.add("ended_on", _("Ended on"), self.day),
            )
        )

    def start(self, step_id: UUID) -> None:
        self._step_id = step_id
        self.begin(self.why, self._end)

    def _end(self, values: Values) -> Ticket[Any]:
        day, why = values["ended_on"], values["ended_why"]
        return self._tasks.do(self._checks.end_step, self._step_id, day, why)
