"""Which criteria are not met over centres, and where they come back (feature 48)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from models.checks.values import Breach, Grade, PatternRow
from models.kernel.ids import natural_id
from models.kernel.words import fold


def patterns(
    by_centre: Mapping[UUID, Sequence[Breach]], names: Mapping[UUID, str]
) -> list[PatternRow]:
    """A row for every criterion that was not met, the most frequent first."""
    found: defaultdict[tuple[str, str], list[tuple[UUID, Breach]]] = defaultdict(list)
    for centre, breaches in by_centre.items():
        for breach in breaches:
            found[breach.template_key, breach.question_key].append((centre, breach))
    rows = [_row(where, many, names) for where, many in found.items()]
    return sorted(rows, key=lambda row: (-row.times, -row.centres, row.question_key))


def _row(
    where: tuple[str, str], many: Sequence[tuple[UUID, Breach]], names: Mapping[UUID, str]
) -> PatternRow:
    often = Counter(centre for centre, _breach in many)
    newest = max((breach for _centre, breach in many), key=lambda one: one.day or date.min)
    ordered = sorted(often, key=lambda centre: (-often[centre], fold(names.get(centre, ""))))
    return PatternRow(
        id=natural_id("pattern", *where),
        template_key=where[0],
        question_key=where[1],
        title=newest.title,
        centres=len(often),
        times=len(many),
        repeated=sum(count > 1 for count in often.values()),
        major=sum(breach.grade is Grade.MAJOR for _centre, breach in many),
        last=newest.day,
        last_check=newest.check_id,
        names=tuple(_named(names.get(centre, ""), often[centre]) for centre in ordered),
    )


def _named(name: str, times: int) -> str:
    return f"{name} ({times})" if times > 1 else name
