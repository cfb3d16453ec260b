"""Text that people typed stays text, whatever it looks like."""

from dataclasses import replace
from io import BytesIO

from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

import samples
from controllers.export.checklist import checklist_bytes
from controllers.export.cell_text import CUT_MARK, LONGEST, safe_text
from controllers.export.sheets.cells import lines_of, put, sheet_name
from models.checks.values import AnswerValue, ChecklistAnswer


def back(text: str):
    workbook = Workbook()
    put(workbook.active, 1, 1, text, "Normal")
    stream = BytesIO()
    workbook.save(stream)
    return load_workbook(stream).active["A1"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
@example("=1+1")
@example("+32 2 506 12 05")
@example("-1")
@example("@SUM(A1)")
@example("\t=1")
@example("\r=1")
@example("#N/A")
@example("=cmd|' /C calc'!A0")
@example("0012")
@example("1/2")
@example("\ud800 half")
@example("http://voorbeeld.be")
def test_what_was_typed_comes_back_as_text(text):
    cell = back(text)
    kept = safe_text(text)
    if not kept:
        assert cell.value is None
        return
    assert cell.data_type == "s"
    assert cell.value.replace("_x005F_", "_") == kept
    assert cell.hyperlink is None


@given(st.sampled_from("=+-@\t"), st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_what_could_be_a_formula_stays_text_when_edited(start, rest):
    assert back(start + "a" + rest).quotePrefix


def test_a_formula_in_a_note_reaches_no_sheet_as_formula():
    check = samples.check(1, 0)
    dossier = check.dossiers[0]
    evil = '=HYPERLINK("http://voorbeeld.be";"klik")'
    answers = {**dossier.answers, "DC-01": ChecklistAnswer(AnswerValue.NO, evil)}
    check = replace(
        check,
        centre_name="=1+1",
        officer="@x",
        conclusion="-2",
        dossiers=(replace(dossier, number="=A1", answers=answers),),
    )
    book = load_workbook(BytesIO(checklist_bytes(check, made_at=samples.MADE_AT)))
    formulas = [
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas
    assert all(formula.startswith("=COUNTIF($F") for formula in formulas)


@given(st.text(max_size=80), st.lists(st.text(max_size=31), max_size=3))
def test_a_sheet_name_is_one_excel_takes(wish, others):
    taken = tuple(sheet_name(other) for other in others)
    name = sheet_name(wish, taken)
    assert 1 <= len(name) <= 31
    assert not set(name) & set("[]:*?/\\")
    assert not name.startswith("'")
    assert not name.endswith("'")
    assert name.casefold() not in {other.casefold() for other in taken}


@given(st.text(min_size=1, max_size=5))
@settings(deadline=None)
def test_a_text_too_long_for_a_cell_is_cut_with_a_mark(seed):
    long = seed * (LONGEST + 40)
    kept = safe_text(long)
    if len(safe_text(seed)) == len(seed):
        assert kept.endswith(CUT_MARK)
    assert len(kept.encode("utf-16-le")) // 2 <= LONGEST


def test_a_tall_text_gets_more_lines_in_a_narrow_column():
    text = "Blijkt uit het dossier dat de klant bij de aanvraag professioneel actief was?"
    assert lines_of(text, 100) == 1
    assert lines_of(text, 50) == 2
    assert lines_of("loopbaanbegeleidingsdossiernummer" * 3, 20) >= 5
    assert lines_of("een\ntwee\ndrie", 40) == 3
