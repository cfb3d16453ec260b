"""Rules with dates: recorded changes, what follows from them, and proposals nobody must take."""

from datetime import date
from uuid import UUID

import pytest

from controllers.centres import Centres
from controllers.history import History
from controllers.mandates import Mandates
from controllers.rules import Rules
from controllers.settings import OfficeSettings
from models.centres.values import NationalNumberFound
from models.kernel.errors import Gone
from models.mandates.rules.proposals import (
    ProposalOver,
    ProposalReasonMissing,
    ProposalTroubled,
)
from models.settings.values import (
    ChangeDraft,
    RuleChangeOverlaps,
    RuleChangeReversed,
    RuleDayMissing,
    RuleReferenceMissing,
    RuleValueNotChoice,
    RuleValueNotDay,
    RuleValueNotNumber,
    RuleValueNotNumbers,
    RuleValueNotYearlyDay,
    RuleValueSame,
    When,
)
from models.store.store import Store
from models.terms.values import DayOutOfReach, RuleUnknown

DURATION = "mandate_duration_years"
NEW_YEAR = date(2027, 1, 1)
DECREE = "decreet van 18 december 2026, art. 4"


@pytest.fixture
def rules(store: Store) -> Rules:
    return Rules(store)


@pytest.fixture
def mandates(store: Store) -> Mandates:
    return Mandates(store)


@pytest.fixture
def centre(store: Store) -> UUID:
    return Centres(store).add("0566988259", "Loopbaanhuis Demer")


@pytest.fixture(autouse=True)
def proven(store: Store):
    yield
    proof = store.verify()
    assert (proof.chain, proof.rows) == ("ok", "ok")


def draft(
    value: str = "5",
    first: date | None = NEW_YEAR,
    last: date | None = None,
    key: str = DURATION,
    reference: str = DECREE,
    note: str = "",
) -> ChangeDraft:
    return ChangeDraft(key, value, first, last, reference, note)


def test_a_mandate_lasts_as_long_as_the_rule_of_its_first_day(rules, mandates, centre):
    mandates.add(centre, "LB-1", date(2026, 11, 1))
    rules.record(draft())
    assert mandates.expected_end(date(2026, 12, 31)) == date(2032, 12, 30)
    assert mandates.expected_end(NEW_YEAR) == date(2031, 12, 31)
    (held,) = mandates.standing(centre).mandates
    assert held.expected_end == held.end == date(2032, 10, 31)
    assert rules.term(DURATION, date(2027, 3, 1)).due == date(2032, 2, 29)


def test_a_recorded_change_says_where_it_comes_from_and_ends(rules):
    rules.record(draft("60", date(2026, 6, 1), date(2026, 12, 31), "complaint_reply_days"))
    before = rules.term("complaint_reply_days", date(2026, 5, 31))
    during = rules.term("complaint_reply_days", date(2026, 6, 1))
    after = rules.term("complaint_reply_days", NEW_YEAR)
    assert [found.rule.value for found in (before, during, after)] == [45, 60, 45]
    assert before.rule.valid_until == date(2026, 5, 31)
    assert (during.rule.certainty, during.rule.reference) == ("recorded", DECREE)
    assert DECREE in during.sentence
    assert after.rule.valid_from == NEW_YEAR


def test_a_recorded_change_goes_before_a_number_of_the_office_on_its_days(store, rules):
    OfficeSettings(store).edit("action_plan_days", "20")
    rules.record(draft("40", NEW_YEAR, None, "action_plan_days"))
    days = [rules.term("action_plan_days", day).rule.value for day in (date(2026, 7, 1), NEW_YEAR)]
    assert days == [20, 40]


def test_warnings_follow_a_recorded_change_too(rules, mandates, centre):
    mandates.add(centre, "LB-1", date(2021, 3, 1))
    assert mandates.standing(centre).state.value == "ending"
    rules.record(draft("3, 1", date(2026, 1, 1), None, "mandate_expiry_warnings_months"))
    assert mandates.standing(centre).state.value == "active"


