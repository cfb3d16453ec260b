"""The message bar over the foot of a page: when it goes, when it stays, where it stands."""

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.floating import Floating
from ui.kit.form import FormRow
from ui.kit.matrix import Matrix
from ui.kit.matrix_values import MatrixColumn, MatrixQuestion
from ui.kit.message_bar import HALO, MessageBar
from ui.kit.row_list import Row, RowList
from ui.kit.header import Header
from ui.kit.shell import panel

KEY = Qt.Key


class TestMessageBar:
    @pytest.fixture
    def floating(self, stage) -> Floating:
        floating = Floating(QLineEdit(), MessageBar(good_news_ms=40))
        stage(floating)
        return floating

    def test_good_news_goes_by_itself(self, qtbot: QtBot, floating: Floating) -> None:
        floating.bar.show_message("Afgevinkt.", "Ongedaan maken", "Ctrl+Z")
        assert floating.bar.isVisible()
        qtbot.waitUntil(floating.bar.isHidden, timeout=2000)

    def test_stays_while_the_mouse_is_on_it(self, qtbot: QtBot, floating: Floating) -> None:
        bar = floating.bar
        bar.show_message("Afgevinkt.")
        spot = QPointF(5, 5)
        QApplication.sendEvent(bar, QEnterEvent(spot, spot, spot))
        with qtbot.assertNotEmitted(bar.hidden, wait=150):
            pass
        QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
        qtbot.waitUntil(bar.isHidden, timeout=2000)

    def test_stays_while_the_keyboard_is_in_it(self, qtbot: QtBot, floating: Floating) -> None:
        bar = floating.bar
        bar.show_message("Afgevinkt.", "Ongedaan maken")
        undo = next(b for b in bar.findChildren(Button) if b.text())
        undo.setFocus()
        qtbot.waitUntil(undo.hasFocus)
        with qtbot.assertNotEmitted(bar.hidden, wait=150):
            pass
        floating.findChild(QLineEdit).setFocus()
        qtbot.waitUntil(bar.isHidden, timeout=2000)

    def test_bad_news_stays(self, qtbot: QtBot, floating: Floating) -> None:
        floating.bar.show_message("De map is vol.", tone="late")
        with qtbot.assertNotEmitted(floating.bar.hidden, wait=150):
            pass
        qtbot.keyClick(floating.bar.findChildren(Button)[1], KEY.Key_Space)
        assert floating.bar.isHidden()

    def test_takes_no_focus_and_tells_that_it_acted(self, qtbot, floating: Floating) -> None:
        line = floating.findChild(QLineEdit)
        line.setFocus()
        floating.bar.show_message("Afgevinkt.", "Ongedaan maken")
        assert QApplication.focusWidget() is line
        undo = next(b for b in floating.bar.findChildren(Button) if b.text())
        with qtbot.waitSignal(floating.bar.acted, timeout=1000):
            qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
        assert floating.bar.isHidden()
        assert QApplication.focusWidget() is line, "the keyboard is back where the work goes on"

    def test_a_reader_hears_it_at_once(self, floating: Floating, ear) -> None:
        floating.bar.show_message("Afgevinkt.")
        assert ear.heard == [(floating.bar, "Afgevinkt.")]

    def test_the_newest_replaces(self, floating: Floating) -> None:
        floating.bar.show_message("Een.", "Ongedaan maken")
        floating.bar.show_message("Twee & <b>drie</b>.")
        assert floating.bar.text() == "Twee & <b>drie</b>."
        assert floating.bar.accessibleName() == "Twee & <b>drie</b>."
        assert not [b for b in floating.bar.findChildren(Button) if b.text() and b.isVisible()]

    def test_a_long_sentence_fits_inside_the_bar(self, qtbot: QtBot, floating: Floating) -> None:
        floating.bar.show_message("Het verslag van de dossiercontrole is bewaard. " * 5)
        QApplication.processEvents()
        words = floating.bar.findChildren(QWidget)[1]
        assert words.height() >= words.heightForWidth(words.width())
        assert floating.bar.geometry().bottom() <= floating.height()


def test_the_fade_leaves_a_panel_as_it_is(stage) -> None:
    side = panel("right", 200, column(Text("feiten")))
    page = QWidget()
    page.setLayout(row(QWidget(), side, gap=0))
    floating = Floating(page)
    stage(floating)
    floating.resize(900, 500)
    floating.bar.show_message("De schijf is vol.", tone="late")
    QApplication.processEvents()
    veil, low = floating._veil, floating.height() - 20
    assert not veil.free().contains(veil.mapFrom(floating, QPoint(floating.width() - 100, low)))
    assert veil.free().contains(veil.mapFrom(floating, QPoint(100, low)))


def sentence_area(floating: Floating) -> QRect:
    """Where the bar covers what lies under it; its shadow covers nothing."""
    return floating.bar.geometry().adjusted(HALO, HALO, -HALO, -HALO)


def line_written(text: QPlainTextEdit, floating: Floating) -> QRect:
    """Where it stands now: a text that grows scrolls a moment later."""
    line = text.cursorRect()
    line.setRight(text.viewport().width())
    return QRect(text.viewport().mapTo(floating, line.topLeft()), line.size())


