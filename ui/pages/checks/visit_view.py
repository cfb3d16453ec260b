"""The facts of a visit: when, where, about which period, with whom, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.centres.values import CentreFile
from models.checks.values import CheckFile, CheckState
from models.kernel.text import _
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.base import Text, column, row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.shell import scrolled
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.pages.checks.plan_card import places
from ui.pages.checks.questions_part import QuestionsPart
from ui.pages.checks.unit_words import DOSSIERS, words_of
from ui.tasks import Tasks, Ticket

DAYS = ("planned_on", "visit_date", "period_from", "period_to")
LINES = ("officer", "spoken_to")
TEXTS = ("conclusion", "follow_up")
WIDTH = 860
VISIT = "visit"
"""How the drafts of this side are called."""


class VisitView(QWidget):
    """Every field hands itself in; a refusal stands under its field."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._check: CheckFile | None = None
        self._centre: Ticket[CentreFile] | None = None
        self.form = Form(self)
        today = controllers.today()
        self.fields: dict[str, Any] = {name: DateField(today) for name in DAYS}
        self.fields["place"] = ChoiceField([(None, _("The seat of the centre"))])
        self.fields.update({name: LineField() for name in LINES})
        self.fields.update({name: TextField(lines=3) for name in TEXTS})
        self.questions = QuestionsPart(controllers.checks, tasks, sheet)
        self.questions.said.connect(self.said)
        self._lay_out()
        self.drafting = FormDrafts(self.form, VISIT, sheet)
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)

    def show_check(self, check: CheckFile) -> None:
        self._check = check
        self.form.show(_values(check), check.id, check.reference)
        self.questions.show_check(check)
        words = words_of(check.template.unit)
        self.form.row("visit_date").set_label(words.say("day"))
        self.form.row("conclusion").set_help(words.say("conclusion"))
        self.form.lock(locked=check.state is CheckState.FINISHED)
        self.drafting.offer()
        if self.isVisible():
            self._ask_places()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_places()

    def settle(self) -> None:
        self.form.settle()
        self.questions.settle()

    def _lay_out(self) -> None:
        add, fields = self.form.add, self.fields
        self.setFocusProxy(fields["visit_date"])
        days = row(gap=16)
        for name, label, help_text in (
            ("visit_date", _("Day of the visit"), ""),
            ("planned_on", _("Planned on"), ""),
        ):
            days.addWidget(add(name, label, fields[name], help_text, optional=name != "visit_date"))
        period = row(gap=16)
        first = add("period_from", _("Period looked into, from"), fields["period_from"])
        last = add("period_to", _("until and with"), fields["period_to"])
        period.addWidget(first)
        period.addWidget(last)
        people = row(gap=16)
        told = _("Name and role at the centre.")
        for part in (
            add("officer", _("Officer"), fields["officer"]),
            add("spoken_to", _("Spoken to"), fields["spoken_to"], told),
        ):
            people.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        inside = column(
            Text(_("Visit"), "body", 600),
            days,
            add("place", _("Place"), fields["place"]),
            people,
            8,
            self.questions,
            8,
            Text(_("Sample"), "body", 600),
            period,
            8,
            Text(_("What came of it"), "body", 600),
            add(
                "conclusion",
                _("Overall conclusion"),
                fields["conclusion"],
                _(DOSSIERS.conclusion),
                optional=True,
            ),
            add("follow_up", _("Follow-up"), fields["follow_up"], optional=True),
            None,
            gap=12,
            margins=(28, 8, 24, 28),
        )
        mask(*self.form.rows())
        content = wrap(inside)
        content.setMaximumWidth(WIDTH)
        line = row(gap=0)
        line.addWidget(content, 100)
        line.addStretch(1)
        self.setLayout(column(scrolled(wrap(line)), gap=0))

    def _ask_places(self) -> None:
        if self._check is not None:
            ask = self._tasks.ask(self._controllers.centres.file, self._check.centre_id)
            self._centre = ask.instead_of(self._centre).then(self._show_places)

    def _show_places(self, file: CentreFile) -> None:
        check, choices = self._check, places(file.establishments)
        if check is not None and check.establishment_id not in [each for each, _word in choices]:
            choices.append((check.establishment_id, check.establishment))  # closed or removed since
        self.fields["place"].set_choices(choices)
        if check is not None:
            self.fields["place"].set_value(check.establishment_id, afresh=True)

    def _hand_in(self, name: str, value: str | date | UUID | None) -> None:
        check_id, checks = self.form.of, self._controllers.checks
        if not isinstance(check_id, UUID):
            return
        if name == "place":
            place = value if isinstance(value, UUID) else None
            self.form.awaits(self._tasks.do(checks.visit, check_id, place), name)
        elif not isinstance(value, UUID):
            self.form.awaits(self._tasks.do(checks.edit, check_id, name, value), name)


def _values(check: CheckFile) -> dict[str, Any]:
    names = (*DAYS, *LINES, *TEXTS)
    return {name: getattr(check, name) for name in names} | {"place": check.establishment_id}
