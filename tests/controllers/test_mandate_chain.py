"""A chain of periods: what differs is said and needs a reason, and a period is renewed at once."""

from datetime import date
from uuid import UUID

import pytest

from controllers.centres import Centres
from controllers.history import History
from controllers.mandates import Mandates
from controllers.settings import OfficeSettings
from models.kernel.period import PeriodReversed
from models.mandates.values import (
    EndKind,
    MandateOverlaps,
    MandateReasonLost,
    MandateReasonNeeded,
    MandateState,
    NothingToRenew,
    RenewalRegime,
    RenewedAlready,
    SuspensionOutside,
    WaitingBeforeEnd,
    WaitingWithoutEnd,
)
from models.store.store import Store

WHY = "Zo staat het in de beslissing."


@pytest.fixture
def mandates(store: Store) -> Mandates:
    return Mandates(store)


@pytest.fixture
def centre(store: Store) -> UUID:
    return Centres(store).add("0566988259", "Loopbaanhuis Demer")


def test_another_length_needs_a_reason_and_is_then_kept(mandates: Mandates, centre: UUID):
    with pytest.raises(MandateReasonNeeded) as refusal:
        mandates.add(centre, "LB-1", date(2022, 1, 1), date(2027, 6, 30))
    assert refusal.value.field == "end_date"
    assert "31 december 2027" in str(refusal.value)
    assert not mandates.standing(centre).mandates
    mandates.add(centre, "LB-1", date(2022, 1, 1), date(2027, 6, 30), WHY)
    held = mandates.standing(centre).mandates[0]
    assert held.deviation == WHY
    assert len(held.deviations) == 1


def test_a_gap_between_two_periods_needs_a_reason(mandates: Mandates, centre: UUID):
    first = mandates.add(centre, "LB-1", date(2022, 1, 1))
    with pytest.raises(MandateReasonNeeded) as refusal:
        mandates.add(centre, "LB-2", date(2028, 1, 2))
    assert refusal.value.field == "start_date"
    second = mandates.add(centre, "LB-2", date(2028, 1, 1))
    with pytest.raises(MandateReasonNeeded) as refusal:
        mandates.edit(first, "end_date", date(2027, 12, 30))
    assert refusal.value.field == "end_date"
    with pytest.raises(MandateReasonNeeded):
        mandates.edit(second, "start_date", date(2028, 2, 1))
    mandates.edit(second, "deviation", WHY)
    mandates.edit(second, "start_date", date(2028, 2, 1))
    assert "31 dagen" in mandates.standing(centre).mandates[0].deviations[-1] or (
        "31 days" in mandates.standing(centre).mandates[0].deviations[-1]
    )


def test_a_reason_stays_as_long_as_it_is_needed(mandates: Mandates, centre: UUID):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1), date(2027, 6, 30), WHY)
    for nothing in ("", "   ", None):
        with pytest.raises(MandateReasonLost) as refusal:
            mandates.edit(row, "deviation", nothing)
        assert refusal.value.field == "deviation"
    mandates.edit(row, "end_date", date(2027, 12, 31))
    mandates.edit(row, "deviation", None)
    assert mandates.standing(centre).mandates[0].deviation == ""


def test_what_came_from_a_list_can_be_edited_beside_its_odd_days(
    mandates: Mandates, centre: UUID, store: Store
):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1), date(2027, 6, 30), WHY)
    from models.mandates.entities import Mandate

    with store.change("Import") as session:
        session.get_one(Mandate, row).deviation = None
    mandates.edit(row, "number", "LB-1 bis")
    with pytest.raises(MandateReasonNeeded):
        mandates.edit(row, "end_date", date(2027, 7, 31))


def test_two_that_would_run_on_one_day_are_refused_whatever_the_reason(
    mandates: Mandates, centre: UUID
):
    mandates.add(centre, "LB-1", date(2022, 1, 1))
    with pytest.raises(MandateOverlaps):
        mandates.add(centre, "LB-2", date(2027, 12, 31), deviation=WHY)


def test_a_new_mandate_in_the_waiting_period_needs_a_reason(mandates: Mandates, centre: UUID):
    first = mandates.add(centre, "LB-1", date(2020, 1, 1))
    mandates.edit(first, "ended_on", date(2025, 6, 30))
    mandates.edit(first, "end_kind", EndKind.WITHDRAWN)
    mandates.edit(first, "waiting_period_until", date(2026, 6, 30))
    assert mandates.standing(centre).state is MandateState.WAITING
    assert mandates.rows([centre])[0].state is MandateState.WAITING
    assert mandates.counts()[MandateState.WAITING] == 1
    with pytest.raises(MandateReasonNeeded) as refusal:
        mandates.add(centre, "LB-2", date(2026, 6, 30))
    assert "30 juni 2026" in str(refusal.value)
    mandates.add(centre, "LB-2", date(2026, 7, 1))
    assert mandates.standing(centre).mandates[0].deviations == ()


