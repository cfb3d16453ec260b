"""A mandate ends in a year (journey 11): six years on one line, and every day explains itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pypdf
import pytest
from PySide6.QtCore import Qt

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.actions.values import ActionDraft, ActionKind, ContactMedium
from models.centres.values import Qualification
from models.conditions.values import ConditionKind, Urgency
from models.mandates.values import CertificateKind
from models.settings.values import ChangeDraft
from models.timeline.values import LaneKey, Tone
from tests.conftest import CHEAP
from tests.journeys.officer import CTRL, NOW, WORDS, Officer
from ui.kit.page import Ref
from ui.pages.conditions.follow_up import FollowUp
from ui.pages.centres.timeline_view import TimelineView
from ui.pages.rules.proposals_view import ProposalsView
from ui.why_card import WhyCard

CENTRE = "Koers & Kompas"
START, END = date(2021, 6, 1), date(2027, 5, 31)
REPLY = ConditionKind.REPLY
VISITS = (date(2022, 3, 15), date(2023, 9, 20), date(2024, 4, 11))
"""Nothing in the fourth and fifth year."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "dienst" / "kantoor.waarmerk"
    file.parent.mkdir()
    made = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).create(file, WORDS).controllers
    _koers(made)
    made.close()
    return file


def _koers(do: Controllers) -> None:
    centre = do.centres.add("0887010362", CENTRE)
    do.mandates.add(centre, "LB-2021-0042", START)
    for name, proof in (("Claes", Qualification.IN_PROGRESS), ("Maes", Qualification.YES)):
        person = do.centres.add_counsellor(centre, "An", name)
        (one,) = [p for p in do.centres.file(centre).counsellors if p.id == person]
        do.centres.edit_part("counsellor", one.counsellor_id, "qualification", proof)
        do.centres.edit_part("engagement", person, "reported_on", START)
    label = do.mandates.add_certificate(centre, CertificateKind.CEDEO, date(2026, 10, 31))
    do.mandates.edit_certificate(label, "valid_from", START)
    for day in VISITS:
        check = do.checks.plan(centre, day)
        do.checks.start(check)
        do.checks.edit(check, "visit_date", day)


def test_the_last_year_of_a_mandate_without_a_mouse(officer: Officer, tmp_path: Path) -> None:
    view = to_the_timeline(officer)
    sees_what_is_missing(view)
    asks_why(officer, view)
    looks_into_a_day(officer, view)
    reads_the_list(officer, view)
    takes_it_along(officer, view, tmp_path / "tijdlijn.pdf")
    centre = view._shown.centre_id
    writes_to_the_centre(officer, starts_at_the_follow_up(officer))
    asks_for_an_answer(officer, centre)
    a_changed_rule_only_proposes(officer, centre)
    assert (officer.bugs, officer.strays) == ([], [])


def to_the_timeline(officer: Officer) -> TimelineView:
    officer.key(Qt.Key.Key_K, CTRL)
    officer.type("koe")
    officer.rest()
    officer.key(Qt.Key.Key_Return)
    officer.until(lambda: officer.centres.file.header.title() == CENTRE)
    officer.rest()
    officer.key(Qt.Key.Key_PageDown, CTRL)
    officer.rest()
    view = officer.centres.file.findChild(TimelineView)
    assert view is not None
    officer.until(lambda: view.timeline.chosen is not None)
    view.timeline.setFocus()
    return view


def sees_what_is_missing(view: TimelineView) -> None:
    """No check in years four and five, no label on the first day of the next period."""
    assert (view.timeline.scale.first, view.timeline.scale.last) <= (START, END)
    assert view.timeline.scale.last >= END
    events = view._shown.events
    checked = [event.first for event in events if event.lane is LaneKey.CHECKS]
    assert checked == list(VISITS)
    gap = next(e for e in events if e.lane is LaneKey.CERTIFICATES and e.tone is Tone.DUE)
    assert (gap.first, gap.last) == (date(2026, 11, 1), END)
    warnings = [e.first for e in events if e.key.startswith("warning")]
    assert warnings[0] == date(2026, 5, 31)


def asks_why(officer: Officer, view: TimelineView) -> None:
    while view.timeline.chosen.lane is not LaneKey.TERMS:
        officer.key(Qt.Key.Key_Down)
    while view.timeline.chosen.word != "Volgende periode voorbereiden":
        officer.key(Qt.Key.Key_Right)
    officer.key(Qt.Key.Key_W)
    card = officer.desk.window().findChild(WhyCard)
    assert card is not None
    assert card.told.start == END
    assert card.told.due == date(2026, 8, 31)
    officer.key(Qt.Key.Key_Escape)
    assert view.timeline.hasFocus()


