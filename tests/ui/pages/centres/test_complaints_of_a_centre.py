"""Complaints in the file of a centre: on the cockpit by Alt+K, masked, and on its timeline."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.complaints.values import ComplaintDraft
from models.timeline.values import LaneKey
from tests.ui.pages.centres.conftest import Ear
from tests.ui.pages.centres.test_centre_file import go
from ui.kit.page import Ref
from ui.pages.centres.page import CentresPage

Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def complaint(controllers: Controllers, office: dict[str, UUID]) -> UUID:
    draft = ComplaintDraft(date(2026, 4, 1), theme="extra kosten")
    made = controllers.complaints.register(office["Talentkaai"], draft)
    controllers.complaints.edit(made, "summary", "Dit blijft binnen.")
    return made


@pytest.fixture
def opened(
    shown: CentresPage, office: dict[str, UUID], complaint: UUID, qtbot: QtBot
) -> CentresPage:
    go(shown, qtbot, office["Talentkaai"])
    qtbot.waitUntil(lambda: bool(shown.file.views.overview.complaints.rows.rows.items))
    return shown


def test_alt_k_stands_on_the_complaints_from_any_part_and_enter_opens(
    opened: CentresPage, complaint: UUID, ear: Ear
):
    opened.file.show_part("identity")
    QTest.keyClick(opened.file, Key.Key_K, ALT)
    card = opened.file.views.overview.complaints
    assert opened.file.part == "overview"
    assert card.rows.hasFocus()
    assert card.accessibleName() == "Klachten: 1 open, 1 te laat"
    QTest.keyClick(card.rows, Key.Key_Return)
    assert ear.wanted == [Ref("complaint", complaint)]


def test_the_card_is_masked(opened: CentresPage):
    (row,) = opened.file.views.overview.complaints.rows.rows.items
    assert row.title == "extra kosten"
    assert row.sub.startswith("KL-2026-")
    assert row.badge == ("late", "23 dagen te laat · ontvangen")
    assert "blijft binnen" not in repr(row)


def test_news_of_a_complaint_reaches_the_cockpit(
    opened: CentresPage, controllers: Controllers, complaint: UUID, qtbot: QtBot
):
    controllers.complaints.close(complaint, date(2026, 5, 4), "De klant is tevreden.")
    card = opened.file.views.overview.complaints
    qtbot.waitUntil(lambda: card.accessibleName() == "Klachten")
    assert card.nothing.text() == "geen open · 1 klacht in totaal"
    QTest.keyClick(opened.file, Key.Key_K, ALT)
    assert len(card.rows.rows.items) == 1


def test_without_complaints_alt_k_stands_on_the_button_that_registers_one(
    shown: CentresPage, office: dict[str, UUID], qtbot: QtBot, ear: Ear
):
    centre = office["Koers & Kompas"]
    go(shown, qtbot, centre)
    card = shown.file.views.overview.complaints
    qtbot.waitUntil(lambda: card.nothing.text() == "Er is geen klacht bekend.")
    QTest.keyClick(shown.file, Key.Key_K, ALT)
    assert card.new.hasFocus()
    QTest.keyClick(card.new, Key.Key_Space)
    assert ear.wanted == [Ref("complain", centre)]


def test_a_complaint_on_the_timeline_opens_by_enter(
    opened: CentresPage, complaint: UUID, qtbot: QtBot, ear: Ear
):
    opened.file.show_part("timeline")
    view = opened.file.views.timeline
    qtbot.waitUntil(lambda: view.timeline.chosen is not None)
    own = next(event for event in view._shown.events if event.lane is LaneKey.COMPLAINTS)
    assert "blijft binnen" not in own.word + own.sub
    view.timeline.setFocus()
    view.timeline.choose(own.key)
    qtbot.keyClick(view.timeline, Key.Key_Return)
    assert ear.wanted == [Ref("complaint", complaint)]
