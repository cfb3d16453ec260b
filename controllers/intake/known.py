"""What the database knows of centres, found by the natural keys an import goes by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.centres.values import EngagementType, Qualification
from models.kernel.ids import natural_id
from models.kernel.words import fold
from models.mandates.values import CertificateKind

Value = str | date | bool | EngagementType | Qualification | CertificateKind | None
Key = tuple[str, ...]
_SPOT = ("street", "house_number", "box", "postal_code", "name")


class Kind(StrEnum):
    """A kind of thing an import writes; the value is the name of its table."""

    CENTRE = "centre"
    CONTACT = "contact"
    MANDATE = "mandate"
    CERTIFICATE = "certificate"
    ESTABLISHMENT = "establishment"
    COUNSELLOR = "counsellor"
    ENGAGEMENT = "engagement"


@dataclass(frozen=True)
class KnownRecord:
    """A record the database holds. `fields` by the name of the column.

    An engagement also has `email`, `first_name` and `last_name` of its counsellor in `fields`;
    a counsellor comes once for every centre.
    """

    kind: Kind
    id: UUID
    centre: str
    """Enterprise number of the centre it belongs to, ten digits."""
    fields: Mapping[str, Value]


class Known:
    """What the database already knows, found by natural keys."""

    def __init__(
        self, records: Iterable[KnownRecord] = (), merged: Mapping[str, str] | None = None
    ) -> None:
        self._merged = merged or {}
        self._by_key: dict[tuple[Kind, Key], KnownRecord] = {}
        self._ids: set[tuple[Kind, UUID]] = set()
        self._mandates: dict[str, list[KnownRecord]] = {}
        self._places: dict[str, list[KnownRecord]] = {}
        for record in records:
            self._ids.add((record.kind, record.id))
            for key in keys_of(record.kind, record.centre, record.fields):
                self._by_key.setdefault((record.kind, key), record)
            if record.kind is Kind.MANDATE:
                self._mandates.setdefault(record.centre, []).append(record)
            if record.kind is Kind.ESTABLISHMENT:
                number = str(record.fields.get("establishment_number") or "")
                self._places.setdefault(number, []).append(record)

    def find(self, kind: Kind, keys: Iterable[Key]) -> KnownRecord | None:
        """The record of the first key that is known.

        A certificate without a last day is the latest of its kind, and the other way round.
        """
        keys = tuple(keys)
        found = (self._by_key.get((kind, key)) for key in keys)
        if record := next((record for record in found if record), None):
            return record
        if kind is not Kind.CERTIFICATE:
            return None
        centre, what, until = keys[0]
        return self._by_key.get((kind, (centre, what, ""))) if until else self._latest(keys[0])

    def _latest(self, key: Key) -> KnownRecord | None:
        alike = [
            (known[2], record)
            for (kind, known), record in self._by_key.items()
            if kind is Kind.CERTIFICATE and known[:2] == key[:2]
        ]
        return max(alike, key=lambda pair: pair[0])[1] if alike else None

    def holds(self, kind: Kind, row: UUID) -> bool:
        """Whether a record has this id, whatever its keys are by now."""
        return (kind, row) in self._ids

    def has_centre(self, number: str) -> bool:
        return (Kind.CENTRE, (number,)) in self._by_key

    def went_up_in(self, number: str) -> str:
        """The name of the centre that one with this number was merged into; mostly nothing."""
        return "" if self.has_centre(number) else self._merged.get(number, "")

    def mandates_of(self, number: str) -> list[KnownRecord]:
        return self._mandates.get(number, [])

    def establishments(self, number: str) -> list[KnownRecord]:
        """The same establishment number at whatever centre."""
        return self._places.get(number, []) if number else []


def row_of(kind: Kind, key: Key) -> UUID:
    """The id that a natural key gives to a new record, the same on every laptop."""
    return natural_id(kind.value, *key)


def keys_of(kind: Kind, centre: str, fields: Mapping[str, Value]) -> tuple[Key, ...]:
    """The natural keys of a record or of a row, the surest one first; none when it has none."""
    match kind:
        case Kind.CENTRE:
            return ((centre,),)
        case Kind.CONTACT:
            return ((centre, _folded(fields, "first_name", "last_name")),)
        case Kind.MANDATE:
            return _filled(
                (centre, "number", _folded(fields, "number")),
                (centre, "start", _folded(fields, "start_date")),
            )
        case Kind.CERTIFICATE:
            other = fields.get("kind") in {None, "", CertificateKind.OTHER}
            what = _folded(fields, "label" if other else "kind")
            return ((centre, what, _folded(fields, "valid_until")),)
        case Kind.ESTABLISHMENT:
            return _filled(
                (centre, "number", _folded(fields, "establishment_number")),
                (centre, "address", _folded(fields, *_SPOT)),
            )
        case Kind.COUNSELLOR | Kind.ENGAGEMENT:
            lead = (centre,) if kind is Kind.ENGAGEMENT else ()
            return tuple((*lead, *key) for key in _person_keys(centre, fields))


def _person_keys(centre: str, fields: Mapping[str, Value]) -> tuple[Key, ...]:
    """The same address and one of both names, or the same name at the same centre.

    An address alone is not enough: a centre may give all its people one mailbox.
    """
    mail = _folded(fields, "email")
    return _filled(
        ("email", mail, _folded(fields, "last_name")),
        ("email", mail, _folded(fields, "first_name")),
        ("name", centre, _folded(fields, "first_name", "last_name")),
    )


def _folded(fields: Mapping[str, Value], *names: str) -> str:
    """These fields as one comparable text; empty when none is filled."""
    parts = [fold(str(plain(fields.get(name)) or "")) for name in names]
    return "|".join(parts) if any(parts) else ""


def _filled(*keys: Key) -> tuple[Key, ...]:
    """Only the keys of which every part is filled."""
    return tuple(key for key in keys if all(key))


def plain(value: Value) -> str | bool | None:
    """A value as JSON holds it: days as ISO text, choices by their value."""
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return value
