"""The manual tells the truth: its keys work, its buttons exist, its numbers are those of the list."""

import gc
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from controllers.door import LEAST
from controllers.manual import MANUAL, Chapter, chapters
from models.checklists.rules import template
from models.checks.values import GradeThreshold
from models.store.place import CLOUDS
from models.store.store import Store
from ui import asked, console
from ui.curtain import Curtain
from ui.kit import theme
from ui.kit.answers import ANSWERS
from ui.kit.day_field import DateField
from ui.kit.matrix_keys import KEYS
from ui.kit.matrix_values import EXPLAINED
from ui.kit.memory import Memory
from ui.kit.overlay import Overlay
from ui.kit.page import Ref
from ui.pages import ROOMS
from ui.pages.applications import acts as application_acts
from ui.pages.checklists import version_acts
from ui.pages.checks import acts as check_acts
from ui.pages.complaints import acts as complaint_acts
from ui.log_card import LogCard
from ui.tasks import Tasks
from ui.field_undo import FieldUndo
from ui.why_card import WhyCard
from ui.window import Desk

ROOT = Path(__file__).resolve().parents[2]
PO = ROOT / "resources" / "translations" / "nl.po"
TITLES = (
    *("Begin", "In tien minuten", "Centra", "Lijst inlezen", "Aanvragen", "Klachten"),
    *(
        "Dossiercontrole",
        "Steekproef",
        "Excel en auditbrief",
        "Regels",
        "Geschiedenis",
        "Bewaring",
        "Veiligheid",
        "Toetsen",
    ),
    *("Als er iets misgaat", "Opdrachtregel"),
)
HEAVY = (
    *("betreffende", "dient te", "dienen te", "enkel", "gelieve", "indien", "inzake", "mits"),
    *("reeds", "slechts", "steeds", "teneinde", "tevens", "tracht", "trachten", "verzoek"),
    *("verzoekt", "verzoeken", "wens", "wenst", "wensen", "succesvol", "oeps", "ongeldig"),
)
SIGNS = {"Spatie": "Space", "←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}


@pytest.fixture(scope="module")
def text() -> str:
    return MANUAL.read_text("utf-8")


@pytest.fixture(scope="module")
def dutch() -> set[str]:
    """Every Dutch text of the program."""
    with PO.open("rb") as file:
        found = [message.string for message in read_po(file) if message.id]
    return {one for each in found for one in ([each] if isinstance(each, str) else each)}


def chapter(title: str) -> Chapter:
    return next(one for one in chapters() if one.title == title)


def rows(markdown: str) -> list[list[str]]:
    """The cells of every table line, without the heads."""
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]
    heads = {at - 1 for at, line in enumerate(lines) if line.startswith("|--")}
    return [row for at, row in enumerate(cells) if at not in heads and at - 1 not in heads]


def keys() -> dict[str, list[str]]:
    """Section of the table of keys, and the keys in its first column."""
    found = {}
    for part in chapter("Toetsen").text.split("### ")[1:]:
        title, body = part.split("\n", 1)
        found[title.strip()] = [
            key for row in rows(body) for key in re.findall("`([^`]+)`", row[0])
        ]
    return found


def combination(key: str) -> QKeyCombination:
    """Ctrl+↑ as Qt has it."""
    *held, last = key.replace("++", "+plus").split("+")
    named = {"plus": "+"}.get(last, SIGNS.get(last, last))
    sequence = QKeySequence("+".join([*held, named]))
    assert sequence.count() == 1, key
    return sequence[0]


# What it says


def test_the_chapters_stand_in_order():
    assert tuple(one.title for one in chapters()) == TITLES
    for one in chapters():
        assert one.about and len(one.about) <= 36, one.title
        assert one.text.strip()


def test_the_words_that_weigh_are_not_used(text):
    assert not [word for word in HEAVY if re.search(rf"\b{word}\b", text, re.IGNORECASE)]


def test_it_says_u_and_does_not_shout(text):
    assert not re.search(r"\b(je|jij|jouw|jullie|wij)\b", text, re.IGNORECASE)
    assert "!" not in text


def test_every_button_it_names_stands_on_the_screen(text, dutch):
    named = set(re.findall("«([^»]+)»", text))
    assert len(named) > 40
    assert not named - dutch


def test_every_sentence_it_quotes_is_one_of_the_program(dutch):
    quoted = re.findall("“([^”]+)”", chapter("Als er iets misgaat").text)
    assert len(quoted) > 20
    texts = [re.sub(r"{\w+}", "…", one) for one in dutch]
    for sentence in quoted:
        parts = [re.escape(part) for part in sentence.split("…")]
        assert any(re.search(".*".join(parts), one, re.DOTALL) for one in texts), sentence


