"""Text as a cell of a workbook can hold it."""

import re

LONGEST = 32_767
"""What a cell can hold, in UTF-16 units (Excel specifications)."""
CUT_MARK = " […ingekort: de cel is te klein]"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_text(text: str) -> str:
    """Without control signs and lone surrogates, and no longer than a cell can hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = CONTROL.sub("", lines)
    if _units(kept) <= LONGEST:
        return kept
    room = LONGEST - _units(CUT_MARK)
    return kept.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + CUT_MARK


def is_cut(text: str) -> bool:
    """Whether a cell holds only the beginning of this text."""
    return len(text) > LONGEST // 2 and safe_text(text).endswith(CUT_MARK)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
