"""Values as plain facts for the console: dates as ISO text, enterprise numbers as ten digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

from controllers.bundle import Controllers
from models.checks.values import Agreed
from models.kernel.text import _
from models.surveys.values import Satisfaction
from models.terms import rules as terms
from models.terms.values import Changed
from ui.lists import LISTS


def plain(value: object) -> Any:
    """A value as JSON says it."""
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case UUID() | Path():
            return str(value)
        case _:
            return _parts(value)


def _parts(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | frozenset | set):
        return [plain(part) for part in value]
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    return value


def listed(
    controllers: Controllers,
    what: str,
    centre_id: UUID | None,
    workbook: tuple[Path, datetime] | None = None,
) -> dict[str, Any]:
    """The rows of a list, of one centre when asked; also as a workbook at a path."""
    listing = LISTS[what]
    rows = listing.rows(controllers, centre_id)
    answer: dict[str, Any] = {"rows": [plain(row) for row in rows]}
    if workbook is not None:
        from controllers.export.workbook import write_rows

        path, made_at = workbook
        made = write_rows(listing.columns, rows, path, title=_(listing.title), made_at=made_at)
        answer.update(path=str(made.path), sha256=made.sha256)
    return answer


def centre(controllers: Controllers, centre_id: UUID) -> dict[str, Any]:
    """One centre file with everything the cockpit shows: how it stands today, and why."""
    seen = controllers.cockpit.of(centre_id)
    file = seen.file
    return {
        **plain(file.identity),
        "mandate": plain(seen.standing),
        "today": plain(seen.today),
        "mandate_year": plain(seen.year),
        "certificate_gap_today": plain(seen.gap_today),
        "certificate_gap_next_mandate": plain(seen.gap_then),
        "next_visit": plain(seen.next_check),
        "last_visit": plain(seen.last_check),
        "measures": [_measure(one) for one in seen.agreed],
        "satisfaction": _satisfaction(seen.satisfaction),
        "log": plain(seen.log),
        "attachments": seen.attachment_count,
        "attention": plain(seen.attention),
        "former_names": plain(file.former_names),
        "establishments": plain(file.establishments),
        "counsellors": plain(file.counsellors),
        "contacts": plain(file.contacts),
        "checks": listed(controllers, "checks", centre_id)["rows"],
        "findings": listed(controllers, "findings", centre_id)["rows"],
        "letters": listed(controllers, "letters", centre_id)["rows"],
        "complaints": listed(controllers, "complaints", centre_id)["rows"],
    }


def _measure(one: Agreed) -> dict[str, Any]:
    return {
        "check": one.reference,
        "question": one.question_key,
        "grade": one.grade.value,
        "measure": one.measure,
        "due": plain(one.due),
        "days_late": one.days_late,
        "why": one.why,
        "carried_out_on": plain(one.met_on),
    }


def _satisfaction(said: Satisfaction) -> dict[str, Any]:
    """The share only with its interval and its n; without them the reason in words."""
    return {
        "text": said.text,
        "sentence": said.sentence,
        "norm": said.norm,
        "least_answers": said.least,
        "measurements": plain(said.measurements),
    }


def term(key: str, start: date, regime: str | None, changed: Changed | None) -> dict[str, Any]:
    """One computed day with everything that led to it."""
    found = terms.term(key, start, regime=regime, changed=changed)
    rule = found.rule
    return {
        "kind": found.kind,
        "start": plain(found.start),
        "due": plain(found.due),
        "internal": plain(found.internal),
        "shifted": found.shifted,
        "rule": {
            "key": rule.key,
            "title": rule.title,
            "value": plain(rule.value),
            "unit": rule.unit.value,
            "day_kind": rule.day_kind.value,
            "reference": rule.reference,
            "certainty": rule.certainty,
            "valid_from": plain(rule.valid_from),
            "valid_until": plain(rule.valid_until),
        },
        "steps": list(found.steps),
        "holidays": [{"date": plain(one.day), "name": one.name} for one in found.holidays],
        "regime": plain(found.regime),
        "counted_from": plain(found.event),
        "sentence": found.sentence,
        "alternatives": [
            {"reading": other.label, "due": plain(other.due)} for other in terms.alternatives(found)
        ],
    }
