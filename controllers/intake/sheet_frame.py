"""How large a sheet truly is, and what is hidden or wrong in it, read from its raw XML."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import unescape

from controllers.intake.letters import column_index, column_letter
from controllers.intake.limits import Limits
from controllers.intake.refusals import WorkbookSuspicious, WorkbookTooLarge
from models.kernel.text import _

_TEXT = 32_767  # signs in one cell: the most Excel itself allows
_FILLED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,4})(\d{1,9})"[^>/]*>')
_NAMELESS = re.compile(rb"<(?:\w+:)?c(?:\s+(?!r=)\w+=\"[^\"]*\")*\s*>")
_ERROR = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+\d+)"')
_HIDDEN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,4}\d{1,9})"[^>]*>\s*'
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>([^<]*)<)"
)
_CELL = re.compile(rb"<(?:\w+:)?c\s")
_GUARD = re.compile(rb"<(?:\w+:)?sheetProtection\s[^>]*\bsheet=\"(?:1|true)\"")
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_FORMULAS, _ERRORS, _MERGES = 200_000, 10_000, 1_000
_EDGE = 1 << 15
_SHARED_USE = re.compile(rb'\bt="s"')


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that were merged into one; rows count from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def first(self) -> str:
        """The one cell of it that says something."""
        return f"{column_letter(self.left)}{self.top}"

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class SheetFrame:
    """What the raw sheet tells that a reader of values does not."""

    part: str = ""
    """Where it lies in the package."""
    rows: int = 0
    columns: int = 0
    hidden_columns: frozenset[str] = frozenset()
    error_cells: tuple[str, ...] = ()
    """At most ten thousand."""
    shared_uses: int = 0
    """How many cells hold a shared text."""
    formulas: Mapping[str, str] = field(default_factory=dict, repr=False)
    """By cell; empty for one that Excel shares with another cell. At most 200,000."""
    protected: bool = False
    merged: tuple[Area, ...] = ()
    """At most a thousand."""


@dataclass
class _Frame:
    """A sheet while it passes by."""

    rows: int = 0
    columns: set[bytes] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    nameless: int = 0
    widest: int = 0
    shared_uses: int = 0
    formulas: dict[str, str] = field(default_factory=dict)
    protected: bool = False
    merged: list[Area] = field(default_factory=list)
    begun: bytes = b""
    """The last cell of the piece before, which may have its formula in the next."""


def frame_of(name: str, chunks: Iterable[bytes], limits: Limits) -> SheetFrame:
    """Look at a raw sheet as it passes by. Raises WorkbookSuspicious and WorkbookTooLarge."""
    frame = _Frame()
    rest = b""
    for chunk in chunks:
        piece = rest + chunk
        cut = piece.rfind(b">") + 1
        _look(name, frame, piece[:cut])
        _refuse_wide(name, frame.rows, frame.widest, limits)
        rest = piece[cut:]
        if len(rest) > 8 * _TEXT:
            raise WorkbookSuspicious(name=name)
    columns = max(
        frame.widest, *(column_index(letters.decode()) + 1 for letters in frame.columns), 0
    )
    _refuse_wide(name, frame.rows, columns, limits)
    return SheetFrame(
        rows=frame.rows,
        columns=columns,
        hidden_columns=frozenset(column_letter(number - 1) for number in frame.hidden),
        error_cells=tuple(frame.errors[:_ERRORS]),
        shared_uses=frame.shared_uses,
        formulas=frame.formulas,
        protected=frame.protected,
        merged=tuple(frame.merged[:_MERGES]),
    )


def _look(name: str, frame: _Frame, piece: bytes) -> None:
    refuse_entities(name, piece)
    filled = _FILLED.findall(piece)
    if filled:
        frame.columns.update({letters for letters, _row in filled})
        frame.rows = max(frame.rows, *map(int, {row for _letters, row in filled}))
    if not frame.hidden and b"hidden=" in piece:
        frame.hidden.update(_hidden(piece))
    if len(frame.errors) < _ERRORS:
        frame.errors.extend(found.decode() for found in _ERROR.findall(piece))
    frame.shared_uses += len(_SHARED_USE.findall(piece))
    frame.protected = frame.protected or bool(_GUARD.search(piece))
    if len(frame.merged) < _MERGES:
        frame.merged.extend(_areas(piece))
    _look_formulas(frame, piece)
    _look_nameless(frame, piece)


def _areas(piece: bytes) -> Iterator[Area]:
    for left, top, right, bottom in _MERGED.findall(piece):
        first, last = column_index(left.decode()), column_index(right.decode())
        yield Area(int(top), first, int(bottom), last)


def _look_formulas(frame: _Frame, piece: bytes) -> None:
    whole = frame.begun + piece
    if b"<f" in whole or b":f" in whole:
        for cell, text in _FORMULA.findall(whole):
            if len(frame.formulas) < _FORMULAS:
                frame.formulas[cell.decode()] = unescape(text.decode("utf-8", "replace"), _QUOTES)
    last = max((found.start() for found in _CELL.finditer(whole[-_EDGE:])), default=None)
    frame.begun = b"" if last is None else whole[-_EDGE:][last:]


def _look_nameless(frame: _Frame, piece: bytes) -> None:
    """Cells may leave their address out; then they follow each other."""
    if not _NAMELESS.search(piece):
        return
    for part in re.split(rb"</(?:\w+:)?row>", piece):
        frame.widest = max(frame.widest, len(_NAMELESS.findall(part)))
        frame.nameless += 1
    frame.rows = max(frame.rows, frame.nameless)


def _refuse_wide(name: str, rows: int, columns: int, limits: Limits) -> None:
    if rows > limits.rows:
        most = _("{count} rows").format(count=f"{limits.rows:,}".replace(",", "."))
        raise WorkbookTooLarge(name=name, most=most)
    if columns > limits.columns or rows * columns > limits.area:
        most = _("{count} cells").format(count=f"{limits.area:,}".replace(",", "."))
        raise WorkbookTooLarge(name=name, most=most)


def _hidden(piece: bytes) -> Iterator[int]:
    for tag in _HIDDEN.findall(piece):
        marks = dict(_ATTRIBUTE.findall(tag))
        if marks.get(b"hidden") in {b"1", b"true"}:
            first, last = int(marks.get(b"min", b"1")), int(marks.get(b"max", b"0"))
            yield from range(first, min(last, 16_384) + 1)


def refuse_entities(name: str, chunk: bytes) -> None:
    if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
        raise WorkbookSuspicious(name=name)
