"""The closing sheet as one tagged page: set smaller and shorter until it fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Flowable, Spacer, TableStyle

from controllers.export import palette
from controllers.export.closing_sheet import ClosingSheet
from controllers.export.paper.fonts import load_fonts
from controllers.export.paper.pieces import Grid, Point, Title, Words
from controllers.export.paper.plain_page import (
    HEIGHT,
    WIDTH,
    PageFacts,
    build,
    grid_rules,
    shortened,
    tall,
)
from controllers.export.paper.seen_marks import MarkBox
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element
from models.checks.rules.closing import grade_title, seen_words
from models.checks.values.closing import ClosingAction, ClosingFinding, Seen
from models.kernel.wording import list_date, weekday_date


@dataclass(frozen=True, slots=True)
class Fit:
    """How large and how much: every next one takes less room."""

    scale: float
    signs: int
    """A text is cut after so many signs."""
    findings: int
    actions: int
    strengths: int
    seen: int = 4
    whole: int = 0
    """So many findings, the heaviest come first, are told without being cut so short."""


FITS = (
    Fit(1.0, 420, 40, 40, 12),
    Fit(0.92, 420, 40, 40, 12),
    Fit(0.88, 260, 40, 40, 10),
    Fit(0.85, 180, 40, 40, 8),
    Fit(0.82, 140, 24, 20, 6),
    Fit(0.8, 110, 16, 14, 5),
    Fit(0.78, 100, 12, 10, 4),
    Fit(0.76, 90, 9, 8, 3, 3),
    Fit(0.74, 80, 6, 6, 3, 2),
    Fit(0.72, 60, 3, 3, 2, 2),
    Fit(0.7, 50, 1, 1, 1, 1),
)
STEP = 170
"""Signs of what follows now, at least: the terms stand in it."""
SIGNS_MORE = 10


def draw_closing(sheet: ClosingSheet, *, made_at: datetime, fingerprint: str) -> bytes:
    """The page as PDF; `made_at` is an instant in UTC that stands in the dates of the file."""
    load_fonts()
    setting = fullest(sheet)
    target = BytesIO()
    closing = sheet.closing
    facts = PageFacts(
        title=f"Afsluiting van controle {closing.reference} – {closing.centre}",
        subject=closing.centre,
        foot=_foot(sheet),
        made_at=made_at,
        fingerprint=fingerprint,
    )
    build(target, setting.story, setting.root, facts)
    return target.getvalue()


def fullest(sheet: ClosingSheet) -> "_Setting":
    """The first size that fits, with as much of what was found and agreed as goes on the page.

    First more findings and agreements, then more of every text, then of the first findings.
    """
    setting = next((one for fit in FITS if (one := _Setting(sheet, fit)).fits), None)
    if setting is None:
        return _Setting(sheet, FITS[-1])
    for part, whole, step in (
        ("findings", len(sheet.closing.findings), 1),
        ("actions", len(sheet.closing.actions), 1),
        ("signs", FITS[0].signs, SIGNS_MORE),
        ("whole", len(sheet.closing.findings), 1),
    ):
        setting = _fuller(setting, sheet, part, whole, step)
    return setting


def _fuller(
    setting: "_Setting", sheet: ClosingSheet, part: str, whole: int, step: int
) -> "_Setting":
    """With as much of one part as still fits, halving the way there."""
    start, least = setting, getattr(setting.fit, part)
    low, high = 0, max(0, -(-(whole - least) // step))
    while low < high:
        middle = (low + high + 1) // 2
        fuller = _Setting(sheet, replace(start.fit, **{part: least + middle * step}))
        if fuller.fits:
            low, setting = middle, fuller
        else:
            high = middle - 1
    return setting


def _foot(sheet: ClosingSheet) -> str:
    return f"{sheet.closing.reference}, {sheet.state} · kenmerk van de inhoud {sheet.mark}"


class _Setting:
    """One try: the story at a size, and whether it fits the page."""

    def __init__(self, sheet: ClosingSheet, fit: Fit) -> None:
        self._sheet, self._closing, self.fit = sheet, sheet.closing, fit
        self.root = Element("Document")
        self._body = self._face(9.2, after=2)
        self._quiet = self._face(8.4, colour=palette.QUIET, after=1.5)
        self._outdated = self._face(9.0, bold=True, colour=palette.DUE, after=2)
        self._strong = self._face(9.4, bold=True, after=1.5)
        self._point = self._face(9.0, indent=12, after=1.6)
        self._cell = self._face(8.5)
        self._head = self._face(8.2, bold=True, colour=palette.ACCENT_DEEP)
        self._heading = self._face(10.5, bold=True, colour=palette.ACCENT_DEEP, before=7, after=2.5)
        self.story = list(self._pieces())
        self.fits = tall(self.story) <= HEIGHT - 1

    def _face(
        self,
        size: float,
        *,
        bold: bool = False,
        colour: str = palette.INK,
        before: float = 0.0,
        after: float = 0.0,
        indent: float = 0.0,
    ) -> ParagraphStyle:
        scale = self.fit.scale
        return style(
            size * scale, 1.36 * size * scale, bold=bold, colour=colour,
            before=before * scale, after=after * scale, indent=indent,
        )  # fmt: skip

    def _pieces(self) -> Iterator[Flowable]:
        yield from self._top()
        yield from self._strengths()
        yield from self._findings()
        yield from self._actions()
        yield self._title("Wat nu")
        room = max(STEP, self.fit.signs)
        yield from self._points([self._cut(one, room) for one in self._closing.steps], whole=True)
        yield from self._seen()

    def _top(self) -> Iterator[Flowable]:
        closing = self._closing
        kind = "Afsluiting van een controle"
        yield Words.of(f"{kind} · {closing.reference}", self._quiet, self._p())
        title = Title.of(
            self._cut(closing.centre, min(110, self.fit.signs)), self._face(17, bold=True, after=1),
            self.root.child("H1"),
        )  # fmt: skip
        title.level = 0
        yield title
        if self._sheet.outdated:
            yield Words.of(self._sheet.outdated, self._outdated, self._p())
        if self._sheet.reopened:
            yield Words.of(self._cut(self._sheet.reopened), self._quiet, self._p())
        day = weekday_date(closing.day) if closing.day else "zonder dag"
        facts = (
            ("Plaats", closing.place),
            ("Controle" if self._sheet.offer else "Bezoek", day),
            ("Periode", closing.period),
            ("Gesproken met", closing.spoken_to),
            ("Door", closing.officer),
        )
        told = " · ".join(f"{label}: {value}" for label, value in facts if value)
        yield Words.of(self._cut(told, 2 * self.fit.signs), self._quiet, self._p())
        if self._sheet.channels:
            yield Words.of(
                self._cut(self._sheet.channels, 2 * self.fit.signs), self._quiet, self._p()
            )
        yield Spacer(0, 3)
        for text in (closing.result, closing.conclusion):
            if text:
                yield Words.of(self._cut(text, 2 * self.fit.signs), self._body, self._p())

    def _strengths(self) -> Iterator[Flowable]:
        if self._closing.strengths:
            yield from self._list("Wat goed loopt", self._closing.strengths, self.fit.strengths)

    def _findings(self) -> Iterator[Flowable]:
        found, most = self._closing.findings, self.fit.findings
        yield self._title("Vaststellingen")
        if not found:
            yield Words.of("Er zijn geen vaststellingen.", self._body, self._p())
        told = [self._finding(place, one) for place, one in enumerate(found[:most])]
        for grade, of_grade in groupby(zip(found, told, strict=False), key=_grade):
            every = sum(one.grade == grade for one in found)
            yield Words.of(f"{grade_title(grade)} ({every})", self._strong, self._p())
            yield from self._points([text for _one, text in of_grade], whole=True)
        yield from self._more(len(found) - most, "vaststelling", "vaststellingen")

    def _finding(self, place: int, one: ClosingFinding) -> str:
        told = f"{one.title}: {one.text}" if one.title and one.text else one.title or one.text
        return self._cut(told, FITS[0].signs if place < self.fit.whole else 0)

    def _actions(self) -> Iterator[Flowable]:
        agreed, most = self._closing.actions, self.fit.actions
        yield self._title("Afspraken")
        if not agreed:
            yield Words.of("Er zijn geen maatregelen afgesproken.", self._body, self._p())
            return
        table = self.root.child("Table")
        rows = [self._heads(table, ("Wat", "Wie", "Uiterlijk"))]
        rows += [self._action(one, table.child("TR")) for one in agreed[:most]]
        widths = [WIDTH * share for share in (0.53, 0.17, 0.30)]
        rules = TableStyle(grid_rules(self.fit.scale))
        yield Grid(rows, widths, hAlign="LEFT", style=rules)
        yield from self._more(len(agreed) - most, "afspraak", "afspraken")

    def _action(self, one: ClosingAction, row: Element) -> list[Any]:
        due = list_date(one.due) if one.due else ""
        why = self._cut(one.why.replace(" → ", ", dus "), STEP)  # the face has no arrow
        last = "\n".join(part for part in (due, why) if part) or "af te spreken"
        what = f"{one.about}: {one.text}" if one.text else one.about
        cells = (self._cut(what), self._cut(one.owner or "het centrum", 60), last)
        return [Words.of(text, self._cell, row.child("TD")) for text in cells]

    def _heads(self, table: Element, titles: Sequence[str]) -> list[Words]:
        row = table.child("TR")
        cells = [row.child("TH", O="Table", Scope="Column") for _title in titles]
        return [Words.of(t, self._head, c) for t, c in zip(titles, cells, strict=True)]

    def _seen(self) -> Iterator[Flowable]:
        yield self._title("Gezien door het centrum")
        yield Words.of(seen_words(self._sheet.seen), self._quiet, self._p())
        table = self.root.child("Table")
        rows: list[list[Any]] = [
            list(self._heads(table, ("Naam", "Functie", "Dag en uur", "Paraaf")))
        ]
        seen, most = self._sheet.seen, self.fit.seen
        rows += [self._who(one, table.child("TR")) for one in seen[:most]]
        if not seen:
            rows.append(self._blank(table.child("TR")))
        widths = [WIDTH * share for share in (0.32, 0.24, 0.20, 0.24)]
        rules = TableStyle([*grid_rules(self.fit.scale), ("VALIGN", (0, 1), (-1, -1), "MIDDLE")])
        yield Spacer(0, 2)
        yield Grid(rows, widths, hAlign="LEFT", style=rules)
        yield from self._more(len(seen) - most, "persoon", "personen")

    def _who(self, one: Seen, row: Element) -> list[Any]:
        moment = one.seen_at.astimezone()
        at = f"{list_date(moment.date())} {moment:%H:%M}"
        if not one.current:
            at = f"{at}\n(zag een vroegere tekst)"
        cells: list[Any] = [
            Words.of(text, self._cell, row.child("TD"))
            for text in (self._cut(one.name, 60), self._cut(one.role, 50), at)
        ]
        if one.not_signed:
            why = self._cut(one.remark or "Niet getekend.", 90)
            return [*cells, Words.of(why, self._cell, row.child("TD"))]
        return [*cells, MarkBox(one, 0.95 * cm * self.fit.scale, row.child("TD"))]

    def _blank(self, row: Element) -> list[Any]:
        """A line to fill in by pen."""
        cells = [Words.of(" ", self._cell, row.child("TD")) for _cell in range(3)]
        return [*cells, Spacer(1, 0.9 * cm * self.fit.scale)]

    def _list(self, title: str, points: Sequence[str], most: int) -> Iterator[Flowable]:
        yield self._title(title)
        yield from self._points(points[:most])
        yield from self._more(len(points) - most, "punt", "punten")

    def _points(self, points: Sequence[str], *, whole: bool = False) -> Iterator[Flowable]:
        list_ = self.root.child("L", O="List", ListNumbering="Disc")
        for told in points:
            yield Point.under(told if whole else self._cut(told), self._point, list_)

    def _more(self, hidden: int, one: str, several: str) -> Iterator[Flowable]:
        if hidden > 0:
            told = f"en nog {hidden} {one if hidden == 1 else several}: zie het verslag"
            yield Words.of(told, self._quiet, self._p())

    def _title(self, text: str) -> Title:
        return Title.of(text, self._heading, self.root.child("H2"))

    def _p(self) -> Element:
        return self.root.child("P")

    def _cut(self, text: str, most: int = 0) -> str:
        return shortened(text, most or self.fit.signs)


def _grade(pair: tuple[ClosingFinding, str]) -> str:
    return pair[0].grade
