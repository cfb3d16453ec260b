"""Invented lines for the log of the demonstration: calls, visits, coaching, an info mail."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from models.actions.values import ActionDraft, ActionKind, ContactMedium
from models.mandates.values import CentreRow

YEARS = 3
SILENT = 0.12
"""The share of centres where nothing was written down: somebody must be the longest silence."""
REPLY_DAYS = 21
ANSWERED = 0.9


def log_lines(
    rows: Sequence[CentreRow], words: Mapping[str, Any], dice: Random, today: date
) -> list[tuple[UUID, ActionDraft]]:
    """Two or three actions a year for most centres, and one info mail that went to many."""
    spoken = [row for row in rows if dice.random() > SILENT]
    lines = [line for row in spoken for line in _of(row, words, dice, today)]
    lines += _mailing(spoken, words, dice, today)
    return sorted(lines, key=lambda line: (line[1].day or today, line[0].int))


def _of(
    row: CentreRow, words: Mapping[str, Any], dice: Random, today: date
) -> Iterator[tuple[UUID, ActionDraft]]:
    start = max(row.mandate_start or today, today - timedelta(days=365 * YEARS))
    days = max(1, (today - start).days)
    for _ in range(max(1, round(days / 365 * dice.choice((2, 2, 3, 3))))):
        day = _weekday(start + timedelta(days=dice.randrange(days)))
        line = dice.choice(words["contacts"])
        medium = ContactMedium(line["medium"])
        yield (
            row.id,
            ActionDraft(
                kind=ActionKind(line.get("kind", "contact")),
                medium=medium,
                day=min(day, today),
                hour=f"{dice.randint(9, 16):02}:{dice.choice((0, 15, 30, 45)):02}",
                coaching=bool(line.get("coaching")),
                subject=line["subject"],
                text=line.get("text", ""),
                spoken_to=dice.choice(words["spoken_to"]) if medium is not None else "",
            ),
        )


def _mailing(
    rows: Sequence[CentreRow], words: Mapping[str, Any], dice: Random, today: date
) -> Iterator[tuple[UUID, ActionDraft]]:
    """Sent to every third centre seven weeks ago, and a reply was asked."""
    mail, day = words["mailing"], _weekday(today - timedelta(days=50))
    for row in rows:
        if dice.randrange(3) == 0:
            came = day + timedelta(days=dice.randint(1, REPLY_DAYS))
            yield (
                row.id,
                ActionDraft(
                    ActionKind.INFO_MAIL,
                    day=day,
                    subject=mail["subject"],
                    text=mail["text"],
                    reply_by=day + timedelta(days=REPLY_DAYS),
                    replied_on=came if dice.random() < ANSWERED else None,
                ),
            )


def _weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
