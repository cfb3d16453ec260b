"""The file as known on a day, through the window: the band, the still fields, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.checks.values import Agreed, Grade
from models.centres.entities import SEARCHED
from models.store.file import Terms
from tests.conftest import CHEAP, NOW
from tests.ui.pages.centres.conftest import Ear
from ui.kit.ask import AskText
from ui.kit.button import Button
from ui.kit.form import FormRow
from ui.kit.page import Ref
from ui.pages.centres.cockpit_lists import _row
from ui.pages.centres.page import CentresPage
from ui.pages.centres.past_file import DayCard, PastFile
from ui.why_card import WhyCard

CTRL = Qt.KeyboardModifier.ControlModifier
MARCH = date(2026, 3, 12)
TODAY = NOW.date()


class Calendar:
    """Stands in March until the test turns it to today."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 12, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def terms(calendar: Calendar) -> Terms:
    return Terms(clock=calendar, who="Lotte Verhaegen", searched=(SEARCHED,), cost=CHEAP)


@pytest.fixture
def demer(office: dict[str, UUID], controllers: Controllers, calendar: Calendar) -> UUID:
    """In March its phone was another one; since May a contact and a check are known."""
    centre = office["Loopbaanhuis Demer"]
    controllers.centres.edit(centre, "phone", "02 506 12 05")
    calendar.now = NOW
    controllers.centres.edit(centre, "phone", "02 506 12 06")
    controllers.centres.add_contact(centre, "Jansen")
    return centre


@pytest.fixture
def file(page: CentresPage, demer: UUID, qtbot: QtBot) -> CentresPage:
    page.open(Ref("centre", demer))
    qtbot.waitUntil(lambda: page.file._shown == demer)
    return page


def go_back(page: CentresPage, qtbot: QtBot, day: str = "12/03/2026") -> PastFile:
    QTest.keyClick(page, Qt.Key.Key_D, CTRL)
    card = page.window().findChild(DayCard)
    QTest.keyClicks(card.field, day)
    card.give.click()
    qtbot.waitUntil(lambda: page.past is not None and page.past.file._shown is not None)
    return page.past


def test_the_file_turns_to_that_day_under_a_band(file: CentresPage, qtbot: QtBot):
    past = go_back(file, qtbot)
    assert past.band.accessibleName() == (
        "Dit dossier zoals het bekend was op 12 maart 2026, einde van de dag."
        " U kunt hier niets wijzigen."
    )
    assert past.band.isVisible()
    past.file.show_part("identity")
    assert past.file.views.identity.form.row("phone").field.text() == "02 506 12 05"
    past.file.show_part("contacts")
    file.file.show_part("contacts")
    assert past.file.views.contacts.groups[0].parts == []
    assert file.file.views.contacts.groups[0].parts != []


def test_every_part_is_asked_of_that_moment(file: CentresPage, qtbot: QtBot):
    past = go_back(file, qtbot)
    assert past.file.views.overview.mandate.headline.text() == "Nog 2 jaar en 9 maanden"
    assert past.file.views.overview.certificate.today.what.text() == "Op 12 mrt 2026: geldig"
    assert "12 maart 2026 valt in die periode" in past.file.views.overview.mandate.why.text()
    assert file.file.views.overview.mandate.headline.text() == "Nog 2 jaar en 7 maanden"


def test_nothing_can_be_changed_there(file: CentresPage, controllers: Controllers, qtbot: QtBot):
    past = go_back(file, qtbot)
    for part in past.file.parts:
        past.file.show_part(part.key)
        for row in part.view().findChildren(FormRow):
            typed = isinstance(row.field, QLineEdit | QPlainTextEdit)
            assert row.field.isReadOnly() if typed else not row.field.isEnabled(), part.key
        assert not [
            button.text()
            for button in part.view().findChildren(Button)
            if button.isVisible() and button.acts
        ]
    assert not past.file.plan.isVisible()
    steps = len(controllers.history.ids())
    past.file.show_part("rights")
    group = past.file.views.rights.groups[0]
    group.choose(0)
    with qtbot.waitSignal(file._tasks.failed) as refused:
        group.editor.remove()  # what Delete in the list does
    assert "12 maart 2026" in str(refused.args[0])
    assert len(controllers.history.ids()) == steps