def test_every_link_leads_to_a_chapter(text):
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert links
    assert {link.removeprefix("#") for link in links} <= {one.key for one in chapters()}
    assert all(link.startswith("#") for link in links)


def test_the_weighing_has_the_numbers_of_the_checklist():
    limits = template("dossier_check").thresholds
    found = {row[0]: row[1] for row in rows(chapter("Dossiercontrole").text) if len(row) == 2}
    assert found == {
        "een voorwaarde van het mandaat": said(limits.mandate_relevant),
        "een voorwaarde van de omschrijving": said(limits.definition_condition),
        "iets anders": said(limits.other),
    }


def said(limit: GradeThreshold) -> str:
    count = "1 dossier" if limit.dossiers == 1 else f"{limit.dossiers} dossiers"
    return f"{count} of {limit.share_pct} % van de steekproef" if limit.share_pct else count


def test_it_says_after_which_answers_the_cursor_waits_for_a_note(text):
    waits = [str(answer.key) for name, answer in ANSWERS.items() if name in EXPLAINED]
    said = re.search("Na (.*?) blijft hij staan", text)
    assert re.findall("`(.)`", said[1].rpartition("Na ")[2]) == waits


def test_its_other_numbers_are_those_of_the_program(text):
    checklist = template("dossier_check")
    count = f"{len(checklist.questions)} vragen in {len(checklist.sections)} rubrieken"
    assert count in text
    assert f"minstens {LEAST} tekens" in text
    for service in ("OneDrive", "Dropbox", "Google Drive"):
        assert service in text and service in CLOUDS.values()


def test_every_order_of_the_console_is_there_and_is_understood():
    words = {
        "PAD": "a.xlsx",
        "XLSX": "a.xlsx",
        "MAP": "map",
        "CONTROLE": "DC-1",
        "NUMMER": "0",
        "REGEL": "r",
        "DAG": "1",
    }
    told = [re.findall("`([^`]+)`", row[0])[0] for row in rows(chapter("Opdrachtregel").text)]
    for order in told:
        given = [words.get(word, word) for word in order.split()]
        options = console.parse(given, "0")
        assert not isinstance(options, int), order
        assert options.verb == given[0]
    assert {order.split()[0] for order in told} == set(console._VERBS)


def test_every_list_of_the_console_is_named():
    row = next(row for row in rows(chapter("Opdrachtregel").text) if row[0].startswith("`list"))
    named = re.findall("`([a-z]+)`", row[1])
    assert {"centres", *named} == set(console.LISTS)


def test_every_option_of_the_console_is_understood():
    options = re.findall("`(--[a-z-]+)", chapter("Opdrachtregel").text)
    assert set(options) == {
        "--as-known",
        "--dry-run",
        "--empty",
        "--use",
        "--regime",
        "--spares",
        "--seed",
        "--by",
        "--without",
        "--level",
        "--xlsx",
        "--version",
        "--centre",
        "--file",
        "--passphrase-file",
        "--json",
    }
    line = ["--file", "a", "--passphrase-file", "b", "--json", "list", "centres", "--xlsx", "c"]
    assert not isinstance(console.parse(line, "0"), int)
    assert not isinstance(console.parse(["import", "centres", "a", "--dry-run"], "0"), int)
    assert not isinstance(console.parse("export template k a --version 2".split(), "0"), int)
    assert not isinstance(console.parse("export answers a --centre 1".split(), "0"), int)
    assert asked.VARIABLE in chapter("Opdrachtregel").text


def test_its_example_of_a_draw_gives_what_we_draw(tmp_path, monkeypatch, capsys):
    vectors = json.loads((ROOT / "tests" / "data" / "sample_vectors.json").read_text("utf-8"))
    (code,) = re.findall(r"```python\n(.*?)```", chapter("Steekproef").text, re.DOTALL)
    (tmp_path / "lijst.txt").write_text("0001\n0002\n0003\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    made = {}
    with pytest.warns(ResourceWarning):  # short, for people: it leaves closing to Python
        exec(code, made)
        gc.collect()
    assert "0001" in capsys.readouterr().out
    for case in (each for each in vectors["cases"] if not each["by"]):
        numbers = [row[0] for row in case["list"]]
        told = made["draw"](numbers, case["seed"], case["n"], case["m"])
        assert told == (case["drawn"], case["spares"], case["fingerprint"]), case["name"]


# Whether its keys work


@dataclass
class Work:
    """A desk with two centres, a running check of two dossiers and its letter."""

    desk: Desk
    controllers: Controllers
    centre: UUID
    check: UUID
    letter: UUID
    qtbot: QtBot
    left: list[str]

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=5000)

    def rest(self) -> None:
        self.until(lambda: not self.desk._tasks.busy)

    def go(self, ref: Ref) -> Any:
        self.desk.go(ref)
        self.rest()
        return self.desk.current

    def press(self, key: str, widget: QWidget | None = None) -> None:
        if widget is not None:
            widget.setFocus()
        target = QApplication.focusWidget() or self.desk
        if key == "?":
            QTest.keyClicks(target, key)
        else:
            pressed = combination(key)
            QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
        self.rest()

    def card(self) -> Overlay | None:
        return next((each for each in self.desk.findChildren(Overlay) if each.isVisible()), None)


