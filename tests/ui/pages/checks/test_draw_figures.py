"""How many to draw, live on the desk; odd lists are told; Escape and a restart lose nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.centres.rules.editing import MASKED
from models.checks.rules.assurance import at_most
from models.checks.rules.sizing import size_for
from models.checks.values import AnswerType, AnswerValue, DrawKind
from models.checks.values.sampling import DrawWish, Listed
from tests.ui.pages.checks.conftest import Desk
from ui.kit.page import Ref

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
EIGHTY = "\n".join(f"KZ-{place:03}" for place in range(1, 81))
SURE = Fraction(95, 100)


def at_the_desk(desk: Desk):
    desk.key(Qt.Key.Key_S, ALT)
    made = desk.view.dossiers.draw_desk
    desk.until(lambda: desk.focus is made.numbers)
    return made


def write(desk: Desk, field, text: str) -> None:
    field.setFocus()
    desk.key(Qt.Key.Key_A, CTRL)
    desk.type(text)


def test_the_proposal_stands_until_somebody_types(bare: Desk) -> None:
    made = at_the_desk(bare)
    assert made.wanted.value() == 10
    bare.paste(EIGHTY)
    assert (made.wanted.value(), made.spares.value()) == (10, 3)
    assert made.figures.most.value() == at_most(80, 10, 0, SURE)
    assert "10 dossiers voorgesteld" in made.figures.why.text()
    assert made.figures.why.isVisible()
    write(bare, made.wanted, "12")
    assert not made.figures.why.isVisible()


def test_a_short_list_is_drawn_whole(bare: Desk) -> None:
    made = at_the_desk(bare)
    bare.paste("KZ-1\nKZ-2\nKZ-3")
    assert made.wanted.value() == 3
    assert made.chance.text() == "U kijkt alle 3 dossiers na: er blijft niets te schatten."


def test_size_and_the_most_wrong_follow_each_other_as_one_types(bare: Desk) -> None:
    made = at_the_desk(bare)
    bare.paste(EIGHTY)
    write(bare, made.figures.most, "16")
    assert made.wanted.value() == size_for(80, 16, SURE) == 12
    assert "hoogstens 16 van de 80 fout" in made.chance.text()
    write(bare, made.figures.most, "5")
    assert made.wanted.value() == size_for(80, 5, SURE)
    write(bare, made.wanted, "20")
    assert made.figures.most.value() == at_most(80, 20, 0, SURE)
    write(bare, made.figures.sure, "90")
    assert "met 90 % zekerheid" in made.chance.text()
    assert made.wanted.value() == 20
    write(bare, made.figures.sure, "0")
    assert made.form.row("sure").warning() == "Write a whole number from 1 to 100."
    write(bare, made.figures.sure, "95")
    assert made.form.row("sure").warning() == ""


def test_what_is_typed_counts_for_a_spread_draw_too(bare: Desk) -> None:
    made = at_the_desk(bare)
    rows = [f"KZ-{place:03};{'Bo' if place < 5 else 'An'}" for place in range(100)]
    bare.paste("\n".join(["Dossier;Coach", *rows]))
    write(bare, made.wanted, "12")
    assert made.figures.most.value() == 20
    made.by.setFocus()
    bare.type("coach")
    assert made.by.value() == "Coach"
    assert made.figures.most.value() == 21
    assert "uit een gespreide trekking geen getal" in made.chance.text()


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("KZ-1\nKZ-02\nkz 1.\nKZ-2", "kz 1. (row 3) and KZ-1 (row 1), KZ-2 (row 4) and KZ-02 (row 2)"),
        ("0012\n0013\n14\n0015", "Shorter than the others: 14 (row 3)."),
        ("KZ-1\nJan Peeters\nKZ-3", "Row 2 reads as a name."),
        ("KZ-1\n85.07.30-033.28\nKZ-3", "A national register number stands in row 2."),
    ],
)  # fmt: skip
def test_what_is_written_oddly_is_told_at_once(bare: Desk, pasted: str, told: str) -> None:
    made = at_the_desk(bare)
    bare.paste(pasted)
    assert told in made.form.row("numbers").warning()
    assert made.numbers.value() == pasted


def test_blanks_and_the_heading_are_told(bare: Desk) -> None:
    made = at_the_desk(bare)
    bare.paste("Lijst voor het bezoek;\nDossiernummer;Coach\nKZ-1;An\n\n;\nKZ-2;Bo\n\n")
    told = made.form.row("numbers")._help.text()
    assert told.endswith("Row 2 is the heading. 2 blank rows were passed over.")
    assert made.form.row("numbers").warning() == ""


def test_a_row_that_adds_up_is_told_and_still_there_when_the_list_is_read_again(bare: Desk) -> None:
    made = at_the_desk(bare)
    bare.paste("Dossiernr\nA-1\nA-2\nTotaal-77\nTotaal: 3")
    told = "3 numbers, 0 double, 3 left. Row 5 (Totaal: 3) adds up and is no dossier"
    bare.until(lambda: told in made.form.row("numbers")._help.text())
    assert made.form.row("numbers").warning() == ""


def test_a_register_number_costs_nothing_but_its_own_figures(
    bare: Desk, place_desk: Callable[[], Desk]
) -> None:
    made = at_the_desk(bare)
    bare.paste("KZ-1\n85.07.30-033.28\nKZ-3")
    bare.idle()
    kept = bare.office.controllers.drafts.read(f"sample_{bare.office.check.hex}")
    assert kept["text"] == f"KZ-1\n{MASKED}\nKZ-3"
    again = place_desk()
    again.office.check = bare.office.check
    again.page.open(Ref("check", again.office.check, "dossiers"))
    made = again.page.check.dossiers.draw_desk
    again.until(lambda: made.numbers.value() == kept["text"])
    again.until(lambda: "stands in row 2" in made.form.row("numbers").warning())
    made.draw()
    again.until(lambda: made.form.row("numbers").refusal())
    assert made.form.row("numbers").refusal().endswith("It stands in row 2.")


def test_escape_wipes_neither_a_pasted_list_nor_what_was_typed_beside_it(bare: Desk) -> None:
    made = at_the_desk(bare)
    bare.paste(EIGHTY)
    bare.key(Qt.Key.Key_Escape)
    assert made.numbers.value() == EIGHTY
    write(bare, made.seed, "van het centrum")
    made.wanted.setFocus()
    made.seed.setFocus()
    bare.key(Qt.Key.Key_Escape)
    bare.idle()
    assert (made.numbers.value(), made.seed.value()) == (EIGHTY, "van het centrum")


def finish(desk: Desk, failed: str) -> None:
    checks, check = desk.office.controllers.checks, desk.office.check
    for dossier in checks.file(check).dossiers:
        for question in checks.file(check).template.questions:
            wrong = dossier.number == failed and question.definition_condition
            if question.answer_type is AnswerType.HOURS_COMPARE:
                checks.hours(check, dossier.id, question.key, 4.0, 4.0)
            else:
                given = AnswerValue.NO if wrong else AnswerValue.YES
                checks.answer(check, dossier.id, question.key, given)
            if wrong and question.answer_type is not AnswerType.HOURS_COMPARE:
                checks.note(check, dossier.id, question.key, "Ontbreekt in het dossier.")
    checks.finish(check)


@pytest.fixture
def followed(place_desk: Callable[[], Desk]) -> Desk:
    """A check after one of four dossiers out of forty, of which one was not conform."""
    desk = place_desk()
    checks = desk.office.controllers.checks
    desk.office.check = checks.plan(desk.office.centre, date(2026, 2, 4))
    checks.start(desk.office.check)
    entries = tuple(Listed(f"KZ-{place:03}") for place in range(1, 41))
    checks.draw(desk.office.check, DrawWish(entries, 4, seed="zaad"))
    finish(desk, checks.file(desk.office.check).dossiers[1].number)
    desk.office.check = checks.plan(desk.office.centre, date(2026, 5, 4))
    return desk.open()


def test_after_a_serious_shortcoming_the_desk_proposes_more_and_says_why(followed: Desk) -> None:
    made = at_the_desk(followed)
    assert made.wanted.value() == 20
    assert "ernstige tekortkoming" in made.figures.why.text()
    followed.paste(EIGHTY)
    assert made.wanted.value() == 20


def test_a_follow_up_counts_only_what_is_drawn_from(followed: Desk) -> None:
    made = at_the_desk(followed)
    followed.paste(EIGHTY)
    made.kind.setFocus()
    choose(followed, made, DrawKind.NEW)
    assert "4 were looked at last time and are not drawn from." in (
        made.form.row("numbers")._help.text()
    )
    assert "van de 76" in made.chance.text()
    choose(followed, made, DrawKind.FAILED_AND_NEW)
    assert "Is er bij 19 van de 76" in made.chance.text()  # one of the twenty comes again
    choose(followed, made, DrawKind.SAME)
    assert not made.numbers.isVisible()
    assert made.go.isVisible()
    made.draw()
    followed.until(lambda: followed.view.dossiers.drawn)
    assert followed.view.dossiers._desk.sample.kind is DrawKind.SAME


def choose(desk: Desk, made, kind: DrawKind) -> None:
    made.kind.setFocus()
    while made.kind.value() != kind:
        QTest.keyClick(made.kind, Qt.Key.Key_Down if kind != DrawKind.SAME else Qt.Key.Key_Up)
    desk.idle()


def test_a_number_of_last_time_in_another_spelling_is_named_before_it_is_drawn(followed: Desk):
    made = at_the_desk(followed)
    followed.until(lambda: made._desk is not None)
    seen = sorted(made._desk.earlier_numbers)[0]
    followed.paste(EIGHTY.replace(seen, seen.lower()))
    choose(followed, made, DrawKind.NEW)
    said = f"{seen.lower()} (row {int(seen[3:])}) and {seen}"
    assert said in made.form.row("numbers").warning()
