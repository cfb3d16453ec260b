"""The manual for officers, one chapter after another (resources/manual/handleiding.md)."""

import re
from dataclasses import dataclass
from pathlib import Path

MANUAL = Path(__file__).resolve().parent.parent / "resources" / "manual" / "handleiding.md"

_CHAPTER = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """`title` and `about` (a few words on it) are plain Dutch; `text` is the rest, in Markdown."""

    title: str
    about: str
    text: str

    @property
    def key(self) -> str:
        """What a link calls it: als-er-iets-misgaat."""
        return re.sub(r"\W+", "-", self.title.lower()).strip("-")


def chapters() -> tuple[Chapter, ...]:
    """Every chapter, in the order of the manual."""
    _title, *parts = _CHAPTER.split(MANUAL.read_text("utf-8"))
    return tuple(_chapter(part) for part in parts)


def _chapter(part: str) -> Chapter:
    title, about, text = (*part.split("\n", 2), "", "")[:3]
    return Chapter(title.strip(), about.strip().strip("*"), text.strip() + "\n")
