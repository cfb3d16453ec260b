"""A checklist goes out as a workbook and comes back: real files, read again by other programs."""

import subprocess
from datetime import UTC, date, datetime
from shutil import which
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from controllers.exchange.review import Group
from models.centres.values import NationalNumberFound
from models.checks.values import AnswerValue, Grade, ReactionKind, ReceivedBeforeVisit, Verdict
from models.checks.values.exchange import SheetUse
from tests.controllers.finished import NUMBER, finished_check, settle
from tests.controllers.test_own_checklist import Office
from tests.controllers.workbooks import Sheet, react, stamp


@pytest.fixture
def check(controllers):
    """Three no's in the first question of six dossiers, and open again."""
    made = finished_check(controllers)
    controllers.checks.reopen(made, "Nog een dossier nakijken.")
    return made


def review(controllers, path, check):
    back = controllers.checks.read_back(path)
    return back, controllers.checks.review(back, check)


def take(controllers, path, check):
    back, seen = review(controllers, path, check)
    return controllers.checks.take_back(back, seen, seen.fresh)


def dossier(controllers, check, place=0):
    return controllers.checks.file(check).dossiers[place]


@pytest.mark.parametrize("use", list(SheetUse))
def test_an_untouched_workbook_brings_nothing(controllers, check, path, use):
    controllers.checks.send_out(check, path, use)
    _back, seen = review(controllers, path, check)
    assert (seen.items, seen.told) == ((), ())
    assert seen.use is use
    assert sum(part.same for part in seen.parts) > 27 * 6


def test_a_workbook_named_after_a_national_register_number_does_not_leave(
    controllers, check, tmp_path
):
    with pytest.raises(NationalNumberFound):
        controllers.checks.send_out(check, tmp_path / "klant 85.07.30-033.28.xlsx")
    assert list(tmp_path.glob("klant*")) == []


def test_answers_notes_and_hours_come_back_as_one_step(controllers, check, path):
    controllers.checks.send_out(check, path)
    one, two = dossier(controllers, check), dossier(controllers, check, 1)
    Sheet(path, "Matrix").write("DC-02/value", str(one.id), "Gedeeltelijk")
    Sheet(path, "Matrix").write("DC-08/hours_documented", str(two.id), 5)
    Sheet(path, "Nota's").write(f"{one.id}/DC-02", "note", "=1+1 staat in het verslag")
    _back, seen = review(controllers, path, check)
    assert [(item.group, item.base, item.theirs) for item in seen.items] == [
        (Group.ANSWERS, "ja", "gedeeltelijk"),
        (Group.ANSWERS, "7", "5"),
        (Group.ANSWERS, "", "=1+1 staat in het verslag"),
    ]
    assert [item.what for item in seen.items][0] == "DC-02 · KZ-001 · answer"
    taken = take(controllers, path, check)
    assert (taken.answers, taken.reactions) == (3, 0)
    after = dossier(controllers, check).answers["DC-02"]
    assert (after.value, after.note) == (AnswerValue.PARTIAL, "=1+1 staat in het verslag")
    assert dossier(controllers, check, 1).answers["DC-08"].hours_documented == 5.0
    _back, again = review(controllers, path, check)
    assert not [item for item in again.items if item.takable]
    controllers.history.undo()
    assert dossier(controllers, check).answers["DC-02"].value is AnswerValue.YES
    assert dossier(controllers, check, 1).answers["DC-08"].hours_documented == 7.0
    controllers.history.redo()
    assert dossier(controllers, check).answers["DC-02"].value is AnswerValue.PARTIAL
    assert controllers.history.verify().rows == "ok"


def centre_sheet(controllers, check, path):
    controllers.checks.send_out(check, path, SheetUse.CENTRE)
    finding = controllers.checks.file(check).findings[0]
    return finding, Sheet(path, "Vaststellingen")


def reactions(controllers, check):
    with controllers._store.look() as session:
        from models.checks import queries

        return [
            (row.kind, row.text, row.received_on) for row in queries.reaction_rows(session, check)
        ]


