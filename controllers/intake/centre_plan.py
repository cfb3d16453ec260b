"""What an import of a list of centres would do, against what is known: a pure comparison."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from controllers.intake.centre_facts import CentreFacts, EstablishmentFacts, Facts
from controllers.intake.centre_reading import CentreListReading, SheetReading
from controllers.intake.centre_things import Room, holding, title_of, without_room
from controllers.intake.known import Key, Kind, Known, KnownRecord, Value, row_of
from controllers.intake.plan_values import (
    WAITING_CODE,
    CentreListPlan,
    Choice,
    FieldChange,
    Outcome,
    RowPlan,
    SheetPlan,
    Thing,
    Write,
)
from controllers.intake.report import Action, Issue
from models.kernel.period import Period

_ROLES = ("centres", "establishments", "counsellors")
"""In the order of writing: what others belong to comes first."""
_SKIPPED_BY = frozenset(
    {
        *("duplicate_centre", "duplicate_row", "centre_unknown"),
        *("establishment_at_two_centres", "establishment_known_elsewhere"),
    }
)
"""Questions that keep the whole row out until a person takes it."""
_LEFT_OUT: Mapping[str, tuple[tuple[Kind, str], ...]] = {
    "postcode_municipality": ((Kind.CENTRE, "postal_code"), (Kind.ESTABLISHMENT, "postal_code")),
    "mandate_term": ((Kind.MANDATE, ""),),
    "end_before_start": (
        (Kind.MANDATE, ""),
        (Kind.ESTABLISHMENT, "until"),
        (Kind.ENGAGEMENT, "until"),
    ),
    "email_shared": ((Kind.COUNSELLOR, "email"),),
}
"""Questions about one value: it stays out (an empty field: the whole thing) until it is taken.

