"""Six years of one centre, asked of a real file: from rows of every subject to one timeline."""

from datetime import date
from uuid import uuid4

import pypdf
import pytest
from sqlalchemy import event

from controllers.bundle import Controllers
from controllers.language import in_dutch
from models.actions.entities import QualityAction
from models.actions.values import ActionKind, ContactMedium
from models.applications.entities import Advice, MandateApplication, MandateDecision
from models.applications.values import AdviceOutcome, ApplicationKind, DecisionKind
from models.checks.values import Rung
from models.kernel.errors import Gone
from models.complaints.values import ComplaintDraft
from models.mandates.values import CertificateKind
from models.store.store import Store
from models.surveys.entities import SatisfactionMeasurement
from models.timeline.values import LANES, LaneKey, Link
from tests.conftest import TODAY
from tests.controllers.finished import finished_check, settle

START = date(2022, 7, 1)


@pytest.fixture
def centre(store: Store, controllers: Controllers):
    """A centre with something of every subject."""
    centre = controllers.centres.add("0566988259", "Loopbaanhuis Demer")
    controllers.mandates.add(centre, "M-1015", START)
    certificate = controllers.mandates.add_certificate(
        centre, CertificateKind.CEDEO, date(2026, 12, 31)
    )
    controllers.mandates.edit_certificate(certificate, "valid_from", date(2022, 10, 1))
    controllers.checks.plan(centre, date(2026, 5, 20))
    controllers.checks.take_step(
        centre, Rung.COACHING, "Gesprek over het plan.", against_why="Op vraag van het centrum."
    )
    with store.change("Write down", "Demer") as session:
        application = MandateApplication(
            centre_id=centre,
            reference="A-1",
            kind=ApplicationKind.FIRST,
            template_key="mandate_application",
            template_version=1,
            received_on=date(2022, 2, 1),
        )
        session.add(application)
        session.flush()
        session.add(
            Advice(
                application_id=application.id,
                outcome=AdviceOutcome.POSITIVE,
                given_on=date(2022, 4, 1),
                given_by="An Peeters",
            )
        )
        session.add(
            MandateDecision(
                centre_id=centre,
                application_id=application.id,
                kind=DecisionKind.GRANTED,
                decided_on=date(2022, 5, 2),
                authority="de minister",
            )
        )
        session.add(
            QualityAction(
                centre_id=centre,
                kind=ActionKind.CONTACT,
                medium=ContactMedium.PHONE,
                day=date(2025, 3, 3),
                subject="Opvolging",
                reply_by=date(2026, 6, 1),
            )
        )
        session.add(
            SatisfactionMeasurement(
                centre_id=centre,
                period_from=date(2025, 1, 1),
                period_to=date(2025, 12, 31),
                respondents=12,
                satisfied=9,
            )
        )
    controllers.complaints.register(centre, ComplaintDraft(date(2026, 4, 20), theme="geen POP"))
    return centre


def test_everything_written_down_lies_on_its_lane(controllers, centre):
    timeline = controllers.timeline.of_centre(centre)
    lanes = {event.lane for event in timeline.events}
    assert lanes == {lane.key for lane in LANES} - {LaneKey.LETTERS}
    assert timeline.mandate == (START, date(2028, 6, 30))
    assert (timeline.name, timeline.number) == ("Loopbaanhuis Demer", "0566988259")
    words = {event.word for event in timeline.events}
    assert {"Application received", "Advice: positive", "Mandate granted"} <= words
    assert "75 % [47–91], n = 12" in words


def test_a_complaint_shows_its_days_and_terms_and_nothing_of_what_was_said(controllers, centre):
    (one,) = controllers.complaints.ids(centre)
    controllers.complaints.edit(one, "summary", "Dit blijft binnen.")
    route = controllers.complaints.file(one).routes[0].id
    controllers.complaints.acknowledge(one, route, date(2026, 4, 22))
    events = controllers.timeline.of_centre(centre).events
    own = [event for event in events if event.link == Link("complaint", one)]
    assert [(event.lane, event.first) for event in own] == [
        (LaneKey.COMPLAINTS, date(2026, 4, 20)),
        (LaneKey.COMPLAINTS, date(2026, 4, 22)),
        (LaneKey.TERMS, date(2026, 6, 4)),
    ]
    assert own[-1].term is not None
    assert not any("blijft binnen" in event.sub + event.word for event in events)
    with_answer = controllers.complaints
    with_answer.answer(one, route, date(2026, 5, 2))
    with_answer.close(one, date(2026, 5, 3))
    words = {event.word for event in controllers.timeline.of_centre(centre).events}
    assert {"Complaint answered", "Complaint closed"} <= words
    assert "Answer a complaint" not in words


def test_the_days_before_the_first_certificate_are_a_gap(controllers, centre):
    gaps = [e for e in controllers.timeline.of_centre(centre).events if e.word == "No certificate"]
    assert [(e.first, e.last) for e in gaps] == [(START, date(2022, 9, 30))]


