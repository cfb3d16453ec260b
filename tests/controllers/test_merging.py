"""Two centres made one: what moves, what is asked for, what stays reachable, and the way back."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from controllers.bundle import Controllers
from models.centres.entities import SEARCHED, Engagement
from models.centres.values import EnterpriseNumberTaken, NameKind, NationalNumberFound
from models.duplicates.queries import _kinds, former_names
from models.duplicates.values import MergeReasonMissing, MergeWithItself
from models.kernel.errors import Gone
from models.mandates.values import CentreFilter, CertificateKind
from models.store.file import Terms, create, open_file
from tests.conftest import NOW as NOON
from tests.conftest import CHEAP, PASSPHRASE
from tests.models.store.hands import shown

KAAI, OTHER, THIRD = "0566988259", "0887010362", "1000000021"


@pytest.fixture
def office(store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def kaai(office):
    """The file that stays: a contact, a place and a mandate."""
    centre = office.centres.add(KAAI, "Talentkaai BV")
    office.centres.edit(centre, "phone", "02 506 12 05")
    office.centres.add_contact(centre, "Jansen")
    office.mandates.add(centre, "LB-1", date(2022, 7, 1))
    return centre


@pytest.fixture
def twin(office):
    """The same centre, opened once more under another number."""
    centre = office.centres.add(OTHER, "Talenkaai")
    office.centres.edit(centre, "email", "info@talentkaai.be")
    office.centres.edit(centre, "street", "Kaai")
    office.centres.edit(centre, "house_number", "12")
    office.centres.add_contact(centre, "Peeters")
    office.centres.add_contact(centre, "Maes")
    office.centres.add_establishment(centre, "Kaai Brugge")
    office.mandates.add_certificate(centre, CertificateKind.CEDEO, date(2028, 1, 1))
    office.checks.plan(centre, date(2026, 9, 1))
    return centre


def pair(comparison, key):
    return next(each for each in comparison.fields if each.key == key)


# --- finding


def test_it_says_which_name_is_the_same(office, kaai):
    office.centres.edit(kaai, "trade_name", "Wegwijs Westhoek")
    other = office.centres.add(THIRD, "Wegwijs Westhoek bv")
    (found,) = office.merging.candidates()
    assert {found.one.id, found.other.id} == {kaai, other}
    assert found.reasons == ("legal name of one is trade name of the other",)
    office.centres.edit(other, "trade_name", "WEGWIJS WESTHOEK")
    (found,) = office.merging.candidates()
    assert found.reasons == ("same trade name",)


def test_both_stand_in_the_list_with_the_reason_until_somebody_says_they_are_two(
    office, kaai, twin
):
    office.centres.add(THIRD, "Koers en Kompas")
    (found,) = office.merging.candidates()
    assert {found.one.id, found.other.id} == {kaai, twin}
    assert found.reasons == ("name nearly the same",)
    office.merging.keep_apart(twin, kaai)
    assert office.merging.candidates() == []
    office.history.undo()
    assert len(office.merging.candidates()) == 1
    office.history.redo()
    assert office.merging.candidates() == []


def test_to_be_two_is_one_fact_whoever_says_it_and_in_whichever_order(office, kaai, twin):
    office.merging.keep_apart(twin, kaai)
    steps = len(office.history.ids())
    office.merging.keep_apart(kaai, twin)
    assert len(office.history.ids()) == steps


# --- side by side


def test_every_field_of_both_with_who_wrote_it_when(office, kaai, twin, store):
    store.sign_as("Filip Loos")
    office.centres.edit(kaai, "legal_name", "Talentkaai")
    found = office.merging.compare(kaai, twin)
    name = pair(found, "legal_name")
    assert (name.kept.text, name.kept.who) == ("Talentkaai", "Filip Loos")
    assert (name.other.text, name.other.who) == ("Talenkaai", "Lotte Verhaegen")
    assert name.kept.at == store.now()
    assert pair(found, "address").other.text == "Kaai 12"
    assert pair(found, "enterprise_number").kept.text == "0566.988.259"
    assert not pair(found, "website").differs
    assert pair(found, "website").kept.who == ""
    assert found.suggested == {"email", "address"}


def test_what_would_move_is_told_by_kind(office, kaai, twin):
    moves = dict(office.merging.compare(kaai, twin).moves)
    assert moves == {
        "Contact": 2,
        "Establishment": 1,
        "Quality certificate": 1,
        "Check": 1,
    }


def test_a_centre_is_not_held_against_itself(office, kaai):
    for verb in (office.merging.compare, office.merging.merge):
        with pytest.raises(MergeWithItself):
            verb(kaai, kaai)


# --- merging


def test_all_that_belonged_to_the_other_moves_along(office, kaai, twin, store):
    office.merging.merge(kaai, twin, {"email", "address"})
    file = office.centres.file(kaai)
    assert [person.last_name for person in file.contacts] == ["Jansen", "Peeters", "Maes"]
    assert [place.name for place in file.establishments] == ["Kaai Brugge"]
    assert (file.identity.email, file.identity.phone) == ("info@talentkaai.be", "+3225061205")
    assert file.identity.address.lines() == ("Kaai 12",)
    assert file.identity.enterprise_number == KAAI
    assert len(office.checks.ids(kaai)) == 1
    with pytest.raises(Gone):
        office.centres.file(twin)
    with store.look() as session:
        for kind in _kinds():
            left = select(kind).where(kind.centre_id == twin)
            assert not session.scalars(left, execution_options={"with_deleted": True}).all()
    assert store.verify().whole


def test_it_is_one_step_with_its_reason(office, kaai, twin):
    steps = len(office.history.ids())
    office.merging.merge(kaai, twin, why="Twee keer geopend")
    assert len(office.history.ids()) == steps + 1
    (step,) = office.history.steps(office.history.ids()[:1])
    assert (step.label, step.subject) == ("Merge centres", "Talenkaai → Talentkaai BV")
    assert step.why == "Twee keer geopend"


def test_whoever_asks_for_the_other_finds_the_one_that_stays(office, kaai, twin):
    office.merging.merge(kaai, twin)
    assert office.centres.standing_for(twin) == kaai
    assert office.centres.standing_for(kaai) == kaai
    assert office.centres.by_number(OTHER) == kaai
    for typed in ("Talenkaai", OTHER, "talentk", "tal"):
        assert list(office.mandates.ids(CentreFilter(text=typed))) == [kaai]
    with pytest.raises(EnterpriseNumberTaken, match="Talentkaai"):
        office.centres.add(OTHER, "Talenkaai")


def test_the_number_that_gives_way_still_leads_here(office, kaai, twin):
    office.merging.merge(kaai, twin, {"enterprise_number"})
    assert office.centres.file(kaai).identity.enterprise_number == OTHER
    assert office.centres.by_number(KAAI) == kaai
    office.history.undo()
    assert office.centres.by_number(KAAI) == kaai
    assert office.centres.by_number(OTHER) == twin


def test_names_that_are_no_longer_borne_are_kept(office, kaai, twin, store):
    office.centres.edit(twin, "trade_name", "De Kaai")
    office.merging.merge(kaai, twin, {"trade_name"})
    with store.look() as session:
        assert former_names(session, kaai) == ["Talenkaai"]


def test_the_history_of_both_stays_reachable(office, kaai, twin):
    before = {*office.history.of_row(kaai), *office.history.of_row(twin)}
    office.merging.merge(kaai, twin)
    assert before < set(office.history.of_row(kaai))
    birth = office.history.of_row(twin)[-1]
    story = office.history.story(birth, kaai)
    assert [row.row for row in story.rows] == [twin]


def test_a_centre_merged_into_one_that_is_merged_itself(office, kaai, twin):
    third = office.centres.add(THIRD, "Talent Kaai")
    office.merging.merge(twin, third)
    office.merging.merge(kaai, twin)
    assert office.centres.standing_for(third) == kaai
    assert office.centres.by_number(THIRD) == kaai
    assert list(office.mandates.ids(CentreFilter(text=THIRD))) == [kaai]
    assert {*office.history.of_row(third)} < {*office.history.of_row(kaai)}
    office.history.undo()
    assert office.centres.standing_for(third) == twin


def test_two_mandates_at_once_are_told_and_ask_for_a_reason(office, kaai, twin, store):
    office.mandates.add(twin, "LB-2", date(2023, 1, 1))
    found = office.merging.compare(kaai, twin)
    assert found.overlaps == ("LB-1 1 jul 2022 – 30 jun 2028 / LB-2 1 jan 2023 – 31 dec 2028",)
    before = shown(store)
    with pytest.raises(MergeReasonMissing, match="LB-1") as refused:
        office.merging.merge(kaai, twin, why="  ")
    assert refused.value.field == "why"
    assert shown(store) == before
    office.merging.merge(kaai, twin, why="Twee keer ingeschreven")
    kept = {row["number"]: row["deviation"] for row in shown(store)["mandate"].values()}
    assert kept == {"LB-1": None, "LB-2": "Twee keer ingeschreven"}


def test_a_reason_is_no_place_for_a_register_number(office, kaai, twin):
    with pytest.raises(NationalNumberFound) as refused:
        office.merging.merge(kaai, twin, why="dossier 85.07.30-033.28")
    assert refused.value.field == "why"


def test_people_in_both_files_are_shown_and_not_doubled_in_silence(office, kaai, twin, store):
    office.centres.add_counsellor(kaai, "An", "Wouters")
    office.centres.add_counsellor(twin, "an", "Wouters")
    office.centres.add_counsellor(kaai, "Bo", "Claes")
    with store.look() as session:
        bo = (
            session.scalars(select(Engagement).order_by(Engagement.id.desc())).first().counsellor_id
        )
    with store.change("Work here too") as session:
        session.add(Engagement(centre_id=twin, counsellor_id=bo))
    assert set(office.merging.compare(kaai, twin).people) == {
        "an Wouters is in both files as two persons; both stay.",
        "Bo Claes stands in both files alike, and stays once.",
    }
    office.merging.merge(kaai, twin)
    people = [person.name for person in office.centres.file(kaai).counsellors]
    assert sorted(people) == ["An Wouters", "Bo Claes", "an Wouters"]
    office.history.undo()
    assert [person.name for person in office.centres.file(twin).counsellors] == [
        "Bo Claes",
        "an Wouters",
    ]


def test_what_was_removed_moves_along_and_stays_removed(office, kaai, twin):
    person = office.centres.file(twin).contacts[0].id
    office.centres.remove_part("contact", person)
    office.merging.merge(kaai, twin)
    assert [each.last_name for each in office.centres.file(kaai).contacts] == ["Jansen", "Maes"]
    office.history.undo()
    office.history.undo()
    assert [each.last_name for each in office.centres.file(twin).contacts] == ["Peeters", "Maes"]


def test_the_other_as_known_before_it_went_up(office, kaai, twin, store):
    whole = office.centres.file(twin)
    office.merging.merge(kaai, twin)
    office.history.undo()
    assert office.as_known(twin, office.today()).centres.file(twin) == whole


# --- the way back

VERBS = ("edit", "contact", "place", "mandate", "remove", "certificate", "check", "person")
acts = st.lists(
    st.tuples(st.sampled_from(VERBS), st.integers(0, 1), st.integers(0, 9)), max_size=14
)
taken = st.sets(st.sampled_from(("enterprise_number", "legal_name", "address", "phone", "email")))


@given(acts, taken)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_one_undo_brings_both_back_exactly_also_after_a_restart(work, fields):
    terms = Terms(clock=lambda: NOON, who="Lotte", searched=(SEARCHED,), cost=CHEAP)
    with tempfile.TemporaryDirectory() as folder:
        store, _ = create(Path(folder) / "kantoor.waarmerk", PASSPHRASE, terms)
        office = Controllers(store)
        both = [office.centres.add(KAAI, "Talentkaai"), office.centres.add(OTHER, "Talenkaai")]
        for verb, side, number in work:
            _do(office, verb, both[side], number)
        before = shown(store)
        office.merging.merge(*both, fields, "Twee keer geopend")
        after = shown(store)
        assert after != before
        assert all(row["centre_id"] == both[0] for row in _owned(after))
        office.history.undo()
        assert shown(store) == before
        office.history.redo()
        assert shown(store) == after
        store.close()
        store = open_file(store.path, PASSPHRASE, terms)
        assert store.verify().whole
        store.undo()
        assert shown(store) == before
        store.redo()
        assert shown(store) == after
        store.close()


def _owned(tables):
    return [row for rows in tables.values() for row in rows.values() if "centre_id" in row]


def _do(office, verb, centre, number):
    word = f"{verb}{number}"
    match verb:
        case "edit":
            office.centres.edit(
                centre, ("trade_name", "street", "email")[number % 3], _text(number)
            )
        case "contact":
            office.centres.add_contact(centre, word)
        case "place":
            office.centres.add_establishment(centre, word)
        case "person":
            office.centres.add_counsellor(centre, "An", word)
        case "mandate":
            start = date(2000 + 6 * number % 60, 1, 1)
            held = office.mandates.standing(centre).mandates
            if all(each.start != start for each in held):
                try:
                    office.mandates.add(centre, word, start)
                except Exception:  # it runs at the same time as another one
                    return
        case "certificate":
            office.mandates.add_certificate(
                centre, CertificateKind.CEDEO, date(2027, 1, 1 + number)
            )
        case "check":
            office.checks.plan(centre, date(2026, 6, 1 + number))
        case "remove":
            people = office.centres.file(centre).contacts
            if people:
                office.centres.remove_part("contact", people[number % len(people)].id)


def _text(number):
    return f"naam{number}@kaai.be"


def test_a_former_name_leads_to_its_own_centre_again_once_merging_is_undone(office, kaai, twin):
    office.centres.add_former_name(twin, "Wegwijs in Werk", NameKind.TRADE)
    office.merging.merge(kaai, twin)
    assert office.mandates.ids(CentreFilter(text="wegwijs")) == [kaai]
    office.history.undo()
    assert office.mandates.ids(CentreFilter(text="wegwijs")) == [twin]
