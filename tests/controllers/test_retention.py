"""Retention as people use it: what is due, destroyed for good, and told to who asks."""

import json
from datetime import UTC, date, datetime

import openpyxl
import pypdfium2
import pytest
from sqlalchemy import select

from controllers.bundle import Controllers
from controllers.drafts import Unsaved
from models.actions.entities import QualityAction
from models.actions.values import ActionKind
from models.applications.entities import (
    Advice,
    CriterionJudgement,
    MandateApplication,
    MandateDecision,
)
from models.applications.values import AdviceOutcome, ApplicationKind, DecisionKind
from models.centres.entities import ContactPerson, Counsellor, Engagement
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck, Finding
from models.complaints.entities import Complaint
from models.complaints.values import RegistrationKind, SubjectParty
from models.letters.entities import Letter, LetterPlace
from models.mandates.entities import Mandate
from models.retention.values import (
    DestroyReasonMissing,
    Holding,
    NobodyAsked,
    NotDue,
    NothingTicked,
    ReasonNames,
)
from models.store.tables import kept
from tests.conftest import TODAY
from tests.models.store.hands import add_centre, name_of
from tests.models.store.test_purge import found_in

WORDS = ("Zonnewijzer", "Annelies", "Verstuyft", "burn-out", "0475", "Hilde", "D-2012-7")


@pytest.fixture
def controllers(store) -> Controllers:
    return Controllers(store)


def an_old_centre(store, **facts):
    """A whole file whose mandate ended at the end of 2013: a row in every table there is."""
    centre = add_centre(store, trade_name="Zonnewijzer", officer="Hilde", **facts)
    with store.change("Work", "Zonnewijzer") as session:
        person = Counsellor(first_name="Annelies", last_name="Verstuyft", phone="0475123456")
        mandate = Mandate(
            centre_id=centre, start_date=date(2008, 1, 1), end_date=date(2013, 12, 31)
        )
        check = DossierCheck(
            centre_id=centre,
            reference="DC-1",
            template_key="dossier_check",
            template_version=1,
            visit_date=date(2012, 1, 1),
            finished_at=datetime(2012, 1, 2, tzinfo=UTC),
            conclusion="over Annelies",
        )
        asked = MandateApplication(
            centre_id=centre,
            reference="AV-1",
            kind=ApplicationKind.FIRST,
            template_key="application",
            template_version=1,
            received_on=date(2007, 9, 1),
        )
        letter = Letter(centre_id=centre, kind="audit", template_version=1, reference="B-1")
        session.add_all([person, mandate, check, asked, letter])
        session.flush()
        dossier = CheckedDossier(check_id=check.id, number="D-2012-7", position=1)
        session.add_all(
            [
                Engagement(centre_id=centre, counsellor_id=person.id),
                ContactPerson(centre_id=centre, last_name="Annelies Verstuyft"),
                dossier,
                Finding(check_id=check.id, statement="burn-out van Annelies"),
                CriterionJudgement(
                    application_id=asked.id, criterion_key="C1", motivation="Annelies"
                ),
                Advice(
                    application_id=asked.id,
                    outcome=AdviceOutcome.POSITIVE,
                    given_on=date(2007, 10, 1),
                    given_by="Hilde",
                ),
                MandateDecision(
                    centre_id=centre,
                    application_id=asked.id,
                    kind=DecisionKind.GRANTED,
                    decided_on=date(2007, 11, 1),
                    authority="VDAB",
                    motivation="Annelies",
                ),
                LetterPlace(letter_id=letter.id, key="intro", text="Beste Annelies"),
                QualityAction(
                    centre_id=centre,
                    kind=ActionKind.CONTACT,
                    day=date(2012, 1, 1),
                    text="Annelies had een burn-out",
                ),
            ]
        )
        session.flush()
        session.add(
            ChecklistAnswer(
                check_id=check.id, dossier_id=dossier.id, question_key="DC-01", note="Annelies"
            )
        )
    return centre


def test_the_list_says_what_is_due_and_since_when(controllers, store):
    centre = an_old_centre(store)
    book = controllers.retention.book()
    assert [row.id for row in book.due] == [centre]
    assert book.due[0].verdict.term.due == date(2023, 12, 31)


