"""The door of the workshop: `python installer/waarmerk.py run`, also on Windows.

Only this file must be readable for an old Python, so that it can say which one is needed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NEEDED = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def main() -> int:
    """Do the command that was asked for, with a Python that is new enough; the exit code."""
    if sys.version_info >= NEEDED:
        from commands import obey

        return obey(sys.argv[1:])
    for name in NEWER:
        newer = shutil.which(name)
        if newer:
            return subprocess.call([newer, str(Path(__file__).resolve()), *sys.argv[1:]])
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.stderr.write(
        f"Waarmerk heeft Python 3.11 of nieuwer nodig; dit is Python {found}.\n"
        "Installeer een nieuwere Python en probeer opnieuw.\n"
        f"Waarmerk needs Python 3.11 or newer; this is Python {found}.\n"
        "Install a newer Python and try again.\n"
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())
