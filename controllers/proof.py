"""The outcome of checking the journal, in plain words: whole, or which link breaks first."""

import re
from dataclasses import dataclass
from uuid import UUID

from controllers.field_words import field_word, table_word
from controllers.row_names import kinds, row_name
from models.kernel.text import _, ngettext
from models.store.session import LookSession
from models.store.verify import AT_MOST, Proof

_LINK = re.compile(r"change \S+/(\d+): (?:after (\d+)|\w+)")
_ROW = re.compile(r"(\w+) ([0-9a-f-]{36}): (.+)")


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether the journal is whole, the sentence for it, and how many lines were looked at."""

    whole: bool
    sentence: str
    lines: int


def in_words(session: LookSession, proof: Proof) -> Checked:
    """What the proof found; of several faults the first is told, the others are counted."""
    if proof.whole:
        count = f"{proof.lines:,}".replace(",", ".")
        said = ngettext(
            "The one line fits and the chain is whole.",
            "All {count} lines fit and the chain is whole.",
            proof.lines,
        )
        return Checked(True, said.format(count=count), proof.lines)
    more = len(proof.broken) - 1
    told = [_fault(session, proof.broken[0])]
    if len(proof.broken) >= AT_MOST:
        told.append(_("There are at least {count} more faults.").format(count=more))
    elif more:
        said = ngettext("There is one more fault.", "There are {count} more faults.", more)
        told.append(said.format(count=more))
    return Checked(False, " ".join(told), proof.lines)


def _fault(session: LookSession, broken: str) -> str:
    if link := _LINK.fullmatch(broken):
        return _broken_link(int(link[1]), link[2])
    if row := _ROW.fullmatch(broken):
        if row[1] in kinds():
            return _odd_row(session, row[1], UUID(row[2]), row[3])
        if row[1] == "step":
            return _("A step of the history was changed outside this program.")
    return _("The end of the chain does not fit: lines were added or taken away.")


def _broken_link(n: int, after: str | None) -> str:
    if after is not None:
        said = _("The chain is broken between line {first} and line {last}: lines are missing.")
        return said.format(first=int(after), last=n)
    return _(
        "The chain is broken at line {n}: what stands there was changed outside this program."
    ).format(n=n)


def _odd_row(session: LookSession, table: str, row: UUID, why: str) -> str:
    what = f"{table_word(table)} {row_name(session, table, row)}".strip()
    match why:
        case "not in the journal":
            said = _("{what} does not stand in the history: it was added outside this program.")
        case "missing":
            said = _("{what} stands in the history but is gone from the file.")
        case "content missing":
            said = _("The content of {what} is missing. Put it back from a backup.")
        case "content changed":
            said = _("The content of {what} was changed outside this program.")
        case "unreadable":
            said = _("The history of {what} cannot be read.")
        case field:
            said = _("{what}: {field} was changed outside this program.")
            return said.format(what=what, field=field_word(table, field))
    return said.format(what=what)