def test_a_reaction_comes_in_and_can_be_undone(controllers, check, path):
    finding, sheet = centre_sheet(controllers, check, path)
    react(sheet, finding, "feit klopt niet", "Het stuk zat in de bijlage.", datetime(2026, 5, 2))
    taken = take(controllers, path, check)
    assert (taken.reactions, taken.answers) == (1, 0)
    said = (ReactionKind.FACT, "Het stuk zat in de bijlage.", date(2026, 5, 2))
    assert reactions(controllers, check) == [said]
    assert not review(controllers, path, check)[1].items
    controllers.history.undo()
    assert reactions(controllers, check) == []
    controllers.history.redo()
    assert reactions(controllers, check) == [said]
    assert controllers.history.verify().rows == "ok"


def test_a_finished_check_takes_reactions_but_no_answers(controllers, check, path):
    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    Sheet(path, "Matrix").write("DC-02/value", str(one.id), "nee")
    finding = controllers.checks.file(check).findings[0]
    react(Sheet(path, "Vaststellingen"), finding, "akkoord", None, None)
    controllers.checks.finish(check)
    _back, seen = review(controllers, path, check)
    assert [(item.group, item.code) for item in seen.items] == [
        (Group.FORBIDDEN, "check_finished"),
        (Group.REACTIONS, ""),
    ]
    assert take(controllers, path, check).reactions == 1
    assert reactions(controllers, check) == [(ReactionKind.AGREES, "", date(2026, 5, 4))]
    assert controllers.checks.prove(check).stands is True
    assert dossier(controllers, check).answers["DC-02"].value is AnswerValue.YES


def test_what_the_centre_may_not_change_is_shown_and_refused(controllers, check, path):
    finding, sheet = centre_sheet(controllers, check, path)
    one = dossier(controllers, check)
    row, column = Sheet(path, "Matrix").write("DC-01/value", str(one.id), "ja")
    sheet = Sheet(path, "Vaststellingen")
    sheet.write(str(finding.id), "measure", "Niets te doen")
    sheet.write(str(finding.id), "due", datetime(2027, 1, 1))
    Sheet(path, "Matrix").write("number", str(one.id), "KZ-999")
    Sheet(path, "Matrix").write("DC-03/value", "question", "Is alles in orde?")
    _back, seen = review(controllers, path, check)
    assert {item.group for item in seen.items} == {Group.FORBIDDEN}
    assert {(item.key.row.split("/")[-1], item.key.column) for item in seen.items} >= {
        ("number", str(one.id)),
        (str(finding.id), "measure"),
        (str(finding.id), "due"),
    }
    assert len(seen.items) == 5
    changed = next(item for item in seen.items if item.key.row == "DC-01/value")
    assert (changed.sheet, changed.row, changed.column) == ("Matrix", row, column)
    assert (changed.base, changed.theirs, changed.takable) == ("nee", "ja", False)
    back = controllers.checks.read_back(path)
    every = [item.id for item in seen.items]
    assert controllers.checks.take_back(back, seen, every).step is None


def test_what_cannot_be_read_says_where_and_why(controllers, check, path):
    finding, sheet = centre_sheet(controllers, check, path)
    react(sheet, finding, "feit klopt niet", "Toch wel.", "31/02/2026")
    _back, seen = review(controllers, path, check)
    unreadable, new = seen.items
    assert (unreadable.group, new.group) == (Group.UNREADABLE, Group.REACTIONS)
    assert (unreadable.row, unreadable.sheet) == (sheet.row(str(finding.id)), "Vaststellingen")
    assert "“31/02/2026”" in unreadable.reason
    take(controllers, path, check)
    assert reactions(controllers, check)[0][2] == date(2026, 5, 4)
    assert not [item for item in review(controllers, path, check)[1].items if item.takable]


