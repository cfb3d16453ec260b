"""A round of reactions on a real file: sent, reacted to, decided, closed."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.checks.values import (
    AnswerValue,
    FindingUnknown,
    NoRound,
    ReactionKind,
    ReactionMissing,
    ReactionOutcome,
    ReactionsOpen,
    ReasonMissing,
    ReceivedBeforeSent,
    RevisionKind,
    RoundRuns,
    SentStillToCome,
)
from models.store.store import Store
from tests.controllers.finished import finished_check, settle

TODAY = date(2026, 5, 4)
SENT = date(2026, 4, 2)
KEY = "DC-01"


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    return finished_check(do)


def test_the_last_day_counts_from_the_dispatch_and_explains_itself(do: Controllers, check):
    do.checks.begin_round(check, SENT, registered=True)
    found = do.checks.follow(check).round
    assert found is not None
    assert (found.reply_by, found.registered) == (date(2026, 4, 29), True)
    assert "8 april 2026" in found.term.why
    do.history.undo()
    assert do.checks.follow(check).round is None
    do.history.redo()
    with pytest.raises(RoundRuns):
        do.checks.begin_round(check, TODAY)


def test_a_reaction_gets_a_decision_with_a_reason(do: Controllers, check):
    do.checks.begin_round(check, SENT)
    late = do.checks.add_reaction(
        check, KEY, ReactionKind.FACT, "In KZ-002 zit het verslag wel.", TODAY
    )
    (found,) = do.checks.follow(check).reactions[KEY]
    assert (found.id, found.days_late) == (late, 11)
    with pytest.raises(ReactionsOpen):
        do.checks.close_round(check)
    with pytest.raises(ReasonMissing):
        do.checks.judge_reaction(check, late, ReactionOutcome.ACCEPTED)
    do.checks.judge_reaction(check, late, ReactionOutcome.PARTLY, "Het verslag is ongedateerd.")
    (found,) = do.checks.follow(check).reactions[KEY]
    assert (found.outcome, found.judged_by) == (ReactionOutcome.PARTLY, "Lotte Verhaegen")
    do.checks.close_round(check, "Bedankt.")
    closed = do.checks.follow(check).round
    assert closed is not None
    assert (closed.closed_on, closed.closing_words) == (TODAY, "Bedankt.")
    with pytest.raises(NoRound):
        do.checks.close_round(check)
    for _ in range(4):
        do.history.undo()
    assert do.checks.follow(check).reactions == {}


def test_a_reaction_to_a_finding_that_is_gone_does_not_hold_the_round(do: Controllers, check):
    do.checks.begin_round(check, SENT)
    said = do.checks.add_reaction(check, KEY, ReactionKind.FACT, "Het verslag is er.", TODAY)
    do.checks.reopen(check, "Het verslag is er.")
    for dossier in do.checks.file(check).dossiers[:3]:
        do.checks.answer(check, dossier.id, KEY, AnswerValue.YES)
    assert do.checks.file(check).findings == ()
    assert [one.id for one in do.checks.follow(check).reactions[KEY]] == [said]
    do.checks.close_round(check)
    closed = do.checks.follow(check).round
    assert closed is not None
    assert closed.closed_on == TODAY


def test_agreeing_needs_no_words_and_other_reactions_do(do: Controllers, check):
    do.checks.begin_round(check, SENT)
    do.checks.add_reaction(check, KEY, ReactionKind.AGREES, "", date(2026, 4, 10))
    with pytest.raises(ReactionMissing):
        do.checks.add_reaction(check, KEY, ReactionKind.OMISSION, " ", TODAY)
    with pytest.raises(FindingUnknown):
        do.checks.add_reaction(check, "DC-02", ReactionKind.OPINION, "Nee.", TODAY)
    with pytest.raises(ReceivedBeforeSent):
        do.checks.add_reaction(check, KEY, ReactionKind.OPINION, "Nee.", date(2026, 4, 1))


def test_what_the_centre_got_to_read_is_kept_word_for_word(do: Controllers, check):
    do.checks.begin_round(check, SENT)
    final = do.checks.follow(check).round
    assert final is not None
    kinds = {one.id: one.kind for one in do.checks.revisions(check)}
    assert kinds[final.revision_id] is RevisionKind.FINAL
    do.checks.close_round(check)
    do.checks.reopen(check, "Een feit klopt niet.")
    do.checks.begin_round(check, TODAY)
    draft = do.checks.follow(check).round
    assert draft is not None
    (kept,) = [one for one in do.checks.revisions(check) if one.kind is RevisionKind.DRAFT]
    assert draft.revision_id == kept.id
    do.history.undo()
    assert all(one.kind is RevisionKind.FINAL for one in do.checks.revisions(check))


def test_what_follows_a_finished_check_does_not_break_its_seal(do: Controllers, check):
    do.checks.begin_round(check, SENT)
    do.checks.add_reaction(check, KEY, ReactionKind.OPINION, "Niet akkoord.", TODAY)
    do.checks.assign(check, KEY, "An Jansen")
    proof = do.checks.deliver(check, KEY, TODAY, "Een sjabloon")
    do.checks.judge_proof(check, proof, True, "In orde.")
    assert do.checks.prove(check).whole


def test_findings_are_not_sent_tomorrow(do: Controllers, check):
    with pytest.raises(SentStillToCome):
        do.checks.begin_round(check, date(2026, 5, 5))


def test_a_reaction_without_a_round_is_kept_and_not_late(do: Controllers, check):
    """Such as one that came back in the workbook."""
    do.checks.add_reaction(check, KEY, ReactionKind.OPINION, "Niet akkoord.", TODAY)
    (found,) = do.checks.follow(check).reactions[KEY]
    assert found.days_late == 0
    do.checks.remove_reaction(check, found.id)
    assert do.checks.follow(check).reactions == {}
