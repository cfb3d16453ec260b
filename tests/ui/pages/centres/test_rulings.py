"""Applications and decisions in the file of a centre: what leads where, and how a mandate ends."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.applications.values import DecisionKind
from models.mandates.values import EndKind
from tests.controllers.dossiers import applicant
from ui.kit.page import Ref
from ui.pages.centres.rulings_view import RulingsView

WITHDRAWN = DecisionKind.WITHDRAWN


@pytest.fixture
def settled(page, tasks, qtbot):
    """Until everything that was handed in is kept, read again and shown."""

    def rest() -> None:
        done: list[object] = []
        tasks.do(list).then(done.append)
        qtbot.waitUntil(lambda: bool(done) and not tasks.busy, timeout=5000)

    return rest


@pytest.fixture
def one(controllers):
    return applicant(controllers)


@pytest.fixture
def view(page, settled, one) -> RulingsView:
    page.show_file(one.centre)
    settled()
    page.file.show_part("applications")
    settled()
    return page.file.views.rulings


def test_an_application_leads_to_its_dossier(page, view, one, settled, qtbot):
    wishes: list[Ref] = []
    page.wanted.connect(wishes.append)
    assert view.list.current == one.application
    view.application.open.click()
    view.new.click()
    assert wishes == [Ref("application", one.application), Ref("apply", one.centre)]


def test_without_a_running_mandate_nothing_can_end(view):
    assert not view.ends[WITHDRAWN].isEnabled()
    assert view.ends[WITHDRAWN].toolTip()
    assert not view.ends[DecisionKind.SUSPENDED].isVisible()


def test_a_withdrawal_asks_for_its_hearing_and_ends_the_mandate(view, one, controllers, settled):
    controllers.mandates.add(one.centre, "LB-0", date(2022, 1, 1))
    check = controllers.checks.plan(one.centre, date(2026, 4, 1))
    settled()
    view.ends[WITHDRAWN].click()
    settled()
    card = view.card
    assert card.fields["authority"].value() == "VDAB"
    card.fields["decided_by"].setText("An Peeters")
    card.fields["last_day"].setText("31/05/2026")
    card.fields["waiting_until"].setText("31/05/2028")
    card.fields["check_id"].set_value(check, afresh=True)
    card.fields["motivation"].setPlainText("Ernstige tekortkomingen, zonder herstel.")
    card.hand_in()
    settled()
    assert "hearing_on" in card.form.refusals()
    card.fields["hearing_on"].setText("20/04/2026")
    card.fields["hearing_report"].setText("De zaakvoerder betwistte niets.")
    card.hand_in()
    settled()
    held = controllers.mandates.standing(one.centre).mandates[0]
    assert (held.ended_on, held.end_kind) == (date(2026, 5, 31), EndKind.WITHDRAWN)
    decision = controllers.applications.decisions_of(one.centre)[0]
    assert decision.check_id == check
    QTest.keyClick(view.list, Qt.Key.Key_End)
    assert view.decision.links["check"].isVisible()
    assert view.decision.facts["waiting"].value()


def test_a_decision_leads_to_its_letter(page, view, one, controllers, settled):
    one.ready()
    decision = one.grant()
    settled()
    wishes: list[Ref] = []
    page.wanted.connect(wishes.append)
    QTest.keyClick(view.list, Qt.Key.Key_End)
    view.decision.links["letter"].click()
    view.decision.links["application"].click()
    assert wishes == [Ref("decision-letter-of", decision), Ref("application", one.application)]
