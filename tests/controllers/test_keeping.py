"""A finished check is kept word for word: its mark, its revisions, and whether it still stands."""

from datetime import date
from uuid import UUID

import pytest

from models.attachments.values import Pasted
from models.checks.rules.content import canonical, mark_of, read
from models.checks.values import AnswerValue, CheckFinished, Grade, ReasonMissing, RevisionKind
from tests.controllers.finished import finished_check, kept_content, signed


@pytest.fixture
def check(controllers) -> UUID:
    return finished_check(controllers)


def tamper(store, statement: str) -> None:
    """Change the file as somebody would who is not this program."""
    with store._writing.begin() as connection:
        connection.exec_driver_sql(statement)


def reopened(controllers, check) -> None:
    controllers.checks.reopen(check, "Een nota was niet af.")


def test_finishing_keeps_the_check_with_its_mark(store, controllers, check):
    (kept,) = controllers.checks.revisions(check)
    assert (kept.number, kept.kind, kept.made_by) == (1, RevisionKind.FINAL, "Lotte Verhaegen")
    assert len(kept.sha256) == 64
    assert kept.short == kept.sha256[:12]
    content = kept_content(store, check, kept.id)
    assert content == controllers.checks.content(check)
    first = content["dossiers"][0]
    assert first["number"] == "KZ-001"
    assert first["answers"]["DC-01"]["value"] == "no"
    assert content["outcome"]["dossiers"]["KZ-001"]["verdict"] == "conform_with_remarks"
    assert content["centre"]["enterprise_number"] == "0566988259"


def test_finishing_again_makes_the_next_revision_and_the_first_says_why(controllers, check):
    with pytest.raises(ReasonMissing):
        controllers.checks.reopen(check, " ")
    reopened(controllers, check)
    dossier = controllers.checks.file(check).dossiers[0].id
    controllers.checks.note(check, dossier, "DC-01", "Toch gevonden.")
    controllers.checks.answer(check, dossier, "DC-01", AnswerValue.YES)
    controllers.checks.finish(check)
    first, second = controllers.checks.revisions(check)
    assert (first.number, second.number) == (1, 2)
    assert first.reopened_why == "Een nota was niet af."
    assert first.reopened_by == "Lotte Verhaegen"
    assert first.reopened_at is not None
    assert second.reopened_at is None
    assert first.sha256 != second.sha256
    assert controllers.checks.prove(check).whole


def test_the_same_facts_finished_twice_bear_the_same_mark(controllers, check):
    reopened(controllers, check)
    controllers.checks.finish(check)
    first, second = controllers.checks.revisions(check)
    assert first.sha256 == second.sha256


def test_undoing_a_finish_leaves_what_was_kept_and_says_so(store, controllers, check):
    (final,) = controllers.checks.revisions(check)
    content = kept_content(store, check, final.id)
    store.undo()
    (undone,) = controllers.checks.revisions(check)
    assert (undone.id, undone.sha256, undone.undone) == (final.id, final.sha256, True)
    assert kept_content(store, check, final.id) == content
    proof = controllers.checks.prove(check)
    assert (proof.finished, proof.final, proof.stands) == (False, undone, None)
    assert controllers.checks.file(check).finished_at is None
    store.redo()
    (again,) = controllers.checks.revisions(check)
    assert again == final
    assert controllers.checks.prove(check).stands is True
    assert store.verify().whole


def test_a_check_finished_anew_after_undoing_gets_the_next_number(store, controllers, check):
    store.undo()
    controllers.checks.edit(check, "conclusion", "Toch anders.")
    controllers.checks.finish(check)
    first, second = controllers.checks.revisions(check)
    assert [(one.number, one.undone) for one in (first, second)] == [(1, True), (2, False)]
    assert controllers.checks.prove(check).final == second
    assert controllers.checks.prove(check).whole
    controllers.checks.reopen(check, "Een stuk vergeten.")
    first, second = controllers.checks.revisions(check)
    assert (first.reopened_why, second.reopened_why) == ("", "Een stuk vergeten.")


def test_a_draft_that_was_undone_is_gone(store, controllers, check):
    reopened(controllers, check)
    signed(controllers, check)
    store.undo()
    assert [one.kind for one in controllers.checks.revisions(check)] == [RevisionKind.FINAL]


def test_undoing_a_reopening_takes_its_reason_back(store, controllers, check):
    reopened(controllers, check)
    store.undo()
    (kept,) = controllers.checks.revisions(check)
    assert (kept.reopened_at, kept.reopened_by, kept.reopened_why) == (None, "", "")
    assert controllers.checks.prove(check).stands is True


