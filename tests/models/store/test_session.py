"""One step a wish: all of it or nothing, deleted rows out of sight, and nothing slips past."""

import sys
from threading import Barrier, Event, Thread

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session, aliased

from models.centres.entities import CareerCentre, ContactPerson, Counsellor
from models.centres.values import Gender
from models.kernel.errors import AppError, Gone, Refused
from models.store.gate import GateError
from tests.models.store.hands import (
    ZON,
    add_centre,
    counts,
    name_of,
    remove,
    rename,
    shown,
)


class TooLate(Refused):
    sentence = "Too late."


def contact_of(store, centre):
    with store.change("Add contact") as session:
        session.add(ContactPerson(centre_id=centre, last_name="Maes"))


@pytest.mark.parametrize("why", [TooLate, ZeroDivisionError, KeyboardInterrupt])
def test_a_refused_change_leaves_no_trace(store, why):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    store.undo()
    before, rows, saved = counts(store), shown(store), store.saved_at
    heard = []
    store.listen(heard.append)
    with pytest.raises(why), store.change("Rename centre") as session:
        session.get_one(CareerCentre, centre).legal_name = "Anker bv"
        session.flush()
        raise why
    assert (counts(store), shown(store), store.saved_at, heard) == (before, rows, saved, [])
    assert store.next_redo.label == "Rename centre"
    rename(store, centre, "Anker bv")
    assert store.verify().whole


def test_a_reference_that_leads_nowhere_is_refused_whole(store):
    before = counts(store)
    with pytest.raises(IntegrityError), store.change("Add contact") as session:
        session.add(CareerCentre(**ZON))
        session.add(ContactPerson(centre_id=CareerCentre(**ZON).id or _nobody(), last_name="Maes"))
    assert counts(store) == before


def _nobody():
    from uuid import uuid4

    return uuid4()


@pytest.mark.parametrize(
    "slip",
    [
        lambda session: session.execute(text("DELETE FROM centre")),
        lambda session: session.execute(text("WITH x AS (SELECT 1) DELETE FROM centre")),
        lambda session: session.execute(CareerCentre.__table__.delete()),
        lambda session: session.execute(CareerCentre.__table__.update().values(remark="x")),
        lambda session: session.execute(CareerCentre.__table__.insert(), [{"remark": "x"}]),
        lambda session: session.query(CareerCentre).delete(),
        lambda session: session.query(CareerCentre).update({"remark": "x"}),
        lambda session: session.bulk_save_objects([CareerCentre(**ZON)]),
        lambda session: session.bulk_insert_mappings(CareerCentre, [ZON]),
        lambda session: session.bulk_update_mappings(CareerCentre, [ZON]),
        lambda session: session.commit(),
        lambda session: session.delete("centre"),
        lambda session: Session.delete(session, session.scalars(_all()).one()),
    ],
)
def test_nothing_slips_past_the_journal(store, slip):
    add_centre(store)
    before, rows = counts(store), shown(store)
    with pytest.raises(TypeError), store.change("Slip") as session:
        slip(session)
        session.flush()
    assert (counts(store), shown(store)) == (before, rows)


def _all():
    return select(CareerCentre)


def test_deleting_marks_and_never_erases(store):
    centre = add_centre(store)
    before = counts(store)
    remove(store, centre)
    assert counts(store)["centre"] == before["centre"]
    with store.look() as session:
        assert session.with_deleted(CareerCentre, centre).legal_name == ZON["legal_name"]


def test_deleted_rows_are_out_of_sight_in_every_question(store):
    gone, stays = add_centre(store), add_centre(store, legal_name="Kompas vzw")
    contact_of(store, gone)
    contact_of(store, stays)
    remove(store, gone)
    other = aliased(CareerCentre)
    with store.look() as session:
        assert session.scalars(select(CareerCentre.id)).all() == [stays]
        assert session.scalars(select(other.legal_name)).all() == ["Kompas vzw"]
        assert session.scalar(select(func.count()).select_from(CareerCentre)) == 1
        assert session.scalar(select(func.count(CareerCentre.id))) == 1
        assert [each.id for each in session.scalars(select(CareerCentre))] == [stays]
        joined = select(ContactPerson.last_name, CareerCentre.id).join(CareerCentre)
        assert session.execute(joined).all() == [("Maes", stays)]
        outer = select(ContactPerson.centre_id, CareerCentre.id).outerjoin(CareerCentre)
        assert {tuple(row) for row in session.execute(outer)} == {(gone, None), (stays, stays)}
        inside = select(ContactPerson.centre_id).where(
            ContactPerson.centre_id.in_(select(CareerCentre.id))
        )
        assert session.scalars(inside).all() == [stays]
        there = select(ContactPerson.centre_id).where(
            select(CareerCentre.id).where(CareerCentre.id == ContactPerson.centre_id).exists()
        )
        assert session.scalars(there).all() == [stays]
        below = select(CareerCentre.id).subquery()
        assert session.scalar(select(func.count()).select_from(below)) == 1
        assert session.get(CareerCentre, gone) is None
    with pytest.raises(Gone), store.look() as session:
        session.get_one(CareerCentre, gone)


def test_put_after_prefetch_finds_new_old_and_deleted_rows(store):
    old, dead = add_centre(store), add_centre(store)
    remove(store, dead)
    new = _nobody()
    with store.change("Import") as session:
        session.prefetch(CareerCentre, [old, dead, new])
        for centre in (old, dead, new):
            session.put(CareerCentre, centre, **{**ZON, "remark": "lijst"})
    assert {row["remark"] for row in shown(store)["centre"].values()} == {"lijst"}
    assert len(shown(store)["centre"]) == 3
    assert store.verify().whole
    store.undo()
    assert list(shown(store)["centre"]) == [old]


