"""The front door through its real widgets: making, opening, recovering, and every refusal."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from controllers.demo import PASSPHRASE
from controllers.door import Door
from models.kernel.version import VERSION
from tests.ui.conftest import clock
from ui.kit import ask
from ui.kit.ask import DialogChooser, use_chooser
from ui.kit.memory import Memory
from ui.launch import Launch
from ui.pages.start.page import StartPage
from ui.pages.start.steps import Step
from ui.program import Program

WORDS = "vier losse woorden hier"


class Chosen:
    """Stands in for the file dialog of the system: answers with one path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def open(
        self, parent: QWidget, title: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        then(self.path)

    def save(
        self, parent: QWidget, title: str, filters: str, name: str, then: Callable[[Path], object]
    ) -> None:
        then(self.path)


@pytest.fixture
def choose() -> Iterator[Callable[[Path], None]]:
    yield lambda path: use_chooser(Chosen(path))
    use_chooser(DialogChooser())


@pytest.fixture
def start(program: Program) -> StartPage:
    return program.start


def quiet(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=20_000)


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(qtbot: QtBot, text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, text)


def key(qtbot: QtBot, pressed: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, pressed)


def fill(qtbot: QtBot, start: StartPage, path: Path | str, words: str, again: str) -> None:
    press(qtbot, start.welcome.make)
    start.making.path.setText(str(path))
    start.making.secret.setText(words)
    start.making.again.setText(again)
    press(qtbot, start.making.go)


# --- making a file --------------------------------------------------------------------------------


def test_a_file_is_made_with_the_keyboard_alone(
    qtbot: QtBot, program: Program, start: StartPage, tmp_path: Path
) -> None:
    path = tmp_path / "nieuw" / "kantoor.waarmerk"
    assert start.welcome.make.hasFocus()
    key(qtbot, Qt.Key.Key_Space)
    assert start.making.secret.hasFocus()
    start.making.path.setText(str(path))
    type_in(qtbot, WORDS)
    key(qtbot, Qt.Key.Key_Tab)
    assert start.making.again.hasFocus()  # the eye does not stand in between
    type_in(qtbot, WORDS)
    key(qtbot, Qt.Key.Key_Return)
    key(qtbot, Qt.Key.Key_Return)
    quiet(qtbot, program)
    assert start.steps.currentWidget() is start.key
    shown = start.key.key.text()
    assert [len(group) for group in shown.split("-")] == [5] * 6
    assert not start.key.go.isEnabled()
    key(qtbot, Qt.Key.Key_Space)
    assert start.key.go.isEnabled()
    start.key.go.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    quiet(qtbot, program)
    assert program.desk is not None
    assert start.key.key.text() == ""
    for secret in (start.making.secret, start.making.again):
        assert secret.text() == ""
    assert path.exists()


def test_the_recovery_key_is_copied_and_must_be_kept(
    qtbot: QtBot, program: Program, start: StartPage, tmp_path: Path
) -> None:
    fill(qtbot, start, tmp_path / "k.waarmerk", WORDS, WORDS)
    quiet(qtbot, program)
    shown = start.key.key.text()
    press(qtbot, start.key.copy)
    assert QApplication.clipboard().text() == shown
    press(qtbot, start.key.go)
    assert QApplication.clipboard().text() == shown  # it was not said yet that it is kept
    key(qtbot, Qt.Key.Key_Escape)
    assert start.steps.currentWidget() is start.key
    assert not program.window.close()
    assert start.busy.text().startswith("Bewaar eerst de herstelsleutel")
    assert program.window.close()
    assert not (tmp_path / ".k.waarmerk.who").exists()


@pytest.mark.parametrize("left", ["the key", "something else"])
def test_the_recovery_key_does_not_stay_on_the_clipboard(
    qtbot: QtBot, program: Program, start: StartPage, tmp_path: Path, left: str
) -> None:
    fill(qtbot, start, tmp_path / "k.waarmerk", WORDS, WORDS)
    quiet(qtbot, program)
    press(qtbot, start.key.copy)
    if left != "the key":
        QApplication.clipboard().setText(left)
    start.key.sure.setFocus()
    key(qtbot, Qt.Key.Key_Space)
    press(qtbot, start.key.go)
    assert QApplication.clipboard().text() == ("" if left == "the key" else left)
    quiet(qtbot, program)


def test_enter_goes_from_field_to_field_and_the_last_one_does_the_act(
    qtbot: QtBot, program: Program, start: StartPage, tmp_path: Path
) -> None:
    press(qtbot, start.welcome.make)
    start.making.path.setText(str(tmp_path / "k.waarmerk"))
    start.making.path.setFocus()
    key(qtbot, Qt.Key.Key_Return)
    assert start.making.secret.hasFocus()
    type_in(qtbot, WORDS)
    key(qtbot, Qt.Key.Key_Return)
    assert start.making.again.hasFocus()
    assert start.making.rows["again"].refusal() == ""
    type_in(qtbot, WORDS)
    key(qtbot, Qt.Key.Key_Return)
    quiet(qtbot, program)
    assert start.steps.currentWidget() is start.key


def test_ctrl_h_shows_what_is_typed_and_the_eye_takes_no_keys(
    qtbot: QtBot, start: StartPage, office: Path
) -> None:
    start.ask_for(office)
    secret = start.unlock.secret
    type_in(qtbot, "vier")
    qtbot.keyClick(secret, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert secret.echoMode() is secret.EchoMode.Normal
    press(qtbot, secret._eye)
    assert secret.echoMode() is secret.EchoMode.Password
    type_in(qtbot, " woorden")
    assert secret.text() == "vier woorden"


@pytest.mark.parametrize(
    ("words", "again", "field", "sentence"),
    [
        (WORDS, WORDS + "!", "again", "De twee wachtzinnen verschillen. Typ ze opnieuw."),
        ("kort", "kort", "passphrase", "Een wachtzin heeft minstens 10 tekens."),
        ("", "", "passphrase", "Een wachtzin heeft minstens 10 tekens."),
    ],
)
def test_a_wrong_passphrase_for_a_new_file_is_told_at_its_field(
    qtbot: QtBot,
    program: Program,
    start: StartPage,
    tmp_path: Path,
    words: str,
    again: str,
    field: str,
    sentence: str,
) -> None:
    fill(qtbot, start, tmp_path / "nieuw.waarmerk", words, again)
    quiet(qtbot, program)
    refused = {name: row.refusal() for name, row in start.making.rows.items() if row.refusal()}
    assert list(refused) == [field]
    assert refused[field].startswith(sentence[:30])
    assert start.making.rows[field].field.hasFocus()
    assert start.making.secret.value() == words
    assert not list(tmp_path.glob("*waarmerk*"))


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("", "Zeg waar het bestand moet komen"),
        ("{there}/kantoor.waarmerk", "kantoor.waarmerk bestaat al"),
        ("{there}/OneDrive/nieuw.waarmerk", "OneDrive"),
        ("{there}/bestand/nieuw.waarmerk", "nieuw"),
        ("/proc/nieuw/nieuw.waarmerk", "De schijf weigert"),
    ],
)
def test_a_wrong_place_is_told_at_the_place(
    qtbot: QtBot, program: Program, start: StartPage, tmp_path: Path, place: str, sentence: str
) -> None:
    (tmp_path / "kantoor.waarmerk").write_bytes(b"van een ander")
    (tmp_path / "bestand").write_text("geen map", "utf-8")
    fill(qtbot, start, place.format(there=tmp_path), WORDS, WORDS)
    quiet(qtbot, program)
    refusal = start.making.rows["path"].refusal()
    assert sentence in refusal
    assert refusal.endswith(".")
    assert start.making.secret.value() == WORDS
    assert start.making.path.hasFocus()
    assert (tmp_path / "kantoor.waarmerk").read_bytes() == b"van een ander"
    assert {path.name for path in tmp_path.iterdir()} <= {
        *("kantoor.waarmerk", "bestand", "window.ini", "OneDrive")
    }


