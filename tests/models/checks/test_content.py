"""The mark of a check: the same facts give the same one, and any other fact another."""

import json
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from models.checks.rules import template
from models.checks.rules.content import (
    bare,
    canonical,
    checklist,
    content_of,
    locked,
    mark_of,
    read,
)
from tests.models.builders import all_yes, answer, check, hours, sample

CHECK = check(sample(3, all_yes(DC_01=answer("no", "Niet gevonden."), DC_08=hours(7, 4))))


def rows_of(one):
    """The rows behind a check, as the file gives them."""
    return {
        "dossier_check": [{"reference": one.reference, "officer": one.officer, "conclusion": ""}],
        "checked_dossier": [
            {"number": dossier.number, "position": dossier.position} for dossier in one.dossiers
        ],
        "checklist_answer": [
            {
                "dossier_id": dossier.number,
                "question_key": key,
                "value": given.value and given.value.value,
                "note": given.note,
                "hours_registered": given.hours_registered,
                "hours_documented": given.hours_documented,
            }
            for dossier in one.dossiers
            for key, given in dossier.answers.items()
        ],
        "finding": [
            {"question_key": "DC-01", "statement": "Zo niet.", "measure_met_on": None},
            {"question_key": None, "statement": "Dit gaat goed."},
            {"question_key": None, "statement": "Dat ook."},
        ],
        **dict.fromkeys(("visit_question", "dossier_sample", "recheck", "measure_review"), ()),
        **dict.fromkeys(("reaction_round", "centre_reaction", "attachment"), ()),
    }


def mark(one, rows) -> str:
    return mark_of(canonical(content_of(one, rows)))


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(chance: Random):
    rows = rows_of(CHECK)
    shuffled = {table: chance.sample(list(of), len(of)) for table, of in rows.items()}
    assert mark(CHECK, shuffled) == mark(CHECK, rows)


def test_any_other_fact_gives_another_mark():
    rows = rows_of(CHECK)
    whole = mark(CHECK, rows)
    for table in ("dossier_check", "checked_dossier", "checklist_answer", "finding"):
        for place, row in enumerate(rows[table]):
            for name, value in row.items():
                if not isinstance(value, str) or not value or name == "dossier_id":
                    continue
                odd = [*rows[table]]
                odd[place] = {**row, name: f"{value}x"}
                assert mark(CHECK, {**rows, table: odd}) != whole, (table, name)


def test_what_is_empty_is_left_out_but_nought_hours_are_not():
    assert bare({"a": "", "b": None, "c": [], "d": {"e": False}, "f": 0, "g": 0.0}) == {
        "f": 0,
        "g": 0.0,
    }


def test_a_field_of_a_later_version_that_is_empty_keeps_the_old_mark():
    rows = rows_of(CHECK)
    later = {**rows, "finding": [{**row, "new_field": None} for row in rows["finding"]]}
    assert mark(CHECK, later) == mark(CHECK, rows)


def test_it_is_json_that_anyone_can_read_back():
    text = canonical(content_of(CHECK, rows_of(CHECK)))
    assert json.loads(text) == read(text)
    assert canonical(read(text)) == text
    assert read(text)["outcome"]["dossiers"]["KZ-001"]["counts"]["DC-08"] == "no"
    assert read(text)["outcome"]["findings"][0]["text"].startswith("In 1 van de 3 dossiers")


def test_what_goes_on_after_the_end_is_not_locked():
    rows = rows_of(CHECK)
    later = {
        **rows,
        "finding": [{**row, "measure_met_on": "2026-06-01"} for row in rows["finding"]],
        "measure_review": [{"question_key": "DC-01", "delivered": "POP"}],
    }
    before, after = content_of(CHECK, rows), content_of(CHECK, later)
    assert locked(before) == locked(after)
    assert canonical(before) != canonical(after)


def test_what_the_rules_make_of_it_is_not_locked_but_kept():
    rows = rows_of(CHECK)
    otherwise = replace(CHECK, findings=())
    before, after = content_of(CHECK, rows), content_of(otherwise, rows)
    assert locked(before) == locked(after)
    assert canonical(before) != canonical(after)


def test_words_that_are_left_out_for_people_stay_under_the_mark():
    """Else every check of the offer that was finished before would be called changed."""
    offer = template("offer_check")
    kept = {
        question["key"]: question["basis"]
        for section in checklist(offer)["sections"]
        for question in section["questions"]
    }
    assert kept["OC-02"] == "uren en prijs; parameters voucher_price en voucher_hours"
    assert offer.question("OC-02").basis.words == "uren en prijs"
