"""The packed parts of a workbook, weighed while unpacking, before any parser sees them."""

import io
import re
import struct
import zipfile
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from controllers.intake.refusals import (
    WorkbookDamaged,
    WorkbookSuspicious,
    WorkbookTooLarge,
    WorkbookWithoutSheet,
    WrongFileKind,
)
from models.kernel.text import _

_CHUNK = 1 << 20
_LOCAL_HEADER = 30
_TEXT = 32_767  # signs in one cell: the most Excel itself allows
_FILLED = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,4})(\d{1,9})"[^>/]*>')
_NAMELESS = re.compile(rb"<(?:\w+:)?c(?:\s+(?!r=)\w+=\"[^\"]*\")*\s*>")
_ERROR = re.compile(rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]+\d+)"')
_HIDDEN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
_SHARED = re.compile(rb"<(?:\w+:)?si\b")
_SHARED_USE = re.compile(rb'\bt="s"')
_SHARED_INDEX = re.compile(rb'\bt="s"[^>]*>\s*<(?:\w+:)?v>(\d{1,9})<')


@dataclass(frozen=True)
class Limits:
    """What we are willing to open. The defaults hold ten times the largest list there is."""

    packed_bytes: int = 64 << 20
    unpacked_bytes: int = 768 << 20
    ratio: int = 200
    """Unpacked against packed; below `ratio_floor` bytes nobody is hurt."""
    ratio_floor: int = 32 << 20
    entries: int = 2_000
    rows: int = 200_000
    columns: int = 16_384
    area: int = 16_000_000
    """Cells in the rectangle around all filled cells of a sheet."""
    text_bytes: int = 1 << 30
    """Text when every cell has its own copy of the shared strings."""

    def say_packed(self) -> str:
        return f"{self.packed_bytes >> 20} MB"


@dataclass(frozen=True)
class SheetFrame:
    """What the raw sheet tells that a reader of values does not."""

    rows: int = 0
    columns: int = 0
    hidden_columns: frozenset[str] = frozenset()
    error_cells: tuple[str, ...] = ()


@dataclass
class _Frame:
    """A sheet while it passes by."""

    rows: int = 0
    columns: set[bytes] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    nameless: int = 0
    widest: int = 0
    run: int = 0