@pytest.mark.parametrize(
    ("row", "value", "code"),
    [
        ("DC-02/value", "misschien", "answer_not_in_list"),
        ("DC-08/hours_registered", "3,5 uur", "number_is_text"),
        ("DC-08/hours_registered", 400, "hours_not_possible"),
        ("DC-08/value", "ja", "hours_wanted"),
    ],
)
def test_an_answer_that_is_none_is_told(controllers, check, path, row, value, code):
    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    if code == "hours_wanted":
        controllers.checks.hours(check, one.id, "DC-08", 7.0, 3.0)
        controllers.checks.send_out(check, path)
    Sheet(path, "Matrix").write(row, str(one.id), value)
    _back, seen = review(controllers, path, check)
    (item,) = seen.items
    assert (item.group, item.code) == (Group.UNREADABLE, code)


def test_a_national_register_number_stays_out_and_is_masked(controllers, check, path):
    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    Sheet(path, "Nota's").write(f"{one.id}/DC-02", "note", "klant 85.07.30-033.28 belde")
    _back, seen = review(controllers, path, check)
    (item,) = seen.items
    assert (item.group, item.code) == (Group.UNREADABLE, "national_number_found")
    assert "033" not in item.theirs + item.reason


def test_both_changed_is_a_conflict_that_a_person_settles(controllers, check, path):
    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    sheet = Sheet(path, "Matrix")
    sheet.write("DC-02/value", str(one.id), "nee")
    sheet.write("DC-03/value", str(one.id), "gedeeltelijk")
    controllers.checks.answer(check, one.id, "DC-02", AnswerValue.PARTIAL)
    controllers.checks.answer(check, one.id, "DC-03", AnswerValue.PARTIAL)
    controllers.checks.answer(check, one.id, "DC-04", AnswerValue.NO)
    back, seen = review(controllers, path, check)
    (item,) = seen.items
    assert (item.group, item.base, item.ours, item.theirs) == (
        *(Group.CONFLICTS, "ja", "gedeeltelijk"),
        "nee",
    )
    assert not seen.fresh
    assert controllers.checks.take_back(back, seen, seen.fresh).step is None
    assert controllers.checks.take_back(back, seen, {item.id}).answers == 1
    answers = dossier(controllers, check).answers
    assert [answers[key].value for key in ("DC-02", "DC-03", "DC-04")] == [
        AnswerValue.NO,
        AnswerValue.PARTIAL,
        AnswerValue.NO,
    ]


def test_a_fact_does_not_silently_replace_what_was_decided_since(controllers, check, path):
    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    controllers.checks.answer(check, one.id, "DC-08", AnswerValue.NA)
    controllers.checks.note(check, one.id, "DC-08", "Er waren geen gesprekken.")
    Sheet(path, "Matrix").write("DC-08/hours_registered", str(one.id), 6)
    back, seen = review(controllers, path, check)
    (item,) = seen.items
    assert (item.group, item.base, item.ours, item.theirs) == (
        *(Group.CONFLICTS, "7", "7 · niet van toepassing"),
        "6",
    )
    assert not seen.fresh
    assert controllers.checks.take_back(back, seen, {item.id}).answers == 1
    after = dossier(controllers, check).answers["DC-08"]
    assert (after.value, after.hours_registered) == (None, 6.0)


def test_a_reaction_to_a_finding_that_is_gone_is_refused(controllers, check, path):
    by_hand = controllers.checks.add_finding(check, Grade.MINOR, "Eigen vaststelling")
    controllers.checks.send_out(check, path, SheetUse.CENTRE)
    finding = next(one for one in controllers.checks.file(check).findings if one.by_hand)
    react(Sheet(path, "Vaststellingen"), finding, "feit klopt niet", "Dit klopt niet.", None)
    controllers.checks.remove_finding(check, by_hand)
    before = controllers.checks.file(check)
    _back, seen = review(controllers, path, check)
    assert [(item.group, item.code) for item in seen.items] == [
        (Group.FORBIDDEN, "finding_no_longer_there")
    ]
    assert take(controllers, path, check).step is None
    assert controllers.checks.file(check) == before


def test_a_finding_left_out_since_still_takes_the_reaction_to_it(controllers, check, path):
    finding, sheet = centre_sheet(controllers, check, path)
    react(sheet, finding, "andere mening", "Streng.", None)
    controllers.checks.leave_out(check, finding.key, out=True, reason="Bij nader inzien.")
    assert take(controllers, path, check).reactions == 1


