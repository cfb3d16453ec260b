"""Setting up: what is missing is named, what is there is left alone, an old Python is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("commands", "environment", "lock", "speech", "system_libraries")


@pytest.fixture(autouse=True)
def workshop(monkeypatch):
    """The rooms of installer/ import each other by name, as the door runs them."""
    monkeypatch.syspath_prepend(str(ROOT / "installer"))
    yield
    for room in ROOMS:
        sys.modules.pop(room, None)


def test_missing_libraries_are_named_by_their_package_once():
    import system_libraries

    without_glib = system_libraries.missing(
        system_libraries.OFFSCREEN, loads=lambda library: not library.startswith("libg")
    )
    assert without_glib == ["libglib2.0-0"]


def test_a_window_asks_for_libraries_that_work_without_one_does_not():
    import system_libraries

    assert "libxcb-cursor0" in system_libraries.WINDOW.values()
    assert not system_libraries.OFFSCREEN.keys() & system_libraries.WINDOW.keys()


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are looked up on Linux")
def test_the_loader_tells_what_is_there_and_what_is_not():
    import system_libraries

    wanted = {"libc.so.6": "libc6", "libnergens.so.9": "libnergens9"}
    assert system_libraries.missing(wanted) == ["libnergens9"]


def test_who_is_not_root_gets_the_one_command(tmp_path, monkeypatch, capsys):
    import system_libraries

    (tmp_path / "apt-get").write_text("#!/bin/sh\nexit 9\n")
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert not system_libraries.install(["libegl1", "libgl1"])
    assert "sudo apt-get install libegl1 libgl1" in capsys.readouterr().err


def test_where_there_is_no_apt_nothing_is_tried(tmp_path, monkeypatch, capsys):
    import system_libraries

    monkeypatch.setenv("PATH", str(tmp_path))
    assert not system_libraries.install(["libegl1"])
    assert capsys.readouterr().err == ""


def test_an_environment_is_current_until_its_lock_changes(tmp_path, monkeypatch):
    import environment
    from environment import Lock

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    (tmp_path / "requirements.txt").write_text("six==1.17.0\n", "utf-8")
    place = tmp_path / "venv"
    place.mkdir()
    assert not environment.is_current(place, Lock.RUN)
    (place / "requirements.sha256").write_text(environment.fingerprint(Lock.RUN), "utf-8")
    assert environment.is_current(place, Lock.RUN)
    (tmp_path / "requirements.txt").write_bytes(b"six==1.17.0\r\n")
    assert environment.is_current(place, Lock.RUN), "a checkout with other line ends is the same"
    (tmp_path / "requirements.txt").write_text("six==1.18.0\n", "utf-8")
    assert not environment.is_current(place, Lock.RUN)


def test_packages_that_cannot_be_had_leave_no_stamp_and_one_clear_sentence(tmp_path, monkeypatch):
    import environment
    from environment import Lock, SetupFailed

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}
    for name, value in offline.items():
        monkeypatch.setenv(name, value)
    pin = "bestaat-niet==1.0 --hash=sha256:" + "0" * 64 + "\n"
    (tmp_path / "requirements.txt").write_text(pin, "utf-8")
    with pytest.raises(SetupFailed) as refusal:
        environment.ready(tmp_path / "venv", Lock.RUN)
    assert "Controleer de verbinding" in refusal.value.dutch
    assert environment.interpreter(tmp_path / "venv").exists()
    assert not environment.is_current(tmp_path / "venv", Lock.RUN)


@pytest.mark.parametrize(
    ("platform", "variables", "window"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_opens_where_a_display_is_named(monkeypatch, platform, variables, window):
    import commands

    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert commands.has_display() is window


def test_an_old_python_says_in_two_languages_what_is_needed(tmp_path):
    """The door believes sys.version_info; here it is told that this Python is 3.9."""
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); "
        "sys.argv = ['waarmerk.py', 'run']; "
        "runpy.run_path(r'{}', run_name='__main__')"
    ).format(ROOT / "installer" / "waarmerk.py")
    told = subprocess.run(
        [sys.executable, "-c", pretend], env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert told.returncode == 2
    assert "Python 3.11 of nieuwer nodig" in told.stderr
    assert "needs Python 3.11 or newer" in told.stderr


def test_an_unknown_command_is_refused_with_the_list_of_commands():
    told = subprocess.run(
        [sys.executable, str(ROOT / "installer" / "waarmerk.py"), "vlieg"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 2
    assert "run" in told.stderr
    assert "test" in told.stderr
