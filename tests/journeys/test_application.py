"""From an application that comes in to the mandate that runs, or to the refusal that says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.checklists.rules import ASSESSMENT, template
from models.applications.values import (
    AdviceOutcome,
    ApplicationState,
    DecisionKind,
    Judged,
    Judgement,
)
from models.kernel.text import _
from models.mandates.values import CertificateKind, MandateState
from tests.conftest import CHEAP
from tests.journeys.officer import CTRL, NOW, WORDS, Officer
from ui.pages.applications.application_view import CRITERIA, OUTCOME, ApplicationView
from ui.pages.applications.page import ApplicationsPage
from ui.why_card import WhyCard

CENTRE, DECIDER = "Antea Loopbanen", "Pieter Claes"
KEYS = [one.key for one in template(ASSESSMENT).questions]
OTHERS = {key: Judged(Judgement.MEETS, f"Aangetoond bij {key}.") for key in KEYS[2:]}
"""What she judged on the days before; the first two she does now, by keyboard."""
LAWS = "wet van 29 juli 1991"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office with a centre that holds a certificate and one place to work, and no mandate."""
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    made.settings.edit("officer_name", "Lotte Verhaegen")
    _antea(made)
    made.centres.add("0887010362", "Boudewijn Consult")
    made.close()
    return file


def _antea(do: Controllers) -> None:
    centre = do.centres.add("0566988259", CENTRE)
    place = do.centres.add_establishment(centre, "Antea Gent")
    for field, text in (
        ("establishment_number", "2147812701"),
        ("postal_code", "9000"),
        ("locality", "Gent"),
    ):
        do.centres.edit_part("establishment", place, field, text)
    do.mandates.add_certificate(centre, CertificateKind.QFOR_CLIENT_SCAN, date(2028, 12, 31))


def test_from_an_application_to_a_mandate_that_runs(officer: Officer) -> None:
    write_down_the_application(officer)
    judge_the_first_two_by_keyboard(officer)
    judge_the_rest(officer)
    ask_why_the_day_to_decide_is_that_day(officer)
    advise(officer, AdviceOutcome.POSITIVE)
    decide_with_other_eyes(officer)
    see_the_mandate_run(officer)
    take_both_back_and_do_them_again(officer)
    assert (officer.bugs, officer.strays) == ([], [])


def test_from_an_application_to_a_refusal_that_says_why(officer: Officer) -> None:
    write_down_the_application(officer)
    judge_the_first_two_by_keyboard(officer)
    judge_the_rest(officer, **{"MA-05": Judgement.DOES_NOT_MEET})
    ask_to_complete_and_hear_nothing_new(officer)
    advise(officer, AdviceOutcome.NEGATIVE)
    empty_one_motivation(officer, "MA-09")
    be_refused_for_want_of_reasons(officer)
    motivate(officer, "MA-09")
    refuse(officer)
    see_the_refusal(officer)
    assert (officer.bugs, officer.strays) == ([], [])


# the way in


def write_down_the_application(officer: Officer) -> None:
    """Ctrl+K, a few letters: the card for a new application, all by keyboard."""
    officer.key(Qt.Key.Key_K, CTRL)
    officer.type("aanvraag noteren")
    officer.rest()
    officer.key(Qt.Key.Key_Return)
    officer.until(lambda: isinstance(officer.desk.current, ApplicationsPage))
    page = officer.desk.current
    assert isinstance(page, ApplicationsPage)
    officer.until(lambda: page.new_card is not None and page.new_card.isVisible())
    card = page.new_card
    assert card is not None
    officer.type("antea")
    officer.rest()
    officer.key(Qt.Key.Key_Return)
    officer.rest()
    officer.write(card.received, "20/04/2026")
    officer.write(card.start_day, "04/05/2026")
    officer.press(card.give)
    officer.until(lambda: dossier(officer).file is not None)
    officer.rest()
    assert dossier(officer).header.title() == CENTRE
    assert state(officer) is ApplicationState.RECEIVED


