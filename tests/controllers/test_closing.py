"""Closing a visit: what is shown, who saw it, and that what was seen is kept."""

from datetime import date

import pypdf
import pytest

from controllers.checks.closing import SeenDraft
from models.checks.rules.content import canonical, mark_of
from models.checks.values import (
    Grade,
    ReasonMissing,
    RevisionKind,
    SeenNameMissing,
    SummaryChanged,
)
from tests.controllers.finished import finished_check, kept_content

MARK = "100,500 200,200 300,800\n150,850 850,800"


@pytest.fixture
def check(controllers):
    """Begun and complete, not finished, and otherwise than when it was finished before."""
    made = finished_check(controllers)
    controllers.checks.reopen(made, "Voor de test.")
    controllers.checks.edit(made, "conclusion", "Een open gesprek.")
    return made


def test_the_summary_tells_what_is_missing_and_who_saw_it(controllers, check):
    sight = controllers.checks.closing(check)
    assert (sight.gaps, sight.seen, sight.begun) == (0, (), True)
    controllers.checks.sign(check, SeenDraft("An Jansen", "zaakvoerder", MARK), sight.shown_sha256)
    controllers.checks.sign(check, SeenDraft("Bob Peeters"), sight.shown_sha256)
    first, second = controllers.checks.closing(check).seen
    assert (first.name, first.role, first.mark) == ("An Jansen", "zaakvoerder", MARK)
    assert (second.name, second.role, second.mark) == ("Bob Peeters", "", "")
    assert first.current
    assert second.current


def test_what_was_seen_is_kept_word_for_word_and_only_once(store, controllers, check):
    sight = controllers.checks.closing(check)
    for name in ("An Jansen", "Bob Peeters"):
        controllers.checks.sign(check, SeenDraft(name), sight.shown_sha256)
    drafts = [one for one in controllers.checks.revisions(check) if one.kind is RevisionKind.DRAFT]
    assert len(drafts) == 1
    content = kept_content(store, check, drafts[0].id)
    assert mark_of(canonical(content["summary"])) == sight.shown_sha256


def test_a_summary_that_changed_meanwhile_is_not_signed(controllers, check):
    shown = controllers.checks.closing(check).shown_sha256
    controllers.checks.edit(check, "conclusion", "Anders dan getoond.")
    with pytest.raises(SummaryChanged):
        controllers.checks.sign(check, SeenDraft("An Jansen"), shown)


def test_after_a_change_an_earlier_signature_stays_and_says_it_saw_another_text(controllers, check):
    shown = controllers.checks.closing(check).shown_sha256
    controllers.checks.sign(check, SeenDraft("An Jansen"), shown)
    controllers.checks.edit(check, "conclusion", "Nagekomen.")
    (seen,) = controllers.checks.closing(check).seen
    assert not seen.current


def test_a_name_is_needed_and_a_national_number_is_masked(controllers, check):
    shown = controllers.checks.closing(check).shown_sha256
    with pytest.raises(SeenNameMissing):
        controllers.checks.sign(check, SeenDraft(" "), shown)
    assert controllers.checks.closing(check).seen == ()
    controllers.checks.sign(check, SeenDraft("An", "85.07.30-033.28"), shown)
    (seen,) = controllers.checks.closing(check).seen
    assert seen.role == "••.••.••-•••.••"


def test_a_signature_is_undone_with_what_was_kept_for_it(store, controllers, check):
    before = controllers.checks.revisions(check)
    shown = controllers.checks.closing(check).shown_sha256
    controllers.checks.sign(check, SeenDraft("An Jansen", mark=MARK), shown)
    store.undo()
    assert controllers.checks.closing(check).seen == ()
    assert controllers.checks.revisions(check) == before
    store.redo()
    assert [one.name for one in controllers.checks.closing(check).seen] == ["An Jansen"]
    assert store.verify().whole


def test_it_may_be_signed_after_the_end_too(controllers, check):
    controllers.checks.finish(check)
    shown = controllers.checks.closing(check).shown_sha256
    controllers.checks.sign(check, SeenDraft("An Jansen"), shown)
    assert [one.kind for one in controllers.checks.revisions(check)] == [RevisionKind.FINAL] * 2
    assert controllers.checks.prove(check).stands is True


def test_a_chosen_day_is_explained(controllers, check):
    controllers.checks.edit_finding(check, "DC-01", "measure_due", date(2026, 5, 15))
    (agreed,) = controllers.checks.closing(check).closing.actions
    assert "14/04/2026 + 30 dagen = do 14/05" in agreed.why


