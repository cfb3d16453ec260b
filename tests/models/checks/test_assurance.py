"""The honest sentence, against counting every way by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks.rules.assurance import (
    assurance,
    at_most,
    chance,
    chance_sentence,
    faulty_of,
    level_of,
    spread_assurance,
)
from models.checks.values.sampling_refusals import CountsDoNotFit, LevelNotPossible

NINETY, SURE = Fraction(9, 10), Fraction(95, 100)


def ways(population: int, wrong: int, sample: int, bad: int) -> Fraction:
    """The chance of at most `bad` wrong ones, by laying out every sample there is."""
    seen = [sum(one < wrong for one in drawn) for drawn in combinations(range(population), sample)]
    return Fraction(sum(count <= bad for count in seen), len(seen))


def test_twelve_of_eighty_without_a_fault() -> None:
    said = assurance(80, 12, 0, SURE)
    assert said.at_most == 16
    assert said.share == 0.2
    assert said.sentence == (
        "12 van de 80 nagekeken, 0 fout: met 95 % zekerheid hoogstens 16 van de 80 (20 %)."
    )


@settings(max_examples=60)
@given(st.integers(1, 11), st.data(), st.sampled_from(["0.5", "0.9", "0.95", "0.99"]))
def test_the_bound_is_what_counting_every_sample_gives(population, data, level) -> None:
    sample = data.draw(st.integers(1, population))
    bad = data.draw(st.integers(0, sample))
    rest = 1 - level_of(level)
    thinkable = [
        wrong
        for wrong in range(bad, population - sample + bad + 1)
        if ways(population, wrong, sample, bad) > rest
    ]
    assert at_most(population, sample, bad, level_of(level)) == max(thinkable)


@settings(max_examples=60)
@given(st.integers(1, 11), st.data())
def test_the_chance_is_what_counting_every_sample_gives(population, data) -> None:
    faulty = data.draw(st.integers(0, population))
    sample = data.draw(st.integers(0, population))
    assert chance(population, faulty, sample) == 1 - ways(population, faulty, sample, 0)


@given(st.integers(1, 300), st.data())
def test_more_faults_and_fewer_dossiers_never_say_less(population, data) -> None:
    sample = data.draw(st.integers(1, population))
    bad = data.draw(st.integers(0, sample))
    most = at_most(population, sample, bad, SURE)
    assert bad <= most <= population - sample + bad
    if bad:
        assert at_most(population, sample, bad - 1, SURE) <= most
    if sample < population:
        assert at_most(population, sample + 1, bad, SURE) <= most


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=3))
def test_a_spread_draw_without_a_fault_allows_for_the_worst_way_to_lie(sizes) -> None:
    groups = [(max(both), min(both)) for both in sizes]
    if not sum(drawn for _size, drawn in groups):
        return
    population = sum(size for size, _drawn in groups)
    thinkable = [
        sum(wrong)
        for wrong in product(*(range(size - drawn + 1) for size, drawn in groups))
        if prod(ways(size, bad, drawn, 0) for (size, drawn), bad in zip(groups, wrong, strict=True))
        > Fraction(1, 20)
    ]
    said = spread_assurance(groups, 0, SURE)
    assert (said.population, said.at_most) == (population, max(thinkable))


def test_one_small_group_makes_the_sentence_more_careful() -> None:
    assert assurance(100, 12, 0, SURE).at_most == 20
    said = spread_assurance([(96, 11), (4, 1)], 0, SURE)
    assert said.at_most == 21
    assert said.sentence == (
        "12 van de 100 nagekeken, 0 fout: met 95 % zekerheid hoogstens 21 van de 100 (21 %)."
    )


def test_a_spread_draw_with_a_fault_promises_no_number() -> None:
    said = spread_assurance([(96, 11), (4, 1)], 1, SURE)
    assert said.at_most == 89
    assert said.sentence.startswith("12 van de 100 nagekeken, 1 fout. ")
    assert "hoogstens" not in said.sentence
    assert spread_assurance([(5, 5), (2, 2)], 1, SURE).sentence.endswith(
        "alle dossiers zijn nagekeken."
    )
    assert spread_assurance([(80, 12)], 1, SURE) == assurance(80, 12, 1, SURE)


def test_when_all_are_checked_nothing_is_left_to_guess() -> None:
    said = assurance(12, 12, 3, SURE)
    assert said.at_most == 3
    assert said.sentence == "12 van de 12 nagekeken, 3 fout: alle dossiers zijn nagekeken."


@pytest.mark.parametrize(
    ("population", "for_twenty", "for_ten"),
    [(10, 7, 9), (20, 9, 14), (50, 10, 18), (100, 10, 20), (200, 11, 21), (500, 11, 22)],
)
def test_the_table_of_the_trade(population: int, for_twenty: int, for_ten: int) -> None:
    for share, size in ((Fraction(2, 10), for_twenty), (Fraction(1, 10), for_ten)):
        faulty = faulty_of(population, share)
        assert chance(population, faulty, size) >= NINETY
        assert chance(population, faulty, size - 1) < NINETY


def test_the_size_is_explained() -> None:
    assert chance_sentence(80, Fraction(2, 10), 12) == (
        "Is 20 % van de dossiers fout (16 van de 80), dan is de kans 94,5 % dat u er met 12 minstens"
        " één ziet."
    )


@pytest.mark.parametrize(
    ("population", "sample", "bad"), [(10, 11, 0), (10, 5, 6), (0, 0, 0), (10, 0, 0), (10, 5, -1)]
)
def test_counts_that_do_not_fit_are_refused(population: int, sample: int, bad: int) -> None:
    with pytest.raises(CountsDoNotFit):
        at_most(population, sample, bad, SURE)


@pytest.mark.parametrize("text", ["0", "1", "1.5", "-0.5", "zeker", "", "nan", "inf"])
def test_a_certainty_lies_between_nothing_and_all(text: str) -> None:
    with pytest.raises(LevelNotPossible):
        level_of(text)


def test_the_certainty_is_read_exactly() -> None:
    assert level_of("0,95") == level_of(0.95) == Fraction(19, 20)
    assert "met 99,5 % zekerheid" in assurance(80, 12, 0, level_of("0.995")).sentence
