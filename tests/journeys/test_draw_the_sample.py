"""At the centre (journey 3): draw the sample in front of them, and prove it on another laptop."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

import main
from controllers.bundle import Controllers
from controllers.intake.dossier_list import read_dossier_list
from controllers.language import speak
from controllers.opening import Opening
from models.checks.values import Chosen
from models.checks.values.sampling import DrawWish
from tests.conftest import CHEAP
from tests.journeys.officer import ALT, CTRL, NONE, NOW, WORDS, Officer
from ui.kit.page import Ref

TODAY = date(2026, 5, 4)
CENTRE = "Kamzand Loopbanen"
LIST = Path(__file__).resolve().parents[1] / "data" / "dossierlijst-kamzand-0124618472.csv"
COACH = "Loopbaanbegeleider"
WHY = "Het dossier ligt bij een beroep."


def office(folder: Path) -> Path:
    """A file with one centre, where a check has begun."""
    file = folder / "kantoor.waarmerk"
    file.parent.mkdir(parents=True)
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    check = made.checks.plan(made.centres.add("0124618472", CENTRE), TODAY)
    made.checks.start(check)
    made.close()
    return file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return office(tmp_path / "dienst")


def test_the_sample_is_drawn_printed_and_mended_in_eleven_keys(
    officer: Officer, path: Path, tmp_path: Path
) -> None:
    keys = Keys(officer)
    (check,) = officer.file.checks.ids()
    officer.desk.go(Ref("check", check))
    officer.until(lambda: officer.check.check is not None)
    officer.rest()
    view = officer.check.dossiers
    view.band.printer = printer(tmp_path / "protocol.pdf")

    keys.press(Qt.Key.Key_S, ALT)
    officer.until(lambda: officer.focus is view.draw_desk.numbers)
    QApplication.clipboard().setText(LIST.read_bytes().decode("cp1252"))
    keys.press(Qt.Key.Key_V, CTRL)
    officer.rest()
    told = view.draw_desk.form.row("numbers")._help.text()
    assert told.startswith("85 nummers, 2 dubbel, 83 over. Dubbel: 2024/012 (rij 16, zoals rij 13)")
    assert "Kolom Naam cliënt gaat over klanten en is niet overgenomen." in told

    keys.press(Qt.Key.Key_Tab)
    officer.type("12")
    keys.press(Qt.Key.Key_Tab)
    officer.type("3")
    keys.press(Qt.Key.Key_Tab)
    officer.type("loop")
    assert view.draw_desk.by.value() == COACH
    assert "met 12 minstens één" in view.draw_desk.chance.text()
    keys.press(Qt.Key.Key_Return, CTRL)
    officer.until(lambda: view.drawn and view.list.hasFocus())
    officer.rest()
    drawn = officer.file.checks.desk(check)
    assert len(drawn.picks) == 12
    assert min(drawn.sample.draw.groups.values()) >= 1

    keys.press(Qt.Key.Key_P, CTRL)  # both initial it
    officer.rest()
    assert officer.said == "Protocol naar de printer gestuurd."
    assert len(pypdf.PdfReader(tmp_path / "protocol.pdf").pages) == 1

    officer.type("7")  # dossier 7 is at an appeal
    seventh = drawn.picks[6]
    assert view.list.current == seventh.dossier_id
    keys.press(Qt.Key.Key_R)
    officer.until(lambda: view.card is not None and view.card.row.field.hasFocus())
    officer.type(WHY)
    keys.press(Qt.Key.Key_Return)
    officer.rest()
    now = officer.file.checks.desk(check).picks[6]
    assert (now.standing, now.left) == (drawn.spares[0], ((seventh.number, WHY),))
    assert [each.chosen for each in officer.check.check.dossiers].count(Chosen.SPARE) == 1
    assert officer.check.check.dossiers[6].number == drawn.spares[0]

    view.band.printer = printer(tmp_path / "opnieuw.pdf")
    keys.press(Qt.Key.Key_P, CTRL)
    officer.rest()
    assert len(pypdf.PdfReader(tmp_path / "opnieuw.pdf").pages) == 1
    officer.file.outgoing.protocol(check, tmp_path / "bewaard.pdf")
    mended = pypdf.PdfReader(tmp_path / "bewaard.pdf").pages[0].extract_text()
    assert drawn.sample.draw.seed in mended
    assert f"7. {seventh.number} werd vervangen door reserve {drawn.spares[0]}. {WHY}" in mended
    assert keys.count <= 11
    assert (officer.bugs, officer.strays) == ([], [])

    seed, twelve = drawn.sample.draw.seed, [pick.number for pick in drawn.picks]
    on_another_laptop(tmp_path / "andere", seed, twelve)
    by_the_console(seed, twelve, list(drawn.sample.draw.spares))
    officer.program.close()
    verify(path)


def on_another_laptop(folder: Path, seed: str, twelve: list[str]) -> None:
    """Another file, the same list and seed: the same twelve."""
    other: Controllers = Opening(lambda: NOW, cost=CHEAP).open(office(folder), WORDS)
    (check,) = other.checks.ids()
    found = read_dossier_list(LIST)
    wish = DrawWish(tuple(found.entries(COACH)), 12, spares=3, seed=seed, by=COACH)
    other.checks.draw(check, wish)
    assert [pick.number for pick in other.checks.desk(check).picks] == twelve
    assert other.checks.prove_samples() == ()
    other.close()


def by_the_console(seed: str, twelve: list[str], spares: list[str]) -> None:
    asked = ("sample", str(LIST), "--size", "12", "--spares", "3", "--by", COACH)
    said = console("--json", *asked, "--seed", seed)
    assert (said["drawn"], said["spares"]) == (twelve, spares)


def verify(path: Path) -> None:
    assert console("--json", "--file", str(path), "verify")["samples"] == "ok"


def console(*words: str) -> dict:
    out = StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out):
        patch.setenv("WAARMERK_PASSPHRASE", WORDS)
        try:
            assert main.main(list(words)) == 0
        finally:
            speak("nl")
    return json.loads(out.getvalue())


class Keys:
    """Counts what the hand does beside typing."""

    def __init__(self, officer: Officer) -> None:
        self._officer = officer
        self.count = 0

    def press(self, key: Qt.Key, pressed: Qt.KeyboardModifier = NONE) -> None:
        self.count += 1
        self._officer.key(key, pressed)


def printer(path: Path) -> QPrinter:
    """One that writes what it is given as a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made
