"""Everything about the requirement the officer stands on: text, judgement, words, facts, rule."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from controllers.bundle import Controllers
from models.applications.values import (
    ApplicationFile,
    ApplicationSettled,
    CriterionFile,
    Judged,
    Judgement,
)
from models.kernel.errors import AppError, Refused
from models.kernel.text import N_, _
from ui.drafting import DraftSheet, FormDrafts
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row, wrap
from ui.kit.form import Form
from ui.kit.note_field import NoteField
from ui.kit.shell import scrolled
from ui.masking import mask
from ui.pages.applications.assessing import Assessing, Place
from ui.pages.applications.judgement_buttons import KEYS, JudgementButtons
from ui.pages.applications.looked_up import FactsCard
from ui.proof import ProofList
from ui.rule_card import RuleCard
from ui.tasks import Tasks

NOTHING = Judged()
CRITERION = "criterion"
"""How the drafts of a requirement are called."""
SILENCE_MS = 250
"""Words are on their way to the disk after so short a silence, as in the matrix."""


class JudgeFirst(Refused):
    sentence = N_("Judge this requirement or write its motivation first, then add the proof to it.")


class CriterionPanel(QFrame):
    """`judged(int)` gives a key from 1 to 4; `left` sends the keyboard back to the list."""

    judged = Signal(int)
    left = Signal()
    passed = Signal()

    def __init__(
        self, assessing: Assessing, controllers: Controllers, tasks: Tasks, within: QWidget
    ) -> None:
        """What is dropped or pasted anywhere in `within` is proof with the requirement shown."""
        super().__init__()
        self.setProperty("panel", "right")
        self._assessing, self._applications = assessing, controllers.applications
        said = _("Proof with this requirement")
        self.proof = ProofList(controllers, tasks, within, said)
        self._place: Place | None = None
        self._file: ApplicationFile | None = None
        self.code = Text("", "small", 500, "quiet", tabular=True)
        self.decisive = Badge("remark", _("Decisive"))
        self.decisive.setToolTip(_("Not met here excludes a positive advice."))
        self.text = Text("", "body", 600, wrap=True)
        self.condition = Text("", "small", 500, "quiet", wrap=True)
        self.buttons = JudgementButtons()
        why, came = (
            _("Why this judgement, and where it shows"),
            _("What came in, and where it is kept"),
        )
        self.motivation = NoteField(why, lines=2, most=9, silence_ms=SILENCE_MS)
        self.evidence = NoteField(came, lines=1, most=5, silence_ms=SILENCE_MS)
        self.form = Form(self)
        self.facts = FactsCard()
        self.rule = RuleCard(_("What a centre may send"), _("Quality guarantee of VDAB"))
        self._area = self._lay_out()
        self.sheet = DraftSheet(controllers.drafts, tasks)
        self.drafting = FormDrafts(self.form, CRITERION, self.sheet)
        self.buttons.pressed.connect(self.judged)
        self.form.changed.connect(self._hand_in)
        assessing.refused.connect(self._refused)
        for field in (self.motivation, self.evidence):
            field.left.connect(self.left)
            field.passed.connect(self.passed)

    def show_place(self, place: Place, file: ApplicationFile, one: CriterionFile) -> None:
        """Show this requirement as it stands now; files can be kept once something is written."""
        locked = file.settled or not one.asked
        afresh = place != self._place
        self._place, self._file = place, file
        self.sheet.turn_to(file.id)
        self.code.setText(one.key)
        self.decisive.setVisible(one.criterion.decisive)
        self.text.setText(one.criterion.text)
        self._show_condition(one)
        self.show_judgement(one.judged.judgement, locked=locked)
        judged = one.judged
        self.form.show({"motivation": judged.motivation, "evidence": judged.evidence}, of=place)
        self.form.lock(locked=locked)
        self._show_proof(place, file, one)
        self.facts.show_found(one.facts, one.rule)
        self.rule.show_question(one.criterion)
        if afresh:
            self._area.verticalScrollBar().setValue(0)
            self._bring_back(place)
        self.drafting.offer()

    def _show_condition(self, one: CriterionFile) -> None:
        said = one.when
        if not one.asked:
            said = f"{said}. {_('Here it is not asked, and it counts for nothing.')}"
        self.condition.setText(said)
        self.condition.setVisible(bool(said))

    def show_judgement(self, judgement: Judgement | None, *, locked: bool = False) -> None:
        self.buttons.show_judgement(judgement, allowed=not locked)

    def settle(self) -> None:
        self.form.settle()
        self.sheet.settle()

    def focus_words(self, name: str) -> None:
        """Begin to write the motivation or the evidence."""
        field = self.form.row(name)
        field.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(field)

    def focus_proof(self) -> None:
        self.proof.focus_add()
        self._area.ensureWidgetVisible(self.proof)

    def focus_rule(self) -> None:
        self._area.ensureWidgetVisible(self.rule, 0, 40)
        self.rule.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc from anywhere in the panel brings the keyboard back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> QScrollArea:
        add = self.form.add
        head = row(self.code, None, self.decisive, gap=8)
        help_ = _("Stands in a letter of refusal.")
        motivation = add("motivation", _("Motivation"), self.motivation, help_)
        evidence = add("evidence", _("What was received"), self.evidence, optional=True)
        mask(motivation, evidence)
        body = column(
            head,
            self.text,
            self.condition,
            2,
            self.buttons,
            4,
            motivation,
            evidence,
            Text(_("Proof"), "small", 500),
            self.proof,
            4,
            self.facts,
            self.rule,
            None,
            gap=8,
            margins=(22, 16, 22, 24),
        )
        area = scrolled(wrap(body))
        self.setLayout(column(area, gap=0, margins=(1, 1, 1, 1)))
        return area

    def _show_proof(self, place: Place, file: ApplicationFile, one: CriterionFile) -> None:
        why_not: AppError | None = None
        if file.settled:
            why_not = ApplicationSettled(why=file.why)
        elif one.judged == NOTHING:
            why_not = JudgeFirst()
        called = f"{one.key} {file.reference}"
        about = self._applications.proof_of(*place)
        self.proof.show_proof(file.centre_id, about, called, one.judged.proofs, why_not)

    def _hand_in(self, name: str, value: object) -> None:
        place = self.form.of
        if isinstance(place, tuple) and isinstance(value, str):
            self._assessing.write(place, name, value)

    def _refused(self, place: Place, field: str, error: Exception) -> None:
        if place == self._place and field:
            self.form.refuse(field, str(error))
        elif field and self._file is not None and place[0] == self._file.id:
            kept = str(getattr(self._file.of(place[1]).judged, field))
            self.drafting.keep(place, field, self._assessing.drafts[place, field][0], kept)

    def _bring_back(self, place: Place) -> None:
        """A text that was refused waits for its requirement to come back."""
        for name, field in (("motivation", self.motivation), ("evidence", self.evidence)):
            draft = self._assessing.drafts.get((place, name))
            if draft is not None:
                field.setPlainText(draft[0])
                self.form.refuse(name, draft[1])


def judgement_of(key: int) -> Judgement | None:
    """1 to 4 as on the buttons; 0 takes the judgement away."""
    return KEYS.get(key)
