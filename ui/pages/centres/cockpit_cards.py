"""Small cards of the cockpit: certificate, satisfaction, who to call, places and people."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.centres import show_phone
from controllers.cockpit import CentreCockpit
from controllers.cockpit_words import HOLDS, certificate_name, then_words, today_words
from controllers.wording import badge, word
from models.kernel.text import _
from models.mandates.values import CertificateState
from models.surveys.values import Satisfaction
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text, column, row
from ui.kit.button import Button
from ui.kit.card import Card, Fact
from ui.kit.strip import IntervalStrip
from ui.pages.centres.words import period

SIGNS = {"done": "circle-check", "due": "alert-triangle", "late": "alert-circle", "wait": "clock"}


class Judged(QWidget):
    """One fact with its sign, its word and its date: never colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Icon("circle-check", "done", 16)
        self.what = Text("", "small", 500)
        self.more = Text("", "small", 400, "quiet", wrap=True)
        line = row(column(self._sign, None, margins=(0, 1, 0, 0)), gap=8)
        line.addLayout(column(self.what, self.more, gap=1), 1)
        self.setLayout(line)

    def show_fact(self, tone: str, what: str, more: str) -> None:
        self._sign.set_icon(SIGNS[tone], tone)
        self.what.setText(what)
        self.what.set_tone("ink" if tone == "done" else tone)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.setAccessibleName(f"{what}. {more}")

    def said(self) -> str:
        return self.accessibleName()


class CertificateCard(Card):
    """Whether a quality certificate holds today, and on the first day of the next mandate."""

    def __init__(self) -> None:
        self.headline = Text("", "body", 600)
        self.state = Badge("plain", "")
        head = row(gap=12)
        head.addWidget(self.headline, 1)
        head.addWidget(self.state)
        self.today, self.then = Judged(), Judged()
        super().__init__(
            _("Quality certificate"), head, self.today, self.then, icon="shield-check", gap=6
        )

    def show_facts(self, seen: CentreCockpit) -> None:
        standing = seen.standing
        best = standing.certificates[0] if standing.certificates else None
        self.headline.setText(certificate_name(best) if best else _("No certificate is known"))
        state = standing.certificate_state
        self.state.set_state(badge(state), word(state))
        self.state.setVisible(state not in HOLDS or state is CertificateState.ENDING)
        self.today.show_fact(*today_words(seen))
        then = then_words(seen)
        self.then.setVisible(then is not None)
        if then is not None:
            self.then.show_fact(*then)


class SatisfactionCard(Card):
    """The share with its interval and its n; never a percentage alone. `wanted(str)`."""

    part_wanted = Signal(str)

    def __init__(self) -> None:
        self.share = Text("", "body", 600, tabular=True)
        self.strip = IntervalStrip(0, 0, 0)
        self.sentence = Text("", "small", 400, "quiet", wrap=True)
        self.source = Text("", "small", 400, "faint", wrap=True)
        self.add = Button(_("New measurement"), "link")
        self.add.setProperty("acts", True)
        line = row(self.share, None, self.add, gap=8)
        parts = (line, self.strip, self.sentence, self.source)
        super().__init__(_("Satisfaction of users"), *parts, icon="mood-smile", gap=2)
        self.add.clicked.connect(self._ask)

    def show_facts(self, said: Satisfaction) -> None:
        newest = said.newest
        interval = newest.interval if newest else None
        self.share.setText(said.text)
        self.share.set_tone("ink" if interval else "quiet")
        self.strip.setVisible(interval is not None)
        if interval is not None:
            self.strip.set_interval(interval.share, interval.low, interval.high, said.norm)
        self.sentence.setText(said.sentence)
        self.sentence.setVisible(bool(said.sentence))
        when = period(newest.period_from, newest.period_to) if newest else ""
        self.source.setText(_joined(when, newest.source if newest else "", between=" · "))
        self.source.setVisible(newest is not None)
        self.add.setVisible(newest is None)

    def _ask(self) -> None:
        self.part_wanted.emit("surveys")


class ContactCard(Card):
    """Who receives the letters, how to reach the centre, and who keeps its file."""

    def __init__(self) -> None:
        self.person = Text("", "body", 600)
        self.phone = Text("", "body", 600, tabular=True)
        self.address = Fact(_("Address"))
        self.email = Fact(_("E-mail"))
        self.officer = Fact(_("File keeper"))
        head = row(gap=12)
        head.addWidget(self.person, 1)
        head.addWidget(self.phone)
        parts = (self.address, self.email, self.officer)
        super().__init__(_("Contact"), head, 2, *parts, icon="phone")

    def show_facts(self, seen: CentreCockpit) -> None:
        identity, people = seen.file.identity, seen.file.contacts
        first = people[0] if people else None
        name = first.name if first and first.name else _("No contact person is known")
        self.person.setText(f"{name}, {first.role}" if first and first.role else name)
        nothing = _("not known")
        phone = (first.phone if first else "") or identity.phone
        self.phone.setText(show_phone(phone) if phone else "")
        self.phone.setVisible(bool(phone))
        self.phone.setAccessibleName(f"{_('Telephone')}: {show_phone(phone) if phone else nothing}")
        self.address.set_value(", ".join(identity.address.lines()) or nothing)
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

    def show_facts(self, seen: CentreCockpit) -> None:
        places, people = seen.file.establishments, seen.file.counsellors
        used = sum(place.active for place in places)
        shown = str(used) if used == len(places) else _of(used, len(places))
        self.places.set_value(shown)
        sure = sum(person.qualification in {"yes", "equivalent"} for person in people)
        self.people.set_value(str(len(people)))
        self.qualified.set_value(_of(sure, len(people)))
        outside = sum(person.engagement_type == "subcontractor" for person in people)
        self.outside.set_value(str(outside))


def _joined(*parts: str, between: str = " ") -> str:
    return between.join(part for part in parts if part)


def _of(used: int, total: int) -> str:
    return _("{used} of {total}").format(used=used, total=total)
