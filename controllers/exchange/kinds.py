"""What a workbook can be of, as its coming and going must know it; each subject names its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from controllers.intake.checklist_back import ChecklistBack
from models.kernel.errors import Refused
from models.store.session import LookSession


class Thing(Protocol):
    """The row a workbook is of."""

    @property
    def id(self) -> UUID: ...
    @property
    def centre_id(self) -> UUID: ...
    @property
    def reference(self) -> str: ...
    @property
    def template_key(self) -> str: ...
    @property
    def template_version(self) -> int: ...


class Export(Protocol):
    """The row that keeps what a workbook held when it left."""

    @property
    def exported_at(self) -> datetime: ...
    @property
    def content(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def taken_back_at(self) -> datetime | None: ...


T = TypeVar("T", bound=Thing)
E = TypeVar("E", bound=Export)


@dataclass(frozen=True)
class Refusals:
    """Which sentence says that a workbook is not the one that was asked for."""

    kind: type[Refused]
    """Of a check where an application is looked at, or the other way round."""
    centre: type[Refused]
    one: type[Refused]
    """Of another check or application."""
    version: type[Refused]
    export: type[Refused]
    """Not exported from this file."""


@dataclass(frozen=True)
class Kind(Generic[T, E]):
    """The rows a kind of workbook stands in, and what is said of it."""

    thing: type[T]
    export: type[E]
    about: str
    """The column of an export that says of which thing it is."""
    export_id: Callable[[UUID, str, datetime], UUID]
    later_exports: Callable[[LookSession, UUID, datetime], Sequence[datetime]]
    foreign: Callable[[ChecklistBack], bool]
    """Whether a workbook says that it is of the other kind."""
    refusals: Refusals
    exported_again: str
    """A message id: that the same left again since, on a `day`."""

    def thing_of(self, export: E) -> UUID:
        """The check or the application this export is of."""
        found: UUID = getattr(export, self.about)
        return found
