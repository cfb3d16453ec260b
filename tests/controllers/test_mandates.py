"""Mandates and certificates, and how centres stand by them, on a real encrypted file."""

from datetime import date
from uuid import UUID

import pytest

from controllers.centres import Centres
from controllers.history import History
from controllers.mandates import Mandates
from models.centres.values import NationalNumberFound
from models.kernel.errors import Gone
from models.kernel.period import PeriodReversed
from models.kernel.typed import TextTooLong
from models.mandates.values import (
    CentreFilter,
    CertificateKind,
    CertificateState,
    EndKind,
    MandateDayMissing,
    MandateEndOutside,
    MandateOverlaps,
    MandateReversed,
    MandateState,
)
from models.store.store import Store
from models.terms.values import DayOutOfReach

NUMBERS = ("0566988259", "0887010362", "1000000021", "0403199702")
ACTIVE, ENDING, EXPIRED = MandateState.ACTIVE, MandateState.ENDING, MandateState.EXPIRED


@pytest.fixture
def centres(store: Store) -> Centres:
    return Centres(store)


@pytest.fixture
def mandates(store: Store) -> Mandates:
    return Mandates(store)


@pytest.fixture(autouse=True)
def proven(store: Store):
    yield
    proof = store.verify()
    assert (proof.chain, proof.rows) == ("ok", "ok")


@pytest.fixture
def centre(centres: Centres) -> UUID:
    return centres.add(NUMBERS[0], "Loopbaanhuis Demer")


def test_a_mandate_lasts_six_years_minus_a_day(mandates: Mandates, centre: UUID):
    mandates.add(centre, "LB-1", date(2026, 11, 1))
    held = mandates.standing(centre).mandates[0]
    assert (held.end, held.expected_end) == (date(2032, 10, 31), date(2032, 10, 31))
    assert mandates.expected_end(date(2024, 2, 29)) == date(2030, 2, 28)


def test_the_state_follows_from_the_days(mandates: Mandates, centre: UUID):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1), deviation="Zo staat het in het besluit.")
    assert mandates.standing(centre).state is ACTIVE
    mandates.edit(row, "end_date", date(2026, 6, 30))
    assert mandates.standing(centre).state is ENDING
    mandates.edit(row, "end_date", date(2026, 5, 3))
    assert mandates.standing(centre).state is EXPIRED
    mandates.edit(row, "end_date", date(2027, 12, 31))
    mandates.edit(row, "ended_on", date(2026, 1, 31))
    assert mandates.standing(centre).state is EXPIRED
    assert "31 januari 2026" in mandates.standing(centre).why
    mandates.edit(row, "end_kind", EndKind.ENDED_VOLUNTARILY)
    assert mandates.standing(centre).state is MandateState.ENDED_VOLUNTARILY


def test_days_that_cannot_be_are_refused(mandates: Mandates, centre: UUID):
    first = mandates.add(centre, "LB-1", date(2022, 1, 1))
    with pytest.raises(MandateOverlaps):
        mandates.add(centre, "LB-2", date(2027, 12, 31))
    second = mandates.add(centre, "LB-2", date(2028, 1, 1))
    with pytest.raises(MandateOverlaps):
        mandates.edit(second, "start_date", date(2027, 12, 31))
    with pytest.raises(MandateReversed):
        mandates.edit(first, "end_date", date(2021, 12, 31))
    with pytest.raises(MandateDayMissing):
        mandates.edit(first, "end_date", None)
    assert [held.start for held in mandates.standing(centre).mandates] == [
        date(2028, 1, 1),
        date(2022, 1, 1),
    ]


@pytest.mark.parametrize("number", ["", "LB-1"])
def test_a_second_mandate_may_not_overlap_whatever_its_number(
    mandates: Mandates, centre: UUID, number: str
):
    mandates.add(centre, number, date(2022, 1, 1))
    with pytest.raises(MandateOverlaps):
        mandates.add(centre, number, date(2025, 1, 1))


def test_a_mandate_that_ended_early_makes_room(mandates: Mandates, centre: UUID):
    first = mandates.add(centre, "LB-1", date(2022, 1, 1))
    mandates.edit(first, "ended_on", date(2025, 6, 30))
    mandates.edit(first, "end_kind", EndKind.WITHDRAWN)
    mandates.add(centre, "LB-2", date(2025, 7, 1), deviation="Nieuwe aanvraag na de intrekking.")
    assert mandates.standing(centre).state is ACTIVE