def test_a_waiting_period_follows_an_early_end(mandates: Mandates, centre: UUID):
    row = mandates.add(centre, "LB-1", date(2020, 1, 1), date(2026, 12, 31), WHY)
    with pytest.raises(WaitingWithoutEnd):
        mandates.edit(row, "waiting_period_until", date(2026, 6, 30))
    mandates.edit(row, "ended_on", date(2026, 3, 31))
    with pytest.raises(WaitingBeforeEnd):
        mandates.edit(row, "waiting_period_until", date(2026, 3, 30))
    mandates.edit(row, "waiting_period_until", date(2026, 9, 30))
    with pytest.raises(WaitingWithoutEnd) as refusal:
        mandates.edit(row, "ended_on", None)
    assert refusal.value.field == "ended_on"


def test_suspension_shows_only_where_the_office_uses_it(
    mandates: Mandates, centre: UUID, store: Store
):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1))
    mandates.edit(row, "suspended_from", date(2026, 4, 1))
    with pytest.raises(PeriodReversed):
        mandates.edit(row, "suspended_until", date(2026, 3, 31))
    with pytest.raises(SuspensionOutside):
        mandates.edit(row, "suspended_until", date(2028, 1, 1))
    assert mandates.standing(centre).state is MandateState.ACTIVE
    OfficeSettings(store).edit("suspension", "on")
    assert mandates.standing(centre).state is MandateState.SUSPENDED
    assert mandates.rows([centre])[0].state is MandateState.SUSPENDED
    mandates.edit(row, "suspended_until", date(2026, 5, 3))
    assert mandates.standing(centre).state is MandateState.ACTIVE


def test_the_next_period_is_proposed_and_made_in_one_step(
    mandates: Mandates, centre: UUID, store: Store
):
    first = mandates.add(centre, "LB-1", date(2020, 12, 1))
    proposed = mandates.renewal(centre)
    assert (proposed.start, proposed.end) == (date(2026, 12, 1), date(2032, 11, 30))
    assert proposed.regime is RenewalRegime.NOTICE
    assert proposed.predecessor_id == first
    made = mandates.renew(centre, "LB-2", proposed.start, continued_on=date(2026, 4, 1))
    later, earlier = mandates.standing(centre).mandates
    assert (later.id, later.predecessor_id, later.deviations) == (made, first, ())
    assert mandates.rows([centre])[0].state is earlier.state is MandateState.ACTIVE
    assert "next period is granted" in earlier.why
    assert earlier.continued_on == date(2026, 4, 1)
    with pytest.raises(RenewedAlready):
        mandates.renewal(centre)
    History(store).undo()
    assert [held.id for held in mandates.standing(centre).mandates] == [first]
    assert mandates.standing(centre).mandates[0].continued_on is None


def test_whoever_writes_it_down_a_mandate_comes_after_the_latest_one_before_it(
    mandates: Mandates, centre: UUID
):
    """After a gap too, and after one that stopped early: the gap is told, the chain goes on."""
    first = mandates.add(centre, "LB-1", date(2010, 1, 1))
    second = mandates.add(centre, "LB-2", date(2016, 3, 1), deviation="Laat aangevraagd.")
    mandates.edit(second, "ended_on", date(2020, 6, 30))
    mandates.add(centre, "LB-3", date(2023, 1, 1))
    latest, later, earlier = mandates.standing(centre).mandates
    assert [one.predecessor_id for one in (latest, later, earlier)] == [second, first, None]
    assert [one.place for one in (latest, later, earlier)] == [(3, 3), (2, 3), (1, 3)]
    assert [len(one.deviations) for one in (latest, later, earlier)] == [0, 1, 0]
    assert "60 days" in later.deviations[0]


@pytest.mark.parametrize(
    ("start", "regime"),
    [
        (date(2019, 10, 31), RenewalRegime.APPLICATION),
        (date(2019, 11, 1), RenewalRegime.NOTICE),
    ],
)
def test_the_regime_is_that_of_the_day_the_next_period_starts(
    mandates: Mandates, centre: UUID, start: date, regime: RenewalRegime
):
    mandates.add(centre, "LB-1", start)
    assert mandates.renewal(centre).regime is regime


def test_a_reason_keeps_its_lines(mandates: Mandates, centre: UUID):
    why = "Besluit van 3 maart.\nDe zetel verhuisde."
    row = mandates.add(centre, "LB-1", date(2022, 1, 1), date(2027, 6, 30), f"  {why}\n")
    assert mandates.standing(centre).mandates[0].deviation == why
    mandates.edit(row, "deviation", f"{why}\n\nEn nog een regel.")
    assert mandates.standing(centre).mandates[0].deviation == f"{why}\n\nEn nog een regel."


def test_there_is_nothing_to_renew_of_what_stopped(mandates: Mandates, centre: UUID):
    with pytest.raises(NothingToRenew):
        mandates.renewal(centre)
    row = mandates.add(centre, "LB-1", date(2022, 1, 1))
    mandates.edit(row, "ended_on", date(2026, 1, 31))
    with pytest.raises(NothingToRenew):
        mandates.renewal(centre)
