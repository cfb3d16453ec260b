"""What a draw of dossiers gives, what may be said of it, and why a list cannot be drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from models.checks.values.kinds import Chosen, DrawKind

METHOD = "sha256-rank-1"
"""The published way of drawing; another way gets another name, so that old draws stay true."""
WITHOUT_GROUP = ""
"""The group of a dossier of which the column to spread over is empty."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list of dossiers: its number and the group it is counted with."""

    number: str
    group: str = WITHOUT_GROUP


@dataclass(frozen=True, slots=True)
class Draw:
    """What follows from a list, a seed and a size: the same everywhere, always."""

    given: int
    """Lines with a number, duplicates counted."""
    population: int
    duplicates: tuple[str, ...]
    """Every later line with a number that stood there already, in the order of the list."""
    fingerprint: str
    seed: str
    drawn: tuple[str, ...]
    """In the order of their rank."""
    spares: tuple[str, ...]
    """In the order in which they come in."""
    groups: Mapping[str, int]
    """Group -> how many were drawn from it, by name; empty when nothing was spread."""
    group_sizes: Mapping[str, int]
    """Group -> how many dossiers it has."""
    group_of: Mapping[str, str]
    """Number -> group, for what was drawn and the spares; empty when nothing was spread."""
    method: str = METHOD


@dataclass(frozen=True, slots=True)
class Assurance:
    """What a check of some of the dossiers says about all of them."""

    population: int
    sample: int
    bad: int
    at_most: int
    """With the wanted certainty no more than so many are wrong in all."""
    sentence: str

    @property
    def share(self) -> float:
        """`at_most` as a part of all, for reading only: nothing is decided with it."""
        return self.at_most / self.population


@dataclass(frozen=True, slots=True)
class Plan:
    """What a size is worth before anything is drawn."""

    size: int
    at_most: int
    """No more are wrong in all, with the wanted certainty, when none of those drawn is."""
    sentence: str


@dataclass(frozen=True, slots=True)
class SampleProposal:
    """What the rules of a day propose to draw, and why."""

    size: int
    spares: int
    least: int
    """Fewer than so many say little of all."""
    level: Fraction
    """How sure the sentence over all dossiers must be."""
    faulty: Fraction
    """The share of wrong dossiers for which the chance to meet one is told."""
    why: str


@dataclass(frozen=True, slots=True)
class Received:
    """The list as given, all of it; `totals`: rows that add up, as `kept_list` has them."""

    given: int
    """Lines with a number, duplicates counted."""
    duplicates: tuple[str, ...]
    numbers: int
    """Different ones."""
    fingerprint: str
    left_out: tuple[str, ...] = ()
    """The numbers of the earlier check that a follow-up did not draw from, as they stood."""
    totals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A draw that was made in a check, with all that is needed to make it again."""

    id: UUID
    kind: DrawKind
    list_name: str
    grouped_by: str
    draw: Draw
    """Made again from the list and the seed, now."""
    fingerprint_kept: str
    """As it was when the draw was made, of what was drawn from."""
    program: str
    size: int
    spares_asked: int
    why: str
    earlier_reference: str
    drawn_at: datetime
    drawn_by: str
    received: Received | None = None
    """None of a follow-up that was drawn before the whole list was kept."""

    @property
    def whole_list(self) -> bool:
        """Whether everything the centre listed was drawn."""
        if self.kind is DrawKind.SAME or self.received is None:
            return False
        return self.received.numbers == len(self.draw.drawn)


@dataclass(frozen=True, slots=True)
class Repeated:
    """What came of making a draw again."""

    same: bool
    sentences: tuple[str, ...]
    """In Dutch, for both sides of the table."""


@dataclass(frozen=True, slots=True)
class UndoneDraw:
    """A draw that was made in a check and taken back: it happened, so the protocol tells it."""

    drawn_at: datetime
    drawn_by: str
    size: int
    seed: str
    fingerprint: str
    kind: DrawKind = DrawKind.FIRST


@dataclass(frozen=True, slots=True)
class DrawWish:
    """What somebody asks for: from which list, how many, and for which kind of look."""

    entries: tuple[Listed, ...]
    size: int
    spares: int = 0
    seed: str = ""
    """Empty: a new one is made."""
    list_name: str = ""
    by: str = ""
    """What the column is called that is spread over; empty: not spread."""
    kind: DrawKind = DrawKind.FIRST
    why: str = ""
    totals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was asked of the last draw that was taken back, to draw from it again."""

    sample_id: UUID
    wish: DrawWish
    """Without a seed where chance had chosen it; the size without those that come again."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One place of the draw: which dossier came out, and which one stands there now."""

    place: int
    number: str
    group: str
    dossier_id: UUID | None
    """Of the dossier that stands there now; None when it was taken out without another."""
    standing: str
    """Its number: that of the draw, or of the spare that took its place."""
    left: tuple[tuple[str, str], ...] = ()
    """The dossiers that left this place, each with why, in the order they left."""
    risk: str = ""
    """Why somebody had picked this very dossier before it was drawn too; mostly empty."""


@dataclass(frozen=True, slots=True)
class OwnPick:
    """A dossier that was not drawn: chosen for a risk, looked at again, or added by hand."""

    dossier_id: UUID
    number: str
    chosen: Chosen
    why: str


@dataclass(frozen=True, slots=True)
class SampleDesk:
    """A sample as it stands: places, what was chosen beside it, and what may be said of all."""

    reference: str
    centre_name: str
    enterprise_number: str
    sample: SampleFile | None
    picks: tuple[Pick, ...]
    others: tuple[OwnPick, ...]
    spares: tuple[str, ...]
    """Spares that may still come in, the first first."""
    assurance: Assurance | None
    """None until every place is filled and judged, or when nothing was drawn blind."""
    earlier: str
    """Reference of the check a follow-up would build on; empty without one."""
    earlier_failed: int = 0
    earlier_all: int = 0
    earlier_numbers: frozenset[str] = frozenset()
    """The dossiers of that check: new ones are drawn from the others."""
    empty: int = 0
    """Places of the draw where no dossier stands."""
    unjudged: int = 0
    """Places with a dossier that has no verdict."""
    proposal: SampleProposal | None = None
    """What to draw, by the rules of the day of the check; None once something was drawn."""
    undone: tuple[UndoneDraw, ...] = ()
    """Draws of this check that were taken back, the first first."""
    taken_back: TakenBack | None = None
    """The last of them, while nothing is drawn."""


@dataclass(frozen=True, slots=True)
class ListShown:
    """What there is to say of a list before anything is drawn from it."""

    given: int
    duplicates: tuple[str, ...]
    population: int