@pytest.fixture
def work(qtbot: QtBot, qapp: QApplication, store: Store, tmp_path: Path) -> Iterator[Work]:
    theme.apply(qapp, "light")
    controllers = Controllers(store)
    centre = controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
    controllers.centres.add("0400106291", "Ankerpunt vzw")
    check = controllers.checks.plan(centre, date(2026, 5, 4))
    controllers.checks.start(check)
    controllers.checks.add_dossiers(check, "KZ-003; KZ-011")
    letter = controllers.letters.write_audit_letter(check)
    tasks = Tasks()
    controllers.listen(tasks.announce)
    desk = Desk(controllers, tasks, Memory(tmp_path / "venster.ini"))
    undoing = FieldUndo(qapp)
    left: list[str] = []
    desk.left.connect(lambda: left.append("left"))
    desk.resize(1280, 720)
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    made = Work(desk, controllers, centre, check, letter, qtbot, left)
    made.go(Ref("centres"))
    yield made
    desk.shut()
    tasks.close()


def shortcuts(widget: QWidget) -> set[str]:
    return {
        each.key().toString(QKeySequence.SequenceFormat.PortableText)
        for each in widget.findChildren(QShortcut)
    }


def portable(key: str) -> str:
    portable_text = QKeySequence.SequenceFormat.PortableText
    return QKeySequence(combination(key)).toString(portable_text)


def took(widget: QWidget, key: str) -> bool:
    """Whether the widget itself does something with this key."""
    pressed = combination(key)
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers(), key)
    widget.keyPressEvent(event)
    return event.isAccepted()


def test_it_knows_every_place_with_keys():
    assert set(keys()) == {
        *("Overal", "Centra", "Centrumdossier", "Lijst inlezen", "Matrix"),
        *("Dossiers", "Brief", "Handleiding", "Datumveld", "Tijdlijn"),
        *("Teruggekomen werkmap", "Beoordeling van een aanvraag", "Lijsten over alle centra"),
        "Bovenaan",
    }


def test_the_keys_of_what_stands_above_are_those_of_the_acts():
    acts = (check_acts, application_acts, complaint_acts, version_acts)
    own = {value for one in acts for value in vars(one).values() if str(value).startswith("Alt+")}
    assert set(keys()["Bovenaan"]) == own


def test_the_keys_of_the_lists_over_all_centres(work):
    page = work.go(Ref("conditions", detail="measures"))
    register = page.registers["measures"]
    for key in keys()["Lijsten over alle centra"]:
        if key == "?":
            QTest.keyClicks(register.view, "?")
            assert register.key_map is not None and register.key_map.isVisible()
            register.key_map.close_card()
        elif key == "Alt+T":
            assert portable(key) in shortcuts(work.desk)
        else:
            assert portable(key) in shortcuts(page) or took(register.view, key), key


def test_the_keys_of_a_workbook_that_came_back(work):
    page = work.go(Ref("check", work.check))
    own = set(keys()["Teruggekomen werkmap"])
    assert own == {"Spatie", "Shift+Spatie", "Enter", "Alt+1", "Alt+2", "Alt+3", "Esc"}
    assert {"Shift+Space", "Esc"} <= shortcuts(page.back)


def test_the_keys_of_an_assessment_are_those_it_knows(work):
    elsewhere = work.controllers.centres.add("0202239951", "Loopbaanpunt Leie")
    received = work.controllers.applications.receive(elsewhere, date(2026, 4, 1))
    view = work.go(Ref("application", received)).dossier.criteria
    told = keys()["Beoordeling van een aanvraag"]
    known = {portable(key) for key in told}
    outside = {"F8", "Shift+F8"}
    assert outside <= shortcuts(view) & known
    for key in told:
        if portable(key) in outside:
            continue
        view.stand_on("MA-03")
        view.list.setFocus()
        if key == "?":
            QTest.keyClicks(view.list, "?")
        else:
            assert took(view.list, key), key
        work.rest()
        if (card := work.card()) is not None:
            card.close_card()
    assert {"Up", "Down", "E", *(str(number) for number in range(5))} <= known


