"""What the board is narrowed to, and what its rows are put together by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from models.mandates.values import MandateState
from models.portfolio.values import Grouping, PortfolioFilter
from ui.kit.base import row
from ui.kit.choice_field import ChoiceField
from ui.kit.fitting import WIDEST, side_by_side, way_of_lines
from ui.kit.memory import Memory
from ui.kit.search_field import SearchField
from ui.kit.shell import Segmented
from ui.kit.theme import theme, themes

STATES: dict[str, frozenset[MandateState]] = {
    "running": frozenset({MandateState.ACTIVE, MandateState.ENDING}),
    "ending": frozenset({MandateState.ENDING}),
    "future": frozenset({MandateState.FUTURE}),
    "over": frozenset(
        {MandateState.EXPIRED, MandateState.WITHDRAWN, MandateState.ENDED_VOLUNTARILY}
    ),
    "none": frozenset({MandateState.NONE}),
}
"""Key in the memory, and the states it stands for."""
GROUPINGS = (Grouping.PROVINCE, Grouping.OFFICER, Grouping.END_YEAR, Grouping.NOTHING)


class PortfolioFilters(QWidget):
    """`changed` tells that other rows are wanted; `into_board` that Down was pressed."""

    changed = Signal()
    into_board = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self.text = SearchField(_("Name, number or town"))
        self.text.setClearButtonEnabled(True)
        states = (
            (None, _("All states")),
            ("running", _("Running")),
            ("ending", _("Ends soon")),
            ("future", _("To come")),
            ("over", _("Over")),
            ("none", _("No mandate")),
        )
        self.state = ChoiceField(states, name=_("State of the mandate"))
        kept = memory.word("timeline/state")
        self.state.set_value(kept if kept in STATES else None, afresh=True)
        self._everyone = (None, _("All file keepers"))
        self.officer = ChoiceField([self._everyone], name=_("File keeper"))
        keeper = memory.word("timeline/officer")
        if keeper:
            self.officer.set_choices([self._everyone, (keeper, keeper)])
        self.officer.set_value(keeper or None, afresh=True)
        words = (_("Province"), _("Keeper"), _("End year"), _("By name"))
        self.group = Segmented(words, self._remembered(), name=_("Put together by"))
        first = row(gap=10)
        first.addWidget(self.text, 3)
        first.addWidget(self.state, 2)
        first.addWidget(self.officer, 2)
        self._line = row(gap=10, margins=(28, 0, 24, 12))
        self._line.addLayout(first, 1)
        self._line.addWidget(self.group)
        self.setLayout(self._line)
        self._fit()
        themes.changed.connect(self._fit)
        self.text.textChanged.connect(self._typed)
        self.text.left_down.connect(self.into_board)
        self.state.edited.connect(self._keep)
        self.officer.edited.connect(self._keep)
        self.group.chosen.connect(self._keep)

    def wanted(self) -> PortfolioFilter:
        return PortfolioFilter(
            text=self.text.text().strip(),
            officer=self.officer.value() or "",
            states=STATES.get(self.state.value() or "", frozenset()),
        )

    def grouping(self) -> Grouping:
        return GROUPINGS[self.group.choice()]

    def show_officers(self, officers: Sequence[str]) -> None:
        chosen = self.officer.value()
        names = sorted({*officers, *([chosen] if chosen else [])})
        self.officer.set_choices([self._everyone, *((name, name) for name in names)])
        self.officer.set_value(chosen, afresh=True)

    def reset(self) -> None:
        """Ask for everything again."""
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.state.set_value(None, afresh=True)
        self.officer.set_value(None, afresh=True)
        self._keep()

    def _typed(self) -> None:
        self.changed.emit()

    def _keep(self, _chosen: object = None) -> None:
        self._memory.keep_word("timeline/state", self.state.value() or "")
        self._memory.keep_word("timeline/officer", self.officer.value() or "")
        self._memory.keep_word("timeline/group", self.grouping().value)
        self.changed.emit()

    def _remembered(self) -> int:
        kept = self._memory.word("timeline/group", Grouping.PROVINCE.value)
        return GROUPINGS.index(Grouping(kept)) if kept in set(GROUPINGS) else 0

    def _fit(self) -> None:
        """Large text takes a line more."""
        self._line.setDirection(way_of_lines())
        for field in (self.state, self.officer):
            field.setMaximumWidth(theme().px(200) if side_by_side() else WIDEST)
