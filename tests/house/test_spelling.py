"""Our own Dutch is spelled right: screen, manual, checklists and letters."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from babel.messages.pofile import read_po

from controllers.spelling import known, trade
from models.kernel.spelling import words

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FOREIGN = {
    *("qfor", "cedeo", "investors"),  # names of labels
    *("ctrl", "xlsx", "xlsb", "xls", "csv"),
    *("registered", "receipt", "passphrase-file", "key-bestand"),  # words of the console
    *("keizerslaan", "for"),
}
"""What stands in our texts and is no Dutch."""


def doubted(text: str) -> set[str]:
    found = {one.word for one in words(text) if one.word.lower() not in trade() | FOREIGN}
    return {word for word in found if not known(word)}


def test_what_the_screen_says():
    with (RESOURCES / "translations" / "nl.po").open("rb") as file:
        told = [message.string for message in read_po(file) if message.id]
    every = [one for said in told for one in ([said] if isinstance(said, str) else said)]
    assert len(every) > 2000
    assert doubted("\n".join(every)) == set()


def test_the_manual():
    text = (RESOURCES / "manual" / "handleiding.md").read_text("utf-8")
    prose = re.sub(r"```.*?```|`[^`]*`", " ", text, flags=re.DOTALL)
    assert doubted(prose) == set()


def test_checklists_letters_and_rules():
    for path in sorted((RESOURCES / "content").glob("*.yaml")):
        text = "\n".join(_dutch(yaml.safe_load(path.read_text("utf-8"))))
        assert doubted(text) == set(), path.name


def _dutch(found: object, key: str = "") -> Iterator[str]:
    """The sentences of a content file: what its keys say is Dutch."""
    if isinstance(found, str) and (key.endswith("_nl") or key in ("text", "sentence", "title")):
        yield found
    elif isinstance(found, dict):
        for name, inner in found.items():
            yield from _dutch(inner, str(name))
    elif isinstance(found, list):
        for inner in found:
            yield from _dutch(inner, key)
