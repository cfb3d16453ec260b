"""The language of the screen: message ids are English, Dutch comes from nl.po."""

import gettext
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path

from models.kernel import text

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "translations"
_now = "en"


def speak(language: str) -> None:
    """Use a language from now on: `nl`, or `en` for the message ids as they are."""
    global _now  # noqa: PLW0603 - as text.use: there is one screen
    _now = language
    text.use(_catalogue(language) if language != "en" else gettext.NullTranslations())


def spoken() -> str:
    """The language used now."""
    return _now


def in_dutch() -> AbstractContextManager[None]:
    """Inside the `with` every sentence is Dutch, whatever the screen speaks: for paper."""
    return text.speaking(_kept("nl"))


@cache
def _kept(language: str) -> gettext.NullTranslations:
    return _catalogue(language)


def _catalogue(language: str) -> gettext.NullTranslations:
    source, ready = FOLDER / f"{language}.po", FOLDER / f"{language}.mo"
    if not ready.exists() or (source.exists() and source.stat().st_mtime > ready.stat().st_mtime):
        return _compiled(source, ready)
    with ready.open("rb") as file:
        return gettext.GNUTranslations(file)


def _compiled(source: Path, ready: Path) -> gettext.NullTranslations:
    """Compile once and keep it; where nothing may be written, compile every time."""
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    made = BytesIO()
    write_mo(made, catalogue)
    try:
        part = ready.with_suffix(".part")
        part.write_bytes(made.getvalue())
        part.replace(ready)
    except OSError:
        pass  # a read-only place: it is only slower
    made.seek(0)
    return gettext.GNUTranslations(made)
