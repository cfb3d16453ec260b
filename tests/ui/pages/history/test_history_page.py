"""The journal on the screen: steps, fields, the proof, and the way back."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from controllers.bundle import Controllers
from controllers.language import speak
from gettext import NullTranslations
from models.kernel.text import use
from tests.controllers.finished import NUMBER, finished_check
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Ref
from ui.pages.history.page import HistoryPage
from ui.pages.history.step_panel import AT_ONCE


@pytest.fixture(autouse=True)
def dutch():
    speak("nl")
    yield
    use(NullTranslations())


@pytest.fixture
def controllers(store, tasks):
    made = Controllers(store)
    made.listen(tasks.announce)
    yield made
    tasks.close()


@pytest.fixture
def centre(controllers):
    made = controllers.centres.add(NUMBER, "Loopbaanhuis De Kade")
    controllers.centres.edit(made, "locality", "Gent")
    return made


@pytest.fixture
def page(controllers, tasks, qtbot, qapp, tmp_path) -> HistoryPage:
    theme.apply(qapp, "light")
    page = HistoryPage(controllers, tasks, Memory(tmp_path / "window.ini"))
    page.resize(1050, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def settled(page, qtbot):
    qtbot.waitUntil(lambda: not page._tasks.busy)


def test_an_empty_file_says_why_it_is_empty(page, qtbot):
    settled(page, qtbot)
    assert page.stack.currentWidget() is page.empty
    assert not page.turning.undo.isEnabled()
    assert page.turning.undo.toolTip() == "Er valt niets ongedaan te maken."


def test_the_newest_step_stands_first_and_is_told(centre, page, qtbot):
    qtbot.waitUntil(lambda: "Gemeente" in page.panel.words())
    said = page.panel.words()
    assert "Gent" in said
    assert "leeg" in said
    assert "Loopbaanhuis De Kade" in said
    assert page.table.rowCount() == 2
    qtbot.waitUntil(lambda: page.table.face(1, 1) is not None)
    assert page.table.face(1, 1).text == "Centrum toevoegen"


def test_the_arrow_tells_the_next_step(centre, page, qtbot):
    qtbot.waitUntil(lambda: "Gemeente" in page.panel.words())
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "0566.988.259" in page.panel.words())


def test_the_buttons_say_what_they_turn_back(centre, page, controllers, qtbot):
    qtbot.waitUntil(page.turning.undo.isEnabled)
    assert page.turning.undo.text() == "Ongedaan maken: centrum wijzigen"
    page.turning.undo.click()
    qtbot.waitUntil(page.turning.redo.isEnabled)
    assert page.turning.redo.text() == "Opnieuw doen: centrum wijzigen"
    assert controllers.centres.file(centre).identity.address.locality == ""
    qtbot.waitUntil(lambda: page.table.rowCount() == 3 and page.table.face(1, 3) is not None)
    qtbot.waitUntil(lambda: page.table.face(1, 3).text == "Ongedaan gemaakt")
    page.turning.redo.click()
    qtbot.waitUntil(lambda: page.table.rowCount() == 4)
    assert controllers.centres.file(centre).identity.address.locality == "Gent"


def test_the_chosen_step_stays_chosen_when_another_is_taken(centre, page, controllers, qtbot):
    qtbot.waitUntil(lambda: page.view.current_id is not None)
    chosen = page.view.current_id
    controllers.centres.edit(centre, "locality", "Brugge")
    qtbot.waitUntil(lambda: page.table.rowCount() == 3)
    assert page.view.current_id == chosen


def test_checking_says_that_all_is_whole(centre, page, qtbot):
    settled(page, qtbot)
    page.check.click()
    assert not page.check.isEnabled()
    qtbot.waitUntil(page.check.isEnabled)
    assert page.outcome.text.text() == "Alle 4 regels kloppen en de keten is heel."


def test_checking_names_what_was_tampered_with(centre, page, store, qtbot):
    settled(page, qtbot)
    with store._writing.begin() as raw:
        raw.execute(text("UPDATE change SET payload = replace(payload, 'Gent', 'Brugge')"))
    page.check.click()
    qtbot.waitUntil(page.check.isEnabled)
    assert page.outcome.text.text().startswith("De keten is gebroken bij regel 4: ")
    assert page.outcome.text._tone == "late"


def test_checking_names_a_finished_check_that_is_no_more_as_it_was_kept(
    page, store, controllers, qtbot
):
    check = finished_check(controllers)
    settled(page, qtbot)
    with store._writing.begin() as raw:
        raw.execute(text("UPDATE checklist_answer SET value = 'yes' WHERE value = 'no'"))
    page.check.click()
    qtbot.waitUntil(page.check.isEnabled)
    said = page.outcome.text.text()
    assert f"bij het afronden werd bewaard: {controllers.checks.file(check).reference}." in said


def test_the_history_of_one_row_and_back(centre, page, controllers, qtbot):
    controllers.settings.edit("officer_name", "Lotte Verhaegen")
    qtbot.waitUntil(lambda: page.table.rowCount() == 3)
    page.open(Ref("row", centre))
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    qtbot.waitUntil(lambda: page.header.title() == "Loopbaanhuis De Kade")
    page.header.crumb_chosen.emit(0)
    qtbot.waitUntil(lambda: page.table.rowCount() == 3)
    assert page.header.title() == "Geschiedenis"


def test_from_a_row_to_its_own_page(centre, page, qtbot):
    qtbot.waitUntil(lambda: "Gemeente" in page.panel.words())
    go = [each for each in page.panel.findChildren(object) if _tip(each) == "Ernaartoe"]
    with qtbot.waitSignal(page.wanted) as wanted:
        go[0].click()
    assert wanted.args == [Ref("centre", centre)]


def test_a_step_of_many_rows_is_told_by_and_by(centre, page, controllers, qtbot):
    check = controllers.checks.plan(centre, controllers.today())
    numbers = "\n".join(f"KZ-{n:03}" for n in range(AT_ONCE + 5))
    controllers.checks.add_dossiers(check, numbers)
    qtbot.waitUntil(lambda: page.table.rowCount() == 4)
    page.view.setCurrentIndex(page.table.index(0, 0))
    qtbot.waitUntil(lambda: "KZ-000" in page.panel.words())
    assert f"KZ-{AT_ONCE:03}" not in page.panel.words()
    assert page.panel._more.text() == "Nog 5 tonen"
    page.panel._more.click()
    assert f"KZ-{AT_ONCE + 4:03}" in page.panel.words()
    assert page.panel._more.isHidden()


def test_the_oldest_first_when_asked(centre, page, qtbot):
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    newest = page.table.id_at(0)
    page.table.sort(0, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: page.table.id_at(1) == newest)


def _tip(each) -> str:
    return each.toolTip() if hasattr(each, "toolTip") else ""


def test_the_keyboard_starts_in_the_list(centre, page, qtbot):
    qtbot.waitUntil(lambda: page.view.currentIndex().row() == 0)
    assert page.view.hasFocus()


def test_the_state_takes_room_only_when_a_step_was_undone(centre, page, controllers, qtbot):
    qtbot.waitUntil(lambda: page.table.rowCount() == 2 and page.table.face(0, 0) is not None)
    wide = page.view.columnWidth(1)
    assert page.view.isColumnHidden(3)
    controllers.history.undo()
    qtbot.waitUntil(lambda: not page.view.isColumnHidden(3))
    assert page.view.columnWidth(1) < wide
    assert page.view.columnWidth(3) > 60


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_large_text_leaves_the_list_the_greater_part(page, qapp, qtbot, scale):
    theme.apply(qapp, "light", scale=scale)
    try:
        assert page._side.width() <= max(360, page.width() * 0.4)
        assert page.minimumSizeHint().width() <= page.width()
    finally:
        theme.apply(qapp, "light")
