"""The cards of this room: a new checklist, a new section, a theme, and the library to take from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.checklists import Checklists
from models.checklists.values import LibraryFile, Unit
from models.kernel.text import _
from ui.kit.act_card import ActCard, Values
from ui.kit.base import Text, row
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.fields import LineField
from ui.kit.row_list import Group, Row, RowList
from ui.pages.checklists import words
from ui.tasks import Tasks, Ticket

TALL, WIDTH = 320, 620


class NewChecklist(ActCard):
    """`made(UUID)` gives the new version."""

    def __init__(self, host: QWidget, checklists: Checklists, tasks: Tasks) -> None:
        super().__init__(host, _("New checklist"), _("Begin"))
        self._checklists, self._tasks = checklists, tasks
        self.title, self.unit = LineField(), ChoiceField(words.units())
        self.unit.set_value(Unit.CLIENT_DOSSIER, afresh=True)
        self.lay_out(
            [
                self.form.add("title", _("Title"), self.title),
                self.form.add("unit", _("Answered for each"), self.unit),
            ]
        )

    def start(self) -> None:
        self.begin(self.title, self._make)

    def _make(self, values: Values) -> Ticket[Any]:
        return self._tasks.do(self._checklists.new, str(values["title"]), values["unit"])


class OneLine(ActCard):
    """One line to fill in, such as the title of a section."""

    def __init__(self, host: QWidget, title: str, label: str, word: str, name: str) -> None:
        super().__init__(host, title, word)
        self.line, self._name = LineField(), name
        self.lay_out([self.form.add(name, label, self.line)])

    def start(self, keep: Callable[[str], Ticket[Any]]) -> None:
        """Open; `keep` hands in what was typed."""
        self._keep = keep
        self.begin(self.line, self._submit_line)

    def _submit_line(self, values: Values) -> Ticket[Any]:
        return self._keep(str(values[self._name]))


class LibraryCard(ActCard):
    """`made(UUID)` gives the question that was put in the section."""

    narrowed = Signal()
    removed = Signal()
    """A question was taken out of the library."""

    def __init__(
        self, host: QWidget, checklists: Checklists, tasks: Tasks, section: UUID, after: UUID | None
    ) -> None:
        super().__init__(host, _("Question from the library"), _("Put in"), width=WIDTH)
        self._checklists, self._tasks = checklists, tasks
        self._spot = section, after
        self._asked: Ticket[tuple[LibraryFile, ...]] | None = None
        self.search = LineField(_("Words of the question or its theme"))
        self.found = RowList()
        self.found.setFixedHeight(TALL)
        self.found.setAccessibleName(_("Questions in the library"))
        self.none = Text(
            _("No question of the library fits. K keeps the one you stand on."),
            "small",
            400,
            "quiet",
            wrap=True,
        )
        self.remove = Button(_("Take out of the library"), "link", "x")
        search = self.form.add("key", _("Search"), self.search)
        self.lay_out([search, self.found, self.none, row(self.remove, None)])
        self.search.textEdited.connect(self._look)
        self.remove.clicked.connect(self._remove)
        self.found.opened.connect(self.hand_in)

    def start(self) -> None:
        self.begin(self.search, self._take)
        self._look("")

    def _look(self, typed: str) -> None:
        ask = self._tasks.ask(self._checklists.library, typed).instead_of(self._asked)
        self._asked = ask.then(self._show)

    def _show(self, kept: Sequence[LibraryFile]) -> None:
        items: list[Group | Row] = []
        for theme in dict.fromkeys(one.theme for one in kept):
            those = [one for one in kept if one.theme == theme]
            items.append(Group(theme, len(those)))
            items += [
                Row(one.question.title, one.question.text, "icon:list-check", payload=one.id)
                for one in those
            ]
        self.found.set_rows(items)
        self.give.setEnabled(bool(kept))
        self.found.setVisible(bool(kept))
        self.remove.setVisible(bool(kept))
        self.none.setVisible(not kept)
        if kept and self.found.current is None:
            self.found.choose(kept[0].id)
        self.narrowed.emit()

    def _take(self, _values: Values) -> Ticket[Any]:
        section, after = self._spot
        take = self._checklists.take_from_library
        return self._tasks.do(take, section, self.found.current, after)

    def _remove(self) -> None:
        """What took it from the library keeps its own; undo brings it back."""
        if self.found.current is not None:
            gone = self._tasks.do(self._checklists.remove_from_library, self.found.current)
            gone.then(self._gone).otherwise(self.explain)

    def _gone(self, _done: None) -> None:
        self.removed.emit()
        self.search.setFocus()
        self._look(self.search.text())