def test_a_mandate_ends_early_only_while_it_runs(mandates: Mandates, centre: UUID):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1))
    for day in (date(2021, 12, 31), date(2028, 1, 1)):
        with pytest.raises(MandateEndOutside) as refusal:
            mandates.edit(row, "ended_on", day)
        assert refusal.value.field == "ended_on"
    mandates.edit(row, "ended_on", date(2027, 12, 31))
    with pytest.raises(MandateEndOutside) as refusal:
        mandates.edit(row, "end_date", date(2027, 12, 30))
    assert refusal.value.field == "end_date"


def test_an_end_to_come_counts_as_the_last_day(mandates: Mandates, centre: UUID):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1))
    mandates.edit(row, "ended_on", date(2026, 6, 30))
    standing = mandates.standing(centre)
    assert standing.state is ENDING
    assert "30 juni 2026" in standing.why
    assert mandates.rows([centre])[0].mandate_end == date(2026, 6, 30)


def test_what_ended_early_can_be_edited_beside_its_successor(mandates: Mandates, centre: UUID):
    first = mandates.add(centre, "LB-1", date(2022, 1, 1))
    mandates.edit(first, "ended_on", date(2025, 6, 30))
    mandates.add(centre, "LB-2", date(2025, 7, 1), deviation="Nieuwe aanvraag.")
    mandates.edit(first, "number", "LB-1 bis")
    with pytest.raises(MandateOverlaps) as refusal:
        mandates.edit(first, "ended_on", None)
    assert refusal.value.field == "ended_on"


@pytest.mark.parametrize("day", [date(9999, 1, 1), date(2101, 1, 1), date(1979, 12, 31)])
def test_a_day_out_of_reach_is_refused_with_a_sentence(mandates: Mandates, centre: UUID, day: date):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1))
    certificate = mandates.add_certificate(centre, None, None)
    for act in (
        lambda: mandates.add(centre, "LB-2", day),
        lambda: mandates.add(centre, "LB-2", date(2030, 1, 1), day),
        lambda: mandates.expected_end(day),
        lambda: mandates.edit(row, "end_date", day),
        lambda: mandates.add_certificate(centre, None, day),
        lambda: mandates.edit_certificate(certificate, "valid_from", day),
    ):
        with pytest.raises(DayOutOfReach) as refusal:
            act()
        assert refusal.value.field


def test_nothing_is_added_to_a_centre_that_is_gone(mandates: Mandates, centre: UUID, store: Store):
    History(store).undo()
    with pytest.raises(Gone):
        mandates.add(centre, "LB-1", date(2022, 1, 1))
    with pytest.raises(Gone):
        mandates.add_certificate(centre, None, None)


def test_the_number_of_a_mandate_is_cleaned_and_has_its_room(mandates: Mandates, centre: UUID):
    with pytest.raises(NationalNumberFound):
        mandates.add(centre, "85.07.30-033.28", date(2022, 1, 1))
    with pytest.raises(TextTooLong) as refusal:
        mandates.add(centre, "9" * 41, date(2022, 1, 1))
    assert (refusal.value.field, refusal.value.facts["most"]) == ("number", 40)
    mandates.add(centre, " LB\0-\ud8001 ", date(2022, 1, 1))
    assert mandates.standing(centre).mandates[0].number == "LB-1"


def test_a_certificate_that_begins_later_is_not_valid_today(mandates: Mandates, centre: UUID):
    row = mandates.add_certificate(centre, CertificateKind.CEDEO, date(2029, 12, 31))
    mandates.edit_certificate(row, "valid_from", date(2026, 7, 1))
    standing = mandates.standing(centre)
    assert standing.certificate_state is CertificateState.FUTURE
    assert "1 juli 2026" in standing.certificate_why
    assert standing.certificates[0].state is CertificateState.FUTURE
    assert mandates.rows([centre])[0].certificate_state is CertificateState.FUTURE
    mandates.edit_certificate(row, "valid_from", date(2026, 5, 4))
    assert mandates.rows([centre])[0].certificate_state is CertificateState.VALID


def test_the_certificate_is_looked_at_today_and_at_the_next_mandate(
    mandates: Mandates, centre: UUID
):
    mandates.add(centre, "LB-1", date(2022, 1, 1))
    assert mandates.standing(centre).certificate_state is CertificateState.MISSING
    row = mandates.add_certificate(centre, CertificateKind.CEDEO, date(2027, 12, 31))
    standing = mandates.standing(centre)
    assert standing.certificate_state is CertificateState.VALID
    assert standing.next_start == date(2028, 1, 1)
    assert not standing.certified_then
    mandates.edit_certificate(row, "valid_until", date(2028, 1, 1))
    assert mandates.standing(centre).certified_then
    mandates.edit_certificate(row, "valid_from", date(2028, 1, 1))
    assert mandates.standing(centre).certified_then
    with pytest.raises(PeriodReversed) as refusal:
        mandates.edit_certificate(row, "valid_from", date(2028, 1, 2))
    assert refusal.value.field == "valid_from"