def place_of(part: QWidget, floating: Floating) -> QRect:
    return QRect(part.mapTo(floating, QPoint()), part.size())


def place_of_row(rows: RowList, floating: Floating) -> QRect:
    area = rows.visualRect(rows.currentIndex())
    return QRect(rows.viewport().mapTo(floating, area.topLeft()), area.size())


class TestTheBarMakesWay:
    """It stands at the foot, and at the head while the foot is where one works."""

    def test_for_a_field_at_the_foot_with_its_label(self, qtbot: QtBot, stage) -> None:
        first, last = FormRow("Naam", LineField()), FormRow("Reden", LineField())
        floating = Floating(wrap(column(first, None, last, gap=0)))
        stage(floating)
        last.field.setFocus()
        floating.bar.show_message("Bewaard.", "Ongedaan maken", "Ctrl+Z")
        assert not sentence_area(floating).intersects(place_of(last, floating))
        assert floating.rect().contains(sentence_area(floating))
        first.field.setFocus()
        qtbot.waitUntil(lambda: not sentence_area(floating).intersects(place_of(first, floating)))

    def test_not_for_what_stands_elsewhere(self, stage) -> None:
        first, last = LineField(), LineField()
        floating = Floating(wrap(column(first, None, last, gap=0)))
        stage(floating)
        first.setFocus()
        floating.bar.show_message("Bewaard.")
        assert floating.bar.geometry().bottom() == floating.rect().bottom()

    def test_for_the_row_one_goes_to_and_then_stays(self, qtbot: QtBot, stage) -> None:
        rows = RowList([Row(f"Controle {number}", payload=number) for number in range(40)])
        floating = Floating(wrap(column(Header("Open", ("Controles",), "40 open"), rows, gap=0)))
        stage(floating)
        rows.setFocus()
        floating.bar.show_message("Afgevinkt.", "Ongedaan maken")
        stood = [sentence_area(floating)]
        for key in [KEY.Key_Down] * 20 + [KEY.Key_Up] * 20:
            qtbot.keyClick(rows, key)
            qtbot.waitUntil(
                lambda: not sentence_area(floating).intersects(place_of_row(rows, floating))
            )
            if sentence_area(floating) != stood[-1]:
                stood.append(sentence_area(floating))
        assert len(stood) == 2
        assert stood[1].bottom() < stood[0].top()

    def test_for_the_question_that_is_answered(self, qtbot: QtBot, stage) -> None:
        matrix = Matrix()
        floating = Floating(matrix)
        stage(floating, width=1000, height=420)
        lines = [MatrixQuestion(f"V{n}", f"V{n}", f"Is punt {n} in orde?") for n in range(30)]
        dossiers = [MatrixColumn(UUID(int=n), f"KZ-{n:03}") for n in range(1, 9)]
        matrix.show(lines, dossiers, {})
        matrix.setFocus()
        matrix.go_to("V29", dossiers[3].id)
        floating.bar.show_message("Antwoord gewist.", "Ongedaan maken")
        row = matrix.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        area = QRect(matrix.viewport().mapTo(floating, row.topLeft()), row.size())
        assert matrix.viewport().rect().contains(row)
        assert not sentence_area(floating).intersects(area)

    def test_for_the_line_that_is_written_in_a_text_as_tall_as_the_page(
        self, qtbot: QtBot, stage
    ) -> None:
        text = QPlainTextEdit()
        floating = Floating(text)
        stage(floating, height=400)
        text.setFocus()
        floating.bar.show_message("Brief bewaard.", "Ongedaan maken")
        stood = [sentence_area(floating)]
        for _line in range(40):
            qtbot.keyClick(text, KEY.Key_A)
            qtbot.keyClick(text, KEY.Key_Return)
            qtbot.waitUntil(
                lambda: not sentence_area(floating).intersects(line_written(text, floating))
            )
            if sentence_area(floating) != stood[-1]:
                stood.append(sentence_area(floating))
        assert len(stood) == 2

    def test_but_not_from_under_the_hand(self, qtbot: QtBot, stage) -> None:
        line = LineField()
        floating = Floating(wrap(column(None, line, gap=0)))
        stage(floating)
        line.setFocus()
        floating.bar.show_message("Afgevinkt.", "Ongedaan maken")
        stood = sentence_area(floating)
        undo = next(b for b in floating.bar.findChildren(Button) if b.text())
        undo.setFocus()
        QApplication.processEvents()
        assert sentence_area(floating) == stood

    def test_and_the_next_message_begins_at_the_foot(self, qtbot: QtBot, stage) -> None:
        first, last = LineField(), LineField()
        floating = Floating(wrap(column(first, None, last, gap=0)))
        stage(floating)
        last.setFocus()
        floating.bar.show_message("Een.")
        assert sentence_area(floating).bottom() < floating.height() / 2
        floating.bar.dismiss()
        first.setFocus()
        floating.bar.show_message("Twee.")
        assert floating.bar.geometry().bottom() == floating.rect().bottom()
