"""The draw made again in the window: what was kept, a pasted list, a dropped file, a chosen one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from controllers.intake.dossier_list import read_dossier_list
from models.checks.values.sampling import DrawWish
from tests.ui.pages.checks.conftest import Desk
from ui.kit.ask import DialogChooser, use_chooser

CTRL = Qt.KeyboardModifier.ControlModifier
LIST = Path(__file__).resolve().parents[3] / "data" / "dossierlijst-kamzand-0124618472.csv"
COACH = "Loopbaanbegeleider"


class Takes:
    """Whoever is asked for a file takes this one."""

    def open(
        self, parent: QWidget, title: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        then(LIST)

    def save(
        self, parent: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object]
    ) -> None:
        raise AssertionError(name)


@pytest.fixture
def drawn(place_desk: Callable[[], Desk]) -> Iterator[Desk]:
    """Twelve drawn from the list of the centre, spread over counsellors."""
    desk = place_desk()
    checks = desk.office.controllers.checks
    desk.office.check = checks.plan(desk.office.centre, date(2026, 5, 4))
    checks.start(desk.office.check)
    entries = tuple(read_dossier_list(LIST).entries(COACH))
    checks.draw(desk.office.check, DrawWish(entries, 12, 3, list_name=LIST.name, by=COACH))
    desk.open()
    use_chooser(Takes())
    yield desk
    use_chooser(DialogChooser())


def begin(desk: Desk):
    desk.view.show_side(2)
    band = desk.view.dossiers.band
    desk.until(lambda: band.repeat.isVisible())
    QTest.mouseClick(band.repeat, Qt.MouseButton.LeftButton)
    desk.until(lambda: band.card.own.text())
    return band.card


def test_it_says_at_once_that_what_was_kept_gives_the_same(drawn: Desk) -> None:
    card = begin(drawn)
    assert "opnieuw dezelfde 12 dossiers en dezelfde 3 reserves" in card.own.text()
    assert drawn.focus is card.numbers
    before = drawn.office.controllers.checks.file(drawn.office.check)
    drawn.key(Qt.Key.Key_Escape)
    drawn.until(lambda: not card.isVisible())
    assert drawn.office.controllers.checks.file(drawn.office.check) == before


def test_the_list_is_dropped_chosen_or_pasted_and_the_same(drawn: Desk) -> None:
    card = begin(drawn)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(LIST))])
    card.numbers.insertFromMimeData(held)
    drawn.until(lambda: card.outcome.text())
    same = card.outcome.text()
    assert same.startswith("Dezelfde lijst: 83 nummers, dezelfde vingerafdruk.")
    card.outcome.setText("")
    QTest.mouseClick(card.open_list, Qt.MouseButton.LeftButton)
    drawn.until(lambda: card.outcome.text())
    assert card.outcome.text() == same
    QApplication.clipboard().setText("\n".join(read_dossier_list(LIST).numbers))
    card.numbers.setFocus()
    drawn.key(Qt.Key.Key_V, CTRL)
    drawn.until(lambda: "geen kolom" in card.outcome.text())
    assert "dezelfde 12 dossiers" in card.outcome.text()


def test_a_changed_list_is_told_and_a_bad_one_refused_under_the_field(drawn: Desk) -> None:
    card = begin(drawn)
    gone = drawn.view.dossiers._desk.picks[0].number
    numbers = [one for one in read_dossier_list(LIST).numbers if one != gone]
    QApplication.clipboard().setText("\n".join(numbers))
    drawn.key(Qt.Key.Key_V, CTRL)
    drawn.until(lambda: f"1 minder ({gone})" in card.outcome.text())
    assert "andere dossiers getrokken" in card.outcome.text()
    drawn.key(Qt.Key.Key_A, CTRL)
    QApplication.clipboard().setText("Jan Peeters\nEva Smets")
    drawn.key(Qt.Key.Key_V, CTRL)
    drawn.until(lambda: card.brought.refusal())
    assert "looks like a name" in card.brought.refusal()
    assert not card.outcome.isVisible()
    assert card.numbers.value() == "Jan Peeters\nEva Smets"
    drawn.idle()
