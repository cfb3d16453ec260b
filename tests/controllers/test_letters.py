"""Begin a letter, fill its places, date it; what is typed goes before what is proposed."""

from datetime import date, timedelta
from functools import partial

import pytest

from controllers.bundle import Controllers
from controllers.letters import SOURCES
from models.centres.values import NationalNumberFound
from models.checks.values import AnswerValue, DayNotPossible, Grade
from models.terms.rules import term
from models.kernel.errors import Gone
from models.kernel.wording import long_date
from models.letters.rules import AddresseeTooLong
from models.letters.values import LetterFile, LetterIncomplete, LetterTooEarly, PlaceFile
from tests.controllers.finished import DAY, centre, finished_check, settle


@pytest.fixture
def controllers(store):
    made = Controllers(store)
    settle(made, officer_phone="")
    return made


@pytest.fixture
def letter(controllers):
    return controllers.letters.write_audit_letter(finished_check(controllers))


def place(file: LetterFile, key: str) -> PlaceFile:
    return next(each for each in file.places if each.key == key)


def test_a_check_has_one_audit_letter(controllers, letter):
    check = controllers.letters.file(letter).check_id
    assert controllers.letters.write_audit_letter(check) == letter
    assert controllers.letters.ids() == [letter]
    assert controllers.letters.of_check(check) == letter


def test_before_the_visit_there_is_nothing_to_report(controllers):
    check = controllers.checks.plan(centre(controllers), DAY)
    with pytest.raises(LetterTooEarly):
        controllers.letters.write_audit_letter(check)
    assert not controllers.letters.ids()


def test_a_typed_place_goes_before_the_proposal_and_back_when_emptied(controllers, letter):
    proposed = place(controllers.letters.file(letter), "closing").value
    controllers.letters.fill(letter, "closing", "Hoogachtend")
    typed = place(controllers.letters.file(letter), "closing")
    assert (typed.value, typed.typed, typed.proposed) == ("Hoogachtend", True, proposed)
    controllers.letters.fill(letter, "closing", "  ")
    back = place(controllers.letters.file(letter), "closing")
    assert (back.value, back.typed) == (proposed, False)


def test_typing_what_was_proposed_is_agreeing_with_it(controllers, letter):
    controllers.letters.fill(letter, "closing", "Hoogachtend")
    proposed = place(controllers.letters.file(letter), "closing").proposed
    controllers.letters.fill(letter, "closing", proposed)
    assert not place(controllers.letters.file(letter), "closing").typed
    steps = len(controllers.history.ids())
    controllers.letters.fill(letter, "closing", proposed)
    controllers.letters.fill(letter, "your_reference", "")
    assert len(controllers.history.ids()) == steps


def test_an_address_has_at_most_seven_lines(controllers, letter):
    with pytest.raises(AddresseeTooLong) as refused:
        controllers.letters.fill(letter, "addressee", "\n".join(f"regel {n}" for n in range(8)))
    assert refused.value.field == "addressee"
    controllers.letters.fill(letter, "addressee", "\n".join(f"regel {n}" for n in range(7)))
    assert len(controllers.letters.file(letter).document.addressee_lines) == 7


def test_a_national_number_stays_out_of_a_letter(controllers, letter):
    controllers.letters.fill(letter, "follow_up_sentence", "Over 85.07.30-033.28 bellen we.")
    places = {place.key: place.value for place in controllers.letters.file(letter).places}
    assert places["follow_up_sentence"] == "Over ••.••.••-•••.•• bellen we."


@pytest.mark.parametrize("key", ["findings_table", "apology_paragraph"])
def test_a_place_that_cannot_be_written_is_gone(controllers, letter, key):
    with pytest.raises(Gone):
        controllers.letters.fill(letter, key, "tekst")


def test_terms_follow_the_date_of_the_letter(controllers, letter):
    controllers.letters.set_date(letter, date(2026, 5, 4))
    early = place(controllers.letters.file(letter), "action_plan_due_date")
    controllers.letters.set_date(letter, date(2026, 6, 1))
    late = place(controllers.letters.file(letter), "action_plan_due_date")
    assert early.value != late.value
    assert "4 mei 2026" in early.explanation
    assert "1 juni 2026" in late.explanation


