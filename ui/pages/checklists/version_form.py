"""What belongs to a checklist as a whole, or to one of its sections."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.wording import word
from models.checklists.values import AssessmentRules, ChecklistFile, GradeThresholds
from models.kernel.text import _
from models.kernel.wording import enumeration
from ui.kit.base import Text, column, row, section, wrap
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.fields import LineField, WholeField
from ui.kit.form import Form
from ui.kit.text_field import TextField
from ui.pages.checklists import words
from ui.pages.checklists.leaving import Leaving

ASSESSED = ("motivation_required", "four_eyes", "legal_basis")
"""Only of a checklist by which applications are assessed."""


class VersionForm(QWidget):
    """`changed(field, value)` gives one field, named as its column."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(self)
        self.fields: dict[str, Any] = {
            "title": LineField(),
            "unit": ChoiceField(words.units()),
            "motivation_required": Toggle(_("Every judgement wants a motivation")),
            "four_eyes": Toggle(_("Who decides neither assessed nor advised")),
            "legal_basis": TextField(lines=2),
            "pseudonym_rule": TextField(lines=2),
            "remark": TextField(lines=2),
            "mandate_dossiers": WholeField(),
            "definition_dossiers": WholeField(),
            "definition_share_pct": WholeField(),
            "other_dossiers": WholeField(),
            "other_share_pct": WholeField(),
        }
        self._lay_out()
        self.leaving = Leaving(self.form, self.fields.values())
        self.form.changed.connect(self.changed)

    def show_file(self, file: ChecklistFile, of: object) -> None:
        template, limits = file.template, file.thresholds
        facts = {
            "title": template.title,
            "unit": template.unit,
            "pseudonym_rule": template.pseudonym_rule,
            "remark": file.version.remark,
            **_limits(limits),
            **_assessed(template.assessment),
        }
        self.form.show(facts, of, template.title)
        if template.assessment is not None:
            self.fixed.setText(_fixed_words(template.assessment))
        self._show_rows(assessing=template.assessment is not None)
        if not self.fields["title"].hasFocus():
            self.fields["title"].setCursorPosition(0)

    def _show_rows(self, *, assessing: bool) -> None:
        """An assessment has no findings to grade, and no dossiers with names in them."""
        for name in ASSESSED:
            self.form.row(name).setVisible(assessing)
        self._fixed.setVisible(assessing)
        self.form.row("pseudonym_rule").setVisible(not assessing)
        self._graded.setVisible(not assessing)

    def lock(self, *, locked: bool) -> None:
        self.form.lock(locked=locked)

    def begin(self) -> None:
        self.fields["title"].setFocus()

    def _lay_out(self) -> None:
        add, fields = self.form.add, self.fields
        told = _("A finding is proposed as major from so many dossiers, or this share of them.")
        basis = _("Proposed in every decision; the nearer article is added there.")
        definition = _("Condition of the definition")
        self.fixed = Text("", "small", 400, "quiet", wrap=True)
        self._fixed = wrap(column(section(_("Always so")), self.fixed, gap=6))
        self._graded = wrap(
            column(
                section(_("When a finding is major")),
                Text(told, "small", 400, "faint", wrap=True),
                self._pair(_("Condition of the mandate"), "mandate_dossiers", ""),
                self._pair(definition, "definition_dossiers", "definition_share_pct"),
                self._pair(_("Other questions"), "other_dossiers", "other_share_pct"),
                gap=12,
            )
        )
        self.setLayout(
            column(
                add("title", _("Title"), fields["title"]),
                add("unit", _("Answered for each"), fields["unit"]),
                add(
                    "pseudonym_rule", _("Rule about names"), fields["pseudonym_rule"], optional=True
                ),
                add("remark", _("Remark about this version"), fields["remark"], optional=True),
                add("motivation_required", _("Motivation"), fields["motivation_required"]),
                add("four_eyes", _("Four eyes"), fields["four_eyes"]),
                add("legal_basis", _("Legal basis"), fields["legal_basis"], basis),
                self._fixed,
                self._graded,
                None,
                gap=12,
                margins=(22, 14, 22, 24),
            )
        )

    def _pair(self, title: str, dossiers: str, share: str) -> Any:
        line = row(gap=12)
        line.addWidget(self.form.add(dossiers, title, self.fields[dossiers]), 1)
        if share:
            percent = self.form.add(share, _("or %"), self.fields[share], optional=True)
            line.addWidget(percent, 1)
        return line


def _fixed_words(rules: AssessmentRules) -> str:
    """What cannot be written otherwise in a version, where one would look for it."""
    said = _(
        "The judgements are: {labels}. The advices are tried in this order: {advices}. Both are "
        "those of the instruction and the same in every version: letters, decisions and the "
        "comparison of files rest on them."
    )
    return said.format(
        labels=enumeration([label for _judgement, label in rules.labels]),
        advices=", ".join(word(advice) for advice in rules.advice_order),
    )


class SectionForm(QWidget):
    """The title of a section. `changed(str)`."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(self)
        self.title = LineField()
        self.setLayout(
            column(
                self.form.add("title", _("Title of the section"), self.title),
                None,
                margins=(22, 14, 22, 24),
            )
        )
        self.leaving = Leaving(self.form, (self.title,))
        self.form.changed.connect(self._hand_in)

    def show_title(self, title: str, of: object) -> None:
        self.form.show({"title": title}, of, title)

    def _hand_in(self, _name: str, value: object) -> None:
        self.changed.emit(str(value))


def _assessed(rules: AssessmentRules | None) -> dict[str, Any]:
    return {name: getattr(rules, name) for name in ASSESSED} if rules else {}


def _limits(limits: GradeThresholds) -> dict[str, int | None]:
    return {
        "mandate_dossiers": limits.mandate_relevant.dossiers,
        "definition_dossiers": limits.definition_condition.dossiers,
        "definition_share_pct": limits.definition_condition.share_pct,
        "other_dossiers": limits.other.dossiers,
        "other_share_pct": limits.other.share_pct,
    }