def test_a_draft_is_kept_beside_and_counted_by_itself(controllers, check):
    reopened(controllers, check)
    signed(controllers, check)
    kept = controllers.checks.revisions(check)
    assert [(one.kind, one.number) for one in kept] == [
        (RevisionKind.FINAL, 1),
        (RevisionKind.DRAFT, 1),
    ]
    controllers.checks.finish(check)
    assert controllers.checks.revisions(check)[-1].number == 2


def test_a_finished_check_needs_no_draft(controllers, check):
    (kept,) = controllers.checks.revisions(check)
    assert signed(controllers, check) == kept.id
    assert len(controllers.checks.revisions(check)) == 1


def test_ticking_off_a_measure_later_does_not_break_what_was_kept(controllers, check):
    controllers.checks.carry_out(check, "DC-01", controllers.today())
    assert controllers.checks.prove(check).stands is True


def test_a_new_name_of_the_centre_does_not_break_what_was_kept(controllers, check):
    centre = controllers.checks.file(check).centre_id
    controllers.centres.edit(centre, "trade_name", "Loopbaanhuis De Sluis")
    assert controllers.checks.prove(check).stands is True


def test_an_answer_changed_outside_the_program_is_found(store, controllers, check):
    assert controllers.checks.prove_all() == ()
    tamper(store, "update checklist_answer set value = 'yes' where value = 'no'")
    proof = controllers.checks.prove(check)
    assert (proof.stands, proof.broken, proof.whole) == (False, (), False)
    assert controllers.checks.prove_all() == (controllers.checks.file(check).reference,)


def test_kept_content_changed_outside_the_program_is_found(store, controllers, check):
    tamper(store, "update check_revision set content = replace(content, '\"no\"', '\"yes\"')")
    proof = controllers.checks.prove(check)
    assert [one.number for one in proof.broken] == [1]
    assert not proof.whole


def test_a_check_finished_before_there_were_revisions_says_so(store, controllers, check):
    tamper(store, "delete from check_revision")
    proof = controllers.checks.prove(check)
    assert (proof.finished, proof.final, proof.stands) == (True, None, None)
    assert proof.whole
    reopened(controllers, check)
    assert controllers.checks.revisions(check) == ()


# --- what happens around a finished check leaves its seal whole


def test_two_centres_made_one_do_not_break_what_was_kept(controllers, check):
    goes = controllers.checks.file(check).centre_id
    place = controllers.centres.add_establishment(goes, "Kaai Brugge")
    reopened(controllers, check)
    controllers.checks.visit(check, place)
    controllers.checks.finish(check)
    stays = controllers.centres.add("0887010362", "Talentkaai bv")
    controllers.merging.merge(stays, goes)
    assert controllers.checks.file(check).centre_id == stays
    assert controllers.checks.prove(check).stands is True
    controllers.history.undo()
    assert controllers.checks.prove(check).stands is True
    assert controllers.checks.prove_all() == ()


def test_a_file_kept_with_the_whole_check_does_not_break_what_was_kept(controllers, check):
    centre = controllers.checks.file(check).centre_id
    brief = Pasted("brief.txt", b"De reactie van het centrum.")
    controllers.attachments.add(centre, [brief], ("dossier_check", check))
    assert controllers.checks.prove(check).stands is True


@pytest.fixture
def proven(controllers, check):
    """A finished check with proof of an answer and of a finding."""
    reopened(controllers, check)
    file = controllers.checks.file(check)
    with controllers._store.look() as session:
        from models.checks import queries

        (answer, *_) = queries.answers_of(session, file.dossiers[0].id)
        places = [("checklist_answer", answer.id), ("finding", queries.finding_id(check, "DC-01"))]
    controllers.checks.edit_finding(check, "DC-01", "measure", "Maak een POP.")
    kept = [
        controllers.attachments.add(file.centre_id, [Pasted(f"{table}.txt", b"POP")], (table, row))
        for table, row in places
    ]
    controllers.checks.finish(check)
    return [added.ids[0] for added in kept]


def test_proof_of_a_finished_check_keeps_its_name_and_place(controllers, check, proven):
    for row in proven:
        for field, value in {"name": "anders.txt", "about": None}.items():
            with pytest.raises(CheckFinished):
                controllers.attachments.edit(row, field, value)
        with pytest.raises(CheckFinished):
            controllers.attachments.remove(row)
        controllers.attachments.edit(row, "remark", "Per mail gekregen.")
    assert controllers.checks.prove(check).stands is True