def test_what_asks_for_attention_stands_at_its_last_day(controllers, centre):
    counsellor = controllers.centres.add_counsellor(centre, "Jan", "Peeters")
    controllers.centres.edit_part("engagement", counsellor, "since", date(2026, 4, 20))
    asking = [e for e in controllers.timeline.of_centre(centre).events if "condition" in e.key]
    assert {event.lane for event in asking} == {LaneKey.TERMS}
    label = next(e for e in asking if e.link.table == "certificate")
    assert (label.first, label.word) == (date(2026, 9, 30), "Certificate ends")
    report = next(e for e in asking if e.link.table == "engagement")
    assert report.term is not None
    assert (report.term.start, report.first) == (date(2026, 4, 20), report.term.due)


def test_a_day_tells_what_holds_on_it(controllers, centre):
    facts = controllers.timeline.on_day(centre, date(2025, 3, 3))
    assert facts.events[0].word == "Telephone call"
    assert facts.mandate_year == 3


def test_a_letter_and_its_measures_come_from_the_check(controllers):
    settle(controllers)
    check = finished_check(controllers)
    letter = controllers.letters.write_audit_letter(check)
    dated = controllers.letters.file(letter).letter_date
    timeline = controllers.timeline.of_centre(controllers.checks.file(check).centre_id)
    (written,) = [e for e in timeline.events if e.lane is LaneKey.LETTERS]
    assert (written.first, written.link.row) == (dated, letter)
    (measure,) = [e for e in timeline.events if e.key.startswith("measure")]
    assert measure.term is not None
    assert measure.term.start == dated
    assert measure.term.due == measure.first


def test_a_centre_that_is_gone_says_so(controllers):
    with pytest.raises(Gone):
        controllers.timeline.of_centre(uuid4())


def test_asking_takes_as_many_statements_however_long_the_history(store, controllers, centre):
    def asked() -> int:
        heard: list[str] = []

        def hear(_connection, _cursor, statement, *_rest):
            heard.append(statement)

        event.listen(store._reading, "before_cursor_execute", hear)
        controllers.timeline.of_centre(centre)
        event.remove(store._reading, "before_cursor_execute", hear)
        return sum(one.lstrip().upper().startswith("SELECT") for one in heard)

    before = asked()
    for number in range(5):
        controllers.checks.plan(centre, date(2026, 6, 1 + number))
    assert asked() == before <= 30


def test_the_pdf_lies_on_its_side_and_says_everything(controllers, centre, tmp_path):
    made = controllers.outgoing.timeline(centre, tmp_path / "tijdlijn")
    assert made.path.name == "tijdlijn.pdf"
    pages = pypdf.PdfReader(made.path).pages
    width, height = float(pages[0].mediabox.width), float(pages[0].mediabox.height)
    assert (round(width), round(height)) == (842, 595)
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    with in_dutch():
        happenings = controllers.timeline.of_centre(centre).events
    for happening in happenings:
        assert happening.word.split(" · ")[0] in text
    assert f"pagina 1 van {len(pages)}" in text


def test_the_same_facts_give_the_same_bytes(controllers, centre, tmp_path):
    one = controllers.outgoing.timeline(centre, tmp_path / "een.pdf")
    other = controllers.outgoing.timeline(centre, tmp_path / "twee.pdf")
    assert one.sha256 == other.sha256


def test_the_pdf_is_tagged_titled_and_dutch(controllers, centre, tmp_path):
    made = controllers.outgoing.timeline(centre, tmp_path / "t.pdf")
    reader = pypdf.PdfReader(made.path)
    assert reader.metadata.title.endswith("Loopbaanhuis Demer")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"]
    kinds = {
        kid.get_object()["/S"]: kid.get_object() for kid in _kids(root["/StructTreeRoot"]["/K"])
    }
    assert {"/H1", "/Figure", "/Table"} <= set(kinds)
    assert kinds["/Figure"]["/Alt"]
    fonts = {
        font.get_object()["/BaseFont"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all("+NotoSans" in font for font in fonts)


def _kids(element):
    return element.get_object()["/K"]


def test_pages_for_the_printer_are_those_of_the_file(controllers, centre):
    pages = controllers.outgoing.timeline_pages(centre)
    assert all(round(width) == 842 for width, _height in pages.sizes)
    assert "Loopbaanhuis Demer" in pages.text(0)
    pages.close()


def test_an_empty_centre_gives_an_empty_timeline_on_paper(controllers, tmp_path):
    centre = controllers.centres.add("0202239951", "Wegwijs")
    timeline = controllers.timeline.of_centre(centre)
    assert timeline.events == ()
    assert timeline.today == TODAY
    made = controllers.outgoing.timeline(centre, tmp_path / "leeg.pdf")
    assert "Nog niets" in pypdf.PdfReader(made.path).pages[-1].extract_text()


def test_the_past_bears_its_day_on_paper(controllers, centre, tmp_path):
    known = controllers.as_known(centre, TODAY)
    try:
        assert known.timeline.of_centre(centre).events
        made = known.outgoing.timeline(centre, tmp_path / "toen.pdf")
    finally:
        known.close()
    text = " ".join(pypdf.PdfReader(made.path).pages[0].extract_text().split())
    assert "zoals het bestand het kende op 4 mei 2026" in text