def test_a_name_without_ending_or_folder_becomes_a_file_of_ours(
    qtbot: QtBot,
    program: Program,
    start: StartPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    fill(qtbot, start, "mijn kantoor", WORDS, WORDS)
    quiet(qtbot, program)
    assert start.steps.currentWidget() is start.key, start.making.rows["path"].refusal()
    assert [path.name for path in tmp_path.rglob("*.waarmerk")] == ["mijn kantoor.waarmerk"]


def test_the_place_may_be_chosen(
    qtbot: QtBot, start: StartPage, tmp_path: Path, choose: Callable[[Path], None]
) -> None:
    choose(tmp_path / "elders.waarmerk")
    press(qtbot, start.welcome.make)
    press(qtbot, start.making.look)
    assert start.making.path.value() == str(tmp_path / "elders.waarmerk")


# --- opening one ----------------------------------------------------------------------------------


def open_with(qtbot: QtBot, program: Program, path: Path, words: str) -> str:
    """What is said under the passphrase."""
    program.start.ask_for(path)
    assert program.start.unlock.secret.hasFocus()
    type_in(qtbot, words)
    key(qtbot, Qt.Key.Key_Return)
    quiet(qtbot, program)
    return program.start.unlock.rows["passphrase"].refusal()


def test_a_file_opens_by_choosing_it_and_typing_its_words(
    qtbot: QtBot,
    program: Program,
    start: StartPage,
    office: Path,
    choose: Callable[[Path], None],
) -> None:
    choose(office)
    press(qtbot, start.welcome.look)
    assert start.unlock.sentence.text() == str(office)
    assert open_with(qtbot, program, office, PASSPHRASE) == ""
    assert program.desk is not None


def test_a_wrong_passphrase_is_told_and_may_be_tried_again(
    qtbot: QtBot, program: Program, start: StartPage, office: Path
) -> None:
    said = open_with(qtbot, program, office, "een ander wachtwoord")
    assert said.startswith("Deze wachtzin opent het bestand niet.")
    assert start.unlock.secret.selectedText() != ""
    type_in(qtbot, PASSPHRASE)
    key(qtbot, Qt.Key.Key_Return)
    quiet(qtbot, program)
    assert program.desk is not None


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("torn", "kantoor.waarmerk is beschadigd. Er is niets gewijzigd."),
        ("empty", "kantoor.waarmerk is beschadigd. Er is niets gewijzigd."),
        ("newer", "kantoor.waarmerk is gemaakt met een nieuwere Waarmerk."),
        ("gone", "Er staat geen bestand op"),
        ("keyless", "Het sleutelbestand"),
        ("text", "is geen Waarmerk-bestand"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told_and_left_alone(
    qtbot: QtBot, program: Program, office: Path, harm: str, sentence: str
) -> None:
    {
        "torn": lambda: office.write_bytes(office.read_bytes()[:9_000] + b"x" * 9_000),
        "empty": lambda: office.write_bytes(b""),
        "newer": lambda: make_newer(office),
        "gone": lambda: shutil.rmtree(office.parent),
        "keyless": lambda: Path(f"{office}.key").unlink(),
        "text": lambda: office.rename(office.with_suffix(".docx")),
    }[harm]()
    wanted = office.with_suffix(".docx") if harm == "text" else office
    if harm == "text":
        Path(f"{office}.key").unlink()
    before = wanted.read_bytes() if wanted.exists() else b""
    said = open_with(qtbot, program, wanted, PASSPHRASE)
    assert sentence in said
    assert program.desk is None
    assert (wanted.read_bytes() if wanted.exists() else b"") == before


def make_newer(path: Path) -> None:
    """As a later Waarmerk would leave it: a layout this one does not know."""
    import sqlcipher3.dbapi2 as sqlcipher

    from models.store import keys

    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{keys.unlock(path, PASSPHRASE).hex()}'\"")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def test_files_opened_before_are_offered_and_opened_with_enter(
    qtbot: QtBot, program: Program, start: StartPage, office: Path
) -> None:
    open_with(qtbot, program, office, PASSPHRASE)
    qtbot.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, program)
    key(qtbot, Qt.Key.Key_Escape)
    assert start.steps.currentWidget() is start.welcome
    assert start.welcome.title.text() == "Welkom terug"
    assert start.welcome.recent.hasFocus()
    key(qtbot, Qt.Key.Key_Home)
    key(qtbot, Qt.Key.Key_Return)
    assert start.steps.currentWidget() is start.unlock
    assert "kantoor" in start.unlock.title.text()


