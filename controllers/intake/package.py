"""The packed parts of a workbook, weighed while unpacking, before any parser sees them."""

import io
import re
import struct
import zipfile
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from controllers.intake.limits import Limits
from controllers.intake.refusals import (
    WorkbookDamaged,
    WorkbookSuspicious,
    WorkbookWithoutSheet,
    WrongFileKind,
)
from controllers.intake.sheet_frame import SheetFrame, frame_of, refuse_entities
from models.kernel.text import _

_CHUNK = 1 << 20
_LOCAL_HEADER = 30
_LARGEST_WHOLE = 8 << 20
_SHARED = re.compile(rb"<(?:\w+:)?si\b")
_SHARED_INDEX = re.compile(rb'\bt="s"[^>]*>\s*<(?:\w+:)?v>(\d{1,9})<')


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
            kept[part] = budget.whole_part(entry)
        elif part.startswith("xl/worksheets/") and part.endswith(".xml"):
            sheets.append(entry)
            frames[part] = frame_of(name, budget.unpack(entry), limits)
        elif part == "xl/sharedStrings.xml":
            budget.weigh_shared(entry)
        else:
            for _chunk in budget.unpack(entry):
                pass
    budget.refuse_copies(sheets, sum(frame.shared_uses for frame in frames.values()))
    return _named(name, frames, kept)


class _Budget:
    """Unpacks parts and keeps count over the whole package: labels in a zip can lie."""

    def __init__(self, name: str, whole: bytes, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self._whole = whole
        self._unpacked = 0
        self._lengths = array("L")

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

    def whole_part(self, entry: zipfile.ZipInfo) -> bytes:
        """A part that a parser needs whole; such a part is never large."""
        whole = bytearray()
        for chunk in self.unpack(entry):
            whole += chunk
            if len(whole) > _LARGEST_WHOLE:
                raise WorkbookSuspicious(name=self.name)
        return bytes(whole)

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
            while not machine.eof and (chunk := machine.decompress(b"", _CHUNK)):
                self._count(len(chunk))
                yield chunk
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
            refuse_entities(self.name, chunk)
            *closed, last = _SHARED.split(chunk)
            for part in closed:
                if begun:
                    self._lengths.append(run + len(part))
                begun, run = True, 0
            run += len(last)
        if begun:
            self._lengths.append(run)

    def refuse_copies(self, sheets: list[zipfile.ZipInfo], cells: int) -> None:
        """Refuse when all copies of shared texts together would not fit: exactly, if need be."""
        if max(self._lengths, default=0) * cells <= self.limits.text_bytes:
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
            found[item.get("name", "")] = replace(frames[part], part=part)
    if not found:
        raise WorkbookWithoutSheet(name=name)
    return found
