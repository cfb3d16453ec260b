"""A score that explains itself: verdict first, never without a count."""

from hypothesis import given
from hypothesis import strategies as st

from models.checklists.values import AnswerType, Condition, Option, Section
from models.checks import rules
from models.checks.values import AnswerValue, ChecklistAnswer, Verdict
from tests.models.checklists.lists import of_sections, question, template

YES, PARTIAL, NO, NA, UNSEEN = AnswerValue
FOUR = template(
    question("V1", weight=2),
    question("V2", definition_condition=True),
    question("V3"),
    question("V4", weight=0),
)


def scored(checklist, *dossiers, share=50):
    answers = [{key: ChecklistAnswer(value) for key, value in each.items()} for each in dossiers]
    return rules.score(checklist, answers, share)


def test_points_over_what_could_be_reached_by_weight():
    found = scored(FOUR, {"V1": YES, "V2": PARTIAL, "V3": NO, "V4": NO})
    assert (found.whole.points, found.whole.out_of, found.whole.counted) == (2.5, 4, 3)
    assert found.whole.percent == 63
    assert found.whole.unweighed == 1


def test_the_verdict_goes_first_and_a_knock_out_is_never_made_good():
    found = scored(FOUR, {"V1": YES, "V2": NO, "V3": YES, "V4": YES})
    assert found.verdict is Verdict.NON_CONFORM
    assert found.why[0].startswith("Niet conform")
    assert "Een nee op V2 beslist over het oordeel, wat de score ook is." in found.why
    assert found.whole.percent == 75


def test_what_is_left_out_is_counted_and_said():
    found = scored(FOUR, {"V1": NA, "V2": UNSEEN})
    assert found.whole.percent is None
    assert "Geen score: er is nog geen antwoord dat meetelt." in found.why
    left = "Niet meegeteld: 1 niet van toepassing, 1 niet te beoordelen en 2 nog open."
    assert left in found.why


def test_why_68_percent_is_told_in_dutch():
    found = scored(FOUR, {"V1": YES, "V2": PARTIAL, "V3": PARTIAL, "V4": YES})
    assert found.why[1:] == (
        "75 % is 3 van 4 punten, geteld over 3 antwoorden.",
        "Er is 1 keer ja, 2 keer gedeeltelijk en 0 keer nee geantwoord; een gedeeltelijk antwoord"
        " telt voor de helft.",
        "Niet meegeteld: 1 zonder gewicht.",
        "Een ander gewicht dan 1: V1 (2) en V4 (0).",
    )


def test_a_whole_check_counts_all_its_dossiers_and_has_no_one_verdict():
    found = scored(FOUR, {"V1": YES}, {"V1": NO, "V2": NO})
    assert (found.whole.points, found.whole.out_of, found.whole.counted) == (2.0, 5, 3)
    assert found.verdict is None
    assert "in 2 dossiers" in found.why[1]


def test_facts_and_answers_that_nobody_judges_stay_out():
    facts = template(
        question("V1", answer_type=AnswerType.TEXT),
        question(
            "V2",
            answer_type=AnswerType.CHOICE,
            options=(Option("a", "Ja", YES), Option("b", "Nee", NO), Option("c", "Rood")),
        ),
    )
    told = {"V1": ChecklistAnswer(words="tekst"), "V2": ChecklistAnswer(choice="c")}
    assert rules.score(facts, [told], 50).whole.percent is None
    told["V2"] = ChecklistAnswer(choice="b")
    assert rules.score(facts, [told], 50).whole.percent == 0


def test_a_question_that_is_not_asked_is_not_applicable():
    asked = template(question("V1"), question("V2", asked_when=Condition("V1", (NO,))))
    found = scored(asked, {"V1": YES, "V2": NO})
    assert (found.whole.percent, found.whole.not_applicable) == (100, 1)


def test_the_share_of_a_partial_answer_is_a_rule():
    assert scored(FOUR, {"V1": PARTIAL}, share=25).whole.percent == 25
    assert "telt voor 25 %" in " ".join(scored(FOUR, {"V1": PARTIAL}, share=25).why)


LISTS = of_sections(
    Section("a", "A", (question("V1", weight=3), question("V2"))),
    Section(
        "b", "B", (question("V3", weight=0), question("V4", asked_when=Condition("V1", (NO,))))
    ),
)
answers = st.dictionaries(st.sampled_from(["V1", "V2", "V3", "V4"]), st.sampled_from(AnswerValue))


@given(st.lists(answers, max_size=4))
def test_sections_add_up_to_the_whole_and_every_cell_is_counted_once(dossiers):
    found = scored(LISTS, *dossiers)
    whole, parts = found.whole, found.sections
    for field in ("points", "out_of", "counted", "yes", "no", "still_open", "unweighed"):
        assert getattr(whole, field) == sum(getattr(part, field) for part in parts)
    cells = (
        *(whole.counted, whole.not_applicable, whole.not_assessable),
        *(whole.still_open, whole.unweighed),
    )
    assert sum(cells) == len(dossiers) * len(LISTS.questions)
    assert whole.percent is None or 0 <= whole.percent <= 100
    assert (whole.percent is None) == (whole.out_of == 0)
