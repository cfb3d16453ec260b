"""The tab Tijdlijn of a centre: looked at, asked, listed, and taken along."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.timeline.values import LaneKey
from tests.ui.pages.centres.conftest import Ear, Picker
from ui.kit.page import Ref
from ui.pages.centres.page import CentresPage
from ui.pages.centres.timeline_view import TimelineView
from ui.why_card import WhyCard

Key = Qt.Key
CENTRE = "Talentkaai"


@pytest.fixture
def check(controllers: Controllers, office: dict[str, UUID]) -> UUID:
    return controllers.checks.plan(office[CENTRE], date(2026, 5, 20))


@pytest.fixture
def view(page: CentresPage, office: dict[str, UUID], check: UUID, qtbot: QtBot) -> TimelineView:
    """The timeline of a centre with a mandate until 30 June 2028 and a check on its way."""
    page.open(Ref("centre", office[CENTRE], "timeline"))
    view = page.file.views.timeline
    qtbot.waitUntil(lambda: view.timeline.chosen is not None)
    view.timeline.setFocus()
    return view


def stand_on(view: TimelineView, lane: LaneKey) -> None:
    event = next(one for one in view._shown.events if one.lane is lane)
    view.timeline.choose(event.key)


def test_it_is_the_second_tab_and_shows_the_mandate(view, page):
    assert [part.key for part in page.file.parts][1] == "timeline"
    assert page.file.stack.currentWidget() is view
    assert view._shown.mandate == (date(2022, 7, 1), date(2028, 6, 30))
    assert view.spans.choice() == 1


def test_nothing_is_asked_while_nobody_looks(page, office, qtbot):
    page.open(Ref("centre", office[CENTRE], "overview"))
    qtbot.waitUntil(lambda: page.file.header.title() == CENTRE)
    assert page.file.views.timeline._shown is None


def test_what_changes_elsewhere_comes_by_itself(view, controllers, office, qtbot):
    before = len(view._shown.events)
    controllers.checks.plan(office[CENTRE], date(2026, 6, 3))
    qtbot.waitUntil(lambda: len(view._shown.events) > before)


def test_enter_opens_the_check_and_a_mandate_its_part_of_the_file(
    view, ear: Ear, check, page, qtbot
):
    stand_on(view, LaneKey.CHECKS)
    qtbot.keyClick(view.timeline, Key.Key_Return)
    stand_on(view, LaneKey.MANDATES)
    qtbot.keyClick(view.timeline, Key.Key_Return)
    assert ear.wanted == [Ref("check", check), Ref("centre", page.file.centre_id, "rights")]


def test_w_explains_a_computed_day(view, page, qtbot):
    stand_on(view, LaneKey.MANDATES)
    qtbot.keyClick(view.timeline, Key.Key_W)
    card = page.window().findChild(WhyCard)
    assert card is not None
    assert card.isVisible()
    assert card.told.due == date(2028, 6, 30)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert view.timeline.hasFocus()


def test_w_on_a_day_that_was_written_down_says_so(view, ear: Ear, qtbot):
    stand_on(view, LaneKey.CHECKS)
    qtbot.keyClick(view.timeline, Key.Key_W)
    assert [message.tone for message in ear.messages] == ["accent"]


def test_space_looks_into_the_day_and_the_panel_follows(view, qtbot):
    stand_on(view, LaneKey.CHECKS)
    qtbot.keyClick(view.timeline, Key.Key_Space)
    assert not view.panel.isHidden()
    assert view.day.heading.text() == "Woensdag 20 mei 2026"
    qtbot.keyClick(view.timeline, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.day.heading.text() == "Donderdag 21 mei 2026"
    qtbot.keyClick(view.timeline, Key.Key_Escape)
    qtbot.keyClick(view.timeline, Key.Key_Escape)
    assert view.panel.isHidden()


def test_space_again_takes_the_panel_away(view, qtbot):
    stand_on(view, LaneKey.CHECKS)
    qtbot.keyClick(view.timeline, Key.Key_Space)
    qtbot.keyClick(view.timeline, Key.Key_Space)
    assert view.panel.isHidden()


def test_the_list_stands_where_the_timeline_stood(view, qtbot):
    stand_on(view, LaneKey.CHECKS)
    chosen = view.timeline.chosen
    view.views._segments[1].click()
    assert view.list.isVisible()
    assert view.list.event_here == chosen
    assert view.list.rowCount() if hasattr(view.list, "rowCount") else True
    view.views._segments[0].click()
    assert view.timeline.chosen == chosen


def test_year_and_all_show_other_days(view, qtbot):
    view.spans._segments[0].click()
    assert 360 < view.timeline.scale.days < 372
    view.spans._segments[2].click()
    assert (view.timeline.scale.first, view.timeline.scale.last) == view.timeline.limits()


def test_the_pdf_lands_where_it_was_asked(view, picker: Picker, ear: Ear, tmp_path: Path, qtbot):
    picker.path = tmp_path / "tijdlijn.pdf"
    view.keep.click()
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert "Talentkaai" in pypdf.PdfReader(picker.path).pages[0].extract_text()


def test_the_picture_is_a_png_twice_as_sharp(view, picker: Picker, ear: Ear, tmp_path, qtbot):
    picker.path = tmp_path / "tijdlijn.png"
    view.image.click()
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert QImage(str(picker.path)).width() == 2880


def test_control_p_prints_on_paper_that_lies_on_its_side(view, ear: Ear, tmp_path, qtbot):
    paper = tmp_path / "paper.pdf"
    view.ways.printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    view.ways.printer.setOutputFileName(str(paper))
    qtbot.keyClick(view.timeline, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(ear.messages))
    box = pypdf.PdfReader(paper).pages[0].mediabox
    assert box.width > box.height


def test_another_centre_shows_its_own_days(view, page, office, qtbot):
    page.open(Ref("centre", office["Koers & Kompas"], "timeline"))
    qtbot.waitUntil(lambda: view._shown.name == "Koers & Kompas")
    assert view.timeline.chosen is not None
    assert view._shown.mandate[0] == date(2020, 9, 1)


def test_the_status_bar_names_the_keys_of_the_timeline(page, view, qtbot):
    said: list[str] = []
    page.keys_changed.connect(said.append)
    page.file.show_part("overview")
    page.file.show_part("timeline")
    assert "zoomen" in said[-1]
    assert "zoomen" not in said[0]


def test_every_control_has_a_name(view):
    tools = (view.views, view.spans, view.nearer, view.further, view.today, view.print, view.keep)
    for tool in (*tools, view.image, view.timeline, view.list, view.day.list):
        assert tool.accessibleName()
