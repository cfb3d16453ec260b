"""Second thoughts at the table: a draw is taken back and done again, a dossier replaced, by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from controllers.opening import Opening
from tests.conftest import CHEAP
from tests.journeys.conftest import Hire
from tests.journeys.officer import ALT, CTRL, NOW, WORDS, Officer
from ui.kit.page import Ref

EIGHTY = [f"LB-{place:03};{'An' if place % 3 else 'Bo'} Gids" for place in range(82)]
PASTED = "\n".join(["Dossier;Coach", *EIGHTY])
WHY = "Het dossier ligt bij een beroep."


@pytest.fixture
def path(begun: Path) -> Path:
    return begun


def at_the_desk(officer: Officer):
    (check,) = officer.file.checks.ids()
    officer.desk.go(Ref("check", check))
    officer.until(lambda: officer.check.check is not None)
    officer.rest()
    officer.key(Qt.Key.Key_S, ALT)
    officer.rest()
    return officer.check.dossiers


def drawn(officer: Officer):
    view = at_the_desk(officer)
    officer.paste(PASTED)
    officer.rest()
    officer.key(Qt.Key.Key_Tab)
    officer.type("12")
    officer.key(Qt.Key.Key_Tab)
    officer.key(Qt.Key.Key_Tab)
    officer.type("coach")
    officer.key(Qt.Key.Key_Tab)
    officer.type("van het centrum")
    officer.key(Qt.Key.Key_Return, CTRL)
    officer.until(lambda: view.drawn and view.list.hasFocus())
    officer.rest()
    return view


def stands(view) -> tuple[object, ...]:
    desk = view.draw_desk
    return (
        *(desk.numbers.value(), desk.wanted.value(), desk.spares.value()),
        *(desk.by.value(), desk.seed.value(), desk.figures.sure.value()),
    )


AS_IT_STOOD = (PASTED, 12, 3, "Coach", "van het centrum", 95)


def test_a_draw_taken_back_gives_list_figures_and_keyboard_back(officer: Officer) -> None:
    view = drawn(officer)
    officer.key(Qt.Key.Key_Z, CTRL)
    officer.until(lambda: not view.drawn)
    officer.rest()
    assert stands(view) == AS_IT_STOOD
    assert "hoogstens" in view.draw_desk.chance.text()
    assert view.draw_desk.isAncestorOf(officer.focus)
    officer.key(Qt.Key.Key_Y, CTRL)
    officer.until(lambda: view.drawn)
    officer.rest()
    assert officer.focus is view.list
    assert view.list.current == view._desk.picks[0].dossier_id
    officer.type("7")
    assert view.list.current == view._desk.picks[6].dossier_id
    assert view.numbers.toPlainText() == ""
    officer.key(Qt.Key.Key_Z, CTRL)
    officer.until(lambda: not view.drawn)
    officer.rest()
    assert stands(view) == AS_IT_STOOD
    assert officer.bugs == []


def test_a_draw_taken_back_after_a_restart_gives_the_list_back(hire: Hire, path: Path) -> None:
    officer = hire()
    officer.program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    officer.rest()
    drawn(officer)
    officer.close()
    again = hire()
    again.program.open(Opening(lambda: NOW, cost=CHEAP).open(path, WORDS))
    again.rest()
    view = at_the_desk(again)
    again.until(lambda: again.focus is view.list)
    again.key(Qt.Key.Key_Z, CTRL)
    again.until(lambda: not view.drawn)
    again.rest()
    listed, *figures = stands(view)
    assert listed == PASTED.replace("Dossier;", "Dossiernummer;").replace(";", "\t")
    assert tuple(figures) == AS_IT_STOOD[1:]
    assert again.bugs == []


def test_the_spare_is_stood_on_where_the_dossier_left(officer: Officer) -> None:
    view = drawn(officer)
    spare = view._desk.spares[0]
    officer.type("7")
    officer.key(Qt.Key.Key_R)
    officer.until(lambda: view.card is not None and view.card.row.field.hasFocus())
    officer.type(WHY)
    officer.key(Qt.Key.Key_Return)
    officer.rest()
    seventh = view._desk.picks[6]
    assert seventh.standing == spare
    assert officer.focus is view.list
    assert view.list.current == seventh.dossier_id
    spot = view.list.visualRect(view.list.currentIndex())
    assert view.list.viewport().rect().contains(spot)
    assert view.verdict._dossier.number == spare
    officer.key(Qt.Key.Key_Z, CTRL)
    officer.rest()
    assert view.list.current == view._desk.picks[6].dossier_id
    assert view._desk.picks[6].standing == seventh.number
    assert officer.bugs == []
