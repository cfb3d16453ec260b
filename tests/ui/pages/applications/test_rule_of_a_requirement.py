"""A requirement that goes by a number of a rule shows it, with how sure that number is."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from models.settings.values import ChangeDraft
from ui.kit.badge import Badge
from ui.kit.base import Text

RULE = "min_guidance_experience"


def told(desk, key: str) -> list[str]:
    desk.view.criteria.stand_on(key)
    card: QWidget = desk.panel.facts
    if card.isHidden():
        return []
    shown = [one for one in card.findChildren(QWidget) if not one.isHidden()]
    texts = [one.text() for one in shown if isinstance(one, Text)]
    return texts + [one.accessibleName() for one in shown if isinstance(one, Badge)]


def test_a_number_without_a_source_is_told_to_be_unconfirmed(desk):
    desk.open()
    said = told(desk, "MA-04")
    assert "not confirmed" in said
    assert "Minimum aan begeleidingservaring: niet bekend" in said
    assert any(line.startswith("No source was found;") for line in said)
    assert any("drie jaar of duizenden begeleidingsuren" in line for line in said)


def test_a_requirement_without_a_rule_shows_none(desk):
    desk.open()
    assert not told(desk, "MA-05")
    assert "not confirmed" not in told(desk, "MA-01")


@pytest.mark.parametrize(
    ("first", "confirmed"), [(date(2026, 4, 1), True), (date(2026, 4, 2), False)]
)
def test_what_the_office_recorded_counts_from_the_day_the_application_came_in(
    desk, controllers, first, confirmed
):
    source = "besluit van 3 maart 2026, art. 4"
    controllers.rules.record(ChangeDraft(RULE, "3", first, None, source))
    desk.rest()
    desk.open()
    said = told(desk, "MA-04")
    assert ("confirmed" in said) is confirmed
    assert ("Minimum aan begeleidingservaring: 3" in said) is confirmed
    assert (source in said) is confirmed