def test_what_runs_or_is_open_is_kept_and_says_why(controllers, store):
    runs = add_centre(store, legal_name="Loopt", enterprise_number="0403019261")
    busy = an_old_centre(store)
    with store.change("Work") as session:
        session.add(
            Mandate(centre_id=runs, start_date=date(2024, 1, 1), end_date=date(2029, 12, 31))
        )
        session.add(
            DossierCheck(
                centre_id=busy, reference="DC-2", template_key="dossier_check", template_version=1
            )
        )
    book = controllers.retention.book()
    assert book.due == ()
    assert {row.id: row.verdict.holding for row in book.kept} == {
        runs: Holding.MANDATE,
        busy: Holding.CHECK,
    }


def test_destroying_leaves_nothing_but_a_statement(controllers, store):
    centre = an_old_centre(store)
    other = add_centre(store, legal_name="Ander", enterprise_number="0403019261")
    made = controllers.retention.destroy([centre], "volgens de selectieregel")
    assert found_in(store.path, *WORDS) == []
    assert store.verify().whole
    assert name_of(store, other) == "Ander"
    said = controllers.retention.statement(made)
    assert said.reference == "V-2026-001"
    assert said.destroyed_on == TODAY
    assert said.term_ended_on == date(2023, 12, 31)
    assert "0566.988.259" in said.described
    assert "volgens de selectieregel" in said.described
    assert said.rows_count == 16
    assert controllers.retention.book().due == ()


def test_it_is_one_step_without_a_way_back(controllers, store):
    centre = an_old_centre(store)
    steps = len(controllers.history.ids())
    controllers.retention.destroy([centre], "volgens de selectieregel")
    assert len(controllers.history.ids()) == steps + 1
    assert controllers.history.next_undo is None
    newest = controllers.history.steps(controllers.history.ids()[:1])[0]
    assert newest.subject == "V-2026-001"
    assert controllers.history.story(newest.id).rows


def test_a_counsellor_who_works_elsewhere_stays(controllers, store):
    centre = an_old_centre(store)
    other = add_centre(store, legal_name="Ander", enterprise_number="0403019261")
    with store.change("Work") as session:
        person = session.scalars(select(Counsellor)).one()
        session.add(Engagement(centre_id=other, counsellor_id=person.id))
    controllers.retention.destroy([centre], "volgens de selectieregel")
    with store.look() as session:
        assert session.scalars(select(Counsellor.last_name)).one() == "Verstuyft"


def test_drafts_about_it_go_and_others_stay(controllers, store):
    centre = an_old_centre(store)
    controllers.drafts.keep("log", {"centre": str(centre), "text": "Annelies belde"})
    controllers.drafts.keep("log", {"centre": "", "text": "iets anders"})
    controllers.drafts.keep("note", {"centre": centre.hex, "text": "Annelies belt terug"})
    controllers.retention.destroy([centre], "volgens de selectieregel")
    assert found_in(store.path, "annelies") == []
    assert controllers.drafts.read("log") == {"text": "iets anders"}
    assert controllers.drafts.read("note") == {}


def test_what_was_being_typed_in_anything_of_it_goes_too(controllers, store):
    centre = an_old_centre(store)
    drafts = controllers.drafts
    other = add_centre(store, legal_name="Ander", enterprise_number="0403019261")
    kept = controllers.checks.plan(other, date(2026, 5, 4))
    with store.change("Register complaint", "Zonnewijzer") as session:
        session.add(
            Complaint(
                centre_id=centre,
                reference="KL-1",
                kind=RegistrationKind.COMPLAINT,
                subject=SubjectParty.CENTRE,
                theme="extra kosten",
                closed_on=date(2012, 5, 1),
            )
        )
    with store.look() as session:
        owners = [
            row
            for kind in (DossierCheck, MandateApplication, MandateDecision, Complaint)
            for row in session.scalars(select(kind.id).where(kind.centre_id == centre))
        ]
    assert len(owners) >= len(("a check", "an application", "a decision", "a complaint"))
    for owner in owners:
        drafts.keep_unsaved(owner, "visit|1|conclusion", Unsaved("Annelies belde"))
        drafts.keep_unsaved(owner, "visit|1|conclusion", Unsaved("Annelies belde terug"))
        drafts.keep_unsaved(owner, "visit|1|follow_up", Unsaved("Annelies vragen"))
    drafts.forget_unsaved(owners[0], ["visit|1|conclusion", "visit|1|follow_up"])
    drafts.keep_unsaved(kept, "visit|1|conclusion", Unsaved("iets anders"))
    controllers.retention.destroy([centre], "volgens de selectieregel")
    assert found_in(store.path, "annelies") == []
    assert not any(drafts.unsaved(owner) for owner in owners)
    assert drafts.unsaved(kept)["visit|1|conclusion"].text == "iets anders"
    assert controllers.history.verify().whole


