"""Random histories against an oracle of plain dicts: whatever people do, the file tells the same."""

import copy
import tempfile
from pathlib import Path
from uuid import UUID, uuid5

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from models.centres.entities import SEARCHED, CareerCentre
from models.kernel.ids import NAMESPACE, natural_id
from models.settings.entities import Setting
from models.store.file import Terms, create, open_file
from tests.conftest import CHEAP, NOW, PASSPHRASE
from tests.models.store.hands import shown

FIELDS = ("legal_name", "phone", "remark", "officer")
facts = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from("abc"), min_size=1, max_size=3)
pick = st.integers(0, 60)


class Office(RuleBasedStateMachine):
    """One officer at work. `rows` is what must be seen; the stacks hold what undo must give."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.terms = Terms(clock=lambda: NOW, who="Lotte", searched=(SEARCHED,), cost=CHEAP)
        path = Path(self.folder.name) / "kantoor.waarmerk"
        self.store, _ = create(path, PASSPHRASE, self.terms)
        self.rows: dict[UUID, dict[str, str | None]] = {}
        self.ever: list[UUID] = []
        self.back: list[dict] = []
        self.forth: list[dict] = []
        self.sent = 0

    def step(self, work):
        """Do `work` in the file, and in the oracle: it gives what must be seen after each flush."""
        before, seen = copy.deepcopy(self.rows), copy.deepcopy(self.rows)
        changed = False
        with self.store.change("Work") as session:
            for flush, after in work:
                flush(session)
                session.flush()
                changed = changed or after != seen
                seen = copy.deepcopy(after)
        if changed:
            self.rows = seen
            self.back.append(before)
            self.forth.clear()

    def edited(self, rows, centre, values):
        return {**rows, centre: {**rows[centre], **values}}

    def one(self, k):
        return sorted(self.rows)[k % len(self.rows)]

    @rule(values=facts)
    def found_a_centre(self, values):
        centre = uuid5(NAMESPACE, f"centre {len(self.ever)}")
        self.ever.append(centre)
        whole = {**dict.fromkeys(FIELDS), "legal_name": "nieuw", **values}

        def birth(session):
            session.add(CareerCentre(id=centre, enterprise_number="0566988259", **whole))

        self.step([(birth, {**self.rows, centre: whole})])

    @precondition(lambda self: self.rows)
    @rule(k=pick, values=facts, more=facts, others=pick)
    def edit_in_two_flushes(self, k, values, more, others):
        first, second = self.one(k), self.one(others)

        def set_on(centre, new):
            def flush(session):
                for name, value in new.items():
                    setattr(session.get_one(CareerCentre, centre), name, value)

            return flush

        halfway = self.edited(self.rows, first, values)
        after = self.edited(halfway, second, more)
        self.step([(set_on(first, values), halfway), (set_on(second, more), after)])

    @precondition(lambda self: self.rows)
    @rule(k=pick, values=facts, with_edit=st.booleans())
    def close_a_centre(self, k, values, with_edit):
        centre = self.one(k)

        def death(session):
            found = session.get_one(CareerCentre, centre)
            for name, value in values.items() if with_edit else ():
                setattr(found, name, value)
            session.delete(found)

        self.step([(death, {key: row for key, row in self.rows.items() if key != centre})])

    @precondition(lambda self: self.ever)
    @rule(k=pick, values=facts)
    def put_a_centre(self, k, values):
        centre = self.ever[k % len(self.ever)]
        whole = {**dict.fromkeys(FIELDS), "legal_name": "lijst", **values}

        def put(session):
            session.put(CareerCentre, centre, enterprise_number="0566988259", **whole)

        self.step([(put, {**self.rows, centre: whole})])

    @rule()
    def send_a_letter(self):
        self.sent += 1
        self.forth.clear()
        with self.store.change("Send letter", undoable=False) as session:
            session.put(Setting, natural_id("setting", "sent"), key="sent", value=str(self.sent))

    @rule()
    def put_a_draft_aside(self):
        self.sent += 1
        with self.store.aside("Put a draft aside") as session:
            session.put(Setting, natural_id("setting", "sent"), key="sent", value=str(self.sent))

    @precondition(lambda self: self.rows)
    @rule(k=pick)
    def be_refused(self, k):
        with pytest.raises(ZeroDivisionError), self.store.change("Work") as session:
            session.get_one(CareerCentre, self.one(k)).legal_name = "nooit"
            session.flush()
            raise ZeroDivisionError

    @rule()
    def undo(self):
        told = self.store.undo()
        assert (told is None) == (not self.back)
        if self.back:
            self.forth.append(self.rows)
            self.rows = self.back.pop()

    @rule()
    def redo(self):
        told = self.store.redo()
        assert (told is None) == (not self.forth)
        if self.forth:
            self.back.append(self.rows)
            self.rows = self.forth.pop()

    @rule()
    def close_and_open(self):
        self.store.close()
        self.store = open_file(self.store.path, PASSPHRASE, self.terms)

    def check(self):
        stored = shown(self.store)
        assert {
            key: {name: row[name] for name in FIELDS} for key, row in stored["centre"].items()
        } == self.rows
        assert [row["value"] for row in stored["setting"].values()] == (
            [str(self.sent)] if self.sent else []
        )
        proof = self.store.verify()
        assert proof.whole, proof.broken

    def teardown(self):
        try:
            self.check()
            while self.back:  # all the way to the empty file, and forth again
                self.undo()
            self.check()
            while self.forth:
                self.redo()
            self.check()
        finally:
            self.store.close()
            self.folder.cleanup()


def work(examples, steps, shrink=False):
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink) if shrink else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_file_tells_what_people_did():
    work(12, 30)


@pytest.mark.long
def test_the_file_tells_what_people_did_for_a_long_time():
    work(400, 80, shrink=True)
