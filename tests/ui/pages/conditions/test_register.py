"""The register of measures: narrowed by choice, each day explained, taken along on paper."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.language import speak
from models.store.store import Store
from tests.controllers.finished import another_check, finished_check, settle
from tests.ui.pages.conditions.test_follow_up import Picker
from ui.kit.ask import DialogChooser, use_chooser
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.pages.conditions.page import ConditionsPage
from ui.pages.conditions.register import RegisterView
from ui.tasks import Tasks
from ui.why_card import WhyCard
from ui.window import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def controllers(store: Store) -> Controllers:
    """Two centres with one measure each: one is late, of the other nobody set a day."""
    controllers = Controllers(store)
    settle(controllers)
    check = finished_check(controllers)
    controllers.letters.set_date(controllers.letters.write_audit_letter(check), date(2026, 2, 2))
    other = another_check(controllers, controllers.centres.add("0887010362", "Talentkaai"))
    controllers.checks.assign(other, "DC-01", "An Jansen")
    return controllers


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "geheugen.ini")


@pytest.fixture
def page(
    controllers: Controllers, tasks: Tasks, memory: Memory, qtbot: QtBot, dutch: None
) -> Iterator[ConditionsPage]:
    page = made(controllers, tasks, memory, qtbot)
    yield page
    use_chooser(DialogChooser())


def made(controllers: Controllers, tasks: Tasks, memory: Memory, qtbot: QtBot) -> ConditionsPage:
    controllers.listen(tasks.announce)
    page = ConditionsPage(controllers, tasks, memory)
    page.resize(1100, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(Ref("conditions", detail="measures"))
    qtbot.waitUntil(lambda: not tasks.busy)
    measures(page).start()
    return page


def measures(page: ConditionsPage) -> RegisterView:
    return page.registers["measures"]


def centres(page: ConditionsPage) -> list[str]:
    return [one.centre for one in measures(page)._by_id.values()]


def test_a_state_is_chosen_and_still_chosen_the_next_day(
    page: ConditionsPage, controllers: Controllers, tasks: Tasks, memory: Memory, qtbot: QtBot
) -> None:
    assert centres(page) == ["Loopbaanhuis De Kade", "Talentkaai"]
    state = measures(page).filters.fields["status"]
    offered = [state.itemText(at) for at in range(state.count())]
    assert offered == ["Stand: alle", "Te laat", "Uit te voeren"]
    state.setFocus()
    QTest.keyClick(state, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: centres(page) == ["Loopbaanhuis De Kade"])
    again = made(controllers, tasks, memory, qtbot)
    qtbot.waitUntil(lambda: centres(again) == ["Loopbaanhuis De Kade"])
    measures(again).clear.click()
    qtbot.waitUntil(lambda: len(centres(again)) == 2)


def test_what_was_chosen_in_one_language_does_not_empty_the_list_in_another(
    page: ConditionsPage, controllers: Controllers, tasks: Tasks, memory: Memory, qtbot: QtBot
) -> None:
    state = measures(page).filters.fields["status"]
    state.setFocus()
    QTest.keyClick(state, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: centres(page) == ["Loopbaanhuis De Kade"])
    speak("en")
    english = made(controllers, tasks, memory, qtbot)
    qtbot.waitUntil(lambda: len(centres(english)) == 2)
    speak("nl")
    dutch = made(controllers, tasks, memory, qtbot)
    qtbot.waitUntil(lambda: centres(dutch) == ["Loopbaanhuis De Kade"])


def test_the_day_of_the_row_tells_why(page: ConditionsPage, qtbot: QtBot) -> None:
    line = measures(page).day
    assert line.isVisible()
    assert (line.word.text(), line.day.text()) == ("Laatste dag van DC-01:", "3 apr 2026")
    QTest.keyClick(line.day, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.window().findChild(WhyCard) is not None)
    page.window().findChild(WhyCard).close_card()
    QTest.keyClick(measures(page).view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not line.isVisible())


def test_what_is_seen_goes_to_the_printer_and_in_a_pdf(
    page: ConditionsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[Message] = []
    page.said.connect(heard.append)
    measures(page).text.setText("kade")
    qtbot.waitUntil(lambda: centres(page) == ["Loopbaanhuis De Kade"])
    paper = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "afdruk.pdf"))
    page.papers.printer = paper
    QTest.keyClick(measures(page).view, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=15_000)
    assert len(pypdf.PdfReader(tmp_path / "afdruk.pdf").pages) == 1
    use_chooser(Picker(tmp_path / "maatregelen.pdf"))
    QTest.keyClick(measures(page).view, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(heard) == 2)
    text = pypdf.PdfReader(tmp_path / "maatregelen.pdf").pages[0].extract_text()
    assert "Loopbaanhuis De Kade" in text
    assert "Talentkaai" not in text


def test_the_follow_up_is_a_list_of_work_and_no_paper(page: ConditionsPage) -> None:
    assert page.print.isVisible()
    page.open(Ref("conditions", detail="follow-up"))
    assert not page.print.isVisible()
    assert not page.paper.isVisible()


def test_alt_t_asks_about_the_row_in_the_whole_window_too(
    controllers: Controllers, tasks: Tasks, memory: Memory, qtbot: QtBot, dutch: None
) -> None:
    """The window has the same keys: neither may take them from the other."""
    desk = Desk(controllers, tasks, memory)
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.go(Ref("conditions", detail="measures"))
    page = desk.current
    assert isinstance(page, ConditionsPage)
    qtbot.waitUntil(lambda: measures(page).day.isVisible())
    for place in (measures(page).view, measures(page).text):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
        cards = [one for one in desk.findChildren(WhyCard) if one.isVisible()]
        assert [one.heading.text() for one in cards] != [], place
        cards[0].close_card()
        qtbot.waitUntil(lambda: not desk.findChildren(WhyCard))
    assert measures(page).text.text() == ""


def test_a_centre_and_days_narrow_together_and_no_name_leaves_the_file(
    page: ConditionsPage, memory: Memory, tmp_path: Path, qtbot: QtBot
) -> None:
    filters = measures(page).filters
    filters.fields["centre"].setFocus()
    QTest.keyClicks(filters.fields["centre"], "Loop")
    qtbot.waitUntil(lambda: centres(page) == ["Loopbaanhuis De Kade"])
    filters.first.setFocus()
    QTest.keyClicks(filters.first, "3/4/2026")
    QTest.keyClick(filters.first, Qt.Key.Key_Tab)
    QTest.keyClicks(filters.last, "3/4/2026")
    QTest.keyClick(filters.last, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: measures(page).question().last == date(2026, 4, 3))
    qtbot.waitUntil(lambda: centres(page) == ["Loopbaanhuis De Kade"])
    filters.first.setFocus()
    filters.first.setText("4/4/2026")
    QTest.keyClick(filters.first, Qt.Key.Key_Return)
    qtbot.waitUntil(filters.wrong.isVisible)
    assert filters.wrong.text() == "De eerste dag ligt na de laatste. Wissel ze om."
    filters.last.setFocus()
    filters.last.setText("")
    QTest.keyClick(filters.last, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: measures(page).stack.currentWidget() is measures(page).nothing)
    assert not filters.wrong.isVisible()
    memory.write()
    assert "Kade" not in (tmp_path / "geheugen.ini").read_text("utf-8")
    measures(page).clear.click()
    qtbot.waitUntil(lambda: len(centres(page)) == 2)


def test_why_a_day_cannot_be_read_stays_told(page: ConditionsPage, tasks: Tasks, qtbot: QtBot):
    filters = measures(page).filters
    filters.first.setFocus()
    QTest.keyClicks(filters.first, "32/13")
    measures(page).text.setFocus()
    qtbot.waitUntil(filters.wrong.isVisible)
    QTest.keyClicks(measures(page).text, "kade")
    qtbot.waitUntil(lambda: not tasks.busy)
    assert filters.first.text() == "32/13"
    assert filters.wrong.isVisible()


def test_what_days_narrow_reads_as_a_sentence(page: ConditionsPage):
    said = {key: one.filters.first.accessibleName() for key, one in page.registers.items()}
    assert said["mandates"] == "Eindigt vanaf"
    assert said["certificates"] == "Vervalt vanaf"
    assert measures(page).filters.last.accessibleName() == "Vervalt tot en met"