def inspect_package(name: str, whole: bytes, limits: Limits) -> dict[str, SheetFrame]:
    """Weigh every part and give the frame of each worksheet by the sheet's name.

    Raises WrongFileKind, WorkbookDamaged, WorkbookSuspicious, WorkbookTooLarge and
    WorkbookWithoutSheet.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as failure:
        raise WorkbookDamaged(name=name) from failure
    _refuse_by_label(name, entries, limits)
    _refuse_other_packages(name, {entry.filename for entry in entries})
    budget = _Budget(name, whole, limits)
    frames: dict[str, SheetFrame] = {}
    kept: dict[str, bytes] = {}
    sheets: list[zipfile.ZipInfo] = []
    for entry in entries:
        part = entry.filename.replace("\\", "/").lstrip("/")
        if part in {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}:
            kept[part] = b"".join(budget.unpack(entry))
        elif part.startswith("xl/worksheets/") and part.endswith(".xml"):
            sheets.append(entry)
            frames[part] = _frame_of(budget, entry)
        elif part == "xl/sharedStrings.xml":
            budget.weigh_shared(entry)
        else:
            for _chunk in budget.unpack(entry):
                pass
    budget.refuse_copies(sheets)
    return _named(name, frames, kept)


class _Budget:
    """Unpacks parts and keeps count over the whole package: labels in a zip can lie."""

    def __init__(self, name: str, whole: bytes, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self._whole = whole
        self._unpacked = 0
        self._lengths = array("L")
        self.shared_uses = 0

    def unpack(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """The true content of one part, chunk by chunk, whatever its label says."""
        start = entry.header_offset
        header = self._whole[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise WorkbookDamaged(name=self.name)
        names, extra = struct.unpack("<HH", header[26:30])
        begin = start + _LOCAL_HEADER + names + extra
        packed = memoryview(self._whole)[begin : begin + entry.compress_size]
        if len(packed) < entry.compress_size:
            raise WorkbookDamaged(name=self.name)
        if entry.compress_type == zipfile.ZIP_STORED:
            self._count(len(packed))
            yield bytes(packed)
        elif entry.compress_type == zipfile.ZIP_DEFLATED:
            yield from self._inflate(packed)
        else:
            raise WorkbookDamaged(name=self.name)

    def _inflate(self, packed: memoryview) -> Iterator[bytes]:
        machine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for place in range(0, len(packed), _CHUNK):
                rest: bytes | memoryview = packed[place : place + _CHUNK]
                while rest and not machine.eof:
                    chunk = machine.decompress(rest, _CHUNK)
                    self._count(len(chunk))
                    yield chunk
                    rest = machine.unconsumed_tail
        except zlib.error as failure:
            raise WorkbookDamaged(name=self.name) from failure
        if not machine.eof:
            raise WorkbookDamaged(name=self.name)

    def _count(self, size: int) -> None:
        self._unpacked += size
        ratio = self._unpacked / max(1, len(self._whole))
        if self._unpacked > self.limits.unpacked_bytes or (
            self._unpacked > self.limits.ratio_floor and ratio > self.limits.ratio
        ):
            raise WorkbookSuspicious(name=self.name)

    def weigh_shared(self, entry: zipfile.ZipInfo) -> None:
        """Remember how long each shared text is: every cell that uses one gets its own copy."""
        run = 0
        begun = False
        for chunk in self.unpack(entry):
            _refuse_entities(self.name, chunk)
            *closed, last = _SHARED.split(chunk)
            for part in closed:
                if begun:
                    self._lengths.append(run + len(part))
                begun, run = True, 0
            run += len(last)
        if begun:
            self._lengths.append(run)

    def refuse_copies(self, sheets: list[zipfile.ZipInfo]) -> None:
        """Refuse when all copies of shared texts together would not fit: exactly, if need be."""
        if max(self._lengths, default=0) * self.shared_uses <= self.limits.text_bytes:
            return
        again = _Budget(self.name, self._whole, self.limits)
        total = 0
        for entry in sheets:
            # A cell cut in two by the edge of a chunk is missed: one in some ten thousand.
            for chunk in again.unpack(entry):
                uses = Counter(_SHARED_INDEX.findall(chunk))
                total += sum(self._length(int(index)) * count for index, count in uses.items())
                if total > self.limits.text_bytes:
                    raise WorkbookSuspicious(name=self.name)

    def _length(self, index: int) -> int:
        return self._lengths[index] if index < len(self._lengths) else 0


def _refuse_by_label(name: str, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise WorkbookSuspicious(name=name)
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise WorkbookSuspicious(name=name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise WorkbookDamaged(name=name)


def _refuse_other_packages(name: str, parts: set[str]) -> None:
    if "xl/workbook.xml" in parts:
        return
    if "xl/workbook.bin" in parts:
        raise WrongFileKind(name=name, found=_("a binary workbook (.xlsb)"))
    if any(part.startswith("word/") for part in parts):
        raise WrongFileKind(name=name, found=_("a Word document"))
    if any(part.startswith("ppt/") for part in parts):
        raise WrongFileKind(name=name, found=_("a PowerPoint presentation"))
    if "mimetype" in parts or "content.xml" in parts:
        raise WrongFileKind(name=name, found=_("an OpenDocument file"))
    raise WrongFileKind(name=name, found=_("a zip file"))


def _refuse_entities(name: str, chunk: bytes) -> None:
    if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
        raise WorkbookSuspicious(name=name)


def _frame_of(budget: _Budget, entry: zipfile.ZipInfo) -> SheetFrame:
    frame = _Frame()
    rest = b""
    for chunk in budget.unpack(entry):
        piece = rest + chunk
        cut = piece.rfind(b">") + 1
        _look(budget, frame, piece[:cut])
        rest = piece[cut:]
        if len(rest) > 8 * _TEXT:
            raise WorkbookSuspicious(name=budget.name)
    columns = max(frame.widest, *(_number(letters) for letters in frame.columns), 0)
    _refuse_wide(budget, frame.rows, columns)
    return SheetFrame(
        rows=frame.rows,
        columns=columns,
        hidden_columns=frozenset(_letters(number) for number in frame.hidden),
        error_cells=tuple(frame.errors[:100]),
    )


def _look(budget: _Budget, frame: _Frame, piece: bytes) -> None:
    _refuse_entities(budget.name, piece)
    filled = _FILLED.findall(piece)
    if filled:
        frame.columns.update({letters for letters, _row in filled})
        frame.rows = max(frame.rows, *map(int, {row for _letters, row in filled}))
    if not frame.hidden and b"hidden=" in piece:
        frame.hidden.update(_hidden(piece))
    if len(frame.errors) < 100:
        frame.errors.extend(found.decode() for found in _ERROR.findall(piece))
    budget.shared_uses += len(_SHARED_USE.findall(piece))
    _look_nameless(frame, piece)
    _refuse_wide(budget, frame.rows, frame.widest)


def _look_nameless(frame: _Frame, piece: bytes) -> None:
    """Cells may leave their address out; then they follow each other."""
    if not _NAMELESS.search(piece):
        return
    for part in re.split(rb"</(?:\w+:)?row>", piece):
        frame.run += len(_NAMELESS.findall(part))
        frame.widest = max(frame.widest, frame.run)
        frame.nameless += 1
        frame.run = 0
    frame.rows = max(frame.rows, frame.nameless)


def _refuse_wide(budget: _Budget, rows: int, columns: int) -> None:
    limits = budget.limits
    if rows > limits.rows:
        most = _("{count} rows").format(count=f"{limits.rows:,}".replace(",", "."))
        raise WorkbookTooLarge(name=budget.name, most=most)
    if columns > limits.columns or rows * columns > limits.area:
        most = _("{count} cells").format(count=f"{limits.area:,}".replace(",", "."))
        raise WorkbookTooLarge(name=budget.name, most=most)


def _hidden(piece: bytes) -> Iterator[int]:
    for tag in _HIDDEN.findall(piece):
        marks = dict(_ATTRIBUTE.findall(tag))
        if marks.get(b"hidden") in {b"1", b"true"}:
            first, last = int(marks.get(b"min", b"1")), int(marks.get(b"max", b"0"))
            yield from range(first, min(last, 16_384) + 1)


def _named(
    name: str, frames: dict[str, SheetFrame], kept: dict[str, bytes]
) -> dict[str, SheetFrame]:
    """The frames by the name of their sheet, by way of the relations of the workbook."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        book = fromstring(kept["xl/workbook.xml"])
        relations = fromstring(kept.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    except (KeyError, ParseError, DefusedXmlException, ValueError) as failure:
        raise WorkbookDamaged(name=name) from failure
    targets = {item.get("Id"): item.get("Target") or "" for item in relations}
    found: dict[str, SheetFrame] = {}
    for item in book.iter():
        if item.tag.rpartition("}")[2] != "sheet":
            continue
        key = next((value for mark, value in item.attrib.items() if mark.endswith("}id")), "")
        target = targets.get(key, "").lstrip("/")
        part = target if target.startswith("xl/") else str(PurePosixPath("xl") / target)
        if part in frames:
            found[item.get("name", "")] = frames[part]
    if not found:
        raise WorkbookWithoutSheet(name=name)
    return found


def _number(letters: bytes) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + sign - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
