"""What the follow-up is narrowed to: words, a kind, who keeps the file, and a province."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from controllers.wording import condition_word
from models.conditions.values import ConditionFilter, ConditionKind, ConditionList
from models.kernel.text import _
from ui.kit.base import row
from ui.kit.choice_field import ChoiceField
from ui.kit.memory import Memory
from ui.kit.search_field import SearchField
from ui.kit.theme import theme, themes

LARGE = 1.4
"""From this size of text on the search field takes a line of its own."""


class FollowUpFilters(QWidget):
    """`changed` tells that the question is another one; `into_list` that Down was pressed."""

    changed = Signal()
    into_list = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self.text = SearchField(_("Centre, town or what"))
        self.text.setClearButtonEnabled(True)
        self._all = {
            "kind": (None, _("All kinds")),
            "officer": (None, _("All file keepers")),
            "province": (None, _("All provinces")),
        }
        self.kind = ChoiceField([self._all["kind"]], name=_("Kind"))
        self.officer = ChoiceField([self._all["officer"]], name=_("File keeper"))
        self.province = ChoiceField([self._all["province"]], name=_("Province"))
        kinds = {kind.value for kind in ConditionKind}
        kept = memory.word("conditions/kind")
        if kept in kinds:
            self._offer(
                self.kind, "kind", [(ConditionKind(kept), condition_word(ConditionKind(kept)))]
            )
            self.kind.set_value(ConditionKind(kept), afresh=True)
        for key, field in (("officer", self.officer), ("province", self.province)):
            name = memory.word(f"conditions/{key}")
            if name:
                self._offer(field, key, [(name, name)])
                field.set_value(name, afresh=True)
        rest = row(self.kind, self.officer, self.province, gap=10)
        self._line = row(gap=10, margins=(28, 0, 24, 12))
        self._line.addWidget(self.text, 2)
        self._line.addLayout(rest, 3)
        self.setLayout(self._line)
        self._fit()
        themes.changed.connect(self._fit)
        self.text.textChanged.connect(self._typed)
        self.text.left_down.connect(self.into_list)
        for field in (self.kind, self.officer, self.province):
            field.edited.connect(self._keep)

    def wanted(self) -> ConditionFilter:
        kind = self.kind.value()
        return ConditionFilter(
            text=self.text.text().strip(),
            officer=self.officer.value() or "",
            province=self.province.value() or "",
            kinds=frozenset({kind}) if kind is not None else frozenset(),
        )

    def narrowed(self) -> bool:
        return self.wanted() != ConditionFilter()

    def reset(self) -> None:
        """Ask for everything again."""
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        for field in (self.kind, self.officer, self.province):
            field.set_value(None, afresh=True)
        self._keep()

    def show_choices(self, found: ConditionList) -> None:
        """What there is to choose from; what was chosen stays, also when nothing fits it now."""
        kinds = [kind for kind in ConditionKind if kind in found.kinds or kind is self.kind.value()]
        self._offer(self.kind, "kind", [(kind, condition_word(kind)) for kind in kinds])
        for key, field, names in (
            ("officer", self.officer, found.officers),
            ("province", self.province, found.provinces),
        ):
            chosen = [field.value()] if field.value() else []
            self._offer(field, key, [(name, name) for name in sorted({*names, *chosen})])

    def _offer(self, field: ChoiceField, key: str, choices: Sequence[tuple[Any, str]]) -> None:
        chosen = field.value()
        field.set_choices([self._all[key], *choices])
        field.set_value(chosen, afresh=True)

    def _typed(self) -> None:
        self.changed.emit()

    def _keep(self, _chosen: object = None) -> None:
        kind = self.kind.value()
        self._memory.keep_word("conditions/kind", kind.value if kind is not None else "")
        self._memory.keep_word("conditions/officer", self.officer.value() or "")
        self._memory.keep_word("conditions/province", self.province.value() or "")
        self.changed.emit()

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        large = theme().px(100) > 100 * LARGE
        self._line.setDirection(way.TopToBottom if large else way.LeftToRight)
