"""Every word in a workbook, also what no sheet shows: remarks, names, headers, properties."""

import html
import io
import re
import zipfile
from collections.abc import Iterator

from models.centres.rules import national_numbers

_SKIPPED = re.compile(
    r"(?:^|/)(?:styles|theme\d*|calcChain)\.xml$|\.(?:vml|png|jpe?g|gif|emf|bin)$"
)
_SHARED = re.compile(r"</(?:si|is|v|f|text|comment|c|row)>|<c\b[^>]*>")
_TAGS = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"\"([^\"<>]{11,})\"")
_IDS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def holds_national_number(content: bytes) -> bool:
    """Whether a national register number stands anywhere in this workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return any(
            national_numbers(_IDS.sub(" ", words))
            for part in package.namelist()
            if not _SKIPPED.search(part)
            for words in _words(package.read(part).decode("utf-8", "replace"))
        )


def _words(part: str) -> Iterator[str]:
    """The text of a part, its runs joined within a cell and apart between cells; and the names."""
    yield html.unescape(_TAGS.sub("", _SHARED.sub(" \n| ", part)))
    yield html.unescape(_TAGS.sub(" \n| ", part))
    yield html.unescape(" \n| ".join(_QUOTED.findall(part)))
