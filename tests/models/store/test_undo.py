"""Undo and redo: every kind of step there and back, after a restart, and when it has grown stale."""

import pytest

from models.centres.entities import CareerCentre, Counsellor
from models.kernel.errors import Conflict
from models.kernel.ids import natural_id
from models.settings.entities import Setting
from models.store.file import open_file
from tests.conftest import PASSPHRASE
from tests.models.store.hands import (
    add_centre,
    elsewhere,
    name_of,
    remove,
    rename,
    shown,
)


def there_and_back(store, before):
    """Undo gives `before` again, redo gives what stood; twice."""
    after = shown(store)
    for _ in range(2):
        assert store.undo().kind == "undo"
        assert shown(store) == before
        assert store.redo().kind == "redo"
        assert shown(store) == after
    assert store.verify().whole


def test_an_edit_goes_there_and_back(store):
    centre = add_centre(store)
    before = shown(store)
    rename(store, centre, "Kompas vzw")
    there_and_back(store, before)


def test_a_birth_goes_there_and_back(store):
    before = shown(store)
    add_centre(store, remark="nieuw")
    there_and_back(store, before)


def test_a_death_goes_there_and_back(store):
    centre = add_centre(store)
    before = shown(store)
    remove(store, centre)
    there_and_back(store, before)


def test_a_row_that_is_edited_and_deleted_in_one_step_is_deleted(store):
    centre = add_centre(store)
    before = shown(store)
    with store.change("Close down") as session:
        found = session.get_one(CareerCentre, centre)
        found.remark = "gestopt"
        session.delete(found)
    assert name_of(store, centre) is None
    there_and_back(store, before)


def test_put_revives_a_deleted_row_and_undo_deletes_it_again(store):
    key = natural_id("setting", "office")
    with store.change("Set") as session:
        session.put(Setting, key, key="office", value="Gent")
    with store.change("Unset") as session:
        session.delete(session.get_one(Setting, key))
    before = shown(store)
    with store.change("Set") as session:
        session.put(Setting, key, key="office", value="Aalst")
    assert shown(store)["setting"][key]["value"] == "Aalst"
    there_and_back(store, before)


def test_several_flushes_are_one_step(store):
    centre = add_centre(store)
    before = shown(store)
    with store.change("Tidy") as session:
        found = session.get_one(CareerCentre, centre)
        for name in ("een", "twee", "drie"):
            found.legal_name = name
            session.flush()
        newcomer = Counsellor(last_name="Wouters")
        session.add(newcomer)
        session.flush()
        newcomer.first_name = "An"
        session.flush()
        found.phone = "+32 9 000 00 00"
    assert name_of(store, centre) == "drie"
    there_and_back(store, before)


def test_what_is_born_and_deleted_in_one_step_stays_gone(store):
    before = shown(store)
    with store.change("Try") as session:
        newcomer = Counsellor(last_name="Wouters")
        session.add(newcomer)
        session.flush()
        session.delete(newcomer)
    assert shown(store) == before
    there_and_back(store, before)


def test_an_edit_of_a_deleted_row_leaves_it_deleted(store):
    centre = add_centre(store)
    remove(store, centre)
    before = shown(store)
    with store.change("Annotate") as session:
        session.with_deleted(CareerCentre, centre).remark = "dubbel"
    assert name_of(store, centre) is None
    there_and_back(store, before)
    store.undo()
    store.undo()
    assert name_of(store, centre) is not None
    assert store.verify().whole


def test_a_natural_id_is_one_row_however_often_it_is_put(store):
    key = natural_id("setting", "office")
    for value in ("Gent", "Aalst", "Gent"):
        with store.change("Set") as session:
            session.put(Setting, key, key="office", value=value)
            session.put(Setting, key, key="office", value=value)
    assert list(shown(store)["setting"]) == [key]
    assert [store.undo() and shown(store)["setting"].get(key, {}).get("value") for _ in "123"] == [
        "Aalst",
        "Gent",
        None,
    ]
    assert store.undo() is None


