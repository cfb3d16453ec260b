"""What became otherwise between two moments of a check, in reading order: old beside new.

Everything under the mark is told: both contents are taken apart into single facts by one walk over
whatever they hold, and every fact that is not the same is a line. So two contents with another mark
always have a difference, and what a later version keeps comes along by itself.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.checklists.values import Grade, Unit
from models.checks.rules.content import bare, canonical
from models.checks.rules.difference_parts import GROUPS
from models.checks.rules.difference_words import NOT_ASKED, Named, named, said
from models.checks.rules.kept_conditions import put_to
from models.checks.rules.units import words
from models.checks.values.revision import Difference
from models.kernel.wording import enumeration

Facts = Mapping[str, Any]

Row = tuple[str, str, int]
"""How a row of a list is called, by what it is told from others, and which of those it is."""
Place = tuple[str | Row, ...]
"""The way to a fact; it ends with the name of the fact."""
Known = Mapping[Place, object]

ORDER: Row = ("", "", 0)
"""Stands for the name of the fact that says in which order rows stand: no row is counted 0."""
NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "dossiers": ("number",),
    "questions": ("text",),
    "samples": ("drawn_at",),
    "strengths": ("statement",),
    "rechecks": ("question_key", "earlier_check_id"),
    "proofs": ("name", "dossier", "question_key"),
    "reviews": ("question_key", "delivered_on"),
    "rounds": ("sent_on",),
    "reactions": ("finding_id", "received_on"),
    "ladder": ("rung", "decided_on"),
    "outcome/findings": ("question_key", "text"),
    "outcome/strengths": ("text",),
    "outcome/rechecks": ("question_key", "reference"),
    "summary/findings": ("title",),
    "summary/actions": ("about",),
    "checklist/sections": ("key",),
    "checklist/sections/questions": ("key",),
}
"""By which fields a row is known again; the first is its face."""
OWN, GOOD = "Eigen vaststelling", "Wat goed loopt"


def difference(old: Facts, new: Facts) -> tuple[Difference, ...]:
    """Every change from the one to the other; none only when both have the same mark."""
    told = _Telling(_read(old), _read(new))
    return _without_echoes(sorted(told.lines(), key=lambda one: one.order))


def between(old: Facts, new: Facts, marks: tuple[str, str]) -> tuple[Difference, ...]:
    """As `difference`; `marks` are those both were kept under.

    Where only those differ, that is told: a mark was written by hand, or text by another program.
    """
    lines = difference(old, new)
    if lines or marks[0] == marks[1]:
        return lines
    return (Difference(GROUPS[0], "Controle", "Kenmerk van de inhoud", *marks),)


def _read(facts: Facts) -> Facts:
    """As it stands under the mark."""
    found = bare(facts)
    if not isinstance(found, Mapping):
        return {}
    _tell_not_asked(found)
    return found


def _tell_not_asked(found: Facts) -> None:
    """What was not asked counts as not applicable where it is kept; that was nobody's answer."""
    questions = {
        str(question.get("key")): question
        for section in _each(_inside(found, "checklist"), "sections")
        for question in _each(section, "questions")
    }
    for judged in _inside(_inside(found, "outcome"), "dossiers").values():
        counts = _inside(judged, "counts") if isinstance(judged, Mapping) else {}
        asked = {
            key: put_to(questions[key], questions, counts) for key in counts if key in questions
        }
        for key in (key for key, put in asked.items() if not put):
            counts[key] = NOT_ASKED  # type: ignore[index]  # our own copy


@dataclass(frozen=True, slots=True)
class _Line:
    """A difference with its place in the reading order."""

    shown: Difference
    order: tuple[int, int, int, int]


