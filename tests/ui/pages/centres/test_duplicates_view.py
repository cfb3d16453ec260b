"""Centres that stand in the file twice, through the window: held side by side and made one."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from tests.ui.pages.centres.conftest import Ear
from ui.kit.page import Ref
from ui.kit.row_list import Row
from ui.pages.centres.duplicates_view import DuplicatesView
from ui.pages.centres.page import CentresPage
from ui.pages.centres.side_choice import KEPT, OTHER

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def twin(controllers: Controllers, office: dict[str, UUID]) -> UUID:
    """The same house, opened once more with a slip of the pen and a mandate of its own."""
    centre = controllers.centres.add("0446156250", "Loopbanhuis Demer")
    controllers.centres.edit(centre, "email", "info@demer.be")
    controllers.centres.edit(centre, "phone", "011 22 33 44")
    controllers.centres.edit(centre, "officer", "Karine Nijs")
    controllers.mandates.add(centre, "LB-9", date(2024, 1, 1))
    controllers.centres.add_contact(centre, "Maes")
    controllers.centres.add_contact(centre, "Claes")
    return centre


@pytest.fixture
def twins(shown: CentresPage, demer: UUID, twin: UUID, qtbot: QtBot) -> DuplicatesView:
    shown.list.twins.click()
    view = shown.twins
    qtbot.waitUntil(lambda: view.view.shown is not None)
    return view


def field(view: DuplicatesView, key: str):
    return next(each for each in view.view.fields if each.key == key)


def test_the_pair_stands_there_with_its_reason(twins: DuplicatesView, demer: UUID, twin: UUID):
    rows = [item for item in twins.list.rows.items if isinstance(item, Row)]
    assert {*rows[0].title.split(" · ")} == {"Loopbaanhuis Demer", "Loopbanhuis Demer"}
    assert rows[0].sub == "naam bijna gelijk"
    assert len(rows) == 1
    assert twins.header.title() == "Dubbels zoeken"


def test_side_by_side_the_fuller_one_stays(twins: DuplicatesView, demer: UUID, twin: UUID):
    shown = twins.view.shown
    assert (shown.keep.id, shown.other.id) == (twin, demer)  # three things against two


def test_the_other_way_round(twins: DuplicatesView, demer: UUID, qtbot: QtBot):
    twins.view.swap.click()
    qtbot.waitUntil(lambda: twins.view.shown.keep.id == demer)
    assert field(twins, "email").takes_other  # it stands empty here
    assert not field(twins, "officer").takes_other
    assert field(twins, "legal_name").sides[KEPT].accessibleName() == (
        "Maatschappelijke naam: Loopbaanhuis Demer (Lotte Verhaegen, 4 mei 2026)"
    )
    assert not field(twins, "website").sides


def test_values_are_chosen_with_the_arrows(twins: DuplicatesView, qtbot: QtBot):
    twins.list.setFocus()
    QTest.keyClick(twins.list, Qt.Key.Key_Return)
    first = field(twins, "enterprise_number")
    assert first.sides[KEPT].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert first.takes_other and first.sides[OTHER].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert not first.takes_other
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    name = field(twins, "legal_name")
    assert name.sides[KEPT].hasFocus()
    name.sides[OTHER].click()
    assert twins.view.taken() >= {"legal_name"}


def test_what_moves_and_what_is_odd_is_told_before(
    twins: DuplicatesView, demer: UUID, qtbot: QtBot
):
    twins.view.swap.click()
    qtbot.waitUntil(lambda: twins.view.shown.keep.id == demer)
    assert twins.view._moves.text() == "Naar Loopbaanhuis Demer: 2 × contact en 1 × mandaat."
    assert "Nodig" in twins.view.reason.accessibleDescription()


def test_without_the_reason_it_is_refused_at_the_field_and_then_it_is_one_step(
    twins: DuplicatesView,
    shown: CentresPage,
    controllers: Controllers,
    demer: UUID,
    twin: UUID,
    ear: Ear,
    qtbot: QtBot,
):
    twins.view.swap.click()
    qtbot.waitUntil(lambda: twins.view.shown.keep.id == demer)
    steps = len(controllers.history.ids())
    QTest.keyClick(twins, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: twins.view.reason_row.refusal() != "")
    assert "lopen mandaten tegelijk" in twins.view.reason_row.refusal()
    assert twins.view.reason.hasFocus()
    QTest.keyClicks(twins.view.reason, "Twee keer geopend")
    twins.merge.click()
    qtbot.waitUntil(lambda: twins.stack.currentWidget() is twins.nothing)
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert ear.messages[-1].undo
    assert ear.messages[-1].sentence == (
        "Loopbanhuis Demer is samengevoegd met Loopbaanhuis Demer."
    )
    assert len(controllers.history.ids()) == steps + 1
    file = controllers.centres.file(demer)
    assert file.identity.email == "info@demer.be"
    assert [person.last_name for person in file.contacts] == ["Maes", "Claes"]
    shown.open(Ref("centre", twin))
    qtbot.waitUntil(lambda: shown.file._shown == demer)
    controllers.history.undo()
    assert controllers.centres.file(twin).identity.name == "Loopbanhuis Demer"


def test_these_are_two(twins: DuplicatesView, controllers: Controllers, ear: Ear, qtbot: QtBot):
    twins.apart.click()
    qtbot.waitUntil(lambda: twins.stack.currentWidget() is twins.nothing)
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert ear.messages[-1].undo
    assert "blijven er twee" in ear.messages[-1].sentence
    controllers.history.undo()
    qtbot.waitUntil(lambda: twins.stack.currentWidget() is not twins.nothing)
    assert twins.list.current is not None


def test_a_reason_half_written_stays_when_news_comes(
    twins: DuplicatesView, controllers: Controllers, demer: UUID, qtbot: QtBot
):
    before = twins.view.shown
    field(twins, "officer").take(OTHER)
    QTest.keyClicks(twins.view.reason, "Half")
    controllers.centres.edit(demer, "phone", "011 22 33 45")
    qtbot.waitUntil(lambda: twins.view.shown is not before)
    assert twins.view.reason.value() == "Half"
    assert "officer" in twins.view.taken()


def test_without_twins_the_room_says_so(shown: CentresPage, qtbot: QtBot):
    shown.open(Ref("duplicates"))
    qtbot.waitUntil(lambda: shown.twins.stack.currentWidget() is shown.twins.nothing)
    assert not shown.twins.merge.isVisible()
    QTest.keyClick(shown.twins, Qt.Key.Key_Escape)
    assert shown.stack.currentWidget() is shown.list