def judge_the_first_two_by_keyboard(officer: Officer) -> None:
    """1 judges, N writes, Ctrl+Enter keeps it and goes on; F8 finds the next gap."""
    view = dossier(officer)
    view.criteria.list.setFocus()
    assert view.criteria.list.current == "MA-01"
    assert "0566.988.259" in view.file.of("MA-01").facts[0].why
    officer.key(Qt.Key.Key_1)
    officer.key(Qt.Key.Key_N)
    officer.type("Klopt met het KBO-uittreksel.")
    officer.key(Qt.Key.Key_Return, CTRL)
    officer.rest()
    assert view.criteria.list.current == "MA-02"
    officer.key(Qt.Key.Key_1)
    officer.rest()
    officer.key(Qt.Key.Key_F8)  # judged, but not motivated: its own field
    officer.type("Alle bijlagen zijn er.")
    officer.key(Qt.Key.Key_Escape)
    officer.rest()
    judged = view.file.of("MA-01").judged
    assert (judged.judgement, judged.motivation) == (
        Judgement.MEETS,
        "Klopt met het KBO-uittreksel.",
    )


def judge_the_rest(officer: Officer, **others: Judgement) -> None:
    """What was judged on other days; the screen follows by itself."""
    view = dossier(officer)
    judged = OTHERS | {
        key: Judged(judgement, "Alleen jobcoaching van werkzoekenden.")
        for key, judgement in others.items()
    }
    officer.program.tasks.do(officer.file.applications.assess, view.file.id, judged)
    officer.rest()
    officer.until(lambda: all(one.gap is None for one in view.file.criteria))


def ask_why_the_day_to_decide_is_that_day(officer: Officer) -> None:
    officer.press_word(_("Complete"), dossier(officer))
    card = dossier(officer).acts.card
    officer.until(card.isVisible)
    officer.press(card.give)
    officer.until(lambda: state(officer) is ApplicationState.IN_ASSESSMENT)
    officer.rest()
    date_ = dossier(officer).band.steps[-1].day
    officer.press(date_)
    card = officer.desk.window().findChild(WhyCard)
    assert card is not None
    assert "90 kalenderdagen" in card.copy.accessibleDescription()
    officer.key(Qt.Key.Key_Escape)
    officer.rest()


def ask_to_complete_and_hear_nothing_new(officer: Officer) -> None:
    """The centre gets its chance first; only then a knock-out leads to a negative advice."""
    view = dossier(officer)
    assert view.file.proposal.outcome is AdviceOutcome.INFO_REQUEST
    officer.press_word(_("Ask to complete"), view)
    card = view.acts.card
    officer.until(card.isVisible)
    officer.type("Bewijs van ervaring met loopbaanvragen.")
    officer.rest()
    officer.press(card.give)
    officer.until(lambda: state(officer) is ApplicationState.TO_COMPLETE)
    officer.rest()
    assert view.band.steps[1].day.text() == "tegen 3 jun 2026"
    officer.press_word(_("Complete"), view)
    card = view.acts.card
    officer.until(card.isVisible)
    officer.press(card.give)
    officer.until(lambda: state(officer) is ApplicationState.IN_ASSESSMENT)
    officer.rest()
    assert view.file.proposal.outcome is AdviceOutcome.NEGATIVE
    assert "MA-05" in view.criteria.foot.sentence()


def advise(officer: Officer, outcome: AdviceOutcome) -> None:
    view = dossier(officer)
    officer.press_word(_("Give advice"), view.header)
    officer.rest()
    card = view.acts.card
    officer.until(card.isVisible)
    assert card.outcome.value() is outcome
    assert card.by.value() == "Lotte Verhaegen"
    officer.press(card.give)
    officer.until(lambda: state(officer) is ApplicationState.ADVISED)
    officer.rest()
    assert officer.said == _("The advice is given.")


# granted


def decide_with_other_eyes(officer: Officer) -> None:
    card = begin_deciding(officer)
    assert card.kind.value() is DecisionKind.GRANTED
    officer.write(card.fields["decided_by"], "Lotte Verhaegen")
    officer.press(card.give)
    officer.until(lambda: "decided_by" in card.form.refusals())
    assert "Iemand anders beslist" in card.form.refusals()["decided_by"]
    officer.write(card.fields["decided_by"], DECIDER)
    officer.write(card.fields["number"], "LB-2026-0007")
    officer.press(card.give)
    officer.until(lambda: state(officer) is ApplicationState.GRANTED)
    officer.rest()


