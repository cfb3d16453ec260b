"""The words in a file, as far as we can read its kind: to look for what may not be kept."""

import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from models.attachments import rules

MOST_UNPACKED = 64 << 20
"""Bytes of text in a package that are looked into; a larger one is not."""
APART = "\n;\n"
"""Between paragraphs and cells: figures of two of them are never one number."""
_BLOCKS = frozenset({"p", "h", "si", "is", "c", "v", "row", "table-cell", "comment"})
"""Elements of Office and OpenDocument that stand by themselves; runs of one text do not."""


def text_in(name: str, content: bytes) -> str | None:
    """What can be read in it; None of a kind, or a damaged file, that we cannot look into."""
    kind = rules.ending(name)
    if kind in rules.PACKED:
        return _packed(content)
    if kind == "eml":
        return APART.join(_mail(content))
    return rules.readable(content) if rules.is_written(name) else None


def _packed(content: bytes) -> str | None:
    from defusedxml.common import DefusedXmlException

    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = [one for one in package.infolist() if one.filename.endswith(".xml")]
            if sum(one.file_size for one in parts) > MOST_UNPACKED:
                return None
            return APART.join(_words(package.read(one)) for one in parts)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, OSError):
        return None
    except (ParseError, DefusedXmlException):
        return None


def _words(part: bytes) -> str:
    """The text of one part, in reading order."""
    from defusedxml.ElementTree import fromstring

    said: list[str] = []
    waiting: list[tuple[Element, bool]] = [(fromstring(part), False)]
    while waiting:
        element, done = waiting.pop()
        if element.tag.rpartition("}")[2] in _BLOCKS:
            said.append(APART)
        if done:
            said.append(element.tail or "")
        else:
            said.append(element.text or "")
            waiting.append((element, True))
            waiting += [(child, False) for child in reversed(element)]
    return "".join(said)


def _mail(content: bytes) -> Iterator[str]:
    """Its heads, its texts, and what is attached to it."""
    message = message_from_bytes(content, policy=policy.default)
    for part in message.walk():
        yield from (str(value) for head, value in part.items() if head.lower() in _HEADS)
        if part.is_multipart() or not isinstance(part, EmailMessage):
            continue
        inside = part.get_payload(decode=True)
        if not isinstance(inside, bytes):
            continue
        if part.get_content_maintype() == "text":
            yield _decoded(part, inside)
        elif found := text_in(part.get_filename() or "", inside):
            yield found


def _decoded(part: EmailMessage, inside: bytes) -> str:
    try:
        return inside.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return rules.readable(inside)


_HEADS = frozenset({"subject", "from", "to", "cc"})
