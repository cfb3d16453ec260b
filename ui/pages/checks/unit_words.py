"""How the screens of a check call what it looks at: dossiers, or channels of the offer."""

from __future__ import annotations

from dataclasses import dataclass

from models.checks.values import Unit
from models.kernel.text import N_, _


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Message ids; `say` gives one in the language of the screen."""

    check: str
    many: str
    seen: str
    """What the field of a note asks."""
    at: str
    """Question and column, over the panel."""
    column: str
    """A column read aloud."""
    per: str
    matrix: str
    go_to: str
    such_as: str
    conclusion: str
    """Under the overall conclusion of a visit."""
    first: str
    not_begun: str
    """Over a check that was planned."""
    day: str
    """The field with the day it was done."""
    listed: str
    fill: str
    taken_out: str

    def say(self, name: str, **places: object) -> str:
        return _(getattr(self, name)).format(**places)


DOSSIERS = UnitWords(
    check=N_("Dossier check"),
    many=N_("Dossiers"),
    seen=N_("What did you see, and where in the dossier?"),
    at=N_("{code} · dossier {number}"),
    column=N_("dossier {number}"),
    per=N_("Per dossier"),
    matrix=N_("Questions by dossier"),
    go_to=N_("Question number or dossier"),
    such_as=N_("Such as 12, KZ-003, or 12 KZ-003."),
    conclusion=N_("Stands in the audit letter. Empty: it follows from the dossiers."),
    first=N_("Add the first dossiers"),
    not_begun=N_(
        "This check has not begun. You can prepare it; starting it sets the day of the visit."
    ),
    day=N_("Day of the visit"),
    listed=N_("Dossiers in this check"),
    fill=N_("Fill in this dossier"),
    taken_out=N_("Dossier {number} was taken out of the check."),
)
CHANNELS = UnitWords(
    check=N_("Check of the offer"),
    many=N_("Channels"),
    seen=N_("What did you see, and where on the channel?"),
    at=N_("{code} · channel {number}"),
    column=N_("channel {number}"),
    per=N_("Per channel"),
    matrix=N_("Questions by channel"),
    go_to=N_("Question number or channel"),
    such_as=N_("Such as 12, Website, or 12 Website."),
    conclusion=N_("Stands in the audit letter. Empty: it follows from the channels."),
    first=N_("Add the first channel"),
    not_begun=N_(
        "This check has not begun. You can prepare it; starting it sets the day it was looked into."
    ),
    day=N_("Day it was looked into"),
    listed=N_("Channels in this check"),
    fill=N_("Fill in this channel"),
    taken_out=N_("Channel {number} was taken out of the check."),
)


def words_of(unit: Unit) -> UnitWords:
    """The words that fit what the checklist of a check is answered for."""
    return CHANNELS if unit is Unit.PUBLIC_CHANNEL else DOSSIERS
