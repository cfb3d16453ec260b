"""Judgements go through the rules of checklists: conditions, what is lacking, facts by name."""

from dataclasses import replace
from datetime import date

import pytest

from models.applications import rules
from models.applications.rules.deciding import check_grant, check_refusal
from models.applications.rules.facts import LOOKED_UP
from models.applications.values import (
    AdviceOutcome,
    CriterionGap,
    GrantUnexplained,
    Judged,
    Judgement,
    RefusalUnmotivated,
)
from models.checklists.rules import ASSESSMENT, mark, template
from models.checklists.values import (
    AnswerValue,
    ChecklistTemplate,
    Condition,
    LookedUp,
    Proof,
    Question,
)

SHIPPED = template(ASSESSMENT)
MEETS, FAILS = Judgement.MEETS, Judgement.DOES_NOT_MEET


def with_question(**facts) -> ChecklistTemplate:
    """The list that ships, and MA-15: a knock-out about subcontractors, only after MA-09 fails."""
    added = replace(
        SHIPPED.question("MA-05"),
        key="MA-15",
        short="Onderaannemers bekend",
        asked_when=Condition("MA-09", (AnswerValue.NO,)),
        **facts,
    )
    last = SHIPPED.sections[-1]
    sections = (*SHIPPED.sections[:-1], replace(last, questions=(*last.questions, added)))
    return replace(SHIPPED, version=2, sections=sections)


MARKS = {
    "dossier_check": "3cbb72dcd241e7082f66b59afb5c283eb85bebbc569434786b4901d07733a6a4",
    "offer_check": "ae6007c4b098d9d0292ae9be5a7fe3a67050ab55a55d842711d8bf98fc974e74",
}
"""Of the checklists of checks, as they were before assessments came into the same engine."""
LIST = with_question()


def judged(**others: Judgement) -> dict[str, Judged]:
    found = {one.key: Judged(MEETS, "In orde.") for one in SHIPPED.questions}
    return found | {key.replace("_", "-"): Judged(j, "Zo is het.") for key, j in others.items()}


def advice(given: dict[str, Judged]) -> AdviceOutcome | None:
    found = rules.proposal(LIST, given, could_complete=True)
    return found.outcome if found else None


def test_every_fact_that_a_checklist_may_ask_for_is_looked_up_by_someone():
    assert set(LOOKED_UP) == set(LookedUp)
    known = rules.Circumstances("0566988259", (), (), (), None, date(2026, 5, 4))
    assert [fact.name for fact in rules.look_up(tuple(LookedUp), known)] == list(LookedUp)


def test_a_criterion_that_is_not_asked_stands_in_the_way_of_nothing():
    assert advice(judged()) is AdviceOutcome.POSITIVE
    assert rules.gaps(LIST, judged()) == {}
    assert rules.progress(LIST, judged()) == (14, 14)
    check_refusal(LIST, judged(), "Om deze redenen.")
    check_grant(LIST, judged(), "", {})


def test_what_was_judged_before_the_condition_fell_away_counts_for_nothing():
    left = judged(MA_15=FAILS)
    assert advice(left) is AdviceOutcome.POSITIVE
    check_grant(LIST, left, "", {})
    assert rules.progress(LIST, left) == (14, 14)


def test_a_criterion_that_is_asked_counts_as_any_other():
    open_one = judged(MA_09=FAILS)
    assert advice(open_one) is None
    assert rules.gaps(LIST, open_one) == {"MA-15": CriterionGap.JUDGEMENT}
    assert rules.progress(LIST, open_one) == (14, 15)
    with pytest.raises(RefusalUnmotivated, match="MA-15"):
        check_refusal(LIST, open_one, "Om deze redenen.")
    failed = judged(MA_09=FAILS, MA_15=FAILS)
    assert advice(failed) is AdviceOutcome.NEGATIVE
    with pytest.raises(GrantUnexplained, match="MA-15"):
        check_grant(LIST, failed, "Toch toegekend.", {})


@pytest.mark.parametrize(
    ("key", "said", "unsaid"),
    [
        ("A.1", "Zie a.1.", "Zie A.11 en BA.1."),
        ("Q1.2", "Om reden van q1.02.", "Zie Q1.20."),
        ("visie", "De visie volgt.", "De revisie volgt."),
        ("7", "Vereiste 7 volgt.", "Op 17 mei 1970."),
    ],
)
def test_a_grant_names_a_requirement_however_the_office_numbered_it(key, said, unsaid):
    one = replace(SHIPPED.question("MA-05"), key=key)
    alone = replace(SHIPPED, sections=(replace(SHIPPED.sections[0], questions=(one,)),))
    failed = {key: Judged(FAILS, "Zo is het.")}
    check_grant(alone, failed, said, {})
    with pytest.raises(GrantUnexplained):
        check_grant(alone, failed, unsaid, {})


def test_every_judgement_wants_a_motivation_because_the_checklist_says_so():
    bare = judged() | {"MA-02": Judged(MEETS, " ")}
    assert rules.gaps(LIST, bare) == {"MA-02": CriterionGap.MOTIVATION}
    lenient = replace(LIST, assessment=replace(LIST.assessing, motivation_required=False))
    assert rules.gaps(lenient, bare) == {}
    weighed = bare | {"MA-02": Judged(Judgement.PARTLY, "")}
    assert rules.gaps(lenient, weighed) == {"MA-02": CriterionGap.MOTIVATION}


def test_a_criterion_may_want_to_know_what_was_received():
    strict = with_question(proof=Proof.PROOF)
    given = judged(MA_09=FAILS, MA_15=FAILS)
    assert rules.gaps(strict, given) == {"MA-15": CriterionGap.EVIDENCE}
    given["MA-15"] = replace(given["MA-15"], evidence="Lijst van 3 maart, bijlage 4.")
    assert rules.gaps(strict, given) == {}


def test_the_mark_of_an_assessment_covers_its_rules_and_spares_checks():
    lenient = replace(SHIPPED, assessment=replace(SHIPPED.assessing, four_eyes=False))
    assert mark(lenient) != mark(SHIPPED)
    looked = replace(SHIPPED.questions[0], looked_up=())
    assert isinstance(looked, Question)
    sections = (replace(SHIPPED.sections[0], questions=(looked,)), *SHIPPED.sections[1:])
    assert mark(replace(SHIPPED, sections=sections)) != mark(SHIPPED)
    for key, kept in MARKS.items():
        assert mark(template(key, 1)) == kept
