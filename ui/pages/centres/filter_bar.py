"""What the list of centres is narrowed to: words, a state, and who keeps the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from models.kernel.text import _
from models.mandates.values import CentreFilter, MandateState
from ui.kit.base import row
from ui.kit.choice_field import ChoiceField
from ui.kit.memory import Memory
from ui.kit.search_field import SearchField
from ui.kit.shell import Segmented
from ui.kit.theme import theme, themes
from ui.pages.centres.fitting import large

GROUPS: tuple[tuple[str, frozenset[MandateState]], ...] = (
    ("all", frozenset()),
    ("running", frozenset({MandateState.ACTIVE, MandateState.SUSPENDED})),
    ("ending", frozenset({MandateState.ENDING})),
    (
        "over",
        frozenset(
            {MandateState.EXPIRED, MandateState.WITHDRAWN}
            | {MandateState.ENDED_VOLUNTARILY, MandateState.WAITING}
        ),
    ),
)
"""Key in the memory, and the states it stands for; none means all."""


class FilterBar(QWidget):
    """`changed` tells that the question is another one; `into_list` that Down was pressed."""

    changed = Signal()
    into_list = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        words = (_("All centres"), _("Running"), _("Ends soon"), _("Expired"))
        self.text = SearchField(_("Name, number or town"))
        self.text.setClearButtonEnabled(True)
        self.state = Segmented(words, name=_("State of the mandate"))
        self._everyone = (None, _("All file keepers"))
        self.officer = ChoiceField([self._everyone], name=_("File keeper"))
        kept = memory.word("centres/officer")
        if kept:
            self.officer.set_choices([self._everyone, (kept, kept)])
        self.officer.set_value(kept or None, afresh=True)
        self.state.choose(self._remembered())
        rest = row(self.state, gap=10)
        rest.addWidget(self.officer, 100_000)
        rest.addStretch(1)
        self._line = row(gap=10, margins=(28, 0, 24, 12))
        self._line.addWidget(self.text, 3)
        self._line.addLayout(rest, 2)
        self.setLayout(self._line)
        self._fit()
        themes.changed.connect(self._fit)
        self.text.textChanged.connect(self._typed)
        self.text.left_down.connect(self.into_list)
        self.state.chosen.connect(self._keep)
        self.officer.edited.connect(self._keep)

    def wanted(self, order: tuple[str, bool]) -> CentreFilter:
        """The filter as it stands, in this order."""
        key, descending = order
        return CentreFilter(
            text=self.text.text().strip(),
            states=GROUPS[self.state.choice()][1],
            officer=self.officer.value() or "",
            order=key,
            descending=descending,
        )

    def narrowed(self) -> bool:
        """Whether anything is asked at all."""
        return bool(self.text.text().strip() or self.state.choice() or self.officer.value())

    def reset(self) -> None:
        """Ask for everything again."""
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.state.choose(0)
        self.officer.set_value(None, afresh=True)
        self._keep()

    def show_officers(self, officers: Sequence[str]) -> None:
        chosen = self.officer.value()
        names = sorted({*officers, *([chosen] if chosen else [])})
        self.officer.set_choices([self._everyone, *((name, name) for name in names)])
        self.officer.set_value(chosen, afresh=True)

    def show_counts(self, counts: Mapping[MandateState, int]) -> None:
        """How many centres each choice would show, without the other filters."""
        total = sum(counts.values())
        self.state.set_counts(
            [sum(counts[one] for one in group) if group else total for _key, group in GROUPS]
        )

    def _typed(self) -> None:
        self.changed.emit()

    def _keep(self, _chosen: object = None) -> None:
        self._memory.keep_word("centres/state", GROUPS[self.state.choice()][0])
        self._memory.keep_word("centres/officer", self.officer.value() or "")
        self.changed.emit()

    def _remembered(self) -> int:
        keys = [key for key, _states in GROUPS]
        kept = self._memory.word("centres/state", "all")
        return keys.index(kept) if kept in keys else 0

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if large() else way.LeftToRight)
        self.officer.setMaximumWidth(theme().px(300))
