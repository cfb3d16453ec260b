"""What people do with centres, on a real encrypted file."""

from datetime import date
from uuid import UUID

import pytest

from controllers.centres import Centres
from controllers.history import History
from models.centres.values import (
    EmailWrong,
    EnterpriseNumberTaken,
    EnterpriseNumberWrong,
    NameMissing,
    NationalNumberFound,
    PhoneWrong,
)
from models.kernel.errors import Gone, Refused
from models.kernel.period import PeriodReversed
from models.kernel.typed import TextTooLong
from models.store.store import Store

NUMBER, OTHER = "0566988259", "0887010362"


@pytest.fixture
def centres(store: Store) -> Centres:
    return Centres(store)


@pytest.fixture
def history(store: Store) -> History:
    return History(store)


@pytest.fixture(autouse=True)
def proven(store: Store):
    """Whatever a test did, the tables say what the journal says."""
    yield
    proof = store.verify()
    assert (proof.chain, proof.rows) == ("ok", "ok")


@pytest.fixture
def demer(centres: Centres) -> UUID:
    return centres.add("BE 0566.988.259", "Loopbaanhuis Demer bv")


def test_a_centre_is_known_by_its_number_however_it_is_written(centres: Centres, demer: UUID):
    assert centres.by_number("566.988.259") == demer
    assert centres.by_number("(0)566988259") == demer
    assert centres.by_number(OTHER) is None
    assert centres.file(demer).identity.enterprise_number == NUMBER


def test_the_same_centre_added_on_two_laptops_is_one(centres: Centres, demer: UUID, store: Store):
    with pytest.raises(EnterpriseNumberTaken) as refusal:
        centres.add(NUMBER, "Iemand anders")
    assert refusal.value.field == "enterprise_number"
    assert "Loopbaanhuis Demer bv" in str(refusal.value)
    assert centres.count() == 1


def test_a_number_is_free_wrong_or_taken(centres: Centres, demer: UUID):
    assert centres.free_number("0887.010.362") == OTHER
    assert centres.free_number(NUMBER, but=demer) == NUMBER
    with pytest.raises(EnterpriseNumberTaken):
        centres.free_number(NUMBER)
    with pytest.raises(EnterpriseNumberWrong):
        centres.free_number("0566988258")


def test_a_number_of_another_centre_cannot_be_written_over(centres: Centres, demer: UUID):
    centres.add(OTHER, "Koers & Kompas")
    with pytest.raises(EnterpriseNumberTaken):
        centres.edit(demer, "enterprise_number", OTHER)
    centres.edit(demer, "enterprise_number", NUMBER)
    assert centres.by_number(NUMBER) == demer


def test_a_number_that_was_corrected_is_free_for_another_centre(
    centres: Centres, demer: UUID, history: History
):
    centres.edit(demer, "enterprise_number", OTHER)
    second = centres.add(NUMBER, "Tweede")
    assert second != demer
    assert centres.file(demer).identity.legal_name == "Loopbaanhuis Demer bv"
    assert centres.by_number(OTHER) == demer
    assert centres.by_number(NUMBER) == second
    history.undo()
    assert centres.by_number(NUMBER) is None
    assert centres.count() == 1
    history.redo()
    assert centres.file(second).identity.legal_name == "Tweede"


def test_nothing_is_added_to_a_centre_that_is_gone(centres: Centres, demer: UUID, history: History):
    history.undo()
    for add in (
        lambda: centres.add_establishment(demer, "Genk"),
        lambda: centres.add_contact(demer, "Moreels"),
        lambda: centres.add_counsellor(demer, "An", "Claes"),
    ):
        with pytest.raises(Gone):
            add()
    history.redo()
    assert centres.file(demer).contacts == ()


def test_who_stood_first_keeps_receiving_the_letters(
    centres: Centres, demer: UUID, history: History
):
    names = ["Zeno", "Moreels", "Aerts"]
    rows = [centres.add_contact(demer, name) for name in names]
    assert [person.last_name for person in centres.file(demer).contacts] == names
    centres.remove_part("contact", rows[0])
    assert [person.last_name for person in centres.file(demer).contacts] == names[1:]
    history.undo()
    assert [person.last_name for person in centres.file(demer).contacts] == names


@pytest.mark.parametrize(
    ("field", "most"), [("legal_name", 300), ("locality", 120), ("website", 300), ("phone", None)]
)
def test_a_text_has_the_room_of_its_column(
    centres: Centres, demer: UUID, field: str, most: int | None
):
    long = {"website": "www.demer.be/" + 300 * "x"}.get(field, 400 * "x")
    with pytest.raises(TextTooLong if most else PhoneWrong) as refusal:
        centres.edit(demer, field, long)
    assert refusal.value.field == field
    assert refusal.value.facts.get("most") == most


def test_what_no_file_can_hold_falls_away(centres: Centres, demer: UUID):
    centres.edit(demer, "remark", "een\0 regel\ud83d\nen nog een")
    assert centres.file(demer).identity.remark == "een regel\nen nog een"
    centres.edit_part("contact", centres.add_contact(demer, "Mo\0reels"), "role", "\udc00")
    contact = centres.file(demer).contacts[0]
    assert (contact.last_name, contact.role) == ("Moreels", "")


