"""Speaking: Dutch from the catalogue, English as the message ids are."""

import gettext
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from controllers import language
from controllers.language import speak
from models.kernel.text import _


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    yield
    speak("en")


def test_dutch_comes_from_the_catalogue_and_english_from_the_ids() -> None:
    speak("nl")
    assert _("Centres") == "Centra"
    speak("en")
    assert _("Centres") == "Centres"


def test_a_newer_catalogue_is_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "nl.po"
    shutil.copy(language.FOLDER / "nl.po", source)
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    speak("nl")
    ready = tmp_path / "nl.mo"
    with ready.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Centres") == "Centra"
    source.write_text(source.read_text("utf-8").replace('msgstr "Centra"', 'msgstr "Huizen"'))
    later = ready.stat().st_mtime + 10
    os.utime(source, (later, later))
    speak("nl")
    assert _("Centres") == "Huizen"


def test_a_place_that_may_not_be_written_still_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(language.FOLDER / "nl.po", tmp_path / "nl.po")
    (tmp_path / "nl.part").mkdir()  # where the compiled catalogue would be written
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    speak("nl")
    assert _("Centres") == "Centra"
    assert not (tmp_path / "nl.mo").exists()
