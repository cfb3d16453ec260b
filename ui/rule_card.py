"""What the rule says about a question: its basis, how to read it, and what to look for."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout

from models.checks.values import Question
from models.kernel.text import _
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.card import Card

SEED = "seed"
_FACT = re.compile(r"\bF\d+\.\d+\s+")


class RuleCard(Card):
    """Takes the keyboard with F1, so that a screen reader reads it."""

    def __init__(self, looking: str = "", source: str = "") -> None:
        """`looking` stands over what to look for, `source` under a phrase that is quoted."""
        self._cited = source
        self._quote = Text("", "body", 400, wrap=True)
        self._source = Text("", "small", 500, "quiet", wrap=True)
        self._guidance = Text("", "small", 400, "quiet", wrap=True)
        self._looking = Text(looking or _("Look for"), "small", 600, "quiet")
        self._evidence: QVBoxLayout = column(gap=2)
        self._items: list[Text] = []
        told = row(column(Icon("book", "quiet", 15), None, gap=0), gap=6)
        told.addWidget(self._source, 1)
        self._source_line = wrap(told)
        super().__init__(
            _("What the rule says"),
            self._quote,
            self._source_line,
            4,
            self._guidance,
            6,
            self._looking,
            self._evidence,
            icon="scale",
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_question(self, question: Question) -> None:
        phrase, source = basis(question, self._cited)
        self._quote.setText(phrase)
        self._quote.setVisible(bool(phrase))
        self._source.setText(source)
        self._source_line.setVisible(bool(source))
        self._guidance.setText(question.guidance)
        self._guidance.setVisible(bool(question.guidance))
        self._list(question.evidence)
        self.setAccessibleDescription(self.spoken())
        self.setVisible(bool(phrase or source or question.guidance or question.evidence))

    def spoken(self) -> str:
        """The whole card in one breath."""
        parts = (self._quote, self._source, self._guidance)
        said = [part.text() for part in parts if not part.isHidden() and part.text()]
        words = [each.text() for each in self._items if each.text()]
        return ". ".join([*said, f"{self._looking.text()}: {', '.join(words)}"])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(False)

    def _mark(self, on: bool) -> None:
        self._title.set_tone("accent" if on else "quiet")

    def _list(self, evidence: tuple[str, ...]) -> None:
        items = self._items
        while len(items) < len(evidence):
            items.append(Text("", "small", 400, "ink", wrap=True))
            self._evidence.addWidget(items[-1])
        for number, item in enumerate(items):
            shown = number < len(evidence)
            item.setText(f"·  {evidence[number]}" if shown else "")
            item.setVisible(shown)
        self._looking.setVisible(bool(evidence))


def basis(question: Question, cited: str = "") -> tuple[str, str]:
    """The phrase of the law, if there is one, and where it stands or which rule it is."""
    if question.basis.kind == SEED:
        return f"“{question.basis.text}”", cited or _("Legal description of career guidance")
    rules = _FACT.sub("", question.basis.text)
    return "", f"{rules[:1].upper()}{rules[1:]}"