def test_a_reaction_is_not_older_than_the_round_it_answers(controllers, check, path):
    controllers.checks.begin_round(check, date(2026, 5, 3))
    finding, sheet = centre_sheet(controllers, check, path)
    react(sheet, finding, "andere mening", "Streng.", datetime(2003, 1, 1))
    _back, seen = review(controllers, path, check)
    wrong = seen.items[0]
    assert (wrong.group, wrong.code) == (Group.UNREADABLE, "received_before_sent")
    react(sheet, finding, "andere mening", "Streng.", datetime(2026, 5, 3))
    assert [item.group for item in review(controllers, path, check)[1].items] == [Group.REACTIONS]


def test_without_a_round_a_reaction_is_not_older_than_the_visit(controllers, check, path):
    finding, sheet = centre_sheet(controllers, check, path)
    react(sheet, finding, "andere mening", "Streng.", datetime(2026, 4, 13))
    wrong = review(controllers, path, check)[1].items[0]
    assert (wrong.group, wrong.code) == (Group.UNREADABLE, "received_before_visit")
    said = (finding.key, ReactionKind.OPINION, "Streng.")
    with pytest.raises(ReceivedBeforeVisit):
        controllers.checks.add_reaction(check, *said, date(2026, 4, 13))
    controllers.checks.add_reaction(check, *said, date(2026, 4, 14))


def test_rows_may_be_sorted_and_cut_and_strangers_are_told(controllers, check, path):
    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    notes = Sheet(path, "Nota's")
    where, _letter = notes.write(f"{one.id}/DC-05", "note", "Nieuw")
    lines = [
        [cell.value for cell in line] for line in notes.sheet.iter_rows(min_row=notes.head + 2)
    ]
    mine = next(line for line in lines if line[notes.ids - 1] == f"{one.id}/DC-05")
    stranger = [None, None, None, None, "Een losse rij", None]
    moved = [*sorted(lines, key=lambda line: line[1], reverse=True)[:-4], mine, stranger]
    notes.sheet.delete_rows(notes.head + 2, len(lines))
    for at, line in enumerate(moved, start=notes.head + 2):
        for column, value in enumerate(line, start=1):
            notes.sheet.cell(at, column).value = value
    notes.book.save(path)
    _back, seen = review(controllers, path, check)
    new, *refused = seen.items
    assert (new.theirs, new.group) == ("Nieuw", Group.ANSWERS)
    assert new.row != where
    last = notes.head + 1 + len(moved)
    assert {(item.row, item.code) for item in refused} == {
        (last - 1, "row_copied"),
        (last, "row_added"),
    }
    (told,) = seen.told
    assert (told.code, told.reason.startswith("4 rows")) == ("rows_missing", True)


def test_the_workbook_is_kept_before_anything_is_taken(controllers, check, path):
    finding, sheet = centre_sheet(controllers, check, path)
    react(sheet, finding, "andere mening", "Streng.", None)
    raw = path.read_bytes()
    take(controllers, path, check)
    controllers.history.undo()
    (kept,) = controllers.attachments.of_thing("dossier_check", check)
    assert controllers.attachments.shown(kept.id).name == "terug.xlsx"
    assert b"".join(controllers._store.contents.read(kept.sha256)) == raw
    take(controllers, path, check)
    assert len(controllers.attachments.of_thing("dossier_check", check)) == 1


def test_what_changed_while_somebody_looked_is_looked_at_again(controllers, check, path):
    from controllers.checks.exchange.refusals import ReviewOutdated

    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    Sheet(path, "Matrix").write("DC-02/value", str(one.id), "nee")
    back, seen = review(controllers, path, check)
    controllers.checks.answer(check, one.id, "DC-02", AnswerValue.NA)
    with pytest.raises(ReviewOutdated):
        controllers.checks.take_back(back, seen, seen.fresh)
    assert dossier(controllers, check).answers["DC-02"].value is AnswerValue.NA


