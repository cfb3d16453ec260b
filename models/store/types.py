"""Column types that SQLite and PostgreSQL keep alike: identities, instants, choices."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Dialect, String
from sqlalchemy.types import CHAR, LargeBinary, TypeDecorator

E = TypeVar("E", bound=StrEnum)


class Uid(TypeDecorator[UUID]):
    """A UUID in sixteen bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:  # noqa: ARG002
        return None if value is None else UUID(bytes=bytes(value))

    @property
    def python_type(self) -> type[UUID]:
        return UUID


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO text to the millisecond, so that text order is time order."""

    impl = CHAR(24)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)

    @property
    def python_type(self) -> type[datetime]:
        return datetime


class ContentMark(TypeDecorator[str]):
    """The SHA-256 of a content beside the database; the proof looks whether it is there."""

    impl = String(64)
    cache_ok = True

    def __init__(self) -> None:
        super().__init__(64)

    @property
    def python_type(self) -> type[str]:
        return str


class Choice(TypeDecorator[Any], Generic[E]):
    """One of the values of an enum, kept as its text."""

    impl = String(40)
    cache_ok = True

    def __init__(self, choices: type[E]) -> None:
        super().__init__(40)
        self.choices = choices
        self.longest = 40

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002
        return None if value is None else self.choices(value)

    @property
    def python_type(self) -> type[str]:
        return str


def instant_text(moment: datetime) -> str:
    """2026-03-19T13:02:31.250Z."""
    utc = moment.astimezone(UTC)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