def test_a_file_that_is_gone_is_no_longer_offered(
    qtbot: QtBot, program: Program, start: StartPage, office: Path
) -> None:
    start._remember(office)
    assert start._recent() == [office]
    office.unlink()
    assert start._recent() == []


# --- recovering -----------------------------------------------------------------------------------


@pytest.fixture
def lost(qtbot: QtBot, program: Program, start: StartPage, tmp_path: Path) -> tuple[Path, str]:
    """A file whose passphrase is lost, at the door, and its recovery key."""
    path = tmp_path / "verloren.waarmerk"
    fill(qtbot, start, path, WORDS, WORDS)
    quiet(qtbot, program)
    shown = start.key.key.text()
    start.key.sure.click()
    press(qtbot, start.key.go)
    quiet(qtbot, program)
    program.leave()
    quiet(qtbot, program)
    press(qtbot, start.unlock.forgotten)
    return path, shown


def give(qtbot: QtBot, program: Program, typed: str, words: str) -> dict[str, str]:
    recover = program.start.recover
    recover.key.setText(typed)
    recover.secret.setText(words)
    press(qtbot, recover.go)
    quiet(qtbot, program)
    return {name: row.refusal() for name, row in recover.rows.items() if row.refusal()}


def test_the_recovery_key_opens_the_file_and_sets_new_words(
    qtbot: QtBot, program: Program, lost: tuple[Path, str]
) -> None:
    path, shown = lost
    assert "verloren" in program.start.recover.sentence.text()
    assert give(qtbot, program, shown.lower().replace("-", " "), "vijf nieuwe losse woorden") == {}
    assert program.desk is not None
    program.leave()
    quiet(qtbot, program)
    assert open_with(qtbot, program, path, WORDS).startswith("Deze wachtzin opent")
    program.start.unlock.secret.clear()
    assert open_with(qtbot, program, path, "vijf nieuwe losse woorden") == ""


