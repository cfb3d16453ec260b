"""The first line of the cockpit: which mandate, until when, and its six years on a strip."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame

from controllers.cockpit import CentreCockpit
from controllers.cockpit_words import certificate_name, headline, state_why, year_words
from controllers.wording import word
from models.checks.values import CheckRow, CheckState
from models.kernel.text import _
from models.kernel.wording import short_date
from models.mandates.values import CertificateFile, MandateFile, MandateState
from ui.kit.base import Icon, Text, column, row
from ui.kit.button import Button
from ui.kit.period_strip import PeriodStrip, Span, StripMark
from ui.why import WhyDate

MARKS = {CheckState.PLANNED: "accent", CheckState.RUNNING: "due", CheckState.FINISHED: "accent"}


class MandateBand(QFrame):
    """Number and days; the last day tells why; what has gone by of it on one strip."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAccessibleName(_("Mandate"))
        self.headline = Text("", "body", 600)
        self.number = Text("", "small", 500, "quiet", tabular=True)
        self.first = Text("", "small", 400, "quiet", tabular=True)
        self.last = WhyDate("small", 600)
        self.year = Text("", "small", 500, "quiet", tabular=True)
        self.ask_why = Button(_("Why this state?"), "link")
        self.why = Text("", "small", 400, "quiet", wrap=True)
        self.strip = PeriodStrip()
        head = row(
            Icon("certificate", "quiet", 16),
            self.headline,
            self.number,
            self.first,
            self.last,
            gap=8,
        )
        head.addStretch(1)
        head.addWidget(self.year)
        head.addWidget(self.ask_why)
        strip = row(self.strip, margins=(0, 0, 10, 0))
        whole = column(head, self.why, strip, gap=2, margins=(16, 6, 6, 8))
        self.setLayout(whole)
        self.why.hide()
        self.ask_why.clicked.connect(self._unfold)

    def show_facts(self, seen: CentreCockpit) -> None:
        held = seen.standing.current
        for part in (self.number, self.first, self.last, self.strip, self.ask_why):
            part.setVisible(held is not None)
        self.year.setVisible(seen.year is not None)
        if held is None:
            self.headline.setText(_("No mandate is known"))
            self.why.hide()
            return
        self.headline.setText(headline(held, seen.today, past=seen.known_on is not None))
        self.number.setText(held.number or _("without a number"))
        self.first.setText(f"{short_date(held.start)} –")
        last = held.ended_on or held.end
        self.last.show_term(seen.end_term if last == held.end else None, short_date(last))
        self.year.setText(year_words(seen))
        self.why.setText(state_why(seen))
        self._draw(held, seen)

    def _draw(self, held: MandateFile, seen: CentreCockpit) -> None:
        frame = held.start, held.end
        self.strip.show_period(
            frame,
            [_mandate_span(one) for one in seen.standing.mandates if _meets(one, frame)],
            [
                made
                for one in seen.standing.certificates
                if (made := _certificate_span(one, frame)) is not None
            ],
            [mark for one in seen.checks if (mark := _mark(one)) and _inside(mark.day, frame)],
            seen.today,
        )

    def _unfold(self) -> None:
        shown = self.why.isHidden()
        self.why.setVisible(shown)
        self.ask_why.setText(_("Hide the reason") if shown else _("Why this state?"))


def _mandate_span(one: MandateFile) -> Span:
    last = one.ended_on or one.end
    tone = "due-fill" if one.state is MandateState.ENDING else "bar-mandate"
    said = _("{what}: from {first} to {last}").format(
        what=f"{_('Mandate')} {one.number}".strip(), first=short_date(one.start),
        last=short_date(last),
    )  # fmt: skip
    return Span(one.start, last, tone, said)


def _certificate_span(one: CertificateFile, frame: tuple[date, date]) -> Span | None:
    """Its part within the frame; without a last day nothing is sure."""
    if one.valid_until is None:
        return None
    first = one.valid_from or frame[0]
    if one.valid_until < frame[0] or first > frame[1]:
        return None
    said = _("{what}: from {first} to {last}").format(
        what=certificate_name(one), first=short_date(first), last=short_date(one.valid_until)
    )
    return Span(first, one.valid_until, "bar-cert", said)


def _mark(check: CheckRow) -> StripMark | None:
    if check.day is None:
        return None
    said = f"{short_date(check.day)}: {check.reference}, {word(check.state).lower()}"
    return StripMark(check.day, MARKS[check.state], said, check.state is CheckState.PLANNED)


def _meets(one: MandateFile, frame: tuple[date, date]) -> bool:
    return one.start <= frame[1] and frame[0] <= (one.ended_on or one.end)


def _inside(day: date, frame: tuple[date, date]) -> bool:
    return frame[0] <= day <= frame[1]
