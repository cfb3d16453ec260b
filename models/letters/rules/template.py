"""Loads a letter from resources/content: places used and places declared are the same."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from models.content.reading import Place, content, published
from models.letters.values import LetterTemplate, Variant

PLACE = re.compile(r"\{\{(\w+)\}\}")

_KEYS = (
    *("key", "version", "language", "tone", "title_nl", "recipient", "channel", "due_rule"),
    *("registered_mail", "subject", "body", "closing_default", "enclosures", "placeholders"),
    *("variants", "text_blocks"),
)


@cache
def letter_template(kind: str, version: int | None = None) -> LetterTemplate:
    """The letter `kind`, such as `audit_findings`, in `version`, the newest without one.

    Every version that was published stays (models.content.reading.published). Raises KeyError when
    there is none, and ContentWrong, with file and place, when the file holds a mistake.
    """
    try:
        found = read_letter(*published(f"letter_{kind}", version, "letter"))
    except FileNotFoundError as missing:
        raise KeyError(kind) from missing
    if version not in (None, found.version):
        raise KeyError((kind, version))
    return found


def read_letter(facts: Mapping[str, Any], file: str) -> LetterTemplate:
    """A letter from the mapping of its file; raises ContentWrong naming `file` and the place."""
    letter = Place(facts, file).inside("letter")
    letter.only(*_KEYS)
    found = LetterTemplate(
        key=letter.text("key"),
        version=letter.get("version", int),
        title=letter.text("title_nl"),
        language=letter.text("language"),
        subject=letter.text("subject"),
        body=letter.text("body"),
        closing=letter.text("closing_default"),
        enclosures=letter.texts("enclosures"),
        places=dict(letter.inside("placeholders").facts),
        variants=_variants(letter),
    )
    _check_places(letter, found)
    return found


def used_places(text: str) -> tuple[str, ...]:
    """The places in a text, each once, in the order they appear."""
    return tuple(dict.fromkeys(PLACE.findall(text)))


@cache
def common() -> Mapping[str, Any]:
    """The shared parts of all letters (content/letter_common.yaml)."""
    shared: Mapping[str, Any] = content("letter_common")["common"]
    return shared


def place_label(key: str) -> str:
    """The Dutch name of a place, for the form and for what is missing."""
    return str(common()["place_labels_nl"].get(key, key.replace("_", " ")))


def _variants(letter: Place) -> dict[str, Variant]:
    if "variants" not in letter.facts:
        return {}
    place = letter.inside("variants")
    return {key: _variant(key, place.inside(key), letter) for key in place.facts}


def _variant(key: str, place: Place, letter: Place) -> Variant:
    place.only("subject", "drop_sections", "replace", "note_nl", "due_rule")
    body = letter.text("body")
    changes = place.each("replace") if "replace" in place.facts else []
    found = Variant(
        key=key,
        subject=place.text("subject", ""),
        drop_sections=place.texts("drop_sections"),
        replace=tuple((change.get("text", str), change.get("by", str, "")) for change in changes),
    )
    for title in found.drop_sections:
        if f"## {title}\n" not in body:
            raise place.wrong(f"the body has no section {title!r}", "drop_sections")
    for old, _new in found.replace:
        if old not in body:
            raise place.wrong(f"the body does not say {old!r}", "replace")
    return found


def _check_places(letter: Place, found: LetterTemplate) -> None:
    used = set(used_places(found.subject + found.body))
    for variant in found.variants.values():
        used |= set(used_places(variant.subject + "".join(new for _old, new in variant.replace)))
    for key in sorted(used - set(found.places)):
        raise letter.wrong(f"{key} is used but not declared", "placeholders")
    for key in sorted(set(found.places) - used):
        raise letter.wrong(f"{key} is declared but not used", "placeholders")
