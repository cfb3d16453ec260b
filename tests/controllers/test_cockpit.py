"""One centre at a glance on a real file: which year it is, and what was agreed."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from controllers.cockpit_words import calm_words
from controllers.language import in_dutch
from models.checks.values import AnswerType, AnswerValue
from models.store.store import Store
from tests.controllers.finished import centre, finished_check, settle


@pytest.fixture
def do(store: Store) -> Controllers:
    controllers = Controllers(store)
    settle(controllers)
    return controllers


@pytest.mark.parametrize(
    ("ended", "year"), [(None, (3, 6)), (date(2026, 5, 4), (3, 6)), (date(2026, 5, 3), None)]
)
def test_a_mandate_that_stopped_is_in_no_year_any_more(do: Controllers, ended, year):
    centre = do.centres.add("0566988259", "Loopbaanhuis Demer")
    mandate = do.mandates.add(centre, "LB-1", date(2023, 7, 1))
    do.mandates.edit(mandate, "ended_on", ended)
    assert do.cockpit.of(centre).year == year


def test_what_was_agreed_is_the_same_at_the_check_and_on_the_cockpit(do: Controllers):
    check = finished_check(do)
    do.letters.set_date(do.letters.write_audit_letter(check), date(2026, 4, 20))
    centre = do.checks.file(check).centre_id
    assert do.cockpit.of(centre).agreed == do.checks.agreed(centre) != ()


def test_why_nothing_is_open_tells_how_far_the_only_check_is(do: Controllers):
    at = centre(do)

    def said() -> str:
        with in_dutch():
            return calm_words(do.cockpit.of(at))

    assert said() == "Er is nog niets afgesproken: hier gebeurde nog geen controle."
    check = do.checks.plan(at, date(2026, 5, 4))
    assert said() == "Er is nog niets afgesproken: hier gebeurde nog geen controle."
    do.checks.start(check)
    runs = "Er is nog niets afgesproken: de controle van 4 mei 2026 is niet afgerond."
    assert said() == runs
    do.checks.add_dossiers(check, "KZ-001")
    file = do.checks.file(check)
    for question in file.template.questions:
        if question.answer_type is AnswerType.HOURS_COMPARE:
            do.checks.hours(check, file.dossiers[0].id, question.key, 4.0, 4.0)
        else:
            do.checks.answer(check, file.dossiers[0].id, question.key, AnswerValue.YES)
    assert said() == runs
    do.checks.finish(check)
    asked = "Na de laatste afgeronde controle werd niets gevraagd aan dit centrum."
    assert said() == asked
    do.checks.start(do.checks.plan(at))
    assert said() == asked