@pytest.mark.parametrize("group", [1, 4, 6])
def test_a_typing_error_in_the_recovery_key_names_the_group(
    qtbot: QtBot, program: Program, lost: tuple[Path, str], group: int
) -> None:
    groups = lost[1].split("-")
    wrong = groups[group - 1]
    groups[group - 1] = ("3" if wrong[0] != "3" else "4") + wrong[1:]
    refused = give(qtbot, program, "-".join(groups), "vijf nieuwe losse woorden")
    assert list(refused) == ["recovery_key"]
    assert f"groep {group}" in refused["recovery_key"]
    assert program.start.recover.secret.value() == "vijf nieuwe losse woorden"


def test_short_new_words_are_told_at_their_field(
    qtbot: QtBot, program: Program, lost: tuple[Path, str]
) -> None:
    refused = give(qtbot, program, lost[1], "kort")
    assert list(refused) == ["passphrase"]


# --- how it looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1280, 720), (880, 560)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_step_is_reached_and_nothing_is_cut_off(
    qtbot: QtBot,
    qapp: QApplication,
    program: Program,
    start: StartPage,
    size: tuple[int, int],
    scale: float,
) -> None:
    from ui.kit import theme

    theme.apply(qapp, "light", scale)
    program.window.resize(*size)
    for step in (start.welcome, start.unlock, start.making, start.recover, start.key):
        start._show(step)
        for _settling in range(5):
            QApplication.processEvents()
        assert cut_off(step) == [], type(step).__name__


def cut_off(step: Step) -> list[str]:
    """Parts of a step that are narrower than their words, or stick out at the side."""
    return [
        f"{type(part).__name__} {part.accessibleName() or getattr(part, 'text', str)()}"
        f" {part.size().toTuple()} of {part.minimumSizeHint().toTuple()}"
        for part in step.findChildren(QWidget)
        if part.isVisible()
        and (
            part.mapTo(step, part.rect().topRight()).x() > step.width()
            or part.width() < part.minimumSizeHint().width()
            or part.height() < part.minimumSizeHint().height()
        )
    ]


def test_everything_focusable_has_a_name(qtbot: QtBot, start: StartPage) -> None:
    nameless = [
        type(part).__name__
        for part in start.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not part.accessibleName()
        and not getattr(part, "text", str)()
        and not isinstance(part, ask.Ask)
    ]
    assert nameless == []


# --- named on the command line --------------------------------------------------------------------


@pytest.fixture
def launch(qapp: QApplication, qtbot: QtBot, office: Path, tmp_path: Path) -> Iterator[Launch]:
    """The program as `python main.py --file` begins it."""
    made = Launch(qapp, Door(clock), Memory(tmp_path / "window.ini"), VERSION, office)
    hook = sys.excepthook
    qtbot.waitUntil(lambda: made.program is not None)
    yield made
    sys.excepthook = hook
    assert made.program is not None
    made.program.close()
    made.window.close()
    made.window.deleteLater()


def test_a_file_that_was_named_is_asked_for_at_once(
    qtbot: QtBot, dutch: None, launch: Launch, office: Path
) -> None:
    program = launch.program
    assert program is not None
    assert program.start.unlock.isVisible()
    assert program.start.unlock.sentence.text() == str(office)
    program.start.unlock.secret.setText(PASSPHRASE)
    press(qtbot, program.start.unlock.go)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    quiet(qtbot, program)
