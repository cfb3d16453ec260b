"""A list in the order of its names, from the index beside the table."""

from uuid import UUID

from sqlalchemy import text

from models.centres.entities import SEARCHED, CareerCentre
from models.kernel.ids import natural_id
from models.store.search import in_order, matching


def add(store, **names):
    with store.change("Add") as session:
        for number, name in names.items():
            row = natural_id("centre", number)
            session.put(CareerCentre, row, enterprise_number=number[1:], legal_name=name)


def listed(store, typed="", **how):
    sql, values = in_order(SEARCHED, typed, **how)
    with store.look() as session:
        rows = [
            UUID(bytes=bytes(row)) for (row,) in session.execute(text(sql.format(where="")), values)
        ]
        return [session.get_one(CareerCentre, row).legal_name for row in rows]


def test_names_stand_in_order_whatever_their_accents_and_capitals(store):
    add(store, n1="Zeeland", n2="Éclair", n3="dalnest", n4="Echo")
    assert listed(store) == ["dalnest", "Echo", "Éclair", "Zeeland"]
    assert listed(store, descending=True) == ["Zeeland", "Éclair", "Echo", "dalnest"]


def test_the_trade_name_goes_before_the_legal_name(store):
    add(store, n1="Aa", n2="Bb")
    with store.change("Rename") as session:
        session.get_one(CareerCentre, natural_id("centre", "n1")).trade_name = "Zz"
    assert listed(store) == ["Bb", "Aa"]


def test_a_deleted_centre_leaves_the_list_and_undo_brings_it_back(store):
    add(store, n1="Aa", n2="Bb")
    with store.change("Delete") as session:
        session.delete(session.get_one(CareerCentre, natural_id("centre", "n1")))
    assert listed(store) == ["Bb"]
    store.undo()
    assert listed(store) == ["Aa", "Bb"]


def test_a_number_is_found_as_people_write_it(store):
    add(store, n0566988259="Voorbeeld")
    for typed in ("0566.988.259", "BE0566988259", "be 0566 988 259", "0566988259", "988.259"):
        assert listed(store, typed) == ["Voorbeeld"], typed
    assert matching("centre", "...") is None or listed(store, "...") == []
