"""What follows the findings, on the screen: by hand, looked at again, proof, reactions, ladder."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from models.checks.values import (
    AnswerValue,
    Grade,
    MeasureStatus,
    ReactionKind,
    ReactionOutcome,
    RecheckOutcome,
    Rung,
)
from models.kernel.text import _
from models.kernel.wording import long_date
from ui.kit.page import Ref
from ui.pages.checks.check_sides import CLOSING, FINDINGS, MATRIX
from ui.why_card import WhyCard

TODAY = date(2026, 5, 4)


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def found(desk):
    """A complete check with one failed condition of the mandate."""
    office = desk.office
    office.answer_all()
    checks, check = office.controllers.checks, office.check
    checks.answer(check, office.dossier("KZ-011"), "DC-05", AnswerValue.NO)
    checks.note(check, office.dossier("KZ-011"), "DC-05", "Een vast zinnetje.")
    desk.until(lambda: len(desk.view.check.findings) == 1 and desk.view.matrix._sight.gaps == 0)
    return desk


def in_sight(widget, area) -> bool:
    """Whether all of it shows in the page that scrolls."""
    port = area.viewport()
    top = widget.mapTo(port, QPoint(0, 0)).y()
    return 0 <= top and top + widget.height() <= port.height()


def follow(desk):
    return desk.office.controllers.checks.follow(desk.office.check)


def side(desk):
    desk.view.show_side(FINDINGS)
    view = desk.view.findings
    desk.until(lambda: view._follow is not None)
    return view


def stand(desk, payload):
    view = side(desk)
    desk.until(lambda: view.list.choose(payload))
    view._show_current()
    return view


def test_f_stands_on_the_finding_with_source_and_evidence_after_one_key(found):
    desk = found
    desk.stand("DC-05", "KZ-011")
    desk.key(Qt.Key.Key_F)
    editor = desk.view.findings.finding
    desk.until(lambda: desk.view.findings.list.current == "DC-05")
    assert editor._finding.question_key == "DC-05"
    assert "loopbaanvraag" in editor._basis.text()
    assert editor.seen.placeholderText() == "KZ-011: Een vast zinnetje."
    assert "KZ-011" in editor._proposal.text()


def test_a_finding_of_coaching_stands_in_a_class_of_its_own(found):
    desk = found
    view = side(desk)
    press(view.add_finding)
    card = view.cards.hand
    card.kind.set_value(Grade.COACHING, afresh=True)
    card.statement.setPlainText("Laat de klant zelf schrijven.")
    card.criterion.setText("Eigen plan")
    press(card.give)
    desk.until(lambda: len(desk.office.file.findings) == 2)
    added = desk.office.file.findings[-1]
    assert (added.grade, added.criterion) == (Grade.COACHING, "Eigen plan")
    desk.until(lambda: view.list.current == added.key)
    assert not view.finding._measure_part.isVisibleTo(view)
    press(view.finding.remove)
    desk.until(lambda: len(desk.office.file.findings) == 1)


def test_a_refused_finding_keeps_what_was_written(found):
    view = side(found)
    press(view.add_finding)
    card = view.cards.hand
    card.evidence.setPlainText("KZ-003: niets")
    press(card.give)
    found.until(lambda: card.form.refusals())
    assert set(card.form.refusals()) == {"statement"}
    assert card.evidence.toPlainText() == "KZ-003: niets"


def test_proof_is_noted_and_judged_beside_its_finding(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.finish(check)
    view = stand(desk, "DC-05")
    block = view.finding.follow
    desk.until(lambda: block.proof.add.isVisibleTo(view))
    press(block.proof.add)
    block.card.delivered.setPlainText("Een nieuw sjabloon")
    press(block.card.give)
    desk.until(lambda: follow(desk).reviews)
    desk.until(lambda: block.proof.judge.isVisibleTo(view))
    press(block.proof.judge)
    block.card.choice.set_value(True, afresh=True)
    block.card.reason.setPlainText("Volstaat.")
    press(block.card.button)
    desk.until(lambda: follow(desk).statuses["DC-05"] is MeasureStatus.VERIFIED)
    desk.office.controllers.history.undo()
    assert follow(desk).statuses["DC-05"] is MeasureStatus.EVIDENCE_RECEIVED


def test_a_scan_comes_with_the_proof_of_a_measure_blacked_out_first(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.finish(check)
    view = stand(desk, "DC-05")
    block = view.finding.follow
    desk.until(lambda: block.proof.add.isVisibleTo(view))
    press(block.proof.add)
    block.card.delivered.setPlainText("Een nieuw sjabloon")
    press(block.card.give)
    desk.until(block.files.add.hasFocus)
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 60, 180))
    held = QMimeData()
    held.setImageData(image)
    QApplication.clipboard().setMimeData(held)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: block.files.card is not None and block.files.card.keep.isEnabled())
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: len(block.files.files) == 1)
    QApplication.clipboard().clear()
    (file,) = block.files.files
    assert file.name.startswith("proof 2026-05-04")
    (shown,) = [desk.office.controllers.attachments.shown(file.id)]
    assert QImage.fromData(shown.content).pixelColor(590, 390) == QColor(20, 60, 180)
    desk.until(lambda: "1 file" in block.proof.rows.model().item(0).sub)
    desk.office.controllers.history.undo()
    desk.until(lambda: not block.files.files)
    (review,) = follow(desk).reviews["DC-05"]
    checks.judge_proof(check, review.id, True, "Volstaat.")
    desk.until(lambda: not block.files.add.isVisibleTo(view))


def test_a_round_is_sent_reacted_to_and_decided(found):
    desk = found
    view = stand(desk, "round")
    press(view.round.send)
    press(view.round.card.give)
    desk.until(lambda: follow(desk).round is not None)
    desk.until(lambda: view.round.close_round.hasFocus())
    assert desk.said == "The round of reactions runs."
    stand(desk, "DC-05")
    block = view.finding.follow
    press(block.reactions.add)
    block.card.kind.set_value(ReactionKind.OPINION, afresh=True)
    block.card.said.setPlainText("Wij lezen dit anders.")
    press(block.card.give)
    desk.until(lambda: follow(desk).unjudged == 1)
    desk.until(lambda: block.reactions.judge.isVisibleTo(view))
    desk.until(lambda: block.reactions.rows.hasFocus())
    assert desk.said == "The reaction is noted."
    (reaction,) = follow(desk).reactions["DC-05"]
    assert block.reactions.rows.current == reaction.id
    desk.until(lambda: in_sight(block.reactions.rows, view._finding_page))
    press(block.reactions.judge)
    block.card.choice.set_value(ReactionOutcome.REJECTED, afresh=True)
    block.card.reason.setPlainText("De regel is duidelijk.")
    assert block.reactions.judge.text() == "Decide"
    press(block.card.button)
    desk.until(lambda: follow(desk).unjudged == 0)
    desk.until(lambda: block.reactions.judge.text() == "Change the decision")
    press(block.reactions.judge)
    said = [label.text() for label in block.card.findChildren(QLabel)]
    assert said[0] == "Change the decision"
    decided = next(one for one in said if one.startswith("Wij lezen dit anders."))
    assert decided.endswith("De regel is duidelijk.")
    block.card.choice.set_value(ReactionOutcome.ACCEPTED, afresh=True)
    block.card.reason.setPlainText("Toch niet zo duidelijk.")
    press(block.card.button)
    desk.until(lambda: follow(desk).reactions["DC-05"][0].outcome is ReactionOutcome.ACCEPTED)


def test_closing_a_round_before_its_last_day_says_so(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.begin_round(check, TODAY)
    view = stand(desk, "round")
    desk.until(lambda: view.round.close_round.isVisibleTo(view))
    press(view.round.close_round)
    last = long_date(follow(desk).round.reply_by)
    (said,) = [one.text() for one in view.round.card.findChildren(QLabel) if last in one.text()]
    assert said == (
        "No reaction waits for a decision. The centre can still react until"
        f" {last}: the round closes before that is over."
    )


@pytest.mark.parametrize(
    ("kind", "field"),
    [(ReactionKind.FACT, "seen"), (ReactionKind.TYPING, "take_over")],
)
def test_a_reaction_that_was_taken_over_leads_to_the_field_that_it_puts_right(found, kind, field):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.begin_round(check, TODAY)
    checks.add_reaction(check, "DC-05", kind, "In KZ-011 staat het anders.", TODAY)
    view = stand(desk, "DC-05")
    editor, block = view.finding, view.finding.follow
    desk.until(lambda: block.reactions.judge.isVisibleTo(view))
    press(block.reactions.judge)
    block.card.choice.set_value(ReactionOutcome.ACCEPTED, afresh=True)
    block.card.reason.setPlainText("Dat klopt.")
    press(block.card.button)
    desk.until(lambda: getattr(editor, field).hasFocus())
    if field == "take_over":
        desk.key(Qt.Key.Key_Space)
        desk.rest()
        assert editor.statement.hasFocus()
        assert desk.office.file.findings[0].statement == editor._proposal.text()
        return
    editor.seen.setPlainText("KZ-011: een vraag in eigen woorden.")
    editor.settle()
    desk.until(lambda: editor.read.isVisibleTo(view))
    assert "4 mei 2026" in editor.read.mark.text()
    assert "Een vast zinnetje." in editor.read.then.text()
    press(editor.read.compare)
    desk.until(lambda: view.cards.difference is not None and view.cards.difference.isVisible())
    said = " ".join(label.text() for label in view.cards.difference.findChildren(QLabel))
    assert "in eigen woorden" in said


def test_a_reaction_to_what_was_taken_back_says_what_became_of_it(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    checks.begin_round(check, TODAY)
    checks.add_reaction(check, "DC-05", ReactionKind.FACT, "Dat staat er wel.", TODAY)
    checks.answer(check, desk.office.dossier("KZ-011"), "DC-05", AnswerValue.YES)
    view = stand(desk, "round")
    model = view.round.rows.model()
    desk.until(lambda: model.rowCount() == 1)
    assert model.item(0).badge == ("lock", _("Finding taken back"))


def test_the_day_by_rule_explains_itself_beside_the_day_the_officer_chose(found):
    desk = found
    checks, check = desk.office.controllers.checks, desk.office.check
    view = stand(desk, "DC-05")
    line = view.finding.by_rule
    desk.until(lambda: line.day.term() is not None)
    assert line.day.term().start == TODAY
    checks.edit_finding(check, "DC-05", "measure_due", date(2026, 9, 1))
    desk.until(lambda: view.finding.due.value() == date(2026, 9, 1))
    assert line.isVisibleTo(view)
    assert line._said.text() == _("The rules say:")
    line.day.setFocus()
    desk.key(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    (card,) = desk.page.window().findChildren(WhyCard)
    assert card.told == line.day.term()


def test_a_step_is_taken_on_the_ladder(found):
    desk = found
    desk.office.controllers.checks.finish(desk.office.check)
    view = stand(desk, "ladder")
    desk.until(lambda: view.ladder._ladder is not None)
    assert view.ladder._ladder.proposed is Rung.REQUEST
    press(view.ladder.take)
    card = view.ladder.card
    assert not card.against_row.isVisibleTo(card)
    card.motivation.setPlainText("De loopbaanvraag ontbreekt.")
    press(card.give)
    centre = desk.office.centre
    desk.until(lambda: desk.office.controllers.checks.ladder(centre).standing is not None)


def test_a_proposal_to_withdraw_asks_for_the_hearing_and_tells_what_lacks(found):
    desk = found
    desk.office.controllers.checks.finish(desk.office.check)
    view = stand(desk, "ladder")
    desk.until(lambda: view.ladder._ladder is not None)
    press(view.ladder.take)
    card = view.ladder.card
    assert not card.hearing_row.isVisibleTo(card)
    card.rung.set_value(Rung.PROPOSAL)
    card.rung.edited.emit(Rung.PROPOSAL)
    assert card.hearing_row.isVisibleTo(card)
    assert card.against_row._help.text() == (
        "Still lacking: een eerdere aanmaning die nog telt; sindsdien een maatregel die 30 dagen te"
        " laat is, of bewijs dat onvoldoende is."
    )
    card.motivation.setPlainText("Zeer ernstig.")
    card.against.setPlainText("Acuut gevaar.")
    press(card.give)
    desk.until(lambda: "hearing_on" in card.form.refusals())
    assert card.form.refusals()["hearing_on"].startswith("A centre is heard before")


def test_a_wish_for_the_ladder_stands_on_it(found):
    desk = found
    desk.office.controllers.checks.finish(desk.office.check)
    desk.page.open(Ref("check", desk.office.check, "ladder"))
    view = desk.view.findings
    desk.until(lambda: view.stack.currentWidget() is view._ladder_page)
    desk.until(lambda: view.ladder._ladder is not None)
    assert desk.view.sides.choice() == FINDINGS
    assert view.list.hasFocus()


def test_an_earlier_finding_comes_back_in_the_next_check(found):
    desk = found
    checks = desk.office.controllers.checks
    checks.finish(desk.office.check)
    second = checks.plan(desk.office.centre, TODAY)
    checks.start(second)
    desk.page.open(Ref("check", second, "findings"))
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == second)
    view = side(desk)
    desk.until(lambda: view._follow is not None and view._follow.check_id == second)
    (again,) = view._follow.rechecks
    desk.until(lambda: view.list.choose(again.id))
    view._show_current()
    assert view.recheck._title.text() == again.title
    desk.view.show_side(MATRIX)
    desk.view.acts.unseen.emit()
    assert desk.view.sides.choice() == FINDINGS
    view.recheck.outcome.set_value(RecheckOutcome.SOLVED, afresh=True)
    view.recheck.outcome.edited.emit(RecheckOutcome.SOLVED)
    desk.until(lambda: checks.follow(second).rechecks[0].outcome is RecheckOutcome.SOLVED)
    assert checks.agreed(desk.office.centre)[0].met_on == TODAY


def test_passing_over_an_outcome_with_the_arrows_writes_nothing_down(found):
    desk = found
    checks = desk.office.controllers.checks
    checks.finish(desk.office.check)
    second = checks.plan(desk.office.centre, TODAY)
    checks.start(second)
    desk.page.open(Ref("check", second, "findings"))
    view = side(desk)
    desk.until(lambda: view._follow is not None and view._follow.check_id == second)
    (again,) = view._follow.rechecks
    desk.until(lambda: view.list.choose(again.id))
    view._show_current()
    field = view.recheck.outcome
    told = []
    field.edited.connect(told.append)
    field.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(field, key)
    assert field.value() is RecheckOutcome.NOT_SOLVED
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.value(), told) == (None, [])
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [RecheckOutcome.PARTLY]
    desk.until(lambda: checks.follow(second).rechecks[0].outcome is RecheckOutcome.PARTLY)
    QTest.keyClick(field, Qt.Key.Key_3)
    assert told[1:] == [RecheckOutcome.NOT_SOLVED]
    QTest.keyClick(field, Qt.Key.Key_Up)
    field.clearFocus()
    assert told[2:] == [RecheckOutcome.PARTLY]


def test_what_waits_for_a_look_counts_as_a_gap_until_it_is_seen(found):
    """By F8 from the matrix, on the tab and on the side that closes; then it can be finished."""
    desk = found
    checks = desk.office.controllers.checks
    checks.finish(desk.office.check)
    desk.office.check = second = checks.plan(desk.office.centre, TODAY)
    checks.start(second)
    checks.add_dossiers(second, "KZ-031")
    desk.office.answer_all()
    desk.page.open(Ref("check", second))
    desk.until(lambda: desk.view.check is not None and desk.view.check.id == second)
    desk.rest()
    desk.view.show_side(MATRIX)
    desk.matrix.setFocus()
    desk.key(Qt.Key.Key_F8)
    assert desk.said == _("One finding of last time still waits for a look.")
    assert desk.view.sides.choice() == FINDINGS
    view = desk.view.findings
    desk.until(lambda: view.stack.currentWidget() is view._recheck_page)
    (again,) = checks.follow(second).rechecks
    assert view.list.current == again.id
    assert desk.view.sides.findChildren(QAbstractButton)[FINDINGS].accessibleName().endswith("1")
    desk.view.show_side(CLOSING)
    closing = desk.view.closing
    desk.until(lambda: closing.sight is not None and closing.sight.check_id == second)
    assert closing.gaps.text() == _("Every answer is there.")
    assert closing.named.text() == again.title
    assert closing.to_unseen.isVisible()
    closing.to_unseen.setFocus()
    desk.key(Qt.Key.Key_F8)
    assert desk.view.sides.choice() == FINDINGS
    checks.recheck(second, again.id, RecheckOutcome.PARTLY, "Half.")
    desk.view.show_side(CLOSING)
    desk.until(lambda: closing.gaps.text() == _("Nothing is missing: this check can be finished."))
    assert not closing.to_unseen.isVisible()
    assert not closing.to_gap.isVisible()
    checks.finish(second)


def test_open_findings_come_along_from_the_planning_of_the_next_check_on(found):
    """Planned on the screen, undone and done again, then seen solved; history tells it."""
    desk = found
    do = desk.office.controllers
    checks, history, centre = do.checks, do.history, desk.office.centre
    checks.finish(desk.office.check)
    desk.page.open(Ref("plan", centre))
    card = desk.page.plan_card
    desk.until(lambda: card.search.centre == centre)
    press(card.plan)
    desk.until(lambda: desk.view.check is not None and desk.view.check.id != desk.office.check)
    second = desk.view.check.id
    view = side(desk)
    desk.until(lambda: view._follow is not None and view._follow.check_id == second)
    (again,) = view._follow.rechecks
    assert again.question_key == "DC-05"
    history.undo()
    assert second not in checks.ids()
    history.redo()
    assert [one.id for one in checks.follow(second).rechecks] == [again.id]
    checks.start(second)
    desk.page.open(Ref("check", second, "findings"))
    desk.until(lambda: desk.view.check is not None and desk.view.check.started_at is not None)
    view = stand(desk, again.id)
    desk.until(lambda: view.recheck.outcome.isEnabled())
    view.recheck.outcome.set_value(RecheckOutcome.SOLVED, afresh=True)
    view.recheck.outcome.edited.emit(RecheckOutcome.SOLVED)
    desk.until(lambda: checks.agreed(centre)[0].met_on == TODAY)
    desk.rest()
    (row,) = [one for one in checks.follow(second).rechecks if one.id == again.id]
    assert row.outcome is RecheckOutcome.SOLVED
    history.undo()
    assert checks.agreed(centre)[0].open
    assert checks.follow(second).rechecks[0].outcome is None
    history.redo()
    assert not checks.agreed(centre)[0].open
