"""The proof names what somebody changed beneath the house."""

import pytest

from models.kernel.ids import natural_id
from models.settings.entities import Setting
from models.store.file import open_file
from tests.conftest import PASSPHRASE
from tests.models.store.hands import add_centre, elsewhere, rename, under

BIRTH = "entity = 'centre' ORDER BY n LIMIT 1"


@pytest.fixture
def tampered(store, terms):
    """Give a file a history, let somebody in beneath, and open it again."""
    centre = add_centre(store, remark="a")
    rename(store, centre, "Kompas vzw")
    rename(store, centre, "Anker bv")
    elsewhere(store, ("centre", centre, {"phone": "1"}))
    assert store.verify().whole
    store.close()
    opened = []

    def tamper(*statements):
        with under(store.path) as raw:
            for statement in statements:
                raw.execute(statement)
        opened.append(open_file(store.path, PASSPHRASE, terms))
        return opened[-1].verify(), centre, store._own

    yield tamper
    for each in opened:
        each.close()


def names(proof, *parts):
    assert not proof.whole
    return any(all(part in fault for part in parts) for fault in proof.broken)


@pytest.mark.parametrize(
    "payload",
    [
        "'{}'",
        "'x'",
        "'[1]'",
        '\'{"set": 3, "base": []}\'',
        "replace(payload, 'Kompas', 'Kampas')",
        "payload || ' '",
        "substr(payload, 1, 20)",
    ],
)
def test_a_changed_payload_is_named(tampered, payload):
    proof, _, own = tampered(
        f"UPDATE change SET payload = {payload} WHERE n = 4 AND actor LIKE 'L%'"
    )
    assert proof.chain == "broken"
    assert names(proof, f"change {own}/4", "payload")


def test_a_changed_payload_with_its_own_hash_is_named(tampered):
    """Who also mends the hash of the payload breaks the chain."""
    import hashlib

    fake = '{"base":[],"salt":"","set":{"legal_name":"Vals"}}'
    mended = hashlib.sha256(fake.encode()).hexdigest()
    proof, centre, own = tampered(
        f"UPDATE change SET payload = '{fake}', payload_hash = x'{mended}'"
        " WHERE n = 6 AND actor LIKE 'L%'"
    )
    assert names(proof, f"change {own}/6", "hash")
    assert names(proof, f"centre {centre}", "legal_name")


def test_a_changed_hash_is_named(tampered):
    proof, _, own = tampered("UPDATE change SET hash = x'00' WHERE n = 2 AND actor LIKE 'L%'")
    assert names(proof, f"change {own}/2", "hash")
    assert names(proof, f"change {own}/3", "hash")


@pytest.mark.parametrize("column", ["step", "row", "actor", "entity", "schema", "id"])
def test_every_word_of_a_line_is_under_its_hash(tampered, column):
    value = {"actor": "'Joris'", "entity": "'mandate'", "schema": "2"}.get(column, "randomblob(16)")
    proof, _, own = tampered(
        f"UPDATE change SET \"{column}\" = {value} WHERE n = 4 AND actor LIKE 'L%'"
    )
    assert names(proof, f"change {own}/4", "hash")


def test_a_removed_line_is_named(tampered):
    proof, centre, own = tampered("DELETE FROM change WHERE n = 4 AND actor LIKE 'L%'")
    assert names(proof, f"change {own}/5", "after 3")


def test_the_removed_last_line_is_named(tampered):
    proof, centre, own = tampered("DELETE FROM change WHERE n = 6 AND actor LIKE 'L%'")
    assert names(proof, f"stream {own}", "end")
    assert names(proof, f"centre {centre}", "legal_name")


def test_a_renumbered_line_is_named(tampered):
    proof, _, own = tampered("UPDATE change SET n = 60 WHERE n = 6 AND actor LIKE 'L%'")
    assert names(proof, f"change {own}/60", "after 5")


def test_two_lines_that_changed_places_are_named(tampered):
    proof, _, own = tampered(
        "UPDATE change SET n = -1 WHERE n = 4 AND actor LIKE 'L%'",
        "UPDATE change SET n = 4 WHERE n = 6 AND actor LIKE 'L%'",
        "UPDATE change SET n = 6 WHERE n = -1",
    )
    assert names(proof, f"change {own}/4", "hash")


def test_a_removed_head_is_named(tampered):
    proof, _, own = tampered("PRAGMA foreign_keys=OFF", "DELETE FROM stream WHERE owner LIKE 'J%'")
    assert names(proof, "stream", "end")


@pytest.mark.parametrize("change", ["n = 5", "hash = zeroblob(32)", "n = 0"])
def test_a_head_that_was_set_back_is_named(tampered, change):
    proof, _, own = tampered(f"UPDATE stream SET {change} WHERE owner LIKE 'L%'")
    assert names(proof, f"stream {own}", "end")


def test_a_whole_stream_that_was_removed_is_named(tampered):
    proof, centre, _ = tampered(
        "DELETE FROM change WHERE actor LIKE 'J%'", "DELETE FROM stream WHERE owner LIKE 'J%'"
    )
    assert names(proof, f"centre {centre}", "phone")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("legal_name", "'Vals'"),
        ("remark", "NULL"),
        ("officer", "'Iemand'"),
        ("deleted", "1"),
        ("deleted", "7"),
        ("phone", "1.5"),
    ],
)
def test_a_changed_row_is_named_with_its_column(tampered, column, value):
    proof, centre, _ = tampered(f"UPDATE centre SET {column} = {value}")
    assert (proof.chain, proof.rows) == ("ok", "broken")
    assert names(proof, f"centre {centre}: {column}")


def test_a_changed_step_is_named(tampered):
    proof, _, _ = tampered("UPDATE step SET who = 'Joris' WHERE label = 'Add centre'")
    assert names(proof, "step", "who")


def test_a_value_that_no_column_takes_is_named_not_stumbled_on(store, terms):
    from models.centres.entities import ContactPerson
    from models.centres.values import Gender

    centre = add_centre(store)
    with store.change("Add") as session:
        session.add(ContactPerson(centre_id=centre, gender=next(iter(Gender))))
    with store._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE contact SET gender = 'xyz'")
    assert names(store.verify(), "contact", "gender")


def test_a_removed_row_is_named(tampered):
    proof, centre, _ = tampered("DELETE FROM centre")
    assert names(proof, f"centre {centre}: missing")


def test_an_added_row_is_named(tampered):
    proof, _, _ = tampered("INSERT INTO setting (id, deleted, key) VALUES (zeroblob(16), 0, 'a')")
    assert names(proof, "setting 00000000-0000-0000-0000-000000000000: not in the journal")


def test_a_deleted_row_that_was_added_is_named(tampered):
    """Even one that says nothing: a row without a line was made beneath the house."""
    proof, _, _ = tampered("INSERT INTO setting (id, deleted, key) VALUES (zeroblob(16), 1, '')")
    assert names(proof, "setting", "not in the journal")


def test_the_first_faults_are_named_and_no_more_than_fifty(store):
    with store.change("Set") as session:
        for number in range(80):
            session.put(Setting, natural_id("setting", number), key=str(number))
    with store._writing.begin() as connection:
        connection.exec_driver_sql("UPDATE setting SET value = 'x'")
    proof = store.verify()
    assert len(proof.broken) == 50
    assert proof.lines == 81


def test_a_whole_file_is_whole(store):
    rename(store, add_centre(store), "Kompas vzw")
    store.undo()
    proof = store.verify()
    assert (proof.chain, proof.rows, proof.broken, proof.whole) == ("ok", "ok", (), True)
    assert proof.lines == 6
