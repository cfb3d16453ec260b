"""How many to draw, and what a size is worth: against counting by hand and another way to count."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks.rules.assurance import at_most, spread_assurance
from models.checks.rules.draw import divide
from models.checks.rules.sizing import (
    certainty,
    plan,
    planned_most,
    planned_size,
    proposal,
    size_for,
)
from models.checks.values.sampling_refusals import AimDoesNotFit
from models.terms.values import Changed, DatedValue

DAY = date(2026, 5, 4)
SURE = Fraction(95, 100)
LEVELS = st.sampled_from([Fraction(1, 2), Fraction(9, 10), Fraction(19, 20), Fraction(99, 100)])
WHY = "Instructie kwaliteit 2026/3"


def laid_out(population: int, wrong: int, sample: int, bad: int) -> Fraction:
    """The chance of at most `bad` wrong ones, by laying out every sample there is."""
    seen = [sum(one < wrong for one in drawn) for drawn in combinations(range(population), sample)]
    return Fraction(sum(count <= bad for count in seen), len(seen))


@cache
def one_by_one(population: int, wrong: int, sample: int, bad: int) -> Fraction:
    """The same, by taking dossiers from the pile one after the other: no binomials in it."""
    if bad < 0:
        return Fraction(0)
    if sample == 0 or wrong <= bad:
        return Fraction(1)
    here = Fraction(wrong, population)
    rest = one_by_one(population - 1, wrong - 1, sample - 1, bad - 1) * here
    if wrong < population:
        rest += one_by_one(population - 1, wrong, sample - 1, bad) * (1 - here)
    return rest


def rules_out(count, population: int, sample: int, most: int, bad: int, level: Fraction) -> bool:
    """Whether `bad` wrong ones among those seen rule out every number above `most`."""
    more = range(most + 1, population - sample + bad + 1)
    return all(count(population, wrong, sample, bad) <= 1 - level for wrong in more)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10), st.data(), LEVELS)
def test_the_size_is_the_smallest_that_laying_out_every_sample_allows(
    population, data, level
) -> None:
    most = data.draw(st.integers(0, population))
    bad = data.draw(st.integers(0, most))
    fits = [
        sample
        for sample in range(max(1, bad), population + 1)
        if rules_out(laid_out, population, sample, most, bad, level)
    ]
    assert size_for(population, most, level, bad) == min(fits)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.data(), LEVELS)
def test_size_and_number_are_two_ways_to_read_one_table(population, data, level) -> None:
    most = data.draw(st.integers(0, population))
    size = size_for(population, most, level)
    assert at_most(population, size, 0, level) <= most
    assert rules_out(one_by_one, population, size, most, 0, level)
    if size > 1:
        assert at_most(population, size - 1, 0, level) > most
    back = data.draw(st.integers(1, population))
    assert size_for(population, at_most(population, back, 0, level), level) <= back


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 60), st.data(), LEVELS)
def test_the_number_is_what_drawing_one_by_one_gives(population, data, level) -> None:
    sample = data.draw(st.integers(1, population))
    bad = data.draw(st.integers(0, min(3, sample)))
    most = at_most(population, sample, bad, level)
    assert rules_out(one_by_one, population, sample, most, bad, level)
    if most > bad:
        assert one_by_one(population, most, sample, bad) > 1 - level


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text("abcd", min_size=1), st.integers(1, 30), min_size=2, max_size=5),
       st.data(), LEVELS)  # fmt: skip
def test_a_spread_plan_promises_what_the_finished_sample_will_say(groups, data, level) -> None:
    population = sum(groups.values())
    most = data.draw(st.integers(0, population))
    size = planned_size(population, most, level, groups)
    assert planned_most(population, size, level, groups) <= most
    fewer = range(size_for(population, most, level), size)
    assert all(planned_most(population, one, level, groups) > most for one in fewer)
    assert size >= size_for(population, most, level)
    room = divide(size, groups)
    done = spread_assurance([(groups[one], room[one]) for one in groups], 0, level)
    assert done.at_most == planned_most(population, size, level, groups)


def test_a_spread_draw_may_promise_more_of_one_dossier_less() -> None:
    """39 of 44 also do, and 38 do not: the groups divide every size anew."""
    groups = dict(zip("abcdef", (10, 10, 7, 11, 3, 3), strict=True))
    level = Fraction(19, 20)
    assert [planned_most(44, size, level, groups) for size in (36, 37, 38, 39)] == [2, 1, 2, 1]
    assert planned_size(44, 1, level, groups) == 37


def test_eighty_dossiers_at_most_sixteen_wrong() -> None:
    assert size_for(80, 16, SURE) == 12
    assert size_for(80, 15, SURE) == 13
    assert size_for(80, 0, SURE) == 76
    assert size_for(80, 80, SURE) == 1
    assert size_for(80, 25, SURE, bad=1) == 12


@pytest.mark.parametrize(
    ("population", "most", "bad"), [(0, 0, 0), (5, 6, 0), (5, -1, 0), (5, 1, 2)]
)
def test_what_cannot_be_is_refused(population: int, most: int, bad: int) -> None:
    with pytest.raises(AimDoesNotFit):
        size_for(population, most, SURE, bad)


def test_an_aim_that_cannot_be_is_told_as_an_aim() -> None:
    with pytest.raises(AimDoesNotFit) as refused:
        size_for(80, 90, SURE)
    assert str(refused.value) == (
        "At most 90 wrong of 80 is nothing to aim at. Write a number from 0 to 80, for at least one"
        " dossier."
    )


def test_a_plan_says_what_it_will_be_worth() -> None:
    said = plan(80, 12, proposal(DAY))
    assert said.at_most == 16
    assert said.sentence == (
        "Is er bij 12 van de 80 geen fout, dan zijn er met 95 % zekerheid hoogstens 16 van"
        " de 80 fout (20 %). Met 1 fout: hoogstens 25. Is 20 % van de dossiers fout (16 van de"
        " 80), dan is de kans 94,5 % dat u er met 12 minstens één ziet."
    )


def test_a_plan_of_all_of_few_and_of_a_spread_draw() -> None:
    assert plan(80, 80, proposal(DAY)).sentence == (
        "U kijkt alle 80 dossiers na: er blijft niets te schatten."
    )
    few = plan(80, 4, proposal(DAY)).sentence
    assert few.endswith("Minder dan 5 dossiers zeggen weinig over alle andere.")
    assert "Minder dan" not in plan(4, 4, proposal(DAY)).sentence
    spread = plan(100, 12, proposal(DAY), {"An": 96, "Bo": 4})
    assert spread.at_most == 21
    assert "uit een gespreide trekking geen getal" in spread.sentence


def test_the_usual_size_and_the_one_after_a_serious_shortcoming() -> None:
    usual = proposal(DAY)
    assert (usual.size, usual.spares, usual.least, usual.level) == (10, 3, 5, Fraction(19, 20))
    assert usual.why == ("10 dossiers voorgesteld (voorstel van Waarmerk, te wijzigen bij Regels).")
    after = proposal(DAY, earlier="DC-2025-007", major=1)
    assert after.size == 20
    assert after.why == (
        "20 dossiers voorgesteld: in de laatste afgeronde controle (DC-2025-007) stond een ernstige"
        " tekortkoming (voorstel van Waarmerk, te wijzigen bij Regels)."
    )
    assert "stonden 2 ernstige tekortkomingen" in proposal(DAY, earlier="DC-1", major=2).why


def test_a_recorded_rule_holds_from_its_first_to_its_last_day() -> None:
    first, last = date(2026, 5, 4), date(2026, 12, 31)
    changed = Changed(dated=(DatedValue("sample_dossiers", 15, first, last, WHY),))
    sizes = {
        day: proposal(day, changed).size
        for day in (date(2026, 5, 3), first, last, date(2027, 1, 1))
    }
    assert list(sizes.values()) == [10, 15, 15, 10]
    assert proposal(first, changed).why == (
        "15 dossiers voorgesteld (Instructie kwaliteit 2026/3 sinds 4 mei 2026)."
    )
    assert proposal(first, changed, earlier="DC-1", major=1).size == 20


def test_odd_numbers_of_an_office_break_nothing() -> None:
    odd = Changed(
        office={"sample_dossiers": 0, "sample_faulty_pct": 0, "sample_certainty_pct": 100}
    )
    found = proposal(DAY, odd)
    assert found.size == 1
    assert "aantal van uw dienst" in found.why
    assert certainty(DAY, odd) == 1
    said = plan(80, 12, found)
    assert said.at_most == 68
    assert size_for(80, 68, certainty(DAY, odd)) == 12
