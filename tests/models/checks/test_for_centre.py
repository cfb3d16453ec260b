"""What leaves for the centre stands as it stands in the file, without what does not count."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from models.checklists.values import AnswerType, Condition
from models.checks.rules import standing
from models.checks.rules.for_centre import answers_for_centre
from models.checks.rules.criteria import evidence
from models.checks.values import AnswerValue, ChecklistAnswer, DossierColumn
from tests.models.checklists.lists import question, template

YES, PARTIAL, NO, NA, UNSEEN = AnswerValue
LIST = template(
    question("V1"),
    question("V2", asked_when=Condition("V1", (NO,))),
    question("V3", answer_type=AnswerType.TEXT),
    question("V4", asked_when=Condition("V3", (YES,))),
    question("V5", answer_type=AnswerType.NUMBER, least=2),
)
values = st.sampled_from([None, *AnswerValue])
written = st.fixed_dictionaries(
    {},
    optional={
        "V1": st.builds(ChecklistAnswer, values),
        "V2": st.builds(ChecklistAnswer, values, st.sampled_from(["", "een nota"])),
        "V3": st.builds(ChecklistAnswer, values, words=st.sampled_from(["", "een tekst"])),
        "V4": st.builds(ChecklistAnswer, values),
        "V5": st.builds(ChecklistAnswer, values, amount=st.sampled_from([None, 1.0, 4.0])),
    },
)


@given(written)
def test_every_question_comes_to_the_same_for_the_centre(answers):
    theirs = answers_for_centre(LIST, answers)
    assert standing(LIST, theirs) == standing(LIST, answers)


def test_words_of_the_officer_stay_and_the_question_they_answer_is_still_answered():
    answers = {"V3": ChecklistAnswer(words="GEHEIM"), "V4": ChecklistAnswer(NO, "GEHEIM")}
    theirs = answers_for_centre(LIST, answers)
    assert "GEHEIM" not in repr(theirs)
    assert (standing(LIST, theirs)["V3"], standing(LIST, theirs)["V4"]) == (YES, NO)


def test_an_answer_to_a_question_that_is_not_asked_does_not_leave():
    answers = {"V1": ChecklistAnswer(YES), "V2": ChecklistAnswer(NO, "n")}
    assert set(answers_for_centre(LIST, answers)) == {"V1"}


def test_evidence_comes_only_from_dossiers_in_which_the_question_is_asked():
    asked = {"V1": ChecklistAnswer(NO), "V2": ChecklistAnswer(NO, "Ontbreekt.")}
    taken_back = {"V1": ChecklistAnswer(YES), "V2": ChecklistAnswer(NO, "Oude nota.")}
    dossiers = [
        DossierColumn(uuid4(), number, place, answers, None, "")
        for place, (number, answers) in enumerate((("KZ-1", asked), ("KZ-2", taken_back)))
    ]
    assert evidence(LIST, LIST.question("V2"), dossiers) == "KZ-1: Ontbreekt."