@pytest.mark.parametrize("day", [date(1926, 5, 4), date(2999, 1, 1)])
def test_a_letter_is_of_our_own_time(controllers, letter, day):
    with pytest.raises(DayNotPossible) as refused:
        controllers.letters.set_date(letter, day)
    assert refused.value.field == "letter_date"


def test_a_letter_without_a_date_misses_it(controllers, letter):
    controllers.letters.set_date(letter, None)
    assert "letter_date" in controllers.letters.file(letter).missing


def test_letters_stand_newest_first_or_by_centre(controllers, letter):
    assert controllers.letters.ids(order="centre", descending=False) == [letter]
    with pytest.raises(KeyError):
        controllers.letters.ids(order="colour")


def test_every_place_says_where_it_came_from(controllers, letter):
    assert {each.key for each in controllers.letters.file(letter).places} <= set(SOURCES)


def test_undo_of_a_filled_place_gives_the_proposal_back(controllers, letter):
    controllers.letters.fill(letter, "closing", "Hoogachtend")
    controllers.history.undo()
    assert not place(controllers.letters.file(letter), "closing").typed
    controllers.history.redo()
    assert place(controllers.letters.file(letter), "closing").value == "Hoogachtend"


def test_the_history_names_letter_and_place(controllers, letter):
    controllers.letters.fill(letter, "closing", "Hoogachtend")
    newest = controllers.history.steps(controllers.history.ids()[:1])[0]
    assert newest.subject == f"{controllers.letters.file(letter).reference} · slotformule"


def test_a_removed_letter_comes_back(controllers, letter):
    controllers.letters.remove(letter)
    assert not controllers.letters.ids()
    controllers.history.undo()
    assert controllers.letters.ids() == [letter]


# --- a check that is not finished


def test_a_letter_of_an_unfinished_check_stays_a_draft(controllers, tmp_path):
    check = controllers.checks.plan(centre(controllers), DAY)
    controllers.checks.start(check)
    (dossier,) = controllers.checks.add_dossiers(check, "KZ-1")
    controllers.checks.answer(check, dossier, "DC-01", AnswerValue.YES)
    settle(controllers)
    letter = controllers.letters.write_audit_letter(check)
    file = controllers.letters.file(letter)
    assert place(file, "overall_conclusion").value == ""
    assert file.missing == ("check_unfinished", "overall_conclusion")
    assert file.wanted == ("controle afronden", "besluit")
    assert file.document.draft
    controllers.letters.fill(letter, "overall_conclusion", "We zijn tevreden.")
    assert controllers.letters.file(letter).missing == ("check_unfinished",)
    with pytest.raises(LetterIncomplete) as refused:
        controllers.outgoing.letter(letter, tmp_path / "brief.pdf")
    assert "controle afronden" in str(refused.value)
    assert controllers.letters.rows([letter])[0].missing == 1


def test_reopening_a_check_makes_its_letter_a_draft_again(store):
    controllers = Controllers(store)
    settle(controllers)
    check = finished_check(controllers)
    letter = controllers.letters.write_audit_letter(check)
    assert controllers.letters.file(letter).missing == ()
    controllers.checks.reopen(check, "Nog een stuk ontvangen.")
    assert controllers.letters.file(letter).missing == ("check_unfinished",)
    assert controllers.letters.rows([letter])[0].missing == 1


def test_a_dossier_without_a_verdict_leaves_the_conclusion_to_the_officer(controllers):
    check = finished_check(controllers)
    dossier = controllers.checks.file(check).dossiers[5]
    controllers.checks.reopen(check, "Niet nagegaan.")
    controllers.checks.answer(check, dossier.id, "DC-05", AnswerValue.NOT_CHECKED)
    controllers.checks.note(check, dossier.id, "DC-05", "Stuk ontbreekt.")
    controllers.checks.finish(check)
    letter = controllers.letters.write_audit_letter(check)
    assert "overall_conclusion" in controllers.letters.file(letter).missing


# --- removing


def test_a_letter_that_is_written_again_begins_empty(controllers, letter):
    check = controllers.letters.file(letter).check_id
    controllers.letters.fill(letter, "closing", "Hoogachtend")
    controllers.letters.remove(letter)
    assert controllers.letters.write_audit_letter(check) == letter
    assert not place(controllers.letters.file(letter), "closing").typed
    controllers.history.undo()
    controllers.history.undo()
    assert place(controllers.letters.file(letter), "closing").value == "Hoogachtend"
    assert controllers.history.verify().whole


