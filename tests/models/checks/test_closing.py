"""What a centre may see at the end of a visit, and how a last day is told in a few signs."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.checklists.rules import template
from models.checks.rules.closing import closing_of, from_plain, plain, shown_mark, veiled
from models.checks.rules.due_words import due_words
from models.checks.rules.strokes import is_mark, strokes, written
from models.checks.values import CheckState
from models.terms.days import is_working_day
from tests.models.builders import all_yes, answer, check, hours, sample, strength

VISIT = date(2026, 4, 14)
FAILING = all_yes(DC_01=answer("no", "Niet gevonden."), DC_08=hours(7, 4))
CHECK = check(sample(8, FAILING, FAILING), strengths=(strength("KZ-003 is een voorbeeld."),))


def closing(one=CHECK, **owners):
    return closing_of(one, {key.replace("_", "-"): who for key, who in owners.items()}, VISIT)


def test_thirty_days_after_14_april_2026_move_from_ascension_to_the_friday():
    assert (
        due_words(VISIT, date(2026, 5, 15))
        == "14/04/2026 + 30 dagen = do 14/05 = Onze-Lieve-Heer-Hemelvaart → vr 15/05"
    )


def test_a_day_that_no_usual_term_leads_to_is_simply_counted():
    assert due_words(VISIT, date(2026, 4, 24)) == "14/04/2026 + 10 dagen = vr 24/04"


def test_a_chosen_day_that_is_closed_says_so():
    assert due_words(VISIT, date(2026, 5, 14)).endswith("= do 14/05 = Onze-Lieve-Heer-Hemelvaart")
    assert due_words(None, date(2026, 5, 1)) == "vr 01/05 = Dag van de Arbeid"
    assert due_words(None, date(2026, 4, 30)) == ""


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 200))
def test_the_words_always_end_on_the_day_itself(start, days):
    due = start + timedelta(days)
    told = due_words(start, due)
    assert f"{due.day:02}/{due.month:02}" in told.rpartition("→")[2] if "→" in told else told
    if "→" in told:
        assert is_working_day(due)


def test_the_heaviest_finding_stands_first_and_says_in_how_many_dossiers():
    told = closing().findings
    assert [one.grade for one in told] == ["major", "minor"]
    assert told[0].text.startswith("In 2 van de 8 dossiers")


def test_no_dossier_number_is_told():
    numbered = replace(
        CHECK,
        conclusion="Zie dossier KZ-001 en kz-002.",
        follow_up="We bekijken KZ-008 opnieuw.",
        findings=tuple(replace(one, statement="In KZ-001 niet.") for one in CHECK.findings),
    )
    for one in (CHECK, numbered):
        assert "kz-" not in str(plain(closing(one))).lower()
    assert closing(numbered).conclusion == "Zie dossier 1 en dossier 2."
    assert closing(numbered).findings[0].text == "In dossier 1 niet."


def test_a_number_inside_another_is_not_torn_apart():
    assert veiled("KZ-0011 en KZ-001b blijven.", CHECK.dossiers) == "KZ-0011 en KZ-001b blijven."


def numbered(*numbers):
    """Dossiers with these numbers, in this order."""
    columns = sample(len(numbers), FAILING)
    return tuple(replace(c, number=n) for c, n in zip(columns, numbers, strict=True))


def test_bare_figures_are_a_dossier_only_after_that_word():
    dossiers = numbered("12", "3", "2026", "A")
    for text in (
        "We keken 3 dossiers na op 12 mei 2026.",
        "Binnen 12 maanden, zie artikel 3.",
        "Ga a posteriori na of dit klopt.",
    ):
        assert veiled(text, dossiers) == text
    assert veiled("Zie dossier 3 en dossier A.", dossiers) == "Zie dossier 2 en dossier 4."
    assert veiled("Dossier 12 niet.", dossiers) == "Dossier 1 niet."
    assert veiled("Zie dossiers 3, 12 en 2026.", dossiers) == "Zie dossiers 2, 1 en 3."
    assert veiled("De dossiernummers 3 en 9.", dossiers) == "De dossiernummers 2 en 9."


@given(st.text(), st.lists(st.text("aAiıIİ1-", min_size=1), min_size=1, max_size=3))
def test_whatever_is_written_can_be_told(text, numbers):
    dossiers = numbered(*numbers)
    for odd in (text, f"dossier {text}", f"Dossiers {', '.join(numbers)} en İI-1."):
        assert isinstance(veiled(odd, dossiers), str)


def test_the_name_of_a_channel_is_told_as_it_is():
    channels = replace(
        CHECK,
        template=template("offer_check"),
        dossiers=numbered("website", "folder"),
        conclusion="De website noemt geen prijs; in de folder staat die wel.",
        findings=(),
    )
    assert closing(channels).conclusion == channels.conclusion


def test_a_criterion_of_a_finding_by_hand_names_no_dossier():
    first = replace(CHECK.findings[0], question_key="eigen", criterion="Tempo in KZ-002")
    told = closing(replace(CHECK, findings=(first,)))
    assert told.findings[0].title == "Tempo in dossier 2"


def test_what_was_left_out_is_not_told():
    without = replace(CHECK, findings=tuple(replace(f, left_out=True) for f in CHECK.findings))
    assert (closing(without).findings, closing(without).actions) == ((), ())


def test_an_agreement_has_its_owner_its_last_day_and_why():
    chosen = tuple(replace(one, measure_due=date(2026, 5, 15)) for one in CHECK.findings)
    first = closing(replace(CHECK, findings=chosen), DC_08="An Jansen").actions[0]
    assert (first.owner, first.due) == ("An Jansen", date(2026, 5, 15))
    assert "Hemelvaart" in first.why
    assert closing().actions[0].why == "60 kalenderdagen na de datum van de brief"


def test_a_check_that_is_not_finished_says_so():
    running = replace(CHECK, state=CheckState.RUNNING)
    assert "nog niet afgesloten" in closing(running).steps[-1]
    assert "nog niet afgesloten" not in " ".join(closing().steps)


def test_it_is_kept_in_plain_values_and_read_back_with_the_same_mark():
    told = closing(replace(CHECK, conclusion="Goed."), DC_01="An")
    assert from_plain(plain(told)) == told
    assert shown_mark(from_plain(plain(told))) == shown_mark(told)
    assert shown_mark(closing()) != shown_mark(told)


@given(st.lists(st.lists(st.tuples(*[st.integers(-50, 1050)] * 2), min_size=1), max_size=6))
def test_a_drawn_mark_comes_back_within_its_field(drawn):
    text = written(drawn)
    assert text == "" or is_mark(text)
    assert written(strokes(text)) == text
    assert [len(stroke) for stroke in strokes(text)] == [len(stroke) for stroke in drawn]


def test_what_is_no_mark_is_none():
    assert not is_mark("1,2 3")
    assert not is_mark("<script>")
    assert not is_mark("1001,5")


def test_a_question_without_a_short_name_ends_on_no_question_mark_before_what_follows():
    shipped = CHECK.template
    sections = tuple(
        replace(part, questions=tuple(replace(one, short="") for one in part.questions))
        for part in shipped.sections
    )
    told = closing(replace(CHECK, template=replace(shipped, sections=sections)))
    titles = [one.title for one in told.findings] + [one.about for one in told.actions]
    assert titles
    assert not any(title.endswith("?") for title in titles)
    asked = {one.text.rstrip("?") for one in shipped.questions}
    assert set(titles) <= asked
