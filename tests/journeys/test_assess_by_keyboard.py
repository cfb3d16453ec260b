"""A whole application judged by keyboard alone, and once more by workbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from models.applications.values import ApplicationFile, Judged, Judgement
from tests.controllers.workbooks import Sheet
from tests.journeys.officer import CTRL, Officer
from tests.journeys.test_application import dossier, path, write_down_the_application

__all__ = ["path"]
Key = Qt.Key
KEYS_EACH = 3
"""Beside the words: the judgement, N, and Ctrl+Enter that goes on to the next."""


def file(officer: Officer) -> ApplicationFile:
    found = dossier(officer).file
    assert found is not None
    return found


def test_a_whole_application_is_judged_by_keyboard_alone(officer: Officer) -> None:
    write_down_the_application(officer)
    view = dossier(officer)
    officer.until(lambda: view.criteria.list.hasFocus())
    keys = [one.key for one in file(officer).criteria]
    pressed = 0
    for key in keys:
        assert view.criteria.list.current == key
        officer.key(Key.Key_1)
        officer.key(Key.Key_N)
        officer.type(f"Aangetoond bij {key}.")
        officer.key(Key.Key_Return, CTRL)
        officer.rest()
        pressed += KEYS_EACH
    assert pressed == 3 * 14
    assert {one.judged for one in file(officer).criteria} == {
        Judged(Judgement.MEETS, f"Aangetoond bij {key}.") for key in keys
    }
    assert file(officer).proposal is not None
    officer.key(Key.Key_F8)
    assert all(one.gap is None for one in file(officer).criteria)
    use_a_text_block_and_no_number(officer)
    undo_and_redo(officer)
    assert (officer.bugs, officer.strays) == ([], [])


def use_a_text_block_and_no_number(officer: Officer) -> None:
    """`::pop` writes the sentence; a register number is not kept, also not in the history."""
    view = dossier(officer)
    officer.key(Key.Key_G)
    officer.type("8")
    officer.key(Key.Key_Return)
    officer.until(lambda: view.criteria.list.current == "MA-08")
    officer.key(Key.Key_N)
    field = officer.focus
    assert isinstance(field, QPlainTextEdit)
    officer.key(Key.Key_A, CTRL)
    officer.type("::pop")
    officer.rest()
    officer.type(" ")
    officer.until(lambda: "persoonlijk ontwikkelingsplan" in field.toPlainText())
    officer.type("Gezien bij 85.07.30-033.28 op kantoor.")
    officer.key(Key.Key_Escape)
    officer.rest()
    kept = file(officer).of("MA-08").judged.motivation
    assert kept.startswith("In het dossier zit geen persoonlijk ontwikkelingsplan.")
    assert "033" not in kept


def undo_and_redo(officer: Officer) -> None:
    kept = file(officer).of("MA-08").judged.motivation
    officer.key(Key.Key_Z, CTRL)
    officer.until(lambda: file(officer).of("MA-08").judged.motivation != kept)
    officer.key(Key.Key_Y, CTRL)
    officer.until(lambda: file(officer).of("MA-08").judged.motivation == kept)


def test_the_assessment_goes_to_excel_is_filled_in_there_and_comes_back(
    officer: Officer, tmp_path: Path
) -> None:
    write_down_the_application(officer)
    view, book = dossier(officer), tmp_path / "beoordeling.xlsx"
    officer.will_choose(book)
    take(officer, "out")
    officer.until(book.exists)
    officer.rest()
    for one in file(officer).criteria:
        Sheet(book, "Vereisten").write(one.key, "judgement", "voldoet")
        Sheet(book, "Vereisten").write(one.key, "motivation", f"Gezien bij {one.key}.")
    take(officer, "back")
    page = officer.desk.current
    officer.until(lambda: page.back.report.list.hasFocus())
    assert len(page.back.report.ticked) == 28
    officer.key(Key.Key_Return)
    officer.until(lambda: not page.showing_back)
    officer.rest()
    assert file(officer).proposal is not None
    assert file(officer).of("MA-14").judged == Judged(Judgement.MEETS, "Gezien bij MA-14.")
    view.criteria.list.setFocus()
    officer.key(Key.Key_Z, CTRL)
    officer.until(lambda: {one.judged for one in file(officer).criteria} == {Judged()})
    assert (officer.bugs, officer.strays) == ([], [])


def take(officer: Officer, way: str) -> None:
    taking = dossier(officer).acts.taking
    taking.ask()
    assert taking.card is not None
    officer.press(taking.card.buttons[way])
