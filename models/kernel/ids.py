"""Numbers for rows: UUIDv7 stamped by a hybrid logical clock, UUIDv5 for rows with a natural key.

UUIDv7 is RFC 9562, section 5.7: 48 bits of milliseconds, 12 bits of counter, 62 random bits.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from threading import Lock
from typing import overload
from uuid import NAMESPACE_URL, UUID, uuid5

WIDTH = 16
"""Bytes of an id."""
NAMESPACE = uuid5(NAMESPACE_URL, "https://waarmerk.example/rows")


def natural_id(table: str, *key: object) -> UUID:
    """The same key gives the same row on every laptop."""
    parts = (str(part).replace("\\", "\\\\").replace("|", "\\|") for part in key)
    return uuid5(NAMESPACE, "|".join([table, *parts]))


class PackedIds(Sequence[UUID]):
    """Ids as sixteen bytes each: a hundred thousand in 1.6 MB, each a UUID only when looked at."""

    def __init__(self, packed: bytes = b"") -> None:
        self.packed = packed

    @overload
    def __getitem__(self, place: int) -> UUID: ...

    @overload
    def __getitem__(self, place: slice) -> list[UUID]: ...

    def __getitem__(self, place: int | slice) -> UUID | list[UUID]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        at = range(len(self))[place] * WIDTH
        return UUID(bytes=self.packed[at : at + WIDTH])

    def __len__(self) -> int:
        return len(self.packed) // WIDTH

    def __iter__(self) -> Iterator[UUID]:
        return (
            UUID(bytes=self.packed[at : at + WIDTH]) for at in range(0, len(self.packed), WIDTH)
        )

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PackedIds):
            return self.packed == other.packed
        return isinstance(other, Sequence) and [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"PackedIds({len(self)})"


def stamped(identity: UUID) -> datetime:
    """When an id of an IdClock was made, in UTC."""
    return datetime.fromtimestamp((identity.int >> 80) / 1000, UTC)


class IdClock:
    """What was written with knowledge of X sorts after X, however wrong this laptop's clock is."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = 0
        self._lock = Lock()

    def tick(self) -> UUID:
        with self._lock:
            wall = int(self._now().timestamp() * 1000) << 12
            self._last = max(wall, self._last + 1)
            last = self._last
        noise = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
        return UUID(int=(last >> 12) << 80 | 7 << 76 | (last & 0xFFF) << 64 | 2 << 62 | noise)

    def saw(self, identity: UUID) -> None:
        """Never go back behind something already read."""
        seen = (identity.int >> 80) << 12 | (identity.int >> 64) & 0xFFF
        with self._lock:
            self._last = max(self._last, seen)