def test_the_table_tells_what_was_what_is_and_what_comes(rules):
    made = rules.record(draft())
    found = {entry.key: entry for entry in rules.table()}
    six, five = found[DURATION].lines
    assert (six.rule.value, six.when, six.rule.valid_until) == (6, When.NOW, date(2026, 12, 31))
    assert (five.rule.value, five.when, five.recorded.id) == (5, When.COMING, made)
    old, new = found["mandate_renewal_regime"].lines
    assert (old.when, new.when) == (When.PAST, When.NOW)
    assert all(entry.title and entry.subject for entry in found.values())
    assert all(len(entry.lines) == 1 for key, entry in found.items() if key.endswith("_days"))


@pytest.mark.parametrize(
    ("wrong", "given", "field"),
    [
        (RuleUnknown, draft(key="lunch_break"), None),
        (RuleValueNotNumber, draft("vijf"), "value"),
        (RuleValueNotNumber, draft("0"), "value"),
        (RuleValueNotNumber, draft("31"), "value"),
        (RuleValueNotNumbers, draft("12, zes", key="mandate_prepare_months"), "value"),
        (RuleValueNotNumbers, draft("9,8,7,6,5,4,3", key="mandate_prepare_months"), "value"),
        (RuleValueNotChoice, draft("letter", key="mandate_renewal_regime"), "value"),
        (RuleValueNotYearlyDay, draft("02-29", key="complaint_annual_report_due"), "value"),
        (
            RuleValueNotDay,
            draft("31/02/2030", key="counsellor_qualification_deadline_existing_mandates"),
            "value",
        ),
        (RuleDayMissing, draft(first=None), "valid_from"),
        (RuleChangeReversed, draft(last=date(2026, 12, 31)), "valid_until"),
        (DayOutOfReach, draft(first=date(1207, 1, 1)), "valid_from"),
        (DayOutOfReach, draft(last=date(2207, 1, 1)), "valid_until"),
        (RuleReferenceMissing, draft(reference="  "), "reference"),
        (RuleValueSame, draft("6"), "value"),
        (NationalNumberFound, draft(note="85.07.30-033.28"), "note"),
    ],
)
def test_nonsense_is_refused_at_its_field_and_nothing_is_kept(store, rules, wrong, given, field):
    with pytest.raises(wrong) as caught:
        rules.record(given)
    assert caught.value.field == field
    assert str(caught.value).endswith(".")
    assert rules.changed().dated == ()
    assert store.next_undo is None


def test_two_changes_never_hold_on_one_day(rules):
    first = rules.record(draft("5", NEW_YEAR, date(2027, 12, 31)))
    with pytest.raises(RuleChangeOverlaps):
        rules.record(draft("4", date(2027, 12, 31)))
    second = rules.record(draft("4", date(2028, 1, 1)))
    with pytest.raises(RuleChangeOverlaps):
        rules.edit_change(first, "valid_until", None)
    rules.record(draft("10", NEW_YEAR, None, "complaint_reply_days"))
    rules.remove_change(second)
    rules.edit_change(first, "valid_until", None)
    assert rules.term(DURATION, date(2090, 1, 1)).rule.value == 5


def test_a_change_is_mended_field_by_field_and_taken_back(store, rules, mandates):
    made = rules.record(draft())
    rules.edit_change(made, "value", " 7 ")
    rules.edit_change(made, "note", "Zie rondzendbrief.")
    (kept,) = rules.changed().dated
    assert (kept.value, kept.note) == (7, "Zie rondzendbrief.")
    with pytest.raises(RuleValueNotNumber):
        rules.edit_change(made, "value", "zeven")
    with pytest.raises(KeyError):
        rules.edit_change(made, "key", "complaint_reply_days")
    rules.remove_change(made)
    assert mandates.expected_end(NEW_YEAR) == date(2032, 12, 31)
    with pytest.raises(Gone):
        rules.remove_change(made)
    history = History(store)
    for _step in range(4):
        history.undo()
    assert rules.changed().dated == ()
    assert mandates.expected_end(NEW_YEAR) == date(2032, 12, 31)
    history.redo()
    assert mandates.expected_end(NEW_YEAR) == date(2031, 12, 31)


