"""Which things a row of a list of centres speaks of: one row can hold four."""

from collections.abc import Iterable, Iterator, Mapping

from controllers.intake.centre_facts import (
    CentreFacts,
    CounsellorFacts,
    EstablishmentFacts,
    Facts,
)
from controllers.intake.known import Kind, Value, keys_of
from controllers.intake.plan_values import Thing
from models.centres.values import Address, Qualification

Room = Mapping[tuple[Kind, str], int]
"""How many characters a field takes, by kind of thing and field."""
_COLUMNS: Mapping[tuple[Kind, str], str] = {
    (Kind.CONTACT, "first_name"): "contact",
    (Kind.CONTACT, "last_name"): "contact",
    (Kind.MANDATE, "number"): "mandate_number",
    (Kind.CERTIFICATE, "label"): "certificate",
}
"""Columns of the list that are called otherwise than the field."""


def holding(facts: Facts) -> Iterator[Thing]:
    """The things of a row, in the order to write them, with only what the row says."""
    match facts:
        case CentreFacts():
            yield from _of_centre(facts)
        case EstablishmentFacts():
            yield _thing(
                Kind.ESTABLISHMENT,
                facts.enterprise_number,
                {
                    "establishment_number": facts.establishment_number,
                    "name": facts.name,
                    **_address(facts.address),
                    "phone": facts.phone,
                    "email": facts.email,
                    "active": facts.active,
                    "since": facts.since,
                    "until": facts.until,
                    "remark": facts.remark,
                },
            )
        case CounsellorFacts():
            yield from _of_counsellor(facts)


def without_room(things: Iterable[Thing], room: Room) -> Iterator[tuple[str, str, int]]:
    """Texts that are longer than their column takes: the column of the list, text, room."""
    for thing in things:
        for field, value in thing.values.items():
            most = room.get((thing.kind, field))
            if most is not None and isinstance(value, str) and len(value) > most:
                yield _COLUMNS.get((thing.kind, field), field), value, most


def title_of(facts: Facts) -> str:
    """What a person calls the row."""
    match facts:
        case CentreFacts():
            return facts.trade_name or facts.legal_name
        case EstablishmentFacts():
            return facts.name or facts.centre_name
        case CounsellorFacts():
            return f"{facts.first_name} {facts.last_name}".strip()


def _of_centre(facts: CentreFacts) -> Iterator[Thing]:
    number = facts.enterprise_number
    yield _thing(
        Kind.CENTRE,
        number,
        {
            "enterprise_number": number,
            "legal_name": facts.legal_name,
            "trade_name": facts.trade_name,
            "legal_form": facts.legal_form,
            **_address(facts.address),
            "phone": facts.phone,
            "email": facts.email,
            "website": facts.website,
            "officer": facts.officer,
            "remark": facts.remark,
        },
    )
    if facts.contact:
        first, _blank, last = facts.contact.partition(" ")
        yield _thing(
            Kind.CONTACT,
            number,
            {"first_name": first if last else "", "last_name": last or first},
        )
    if facts.mandate_start and facts.mandate_end:
        yield _thing(
            Kind.MANDATE,
            number,
            {
                "number": facts.mandate_number,
                "start_date": facts.mandate_start,
                "end_date": facts.mandate_end,
            },
        )
    if facts.certificate_label:
        yield _thing(
            Kind.CERTIFICATE,
            number,
            {
                "kind": facts.certificate,
                "label": facts.certificate_label,
                "valid_until": facts.certificate_end,
            },
        )


def _of_counsellor(facts: CounsellorFacts) -> Iterator[Thing]:
    number = facts.enterprise_number
    person: dict[str, Value] = {
        "first_name": facts.first_name,
        "last_name": facts.last_name,
        "email": facts.email,
    }
    unsaid = facts.qualification is Qualification.UNKNOWN
    yield _thing(
        Kind.COUNSELLOR,
        number,
        {
            **person,
            "phone": facts.phone,
            "languages": facts.languages,
            "qualification": None if unsaid else facts.qualification,
            "qualification_date": facts.qualification_date,
        },
    )
    yield _thing(
        Kind.ENGAGEMENT,
        number,
        {
            "engagement_type": facts.engagement_type,
            "since": facts.since,
            "until": facts.until,
            "remark": facts.remark,
        },
        identity=person,
    )


def _address(address: Address) -> dict[str, Value]:
    return {
        "street": address.street,
        "house_number": address.house_number,
        "box": address.box,
        "postal_code": address.postal_code,
        "locality": address.locality,
    }


def _thing(
    kind: Kind,
    centre: str,
    fields: Mapping[str, Value],
    identity: Mapping[str, Value] | None = None,
) -> Thing:
    """A thing with only what the row says: an empty cell says nothing."""
    said = {name: value for name, value in fields.items() if value is not None and value != ""}
    keys = keys_of(kind, centre, identity or fields)
    return Thing(kind, centre, keys, said, frozenset(fields) - frozenset(said))
