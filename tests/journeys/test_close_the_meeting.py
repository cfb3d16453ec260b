"""At the centre, closing the meeting (journey 5): from two gaps to a sheet on paper, in 20 keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.checks.values import AnswerType, AnswerValue, ChecklistAnswer, Grade
from models.kernel.text import _
from tests.conftest import CHEAP
from tests.journeys.officer import CTRL, NOW, WORDS, Officer
from ui.kit.page import Ref
from ui.pages.checks.check_sides import CLOSING, FINDINGS
from ui.pages.checks.check_view import CheckView

CENTRE, OTHER = "Antea Loopbanen", "Boudewijn Consult"
VISIT = date(2026, 4, 14)
MAJOR, MINOR, WEIGHED = "DC-03", "DC-01", "DC-02"
GAPS = ("DC-26", "DC-27")
WHY = "14/04/2026 + 30 dagen = do 14/05 = Onze-Lieve-Heer-Hemelvaart → vr 15/05"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office where a check of eight dossiers is filled but for two answers."""
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    made.centres.add("0887010362", OTHER)
    _check(made, made.centres.add("0566988259", CENTRE))
    made.close()
    return file


def _check(do: Controllers, centre: Any) -> None:
    check = do.checks.plan(centre, VISIT)
    do.checks.start(check)
    do.checks.edit(check, "visit_date", VISIT)
    do.checks.add_dossiers(check, "\n".join(f"KZ-{n:03}" for n in range(1, 9)))
    file = do.checks.file(check)
    for place, dossier in enumerate(file.dossiers):
        answers: dict[str, ChecklistAnswer] = {}
        for question in file.template.questions:
            hours = question.answer_type is AnswerType.HOURS_COMPARE
            answers[question.key] = (
                ChecklistAnswer(hours_registered=7.0, hours_documented=7.0)
                if hours
                else ChecklistAnswer(AnswerValue.YES)
            )
        if place == 0:
            no = ChecklistAnswer(AnswerValue.NO, "Niet gevonden in KZ-001.")
            answers |= dict.fromkeys((MAJOR, MINOR, WEIGHED), no)
        if place == 7:
            answers |= dict.fromkeys(GAPS, ChecklistAnswer())
        do.checks.fill(check, dossier.id, answers, dossier.number)
    do.checks.add_strength(check, "De gespreksverslagen zijn helder.")


class Hand:
    """Counts presses and clicks; typed text is not counted."""

    def __init__(self, officer: Officer) -> None:
        self._officer = officer
        self.count = 0

    def key(self, key: Qt.Key, pressed: Qt.KeyboardModifier = Qt.KeyboardModifier(0)) -> None:
        self.count += 1
        self._officer.key(key, pressed)
        self._officer.rest()

    def click(self, widget: QWidget) -> None:
        self.count += 1
        self._officer.press(widget)
        self._officer.rest()

    def point(self, field: QWidget) -> None:
        """Put the keyboard in a field with a click."""
        self.count += 1
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.setFocus()

    def side(self, view: CheckView, side: int) -> None:
        self.click(view.sides._segments[side])
        assert view.sides.choice() == side

    def finding(self, view: CheckView, key: str) -> None:
        """Click a finding in the list."""
        self.count += 1
        rows, model = view.findings.list, view.findings.list.model()
        for number in range(model.rowCount()):
            index = model.index(number, 0)
            item = model.item(number)  # type: ignore[attr-defined]
            if getattr(item, "payload", None) == key:
                rows.scrollTo(index)
                place = rows.visualRect(index).center()
                QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert rows.current == key
        self._officer.rest()


def test_the_meeting_is_closed_in_twenty_keys(officer: Officer, tmp_path: Path) -> None:
    (check_id,) = officer.file.checks.ids()
    officer.desk.go(Ref("check", check_id))
    view = officer.check
    officer.until(lambda: view.check is not None)
    officer.rest()
    hand = Hand(officer)
    fill_two_gaps(officer, hand)
    agree(officer, hand)
    turn_the_screen(officer, hand)
    leave_a_sheet(officer, hand, tmp_path / "afsluitblad.pdf")
    assert hand.count <= 20
    assert (officer.bugs, officer.strays) == ([], [])


def fill_two_gaps(officer: Officer, hand: Hand) -> None:
    matrix = officer.check.matrix.matrix
    matrix.setFocus()
    for key in GAPS:
        hand.key(Qt.Key.Key_F8)
        assert matrix.focus_cell is not None
        assert matrix.focus_cell[0] == key
        hand.key(Qt.Key.Key_1)
    assert officer.file.checks.gaps(officer.check.check.id) == ()


def agree(officer: Officer, hand: Hand) -> None:
    """Two agreements with a last day; the third finding is weighed as an observation."""
    view, editor = officer.check, officer.check.findings.finding
    hand.side(view, FINDINGS)
    for key in (MAJOR, MINOR):
        if view.findings.list.current != key:
            hand.finding(view, key)
        hand.point(editor.due)
        officer.type("15/05/2026")
    hand.finding(view, WEIGHED)
    hand.click(editor.weigh)
    while editor.card.choice.value() is not Grade.OBSERVATION:
        hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Tab)
    officer.type("Het gaat om een enkel oud dossier.")
    hand.click(editor.card.button)
    officer.rest()
    found = {each.question_key: each for each in officer.file.checks.file(view.check.id).findings}
    assert [found[key].grade for key in (MAJOR, MINOR, WEIGHED)] == [
        Grade.MAJOR,
        Grade.MINOR,
        Grade.OBSERVATION,
    ]
    assert [found[key].measure_due for key in (MAJOR, MINOR)] == [date(2026, 5, 15)] * 2


def turn_the_screen(officer: Officer, hand: Hand) -> None:
    """The head reads what was agreed and why that day, and signs."""
    view = officer.check
    hand.side(view, CLOSING)
    assert view.closing.gaps.text() == _("Nothing is missing: this check can be finished.")
    hand.key(Qt.Key.Key_F11)
    screen = officer.desk.covers.turned
    assert screen is not None
    words = " ".join(label.text() for label in screen.findChildren(QLabel))
    assert WHY in words
    assert OTHER not in words
    hand.point(screen.view.seen.name)
    officer.type("An Jansen")
    hand.key(Qt.Key.Key_Return)
    officer.until(lambda: officer.file.checks.closing(view.check.id).seen)
    hand.key(Qt.Key.Key_F11)
    assert officer.desk.covers.drawn
    hand.key(Qt.Key.Key_F11)
    assert not officer.desk.covers.drawn


def leave_a_sheet(officer: Officer, hand: Hand, path: Path) -> None:
    view = officer.check
    printer = QPrinter()
    printer.setOutputFileName(str(path))
    view.closing.papers.printer = printer
    hand.key(Qt.Key.Key_P, CTRL)
    officer.until(lambda: officer.said == _("Sent to the printer."))
    assert len(pypdf.PdfReader(path).pages) == 1

    kept = officer.file.taking.closing(view.check.id, path.with_name("usb.pdf"))
    text = " ".join(pypdf.PdfReader(kept.path).pages[0].extract_text().split())
    for told in (CENTRE, "An Jansen", "15/05/2026", WHY.replace(" → ", ", dus ")):
        assert told in text, told
    for word in ("lacht", "ombuds", OTHER, "KZ-00"):
        assert word not in text, word
