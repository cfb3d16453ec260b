"""The virtual environment: made when missing, filled again when its lock file changed."""

import hashlib
import os
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

import system_libraries
from speech import say

ROOT = Path(__file__).resolve().parent.parent
DAILY = ROOT / ".venv"
BUILD = ROOT / "build" / "venv"


class Lock(StrEnum):
    """A lock file; the larger two hold everything of the first, at the same versions."""

    RUN = "requirements.txt"
    TESTS = "requirements-tests.txt"
    INSTALLER = "requirements-installer.txt"


class SetupFailed(Exception):
    """The environment cannot be made; says why and what to do, in two languages."""

    def __init__(self, dutch: str, english: str) -> None:
        super().__init__(english)
        self.dutch = dutch
        self.english = english


def ready(place: Path, lock: Lock) -> Path:
    """The Python of an environment at `place` that holds exactly what `lock` says.

    Raises SetupFailed when it cannot be made or filled.
    """
    python = interpreter(place)
    if not _works(python):
        _make(place)
    if not is_current(place, lock):
        _fill(place, lock)
    return python


def is_current(place: Path, lock: Lock) -> bool:
    """Whether the environment was filled from this very lock file."""
    stamp = _stamp(place, lock)
    return stamp.is_file() and stamp.read_text("utf-8") == fingerprint(lock)


def fingerprint(lock: Lock) -> str:
    """SHA-256 of the lock file, line ends apart, so that a checkout on Windows says the same."""
    return hashlib.sha256((ROOT / lock).read_text("utf-8").encode()).hexdigest()


def interpreter(place: Path) -> Path:
    return place / "Scripts" / "python.exe" if os.name == "nt" else place / "bin" / "python"


def script(place: Path, name: str) -> Path:
    """A command that a package brought into the environment."""
    suffix = ".exe" if os.name == "nt" else ""
    return interpreter(place).with_name(name + suffix)


def _works(python: Path) -> bool:
    """Whether there is a Python, new enough, with pip; an uninstalled one leaves a husk."""
    return python.exists() and _passes(
        python, "import sys, pip; assert sys.version_info >= (3, 11)"
    )


def _make(place: Path) -> None:
    say(f"Omgeving maken in {place.relative_to(ROOT)} ...", "Making the environment ...")
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    complete = _passes(Path(sys.executable), "import ensurepip, venv")
    if complete or system_libraries.install([package]):
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=False)
        if made.returncode == 0:
            return
    raise SetupFailed(
        "De virtuele omgeving kan niet worden gemaakt. Op Debian en Ubuntu ontbreekt dan "
        f"meestal een pakket: sudo apt-get install {package}",
        "The virtual environment cannot be made. On Debian and Ubuntu a package is usually "
        f"missing: sudo apt-get install {package}",
    )


def _passes(python: Path, probe: str) -> bool:
    return subprocess.run([python, "-c", probe], check=False, capture_output=True).returncode == 0


def _fill(place: Path, lock: Lock) -> None:
    say(
        f"Pakketten installeren volgens {lock} (eenmalig, enkele minuten) ...",
        f"Installing packages as {lock} says (once, some minutes) ...",
    )
    # Wheels only: building from source would fetch tools that no hash guards.
    command: list[str | Path] = [
        interpreter(place), "-m", "pip", "install", "--quiet", "--no-input", "--require-hashes",
        "--disable-pip-version-check", "--only-binary", ":all:", "--compile", "-r", ROOT / lock,
    ]  # fmt: skip
    if subprocess.run(command, check=False, cwd=ROOT).returncode != 0:
        raise SetupFailed(
            "De pakketten konden niet worden geïnstalleerd; de reden staat hierboven. "
            "Controleer de verbinding en probeer opnieuw; wat er al staat, blijft staan.",
            "The packages could not be installed; the reason stands above. "
            "Check the connection and try again; what is there already is kept.",
        )
    for held in {Lock.RUN, lock}:
        stamp = _stamp(place, held)
        stamp.write_text(fingerprint(held), "utf-8")


def _stamp(place: Path, lock: Lock) -> Path:
    return place / f"{Path(lock).stem}.sha256"
