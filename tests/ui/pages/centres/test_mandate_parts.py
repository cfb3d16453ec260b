"""Mandates in a centre file: odd days are refused at their field until there is a reason."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.mandates.values import CertificateKind, MandateFile
from ui.kit.page import Ref
from ui.pages.centres.new_mandate import NextPeriod
from ui.pages.centres.page import CentresPage
from ui.pages.centres.parts_view import PartGroup

WHY = "Zo staat het in de beslissing van 3 maart."


@pytest.fixture
def demer(office: dict[str, UUID]) -> UUID:
    """Its mandate runs from 1 January 2023 to 31 December 2028."""
    return office["Loopbaanhuis Demer"]


@pytest.fixture
def group(shown: CentresPage, demer: UUID, qtbot: QtBot) -> PartGroup:
    """The mandates of that centre, with the only one chosen."""
    shown.open(Ref("centre", demer, "rights"))
    group: PartGroup = shown.file.views.rights.groups[0]
    qtbot.waitUntil(lambda: shown.file.centre_id == demer and len(group.parts) == 1)
    group.choose(0)
    return group


def write(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def held(controllers: Controllers, centre: UUID) -> MandateFile:
    return controllers.mandates.standing(centre).mandates[0]


def test_another_length_waits_for_its_reason_and_is_then_kept_by_itself(
    group: PartGroup, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    form = group.editor.form
    end, reason = form.row("end_date"), form.row("deviation")
    write(end.field, "30/06/2028")
    qtbot.waitUntil(lambda: "31 december 2028" in end.refusal())
    assert "Reden van de afwijking" in end.refusal()
    assert end.field.text() == "30/06/2028"
    assert held(controllers, demer).end == date(2028, 12, 31)
    reason.field.setFocus()
    QTest.keyClicks(reason.field, WHY)
    group.editor.form.settle()
    qtbot.waitUntil(lambda: held(controllers, demer).end == date(2028, 6, 30))
    qtbot.waitUntil(lambda: not end.refusal())
    qtbot.waitUntil(lambda: "31 december 2028" in group.editor.warning.text())
    assert held(controllers, demer).deviation == WHY


def test_del_is_of_the_list_that_has_the_keyboard(
    shown: CentresPage, group: PartGroup, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    made = controllers.mandates.add_certificate(demer, CertificateKind.CEDEO, date(2027, 1, 31))
    certificates: PartGroup = shown.file.views.rights.groups[1]

    def ids() -> list[UUID]:
        return [one.id for one in certificates.parts]

    qtbot.waitUntil(lambda: made in ids())
    certificates.choose(ids().index(made))
    shown.file.sections.start()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    certificates.table.setFocus()
    QTest.keyClick(certificates.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: made not in ids())
    assert len(group.parts) == 1
    controllers.history.undo()
    qtbot.waitUntil(lambda: made in ids())


def test_a_reason_that_is_needed_cannot_be_emptied(
    group: PartGroup, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    mandate = held(controllers, demer).id
    controllers.mandates.edit(mandate, "deviation", WHY)
    controllers.mandates.edit(mandate, "end_date", date(2028, 6, 30))
    reason = group.editor.form.row("deviation")
    qtbot.waitUntil(lambda: reason.value() == WHY)
    reason.field.setFocus()
    reason.field.selectAll()
    QTest.keyClick(reason.field, Qt.Key.Key_Delete)
    group.editor.form.settle()
    qtbot.waitUntil(lambda: "reden" in reason.refusal().lower())
    assert held(controllers, demer).deviation == WHY


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("end_date", "31/12/2022", "eindigt"),
        ("end_date", "31 februari 2028", "bestaat niet"),
        ("start_date", "30/02/2023", "bestaat niet"),
        ("ended_on", "01/01/2029", "van 1 januari 2023"),
        ("waiting_period_until", "01/01/2027", "wachttermijn"),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(
    group: PartGroup,
    demer: UUID,
    controllers: Controllers,
    qtbot: QtBot,
    name: str,
    typed: str,
    said: str,
):
    before = held(controllers, demer)
    row = group.editor.form.row(name)
    write(row.field, typed)
    qtbot.waitUntil(lambda: said in row.refusal().lower())
    assert row.field.text() == typed
    assert held(controllers, demer) == before


def test_the_end_goes_along_with_the_start(
    group: PartGroup, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    write(group.editor.form.row("start_date").field, "1/3/2023")
    qtbot.waitUntil(lambda: held(controllers, demer).start == date(2023, 3, 1))
    assert held(controllers, demer).end == date(2029, 2, 28)
    qtbot.waitUntil(lambda: group.editor.form.row("end_date").value() == date(2029, 2, 28))


def test_the_next_period_is_proposed_with_what_its_regime_asks(
    shown: CentresPage, group: PartGroup, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    assert group.go_on is not None
    group.go_on.click()
    qtbot.waitUntil(lambda: shown.window().findChild(NextPeriod) is not None)
    card = shown.window().findChild(NextPeriod)
    assert card is not None
    qtbot.waitUntil(lambda: card.end_day.value() == date(2034, 12, 31))
    assert card.start_day.value() == date(2029, 1, 1)
    write(card.form.row("continued_on").field, "4/5/2026")
    qtbot.waitUntil(lambda: len(group.parts) == 2)
    later, earlier = controllers.mandates.standing(demer).mandates
    assert later.predecessor_id == earlier.id
    assert later.place == (2, 2)
    assert earlier.continued_on == date(2026, 5, 4)
    assert "2 van 2" in group.cells.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert controllers.history.next_undo is not None


def test_suspension_shows_only_when_the_office_uses_it(
    group: PartGroup, controllers: Controllers, qtbot: QtBot
):
    row = group.editor.form.row("suspended_from")
    assert not row.isVisibleTo(group.editor)
    controllers.settings.edit("suspension", "on")
    qtbot.waitUntil(lambda: row.isVisibleTo(group.editor))


def test_days_without_a_certificate_stand_in_words_above_the_certificates(
    shown: CentresPage, group: PartGroup, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    """The certificate of this centre ends on 31 December 2027, a year before the mandate."""
    labels: PartGroup = shown.file.views.rights.groups[1]
    qtbot.waitUntil(lambda: "1 januari 2029" in labels.alert.text())
    first = controllers.mandates.standing(demer).certificates[0]
    controllers.mandates.edit_certificate(first.id, "valid_until", date(2026, 5, 3))
    qtbot.waitUntil(lambda: "1 dag geleden" in labels.alert.text())
    controllers.mandates.add_certificate(demer, None, date(2032, 1, 1), date(2026, 5, 4))
    qtbot.waitUntil(lambda: not labels.alert.isVisibleTo(labels))


def test_the_day_a_counsellor_was_reported_belongs_to_the_work_at_this_centre(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    controllers.centres.add_counsellor(demer, "An", "Claes")
    shown.open(Ref("centre", demer, "people"))
    people: PartGroup = shown.file.views.people.groups[0]
    qtbot.waitUntil(lambda: len(people.parts) == 1)
    people.choose(0)
    write(people.editor.form.row("reported_on").field, "4/5/2026")

    def reported() -> date | None:
        return controllers.centres.file(demer).counsellors[0].reported_on

    qtbot.waitUntil(lambda: reported() == date(2026, 5, 4))
