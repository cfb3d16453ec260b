"""Gathers the licence texts of what we depend on, from the packages themselves.

Run by `make licences` in the daily environment, after the lock files were remade.
"""

import re
import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHELF = ROOT / "resources" / "licences"
LIST = SHELF / "third_party.toml"
TEXTS = "licences/texts/"
IS_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
# Parts that the wheels for Windows, macOS and Linux, or our installer, do not carry.
NOT_CARRIED = ("/android/", "/v8_xfa/", "/pbin_musl/", "/cibw_musl/", "reportlab/fonts/")


def gather() -> list[str]:
    """Write the text and the version of every component that is a package; what was written."""
    listed = LIST.read_text("utf-8")
    written = []
    for component in tomllib.loads(listed)["component"]:
        name = component.get("distribution")
        if name is None:
            continue
        package = distribution(name)
        listed = _with_version(listed, name, package.version)
        own = f"{TEXTS}{name}.txt"
        if own in component["texts"]:
            (SHELF.parent / own).write_text(text_of(package), "utf-8", newline="\n")
            written.append(own)
    LIST.write_text(listed, "utf-8", newline="\n")
    return written


def text_of(package: Distribution) -> str:
    """All licence texts in a package, each under its file name when there are several."""
    files = sorted(path for path in package.files or () if _is_licence(str(path)))
    texts = {path.name: _tidy(path.read_binary()) for path in files}
    if not texts:
        raise LookupError(f"no licence text in {package.name}")
    if len(texts) == 1:
        return next(iter(texts.values()))
    return "\n".join(f"=== {name} ===\n\n{text}" for name, text in texts.items())


def _with_version(listed: str, name: str, version: str) -> str:
    pattern = rf'(distribution = "{re.escape(name)}"\nversion = )"[^"]*"'
    return re.sub(pattern, rf'\g<1>"{version}"', listed)


def _is_licence(path: str) -> bool:
    """Whether the name says so, or the folder of licences it lies in."""
    inside, found, kept = path.partition(".dist-info/")
    name = kept if found else inside.rpartition("/")[2]
    if name.endswith((".py", ".pyc")) or any(part in path for part in NOT_CARRIED):
        return False
    return IS_LICENCE.search(name) is not None


def _tidy(content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    lines = [line.rstrip() for line in text.expandtabs().strip("\n").splitlines()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write("\n".join(gather()) + "\n")
