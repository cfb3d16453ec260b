"""A row is a pure fold of a set of lines: order, repetition and route cannot matter."""

import random
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.kernel.ids import IdClock
from models.store.fold import Line, fold
from models.store.gate import DELETED
from models.store.lines import _base
from tests.conftest import NOW

GROUPS = {"since": "period", "until": "period"}
"""A period changes as one."""
STEP = UUID(int=1)


@dataclass
class Laptop:
    """What one laptop knows of a row, and the clock it stamps its own lines with."""

    offset: int
    known: dict[UUID, Line] = field(default_factory=dict)

    def __post_init__(self):
        from datetime import timedelta

        self.clock = IdClock(lambda: NOW + timedelta(days=self.offset))

    def write(self, values):
        now = fold(self.known.values(), GROUPS)
        for name, group in GROUPS.items():
            if {GROUPS.get(each) for each in values} & {group} and name in now.values:
                values.setdefault(name, now.values[name])
        for line in self.known:
            self.clock.saw(line)
        base = frozenset(_base(values, now.heads, GROUPS)) if self.known else frozenset()
        line = Line(self.clock.tick(), values, base, STEP)
        seen = frozenset(self.known)
        self.known[line.id] = line
        return line, seen

    def hear(self, other):
        self.known |= other.known


NAMES = ("name", "phone", "since", "until", DELETED)
acts = st.lists(
    st.one_of(
        st.tuples(
            st.just("write"),
            st.integers(0, 2),
            st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2), min_size=1, max_size=2),
        ),
        st.tuples(st.just("hear"), st.integers(0, 2), st.integers(0, 2)),
    ),
    max_size=24,
)


def live(acts):
    """Play a history on three laptops, one a year slow and one a month fast."""
    laptops = [Laptop(0), Laptop(-365), Laptop(30)]
    told = []
    for act, who, what in acts:
        if act == "hear":
            laptops[who].hear(laptops[what])
        else:
            values = {n: bool(v % 2) if n == DELETED else v for n, v in what.items()}
            told.append(laptops[who].write(values))
    return told


def oracle(told):
    """The same row from what each author knew, without a list of replaced lines."""
    lines = [(line, _parts(line), seen) for line, seen in told]
    heads = {}
    for line, parts, seen in lines:
        for register, part in parts.items():
            later = (
                register in others and line.id in knew
                for other, others, knew in lines
                if other is not line
            )
            if not any(later):
                heads.setdefault(register, []).append((line, part, seen))
    words = heads.pop(DELETED, [])
    living = {line.id for found in heads.values() for line, _, _ in found}
    dead = [(line, seen) for line, part, seen in words if part[DELETED]]
    deleted = (
        bool(dead)
        and len(dead) == len(words)
        and any(living <= seen | {line.id} for line, seen in dead)
    )
    values, clashes = {}, set()
    for register, found in heads.items():
        values |= max(found, key=lambda each: each[0].id)[1]
        if len({tuple(sorted(part.items())) for _, part, _ in found}) > 1:
            clashes.add(register)
    if dead and not deleted:
        clashes.add(DELETED)
    return values, deleted, clashes


def _parts(line):
    parts = {}
    for name, value in line.values.items():
        parts.setdefault(GROUPS.get(name, name), {})[name] = value
    return parts


def check(told, seed):
    lines = [line for line, _ in told]
    folded = fold(lines, GROUPS)
    values, deleted, clashes = oracle(told)
    assert (folded.values, folded.deleted, set(folded.clashes) - _same(folded)) == (
        values,
        deleted,
        clashes,
    )
    dice = random.Random(seed)
    for _ in range(4):
        mixed = lines + dice.choices(lines, k=len(lines)) if lines else []
        dice.shuffle(mixed)
        assert fold(mixed, GROUPS) == folded


def _same(folded):
    """Words on deletion differ only when one says yes and one no; the oracle says the same."""
    return set() if folded.deleted else ({DELETED} - set(folded.clashes))


@settings(max_examples=300, deadline=None)
@given(acts, st.integers(0, 99))
def test_any_order_and_any_repetition_folds_to_the_same(acts, seed):
    check(live(acts), seed)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(acts, st.integers(0, 99))
def test_any_order_and_any_repetition_folds_to_the_same_for_long(acts, seed):
    check(live(acts), seed)


def two_laptops(birth):
    here, there = Laptop(0), Laptop(30)
    here.write(birth)
    there.hear(here)
    return here, there


def meet(here, there):
    here.hear(there)
    there.hear(here)
    assert fold(here.known.values(), GROUPS) == fold(there.known.values(), GROUPS)
    return fold(here.known.values(), GROUPS)


def test_two_edits_of_one_field_that_did_not_see_each_other_clash():
    here, there = two_laptops({"name": "Zon"})
    mine, _ = here.write({"name": "Kompas"})
    theirs, _ = there.write({"name": "Anker"})
    folded = meet(here, there)
    assert folded.clashes == {"name": sorted([mine.id, theirs.id])}
    here.write({"name": "Anker"})
    folded = meet(here, there)
    assert (folded.values, folded.clashes) == ({"name": "Anker"}, {})


def test_the_same_answer_twice_is_no_clash():
    here, there = two_laptops({"name": "Zon"})
    here.write({"name": "Kompas"})
    there.write({"name": "Kompas"})
    assert meet(here, there).clashes == {}


def test_two_fields_never_clash():
    here, there = two_laptops({"name": "Zon"})
    here.write({"name": "Kompas"})
    there.write({"phone": 1})
    folded = meet(here, there)
    assert (folded.values, folded.clashes) == ({"name": "Kompas", "phone": 1}, {})


def test_the_two_ends_of_a_period_clash_as_one():
    here, there = two_laptops({"since": 1, "until": 9})
    here.write({"since": 2})
    there.write({"until": 8})
    folded = meet(here, there)
    assert list(folded.clashes) == ["period"]
    assert (folded.values["since"], folded.values["until"]) in {(2, 9), (1, 8)}


def test_a_deletion_counts_only_when_its_author_saw_every_edit():
    here, there = two_laptops({"name": "Zon"})
    here.write({DELETED: True})
    there.write({"name": "Anker"})
    folded = meet(here, there)
    assert not folded.deleted
    assert DELETED in folded.clashes
    here.write({DELETED: True})
    folded = meet(here, there)
    assert folded.deleted
    assert folded.clashes == {}


def test_a_deletion_that_also_edits_counts():
    here, there = two_laptops({"name": "Zon"})
    here.write({"name": "Kompas", DELETED: True})
    assert meet(here, there).deleted


def test_a_revival_and_a_deletion_that_did_not_see_each_other_leave_the_row_alive():
    here, there = two_laptops({"name": "Zon"})
    here.write({DELETED: True})
    meet(here, there)
    here.write({DELETED: False})
    there.write({DELETED: True})
    folded = meet(here, there)
    assert not folded.deleted
    assert DELETED in folded.clashes
