"""What the five signs of the matrix mean, and which keys give them where one stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.checks.values import Question
from ui.kit.answers import ANSWERS, AnswerMark
from ui.kit.base import Text, row
from ui.pages.checks.answer_buttons import ASIDE
from ui.pages.checks.fact_part import TYPED


class Legend(QWidget):
    """On a fact, which answers itself, the signs keep only the keys that set it aside."""

    def __init__(self) -> None:
        super().__init__()
        line = row(gap=2)
        self.keys: dict[str, Text] = {}
        for value, answer in ANSWERS.items():
            self.keys[value] = Text(str(answer.key), "small", 600, "quiet", tabular=True)
            line.addWidget(self.keys[value])
            line.addSpacing(2)
            line.addWidget(AnswerMark(value))
            line.addSpacing(3)
            line.addWidget(Text(answer.word, "small", 400, "quiet"))
            line.addSpacing(12)
        line.addStretch(1)
        self.setLayout(line)

    def follow(self, question: Question) -> None:
        fact = question.answer_type in TYPED
        for value, shown in self.keys.items():
            key = str(ANSWERS[value].key)
            shown.setText(f"Alt+{key}" if fact else key)
            shown.setVisible(value in ASIDE or not fact)