Values that cannot be read (an e-mail address, a date) are not among the facts to begin with.
"""

_ELSEWHERE_SAID = {"establishment_moved", "establishment_at_two_centres"}

Decisions = Mapping[tuple[str, int], Choice]
"""What a person chose in the dry run: (sheet, row) -> choice."""


def plan(
    reading: CentreListReading,
    known: Known,
    decisions: Decisions | None = None,
    room: Room | None = None,
) -> CentreListPlan:
    """Say per row what is new, changed, the same, in question or refused, and what to write.

    An empty cell never erases what is known. A text without `room` refuses its row. Of two
    rows about one thing the first counts; the second only fills what the first left empty.
    """
    planner = _Planner(known, decisions or {}, room or {})
    order = sorted(
        reading.sheets, key=lambda s: _ROLES.index(s.role) if s.role in _ROLES else len(_ROLES)
    )
    planned = {sheet.name: planner.sheet(sheet) for sheet in order}
    return CentreListPlan(
        sheets=tuple(planned[sheet.name] for sheet in reading.sheets),
        writes=tuple(write for write in planner.writes if write.values or not write.id),
    )


class _Planner:
    """Goes through the rows once and remembers what it would write."""

    def __init__(self, known: Known, decisions: Decisions, room: Room) -> None:
        self.writes: list[Write] = []
        self._known = known
        self._decisions = decisions
        self._room = room
        self._planned: dict[tuple[Kind, Key], Write] = {}
        self._centres: set[str] = set()
        self._terms: dict[str, list[tuple[Key, Period]]] = {}

    def sheet(self, sheet: SheetReading) -> SheetPlan:
        issues: dict[int, list[Issue]] = {}
        for issue in sheet.issues:
            issues.setdefault(issue.row, []).append(issue)
        rows = tuple(self._row(sheet, facts, issues.get(facts.row, [])) for facts in sheet.facts)
        return SheetPlan(sheet.name, sheet.role, sheet.header_row, rows, sheet.questions)

    def _row(self, sheet: SheetReading, facts: Facts, issues: list[Issue]) -> RowPlan:
        issues = [*self._judged(sheet, facts, issues)]
        row = RowPlan(sheet.name, facts.row, title_of(facts), Outcome.REFUSED, issues=tuple(issues))
        if any(issue.action is Action.REFUSE_ROW for issue in issues):
            return row
        if not self._has_home(facts):
            waits = facts.row in sheet.waiting
            outcome = Outcome.WAITING if waits else Outcome.SKIPPED
            return replace(row, outcome=outcome, choice=Choice.SKIP)
        choices = self._choices(issues)
        skipped = any(issue.code in _SKIPPED_BY for issue in issues)
        default = Choice.SKIP if skipped else None
        chosen = self._decisions.get((sheet.name, facts.row)) if choices else None
        row = replace(row, choices=choices, choice=chosen or default)
        if row.choice is Choice.SKIP:
            return replace(row, outcome=Outcome.SKIPPED)
        return self._taken(sheet, row, facts, taken=chosen is Choice.TAKE)

    def _judged(self, sheet: SheetReading, facts: Facts, issues: list[Issue]) -> Iterator[Issue]:
        """The issues of the reading, with what only the database can tell."""
        number = facts.enterprise_number
        home = self._has_home(facts)
        codes = {issue.code for issue in issues}
        heir = self._known.went_up_in(number)
        home_known = home or bool(heir)
        yield from (issue for issue in issues if issue.code != "centre_unknown" or not home_known)
        if heir:
            yield _issue(sheet, facts, "enterprise_number", "centre_merged", name=heir)
        elif number and not home and "centre_unknown" not in codes:
            other = sheet.waiting.get(facts.row)
            code = WAITING_CODE if other else "centre_unknown"
            yield _issue(sheet, facts, "enterprise_number", code, other)
        elif home and not codes & _ELSEWHERE_SAID and self._elsewhere(facts):
            yield _issue(sheet, facts, "establishment_number", "establishment_known_elsewhere")

    def _has_home(self, facts: Facts) -> bool:
        number = facts.enterprise_number
        if isinstance(facts, CentreFacts):
            return True
        return number in self._centres or self._known.has_centre(number)

    def _elsewhere(self, facts: Facts) -> bool:
        """Whether an establishment is open at another centre in the database."""
        if not isinstance(facts, EstablishmentFacts):
            return False
        if self._known.find(Kind.ESTABLISHMENT, next(holding(facts)).keys):
            return False
        return any(
            record.centre != facts.enterprise_number
            and record.fields.get("until") is None
            and record.fields.get("active") is not False
            for record in self._known.establishments(facts.establishment_number)
        )

    @staticmethod
    def _choices(issues: list[Issue]) -> tuple[Choice, ...]:
        questioned = any(issue.action is Action.QUESTION for issue in issues)
        return (Choice.SKIP, Choice.TAKE) if questioned else ()

    def _taken(self, sheet: SheetReading, row: RowPlan, facts: Facts, *, taken: bool) -> RowPlan:
        out = {
            place for issue in row.issues if not taken for place in _LEFT_OUT.get(issue.code, ())
        }
        things = [*_without(holding(facts), out)]
        if long := [*_too_long(sheet, facts.row, things, self._room)]:
            return replace(row, issues=(*row.issues, *long), choices=(), choice=None)
        changes: list[FieldChange] = []
        kept_empty = 0
        new = False
        extra: list[Issue] = []
        for thing in things:
            if clash := self._clash(thing, facts.row):
                extra.extend([clash] if "mandate_overlap" not in _codes(row) else [])
                continue
            write, before = self._written(thing, row)
            found = _differences(thing.kind, thing.values, before)
            write.values.update({change.field: change.new for change in found})
            changes.extend(found)
            new = new or before is None
            kept_empty += _kept(thing, before)
        if isinstance(facts, CentreFacts):
            self._centres.add(facts.enterprise_number)
        return replace(
            row,
            outcome=Outcome.NEW if new else Outcome.CHANGED if changes else Outcome.SAME,
            changes=tuple(changes),
            issues=(*row.issues, *extra),
            kept_empty=kept_empty,
            held_back=bool(out),
        )

    def _written(self, thing: Thing, row: RowPlan) -> tuple[Write, Mapping[str, Value] | None]:
        """The write for this thing, and what is there before this row; None when it is new."""
        planned = next(
            (
                self._planned[thing.kind, key]
                for key in thing.keys
                if (thing.kind, key) in self._planned
            ),
            None,
        )
        record = self._known.find(thing.kind, thing.keys)
        if planned:
            return planned, _first_counts(record, planned, thing)
        write = Write(
            kind=thing.kind,
            key=thing.keys[0],
            centre=thing.centre,
            id=record.id if record else None,
            values={},
            sheet=row.sheet,
            row=row.row,
            taken=record is None
            and self._known.holds(thing.kind, row_of(thing.kind, thing.keys[0])),
        )
        self._link(write, thing)
        self.writes.append(write)
        for key in thing.keys:
            self._planned.setdefault((thing.kind, key), write)
        return write, record.fields if record else None

    def _link(self, write: Write, thing: Thing) -> None:
        if thing.kind is not Kind.ENGAGEMENT:
            return
        for key in thing.keys:
            person = self._planned.get((Kind.COUNSELLOR, key[1:]))
            if person:
                write.counsellor, write.counsellor_id = person.key, person.id
                return

    def _clash(self, thing: Thing, row: int) -> Issue | None:
        """A mandate that overlaps another of its centre, known or planned, stays out."""
        start, end = thing.values.get("start_date"), thing.values.get("end_date")
        if (
            thing.kind is not Kind.MANDATE
            or not isinstance(start, date)
            or not isinstance(end, date)
        ):
            return None
        term = Period(start, end)
        record = self._known.find(Kind.MANDATE, thing.keys)
        others = [
            Period(first, last)
            for other in self._known.mandates_of(thing.centre)
            if other is not record
            and isinstance(first := other.fields.get("start_date"), date)
            and isinstance(
                last := other.fields.get("ended_on") or other.fields.get("end_date"), date
            )
            and first <= last
        ]
        terms = self._terms.setdefault(thing.centre, [])
        others += [period for key, period in terms if key not in thing.keys]
        if any(term.overlaps(other) for other in others):
            facts: dict[str, object] = {"start": start, "end": end}
            return Issue(row, "", "mandate_start", "mandate_overlaps_known", facts=facts)
        terms.append((thing.keys[0], term))
        return None


def _issue(
    sheet: SheetReading,
    facts: Facts,
    key: str,
    code: str,
    other_row: int | None = None,
    **more: object,
) -> Issue:
    place = sheet.columns.get(key)
    letter, raw = place.letter if place else "", str(getattr(facts, key))
    return Issue(facts.row, letter, key, code, raw, other_row=other_row, facts=more)


def _too_long(
    sheet: SheetReading, row: int, things: Iterable[Thing], room: Room
) -> Iterator[Issue]:
    for key, text, most in without_room(things, room):
        place = sheet.columns.get(key)
        letter, raw = place.letter if place else "", f"{text[:39]}…"
        yield Issue(row, letter, key, "text_too_long", raw, facts={"most": most})


def _without(things: Iterable[Thing], out: set[tuple[Kind, str]]) -> Iterator[Thing]:
    """The things of a row without the values, or the whole things, that are left out."""
    shared = (Kind.COUNSELLOR, "email") in out
    for thing in things:
        if (thing.kind, "") in out:
            continue
        values = {name: v for name, v in thing.values.items() if (thing.kind, name) not in out}
        keys = tuple(key for key in thing.keys if not (shared and "email" in key[:2]))
        yield replace(thing, values=values, keys=keys or thing.keys)


def _codes(row: RowPlan) -> set[str]:
    return {issue.code for issue in row.issues}


def _first_counts(record: KnownRecord | None, planned: Write, thing: Thing) -> Mapping[str, Value]:
    """What an earlier row of this list left behind: its values stand, only gaps are open."""
    before = dict(record.fields) if record else {}
    taken = {name for name, value in (before | planned.values).items() if value not in {None, ""}}
    return before | {name: value for name, value in thing.values.items() if name in taken}


def _differences(
    kind: Kind, values: Mapping[str, Value], before: Mapping[str, Value] | None
) -> list[FieldChange]:
    held = before or {}
    return [
        FieldChange(kind, name, held.get(name) or None, value)
        for name, value in values.items()
        if value != held.get(name)
    ]


def _kept(thing: Thing, before: Mapping[str, Value] | None) -> int:
    return sum((before or {}).get(name) not in {None, ""} for name in thing.silent)
