"""Every version of every checklist: its state, how many questions, in how many checks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.check_field_words import CHOICES
from controllers.checklists import Checklists
from controllers.wording import badge, word
from models.checklists.values import ChecklistRow, Unit, VersionFile
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date
from ui.kit.base import column, row
from ui.kit.button import Button
from ui.kit.header import Header
from ui.kit.row_list import Group, Row, RowList
from ui.tasks import Tasks, Ticket

Name = tuple[str, int]
"""Key and number of a version."""


class VersionList(QWidget):
    """`opened((key, version))` gives the version to open; `new_wanted` asks for the card."""

    opened = Signal(object)
    new_wanted = Signal()
    import_wanted = Signal()
    shown = Signal()

    def __init__(self, checklists: Checklists, tasks: Tasks) -> None:
        super().__init__()
        self._checklists, self._tasks = checklists, tasks
        self._asked: Ticket[list[ChecklistRow]] | None = None
        self._wanted: Name | None = None
        self.list = RowList()
        self.list.setAccessibleName(_("Checklists"))
        self.new = Button(_("New checklist"), "primary", "plus")
        self.take = Button(_("From Excel"), "secondary", "arrow-down-left")
        self.header = Header(_("Checklists"), actions=(self.take, self.new))
        whole = column(self.header, gap=0)
        whole.addLayout(row(self.list, gap=0, margins=(16, 0, 12, 0)), 1)
        self.setLayout(whole)
        self.list.opened.connect(self.opened)
        self.new.clicked.connect(self.new_wanted)
        self.take.clicked.connect(self.import_wanted)

    def reload(self) -> None:
        ask = self._tasks.ask(self._checklists.rows).instead_of(self._asked)
        self._asked = ask.then(self._show)

    def stand_on(self, name: Name) -> None:
        """Where the list stands when it is looked at again; on another version when it is gone."""
        self._wanted = name

    def keys(self) -> str:
        """The keys that matter here, for the status bar."""
        return _("↑ ↓ choose · Enter open")

    def _show(self, rows: Sequence[ChecklistRow]) -> None:
        items: list[Group | Row] = []
        for _key, found in groupby(rows, lambda one: one.version.key):
            versions = list(found)
            items.append(Group(versions[0].version.title, len(versions)))
            items += [_row(one) for one in versions]
        self.list.set_rows(items)
        lists = len({one.version.key for one in rows})
        said = ngettext("{count} checklist", "{count} checklists", lists)
        self.header.set_sub(said.format(count=lists))
        self._stand([(one.version.key, one.version.version) for one in rows])
        self.shown.emit()

    def _stand(self, names: Sequence[Name]) -> None:
        if self._wanted is not None:
            same = [name for name in names if name[0] == self._wanted[0]]
            near = self._wanted if self._wanted in same else next(iter(same), None)
            self._wanted = None
            if near is not None:
                self.list.choose(near)
        if self.list.current is None and names:
            self.list.choose(names[0])


def _row(one: ChecklistRow) -> Row:
    version = one.version
    questions = ngettext("{count} question", "{count} questions", version.questions)
    if version.unit is Unit.MANDATE_APPLICATION:
        used = ngettext("in {count} application", "in {count} applications", one.used_in)
    else:
        used = ngettext("in {count} check", "in {count} checks", one.used_in)
    parts = (_(CHOICES[version.unit]), questions.format(count=version.questions), _since(version))
    return Row(
        title=_("Version {number}").format(number=version.version),
        sub=" · ".join(part for part in parts if part),
        lead="icon:lock" if version.built_in else "icon:pencil",
        badge=(badge(version.state), word(version.state)),
        meta=used.format(count=one.used_in) if one.used_in else "",
        payload=(version.key, version.version),
    )


def _since(version: VersionFile) -> str:
    if version.built_in:
        return _("comes with the program")
    at = version.retired_at or version.published_at or version.tested_at
    day = short_date(at.astimezone().date()) if at else ""
    by = version.published_by if at is version.published_at and at else ""
    return " ".join(part for part in (day, by) if part)
