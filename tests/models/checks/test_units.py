"""What is answered for is called by its own name: an application is never a dossier."""

import pytest

from models.checklists.values import Unit
from models.checks.rules.units import words


def test_every_thing_that_is_answered_for_has_words_of_its_own():
    assert len({words(unit).one for unit in Unit}) == len(Unit)


@pytest.mark.parametrize(
    ("unit", "one", "another"),
    [
        (Unit.CLIENT_DOSSIER, "1 dossier", "1 ander dossier"),
        (Unit.PUBLIC_CHANNEL, "1 kanaal", "1 ander kanaal"),
        (Unit.MANDATE_APPLICATION, "1 aanvraag", "1 andere aanvraag"),
    ],
)
def test_one_and_another_follow_the_gender(unit, one, another):
    assert (words(unit).count(1), words(unit).others(1)) == (one, another)


def test_an_application_is_in_none_of_its_words_a_dossier():
    say = words(Unit.MANDATE_APPLICATION)
    told = " ".join((say.count(2), say.others(2), say.the, say.check, say.named))
    assert "dossier" not in told
    assert say.Check == "Beoordeling van de aanvraag"
