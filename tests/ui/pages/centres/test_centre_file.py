"""One centre's file: what it says, and fields that keep themselves or say why not."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.centres.values import CentreIdentity, EngagementType, Qualification
from models.mandates.values import CertificateState, MandateState
from tests.ui.pages.centres.conftest import Ear
from ui.kit.page import Ref
from ui.pages.centres.add_card import AddCard
from ui.pages.centres.new_mandate import NewMandate
from ui.why_card import WhyCard
from ui.pages.centres.page import CentresPage
from ui.pages.centres.parts_view import PartGroup

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
IDENTITY, PLACES, PEOPLE, CONTACTS, RIGHTS = range(2, 7)


def go(page: CentresPage, qtbot: QtBot, centre: UUID, section: int = 0) -> None:
    page.open(Ref("centre", centre))
    qtbot.waitUntil(lambda: page.file._shown == centre)
    page.file.show_section(section)


def write(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def identity(controllers: Controllers, centre: UUID) -> CentreIdentity:
    return controllers.centres.file(centre).identity


# --- the overview


def test_the_header_answers_who_and_in_which_state(
    shown: CentresPage, demer: UUID, qtbot: QtBot, ear: Ear
):
    go(shown, qtbot, demer)
    header = shown.file.header
    assert header.title() == "Loopbaanhuis Demer"
    assert shown.file.state.accessibleName() == "Mandaat: loopt"
    assert shown.file.views.overview.mandate.headline.text() == "Nog 2 jaar en 7 maanden"
    assert shown.file.views.overview.mandate.last.text() == "31 dec 2028"
    assert shown.file.views.overview.mandate.year.text() == "jaar 4 van 6"
    shown.file.plan.click()
    assert ear.wanted == [Ref("plan", demer)]


def test_why_unfolds_the_reason(shown: CentresPage, demer: UUID, qtbot: QtBot):
    go(shown, qtbot, demer)
    card = shown.file.views.overview.mandate
    assert not card.why.isVisible()
    QTest.keyClick(card.ask_why, Qt.Key.Key_Space)
    assert card.why.isVisible()
    assert "vandaag valt in die periode" in card.why.text()


def test_the_certificate_card_looks_at_today_and_at_the_next_mandate(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer)
    card = shown.file.views.overview.certificate
    assert card.today.said().startswith("Vandaag: geldig")
    assert card.then.what.text() == "Volgend mandaat, 1 jan 2029: nog niet gedekt"
    assert card.then.more.text() == (
        "367 dagen zonder certificaat, vanaf 1 jan 2028. De dag na de laatste dag van dit mandaat."
    )
    held = controllers.mandates.standing(demer).certificates[0]
    controllers.mandates.edit_certificate(held.id, "valid_until", date(2029, 6, 30))
    qtbot.waitUntil(lambda: card.then.what.text() == "Volgend mandaat, 1 jan 2029: geldig")


def test_a_centre_without_mandate_says_so(
    shown: CentresPage, office: dict[str, UUID], qtbot: QtBot
):
    go(shown, qtbot, office["Groeipad Mechelen"])
    assert shown.file.views.overview.mandate.headline.text() == "Geen mandaat bekend"
    assert not shown.file.views.overview.mandate.strip.isVisible()
    assert shown.file.views.overview.certificate.today.what.text() == "Vandaag: niet geldig"
    assert not shown.file.views.overview.certificate.then.isVisible()


def test_a_visit_opens_by_click_and_by_enter(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot, ear: Ear
):
    check = controllers.checks.plan(demer, date(2026, 6, 2))
    go(shown, qtbot, demer)
    rows = shown.file.views.overview.visits.rows
    qtbot.waitUntil(rows.isVisible)
    spot = rows.visualRect(rows.rows.index(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert ear.wanted == [Ref("check", check)] * 2


def test_alt_and_an_arrow_go_along_the_list(
    shown: CentresPage, office: dict[str, UUID], qtbot: QtBot
):
    go(shown, qtbot, office["Groeipad Mechelen"])
    assert not shown.file.before.isEnabled()
    QTest.keyClick(shown.file, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: shown.file.header.title() == "Koers & Kompas")
    QTest.keyClick(shown.file, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: shown.file.header.title() == "Groeipad Mechelen")


def test_control_page_down_goes_to_the_next_part(shown: CentresPage, demer: UUID, qtbot: QtBot):
    go(shown, qtbot, demer)
    QTest.keyClick(shown.file, Qt.Key.Key_PageDown, CTRL)
    assert shown.file.stack.currentIndex() == 1
    QTest.keyClick(shown.file, Qt.Key.Key_PageUp, CTRL)
    QTest.keyClick(shown.file, Qt.Key.Key_PageUp, CTRL)
    assert shown.file.stack.currentIndex() == len(shown.file.parts) - 1


# --- the fields of the centre


def test_a_phone_number_keeps_itself_and_shows_with_spaces(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer, IDENTITY)
    phone = shown.file.views.identity.form.row("phone").field
    write(phone, "025061205")
    qtbot.waitUntil(lambda: identity(controllers, demer).phone == "+3225061205")
    qtbot.waitUntil(lambda: phone.text() == "02 506 12 05")
    assert controllers.history.verify().rows == "ok"
    controllers.history.undo()
    qtbot.waitUntil(lambda: phone.text() == "")


def test_a_wrong_enterprise_number_is_refused_at_the_field_and_the_draft_stays(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer, IDENTITY)
    row = shown.file.views.identity.form.row("enterprise_number")
    write(row.field, "0566988258")
    qtbot.waitUntil(lambda: bool(row.refusal()))
    assert "59 werd verwacht" in row.refusal()
    assert row.field.text() == "0566.988.258"
    assert identity(controllers, demer).enterprise_number == "1000000021"
    controllers.centres.edit(demer, "officer", "El De Roover")
    officer = shown.file.views.identity.form.row("officer").field
    qtbot.waitUntil(lambda: officer.text() == "El De Roover")
    assert row.field.text() == "0566.988.258"
    assert row.refusal()
    write(row.field, "1000000021")
    qtbot.waitUntil(lambda: not row.refusal())


def test_leaving_the_page_hands_in_what_is_being_typed(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer, IDENTITY)
    remark = shown.file.views.identity.form.row("remark").field
    remark.setFocus()
    QTest.keyClicks(remark, "Bezoek in het najaar.")
    shown.settle()
    qtbot.waitUntil(lambda: identity(controllers, demer).remark == "Bezoek in het najaar.")


def test_a_national_number_in_the_remark_is_refused(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer, IDENTITY)
    row = shown.file.views.identity.form.row("remark")
    assert "rijksregisternummers" in row.field.accessibleDescription()
    row.field.setFocus()
    QTest.keyClicks(row.field, "Vraag 85.07.30-033.28")
    shown.settle()
    qtbot.waitUntil(lambda: "rijksregisternummer" in row.refusal())
    assert identity(controllers, demer).remark == ""
    assert row.field.value() == "Vraag 85.07.30-033.28"


def test_a_draft_goes_to_its_own_centre_when_another_opens(
    shown: CentresPage, office: dict[str, UUID], demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer, IDENTITY)
    name = shown.file.views.identity.form.row("trade_name").field
    name.setFocus()
    QTest.keyClicks(name, "Demerhuis")
    QTest.keyClick(name, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: identity(controllers, demer).trade_name == "Demerhuis")
    other = shown.file.centre_id
    assert other is not None
    assert other != demer
    assert identity(controllers, other).trade_name == ""


# --- the parts


def parts(page: CentresPage, section: int, at: int = 0) -> PartGroup:
    page.file.show_section(section)
    views = {PLACES: "places", PEOPLE: "people", CONTACTS: "contacts", RIGHTS: "rights"}
    group: PartGroup = getattr(page.file.views, views[section]).groups[at]
    return group


def test_an_establishment_is_added_filled_in_and_removed_with_a_way_back(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot, ear: Ear
):
    go(shown, qtbot, demer)
    group = parts(shown, PLACES)
    group.add.click()
    number = group.editor.form.row("establishment_number").field
    qtbot.waitUntil(number.hasFocus)
    write(number, "2147812701")
    write(group.editor.form.row("locality").field, "Genk")

    def places():
        return controllers.centres.file(demer).establishments

    qtbot.waitUntil(lambda: bool(places()) and places()[0].address.locality == "Genk")
    assert places()[0].establishment_number == "2147812701"
    assert number.text() == "2.147.812.701"
    qtbot.waitUntil(lambda: len(group.parts) == 1 and group.parts[0].address.locality == "Genk")
    group.table.setFocus()
    QTest.keyClick(group.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not places())
    qtbot.waitUntil(lambda: bool(ear.messages))
    assert ear.messages[-1].sentence == "Vestiging verwijderd."
    assert ear.messages[-1].undo
    controllers.history.undo()
    qtbot.waitUntil(lambda: len(group.parts) == 1)
    assert places()[0].establishment_number == "2147812701"


def test_an_end_before_the_start_is_refused_at_its_field(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    place = controllers.centres.add_establishment(demer, "Genk")
    controllers.centres.edit_part("establishment", place, "since", date(2026, 1, 1))
    go(shown, qtbot, demer)
    group = parts(shown, PLACES)
    qtbot.waitUntil(lambda: group.editor.part is not None)
    until = group.editor.form.row("until")
    write(until.field, "31/12/2025")
    qtbot.waitUntil(lambda: bool(until.refusal()))
    assert until.field.text() == "31/12/2025"
    assert controllers.centres.file(demer).establishments[0].until is None


def test_forty_establishments_each_show_their_own_fields(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    for number in range(40):
        controllers.centres.add_establishment(demer, f"Vestiging {number:02}")
    go(shown, qtbot, demer)
    group = parts(shown, PLACES)
    qtbot.waitUntil(lambda: len(group.parts) == 40)
    group.table.setFocus()
    QTest.keyClick(group.table, Qt.Key.Key_End, CTRL)
    name = group.editor.form.row("name").field
    assert name.text() == group.parts[39].name
    QTest.keyClick(group.table, Qt.Key.Key_Return)
    assert group.editor.form.row("establishment_number").field.hasFocus()


def test_a_counsellor_has_fields_of_the_person_and_of_the_work(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer)
    group = parts(shown, PEOPLE)
    group.add.click()
    card = shown.window().findChild(AddCard)
    assert card is not None
    QTest.keyClicks(card.form.row("first_name").field, "An")
    card.give.click()
    qtbot.waitUntil(lambda: bool(card.form.row("last_name").refusal()))
    QTest.keyClicks(card.form.row("last_name").field, "Claes")
    card.give.click()
    qtbot.waitUntil(lambda: len(group.parts) == 1)
    form = group.editor.form
    form.tell("engagement_type", EngagementType.SUBCONTRACTOR)
    form.tell("qualification", Qualification.YES)
    write(form.row("languages").field, "Nederlands, Frans")

    def person():
        return controllers.centres.file(demer).counsellors[0]

    qtbot.waitUntil(lambda: person().languages == "Nederlands, Frans")
    assert person().engagement_type is EngagementType.SUBCONTRACTOR
    assert person().qualification is Qualification.YES
    shown.file.show_part("overview")
    qtbot.waitUntil(lambda: shown.file.views.overview.team.qualified.value() == "1 van 1")


def test_a_contact_person_shows_first_on_the_overview(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer)
    group = parts(shown, CONTACTS)
    group.add.click()
    first = group.editor.form.row("first_name").field
    qtbot.waitUntil(first.hasFocus)
    write(first, "Griet")
    write(group.editor.form.row("last_name").field, "Moreels")
    write(group.editor.form.row("phone").field, "0473725383")
    shown.file.show_part("overview")
    contact = shown.file.views.overview.contact
    qtbot.waitUntil(lambda: contact.phone.text() == "0473 72 53 83")
    assert contact.person.text() == "Griet Moreels"


# --- mandates and certificates


def test_a_new_mandate_proposes_six_years_and_warns_of_another_length(
    shown: CentresPage, office: dict[str, UUID], controllers: Controllers, qtbot: QtBot
):
    centre = office["Groeipad Mechelen"]
    go(shown, qtbot, centre)
    group = parts(shown, RIGHTS)
    group.add.click()
    card = shown.window().findChild(NewMandate)
    assert card is not None
    write(card.start_day, "1/11/2026")
    assert card.end_day.hasFocus()
    qtbot.waitUntil(lambda: card.end_day.value() == date(2032, 10, 31))
    assert not card.warning.isVisible()
    qtbot.waitUntil(card.by_rule.isVisible)
    assert card.by_rule.text().endswith("31 oktober 2032")
    card.by_rule.click()
    (why,) = shown.window().findChildren(WhyCard)
    why.close_card()
    assert card.isVisible()
    card.end_day.selectAll()
    QTest.keyClicks(card.end_day, "31/10/2031")
    card.cancel.setFocus()
    qtbot.waitUntil(card.warning.isVisible)
    assert "31 oktober 2032" in card.warning.text()
    card.hand_in()
    qtbot.waitUntil(lambda: bool(card.form.row("end_date").refusal()))
    assert card.end_day.text() == "31/10/2031"
    QTest.keyClicks(card.reason.field, "Zo staat het in de beslissing.")
    card.hand_in()
    qtbot.waitUntil(lambda: len(group.parts) == 1)
    standing = controllers.mandates.standing(centre)
    assert standing.state is MandateState.FUTURE
    assert standing.current is not None
    assert standing.current.end == date(2031, 10, 31)
    qtbot.waitUntil(group.editor.warning.isVisible)


def test_a_mandate_without_a_first_day_is_refused_there(
    shown: CentresPage, demer: UUID, qtbot: QtBot
):
    go(shown, qtbot, demer)
    parts(shown, RIGHTS).add.click()
    card = shown.window().findChild(NewMandate)
    assert card is not None
    card.give.click()
    qtbot.waitUntil(lambda: bool(card.form.row("start_date").refusal()))
    assert card.give.isEnabled()


def test_an_overlap_is_refused_at_the_day_that_was_changed(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    controllers.mandates.add(demer, "LB-later", date(2029, 1, 1))
    go(shown, qtbot, demer)
    group = parts(shown, RIGHTS)
    qtbot.waitUntil(lambda: len(group.parts) == 2)
    group.choose(1)
    end = group.editor.form.row("end_date")
    write(end.field, "30/06/2029")
    qtbot.waitUntil(lambda: "LB-later" in end.refusal())
    assert end.field.text() == "30/06/2029"
    assert controllers.mandates.standing(demer).mandates[1].end == date(2028, 12, 31)


def test_a_certificate_past_its_day_turns_the_state_by_itself(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    go(shown, qtbot, demer)
    group = parts(shown, RIGHTS, 1)
    qtbot.waitUntil(lambda: len(group.parts) == 1)
    group.choose(0)
    write(group.editor.form.row("valid_until").field, "1 mei 2026")
    qtbot.waitUntil(
        lambda: controllers.mandates.standing(demer).certificate_state is CertificateState.EXPIRED
    )
    shown.file.show_part("overview")
    card = shown.file.views.overview.certificate
    qtbot.waitUntil(lambda: card.today.what.text() == "Vandaag: niet geldig")


def test_the_calendar_keeps_alt_and_the_arrow(shown: CentresPage, demer: UUID, qtbot: QtBot):
    go(shown, qtbot, demer)
    group = parts(shown, RIGHTS)
    qtbot.waitUntil(lambda: group.editor.part is not None)
    day = group.editor.form.row("start_date").field
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_Down, ALT)
    assert day.calendar is not None
    assert day.calendar.isVisible()
    assert shown.file.centre_id == demer
    day.calendar.hide()
