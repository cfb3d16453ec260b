"""What each column of a list of dossiers is for: the number, a client's things, or a group."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from controllers.intake.cells import Unreadable, day_of
from controllers.intake.columns import spoken
from controllers.intake.letters import column_letter
from models.centres.rules.numbers import national_numbers
from models.checks.rules.pseudonym import looks_like_a_name
from models.kernel.text import _
from models.kernel.words import clean, fold

Row = tuple[str, ...]

_SIGN = r"(?:nr|nrs|no|nummers?|number|numero|id|code|ref|referenties?|kenmerk)"
_NUMBER = (
    (4, re.compile(rf"(?:loopbaan)?(?:dossiers?|trajecten|traject|file)(?: ?{_SIGN})?")),
    (4, re.compile(rf"{_SIGN} (?:(?:van|de|du|of) )*(?:het )?(?:dossiers?|traject)")),
    (3, re.compile(rf"(?:klant(?:en)?|client(?:en)?|deelnemers?) ?(?:dossier)? ?{_SIGN}")),
    (2, re.compile(_SIGN)),
    (1, re.compile(r"(?:volg|rang|rij) ?(?:nr|nummer)")),
)
"""How a column of dossier numbers may be called; the first that says it whole weighs most."""
_GUIDE = re.compile(r"begeleid|coach|consulent|counsel|adviseur|medewerker|trajectbegel")
_PLACE = re.compile(r"centrum|vestiging|kantoor|locatie|plaats|organisatie|onderneming|team|regio")
_PERSON = re.compile(
    r"client|klant|deelnemer|burger|kandidaat|werkende|naam|\bname|\bnom\b|prenom|initialen"
    r"|rijksregister|\brrn\b|insz|nationaal n|geboorte|geslacht|adres|straat|postcode|woonplaats"
    r"|telefoon|\btel\b|gsm|mail|iban|rekening"
)
_REMARK = re.compile(r"opmerk|nota|remark|comment|toelicht|notitie|omschrijving")
_CLEAR, _MANY = 3, 0.2
"""From this weight on a name is clear; from this share on duplicates make another one doubtful."""
_DAYS = 0.8
"""From this share of days on, a column is one of days."""
_NAMES, _DIFFERENT = 0.7, 0.7
_FORMAT = re.compile(r"[a-z ]{1,40}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The place of the dossier number, and of what may be spread over; what was left out."""

    number: int
    header_row: int | None
    """Place of the header among the rows; None without one."""
    kept: Mapping[str, int]
    """What a column is called -> its place."""
    dropped: tuple[str, ...]
    """What columns are called that say something of a client: they are not kept anywhere."""
    days: frozenset[str]
    """Columns of days: they are spread over by quarter."""
    called: str = ""
    """What the column of the number is called; empty without a header."""
    beside: bool = False
    """Whether other columns stand beside it, so that another may be meant."""

    @property
    def clear(self) -> bool:
        """Whether the column is called the number of a dossier."""
        return _rank(spoken(self.called)) >= _CLEAR


def find_columns(rows: Sequence[Row]) -> Columns | None:
    """Look for the number and the rest; None when no column holds numbers."""
    head = _header(rows)
    titles = [clean(cell) for cell in rows[head]] if head is not None else []
    body = rows[head + 1 :] if head is not None else rows
    width = max((len(row) for row in rows), default=0)
    cells = [[row[at] if at < len(row) else "" for row in body] for at in range(width)]
    number = _number_column(titles, cells)
    if number is None:
        return None
    kept: dict[str, int] = {}
    dropped: list[str] = []
    for at in range(width):
        title = titles[at] if at < len(titles) else ""
        name = title or _("column {letter}").format(letter=column_letter(at))
        if at == number or _REMARK.search(spoken(title)) or not any(cells[at]):
            continue
        if _is_personal(spoken(title), cells[at]):
            dropped.append(name)
        elif name not in kept:
            kept[name] = at
    days = frozenset(name for name, at in kept.items() if _are_days(cells[at]))
    called = titles[number] if number < len(titles) else ""
    return Columns(number, head, kept, tuple(dropped), days, called, beside=width > 1)


