"""What a complaint is about, field by field; every field hands itself in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.complaints.values import (
    ComplaintChannel,
    ComplaintFile,
    ComplaintMedium,
    RegistrationKind,
    SubjectParty,
)
from models.kernel.text import _
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.pages.complaints.words import choices, choices_or_none, nobody
from ui.tasks import Tasks

NAMES = ("theme", "kind", "subject", "facts_on", "medium", "channel", "handler", "summary")
ABOUT = "about"
"""How the drafts of these fields are called."""
TOPMOST = Qt.AlignmentFlag.AlignTop


class AboutForm(QWidget):
    """A refusal stands under its field, and what was typed stays."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._complaints, self._tasks = controllers.complaints, tasks
        self.form = Form(self)
        self.fields: dict[str, Any] = {
            "theme": LineField(),
            "kind": ChoiceField(choices(RegistrationKind)),
            "subject": ChoiceField(choices(SubjectParty)),
            "facts_on": DateField(controllers.today()),
            "medium": ChoiceField(choices_or_none(ComplaintMedium)),
            "channel": ChoiceField(choices_or_none(ComplaintChannel)),
            "handler": LineField(),
            "summary": TextField(lines=4),
        }
        self._lay_out()
        mask(*self.form.rows())
        self.drafting = FormDrafts(self.form, ABOUT, sheet)
        self.form.changed.connect(self._hand_in)
        self.form.said.connect(self.said)

    def show_file(self, file: ComplaintFile) -> None:
        self.form.show({name: getattr(file, name) for name in NAMES}, file.id, file.reference)
        self.form.lock(locked=file.closed)
        self.drafting.offer()

    def settle(self) -> None:
        self.form.settle()

    def refused(self) -> bool:
        return bool(self.form.refusals())

    def _lay_out(self) -> None:
        add, fields = self.form.add, self.fields
        lines = (
            (
                add("theme", _("It is about"), fields["theme"]),
                add("facts_on", _("Facts of"), fields["facts_on"], optional=True),
            ),
            (
                add("kind", _("What it is"), fields["kind"]),
                add("subject", _("About the work of"), fields["subject"]),
            ),
            (
                add("medium", _("Came in by"), fields["medium"]),
                add("channel", _("Reached us"), fields["channel"]),
            ),
        )
        note = row(Icon("eye-off", "quiet", 15), gap=8)
        note.addWidget(Text(nobody(), "small", 500, "quiet", wrap=True), 1)
        whole = column(Text(_("The complaint"), "body", 600), wrap(note), gap=12)
        for pair in lines:
            line = row(gap=16)
            for made in pair:
                line.addWidget(made, 1, TOPMOST)
            whole.addLayout(line)
        handler_help = _("Somebody who is not involved in the facts (Bestuursdecreet, art. II.86).")
        whole.addWidget(add("handler", _("Handler"), fields["handler"], handler_help))
        summary_help = _("For officers only: it stands on no sheet, no timeline and in no list.")
        whole.addWidget(
            add("summary", _("What happened"), fields["summary"], summary_help, optional=True)
        )
        self.setLayout(whole)

    def _hand_in(self, name: str, value: Any) -> None:
        of = self.form.of
        if isinstance(of, UUID):
            ticket = self._tasks.do(self._complaints.edit, of, name, value)
            self.form.awaits(ticket, name)