def test_the_next_mandate_is_the_one_that_was_granted(mandates: Mandates, centre: UUID):
    assert mandates.standing(centre).next_start is None
    row = mandates.add(centre, "LB-1", date(2022, 1, 1))
    mandates.add(centre, "LB-2", date(2028, 3, 1), deviation="Laat aangevraagd.")
    assert mandates.standing(centre).next_start == date(2028, 3, 1)
    mandates.remove(row)
    assert mandates.standing(centre).next_start == date(2028, 3, 1)


def test_over_means_no_next(mandates: Mandates, centre: UUID):
    mandates.add(centre, "LB-1", date(2015, 1, 1))
    assert mandates.standing(centre).next_start is None


def test_removing_is_one_step_back(mandates: Mandates, centre: UUID, store: Store):
    row = mandates.add(centre, "LB-1", date(2022, 1, 1))
    certificate = mandates.add_certificate(centre, None, None)
    before = mandates.standing(centre)
    mandates.remove(row)
    mandates.remove_certificate(certificate)
    assert mandates.standing(centre).mandates == ()
    History(store).undo()
    History(store).undo()
    assert mandates.standing(centre) == before


@pytest.fixture
def four(centres: Centres, mandates: Mandates) -> dict[str, UUID]:
    """Agora runs, Bries ends soon, Citadel is over, Élan has none."""
    found = {}
    for number, (name, start) in zip(
        NUMBERS,
        (("Citadel", date(2019, 1, 1)), ("Agora", date(2023, 1, 1)), ("Élan", None))
        + (("Bries", date(2020, 9, 1)),),
        strict=True,
    ):
        found[name] = centres.add(number, name)
        if start:
            mandates.add(found[name], f"LB-{name}", start)
    return found


def named(mandates: Mandates, wanted: CentreFilter) -> list[str]:
    ids = mandates.ids(wanted)
    rows = {row.id: row.name for row in mandates.rows(ids)}
    return [rows[one] for one in ids]


def test_the_list_is_narrowed_by_state_and_counted(mandates: Mandates, four: dict[str, UUID]):
    assert named(mandates, CentreFilter()) == ["Agora", "Bries", "Citadel", "Élan"]
    assert named(mandates, CentreFilter(states=frozenset({ENDING, EXPIRED}))) == [
        "Bries",
        "Citadel",
    ]
    counts = mandates.counts()
    assert {state: count for state, count in counts.items() if count} == {
        ACTIVE: 1,
        ENDING: 1,
        EXPIRED: 1,
        MandateState.NONE: 1,
    }


def test_counts_leave_out_what_was_undone(mandates: Mandates, four: dict[str, UUID], store: Store):
    for _ in range(2):
        History(store).undo()
    assert sum(mandates.counts().values()) == 3


def test_words_officer_and_state_narrow_together(
    mandates: Mandates, centres: Centres, four: dict[str, UUID]
):
    for name in ("Agora", "Bries"):
        centres.edit(four[name], "officer", "Karine Nijs")
    assert named(mandates, CentreFilter(officer="Karine Nijs")) == ["Agora", "Bries"]
    both = CentreFilter(officer="Karine Nijs", states=frozenset({ACTIVE}))
    assert named(mandates, both) == ["Agora"]
    assert named(mandates, CentreFilter(text="elan")) == ["Élan"]
    assert named(mandates, CentreFilter(text="bries karine")) == ["Bries"]


def test_the_list_is_ordered_by_the_last_day(mandates: Mandates, four: dict[str, UUID]):
    order = CentreFilter(order="mandate_end")
    assert named(mandates, order) == ["Élan", "Citadel", "Bries", "Agora"]
    down = CentreFilter(order="mandate_end", descending=True)
    assert named(mandates, down) == ["Agora", "Bries", "Citadel", "Élan"]


def test_more_rows_than_one_question_can_hold_come_all(mandates: Mandates, four: dict[str, UUID]):
    many = [*four.values(), *(UUID(int=number) for number in range(1, 70_000))]
    assert len(mandates.rows(many)) == len(four)