def test_changes_are_heard_once_with_their_rows_and_kind(store):
    heard = []
    store.listen(heard.append)
    centre = add_centre(store)
    with store.change("Tidy", undoable=False) as session:
        session.get_one(CareerCentre, centre).remark = "a"
        session.flush()
        session.get_one(CareerCentre, centre).phone = "b"
        newcomer = Counsellor(last_name="Wouters")
        session.add(newcomer)
        session.flush()
        person = newcomer.id
    born, tidied = heard
    assert (born.label, born.kind, born.undoable) == ("Add centre", "do", True)
    assert born.rows["centre"] == {centre}
    assert born.rows["step"] == {born.step}
    assert (tidied.label, tidied.kind, tidied.undoable) == ("Tidy", "do", False)
    assert tidied.rows["centre"] == {centre}
    assert tidied.rows["counsellor"] == {person}
    rename(store, centre, "Kompas vzw")
    told = store.undo()
    assert [each.kind for each in heard] == ["do", "do", "do", "undo"]
    assert heard[-1] == told
    assert told.rows["centre"] == {centre}
    assert told.label == "Rename centre"
    assert store.redo().kind == "redo"
    assert len(heard) == 5


def test_the_label_and_subject_come_back_with_the_next_undo(store):
    with store.change("Extend mandate", "Kompas vzw", why="brief van 3 mei") as session:
        session.add(CareerCentre(**ZON))
    assert (store.next_undo.label, store.next_undo.subject) == ("Extend mandate", "Kompas vzw")


def test_saved_at_is_the_moment_of_the_last_change(store):
    assert store.saved_at is None
    add_centre(store)
    assert store.saved_at == store.now()


def test_a_reading_session_writes_nothing(store):
    centre = add_centre(store)
    before = counts(store)
    with pytest.raises(AppError), store.look() as session:
        session.get_one(CareerCentre, centre).legal_name = "Anker bv"
        session.flush()
    with pytest.raises(TypeError), store.look() as session:
        session.execute(text("DELETE FROM centre"))
    with store._reading.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA query_only").scalar_one() == 1
    assert counts(store) == before


def test_a_look_sees_one_moment(store):
    centre = add_centre(store)
    with store.look() as session:
        question = select(CareerCentre.legal_name)
        first = session.scalar(question)
        rename(store, centre, "Kompas vzw")
        assert session.scalar(question) == first
    assert name_of(store, centre) == "Kompas vzw"


def test_a_step_inside_a_step_is_a_bug_and_says_so(store):
    centre = add_centre(store)
    with pytest.raises(RuntimeError), store.change("Outer"):
        rename(store, centre, "Kompas vzw")
    rename(store, centre, "Kompas vzw")
    assert name_of(store, centre) == "Kompas vzw"


@pytest.fixture
def by_turns():
    """Threads take turns fifty times as often: more moments to be seen half done, in less time."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(before / 50)
    yield
    sys.setswitchinterval(before)


def test_two_threads_read_while_one_writes(store, by_turns):
    """Every step sets both fields alike; no reader ever sees half a step."""
    centre = add_centre(store, phone="0", remark="0")
    start, done, seen, torn, faults = Barrier(3), Event(), [], [], []

    def read():
        try:
            start.wait()
            while not done.is_set():
                with store.look() as session:
                    found = session.get_one(CareerCentre, centre)
                    seen.append(int(found.phone))
                    if found.phone != found.remark:
                        torn.append(found.phone)
        except BaseException as fault:
            faults.append(fault)

    readers = [Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    start.wait()
    for number in range(1, 60):
        with store.change("Count") as session:
            found = session.get_one(CareerCentre, centre)
            found.phone = str(number)
            session.flush()
            found.remark = str(number)
    done.set()
    for reader in readers:
        reader.join()
    assert (torn, faults) == ([], [])
    assert len(seen) > 2
    assert store.verify().whole


def test_writers_in_two_threads_wait_for_each_other(store):
    centre = add_centre(store, remark="0")
    faults = []

    def count():
        try:
            for _ in range(20):
                with store.change("Count") as session:
                    found = session.get_one(CareerCentre, centre)
                    found.remark = str(int(found.remark) + 1)
        except BaseException as fault:
            faults.append(fault)

    writers = [Thread(target=count) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults == []
    assert shown(store)["centre"][centre]["remark"] == "40"
    assert store.verify().whole


@pytest.mark.parametrize(
    "facts",
    [
        {"remark": "a\0b"},
        {"remark": 3},
        {"legal_name": "x" * 301},
        {"phone": b"03"},
    ],
)
def test_what_the_gate_refuses_leaves_no_trace(store, facts):
    before = counts(store)
    with pytest.raises((GateError, StatementError)), store.change("Add") as session:
        session.add(CareerCentre(**{**ZON, **facts}))
    assert counts(store) == before


def test_a_choice_that_does_not_exist_is_refused(store):
    centre = add_centre(store)
    with pytest.raises((GateError, StatementError)), store.change("Add") as session:
        session.add(ContactPerson(centre_id=centre, gender="onbekend ras"))
    with store.change("Add") as session:
        session.add(ContactPerson(centre_id=centre, gender=next(iter(Gender))))
    assert store.verify().whole