def see_the_mandate_run(officer: Officer) -> None:
    """The dossier leads to the file of the centre: the mandate runs there, six years less a day."""
    officer.press_word(_("Centre file"), dossier(officer))
    officer.until(lambda: officer.centres.file.header.title() == CENTRE)
    officer.rest()
    file = officer.centres.file
    officer.until(lambda: file.state.accessibleName() == "Mandaat: loopt")
    held = officer.file.mandates.standing(file.centre_id)
    assert held.state is MandateState.ACTIVE
    assert (held.current.number, held.current.end) == ("LB-2026-0007", date(2032, 5, 3))
    rulings = file.views.rulings
    assert rulings.isVisible()
    assert len(rulings._things) == 2


def take_both_back_and_do_them_again(officer: Officer) -> None:
    centre = officer.centres.file.centre_id
    officer.centres.file.views.rulings.list.setFocus()
    officer.key(Qt.Key.Key_Z, CTRL)
    officer.rest()
    assert officer.said == "Ongedaan gemaakt: mandaat toekennen (Antea Loopbanen)."
    assert officer.file.mandates.standing(centre).mandates == ()
    assert officer.file.applications.decision_ids(centre) == []
    officer.key(Qt.Key.Key_Y, CTRL)
    officer.rest()
    assert len(officer.file.mandates.standing(centre).mandates) == 1
    assert len(officer.file.applications.decision_ids(centre)) == 1


# refused


def empty_one_motivation(officer: Officer, key: str) -> None:
    view = dossier(officer)
    view.show_side(CRITERIA)
    view.criteria.stand_on(key)
    officer.write(view.criteria.panel.motivation, " ")
    officer.rest()
    officer.until(lambda: view.file.of(key).judged.motivation == "")


def be_refused_for_want_of_reasons(officer: Officer) -> None:
    """The program does not take a refusal that leaves one requirement without a reason."""
    card = begin_deciding(officer)
    assert card.kind.value() is DecisionKind.REFUSED
    assert not card.mandate.isVisible()
    officer.write(card.fields["decided_by"], DECIDER)
    card.fields["motivation"].setFocus()
    officer.type("De aanvrager toont geen relevante ervaring aan.")
    officer.press(card.give)
    officer.until(lambda: "kind" in card.form.refusals())
    said = card.form.refusals()["kind"]
    assert LAWS in said
    assert "MA-09" in said
    assert "MA-05" not in said
    assert state(officer) is ApplicationState.ADVISED
    assert card.fields["motivation"].value().startswith("De aanvrager")
    officer.press(card.cancel)
    assert dossier(officer).criteria.list.current == "MA-09"


def motivate(officer: Officer, key: str) -> None:
    view = dossier(officer)
    view.criteria.stand_on(key)
    view.criteria.list.setFocus()
    officer.key(Qt.Key.Key_N)
    officer.type("Intervisie om de zes weken.")
    officer.key(Qt.Key.Key_Escape)
    officer.rest()


def refuse(officer: Officer) -> None:
    card = begin_deciding(officer)
    officer.write(card.fields["decided_by"], DECIDER)
    officer.press(card.give)
    officer.until(lambda: "motivation" in card.form.refusals())
    card.fields["motivation"].setFocus()
    officer.type("De aanvrager toont geen relevante ervaring aan.")
    officer.press(card.give)
    officer.until(lambda: state(officer) is ApplicationState.REFUSED)
    officer.rest()


def see_the_refusal(officer: Officer) -> None:
    view = dossier(officer)
    view.show_side(OUTCOME)
    officer.rest()
    panel = view.outcome.decision
    assert panel.isVisible()
    assert panel.fields["motivation"].value().startswith("De aanvrager")
    assert officer.file.mandates.standing(view.file.centre_id).state is MandateState.NONE


# where she is


def dossier(officer: Officer) -> ApplicationView:
    page = officer.desk.current
    assert isinstance(page, ApplicationsPage), page
    return page.dossier


def state(officer: Officer) -> ApplicationState:
    file = dossier(officer).file
    assert file is not None
    return file.state


def begin_deciding(officer: Officer):
    officer.press_word(_("Decide"), dossier(officer).header)
    officer.rest()
    card = dossier(officer).acts.card
    officer.until(card.isVisible)
    return card
