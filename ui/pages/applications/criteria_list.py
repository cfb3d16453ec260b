"""The requirements in their sections; keys judge the one the list stands on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

from controllers.wording import badge, word
from models.applications.values import ApplicationFile, CriterionFile, CriterionGap, Outcome
from models.kernel.text import N_, _
from models.kernel.words import clean
from ui.kit.matrix_keys import KEYS, answer_of, ours
from ui.kit.row_list import Group, Row, RowList

DECISIVE, OTHER = "icon:flag", "icon:list-check"
_LACKING = {
    CriterionGap.MOTIVATION: N_("the motivation is missing"),
    CriterionGap.EVIDENCE: N_("what was received is missing"),
}
MOST = 4
"""Judgements, by the keys 1 to 4."""
HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class CriteriaList(RowList):
    """`chosen(key)` of a criterion; `judged(int)` gives 1 to 4, and 0 to take it away.

    The keys are those of the matrix of a check.
    """

    judged = Signal(int)
    motivation_wanted = Signal()
    evidence_wanted = Signal()
    proof_wanted = Signal()
    rule_wanted = Signal()
    goto_wanted = Signal()
    keys_wanted = Signal()

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
            items += [_row(by_key[one.key]) for one in section.questions]
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

    def event(self, event: QEvent) -> bool:
        """F1 is ours before it is the window's."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if (
            override
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F1
            and ours(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & HELD
        wish = self._wish(event) if plain else None
        given = answer_of(event) if plain else 0
        if 0 < given <= MOST:
            self.judged.emit(given)
        elif wish is not None:
            wish.emit()
        elif plain and KEYS.get(event.key()) == "clear":
            self.judged.emit(0)
        else:
            super().keyPressEvent(event)

    def _wish(self, event: QKeyEvent) -> SignalInstance | None:
        """What a key of the matrix asks for here; E and ? are for here alone."""
        if event.text() == "?":
            return self.keys_wanted
        if event.key() == Qt.Key.Key_E:
            return self.evidence_wanted
        wishes = {
            "note_wanted": self.motivation_wanted,
            "details_wanted": self.motivation_wanted,
            "proof_wanted": self.proof_wanted,
            "basis_wanted": self.rule_wanted,
            "goto_wanted": self.goto_wanted,
        }
        return wishes.get(KEYS.get(event.key(), ""))


def gaps(criteria: Sequence[CriterionFile]) -> Counter[CriterionGap]:
    """How many lack what; each counts once, for the first thing it lacks."""
    return Counter(one.gap for one in criteria if one.gap is not None)


def _row(one: CriterionFile) -> Row:
    criterion, judgement = one.criterion, one.judged.judgement
    said = (
        (badge(judgement), word(judgement).capitalize())
        if judgement
        else ("draft", _("To be judged"))
    )
    if not one.asked:
        said = "plain", _("Not asked")
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
        return (one.when,)
    if one.gap in _LACKING:
        return decisive, looked_up, _(_LACKING[one.gap])
    return decisive, looked_up, clean(one.judged.motivation)
