"""What the table of coverage is narrowed to: words, running mandates, file keeper, province."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.coverage.values import CoverageFilter, CoverageList
from models.kernel.text import _
from ui.kit.base import row
from ui.kit.choice_field import ChoiceField
from ui.kit.fitting import WIDEST, side_by_side, way_of_lines
from ui.kit.memory import Memory
from ui.kit.search_field import SearchField
from ui.kit.shell import Segmented
from ui.kit.theme import theme, themes

RUNNING, SHORT, ALL = range(3)


class CoverageFilters(QWidget):
    """`changed` tells that the question is another one; `into_list` that Down was pressed."""

    changed = Signal()
    into_list = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self.text = SearchField(_("Name, number or town"))
        self.text.setClearButtonEnabled(True)
        words = (_("Running"), _("Under target"), _("All centres"))
        self.which = Segmented(words, _number(memory.word("coverage/which"), ALL), name=_("Show"))
        self._everyone, self._anywhere = (None, _("All file keepers")), (None, _("All provinces"))
        self.officer = ChoiceField([self._everyone], name=_("File keeper"))
        self.province = ChoiceField([self._anywhere], name=_("Province"))
        self._recall("officer", self.officer, self._everyone)
        self._recall("province", self.province, self._anywhere)
        first, second = row(gap=10), row(gap=10)
        first.addWidget(self.text, 2)
        first.addWidget(self.which)
        second.addWidget(self.officer, 1)
        second.addWidget(self.province, 1)
        self._line = row(gap=10, margins=(28, 0, 24, 12))
        self._line.addLayout(first, 3)
        self._line.addLayout(second, 2)
        self.setLayout(self._line)
        self._fit()
        themes.changed.connect(self._fit)
        self.text.textChanged.connect(self._typed)
        self.text.left_down.connect(self.into_list)
        self.which.chosen.connect(self._keep)
        self.officer.edited.connect(self._keep)
        self.province.edited.connect(self._keep)

    def wanted(self, order: tuple[str, bool]) -> CoverageFilter:
        """The filter as it stands, in this order."""
        key, descending = order
        return CoverageFilter(
            text=self.text.text().strip(),
            officer=self.officer.value() or "",
            province=self.province.value() or "",
            running=self.which.choice() != ALL,
            short=self.which.choice() == SHORT,
            order=key,
            descending=descending,
        )

    def show_choices(self, found: CoverageList) -> None:
        """What there is to choose from, and how many each choice would show."""
        self.which.set_counts((found.running, found.short, found.total))
        _offer(self.officer, self._everyone, found.officers)
        _offer(self.province, self._anywhere, found.provinces)

    def reset(self) -> None:
        """Ask for everything again."""
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self.which.choose(ALL)
        self.officer.set_value(None, afresh=True)
        self.province.set_value(None, afresh=True)
        self._keep()

    def _recall(self, key: str, field: ChoiceField, none: tuple[None, str]) -> None:
        kept = self._memory.word(f"coverage/{key}")
        field.set_choices([none, (kept, kept)] if kept else [none])
        field.set_value(kept or None, afresh=True)

    def _typed(self) -> None:
        self.changed.emit()

    def _keep(self, _chosen: object = None) -> None:
        self._memory.keep_word("coverage/which", str(self.which.choice()))
        self._memory.keep_word("coverage/officer", self.officer.value() or "")
        self._memory.keep_word("coverage/province", self.province.value() or "")
        self.changed.emit()

    def _fit(self) -> None:
        """Large text takes a line more."""
        self._line.setDirection(way_of_lines())
        for field in (self.officer, self.province):
            field.setMaximumWidth(theme().px(240) if side_by_side() else WIDEST)


def _offer(field: ChoiceField, none: tuple[None, str], found: tuple[str, ...]) -> None:
    chosen = field.value()
    words = sorted({*found, *([chosen] if chosen else [])})
    field.set_choices([none, *((word, word) for word in words)])
    field.set_value(chosen, afresh=True)


def _number(kept: str, most: int) -> int:
    return int(kept) if kept.isdigit() and int(kept) <= most else 0
