"""Actions over the years of a mandate: every action in exactly one year, or outside of all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actions.values import ActionKind
from models.coverage import rules
from models.coverage.rules.saying import kind_silence
from models.coverage.values import KINDS, Acted, Target, YearState
from models.mandates.values import MandateFacts

SIX = MandateFacts(date(2024, 11, 1), date(2030, 10, 31))
TODAY = date(2026, 11, 28)
CONTACT, CHECK = ActionKind.CONTACT, ActionKind.DOSSIER_CHECK


def spread(*acted: Acted, facts=SIX, today=TODAY, **targets: Target):
    aims = {ActionKind(kind): target for kind, target in targets.items()}
    return rules.coverage(facts, acted, today, aims)


def contact(year: int, month: int, day: int) -> Acted:
    return Acted(CONTACT, date(year, month, day))


def counts(found, kind=CONTACT) -> list[int]:
    return [cell.count for cell in found.of(kind).cells]


def test_a_year_runs_to_the_day_before_the_same_day():
    years = rules.mandate_years(SIX, TODAY)
    assert [(year.start, year.end) for year in years[:2]] == [
        (date(2024, 11, 1), date(2025, 10, 31)),
        (date(2025, 11, 1), date(2026, 10, 31)),
    ]
    assert years[-1].end == SIX.end
    assert [year.state for year in years] == [YearState.PAST] * 2 + [
        YearState.CURRENT,
        *[YearState.FUTURE] * 3,
    ]


def test_a_mandate_from_29_february_leaves_no_day_between_its_years():
    years = rules.mandate_years(MandateFacts(date(2024, 2, 29), date(2030, 2, 28)), TODAY)
    assert [year.end for year in years[:4]] == [
        *(date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 28)),
    ]
    assert years[4].start == date(2028, 2, 29)
    assert years[5].end == date(2030, 2, 28)


def test_the_first_and_the_last_day_of_a_year_count_in_it():
    found = spread(contact(2024, 11, 1), contact(2025, 10, 31), contact(2025, 11, 1))
    assert counts(found) == [2, 1, 0, 0, 0, 0]
    assert found.outside == 0


def test_years_after_a_mandate_that_ended_early_do_not_apply():
    facts = MandateFacts(SIX.start, SIX.end, ended_on=date(2026, 3, 15))
    found = spread(contact(2026, 3, 15), contact(2026, 3, 16), facts=facts)
    assert [year.state for year in found.years] == [YearState.PAST] * 2 + [YearState.OUTSIDE] * 4
    assert found.years[1].end == date(2026, 3, 15)
    assert counts(found) == [0, 1, 0, 0, 0, 0]
    assert found.outside == 1
    assert found.silence == 0


def test_a_mandate_shorter_or_longer_than_six_years():
    short = rules.mandate_years(MandateFacts(date(2024, 1, 1), date(2026, 6, 30)), TODAY)
    long = rules.mandate_years(MandateFacts(date(2020, 1, 1), date(2027, 6, 30)), TODAY)
    assert [year.state for year in short] == [YearState.PAST] * 3 + [YearState.OUTSIDE] * 3
    assert short[2].end == date(2026, 6, 30)
    assert len(long) == 8
    assert long[-1].end == date(2027, 6, 30)


def test_a_slip_of_the_pen_makes_no_endless_strip():
    facts = MandateFacts(date(1985, 1, 1), date(2098, 12, 31))
    found = spread(Acted(CONTACT, date(2026, 1, 1)), facts=facts)
    assert len(found.years) == 24
    assert sum(counts(found)) == 1


def test_planned_checks_and_days_to_come_do_not_count_yet():
    found = spread(
        Acted(CHECK, date(2026, 12, 15), planned=True), Acted(CONTACT, TODAY + timedelta(days=1))
    )
    assert counts(found) == counts(found, CHECK) == [0] * 6
    assert found.of(CHECK).cells[2].planned == 1
    assert found.of(CONTACT).cells[2].planned == 1
    assert found.never


def test_a_survey_in_the_log_and_its_measurement_count_once():
    day, other = date(2025, 6, 30), date(2025, 9, 1)
    survey = Acted(ActionKind.USER_SURVEY, day)
    assert not [*rules.measured([survey], [day])]
    assert [*rules.measured([survey], [other])] == [Acted(ActionKind.USER_SURVEY, other)]
    assert [*rules.measured([survey], [day, day])] == [survey]  # a second one that nobody logged
    assert [*rules.measured([Acted(CONTACT, day)], [day])] == [survey]


@given(
    st.lists(st.dates(date(2025, 1, 1), date(2025, 1, 5))),
    st.lists(st.dates(date(2025, 1, 1), date(2025, 1, 5))),
)
def test_neither_the_log_nor_a_measurement_is_ever_lost(logged: list[date], days: list[date]):
    acted = [Acted(ActionKind.USER_SURVEY, day) for day in logged]
    found = [one.day for one in (*acted, *rules.measured(acted, days))]
    for day in {*logged, *days}:
        assert found.count(day) == max(logged.count(day), days.count(day))


def test_silence_runs_from_the_last_action_or_from_the_start():
    assert spread().silence == (TODAY - SIX.start).days
    assert spread().never
    found = spread(contact(2025, 1, 3), Acted(CHECK, date(2026, 11, 20)))
    assert (found.silence, found.last_kind) == (8, CHECK)
    assert found.of(CONTACT).silence == (TODAY - date(2025, 1, 3)).days
    assert not found.never


def test_an_action_before_the_mandate_breaks_no_silence():
    found = spread(contact(2024, 10, 31))
    assert found.never
    assert found.outside == 1


def test_a_mandate_to_come_is_not_silent():
    found = spread(facts=MandateFacts(date(2027, 1, 1), date(2032, 12, 31)))
    assert found.silence is None
    assert not found.never


@pytest.mark.parametrize(
    ("target", "short"),
    [
        (Target(0, 1), []),
        (Target(1, 1), [2]),
        (Target(1, 2), []),
        (Target(2, 2), [2]),
        (Target(2, 1), [1, 2]),
        (Target(1, 3), []),
    ],
)
def test_a_target_speaks_only_of_years_that_are_over(target, short):
    found = spread(contact(2025, 1, 1), contact(2026, 12, 1), contact=target)
    cells = found.of(CONTACT).cells
    assert [at for at, cell in enumerate(cells, start=1) if cell.short] == short
    assert found.short == bool(short)


@pytest.mark.parametrize(
    ("months", "target"),
    [
        (24, Target(1, 2)),
        (12, Target(1, 1)),
        (6, Target(2, 1)),
        (5, Target(2, 1)),
        (18, Target(1, 2)),
        (36, Target(1, 3)),
        (None, Target(0, 1)),
    ],
)
def test_a_target_in_months_becomes_one_in_years_of_the_mandate(months, target):
    assert rules.target(months) == target


def test_who_was_never_touched_comes_first():
    never = spread()
    silent = spread(contact(2024, 11, 2))
    ended = spread(facts=MandateFacts(date(2015, 1, 1), date(2020, 12, 31)))
    ranks = [
        rules.rank(never, running=True),
        rules.rank(silent, running=True),
        rules.rank(ended, running=False),
        rules.rank(None, running=False),
    ]
    assert ranks == sorted(ranks, reverse=True)


def test_words_of_a_cell_and_of_a_silence():
    found = spread(contact(2024, 12, 3), contact(2025, 2, 3), contact=Target(1, 2))
    years, kind = found.years, found.of(CONTACT)
    said = rules.cell_words(kind, years[0], Target(1, 2))
    assert said == "year 1, 1 nov 2024 – 31 okt 2025: 2 contacts"
    assert "0" not in rules.cell_words(kind, years[1], Target(1, 2)).partition(":")[2]
    assert rules.cell_words(kind, years[4], Target()).endswith("still to come")
    assert kind_silence(kind) == "21 months no contact"
    assert kind_silence(found.of(CHECK)) == "no dossier check yet"
    assert rules.silence_words(None) == "no mandate"
    assert rules.silence_words(spread()) == "never"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "1 day"),
        (59, "59 days"),
        (61, "2 months"),
        (365, "12 months"),
        (670, "22 months"),
    ],
)
def test_a_silence_is_said_in_days_and_then_in_months(days, words):
    assert rules.period_words(days) == words


DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))


@st.composite
def mandates(draw) -> MandateFacts:
    start = draw(st.one_of(DAYS, st.sampled_from([date(2016, 2, 29), date(2024, 2, 29)])))
    end = start + timedelta(days=draw(st.integers(0, 4000)))
    early = draw(st.none() | st.integers(0, (end - start).days))
    return MandateFacts(start, end, None if early is None else start + timedelta(days=early))


@given(mandates(), DAYS, st.lists(st.builds(Acted, st.sampled_from(KINDS), DAYS, st.booleans())))
def test_every_action_falls_in_exactly_one_year_or_outside(facts, today, acted):
    found = rules.coverage(facts, acted, today, {})
    inside = sum(cell.count + cell.planned for kind in found.kinds for cell in kind.cells)
    assert inside + found.outside == len(acted)
    for one in acted:
        holding = [
            year
            for year in found.years
            if year.start <= one.day <= year.end and year.state is not YearState.OUTSIDE
        ]
        assert len(holding) == (facts.start <= one.day <= facts.last)


@given(mandates(), DAYS)
def test_the_years_of_a_mandate_follow_one_another_and_end_with_it(facts, today):
    years = rules.mandate_years(facts, today)
    for before, after in zip(years, years[1:]):
        assert after.start > before.start
        if after.state is not YearState.OUTSIDE:
            assert (after.start - before.end).days == 1
    held = [year for year in years if year.state is not YearState.OUTSIDE]
    assert (held[0].start, held[-1].end) == (facts.start, facts.last)
    assert [year.number for year in years] == list(range(1, len(years) + 1))
    assert sum(year.state is YearState.CURRENT for year in years) <= 1