def doubtful(columns: Columns, numbers: Sequence[str]) -> str:
    """What the column is called that was guessed, when it may well hold something else.

    That is so when it is called otherwise, or has no clear name and many duplicates.
    """
    rank = _rank(spoken(columns.called))
    if not columns.beside or not numbers or columns.clear:
        return ""
    name = columns.called or _("column {letter}").format(letter=column_letter(columns.number))
    if columns.called and not rank:
        return name
    if columns.header_row is None and not any(map(str.isdigit, numbers[0])):
        return numbers[0]
    return name if len(numbers) - len(set(numbers)) > _MANY * len(numbers) else ""


def all_numbers(rows: Sequence[Row]) -> bool:
    """Whether this is no table but numbers beside each other, nearly all different."""
    if max((len(row) for row in rows), default=0) < 2 or _header(rows) is not None:
        return False
    cells = [cell for row in rows for cell in row if cell]
    if not all(_has_figure(cell) and _is_code(cell) and not _is_day(cell) for cell in cells):
        return False
    return len(set(cells)) > _DIFFERENT * len(cells)


def is_guide(name: str) -> bool:
    """Whether a column says who guided."""
    return bool(_GUIDE.search(spoken(name)))


def quarter(cell: str) -> str:
    """The quarter of a day, as a group; what is no day as it is."""
    try:
        day = day_of(cell)
    except Unreadable:
        return cell
    return f"{day.year} K{(day.month + 2) // 3}" if day else ""


def _header(rows: Sequence[Row]) -> int | None:
    """The first row that has a name for the number, and no number itself."""
    best: tuple[int, int, int] | None = None
    for at, row in enumerate(rows[:20]):
        said = [spoken(cell) for cell in row]
        rank = max((_rank(title) for title in said), default=0)
        filled = sum(bool(title) for title in said)
        figures = sum(any(sign.isdigit() for sign in cell) for cell in row)
        if rank and figures <= filled / 4 and (best is None or (rank, filled) > best[:2]):
            best = (rank, filled, at)
    if best is not None:
        return best[2]
    first = rows[0] if rows else ()
    titles = [spoken(cell) for cell in first if cell]
    words = len(titles) > 1 and all(_FORMAT.fullmatch(title) for title in titles)
    return 0 if words and len(rows) > 1 and any(map(_has_figure, rows[1])) else None


def _rank(title: str) -> int:
    return next((weight for weight, said in _NUMBER if said.fullmatch(title)), 0)


def _number_column(titles: Sequence[str], cells: Sequence[Sequence[str]]) -> int | None:
    ranked = [
        (_rank(spoken(title)), -at)
        for at, title in enumerate(titles)
        if at < len(cells) and _rank(spoken(title)) and any(cells[at])
    ]
    if ranked:
        return -max(ranked)[1]
    if len(cells) == 1:
        return 0 if any(cells[0]) else None
    likely = [(_distinct_codes(column), -at) for at, column in enumerate(cells)]
    most, place = max(likely, default=(0, 0))
    return -place if most else None


def _distinct_codes(column: Sequence[str]) -> int:
    """How many different numbers a column holds; days, hours and names do not count."""
    if _are_days(column):
        return 0
    return len({cell for cell in column if cell and _is_code(cell)})


def _is_code(cell: str) -> bool:
    """A national register number is one too: the draw refuses it, with a sentence."""
    return _has_figure(cell) and (bool(national_numbers(cell)) or not looks_like_a_name(cell))


def _has_figure(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell)


def _are_days(column: Sequence[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(map(_is_day, filled)) >= _DAYS * len(filled)


def _is_day(cell: str) -> bool:
    if not re.search(r"\d[-/. ]", cell):
        return False
    try:
        return day_of(cell) is not None
    except Unreadable:
        return False


def _is_personal(title: str, column: Sequence[str]) -> bool:
    """By what the column is called; without a name of its own, by what stands in it."""
    if _GUIDE.search(title) or (_PLACE.search(title) and not re.search(r"woon|geboorte", title)):
        return False
    if _PERSON.search(title):
        return True
    filled = [cell for cell in column if cell]
    names = sum(looks_like_a_name(cell) and len(cell.split()) > 1 for cell in filled)
    national = any(re.fullmatch(r"[\d .\-/]{11,18}", cell) and national_numbers(cell)
                   for cell in filled)  # fmt: skip
    different = len({fold(cell) for cell in filled}) > len(filled) / 2 and len(filled) > 1
    return national or (different and names >= _NAMES * len(filled))
