"""What a matrix is told: its questions, its dossiers and what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from models.kernel.text import _, ngettext
from ui.kit.answers import ANSWERS
from ui.kit.shares import NONE, Share


class Direction(StrEnum):
    """Where the focus goes after an answer."""

    DOSSIER = "dossier"
    """The next question of the same dossier."""
    QUESTION = "question"
    """The same question in the next dossier."""


@dataclass(frozen=True, slots=True)
class MatrixSection:
    """A heading between the questions."""

    title: str
    key: str = ""
    """Names it for what is told of it."""


EXPLAINED = frozenset({"partial", "no", "na", "not_checked"})
"""Answers that ask for a note: while it is missing the focus waits for it on the cell."""


@dataclass(frozen=True, slots=True)
class MatrixQuestion:
    """A row. `decisive`: one `no` settles the dossier. `hours`: answered with two numbers.

    `whole` is the question in full where `text` is a short name for it.
    """

    key: str
    code: str
    text: str
    decisive: bool = False
    hours: bool = False
    fact: str = ""
    """Answered with a fact: `text`, `number`, `date` or `choice`; empty for another question."""
    whole: str = ""
    waits: frozenset[str] = EXPLAINED
    """Answers with which this question asks for more than the answer."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A dossier. `verdict_state` is a state of ui.kit.badge; `share_done` runs from 0 to 1."""

    id: UUID
    number: str
    verdict_state: str = ""
    verdict_word: str = ""
    share_done: float = 0.0
    called: str = ""
    """The column read aloud, such as dossier KZ-012; else its number."""
    share: Share = NONE
    """How much of what is answered is good."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """An answer (a key of ANSWERS, or nothing while open), and what stands with it."""

    answer: str | None = None
    note: bool = False
    text: str = ""
    """Hours, such as '7 / 6,5'."""
    proofs: int = 0
    """How many files are attached."""
    asleep: str = ""
    """Why the question is not asked in this dossier; what was answered before stays."""
    lacks: str = ""
    """What must still be added before the check can be finished, such as 'reason is missing'."""

    @property
    def gap(self) -> bool:
        """Whether something is still to be done here."""
        return not self.asleep and (self.answer is None or bool(self.lacks))

    @property
    def spoken(self) -> str:
        """The cell as a screen reader says it: nee, 7 / 6,5, met nota."""
        said = [_("no answer yet") if self.answer is None else ANSWERS[self.answer].word]
        said += [part for part in (self.text, _("with a note") if self.note else "") if part]
        if self.proofs:
            proofs = ngettext("with {count} proof", "with {count} proofs", self.proofs)
            said.append(proofs.format(count=self.proofs))
        if self.asleep:
            return ", ".join([_("not asked"), self.asleep])
        return ", ".join([*said, self.lacks] if self.lacks else said)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What stands beside a question from the last time it was asked."""

    text: str
    """Such as 2/8: how many failed, of how many."""
    course: str = ""
    """`better`, `worse` or `same`; empty while nothing can be compared."""
    word: str = ""
    """The course in a word."""
    flag: str = ""
    """Tone of what was agreed and is still open, such as `late`."""
    spoken: str = ""
    """All of it in one sentence."""


OPEN = MatrixCell()

Line = MatrixSection | MatrixQuestion
Cells = Mapping[tuple[str, UUID], MatrixCell]
"""By question key and dossier id; a cell that is left out is open."""


def without_prefix(numbers: list[str]) -> tuple[str, list[str]]:
    """What all numbers begin with, up to a dash, slash, dot or space; and the rest of each."""
    prefix = _shared(numbers) if len(numbers) > 1 else ""
    while prefix and prefix[-1] not in "-/. ":
        prefix = prefix[:-1]
    return prefix, [number[len(prefix) :] for number in numbers]


def _shared(numbers: list[str]) -> str:
    first, last = min(numbers), max(numbers)
    ends = (at for at, sign in enumerate(first) if not last.startswith(sign, at))
    return first[: next(ends, len(first))]
