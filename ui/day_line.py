"""Under a list: the last day of the measure it stands on, which answers "Why this date?"."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from models.kernel.wording import short_date
from models.terms.values import Term
from ui.kit.base import Text, row
from ui.why import WhyDate


class DayLine(QWidget):
    """Says also what the rules say when the officer chose another day, or why there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.word = Text("", "small", 400, "quiet")
        self.day = WhyDate("small")
        self.setLayout(row(self.word, self.day, None, gap=4))

    def show_day(self, called: str, about: str, due: date | None, by_rule: Term | None) -> bool:
        """`called` stands in the sentence, `about` heads the card; False when nothing is shown."""
        known = due is not None and by_rule is not None
        self.setVisible(known)
        if by_rule is None or due is None:
            self.day.show_term(None)
            return False
        said = _("Last day of {question}:")
        if due != by_rule.due:
            said = _("Chosen for {question}; the rules say:")
        self.word.setText(said.format(question=called))
        self.day.show_term(by_rule, short_date(by_rule.due), about)
        return True

    def show_why_none(self, said: str) -> None:
        """Why there is no last day yet."""
        self.word.setText(said)
        self.day.show_term(None)
        self.setVisible(True)
