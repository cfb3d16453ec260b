"""Remarks that somebody hung at cells of a workbook: a reader of values does not see them."""

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from controllers.export.return_marks import REMARK

_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_TARGET = re.compile(r'\bTarget="([^"]*)"')
_REMARK = re.compile(
    r'<(?:\w+:)?comment\s[^>]*?\bref="([A-Z]{1,3}\d{1,7})"[^>]*>(.*?)</(?:\w+:)?comment>', re.DOTALL
)
_TAGS = re.compile(r"<[^>]*>")


def remarks_of(content: bytes) -> Mapping[str, tuple[str, ...]]:
    """By the part of each sheet, the cells with a remark that is not one of ours."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {*package.namelist()}
        found = {
            part: tuple(
                cell
                for there in _with_remarks(package, part)
                if there in parts
                for cell, said in _REMARK.findall(_read(package, there))
                if not html.unescape(_TAGS.sub("", said)).strip().startswith(REMARK)
            )
            for part in parts
            if part.startswith("xl/worksheets/") and part.endswith(".xml")
        }
    return {part: cells for part, cells in found.items() if cells}


def _with_remarks(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    """The parts with the remarks of a sheet."""
    place = PurePosixPath(part)
    relations = str(place.parent / "_rels" / f"{place.name}.rels")
    if relations not in package.namelist():
        return
    for relation in _RELATION.findall(_read(package, relations)):
        target = _TARGET.search(relation)
        if target and "/comments" in relation.partition("Type=")[2].partition('" ')[0]:
            path = target[1]
            yield path.lstrip("/") if path.startswith("/") else _joined(place.parent, path)


def _joined(folder: PurePosixPath, path: str) -> str:
    places = [*folder.parts]
    for step in PurePosixPath(path).parts:
        if step == "..":
            places = places[:-1]
        else:
            places.append(step)
    return "/".join(places)


def _read(package: zipfile.ZipFile, part: str) -> str:
    return package.read(part).decode("utf-8", "replace")