def test_proof_cannot_move_to_a_finding_of_a_finished_check(controllers, check, proven):
    centre = controllers.checks.file(check).centre_id
    (loose,) = controllers.attachments.add(centre, [Pasted("los.txt", b"Los")]).ids
    about = controllers.attachments.file(proven[1]).about
    with pytest.raises(CheckFinished):
        controllers.attachments.edit(loose, "about", about)
    with pytest.raises(CheckFinished):
        controllers.attachments.add(centre, [Pasted("nog.txt", b"Nog")], about)


# --- a check sealed by the rule of an earlier build is held to that rule


def sealed_by(store, rule: int, change=lambda content: content) -> None:
    """Let the last revision be one that a build with this rule would have kept."""
    with store._writing.begin() as connection:
        rows = connection.exec_driver_sql("select id, content from check_revision").all()
        for row, text in rows:
            content = canonical(change({**read(text), "format": rule}))
            connection.exec_driver_sql(
                "update check_revision set content = ?, sha256 = ? where id = ?",
                (content, mark_of(content), row),
            )


def by_the_first(content):
    """As builds of rule 1 did: ids of places, who carries out, files beside, no checklist mark."""
    findings = {
        key: {**one, "measure_owner": "An Jansen"}
        for key, one in content.get("findings", {}).items()
    }
    sections = [
        {
            **section,
            "questions": [
                {name: part for name, part in one.items() if name != "guidance"}
                for one in section["questions"]
            ],
        }
        for section in content["checklist"]["sections"]
    ]
    listed = {**content["checklist"], "sections": sections}
    del listed["mark"]
    return {
        **content,
        "check": {**content["check"], "centre_id": "0f" * 16},
        "findings": findings,
        "checklist": listed,
        "proofs": [{"about": "dossier_check", "name": "brief.txt"}],
    }


def by_the_second(content):
    """As builds of rule 2 did: without who ticked off, and without what follows a loose finding."""
    return {name: part for name, part in content.items() if name not in ("ticked", "loose")}


@pytest.mark.parametrize(
    ("rule", "change"), [(1, lambda content: content), (1, by_the_first), (2, by_the_second)]
)
def test_a_check_sealed_by_an_earlier_rule_is_held_to_that_rule(
    store, controllers, check, rule, change
):
    controllers.checks.reopen(check, "Een maatregel.")
    controllers.checks.edit_finding(check, "DC-01", "measure", "Maak een POP.")
    controllers.checks.finish(check)
    controllers.checks.carry_out(check, "DC-01", date(2026, 5, 4))
    sealed_by(store, rule, change)
    proof = controllers.checks.prove(check)
    assert (proof.stands, proof.rule, proof.older, proof.broken) == (True, rule, True, ())
    assert controllers.checks.prove_all() == ()
    tamper(store, "update checklist_answer set value = 'yes' where value = 'no'")
    assert controllers.checks.prove(check).stands is False


def report_text(controllers, check) -> str:
    pages = controllers.taking.report_pages(check)
    told = " ".join(pages.text(page) for page in range(len(pages.sizes)))
    return " ".join(told.replace("\u00a0", " ").split())


def without_owners(content):
    """As the first builds did: also without who carries a measure out."""
    return {name: part for name, part in by_the_second(content).items() if name != "owners"}


@pytest.mark.parametrize(("rule", "change"), [(1, without_owners), (2, by_the_second)])
def test_an_end_kept_by_an_earlier_rule_says_something_followed_only_when_it_did(
    store, controllers, check, rule, change
):
    """The report said so of every older end with a measure that was ticked off before it."""
    controllers.checks.carry_out(check, "DC-01", date(2026, 5, 4))
    controllers.checks.assign(check, "DC-01", "An Jansen")
    controllers.checks.reopen(check, "Een woord.")
    controllers.checks.finish(check)
    sealed_by(store, rule, change)
    assert "Na het afronden is nog iets" not in report_text(controllers, check)
    controllers.checks.deliver(check, "DC-01", date(2026, 5, 4), "Een map met POP's.")
    assert "Na het afronden is nog iets" in report_text(controllers, check)


def test_what_follows_a_finding_without_a_question_stands_in_the_difference(controllers, check):
    reopened(controllers, check)
    loose = controllers.checks.add_finding(check, Grade.MAJOR, "De kast staat open.")
    controllers.checks.finish(check)
    _first, last = controllers.checks.revisions(check)
    for key in (loose, "DC-01"):
        controllers.checks.assign(check, key, "An Jansen")
        controllers.checks.carry_out(check, key, date(2026, 5, 4))
    told = controllers.checks.differences(check, last.id)
    assert told is not None
    found = {(one.about, one.what): one.new for one in told.lines}
    for about in ("Vaststelling DC-01", "Eigen vaststelling: De kast staat open."):
        assert found[about, "uitgevoerd op"] == "04/05/2026"
        assert found[about, "afgevinkt door"] == "Lotte Verhaegen"
        assert found[about, "met de hand afgevinkt"] == "ja"
        assert found[about, "wie de maatregel uitvoert"] == "An Jansen"
    assert controllers.checks.prove(check).whole


