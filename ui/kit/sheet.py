"""Every piece of the kit on one sheet, with focus and hover: for the eye and for `screens`."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.kit.badge import STATES, Badge
from ui.kit.base import Text, column, row, section, wrap
from ui.kit.button import Button
from ui.kit.card import Card, Fact, Meter
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.day_field import DateField
from ui.kit.empty import EmptyState
from ui.kit.fields import HoursField, LineField, NumberField
from ui.kit.floating import Floating
from ui.kit.form import FormRow
from ui.kit.header import Header
from ui.kit.rail import Pinned, Place, Rail
from ui.kit.shell import Segmented, panel, scrolled, window_frame
from ui.kit.status_bar import StatusBar
from ui.kit.strip import IntervalStrip
from ui.kit.text_field import TextField

_PLACES = (
    (Place("today", "sun", "Vandaag", late=3),),
    (
        Place("centres", "building", "Centra", 148),
        Place("mandates", "timeline", "Mandaten", 61),
        Place("checks", "checklist", "Controles", 5),
        Place("reports", "chart-bar", "Rapporten"),
    ),
)
_WORDS = {
    "late": "3 dagen te laat",
    "due": "Vandaag",
    "remark": "Met opmerkingen",
    "done": "In orde",
    "good": "In orde",
    "plan": "Ingepland",
    "busy": "Loopt",
    "wait": "In aanvraag",
    "draft": "Ontwerp",
    "lock": "Afgeschermd",
    "note": "Nota",
    "plain": "Gewoon",
}


def kit_sheet() -> QWidget:
    """A window as the real one, filled with loose pieces."""
    rail = Rail(_PLACES)
    rail.set_selected("centres")
    rail.set_person("Lotte Verhaegen", "Team Kwaliteit")
    rail.set_demo(demo=True)
    rail.set_pinned(
        [
            Pinned(UUID(int=1), "Loopbaanhuis Demer", "due", "bezoek op 19 maart"),
            Pinned(UUID(int=2), "Wegwijs Westhoek & Zonen", "late", "klacht te laat"),
        ]
    )
    status = StatusBar()
    status.set_saved("14:02:31")
    status.set_backup("13:45")
    status.set_file("demo.waarmerk")
    status.set_keys("Ctrl+K: zoek of doe · Ctrl+Z: ongedaan maken · F1: hulp")
    head = Header(
        "Losse stukken van het venster",
        ("Huis", "Stukken"),
        "Alles waarmee de schermen gemaakt zijn",
        (Badge("busy", "Loopt"),),
        (Button("", "secondary", "mail", "Brief"), Button("Bezoek openen", "primary", "plus")),
    )
    body = row(wrap(_pieces()), wrap(_cards()), gap=28, margins=(28, 4, 24, 90))
    floating = Floating(wrap(column(head, scrolled(wrap(body)), gap=0)))
    floating.bar.show_message("Mandaatbrief nakijken is afgevinkt.", "Ongedaan maken", "Ctrl+Z")
    page = row(floating, panel("right", 284, _form(), scroll=True), gap=0)
    return window_frame(rail, wrap(page), status)


def _pieces() -> QLayout:
    calm = [Badge(state, _WORDS[state]) for state in ("done", "plan", "wait", "draft")]
    loud = [Badge(s, _WORDS[s]) for s in STATES if STATES[s][2]]
    off = Button("Bewaren", "primary", "device-floppy")
    off.allow("Er ontbreken nog 3 waarden")
    return column(
        section("Staten"),
        row(*loud[:3], None),
        row(*loud[3:], None),
        row(*calm, None, gap=12),
        14,
        section("Knoppen"),
        row(
            Button("Bewaren", "primary", "device-floppy"),
            Button("Brief", "secondary", "mail"),
            Button("Sjabloon", "ghost", "template"),
            Button("Tonen", "link"),
            None,
        ),
        row(off, Button("Schrappen", "danger", "x"), Button("Doe", keys="F8"), None),
        Text("Met het toetsenbord, en onder de muis", "small", 400, "faint"),
        row(
            *(_ringed(Button("Knop", kind)) for kind in ("primary", "secondary", "ghost")),
            *(_hovered(Button("Knop", kind)) for kind in ("primary", "secondary", "ghost")),
            None,
        ),
        14,
        section("Keuze"),
        row(Segmented(("Alles", "Open", "Klaar"), 1, (24, 6, 18)), None),
        row(Toggle("Ook de afgesloten controles"), None),
        None,
    )


def _cards() -> QLayout:
    return column(
        Card(
            "Mandaat",
            Text("Nog 2 jaar en 3 maanden", "body", 600),
            4,
            Meter(0.62),
            4,
            Fact("Sinds", "1 juli 2022"),
            Fact("Tot en met", "30 juni 2028"),
            icon="certificate",
        ),
        Card(
            "Tevredenheid 2025",
            row(Text("75 %", "display", tabular=True), Text("[47-91], n = 12", tone="quiet"), None),
            IntervalStrip(0.75, 0.47, 0.91, 0.80),
            Text(
                "De norm ligt binnen het interval: nog geen besluit.",
                "small",
                400,
                "quiet",
                wrap=True,
            ),
            icon="mood-smile",
        ),
        EmptyState(
            "inbox",
            "Geen open klachten",
            "Nieuwe klachten komen hier vanzelf bij, met hun termijn.",
            Button("Klacht registreren", "secondary", "plus"),
        ),
        None,
        gap=12,
    )


def _form() -> QLayout:
    name, number, day = LineField(), NumberField(), DateField()
    hours, choice, text = (
        HoursField(),
        ChoiceField([(1, "Bram Peeters"), (2, "Nadia El Amrani")]),
        TextField(),
    )
    name.set_value("Loopbaanhuis Demer")
    number.set_value("041255678")
    day.set_value(date(2026, 3, 19))
    hours.set_value(3.5)
    choice.set_value(2)
    text.set_value("Dossiers liggen klaar op kantoor.")
    refused = FormRow("Ondernemingsnummer", number)
    refused.refuse("Dit nummer heeft 9 cijfers, er zijn er 10 nodig.")
    return column(
        section("Formulier"),
        FormRow("Naam van het centrum", name),
        refused,
        FormRow("Dag van het bezoek", day, "Do 19 maart 2026"),
        FormRow("Uren", hours, optional=True),
        FormRow("Coach", choice),
        FormRow("Nota", text, optional=True),
        None,
        gap=12,
        margins=(22, 22, 20, 18),
    )


def _ringed(button: Button) -> Button:
    """As with the keyboard on it."""
    button.ringed = lambda: True  # type: ignore[method-assign]
    return button


def _hovered(button: Button) -> Button:
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return button
