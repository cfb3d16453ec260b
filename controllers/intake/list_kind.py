"""What a file is that was given for a list of dossiers and is none."""

import re
import unicodedata
from pathlib import Path

from controllers.intake.workbook import kind_seen
from models.kernel.errors import Refused
from models.kernel.text import N_, _

_MAIL = re.compile(
    r"^(?:received|return-path|message-id|from|to|subject|date|mime-version|delivered-to): ",
    re.IGNORECASE,
)
_LINES, _HEADS = 40, 3
"""A mail says so many of its heads in so many lines."""
_STRANGE = 0.02
"""From this share of signs that nobody types on, it is no text."""


class ListNotText(Refused):
    sentence = N_(
        "{name} is no list that can be read here. Choose a CSV file, a text file or an Excel"
        " workbook (.xlsx)."
    )


class ListOtherKind(ListNotText):
    sentence = N_(
        "{name} is no list but {found}. Choose a CSV file, a text file or an Excel workbook"
        " (.xlsx)."
    )


def other_kind(path: Path, whole: bytes, text: str) -> str:
    """What this file is instead of a list, in words; nothing when it may be one."""
    if kind := kind_seen(whole):
        return kind
    heads = sum(bool(_MAIL.match(line)) for line in text.lstrip().splitlines()[:_LINES])
    if path.suffix.lower() in {".eml", ".msg"} or heads >= _HEADS:
        return _("a mail")
    strange = sum(map(_is_strange, text))
    return _("something else") if strange > _STRANGE * len(text) else ""


def _is_strange(sign: str) -> bool:
    """What no list is written with: control signs, and what no alphabet knows."""
    return sign == "\N{REPLACEMENT CHARACTER}" or (
        unicodedata.category(sign) in {"Cc", "Cn", "Co", "Cs"} and sign not in "\t\r\n\f\v"
    )
