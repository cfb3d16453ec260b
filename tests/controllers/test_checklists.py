"""A checklist of the office's own, from draft to retired, through a real encrypted file."""

from __future__ import annotations

from uuid import UUID

import pytest

from controllers.bundle import Controllers
from controllers.checklists import COLUMNS
from models.centres.values import NationalNumberFound
from models.checklists import rules
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    ChecklistFile,
    ChecklistIncomplete,
    ChecklistUnknown,
    Condition,
    ConditionWrong,
    DifferenceKind,
    Grade,
    LibraryThemeMissing,
    NumberNotPossible,
    Option,
    OptionWrong,
    Proof,
    QuestionKeyTaken,
    QuestionKeyWrong,
    Unit,
    UnitFixed,
    VersionFixed,
    VersionNotADraft,
    VersionNotInUse,
    VersionNotTested,
    VersionRetired,
    VersionState,
    WarningKind,
)
from models.checks.values import ChecklistAnswer
from models.kernel.errors import Gone
from models.kernel.typed import TextTooLong

YES, NO = AnswerValue.YES, AnswerValue.NO


class Desk:
    """A draft of the dossier checklist, and what stands in it."""

    def __init__(self, controllers: Controllers) -> None:
        self.controllers = controllers
        self.lists = controllers.checklists
        self.id = self.lists.draft_from("dossier_check", 1)

    @property
    def file(self) -> ChecklistFile:
        return self.lists.file("dossier_check", 2)

    def question(self, key: str) -> UUID:
        return self.file.question_ids[key]

    def keys(self, section: int = 0) -> list[str]:
        return [one.key for one in self.file.template.sections[section].questions]

    def undone_and_done_again(self) -> None:
        """The last step can be turned back and done again, and leaves the same."""
        after = self.file.template
        self.controllers.history.undo()
        assert self.file.template != after
        self.controllers.history.redo()
        assert self.file.template == after


@pytest.fixture
def desk(controllers: Controllers) -> Desk:
    return Desk(controllers)


# --- versions


def test_the_checklists_that_ship_stand_in_the_list_as_published(controllers: Controllers):
    rows = controllers.checklists.rows()
    assert [(row.version.key, row.version.version, row.version.built_in) for row in rows] == [
        ("mandate_application", 1, True),
        ("dossier_check", 1, True),
        ("offer_check", 1, True),
    ]
    assert {row.version.state for row in rows} == {VersionState.PUBLISHED}
    assert [column.cell(rows[0]) for column in COLUMNS][1] == 1
    assert [row.version.questions for row in rows[:2]] == [14, 27]


def test_what_ships_cannot_be_edited_and_what_is_not_there_is_unknown(controllers: Controllers):
    file = controllers.checklists.file("dossier_check", 1)
    assert not file.editable
    assert file.question_ids == {}
    assert file.version.version_id is None
    for key, version in (("dossier_check", 7), ("onbekend", 1)):
        with pytest.raises(ChecklistUnknown):
            controllers.checklists.file(key, version)


def test_a_draft_says_word_for_word_what_it_was_made_from(desk: Desk):
    made, shipped = desk.file.template, rules.template()
    assert made.sections == shipped.sections
    assert made.thresholds == shipped.thresholds
    assert (desk.file.state, desk.file.editable) == (VersionState.DRAFT, True)
    assert desk.file.version.based_on == 1
    assert desk.lists.difference("dossier_check", 1, 2).changed == 0


def test_a_draft_is_one_step(desk: Desk):
    assert len(desk.lists.rows()) == 4
    desk.controllers.history.undo()
    assert len(desk.lists.rows()) == 3
    desk.controllers.history.redo()
    assert desk.file.template.sections == rules.template().sections


def test_drafts_count_on_after_the_newest(desk: Desk):
    third = desk.lists.draft_from("dossier_check", 1)
    assert desk.lists.version(third).version == 3
    desk.lists.throw_away(third)
    assert desk.lists.version(desk.lists.draft_from("dossier_check", 2)).version == 3


def test_a_new_checklist_does_not_take_the_name_of_one_that_was_thrown_away(desk: Desk):
    """A workbook of the one would come back as if it were of the other."""
    thrown = desk.lists.new("Eigen lijst", Unit.CLIENT_DOSSIER)
    desk.lists.throw_away(thrown)
    made = desk.lists.version(desk.lists.new("Eigen lijst", Unit.CLIENT_DOSSIER))
    assert (made.key, made.version) == ("eigen_lijst_2", 1)
    desk.controllers.history.undo()
    desk.controllers.history.undo()
    assert desk.lists.version(thrown).key == "eigen_lijst"


