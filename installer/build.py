"""The one door to a release: a folder that runs without Python, and one archive of it.

Run by `make build`, in an environment of its own. `--into DIR` says where; else dist/.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import icon

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "installer"
NAME = "waarmerk"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}


def main(words: Sequence[str]) -> int:
    """Build, pack and say where everything is; the exit code."""
    reader = argparse.ArgumentParser(description="Build Waarmerk for this system")
    reader.add_argument("--into", type=Path, default=ROOT / "dist", help="where the results go")
    reader.add_argument("--folder-only", action="store_true", help="make no archive")
    asked = reader.parse_args(words)
    into = asked.into.resolve()
    folder = build(into)
    made = [folder] if asked.folder_only else [folder, *pack(folder)]
    sys.stdout.write("\n".join(str(path) for path in made) + "\n")
    return 0


def build(into: Path) -> Path:
    """Make the folder with PyInstaller; where it stands."""
    work = ROOT / "build"
    work.mkdir(exist_ok=True)
    icons = icon.draw(work)
    if sys.platform == "win32":
        (work / "version.txt").write_text(windows_version(PROJECT["version"]), "utf-8")
    command: list[str | Path] = [
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
        "--distpath", into, "--workpath", work / "pyinstaller", HERE / f"{NAME}.spec",
    ]  # fmt: skip
    # The same input gives the same bytes in the archive of modules.
    steady = {**os.environ, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1767225600"}
    subprocess.run(command, check=True, cwd=ROOT, env=steady)
    folder = into / NAME
    shutil.copy(HERE / "READ_ME_FIRST.txt", folder / "LEESMIJ.txt")
    if sys.platform == "linux":
        shutil.copy(HERE / "linux" / f"{NAME}.desktop", folder)
        shutil.copy(icons["png"], folder)
    return folder


def pack(folder: Path) -> list[Path]:
    """Put the folder in one archive, with its SHA-256 beside it; both files."""
    kind = "zip" if sys.platform == "win32" else "gztar"
    machine = platform.machine().lower()
    stem = folder.parent / f"{NAME}-{PROJECT['version']}-{SYSTEMS[sys.platform]}-{machine}"
    archive = Path(shutil.make_archive(str(stem), kind, folder.parent, folder.name))
    with archive.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    sums = archive.with_name(archive.name + ".sha256")
    sums.write_text(f"{digest}  {archive.name}\n", "utf-8")
    return [archive, sums]


def windows_version(version: str) -> str:
    """What Windows shows under Properties, Details; PyInstaller reads it as Python."""
    numbers = tuple(int(part) for part in f"{version}.0.0.0".split(".")[:4])
    shown = {
        "FileDescription": PROJECT["description"],
        "FileVersion": version,
        "InternalName": NAME,
        "LegalCopyright": "EUPL-1.2",
        "OriginalFilename": f"{NAME}.exe",
        "ProductName": "Waarmerk",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in shown.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, "
        "flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)), "
        # 0x0813: Dutch as in Belgium; 1200: Unicode.
        f"kids=[StringFileInfo([StringTable('081304B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0813, 1200])])])\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