def test_nothing_invites_to_act_there(file: CentresPage, qtbot: QtBot):
    past = go_back(file, qtbot)
    past.file.show_part("surveys")
    group = past.file.views.surveys.groups[0]
    assert group.nothing.text() == "Hiervan was op die dag nog niets bekend."
    past.file.show_part("rights")
    assert not past.file.views.rights.groups[0].go_on.isVisible()
    past.file.show_part("timeline")
    qtbot.waitUntil(lambda: past.file.views.timeline.timeline.chosen is not None)
    past.file.views.timeline.timeline.setFocus()
    QTest.keyClick(past.file.views.timeline.timeline, Qt.Key.Key_V)
    QTest.keyClick(past.file.views.timeline.timeline, Qt.Key.Key_W)
    assert file.window().findChild(AskText) is None
    cards = file.window().findChildren(WhyCard)
    assert all(card.question.isHidden() for card in cards)


def test_what_was_agreed_cannot_be_ticked_off_there():
    one = Agreed(
        *(uuid4(), uuid4(), "DC-1", MARCH, "DC-05", "Reden", Grade.MINOR, "Vraag.", TODAY),
        *(0, "", None, None),
    )
    for agreed in (one, replace(one, met_on=TODAY)):
        assert _row(agreed, still=False).checkable
        assert not _row(agreed, still=True).checkable


def test_back_to_now_at_the_same_part(file: CentresPage, demer: UUID, qtbot: QtBot):
    past = go_back(file, qtbot)
    past.file.show_part("contacts")
    past.band.back.click()
    assert file.stack.currentWidget() is file.file
    assert (file.file.centre_id, file.file.part) == (demer, "contacts")
    assert file.past is None


def test_another_day_from_the_past_and_a_refusal_at_the_field(file: CentresPage, qtbot: QtBot):
    go_back(file, qtbot)
    QTest.keyClick(file, Qt.Key.Key_D, CTRL)
    card = file.window().findChild(DayCard)
    assert card.field.value() == MARCH
    row = card.form.row("day")
    for day, said in (
        ("01/03/2026", "voor het eerst genoteerd op 12 maart"),
        ("05/05/2026", "moet nog komen"),
    ):
        card.field.setText(day)
        card.give.click()
        qtbot.waitUntil(lambda said=said: said in row.refusal())
    card.field.setText("")
    card.give.click()
    assert "Kies een dag" in row.refusal()
    card.field.setText("04/05/2026")
    card.give.click()
    qtbot.waitUntil(lambda: file.past is not None and file.past.day == TODAY)


def test_elsewhere_is_now_and_says_so(file: CentresPage, qtbot: QtBot, ear: Ear, demer: UUID):
    past = go_back(file, qtbot)
    check = Ref("check", demer)
    past.file.wanted.emit(check)
    assert ear.wanted == []
    assert ear.messages[-1].opens == check
    past.file.wanted.emit(Ref("centre", demer, "people"))
    assert past.file.part == "people"


def test_going_to_the_list_leaves_the_past(file: CentresPage, qtbot: QtBot):
    go_back(file, qtbot)
    file.open(Ref("centres"))
    assert file.past is None
    assert file.stack.currentWidget() is file.list


def test_news_of_today_leaves_the_past_as_it_was(
    file: CentresPage, qtbot: QtBot, controllers: Controllers, demer: UUID, calendar: Calendar
):
    past = go_back(file, qtbot)
    calendar.now = NOW + timedelta(days=1)
    with qtbot.waitSignal(file._tasks.changed):
        controllers.centres.edit(demer, "phone", "02 506 12 07")
    past.file.show_part("identity")
    assert past.file.views.identity.form.row("phone").field.text() == "02 506 12 05"


def test_a_ref_may_lead_straight_to_a_day(file: CentresPage, demer: UUID, qtbot: QtBot):
    file.open(Ref("centre", demer, "known 2026-03-12"))
    qtbot.waitUntil(lambda: file.past is not None)
    assert file.past.day == MARCH
