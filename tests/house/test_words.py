"""Every sentence of the program has a Dutch one, and every Dutch sentence fits its places."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    path for folder in ("models", "controllers", "ui") for path in (ROOT / folder).rglob("*.py")
] + [ROOT / "main.py"]
PO = ROOT / "resources" / "translations" / "nl.po"


def marked(path: Path) -> list[tuple[str, int]]:
    """Message ids in a file: the first argument of _, N_ and both of ngettext."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            count = {"_": 1, "N_": 1, "ngettext": 2}.get(node.func.id, 0)
            for argument in node.args[:count]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    found.append((argument.value, node.lineno))
    return found


@pytest.fixture(scope="module")
def dutch() -> dict[str, str]:
    with PO.open("rb") as file:
        return {
            one: text
            for message in read_po(file)
            if message.id
            for one, text in zip(
                [message.id] if isinstance(message.id, str) else message.id,
                [message.string] if isinstance(message.string, str) else message.string,
            )
        }


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    return {
        text: f"{path.relative_to(ROOT)}:{line}" for path in SOURCES for text, line in marked(path)
    }


def test_every_sentence_has_a_dutch_one(dutch, said):
    missing = sorted(f"{where}: {text!r}" for text, where in said.items() if not dutch.get(text))
    assert not missing, "\n".join(missing)


def test_no_dutch_sentence_is_left_over(dutch, said):
    assert not sorted(set(dutch) - set(said))


def test_no_sentence_stands_twice():
    ids = re.findall(r'^msgid "(.+)"$', PO.read_text("utf-8"), re.MULTILINE)
    assert not [text for text, count in Counter(ids).items() if count > 1]


def test_the_places_of_a_sentence_are_kept(dutch):
    for english, text in dutch.items():
        places = set(re.findall(r"{(\w+)}", english))
        assert set(re.findall(r"{(\w+)}", text)) <= places, english


@pytest.mark.parametrize("word", ["Oeps", "succesvol", "Ongeldige invoer", "Weet u het zeker"])
def test_the_words_we_do_not_use(dutch, word):
    assert not [text for text in dutch.values() if re.search(rf"\b{word}", text, re.IGNORECASE)]


def test_no_exclamation_marks(dutch):
    assert not [text for text in dutch.values() if "!" in text]


NAMED_OTHERWISE = {
    "checklist": "controlelijst",
    "vragenlijst": "controlelijst",
    "leemte": "open punt",
    "opmerking bij dit antwoord": "nota",
}
"""A thing has one name, on the screen and in the manual: the left one is not it."""
SPACED = re.compile(r"\b(?:Ctrl|Alt|Shift) (?:[A-Z0-9←→↑↓](?!\w)|F\d|Enter|Del|Tab|Pg|Page|Shift)")


@pytest.fixture(scope="module")
def manual() -> str:
    """Its prose: what stands between backticks is typed, or pressed."""
    whole = (ROOT / "resources" / "manual" / "handleiding.md").read_text("utf-8")
    return re.sub(r"`[^`]*`", "", whole)


@pytest.mark.parametrize("word", NAMED_OTHERWISE)
def test_a_thing_has_one_name(dutch, manual, word):
    found = [text for text in dutch.values() if word in text.lower()]
    assert not found, f"say {NAMED_OTHERWISE[word]}"
    assert word not in manual.lower(), f"say {NAMED_OTHERWISE[word]}"


def test_keys_pressed_together_are_joined_by_a_plus(dutch, said):
    whole = (ROOT / "resources" / "manual" / "handleiding.md").read_text("utf-8")
    texts = {
        **dict.fromkeys(dutch.values(), "nl.po"),
        **said,
        **dict.fromkeys(whole.split("\n"), "manual"),
    }
    assert not {text: where for text, where in texts.items() if SPACED.search(text)}


def test_keys_on_buttons_too():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if SPACED.search(node.value) or re.search(r"\b(?:Ctrl|Alt|Shift) $", node.value)
    ]
    assert not found
