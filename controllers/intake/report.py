"""What the reader of a foreign list has to say about a cell before anything is written."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from controllers.intake.issue_codes import CODES, Action
from models.kernel.text import _
from models.kernel.wording import list_date, say

__all__ = ["Action", "Issue"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to say about one cell. `raw` never holds a national register number."""

    row: int
    column: str
    """Letter as Excel shows it; empty when it is about the whole sheet."""
    field: str
    code: str
    raw: str = ""
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)
    other_row: int | None = None

    @property
    def action(self) -> Action:
        return CODES[self.code].action

    @property
    def reason(self) -> str:
        """The sentence: what is wrong and what is expected."""
        said = {key: _spoken(fact) for key, fact in self.facts.items()}
        raw = f"“{self.raw}”" if self.raw else "“ ”"
        return _(CODES[self.code].sentence).format(
            **({"raw": raw, "other_row": str(self.other_row or "")} | said)
        )


def _spoken(fact: object) -> str:
    return list_date(fact) if isinstance(fact, date) else say(fact)
