"""The lists of the console: which rows each holds, and the columns of its workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import partial
from typing import Any
from uuid import UUID

from controllers import (
    actions,
    applications,
    attachments,
    checks,
    complaints,
    conditions,
    coverage,
    letters,
    mandates,
)
from controllers.bundle import Controllers
from controllers.columns import Cell, Column
from controllers.register_columns import REGISTERS
from controllers.wording import State, word
from models.coverage.values import CoverageFilter
from models.kernel.text import N_, _
from models.mandates.values import CentreFilter

Row = Any
"""A value of a controller, or a mapping of facts."""
Rows = Callable[[Controllers, UUID | None], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its title, its rows (of one centre when asked) and its columns."""

    title: str
    rows: Rows
    columns: Sequence[Column[Any]]


def _centres(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    ids = controllers.mandates.ids(CentreFilter()) if only is None else [only]
    return _in_order(ids, controllers.mandates.rows(ids))


def _checks(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    ids = controllers.checks.ids(only)
    return _in_order(ids, controllers.checks.rows(ids))


def _letters(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    ids = controllers.letters.ids(only)
    return _in_order(ids, controllers.letters.rows(ids))


def _actions(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    ids = controllers.actions.ids(only)
    return _in_order(ids, controllers.actions.rows(ids))


def _applications(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    ids = controllers.applications.ids(only)
    return _in_order(ids, controllers.applications.rows(ids))


def _complaints(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    """The most pressing first, as the window shows them."""
    ids = controllers.complaints.ids(only)
    return _in_order(ids, controllers.complaints.rows(ids))


def _coverage(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    """The longest silence first, as the window shows it."""
    rows = controllers.coverage.listing(CoverageFilter()).rows
    return rows if only is None else [row for row in rows if row.id == only]


def _decisions(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    ids = controllers.applications.decision_ids(only)
    return _in_order(ids, controllers.applications.decision_rows(ids))


def _attachments(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    ids = controllers.attachments.ids(only)
    return _in_order(ids, controllers.attachments.rows(ids))


def _register(key: str) -> Listing:
    """A register as the window shows it: the same rows in the same columns."""
    register = REGISTERS[key]
    return Listing(register.title, partial(_registered, key), register.columns)


def _registered(key: str, controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    return controllers.registers.every(key, only)


def _conditions(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    found = controllers.conditions
    return found.every() if only is None else found.of_centre(only)


def _findings(controllers: Controllers, only: UUID | None) -> Sequence[Row]:
    return list(_each_finding(controllers, only))


def _each_finding(controllers: Controllers, only: UUID | None) -> Iterator[Row]:
    for one in controllers.checks.ids(only):
        check = controllers.checks.file(one)
        for finding in (*check.findings, *check.strengths):
            yield {
                "check": check.reference,
                "enterprise_number": check.enterprise_number,
                "centre": check.centre_name,
                "question": finding.question_key,
                "grade": finding.grade,
                "statement": finding.text,
                "failed": finding.failed,
                "partial": finding.partial,
                "measure": finding.measure,
                "measure_due": finding.measure_due,
                "left_out": finding.left_out,
                "left_out_reason": finding.left_out_reason,
                "criterion": finding.criterion,
                "evidence": finding.seen,
                "owner": finding.measure_owner,
                "by_hand": finding.by_hand,
            }


def _of(centre: Row) -> dict[str, object]:
    return {"enterprise_number": centre.enterprise_number, "centre": centre.name}


def _facts(value: Any) -> dict[str, object]:
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _in_order(ids: Sequence[UUID], rows: Sequence[Row]) -> list[Row]:
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]


def _columns(**labels: str) -> Sequence[Column[Any]]:
    return [Column(key, label, partial(_cell, key)) for key, label in labels.items()]


def _cell(key: str, row: dict[str, object]) -> Cell:
    value = row[key]
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case Enum():
            return word(value) if isinstance(value, State) else str(value.value)
        case tuple():
            return ", ".join(map(str, value))
        case str() | int() | float() | date() | None:
            return value
        case _:
            return str(value)


_CENTRE = {"enterprise_number": N_("Enterprise number"), "centre": N_("Centre")}

LISTS: dict[str, Listing] = {
    "centres": Listing(N_("Centres"), _centres, mandates.COLUMNS),
    "mandates": _register("mandates"),
    "certificates": _register("certificates"),
    "counsellors": _register("counsellors"),
    "conditions": Listing(N_("Follow-up"), _conditions, conditions.COLUMNS),
    "coverage": Listing(N_("Coverage"), _coverage, coverage.LIST_COLUMNS),
    "checks": Listing(N_("Checks"), _checks, checks.COLUMNS),
    "findings": Listing(
        N_("Findings"),
        _findings,
        _columns(
            check=N_("Dossier check"),
            **_CENTRE,
            question=N_("Question"),
            grade=N_("Weight"),
            statement=N_("Finding"),
            failed=N_("Dossiers not in order"),
            partial=N_("Dossiers partly in order"),
            measure=N_("Measure"),
            measure_due=N_("Carried out by"),
            left_out=N_("Kept out of the letter"),
            left_out_reason=N_("Reason"),
            criterion=N_("Criterion"),
            evidence=N_("Evidence"),
            owner=N_("Carried out by whom"),
            by_hand=N_("Written by hand"),
        ),
    ),
    "measures": _register("measures"),
    "patterns": _register("patterns"),
    "letters": Listing(N_("Letters"), _letters, letters.COLUMNS),
    "actions": Listing(N_("Log of contacts"), _actions, actions.COLUMNS),
    "applications": Listing(N_("Applications"), _applications, applications.COLUMNS),
    "complaints": Listing(N_("Complaints"), _complaints, complaints.COLUMNS),
    "decisions": Listing(N_("Decisions"), _decisions, applications.DECISION_COLUMNS),
    "attachments": Listing(N_("Attachments"), _attachments, attachments.COLUMNS),
}
