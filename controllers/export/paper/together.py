"""What is read in one go stays on one line: a date, a number with its unit, art. 5."""

import re

from models.kernel.wording import MONTHS, SHORT_MONTHS

_HELD = "\u00a0"
_MONTH = "|".join((*MONTHS, *SHORT_MONTHS))
_UNIT = (
    r"%|‰|euro|EUR|€|uur|u\.|minuten|minuut|(?:kalender|werk)?dag(?:en)?|week|weken|maand(?:en)?"
    r"|jaar|keer|punt(?:en)?|[kKMG]B"
)
_BEFORE = (
    r"[Aa]rt\.|[Aa]rtikel(?:en)?|§|[Nn]r\.|[Nn]ummer|[Bb]lz\.|[Bb]ladzijde|[Vv]ersie|[Bb]ijlage"
)
_TOGETHER = re.compile(
    rf"(?<!\d)\d{{1,2}} (?:{_MONTH})\b(?: \d{{4}}(?!\d))?"
    rf"|(?<=\d) (?=(?:{_UNIT})(?!\w))"
    rf"|\b(?:{_BEFORE}) (?=[\dIVX])|§ (?=\d)|€ (?=\d)"
    r"|\b(?:ma|di|wo|do|vr|za|zo) (?=\d)"
)
_BREAKS = re.compile(r"[ \t\r\n]+")


def together(text: str) -> str:
    """The same text with no-break spaces where a line must not end."""
    return _TOGETHER.sub(_hold, text)


def unbreakable(text: str) -> list[str]:
    """The pieces between which a line may end."""
    return [part for part in _BREAKS.split(together(text)) if part]


def _hold(found: re.Match[str]) -> str:
    return found[0].replace(" ", _HELD)