def test_coaching_and_good_practice_by_hand_are_told_in_their_own_place(
    controllers, check, tmp_path
):
    add = controllers.checks.add_finding
    add(check, Grade.COACHING, "Werk met korte doelen, zoals in KZ-004.", criterion="Tempo")
    add(check, Grade.STRENGTH, "Heel goede intake.", question_key="DC-20")
    told = controllers.checks.closing(check).closing
    assert told.strengths == ("Heel goede intake.",)
    last = told.findings[-1]
    assert (last.grade, last.title) == ("coaching", "Tempo")
    assert last.text == "Werk met korte doelen, zoals in dossier 4."
    controllers.checks.finish(check)
    made = controllers.taking.report(check, tmp_path / "verslag.pdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(made.path).pages)
    assert "Tempo – coaching" in text
    assert "sterk punt" not in text.lower()
    assert "Heel goede intake." in text


def test_who_saw_the_summary_before_the_end_saw_the_text_of_the_end(controllers, check):
    shown = controllers.checks.closing(check).shown_sha256
    assert "nog niet afgesloten" in controllers.checks.closing(check).closing.steps[-1]
    controllers.checks.sign(check, SeenDraft("An Jansen"), shown)
    controllers.checks.finish(check)
    sight = controllers.checks.closing(check)
    assert [one.current for one in sight.seen] == [True]
    assert "nog niet afgesloten" not in " ".join(sight.closing.steps)


def test_a_finished_sheet_prints_what_its_mark_stands_for(controllers, check, tmp_path):
    controllers.checks.finish(check)
    final = controllers.checks.revisions(check)[-1]
    controllers.checks.assign(check, "DC-01", "Bob Peeters")
    path = controllers.taking.closing(check, tmp_path / "afsluiting.pdf").path
    text = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
    assert final.sha256 in text.replace(" ", "")
    assert "Bob Peeters" not in text


def test_who_will_not_sign_is_noted_with_the_reason_and_undone(store, controllers, check, tmp_path):
    shown = controllers.checks.closing(check).shown_sha256
    with pytest.raises(ReasonMissing):
        controllers.checks.sign(check, SeenDraft("An Jansen", not_signed=True), shown)
    draft = SeenDraft("An Jansen", "zaakvoerder", MARK, "Wenst niet te tekenen.", not_signed=True)
    controllers.checks.sign(check, draft, shown)
    (noted,) = controllers.checks.closing(check).seen
    assert (noted.not_signed, noted.mark, noted.remark) == (True, "", "Wenst niet te tekenen.")
    path = controllers.taking.closing(check, tmp_path / "afsluiting.pdf").path
    text = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
    assert "An Jansen" in text
    assert "Wenst niet te tekenen." in text
    assert "geen gekwalificeerde elektronische handtekening" in text
    store.undo()
    assert controllers.checks.closing(check).seen == ()
    store.redo()
    assert controllers.checks.closing(check).seen == (noted,)


def test_an_earlier_sheet_is_as_it_was_and_says_that_it_is_not_the_newest(controllers, check):
    controllers.checks.finish(check)
    first, second = controllers.checks.revisions(check)
    shown = controllers.checks.closing(check).shown_sha256
    controllers.checks.sign(check, SeenDraft("Bob Peeters"), shown)
    text = controllers.taking.closing_pages(check, first.id).text(0)
    assert "Dit is niet de nieuwste versie: versie 2 werd bewaard op" in text
    assert first.sha256 in text
    assert "Een open gesprek." not in text
    assert "Bob Peeters" not in text
    text = controllers.taking.closing_pages(check, second.id).text(0)
    assert "niet de nieuwste" not in text
    assert "Bob Peeters" in text


def test_the_sheet_of_an_end_that_was_undone_says_so(store, controllers, check):
    controllers.checks.finish(check)
    last = controllers.checks.revisions(check)[-1]
    store.undo()
    text = controllers.taking.closing_pages(check, last.id).text(0)
    assert "Deze afronding werd ongedaan gemaakt: versie 2 geldt niet." in text


def test_who_signs_after_a_round_began_saw_what_was_kept_at_the_end(controllers, check, tmp_path):
    """A draft was kept beside the end, and the end then said that it was not the newest."""
    controllers.checks.finish(check)
    final = controllers.checks.revisions(check)[-1]
    controllers.checks.begin_round(check, controllers.today())
    shown = controllers.checks.closing(check).shown_sha256
    controllers.checks.sign(check, SeenDraft("An Jansen"), shown)
    assert controllers.checks.revisions(check)[-1] == final
    assert "niet de nieuwste" not in controllers.taking.closing_pages(check, final.id).text(0)
    assert "niet de nieuwste" not in controllers.taking.report_pages(check, final.id).text(0)


def test_a_summary_with_another_owner_than_at_the_end_is_kept_beside_it(controllers, check):
    controllers.checks.finish(check)
    final = controllers.checks.revisions(check)[-1]
    controllers.checks.assign(check, "DC-01", "Bob Peeters")
    shown = controllers.checks.closing(check).shown_sha256
    for name in ("An Jansen", "Bob Peeters"):
        controllers.checks.sign(check, SeenDraft(name), shown)
    *_ends, beside = controllers.checks.revisions(check)
    assert (beside.kind, beside.number) == (RevisionKind.DRAFT, 1)
    text = controllers.taking.closing_pages(check, beside.id).text(0)
    assert "Bob Peeters" in text
    assert "Dit is een ontwerp van" in text
    assert "niet de nieuwste" not in controllers.taking.closing_pages(check, final.id).text(0)
    assert "niet de nieuwste" not in controllers.taking.report_pages(check).text(0)
