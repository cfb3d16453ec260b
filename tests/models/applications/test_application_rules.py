"""States, proposals, facts and terms of applications: the odd days and the odd mixes."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.applications import rules
from models.applications.rules.deciding import check_ending, check_grant, check_refusal
from models.applications.values import (
    AdviceFile,
    AdviceOutcome,
    ApplicationState,
    CriterionGap,
    Days,
    DecisionKind,
    DecisionUnmotivated,
    Ending,
    FourEyes,
    GrantUnexplained,
    HearingMissing,
    HearingTooLate,
    HearingUnreported,
    Judged,
    Judgement,
    LastDayOutside,
    Outcome,
    RefusalUnmotivated,
    Sending,
    WaitingPeriodMissing,
    WaitingPeriodTooEarly,
)
from models.checklists.rules import ASSESSMENT, read_template, template
from models.checklists.values import ChecklistTemplate, LookedUp
from models.content.reading import ContentWrong, content
from models.mandates.values import MandateFacts
from models.terms.rules import SERVICE
from models.terms.values import Changed, DatedValue

LIST = template(ASSESSMENT)
KEYS = [one.key for one in LIST.questions]
KNOCKOUTS = {one.key for one in LIST.questions if one.decisive}
TODAY = date(2026, 5, 4)
CAME = date(2026, 3, 2)
MEETS, PARTLY = Judgement.MEETS, Judgement.PARTLY
FAILS, ASKS = Judgement.DOES_NOT_MEET, Judgement.INFO_NEEDED


def judged(**others: Judgement) -> dict[str, Judged]:
    """Everything meets and is motivated; others by key with an underscore (MA_05)."""
    found = {key: Judged(MEETS, "In orde.") for key in KEYS}
    return found | {key.replace("_", "-"): Judged(j, "Zo is het.") for key, j in others.items()}


def proposed(could_complete: bool = False, **others: Judgement) -> AdviceOutcome:
    found = rules.proposal(LIST, judged(**others), could_complete=could_complete)
    assert found is not None
    return found.outcome


def advice(outcome: AdviceOutcome, day: date, number: int = 1) -> AdviceFile:
    return AdviceFile(UUID(int=number), outcome, day, "Lotte Verhaegen", "")


# the checklist


def test_the_checklist_holds_fourteen_criteria_of_which_seven_decide():
    assert (len(KEYS), len(KNOCKOUTS)) == (14, 7)
    assert LIST.assessing.motivation_required
    assert LIST.assessing.four_eyes
    assert all(one.short and len(one.short) <= 44 for one in LIST.questions)


def test_a_mistake_in_the_checklist_names_its_place():
    facts = dict(content("checklist_mandate_application"))
    first = facts["sections"][0]
    broken = {**first["criteria"][0], "checks_auto": ["moon_phase"]}
    wrong = {**facts, "sections": [{**first, "criteria": [broken]}]}
    with pytest.raises(ContentWrong, match="moon_phase"):
        read_template(wrong, "proef.yaml")


# the advice that is proposed


def test_everything_met_is_positive():
    assert proposed() is AdviceOutcome.POSITIVE


def test_partly_met_is_positive_while_it_is_not_decisive():
    assert proposed(MA_07=PARTLY) is AdviceOutcome.POSITIVE
    assert proposed(MA_04=PARTLY) is AdviceOutcome.TO_COMMITTEE


def test_one_question_goes_before_all_else_even_when_nothing_else_is_judged():
    few = {"MA-05": Judged(ASKS, "")}
    found = rules.proposal(LIST, few, could_complete=False)
    assert found is not None
    assert found.outcome is AdviceOutcome.INFO_REQUEST
    assert "MA-05" in found.why


def test_a_knockout_is_negative_only_after_the_centre_could_complete():
    assert proposed(MA_05=FAILS) is AdviceOutcome.INFO_REQUEST
    assert proposed(could_complete=True, MA_05=FAILS) is AdviceOutcome.NEGATIVE


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"MA_09": FAILS}, "Not met, though not decisive: MA-09. A second assessor decides."),
        ({"MA_05": PARTLY}, "Decisive and met only in part: MA-05. A second assessor decides."),
        (
            {"MA_05": PARTLY, "MA_09": FAILS, "MA_14": FAILS, "MA_07": PARTLY},
            "Not met, though not decisive: MA-09 en MA-14. Decisive and met only in part: MA-05."
            " A second assessor decides.",
        ),
    ],
)
def test_what_goes_to_a_second_assessor_is_told_as_it_was_judged(others, why):
    found = rules.proposal(LIST, judged(**others), could_complete=True)
    assert found is not None
    assert (found.outcome, found.why) == (AdviceOutcome.TO_COMMITTEE, why)


def test_nothing_is_proposed_while_criteria_are_open():
    open_one = {key: one for key, one in judged().items() if key != "MA-09"}
    assert rules.proposal(LIST, open_one, could_complete=True) is None
    assert rules.gaps(LIST, open_one) == {"MA-09": CriterionGap.JUDGEMENT}


@given(
    st.fixed_dictionaries({key: st.sampled_from(list(Judgement)) for key in KEYS}), st.booleans()
)
def test_every_full_list_has_one_advice_that_names_what_it_rests_on(given, could):
    found = rules.proposal(
        LIST, {key: Judged(j, "x") for key, j in given.items()}, could_complete=could
    )
    assert found is not None
    knocked = [key for key in KNOCKOUTS if given[key] is FAILS]
    if found.outcome is AdviceOutcome.POSITIVE:
        assert all(given[key] is MEETS for key in KNOCKOUTS)
        assert not set(given.values()) & {FAILS, ASKS}
    if found.outcome is AdviceOutcome.NEGATIVE:
        assert could
        assert all(key in found.why for key in knocked)
    if ASKS in given.values():
        assert found.outcome is AdviceOutcome.INFO_REQUEST


# where it stands


def state(days: Days, given: AdviceFile | None = None, decided=None, today=TODAY):
    return rules.application_state(days, given, decided, today)[0]


def test_the_state_follows_from_the_days():
    assert state(Days(CAME)) is ApplicationState.RECEIVED
    asked = Days(CAME, asked_on=date(2026, 3, 10), complete_by=date(2026, 4, 9))
    assert state(asked) is ApplicationState.TO_COMPLETE
    whole = Days(CAME, date(2026, 3, 10), date(2026, 4, 9), completed_on=date(2026, 4, 1))
    assert state(whole) is ApplicationState.IN_ASSESSMENT
    given = advice(AdviceOutcome.POSITIVE, date(2026, 4, 20))
    assert state(whole, given) is ApplicationState.ADVISED
    assert state(whole, given, (DecisionKind.REFUSED, TODAY)) is ApplicationState.REFUSED
    assert state(Days(CAME, retracted_on=TODAY), given) is ApplicationState.RETRACTED


def test_a_question_or_a_second_assessor_is_no_advice_to_decide_on():
    whole = Days(CAME, completed_on=CAME)
    for outcome in (AdviceOutcome.INFO_REQUEST, AdviceOutcome.TO_COMMITTEE):
        assert state(whole, advice(outcome, TODAY)) is ApplicationState.IN_ASSESSMENT


def test_an_advice_from_before_a_new_question_no_longer_counts():
    early = advice(AdviceOutcome.POSITIVE, date(2026, 4, 1))
    again = Days(CAME, asked_on=date(2026, 4, 10), complete_by=date(2026, 5, 11))
    assert state(again, early) is ApplicationState.TO_COMPLETE


def test_after_a_last_day_without_answer_an_advice_counts():
    silent = Days(CAME, asked_on=date(2026, 3, 10), complete_by=date(2026, 4, 9))
    assert state(silent, advice(AdviceOutcome.NEGATIVE, date(2026, 4, 9))) is (
        ApplicationState.TO_COMPLETE
    )
    assert state(silent, advice(AdviceOutcome.NEGATIVE, date(2026, 4, 10))) is (
        ApplicationState.ADVISED
    )
    assert silent.could_complete(date(2026, 4, 10))
    assert not silent.could_complete(date(2026, 4, 9))


def test_the_newest_advice_goes_first():
    older = advice(AdviceOutcome.POSITIVE, TODAY, 1)
    newer = advice(AdviceOutcome.NEGATIVE, TODAY, 2)
    assert rules.newest([older, newer])[0] is newer


# facts that are looked up


def known(**changed) -> rules.Circumstances:
    facts = {
        "enterprise_number": "0566988259",
        "seats": (rules.Seat("Gent", "2147812701", "9000", "Gent"),),
        "certificates": ((date(2024, 1, 1), date(2027, 1, 1)),),
        "ended": (),
        "start": date(2026, 11, 1),
        "today": TODAY,
    }
    return rules.Circumstances(**(facts | changed))


def looked_up(name: str, **changed) -> Outcome:
    return rules.look_up([LookedUp(name)], known(**changed))[0].outcome


def test_the_certificate_is_held_against_the_first_day_not_against_today():
    name = "certificate_valid_on_mandate_start"
    assert looked_up(name) is Outcome.HOLDS
    assert looked_up(name, start=date(2027, 1, 1)) is Outcome.HOLDS
    assert looked_up(name, start=date(2027, 1, 2)) is Outcome.FAILS
    assert looked_up(name, start=None) is Outcome.UNKNOWN
    assert looked_up(name, certificates=()) is Outcome.FAILS


def test_a_waiting_period_holds_on_its_last_day():
    name, day = "waiting_period_elapsed", date(2026, 11, 1)
    ended = rules.Ended("LB-1", date(2025, 1, 1), day)
    assert looked_up(name) is Outcome.HOLDS
    assert looked_up(name, ended=(ended,), start=day) is Outcome.FAILS
    assert looked_up(name, ended=(ended,), start=day + timedelta(1)) is Outcome.HOLDS
    silent = rules.Ended("LB-1", date(2025, 1, 1), None)
    assert looked_up(name, ended=(silent,)) is Outcome.UNKNOWN


def test_establishments_need_a_number_and_a_postal_code_that_fits():
    bare = rules.Seat("Gent", "", "9000", "Gent")
    odd = rules.Seat("Gent", "2147812701", "9000", "Antwerpen")
    assert looked_up("establishment_number_first_digit_2_8", seats=(bare,)) is Outcome.FAILS
    assert looked_up("establishment_number_first_digit_2_8", seats=()) is Outcome.FAILS
    assert looked_up("postal_code_exists", seats=(odd,)) is Outcome.FAILS
    assert looked_up("postal_code_exists") is Outcome.HOLDS


def test_a_wrong_enterprise_number_says_what_is_wrong():
    fact = rules.look_up([LookedUp.ENTERPRISE_NUMBER], known(enterprise_number="0566988250"))[0]
    assert fact.outcome is Outcome.FAILS
    assert "0566" in fact.why


# what a decision asks


def test_a_refusal_names_every_criterion_without_a_motivation():
    some = judged()
    some["MA-03"] = Judged(FAILS, "  ")
    del some["MA-12"]
    with pytest.raises(RefusalUnmotivated) as refused:
        check_refusal(LIST, some, "Om deze redenen.")
    assert "MA-03" in str(refused.value)
    assert "MA-12" in str(refused.value)
    with pytest.raises(DecisionUnmotivated):
        check_refusal(LIST, judged(), "\n ")
    check_refusal(LIST, judged(), "Om deze redenen.")


def test_a_grant_against_a_knockout_says_so():
    some = judged(MA_05=PARTLY)
    with pytest.raises(GrantUnexplained, match="MA-05"):
        check_grant(LIST, some, "Wij kennen toe.", {})
    check_grant(LIST, some, "MA 5 is voldoende aangetoond door de stage.", {})
    with pytest.raises(GrantUnexplained, match="MA-11"):
        check_grant(LIST, judged(), "Zie ook MA-1 en MA-111.", {"MA-11": "geen certificaat"})
    check_grant(LIST, judged(), "ma-11: het certificaat volgt.", {"MA-11": "geen certificaat"})


@pytest.mark.parametrize(
    ("motivation", "key"),
    [
        ("Vereiste 5 is niet voldaan, en toch kennen wij toe.", "5"),
        ("Wij wijken af van vereisten 3, 5 en 7.", "5"),
        ("Criterium “5” komt later.", "5"),
        ("Zie nr. 05.", "5"),
        ("Zie nr. 1.2.", "1.2"),
        ("A.1 volgt.", "A.1"),
        ("Over A.1.", "A.1"),
        ("De MA-05-vereiste volgt.", "MA-05"),
    ],
)
def test_a_grant_that_names_what_fails_stands(motivation, key):
    check_grant(LIST, judged(), motivation, {key: "geen bewijs"})


@pytest.mark.parametrize(
    ("motivation", "key"),
    [
        ("Binnen 5 dagen na ontvangst.", "5"),
        ("Zie art. 1, 5° van het besluit.", "5"),
        ("Vereiste 1,5 en 50 zijn voldaan.", "5"),
        ("A.1.2 volgt.", "A.1"),
        ("Zie A.1.b.", "A.1"),
        ("MA-5-2 volgt.", "MA-5"),
        ("Vereiste 1.2 volgt.", "2"),
    ],
)
def test_figures_and_longer_keys_are_not_the_key(motivation, key):
    with pytest.raises(GrantUnexplained):
        check_grant(LIST, judged(), motivation, {key: "geen bewijs"})


def test_who_assessed_does_not_decide_however_the_name_is_written():
    with pytest.raises(FourEyes):
        rules.check_other_eyes("  lotte   VERHAEGEN", ["Lotte Verhaegen"])
    with pytest.raises(FourEyes):
        rules.check_other_eyes("Verhaegen Lotte", ["An Peeters", "Lotte Verhaegen, inspecteur"])
    rules.check_other_eyes("An Peeters", ["Lotte Verhaegen", ""])


MANDATE = MandateFacts(date(2022, 1, 1), date(2027, 12, 31))
HEARD = {"hearing_on": date(2026, 4, 20), "hearing_report": "De zaakvoerder legde uit."}


def ending(**changed) -> Ending:
    facts = {"last_day": date(2026, 6, 30), "waiting_until": date(2027, 7, 1), **HEARD}
    return Ending(**(facts | changed))


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"last_day": None}, LastDayOutside),
        ({"last_day": date(2021, 12, 31)}, LastDayOutside),
        ({"last_day": date(2028, 1, 1)}, LastDayOutside),
        ({"waiting_until": None}, WaitingPeriodMissing),
        ({"waiting_until": date(2026, 6, 29)}, WaitingPeriodTooEarly),
        ({"hearing_on": None}, HearingMissing),
        ({"hearing_on": date(2026, 5, 5)}, HearingTooLate),
        ({"hearing_report": " "}, HearingUnreported),
    ],
)
def test_a_withdrawal_asks_a_hearing_and_a_waiting_period(changed, refusal):
    with pytest.raises(refusal):
        check_ending(DecisionKind.WITHDRAWN, ending(**changed), MANDATE, TODAY)


def test_a_stop_asks_no_hearing():
    check_ending(
        DecisionKind.ENDED_VOLUNTARILY,
        ending(hearing_on=None, hearing_report=""),
        MANDATE,
        TODAY,
    )


# when it is served, and until when it can be contested


def test_a_registered_letter_is_served_on_the_third_working_day():
    friday = date(2026, 4, 30)  # the first of May is a holiday
    day, why = rules.served(friday, Sending.REGISTERED)
    assert day == date(2026, 5, 6)
    assert "6 mei 2026" in why
    last, before = rules.appeal(None, friday, Sending.REGISTERED, mentioned=True)
    assert before is None
    assert last is not None
    assert last.due == date(2026, 7, 6)  # 5 July is a Sunday


def test_the_working_days_of_a_registered_letter_follow_a_recorded_change():
    changed = Changed(dated=(DatedValue(SERVICE, 5, date(2026, 1, 1), None, "wet"),))
    friday = date(2026, 4, 30)
    assert rules.served(friday, Sending.REGISTERED, changed)[0] == date(2026, 5, 8)
    last, _before = rules.appeal(None, friday, Sending.REGISTERED, mentioned=True, changed=changed)
    assert last is not None
    assert last.event == date(2026, 5, 8)


def test_a_receipt_has_a_day_of_its_own():
    assert rules.served(TODAY, Sending.RECEIPT)[0] is None
    assert rules.appeal(None, TODAY, Sending.RECEIPT, mentioned=True) == (None, None)
    last, _before = rules.appeal(date(2026, 5, 7), TODAY, Sending.RECEIPT, mentioned=True)
    assert last is not None
    assert last.due == date(2026, 7, 6)


def test_a_proven_day_goes_before_the_third_working_day():
    last, _before = rules.appeal(
        date(2026, 5, 5), date(2026, 4, 30), Sending.REGISTERED, mentioned=True
    )
    assert last is not None
    assert last.start == date(2026, 5, 5)


def test_a_silent_letter_adds_four_months_first():
    last, before = rules.appeal(None, TODAY, Sending.HANDED_OVER, mentioned=False)
    assert before is not None
    assert last is not None
    assert before.due == date(2026, 9, 3)
    assert last.start == before.due
    assert last.due == date(2026, 11, 2)


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.sampled_from(list(Sending)))
def test_nobody_is_served_before_the_letter_left(sent, how):
    day, _why = rules.served(sent, how)
    assert day is None or day >= sent
    last, _before = rules.appeal(None, sent, how, mentioned=True)
    assert last is None or last.due >= sent + timedelta(60)


def renumbered(many: int, decisive: bool = True) -> ChecklistTemplate:
    """A list of A-1, A-2 … as an office may number its requirements."""
    asked = replace(LIST.questions[0], mandate_relevant=decisive, definition_condition=decisive)
    section = replace(
        LIST.sections[0],
        questions=tuple(replace(asked, key=f"A-{number}") for number in range(1, many + 1)),
    )
    return replace(LIST, sections=(section,))


def test_a_sentence_names_the_requirements_in_the_order_of_the_list():
    own = renumbered(10)
    some = {one.key: Judged(MEETS, "In orde.") for one in own.questions}
    some |= {"A-10": Judged(PARTLY, "Deels."), "A-2": Judged(PARTLY, "Deels.")}
    found = rules.proposal(own, some, could_complete=False)
    assert found is not None
    assert "A-2 en A-10" in found.why
    with pytest.raises(GrantUnexplained, match="A-2 .* en A-10 "):
        check_grant(own, some, "Wij kennen toe.", {})


def test_sixty_requirements_in_one_sentence_are_ten_and_how_many_more():
    own = renumbered(60)
    some = {one.key: Judged(PARTLY, "Deels.") for one in own.questions}
    found = rules.proposal(own, some, could_complete=False)
    assert found is not None
    assert "A-9, A-10 en nog 50" in found.why
    assert "A-11" not in found.why
    with pytest.raises(GrantUnexplained, match="names A-1, A-2, .* A-10 en nog 50 "):
        check_grant(own, some, "Wij kennen toe.", {})
    with pytest.raises(RefusalUnmotivated, match="A-10 en nog 50"):
        check_refusal(own, {}, "Om deze redenen.")
