"""A centre that gets another name is still found by the old one, with the days it bore it."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.centres.values import NameKind, NameMissing
from models.kernel.period import PeriodReversed
from models.mandates.values import CentreFilter
from models.store.keys import Cost

CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
FIRST, LATER = date(2026, 5, 4), date(2027, 3, 10)


class Wall:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 4, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go_to(self, day: date) -> None:
        self.now = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def do(tmp_path: Path, wall: Wall):
    made = Opening(wall, "Lotte", CHEAP).create(tmp_path / "k.waarmerk", "vier losse woorden")
    yield made.controllers
    made.controllers.close()


@pytest.fixture
def centre(do: Controllers) -> UUID:
    found = do.centres.add("0566988259", "Wegwijs Loopbaan")
    do.centres.edit(found, "trade_name", "Talentkaai")
    return found


def names(do: Controllers, centre: UUID) -> list[tuple[str, date | None, date | None]]:
    return [(one.name, one.since, one.until) for one in do.centres.file(centre).former_names]


def found_by(do: Controllers, typed: str) -> list[UUID]:
    return list(do.mandates.ids(CentreFilter(text=typed)))


def test_the_old_name_is_kept_with_its_last_day_in_the_same_step(do, centre, wall):
    wall.go_to(LATER)
    do.centres.edit(centre, "trade_name", "Groeipad")
    assert names(do, centre) == [("Talentkaai", None, date(2027, 3, 9))]
    assert do.centres.file(centre).former_names[0].kind is NameKind.TRADE
    do.history.undo()
    assert names(do, centre) == []
    assert do.centres.file(centre).identity.trade_name == "Talentkaai"
    do.history.redo()
    assert names(do, centre) == [("Talentkaai", None, date(2027, 3, 9))]


def test_the_centre_is_found_by_the_name_it_bore(do, centre, wall):
    wall.go_to(LATER)
    do.centres.edit(centre, "trade_name", "Groeipad")
    assert found_by(do, "talentk") == [centre]
    assert found_by(do, "ta") == [centre]
    do.history.undo()
    do.centres.edit(centre, "legal_name", "Kompas")
    assert found_by(do, "wegwijs") == [centre]
    row = do.centres.file(centre).former_names[0].id
    do.centres.edit_part("former_name", row, "name", "Zeewijs")
    assert found_by(do, "wegwijs") == []
    assert found_by(do, "zeewijs") == [centre]
    do.centres.remove_part("former_name", row)
    assert found_by(do, "zeewijs") == []


def test_a_correction_within_the_day_of_typing_was_never_borne(do, centre, wall):
    do.centres.edit(centre, "trade_name", "Talentkade")
    assert names(do, centre) == []
    wall.go_to(LATER)
    for typed in ("Groeipd", "Groeipad", "Groeipad Oost"):
        do.centres.edit(centre, "trade_name", typed)
    assert names(do, centre) == [("Talentkade", None, date(2027, 3, 9))]


def test_typing_the_old_name_again_takes_it_off_the_list(do, centre, wall):
    wall.go_to(LATER)
    do.centres.edit(centre, "trade_name", "Groeipad")
    do.centres.edit(centre, "trade_name", "Talentkaai")
    assert names(do, centre) == []


def test_after_an_undo_the_name_still_counts_as_the_old_one(do, centre, wall):
    wall.go_to(LATER)
    do.centres.edit(centre, "trade_name", "Groeipad")
    do.history.undo()
    do.centres.edit(centre, "trade_name", "Zeewijs")
    assert names(do, centre) == [("Talentkaai", None, date(2027, 3, 9))]


@pytest.mark.parametrize("written", ["WEGWIJS LOOPBAAN", "Wegwijs Loopbaan bv", "Wegwijs-Loopbaan"])
def test_the_same_name_written_otherwise_is_no_other_name(do, centre, wall, written):
    wall.go_to(LATER)
    do.centres.edit(centre, "legal_name", written)
    assert names(do, centre) == []


def test_a_second_change_begins_where_the_first_ended(do, centre, wall):
    wall.go_to(LATER)
    do.centres.edit(centre, "trade_name", "Groeipad")
    wall.go_to(date(2028, 1, 15))
    do.centres.edit(centre, "trade_name", "")
    assert names(do, centre) == [
        ("Groeipad", date(2027, 3, 10), date(2028, 1, 14)),
        ("Talentkaai", None, date(2027, 3, 9)),
    ]


def test_a_former_name_is_written_down_and_corrected_by_hand(do, centre):
    row = do.centres.add_former_name(centre, "De Oude Wegwijzer", NameKind.LEGAL)
    do.centres.edit_part("former_name", row, "since", date(2015, 1, 1))
    do.centres.edit_part("former_name", row, "until", date(2019, 12, 31))
    assert names(do, centre) == [("De Oude Wegwijzer", date(2015, 1, 1), date(2019, 12, 31))]
    assert found_by(do, "oude wegwijzer") == [centre]
    with pytest.raises(PeriodReversed):
        do.centres.edit_part("former_name", row, "since", date(2020, 1, 1))
    with pytest.raises(NameMissing):
        do.centres.edit_part("former_name", row, "name", " ")
    with pytest.raises(NameMissing):
        do.centres.add_former_name(centre, " ", NameKind.LEGAL)


def test_a_renamed_centre_leaves_the_journal_whole(do, centre, wall):
    wall.go_to(LATER)
    do.centres.edit(centre, "legal_name", "Kompas")
    assert do.history.verify().rows == "ok"
