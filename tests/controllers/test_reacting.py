"""A round of reactions on a real file: sent, reacted to, decided, closed."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.checks.rules import changed_since
from models.checks.values import (
    AnswerValue,
    FindingUnknown,
    Grade,
    MeasureBeforeVisit,
    NoRound,
    ReactionKind,
    ReactionMissing,
    ReactionOutcome,
    ReactionsOpen,
    ReasonMissing,
    ReceivedBeforeSent,
    ReceivedBeforeVisit,
    RecheckBeforeVisit,
    RecheckOutcome,
    RevisionKind,
    RoundRuns,
    SentBeforeRound,
    SentBeforeVisit,
    SentStillToCome,
    VisitAfterFollowed,
)
from models.store.store import Store
from tests.controllers.finished import finished_check, settle

TODAY = date(2026, 5, 4)
VISIT, SENT = date(2026, 3, 31), date(2026, 4, 2)
KEY = "DC-01"


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.fixture
def check(do: Controllers):
    return finished_check(do, VISIT)


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
    with pytest.raises(ReactionsOpen, match="wait for a decision: 1"):
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


def said_in(do: Controllers, letter) -> str:
    return " ".join(block.text for block in do.letters.file(letter).document.blocks)


@pytest.mark.parametrize("reacted", [True, False])
def test_a_letter_of_after_the_round_does_not_ask_to_react(do: Controllers, check, reacted):
    do.checks.begin_round(check, SENT)
    letter = do.letters.write_audit_letter(check)
    assert "U kunt tot en met" in said_in(do, letter)
    if reacted:
        said = do.checks.add_reaction(check, KEY, ReactionKind.FACT, "Het zit erin.", TODAY)
        do.checks.judge_reaction(check, said, ReactionOutcome.REJECTED, "Het zit er niet in.")
    do.checks.close_round(check)
    told = said_in(do, letter)
    assert "U kunt tot en met" not in told
    came = "Wat we van u ontvingen, hebben we in deze brief meegewogen."
    assert (
        "Op 2 april 2026 bezorgden we u onze vaststellingen en kon u erop reageren. Die ronde is"
        f" afgesloten op 4 mei 2026. {came if reacted else 'We ontvingen geen reactie.'}"
    ) in told
    assert do.letters.file(letter).missing == ()
    do.letters.set_date(letter, date(2026, 5, 3))
    assert "U kunt tot en met" in said_in(do, letter), "a letter of an earlier day stays as it was"


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


def test_nobody_waits_for_a_decision_about_what_was_taken_back(do: Controllers, check):
    do.checks.begin_round(check, SENT)
    do.checks.add_reaction(check, KEY, ReactionKind.FACT, "Het verslag is er.", TODAY)
    assert do.checks.follow(check).unjudged == 1
    assert not do.checks.follow(check).withdrawn(KEY)
    do.checks.reopen(check, "Het verslag is er.")
    for dossier in do.checks.file(check).dossiers[:3]:
        do.checks.answer(check, dossier.id, KEY, AnswerValue.YES)
    found = do.checks.follow(check)
    assert (found.unjudged, found.withdrawn(KEY)) == (0, True)
    do.history.undo()
    assert do.checks.follow(check).unjudged == 1


def test_what_was_said_to_a_finding_by_hand_is_read_after_it_was_removed(do: Controllers, check):
    do.checks.reopen(check, "Nog iets gezien.")
    key = do.checks.add_finding(check, Grade.MINOR, "De gang is smal.", criterion="Toegang")
    do.checks.finish(check)
    do.checks.begin_round(check, SENT)
    said = do.checks.add_reaction(check, key, ReactionKind.OPINION, "Dat hoort niet hier.", TODAY)
    do.checks.reopen(check, "Dat klopt.")
    do.checks.remove_finding(check, key)
    found = do.checks.follow(check)
    assert [one.id for one in found.reactions[key]] == [said]
    assert (found.unjudged, found.withdrawn(key)) == (0, True)


def test_the_text_the_centre_read_stands_beside_what_became_of_it(do: Controllers, check):
    do.checks.reopen(check, "Voor de reactieronde.")
    do.checks.begin_round(check, SENT)
    (finding,) = do.checks.file(check).findings
    read = do.checks.follow(check).read[KEY]
    assert (read.text, read.evidence) == (finding.text, finding.seen)
    assert not changed_since(finding, read)
    said = do.checks.add_reaction(check, KEY, ReactionKind.TYPING, "Niet KZ-001.", TODAY)
    do.checks.judge_reaction(check, said, ReactionOutcome.ACCEPTED, "Klopt.")
    do.checks.edit_finding(check, KEY, "statement", "Alleen in KZ-002 en KZ-003.")
    do.checks.finish(check)
    (finding,) = do.checks.file(check).findings
    follow = do.checks.follow(check)
    assert changed_since(finding, follow.read[KEY])
    assert follow.round is not None
    found = do.checks.differences(check, follow.round.revision_id)
    assert found is not None
    assert any(one.new == "Alleen in KZ-002 en KZ-003." for one in found.lines)
    do.history.undo()
    do.history.undo()
    (finding,) = do.checks.file(check).findings
    assert not changed_since(finding, do.checks.follow(check).read[KEY])


def test_the_last_day_by_rule_is_known_also_when_the_officer_chose_another(do: Controllers, check):
    found = do.checks.follow(check).by_rule
    assert (found.start, found.of_letter) == (VISIT, False)
    assert found.terms[KEY].start == VISIT
    letter = do.letters.write_audit_letter(check)
    do.letters.set_date(letter, date(2026, 4, 20))
    do.checks.reopen(check, "Een andere dag.")
    do.checks.edit_finding(check, KEY, "measure_due", date(2026, 9, 1))
    do.checks.finish(check)
    found = do.checks.follow(check).by_rule
    assert (found.start, found.of_letter) == (date(2026, 4, 20), True)
    (agreed,) = do.checks.agreed(do.checks.file(check).centre_id)
    assert (agreed.due, agreed.counted) == (date(2026, 9, 1), None)
    assert agreed.by_rule == found.terms[KEY]


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


def test_findings_do_not_leave_before_the_visit_or_before_the_last_round(do: Controllers, check):
    with pytest.raises(SentBeforeVisit) as refused:
        do.checks.begin_round(check, date(2026, 3, 30))
    assert refused.value.field == "sent_on"
    assert "31 maart 2026" in str(refused.value)
    assert do.checks.follow(check).round is None
    do.checks.begin_round(check, date(2026, 4, 20))
    do.checks.close_round(check)
    with pytest.raises(SentBeforeRound):
        do.checks.begin_round(check, date(2026, 4, 19))
    do.checks.begin_round(check, date(2026, 4, 20))  # the same day again is odd, but can be
    assert do.checks.follow(check).round.closed_on is None


def test_a_visit_does_not_move_past_what_followed_it(do: Controllers, check):
    do.checks.begin_round(check, SENT)
    do.checks.add_reaction(check, KEY, ReactionKind.AGREES, "", date(2026, 4, 10))
    do.checks.reopen(check, "De dag van het bezoek klopt niet.")
    with pytest.raises(VisitAfterFollowed):
        do.checks.edit(check, "visit_date", date(2026, 4, 3))
    do.checks.edit(check, "visit_date", SENT)
    assert do.checks.file(check).visit_date == SENT


def test_a_measure_is_not_proved_or_carried_out_before_it_was_asked(do: Controllers, check):
    early = date(2026, 3, 30)
    with pytest.raises(ReceivedBeforeVisit):
        do.checks.deliver(check, KEY, early, "Een sjabloon")
    with pytest.raises(MeasureBeforeVisit):
        do.checks.carry_out(check, KEY, early)
    assert do.checks.follow(check).reviews == {}
    do.checks.deliver(check, KEY, VISIT, "Een sjabloon, aan tafel getoond")
    do.checks.carry_out(check, KEY, VISIT)
    assert do.checks.agreed(do.checks.file(check).centre_id)[0].met_on == VISIT


def test_a_visit_looks_again_only_at_what_was_found_before_it(do: Controllers, check):
    centre = do.checks.file(check).centre_id
    again = do.checks.plan(centre, TODAY)
    do.checks.start(again)
    (waits,) = do.checks.follow(again).rechecks
    do.checks.edit(again, "visit_date", date(2026, 3, 30))
    with pytest.raises(RecheckBeforeVisit):
        do.checks.recheck(again, waits.id, RecheckOutcome.NOT_SOLVED)
    do.checks.edit(again, "visit_date", TODAY)
    do.checks.recheck(again, waits.id, RecheckOutcome.NOT_SOLVED)
    with pytest.raises(RecheckBeforeVisit):
        do.checks.edit(again, "visit_date", date(2026, 3, 30))
