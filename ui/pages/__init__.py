"""One room per subject; rooms do not know each other. This is the only list of them."""

from dataclasses import dataclass
from importlib import import_module

from models.kernel.text import N_


@dataclass(frozen=True, slots=True)
class Room:
    """A place in the rail; its page is imported when somebody goes there for the first time."""

    key: str
    """Package under ui.pages, with page.PAGE: the class to make."""
    icon: str
    word: str
    opens: tuple[str, ...] = ()
    """Kinds of refs that lead here, beside its own key."""
    counts: bool = False
    """True when the rail counts what is late there as soon as a file is open."""


WORK = (
    Room("centres", "building", N_("Centres"), ("centre", "import", "duplicates")),
    Room("conditions", "hourglass", N_("Follow-up"), counts=True),
    Room("checks", "checklist", N_("Checks"), ("check", "plan", "papers")),
    Room(
        "letters",
        "mail",
        N_("Letters"),
        ("letter", "letter-of", "renewal-of", "decision-letter-of"),
    ),
    Room("timeline", "timeline", N_("Timeline")),
    Room("coverage", "chart-bar", N_("Coverage")),
    Room("applications", "inbox", N_("Applications"), ("application", "apply")),
    Room("complaints", "message-report", N_("Complaints"), ("complaint", "complain"), counts=True),
)
HOUSE = (
    Room("checklists", "list-check", N_("Checklists")),
    Room("rules", "scale", N_("Rules")),
    Room("history", "history", N_("History"), ("row",)),
    Room("retention", "folder", N_("Retention")),
    Room("settings", "settings", N_("Settings")),
    Room("about", "info-circle", N_("About")),
)
ROOMS = (*WORK, *HOUSE)


def page_class(key: str) -> type:
    """The page of this room."""
    found: type = import_module(f"ui.pages.{key}.page").PAGE
    return found


def room_for(kind: str) -> str:
    """The key of the room where a ref of this kind is at home."""
    for room in ROOMS:
        if kind == room.key or kind in room.opens:
            return room.key
    raise KeyError(kind)
