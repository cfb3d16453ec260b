"""The installed folder: what it must hold, and what stays out."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def room(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "installer"))
    yield
    for name in ("contents", "build", "icon"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize(
    "place",
    [
        "resources/translations/nl.po",
        "resources/content/codelists.yaml",
        "resources/fonts/Inter-Regular.otf",
        "models/store/migrations/versions/0001_first_layout.py",
        "babel/locale-data/nl_BE.dat",
        "babel/locale-data/root.dat",
        "babel/global.dat",
        "holidays/locale/nl/LC_MESSAGES/BE.mo",
        "PySide6/Qt/translations/qtbase_nl.qm",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "libxcb-cursor.so.0",
        "libX11.so.6",
        "libglib-2.0.so.0",
    ],
)
def test_what_the_program_needs_goes_in(room, place):
    import contents

    assert contents.wanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "babel/locale-data/zh_Hans.dat",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6\\translations\\qt_help_nl.qm",
        "PySide6/Qt/qml/QtQuick/plugins.qmltypes",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\opengl32sw.dll",
        "PySide6\\Qt6Quick.dll",
        "libgtk-3.so.0",
        "libcairo-gobject.so.2",
        "reportlab/fonts/Vera.ttf",
        "models/store/migrations/__pycache__/env.cpython-311.pyc",
    ],
)
def test_what_nobody_uses_stays_out(room, place):
    import contents

    assert not contents.wanted(place)


def test_everything_it_promises_to_bring_exists(room):
    import contents

    for source, _ in contents.DATAS:
        assert (ROOT / source).exists(), source


def test_windows_is_told_name_and_number_of_the_program(room):
    import build

    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    told = build.windows_version(version)
    compile(told, "version.txt", "eval")
    assert f"StringStruct('ProductVersion', '{version}')" in told
    assert re.search(r"filevers=\(\d+, \d+, \d+, \d+\)", told)


def test_the_icon_is_drawn_in_every_size_windows_asks(room, tmp_path, qapp):
    import icon
    from PIL import Image

    made = icon.draw(tmp_path)
    with Image.open(made["ico"]) as ico:
        assert ico.info["sizes"] == {(size, size) for size in icon.SIZES}
    with Image.open(made["png"]) as png:
        assert png.size == (256, 256)
        assert png.getpixel((0, 0))[3] == 0, "nothing is painted outside the mark"
        colours = {pixel for _, pixel in png.getcolors(1 << 16) if pixel[3] == 255}
        assert len(colours) > 1, "the mark and the letter in it"


def test_the_archive_holds_the_folder_and_its_sum_is_true(room, tmp_path):
    import hashlib

    import build

    folder = tmp_path / "waarmerk"
    folder.mkdir()
    (folder / "LEESMIJ.txt").write_text("Waarmerk", "utf-8")
    archive, sums = build.pack(folder)
    digest, name = sums.read_text("utf-8").split()
    assert digest == hashlib.sha256(archive.read_bytes()).hexdigest()
    assert name == archive.name
