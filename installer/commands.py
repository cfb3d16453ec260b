"""What the workshop can do: one function per command of the Makefile."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import system_libraries
from environment import BUILD, DAILY, ROOT, Lock, SetupFailed, ready, script
from lock import remake
from speech import say

OUT = "out"
MADE = (
    "build", "dist", OUT, ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis",
    ".import_linter_cache",
)  # fmt: skip


TOGETHER = ("-n", "auto", "--dist", "loadfile")
"""The whole suite on every core; a file stays on one, since its tests share what is dear."""


def obey(words: Sequence[str]) -> int:
    """Do one command; what follows its name is passed on. The exit code: 0 when all went well."""
    reader = argparse.ArgumentParser(prog="waarmerk.py", description="Waarmerk: the workshop")
    reader.add_argument("command", choices=COMMANDS, nargs="?", default="help", help="what to do")
    asked, rest = reader.parse_known_args(words[:1])
    try:
        return COMMANDS[asked.command]([*rest, *words[1:]])
    except SetupFailed as failure:
        say(failure.dutch, failure.english)
        return 3
    except KeyboardInterrupt:
        return 130


def run(words: Sequence[str]) -> int:
    """Open the window; without a display do the main job headless and say where the results are."""
    python = ready(DAILY, Lock.RUN)
    window = has_display()
    system_libraries.ensure(window=window)
    call([python, "-m", "compileall", "-q", "main.py", "ui", "controllers", "models"])
    if window or words:
        return call([python, "main.py", *words])
    say(
        f"Geen scherm gevonden: Waarmerk doet een rondgang zonder venster, in de map {OUT}.",
        f"No display found: Waarmerk makes a tour without a window, in the folder {OUT}.",
    )
    return call([python, "main.py", "tour", OUT], offscreen=True)


def test(words: Sequence[str]) -> int:
    """Run the tests, without a display; words go to pytest."""
    python = ready(DAILY, Lock.TESTS)
    system_libraries.ensure(window=False)
    return call([python, "-m", "pytest", *(words or TOGETHER)], offscreen=True)


def check(_words: Sequence[str]) -> int:
    """Run ruff, mypy (strict) and the import contracts: all three, also when one complains."""
    python = ready(DAILY, Lock.TESTS)
    watchers: dict[str, list[str | Path]] = {
        "ruff": [python, "-m", "ruff", "check", "."],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [script(DAILY, "lint-imports")],
    }
    failed = [name for name, command in watchers.items() if call(command) != 0]
    if failed:
        say("Niet in orde: " + ", ".join(failed), "Not in order: " + ", ".join(failed))
    return 1 if failed else 0


def lock(words: Sequence[str]) -> int:
    """Remake the three lock files from pyproject.toml; `--upgrade` looks for newer versions."""
    return remake(upgrade="--upgrade" in words)


def licences(_words: Sequence[str]) -> int:
    """Gather the licence texts of the packages, after a change of the lock files."""
    return call([ready(DAILY, Lock.TESTS), "installer/licences.py"])


def build(words: Sequence[str]) -> int:
    """Make the folder that runs on a machine without Python; words go to build.py."""
    python = ready(BUILD, Lock.INSTALLER)
    system_libraries.ensure(window=True)
    return call([python, "installer/build.py", *words])


def clean(_words: Sequence[str]) -> int:
    """Throw away what was made; the virtual environment stays."""
    for name in MADE:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


def show_help(_words: Sequence[str]) -> int:
    """Show this list."""
    for name, command in COMMANDS.items():
        sys.stdout.write(f"{name:9} {(command.__doc__ or '').strip()}\n")
    return 0


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere when one is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def call(command: Sequence[str | Path], *, offscreen: bool = False) -> int:
    """Run a command in the root of the project and wait for it; its exit code."""
    environment = dict(os.environ)
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.call(command, cwd=ROOT, env=environment)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "lock": lock,
    "licences": licences,
    "build": build,
    "clean": clean,
    "help": show_help,
}
