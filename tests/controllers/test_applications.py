"""Applications and decisions on a real encrypted file: received, judged, advised, decided."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from models.applications.values import (
    AdviceMissing,
    AdviceNotFollowed,
    AdviceOutcome,
    AdviceOvertaken,
    ApplicationKind,
    ApplicationRunning,
    ApplicationSettled,
    ApplicationState,
    ApplicationWaiting,
    CheckOfAnother,
    CriteriaOpen,
    CriterionGap,
    DayMissing,
    DayStillToCome,
    DayTooEarly,
    DecisionKind,
    DecisionUnmotivated,
    Ending,
    FourEyes,
    Grant,
    GrantUnexplained,
    HearingMissing,
    HearingTooLate,
    HearingUnreported,
    Judgement,
    LegalBasisMissing,
    MandateNotRunning,
    MotivationMissing,
    NotAskedToComplete,
    OtherAdviceUnmotivated,
    Outcome,
    PersonMissing,
    QuestionMissing,
    ReceivedTooLate,
    RefusalUnmotivated,
    Ruling,
    Sending,
    SentBeforeDecided,
    StartBeforeReceived,
    StartMissing,
    SuspensionOff,
)
from models.centres.values import NationalNumberFound
from models.mandates.values import CertificateKind, EndKind, MandateOverlaps, MandateState
from models.store.store import Store
from models.terms.values import DayOutOfReach
from tests.controllers.dossiers import (
    CAME,
    FAILS,
    START,
    Applicant,
    applicant,
    ruling,
)

TODAY = date(2026, 5, 4)


@pytest.fixture
def one(controllers: Controllers) -> Applicant:
    return applicant(controllers)


@pytest.fixture(autouse=True)
def proven(store: Store):
    yield
    proof = store.verify()
    assert (proof.chain, proof.rows) == ("ok", "ok")


# receiving and completing


def test_an_application_begins_with_the_newest_checklist(one: Applicant):
    file = one.file
    assert file.reference.startswith("AV-2026-")
    assert file.state is ApplicationState.RECEIVED
    assert [len(file.criteria), file.assessor] == [14, "Lotte Verhaegen"]
    assert {each.gap for each in file.criteria} == {CriterionGap.JUDGEMENT}
    assert (file.deciding, file.completion, file.proposal) == (None, None, None)


def test_a_centre_has_one_open_application(one: Applicant):
    with pytest.raises(ApplicationRunning, match=one.file.reference):
        one.controllers.applications.receive(one.centre, CAME)
    one.controllers.applications.retract(one.application, TODAY)
    again = one.controllers.applications.receive(one.centre, TODAY, ApplicationKind.RENEWAL)
    assert one.controllers.applications.ids(one.centre) == [again, one.application]


def test_days_that_cannot_be_are_refused_at_their_field(one: Applicant):
    do = one.controllers.applications
    with pytest.raises(DayStillToCome) as early:
        do.edit(one.application, "received_on", date(2026, 5, 5))
    assert early.value.field == "received_on"
    with pytest.raises(DayTooEarly) as late:
        do.complete(one.application, date(2026, 3, 31))
    assert late.value.field == "completed_on"
    with pytest.raises(DayMissing):
        do.retract(one.application, None)


def test_a_mandate_cannot_start_before_it_was_applied_for(one: Applicant):
    do = one.controllers.applications
    other = one.controllers.centres.add("0887010362", "Talentkaai")
    with pytest.raises(StartBeforeReceived) as refused:
        do.receive(other, TODAY, requested_start=date(2020, 1, 1))
    assert refused.value.field == "requested_start"
    with pytest.raises(StartBeforeReceived):
        do.edit(one.application, "requested_start", date(2026, 3, 31))
    do.edit(one.application, "requested_start", CAME)
    with pytest.raises(StartBeforeReceived) as refused:
        do.edit(one.application, "received_on", date(2026, 4, 2))
    assert refused.value.field == "received_on"


def test_the_days_of_an_application_follow_one_another(one: Applicant):
    do = one.controllers.applications
    do.ask_to_complete(one.application, "Het certificaat.", date(2026, 4, 10))
    do.edit(one.application, "received_on", date(2026, 4, 10))
    with pytest.raises(ReceivedTooLate) as refused:
        do.edit(one.application, "received_on", date(2026, 4, 11))
    assert refused.value.field == "received_on"
    with pytest.raises(DayTooEarly):
        do.edit(one.application, "complete_by", date(2026, 4, 9))
    assert one.file.days.received_on == date(2026, 4, 10)


def test_asking_to_complete_computes_the_last_day_with_its_reason(one: Applicant):
    do = one.controllers.applications
    with pytest.raises(QuestionMissing):
        do.ask_to_complete(one.application, " ", TODAY)
    do.ask_to_complete(one.application, "De jaarrekening van 2025.", date(2026, 4, 2))
    file = one.file
    assert file.state is ApplicationState.TO_COMPLETE
    assert file.completion is not None
    assert file.days.complete_by == file.completion.due == date(2026, 5, 4)  # 2 May is a Saturday
    assert file.completion.shifted
    do.complete(one.application, date(2026, 4, 20))
    file = one.file
    assert file.state is ApplicationState.IN_ASSESSMENT
    assert file.deciding is not None
    assert file.deciding.due == date(2026, 7, 19)  # a Sunday: the authority works with the Friday
    assert file.deciding.internal == date(2026, 7, 17)


def test_a_day_to_complete_by_before_the_question_is_refused_and_never_changed(one: Applicant):
    do = one.controllers.applications
    with pytest.raises(DayTooEarly) as refused:
        do.ask_to_complete(one.application, "Alles.", date(2026, 4, 10), date(2026, 4, 9))
    assert refused.value.field == "complete_by"
    assert one.file.days.asked_on is None


def test_an_application_came_in_before_it_was_worked_on(one: Applicant):
    one.complete()
    do = one.controllers.applications
    with pytest.raises(ReceivedTooLate) as refused:
        do.edit(one.application, "received_on", date(2026, 4, 11))
    assert refused.value.field == "received_on"
    do.edit(one.application, "received_on", date(2026, 4, 10))
    assert one.file.days.received_on == date(2026, 4, 10)


def test_the_list_leaves_as_a_workbook_with_real_dates(one: Applicant, tmp_path):
    from openpyxl import load_workbook

    path = tmp_path / "aanvragen.xlsx"
    one.controllers.outgoing.applications(path)
    rows = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows()]
    flat = [value for row in rows for value in row]
    assert "Loopbaanhuis Demer" in str(flat)
    assert CAME in [value.date() for value in flat if hasattr(value, "date")]


def test_the_list_counts_what_is_late(one: Applicant):
    do = one.controllers.applications
    assert do.waiting() == (1, 0)
    do.ask_to_complete(one.application, "Alles.", date(2026, 4, 1), date(2026, 4, 15))
    assert do.waiting() == (1, 1)
    row = do.rows([one.application])[0]
    assert (row.late, row.due, row.judged, row.total) == (True, date(2026, 4, 15), 0, 14)
    do.retract(one.application, TODAY)
    assert do.waiting() == (0, 0)
    assert do.rows([one.application])[0].due is None


# judging


def test_a_judgement_its_motivation_and_its_evidence_are_steps_of_their_own(one: Applicant):
    do = one.controllers.applications
    do.judge(one.application, "MA-05", FAILS)
    do.write(one.application, "MA-05", "motivation", "Alleen jobcoaching.")
    do.write(one.application, "MA-05", "evidence", "overzicht 2025, bijlage 4")
    judged = one.file.of("MA-05").judged
    assert (judged.judgement, judged.motivation) == (FAILS, "Alleen jobcoaching.")
    one.controllers.history.undo()
    one.controllers.history.undo()
    assert one.file.of("MA-05").gap is CriterionGap.MOTIVATION
    with pytest.raises(NationalNumberFound):
        do.write(one.application, "MA-05", "motivation", "Mevrouw 85.07.30-033.28 zei dat.")


def test_facts_stand_beside_a_criterion_and_never_judge(one: Applicant):
    certificate = one.file.of("MA-11")
    assert [fact.outcome for fact in certificate.facts] == [Outcome.FAILS, Outcome.UNKNOWN]
    assert certificate.judged.judgement is None
    one.certify()
    assert one.file.of("MA-11").facts[0].outcome is Outcome.HOLDS
    assert one.file.of("MA-11").judged.judgement is None


# advising


def test_an_advice_waits_for_every_criterion_but_a_question_does_not(one: Applicant):
    with pytest.raises(CriteriaOpen, match="Without a judgement: MA-01, .*, MA-10 en nog 4"):
        one.advise()
    one.controllers.applications.judge(one.application, "MA-05", Judgement.INFO_NEEDED)
    assert one.file.proposal is not None
    one.advise(AdviceOutcome.INFO_REQUEST)
    assert one.file.state is ApplicationState.RECEIVED


def test_another_advice_than_the_rules_propose_says_why(one: Applicant):
    one.judge(MA_07=Judgement.PARTLY)
    one.ask()
    one.complete()
    with pytest.raises(OtherAdviceUnmotivated) as refused:
        one.advise(AdviceOutcome.NEGATIVE)
    assert refused.value.field == "motivation"
    assert str(refused.value) == (
        "The rules propose positive. Write in one or more sentences why your advice differs."
    )
    one.advise(AdviceOutcome.NEGATIVE, "De visie draagt de hele aanvraag.")
    assert one.file.advice is not None
    assert one.file.advice.outcome is AdviceOutcome.NEGATIVE


def test_no_negative_advice_before_the_centre_could_complete(one: Applicant):
    one.judge(MA_05=FAILS)
    one.complete()
    with pytest.raises(NotAskedToComplete) as refused:
        one.advise(AdviceOutcome.NEGATIVE, "Geen relevante ervaring.")
    assert refused.value.field == "outcome"
    assert one.file.advices == ()
    one.ask()
    with pytest.raises(ApplicationWaiting):
        one.advise(AdviceOutcome.NEGATIVE)
    one.complete()
    one.advise(AdviceOutcome.NEGATIVE)
    assert one.file.state is ApplicationState.ADVISED


def test_an_advice_on_other_judgements_than_now_carries_no_decision(one: Applicant):
    do = one.controllers.applications
    one.judge(MA_05=FAILS)
    one.ask()
    one.complete()
    one.advise(AdviceOutcome.NEGATIVE)
    assert (one.file.state, one.file.advice.overtaken) == (ApplicationState.ADVISED, ())
    do.write(one.application, "MA-05", "motivation", "Beter gezegd.")
    assert one.file.state is ApplicationState.ADVISED
    do.judge(one.application, "MA-05", Judgement.MEETS)

    file = one.file
    assert file.state is ApplicationState.IN_ASSESSMENT
    assert file.advice.overtaken == ("MA-05 (voldoet niet then, voldoet now)",)
    assert file.why == (
        "Complete since 10 april 2026; the advice of Lotte Verhaegen rests on other judgements than"
        " those that stand now."
    )
    (row,) = do.rows([one.application])
    assert (row.state, row.why) == (file.state, file.why)
    with pytest.raises(AdviceOvertaken) as refused:
        do.refuse(one.application, ruling("Geen ervaring."))
    assert (refused.value.field, "MA-05" in str(refused.value)) == ("kind", True)
    with pytest.raises(AdviceOvertaken):
        one.grant("Toch.")

    one.controllers.history.undo()
    assert one.file.state is ApplicationState.ADVISED
    one.controllers.history.redo()
    one.advise()
    assert one.file.state is ApplicationState.ADVISED
    assert [one.overtaken for one in one.file.advices] == [(), ()]


def test_no_advice_while_the_centre_may_still_complete(one: Applicant):
    one.judge()
    one.controllers.applications.ask_to_complete(one.application, "Alles.", TODAY)
    with pytest.raises(ApplicationWaiting):
        one.advise()


# granting


def test_a_grant_makes_the_mandate_in_the_same_step(one: Applicant):
    one.ready()
    decision = one.controllers.applications.decision(one.grant())
    assert one.file.state is ApplicationState.GRANTED
    mandate = one.controllers.mandates.standing(one.centre).mandates[0]
    assert (mandate.number, mandate.start, mandate.end) == ("LB-1", START, date(2032, 5, 31))
    assert (decision.mandate_id, decision.authority) == (mandate.id, "VDAB")
    assert decision.application_id == one.application

    one.controllers.history.undo()
    assert one.file.state is ApplicationState.ADVISED
    assert one.controllers.mandates.standing(one.centre).mandates == ()
    assert one.controllers.applications.decision_ids() == []

    one.controllers.history.redo()
    assert one.file.state is ApplicationState.GRANTED
    assert len(one.controllers.mandates.standing(one.centre).mandates) == 1


def test_a_second_mandate_knows_the_one_before(one: Applicant):
    before = one.controllers.mandates.add(one.centre, "LB-0", date(2020, 6, 1), date(2026, 5, 31))
    one.ready()
    one.grant()
    from models.mandates.entities import Mandate

    with one.controllers._store.look() as session:
        newest = one.controllers.mandates.standing(one.centre).mandates[0]
        assert session.get_one(Mandate, newest.id).predecessor_id == before


def test_a_grant_over_a_running_mandate_leaves_nothing(one: Applicant):
    one.controllers.mandates.add(one.centre, "LB-0", date(2022, 1, 1))
    one.ready()
    with pytest.raises(MandateOverlaps):
        one.grant()
    assert one.controllers.applications.decision_ids() == []
    assert one.file.state is ApplicationState.ADVISED


def test_a_grant_with_a_last_day_that_no_rule_reaches_is_refused(one: Applicant):
    one.ready()
    granted = Grant(START, "LB-1", date(2206, 5, 31), "Zo staat het in de beslissing.")
    with pytest.raises(DayOutOfReach) as refused:
        one.controllers.applications.grant(one.application, ruling(), granted)
    assert refused.value.field == "end_date"
    assert one.controllers.applications.decision_ids() == []


def test_four_eyes(one: Applicant):
    one.ready()
    do = one.controllers.applications
    with pytest.raises(FourEyes) as refused:
        do.grant(one.application, ruling(by="lotte verhaegen"), Grant(START))
    assert refused.value.field == "decided_by"
    with pytest.raises(PersonMissing):
        do.grant(one.application, ruling(by=" "), Grant(START))
    one.grant()
    with pytest.raises(FourEyes):
        do.edit_decision(do.decision_ids()[0], "decided_by", "Lotte Verhaegen")


def test_what_a_decision_asks(one: Applicant):
    do = one.controllers.applications
    one.certify()
    one.judge()
    one.ask()
    one.complete()
    with pytest.raises(AdviceMissing):
        one.grant()
    one.advise()
    with pytest.raises(StartMissing):
        one.grant(start=None)
    with pytest.raises(LegalBasisMissing):
        do.grant(one.application, Ruling(TODAY, "An Peeters"), Grant(START))
    with pytest.raises(DayTooEarly):
        do.grant(one.application, ruling(day=date(2026, 5, 3)), Grant(START))
    one.advise(AdviceOutcome.NEGATIVE, "Bij nader inzien niet.")
    with pytest.raises(AdviceNotFollowed) as refused:
        one.grant()
    assert refused.value.field == "motivation"
    one.grant("Het advies weegt een bijkomende vereiste te zwaar.")


def test_a_grant_without_a_certificate_on_the_first_day_says_so(one: Applicant):
    one.certify(until=date(2026, 5, 31))
    one.judge()
    one.complete()
    one.advise()
    with pytest.raises(GrantUnexplained, match="MA-11"):
        one.grant()
    one.grant("MA-11: de audit is gepland, het certificaat volgt in juni.")
    assert one.file.state is ApplicationState.GRANTED


def test_a_decided_application_is_closed(one: Applicant):
    one.ready()
    one.grant()
    do = one.controllers.applications
    for act in (
        lambda: do.judge(one.application, "MA-01", FAILS),
        lambda: do.edit(one.application, "assessor", "An"),
        lambda: do.retract(one.application, TODAY),
        lambda: one.grant(),
        lambda: do.refuse(one.application, ruling("Toch niet.")),
    ):
        with pytest.raises(ApplicationSettled):
            act()


# refusing


def test_a_refusal_without_motivations_is_refused_and_names_them(one: Applicant):
    one.judge(MA_05=FAILS)
    do = one.controllers.applications
    one.ask()
    do.complete(one.application, date(2026, 4, 10))
    one.advise(AdviceOutcome.NEGATIVE, "Geen relevante ervaring.")
    do.write(one.application, "MA-02", "motivation", "")
    do.judge(one.application, "MA-09", None)
    with pytest.raises(RefusalUnmotivated) as refused:
        do.refuse(one.application, ruling("Geen ervaring."))
    assert "MA-02" in str(refused.value)
    assert "MA-09" in str(refused.value)
    assert "MA-05" not in str(refused.value)
    one.judge(MA_05=FAILS)
    with pytest.raises(DecisionUnmotivated):
        do.refuse(one.application, ruling(""))
    decision = do.refuse(one.application, ruling("Geen relevante ervaring aangetoond."))
    assert one.file.state is ApplicationState.REFUSED
    assert one.controllers.mandates.standing(one.centre).state is MandateState.NONE
    with pytest.raises(DecisionUnmotivated):
        do.edit_decision(decision, "motivation", " ")


def test_sending_a_decision_starts_the_term_to_contest_it(one: Applicant):
    one.ready()
    decision = one.grant()
    do = one.controllers.applications
    assert do.decision(decision).appeal is None
    do.edit_decision(decision, "sent_by", Sending.HANDED_OVER)
    with pytest.raises(SentBeforeDecided):
        do.edit_decision(decision, "sent_on", date(2026, 5, 1))
    do.edit_decision(decision, "sent_on", TODAY)
    found = do.decision(decision)
    assert found.served_on == TODAY
    assert found.appeal is not None
    assert found.appeal.due == date(2026, 7, 3)
    do.edit_decision(decision, "appeal_mentioned", False)
    found = do.decision(decision)
    assert found.appeal_from is not None
    assert found.appeal is not None
    assert found.appeal.due == date(2026, 11, 2)
    assert do.decision_rows([decision])[0].appeal_until == date(2026, 11, 2)


# decisions on a running mandate


@pytest.fixture
def mandated(one: Applicant) -> Applicant:
    one.controllers.mandates.add(one.centre, "LB-0", date(2022, 1, 1))
    return one


def end(**changed) -> Ending:
    facts = {
        "last_day": date(2026, 5, 31),
        "waiting_until": date(2028, 6, 1),
        "hearing_on": date(2026, 4, 20),
        "hearing_report": "De zaakvoerder betwistte niets.",
    }
    return Ending(**(facts | changed))


def test_a_withdrawal_ends_the_mandate_in_the_same_step(mandated: Applicant):
    do = mandated.controllers.applications
    mandate = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    check = mandated.controllers.checks.plan(mandated.centre, TODAY)
    with pytest.raises(HearingMissing):
        do.withdraw(mandate.id, ruling("Ernstig."), end(hearing_on=None))
    decision = do.withdraw(mandate.id, ruling("Ernstige tekortkomingen."), end(check_id=check))
    held = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    assert (held.ended_on, held.end_kind) == (date(2026, 5, 31), EndKind.WITHDRAWN)
    found = do.decision(decision)
    assert (found.check_id, found.waiting_period_until) == (check, date(2028, 6, 1))
    assert found.check_reference.startswith("DC-")
    assert one_fact(mandated, "MA-03") is Outcome.FAILS
    mandated.controllers.history.undo()
    held = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    assert (held.ended_on, held.end_kind) == (None, None)
    assert do.decision_ids() == []


def one_fact(applicant: Applicant, key: str) -> Outcome:
    return applicant.file.of(key).facts[0].outcome


def test_a_stop_is_noted_without_a_hearing_and_only_once(mandated: Applicant):
    do = mandated.controllers.applications
    mandate = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    do.note_stop(mandate.id, ruling(), end(hearing_on=None, hearing_report=""))
    held = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    assert held.end_kind is EndKind.ENDED_VOLUNTARILY
    with pytest.raises(MandateNotRunning):
        do.note_stop(mandate.id, ruling(), end())


def test_what_a_decision_rested_on_stays_with_it(mandated: Applicant):
    do = mandated.controllers.applications
    mandate = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    decision = do.withdraw(mandate.id, ruling("Ernstig."), end())
    with pytest.raises(HearingMissing):
        do.edit_decision(decision, "hearing_on", None)
    with pytest.raises(HearingUnreported):
        do.edit_decision(decision, "hearing_report", " ")
    with pytest.raises(MotivationMissing):
        do.edit_decision(decision, "motivation", "")
    mandated.controllers.history.undo()
    stop = do.note_stop(mandate.id, ruling(), end(hearing_on=None, hearing_report=""))
    do.edit_decision(stop, "motivation", "De zaakvoerder gaat met pensioen.")
    do.edit_decision(stop, "motivation", "")
    assert do.decision(stop).motivation == ""


def test_a_hearing_after_the_decision_is_refused_afterwards_too(mandated: Applicant):
    do = mandated.controllers.applications
    mandate = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    day = ruling("Ernstig.", day=date(2026, 4, 28))
    decision = do.withdraw(mandate.id, day, end())
    with pytest.raises(HearingTooLate):
        do.edit_decision(decision, "hearing_on", date(2026, 4, 29))


def test_a_withdrawal_cuts_a_suspension_short(mandated: Applicant):
    do, mandates = mandated.controllers.applications, mandated.controllers.mandates
    mandated.controllers.settings.edit("suspension", "on")
    mandate = mandates.standing(mandated.centre).mandates[0]
    pause = end(last_day=date(2026, 5, 1), waiting_until=date(2026, 12, 31))
    do.suspend(mandate.id, ruling("Hangende de controle."), pause)
    do.withdraw(mandate.id, ruling("Ernstig."), end())
    held = mandates.standing(mandated.centre).mandates[0]
    assert (held.suspended_from, held.suspended_until) == (date(2026, 5, 1), held.ended_on)
    mandates.edit(mandate.id, "waiting_period_until", date(2028, 6, 2))


def test_a_suspension_that_was_to_come_falls_away_with_the_mandate(mandated: Applicant):
    do, mandates = mandated.controllers.applications, mandated.controllers.mandates
    mandated.controllers.settings.edit("suspension", "on")
    mandate = mandates.standing(mandated.centre).mandates[0]
    later = end(last_day=date(2026, 9, 1), waiting_until=None)
    do.suspend(mandate.id, ruling("Hangende de controle."), later)
    do.withdraw(mandate.id, ruling("Ernstig."), end())
    held = mandates.standing(mandated.centre).mandates[0]
    assert (held.suspended_from, held.suspended_until) == (None, None)


def test_a_suspension_waits_for_the_setting(mandated: Applicant):
    do = mandated.controllers.applications
    mandate = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    with pytest.raises(SuspensionOff):
        do.suspend(mandate.id, ruling("x"), end())
    mandated.controllers.settings.edit("suspension", "on")
    decision = do.suspend(mandate.id, ruling("Hangende de controle."), end())
    assert do.decision(decision).kind is DecisionKind.SUSPENDED


def test_a_check_of_another_centre_is_no_ground(mandated: Applicant):
    other = mandated.controllers.centres.add("0887010362", "Andere bv")
    check = mandated.controllers.checks.plan(other, TODAY)
    mandate = mandated.controllers.mandates.standing(mandated.centre).mandates[0]
    with pytest.raises(CheckOfAnother):
        mandated.controllers.applications.withdraw(
            mandate.id, ruling("Ernstig."), end(check_id=check)
        )


# lists


def test_lists_follow_every_order(one: Applicant):
    do = one.controllers.applications
    other = one.controllers.centres.add("0887010362", "Andere bv")
    second = do.receive(other, date(2026, 4, 2))
    one.controllers.mandates.add_certificate(other, CertificateKind.CEDEO, None)
    assert do.ids() == [second, one.application]
    for order in ("centre", "state", "due", "requested_start", "assessor"):
        assert set(do.ids(order=order, descending=False)) == {second, one.application}
    assert do.ids(order="centre", descending=False) == [second, one.application]
