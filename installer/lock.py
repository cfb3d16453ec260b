"""Makes the three lock files: every version and every hash, for all platforms, naming no host."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT, Lock, SetupFailed, interpreter, script

HEADER = """\
# {what}
# Made by `make lock` (python installer/waarmerk.py lock) from pyproject.toml; do not edit.
"""
WHAT = {
    Lock.RUN: "What Waarmerk needs to run.",
    Lock.TESTS: "What the tests and the checks need, Waarmerk's own needs included.",
    Lock.INSTALLER: "What the build of the installer needs, Waarmerk's own needs included.",
}
EXTRAS = {
    Lock.RUN: [],
    Lock.TESTS: ["--extra", "tests", "--constraint", Lock.RUN.value],
    Lock.INSTALLER: ["--extra", "installer", "--constraint", Lock.RUN.value],
}


def remake(*, upgrade: bool) -> int:
    """Write the three files, in order: the later two keep the versions of the first."""
    with tempfile.TemporaryDirectory() as place:
        uv = shutil.which("uv") or _fetch_uv(Path(place))
        for lock in Lock:
            _compile(str(uv), lock, upgrade=upgrade)
    return 0


def _compile(uv: str, lock: Lock, *, upgrade: bool) -> None:
    command = [
        uv, "pip", "compile", "pyproject.toml", "--quiet", "--no-config", "--universal",
        "--python-version", "3.11", "--generate-hashes", "--no-build", "--no-header",
        "--no-emit-index-url", "--no-emit-find-links", "--output-file", lock.value,
        *EXTRAS[lock], *(["--upgrade"] if upgrade else []),
    ]  # fmt: skip
    if subprocess.run(command, check=False, cwd=ROOT).returncode != 0:
        raise SetupFailed(
            f"{lock} kon niet worden gemaakt; de reden staat hierboven.",
            f"{lock} could not be made; the reason stands above.",
        )
    file = ROOT / lock
    pins = file.read_text("utf-8")
    file.write_text(HEADER.format(what=WHAT[lock]) + pins, "utf-8", newline="\n")
    sys.stdout.write(f"{lock}\n")


def _fetch_uv(place: Path) -> Path:
    """Put uv in an environment that is thrown away: the project does not depend on it."""
    subprocess.run([sys.executable, "-m", "venv", place], check=True)
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command: list[str | Path] = [interpreter(place), "-m", "pip", "install", "-q", "uv"]
    subprocess.run(command, check=True, env=quiet)
    return script(place, "uv")
