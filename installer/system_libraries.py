"""The few system libraries that Qt needs on Linux: named, and installed where that is allowed."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping

from speech import say

# Library as the loader knows it: the Debian package that brings it. Newer releases have other
# package names (libglib2.0-0t64), but still answer to these.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}


def ensure(*, window: bool) -> None:
    """See to the libraries for a window, or for work without one; says it when it cannot."""
    if sys.platform != "linux":
        return
    wanted = OFFSCREEN | WINDOW if window else OFFSCREEN
    packages = missing(wanted)
    if packages and not (install(packages) and not missing(wanted)):
        say(
            "Qt vindt deze systeembibliotheken niet: " + ", ".join(packages),
            "Qt does not find these system libraries: " + ", ".join(packages),
        )


def missing(wanted: Mapping[str, str], loads: Callable[[str], bool] | None = None) -> list[str]:
    """The packages of the libraries that the loader of this machine does not find."""
    found = loads or _loads
    return sorted({package for library, package in wanted.items() if not found(library)})


def install(packages: Iterable[str]) -> bool:
    """Install Debian packages as root, else name the command that does; whether it was done."""
    names = list(packages)
    if shutil.which("apt-get") is None:
        return False
    if not _is_root():
        command = "sudo apt-get install " + " ".join(names)
        say(f"Installeer eerst: {command}", f"Install first: {command}")
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _apt(["update"], quiet)
    return _apt(["install", "--yes", "--no-install-recommends", *names], quiet)


def _apt(words: list[str], environment: dict[str, str]) -> bool:
    """Run apt-get, silent unless it fails; whether it went well."""
    done = subprocess.run(
        ["apt-get", "-q", *words], check=False, env=environment, capture_output=True, text=True
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout + done.stderr)
    return done.returncode == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
