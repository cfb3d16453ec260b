"""What became otherwise between two moments of a check, in reading order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from models.checks.rules import propose_findings
from models.checks.rules.content import content_of
from models.checks.rules.difference import difference
from tests.models.builders import LIST, all_yes, answer, check, finding_of, hours, sample, strength
from tests.models.checks.test_content import rows_of


def content(one, **finding):
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "conclusion": one.conclusion}]
    rows["finding"] = [{"question_key": "DC-01", **finding}]
    return content_of(one, rows)


BEFORE = check(sample(3, all_yes(DC_01=answer("no", "Niet gevonden."))))


def told(old, new):
    return [(one.about, one.what, one.old, one.new) for one in difference(old, new)]


def test_the_same_check_has_no_difference():
    assert difference(content(BEFORE), content(BEFORE)) == ()


def test_answers_notes_verdicts_and_findings_are_told_in_reading_order():
    after = check(sample(3, all_yes(DC_05=answer("no", "Geen vraag."))), conclusion="Beter.")
    assert told(content(BEFORE), content(after)) == [
        ("Controle", "Besluit", "", "Beter."),
        ("KZ-001 · DC-01", "antwoord", "nee", "ja"),
        ("KZ-001 · DC-01", "nota", "Niet gevonden.", ""),
        ("KZ-001 · DC-05", "antwoord", "ja", "nee"),
        ("KZ-001 · DC-05", "nota", "", "Geen vraag."),
        ("KZ-001", "oordeel", "conform met opmerkingen", "niet conform"),
        ("Vaststelling DC-01", "weging", "ernstige tekortkoming", ""),
        ("Vaststelling DC-05", "weging", "", "ernstige tekortkoming"),
    ]


def test_a_measure_and_its_day_are_told_as_people_write_them():
    new = content(BEFORE, measure="Maak een POP.", measure_due="2026-05-15")
    assert told(content(BEFORE), new) == [
        ("Vaststelling DC-01", "maatregel", "", "Maak een POP."),
        ("Vaststelling DC-01", "uiterste dag", "", "15/05/2026"),
    ]


def test_dossiers_and_strong_points_come_and_go():
    after = replace(check(sample(4, all_yes(DC_01=answer("no", "Niet gevonden.")))),
                    strengths=(strength("Heldere verslagen."),))  # fmt: skip
    found = told(content(BEFORE), content(after))
    assert ("Dossiers", "toegevoegd", "", "KZ-004") in found
    assert ("Wat goed loopt", "toegevoegd", "", "Heldere verslagen.") in found


def test_hours_are_told_with_a_comma():
    after = check(sample(3, all_yes(DC_01=answer("no", "Niet gevonden."), DC_08=hours(7.5, 7.5))))
    assert ("KZ-001 · DC-08", "uren geregistreerd", "7", "7,5") in told(
        content(BEFORE), content(after)
    )


@given(st.sampled_from([question.key for question in LIST.questions]), st.text(min_size=1))
def test_what_is_told_one_way_is_told_the_other_way_round(key, note):
    odd = all_yes(**{key.replace("-", "_"): answer("partial", note)})
    after = check(sample(3, odd))
    after = replace(after, findings=tuple(map(finding_of, propose_findings(LIST, after.dossiers))))
    there = difference(content(BEFORE), content(after))
    back = difference(content(after), content(BEFORE))
    assert {(one.about, one.what, one.old, one.new) for one in there} == {
        (one.about, one.what, one.new, one.old) for one in back
    }


def test_a_note_that_looks_like_a_day_is_only_a_note():
    words = ("abcd-ef-gh", "2026-04-14")
    for note in words:
        after = check(sample(3, all_yes(DC_01=answer("no", note))))
        found = told(content(BEFORE), content(after))
        assert ("KZ-001 · DC-01", "nota", "Niet gevonden.", note) in found


def test_numbers_are_told_whole():
    old, new = content(BEFORE), content(BEFORE)
    for one, amount in ((old, 123456.7), (new, 123456.8)):
        one["dossiers"][0]["answers"]["DC-01"]["amount"] = amount
    assert told(old, new) == [("KZ-001 · DC-01", "getal", "123456,7", "123456,8")]


def test_a_choice_is_told_by_its_words_as_they_were_then():
    old, new = content(BEFORE), content(BEFORE)
    for one, key, words in ((old, "a1", "Altijd"), (new, "b2", "Nooit")):
        one["dossiers"][0]["answers"]["DC-01"]["choice"] = key
        one["checklist"]["sections"][0]["questions"][0]["options"] = {key: words}
    assert told(old, new) == [("KZ-001 · DC-01", "keuze", "Altijd", "Nooit")]