def test_a_version_goes_from_draft_over_test_to_published_and_retired(desk: Desk):
    with pytest.raises(VersionNotTested):
        desk.lists.publish(desk.id)
    with pytest.raises(VersionNotInUse):
        desk.lists.retire(desk.id)
    desk.lists.begin_test(desk.id)
    assert (desk.file.state, desk.file.editable) == (VersionState.TEST, True)
    with pytest.raises(VersionNotADraft):
        desk.lists.throw_away(desk.id)
    desk.lists.publish(desk.id)
    assert (desk.file.state, desk.file.editable) == (VersionState.PUBLISHED, False)
    assert desk.file.version.published_by == "Lotte Verhaegen"
    assert desk.file.version.content_sha256 == rules.mark(desk.file.template)
    desk.lists.retire(desk.id)
    assert desk.file.state is VersionState.RETIRED
    with pytest.raises(VersionRetired):
        desk.lists.retire(desk.id)


def test_each_step_of_its_life_can_be_undone(desk: Desk):
    acts = (desk.lists.begin_test, desk.lists.publish, desk.lists.retire)
    for act in acts:
        before = desk.file.state
        act(desk.id)
        after = desk.file.state
        desk.controllers.history.undo()
        assert desk.file.state is before
        desk.controllers.history.redo()
        assert desk.file.state is after


def test_a_published_version_refuses_every_change(desk: Desk):
    section = next(iter(desk.file.section_ids.values()))
    question, lists = desk.question("DC-01"), desk.lists
    kept = lists.keep_from("dossier_check", 2, "DC-01", "start")
    lists.begin_test(desk.id)
    lists.publish(desk.id)
    before = desk.file.template
    acts = [
        lambda: lists.edit(desk.id, "title", "Anders"),
        lambda: lists.add_section(desk.id, "Nieuw"),
        lambda: lists.edit_section(section, "Anders"),
        lambda: lists.move_section(section, 3),
        lambda: lists.remove_section(section),
        lambda: lists.add_question(section),
        lambda: lists.edit_question(question, "text", "Anders?"),
        lambda: lists.move_question(question, section, 2),
        lambda: lists.copy_question(question),
        lambda: lists.remove_question(question),
        lambda: lists.take_from_library(section, kept),
        lambda: lists.begin_test(desk.id),
        lambda: lists.publish(desk.id),
    ]
    for act in acts:
        with pytest.raises(VersionFixed, match="versie 2|version 2"):
            act()
    assert desk.file.template == before


def test_a_mistake_that_blocks_is_named_when_publishing(desk: Desk):
    desk.lists.edit_question(desk.question("DC-05"), "finding", "")
    desk.lists.begin_test(desk.id)
    assert [one.question_key for one in desk.file.blocking] == ["DC-05"]
    with pytest.raises(ChecklistIncomplete, match="DC-05 zegt niet wat er mis is na een nee"):
        desk.lists.publish(desk.id)
    assert desk.file.state is VersionState.TEST


def test_a_new_checklist_begins_empty_with_a_key_of_its_own(controllers: Controllers):
    lists = controllers.checklists
    first, second = (
        lists.new("Onthaal & intake", Unit.CLIENT_DOSSIER),
        lists.new("Onthaal, intake", Unit.PUBLIC_CHANNEL),
    )
    assert lists.version(first).key == "onthaal_intake"
    assert lists.version(second).key == "onthaal_intake_2"
    file = lists.file("onthaal_intake", 1)
    assert file.template.thresholds == rules.template().thresholds
    assert [one.kind for one in file.warnings] == [WarningKind.EMPTY]
    section = lists.add_section(first, "1. Onthaal")
    lists.add_question(section)
    lists.add_question(section)
    file = lists.file("onthaal_intake", 1)
    assert [question.key for question in file.template.questions] == ["OI-01", "OI-02"]


def test_the_head_of_a_version_is_edited_and_kept_within_reason(desk: Desk):
    desk.lists.edit(desk.id, "title", "  Onze   eigen lijst ")
    desk.lists.edit(desk.id, "definition_share_pct", 25)
    desk.lists.edit(desk.id, "other_share_pct", None)
    desk.undone_and_done_again()
    assert desk.file.template.title == "Onze eigen lijst"
    assert desk.file.thresholds.definition_condition.share_pct == 25
    assert desk.file.thresholds.other.share_pct is None
    for field, value in (("other_share_pct", 101), ("mandate_dossiers", 0)):
        with pytest.raises(NumberNotPossible) as refused:
            desk.lists.edit(desk.id, field, value)
        assert refused.value.field == field
    with pytest.raises(UnitFixed):
        desk.lists.edit(desk.id, "unit", Unit.PUBLIC_CHANNEL)
    with pytest.raises(TextTooLong):
        desk.lists.edit(desk.id, "title", "x" * 301)
    with pytest.raises(KeyError):
        desk.lists.edit(desk.id, "version", 9)


# --- sections and questions


