"""Done is every answer; good is a yes; what is not applicable or not assessable is neither."""

from models.checks import rules
from models.checks.rules.content import outcome
from models.checks.values import Progress
from tests.models.builders import LIST, all_yes, answer, check, dossier, sample

ODD = all_yes(
    DC_05=answer("na", "Geen vraag."),
    DC_06=answer("not_checked", "Bladzijde ontbreekt."),
    DC_07=answer("no", "Ontbreekt."),
    DC_09=answer("partial", "Half."),
)


def test_each_answer_is_counted_as_what_it_is():
    told = rules.progress(LIST, sample(2, ODD))
    assert told == Progress(answered=54, total=54, good=50, partly=1, bad=1, na=1)
    assert told.aside == 1


def test_sections_together_are_the_whole():
    parts = rules.by_section(LIST, dossier("KZ-001", 1, ODD).answers)
    assert rules.total(parts) == rules.progress(LIST, sample(1, ODD))


def test_what_a_finished_check_keeps_is_counted_by_its_own_format():
    """Marks of checks that were finished before still hold."""
    dossiers = sample(1, ODD)
    kept = outcome(check(dossiers, progress=rules.progress(LIST, dossiers)), {})
    assert kept["progress"] == {"answered": 27, "total": 27, "good": 24}
