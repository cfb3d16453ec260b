"""What may be kept as an attachment, what kind of file it is, and how it can be shown."""

import re
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

from models.attachments.values import (
    LARGEST,
    MOST_SHOWN,
    AttachmentEmpty,
    AttachmentIsProgram,
    AttachmentNameMissing,
    AttachmentTooLarge,
    NumberInFile,
    ReceivedToCome,
    ShownAs,
)
from models.centres.rules.editing import kept_text, refuse_national_number
from models.centres.values import NationalNumberFound
from models.kernel.typed import keepable
from models.kernel.words import clean

LONGEST_NAME = 255
HEAD = 64
"""Bytes from which the kind of a file is told."""

PROGRAMS = frozenset(
    {
        *("exe", "com", "bat", "cmd", "msi", "msix", "scr", "pif", "cpl", "dll", "sys", "lnk"),
        *("ps1", "psm1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "reg", "jar", "sh"),
        *("app", "apk", "dmg", "pkg", "deb", "rpm", "run", "chm", "scf", "url", "iso", "img"),
    }
)
"""Endings of files that do something when somebody opens them."""
_PROGRAM_HEADS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")

_HEADS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ENDINGS = {
    "docx": f"{_OFFICE}wordprocessingml.document",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "rtf": "application/rtf",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
    "zip": "application/zip",
    "xml": "application/xml",
    "json": "application/json",
    "html": "text/html",
    "htm": "text/html",
    "csv": "text/csv",
    "txt": "text/plain",
    "md": "text/plain",
    "log": "text/plain",
    "ics": "text/calendar",
    "heic": "image/heic",
    "svg": "image/svg+xml",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
}
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"})
_TEXTS = frozenset(
    {"text/plain", "text/csv", "text/html", "text/calendar", "message/rfc822"}
    | {"application/xml", "application/json", "image/svg+xml"}
)
PACKED = frozenset({"docx", "docm", "xlsx", "xlsm", "pptx", "odt", "ods"})
"""Endings of packages whose text can be read; their pictures cannot."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control signs, and those that turn the direction of writing round (evil.fdp.exe)."""


def kept_name(raw: str, field: str = "name") -> str:
    """The name of a file without its folder and without signs that no list shows.

    A name that is too long loses its middle, never its ending. Raises AttachmentNameMissing and
    NationalNumberFound.
    """
    name = PureWindowsPath(PurePosixPath(keepable(raw)).name).name
    name = clean(_CONTROL.sub("", name)).strip(". ") if name.strip(". ") else ""
    if not name:
        raise AttachmentNameMissing(field=field)
    refuse_national_number(name, field)
    if len(name) > LONGEST_NAME:
        ending = "".join(PurePosixPath(name).suffixes[-1:])[:20]
        name = name[: LONGEST_NAME - len(ending)] + ending
    return name


def check_content(name: str, size: int, head: bytes) -> None:
    """Raises AttachmentEmpty, AttachmentTooLarge and AttachmentIsProgram."""
    if size == 0:
        raise AttachmentEmpty(field="file", name=name)
    if size > LARGEST:
        raise AttachmentTooLarge(field="file", name=name, most=size_word(LARGEST))
    if ending(name) in PROGRAMS or head.startswith(_PROGRAM_HEADS):
        raise AttachmentIsProgram(field="file", name=name)


def check_text(name: str, text: str) -> None:
    """Raises NumberInFile, which quotes the masked numbers of a text and nothing around them."""
    try:
        refuse_national_number(text, "file")
    except NationalNumberFound as found:
        masked = found.facts["masked"]
        raise NumberInFile(field="file", name=name, masked=masked) from None


def check_received(day: date | None, today: date) -> None:
    """Raises ReceivedToCome."""
    if day is not None and day > today:
        raise ReceivedToCome(field="received_on", day=day)


def checked_remark(text: str, most: int) -> str | None:
    """The remark as it is kept. Raises NationalNumberFound and TextTooLong."""
    return kept_text(text, "remark", most=most)


def media_type(name: str, head: bytes) -> str:
    """What kind of file it is: by how it begins, else by how its name ends."""
    for begins, kind in _HEADS:
        if head.startswith(begins):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return _ENDINGS.get(ending(name), "application/octet-stream")


def shown_as(kind: str, size: int) -> ShownAs:
    """How a content can be shown: as picture, as pages, as text, or not."""
    if size > MOST_SHOWN:
        return ShownAs.NOT
    if kind in _PICTURES:
        return ShownAs.PICTURE
    if kind == "application/pdf":
        return ShownAs.PAGES
    return ShownAs.TEXT if kind in _TEXTS else ShownAs.NOT


def ending(name: str) -> str:
    """pdf, docx; without the dot and in small letters."""
    return PurePosixPath(name).suffix.removeprefix(".").lower()


def is_text(name: str) -> bool:
    """Whether all of a file with this name is text, by how it ends."""
    return _ENDINGS.get(ending(name)) in {"text/plain", "text/csv"}


def is_written(name: str) -> bool:
    """Whether a file of this kind is text with or without marks, such as a page of a website."""
    return _ENDINGS.get(ending(name)) in _TEXTS


def has_words(name: str) -> bool:
    """Whether we can look into a file with this name for what may not be kept."""
    return is_written(name) or ending(name) in PACKED


def readable(content: bytes) -> str:
    """The text of a content: UTF-8 or UTF-16 by its mark, else as Windows wrote it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def size_word(size: int) -> str:
    """812 bytes, 14 kB, 2,3 MB, as the lists of files of an operating system say it."""
    amount = float(size)
    if amount < 1000:
        return f"{size} bytes"
    units = iter(("kB", "MB", "GB"))
    unit = "bytes"
    while amount >= 1000 and unit != "GB":
        amount, unit = amount / 1024, next(units)
    return f"{amount:.{1 if amount < 10 else 0}f} {unit}".replace(".", ",")