def test_sections_are_added_renamed_moved_and_removed_with_their_questions(desk: Desk):
    titles = lambda: [section.title for section in desk.file.template.sections]  # noqa: E731
    added = desk.lists.add_section(desk.id, "8. Nieuw", 1)
    desk.undone_and_done_again()
    assert titles()[1] == "8. Nieuw"
    desk.lists.edit_section(added, "8. Extra")
    desk.undone_and_done_again()
    desk.lists.move_section(added, 99)
    desk.undone_and_done_again()
    assert titles()[-1] == "8. Extra"
    desk.lists.remove_section(desk.file.section_ids["start"])
    desk.undone_and_done_again()
    assert "DC-01" not in desk.file.question_ids
    desk.controllers.history.undo()
    assert desk.keys() == ["DC-01", "DC-02", "DC-03", "DC-04"]


def test_a_question_is_added_after_another_copied_moved_and_removed(desk: Desk):
    start = desk.file.section_ids["start"]
    desk.lists.add_question(start, desk.question("DC-02"))
    desk.undone_and_done_again()
    assert desk.keys() == ["DC-01", "DC-02", "DC-28", "DC-03", "DC-04"]
    desk.lists.copy_question(desk.question("DC-01"))
    desk.undone_and_done_again()
    assert desk.keys()[:2] == ["DC-01", "DC-29"]
    assert desk.file.template.question("DC-29").text == desk.file.template.question("DC-01").text
    desk.lists.move_question(desk.question("DC-29"), desk.file.section_ids["process"], 1)
    desk.undone_and_done_again()
    assert desk.keys(2)[:3] == ["DC-07", "DC-29", "DC-08"]
    desk.lists.remove_question(desk.question("DC-29"))
    desk.undone_and_done_again()
    assert "DC-29" not in desk.file.question_ids
    with pytest.raises(Gone):
        desk.lists.remove_question(UUID(int=7))


def test_every_field_of_a_question_is_kept_as_written(desk: Desk):
    row = desk.question("DC-01")
    written = {
        "text": "Is het dossier volledig?",
        "short": "Dossier volledig",
        "basis_kind": "rule",
        "basis_text": "gedragscode",
        "guidance": "Kijk eerst naar de fiche.",
        "evidence": "fiche\nagenda",
        "good_example": "Een fiche met datum.",
        "bad_example": "Een losse mail.",
        "severity_on_fail": Grade.MAJOR,
        "definition_condition": True,
        "mandate_relevant": True,
        "proof": Proof.NOTE_OR_PROOF,
        "weight": 3,
        "finding": "is het dossier niet volledig",
        "measure": "Vul het aan.",
        "expected_evidence": "Het dossier",
    }
    for field, value in written.items():
        desk.lists.edit_question(row, field, value)
        desk.undone_and_done_again()
    found = desk.file.template.question("DC-01")
    assert (found.text, found.short, found.weight) == (
        "Is het dossier volledig?",
        "Dossier volledig",
        3,
    )
    assert (found.basis.kind, found.basis.text) == ("rule", "gedragscode")
    assert found.evidence == ("fiche", "agenda")
    assert (found.severity_on_fail, found.proof) == (Grade.MAJOR, Proof.NOTE_OR_PROOF)
    assert found.decisive
    assert (found.finding, found.measure) == ("is het dossier niet volledig", "Vul het aan.")


def test_another_kind_of_answer_lets_go_of_what_belonged_to_the_old_one(desk: Desk):
    row = desk.question("DC-08")
    desk.lists.edit_question(row, "answer_type", AnswerType.NUMBER)
    assert desk.file.template.question("DC-08").tolerance_hours is None
    desk.lists.edit_question(row, "counted_in", "weken")
    desk.lists.edit_question(row, "least", 2)
    desk.lists.edit_question(row, "most", 6.5)
    found = desk.file.template.question("DC-08")
    assert (found.unit, found.least, found.most) == ("weken", 2.0, 6.5)
    desk.lists.edit_question(row, "answer_type", AnswerType.CHOICE)
    desk.lists.edit_question(
        row, "options", "In elk dossier = ja\nSoms = gedeeltelijk\nNooit = nee"
    )
    found = desk.file.template.question("DC-08")
    assert (found.unit, found.least, found.most) == ("", None, None)
    assert [one.counts_as for one in found.options] == [YES, AnswerValue.PARTIAL, NO]


