"""The office's own assessment: written, published, judged by; what came in before stays as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from controllers.bundle import Controllers
from controllers.template_columns import columns
from models.applications.values import (
    AdviceOutcome,
    ApplicationKind,
    CriterionGap,
    Judged,
    Judgement,
)
from models.checklists import rules
from models.checklists.rules import ASSESSMENT
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    ChecklistIncomplete,
    ChecklistUnknown,
    Condition,
    LookedUp,
    TemplateRefused,
    Unit,
    VersionState,
    WarningKind,
)
from models.store.store import Store
from tests.controllers.dossiers import CAME, FAILS, START, Applicant, applicant, ruling
from tests.controllers.finished import settle

NEW, AFTER = "MA-15", "MA-09"
NOT_MET = Condition(AFTER, (AnswerValue.NO,))
OTHER = "0123456749"
PLACES = {one.field: at for at, one in enumerate(columns(Unit.MANDATE_APPLICATION), start=1)}
FIRST = 4
"""Row of the first criterion in the workbook."""


@pytest.fixture
def controllers(store: Store) -> Controllers:
    made = Controllers(store)
    settle(made)
    made.settings.edit("complaints_contact", "vdab.example/klachten")
    return made


@pytest.fixture(autouse=True)
def proven(store: Store):
    yield
    proof = store.verify()
    assert (proof.chain, proof.rows) == ("ok", "ok")


def written(controllers: Controllers) -> UUID:
    """A draft of version 2 with a knock-out that is asked only when MA-09 is not met."""
    lists = controllers.checklists
    draft = lists.draft_from(ASSESSMENT, 1)
    file = lists.file(ASSESSMENT, 2)
    section = file.section_ids["vision"]
    added = lists.add_question(section, file.question_ids[AFTER])
    for field, value in {
        "text": "De onderaannemers zijn bij naam bekend.",
        "short": "Onderaannemers bekend",
        "basis_kind": "rule",
        "basis_text": "instructie van de dienst",
        "mandate_relevant": True,
        "asked_when": NOT_MET,
        "looked_up": [LookedUp.POSTAL_CODES, LookedUp.ENTERPRISE_NUMBER],
        "parameter": "min_guidance_experience",
    }.items():
        lists.edit_question(added, field, value)
    lists.edit(draft, "legal_basis", "het besluit van 17 mei 2013, artikel 4")
    return draft


def published(controllers: Controllers) -> UUID:
    draft = written(controllers)
    controllers.checklists.begin_test(draft)
    controllers.checklists.publish(draft)
    return draft


def placed(controllers: Controllers, centre: UUID) -> None:
    for field, value in {
        "street": "Markt", "house_number": "1", "postal_code": "2200", "locality": "Herentals",
    }.items():  # fmt: skip
        controllers.centres.edit(centre, field, value)


def second(controllers: Controllers) -> Applicant:
    """Another centre, whose application comes in after the new version."""
    centre = controllers.centres.add(OTHER, "Loopbaanhuis Nete")
    placed(controllers, centre)
    made = controllers.applications.receive(centre, CAME, requested_start=START)
    return Applicant(controllers, centre, made)


def assessment_keys(one: Applicant, path: Path) -> set[object]:
    one.controllers.applications.send_out(one.application, path)
    sheet = load_workbook(path)["Vereisten"]
    return {cell.value for row in sheet.iter_rows() for cell in row}


def paper(controllers: Controllers, decision: UUID, path: Path) -> str:
    letter = controllers.letters.write_decision_letter(decision)
    made = controllers.outgoing.letter(letter, path)
    return " ".join("".join(page.extract_text() for page in PdfReader(made.path).pages).split())


# its versions


def test_the_assessment_that_ships_stands_in_the_room_of_checklists(controllers: Controllers):
    rows = {row.version.key: row for row in controllers.checklists.rows()}
    assert rows[ASSESSMENT].version.unit is Unit.MANDATE_APPLICATION
    assert rows[ASSESSMENT].version.questions == 14
    applicant(controllers)
    rows = {row.version.key: row for row in controllers.checklists.rows()}
    assert rows[ASSESSMENT].used_in == 1


def test_a_draft_says_the_same_as_the_version_it_was_made_from(controllers: Controllers):
    controllers.checklists.draft_from(ASSESSMENT, 1)
    made, shipped = (controllers.checklists.file(ASSESSMENT, one).template for one in (2, 1))
    assert made.sections == shipped.sections
    assert made.assessment == shipped.assessment
    assert controllers.checklists.difference(ASSESSMENT, 1, 2).changed == 0
    controllers.history.undo()
    with pytest.raises(ChecklistUnknown):
        controllers.checklists.file(ASSESSMENT, 2)


def test_what_a_new_version_says_otherwise_is_told_field_by_field(controllers: Controllers):
    draft = written(controllers)
    controllers.checklists.edit(draft, "four_eyes", value=False)
    found = controllers.checklists.difference(ASSESSMENT, 1, 2)
    assert [(one.field, one.new) for one in found.facts] == [
        ("four_eyes", False),
        ("legal_basis", "het besluit van 17 mei 2013, artikel 4"),
    ]
    told = rules.condition_sentence(NOT_MET, found.assessed)
    assert told == "Alleen als het oordeel over MA-09 “voldoet niet” is"
    (vision,) = [one for one in found.sections if one.key == "vision"]
    (added,) = [one.new for one in vision.questions if one.key == NEW]
    assert added is not None
    assert added.looked_up == (LookedUp.ENTERPRISE_NUMBER, LookedUp.POSTAL_CODES)
    assert added.parameter == "min_guidance_experience"


def test_only_judgements_can_be_given_and_a_decision_rests_on_something(controllers: Controllers):
    draft = written(controllers)
    lists = controllers.checklists
    lists.edit(draft, "legal_basis", " ")
    kind = lists.file(ASSESSMENT, 2).question_ids[NEW]
    lists.edit_question(kind, "answer_type", AnswerType.NUMBER)
    stops = [one.kind for one in lists.file(ASSESSMENT, 2).blocking]
    assert stops == [WarningKind.BASIS_MISSING, WarningKind.KIND_NOT_JUDGED]
    lists.begin_test(draft)
    with pytest.raises(ChecklistIncomplete, match="rechtsgrond"):
        lists.publish(draft)


def test_a_check_is_not_planned_with_it_nor_an_application_received_without(controllers):
    one = applicant(controllers)
    with pytest.raises(ChecklistUnknown):
        controllers.checks.plan(one.centre, None, None, ASSESSMENT)
    other = controllers.centres.add(OTHER, "Loopbaanhuis Nete")
    for key in ("dossier_check", "bestaat_niet"):
        with pytest.raises(ChecklistUnknown):
            controllers.applications.receive(other, CAME, checklist=key)


def test_an_office_with_two_lists_chooses_one_for_an_application(controllers: Controllers):
    apps, lists = controllers.applications, controllers.checklists
    (ours,) = apps.checklists()
    assert ours[0] == ASSESSMENT
    short = lists.new("Verkorte beoordeling", Unit.MANDATE_APPLICATION)
    section = lists.add_section(short, "A. Alles")
    asked = lists.add_question(section)
    lists.edit_question(asked, "text", "Alles is in orde.")
    assert apps.checklists() == [ours]
    lists.begin_test(short)
    lists.publish(short)
    assert apps.checklists() == [ours, ("verkorte_beoordeling", "Verkorte beoordeling")]
    centre = controllers.centres.add(OTHER, "Loopbaanhuis Nete")
    made = apps.receive(centre, CAME, checklist="verkorte_beoordeling")
    file = apps.file(made)
    assert [one.criterion.text for one in file.criteria] == ["Alles is in orde."]
    assert file.template.assessing.four_eyes
    assert apps.rows([made])[0].total == 1


def test_a_try_shows_the_advice_that_judgements_lead_to(controllers: Controllers):
    template = controllers.checklists.file(ASSESSMENT, 1).template
    few = controllers.checklists.try_judgements(template, {"MA-01": Judgement.MEETS})
    assert (few.proposal, len(few.open)) == (None, 13)
    every = {one.key: Judgement.MEETS for one in template.questions} | {"MA-05": FAILS}
    trial = controllers.checklists.try_judgements(template, every)
    assert trial.proposal is not None
    assert trial.proposal.outcome is AdviceOutcome.NEGATIVE
    assert "MA-05" in trial.proposal.why


# judged by it


def test_an_old_application_stays_on_its_version_and_a_new_one_is_judged_by_the_new(
    controllers: Controllers, store: Store, tmp_path: Path
):
    old = applicant(controllers)
    placed(controllers, old.centre)
    published(controllers)
    new = second(controllers)
    assert [old.file.template.version, new.file.template.version] == [1, 2]
    assert (old.file.criteria[-1].key, len(old.file.criteria)) == ("MA-14", 14)
    assert not new.file.of(NEW).asked
    assert controllers.applications.rows([new.application])[0].total == 14

    for one in (old, new):
        one.certify()
        one.judge(MA_05=FAILS, MA_09=FAILS)
        one.complete()
    assert old.file.proposal is not None
    assert (new.file.proposal, new.file.of(NEW).gap) == (None, CriterionGap.JUDGEMENT)
    row = controllers.applications.rows([new.application])[0]
    assert (row.judged, row.total) == (14, 15)
    assert [fact.name for fact in new.file.of(NEW).facts] == [
        LookedUp.ENTERPRISE_NUMBER,
        LookedUp.POSTAL_CODES,
    ]
    controllers.applications.assess(
        new.application, {NEW: Judged(FAILS, "Geen enkele naam staat in het dossier.")}
    )
    sheets = [assessment_keys(one, tmp_path / f"{one.application}.xlsx") for one in (old, new)]
    assert [NEW in keys for keys in sheets] == [False, True]
    said = " ".join(str(one) for one in sheets[1])
    assert "Alleen als het oordeel over MA-09 “voldoet niet” is." in said
    decisions = []
    for one in (old, new):
        one.ask()
        one.complete()
        one.advise(AdviceOutcome.NEGATIVE, "Er valt niets meer aan te vullen.")
        why = ruling("Niet doorslaggevend voldaan.")
        decisions.append(controllers.applications.refuse(one.application, why))
    texts = [paper(controllers, one, tmp_path / f"{one}.pdf") for one in decisions]
    assert "Onderaannemers bekend" not in texts[0]
    assert "Onderaannemers bekend" in texts[1]
    assert "Geen enkele naam staat in het dossier." in texts[1]
    assert controllers.applications.legal_basis() == "het besluit van 17 mei 2013, artikel 4"

    again = Controllers(store)
    assert again.applications.file(old.application).template.version == 1
    assert len(again.applications.file(new.application).asked) == 15


def test_a_criterion_that_is_no_longer_asked_leaves_letter_and_decision(controllers, tmp_path):
    published(controllers)
    new = second(controllers)
    new.certify()
    new.judge(MA_09=FAILS)
    controllers.applications.assess(new.application, {NEW: Judged(FAILS, "Niets gevonden.")})
    controllers.applications.judge(new.application, AFTER, Judgement.MEETS)
    new.complete()
    assert new.file.proposal is not None
    assert new.file.proposal.outcome is AdviceOutcome.POSITIVE
    new.advise()
    assert "Niets gevonden." not in paper(controllers, new.grant(), tmp_path / "toegekend.pdf")


def test_a_retired_version_gives_way_to_the_one_before(controllers: Controllers):
    draft = published(controllers)
    controllers.checklists.retire(draft)
    assert second(controllers).file.template.version == 1
    state = controllers.checklists.file(ASSESSMENT, 2).state
    assert state is VersionState.RETIRED
    assert (
        ApplicationKind.FIRST
        is controllers.applications.rows(controllers.applications.ids())[0].kind
    )


# through Excel


def out(controllers: Controllers, folder: Path, version: int) -> Path:
    return controllers.outgoing.template(ASSESSMENT, folder / "beoordeling.xlsx", version).path


def change(path: Path, *cells: tuple[int, str, object]) -> None:
    book = load_workbook(path)
    for row, field, value in cells:
        book["Vragen"].cell(row, PLACES[field]).value = value
    book.save(path)


def test_an_assessment_goes_to_excel_and_back_without_loss(controllers, tmp_path):
    written(controllers)
    lists, path = controllers.checklists, out(controllers, tmp_path, 2)
    sheet = load_workbook(path)["Vragen"]
    heads = [cell.value for cell in sheet[FIRST - 1]]
    assert "Beslissend" in heads
    assert not {
        "Voorgestelde vaststelling",
        "Gewicht in de score",
        "Voorwaarde van de omschrijving",
    } & set(heads)
    plan = lists.plan_workbook(lists.read_workbook(path))
    assert plan.reading.issues == ()
    assert {outcome for _row, _key, outcome in plan.outcomes} == {"same"}
    before = lists.file(ASSESSMENT, 2).template
    assert (plan.template.sections, plan.template.assessment) == (
        before.sections,
        before.assessment,
    )
    assert plan.template.thresholds == before.thresholds


def test_a_change_in_excel_becomes_the_next_draft(controllers, tmp_path):
    path = out(controllers, tmp_path, 1)
    change(
        path,
        (FIRST + 1, "looked_up", "Postcodes bestaan en passen bij de gemeente"),
        (FIRST + 1, "mandate_relevant", "nee"),
        (FIRST + 2, "parameter", "Wachttermijn na een intrekking of stopzetting"),
        (FIRST + 4, "asked_after", "MA-04"),
        (FIRST + 4, "asked_values", "voldoet niet, voldoet gedeeltelijk"),
    )
    lists = controllers.checklists
    taken = lists.take_workbook(lists.read_workbook(path))
    made = lists.file(ASSESSMENT, 2).template
    assert made.question("MA-02").looked_up == (LookedUp.POSTAL_CODES,)
    assert not made.question("MA-02").decisive
    assert made.question("MA-03").parameter == "mandate_waiting_months"
    condition = made.question("MA-05").asked_when
    assert condition is not None
    assert set(condition.values) == {AnswerValue.NO, AnswerValue.PARTIAL}
    assert made.assessing.labels == lists.file(ASSESSMENT, 1).template.assessing.labels
    assert lists.version(taken.version_id).based_on == 1


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("looked_up", "maanstand", "not_in_the_list"),
        ("parameter", "regel van drie", "rule_unknown"),
        ("asked_values", "misschien", "not_in_the_list"),
    ],
)
def test_a_mistake_is_told_with_its_cell(controllers, tmp_path, field, value, code):
    path = out(controllers, tmp_path, 1)
    change(path, (FIRST + 3, field, value))
    lists = controllers.checklists
    reading = lists.read_workbook(path)
    (one,) = reading.issues
    assert (one.row, one.code) == (FIRST + 3, code)
    assert load_workbook(path)["Vragen"][f"{one.column}{one.row}"].value == value
    with pytest.raises(TemplateRefused, match=f"{one.column}{one.row}"):
        lists.take_workbook(reading)


def test_the_history_tells_facts_rule_and_judgements_in_words(controllers: Controllers):
    written(controllers)
    told = {
        (field.name, field.new)
        for step in controllers.history.ids()
        for row in controllers.history.story(step).rows
        for field in row.fields
    }
    said = {new for _name, new in told}
    assert "check digits of the enterprise number, postal codes exist and fit the town" in said
    assert "Minimum aan begeleidingservaring" in said
    assert "voldoet, voldoet gedeeltelijk, voldoet niet, bijkomende informatie nodig" in said
    assert not any("mod97" in new or "does_not_meet" in new for new in said)


def test_the_workbook_counts_only_what_is_asked(controllers, tmp_path):
    published(controllers)
    one = second(controllers)
    path = tmp_path / "vereisten.xlsx"
    assert NEW not in {each.key for each in one.file.asked}

    def counted() -> str:
        one.controllers.applications.send_out(one.application, path)
        return str(load_workbook(path)["Vereisten"].cell(2, 8).value)

    row = _row_of(one, path, NEW)
    assert counted().endswith(f'" van {len(one.file.asked)}"')
    runs = [part.split(",")[0] for part in counted().split("COUNTIF(")[1:]]
    rows = [int(end[1:]) for run in runs for end in run.split(":")]
    assert row not in range(rows[0], rows[1] + 1)
    assert len(runs) == 2
    assert rows[2] > row
    controllers.applications.judge(one.application, AFTER, FAILS)
    assert counted().count("COUNTIF(") == 1
    assert counted().endswith('" van 15"')


def _row_of(one: Applicant, path: Path, key: str) -> int:
    one.controllers.applications.send_out(one.application, path)
    sheet = load_workbook(path)["Vereisten"]
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == key)
