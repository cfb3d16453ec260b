"""Whoever gives us work gets named: the list of third-party licences is complete and true."""

import re
import sys
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

from controllers.licences import third_party

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
LISTED = tomllib.loads((RESOURCES / "licences" / "third_party.toml").read_text("utf-8"))
PACKAGES = {c["distribution"]: c for c in LISTED["component"] if "distribution" in c}
FONTS_AND_ICONS = {".ttf", ".otf", ".svg"}


@pytest.fixture
def gatherer(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "installer"))
    import licences

    yield licences
    del sys.modules["licences"]


def locked() -> dict[str, str]:
    pins = (ROOT / "requirements.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==([^\s;\\]+)", pins, re.MULTILINE))


def test_every_package_we_run_on_is_named_with_its_version():
    assert {name: entry["version"] for name, entry in PACKAGES.items()} == locked()


@pytest.mark.skipif(sys.platform != "linux", reason="the texts are gathered from Linux wheels")
def test_every_text_is_the_one_in_the_package(gatherer):
    own = {name for name, entry in PACKAGES.items() if entry["texts"][0].endswith(f"/{name}.txt")}
    assert len(own) > 20
    for name in own:
        kept = (RESOURCES / "licences" / "texts" / f"{name}.txt").read_text("utf-8")
        assert kept == gatherer.text_of(distribution(name)), f"run `make licences`: {name}"


def test_everyone_can_be_shown_on_the_about_page():
    shown = third_party()
    assert len({licence.name for licence in shown}) == len(shown) == len(LISTED["component"])
    for licence in shown:
        assert licence.version and licence.licence and licence.copyright, licence.name
        assert licence.purpose.endswith("."), licence.name
        assert len(licence.text) > 200, licence.name


def test_sqlcipher_gets_the_notice_it_asks_for():
    sqlcipher = next(licence for licence in third_party() if licence.name == "SQLCipher")
    assert "ZETETIC LLC" in sqlcipher.copyright
    assert "THIS SOFTWARE IS PROVIDED BY ZETETIC LLC" in sqlcipher.text


def test_qt_comes_with_the_lesser_and_the_general_public_licence():
    qt = next(licence for licence in third_party() if licence.name == "Qt")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE\n" in qt.text


def test_every_font_and_icon_has_an_owner_in_the_list():
    owned = {
        path
        for component in LISTED["component"]
        for path in RESOURCES.glob(component.get("carries", "none"))
    }
    bundled = {path for path in RESOURCES.rglob("*") if path.suffix in FONTS_AND_ICONS}
    assert bundled
    assert {path.relative_to(RESOURCES).as_posix() for path in bundled - owned} == set()


def test_no_text_lies_there_unused():
    used = {text for component in LISTED["component"] for text in component["texts"]}
    kept = {path.relative_to(RESOURCES).as_posix() for path in RESOURCES.glob("licences/texts/*")}
    assert kept <= used


def test_our_own_licence_is_the_whole_eupl():
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(f"\n{article}." in text for article in range(1, 16))
    assert "Compatible Licences" in text
