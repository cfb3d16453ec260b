"""Everything about the requirement the officer stands on: text, judgement, words, facts, rule."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from controllers.bundle import Controllers
from controllers.checklists import condition_sentence
from controllers.wording import badge, word
from models.applications.values import CriterionFile, FoundFact, Judged, Judgement
from models.checklists.values import Question
from models.kernel.text import _
from ui.attach import AttachList
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.card import Card
from ui.kit.form import Form
from ui.kit.shell import scrolled
from ui.kit.text_field import TextField
from ui.pages.applications.assessing import Assessing, Place
from ui.pages.applications.judgement_buttons import KEYS, JudgementButtons
from ui.tasks import Tasks

NOTHING = Judged()


class WordsField(TextField):
    """Both keep the words: Esc goes back to the list, Ctrl+Enter on to the next requirement."""

    left = Signal()
    passed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.left.emit()
        elif enter and control:
            self.settle()
            self.passed.emit()
        else:
            super().keyPressEvent(event)


class CriterionPanel(QFrame):
    """`judged(int)` gives a key from 1 to 4; `left` sends the keyboard back to the list."""

    judged = Signal(int)
    left = Signal()
    passed = Signal()

    def __init__(self, assessing: Assessing, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("panel", "right")
        self._assessing, self._applications = assessing, controllers.applications
        self.proof = AttachList(controllers, tasks, fit=True, hint=False)
        self._place: Place | None = None
        self.code = Text("", "small", 500, "quiet", tabular=True)
        self.decisive = Badge("remark", _("Decisive"))
        self.decisive.setToolTip(_("Not met here excludes a positive advice."))
        self.text = Text("", "body", 600, wrap=True)
        self.condition = Text("", "small", 500, "quiet", wrap=True)
        self.buttons = JudgementButtons()
        self.motivation = WordsField(_("Why this judgement, and where it shows"), 2, 9)
        self.evidence = WordsField(_("What came in, and where it is kept"), 1, 5)
        self.form = Form(self)
        self.facts = FactsCard()
        self.rule = RuleCard()
        self._area = self._lay_out()
        self.buttons.pressed.connect(self.judged)
        self.form.changed.connect(self._hand_in)
        assessing.refused.connect(self._refused)
        for field in (self.motivation, self.evidence):
            field.left.connect(self.left)
            field.passed.connect(self.passed)

    def show_place(self, place: Place, centre: UUID, one: CriterionFile, *, locked: bool) -> None:
        """Show this requirement as it stands now; files can be kept once something is written."""
        afresh = place != self._place
        self._place = place
        self.code.setText(one.key)
        self.decisive.setVisible(one.criterion.decisive)
        self.text.setText(one.criterion.text)
        self._show_condition(one)
        self.show_judgement(one.judged.judgement, locked=locked)
        judged = one.judged
        self.form.show({"motivation": judged.motivation, "evidence": judged.evidence}, of=place)
        for field in (self.motivation, self.evidence):
            field.setReadOnly(locked)
        self.proof.setVisible(one.judged != NOTHING)
        if one.judged != NOTHING:
            self.proof.show_of(centre, self._applications.proof_of(*place))
        self.facts.show_facts(one.facts)
        self.rule.show_criterion(one.criterion)
        if afresh:
            self._area.verticalScrollBar().setValue(0)
            self._bring_back(place)

    def _show_condition(self, one: CriterionFile) -> None:
        said = condition_sentence(one.criterion.asked_when)
        if not one.asked:
            said = f"{said}. {_('Here it is not asked, and it counts for nothing.')}"
        self.condition.setText(said)
        self.condition.setVisible(one.criterion.asked_when is not None)

    def show_judgement(self, judgement: Judgement | None, *, locked: bool = False) -> None:
        self.buttons.show_judgement(judgement, allowed=not locked)

    def settle(self) -> None:
        self.form.settle()

    def _lay_out(self) -> QScrollArea:
        add = self.form.add
        head = row(self.code, None, self.decisive, gap=8)
        body = column(
            head,
            self.text,
            self.condition,
            2,
            self.buttons,
            4,
            add(
                "motivation",
                _("Motivation"),
                self.motivation,
                _("Stands in a letter of refusal."),
            ),
            add("evidence", _("What was received"), self.evidence, optional=True),
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

    def _hand_in(self, name: str, value: object) -> None:
        place = self.form.of
        if isinstance(place, tuple) and isinstance(value, str):
            self._assessing.write(place, name, value)

    def _refused(self, place: Place, field: str, error: Exception) -> None:
        if place == self._place and field:
            self.form.refuse(field, str(error))

    def _bring_back(self, place: Place) -> None:
        """A text that was refused waits for its requirement to come back."""
        for name, field in (("motivation", self.motivation), ("evidence", self.evidence)):
            draft = self._assessing.drafts.get((place, name))
            if draft is not None:
                field.setPlainText(draft[0])
                self.form.refuse(name, draft[1])


class FactsCard(Card):
    """What the program looked up; it informs, and never judges by itself."""

    def __init__(self) -> None:
        self._lines: QVBoxLayout = column(gap=8)
        note = Text(_("These facts never judge by themselves."), "small", 400, "faint", wrap=True)
        super().__init__(_("Looked up"), self._lines, 2, note, icon="search")
        self._shown: Sequence[FoundFact] = ()

    def show_facts(self, facts: Sequence[FoundFact]) -> None:
        self.setVisible(bool(facts))
        if facts == self._shown:
            return
        self._shown = facts
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            self._lines.addWidget(_line(fact))


class RuleCard(Card):
    """What a requirement rests on and what a centre may send; F1 brings the keyboard here."""

    def __init__(self) -> None:
        self._quote = Text("", "body", 400, wrap=True)
        self._source = Text("", "small", 500, "quiet", wrap=True)
        self._asked = Text(_("What a centre may send"), "small", 600, "quiet")
        self._evidence = Text("", "small", 400, "ink", wrap=True)
        source = row(column(Icon("book", "quiet", 15), None, gap=0), gap=6)
        source.addWidget(self._source, 1)
        super().__init__(
            _("What the rule says"),
            self._quote,
            source,
            6,
            self._asked,
            self._evidence,
            icon="scale",
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_criterion(self, criterion: Question) -> None:
        words = criterion.basis.words
        quoted = criterion.basis.kind == "seed"
        self._quote.setText(f"“{words}”" if quoted else "")
        self._quote.setVisible(quoted)
        source = _("Quality guarantee of VDAB") if quoted else words[:1].upper() + words[1:]
        self._source.setText(source)
        self._evidence.setText("\n".join(f"·  {one}" for one in criterion.evidence))
        self.setAccessibleDescription(
            ". ".join((self._quote.text(), source, ", ".join(criterion.evidence)))
        )


def _line(fact: FoundFact) -> QWidget:
    sign = Badge(badge(fact.outcome), word(fact.outcome), plain=True)
    line = column(row(sign, None), Text(fact.why, "small", 400, "ink", wrap=True), gap=1)
    made = wrap(line)
    made.setAccessibleName(f"{word(fact.outcome)}: {fact.why}")
    return made


def judgement_of(key: int) -> Judgement | None:
    """1 to 4 as on the buttons; 0 takes the judgement away."""
    return KEYS.get(key)
