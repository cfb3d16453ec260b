"""The file as known on a day: what was written down by then, and nothing of what came after."""

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.centres.entities import SEARCHED, CareerCentre, ContactPerson, Counsellor, Engagement
from models.checks.entities import CheckedDossier, DossierCheck
from models.kernel.errors import Gone
from models.settings.entities import Setting
from models.store.file import Terms, create
from models.store.past import (
    DayToCome,
    DestroyedSince,
    NotKnownYet,
    NotThereThen,
    PastStandsFast,
    as_known,
    end_of,
)
from tests.conftest import CHEAP, PASSPHRASE
from tests.models.store.hands import add_centre, name_of, remove, rename, shown

MARCH = date(2026, 3, 1)
PARTS = ("centre", "contact", "engagement", "counsellor", "setting")


class Calendar:
    """A clock that stands at noon of a day and can be turned on."""

    def __init__(self) -> None:
        self.day, self.hour = MARCH, 12

    def __call__(self) -> datetime:
        noon = datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)
        return noon + timedelta(hours=self.hour)

    def turn(self, days: int = 1) -> date:
        self.day += timedelta(days=days)
        return self.day


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def terms(calendar: Calendar) -> Terms:
    return Terms(clock=calendar, who="Lotte Verhaegen", searched=(SEARCHED,), cost=CHEAP)


def contact(store, centre, name):
    with store.change("Add contact") as session:
        person = ContactPerson(centre_id=centre, last_name=name, position=1)
        session.add(person)
        session.flush()
        return person.id


def contacts(store, centre):
    with store.look() as session:
        wanted = select(ContactPerson.last_name).where(ContactPerson.centre_id == centre)
        return sorted(session.scalars(wanted))


def known(store, centre, day):
    return as_known(store, SEARCHED, centre, day)


def test_a_name_is_what_it_was_on_that_day(store, calendar):
    centre = add_centre(store)
    tenth = calendar.turn(9)
    rename(store, centre, "Zonnewijzer en Zonen")
    calendar.turn()
    rename(store, centre, "Zonnewijzer Groep")
    assert name_of(known(store, centre, MARCH), centre) == "Zonnewijzer Loopbaanadvies"
    assert name_of(known(store, centre, tenth - timedelta(1)), centre) == (
        "Zonnewijzer Loopbaanadvies"
    )
    assert name_of(known(store, centre, tenth), centre) == "Zonnewijzer en Zonen"
    assert name_of(known(store, centre, calendar.day), centre) == "Zonnewijzer Groep"


def test_what_was_written_down_later_is_unknown_though_its_own_date_lies_before(store, calendar):
    centre = add_centre(store)
    calendar.turn(30)
    with store.change("Plan check") as session:
        late = DossierCheck(
            centre_id=centre,
            reference="DC-1",
            template_key="k",
            template_version=1,
            visit_date=MARCH - timedelta(days=100),
        )
        session.add(late)
    with known(store, centre, MARCH).look() as session:
        assert session.scalars(select(DossierCheck)).all() == []
    with known(store, centre, calendar.day).look() as session:
        assert session.scalars(select(DossierCheck.reference)).all() == ["DC-1"]


def test_a_day_ends_at_midnight_on_the_wall():
    last = end_of(date(2026, 3, 29)).astimezone()  # the night the clocks go forward
    assert (last.date(), last.hour, last.minute) == (date(2026, 3, 29), 23, 59)
    assert end_of(date(2026, 3, 30)) - end_of(date(2026, 3, 29)) == timedelta(hours=24)


def test_what_was_removed_since_is_there_and_what_was_undone_is_not(store, calendar):
    centre = add_centre(store)
    person = contact(store, centre, "Jansen")
    calendar.turn()
    with store.change("Remove contact") as session:
        session.delete(session.get_one(ContactPerson, person))
    contact(store, centre, "Vergissing")
    store.undo()
    assert contacts(known(store, centre, MARCH), centre) == ["Jansen"]
    assert contacts(known(store, centre, calendar.day), centre) == []


def test_what_moved_to_another_centre_since_stands_where_it_stood(store, calendar):
    one, other = add_centre(store), add_centre(store, enterprise_number="0887010362")
    person = contact(store, one, "Jansen")
    calendar.turn()
    with store.change("Move contact") as session:
        session.get_one(ContactPerson, person).centre_id = other
    assert contacts(known(store, one, MARCH), one) == ["Jansen"]
    assert contacts(known(store, other, MARCH), other) == []
    assert contacts(known(store, one, calendar.day), one) == []
    assert contacts(known(store, other, calendar.day), other) == ["Jansen"]


def test_parts_of_parts_and_people_come_along_as_they_were(store, calendar):
    centre = add_centre(store)
    with store.change("Work") as session:
        person = Counsellor(last_name="Loos")
        check = DossierCheck(
            centre_id=centre, reference="DC-1", template_key="k", template_version=1
        )
        session.add_all([person, check])
        session.flush()
        session.add(CheckedDossier(check_id=check.id, number="KZ-001", position=1))
        session.add(Engagement(centre_id=centre, counsellor_id=person.id))
        session.add(Setting(key="mandate_ending_months", value="9"))
        kept = person.id
    calendar.turn()
    with store.change("Marry") as session:
        session.get_one(Counsellor, kept).last_name = "Loos-Nijs"
        session.add(Counsellor(last_name="Iemand van elders"))
    with known(store, centre, MARCH).look() as session:
        assert session.scalars(select(CheckedDossier.number)).all() == ["KZ-001"]
        assert session.scalars(select(Counsellor.last_name)).all() == ["Loos"]
        assert session.scalars(select(Setting.value)).all() == ["9"]


