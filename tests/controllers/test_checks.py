"""A dossier check from plan to reopening, through a real encrypted file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controllers.checks import COLUMNS, Checks, effective, gap_kind
from controllers.centres import Centres
from controllers.settings import OfficeSettings
from models.centres.values import NationalNumberFound
from models.checks.rules.writing import check_period, checked_day
from models.checks.values import (
    AnswerType,
    AnswerValue,
    CheckFinished,
    CheckIncomplete,
    CheckState,
    DayNotPossible,
    DossierNumberIsAName,
    DossierNumberTaken,
    GapKind,
    Grade,
    HoursNotPossible,
    HoursWanted,
    PeriodTurnedRound,
    ReasonMissing,
    StrengthMissing,
    Verdict,
)
from models.checks.values import ChecklistAnswer as AnswerFile
from models.kernel.errors import Gone
from models.store.store import Store

TODAY = date(2026, 5, 4)
NATIONAL = "85.07.30-033.28"
YES, PARTIAL, NO, NA = AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO, AnswerValue.NA


@pytest.fixture
def dossiers(checks: Checks, check: UUID) -> list[UUID]:
    return checks.add_dossiers(check, "KZ-003; KZ-011\nKZ-024")


def numbers(checks: Checks, check: UUID) -> list[str]:
    return [each.number for each in checks.file(check).dossiers]


def answer_all(checks: Checks, check: UUID, value: AnswerValue = YES) -> None:
    file = checks.file(check)
    for dossier in file.dossiers:
        for question in file.template.questions:
            if question.answer_type is AnswerType.HOURS_COMPARE:
                checks.hours(check, dossier.id, question.key, 4.0, 4.25)
            else:
                checks.answer(check, dossier.id, question.key, value)


def finding(checks: Checks, check: UUID, key: str):
    return next(each for each in checks.file(check).findings if each.question_key == key)


# --- planning and starting


def test_a_planned_check_is_in_the_list_with_the_officer_of_the_file(
    checks: Checks, centre: UUID
) -> None:
    check = checks.plan(centre, date(2026, 6, 11))
    (row,) = checks.rows(checks.ids())
    assert (row.id, row.day, row.state) == (check, date(2026, 6, 11), CheckState.PLANNED)
    assert row.officer == "Lotte Verhaegen"
    assert [column.cell(row) for column in COLUMNS][0] == "Loopbaanhuis Demer bv"


def test_the_officer_of_the_settings_goes_first(store: Store, checks: Checks, centre: UUID) -> None:
    OfficeSettings(store).edit("officer_name", "Bram Peeters")
    assert checks.file(checks.plan(centre)).officer == "Bram Peeters"


def test_starting_gives_the_visit_its_day_unless_it_has_one(checks: Checks, centre: UUID) -> None:
    first, second = checks.plan(centre, date(2026, 6, 1)), checks.plan(centre)
    checks.edit(second, "visit_date", date(2026, 4, 30))
    checks.start(first)
    checks.start(second)
    assert checks.file(first).visit_date == TODAY
    assert checks.file(second).visit_date == date(2026, 4, 30)
    assert checks.file(first).state is CheckState.RUNNING


def test_waiting_counts_what_is_not_finished_and_what_should_have_begun(
    checks: Checks, centre: UUID
) -> None:
    checks.plan(centre, TODAY)
    checks.plan(centre, date(2026, 5, 3))
    checks.plan(centre)
    begun = checks.plan(centre, date(2026, 1, 1))
    checks.start(begun)
    assert checks.waiting() == (4, 1)


def test_the_list_is_ordered_by_what_the_file_can_order(
    store: Store, checks: Checks, centre: UUID
) -> None:
    other = Centres(store).add("0403170701", "Atelier Loopbaan")
    late, early = checks.plan(centre, date(2026, 9, 1)), checks.plan(other, date(2026, 2, 1))
    assert checks.ids() == [late, early]
    assert checks.ids(order="day", descending=False) == [early, late]
    assert checks.ids(order="centre", descending=False) == [early, late]
    checks.start(late)
    assert checks.ids(order="state", descending=False) == [late, early]
    assert checks.ids(centre) == [late]
    with pytest.raises(KeyError):
        checks.ids(order="answered")


def test_a_check_that_does_not_exist_is_gone(checks: Checks) -> None:
    with pytest.raises(Gone):
        checks.file(uuid4())


# --- dossiers


@pytest.mark.parametrize(
    "pasted",
    [
        "A-1\nA-2\nA-3",
        "A-1;A-2;A-3",
        "A-1, A-2, A-3",
        "A-1\tA-2\tA-3\r\n",
        "  A-1 ;\n\n A-2 ;; A-3\n",
        "A-1\nA-2\nA-1\nA-3",
        "A-1\u00a0\nA-2\u200b\nA-3",
    ],
)
def test_numbers_are_pasted_in_many_ways(checks: Checks, check: UUID, pasted: str) -> None:
    checks.add_dossiers(check, pasted)
    assert numbers(checks, check) == ["A-1", "A-2", "A-3"]


@pytest.mark.parametrize(
    ("pasted", "refusal"),
    [
        ("B-1; Jan Peeters", DossierNumberIsAName),
        (f"B-1\n{NATIONAL}", NationalNumberFound),
        ("B-1; KZ-003", DossierNumberTaken),
        ("kz-011", DossierNumberTaken),
    ],
)
def test_one_wrong_number_refuses_the_lot(
    checks: Checks, check: UUID, dossiers: list[UUID], pasted: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        checks.add_dossiers(check, pasted)
    assert numbers(checks, check) == ["KZ-003", "KZ-011", "KZ-024"]


def test_nothing_pasted_adds_nothing(checks: Checks, check: UUID) -> None:
    assert checks.add_dossiers(check, " ;\n, ") == []
    assert numbers(checks, check) == []


def test_a_dossier_added_after_a_removal_stands_last(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    checks.remove_dossier(check, dossiers[0])
    checks.add_dossiers(check, "AA-1")
    assert numbers(checks, check) == ["KZ-011", "KZ-024", "AA-1"]


def test_a_removed_number_may_come_back(checks: Checks, check: UUID, dossiers: list[UUID]) -> None:
    checks.remove_dossier(check, dossiers[1])
    checks.add_dossiers(check, "KZ-011")
    assert numbers(checks, check) == ["KZ-003", "KZ-024", "KZ-011"]


# --- answers, notes and hours


def test_an_answer_a_note_and_hours_stand_in_the_file(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    checks.answer(check, dossiers[0], "DC-01", NO)
    checks.note(check, dossiers[0], "DC-01", "  Geen chequenummer.  ")
    checks.hours(check, dossiers[0], "DC-08", 7.5, 7.0)
    answers = checks.file(check).dossiers[0].answers
    assert (answers["DC-01"].value, answers["DC-01"].note) == (NO, "Geen chequenummer.")
    question = checks.file(check).template.question("DC-08")
    assert effective(question, answers["DC-08"]) is NO
    assert gap_kind(question, answers["DC-08"]) is None


def test_clearing_an_answer_keeps_its_note(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    checks.answer(check, dossiers[0], "DC-01", NO)
    checks.note(check, dossiers[0], "DC-01", "Geen fiche.")
    checks.answer(check, dossiers[0], "DC-01", None)
    answer = checks.file(check).dossiers[0].answers["DC-01"]
    assert (answer.value, answer.note) == (None, "Geen fiche.")


def test_hours_answer_by_themselves(checks: Checks, check: UUID, dossiers: list[UUID]) -> None:
    with pytest.raises(HoursWanted):
        checks.answer(check, dossiers[0], "DC-08", YES)
    checks.answer(check, dossiers[0], "DC-08", NA)
    checks.hours(check, dossiers[0], "DC-08", 4.0, 4.0)
    assert checks.file(check).dossiers[0].answers["DC-08"].value is None


@pytest.mark.parametrize("hours", [-0.5, 99.5, float("nan"), float("inf")])
def test_hours_that_cannot_be_are_refused(
    checks: Checks, check: UUID, dossiers: list[UUID], hours: float
) -> None:
    with pytest.raises(HoursNotPossible) as refused:
        checks.hours(check, dossiers[0], "DC-08", 4.0, hours)
    assert refused.value.field == "hours_documented"


def test_a_question_of_another_list_is_a_bug_of_ours(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    with pytest.raises(KeyError):
        checks.answer(check, dossiers[0], "OC-01", YES)


def test_a_national_number_is_masked_wherever_text_is_written(
    store: Store, checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    said, kept = f"De klant ({NATIONAL}) belde.", "De klant (••.••.••-•••.••) belde."
    answer_all(checks, check)
    checks.note(check, dossiers[0], "DC-01", said)
    checks.edit(check, "conclusion", said)
    checks.answer(check, dossiers[1], "DC-01", NO)
    checks.note(check, dossiers[1], "DC-01", said)
    checks.edit_finding(check, "DC-01", "measure", said)
    checks.add_strength(check, said)
    checks.override_verdict(check, dossiers[0], Verdict.CONFORM, said)
    checks.override_grade(check, "DC-01", Grade.MINOR, said)
    checks.leave_out(check, "DC-02", out=True, reason=said)
    checks.add_question(check, said, said)
    checks.finish(check)
    checks.reopen(check, said)
    file = checks.file(check)
    assert file.dossiers[0].answers["DC-01"].note == kept
    assert (file.conclusion, file.strengths[0].statement) == (kept, kept)
    (finding,) = (one for one in file.findings if one.question_key == "DC-01")
    assert (finding.measure, finding.override_reason) == (kept, kept)
    assert file.dossiers[0].override_reason == kept
    assert (file.questions[0].text, file.questions[0].origin) == (kept, kept)
    with store._reading.connect() as connection:
        lines = connection.exec_driver_sql("SELECT payload FROM change").scalars().all()
    assert len(lines) > 100
    assert not [line for line in lines if "033.28" in line], "nor anywhere in the history"


def test_a_national_number_in_a_list_that_comes_in_is_refused(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    said = f"De klant ({NATIONAL}) belde."
    acts: list[Callable[[], object]] = [
        lambda: checks.fill(check, dossiers[0], {"DC-01": AnswerFile(NO, said)}, "KZ-003"),
        lambda: checks.fill(check, dossiers[0], {}, f"dossier {NATIONAL}"),
    ]
    for act in acts:
        with pytest.raises(NationalNumberFound) as refused:
            act()
        assert refused.value.field
        assert NATIONAL not in str(refused.value)


# --- judging


def test_one_no_on_a_condition_decides_whatever_the_rest(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    checks.answer(check, dossiers[1], "DC-05", NO)
    assert checks.file(check).dossiers[1].verdict is Verdict.NON_CONFORM
    answer_all(checks, check)
    checks.answer(check, dossiers[1], "DC-05", NO)
    assert [each.verdict for each in checks.file(check).dossiers] == [
        Verdict.CONFORM,
        Verdict.NON_CONFORM,
        Verdict.CONFORM,
    ]


def test_an_override_needs_a_reason_and_goes_back(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    checks.answer(check, dossiers[0], "DC-05", NO)
    with pytest.raises(ReasonMissing):
        checks.override_verdict(check, dossiers[0], Verdict.CONFORM, "  ")
    checks.override_verdict(check, dossiers[0], Verdict.CONFORM, "Staat in de mail.")
    dossier = checks.file(check).dossiers[0]
    assert (dossier.verdict, dossier.proposed_verdict) == (Verdict.CONFORM, Verdict.NON_CONFORM)
    assert dossier.override_reason == "Staat in de mail."
    checks.override_verdict(check, dossiers[0], None, "")
    dossier = checks.file(check).dossiers[0]
    assert (dossier.verdict, dossier.override_reason) == (Verdict.NON_CONFORM, "")


def test_a_finding_is_written_weighed_and_left_out(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    checks.answer(check, dossiers[0], "DC-05", NO)
    checks.edit_finding(check, "DC-05", "statement", "Onze tekst.")
    checks.edit_finding(check, "DC-05", "measure_due", date(2026, 7, 14))
    checks.override_grade(check, "DC-05", Grade.MINOR, "Eén oud dossier.")
    checks.leave_out(check, "DC-05", out=True, reason="Al besproken.")
    written = finding(checks, check, "DC-05")
    assert (written.text, written.grade, written.left_out) == ("Onze tekst.", Grade.MINOR, True)
    assert written.override_reason == "Eén oud dossier."
    assert written.left_out_reason == "Al besproken."
    checks.leave_out(check, "DC-05", out=False)
    assert finding(checks, check, "DC-05").grade is Grade.MINOR
    assert finding(checks, check, "DC-05").override_reason == "Eén oud dossier."
    assert finding(checks, check, "DC-05").left_out_reason == ""
    checks.override_grade(check, "DC-05", None, "")
    assert finding(checks, check, "DC-05").override_reason == ""
    checks.edit_finding(check, "DC-05", "statement", "")
    assert (
        finding(checks, check, "DC-05").text == finding(checks, check, "DC-05").proposed_statement
    )


def test_taking_the_weight_back_keeps_the_reason_for_leaving_out(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    checks.answer(check, dossiers[0], "DC-05", NO)
    checks.override_grade(check, "DC-05", Grade.MINOR, "Licht.")
    checks.leave_out(check, "DC-05", out=True, reason="Al besproken.")
    checks.override_grade(check, "DC-05", None, "")
    assert finding(checks, check, "DC-05").override_reason == ""
    assert finding(checks, check, "DC-05").left_out_reason == "Al besproken."
    with pytest.raises(ReasonMissing) as refused:
        checks.leave_out(check, "DC-05", out=True)
    assert refused.value.field == "left_out_reason"


def test_strong_points_come_and_go(checks: Checks, check: UUID) -> None:
    with pytest.raises(StrengthMissing):
        checks.add_strength(check, " ")
    row = checks.add_strength(check, "Elk gesprek heeft een verslag.")
    checks.edit_strength(check, row, "Elk gesprek heeft een goed verslag.")
    (strength,) = checks.file(check).strengths
    assert strength.statement == "Elk gesprek heeft een goed verslag."
    checks.edit_strength(check, row, "")
    assert checks.file(check).strengths == ()


# --- odd days


@pytest.mark.parametrize("day", [date(1926, 5, 4), date(1, 1, 1)])
def test_a_day_of_another_time_is_refused(checks: Checks, check: UUID, day: date) -> None:
    with pytest.raises(DayNotPossible) as refused:
        checks.edit(check, "visit_date", day)
    assert refused.value.field == "visit_date"
    assert checks.file(check).visit_date == TODAY


def test_a_leap_day_and_no_day_at_all_are_fine(checks: Checks, check: UUID) -> None:
    checks.edit(check, "period_from", date(2024, 2, 29))
    assert checks.file(check).period_from == date(2024, 2, 29)
    checks.edit(check, "period_from", None)
    assert checks.file(check).period_from is None


def test_a_period_cannot_end_before_it_begins(checks: Checks, check: UUID) -> None:
    checks.edit(check, "period_to", date(2025, 12, 31))
    checks.edit(check, "period_from", date(2025, 12, 31))
    with pytest.raises(PeriodTurnedRound) as refused:
        checks.edit(check, "period_from", date(2026, 1, 1))
    assert refused.value.field == "period_from"
    assert checks.file(check).period_from == date(2025, 12, 31)


@given(day=st.dates(), first=st.none() | st.dates(), last=st.none() | st.dates())
def test_days_are_ours_or_refused(day: date, first: date | None, last: date | None) -> None:
    try:
        assert checked_day(day, "visit_date", TODAY) == day
        assert 2000 <= day.year <= TODAY.year + 5
    except DayNotPossible:
        assert not 2000 <= day.year <= TODAY.year + 5
    turned = first is not None and last is not None and last < first
    try:
        check_period(first, last, "period_to")
        assert not turned
    except PeriodTurnedRound:
        assert turned


def test_another_field_than_these_is_a_bug_of_ours(checks: Checks, check: UUID) -> None:
    with pytest.raises(KeyError):
        checks.edit(check, "finished_at", TODAY)


def test_the_visited_place_can_be_said_and_taken_back(
    store: Store, checks: Checks, centre: UUID, check: UUID
) -> None:
    place = Centres(store).add_establishment(centre, "Vestiging Diest")
    checks.visit(check, place)
    assert checks.file(check).establishment == "Vestiging Diest"
    checks.visit(check, None)
    assert checks.file(check).establishment == ""


# --- finishing


def test_finishing_is_refused_with_gaps_and_says_how_many(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    answer_all(checks, check)
    checks.answer(check, dossiers[2], "DC-02", NO)
    checks.answer(check, dossiers[0], "DC-03", NA)
    checks.answer(check, dossiers[1], "DC-04", None)
    assert [(gap.question_key, gap.kind) for gap in checks.gaps(check)] == [
        ("DC-03", GapKind.REASON_MISSING),
        ("DC-04", GapKind.OPEN),
        ("DC-02", GapKind.NOTE_MISSING),
    ]
    with pytest.raises(CheckIncomplete) as refused:
        checks.finish(check)
    assert "3" in str(refused.value)


def test_a_finished_check_refuses_every_act_until_it_is_reopened(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    answer_all(checks, check)
    checks.finish(check)
    acts: list[Callable[[], object]] = [
        lambda: checks.answer(check, dossiers[0], "DC-01", NO),
        lambda: checks.note(check, dossiers[0], "DC-01", "Nota"),
        lambda: checks.hours(check, dossiers[0], "DC-08", 1.0, 1.0),
        lambda: checks.add_dossiers(check, "ZZ-1"),
        lambda: checks.remove_dossier(check, dossiers[0]),
        lambda: checks.edit(check, "conclusion", "Goed."),
        lambda: checks.visit(check, None),
        lambda: checks.override_verdict(check, dossiers[0], Verdict.NON_CONFORM, "Reden"),
        lambda: checks.edit_finding(check, "DC-01", "measure", "Maatregel"),
        lambda: checks.override_grade(check, "DC-01", Grade.MAJOR, "Reden"),
        lambda: checks.leave_out(check, "DC-01", out=True, reason="Reden"),
        lambda: checks.add_strength(check, "Sterk"),
    ]
    before = checks.file(check)
    for act in acts:
        with pytest.raises(CheckFinished):
            act()
    assert checks.file(check) == before
    with pytest.raises(ReasonMissing):
        checks.reopen(check, "")
    checks.reopen(check, "Nog een stuk ontvangen.")
    checks.answer(check, dossiers[0], "DC-01", PARTIAL)
    assert checks.file(check).state is CheckState.RUNNING


# --- time travel


def acts_of_a_visit(
    checks: Checks, check: UUID, dossiers: list[UUID]
) -> list[Callable[[], object]]:
    first = dossiers[0]
    return [
        lambda: checks.answer(check, first, "DC-05", NO),
        lambda: checks.note(check, first, "DC-05", "Een vast zinnetje."),
        lambda: checks.hours(check, first, "DC-08", 7.0, 6.5),
        lambda: checks.answer(check, first, "DC-05", None),
        lambda: checks.override_verdict(check, first, Verdict.CONFORM, "Toch in orde."),
        lambda: checks.override_verdict(check, first, None, ""),
        lambda: checks.edit(check, "spoken_to", "An Claes"),
        lambda: checks.edit(check, "period_from", date(2025, 1, 1)),
        lambda: checks.edit_finding(check, "DC-08", "measure", "Verbeter de registratie."),
        lambda: checks.edit_finding(check, "DC-08", "measure_due", date(2026, 8, 1)),
        lambda: checks.override_grade(check, "DC-08", Grade.MINOR, "Eén keer."),
        lambda: checks.leave_out(check, "DC-08", out=True, reason="Besproken."),
        lambda: checks.add_strength(check, "Goede verslagen."),
        lambda: checks.add_dossiers(check, "ZZ-1; ZZ-2"),
        lambda: checks.remove_dossier(check, first),
    ]


def test_every_act_is_one_step_and_undone_and_redone_leaves_the_file_the_same(
    store: Store, checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    moments = [checks.file(check)]
    for act in acts_of_a_visit(checks, check, dossiers):
        act()
        moments.append(checks.file(check))
    for earlier, later in zip(moments, moments[1:], strict=False):
        assert earlier != later
    for moment in reversed(moments[:-1]):
        store.undo()
        assert checks.file(check) == moment
        assert store.verify().whole
    for moment in moments[1:]:
        store.redo()
        assert checks.file(check) == moment
    assert store.verify().whole


def test_finishing_and_reopening_are_undone_too(
    store: Store, checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    answer_all(checks, check)
    checks.finish(check)
    finished = checks.file(check)
    checks.reopen(check, "Nog een stuk.")
    store.undo()
    assert checks.file(check) == finished
    store.undo()
    assert checks.file(check).state is CheckState.RUNNING
    assert store.verify().whole


def test_undoing_everything_leaves_no_check(
    store: Store, checks: Checks, check: UUID, dossiers: list[UUID]
) -> None:
    answer_all(checks, check)
    while store.next_undo is not None and checks.ids():
        store.undo()
    assert checks.ids() == []
    assert store.verify().whole


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    answers=st.lists(
        st.tuples(
            st.integers(0, 2),
            st.integers(0, 26),
            st.sampled_from([YES, PARTIAL, NO, NA, AnswerValue.NOT_CHECKED, None]),
        ),
        max_size=12,
    )
)
def test_any_run_of_answers_can_be_walked_back(
    store: Store, checks: Checks, centre: UUID, answers: list[tuple[int, int, AnswerValue | None]]
) -> None:
    check = checks.plan(centre)
    rows = checks.add_dossiers(check, "A-1; A-2; A-3")
    questions = checks.file(check).template.questions
    moments = [checks.file(check)]
    for dossier, question, value in answers:
        if questions[question].answer_type is AnswerType.HOURS_COMPARE:
            continue
        checks.answer(check, rows[dossier], questions[question].key, value)
        if checks.file(check) != moments[-1]:
            moments.append(checks.file(check))
    for moment in reversed(moments[:-1]):
        while checks.file(check) != moment:
            assert store.undo() is not None
    assert store.verify().whole


def test_a_text_without_room_is_refused_at_its_field_and_a_mishap_of_pasting_is_left_out(store):
    from models.kernel.typed import TextTooLong

    from controllers.centres import Centres
    from controllers.checks import Checks

    centre = Centres(store).add("0566.988.259", "Voorbeeld")
    checks = Checks(store)
    check = checks.plan(centre, None)
    with pytest.raises(TextTooLong) as refused:
        checks.edit(check, "officer", "x" * 121)
    assert refused.value.field == "officer"
    checks.edit(check, "spoken_to", "de zaak\0voerder\ud800")
    assert checks.file(check).spoken_to == "de zaakvoerder"
    assert store.verify().whole
