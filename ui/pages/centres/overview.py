"""A centre on one screen: mandate, certificate, visits, letters, who and where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.centres import show_phone
from controllers.wording import badge, word
from models.checks.values import CheckRow
from models.kernel.text import _, ngettext
from models.kernel.wording import long_date, short_date, weekday_date
from models.mandates.values import (
    CertificateFile,
    CertificateState,
    MandateFile,
    MandateState,
    Standing,
)
from ui.kit.badge import Badge
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.card import Card, Fact, Meter
from ui.kit.page import Ref
from ui.kit.row_list import Row, RowList
from ui.pages.centres.file_facts import FileFacts
from ui.pages.centres.fitting import CardGrid
from ui.pages.centres.words import CERTIFICATES, span

TONES = {
    MandateState.ACTIVE: "bar-mandate",
    MandateState.ENDING: "due-fill",
    MandateState.FUTURE: "bar-mandate",
}


class Overview(QWidget):
    """`wanted(Ref)` opens a check or a letter; `section_wanted(str)` another part of the file."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.mandate, self.certificate = MandateCard(), CertificateCard()
        self.visits = Rows(_("Visits"), "calendar-event", "check")
        self.letters = Rows(_("Letters"), "mail", "letter")
        self.contact, self.team = ContactCard(), TeamCard()
        cards = (
            *(self.mandate, self.certificate, self.visits),
            *(self.contact, self.letters, self.team),
        )
        self.setLayout(column(CardGrid(cards, 3, 430), gap=0))
        self.visits.wanted.connect(self.wanted)
        self.letters.wanted.connect(self.wanted)

    def show_facts(self, facts: FileFacts) -> None:
        self.mandate.show_standing(facts)
        self.certificate.show_standing(facts.standing)
        self.visits.show_rows(_visits(facts), _("No visit was made or planned here yet."))
        self.letters.set_title(_letters_title(facts.letter_count))
        self.letters.show_rows(_letters(facts), _("No letter was written to this centre yet."))
        self.contact.show_facts(facts)
        self.team.show_facts(facts)


class MandateCard(Card):
    """How long the mandate still runs, how far it is, and why it stands as it does."""

    def __init__(self) -> None:
        self.headline = Text("", "body", 600)
        self.meter = Meter(0)
        self.first = Fact(_("Since"))
        self.last = Fact(_("Until and including"))
        self.number = Fact(_("Number"))
        self.ask_why = Button(_("Why this state?"), "link")
        self.why = Text("", "small", 400, "quiet", wrap=True)
        facts = (self.first, self.last, self.number)
        head = row(gap=8)
        head.addWidget(self.headline, 1)
        head.addWidget(self.ask_why)
        super().__init__(_("Mandate"), head, self.why, 2, self.meter, 4, *facts, icon="certificate")
        self.why.hide()
        self.ask_why.clicked.connect(self._unfold)

    def show_standing(self, facts: FileFacts) -> None:
        held = facts.standing.current
        for part in (self.meter, self.first, self.last, self.number, self.ask_why):
            part.setVisible(held is not None)
        if held is None:
            self.headline.setText(_("No mandate is known"))
            self.why.hide()
            return
        self.headline.setText(_headline(held, facts))
        whole = (held.end - held.start).days + 1
        gone = (min(facts.today, held.ended_on or held.end) - held.start).days
        self.meter.set_share(gone / whole, TONES.get(held.state, "late-fill"))
        self.meter.setToolTip(
            _("{share} % of the mandate has gone by").format(
                share=round(100 * max(0.0, min(1.0, gone / whole)))
            )
        )
        self.first.set_value(long_date(held.start))
        self.last.set_value(long_date(held.ended_on or held.end))
        self.number.set_value(held.number or _("not known"))
        self.why.setText(facts.standing.why)

    def _unfold(self) -> None:
        shown = self.why.isHidden()
        self.why.setVisible(shown)
        self.ask_why.setText(_("Hide the reason") if shown else _("Why this state?"))


class CertificateCard(Card):
    """Whether a quality certificate holds today, and on the first day of the next mandate."""

    def __init__(self) -> None:
        self.headline = Text("", "body", 600)
        self.state = Badge("plain", "")
        head = row(gap=12)
        head.addWidget(self.headline, 1)
        head.addWidget(self.state)
        self.why = Text("", "small", 400, "quiet", wrap=True)
        self.today = Fact(_("Today"))
        self.then = Fact(_("Next mandate"))
        super().__init__(
            _("Certificate"),
            head,
            self.why,
            4,
            self.today,
            self.then,
            icon="shield-check",
        )

    def show_standing(self, standing: Standing) -> None:
        best = _best(standing)
        self.headline.setText(certificate_name(best) if best else _("No certificate is known"))
        self.state.set_state(badge(standing.certificate_state), word(standing.certificate_state))
        self.why.setText(standing.certificate_why)
        holds = standing.certificate_state in {CertificateState.VALID, CertificateState.ENDING}
        self.today.set_value(_("valid") if holds else _("not valid"), "done" if holds else "late")
        self.then.setVisible(standing.next_start is not None)
        if standing.next_start is not None:
            day = short_date(standing.next_start)
            sure = standing.certified_then
            said = _("{day}: valid") if sure else _("{day}: not yet covered")
            self.then.set_value(said.format(day=day), "done" if sure else "due")


