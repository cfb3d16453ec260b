"""After an answer only its dossier is read again, and that equals a full reading, always."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from controllers.opening import Opening
from models.attachments.values import Pasted
from models.checklists.values import AnswerType, AnswerValue, Condition, Grade, Verdict
from models.kernel.errors import AppError
from tests.conftest import CHEAP, NOW, PASSPHRASE, copy_of
from tests.controllers.statements import statements
from ui.pages.checks.page import ANSWER, ChecksPage
from ui.pages.checks.sight import look, look_again

YES, PARTIAL, NO, NA = AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO, AnswerValue.NA
KEYS = ("DC-01", "DC-02", "DC-03", "DC-06")
"""Each of the first three hangs on the one before it; DC-06 on none."""
keys = st.sampled_from(KEYS)
which = st.integers(0, 9)
values = st.sampled_from((YES, PARTIAL, NO, NA, AnswerValue.NOT_CHECKED, None))


class Table(RuleBasedStateMachine):
    """A check that is filled while a window follows the news; the check before it found a no."""

    empty: Path

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "kantoor.waarmerk"
        copy_of(self.empty, path)
        self.do = Opening(lambda: NOW, "Lotte", CHEAP).open(path, PASSPHRASE)
        self.checks, lists = self.do.checks, self.do.checklists
        draft = lists.draft_from("dossier_check", 1)
        rows = lists.file("dossier_check", 2).question_ids
        lists.edit_question(rows["DC-02"], "asked_when", Condition("DC-01", (NO, PARTIAL)))
        lists.edit_question(rows["DC-03"], "asked_when", Condition("DC-02", (NO,)))
        lists.edit_question(rows["DC-04"], "answer_type", AnswerType.NUMBER)
        lists.edit_question(rows["DC-04"], "most", 6)
        lists.begin_test(draft)
        self.centre = self.do.centres.add("0566988259", "Loopbaanhuis Demer bv")
        before = self.checks.plan(self.centre, date(2025, 5, 4), version=2)
        self.checks.start(before)
        (old,) = self.checks.add_dossiers(before, "KZ-1")
        self.checks.answer(before, old, "DC-06", NO)
        self.check = self.checks.plan(self.centre, date(2026, 5, 4), version=2)
        self.checks.start(self.check)
        self.checks.add_dossiers(self.check, "KZ-5; KZ-6; KZ-7")
        self.other = before, old
        self.news = []
        self.do.listen(self.news.append)
        self.sight = look(self.checks, self.check)
        self.patched = 0
        self.begun = self.do.history.next_undo

    def dossier(self, n):
        dossiers = self.checks.file(self.check).dossiers
        return dossiers[n % len(dossiers)]

    def act(self, deed, *args, **more):
        with suppress(AppError):  # what is refused, changed nothing and makes no news
            deed(*args, **more)

    @rule(n=which, key=keys, value=values)
    def answer(self, n, key, value):
        self.act(self.checks.answer, self.check, self.dossier(n).id, key, value)

    @rule(n=which, key=keys, text=st.sampled_from(("", "Zie fiche 2.", "Mail.")))
    def note(self, n, key, text):
        self.act(self.checks.note, self.check, self.dossier(n).id, key, text)

    @rule(n=which, hours=st.sampled_from((None, 4.0, 7.5)))
    def hours(self, n, hours):
        self.act(self.checks.hours, self.check, self.dossier(n).id, "DC-08", hours, 4.0)

    @rule(n=which, amount=st.sampled_from((None, 5.0, 9.0)))
    def fact(self, n, amount):
        self.act(self.checks.fact, self.check, self.dossier(n).id, "DC-04", amount)

    @rule(value=values)
    def answer_in_another_check(self, value):
        self.act(self.checks.answer, self.other[0], self.other[1], "DC-06", value)

    @rule(n=which, key=keys, sign=st.binary(min_size=1, max_size=1))
    def proof(self, n, key, sign):
        about = self.checks.proof_of(self.dossier(n).id, key)
        pasted = [Pasted("lijst.csv", b"a;b" + sign)]
        self.act(self.do.attachments.add, self.centre, pasted, about)

    @rule(n=which, verdict=st.sampled_from((Verdict.CONFORM, Verdict.NON_CONFORM, None)))
    def judge_otherwise(self, n, verdict):
        why = "Het staat in het tweede verslag." if verdict else ""
        self.act(self.checks.override_verdict, self.check, self.dossier(n).id, verdict, why)

    @rule(key=keys)
    def write_finding(self, key):
        words = "Het verslag ontbreekt."
        self.act(self.checks.edit_finding, self.check, key, "statement", words)

    @rule(key=keys)
    def finding_by_hand(self, key):
        kind, words = Grade.MINOR, "Het dossier is rommelig."
        self.act(self.checks.add_finding, self.check, kind, words, question_key=key)

    @rule()
    def add_dossier(self):
        many = len(self.checks.file(self.check).dossiers)
        if many < 6:
            self.act(self.checks.add_dossiers, self.check, f"KZ-1{many}")

    @rule(n=which)
    def remove_dossier(self, n):
        if len(self.checks.file(self.check).dossiers) > 1:
            self.act(self.checks.remove_dossier, self.check, self.dossier(n).id)

    @precondition(lambda self: self.do.history.next_undo != self.begun)
    @rule()
    def undo(self):
        self.act(self.do.history.undo)

    @rule()
    def redo(self):
        self.act(self.do.history.redo)

    @rule(together=st.booleans())
    def hear(self, together):
        """The window hears what happened: one by one, or all that waited at once."""
        news, self.news[:] = list(self.news), []
        told = [{table for table in ChecksPage.shows if one.touch(table)} for one in news]
        if together and all(one <= {ANSWER} for one in told):
            self.catch_up(frozenset().union(*(one.rows.get(ANSWER, ()) for one in news)))
        else:
            self.follow(news, told)
        assert self.sight.check == self.checks.file(self.check)
        assert self.sight == look(self.checks, self.check)

    def follow(self, news, told):
        for one, tables in zip(news, told, strict=True):
            if tables == {ANSWER}:
                self.catch_up(one.rows[ANSWER])
            elif tables:
                self.sight = look(self.checks, self.check, self.sight)

    def catch_up(self, rows):
        self.sight = look_again(self.checks, self.sight, rows)
        self.patched += 1

    def teardown(self):
        self.do.close()
        self.folder.cleanup()


WITHOUT_SHRINKING_LONG = (Phase.explicit, Phase.generate, Phase.target)


def histories(many, steps):
    return settings(
        max_examples=many,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=WITHOUT_SHRINKING_LONG,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(autouse=True)
def office(empty):
    Table.empty = empty


def test_a_reading_after_answers_equals_a_full_one_whatever_was_done():
    run_state_machine_as_test(Table, settings=histories(8, 40))


@pytest.mark.long
def test_a_reading_after_answers_equals_a_full_one_in_many_histories():
    run_state_machine_as_test(Table, settings=histories(300, 60))


def test_what_did_not_change_is_not_read_again():
    table = Table()
    try:
        one, other, _third = table.checks.file(table.check).dossiers
        table.checks.answer(table.check, one.id, "DC-06", NO)
        before = table.sight
        table.hear(together=True)
        after = table.sight
        assert after.check.dossiers[0].answers["DC-06"].value is NO
        assert after.check.dossiers[1] is before.check.dossiers[1]
        assert after.cells["DC-06", other.id] is before.cells["DC-06", other.id]
        assert [one.question_key for one in after.check.findings] == ["DC-06"]
    finally:
        table.teardown()


def test_the_statements_for_a_check_do_not_grow_with_its_dossiers():
    """Opening a check, an answer, and its news: as many questions to the file at 3 as at 43."""
    table = Table()
    try:
        one = table.checks.file(table.check).dossiers[0]
        for value in (NO, None):  # from now on the row is there
            table.checks.answer(table.check, one.id, "DC-06", value)
        counted = []
        for turn in range(2):
            store, first = table.checks._store, table.checks.file(table.check).dossiers[0]
            with statements(store) as opening:
                table.sight = look(table.checks, table.check)
            with statements(store) as saying, statements(store, writing=True) as keeping:
                table.checks.answer(table.check, first.id, "DC-06", NO)
            news = frozenset({table.checks.proof_of(first.id, "DC-06")[1]})
            with statements(store) as again:
                table.catch_up(news)
            table.hear(together=True)
            counted.append((len(opening), len(saying), len(keeping), len(again)))
            table.checks.answer(table.check, first.id, "DC-06", None)
            table.checks.add_dossiers(table.check, "\n".join(f"N-{turn}-{n}" for n in range(40)))
            table.hear(together=False)
        assert counted == [(13, 4, 5, 4)] * 2, "opening, saying and keeping an answer, its news"
    finally:
        table.teardown()
