"""The mark of a version, and what differs between two."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checklists import rules
from models.checklists.values import AnswerType, AnswerValue, DifferenceKind, Option, Section
from tests.models.checklists.lists import of_sections, question, template

KEYS = [f"V{number}" for number in range(6)]


def test_the_same_facts_have_the_same_mark_and_any_other_word_another():
    one = template(question("V1"), question("V2", weight=3))
    again = template(question("V1"), question("V2", weight=3))
    assert rules.mark(one) == rules.mark(again)
    for other in (
        template(question("V1"), question("V2", weight=4)),
        template(question("V2", weight=3), question("V1")),
        replace(one, version=3),
        replace(one, title="Anders"),
    ):
        assert rules.mark(other) != rules.mark(one)


def test_accents_written_in_two_ways_give_one_mark():
    assert rules.mark(template(question("V1", text="Is één in orde?"))) == rules.mark(
        template(question("V1", text="Is e\u0301e\u0301n in orde?"))
    )


def test_what_says_nothing_is_left_out_of_the_canonical_text():
    said = rules.canonical(template(question("V1")))
    assert "good_example" not in said
    assert '"definition_condition":false' in said


@pytest.mark.parametrize("key", ["dossier_check", "offer_check", "mandate_application"])
def test_what_a_question_rests_on_is_told_without_names_of_ours(key):
    """It stands in letters to a centre."""
    assert not [one.key for one in rules.template(key).questions if "_" in one.basis.words]


def by_key(found):
    return {one.key: one.kind for section in found.sections for one in section.questions}


def test_a_changed_field_is_told_with_old_and_new():
    choice = {"answer_type": AnswerType.CHOICE}
    one = template(question("V1", options=(Option("a", "Ja"),), **choice))
    other = template(question("V1", options=(Option("a", "Ja", AnswerValue.YES),), **choice))
    (found,) = rules.difference(one, other).sections[0].questions
    assert found.kind is DifferenceKind.CHANGED
    assert [(each.field, each.old, each.new) for each in found.fields] == [
        ("options", (Option("a", "Ja"),), (Option("a", "Ja", AnswerValue.YES),))
    ]


def test_a_question_that_went_to_another_section_moved():
    here, there = (question(key) for key in ("V1", "V2"))
    one = of_sections(Section("a", "A", (here, there)), Section("b", "B", ()))
    other = of_sections(Section("a", "A", (there,)), Section("b", "B!", (here,)))
    found = rules.difference(one, other)
    assert by_key(found) == {"V2": DifferenceKind.SAME, "V1": DifferenceKind.MOVED}
    assert [section.kind for section in found.sections] == [
        DifferenceKind.SAME,
        DifferenceKind.CHANGED,
    ]


def test_only_what_lost_its_place_is_said_to_move():
    one = template(*(question(key) for key in ("V1", "V2", "V3", "V4")))
    other = template(*(question(key) for key in ("V2", "V3", "V4", "V1")))
    moved = {key for key, kind in by_key(rules.difference(one, other)).items() if kind != "same"}
    assert moved == {"V1"}


def test_what_was_removed_stands_where_it_stood():
    one = template(*(question(key) for key in ("V1", "V2", "V3")))
    other = template(question("V1"), question("V3"), question("V4"))
    assert list(by_key(rules.difference(one, other)).items()) == [
        ("V1", DifferenceKind.SAME),
        ("V2", DifferenceKind.REMOVED),
        ("V3", DifferenceKind.SAME),
        ("V4", DifferenceKind.ADDED),
    ]


versions = st.lists(st.sampled_from(KEYS), unique=True).flatmap(
    lambda keys: st.integers(0, len(keys)).map(
        lambda cut: of_sections(
            Section("a", "A", tuple(question(key) for key in keys[:cut])),
            Section("b", "B", tuple(question(key) for key in keys[cut:])),
        )
    )
)


@given(versions, versions)
def test_a_difference_tells_of_every_question_once_in_the_order_of_the_other(one, other):
    found = rules.difference(one, other)
    keys = [each.key for section in found.sections for each in section.questions]
    assert len(keys) == len(set(keys))
    assert set(keys) == one.keys | other.keys
    assert [key for key in keys if key in other.keys] == [each.key for each in other.questions]
    kinds = by_key(found)
    assert {key for key in keys if kinds[key] == "added"} == other.keys - one.keys
    assert {key for key in keys if kinds[key] == "removed"} == one.keys - other.keys


@given(versions)
def test_a_version_does_not_differ_from_itself(one):
    assert rules.difference(one, one).changed == 0
