"""Destroying for good: nothing stays of what stood there, and all the rest stays as it was."""

import tempfile
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from models.attachments.entities import Attachment
from models.centres.entities import SEARCHED, CareerCentre, ContactPerson, Counsellor, Engagement
from models.kernel.errors import Conflict
from models.mandates.entities import Mandate
from models.settings.entities import Setting
from models.store.circle import circle, left_alone
from models.store.file import Terms, create, open_file
from models.store.fold import Line
from models.store.past import DestroyedSince, as_known
from models.store.purge import _blank
from models.store.search import matching
from models.store.store import Store
from models.store.tables import change, kept, step
from models.store.trail import step_ids, steps
from tests.conftest import CHEAP, NOW, PASSPHRASE
from tests.models.store.hands import add_centre, name_of, rename, shown, under

SECRET = ("Zonnewijzer", "Annelies Verstuyft", "0566988259", "ziekteverlof", "Kerkdreef")


def found_in(path, *texts):
    """Every place in the tables of a file, the search tables included, where a text stands."""
    wanted, places = [text.casefold() for text in texts], []
    with under(path) as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        for name in names:
            for row in raw.execute(f'SELECT * FROM "{name}"'):
                told = " ".join(
                    cell.decode("utf-8", "ignore") if isinstance(cell, bytes) else str(cell)
                    for cell in row
                ).casefold()
                places += [(name, text) for text in wanted if text in told]
    return places


def a_full_centre(store: Store):
    """A centre with a person, a mandate and an attachment, written and rewritten."""
    centre = add_centre(store, trade_name="Zonnewijzer", street="Kerkdreef")
    with store.change("Add contact", "Annelies Verstuyft") as session:
        session.add(ContactPerson(centre_id=centre, last_name="Annelies Verstuyft"))
    with store.change("Add mandate", "Zonnewijzer", why="na ziekteverlof") as session:
        session.add(
            Mandate(centre_id=centre, start_date=date(2008, 1, 1), end_date=date(2013, 12, 31))
        )
    kept_there = store.contents.keep(lambda: BytesIO(b"verslag van Zonnewijzer"))
    with store.change("Add attachment", "Zonnewijzer") as session:
        session.add(
            Attachment(
                centre_id=centre,
                sha256=kept_there.sha256,
                name="Zonnewijzer.pdf",
                media_type="application/pdf",
                size=kept_there.size,
                received_on=date(2013, 1, 1),
            )
        )
    rename(store, centre, "Zonnewijzer Nieuw")
    return centre


def searched(store: Store, typed: str):
    sql, values = matching("centre", typed)
    with store._reading.connect() as connection:
        found = connection.execute(text(sql), values).scalars()
        return [UUID(bytes=one) for one in found]


def rows_of(store: Store, centre):
    with store.look() as session:
        found = circle(session.connection(), ("centre", centre), ever=False)
    return [(table, row) for table, rows in found.items() for row in rows]


def purge(store: Store, *centres):
    keys = [key for centre in centres for key in rows_of(store, centre)]
    with store.change("Destroy", undoable=False) as session:
        return session.purge(keys)


class TestNothingStays:
    def test_of_a_destroyed_centre_no_table_holds_a_word(self, store):
        centre = a_full_centre(store)
        assert purge(store, centre) == 4
        assert found_in(store.path, *SECRET) == []
        assert name_of(store, centre) is None

    def test_the_chain_and_the_tables_are_whole_afterwards(self, store):
        centre = a_full_centre(store)
        purge(store, centre)
        proof = store.verify()
        assert proof.whole, proof.broken
        with store._reading.connect() as connection:
            emptied = connection.scalars(select(change.c.hash).where(change.c.payload.is_(None)))
            assert all(emptied)

    def test_what_was_removed_before_is_destroyed_too(self, store):
        centre = a_full_centre(store)
        with store.change("Remove contact", "Annelies Verstuyft") as session:
            session.delete(session.scalars(select(ContactPerson)).one())
        purge(store, centre)
        assert found_in(store.path, *SECRET) == []

    def test_contents_go_from_the_disk_unless_another_row_names_them(self, store):
        centre, other = a_full_centre(store), add_centre(store, legal_name="Ander")
        shared = store.contents.keep(lambda: BytesIO(b"brochure"))
        for one in (centre, other):
            with store.change("Add attachment") as session:
                session.add(
                    Attachment(
                        centre_id=one,
                        sha256=shared.sha256,
                        name="brochure",
                        media_type="text/plain",
                        size=shared.size,
                        received_on=date(2013, 1, 1),
                    )
                )
        purge(store, centre)
        assert set(store.contents.all()) == {shared.sha256}
        assert store.verify().whole

    def test_no_page_of_the_file_keeps_a_rest(self, store):
        centre = a_full_centre(store)
        purge(store, centre)
        with store._writing.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA freelist_count").scalar() == 0
        log = store.path.with_name(store.path.name + "-wal")
        assert not log.exists() or log.stat().st_size == 0

    def test_the_index_finds_it_no_more(self, store):
        centre = a_full_centre(store)
        assert searched(store, "zonnewijzer") == [centre]
        purge(store, centre)
        assert searched(store, "zonnewijzer") == []

    def test_destroying_twice_does_nothing_more(self, store):
        centre = a_full_centre(store)
        purge(store, centre)
        assert purge(store, centre) == 0

    def test_the_past_of_a_row_goes_and_the_row_stays(self, store):
        row = Setting(key="draft_log", value="over Zonnewijzer")
        with store.change("Put aside", undoable=False) as session:
            session.add(row)
            session.flush()
            key = ("setting", row.id)
        with store.change("Put aside", undoable=False) as session:
            session.get_one(Setting, key[1]).value = "over Ander"
        with store.change("Destroy", undoable=False) as session:
            session.purge([], past_of=[key])
        assert found_in(store.path, "zonnewijzer") == []
        with store.look() as session:
            assert session.get_one(Setting, key[1]).value == "over Ander"
        assert store.verify().whole