class ContactCard(Card):
    """Who receives the letters, how to reach the centre, and who keeps its file."""

    def __init__(self) -> None:
        self.person = Text("", "body", 600)
        self.address = Fact(_("Address"))
        self.phone = Fact(_("Telephone"))
        self.email = Fact(_("E-mail"))
        self.officer = Fact(_("File keeper"))
        parts = (self.address, self.phone, self.email, self.officer)
        super().__init__(_("Contact"), self.person, 4, *parts, icon="phone")

    def show_facts(self, facts: FileFacts) -> None:
        identity, people = facts.file.identity, facts.file.contacts
        first = people[0] if people else None
        name = first.name if first and first.name else _("No contact person is known")
        self.person.setText(f"{name}, {first.role}" if first and first.role else name)
        nothing = _("not known")
        self.address.set_value(", ".join(identity.address.lines()) or nothing)
        phone = (first.phone if first else "") or identity.phone
        self.phone.set_value(show_phone(phone) if phone else nothing)
        self.email.set_value((first.email if first else "") or identity.email or nothing)
        self.officer.set_value(identity.officer or nothing)


class TeamCard(Card):
    """How many places and counsellors, and how many of them without the qualification."""

    def __init__(self) -> None:
        self.places = Fact(_("Establishments in use"))
        self.people = Fact(_("Counsellors"))
        self.qualified = Fact(_("With the professional qualification"))
        self.outside = Fact(_("Subcontractors"))
        parts = (self.places, self.people, self.qualified, self.outside)
        super().__init__(_("Places and people"), *parts, icon="users")

    def show_facts(self, facts: FileFacts) -> None:
        places, people = facts.file.establishments, facts.file.counsellors
        used = sum(place.active for place in places)
        self.places.set_value(
            str(used)
            if used == len(places)
            else _("{used} of {total}").format(used=used, total=len(places))
        )
        sure = sum(person.qualification in {"yes", "equivalent"} for person in people)
        self.people.set_value(str(len(people)))
        self.qualified.set_value(_("{used} of {total}").format(used=sure, total=len(people)))
        self.outside.set_value(
            str(sum(person.engagement_type == "subcontractor" for person in people))
        )


class Rows(Card):
    """A few rows that open by a click or Enter; a sentence when there are none."""

    wanted = Signal(object)

    def __init__(self, title: str, icon: str, kind: str) -> None:
        self._kind = kind
        self.rows = RowList(inset=0, fit=True)
        self.nothing = Text("", "small", 400, "quiet", wrap=True)
        super().__init__(title, self.rows, self.nothing, icon=icon)
        self.rows.setAccessibleName(title)
        self.rows.setCursor(Qt.CursorShape.PointingHandCursor)
        self.rows.clicked.connect(self._clicked)
        self.rows.opened.connect(self._open)

    def show_rows(self, rows: list[Row], nothing: str) -> None:
        self.rows.set_rows(rows)
        self.rows.setVisible(bool(rows))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not rows)

    def _clicked(self, _index: object) -> None:
        self._open(self.rows.current)

    def _open(self, payload: object) -> None:
        if payload is not None:
            self.wanted.emit(Ref(self._kind, payload))  # type: ignore[arg-type]


def certificate_name(one: CertificateFile) -> str:
    """The kind when we know it, else what the office wrote."""
    known = _(CERTIFICATES[one.kind]) if one.kind is not None else ""
    return known or one.label or _("Certificate of an unknown kind")


def _best(standing: Standing) -> CertificateFile | None:
    """The one that is valid longest: the list comes with the latest first."""
    return standing.certificates[0] if standing.certificates else None


def _headline(held: MandateFile, facts: FileFacts) -> str:
    today = facts.today
    match held.state:
        case MandateState.FUTURE:
            return _("Starts in {span}").format(span=span(today, held.start))
        case MandateState.ACTIVE | MandateState.ENDING:
            if today == held.end:
                return _("Today is the last day")
            return _("{span} to go").format(span=span(today, held.end))
        case _:
            return _("Over since {span}").format(span=span(held.ended_on or held.end, today))


def _visits(facts: FileFacts) -> list[Row]:
    found = []
    for label, check in ((_("Next"), facts.next_check), (_("Last"), facts.last_check)):
        if check is not None:
            found.append(
                Row(
                    title=_day_of(check),
                    sub=f"{label} · {check.reference}",
                    badge=(badge(check.state), word(check.state)),
                    meta=_outcome(check),
                    payload=check.id,
                )
            )
    return found


def _day_of(check: CheckRow) -> str:
    return weekday_date(check.day) if check.day else _("No day yet")


def _outcome(check: CheckRow) -> str:
    if not check.findings:
        return ""
    said = ngettext("{count} finding", "{count} findings", check.findings)
    return said.format(count=check.findings)


def _letters(facts: FileFacts) -> list[Row]:
    return [
        Row(
            title=letter.title,
            sub=" · ".join(
                part
                for part in (
                    letter.reference,
                    short_date(letter.letter_date) if letter.letter_date else "",
                )
                if part
            ),
            badge=("draft", _("Draft")) if letter.missing else ("done", _("Ready")),
            payload=letter.id,
        )
        for letter in facts.letters
    ]


def _letters_title(count: int) -> str:
    return f"{_('Letters')} ({count})" if count else _("Letters")
