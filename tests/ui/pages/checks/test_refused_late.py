"""What the file does not take is told where it was written, also when something else shows by then."""

from __future__ import annotations

import pytest

from models.checks.values import AnswerValue
from tests.ui.pages.checks.test_drafts_aside import aside, visit
from ui.kit.page import Ref
from ui.pages.checks.check_sides import DOSSIERS, FINDINGS


@pytest.fixture
def findings(desk):
    """A check with a finding on DC-01 and one on DC-07, on the side of the findings."""
    checks, dossier = desk.office.controllers.checks, desk.office.dossier("KZ-011")
    for key in ("DC-01", "DC-07"):
        checks.answer(desk.office.check, dossier, key, AnswerValue.NO)
    desk.rest()
    desk.view.show_side(FINDINGS)
    desk.until(lambda: desk.view.findings.list.current is not None)
    return desk.view.findings


def test_a_day_that_is_refused_waits_at_its_own_finding(desk, findings):
    findings.go_to("DC-01")
    due = findings.finding.due
    due.setText("04/05/1916")
    findings.go_to("DC-07")
    desk.until(lambda: desk.messages)
    desk.rest()
    assert due.text() == ""
    assert not findings.finding.form.refusals(), "nothing was typed in DC-07"
    assert "DC-01" in desk.said
    assert aside(desk) == {"measure_due": "04/05/1916"}
    findings.go_to("DC-01")
    assert due.text() == "04/05/1916"
    due.settle()
    desk.until(lambda: findings.finding.form.row("measure_due").refusal())
    desk.until(lambda: aside(desk) == {"measure_due": "04/05/1916"})


def test_who_is_back_before_the_refusal_finds_it_in_the_field(desk, findings):
    findings.go_to("DC-01")
    due = findings.finding.due
    due.setText("04/05/1916")
    findings.go_to("DC-07")
    findings.go_to("DC-01")
    desk.until(lambda: findings.finding.form.row("measure_due").refusal())
    assert due.text() == "04/05/1916"
    assert not desk.messages


def test_a_day_of_the_visit_that_is_refused_stays_with_its_check(desk):
    do, first = desk.office.controllers, desk.office.check
    other = do.checks.plan(desk.office.centre, desk.office.file.planned_on)
    do.checks.start(other)
    fields = visit(desk).fields
    fields["visit_date"].setText("04/05/1916")
    fields["visit_date"].settle()
    desk.page.open(Ref("check", other, "visit"))
    desk.view.visit.show_check(do.checks.file(other))
    desk.until(lambda: desk.messages)
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == other)
    desk.rest()
    assert not desk.view.visit.form.refusals()
    assert do.checks.file(first).reference in desk.said
    assert list(aside(desk).values()) == ["04/05/1916"]
    assert not do.drafts.unsaved(other)
    desk.page.open(Ref("check", first, "visit"))
    desk.until(lambda: fields["visit_date"].text() == "04/05/1916")


def test_a_strong_point_that_is_gone_is_not_told_at_another(desk):
    do, check = desk.office.controllers, desk.office.check
    gone, left = (do.checks.add_strength(check, said) for said in ("Een.", "Twee."))
    desk.rest()
    desk.view.show_side(FINDINGS)
    findings = desk.view.findings
    desk.until(lambda: findings.list.current is not None)
    findings.go_to(gone)
    do.checks.edit_strength(check, gone, "")
    findings.strength.statement.setPlainText("Een en een half.")
    findings.strength.settle()
    strength = next(one for one in desk.office.file.strengths if one.id == left)
    findings.strength.show_strength(desk.office.file, strength)
    desk.until(lambda: desk.messages)
    assert not findings.strength.form.refusals()


def test_numbers_that_are_refused_late_are_told_at_their_own_check(desk):
    do = desk.office.controllers
    other = do.checks.plan(desk.office.centre, desk.office.file.planned_on)
    desk.view.show_side(DOSSIERS)
    by_hand = desk.view.dossiers.by_hand
    by_hand.numbers.setPlainText("Jan Peeters")
    by_hand.add.click()
    desk.page.open(Ref("check", other, "dossiers"))
    by_hand.show_check(do.checks.file(other))
    desk.until(lambda: desk.messages)
    assert not by_hand.row.refusal()
    assert desk.office.file.reference in desk.said
    assert by_hand.numbers.toPlainText() == ""
    desk.until(lambda: list(aside(desk).values()) == ["Jan Peeters"])


def test_what_was_kept_of_a_strong_point_does_not_come_back_with_a_later_refusal(desk):
    do, check = desk.office.controllers, desk.office.check
    point = do.checks.add_strength(check, "Een.")
    desk.rest()
    desk.view.show_side(FINDINGS)
    findings = desk.view.findings
    desk.until(lambda: findings.list.current is not None)
    findings.go_to(point)
    findings.strength.statement.setPlainText("Een en een half.")
    findings.strength.settle()
    desk.until(lambda: desk.office.file.strengths[0].statement == "Een en een half.")
    desk.rest()
    do.history.undo()
    desk.until(lambda: findings.strength.statement.value() == "Een.")
    findings.strength.form.refuse("statement", "Dit kan niet weg.")
    desk.rest()
    assert findings.strength.statement.value() == "Een."
    assert aside(desk) == {}
