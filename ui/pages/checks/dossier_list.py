"""The list of dossiers in a check: its rows in groups by how they were chosen, and its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from controllers.wording import badge, word
from models.checks.rules.sample import BLIND
from models.checks.values import CheckFile, Chosen, DossierColumn
from models.kernel.text import _
from ui.kit.row_list import Group, Row, RowList
from ui.kit.text_field import TextField
from ui.kit.theme import theme
from ui.pages.checks.list_words import CHOSEN, ORDER, how_chosen
from ui.pages.checks.sight import Counts, how_far

NO_RANKS: Mapping[UUID, int] = {}
AIR = 2
"""Above and below the numbers, where a text field has twice as much."""
NEVER = 2_000_000_000
"""Milliseconds of silence after which numbers would add themselves: only a key does."""


class NumbersField(TextField):
    """Numbers to add: Enter adds them, Shift+Enter makes a new line."""

    given = Signal()

    def _wanted(self) -> int:
        """On one line as tall as the field beside it."""
        self.document().setDocumentMargin(AIR)
        alone = round(self.document().size().height()) <= 1
        return theme().control() if alone else super()._wanted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.given.emit()
        else:
            super().keyPressEvent(event)


class DossierList(RowList):
    """Delete takes the dossier out; R lets the next spare take its place."""

    removed = Signal(object)
    replaced = Signal()

    def set_rows(self, rows: Sequence[Row | Group]) -> None:
        """Where the dossier one stood on left, one stands on what came in its place."""
        at = self.currentIndex().row()
        super().set_rows(rows)
        if self.current is None and at >= 0:
            stands = [item for item in self.rows.items[: at + 1] if isinstance(item, Row)]
            if stands:
                self.choose(stands[-1].payload)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Delete and self.current is not None:
            self.removed.emit(self.current)
        elif event.key() == Qt.Key.Key_R and bare and self.current is not None:
            self.replaced.emit()
        else:
            super().keyPressEvent(event)


def rows(
    check: CheckFile, counts: Counts, ranks: Mapping[UUID, int] = NO_RANKS
) -> list[Row | Group]:
    """What was drawn in the order of the draw, then what was chosen otherwise, in groups.

    `counts` tell how far each dossier is; `ranks` are the places of the draw, as the protocol
    numbers them.
    """
    kinds = {each.chosen for each in check.dossiers}
    if kinds <= {Chosen.BY_HAND}:
        return [_row(each, counts) for each in check.dossiers]
    found: list[Row | Group] = []
    for kind in ORDER:
        same = [each for each in check.dossiers if _heading(each) is kind]
        if same:
            found.append(Group(_(CHOSEN[kind]), len(same)))
        found.extend(_row(each, counts, ranks.get(each.id, 0)) for each in same)
    return found


def first_of(check: CheckFile) -> UUID | None:
    """The dossier that stands first in the list."""
    if {each.chosen for each in check.dossiers} <= {Chosen.BY_HAND}:
        return next((each.id for each in check.dossiers), None)
    found = (each.id for kind in ORDER for each in check.dossiers if _heading(each) is kind)
    return next(found, None)


def _heading(dossier: DossierColumn) -> Chosen:
    return Chosen.RANDOM if dossier.chosen in BLIND else dossier.chosen


def _row(dossier: DossierColumn, counts: Counts, place: int = 0) -> Row:
    verdict = dossier.verdict
    mine = _("Judged by the officer: {reason}").format(reason=dossier.override_reason)
    why = mine if dossier.verdict_override else dossier.verdict_why
    if verdict is None:
        why = ""  # the badge and the count tell it already
    said = how_chosen(dossier)
    return Row(
        title=f"{place}. {dossier.number}" if place else dossier.number,
        sub=" · ".join(part for part in (said, why) if part),
        badge=(badge(verdict), word(verdict)) if verdict else ("draft", _("No verdict yet")),
        meta=how_far(counts[dossier.id]),
        payload=dossier.id,
    )
