"""What comes late at the draw desk belongs to the check it was asked for, not to the one that shows."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.pages.checks.conftest import Desk
from tests.ui.pages.checks.test_sample_desk import LIST, PASTED, sample, view
from ui.kit.page import Ref


@pytest.fixture
def other(bare: Desk):
    """A second check without dossiers."""
    return bare.office.controllers.checks.plan(bare.office.centre, date(2026, 5, 11))


def turn(desk: Desk, check) -> None:
    """Its desk shows, before anything else that was asked comes in."""
    do = desk.office.controllers.checks
    desk.page.open(Ref("check", check, "dossiers"))
    view(desk).show_check(do.file(check), {})
    view(desk)._show_desk(check, do.desk(check))


@pytest.mark.parametrize("how", ["file", "pasted"])
def test_a_list_that_is_still_being_read_does_not_arrive_at_another_check(bare, other, how):
    made = sample(bare)
    if how == "file":
        made.read_file(LIST)
    else:
        made.numbers.setPlainText(PASTED)
        made.numbers.settle()
    turn(bare, other)
    bare.idle()
    assert made.numbers.value() == ""
    assert made._list.population == 0, "nothing to draw from here"


def test_a_draw_that_ends_late_does_not_empty_the_desk_of_another_check(bare, other):
    made, check = sample(bare), bare.office.check
    bare.paste(PASTED)
    made.wanted.setText("6")
    made.draw()
    turn(bare, other)
    made.numbers.setPlainText("KZ-001\nKZ-002\nKZ-003")
    made.numbers.settle()
    bare.idle()
    assert bare.office.controllers.checks.desk(check).sample is not None
    assert made.numbers.value() == "KZ-001\nKZ-002\nKZ-003"
    assert made.go.isEnabled()
    assert "drawn" in bare.said


def test_a_draw_that_is_refused_late_names_its_check(bare, other):
    made = sample(bare)
    bare.paste(PASTED)
    made.wanted.setText("60")
    made.draw()
    turn(bare, other)
    bare.until(lambda: bare.messages)
    assert not made.form.refusals()
    assert bare.office.file.reference in bare.said
    assert made.go.isEnabled()
    bare.page.open(Ref("check", other))
    bare.idle()