def test_the_keys_of_the_timeline_are_those_it_knows(work):
    own = keys()["Tijdlijn"]
    view = work.go(Ref("centre", work.centre, "timeline")).file.views.timeline
    assert all(took(view.timeline, key) for key in own if key != "Ctrl+P")
    assert "Ctrl+P" in shortcuts(view)


def test_the_keys_of_everywhere_are_those_of_the_desk(work):
    own = {
        each.key().toString(QKeySequence.SequenceFormat.PortableText)
        for each in work.desk.findChildren(
            QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
    }
    assert own == {portable(key) for key in keys()["Overal"]} - {"F1"}


def test_the_keys_of_everywhere_do_what_is_said(work):
    desk, centres = work.desk, work.controllers.centres
    newest = centres.add("0406798006", "Kompas bv")
    work.rest()
    reading = lambda: desk.current.key == "about" and desk.current.manual.isVisible()  # noqa: E731
    done: dict[str, Callable[[], object]] = {
        "Ctrl+K": lambda: work.card() is not None,
        "Ctrl+Shift+C": lambda: isinstance(work.card(), LogCard),
        "Ctrl+Z": lambda: centres.count() == 2,
        "Ctrl+Y": lambda: centres.count() == 3,
        "Ctrl+Shift+Z": lambda: centres.count() == 3,
        "Ctrl+L": lambda: work.left == ["left"],
        "Alt+T": lambda: isinstance(work.card(), WhyCard),
        "F11": lambda: isinstance(work.card(), Curtain),
        "Shift+F11": lambda: isinstance(work.card(), Curtain),
        "Shift+F1": reading,
        "F1": reading,
        **{
            f"Alt+{number}": lambda room=room: desk.current.key == room.key
            for number, room in enumerate(ROOMS[:9], 1)
        },
    }
    assert newest
    assert set(done) == set(keys()["Overal"])
    for key in keys()["Overal"]:
        if key == "Ctrl+Shift+Z":
            work.press("Ctrl+Z")
        work.go(Ref("rules" if key == "Alt+T" else "centres"))
        work.press(key)
        work.until(done[key])
        if (card := work.card()) is not None:
            card.close_card()


def test_the_matrix_keeps_f1_for_the_rule_and_leaves_shift_f1_to_the_manual(work):
    page = work.go(Ref("check", work.check))
    page.check.matrix.matrix.setFocus()
    work.press("F1")
    assert work.desk.current is page
    assert page.check.matrix.panel.rule.hasFocus()
    work.press("F1", page.check.matrix.panel.note)
    assert work.desk.current is page
    page.check.matrix.matrix.setFocus()
    work.press("Shift+F1")
    work.until(lambda: work.desk.current.key == "about")


def test_the_keys_of_the_list_of_centres(work):
    page = work.go(Ref("centres"))
    table = page.list.table
    before = table.order
    view = page.list.view

    def ordered(key: str) -> bool:
        work.press(key, view)
        return page.list._order != before

    assert ordered("Ctrl+Shift+→")
    assert not ordered("Ctrl+Shift+←")
    assert ordered("Ctrl+Shift+↓")
    assert not ordered("Ctrl+Shift+↑")
    work.press("Ctrl+F")
    assert page.list.filters.text.hasFocus()
    work.press("Ctrl+N")
    card = work.card()
    assert card is not None
    card.close_card()
    view.choose(work.centre)
    work.press("Enter", view)
    work.until(lambda: page.stack.currentWidget() is page.file)
    tried = {"Ctrl+F", "Ctrl+N", "Enter", *(f"Ctrl+Shift+{arrow}" for arrow in "←→↑↓")}
    assert tried == set(keys()["Centra"])


def test_the_keys_of_a_centre_file(work):
    page = work.go(Ref("centre", work.centre))
    told = keys()["Centrumdossier"]
    assert {portable(key) for key in told} <= shortcuts(page.file)
    page.file.sections.setFocus()
    work.press("Ctrl+PgDown")
    assert page.file.sections.choice() == 1
    work.press("Ctrl+PgUp")
    assert page.file.sections.choice() == 0
    here = page.file.centre_id
    work.press("Alt+↑")
    work.press("Alt+↓")
    assert page.file.centre_id == here
    work.press("Alt+←")
    assert page.stack.currentWidget() is page.list


def test_the_keys_of_a_list_that_comes_in(work):
    page = work.go(Ref("import"))
    assert {portable(key) for key in keys()["Lijst inlezen"]} <= shortcuts(page.intake.report)


def test_the_keys_of_the_matrix(work):
    page = work.go(Ref("check", work.check))
    view = page.check.matrix
    told = keys()["Matrix"]
    for key in told:
        view.matrix.go_to("DC-03", view.check.dossiers[0].id)
        view.matrix.setFocus()
        if key == "?":
            QTest.keyClicks(view.matrix, "?")
            assert view.gestures.key_map is not None and view.gestures.key_map.isVisible()
            view.gestures.key_map.close_card()
        else:
            assert took(view.matrix, key), key
        work.rest()
        if (card := work.card()) is not None:
            card.close_card()
        work.go(Ref("check", work.check))
        page.check.show_side(0)
    known = {portable(key) for key in told}
    same = {Qt.Key.Key_Agrave: "0", Qt.Key.Key_Enter: "Return"}
    names = {same.get(key, QKeySequence(key).toString()) for key in KEYS}
    assert names - {"Return"} <= known | {"Del"}


def test_the_matrix_leaves_other_keys_alone(work):
    page = work.go(Ref("check", work.check))
    assert not took(page.check.matrix.matrix, "F7")


def test_the_keys_of_the_dossiers(work):
    page = work.go(Ref("check", work.check))
    page.check.show_side(2)
    field, listed = page.check.dossiers.numbers, page.check.dossiers.list
    field.setFocus()
    QTest.keyClicks(field, "KZ-024")
    work.press("Shift+Enter")
    QTest.keyClicks(field, "KZ-031")
    assert field.toPlainText() == "KZ-024\nKZ-031"
    work.press("Enter")
    work.until(lambda: len(work.controllers.checks.file(work.check).dossiers) == 4)
    work.until(lambda: len(page.check.check.dossiers) == 4)
    listed.choose(page.check.check.dossiers[-1].id)
    work.press("Delete", listed)
    work.until(lambda: len(work.controllers.checks.file(work.check).dossiers) == 3)
    work.until(lambda: len(page.check.check.dossiers) == 3)
    listed.choose(page.check.check.dossiers[0].id)
    work.press("Enter", listed)
    assert page.check.sides.choice() == 0
    tried = {"Enter", "Shift+Enter", "Delete"}
    drawn = {"Alt+S", "Ctrl+Enter", "R", "Ctrl+P"}  # tests/ui/pages/checks/test_sample_desk.py
    assert set(keys()["Dossiers"]) == tried | drawn


def test_the_keys_of_a_letter(work):
    page = work.go(Ref("letter", work.letter))
    zooms = {"Ctrl++", "Ctrl+-", "Ctrl+0"}
    told = set(keys()["Brief"])
    assert {portable(key) for key in told - zooms} <= shortcuts(page.letter)
    from ui.kit.pdf_view import PdfView

    paper = page.letter.paper.findChild(PdfView)
    before = paper.zoom
    took(paper, "Ctrl++")
    larger = paper.zoom
    took(paper, "Ctrl+-")
    took(paper, "Ctrl+-")
    assert paper.zoom < larger
    took(paper, "Ctrl+0")
    assert paper.zoom == before
    assert zooms < told


def test_the_keys_of_the_manual_itself(work):
    page = work.go(Ref("about", detail="manual"))
    work.until(lambda: page.manual.list.current)
    first = page.manual.list.current
    page.manual.start()
    work.press("↓")
    assert page.manual.list.current != first
    work.press("↑")
    assert page.manual.list.current == first
    work.press("Enter")
    assert page.manual.text.hasFocus()
    work.press("Esc")
    assert page.manual.list.hasFocus()
    assert set(keys()["Handleiding"]) == {"↑", "↓", "Enter", "Esc"}


def test_the_keys_of_a_day(qtbot, qapp):
    theme.apply(qapp, "light")
    field = DateField(date(2026, 5, 4))
    qtbot.addWidget(field)
    field.show()
    steps = SimpleNamespace(**{"↑": 5, "↓": 4, "PgUp": 11, "PgDown": 4})
    field.set_value(date(2026, 5, 4), afresh=True)
    for key, day in vars(steps).items():
        assert took(field, key)
        assert field.text() == f"{day}/05/2026" or field.text().startswith(f"{day:02}/05"), key
    for key in ("Alt+↓", "F4"):
        assert took(field, key)
        assert field.calendar is not None and field.calendar.isVisible()
        field.calendar.close()
    assert set(keys()["Datumveld"]) == {*vars(steps), "Alt+↓", "F4"}
