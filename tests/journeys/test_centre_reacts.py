"""Ten days later (journey 8): the centre reacts in the Excel sheet, and somebody changed too much."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.exchange.review import Group
from controllers.opening import Opening
from models.checks.values import AnswerType, AnswerValue, ChecklistAnswer, ReactionOutcome
from models.checks.values.exchange import SheetUse
from models.kernel.text import _
from tests.conftest import CHEAP
from tests.controllers.workbooks import Sheet, react, stamp
from tests.journeys.officer import NOW, WORDS, Officer
from ui.kit.page import Ref
from ui.pages.checks.page import ChecksPage

CENTRE, OTHER = "Antea Loopbanen", "Boudewijn Consult"
FOUND = ("DC-01", "DC-02", "DC-03", "DC-04", "DC-05", "DC-06", "DC-10")
MOST_KEYS = 14


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a finished check of seven findings, and the sheets that left."""
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    made.settings.edit("officer_name", "Lotte Verhaegen")
    check = checked(made, made.centres.add("0566988259", CENTRE))
    other = checked(made, made.centres.add("0887010362", OTHER))
    made.checks.send_out(check, tmp_path / "reactie.xlsx", SheetUse.CENTRE)
    made.checks.send_out(check, tmp_path / "oud.xlsx", SheetUse.CENTRE)
    made.checks.send_out(other, tmp_path / "ander.xlsx", SheetUse.CENTRE)
    stamp(tmp_path / "oud.xlsx", "version", 0)
    fill_in(made, check, tmp_path / "reactie.xlsx")
    made.close()
    return file


def checked(do: Controllers, centre: UUID) -> UUID:
    check = do.checks.plan(centre, date(2026, 4, 14))
    do.checks.start(check)
    do.checks.edit(check, "visit_date", date(2026, 4, 14))
    do.checks.add_dossiers(check, "KZ-1; KZ-2")
    file = do.checks.file(check)
    for dossier in file.dossiers:
        answers = {
            question.key: ChecklistAnswer(hours_registered=7.0, hours_documented=7.0)
            if question.answer_type is AnswerType.HOURS_COMPARE
            else ChecklistAnswer(AnswerValue.NO, "Niet gezien in het dossier.")
            if question.key in FOUND
            else ChecklistAnswer(AnswerValue.YES)
            for question in file.template.questions
        }
        do.checks.fill(check, dossier.id, answers, dossier.number)
    do.checks.finish(check)
    return check


def fill_in(do: Controllers, check: UUID, path: Path) -> None:
    """Seven reactions, two with a day that does not exist, and one answer that was not theirs."""
    sheet = Sheet(path, "Vaststellingen")
    for place, finding in enumerate(do.checks.file(check).findings):
        day: object = "31/02/2026" if place in (1, 4) else datetime(2026, 4, 28)
        react(sheet, finding, "feit klopt niet", f"Het stuk lag er wel ({place + 1}).", day)
    dossier = do.checks.file(check).dossiers[0]
    Sheet(path, "Matrix").write("DC-01/value", str(dossier.id), "ja")


class Hand:
    """Counts presses and clicks beside typed text."""

    def __init__(self, officer: Officer) -> None:
        self.officer, self.count = officer, 0

    def key(self, key: Qt.Key, pressed: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.count += 1
        self.officer.key(key, pressed)

    def press(self, button: QWidget) -> None:
        self.count += 1
        self.officer.press(button)

    def read_in(self, path: Path) -> ChecksPage:
        """Excel, read in; the file dialog answers by itself."""
        self.officer.will_choose(path)
        self.count += 1
        self.officer.press_word(_("Excel"), self.officer.check)
        self.press(self.officer.check.acts.workbook.buttons["back"])
        page = self.officer.desk.current
        assert isinstance(page, ChecksPage)
        return page


def open_the_check(officer: Officer) -> None:
    officer.desk.go_to_room("checks")
    page = officer.desk.current
    assert isinstance(page, ChecksPage)
    officer.until(lambda: page.list.table.rowCount() == 2)
    rows = officer.file.checks.rows(officer.file.checks.ids())
    check = next(row.id for row in rows if row.centre_name == CENTRE)
    page.open(Ref("check", check))
    officer.until(lambda: officer.check.check is not None)
    officer.rest()


def test_seven_reactions_come_in_and_are_decided_in_fourteen_keys(
    officer: Officer, tmp_path: Path
) -> None:
    open_the_check(officer)
    hand = Hand(officer)
    page = hand.read_in(tmp_path / "reactie.xlsx")
    report = page.back.report
    officer.until(lambda: page.back.stack.currentWidget() is report and report.list.hasFocus())
    groups = {group: len(report.review.of(group)) for group in Group}
    assert groups == {
        Group.REACTIONS: 7,
        Group.ANSWERS: 0,
        Group.CONFLICTS: 0,
        Group.FORBIDDEN: 1,
        Group.UNREADABLE: 2,
    }
    first = Sheet(tmp_path / "reactie.xlsx", "Vaststellingen").head + 2
    rows = [item.row for item in report.review.of(Group.UNREADABLE)]
    assert rows == [first + 1, first + 4]
    (changed,) = report.review.of(Group.FORBIDDEN)
    assert (changed.base, changed.theirs, changed.takable) == ("nee", "ja", False)
    hand.key(Qt.Key.Key_Return)
    officer.until(lambda: page.judging is not None and page.judging.isVisible())
    assert officer.said == "Overgenomen: 7 reacties."
    decide(officer, hand, page)
    assert hand.count <= MOST_KEYS
    check = page.check.check.id
    follow = officer.file.checks.follow(check)
    every = [one for many in follow.reactions.values() for one in many]
    assert len(every) == 7
    assert {one.outcome for one in every} == set(ReactionOutcome)
    assert all(one.reason for one in every)
    assert officer.file.checks.file(check).dossiers[0].answers["DC-01"].value is AnswerValue.NO
    (kept,) = officer.file.attachments.of_thing("dossier_check", check)
    assert kept.name == "reactie.xlsx"
    assert officer.file.history.verify().rows == "ok"
    assert (officer.bugs, officer.strays) == ([], [])


def decide(officer: Officer, hand: Hand, page: ChecksPage) -> None:
    """A reason typed, one key, the next reaction."""
    card = page.judging
    for place in range(7):
        officer.until(lambda waiting=7 - place: card.waiting == waiting)
        officer.until(card.reason.hasFocus)
        officer.type(f"Nagekeken in het dossier, punt {place + 1}.")
        keys = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
        hand.key(keys[place % 3], Qt.KeyboardModifier.AltModifier)
    officer.rest()


def test_a_sheet_of_an_older_version_or_another_centre_is_refused(
    officer: Officer, tmp_path: Path
) -> None:
    open_the_check(officer)
    hand = Hand(officer)
    page = hand.read_in(tmp_path / "oud.xlsx")
    trouble = page.back.trouble
    officer.until(lambda: "met versie 0 van de controlelijst" in trouble.accessibleName())
    officer.until(page.back.other.hasFocus)
    officer.will_choose(tmp_path / "ander.xlsx")
    hand.press(page.back.other)
    officer.until(lambda: f"Deze werkmap is van {OTHER}" in trouble.accessibleName())
    assert f"u bekijkt {CENTRE}" in trouble.accessibleName()
    QTest.keyClick(officer.focus, Qt.Key.Key_Escape)
    officer.until(lambda: page.showing_one)
    every = officer.file.checks.follow(page.check.check.id).reactions
    assert not every
    assert (officer.bugs, officer.strays) == ([], [])
