"""The room of the rules: read them, count with them, change one, and weigh what follows."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from controllers.bundle import Controllers
from controllers.language import speak
from models.settings.values import ChangeDraft
from ui.kit import theme
from ui.kit.memory import Memory
from ui.kit.page import Message, Ref
from ui.kit.row_list import Row
from ui.pages.rules.page import RulesPage
from ui.why_card import WhyCard

CENTRES = (
    ("0566988259", "Talentkaai", date(2023, 7, 1)),
    ("0887010362", "Koers & Kompas", date(2026, 2, 1)),
    ("1000000021", "Loopbaanhuis Demer", date(2026, 3, 1)),
)
DURATION = "mandate_duration_years"


@pytest.fixture(autouse=True)
def dutch(qapp) -> Iterator[None]:
    theme.apply(qapp, "light")
    speak("nl")
    yield
    speak("en")


@pytest.fixture
def controllers(store, tasks) -> Controllers:
    made = Controllers(store)
    made.listen(tasks.announce)
    return made


@pytest.fixture
def office(controllers):
    for number, name, start in CENTRES:
        controllers.mandates.add(controllers.centres.add(number, name), f"LB-{start.year}", start)
    return controllers


@pytest.fixture
def page(controllers, tasks, qtbot, tmp_path) -> RulesPage:
    page = RulesPage(controllers, tasks, Memory(tmp_path / "window.ini"))
    page.messages = []
    page.said.connect(page.messages.append)
    page.resize(1050, 680)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settled(page, qtbot)
    return page


def settled(page, qtbot) -> None:
    qtbot.waitUntil(lambda: not page._tasks.busy)


def titles(row_list) -> list[str]:
    return [item.title for item in row_list.rows.items if isinstance(item, Row)]


def stand_on(page, key: str) -> None:
    page.list.choose(key)
    page.list.chosen.emit(key)


def test_the_table_groups_rules_and_tells_their_values_in_time(page):
    assert "Klachten" in [item.title for item in page.list.rows.items]
    stand_on(page, "mandate_renewal_regime")
    now, before = page.panel.values
    assert now.accessibleName() == "vanaf 1 nov 2025"
    assert before.accessibleName() == "tot en met 31 okt 2025"
    assert page.panel.key.text() == "Sleutel: mandate_renewal_regime"


def test_a_term_is_counted_while_somebody_types(page, qtbot):
    stand_on(page, "action_plan_days")
    page.strip.start.clear()
    assert page.strip.due.text() == "—"
    qtbot.keyClicks(page.strip.start, "14/04/202")
    assert page.strip.term is None or page.strip.term.start.year == 2020
    qtbot.keyClicks(page.strip.start, "6")
    assert page.strip.due.text() == "15 mei 2026"
    assert "Onze-Lieve-Heer-Hemelvaart" in page.strip.told.text()
    page.strip.sent.setCurrentIndex(1)
    assert page.strip.due.text() == "18 mei 2026"
    page.strip.start.setText("31/02/2026")
    assert "bestaat niet" in page.strip.told.text()
    stand_on(page, "survey_satisfaction_norm_pct")
    assert page.strip.kind.value() == "action_plan_days"


def test_alt_t_explains_the_term_of_the_strip(page, qtbot):
    page.strip.due.setFocus()
    qtbot.keyClick(page.strip.due, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    (card,) = page.findChildren(WhyCard)
    assert card.told is page.strip.term
    card.close_card()


def test_the_keys_are_told_at_every_visit(page, qtbot):
    for _visit in range(2):
        with qtbot.waitSignal(page.keys_changed) as told:
            page.open(Ref("rules"))
        assert told.args == ["Enter: andere waarde · Alt+T: waarom deze datum"]


def test_a_change_is_recorded_by_keyboard_and_mended_and_removed(office, page, qtbot):
    stand_on(page, DURATION)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    card = page.card
    assert card.value.hasFocus()
    card.keep.click()
    settled(page, qtbot)
    assert "Schrijf de waarde" in card.form.refusals()["value"]
    qtbot.keyClicks(card.value, "5")
    qtbot.keyClicks(card.first, "01/01/2026")
    card.keep.click()
    settled(page, qtbot)
    assert "steunt" in card.form.refusals()["reference"]
    assert card.value.text() == "5"
    qtbot.keyClicks(card.reference, "decreet van 18 december 2025")
    card.keep.click()
    qtbot.waitUntil(lambda: bool(page.messages))
    settled(page, qtbot)
    said: Message = page.messages[-1]
    assert "Ze raakt 2 mandaten; daar is niets veranderd." in said.sentence
    assert said.opens == Ref("rules", detail="proposals")
    assert [value.accessibleName() for value in page.panel.values][0] == "vanaf 1 jan 2026"
    assert page.strip.due.text() == "3 mei 2031"
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [page]

    page.panel.values[0].mend.click()
    card = page.card
    card.value.setText("7")
    card.value.settle()
    settled(page, qtbot)
    assert office.rules.changed().dated[0].value == 7
    card.value.setText("6")
    card.value.settle()
    settled(page, qtbot)
    assert "er verandert niets" in card.form.refusals()["value"]
    card.drop.click()
    settled(page, qtbot)
    assert office.rules.changed().dated == ()
    office.history.undo()
    qtbot.waitUntil(lambda: len(page.panel.values) == 2)


def record(office) -> None:
    draft = ChangeDraft(DURATION, "5", date(2026, 1, 1), None, "decreet van 18 december 2025")
    office.rules.record(draft)


def test_proposals_are_ticked_and_taken_over_with_a_reason(office, page, qtbot):
    record(office)
    page.open(Ref("rules", detail="proposals"))
    view = page.proposals
    qtbot.waitUntil(
        lambda: titles(view.list) == ["Koers & Kompas · LB-2026", "Loopbaanhuis Demer · LB-2026"]
    )
    assert not view.take.isEnabled()
    assert "Vink eerst" in view.take.toolTip()
    view.list.setFocus()
    view.list.setCurrentIndex(view.list.rows.index(1))
    qtbot.keyClick(view.list, Qt.Key.Key_Space)
    assert view.take.text() == "Overnemen (1)"
    assert view.why.text() == "31 januari 2031"
    before = {one.mandate.centre: one.old for one in office.rules.proposals()}
    assert before["Koers & Kompas"] == date(2032, 1, 31)
    view.take.click()
    view.asked.buttons["give"].click()
    assert view.asked.isVisible()
    view.asked.row.field.setText("Akkoord van 2 mei")
    view.asked.buttons["give"].click()
    qtbot.waitUntil(lambda: titles(view.list) == ["Loopbaanhuis Demer · LB-2026"])
    settled(page, qtbot)
    assert page.messages[-1].sentence == "1 laatste dag is overgenomen."
    assert page.messages[-1].undo
    office.history.undo()
    qtbot.waitUntil(lambda: len(titles(view.list)) == 2)


def test_a_refused_proposal_stays_away(office, page, qtbot):
    record(office)
    page.open(Ref("rules", detail="proposals"))
    view = page.proposals
    qtbot.waitUntil(lambda: len(titles(view.list)) == 2)
    view.all.click()
    view.keep.click()
    view.asked.row.field.setText("De beslissing vermeldt zes jaar.")
    view.asked.buttons["give"].click()
    qtbot.waitUntil(lambda: titles(view.list) == [])
    settled(page, qtbot)
    assert page.messages[-1].sentence == "2 laatste dagen blijven."
    assert view._stack.currentWidget() is view._empty


def test_the_next_period_tells_its_regime_and_until_when(office, page, qtbot):
    page.open(Ref("rules", detail="periods"))
    view = page.periods
    qtbot.waitUntil(lambda: len(titles(view.list)) == 3)
    assert titles(view.list)[0] == "Talentkaai · LB-2023"
    first = next(item for item in view.list.rows.items if isinstance(item, Row))
    assert first.sub == (
        "Eindigt op 30 jun 2029, volgende periode vanaf 1 jul 2029 · vroeger: aanvraagdossier"
    )
    assert first.meta == "tot en met 30 sep 2028"
    assert view.why.text() == "30 september 2028"
    opened = []
    page.wanted.connect(opened.append)
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert opened[0].kind == "centre"