class _Telling:
    """Holds both sides, and what is needed to call their facts by name."""

    def __init__(self, old: Facts, new: Facts) -> None:
        self._sides = (dict(_facts(old, ())), dict(_facts(new, ())))
        self._options = (_options(old), _options(new))
        self._unit = str(_inside(new, "checklist").get("unit", ""))
        self._rows = [_rows(known) for known in self._sides]
        self._abouts = _reading_order(old, new)

    def lines(self) -> Iterator[_Line]:
        before, after = self._sides
        places = {**after, **before}
        for seq, place in enumerate(places):
            pair = (before.get(place), after.get(place))
            if _same(*pair):
                continue
            if place[-1] == ORDER:
                if place in before and place in after and _same_rows(*pair):
                    yield self._ordered(place, pair, seq)
                continue
            yield self._line(place, pair, seq)

    def _line(self, place: Place, pair: tuple[object, object], seq: int) -> _Line:
        name = _words_of(place)
        found = named(name, self._unit)
        sides = enumerate(_only_other_lines(pair) if name[-1] == "numbers" else pair)
        shown = [
            said(self._chosen(part, place, side), name[-1], found.kind) for side, part in sides
        ]
        if shown[0] == shown[1]:  # such as 7 and 7.0, or a key that got the words of another
            shown = [
                f"{one} ({canonical(raw)})".strip() for one, raw in zip(shown, pair, strict=True)
            ]
        about, what = self._heading(place, found)
        return self._told(Difference(found.group, about, what, *shown), found, seq)

    def _heading(self, place: Place, found: Named) -> tuple[str, str]:
        """The face of a row that stands on one side only says that it came or went."""
        row = place[:-1]
        here = [row in rows for rows in self._rows]
        if here[0] != here[1] and place[-1] == _face(row):
            return found.whole, "weggehaald" if here[0] else "toegevoegd"
        return found.about, found.what

    def _ordered(self, place: Place, pair: tuple[Any, Any], seq: int) -> _Line:
        found = named([*_words_of(place[:-1]), "", "order"], self._unit)
        both = [enumeration([row[0] for row in rows]) for rows in pair]
        return self._told(Difference(found.group, found.group, "volgorde", *both), found, seq)

    def _chosen(self, value: object, place: Place, side: int) -> object:
        """A choice in its words as they were then; one that the list does not know stays."""
        if place[-1] != "choice" or len(place) < 2:
            return value
        known = self._options[side].get(str(place[-2]), {})
        return known.get(str(value), value)

    def _of_unit(self, text: str) -> str:
        """Words of ours about dossiers, where channels or an application are looked into."""
        if self._unit not in set(Unit):
            return text
        say = words(Unit(self._unit))
        return text.replace("Dossiers", say.Many).replace("dossiers", say.many)

    def _told(self, shown: Difference, found: Named, seq: int) -> _Line:
        about = self._abouts.get(found.about, len(self._abouts))
        shown = replace(shown, group=self._of_unit(shown.group), what=self._of_unit(shown.what))
        return _Line(shown, (GROUPS.index(found.group), about, found.rank, seq))


