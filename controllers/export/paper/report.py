"""The report of a check on paper: the chapters of F5.05 in order, then every answer."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO

from reportlab.platypus import CondPageBreak, Flowable

from controllers.export import palette
from controllers.export.channel_words import HEADS, channel_rows
from controllers.export.check_report import CheckReport
from controllers.export.paper.answers import AnswerPart
from controllers.export.paper.chapters import QUIET, ROOM, Chapters, Facts, day_words
from controllers.export.paper.followed import FollowedPart
from controllers.export.paper.fonts import load_fonts
from controllers.export.paper.pieces import Grid, Title, Words
from controllers.export.paper.plain_page import HEAD, HEIGHT, PageFacts, build
from controllers.export.paper.proofs import TALL, ProofPart
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element
from controllers.export.report_words import (
    AUDIENCE,
    criterion_of,
    distribution,
    draws,
    judgement_words,
    limits,
    objective,
    replaced_words,
    review_words,
    sample_words,
    unit_words,
)
from models.centres.rules import show_enterprise_number
from models.checklists.rules import verdict_label
from models.checklists.values import Grade, Verdict
from models.checks.rules.closing import from_plain, grade_title
from models.checks.rules.kind_words import CHOSEN
from models.checks.rules.units import CHANNELS
from models.kernel.wording import enumeration, list_date

TITLE = style(20, 25, bold=True, after=4)
AUDIENCE_STYLE = style(10, 13.5, bold=True, colour=palette.ACCENT_DEEP, after=5)
OUTDATED = style(10, 13.5, bold=True, colour=palette.DUE, after=5)
PART = style(10, 13.5, bold=True, before=7, after=2)


def draw_report(report: CheckReport, *, made_at: datetime) -> bytes:
    """The report as PDF; `made_at` is an instant in UTC that stands in the dates of the file."""
    load_fonts()
    target, root = BytesIO(), Element("Document")
    centre, check = report.content["centre"], report.check
    whose = "voor het centrum" if report.for_centre else "alleen voor de dienst"
    facts = PageFacts(
        title=f"Verslag van controle {check['reference']} – {centre['name']}",
        subject=centre["name"],
        foot=f"{check['reference']}, {report.version} · kenmerk van de inhoud {report.mark}",
        made_at=made_at,
        fingerprint=report.fingerprint,
        head=f"Verslag van controle {check['reference']} · {centre['name']}",
        state=f"{report.version}{', niet de nieuwste' if report.outdated else ''} · {whose}",
    )
    build(target, list(Report(report, root).story()), root, facts)
    return target.getvalue()


class Report(Chapters):
    """Composes the story; every chapter takes what it needs from the content."""

    def __init__(self, report: CheckReport, root: Element) -> None:
        super().__init__(root)
        self._report = report
        self._content: Facts = report.told
        self._closing = from_plain(self._content["summary"])
        self._list: Facts = self._content["checklist"]
        self._questions = {
            question["key"]: question
            for section in self._list.get("sections", ())
            for question in section.get("questions", ())
        }

    def story(self) -> Iterator[Flowable]:
        yield from self._opening()
        followed = FollowedPart(self._report, self.root)
        chapters = [
            ("Doel en kader", self._scope()),
            ("Criteria", self._criteria()),
            (self._sample_title(), self._sample()),
            ("Vaststellingen", self._findings()),
            ("Wat goed loopt", self._strengths()),
            ("Afspraken", self._agreements()),
            *([("Besluit", self._conclusion())] if any(self._concluded()) else []),
            ("Opnieuw bekeken vaststellingen", followed.rechecks()),
            ("Reacties van het centrum", followed.reactions()),
            ("Ladder van maatregelen", followed.ladder()),
            ("Beperkingen", self.points(limits(self._content))),
            ("Verspreiding en vervolg", self.points(self._distribution())),
        ]
        reviews = self._report.later.get("reviews", ())
        if reviews:
            chapters.insert(-2, ("Bewijs van de maatregelen", self._reviews(reviews)))
        for number, (title, pieces) in enumerate(chapters, 1):
            yield from self.chapter(f"{number}. {title}")
            yield from pieces
        yield from self.chapter(f"{len(chapters) + 1}. Ingevulde controlelijst")
        if self._content.get("dossiers"):
            yield from self._dossiers()
            yield from AnswerPart(self._content, self.root, HEIGHT - HEAD).story()
        else:
            yield self.words("Er is nog niets ingevuld.")
        yield from self._proofs(len(chapters) + 2)

    def _opening(self) -> Iterator[Flowable]:
        centre, check, closing = self._content["centre"], self._report.check, self._closing
        yield Words.of(f"Verslag van controle {check['reference']}", QUIET, self.paragraph())
        title = Title.of(str(centre["name"]), TITLE, self.root.child("H1"))
        title.level = 0
        yield title
        yield Words.of(AUDIENCE[self._report.use], AUDIENCE_STYLE, self.paragraph())
        if self._report.outdated:
            yield Words.of(self._report.outdated, OUTDATED, self.paragraph())
        offer = unit_words(self._content) is CHANNELS
        place = str(centre.get("place", ""))
        facts = (
            ("Ondernemingsnummer", show_enterprise_number(str(centre["enterprise_number"]))),
            ("Plaats", place or ("" if offer else "zetel van het centrum")),
            (
                f"Dag van {'de controle' if offer else 'het bezoek'}",
                day_words(check.get("visit_date")),
            ),
            ("Periode", closing.period),
            ("Uitgevoerd door", closing.officer),
            ("Gesproken met", closing.spoken_to),
            ("Versie", self._report.version),
        )
        rows = [[label, value] for label, value in facts if value]
        yield self.table(("Gegevens", ""), rows, (0.28, 0.72))
        yield from (self.words(text) for text in self._report.reopened)

    def _distribution(self) -> Iterator[str]:
        return distribution(self._closing, self._report.use)

    def _scope(self) -> Iterator[Flowable]:
        yield from (self.words(text) for text in objective(self._content, self._closing))

    def _criteria(self) -> Iterator[Flowable]:
        told = (
            f"Getoetst is met «{self._list['title']}», versie {self._list['version']}, met"
            f" {len(self._questions)} vragen. Elke vraag steunt op een zinsdeel van de omschrijving"
            " van loopbaanbegeleiding of op een regel; dat staat bij de vraag."
        )
        yield self.words(told)
        yield Words.of(
            f"Kenmerk van de controlelijst: {self._list['sha256']}", QUIET, self.paragraph()
        )

    def _sample_title(self) -> str:
        return "Steekproef" if unit_words(self._content) is not CHANNELS else "Bekeken kanalen"

    def _sample(self) -> Iterator[Flowable]:
        for facts in draws(self._content):
            yield self.table(("Trekking", ""), facts, (0.28, 0.72))
        yield from (self.words(text) for text in sample_words(self._content))
        if unit_words(self._content) is CHANNELS and (rows := channel_rows(self._content)):
            yield self.table(HEADS, rows, (0.22, 0.46, 0.32))
        if replaced := replaced_words(self._content):
            yield self.words("Vervangen dossiers:")
            yield from self.points(replaced)

    def _findings(self) -> Iterator[Flowable]:
        found = [one for one in self._content["outcome"].get("findings", ()) if _told(one)]
        found.sort(key=lambda one: tuple(Grade).index(Grade(one["grade"])))
        if not found:
            yield self.words("Er zijn geen vaststellingen.")
        for number, one in enumerate(found, 1):
            question = self._questions.get(one.get("question_key"), {})
            name = question.get("short") or one.get("criterion") or "Vaststelling"
            yield CondPageBreak(ROOM)
            title = f"{number}. {name} – {grade_title(one['grade']).lower()}"
            yield Title.of(title, PART, self.root.child("H3"))
            yield self.words(str(one.get("text", "")))
            yield from self.points(self._evidence(one, question))

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
        yield from self.points(told or ("Er is niets genoteerd.",))

    def _agreements(self) -> Iterator[Flowable]:
        agreed = self._closing.actions
        if not agreed:
            yield self.words("Er zijn geen maatregelen afgesproken.")
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
        yield self.table(("Wat", "Wie", "Uiterlijk"), rows, (0.55, 0.17, 0.28))

    def _conclusion(self) -> Iterator[Flowable]:
        yield from (self.words(text) for text in self._concluded() if text)

    def _concluded(self) -> tuple[str, str]:
        return self._closing.result, str(self._report.check.get("conclusion") or "")

    def _proofs(self, number: int) -> Iterator[Flowable]:
        """Only when they were asked for: personal facts may stand in them."""
        pictures, proofs = self._report.pictures, self._content.get("proofs", ())
        if pictures is None:
            return
        yield CondPageBreak(ROOM + 2 * TALL)
        yield from self.chapter(f"{number}. Bewijsstukken")
        if not proofs:
            yield self.words("Er zijn geen bewijsstukken bij deze controle.")
            return
        yield self.words(
            "Kleine weergaven van wat bij de controle bewaard is, zoals het na het zwart maken"
            " bewaard werd. Er kunnen persoonsgegevens in staan: bewaar dit verslag zorgvuldig."
        )
        yield from ProofPart(proofs, pictures, self.root).story(HEIGHT - HEAD)

    def _reviews(self, reviews: Iterable[Facts]) -> Iterator[Flowable]:
        """What the centre sent as proof, with the names of its files, and who judged it."""
        rows = [
            [
                day_words(one.get("delivered_on")),
                str(self._questions.get(one.get("question_key"), {}).get("short") or "Maatregel"),
                review_words(one),
                judgement_words(one),
            ]
            for one in reviews
        ]
        heads = ("Dag", "Vaststelling", "Wat het centrum bezorgde", "Oordeel")
        yield self.table(heads, rows, (0.14, 0.2, 0.36, 0.3))

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
        say = unit_words(self._content)
        ours = not self._report.for_centre
        if rows and say is CHANNELS:  # nothing was drawn: all that are known are looked at
            heads: tuple[str, ...] = ("Nr.", say.One, "Oordeel", "Waarom")
            rows = [[place, name, word, why] for place, name, _how, word, why in rows]
            yield self._as_wide(heads, rows, (0.06, 0.24, 0.2, 0.5) if ours else (0.06, 0.54, 0.4))
        elif rows:
            heads = ("Nr.", say.One, "Hoe gekozen", "Oordeel", "Waarom")
            wide = (0.06, 0.16, 0.18, 0.18, 0.42)
            yield self._as_wide(heads, rows, wide if ours else (0.06, 0.26, 0.34, 0.34))

    def _as_wide(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
    ) -> Grid:
        """As many columns as there are shares: the why stays with the service."""
        wide = len(shares)
        return self.table(heads[:wide], [row[:wide] for row in rows], shares)


def _told(one: Facts) -> bool:
    return one.get("grade") not in (None, Grade.STRENGTH) and not one.get("left_out")


def _on_paper(text: str) -> str:
    return text.replace(" → ", ", dus ")
