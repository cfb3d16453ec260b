"""A row that comes back holds what is given, and nothing of before."""

from models.centres.entities import CareerCentre
from models.kernel.ids import natural_id

ROW = natural_id("centre", "0566988259")


def test_a_revived_row_brings_nothing_back_that_nobody_asked_for(store):
    with store.change("Add") as session:
        session.put(CareerCentre, ROW, enterprise_number="0566988259", legal_name="A", phone="1")
    store.undo()
    with store.change("Add anew") as session:
        session.put(CareerCentre, ROW, enterprise_number="0566988259", legal_name="B")
    with store.look() as session:
        centre = session.get_one(CareerCentre, ROW)
        assert (centre.legal_name, centre.phone) == ("B", None)
    assert store.verify().whole
    store.undo()
    store.redo()
    with store.look() as session:
        assert session.get_one(CareerCentre, ROW).phone is None
    assert store.verify().whole


def test_a_living_row_keeps_what_is_not_given(store):
    with store.change("Add") as session:
        session.put(CareerCentre, ROW, enterprise_number="0566988259", legal_name="A", phone="1")
    with store.change("Rename") as session:
        session.put(CareerCentre, ROW, legal_name="B")
    with store.look() as session:
        assert session.get_one(CareerCentre, ROW).phone == "1"


def test_an_error_of_the_database_carries_no_record(store):
    import pytest
    from sqlalchemy import text

    with pytest.raises(Exception) as caught, store.look() as session:
        session.execute(text("SELECT nothing FROM centre WHERE legal_name = :n"), {"n": "Geheim"})
    whole = f"{caught.value} {caught.value.__cause__}"
    assert "Geheim" not in whole


def test_a_listener_that_fails_does_not_make_a_saved_change_look_lost(store, caplog):
    heard = []

    def broken(changes):
        raise ValueError("a mistake of ours")

    store.listen(broken)
    store.listen(heard.append)
    with store.change("Add") as session:
        session.put(CareerCentre, ROW, enterprise_number="0566988259", legal_name="A")
    assert [changes.label for changes in heard] == ["Add"]
    assert "Bug in a listener" in caplog.text