def test_a_day_before_the_first_line_says_when_that_was(store, calendar):
    calendar.turn(5)
    centre = add_centre(store)
    with pytest.raises(NotKnownYet) as refused:
        known(store, centre, MARCH)
    assert refused.value.facts == {"day": MARCH, "first": date(2026, 3, 6)}
    assert refused.value.field == "day"


def test_a_day_to_come_a_removed_centre_and_one_that_never_was(store, calendar):
    centre = add_centre(store)
    with pytest.raises(DayToCome):
        known(store, centre, MARCH + timedelta(1))
    remove(store, centre)
    with pytest.raises(NotThereThen):
        known(store, centre, MARCH)
    with pytest.raises(Gone):
        known(store, natural(store), MARCH)


def natural(store):
    return store._ids.tick()


def test_the_past_is_read_and_never_changed(store):
    centre = add_centre(store)
    past = known(store, centre, MARCH)
    with pytest.raises(PastStandsFast, match="1 maart 2026"), past.change("Work"):
        raise AssertionError
    for verb in (past.undo, past.redo, past.verify):
        with pytest.raises(PastStandsFast):
            verb()
    assert (past.next_undo, past.next_redo) == (None, None)
    past.close()
    past.close()
    assert name_of(store, centre) == "Zonnewijzer Loopbaanadvies"


def test_the_past_lies_in_no_file(store, tmp_path):
    centre = add_centre(store)
    before = {path.name for path in tmp_path.iterdir()}
    past = known(store, centre, MARCH)
    with past.look() as session:
        places = session.connection().exec_driver_sql("PRAGMA database_list").all()
        assert [place for *_, place in places] == [""]
        with pytest.raises(Exception, match="readonly"):
            session.connection().exec_driver_sql("UPDATE centre SET remark = 'x'")
    assert {path.name for path in tmp_path.iterdir()} == before


def test_attachments_of_then_are_read_and_never_stored_or_erased(store):
    centre = add_centre(store)
    past = known(store, centre, MARCH)
    assert past.contents.folder == store.contents.folder
    for refused in (past.contents.drop, past.contents.keep):
        with pytest.raises(PastStandsFast):
            refused("0" * 64)


def test_what_was_destroyed_is_told_and_not_guessed(store, calendar):
    centre = add_centre(store)
    person = contact(store, centre, "Jansen")
    contact(store, centre, "Peeters")
    empty(store, person)
    past = known(store, centre, MARCH)
    assert contacts(past, centre) == ["Peeters"]
    assert past.destroyed == 1
    empty(store, centre)
    with pytest.raises(DestroyedSince):
        known(store, centre, MARCH)


def empty(store, row):
    """As a purge leaves the lines of a row: without what they said."""
    with store._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE change SET payload = NULL WHERE row = ?", (row.bytes,))


def test_states_follow_from_that_day(store, calendar):
    centre = add_centre(store)
    calendar.turn(400)
    assert known(store, centre, MARCH).now().astimezone().date() == MARCH


words = st.sampled_from("abc")
acts = st.lists(
    st.tuples(
        st.sampled_from(("rename", "contact", "move", "remove", "undo", "redo", "night")),
        st.integers(0, 5),
        words,
    ),
    max_size=25,
)


@given(acts)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_evening_is_remembered_as_it_was(work):
    calendar = Calendar()
    terms = Terms(clock=calendar, who="Lotte", searched=(SEARCHED,), cost=CHEAP)
    with tempfile.TemporaryDirectory() as folder:
        store, _ = create(Path(folder) / "kantoor.waarmerk", PASSPHRASE, terms)
        office = [add_centre(store), add_centre(store, enterprise_number="0887010362")]
        with store.change("Bolt", undoable=False) as session:  # undo stops here
            session.add(Setting(key="bolt", value="1"))
        people, evenings = [], {}
        store._roads.back.clear()
        for act, at, word in work:
            calendar.hour = 12
            _do(store, act, at, word, office, people)
            if act == "night":
                evenings[calendar.day] = shown(store)
                calendar.turn()
        evenings[calendar.day] = shown(store)
        for day, evening in evenings.items():
            for centre in office:
                _same(known(store, centre, day), evening, centre)
        store.close()


def _do(store, act, at, word, office, people):
    centre = office[at % 2]
    if act == "rename":
        rename(store, centre, word)
    elif act == "contact":
        people.append(contact(store, centre, word))
    elif act in ("move", "remove") and people:
        with store.change(act) as session:
            person = session.with_deleted(ContactPerson, people[at % len(people)])
            if not person.deleted and act == "move":
                person.centre_id = office[(office.index(person.centre_id) + 1) % 2]
            elif not person.deleted:
                session.delete(person)
    elif act == "undo":
        store.undo()
    elif act == "redo":
        store.redo()


def _same(past, evening, centre):
    with past.look() as session:
        found = session.scalars(select(CareerCentre).where(CareerCentre.id == centre)).one()
        assert found.legal_name == evening["centre"][centre]["legal_name"]
        rows = session.scalars(select(ContactPerson).where(ContactPerson.centre_id == centre))
        assert {row.id: row.last_name for row in rows} == {
            row: told["last_name"]
            for row, told in evening["contact"].items()
            if told["centre_id"] == centre
        }
    past.close()
