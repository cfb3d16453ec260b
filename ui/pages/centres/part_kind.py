"""What a kind of part of a centre file must say of itself: its columns, its fields, its verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.bundle import Controllers
from models.kernel.text import N_
from ui.kit.cell_table import CellColumn, CellValue
from ui.pages.centres.identity import Fields
from ui.tasks import Tasks

P = TypeVar("P")
NOTHING = N_("Nothing of this was known on that day.")


class PartKind(QObject, Generic[P]):
    """Establishments, counsellors, contacts, mandates or certificates. `added(UUID)`."""

    added = Signal(object)
    said = Signal(object)
    """A Message about something that could not be begun."""

    title: str = ""
    """Message id: how the list is called."""
    single: str = ""
    """Message id: how one is called, as the title of its fields."""
    add_word: str = ""
    removed: str = ""
    """Message id: the sentence after one was taken away."""
    empty: str = ""
    """Message id: why the list is empty and what to do."""
    next_word: str = ""
    """Message id of the second way to begin one, where there is one: see `go_on`."""
    retries: Mapping[str, Sequence[str]] = {}
    """Fields to hand in again, when refused, after this one was kept: a reason was given."""
    proof: str = ""
    """The table whose rows keep files as proof; empty for parts that need none."""
    first: str = ""
    """The field where somebody begins to fill in a new one."""

    def __init__(self, controllers: Controllers, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.controllers, self.tasks = controllers, tasks

    @property
    def nothing(self) -> str:
        """Message id: why the list is empty; of the past without a word of what to do."""
        return self.empty if self.controllers.known_on is None else NOTHING

    def columns(self) -> Sequence[CellColumn]:
        raise NotImplementedError

    def cells(self, part: P) -> Sequence[CellValue]:
        raise NotImplementedError

    def fields(self, fields: Fields) -> QVBoxLayout:
        """The rows of the form, laid out."""
        raise NotImplementedError

    def values(self, part: P) -> Mapping[str, Any]:
        raise NotImplementedError

    def key(self, part: P) -> UUID:
        """What is told by `added` and chosen again after news."""
        return part.id  # type: ignore[attr-defined,no-any-return]

    def of(self, part: P) -> object:
        """What `save` and `remove` get."""
        return self.key(part)

    def proof_row(self, part: P) -> UUID:
        """The row that files are proof of."""
        return self.key(part)

    def warning(self, part: P) -> str:
        """Something that is allowed but looks wrong, in one sentence; or nothing."""
        del part
        return ""

    def note(self, part: P) -> str:
        """What is good to know of this one, in one quiet sentence; or nothing."""
        del part
        return ""

    def dress(self, part: P) -> None:
        """Show the fields this one has, and hide the others."""

    def go_on(self, host: QWidget, centre_id: UUID) -> None:
        """Begin the one that follows; `added` tells its id."""
        raise NotImplementedError

    def add(self, host: QWidget, centre_id: UUID) -> None:
        """Begin a new one; `added` tells its id."""
        raise NotImplementedError

    def save(self, of: Any, field: str, value: Any) -> None:
        """On the writer's thread: keep one field."""
        raise NotImplementedError

    def remove(self, of: Any) -> None:
        """On the writer's thread: take it from the file."""
        raise NotImplementedError