def test_every_table_that_belongs_to_a_centre_goes_with_it():
    """A new table that hangs from a centre cannot be forgotten."""
    reached = {"centre"}
    for table in kept().values():
        aims = {key.column.table.name for key in table.foreign_keys}
        if aims & reached:
            reached.add(table.name)
    of_the_office = {"setting", "rule_change", "text_block", "library_question"}
    checklists = {"checklist_version", "checklist_section", "checklist_question"}
    apart = {"step", "counsellor", "destruction"}
    assert set(kept()) - reached == of_the_office | checklists | apart


@pytest.mark.parametrize(
    ("reason", "refusal"),
    [("  ", DestroyReasonMissing), ("Zonnewijzer is gestopt", ReasonNames)],
)
def test_a_reason_is_asked_that_names_nobody(controllers, store, reason, refusal):
    centre = an_old_centre(store)
    with pytest.raises(refusal):
        controllers.retention.destroy([centre], reason)
    assert name_of(store, centre) is not None


def test_what_is_not_due_is_refused_and_nothing_goes(controllers, store):
    old = an_old_centre(store)
    young = add_centre(store, legal_name="Jong", enterprise_number="0403019261")
    with pytest.raises(NotDue):
        controllers.retention.destroy([old, young], "volgens de selectieregel")
    assert name_of(store, old) is not None
    with pytest.raises(NothingTicked):
        controllers.retention.destroy([], "volgens de selectieregel")


def test_the_statement_is_one_tagged_page_and_the_same_bytes(controllers, store, tmp_path):
    made = controllers.retention.destroy([an_old_centre(store)], "volgens de selectieregel")
    first = controllers.retention.write_statement(made, tmp_path / "een.pdf")
    assert first.sha256 == controllers.retention.write_statement(made, tmp_path / "twee").sha256
    paper = pypdfium2.PdfDocument(first.path)
    assert len(paper) == 1
    text = paper[0].get_textpage().get_text_bounded()
    assert "V-2026-001" in text
    assert "Verklaring van vernietiging" in text
    assert b"/MarkInfo" in first.path.read_bytes()


def test_somebody_is_found_wherever_they_are_named(controllers, store):
    an_old_centre(store)
    found = {(one.table, one.field) for one in controllers.retention.traces("annelies")}
    assert {
        ("contact", "last_name"),
        ("counsellor", "first_name"),
        ("finding", "statement"),
    } <= found
    assert {("letter_place", "text"), ("quality_action", "text")} <= found
    assert {one.centre for one in controllers.retention.traces("annelies")} == {"Zonnewijzer"}
    with pytest.raises(NobodyAsked):
        controllers.retention.traces("an")


def test_everything_on_somebody_goes_along_as_json_and_workbook(controllers, store, tmp_path):
    an_old_centre(store)
    made = controllers.retention.export_person("Verstuyft", tmp_path / "persoon.json")
    told = json.loads(made.path.read_text("utf-8"))
    assert any(one["inhoud"] == "Annelies Verstuyft" for one in told["vindplaatsen"])
    assert any("0475" in str(one) for one in told["gegevens"]["Begeleider"])
    book = openpyxl.load_workbook(tmp_path / "persoon.xlsx")
    said = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "Annelies Verstuyft" in said
