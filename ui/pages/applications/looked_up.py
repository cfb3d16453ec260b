"""What the program looked up beside a requirement: facts about the applicant, and its rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.wording import badge, word
from models.applications.values import FoundFact
from models.kernel.text import _
from models.terms.sentences import value_of
from models.terms.values import CONFIRMED, RuleParameter
from ui.kit.badge import Badge
from ui.kit.base import Text, column, empty, row, wrap
from ui.kit.card import Card
from ui.why_card import certainty_words, validity_words


class FactsCard(Card):
    """It informs, and never judges by itself."""

    def __init__(self) -> None:
        self._lines: QVBoxLayout = column(gap=8)
        note = Text(_("These facts never judge by themselves."), "small", 400, "faint", wrap=True)
        super().__init__(_("Looked up"), self._lines, 2, note, icon="search")
        self._shown: tuple[Sequence[FoundFact], RuleParameter | None] = (), None

    def show_found(self, facts: Sequence[FoundFact], rule: RuleParameter | None) -> None:
        """`rule` as it was on the day the application came in."""
        self.setVisible(bool(facts) or rule is not None)
        if (facts, rule) == self._shown:
            return
        self._shown = facts, rule
        empty(self._lines)
        for fact in facts:
            self._lines.addWidget(_line(fact))
        if rule is not None:
            self._lines.addWidget(_rule(rule))


def _line(fact: FoundFact) -> QWidget:
    sign = Badge(badge(fact.outcome), word(fact.outcome), plain=True)
    line = column(row(sign, None), Text(fact.why, "small", 400, "ink", wrap=True), gap=1)
    made = wrap(line)
    made.setAccessibleName(f"{word(fact.outcome)}: {fact.why}")
    return made


def _rule(rule: RuleParameter) -> QWidget:
    """Title and value, how sure they are, and where they stand."""
    confirmed = rule.certainty in CONFIRMED and rule.value is not None
    sure = _("confirmed") if confirmed else _("not confirmed")
    sign = Badge("done" if confirmed else "wait", sure, plain=True)
    said = f"{rule.title}: {value_of(rule)}"
    certain = certainty_words(rule)
    source = f"{certain[:1].upper()}{certain[1:]}; {validity_words(rule)}."
    told = [Text(said, "small", 500, "ink", wrap=True)]
    told += [
        Text(text, "small", 400, "quiet", wrap=True)
        for text in (rule.reference, source, rule.note)
        if text
    ]
    made = wrap(column(row(sign, None), *told, gap=1))
    texts = " ".join(one.text() for one in told)
    made.setAccessibleName(f"{sure}: {texts}")
    return made