def _facts(value: Any, place: Place) -> Iterator[tuple[Place, object]]:
    """Every single fact with its place; a list of rows also gives the order of its rows."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from _facts(part, (*place, name))
    elif isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        rows = list(_called(value, place))
        for row, part in zip(rows, value, strict=True):
            yield from _facts(part, (*place, row))
        yield (*place, ORDER), rows
    else:
        yield place, value


def _called(rows: Sequence[Facts], place: Place) -> Iterator[Row]:
    """How each row is called; equal ones are counted."""
    seen: Counter[str] = Counter()
    for row in rows:
        by = _by(row, _way(place))
        known = canonical({name: row.get(name) for name in by})
        seen[known] += 1
        yield (_name(row, place, by), known, seen[known])


def _by(row: Facts, way: str) -> Sequence[str]:
    """By which fields this row is known again: a finding by its question where it has one."""
    by = NAMED_BY.get(way, ())
    return by[:1] if way == "outcome/findings" and row.get("question_key") else by


def _name(row: Facts, place: Place, by: Sequence[str]) -> str:
    match _way(place):
        case "strengths":
            strong = row.get("grade_override") in (None, Grade.STRENGTH)
            return GOOD if strong else OWN
        case "outcome/strengths":
            return GOOD
        case "outcome/findings":
            key = row.get("question_key")
            return f"Vaststelling {key}" if key else OWN
        case _:
            return str(next((row[name] for name in by if row.get(name)), ""))


def _way(place: Place) -> str:
    """The names of fields on the way, without the rows between them."""
    return "/".join(step for step in place if isinstance(step, str))


def _words_of(place: Place) -> list[str]:
    return [step if isinstance(step, str) else step[0] for step in place]


def _rows(known: Known) -> frozenset[Place]:
    """Every row of a list that there is."""
    return frozenset(
        (*place[:-1], row) for place, rows in known.items() if place[-1:] == (ORDER,)
        for row in rows  # type: ignore[attr-defined]
    )  # fmt: skip


def _face(row: Place) -> str:
    """By which field a row is told: the first it is known by that it has."""
    known = json.loads(row[-1][1])
    return next((name for name in NAMED_BY.get(_way(row), ()) if name in known), "")


def _only_other_lines(pair: Sequence[object]) -> list[object]:
    """Of two long lists how many lines each has, and those that the other has not."""
    if not all(isinstance(one, str) for one in pair):
        return list(pair)
    lines = [Counter(str(one).splitlines()) for one in pair]
    found: list[object] = []
    for mine, others in (lines, reversed(lines)):
        count, alone = sum(mine.values()), (mine - others).elements()
        only = enumeration([line.replace("\t", " · ") for line in alone])
        found.append(f"{count} regels" + (f", alleen hier: {only}" if only else ""))
    return found


def _same(one: object, other: object) -> bool:
    """Whether both stand alike under the mark: 7 and 7.0 do not."""
    if type(one) is not type(other):
        return False
    return one == other if isinstance(one, str | int | None) else canonical(one) == canonical(other)


def _same_rows(one: Any, other: Any) -> bool:
    return bool(Counter(one) == Counter(other))


def _without_echoes(lines: Sequence[_Line]) -> tuple[Difference, ...]:
    """Each thing once: what another line tells with as much or more is left out.

    What an officer wrote and what the rules made of it are often the same words.
    """
    told: dict[tuple[str, str], list[Difference]] = {}
    for line in lines:
        shown = line.shown
        mates = told.setdefault((shown.about, shown.what), [])
        if any(_covers(mate, shown) for mate in mates):
            continue
        mates[:] = [mate for mate in mates if not _covers(shown, mate)]
        mates.append(shown)
    kept = {id(one) for mates in told.values() for one in mates}
    return tuple(line.shown for line in lines if id(line.shown) in kept)


def _covers(one: Difference, other: Difference) -> bool:
    return other.old in ("", one.old) and other.new in ("", one.new)


def _reading_order(*sides: Facts) -> Mapping[str, int]:
    """Dossier by dossier: question by question, then the dossier itself; then the findings."""
    keys = list(dict.fromkeys(key for facts in reversed(sides) for key in _options(facts)))
    rows = [one for facts in reversed(sides) for one in _each(facts, "dossiers")]
    abouts = [
        about
        for number in dict.fromkeys(str(one.get("number")) for one in rows)
        for about in (*(f"{number} · {key}" for key in keys), number)
    ]
    findings = [f"Vaststelling {key}" for key in keys]
    return {about: rank for rank, about in enumerate(("Controle", *abouts, *findings))}


def _options(facts: Facts) -> dict[str, Facts]:
    """Per question, in their order, the words of its options by their keys."""
    return {
        str(question.get("key")): _inside(question, "options")
        for section in _each(_inside(facts, "checklist"), "sections")
        for question in _each(section, "questions")
    }


def _inside(facts: Facts, name: str) -> Facts:
    found = facts.get(name)
    return found if isinstance(found, Mapping) else {}


def _each(facts: Facts, name: str) -> list[Facts]:
    found = facts.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
