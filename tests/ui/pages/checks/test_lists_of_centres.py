"""The lists of three centres by drag, by paste and by choosing a file: the window reads the same."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.checks.rules.draw import draw
from models.checks.values.sampling import Listed
from tests.ui.pages.checks.conftest import Desk
from ui.kit.ask import DialogChooser, use_chooser

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
DATA = Path(__file__).resolve().parents[3] / "data"
EXPECTED = json.loads((DATA / "expected_dossier_lists.json").read_text("utf-8"))["files"]
LISTS = sorted(name for name in EXPECTED if name.startswith("dossierlijst"))


@dataclass
class Takes:
    """Whoever is asked for a file takes this one."""

    path: Path

    def open(
        self, parent: QWidget, title: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        then(self.path)

    def save(
        self, parent: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object]
    ) -> None:
        raise AssertionError(name)


def clients(path: Path) -> list[str]:
    """The names of clients in a list, as its centre wrote them."""
    facts = EXPECTED[path.name]
    text = path.read_bytes().decode(facts["encoding"])
    fields = [each["field"] for each in facts["columns"]]
    if "client" not in fields:
        return []
    rows = csv.reader(StringIO(text), delimiter=facts["delimiter"])
    at = fields.index("client")
    cells = [row[at].strip() for row in list(rows)[facts["header_line"] :] if len(row) > at]
    return [cell for cell in cells if len(cell) > 5]


def drag(desk: Desk, made, path: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    where, copy = made.numbers.viewport(), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(20, 20), copy, held, left, none)
    QApplication.sendEvent(where, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(where, QDropEvent(QPointF(20, 20), copy, held, left, none))


def paste(desk: Desk, made, path: Path) -> None:
    text = path.read_bytes().decode(EXPECTED[path.name]["encoding"])
    QApplication.clipboard().setText(text)
    desk.key(Qt.Key.Key_V, CTRL)


def choose(desk: Desk, made, path: Path) -> None:
    use_chooser(Takes(path))
    QTest.mouseClick(made.open, Qt.MouseButton.LeftButton)
    use_chooser(DialogChooser())


@pytest.mark.parametrize("way", [drag, paste, choose])
@pytest.mark.parametrize("name", LISTS)
def test_every_way_in_reads_the_list_as_expected(
    place_desk: Callable[[], Desk], name: str, way: Callable[..., None]
) -> None:
    desk, facts = place_desk(), EXPECTED[name]
    checks = desk.office.controllers.checks
    desk.office.check = checks.plan(desk.office.centre, date(2026, 5, 4))
    desk.open()
    desk.key(Qt.Key.Key_S, ALT)
    made = desk.view.dossiers.draw_desk
    desk.until(lambda: desk.focus is made.numbers)
    way(desk, made, DATA / name)
    missing = [each for each in facts["issues"] if each["code"] == "id_missing"]
    given, distinct = facts["data_records"] - len(missing), facts["distinct_dossiers"]
    said = made.form.row("numbers")._help
    desk.until(
        lambda: f"{given} numbers, {given - distinct} double, {distinct} left" in said.text()
    )
    desk.until(lambda: not desk.page._tasks.busy)

    for column in facts["columns"]:
        if column["field"] == "client":
            assert column["header"] not in made.numbers.value()
    has_clients = any(each["field"] == "client" for each in facts["columns"])
    assert bool(clients(DATA / name)) is has_clients
    assert not [one for one in clients(DATA / name) if one in made.numbers.value()]
    coach = next(each["header"] for each in facts["columns"] if each["field"] == "coach")
    assert made.by._values[1] == coach
    assert made._name == ("" if way is paste else name)

    made.seed.setText("van het centrum")
    made.draw()
    desk.until(lambda: desk.view.dossiers.drawn)
    by_rule = draw(
        [Listed(each["id"]) for each in facts["records"] if each["id"]], "van het centrum", 10, 3
    )
    kept = checks.desk(desk.office.check).sample.draw
    assert (kept.drawn, kept.spares) == (by_rule.drawn, by_rule.spares)
    assert (kept.fingerprint, kept.population) == (by_rule.fingerprint, distinct)