def test_undo_and_redo_survive_a_restart(store, terms):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    rename(store, centre, "Anker bv")
    store.undo()
    store.close()
    again = open_file(store.path, PASSPHRASE, terms)
    try:
        assert again.next_undo.label == "Rename centre"
        assert again.next_redo.label == "Rename centre"
        again.undo()
        assert name_of(again, centre) == "Zonnewijzer Loopbaanadvies"
        again.redo()
        again.redo()
        assert name_of(again, centre) == "Anker bv"
        assert again.redo() is None
        assert again.verify().whole
    finally:
        again.close()


def test_a_new_change_closes_the_way_forth(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    store.undo()
    rename(store, centre, "Anker bv")
    assert store.next_redo is None
    assert store.redo() is None
    assert name_of(store, centre) == "Anker bv"


def test_a_change_that_changes_nothing_is_no_step(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    store.undo()
    with store.change("Rename centre") as session:
        found = session.get_one(CareerCentre, centre)
        found.legal_name = str(found.legal_name)
    assert store.next_redo is not None
    assert store.next_undo.label == "Add centre"


def test_undo_passes_by_what_cannot_be_undone(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    with store.change("Send letter", undoable=False) as session:
        session.put(Setting, natural_id("setting", "sent"), key="sent", value="1")
    assert store.next_undo.label == "Rename centre"
    store.undo()
    assert name_of(store, centre) == "Zonnewijzer Loopbaanadvies"
    assert len(shown(store)["setting"]) == 1


def test_undo_of_what_a_final_step_built_on_is_refused(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    rename(store, centre, "Anker bv", undoable=False)
    with pytest.raises(Conflict):
        store.undo()
    assert name_of(store, centre) == "Anker bv"


def test_a_stale_undo_says_conflict_and_changes_nothing(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    elsewhere(store, ("centre", centre, {"legal_name": "Anker bv"}))
    before, lines = shown(store), store.verify().lines
    with pytest.raises(Conflict):
        store.undo()
    assert shown(store) == before
    assert store.verify().lines == lines
    assert store.next_undo.label == "Rename centre"


def test_a_stale_redo_says_conflict(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    store.undo()
    elsewhere(store, ("centre", centre, {"legal_name": "Anker bv"}))
    with pytest.raises(Conflict):
        store.redo()
    assert name_of(store, centre) == "Anker bv"


def test_undo_of_a_row_that_was_deleted_elsewhere_is_refused(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    elsewhere(store, ("centre", centre, {"deleted": True}))
    with pytest.raises(Conflict):
        store.undo()
    assert store.verify().whole


def test_another_field_changed_elsewhere_does_not_stand_in_the_way(store):
    centre = add_centre(store)
    rename(store, centre, "Kompas vzw")
    elsewhere(store, ("centre", centre, {"remark": "van Joris"}))
    store.undo()
    assert shown(store)["centre"][centre]["legal_name"] == "Zonnewijzer Loopbaanadvies"
    assert shown(store)["centre"][centre]["remark"] == "van Joris"


def test_the_steps_of_another_laptop_are_not_mine_to_undo(store):
    centre = add_centre(store)
    elsewhere(store, ("centre", centre, {"remark": "van Joris"}))
    assert store.next_undo.label == "Add centre"


def test_undo_reaches_back_as_far_as_the_file_remembers(store, terms, monkeypatch):
    monkeypatch.setattr("models.store.undo.AT_MOST", 3)
    centre = add_centre(store)
    for name in ("een", "twee"):
        rename(store, centre, name)
    store.undo()
    store.undo()  # steps so far: add, een, twee, undo, undo
    store.redo()
    store.close()
    again = open_file(store.path, PASSPHRASE, terms)
    try:
        assert name_of(again, centre) == "een"
        assert again.undo() is not None
        assert name_of(again, centre) == "Zonnewijzer Loopbaanadvies"
        assert again.verify().whole
    finally:
        again.close()


def test_what_cannot_be_undone_closes_the_way_forth_but_a_draft_does_not(store):
    with store.change("Add centre") as session:
        session.add(CareerCentre(legal_name="Demer", enterprise_number="0566988259"))
    store.undo()
    with store.aside("Put a draft aside") as session:
        session.put(Setting, natural_id("setting", "draft"), key="draft", value="{}")
    assert store.next_redo is not None
    with store.change("Send letter", undoable=False) as session:
        session.put(Setting, natural_id("setting", "sent"), key="sent", value="1")
    assert store.next_redo is None