class TestTheRestStays:
    def test_other_rows_are_untouched(self, store):
        centre, other = a_full_centre(store), add_centre(store, legal_name="Ander")
        before = shown(store)
        mine = set(rows_of(store, centre))
        purge(store, centre)
        for table, rows in before.items():
            rest = {row: facts for row, facts in rows.items() if (table, row) not in mine}
            assert shown(store)[table] == rest
        assert name_of(store, other) == "Ander"

    def test_undo_goes_on_for_others_and_never_revives(self, store):
        other = add_centre(store, legal_name="Ander", enterprise_number="0403019261")
        rename(store, other, "Anders")
        centre = a_full_centre(store)
        purge(store, centre)
        labels = [store.next_undo.label]
        while store.next_undo:
            store.undo()
            labels.append(store.next_undo.label if store.next_undo else "")
        assert labels == ["Rename centre", "Add centre", ""]
        assert name_of(store, centre) is None
        store.redo()
        store.redo()
        assert name_of(store, other) == "Anders"
        assert store.verify().whole

    def test_what_was_undone_is_not_done_again(self, store):
        centre = a_full_centre(store)
        store.undo()
        purge(store, centre)
        assert store.next_redo is None
        assert store.next_undo is None

    def test_a_step_that_touched_others_too_keeps_its_subject_but_no_way_back(self, store):
        with store.change("Import centres", "lijst.xlsx") as session:
            gone = CareerCentre(enterprise_number="0566988259", legal_name="Zonnewijzer")
            stays = CareerCentre(enterprise_number="0403019261", legal_name="Ander")
            session.add_all([gone, stays])
            session.flush()
            centre = gone.id
        purge(store, centre)
        assert store.next_undo is None
        with store._reading.connect() as connection:
            told = set(connection.scalars(select(step.c.subject)))
        assert "lijst.xlsx" in told

    def test_a_stale_way_back_says_conflict(self, store):
        centre = a_full_centre(store)
        roads = list(store._roads.back)
        purge(store, centre)
        store._roads.back = roads
        with pytest.raises(Conflict):
            store.undo()
        assert found_in(store.path, *SECRET) == []

    def test_all_of_it_survives_a_restart(self, store, terms):
        other = add_centre(store, legal_name="Ander", enterprise_number="0403019261")
        centre = a_full_centre(store)
        purge(store, centre)
        store.close()
        again = open_file(store.path, PASSPHRASE, terms)
        try:
            assert again.verify().whole
            assert name_of(again, centre) is None
            assert again.next_undo.label == "Add centre"
            again.undo()
            assert name_of(again, other) is None
            assert found_in(again.path, *SECRET) == []
        finally:
            again.close()

    def test_a_centre_that_comes_again_begins_anew(self, store):
        centre = a_full_centre(store)
        purge(store, centre)
        with store.change("Add centre") as session:
            session.put(CareerCentre, centre, enterprise_number="0403019261", legal_name="Heropend")
        assert name_of(store, centre) == "Heropend"
        assert store.verify().whole
        with as_known(store, SEARCHED, centre, NOW.date()).look() as session:
            assert session.get_one(CareerCentre, centre).trade_name is None

    def test_a_counsellor_who_works_elsewhere_is_not_left_alone(self, store):
        centre, other = add_centre(store), add_centre(store, legal_name="Ander")
        with store.change("Add counsellors") as session:
            here, both = Counsellor(last_name="Hier"), Counsellor(last_name="Beide")
            session.add_all([here, both])
            session.flush()
            for person, place in ((here, centre), (both, centre), (both, other)):
                session.add(Engagement(centre_id=place, counsellor_id=person.id))
            lonely = here.id
        with store.look() as session:
            found = circle(session.connection(), ("centre", centre), ever=False)
            assert left_alone(session.connection(), found) == {"counsellor": {lonely}}


