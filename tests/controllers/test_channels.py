"""A check of the offer: channels with their address and hour, in the engine of dossier checks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from controllers.bundle import Controllers
from controllers.checks import OFFER
from models.actions.values import ActionKind
from models.centres.values import NationalNumberFound
from models.checks.values import (
    ChecklistAnswer,
    AddressNotPossible,
    AnswerValue,
    ChannelMissing,
    ChannelTaken,
    ChannelTooLong,
    Grade,
    Unit,
    Verdict,
)
from models.store.store import Store

SITE = "https://www.demer.example/aanbod"


@pytest.fixture
def do(store: Store) -> Controllers:
    return Controllers(store)


@pytest.fixture
def centre(do: Controllers) -> UUID:
    centre = do.centres.add("0566988259", "Loopbaanhuis Demer bv")
    do.centres.edit(centre, "website", SITE)
    return centre


@pytest.fixture
def check(do: Controllers, centre: UUID) -> UUID:
    return do.checks.plan(centre, date(2026, 5, 4), None, OFFER)


def names(do: Controllers, check: UUID) -> list[str]:
    return [channel.number for channel in do.checks.file(check).dossiers]


def test_it_begins_with_the_website_of_the_centre_in_one_step(do: Controllers, check: UUID):
    file = do.checks.file(check)
    assert file.reference.startswith("NA-2026-")
    assert file.template.unit is Unit.PUBLIC_CHANNEL
    assert [(one.number, one.address) for one in file.dossiers] == [("Website", SITE)]
    do.history.undo()
    assert do.checks.ids() == []
    do.history.redo()
    assert names(do, check) == ["Website"]


def test_a_centre_without_a_website_begins_empty(do: Controllers):
    other = do.centres.add("0403170701", "Koers en Kompas bv")
    assert names(do, do.checks.plan(other, checklist=OFFER)) == []


def test_a_channel_keeps_the_hour_it_was_looked_at(do: Controllers, check: UUID):
    brochure = do.checks.add_channel(check, "Brochure", "balie, druk 2026")
    assert do.checks.file(check).dossiers[1].looked_at is None
    do.checks.look_at(check, brochure)
    assert do.checks.file(check).dossiers[1].looked_at is not None
    do.history.undo()
    assert do.checks.file(check).dossiers[1].looked_at is None
    do.checks.start(check)
    do.checks.add_channel(check, "LinkedIn")
    assert do.checks.file(check).dossiers[2].looked_at is not None


def test_a_channel_is_called_otherwise_and_keeps_its_answers(do: Controllers, check: UUID):
    (site,) = do.checks.file(check).dossiers
    do.checks.answer(check, site.id, "OC-01", AnswerValue.YES)
    do.checks.edit_channel(check, site.id, "number", " Website  (nieuw) ")
    do.checks.edit_channel(check, site.id, "address", "https://demer.example/")
    (renamed,) = do.checks.file(check).dossiers
    assert (renamed.number, renamed.address) == ("Website (nieuw)", "https://demer.example/")
    assert renamed.answers["OC-01"].value is AnswerValue.YES
    do.checks.edit_channel(check, site.id, "number", "Website (nieuw)")


def test_many_answers_of_a_channel_are_filled_in_under_its_name(do: Controllers, check: UUID):
    """Its name was read as the number of a dossier, and refused as the name of a person."""
    channel = do.checks.add_channel(check, "Sociale media", "https://demer.example/")
    do.checks.fill(check, channel, {"OC-01": ChecklistAnswer(AnswerValue.YES)}, "Sociale media")
    assert do.checks.file(check).dossiers[-1].answers["OC-01"].value is AnswerValue.YES
    assert do.history.next_undo.label == "Fill in channel"


def test_an_old_name_may_be_given_to_the_next_channel(do: Controllers, check: UUID):
    first = do.checks.add_channel(check, "Folder", "balie")
    do.checks.answer(check, first, "OC-01", AnswerValue.YES)
    do.checks.edit_channel(check, first, "number", "Folder 2025")
    second = do.checks.add_channel(check, "Folder", "druk 2026")
    assert second != first
    assert names(do, check) == ["Website", "Folder 2025", "Folder"]
    _site, renamed, new = do.checks.file(check).dossiers
    assert renamed.answers["OC-01"].value is AnswerValue.YES
    assert (new.address, new.answers) == ("druk 2026", {})
    do.history.undo()
    assert names(do, check) == ["Website", "Folder 2025"]
    do.history.redo()
    assert names(do, check) == ["Website", "Folder 2025", "Folder"]


@pytest.mark.parametrize(
    ("name", "address", "refusal"),
    [
        ("  ", "", ChannelMissing),
        ("x" * 61, "", ChannelTooLong),
        ("WEBSITE", "", ChannelTaken),
        ("Facebook", "https://", AddressNotPossible),
        ("Facebook", "https://demer.example/met blanco", AddressNotPossible),
        ("Facebook", "http://[::1", AddressNotPossible),
        ("Facebook", "x" * 501, AddressNotPossible),
        ("85.07.30-033.28", "", NationalNumberFound),
        ("Facebook", "85.07.30-033.28", NationalNumberFound),
    ],
)
def test_what_is_no_channel_is_refused_and_nothing_is_written(
    do: Controllers, check: UUID, name: str, address: str, refusal: type[Exception]
):
    with pytest.raises(refusal):
        do.checks.add_channel(check, name, address)
    assert names(do, check) == ["Website"]


def test_the_same_rules_judge_and_propose_findings(do: Controllers, check: UUID):
    do.checks.start(check)
    do.checks.add_channel(check, "Facebook")
    file = do.checks.file(check)
    for channel in file.dossiers:
        for question in file.template.questions:
            do.checks.answer(check, channel.id, question.key, AnswerValue.YES)
    site = file.dossiers[0].id
    do.checks.answer(check, site, "OC-01", AnswerValue.NO)
    do.checks.note(check, site, "OC-01", "Het mandaat staat onder een andere naam.")
    file = do.checks.file(check)
    (finding,) = file.findings
    assert finding.failed == ("Website",)
    assert finding.grade in {Grade.MINOR, Grade.MAJOR}
    assert finding.text.startswith("Op 1 van de 2 kanalen (Website) ")
    assert "dossier" not in f"{finding.text} {finding.grade_why}"
    assert [one.verdict for one in file.dossiers][1] is Verdict.CONFORM
    do.checks.finish(check)
    assert do.checks.rows([check])[0].unit is Unit.PUBLIC_CHANNEL


def test_it_counts_as_a_check_of_the_offer_over_the_mandate(do: Controllers, centre: UUID):
    do.mandates.add(centre, "LB-1", date(2024, 1, 1))
    check = do.checks.plan(centre, date(2026, 4, 1), None, OFFER)
    do.checks.start(check)
    covered = do.coverage.of_centre(centre)
    counted = {row.kind: row.count for row in covered.kinds}
    assert counted[ActionKind.OFFER_CHECK] == 1
    assert counted[ActionKind.DOSSIER_CHECK] == 0


def test_the_centre_reads_about_channels_and_never_about_dossiers(do: Controllers, check: UUID):
    do.checks.start(check)
    do.checks.add_channel(check, "Facebook")
    file = do.checks.file(check)
    for channel in file.dossiers:
        for question in file.template.questions:
            do.checks.answer(check, channel.id, question.key, AnswerValue.YES)
    do.checks.answer(check, file.dossiers[1].id, "OC-10", AnswerValue.NO)
    do.checks.note(check, file.dossiers[1].id, "OC-10", "Vraagt 75 euro voor een test.")
    do.checks.finish(check)
    letter = do.letters.file(do.letters.write_audit_letter(check))
    document = letter.document
    assert document.subject.startswith("Resultaat van het nazicht van uw aanbod van 4 mei 2026")
    told = [block.text for block in document.blocks]
    assert any("2 kanalen bekeken" in text for text in told)
    tables = [block for block in document.blocks if block.columns]
    assert [column.title for column in tables[0].columns][3] == "Kanalen"
    assert "dossiercontrole" not in " ".join((*told, *document.enclosures))
    assert any("niet aan de regels voor het aanbod" in text for text in told)
