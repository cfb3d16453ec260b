"""Satisfaction by hand in the real window: numbers that cannot be stay in their field."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from tests.ui.pages.centres.test_centre_file import go, write
from ui.pages.centres.page import CentresPage
from ui.pages.centres.survey_parts import NewMeasurement

JAN, DEC = date(2025, 1, 1), date(2025, 12, 31)


def opened(page: CentresPage, qtbot: QtBot, centre: UUID) -> CentresPage:
    go(page, qtbot, centre)
    page.file.show_part("surveys")
    return page


def test_a_measurement_is_added_in_a_card(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    page = opened(shown, qtbot, demer)
    group = page.file.views.surveys.groups[0]
    assert group.nothing.isVisible()
    group.add.click()
    card = page.findChildren(NewMeasurement)[0]
    card.first_day.set_value(JAN, afresh=True)
    card.last_day.set_value(DEC, afresh=True)
    for name, typed in (("respondents", "12"), ("satisfied", "13")):
        QTest.keyClicks(card.numbers[name], typed)
    card.give.click()
    row = card.form.row("satisfied")
    qtbot.waitUntil(lambda: "Schrijf hoogstens 12" in row.refusal())
    card.numbers["satisfied"].selectAll()
    QTest.keyClicks(card.numbers["satisfied"], "9")
    card.give.click()
    qtbot.waitUntil(lambda: len(group.parts) == 1)
    assert group.kind.cells(group.parts[0])[1] == "75 % [47–91], n = 12"
    assert controllers.surveys.satisfaction(demer).newest is not None


def test_a_wrong_correction_is_refused_at_the_field_and_the_draft_stays(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    controllers.surveys.add(demer, JAN, DEC, 12, 9)
    page = opened(shown, qtbot, demer)
    group = page.file.views.surveys.groups[0]
    qtbot.waitUntil(lambda: len(group.parts) == 1)
    field = group.editor.form.row("satisfied").field
    write(field, "20")
    qtbot.waitUntil(lambda: "20 tevreden" in group.editor.form.row("satisfied").refusal())
    assert field.text() == "20"
    group.editor.form.row("satisfied").field.setFocus()
    write(field, "11")
    qtbot.waitUntil(lambda: "92 %" in str(group.kind.cells(group.parts[0])[1]))


def test_parts_without_room_stand_in_a_list_at_the_end_of_the_line(
    shown: CentresPage, demer: UUID, qtbot: QtBot
):
    page = opened(shown, qtbot, demer)
    tabs = page.file.sections
    last = len(page.file.parts) - 1
    page.resize(700, 680)
    qtbot.waitUntil(tabs.more.isVisible)
    page.file.show_section(last)
    assert tabs.more.value() == last
    tabs.start()
    assert tabs.more.hasFocus()
    page.file.show_section(0)
    assert tabs.more.value() is None
    with qtbot.waitSignal(tabs.chosen) as told:
        tabs.more.setCurrentIndex(tabs.more.count() - 1)
        tabs.more.activated.emit(tabs.more.count() - 1)
    assert told.args == [last]
    assert page.file.stack.currentIndex() == last