def looks_into_a_day(officer: Officer, view: TimelineView) -> None:
    officer.key(Qt.Key.Key_Space)
    assert view.day.heading.text() == "Maandag 31 augustus 2026"
    assert "jaar 6 van 6 van het mandaat" in view.day.told.text()
    officer.key(Qt.Key.Key_T)
    assert view.day.heading.text() == "Maandag 4 mei 2026"
    officer.key(Qt.Key.Key_Space)
    assert view.panel.isHidden()


def reads_the_list(officer: Officer, view: TimelineView) -> None:
    view.show_view(1)
    listed = [item.payload for item in view.list.rows.items if hasattr(item, "payload")]
    assert listed == [event.key for event in view._shown.events]
    view.show_view(0)


def takes_it_along(officer: Officer, view: TimelineView, path: Path) -> None:
    officer.will_choose(path)
    officer.press(view.keep)
    officer.until(path.exists)
    officer.rest()
    page = pypdf.PdfReader(path).pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert CENTRE in page.extract_text()


def starts_at_the_follow_up(officer: Officer) -> FollowUp:
    """The two-step warning stands in the list: start now, last day later."""
    officer.desk.go_to_room("conditions")
    officer.rest()
    found = officer.desk.current.findChild(FollowUp)
    assert found is not None
    officer.until(lambda: found.found is not None and found.found.lines)
    renewal = next(one for one in found.found.lines if one.kind is ConditionKind.RENEWAL)
    assert (renewal.centre, renewal.last) == (CENTRE, date(2026, 8, 31))
    assert renewal.start == date(2026, 5, 31)
    found.list.choose(renewal.id)
    return found


def writes_to_the_centre(officer: Officer, found: FollowUp) -> None:
    """One key for the letter about the next period: the label and the proof are what it lacks."""
    found.list.setFocus()
    officer.key(Qt.Key.Key_B)
    officer.rest()
    officer.until(lambda: officer.letter.letter is not None)
    letter = officer.letter.letter
    assert letter.centre_name == CENTRE
    missing = next(place.value for place in letter.places if place.key == "missing_list")
    assert "een kwaliteitscertificaat dat geldig is op 1 juni 2027" in missing
    assert "beroepskwalificatie of gelijkstelling voor An Claes" in missing
    assert "An Maes" not in missing


def asks_for_an_answer(officer: Officer, centre: UUID) -> None:
    """A reminder that speaks only when nothing came: it waits, and is late the day after."""
    officer.desk.go(Ref("centre", centre, "log"))
    officer.rest()
    asked = officer.file.actions.add(
        centre,
        ActionDraft(
            kind=ActionKind.CONTACT,
            day=NOW.date(),
            medium=ContactMedium.LETTER,
            subject="Brief over de volgende periode",
            reply_by=date(2026, 5, 25),
        ),
    )
    waits = [one for one in officer.file.conditions.of_centre(centre) if one.kind is REPLY]
    assert [(one.last, one.urgency) for one in waits] == [(date(2026, 5, 25), Urgency.SOON)]
    officer.file.actions.edit(asked, "replied_on", date(2026, 5, 4))
    assert not [one for one in officer.file.conditions.of_centre(centre) if one.kind is REPLY]
    officer.file.history.undo()


def a_changed_rule_only_proposes(officer: Officer, centre: UUID) -> None:
    """Five years from the day this mandate began: old and new day are listed, nothing changes."""
    officer.file.rules.record(
        ChangeDraft("mandate_duration_years", "5", START, None, "ontwerp van besluit")
    )
    officer.desk.go(Ref("rules", detail="proposals"))
    officer.rest()
    view = officer.desk.current.findChild(ProposalsView)
    assert view is not None
    officer.until(lambda: view.proposals)
    (proposal,) = view.proposals
    assert (proposal.mandate.centre, proposal.old, proposal.new) == (
        CENTRE, END, date(2026, 5, 31),
    )  # fmt: skip
    assert officer.file.mandates.standing(centre).current.end == END

    view.list.setFocus()
    officer.key(Qt.Key.Key_Down)
    officer.key(Qt.Key.Key_Space)
    officer.press(view.take)
    officer.type("Akkoord van het centrum van 2 mei.")
    officer.key(Qt.Key.Key_Return)
    officer.until(lambda: officer.file.mandates.standing(centre).mandates[0].end == proposal.new)
    officer.rest()
    officer.key(Qt.Key.Key_Z, CTRL)
    officer.until(lambda: officer.file.mandates.standing(centre).current.end == END)
