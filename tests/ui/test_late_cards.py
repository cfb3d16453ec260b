"""A card that comes late, or ends out of sight, while the screen is covered or turned away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.checks.values import AnswerValue
from ui.blackout import Blackout
from ui.kit.overlay import Cover, Overlay
from ui.pages.checks.page import ChecksPage
from ui.pages.checks.reason_card import ReasonCard
from ui.program import Program

from .held import late_answers, late_writes
from .test_visit_mode import at_the_table, drawn, press, turned  # noqa: F401
from .test_window import SHIFT, desk_of, focus, quiet

PLAIN = Qt.KeyboardModifier.NoModifier


def page_of(program: Program) -> ChecksPage:
    page = desk_of(program).current
    assert isinstance(page, ChecksPage)
    return page


def cards(program: Program) -> list[Overlay]:
    """Those in sight, without what covers all."""
    found = program.window.findChildren(Overlay)
    return [one for one in found if one.isVisible() and not isinstance(one, Cover)]


def hold_scan() -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    held = QMimeData()
    held.setImageData(image)
    QApplication.clipboard().setMimeData(held)


@pytest.fixture
def answered(qtbot: QtBot, at_the_table: Program) -> Iterator[Program]:  # noqa: F811
    """The keyboard is on an answer of the check, with a scan on the clipboard."""
    page = page_of(at_the_table)
    check = page.check.check
    assert check is not None
    dossier = check.dossiers[0]
    key = next(key for key, one in dossier.answers.items() if one.value is AnswerValue.YES)
    assert page.check.matrix.matrix.go_to(key, dossier.id)
    page.check.matrix.matrix.setFocus()
    hold_scan()
    yield at_the_table
    QApplication.clipboard().clear()


@pytest.mark.parametrize("pressed", [PLAIN, SHIFT])
def test_a_scan_that_is_ready_late_waits_until_nobody_looks_along(
    qtbot: QtBot, answered: Program, pressed: Qt.KeyboardModifier
):
    program, page = answered, page_of(answered)
    with late_answers(program.tasks):
        press(qtbot, Qt.Key.Key_B)
        press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        press(qtbot, Qt.Key.Key_F11, pressed)
        assert turned(program) or drawn(program)
    quiet(qtbot, program)
    proof = page.check.matrix.panel.proof
    assert isinstance(proof.card, Blackout)
    assert not cards(program)
    assert not proof.card.isAncestorOf(focus())
    up = desk_of(program).covers.turned or desk_of(program).covers.curtain
    assert up is not None
    assert up.isAncestorOf(focus()) or focus() is up
    if pressed is PLAIN:
        press(qtbot, Qt.Key.Key_F11)
        assert drawn(program)
        assert not cards(program)
    press(qtbot, Qt.Key.Key_F11, pressed)
    assert not drawn(program)
    assert cards(program) == [proof.card]
    assert focus() is proof.card.canvas
    press(qtbot, Qt.Key.Key_Escape)
    assert not cards(program)
    assert focus() is proof.add


def test_a_mistake_of_ours_is_told_after_the_visitor_left(qtbot: QtBot, at_the_table: Program):  # noqa: F811
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, at_the_table)
    at_the_table.broken(ValueError("x"))
    at_the_table.broken(ValueError("y"))
    assert not cards(at_the_table)
    press(qtbot, Qt.Key.Key_F11)
    assert not cards(at_the_table)
    press(qtbot, Qt.Key.Key_F11)
    (card,) = cards(at_the_table)
    assert card.objectName() == "Report"


def test_a_card_handed_in_before_the_screen_was_turned_is_gone_after_it(
    qtbot: QtBot,
    at_the_table: Program,  # noqa: F811
):
    """Its button pressed, the writer busy: no dead card comes back, and no second step is made."""
    program, page = at_the_table, page_of(at_the_table)
    matrix = page.check.matrix.matrix
    matrix.setFocus()
    verdict = page.check.matrix.panel.verdict
    stood = focus()
    verdict.ask()
    card = verdict.card
    assert isinstance(card, ReasonCard)
    card.reason.setFocus()
    qtbot.keyClicks(focus(), "Het plan ligt er wel, in een andere map.")
    with late_writes(program.tasks):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        press(qtbot, Qt.Key.Key_F11)
        assert turned(program)
    quiet(qtbot, program)
    press(qtbot, Qt.Key.Key_F11)
    press(qtbot, Qt.Key.Key_F11)
    assert not drawn(program)
    assert not cards(program)
    assert focus() is stood


def test_what_a_card_lost_meanwhile_takes_no_keyboard_from_the_visitor(
    qtbot: QtBot,
    at_the_table: Program,  # noqa: F811
):
    """A refusal under a card that is put aside stays there; who writes a name goes on."""
    program, page = at_the_table, page_of(at_the_table)
    verdict = page.check.matrix.panel.verdict
    verdict.ask()
    card = verdict.card
    assert isinstance(card, ReasonCard)
    with late_writes(program.tasks):
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        press(qtbot, Qt.Key.Key_F11)
        screen = desk_of(program).covers.turned
        assert screen is not None
        name: QWidget = screen.view.seen.name
        name.setFocus()
        qtbot.keyClicks(focus(), "An")
    quiet(qtbot, program)
    assert card.reason_row.refusal()
    assert focus() is name
    press(qtbot, Qt.Key.Key_F11)
    press(qtbot, Qt.Key.Key_F11)
    assert cards(program) == [card]
    assert card.isAncestorOf(focus())


def test_a_paper_that_is_made_late_asks_for_its_printer_after_the_visitor_left(
    qtbot: QtBot,
    at_the_table: Program,  # noqa: F811
):
    program, page = at_the_table, page_of(at_the_table)
    papers, asked = page.check.closing.papers, list[bool]()

    def close_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QPrintDialog):
            asked.append(turned(program) or drawn(program))
            dialog.reject()

    hand = QTimer(program.window, interval=0)
    hand.timeout.connect(close_dialog)
    hand.start()
    with late_writes(program.tasks):
        papers.print(papers.closing)
        press(qtbot, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not papers.making)
    assert not asked
    press(qtbot, Qt.Key.Key_F11)
    assert not asked
    press(qtbot, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: asked == [False])
    hand.stop()


def test_whoever_locks_while_the_screen_is_turned_is_asked_for_no_printer(
    qtbot: QtBot,
    at_the_table: Program,  # noqa: F811
):
    program, papers = at_the_table, page_of(at_the_table).check.closing.papers
    sent: list[object] = []
    papers._send = lambda *told: sent.append(told)
    with late_writes(program.tasks):
        papers.print(papers.closing)
        press(qtbot, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not papers.making)
    assert turned(program)
    desk_of(program).covers.shut()
    assert not turned(program)
    assert not sent
