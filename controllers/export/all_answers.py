"""The answers of many checks as one tidy workbook: a row an answer, whatever its version."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from controllers.export.facts import PROGRAM
from controllers.export.landing import Exported, land, named
from models.checks.values import CheckFile


def write_all_answers(
    checks: Iterable[CheckFile], path: Path, *, made_at: datetime, program: str = PROGRAM
) -> Exported:
    """Put the answers of these checks in an .xlsx at `path`, whole or not at all.

    Checks are asked for one by one, so that thousands need no more memory than one. The same
    facts give the same bytes. Raises a subclass of Unavailable from controllers.export.landing.
    """
    from controllers.export.sheets.all_answers import answers_bytes

    return land(answers_bytes(checks, made_at, program), named(path, ".xlsx"))
