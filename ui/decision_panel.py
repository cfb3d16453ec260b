"""A decision about a mandate: what it rests on, how it was made known, until when to contest it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import badge, word
from models.applications.values import DecisionFile, DecisionKind, Sending
from models.kernel.text import _
from models.kernel.wording import long_date
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.card import Fact
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.page import Ref
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.tasks import Tasks
from ui.why import WhyDate

TOPMOST = Qt.AlignmentFlag.AlignTop
DECISION = "decision"
"""How the drafts of a decision are called; they lie with itself, wherever it is shown."""
SENDINGS = (None, *Sending)
LETTERS = frozenset({DecisionKind.GRANTED, DecisionKind.REFUSED})
"""Decisions that a letter of their own tells the centre."""


class DecisionPanel(QWidget):
    """Every field keeps itself; links lead to the application, the check and the letter."""

    wanted = Signal(object)
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, *, here: str = "") -> None:
        """`here` names the link to where the reader already is."""
        super().__init__()
        self._applications, self._tasks, self._here = controllers.applications, tasks, here
        self._decision: DecisionFile | None = None
        today = controllers.today()
        self.kind = Badge("plain", "")
        self.facts = {
            name: Fact(label)
            for name, label in (
                ("decided_on", _("Decided on")),
                ("authority", _("Authority")),
                ("mandate", _("Mandate")),
                ("waiting", _("No new mandate until and with")),
                ("hearing", _("Hearing")),
            )
        }
        self.form = Form(self)
        self.fields: dict[str, Any] = {
            "decided_by": LineField(),
            "motivation": TextField(lines=3, most=8),
            "legal_basis": TextField(lines=2, most=4),
            "hearing_report": TextField(lines=2, most=6),
            "sent_by": ChoiceField([(one, _sending(one)) for one in SENDINGS]),
            "sent_on": DateField(today),
            "served_on": DateField(today),
            "appeal_mentioned": Toggle(_("The letter says how to contest it")),
        }
        self.until = WhyDate("body", 600)
        self.first = WhyDate(tone="quiet")
        self._served = Text("", "small", 400, "quiet", wrap=True)
        self.links = {
            "application": Button(_("Application"), "link", "inbox"),
            "check": Button(_("Dossier check"), "link", "checklist"),
            "letter": Button(_("Letter"), "link", "mail"),
        }
        self._lay_out()
        mask(*self.form.rows())
        self._sheet = DraftSheet(controllers.drafts, tasks)
        self._drafting = FormDrafts(self.form, DECISION, self._sheet)
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)
        for name, button in self.links.items():
            button.clicked.connect(partial(self._follow, name))

    def show_decision(self, decision: DecisionFile) -> None:
        """Show this decision as it stands now."""
        self._decision = decision
        self.kind.set_state(badge(decision.kind), word(decision.kind).capitalize())
        self._show_facts(decision)
        heard = decision.kind is DecisionKind.WITHDRAWN
        self.form.row("hearing_report").setVisible(heard)
        self.form.show(_values(decision), decision.id, word(decision.kind).capitalize())
        self._sheet.turn_to(decision.id)
        self._drafting.offer()
        self._show_term(decision)
        leads = {
            "application": decision.application_id is not None,
            "check": decision.check_id is not None,
            "letter": decision.kind in LETTERS,
        }
        for name, button in self.links.items():
            button.setVisible(leads[name] and name != self._here)
        said = _("Check {reference}").format(reference=decision.check_reference)
        self.links["check"].setText(said)

    def settle(self) -> None:
        self.form.settle()
        self._sheet.settle()

    def _lay_out(self) -> None:
        add, fields = self.form.add, self.fields
        served_help = _("Only when another day is proven, such as on the receipt.")
        sending, days = row(gap=12), row(gap=12)
        sending.addWidget(add("sent_by", _("Sent as"), fields["sent_by"]), 1, TOPMOST)
        days.addWidget(add("sent_on", _("Sent on"), fields["sent_on"]), 1, TOPMOST)
        days.addWidget(
            add("served_on", _("Received on"), fields["served_on"], served_help, True), 1, TOPMOST
        )
        term = column(
            Text(_("Can be contested until"), "small", 500),
            row(self.until, None),
            row(self.first, None),
            self._served,
            gap=3,
        )
        lines = column(
            row(self.kind, None),
            *self.facts.values(),
            row(*self.links.values(), None, gap=2),
            4,
            add("decided_by", _("Decided by"), fields["decided_by"]),
            add("motivation", _("Motivation"), fields["motivation"]),
            add("legal_basis", _("Legal basis"), fields["legal_basis"]),
            add("hearing_report", _("What was said at the hearing"), fields["hearing_report"]),
            6,
            Text(_("Made known"), "body", 600),
            sending,
            days,
            add("appeal_mentioned", _("Way to contest it"), fields["appeal_mentioned"]),
            wrap(term),
            gap=10,
        )
        self.setLayout(lines)

    def _show_facts(self, decision: DecisionFile) -> None:
        told = {
            "decided_on": long_date(decision.decided_on),
            "authority": decision.authority,
            "mandate": _mandate(decision),
            "waiting": _day(decision.waiting_period_until if _ends(decision) else None),
            "hearing": _day(decision.hearing_on),
        }
        for name, value in told.items():
            self.facts[name].set_value(value)
            self.facts[name].setVisible(bool(value))

    def _show_term(self, decision: DecisionFile) -> None:
        title = _("Can be contested until")
        unknown = _("not known until it is received")
        self.until.show_term(decision.appeal, "" if decision.appeal else unknown, title)
        before = decision.appeal_from
        if before is not None:
            said = _("starts only after {day}").format(day=long_date(before.due))
            self.first.show_term(before, said, _("Letter that does not say how to contest it"))
        self.first.setVisible(before is not None)
        self._served.setText(decision.served_why)
        self._served.setVisible(bool(decision.served_why))

    def _hand_in(self, name: str, value: str | date | bool | Sending | None) -> None:
        of = self.form.of
        if isinstance(of, UUID):
            ticket = self._tasks.do(self._applications.edit_decision, of, name, value)
            self.form.awaits(ticket, name)

    def _follow(self, name: str) -> None:
        decision = self._decision
        if decision is None:
            return
        refs = {
            "application": Ref("application", decision.application_id),
            "check": Ref("check", decision.check_id, "findings"),
            "letter": Ref("decision-letter-of", decision.id),
        }
        self.wanted.emit(refs[name])


def _values(decision: DecisionFile) -> dict[str, Any]:
    names = ("decided_by", "motivation", "legal_basis", "hearing_report", "sent_by", "sent_on")
    return {
        **{name: getattr(decision, name) for name in names},
        "served_on": None if decision.served_why else decision.served_on,
        "appeal_mentioned": decision.appeal_mentioned,
    }


def _ends(decision: DecisionFile) -> bool:
    return decision.kind in {DecisionKind.WITHDRAWN, DecisionKind.ENDED_VOLUNTARILY}


def _mandate(decision: DecisionFile) -> str:
    if decision.mandate_start is None or decision.mandate_end is None:
        return ""
    span = f"{long_date(decision.mandate_start)} – {long_date(decision.mandate_end)}"
    return f"{decision.mandate_number} · {span}" if decision.mandate_number else span


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _sending(sending: Sending | None) -> str:
    words = {
        Sending.REGISTERED: _("registered letter"),
        Sending.RECEIPT: _("registered letter with receipt"),
        Sending.HANDED_OVER: _("handed over"),
        Sending.ELECTRONIC: _("electronic mail"),
    }
    return words[sending] if sending else _("not sent yet")