def test_an_option_reworded_in_its_place_keeps_its_key(desk: Desk):
    row = desk.question("DC-01")
    desk.lists.edit_question(row, "answer_type", AnswerType.CHOICE)
    desk.lists.edit_question(row, "options", "Ja\nSoms\nNee")
    before = [one.key for one in desk.file.template.question("DC-01").options]
    desk.lists.edit_question(row, "options", "Nee = nee\nAf en toe\nJa = ja\nNiet gezien")
    after = desk.file.template.question("DC-01").options
    assert [one.key for one in after[:3]] == [before[2], before[1], before[0]]
    assert len({one.key for one in after}) == 4
    desk.lists.edit_question(row, "options", (Option("a", "Eén", YES), Option("b", "Twee")))
    assert desk.file.template.question("DC-01").options == (
        Option("a", "Eén", YES),
        Option("b", "Twee"),
    )
    for wrong in ("Ja = misschien", "= ja", "Ja | nee", "Ja\nja"):
        with pytest.raises(OptionWrong):
            desk.lists.edit_question(row, "options", wrong)


def test_a_new_number_takes_conditions_along_and_cannot_be_taken(desk: Desk):
    desk.lists.edit_question(desk.question("DC-04"), "asked_when", Condition("DC-03", (NO,)))
    desk.undone_and_done_again()
    desk.lists.edit_question(desk.question("DC-03"), "key", "DC-03b")
    assert desk.file.template.question("DC-04").asked_when == Condition("DC-03b", (NO,))
    for taken in ("DC-01", "dc-01"):
        with pytest.raises(QuestionKeyTaken):
            desk.lists.edit_question(desk.question("DC-03b"), "key", taken)
    for wrong in ("", "DC 3", "-1", "x" * 41):
        with pytest.raises(QuestionKeyWrong):
            desk.lists.edit_question(desk.question("DC-03b"), "key", wrong)


@pytest.mark.parametrize(
    "condition",
    [
        Condition("DC-05", (NO,)),
        Condition("DC-04", (NO,)),
        Condition("XX", (NO,)),
        Condition("DC-03", ()),
    ],
)
def test_a_condition_rests_on_an_earlier_question_and_an_answer(desk: Desk, condition: Condition):
    with pytest.raises(ConditionWrong):
        desk.lists.edit_question(desk.question("DC-04"), "asked_when", condition)


def test_a_national_number_is_refused_in_a_question(desk: Desk):
    for field in ("text", "guidance", "good_example", "options"):
        with pytest.raises(NationalNumberFound) as refused:
            desk.lists.edit_question(desk.question("DC-01"), field, "85.07.30-033.28 = ja")
        assert refused.value.field == field


# --- side by side, library, trying out


def test_two_versions_stand_side_by_side(desk: Desk):
    desk.lists.edit_question(desk.question("DC-02"), "weight", 4)
    desk.lists.remove_question(desk.question("DC-03"))
    desk.lists.move_question(desk.question("DC-01"), desk.file.section_ids["start"], 2)
    found = desk.lists.difference("dossier_check", 1, 2)
    start = found.sections[0]
    assert {one.key: one.kind for one in start.questions} == {
        "DC-02": DifferenceKind.CHANGED,
        "DC-03": DifferenceKind.REMOVED,
        "DC-04": DifferenceKind.SAME,
        "DC-01": DifferenceKind.MOVED,
    }
    changed = next(one for one in start.questions if one.key == "DC-02")
    assert [(one.field, one.old, one.new) for one in changed.fields] == [("weight", 1, 4)]
    assert found.changed == 3


def test_a_kept_question_is_found_and_taken_into_another_checklist(desk: Desk):
    lists = desk.lists
    lists.edit_question(desk.question("DC-04"), "asked_when", Condition("DC-03", (NO,)))
    kept = lists.keep_from("dossier_check", 2, "DC-04", "  Uitleg vooraf ")
    lists.keep_from("offer_check", 1, "OC-11", "Klachten")
    assert [one.theme for one in lists.library()] == ["Klachten", "Uitleg vooraf"]
    assert [one.id for one in lists.library("gedragscode uitleg")] == [kept]
    assert lists.library("bestaat niet") == ()
    with pytest.raises(LibraryThemeMissing):
        lists.keep_from("dossier_check", 2, "DC-04", " ")
    lists.take_from_library(desk.file.section_ids["start"], kept)
    desk.undone_and_done_again()
    taken = desk.file.template.question("DC-28")
    assert taken.text == desk.file.template.question("DC-04").text
    assert taken.asked_when is None
    lists.remove_from_library(kept)
    assert len(lists.library()) == 1
    desk.controllers.history.undo()
    assert len(lists.library()) == 2
    assert "DC-28" in desk.file.question_ids


def test_answers_are_tried_without_keeping_anything(desk: Desk):
    desk.lists.edit_question(desk.question("DC-04"), "asked_when", Condition("DC-03", (NO,)))
    template, share = desk.file.template, desk.file.partial_pct
    trial = desk.lists.try_answers(template, {"DC-03": ChecklistAnswer(YES)}, share)
    assert "DC-04" not in trial.asked
    assert trial.values["DC-04"] is AnswerValue.NA
    assert trial.verdict is None
    assert trial.score.whole.percent == 100
    assert trial.score.whole.counted == 1
