"""The words in a file, as far as we can read its kind: to look for what may not be kept."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from io import BytesIO
from lzma import LZMAError
from xml.etree.ElementTree import Element, ParseError

from models.attachments import rules

MOST_UNPACKED = 64 << 20
"""Bytes of text in a package that are looked into; a larger one is not."""
APART = "\n;\n"
"""Between paragraphs, cells and whatever else stands apart: figures of two are never one number."""
_RUNS = frozenset({"r", "t", "span", "a", "hyperlink", "ins", "smartTag"})
"""Elements of Office and OpenDocument that cut one text in pieces; all others stand apart."""
_SILENT = frozenset(
    {"rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"}
    | {"noBreakHyphen", "softHyphen", "bookmark", "bookmark-start", "bookmark-end"}
)
"""Elements between the pieces of a text that say nothing themselves: how it looks, where it is."""
_HEADS = frozenset({"subject", "from", "to", "cc"})
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError, ParseError),
    *(MessageError, LookupError, ValueError, TypeError),
)
"""What the readers of packages, marks and mails raise when a file is not what it says it is.

TypeError: parts of a name that are partly numbered (RFC 2231), which the reader of mails sorts.
"""


def text_in(name: str, content: bytes) -> str | None:
    """What can be read in it; None of a kind, or a damaged file, that we cannot look into."""
    kind = rules.ending(name)
    try:
        if kind in rules.PACKED:
            return _packed(content)
        if kind == "eml":
            return APART.join(_mail(content))
        if kind == "svg":  # the figures of its lines often fit the sum of a number by chance
            return _words(content)
    except _DAMAGED:
        return None
    return rules.readable(content) if rules.is_written(name) else None


def _packed(content: bytes) -> str | None:
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = [one for one in package.infolist() if one.filename.endswith(".xml")]
        if sum(one.file_size for one in parts) > MOST_UNPACKED:
            return None
        return APART.join(_words(package.read(one)) for one in parts)


def _words(part: bytes) -> str:
    """The text of one part, in reading order."""
    from defusedxml.ElementTree import fromstring

    said: list[str] = []
    waiting: list[tuple[Element, bool]] = [(fromstring(part), False)]
    while waiting:
        element, done = waiting.pop()
        kind = element.tag.rpartition("}")[2]
        if kind not in _RUNS | _SILENT:
            said.append(APART)
        if done or kind in _SILENT:
            said.append(element.tail or "")
        else:
            said.append(element.text or "")
            waiting.append((element, True))
            waiting += [(child, False) for child in reversed(element)]
    return "".join(said)


def _mail(content: bytes) -> Iterator[str]:
    """Its heads, its texts, and what is attached to it."""
    for part in message_from_bytes(content).walk():
        yield from (_head(value) for head, value in part.items() if head.lower() in _HEADS)
        inside = None if part.is_multipart() else part.get_payload(decode=True)
        if not isinstance(inside, bytes):
            continue
        if part.get_content_maintype() == "text":
            yield _decoded(part, inside)
        elif found := text_in(_told(part.get_filename), inside):
            yield found


def _head(value: str) -> str:
    """What a head says; as it is written when its coding is none."""
    try:
        return str(make_header(decode_header(value)))
    except _DAMAGED:
        return str(value)


def _told(asked: Callable[[], str | None]) -> str:
    """What a part says of itself; nothing when it says so in no way that can be read."""
    try:
        return asked() or ""
    except _DAMAGED:
        return ""


def _decoded(part: Message, inside: bytes) -> str:
    try:
        return inside.decode(_told(part.get_content_charset) or "utf-8")
    except (LookupError, ValueError):
        return rules.readable(inside)