class TestTold:
    def test_the_past_says_that_it_was_destroyed(self, store):
        centre = a_full_centre(store)
        purge(store, centre)
        with pytest.raises(DestroyedSince):
            as_known(store, SEARCHED, centre, NOW.date())

    def test_history_tells_that_rows_went_and_nothing_of_them(self, store):
        centre = a_full_centre(store)
        purge(store, centre)
        with store.look() as session:
            connection = session.connection()
            newest, *earlier = steps(connection, step_ids(connection))
            assert {(line.field, line.new) for line in newest.lines} == {("deleted", True)}
            assert all(not each.lines for each in earlier)
            assert all(not each.undoable for each in earlier)

    def test_a_step_that_can_be_undone_destroys_nothing(self, store):
        centre = a_full_centre(store)
        with pytest.raises(TypeError), store.change("Destroy") as session:
            session.purge([("centre", centre)])
        assert name_of(store, centre) == "Zonnewijzer Nieuw"

    def test_a_refusal_half_way_leaves_everything(self, store):
        centre = a_full_centre(store)
        keys = rows_of(store, centre)
        with pytest.raises(ZeroDivisionError), store.change("Destroy", undoable=False) as session:
            session.purge(keys)
            raise ZeroDivisionError
        assert name_of(store, centre) == "Zonnewijzer Nieuw"
        assert store.contents.all()
        assert store.verify().whole


def test_every_table_can_be_emptied(store):
    """A mark for every field that may not be empty, so that a new table cannot be forgotten."""
    for name in kept():
        if name != "step":
            assert _blank(name, [Line(uuid4(), {}, frozenset(), uuid4())])["deleted"] is True


words = st.text("abcdefghij", min_size=6, max_size=12)
acts = st.lists(st.tuples(st.integers(0, 2), st.sampled_from("rcux"), words), max_size=14)


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(acts=acts, gone=st.integers(0, 2))
def test_whatever_was_done_before_nothing_of_it_stays_and_all_else_does(acts, gone):
    with tempfile.TemporaryDirectory() as folder:
        terms = Terms(clock=lambda: NOW, who="Lotte", searched=(SEARCHED,), cost=CHEAP)
        store, _ = create(Path(folder) / "kantoor.waarmerk", PASSPHRASE, terms)
        centres, said = [], [set(), set(), set()]
        for place in range(3):
            name = f"centrum{place}{'xyz'[place] * 5}"
            said[place].add(name)
            centres.append(
                add_centre(store, legal_name=name, enterprise_number=f"000000000{place}")
            )
        for place, act, word in acts:
            said_now = f"{word}{'xyz'[place] * 3}"
            if act == "r" and name_of(store, centres[place]):
                said[place].add(said_now)
                rename(store, centres[place], said_now, subject=said_now)
            elif act == "c":
                said[place].add(said_now)
                with store.change("Add contact", said_now, why=said_now) as session:
                    session.add(ContactPerson(centre_id=centres[place], last_name=said_now))
            elif act == "u":
                store.undo()
            else:
                store.redo()
        others = [one for place, one in enumerate(centres) if place != gone]
        before = [name_of(store, one) for one in others]
        purge(store, centres[gone])
        try:
            assert store.verify().whole
            assert found_in(store.path, *said[gone]) == []
            assert [name_of(store, one) for one in others] == before
            road = [turn.step for turn in store._roads.back]
            forth = [turn.step for turn in store._roads.forth]
            store.close()
            store = open_file(store.path, PASSPHRASE, terms)
            assert [turn.step for turn in store._roads.back] == road
            assert [turn.step for turn in store._roads.forth] == forth
            while store.redo():  # what others had undone can still be done again
                pass
            before = [name_of(store, one) for one in others]
            while store.undo():
                pass
            while store.redo():
                pass
            assert [name_of(store, one) for one in others] == before
            assert found_in(store.path, *said[gone]) == []
            assert store.verify().whole
        finally:
            store.close()