# --- lists say what the files say


def acts_on_a_letter(controllers, letter, check):
    first = controllers.checks.file(check).template.questions[0].key
    open_it = [
        lambda: controllers.letters.fill(letter, "contact_phone", "02 506 12 05"),
        lambda: controllers.letters.set_date(letter, None),
        lambda: controllers.letters.fill(letter, "action_plan_due_date", "1 juli 2026"),
        lambda: controllers.letters.set_date(letter, date(2026, 6, 1)),
        lambda: controllers.settings.edit("officer_email", ""),
        lambda: controllers.checks.reopen(check, "Nog een stuk ontvangen."),
    ]
    changed = [
        lambda: controllers.checks.override_grade(check, first, Grade.OBSERVATION, "Licht."),
        lambda: controllers.checks.leave_out(check, first, out=True, reason="Besproken."),
        lambda: controllers.checks.edit(check, "conclusion", "In orde."),
        lambda: controllers.checks.leave_out(check, first, out=False),
        lambda: controllers.checks.override_grade(check, first, None, ""),
        lambda: controllers.checks.edit_finding(check, first, "measure_due", date(2026, 8, 3)),
        lambda: controllers.letters.set_date(letter, None),
        lambda: controllers.checks.edit(check, "visit_date", None),
        lambda: controllers.checks.edit(check, "visit_date", DAY),
        lambda: controllers.checks.finish(check),
        lambda: controllers.centres.edit(controllers.checks.file(check).centre_id, "street", ""),
    ]
    for dossier in controllers.checks.file(check).dossiers[1:]:
        changed.insert(3, partial(controllers.checks.remove_dossier, check, dossier.id))
    return open_it + changed


def test_a_row_says_what_the_whole_letter_says(controllers, letter):
    check = controllers.letters.file(letter).check_id
    seen = set()
    for act in [list, *acts_on_a_letter(controllers, letter, check)]:
        act()
        (row,) = controllers.letters.rows([letter])
        whole = controllers.letters.file(letter)
        assert row.missing == len(whole.missing)
        assert row.subject == whole.document.subject
        assert (row.title, row.reference) == (whole.title, whole.reference)
        assert (row.centre_name, row.letter_date) == (whole.centre_name, whole.letter_date)
        seen.add((row.subject, row.missing))
    assert len(seen) > 7


def test_a_letter_of_after_the_last_day_of_a_round_asks_for_another_day(controllers):
    check = finished_check(controllers)
    letter = controllers.letters.write_audit_letter(check)
    controllers.checks.begin_round(check, controllers.today())
    (running,) = controllers.checks.follow(check).rounds
    controllers.letters.set_date(letter, running.reply_by)
    told = place(controllers.letters.file(letter), "response_due_date")
    assert told.value == long_date(running.reply_by)
    late = running.reply_by + timedelta(days=19)
    controllers.letters.set_date(letter, late)
    told = place(controllers.letters.file(letter), "response_due_date")
    assert told.value == long_date(term("centre_response_days", late).due)
    controllers.letters.fill(letter, "response_due_date", "30 december 2026")
    assert place(controllers.letters.file(letter), "response_due_date").unlike == ""


def test_the_letter_tells_the_last_day_of_the_round_that_runs(controllers):
    """Beside a round by registered letter it told a day of its own, earlier than the term."""
    check = finished_check(controllers)
    letter = controllers.letters.write_audit_letter(check)
    alone = place(controllers.letters.file(letter), "response_due_date")
    controllers.checks.begin_round(check, controllers.today(), registered=True)
    (running,) = controllers.checks.follow(check).rounds
    told = place(controllers.letters.file(letter), "response_due_date")
    assert told.value == long_date(running.reply_by) != alone.value
    assert "de reactieronde die op" in told.explanation
    assert running.term.why in told.explanation
    assert told.unlike == ""
    controllers.letters.fill(letter, "response_due_date", alone.value)
    typed = place(controllers.letters.file(letter), "response_due_date")
    assert typed.value == alone.value
    assert typed.unlike == (
        f"De reactieronde loopt tot en met {long_date(running.reply_by)};"
        " in deze brief staat iets anders."
    )
    controllers.letters.fill(letter, "response_due_date", "")
    controllers.checks.close_round(check)
    closed = controllers.letters.file(letter)
    assert "response_due_date" not in {one.key for one in closed.places}