def held(store: Store, mandates: Mandates) -> dict[str, UUID]:
    """Three centres: one long before the change, one after it, one explained."""
    centres, made = Centres(store), {}
    for number, name, start in (
        ("0566988259", "Demer", date(2023, 5, 1)),
        ("0887010362", "Kompas", date(2026, 2, 1)),
        ("1000000021", "Westhoek", date(2026, 3, 1)),
    ):
        made[name] = mandates.add(centres.add(number, name), f"LB-{name}", start)
    return made


def test_a_change_of_rules_proposes_and_changes_nothing_without_consent(store, rules, mandates):
    made = held(store, mandates)
    assert rules.proposals() == ()
    rules.record(draft("5", date(2026, 1, 1)))
    proposed = {one.mandate.centre: one for one in rules.proposals()}
    assert sorted(proposed) == ["Kompas", "Westhoek"]
    kompas = proposed["Kompas"]
    assert (kompas.old, kompas.new) == (date(2032, 1, 31), date(2031, 1, 31))
    assert DECREE in kompas.why
    ends = {one.mandate.id: one.old for one in proposed.values()}
    assert ends == {made["Kompas"]: date(2032, 1, 31), made["Westhoek"]: date(2032, 2, 29)}

    assert rules.accept([made["Kompas"]], "Akkoord van het centrum op 2 mei") == 1
    assert [one.mandate.centre for one in rules.proposals()] == ["Westhoek"]
    step = History(store).of_row(made["Kompas"])[0]
    assert History(store).story(step).step.why == "Akkoord van het centrum op 2 mei"
    History(store).undo()
    assert len(rules.proposals()) == 2


def test_the_history_tells_a_change_by_the_name_of_its_rule(store, rules):
    changed = rules.record(draft("5", date(2026, 1, 1)))
    (told,) = History(store).story(History(store).of_row(changed)[0]).rows
    assert told.name.startswith("Duur van een mandaat")
    assert "mandate_duration_years" not in {field.new for field in told.fields}


def test_a_refused_proposal_is_remembered_until_the_rule_says_another_day(store, rules, mandates):
    made = held(store, mandates)
    changed = rules.record(draft("5", date(2026, 1, 1)))
    for reason in ("", " \n"):
        with pytest.raises(ProposalReasonMissing):
            rules.keep([made["Westhoek"]], reason)
    rules.keep([made["Westhoek"], made["Kompas"]], "Beslissing vermeldt zes jaar.")
    assert rules.proposals() == ()
    with pytest.raises(ProposalOver):
        rules.accept([made["Kompas"]], "toch wel")
    rules.edit_change(changed, "value", "4")
    assert len(rules.proposals()) == 2
    rules.keep([made["Kompas"]], "Ook nu niet.")
    assert [one.mandate.centre for one in rules.proposals()] == ["Westhoek"]
    assert "zes jaar" in next(
        one.deviation for one in _mandates(store, rules) if one.centre == "Kompas"
    )


def test_a_chain_is_not_torn_or_doubled_by_a_proposal(store, rules, mandates):
    made = held(store, mandates)
    first, second = made["Kompas"], date(2032, 2, 1)
    centre = next(one.centre_id for one in _mandates(store, rules) if one.id == first)
    mandates.add(centre, "LB-9", second)
    rules.record(draft("7", date(2026, 1, 1), date(2026, 12, 31)))
    troubled = {one.mandate.centre: one.trouble for one in rules.proposals()}
    assert "1 februari 2032" in troubled["Kompas"]
    assert troubled["Westhoek"] == ""
    with pytest.raises(ProposalTroubled):
        rules.accept([made["Westhoek"], first], "alles")
    assert len(rules.proposals()) == 2


def _mandates(store: Store, rules: Rules):
    from models.mandates import queries

    with store.look() as session:
        return queries.held(session)
