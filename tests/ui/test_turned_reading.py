"""What the centre reads across the table is what the file holds, also of what was just typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.checks.values import AnswerValue
from ui.pages.checks.check_sides import FINDINGS
from ui.pages.checks.turned_answers import Marks
from ui.pages.checks.turned_view import TurnedView
from ui.program import Program

from .held import late_writes
from .test_late_cards import page_of
from .test_visit_mode import at_the_table, press  # noqa: F401
from .test_window import desk_of, focus, quiet

SENTENCE = "Het actieplan lag niet in het dossier."


def across(program: Program) -> TurnedView:
    screen = desk_of(program).covers.turned
    assert screen is not None
    assert isinstance(screen.view, TurnedView)
    return screen.view


def read_by(view: TurnedView) -> str:
    return "\n".join(one.text() for one in view.summary.findChildren(QLabel))


def test_the_sentence_that_was_being_typed_is_read_and_can_be_noted_as_seen(
    qtbot: QtBot,
    at_the_table: Program,  # noqa: F811
):
    program, page = at_the_table, page_of(at_the_table)
    page.check.show_side(FINDINGS)
    quiet(qtbot, program)
    findings = page.check.findings
    check = page.check.check
    assert check is not None
    findings.go_to(check.findings[0].key)
    findings.finding.statement.setFocus()
    findings.finding.statement.selectAll()
    with late_writes(program.tasks):
        qtbot.keyClicks(focus(), SENTENCE)
        press(qtbot, Qt.Key.Key_F11)
        view = across(program)
        asked: list[object] = []
        program.tasks.ask(list).then(asked.append)
        qtbot.waitUntil(lambda: bool(asked))
    quiet(qtbot, program)
    assert SENTENCE in read_by(view)
    view.seen.name.setFocus()
    qtbot.keyClicks(focus(), "An Jansen")
    press(qtbot, Qt.Key.Key_Return)
    quiet(qtbot, program)
    checks = desk_of(program)._controllers.checks
    assert [one.name for one in checks.closing(check.id).seen] == ["An Jansen"]


def test_what_changes_meanwhile_is_read_too_on_every_side(qtbot: QtBot, at_the_table: Program):  # noqa: F811
    program, page = at_the_table, page_of(at_the_table)
    check = page.check.check
    assert check is not None
    press(qtbot, Qt.Key.Key_F11)
    quiet(qtbot, program)
    view = across(program)
    before = [one.accessibleName() for one in view.answers.findChildren(Marks)]
    checks = desk_of(program)._controllers.checks
    finding, dossier = check.findings[0], check.dossiers[0]
    program.tasks.do(checks.edit_finding, check.id, finding.key, "statement", SENTENCE)
    key = next(key for key, one in dossier.answers.items() if one.value is AnswerValue.YES)
    program.tasks.do(checks.answer, check.id, dossier.id, key, AnswerValue.NO)
    program.tasks.do(checks.edit, check.id, "spoken_to", "Bob Peeters")
    quiet(qtbot, program)
    assert SENTENCE in read_by(view)
    assert [one.accessibleName() for one in view.answers.findChildren(Marks)] != before
    assert any("Bob Peeters" in one.text() for one in view.centre.findChildren(QLabel))