def test_a_judged_reaction_is_not_overwritten(controllers, check, path):
    finding, sheet = centre_sheet(controllers, check, path)
    react(sheet, finding, "andere mening", "Streng.", None)
    take(controllers, path, check)
    Sheet(path, "Vaststellingen").write(str(finding.id), "reaction", "Toch niet.")
    _back, seen = review(controllers, path, check)
    assert [item.group for item in seen.items] == [Group.CONFLICTS]
    with controllers._store.change("Judge reaction") as session:
        from models.checks import queries
        from models.checks.values import ReactionOutcome

        queries.reaction_rows(session, check)[0].outcome = ReactionOutcome.REJECTED
    _back, seen = review(controllers, path, check)
    assert [(item.group, item.code) for item in seen.items] == [
        (Group.FORBIDDEN, "reaction_judged_already")
    ]


def refusal(controllers, path, check):
    from models.kernel.errors import Refused

    with pytest.raises(Refused) as refused:
        review(controllers, path, check)
    return refused.value


def test_a_workbook_of_another_centre_check_or_version_is_refused_whole(controllers, check, path):
    other = controllers.centres.add("0413991743", "Loopbaan Centrum Zuid")
    theirs = controllers.checks.plan(other, date(2026, 6, 1))
    same = controllers.checks.plan(controllers.checks.file(check).centre_id, date(2026, 6, 2))
    controllers.checks.send_out(check, path)
    of_centre = refusal(controllers, path, theirs)
    assert of_centre.code == "sheet_of_another_centre"
    assert "Loopbaanhuis De Kade" in str(of_centre)
    assert "Loopbaan Centrum Zuid" in str(of_centre)
    of_check = refusal(controllers, path, same)
    assert of_check.code == "sheet_of_another_check"
    assert controllers.checks.file(check).reference in str(of_check)
    stamp(path, "version", 0)
    of_version = refusal(controllers, path, check)
    assert of_version.code == "sheet_of_another_version"
    assert "version 0" in str(of_version)


def test_a_workbook_whose_stamp_does_not_agree_is_refused(controllers, check, path):
    controllers.checks.send_out(check, path)
    stamp(path, "mark", "0" * 64)
    assert refusal(controllers, path, check).code == "sheet_stamp_changed"
    stamp(path, "export", "0195a1b2-3c4d-7e5f-8a6b-3f2a00000001")
    assert refusal(controllers, path, None).code == "sheet_of_unknown_export"
    assert refusal(controllers, path, check).code == "sheet_of_unknown_export"
    stamp(path, "export", "geen")
    assert refusal(controllers, path, check).code == "checklist_stamp_damaged"
    stamp(path, "waarmerk-werkmap", 2)
    assert refusal(controllers, path, check).code == "checklist_of_newer_program"
    book = load_workbook(path)
    del book["Waarmerk"]
    book.save(path)
    assert refusal(controllers, path, check).code == "not_our_checklist"
    path.write_text("geen werkmap")
    assert refusal(controllers, path, check).code == "wrong_file_kind"


def test_an_older_export_is_compared_with_its_own_and_told(store, check, path, tmp_path):
    controllers = Controllers(store)
    controllers.checks.send_out(check, path)
    one = dossier(controllers, check)
    controllers.checks.answer(check, one.id, "DC-02", AnswerValue.PARTIAL)
    store._clock = lambda: datetime(2026, 5, 6, 9, tzinfo=UTC)
    controllers.checks.send_out(check, tmp_path / "later.xlsx")
    Sheet(path, "Matrix").write("DC-03/value", str(one.id), "nee")
    _back, seen = review(controllers, path, check)
    assert [item.key.row for item in seen.items] == ["DC-03/value"]
    assert [one.code for one in seen.told] == ["newer_export"]
    take(controllers, path, check)
    codes = [one.code for one in review(controllers, path, check)[1].told]
    assert codes == ["taken_back_before", "newer_export"]