def test_a_national_number_gets_in_nowhere(centres: Centres, demer: UUID, history: History):
    number = "85.07.30-033.28"
    contact = centres.add_contact(demer, "Moreels")
    before = history.ids()
    for act in (
        lambda: centres.add(OTHER, f"Kompas {number}"),
        lambda: centres.add_contact(demer, f"Moreels {number}"),
        lambda: centres.add_counsellor(demer, number, "Claes"),
        lambda: centres.add_establishment(demer, number),
        lambda: centres.edit(demer, "legal_form", number),
        lambda: centres.edit(demer, "email", "85073003328@demer.be"),
        lambda: centres.edit_part("contact", contact, "role", number),
    ):
        with pytest.raises(NationalNumberFound) as refusal:
            act()
        assert refusal.value.field
        assert "033" not in str(refusal.value)
    assert history.ids() == before


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("phone", "02/506.12.05", "+3225061205"),
        ("phone", "", ""),
        ("email", " INFO@Demer.BE ", "info@demer.be"),
        ("trade_name", "  Demer   Coaching ", "Demer Coaching"),
        ("legal_form", "B.V.B.A.", "BV"),
    ],
)
def test_a_field_is_kept_clean(centres: Centres, demer: UUID, field: str, written: str, kept: str):
    centres.edit(demer, field, written)
    assert getattr(centres.file(demer).identity, field) == kept


@pytest.mark.parametrize(
    ("field", "written", "refusal"),
    [
        ("phone", "123", PhoneWrong),
        ("email", "demer", EmailWrong),
        ("legal_name", "  ", NameMissing),
        ("enterprise_number", "", NameMissing),
        ("remark", "RR 85.07.30-033.28", NationalNumberFound),
    ],
)
def test_a_wrong_value_is_refused_at_its_field_and_nothing_changes(
    centres: Centres, demer: UUID, field: str, written: str, refusal: type[Refused]
):
    before = centres.file(demer)
    with pytest.raises(refusal) as raised:
        centres.edit(demer, field, written)
    assert raised.value.field == field
    assert centres.file(demer) == before


def test_what_is_derived_or_belongs_elsewhere_cannot_be_written(centres: Centres, demer: UUID):
    for field in ("id", "deleted", "colour"):
        with pytest.raises(KeyError):
            centres.edit(demer, field, "x")
    place = centres.add_establishment(demer)
    with pytest.raises(KeyError):
        centres.edit_part("establishment", place, "centre_id", "x")


def test_each_wish_is_one_step_back(centres: Centres, demer: UUID, history: History):
    centres.edit(demer, "locality", "Hasselt")
    centres.edit(demer, "locality", "Genk")
    history.undo()
    assert centres.file(demer).identity.address.locality == "Hasselt"
    history.undo()
    history.undo()
    with pytest.raises(Gone):
        centres.file(demer)
    for _ in range(3):
        history.redo()
    assert centres.file(demer).identity.address.locality == "Genk"


def test_parts_are_added_changed_removed_and_brought_back(
    centres: Centres, demer: UUID, history: History
):
    place = centres.add_establishment(demer, "Genk")
    engagement = centres.add_counsellor(demer, "An", "Claes")
    contact = centres.add_contact(demer, "Moreels")
    person = centres.file(demer).counsellors[0]
    assert person.id == engagement
    centres.edit_part("counsellor", person.counsellor_id, "languages", "Frans")
    centres.edit_part("engagement", engagement, "since", date(2026, 1, 1))
    centres.edit_part("contact", contact, "phone", "0473 72 53 83")
    whole = centres.file(demer)
    assert whole.counsellors[0].languages == "Frans"
    assert whole.counsellors[0].since == date(2026, 1, 1)
    assert whole.contacts[0].phone == "+32473725383"
    centres.remove_part("establishment", place)
    assert centres.file(demer).establishments == ()
    history.undo()
    assert centres.file(demer) == whole


@pytest.mark.parametrize("part", ["establishment", "engagement"])
def test_an_end_lies_after_its_start(centres: Centres, demer: UUID, part: str):
    add = {
        "establishment": lambda: centres.add_establishment(demer),
        "engagement": lambda: centres.add_counsellor(demer, "An", "Claes"),
    }
    row = add[part]()
    centres.edit_part(part, row, "since", date(2026, 1, 2))
    with pytest.raises(PeriodReversed) as refusal:
        centres.edit_part(part, row, "until", date(2026, 1, 1))
    assert refusal.value.field == "until"
    centres.edit_part(part, row, "until", date(2026, 1, 2))
    with pytest.raises(PeriodReversed) as refusal:
        centres.edit_part(part, row, "since", date(2026, 1, 3))
    assert refusal.value.field == "since"


def test_officers_stand_once_in_order(centres: Centres, demer: UUID):
    other = centres.add(OTHER, "Koers & Kompas")
    for centre in (demer, other):
        centres.edit(centre, "officer", "Karine Nijs")
    assert centres.officers() == ["Karine Nijs"]
    centres.edit(demer, "officer", "Filip Loos")
    assert centres.officers() == ["Filip Loos", "Karine Nijs"]


def test_every_way_back_and_forth_leaves_the_file_whole(
    centres: Centres, demer: UUID, history: History, store: Store
):
    place = centres.add_establishment(demer, "Genk")
    contact = centres.add_contact(demer, "Moreels")
    engagement = centres.add_counsellor(demer, "An", "Claes")
    centres.edit_part("contact", contact, "role", "zaakvoerder")
    for part, row in (("establishment", place), ("contact", contact), ("engagement", engagement)):
        centres.remove_part(part, row)
    centres.edit(demer, "enterprise_number", OTHER)
    centres.add(NUMBER, "Tweede")

    def walk(turn) -> list:
        seen = []
        while turn() is not None:
            proof = store.verify()
            assert (proof.chain, proof.rows) == ("ok", "ok")
            seen.append((centres.count(), centres.by_number(NUMBER), centres.by_number(OTHER)))
        return seen

    whole = centres.file(demer)
    back, forth = walk(history.undo), walk(history.redo)
    assert len(back) == len(forth) == 10
    assert back[:-1] == forth[-2::-1]
    assert centres.file(demer) == whole
