"""A computed date answers why, by mouse and by keyboard, and gives a sentence for a letter."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.terms.rules import term
from ui.why import WhyDate, explain_first
from ui.why_card import WhyCard

PLAN = term("action_plan_days", date(2026, 4, 14))
MANDATE = term("mandate_duration_years", date(2026, 11, 1))


@pytest.fixture
def page(qtbot, dutch):
    """A window with two computed dates and one plain day."""
    window = QWidget()
    window.resize(900, 680)
    dates = [WhyDate(), WhyDate(), WhyDate()]
    layout = QVBoxLayout(window)
    for one in dates:
        layout.addWidget(one)
    dates[0].show_term(None, "nog niet bekend")
    dates[1].show_term(PLAN)
    dates[2].show_term(MANDATE, "tot 2032", "Mandaat M-1015")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.dates = dates
    return window


def cards(window: QWidget) -> list[WhyCard]:
    return [card for card in window.findChildren(WhyCard) if card.isVisible()]


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_date_asks_by_its_name_and_a_plain_day_does_not(page):
    plain, plan, mandate = page.dates
    assert name(plan) == "15 mei 2026, waarom deze datum?"
    assert name(mandate) == "tot 2032, waarom deze datum?"
    assert name(plain) == "nog niet bekend"
    assert plain.focusPolicy() == Qt.FocusPolicy.NoFocus
    plain.click()
    assert cards(page) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, "Alt+T", "mouse"])
def test_the_card_opens_and_gives_the_keyboard_back(qtbot, page, key):
    mandate = page.dates[2]
    mandate.setFocus()
    if key == "mouse":
        qtbot.mouseClick(mandate, Qt.MouseButton.LeftButton)
    elif key == "Alt+T":
        qtbot.keyClick(mandate, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    else:
        qtbot.keyClick(mandate, key)
    (card,) = cards(page)
    assert card.heading.text() == "Mandaat M-1015, zondag 31 oktober 2032"
    qtbot.keyClick(card.copy, Qt.Key.Key_Escape)
    assert cards(page) == []
    assert mandate.hasFocus()


def test_without_the_keyboard_on_a_date_the_first_in_sight_is_asked(page):
    assert explain_first(page)
    (card,) = cards(page)
    assert card.told is PLAN


def test_the_card_tells_the_sum_and_copies_a_sentence(qtbot, page):
    page.dates[1].click()
    (card,) = cards(page)
    told = card.copy.accessibleDescription()
    for words in ("dinsdag 14 april 2026", "Hemelvaart", "schuift door", "voorstel van Waarmerk"):
        assert words in told
    assert "In werkdagen geteld: 29 mei 2026" in told
    qtbot.keyClick(card.copy, Qt.Key.Key_C)
    copied = QGuiApplication.clipboard().text()
    assert copied == PLAN.sentence
    assert copied.startswith("De laatste dag is vrijdag 15 mei 2026: 30 kalenderdagen na 14 april")
    assert "(Onze-Lieve-Heer-Hemelvaart)" in copied
    assert card.copy.text() == "Gekopieerd"
