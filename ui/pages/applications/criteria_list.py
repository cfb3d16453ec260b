"""The fourteen requirements in their sections; keys judge the one the list stands on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from controllers.checklists import condition_sentence
from controllers.wording import badge
from models.applications.values import ApplicationFile, CriterionFile, CriterionGap, Outcome
from models.kernel.text import N_, _
from models.kernel.words import clean
from ui.kit.row_list import Group, Row, RowList
from ui.pages.applications.judgement_buttons import SHORT

DECISIVE, OTHER = "icon:flag", "icon:list-check"
_LACKING = {
    CriterionGap.MOTIVATION: N_("the motivation is missing"),
    CriterionGap.EVIDENCE: N_("what was received is missing"),
}
_DIGITS = {getattr(Qt.Key, f"Key_{number}"): number for number in range(5)}


class CriteriaList(RowList):
    """`chosen(key)` of a criterion; `judged(int)` gives 1 to 4, and 0 to take it away."""

    judged = Signal(int)
    motivation_wanted = Signal()
    evidence_wanted = Signal()
    rule_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Requirements"))
        self._file: ApplicationFile | None = None

    def show_file(self, file: ApplicationFile) -> None:
        self._file = file
        by_key = {one.key: one for one in file.criteria}
        items: list[Group | Row] = []
        for section in file.template.sections:
            items.append(Group(section.title, len(section.questions)))
            items += [_row(by_key[criterion.key]) for criterion in section.questions]
        self.set_rows(items)
        if self.current is None:
            self.choose(file.criteria[0].key)

    def next_gap(self, step: int = 1) -> str | None:
        """The key of the next criterion that lacks something, after (or before) this one."""
        if self._file is None:
            return None
        keys = [one.key for one in self._file.criteria]
        lacking = {one.key for one in self._file.criteria if one.gap is not None}
        here = keys.index(self.current) if self.current in keys else 0
        ring = [keys[(here + step * far) % len(keys)] for far in range(1, len(keys) + 1)]
        return next((key for key in ring if key in lacking), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            Qt.Key(event.key()),
            not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier,
        )
        digit = _DIGITS.get(key)
        if plain and digit is not None:
            self.judged.emit(digit)
        elif plain and key in (Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.motivation_wanted.emit()
        elif plain and key == Qt.Key.Key_B:
            self.evidence_wanted.emit()
        elif plain and key == Qt.Key.Key_F1:
            self.rule_wanted.emit()
        else:
            super().keyPressEvent(event)


def gaps(criteria: Sequence[CriterionFile]) -> tuple[int, int]:
    """How many lack a judgement, and how many the words that go with it."""
    open_ones = sum(one.gap is CriterionGap.JUDGEMENT for one in criteria)
    return open_ones, sum(one.gap in _LACKING for one in criteria)


def _row(one: CriterionFile) -> Row:
    criterion, judgement = one.criterion, one.judged.judgement
    said = (badge(judgement), _(SHORT[judgement])) if judgement else ("draft", _("To be judged"))
    if not one.asked:
        said = "quiet", _("Not asked")
    return Row(
        title=f"{criterion.key}  {criterion.title}",
        sub=" · ".join(part for part in _second_line(one) if part),
        lead=DECISIVE if criterion.decisive else OTHER,
        badge=said,
        payload=one.key,
    )


def _second_line(one: CriterionFile) -> tuple[str, ...]:
    decisive = _("Decisive") if one.criterion.decisive else ""
    wrong = any(fact.outcome is Outcome.FAILS for fact in one.facts)
    looked_up = _("looked up: does not hold") if wrong else ""
    if not one.asked:
        return (condition_sentence(one.criterion.asked_when),)
    if one.gap in _LACKING:
        return decisive, looked_up, _(_LACKING[one.gap])
    return decisive, looked_up, clean(one.judged.motivation)
