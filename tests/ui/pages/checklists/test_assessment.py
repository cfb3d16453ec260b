"""The office writes its own assessment of applications in the room of checklists."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from models.checklists.rules import ASSESSMENT
from models.checklists.values import AnswerValue, Condition, LookedUp, VersionState
from tests.ui.pages.checklists.conftest import Room
from ui.pages.checklists.spots import QUESTION, WHOLE


@pytest.fixture
def assessment(room: Room) -> Room:
    """A draft of version 2 of the assessment, on the screen."""
    room.page._open((ASSESSMENT, 1))
    room.until(lambda: room.version.file is not None)
    room.press("New version")
    room.until(lambda: room.version.name == (ASSESSMENT, 2) and room.version.file)
    return room


def row(room: Room, name: str):
    return room.version.question.form.row(name)


def test_a_criterion_shows_what_an_assessment_needs_and_nothing_of_findings(assessment: Room):
    assessment.stand((QUESTION, "MA-01"))
    assert row(assessment, "looked_up").isVisible()
    assert row(assessment, "parameter").isVisible()
    assert row(assessment, "decisive").isVisible()
    for name in ("answer_type", "severity_on_fail", "weight", "definition_condition", "finding"):
        assert not row(assessment, name).isVisible()
    facts = assessment.version.question.fields["looked_up"].value()
    assert facts == assessment.file.template.question("MA-01").looked_up
    assessment.stand((WHOLE, ""))
    whole = assessment.version.whole
    assert whole.form.row("four_eyes").isVisible()
    assert not whole.form.row("mandate_dossiers").isVisible()
    assert not whole.form.row("pseudonym_rule").isVisible()
    assert whole.fixed.isVisible()
    for _judgement, label in assessment.file.template.assessment.labels:
        assert label in whole.fixed.text()
    assert "positive, ask for information, negative" in whole.fixed.text()


def test_a_question_of_a_check_shows_no_facts_to_look_up(room: Room):
    room.page._open(("dossier_check", 1))
    room.until(lambda: room.version.file is not None)
    room.stand((QUESTION, "DC-05"))
    assert row(room, "finding").isVisible()
    assert not room.version.whole.fixed.isVisible()
    assert not row(room, "looked_up").isVisible()
    assert not row(room, "decisive").isVisible()


def test_a_conditional_knockout_is_written_tried_and_published(assessment: Room):
    assessment.stand((QUESTION, "MA-09"))
    assessment.key(Qt.Key.Key_Insert)
    form = assessment.version.question
    assessment.until(lambda: assessment.focus is form.fields["text"])
    assessment.type("De onderaannemers zijn bij naam bekend.")
    assessment.version.settle()
    made = "MA-15"
    assessment.until(lambda: assessment.file.template.question(made).text.startswith("De onder"))
    form.fields["decisive"].click()
    form.fields["looked_up"].ticks[LookedUp.POSTAL_CODES].click()
    form.changed.emit("parameter", "min_guidance_experience")
    form.changed.emit("asked_when", Condition("MA-09", (AnswerValue.NO,)))

    def asked():
        return assessment.file.template.question(made)

    assessment.until(lambda: asked().asked_when is not None)
    assert (asked().decisive, asked().looked_up) == (True, (LookedUp.POSTAL_CODES,))
    assert asked().parameter == "min_guidance_experience"
    preview = assessment.version.preview
    assessment.until(lambda: "voldoet niet" in preview.when.text())

    for one in assessment.file.template.questions:
        if one.key != made:
            assessment.stand((QUESTION, one.key))
            preview._try(AnswerValue.YES)
    assert preview.verdict.accessibleName() == "Positive"
    assessment.stand((QUESTION, "MA-09"))
    choices = [preview.answer.itemText(at) for at in range(preview.answer.count())]
    assert choices[1:] == [label for _one, label in assessment.file.template.assessing.labels]
    preview._try(AnswerValue.NO)
    assert preview.verdict.accessibleName() == "No advice yet"
    assert "1 requirement" in preview.why.text()

    assessment.press("Begin the test")
    assessment.until(lambda: assessment.file.state is VersionState.TEST)
    assessment.until(lambda: assessment.version.file.state is VersionState.TEST)
    assessment.press("Publish")
    assessment.until(lambda: assessment.file.state is VersionState.PUBLISHED)
    assessment.until(lambda: "applications" in assessment.messages[-1].sentence)
    centre = assessment.do.centres.add("0566988259", "Loopbaanhuis Demer")
    application = assessment.do.applications.receive(centre, date(2026, 4, 1))
    assert assessment.do.applications.file(application).template.version == 2


def test_the_facts_that_are_ticked_are_one_step_each_that_undo_takes_back(assessment: Room):
    assessment.stand((QUESTION, "MA-02"))
    ticks = assessment.version.question.fields["looked_up"].ticks
    ticks[LookedUp.CERTIFICATE].click()
    wanted = (LookedUp.CERTIFICATE,)
    assessment.until(lambda: assessment.file.template.question("MA-02").looked_up == wanted)
    assessment.until(lambda: not ticks[LookedUp.CERTIFICATE].dirty())
    assessment.do.history.undo()
    assessment.until(lambda: not ticks[LookedUp.CERTIFICATE].value())


def test_two_versions_side_by_side_name_facts_and_judgements(assessment: Room):
    ids = assessment.file.question_ids
    lists = assessment.do.checklists
    lists.edit_question(ids["MA-05"], "looked_up", [LookedUp.WAITING_PERIOD])
    lists.edit_question(ids["MA-05"], "asked_when", Condition("MA-04", (AnswerValue.PARTIAL,)))
    assessment.page._compare(ASSESSMENT, 1, 2)
    view = assessment.page.difference
    assessment.until(lambda: view.cards())
    told = " ".join(label.text() for card in view.cards() for label in card.findChildren(QLabel))
    assert "No waiting period runs" in told
    assert "“voldoet gedeeltelijk”" in told
