"""How many to draw and how many may be wrong: two figures that follow each other live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from models.checks.rules.sizing import plan, planned_size
from models.checks.values.sampling import Plan, SampleProposal
from models.kernel.text import _
from ui.kit.base import Text, column
from ui.kit.fields import WholeField
from ui.kit.form import Form
from ui.pages.checks.list_reading import NO_GROUPS

ALL = 100
SIZE, MOST = "size", "most"


class SizePart(QWidget):
    """The sentence and why; `wanted` and `rows`, the other two figures, are laid out outside.

    Until somebody types one of them, the size is the one proposed, or the whole of a short list.
    """

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._proposed: SampleProposal | None = None
        self._population, self._groups, self._again = 0, NO_GROUPS, 0
        self._leads = ""
        """Which of the two was typed; empty while the proposal stands."""
        self.wanted, self.most, self.sure = WholeField(), WholeField(), WholeField()
        self.said = Text("", "small", 400, "quiet", wrap=True)
        self.why = Text("", "small", 400, "faint", wrap=True)
        self.rows = (
            form.add("sure", _("Certainty (%)"), self.sure),
            form.add("most", _("At most so many wrong"), self.most),
        )
        self.setLayout(column(self.why, self.said, None, gap=4))
        self.wanted.textEdited.connect(self._sized)
        self.most.textEdited.connect(self._bounded)
        self.sure.textEdited.connect(self._follow)
        self.wanted.textChanged.connect(self._show)

    def propose(self, proposed: SampleProposal) -> None:
        """What the rules of today propose for this check."""
        self._proposed = proposed
        self.why.setText(proposed.why)
        self._follow()

    def fill(self, size: int | None, sure: int | None) -> None:
        """What was put aside; None is as proposed."""
        usual = self._proposed
        self._leads = SIZE if size and usual and size != usual.size else ""
        self._put(self.wanted, size or (usual.size if usual else None))
        self._put(self.sure, sure or (int(usual.level * ALL) if usual else None))
        self._put(self.most, None)

    def measure(
        self, population: int, groups: Mapping[str, int] = NO_GROUPS, again: int = 0
    ) -> None:
        """From how many is drawn and what they are spread over; `again` come without a draw."""
        self._population, self._groups, self._again = population, groups, again
        self._follow()

    def settled(self, name: str) -> None:
        """A figure was handed in: it leads from now on."""
        if name in (SIZE, MOST):
            self._leads = name
        self._follow()

    def _sized(self, _text: str) -> None:
        self._leads = SIZE
        self._follow()

    def _bounded(self, _text: str) -> None:
        self._leads = MOST
        self._follow()

    def _follow(self, _text: str = "") -> None:
        """Let the figure that was not typed follow the one that was."""
        size = self._followed()
        if size is not None:
            self._put(self.wanted, size)
        self._show()

    def _followed(self) -> int | None:
        """The size by the proposal or by what may be wrong; None when it was typed itself."""
        if not self._population or self._proposed is None:
            return None
        if not self._leads:
            return min(self._population + self._again, self._proposed.size)
        most, level = self.most.value(), self._level()
        if self._leads != MOST or most is None or most > self._population or not level:
            return None
        return self._again + planned_size(self._population, most, level, self._groups)

    def _show(self, _text: str = "") -> None:
        level = self._level()
        self._form.row("sure").warn("" if level else _("Write a whole number from 1 to 100."))
        said = self._plan(level)
        self.said.setText(said.sentence if said else "")
        self.why.setVisible(not self._leads and bool(self.why.text()))
        if self._leads != MOST:
            self._put(self.most, said.at_most if said else None)

    def _plan(self, level: Fraction) -> Plan | None:
        """What the size that stands there is worth; None when it says nothing yet."""
        size = (self.wanted.value() or 0) - self._again
        if self._proposed is None or not level or not 0 < size <= self._population:
            return None
        return plan(self._population, size, replace(self._proposed, level=level), self._groups)

    def _level(self) -> Fraction:
        """How sure one wants to be; nothing when that is no certainty."""
        sure = self.sure.value() or 0
        return Fraction(sure, ALL) if 0 < sure <= ALL else Fraction(0)

    def _put(self, field: WholeField, value: int | None) -> None:
        if field.value() != value:
            field.set_value(value, afresh=True)
