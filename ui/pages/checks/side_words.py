"""Words about the sides of a check: which keys matter there, and what an empty one says."""

from __future__ import annotations

from controllers.checks.closing import ClosingSight
from models.checks.values import CheckFile, CheckState
from models.kernel.text import N_, _, ngettext

DETAILS = {
    name: at for at, name in enumerate(("matrix", "findings", "dossiers", "visit", "closing"))
} | {"ladder": 1}
"""What a Ref to a check may ask to see."""
NO_DOSSIERS = (
    N_("No dossiers yet"),
    N_("Draw a sample from the list of the centre, or add dossiers by hand."),
)
NO_CHANNELS = (
    N_("No channels yet"),
    N_("Add the website and the other channels where the centre makes its offer known."),
)


def unseen_words(count: int) -> str:
    """What keeps a check from being finished beside its answers."""
    said = ngettext(
        "One finding of last time still waits for a look.",
        "{count} findings of last time still wait for a look.",
        count,
    )
    return said.format(count=count)


def remark_words(sight: ClosingSight) -> str:
    """What is worth a look before a check is finished, and keeps nothing back."""
    if sight.state is CheckState.FINISHED:
        return ""
    told = []
    if sight.unmeasured:
        said = _("Serious and without a measure: {names}.")
        told.append(said.format(names="; ".join(sight.unmeasured)))
    if sight.unmarked:
        said = _("Not noted when this was looked at: {names}. Say so under Channels.")
        told.append(said.format(names=", ".join(sight.unmarked)))
    return "\n".join(told)


NOTE, HOURS, FACT, WORDS = "note", "hours", "fact", "words"
"""Where one stands in the matrix: writing a note, or on a question that is typed."""


def keys_of(side: int, check: CheckFile | None, of_things: str, at: str = "") -> str:
    """`of_things` are those of the side with dossiers, which differ while a sample is drawn.

    `at`: where one stands in the matrix, if that asks for other keys.
    """
    at_work = check is not None and check.state is not CheckState.FINISHED
    if check is not None and not at_work:
        return _finished(side, check)
    match side:
        case 0 if check is not None and check.dossiers:
            return _in_matrix(at)
        case 1 if check is not None and check.findings:
            return _("↑ ↓ choose · Enter write")
        case 2 | 3 if at_work:
            return of_things if side == 2 else _("Tab next field · F4 calendar")
        case 4:
            return _("F8 next gap · F11 turn the screen · Ctrl+P print")
        case _:
            return ""


def _in_matrix(at: str) -> str:
    match at:
        case "note":
            return _("Esc back to the cell · Ctrl+Enter next question")
        case "hours":
            return _("0–9 type the hours · Enter next · Alt+4/5 aside · ? all keys")
        case "words":
            return _("Enter write the answer · Alt+4/5 aside · ? all keys")
        case "fact":
            return _("type the answer · Enter next · Alt+4/5 aside · ? all keys")
        case _:
            return _("1–5 answer · N note · F8 next gap · ? all keys")


def keys_of_dossiers(*, drawn: bool, drawing: bool) -> str:
    """On the side with dossiers: at the desk, over what was drawn, or over what was added."""
    if drawing:
        return _("Ctrl+Enter draw · Enter add")
    if drawn:
        return _("Enter fill in · R replace by a spare · Ctrl+P protocol")
    return _("Enter fill in · Delete take out")


def _finished(side: int, check: CheckFile) -> str:
    """Nothing is answered any more and nothing is missing."""
    said = {4: _("F11 turn the screen · Ctrl+P print")}
    if check.dossiers:
        said[0] = _("arrows walk · ? all keys")
    if check.findings:
        said[1] = _("↑ ↓ choose · Enter write")
    return said.get(side, "")
