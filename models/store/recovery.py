"""The recovery key as it is printed and typed: six groups of five signs, each checking itself."""

import re
import secrets

from models.store.refusals import RecoveryKeyWrong

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""No I, L, O, U to misread, no Z that looks like 2: thirty-one signs, a prime, so that the check
sign below catches every single wrong sign and every swap of neighbours."""
GROUPS, GROUP = 6, 5
_BLANK = re.compile(r"[\s\-\u2010-\u2015_.,]+")


def fresh() -> str:
    """A new key: 24 random signs, 118 bits; the last sign of each group checks that group."""
    groups = []
    for place in range(GROUPS):
        body = "".join(secrets.choice(ALPHABET) for _ in range(GROUP - 1))
        groups.append(body + _check_sign(body, place))
    return "-".join(groups)


def signs_of(typed: str) -> str:
    """The thirty signs of a key as typed. Raises RecoveryKeyWrong, naming the first wrong group."""
    bare = typed.strip().upper().translate(str.maketrans("OIL", "011"))
    groups = [group for group in _BLANK.split(bare) if group]
    if len(groups) != GROUPS:  # typed in one go, or in other groups
        signs = "".join(groups)
        groups = [signs[start : start + GROUP] for start in range(0, len(signs), GROUP)]
    for place in range(max(GROUPS, len(groups))):
        group = groups[place] if place < len(groups) else ""
        if place >= GROUPS or not _holds(group, place):
            raise RecoveryKeyWrong(field="recovery_key", group=min(place + 1, GROUPS))
    return "".join(groups)


def _holds(group: str, place: int) -> bool:
    return (
        len(group) == GROUP
        and all(sign in ALPHABET for sign in group)
        and _check_sign(group[:-1], place) == group[-1]
    )


def _check_sign(body: str, place: int) -> str:
    """One sign that catches a wrong sign, a swap, and a group in the wrong place."""
    total = sum((weight + 1) * ALPHABET.index(sign) for weight, sign in enumerate(body))
    return ALPHABET[(total * 3 + place) % len(ALPHABET)]
