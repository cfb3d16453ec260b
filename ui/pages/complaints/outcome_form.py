"""What becomes of a complaint: admissible or not, founded or not, solved or not, what it led to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import word
from models.checks.values import CheckRow
from models.complaints.rules import SOLVABLE
from models.complaints.values import ComplaintFile, ComplaintJudgement, ComplaintResolution
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import long_date, short_date
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text, column, empty, row, rule, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.form import Form
from ui.kit.page import Message, Ref
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.pages.complaints.words import choices_or_none
from ui.tasks import Tasks
from ui.why import WhyDate

OUTCOME = "outcome"
"""How the drafts of these fields are called."""


class OutcomeForm(QWidget):
    """`dismiss_wanted` asks for the card with ground and reason; the rest keeps itself."""

    said = Signal(object)
    wanted = Signal(object)
    dismiss_wanted = Signal()

    def __init__(self, controllers: Controllers, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._complaints = controllers.complaints
        self._file: ComplaintFile | None = None
        self.form = Form(self)
        self.admissible = Badge("draft", "")
        self.ground = Text("", "small", 400, "quiet", wrap=True)
        self.admit = Button(_("Admissible"), "secondary", "check")
        self.dismiss = Button(_("Not admissible…"), "secondary", "x")
        self.judgement = ChoiceField(choices_or_none(ComplaintJudgement))
        self.resolution = ChoiceField(choices_or_none(ComplaintResolution))
        self.reason = TextField(lines=3)
        self.check = ChoiceField()
        self.to_check = Button(_("Open the check"), "link", "checklist")
        self.warnings = column(gap=8)
        self.keeping = WhyDate()
        self._lay_out()
        mask(*self.form.rows())
        self.drafting = FormDrafts(self.form, OUTCOME, sheet)
        self.admit.clicked.connect(self._admit)
        self.dismiss.clicked.connect(self.dismiss_wanted)
        self.to_check.clicked.connect(self._open_check)
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)

    def show_file(self, file: ComplaintFile) -> None:
        fresh = self._file is None or self._file.centre_id != file.centre_id
        self._file = file
        if fresh or self.form.of != file.id:
            ask = partial(_checks, self._controllers, file.centre_id)
            self._tasks.ask(ask).then(partial(self._show_checks, file.centre_id))
        self._show_admissible(file)
        self._show_warnings(file.warnings)
        values = {
            "judgement": file.judgement,
            "resolution": file.resolution,
            "judgement_reason": file.judgement_reason,
            "check_id": file.check_id,
        }
        self.form.show(values, file.id, file.reference)
        judged = file.admissible is not False
        self.judgement.setEnabled(judged and not file.closed)
        self.resolution.setEnabled(not file.closed)
        self.form.row("resolution").setVisible(file.judgement in SOLVABLE)
        self.reason.setReadOnly(file.closed)
        self.drafting.offer()
        self.check.setEnabled(not file.closed)
        self.to_check.setVisible(bool(file.check_reference))
        self._closed.setVisible(file.closed)
        if file.closed_on is not None:
            told = _("Closed on {day}.").format(day=long_date(file.closed_on))
            self._closing.setText(" ".join(part for part in (told, file.closing_reason) if part))
        self.keeping.show_term(file.keeping, "", _("Kept until"))

    def settle(self) -> None:
        self.form.settle()

    def refused(self) -> bool:
        return bool(self.form.refusals())

    def _lay_out(self) -> None:
        add = self.form.add
        self._closing = Text("", "small", 400, "quiet", wrap=True)
        keeping = row(Text(_("Kept until"), "small", 400, "quiet"), self.keeping, None, gap=2)
        note = Text(_("a proposal, to be confirmed"), "small", 400, "faint")
        self._closed = wrap(column(rule(), self._closing, keeping, note, gap=8))
        self._warned = wrap(self.warnings)
        self.setLayout(
            column(
                row(Text(_("Admissibility"), "body", 600), None, self.admissible, gap=8),
                self.ground,
                row(self.admit, self.dismiss, None, gap=8),
                rule(),
                Text(_("Judgement"), "body", 600),
                add("judgement", _("Judgement"), self.judgement),
                add("resolution", _("How far it was solved"), self.resolution),
                add("judgement_reason", _("Reasons"), self.reason, optional=True),
                rule(),
                add(
                    "check_id",
                    _("Led to this check"),
                    self.check,
                    _("A complaint that leads to a check improves the service."),
                    optional=True,
                ),
                row(self.to_check, None),
                self._closed,
                self._warned,
                gap=10,
                margins=(20, 16, 20, 20),
            )
        )

    def _show_admissible(self, file: ComplaintFile) -> None:
        said = {
            None: ("draft", _("Not weighed yet")),
            True: ("done", _("Admissible")),
            False: ("lock", _("Not admissible")),
        }[file.admissible]
        self.admissible.set_state(*said)
        ground = word(file.inadmissibility) if file.inadmissibility else ""
        self.ground.setText(". ".join(p for p in (ground, file.admissibility_reason) if p))
        self.ground.setVisible(bool(self.ground.text()))
        self.admit.setVisible(file.admissible is not True and not file.closed)
        self.dismiss.setVisible(not file.closed)

    def _show_warnings(self, warnings: Sequence[str]) -> None:
        empty(self.warnings)
        self._warned.setVisible(bool(warnings))
        for sentence in warnings:
            line = row(Icon("alert-triangle", "due", 16), gap=8)
            line.addWidget(Text(sentence, "small", 400, "due", wrap=True), 1)
            self.warnings.addWidget(wrap(line))

    def _show_checks(self, centre_id: UUID, rows: Sequence[CheckRow]) -> None:
        if self._file is not None and self._file.centre_id == centre_id:
            self.check.set_choices([(None, _("none")), *((r.id, _check(r)) for r in rows)])
            self.check.set_value(self._file.check_id, afresh=True)

    def _admit(self) -> None:
        if self._file is not None:
            ticket = self._tasks.do(self._complaints.admit, self._file.id)
            ticket.then(self._admitted).otherwise(self._tell)

    def _admitted(self, _answer: object) -> None:
        self.said.emit(Message(_("The complaint is admissible."), undo=True))

    def _open_check(self) -> None:
        if self._file is not None and self._file.check_id is not None:
            self.wanted.emit(Ref("check", self._file.check_id))

    def _hand_in(self, name: str, value: Any) -> None:
        of = self.form.of
        if not isinstance(of, UUID):
            return
        match name:
            case "judgement":
                ticket = self._tasks.do(self._complaints.judge, of, value)
            case "resolution":
                ticket = self._tasks.do(self._complaints.solve, of, value)
            case "judgement_reason":
                ticket = self._tasks.do(self._complaints.explain, of, value)
            case _:
                ticket = self._tasks.do(self._complaints.edit, of, name, value)
        self.form.awaits(ticket, name)

    def _tell(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))


def _checks(controllers: Controllers, centre_id: UUID) -> list[CheckRow]:
    """On a reader's thread: the checks of this centre, the newest first."""
    ids = controllers.checks.ids(centre_id)
    rows = {row.id: row for row in controllers.checks.rows(ids)}
    return [rows[one] for one in ids if one in rows]


def _check(one: CheckRow) -> str:
    day = short_date(one.day) if one.day else word(one.state)
    return f"{one.reference} · {day}"
