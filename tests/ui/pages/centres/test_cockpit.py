"""The cockpit in its real window: what is late stands first, and no percentage stands alone."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.checks.values import Rung
from models.store.store import Store
from tests.controllers.finished import finished_check, settle
from tests.controllers.statements import statements
from tests.ui.held import late_answers
from tests.ui.pages.centres.conftest import Ear, Picker
from tests.ui.pages.centres.test_centre_file import go
from ui.kit.ask import AskText
from ui.kit.page import Ref
from ui.pages.centres.page import CentresPage
from ui.why_card import WhyCard

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SENT = date(2025, 11, 3)
TODAY = date(2026, 5, 4)


@pytest.fixture
def checked(controllers: Controllers) -> tuple[UUID, UUID]:
    """A centre with one finished check and its letter, long ago; gives centre and check."""
    settle(controllers)
    check = finished_check(controllers)
    controllers.letters.set_date(controllers.letters.write_audit_letter(check), SENT)
    return controllers.checks.file(check).centre_id, check


@pytest.fixture
def opened(page: CentresPage, checked: tuple[UUID, UUID], qtbot: QtBot) -> CentresPage:
    page.open(Ref("centres"))
    go(page, qtbot, checked[0])
    qtbot.waitUntil(page.file.views.overview.agreed.rows.isVisible)
    return page


def test_a_day_of_the_cockpit_becomes_a_question_for_the_visit(
    opened: CentresPage, controllers: Controllers, checked: tuple[UUID, UUID], qtbot: QtBot
):
    visit = controllers.checks.plan(checked[0], date(2026, 6, 2))
    due = opened.file.views.overview.agreed.due
    due.explain()
    card = opened.window().findChild(WhyCard)
    QTest.keyClick(card, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: opened.window().findChild(AskText) is not None)
    QTest.keyClicks(QApplication.focusWidget(), "Is het al gebeurd?")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: controllers.checks.file(visit).questions != ())
    (question,) = controllers.checks.file(visit).questions
    assert question.text == "Is het al gebeurd?"
    assert question.origin.endswith(", vrijdag 2 januari 2026")


def test_what_is_late_is_said_in_words_and_opens_the_findings(
    opened: CentresPage, checked: tuple[UUID, UUID], ear: Ear
):
    card = opened.file.views.overview.agreed
    row = card.rows.rows.items[0]
    assert row.badge is not None
    state, said = row.badge
    assert state == "late"
    assert said.endswith("dagen te laat")
    assert card.accessibleName() == "Afspraken: 1 open, 1 te laat"
    QTest.keyClick(opened.file, Qt.Key.Key_A, ALT)
    assert card.rows.hasFocus()
    QTest.keyClick(card.rows, Qt.Key.Key_Return)
    assert ear.wanted == [Ref("check", checked[1], "findings")]


def test_the_ladder_says_what_is_proposed_and_leads_there(
    opened: CentresPage,
    controllers: Controllers,
    checked: tuple[UUID, UUID],
    ear: Ear,
    qtbot: QtBot,
):
    card = opened.file.views.overview.ladder
    assert card.isVisible()
    assert card.proposed.isVisible()
    assert not card.stands.isVisible()
    assert card.why.text() == controllers.checks.ladder(checked[0]).why
    card.to_ladder.setFocus()
    QTest.keyClick(card.to_ladder, Qt.Key.Key_Space)
    assert ear.wanted == [Ref("check", checked[1], "ladder")]
    controllers.checks.take_step(checked[0], Rung.REQUEST, "De intake ontbreekt.")
    qtbot.waitUntil(card.stands.isVisible)
    assert "Lotte Verhaegen" in card.since.text()


def test_the_late_one_stands_before_the_one_that_has_time(
    opened: CentresPage, checked: tuple[UUID, UUID], controllers: Controllers, qtbot: QtBot
):
    found = controllers.checks.agreed(checked[0])
    assert [one.late for one in found] == sorted([one.late for one in found], reverse=True)


def test_the_last_day_of_a_measure_tells_why(opened: CentresPage, qtbot: QtBot):
    due = opened.file.views.overview.agreed.due
    assert due.term() is not None
    assert due.term().start == SENT
    due.explain()
    card = opened.findChildren(WhyCard)[0]
    assert card.isVisible()
    card.close_card()


def test_a_measure_without_a_last_day_tells_why(
    opened: CentresPage, controllers: Controllers, checked: tuple[UUID, UUID], qtbot: QtBot
):
    line = opened.file.views.overview.agreed._line
    controllers.settings.edit("officer_phone", "")
    opened.reload()
    said = "De termijn loopt nog niet: de auditbrief is nog een ontwerp."
    qtbot.waitUntil(lambda: line.word.text() == said)
    assert line.isVisible()
    assert line.day.term() is None
    assert not opened.file.views.overview.agreed._all[0].late


def test_ticking_a_measure_off_keeps_the_day_and_offers_the_way_back(
    opened: CentresPage,
    checked: tuple[UUID, UUID],
    controllers: Controllers,
    qtbot: QtBot,
    ear: Ear,
):
    card = opened.file.views.overview.agreed
    QTest.keyClick(opened.file, Qt.Key.Key_A, ALT)
    QTest.keyClick(card.rows, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not controllers.checks.agreed(checked[0])[0].open)
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert ear.messages[-1].undo
    qtbot.waitUntil(lambda: "uitgevoerd op 4 mei 2026" in card.rows.rows.items[0].sub)
    controllers.history.undo()
    qtbot.waitUntil(lambda: card.rows.rows.items[0].lead == "open")


def test_alt_l_opens_the_last_letter_from_any_part(
    opened: CentresPage, checked: tuple[UUID, UUID], controllers: Controllers, ear: Ear
):
    opened.file.show_part("identity")
    QTest.keyClick(opened.file, Qt.Key.Key_L, ALT)
    assert ear.wanted == [Ref("letter", controllers.letters.ids(checked[0])[0])]


def test_alt_s_opens_the_sample_of_the_visit_from_any_part(
    opened: CentresPage, checked: tuple[UUID, UUID], controllers: Controllers, ear: Ear
):
    opened.file.show_part("identity")
    QTest.keyClick(opened.file, Qt.Key.Key_S, ALT)
    (seen,) = ear.wanted
    assert (seen.kind, seen.detail) == ("check", "dossiers")
    assert seen.id in controllers.checks.ids(checked[0])


def test_alt_s_without_a_visit_says_so(
    shown: CentresPage, office: dict[str, UUID], qtbot: QtBot, ear: Ear
):
    go(shown, qtbot, office["Talentkaai"])
    QTest.keyClick(shown.file, Qt.Key.Key_S, ALT)
    assert "nog geen bezoek" in ear.messages[-1].sentence


def test_alt_l_without_a_letter_says_so(
    shown: CentresPage, office: dict[str, UUID], qtbot: QtBot, ear: Ear
):
    go(shown, qtbot, office["Talentkaai"])
    QTest.keyClick(shown.file, Qt.Key.Key_L, ALT)
    assert "nog geen brief" in ear.messages[-1].sentence


def test_no_share_without_its_interval_and_its_n(
    shown: CentresPage, office: dict[str, UUID], controllers: Controllers, qtbot: QtBot
):
    centre = office["Talentkaai"]
    go(shown, qtbot, centre)
    card = shown.file.views.overview.satisfaction
    assert card.share.text() == "Geen metingen"
    assert not card.strip.isVisible()
    controllers.surveys.add(centre, date(2025, 1, 1), date(2025, 6, 30), 4, 4)
    qtbot.waitUntil(lambda: card.share.text() == "4 antwoorden: onder 10 niet getoond")
    assert not card.strip.isVisible()
    controllers.surveys.add(centre, date(2025, 7, 1), date(2025, 12, 31), 12, 9)
    qtbot.waitUntil(lambda: card.share.text() == "75 % [47–91], n = 12")
    assert card.strip.isVisible()
    assert "niet te onderscheiden van de norm van 85 %" in card.sentence.text()


def test_a_new_measurement_is_one_press_away(
    shown: CentresPage, office: dict[str, UUID], qtbot: QtBot
):
    go(shown, qtbot, office["Talentkaai"])
    shown.file.views.overview.satisfaction.add.click()
    assert shown.file.parts[shown.file.stack.currentIndex()].key == "surveys"


def test_a_calm_centre_is_calm(shown: CentresPage, office: dict[str, UUID], qtbot: QtBot):
    go(shown, qtbot, office["Talentkaai"])
    overview = shown.file.views.overview
    assert overview.agreed.nothing.text() == (
        "Er is nog niets afgesproken: hier gebeurde nog geen controle."
    )
    assert not overview.agreed.rows.isVisible()
    assert not overview.certificate.state.isVisible()


def test_the_strip_tells_what_lies_under_the_mouse(
    shown: CentresPage, office: dict[str, UUID], controllers: Controllers, qtbot: QtBot
):
    centre = office["Talentkaai"]
    controllers.checks.plan(centre, date(2026, 6, 2))
    go(shown, qtbot, centre)
    strip = shown.file.views.overview.mandate.strip
    qtbot.waitUntil(strip.isVisible)
    assert "Mandaat LB-0: van 1 jul 2022 tot en met 30 jun 2028" in strip.accessibleName()
    middle = QPoint(strip.width() // 10, 12)
    assert "LB-0" in strip.said_at(middle.x(), middle.y())
    assert "gepland" in strip.accessibleName()


def test_opening_a_centre_takes_as_many_statements_however_much_it_has(
    store: Store, controllers: Controllers, checked: tuple[UUID, UUID]
):
    centre, _check = checked
    with statements(store) as few:
        controllers.cockpit.of(centre)
    for month in (6, 7, 8):
        controllers.checks.plan(centre, date(2026, month, 2))
        controllers.surveys.add(centre, date(2025, 1, 1), date(2025, month, 1), 12, 9)
        controllers.mandates.add_certificate(centre, None, date(2027, month, 1))
    with statements(store) as many:
        full = controllers.cockpit.of(centre)
    assert len(full.checks) == 4
    assert len(many) == len(few) <= MOST_STATEMENTS


MOST_STATEMENTS = 50


def test_ctrl_p_prints_one_a4_and_ctrl_s_keeps_it(
    opened: CentresPage, picker: Picker, qtbot: QtBot, ear: Ear, tmp_path: Path
):
    paper = QPrinter()
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "afdruk.pdf"))
    opened.file.sheet.printer = paper
    QTest.keyClick(opened.file, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(ear.messages), timeout=15_000)
    assert ear.messages[-1].sentence == "Het blad is naar de printer gestuurd."
    assert len(pypdf.PdfReader(tmp_path / "afdruk.pdf").pages) == 1
    picker.path = tmp_path / "blad.pdf"
    QTest.keyClick(opened.file, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(ear.messages) == 2)
    assert str(picker.path) in ear.messages[-1].sentence
    assert "De Kade" in pypdf.PdfReader(picker.path).pages[0].extract_text()


def test_a_part_that_prints_itself_keeps_the_key(opened: CentresPage):
    for number, part in enumerate(opened.file.parts):
        opened.file.show_section(number)
        own = hasattr(part.view(), "print_it")
        assert opened.file._own["print_it"].isEnabled() is not own


def test_a_question_for_the_visit_is_asked_over_its_centre_only(
    opened: CentresPage, controllers: Controllers, checked: tuple[UUID, UUID], qtbot: QtBot
):
    controllers.checks.plan(checked[0], date(2026, 6, 2))
    asking = opened.file.views.overview.asking
    with late_answers(opened._tasks):
        asking.begin(checked[0], "Vervaldag")
        opened.hide()
    qtbot.waitUntil(lambda: not opened._tasks.busy)
    opened.show()
    assert opened.window().findChild(AskText) is None
    asking.begin(checked[0], "Vervaldag")
    qtbot.waitUntil(lambda: opened.window().findChild(AskText) is not None)
