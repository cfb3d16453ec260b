"""The keys of a checklist being written or read, for the card that '?' shows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.checklists.values import VersionFile, VersionState
from models.kernel.text import N_
from ui.kit.key_map import KeysCard
from ui.pages.checklists.version_acts import AWAY, BESIDE, ONWARD, RETIRE, WORKBOOK

TITLE = N_("Keys in a checklist")
WRITING = (
    ("↑ ↓", N_("choose a section or a question")),
    ("Enter", N_("write it; Esc keeps what is typed and comes back")),
    ("Insert", N_("a new question below this one")),
    ("Ctrl+Insert", N_("a new section")),
    ("Ctrl+D", N_("copy the question")),
    ("Alt+↑ ↓", N_("move it up or down, also into another section")),
    ("Delete", N_("take it out")),
    ("K", N_("keep the question in the library")),
    ("L", N_("put in a question of the library")),
)
READING = (
    WRITING[0],
    ("Enter", N_("read it; Esc comes back")),
    ("K", N_("keep the question in the library")),
)
LEADS = {
    VersionState.DRAFT: N_("begin the test"),
    VersionState.TEST: N_("publish it"),
}
"""What leads onward; elsewhere the next version is made."""
LAST = (
    (WORKBOOK, N_("to Excel")),
    ("Ctrl+Z", N_("undo the last act")),
    ("?", N_("this card")),
)


class KeyMap(KeysCard):
    """Open it with `begin`; it goes by itself. It shows the keys that work as things stand."""

    def __init__(self, host: QWidget, version: VersionFile, *, editable: bool) -> None:
        super().__init__(host, TITLE, working(version, editable=editable))


def working(version: VersionFile, *, editable: bool) -> list[tuple[str, str]]:
    """Keys and message ids of what they do, in the order of the card."""
    found = [*(WRITING if editable else READING)]
    found.append((ONWARD, LEADS.get(version.state, N_("make a new version of it"))))
    if version.state is VersionState.DRAFT:
        found.append((AWAY, N_("throw the draft away")))
    if version.state is VersionState.PUBLISHED and not version.built_in:
        found.append((RETIRE, N_("retire it")))
    if version.version > 1:
        found.append((BESIDE, N_("beside the version before")))
    return [*found, *LAST]