def test_nothing_of_the_office_leaves_with_the_sheet_for_the_centre(controllers, check, path):
    other = controllers.centres.add("0413991743", "Loopbaan Centrum Zuid")
    controllers.checks.plan(other, date(2026, 6, 1))
    checks = controllers.checks
    one, key = dossier(controllers, check, 0), "DC-01"
    checks.note(check, one.id, key, "GEHEIM nota bij antwoord")
    checks.edit(check, "conclusion", "GEHEIM besluit")
    checks.edit(check, "follow_up", "GEHEIM opvolging")
    checks.edit(check, "spoken_to", "GEHEIM gesprek")
    checks.override_grade(check, key, Grade.OBSERVATION, "GEHEIM gewicht")
    checks.override_verdict(check, one.id, Verdict.CONFORM, "GEHEIM oordeel")
    checks.answer(check, one.id, "DC-02", AnswerValue.NO)
    checks.leave_out(check, "DC-02", out=True, reason="GEHEIM niet opnemen")
    checks.add_question(check, "GEHEIM vraag", "GEHEIM aanleiding")
    checks.send_out(check, path, SheetUse.CENTRE)
    with ZipFile(path) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist()).decode("utf-8", "replace")
    assert "GEHEIM" not in whole
    assert "Loopbaan Centrum Zuid" not in whole
    assert "Loopbaanhuis De Kade" in whole
    book = load_workbook(path)
    assert book.sheetnames == ["Lees mij", "Vaststellingen", "Matrix", "Waarmerk"]
    checks.send_out(check, path)
    with ZipFile(path) as parts:
        officer = b"".join(parts.read(name) for name in parts.namelist()).decode("utf-8", "replace")
    assert officer.count("GEHEIM") >= 6


@pytest.mark.parametrize("use", list(SheetUse))
def test_only_open_cells_take_input(controllers, check, path, use):
    controllers.checks.send_out(check, path, use)
    book = load_workbook(path)
    assert all(sheet.protection.sheet for sheet in book)
    assert book["Waarmerk"].sheet_state == "veryHidden"
    opened = {
        sheet.title: [
            cell for line in sheet.iter_rows() for cell in line if not cell.protection.locked
        ]
        for sheet in book
    }
    findings = [cell for cell in opened.pop("Vaststellingen")]
    assert len(findings) == 3 * len(controllers.checks.file(check).findings)
    counts = {name: len(cells) for name, cells in opened.items() if cells}
    officer = use is SheetUse.OFFICER
    assert counts == ({"Matrix": 6 * 29, "Nota's": 6 * 27} if officer else {})


@pytest.mark.parametrize("use", list(SheetUse))
def test_an_answer_to_a_question_not_asked_leaves_as_not_applicable(store, path, use):
    office = Office(store)
    for one, first in ((office.one, AnswerValue.NO), (office.other, AnswerValue.YES)):
        office.checks.answer(office.check, one, "EL-01", first)
        office.checks.answer(office.check, one, "EL-02", AnswerValue.NO)
    office.checks.send_out(office.check, path, use)
    sheet = Sheet(path, "Matrix")
    row = sheet.row("EL-02/value")
    told = [
        sheet.sheet.cell(row, sheet.column(str(one))).value for one in (office.one, office.other)
    ]
    assert told == ["nee", "niet van toepassing"]
    assert not review(office.controllers, path, office.check)[1].items
    if use is SheetUse.OFFICER:
        lines = load_workbook(path)["Dossiers"].iter_rows(min_row=5, values_only=True)
        assert [(line[4], line[6], line[7]) for line in lines] == [(0, 2, 0), (1, 0, 1)]


def test_exporting_is_logged_and_passed_by_undo(controllers, check, path):
    one = dossier(controllers, check)
    controllers.checks.answer(check, one.id, "DC-02", AnswerValue.NO)
    controllers.checks.send_out(check, path)
    controllers.history.undo()
    assert dossier(controllers, check).answers["DC-02"].value is AnswerValue.YES
    _back, seen = review(controllers, path, check)
    assert not [item for item in seen.items if item.takable]
    assert controllers.history.verify().rows == "ok"


def test_a_workbook_that_cannot_be_written_is_no_export(controllers, check, tmp_path):
    from controllers.export.landing import FolderMissing
    from models.checks.entities import ChecklistExport

    with pytest.raises(FolderMissing):
        controllers.checks.send_out(check, tmp_path / "weg" / "terug.xlsx")
    with controllers._store.look() as session:
        assert session.query(ChecklistExport).count() == 0


