"""The difference of two revisions, drawn as a table under each head."""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import groupby
from operator import attrgetter

from reportlab.platypus import CondPageBreak, Flowable

from controllers.export import palette
from controllers.export.paper.fonts import load_fonts
from controllers.export.paper.long_table import CELL, long_table
from controllers.export.paper.pieces import Title, Words
from controllers.export.paper.plain_page import HEAD, HEIGHT, WIDTH, PageFacts, build
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element
from controllers.export.report_words import AUDIENCE
from models.checks.values.exchange import SheetUse
from models.checks.values.revision import RevisionDifference

TITLE = style(15, 19, bold=True, after=3)
QUIET = style(8.6, 11.5, colour=palette.QUIET, after=6)
REASON = style(9.2, 12.4, after=6)
GROUP = style(11, 14.5, bold=True, colour=palette.ACCENT_DEEP, before=9, after=4)
ROOM = 90.0
"""Points that must be left under a head, or it goes to the next page."""
SHARES = (0.24, 0.38, 0.38)


def draw_difference(found: RevisionDifference, *, made_at: datetime, fingerprint: str) -> bytes:
    """The tables as PDF."""
    load_fonts()
    target, root = BytesIO(), Element("Document")
    between = f"{found.first} en {found.second}"
    facts = PageFacts(
        title=f"Verschil tussen {between} van controle {found.reference}",
        subject=found.centre,
        foot=f"{found.reference} · verschil tussen {between}",
        made_at=made_at,
        fingerprint=fingerprint,
        head=f"Controle {found.reference} · {found.centre}",
        state="alleen voor de dienst",
    )
    build(target, list(_story(found, root)), root, facts)
    return target.getvalue()


def _story(found: RevisionDifference, root: Element) -> Iterator[Flowable]:
    title = Title.of(f"Verschil tussen {found.first} en {found.second}", TITLE, root.child("H1"))
    title.level = 0
    yield title
    yield Words.of(AUDIENCE[SheetUse.OFFICER], REASON, root.child("P"))
    yield Words.of(f"{found.centre} · {found.reference}", QUIET, root.child("P"))
    sides = (found.first, found.second), found.moments, (found.first_mark, found.second_mark)
    for name, moment, mark in zip(*sides, strict=True):
        told = f"{name}, {moment}" if moment else name
        if mark:
            told = f"{told}\nkenmerk van de inhoud {mark}"
        yield Words.of(f"{told[:1].upper()}{told[1:]}", QUIET, root.child("P"))
    yield from (Words.of(text, REASON, root.child("P")) for text in found.reopened)
    if not found.lines:
        yield Words.of("Er is geen verschil.", CELL, root.child("P"))
        return
    heads = ("Waar", found.first.capitalize(), found.second.capitalize())
    widths = [WIDTH * share for share in SHARES]
    for group, lines in groupby(found.lines, key=attrgetter("group")):
        rows = [(f"{one.about}\n{one.what}", one.old or "–", one.new or "–") for one in lines]
        yield CondPageBreak(ROOM)
        yield Title.of(group, GROUP, root.child("H2"))
        yield long_table(root, heads, rows, widths, HEIGHT - HEAD)
