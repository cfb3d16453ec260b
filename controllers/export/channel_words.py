"""What paper tells of the channels of an offer: where each was found, and when it was looked at.

A website changes: address and moment are the proof of what stood there.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from models.checks.rules.units import Words
from models.kernel.wording import enumeration, moment_words

HEADS = ("Kanaal", "Adres of vindplaats", "Bekeken op")
NO_ADDRESS, NO_MOMENT = "niet genoteerd", "niet genoteerd"

Facts = Mapping[str, Any]


def channel_rows(content: Facts) -> list[tuple[str, str, str]]:
    """Name, address and moment of every channel, as kept."""
    return [
        (str(one["number"]), str(one.get("address") or NO_ADDRESS), _moment(one) or NO_MOMENT)
        for one in content.get("dossiers", ())
    ]


def channel_line(content: Facts) -> str:
    """The same in one sentence, for a sheet with little room; empty without channels."""
    told = [
        ", ".join(part for part in (_placed(one), _moment(one) or "uur niet genoteerd") if part)
        for one in content.get("dossiers", ())
    ]
    return f"Bekeken kanalen: {'; '.join(told)}." if told else ""


def without_moment(content: Facts) -> Iterator[str]:
    """The channels of which nobody noted when they were looked at."""
    return (str(one["number"]) for one in content.get("dossiers", ()) if not one.get("looked_at"))


def looked_words(content: Facts, say: Words, *, channels: bool) -> str:
    """How far what was chosen was looked into; says no more than what was answered and noted."""
    dossiers: Sequence[Facts] = content.get("dossiers", ())
    done = content["outcome"].get("progress", {})
    answered, total = int(done.get("answered", 0)), int(done.get("total", 0))
    if answered < total:
        return f"Van de {total} vragen zijn er {answered} beantwoord."
    unseen = list(without_moment(content)) if channels else []
    if unseen:
        return (
            f"Alle vragen zijn beantwoord. Voor {enumeration(unseen)} is niet genoteerd wanneer"
            f" {'dit kanaal' if len(unseen) == 1 else 'deze kanalen'} bekeken"
            f" {'is' if len(unseen) == 1 else 'zijn'}."
        )
    if len(dossiers) == 1:
        return f"Dit {say.one} is op alle vragen bekeken."
    return f"Elk van deze {say.many} is op alle vragen bekeken."


def _placed(one: Facts) -> str:
    address = one.get("address")
    return f"{one['number']} ({address})" if address else str(one["number"])


def _moment(one: Facts) -> str:
    at = one.get("looked_at")
    return moment_words(datetime.fromisoformat(str(at))) if at else ""