def test_a_check_sealed_by_a_rule_to_come_is_not_called_broken(store, controllers, check):
    sealed_by(store, 99)
    proof = controllers.checks.prove(check)
    assert (proof.stands, proof.newer, proof.whole) == (None, True, True)


def test_kept_content_that_is_no_content_any_more_is_found(store, controllers, check):
    tamper(store, "update check_revision set content = 'weg'")
    proof = controllers.checks.prove(check)
    assert (proof.stands, proof.whole) == (False, False)


# --- any two moments side by side


def test_two_moments_stand_in_the_order_of_time_whichever_is_named_first(controllers, check):
    reopened(controllers, check)
    dossier = controllers.checks.file(check).dossiers[0].id
    controllers.checks.note(check, dossier, "DC-01", "Eerst dit.")
    signed(controllers, check)
    controllers.checks.note(check, dossier, "DC-01", "Dan dat.")
    first, draft = controllers.checks.revisions(check)
    found = controllers.checks.differences(check, draft.id, first.id)
    assert (found.first, found.second) == ("versie 1", "ontwerp 1")
    others = "\nKZ-002: Niet gevonden in het dossier.\nKZ-003: Niet gevonden in het dossier."
    assert [(line.about, line.what, line.new) for line in found.lines] == [
        ("KZ-001 · DC-01", "nota", "Eerst dit."),
        ("Vaststelling DC-01", "bewijs", f"KZ-001: Eerst dit.{others}"),
        ("Gevolg", "voorgestelde stap op de ladder", ""),
    ]
    found = controllers.checks.differences(check, draft.id, None)
    assert (found.first, found.second) == ("ontwerp 1", "de controle nu")
    assert [line.new for line in found.lines] == ["Dan dat.", f"KZ-001: Dan dat.{others}"]


def test_an_end_that_was_undone_is_marked_so(store, controllers, check):
    store.undo()
    (undone,) = controllers.checks.revisions(check)
    found = controllers.checks.differences(check, undone.id, None)
    assert found.first == "versie 1 (ongedaan gemaakt)"


def test_a_revision_of_another_check_is_refused(controllers, check):
    (first,) = controllers.checks.revisions(check)
    centre = controllers.checks.file(check).centre_id
    other = controllers.checks.plan(centre, controllers.today())
    for act in (controllers.taking.closing_pages, controllers.taking.report_pages):
        with pytest.raises(KeyError):
            act(other, first.id)
    with pytest.raises(KeyError):
        controllers.checks.differences(other, first.id)


def test_proof_that_came_between_two_ends_is_a_difference(controllers, check, proven):
    first, second = controllers.checks.revisions(check)
    lines = controllers.checks.differences(check, first.id, second.id).lines
    proofs = [line.new for line in lines if line.about == "Bewijsstuk"]
    assert len(proofs) == 2
    assert "checklist_answer.txt" in proofs
    told = [(line.about, line.what, line.new) for line in lines]
    assert ("Bewijsstuk checklist_answer.txt", "in dossier", "KZ-001") in told
    assert ("Bewijsstuk checklist_answer.txt", "bewijs van", "antwoord") in told


def test_two_ends_with_another_owner_of_a_measure_are_not_the_same(controllers, check):
    """ "There is no difference" stood beside two marks: the owner was under one, not in the other."""
    controllers.checks.reopen(check, "De eigenaar ontbrak.")
    finding = controllers.checks.file(check).findings[0]
    controllers.checks.assign(check, finding.key, "Jo Peeters")
    controllers.checks.finish(check)
    found = controllers.checks.differences(check)
    assert found.first_mark != found.second_mark
    assert [(one.group, one.about, one.what, one.new) for one in found.lines][0] == (
        *("Vaststellingen", f"Vaststelling {finding.question_key}"),
        *("wie de maatregel uitvoert", "Jo Peeters"),
    )
    assert found.lines[1:] and {one.group for one in found.lines[1:]} == {
        "Samenvatting voor het centrum"
    }


def test_a_mark_written_by_hand_is_told_as_a_difference(store, controllers, check):
    (first,) = controllers.checks.revisions(check)
    tamper(store, f"UPDATE check_revision SET sha256 = '{'0' * 64}'")
    (line,) = controllers.checks.differences(check, first.id, None).lines
    assert (line.what, line.old) == ("Kenmerk van de inhoud", "0" * 64)