@pytest.mark.long
@pytest.mark.parametrize("use", list(SheetUse))
def test_a_workbook_saved_by_libreoffice_comes_back_the_same(controllers, check, path, use):
    office = which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not on this computer")
    one = dossier(controllers, check)
    controllers.checks.note(check, one.id, "DC-02", "=1+1 en _x0041_\n007, 0,5 én ‘aanhaling’")
    controllers.checks.send_out(check, path, use)
    folder = path.parent / "libre"
    command = [office, "--headless", f"-env:UserInstallation={folder.as_uri()}/profile"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    back = controllers.checks.read_back(folder / path.name)
    seen = controllers.checks.review(back, check)
    assert (seen.items, seen.told) == ((), ())


def test_every_kind_of_answer_goes_out_and_comes_back(store, path):
    office = Office(store)
    checks, check = office.checks, office.check
    office.all_good(office.one)
    checks.send_out(check, path)
    assert not review(office.controllers, path, check)[1].items
    one, other = str(office.one), str(office.other)
    for row, column, value in (
        ("EL-03/amount", other, 4),
        ("EL-03/amount", one, 4_000_000),
        ("EL-04/choice", other, "nooit"),
        ("EL-04/choice", one, "Soms"),
        ("EL-05/words", other, "Drie gesprekken"),
        ("EL-06/day", other, datetime(2026, 4, 2)),
        ("EL-06/day", one, "31/02/2026"),
        ("EL-05/value", other, "ja"),
    ):
        Sheet(path, "Matrix").write(row, column, value)
    _back, seen = review(office.controllers, path, check)
    codes = {item.code for item in seen.of(Group.UNREADABLE)}
    assert codes == {
        *("amount_not_possible", "answer_not_in_list"),
        *("day_unreadable", "fact_wanted"),
    }
    assert [item.theirs for item in seen.of(Group.ANSWERS)] == [
        *("4", "Nooit", "Drie gesprekken"),
        "02/04/2026",
    ]
    take(office.controllers, path, check)
    answers = dossier(office.controllers, check, 1).answers
    assert answers["EL-03"].amount == 4.0
    assert answers["EL-04"].choice == office.option("Nooit")
    assert answers["EL-05"].words == "Drie gesprekken"
    assert answers["EL-06"].day == date(2026, 4, 2)
    assert not [one for one in review(office.controllers, path, check)[1].items if one.takable]


def test_what_the_letter_asks_is_no_proposal_in_the_workbook_of_the_centre(controllers, path):
    settle(controllers)
    check = finished_check(controllers)
    finding = controllers.checks.file(check).findings[0]

    def asked():
        controllers.checks.send_out(check, path, SheetUse.CENTRE)
        sheet = load_workbook(path)["Vaststellingen"]
        row = next(
            at
            for at in range(1, sheet.max_row + 1)
            if sheet.cell(at, 3).value == finding.question_key
        )
        return sheet.cell(row, 7).value, sheet.cell(row, 8).value, sheet.cell(row, 9)

    measure, evidence, _due = asked()
    assert measure.startswith("Voorstel: ")
    controllers.letters.write_audit_letter(check)
    told, shown, due = asked()
    assert told == measure.removeprefix("Voorstel: ")
    assert shown == evidence.removeprefix("Voorstel: ")
    assert due.is_date
    assert "voorstel" not in due.number_format
    controllers.checks.reopen(check, "Nog een dossier nakijken.")
    assert asked()[0] == measure


def test_the_number_of_the_centre_is_explained_as_it_stands_in_the_tidy_sheet(
    controllers, check, path
):
    controllers.checks.send_out(check, path)
    book = load_workbook(path)
    (number,) = (one.value for one in book["Gegevens"][2] if one.value == NUMBER)
    assert number.isdigit()
    rows = ([cell.value for cell in row] for row in book["Verklaring"].iter_rows())
    (told,) = (row for row in rows if row[0] == "ondernemingsnummer")
    assert "Tien cijfers zonder punten; de nul vooraan hoort erbij." in told
