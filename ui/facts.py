"""Values as plain facts for the console: dates as ISO text, enterprise numbers as ten digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

from controllers.bundle import Controllers
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.mandates.values import CentreFilter

Rows = list[dict[str, Any]]


class ListNotOnPaper(Refused):
    sentence = N_("There is no workbook of this list yet. Choose centres, checks or letters.")


def plain(value: object) -> Any:
    """A value as JSON says it."""
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case UUID():
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


def listed(controllers: Controllers, what: str, centre: UUID | None) -> Rows:
    """The rows of a list; of one centre when asked."""
    lists: dict[str, Callable[[Controllers, UUID | None], Rows]] = {
        "centres": _centres,
        "mandates": _mandates,
        "certificates": _certificates,
        "counsellors": _counsellors,
        "checks": _checks,
        "findings": _findings,
        "letters": _letters,
    }
    return lists[what](controllers, centre)


def workbook(controllers: Controllers, what: str, path: Path, _rows: Rows) -> None:
    """The same list as a workbook."""
    match what:
        case "centres":
            controllers.outgoing.centres(CentreFilter(), path)
        case "checks":
            controllers.outgoing.checks(path)
        case "letters":
            controllers.outgoing.letters(path)
        case _:
            raise ListNotOnPaper


def centre(controllers: Controllers, centre_id: UUID) -> dict[str, Any]:
    """One centre file, with how it stands today and why."""
    file = controllers.centres.file(centre_id)
    standing = controllers.mandates.standing(centre_id)
    checks = controllers.checks.rows(controllers.checks.ids(centre_id))
    return {
        **plain(file.identity),
        "mandate": plain(standing),
        "establishments": plain(file.establishments),
        "counsellors": plain(file.counsellors),
        "contacts": plain(file.contacts),
        "checks": plain(checks),
    }


def _centres(controllers: Controllers, only: UUID | None) -> Rows:
    ids = controllers.mandates.ids(CentreFilter()) if only is None else [only]
    by_id = {row.id: row for row in controllers.mandates.rows(ids)}
    return [plain(by_id[one]) for one in ids if one in by_id]


def _of_centres(controllers: Controllers, only: UUID | None) -> list[UUID]:
    return [only] if only else controllers.mandates.ids(CentreFilter())


def _mandates(controllers: Controllers, only: UUID | None) -> Rows:
    return [
        {"enterprise_number": number, **plain(mandate)}
        for one, number in _numbered(controllers, only)
        for mandate in controllers.mandates.standing(one).mandates
    ]


def _certificates(controllers: Controllers, only: UUID | None) -> Rows:
    return [
        {"enterprise_number": number, **plain(certificate)}
        for one, number in _numbered(controllers, only)
        for certificate in controllers.mandates.standing(one).certificates
    ]


def _counsellors(controllers: Controllers, only: UUID | None) -> Rows:
    return [
        {"enterprise_number": number, **plain(person)}
        for one, number in _numbered(controllers, only)
        for person in controllers.centres.file(one).counsellors
    ]


def _checks(controllers: Controllers, only: UUID | None) -> Rows:
    ids = controllers.checks.ids(only)
    by_id = {row.id: row for row in controllers.checks.rows(ids)}
    return [plain(by_id[one]) for one in ids if one in by_id]


def _findings(controllers: Controllers, only: UUID | None) -> Rows:
    return [
        {
            "check": check.reference,
            "enterprise_number": check.enterprise_number,
            "question": finding.question_key,
            "grade": plain(finding.grade),
            "statement": finding.text,
            "failed": list(finding.failed),
            "partial": list(finding.partial),
            "measure": finding.measure,
            "left_out": finding.left_out,
        }
        for one in controllers.checks.ids(only)
        for check in [controllers.checks.file(one)]
        for finding in (*check.findings, *check.strengths)
    ]


def _letters(controllers: Controllers, only: UUID | None) -> Rows:
    return [plain(row) for row in controllers.letters.rows(controllers.letters.ids(only))]


def _numbered(controllers: Controllers, only: UUID | None) -> list[tuple[UUID, str]]:
    rows = controllers.mandates.rows(_of_centres(controllers, only))
    return [(row.id, row.enterprise_number) for row in rows]
