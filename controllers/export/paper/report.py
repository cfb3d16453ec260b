"""The report of a check on paper: the chapters of F5.05 in order, then every answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, TableStyle

from controllers.export import palette
from controllers.export.check_report import CheckReport
from controllers.export.paper.answers import AnswerPart
from controllers.export.paper.fonts import load_fonts
from controllers.export.paper.pieces import Grid, Point, Title, Words
from controllers.export.paper.plain_page import HEAD, HEIGHT, WIDTH, PageFacts, build, grid_rules
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element
from controllers.export.report_words import (
    CHOSEN,
    KINDS,
    OUTCOMES,
    criterion_of,
    distribution,
    judgement_words,
    limits,
    objective,
    review_words,
    sample_words,
    unit_words,
)
from models.centres.rules import show_enterprise_number
from models.checklists.rules import verdict_label
from models.checklists.values import Grade, Verdict
from models.checks.rules.closing import from_plain, grade_title
from models.kernel.wording import enumeration, list_date, long_date

BODY = style(9.2, 12.8, after=4)
QUIET = style(8.2, 11, colour=palette.QUIET, after=3)
POINT = style(9.2, 12.8, after=2, indent=13)
CELL = style(8.4, 11)
HEADED = style(8.2, 11, bold=True, colour=palette.ACCENT_DEEP)
TITLE = style(20, 25, bold=True, after=4)
CHAPTER = style(12.5, 16, bold=True, colour=palette.ACCENT_DEEP, before=12, after=4)
PART = style(10, 13.5, bold=True, before=7, after=2)
ROOM = 90.0
"""Points that must be left under a heading, or it goes to the next page."""

Facts = Mapping[str, Any]


def draw_report(report: CheckReport, *, made_at: datetime) -> bytes:
    """The report as PDF; `made_at` is an instant in UTC that stands in the dates of the file."""
    load_fonts()
    target, root = BytesIO(), Element("Document")
    centre, check = report.content["centre"], report.check
    facts = PageFacts(
        title=f"Verslag van controle {check['reference']} – {centre['name']}",
        subject=centre["name"],
        foot=f"{check['reference']}, {report.version} · kenmerk van de inhoud {report.mark}",
        made_at=made_at,
        fingerprint=report.fingerprint,
        head=f"Verslag van controle {check['reference']} · {centre['name']} · {report.version}",
    )
    build(target, list(Report(report, root).story()), root, facts)
    return target.getvalue()


class Report:
    """Composes the story; every chapter takes what it needs from the content."""

    def __init__(self, report: CheckReport, root: Element) -> None:
        self._report, self._root = report, root
        self._content: Facts = report.content
        self._closing = from_plain(report.content["summary"])
        self._list: Facts = report.content["checklist"]
        self._questions = {
            question["key"]: question
            for section in self._list.get("sections", ())
            for question in section.get("questions", ())
        }

    def story(self) -> Iterator[Flowable]:
        yield from self._opening()
        chapters = [
            ("Doel en kader", self._scope()),
            ("Criteria", self._criteria()),
            ("Steekproef", self._sample()),
            ("Vaststellingen", self._findings()),
            ("Wat goed loopt", self._strengths()),
            ("Afspraken", self._agreements()),
            ("Besluit", self._conclusion()),
            ("Reacties van het centrum", self._reactions()),
            ("Beperkingen", self._points(limits(self._content))),
            ("Verspreiding en vervolg", self._points(distribution(self._closing))),
        ]
        reviews = self._report.later.get("reviews") or self._content.get("reviews", ())
        if reviews:
            chapters.insert(8, ("Bewijs van de maatregelen", self._reviews(reviews)))
        for number, (title, pieces) in enumerate(chapters, 1):
            yield from self._chapter(f"{number}. {title}")
            yield from pieces
        yield from self._chapter(f"{len(chapters) + 1}. Ingevulde controlelijst")
        yield from self._dossiers()
        answers = AnswerPart(self._content, self._root, HEIGHT - HEAD)
        yield from answers.story()

    def _opening(self) -> Iterator[Flowable]:
        centre, check, closing = self._content["centre"], self._report.check, self._closing
        yield Words.of(f"Verslag van controle {check['reference']}", QUIET, self._p())
        title = Title.of(str(centre["name"]), TITLE, self._root.child("H1"))
        title.level = 0
        yield title
        facts = (
            ("Ondernemingsnummer", show_enterprise_number(str(centre["enterprise_number"]))),
            ("Plaats", str(centre.get("place", "")) or "zetel van het centrum"),
            ("Dag van het bezoek", _day(check.get("visit_date"))),
            ("Periode", closing.period),
            ("Uitgevoerd door", closing.officer),
            ("Gesproken met", closing.spoken_to),
            ("Versie", self._report.version),
        )
        rows = [[label, value] for label, value in facts if value]
        yield self._table(("Gegevens", ""), rows, (0.28, 0.72))

    def _scope(self) -> Iterator[Flowable]:
        yield from (self._words(text) for text in objective(self._content, self._closing))

    def _criteria(self) -> Iterator[Flowable]:
        told = (
            f"Getoetst is met «{self._list['title']}», versie {self._list['version']}, met"
            f" {len(self._questions)} vragen. Elke vraag steunt op een zinsdeel van de omschrijving"
            " van loopbaanbegeleiding of op een regel; dat staat bij de vraag."
        )
        yield self._words(told)
        yield Words.of(f"Kenmerk van de controlelijst: {self._list['sha256']}", QUIET, self._p())

    def _sample(self) -> Iterator[Flowable]:
        yield from (self._words(text) for text in sample_words(self._content))

    def _findings(self) -> Iterator[Flowable]:
        found = [one for one in self._content["outcome"].get("findings", ()) if _told(one)]
        if not found:
            yield self._words("Er zijn geen vaststellingen.")
        for number, one in enumerate(found, 1):
            question = self._questions.get(one.get("question_key"), {})
            name = question.get("short") or one.get("criterion") or "Vaststelling"
            yield CondPageBreak(ROOM)
            title = f"{number}. {name} – {grade_title(one['grade']).lower()}"
            yield Title.of(title, PART, self._root.child("H3"))
            yield self._words(str(one.get("text", "")))
            yield from self._points(self._evidence(one, question))

    def _evidence(self, one: Facts, question: Facts) -> Iterator[str]:
        if question:
            yield f"Criterium: {criterion_of(question)}"
        for label, name in (("Nee", "failed"), ("Gedeeltelijk", "partial")):
            if one.get(name):
                yield f"{label}: {enumeration(one[name])}"
        written = self._content.get("findings", {}).get(one.get("question_key"), {})
        if one.get("evidence"):
            yield f"Bewijs: {one['evidence']}"
        proposed = one.get("proposed_grade")
        if proposed and proposed != one["grade"]:
            reason = written.get("override_reason", "")
            yield f"Anders gewogen dan voorgesteld ({grade_title(proposed).lower()}): {reason}"
        elif one.get("why"):
            yield f"Weging: {one['why']}"
        if one.get("again"):
            yield str(one["again"])

    def _strengths(self) -> Iterator[Flowable]:
        told = self._closing.strengths
        yield from self._points(told or ("Er is niets genoteerd.",))

    def _agreements(self) -> Iterator[Flowable]:
        agreed = self._closing.actions
        if not agreed:
            yield self._words("Er zijn geen maatregelen afgesproken.")
            return
        rows = [
            [
                f"{one.about}: {one.text}" if one.text else one.about,
                one.owner or "het centrum",
                "\n".join(
                    part
                    for part in (list_date(one.due) if one.due else "", _on_paper(one.why))
                    if part
                ),
            ]
            for one in agreed
        ]
        yield self._table(("Wat", "Wie", "Uiterlijk"), rows, (0.55, 0.17, 0.28))

    def _conclusion(self) -> Iterator[Flowable]:
        for text in (self._closing.result, str(self._report.check.get("conclusion", ""))):
            if text:
                yield self._words(text)

    def _reactions(self) -> Iterator[Flowable]:
        reactions = self._content.get("reactions", ())
        if not reactions:
            yield self._words("Er is nog geen reactie van het centrum.")
            return
        rows = [
            [
                _day(one.get("received_on")),
                f"{KINDS.get(str(one.get('kind')), '')}: {one.get('text', '')}",
                ": ".join(
                    part
                    for part in (OUTCOMES.get(str(one.get("outcome")), ""), one.get("reason", ""))
                    if part
                ),
            ]
            for one in reactions
        ]
        yield self._table(("Dag", "Reactie", "Wat ermee gebeurde"), rows, (0.16, 0.46, 0.38))

    def _reviews(self, reviews: Iterable[Facts]) -> Iterator[Flowable]:
        """What the centre sent as proof, with the names of its files, and who judged it."""
        rows = [
            [
                _day(one.get("delivered_on")),
                str(self._questions.get(one.get("question_key"), {}).get("short") or "Maatregel"),
                review_words(one),
                judgement_words(one),
            ]
            for one in reviews
        ]
        heads = ("Dag", "Vaststelling", "Wat het centrum bezorgde", "Oordeel")
        yield self._table(heads, rows, (0.14, 0.2, 0.36, 0.3))

    def _dossiers(self) -> Iterator[Flowable]:
        judged = self._content["outcome"].get("dossiers", {})
        rows = []
        for place, one in enumerate(self._content.get("dossiers", ()), 1):
            told = judged.get(one["number"], {})
            verdict = told.get("verdict")
            how = CHOSEN.get(str(one.get("chosen")), "")
            if one.get("replaces_number"):
                how = f"{how}, in de plaats van {one['replaces_number']}"
            why = one.get("override_reason") or told.get("why", "")
            word = verdict_label(Verdict(verdict)) if verdict else "geen oordeel"
            rows.append([str(place), str(one["number"]), how, word, str(why)])
        if rows:
            heads = ("Nr.", unit_words(self._content).One, "Hoe gekozen", "Oordeel", "Waarom")
            yield self._table(heads, rows, (0.06, 0.16, 0.18, 0.18, 0.42))

    def _chapter(self, title: str) -> Iterator[Flowable]:
        yield CondPageBreak(ROOM)
        yield Title.of(title, CHAPTER, self._root.child("H2"))

    def _points(self, points: Iterable[str]) -> Iterator[Flowable]:
        list_ = self._root.child("L", O="List", ListNumbering="Disc")
        for point in points:
            yield Point.under(point, POINT, list_)

    def _words(self, text: str) -> Words:
        return Words.of(text, BODY, self._p())

    def _table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
    ) -> Grid:
        table = self._root.child("Table")
        row = table.child("TR")
        head = [
            Words.of(text, HEADED, row.child("TH", O="Table", Scope="Column")) for text in heads
        ]
        for cell in head:
            cell.once = True
        lines: list[list[Any]] = [list(head)]
        for texts in rows:
            line = table.child("TR")
            lines.append([Words.of(text, CELL, line.child("TD")) for text in texts])
        widths = [WIDTH * share for share in shares]
        grid = Grid(lines, widths, repeatRows=1, hAlign="LEFT", style=TableStyle(grid_rules()))
        grid.settle(WIDTH, HEIGHT - HEAD)
        grid.spaceAfter = 6
        return grid

    def _p(self) -> Element:
        return self._root.child("P")


def _told(one: Facts) -> bool:
    return one.get("grade") not in (None, Grade.STRENGTH) and not one.get("left_out")


def _on_paper(text: str) -> str:
    return text.replace(" → ", ", dus ")


def _day(text: Any) -> str:
    return long_date(date.fromisoformat(str(text))) if text else ""
