"""The audit letter as the centre reads it."""

import re
from dataclasses import replace
from datetime import date
from uuid import uuid5

import pytest

from models.centres.values import Address, Gender
from models.checks.values import FindingFile, Grade
from models.letters.rules import AddresseeTooLong, addressee_lines, audit_letter, salutation
from models.letters.rules.addressing import typed_lines
from models.letters.values import MISSING_OPEN, BlockKind
from models.settings.values import Settings
from tests.models.builders import (
    SPACE,
    all_yes,
    answer,
    centre,
    check,
    contact,
    hours,
    sample,
    strength,
)
from tests.models.letters.test_letter_template import HEAVY

OFFICE = Settings(
    officer_name="Els Verbeke",
    officer_function="Kwaliteitsmedewerker",
    officer_email="els.verbeke@vdab.be",
    officer_phone="0473 72 53 83",
)
SENT = date(2026, 4, 20)
NO_GOAL = all_yes(DC_05=answer("no"))
NO_FIT = all_yes(DC_17=answer("no"))
HALF = all_yes(DC_27=answer("partial"))


def letter(dossiers, typed=None, *, settings=OFFICE, day=SENT, place=None, **changed):
    return audit_letter(check(dossiers, **changed), place or centre(), settings, day, typed or {})


def words(draft) -> str:
    document = draft.document
    parts = [document.subject, document.salutation, document.closing, *document.enclosures]
    for block in document.blocks:
        parts += [block.text, *block.items, *(column.title for column in block.columns)]
        parts += [cell for row in block.rows for cell in row]
    return "\n".join(parts)


def place(draft, key):
    return next(place for place in draft.places if place.key == key)


def tables(draft):
    return [block for block in draft.document.blocks if block.kind is BlockKind.TABLE]


def test_a_full_letter_misses_nothing():
    draft = letter(sample(8, NO_GOAL, NO_FIT, HALF), strengths=(strength("Warm onthaal."),))
    assert draft.missing == ()
    assert not draft.document.draft
    assert MISSING_OPEN not in words(draft)
    assert "{{" not in words(draft)
    assert draft.document.subject == (
        "Resultaat van de dossiercontrole van 14 april 2026 en gevraagde maatregelen"
    )
    assert draft.document.salutation == "Geachte mevrouw Jansen,"
    assert draft.document.closing == "Met vriendelijke groeten,"
    assert "gecontroleerd" in words(draft)
    assert "8 dossiers gecontroleerd" in words(draft)
    assert "Van de 8 dossiers beantwoordt er 1 niet aan de omschrijving" in words(draft)
    assert "1 ernstige tekortkoming, 1 tekortkoming en 1 aandachtspunt" in words(draft)
    assert ("Warm onthaal.",) in [block.items for block in draft.document.blocks]


def test_the_heaviest_finding_comes_first_and_measures_keep_its_number():
    found, asked = tables(letter(sample(8, NO_FIT, HALF, NO_GOAL)))
    assert [row[4] for row in found.rows] == [
        "ernstige tekortkoming",
        "tekortkoming",
        "aandachtspunt",
    ]
    assert [row[0] for row in asked.rows] == ["1", "2"]
    assert found.rows[0][3] == "KZ-003"
    assert "KZ-003" not in found.rows[0][1]
    assert "“De loopbaanbegeleiding vertrekt vanuit de loopbaanvraag”" in found.rows[0][2]
    for table in (found, asked):
        assert sum(column.share for column in table.columns) == pytest.approx(1)
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_our_own_fact_numbers_stay_inside():
    draft = letter(sample(8, all_yes(DC_04=answer("no"), DC_08=hours(7, 1), DC_25=answer("no"))))
    assert re.findall(r"F\d\.\d\d", words(draft)) == []
    assert "gedragscode; intake-elementen" in words(draft)


def test_dates_are_counted_from_the_letter_and_say_that_dispatch_counts():
    draft = letter(sample(8, NO_GOAL, NO_FIT))
    plan = place(draft, "action_plan_due_date")
    assert plan.value == "20 mei 2026"
    assert "De termijn loopt pas vanaf de verzending" in plan.explanation
    assert place(draft, "response_due_date").value == "11 mei 2026"
    assert [row[3] for row in tables(draft)[1].rows] == ["19 juni 2026", "18 augustus 2026"]
    assert (
        "Nr. 1: De termijn begint op maandag 20 april 2026"
        in place(draft, "measures_table").explanation
    )
    assert place(draft, "follow_up_sentence").value == (
        "Na 18 augustus 2026 gaan we na of de maatregelen zijn uitgevoerd."
    )


def test_the_office_sets_its_own_terms():
    office = replace(OFFICE, action_plan_days=10, measure_days_major=31)
    draft = letter(sample(8, NO_GOAL), settings=office)
    assert place(draft, "action_plan_due_date").value == "30 april 2026"
    assert tables(draft)[1].rows[0][3] == "21 mei 2026"


def test_what_the_officer_typed_goes_before_our_proposal():
    typed = {
        "overall_conclusion": "Sterk & <warm> {{closing}}.\nMaar let op.",
        "action_plan_due_date": "1 juni 2026",
        "your_reference": "LK/12",
        "contact_name": "  ",
        "findings_table": "weg",
    }
    draft = letter(sample(8, NO_GOAL), typed)
    texts = [block.text for block in draft.document.blocks]
    assert "Sterk & <warm> {{closing}}." in texts
    assert any(text.startswith("Maar let op. Van de 8") for text in texts)
    assert "uiterlijk op 1 juni 2026" in words(draft)
    assert ("uw kenmerk", "LK/12") in draft.document.references
    assert (place(draft, "action_plan_due_date").typed, place(draft, "contact_name").typed) == (
        True,
        False,
    )
    assert place(draft, "action_plan_due_date").proposed == "20 mei 2026"
    assert place(draft, "findings_table").value == "1 ernstige tekortkoming"


def test_without_findings_no_measures_and_no_word_about_the_mandate():
    draft = letter(sample(8))
    assert draft.variants == ("no_findings",)
    assert draft.missing == ()
    said = words(draft)
    assert "gevolgen" not in said
    assert "maatregel" not in said.lower()
    assert "verbeterplan" not in said
    assert "We hebben geen tekortkomingen vastgesteld. Alle 8 dossiers beantwoorden aan" in said
    assert "Wat gaat goed?" not in said
    assert draft.document.subject == "Resultaat van de dossiercontrole van 14 april 2026"
    assert [p.key for p in draft.places if p.key.endswith("_due_date")] == []


def test_observations_alone_are_told_but_nothing_is_asked():
    draft = letter(sample(8, HALF))
    assert draft.variants == ("only_observations",)
    assert len(tables(draft)) == 1
    assert "verbeterplan" not in words(draft)
    assert "gevolgen" not in words(draft)
    assert "geen tekortkomingen vastgesteld, wel 1 aandachtspunt." in words(draft)


def test_a_sample_of_one_has_its_own_words():
    said = words(letter(sample(1, NO_GOAL)))
    assert "één dossier gecontroleerd" in said
    assert "1 dossiers" not in said
    assert "Het dossier beantwoordt niet aan" in said
    assert "In het gecontroleerde dossier staat geen concrete loopbaanvraag" in said
    assert "verschillende dossiers" not in said
    assert letter(sample(1)).variants == ("no_findings", "one_dossier")


def test_what_is_missing_is_listed_and_marked():
    bare = centre(contacts=(), address=Address())
    draft = letter(
        sample(8, NO_GOAL), settings=Settings(), day=None, place=bare, visit_date=None, officer=""
    )
    assert draft.missing == (
        "addressee",
        "signatory_name",
        "visit_date",
        "measures_table",
        "action_plan_due_date",
        "response_due_date",
        "follow_up_sentence",
        "contact_name",
        "contact_email",
        "contact_phone",
        "letter_date",
    )
    assert draft.document.draft
    assert draft.document.addressee_lines == ("⟦adres⟧",)
    assert "⟦datum van het bezoek⟧" in draft.document.subject
    assert draft.document.salutation == "Geachte heer of mevrouw,"


def test_a_finding_of_the_officer_without_grade_or_measure_is_missing():
    made = check(sample(8))
    loose = replace(strength("De wachtzaal is open."), proposed_grade=None)
    draft = letter(made.dossiers, findings=(loose,))
    assert "findings_table" in draft.missing
    graded = letter(made.dossiers, findings=(replace(loose, grade_override=Grade.MINOR),))
    assert "findings_table" not in graded.missing
    assert "measures_table" in graded.missing
    full = replace(loose, grade_override=Grade.MINOR, measure="Sluit af.", expected_evidence="Foto")
    assert letter(made.dossiers, findings=(full,)).missing == ()


def test_a_finding_left_out_is_not_told_and_the_conclusion_is_then_the_officers():
    made = check(sample(8, NO_GOAL))
    out = tuple(replace(finding, left_out=True) for finding in made.findings)
    draft = letter(made.dossiers, findings=out)
    assert draft.variants == ("no_findings",)
    assert "overall_conclusion" in draft.missing


def test_the_officers_own_texts_stand_in_the_tables():
    made = check(sample(8, NO_GOAL))
    own = replace(
        made.findings[0],
        statement="De vraag ontbreekt in KZ-001.",
        measure="Vraag door.",
        expected_evidence="Verslag",
        measure_due=date(2026, 9, 1),
    )
    found, asked = tables(letter(made.dossiers, findings=(own,)))
    assert found.rows[0][1] == "De vraag ontbreekt in KZ-001."
    assert asked.rows[0] == ("1", "Vraag door.", "Verslag", "1 september 2026")


def test_the_address_follows_the_post():
    assert addressee_lines(centre()) == (
        "Loopbaanhuis De Kade",
        "De Kade BV",
        "Ter attentie van mevrouw An Jansen",
        "Kaai 12 bus 3",
        "9000 Gent",
    )
    plain = centre(trade_name="", contacts=())
    assert addressee_lines(plain) == ("De Kade BV", "Kaai 12 bus 3", "9000 Gent")
    assert addressee_lines(centre(address=Address("Kaai", "1"))) == ()
    assert typed_lines("A,\n\n B. \n") == ("A", "B")
    with pytest.raises(AddresseeTooLong):
        typed_lines("\n".join("abcdefgh"))


@pytest.mark.parametrize(
    ("gender", "last_name", "greeting"),
    [
        (Gender.WOMAN, "De Smet", "Geachte mevrouw De Smet"),
        (Gender.MAN, "Peeters", "Geachte heer Peeters"),
        (Gender.UNKNOWN, "Peeters", "Geachte heer of mevrouw Peeters"),
        (Gender.WOMAN, " ", "Geachte heer of mevrouw"),
    ],
)
def test_greetings(gender, last_name, greeting):
    assert salutation(contact(gender, last_name)) == greeting


def test_who_signs_and_what_is_enclosed():
    document = letter(sample(8)).document
    assert (document.signatory_name, document.signatory_function) == (
        "Els Verbeke",
        "Kwaliteitsmedewerker",
    )
    signed = replace(OFFICE, signatory_name="Tom Wouters", signatory_function="Manager")
    document = letter(sample(8), settings=signed).document
    assert (document.signatory_name, document.signatory_function) == ("Tom Wouters", "Manager")
    assert document.contact_lines == ("Els Verbeke", "0473 72 53 83", "els.verbeke@vdab.be")
    assert document.enclosures_label == "bijlage"
    assert document.references == (
        ("uw bericht van", ""),
        ("uw kenmerk", ""),
        ("ons kenmerk", "DC-2026-3F2A1"),
        ("datum", "20 april 2026"),
    )
    assert document.layout["window_side"] == "right"


def test_no_heavy_word_whatever_fails():
    every = {key: answer("no") for key in all_yes() if key != "DC-08"}
    worst = every | {"DC-08": hours(9, 1)}
    for dossiers in (sample(8, worst), sample(1, worst), sample(8), sample(8, HALF)):
        draft = letter(dossiers, strengths=(strength("Goed."),))
        assert HEAVY.findall(words(draft)) == []
        told = "\n".join(f"{p.value} {p.explanation}" for p in draft.places)
        assert HEAVY.findall(told) == []


def by_hand(kind: Grade, text: str, criterion: str = "") -> FindingFile:
    return FindingFile(
        uuid5(SPACE, text), "", text, "", (), (), kind, "", kind, by_hand=True, criterion=criterion
    )


def headings(draft) -> list[str]:
    return [one.text for one in draft.document.blocks if one.kind is BlockKind.HEADING]


def test_coaching_has_a_heading_of_its_own_and_asks_no_measure():
    proposed = check(sample(8, NO_GOAL)).findings
    coaching = by_hand(Grade.COACHING, "Laat de klant het plan zelf schrijven.", "Eigen plan")
    draft = letter(sample(8, NO_GOAL), findings=(*proposed, coaching))
    assert "Waarover willen we u coachen?" in headings(draft)
    (items,) = [one.items for one in draft.document.blocks if "Eigen plan" in str(one.items)]
    assert items == ("Eigen plan: Laat de klant het plan zelf schrijven.",)
    found, asked = tables(draft)
    assert len(found.rows) == len(asked.rows) == 1
    assert draft.missing == ()


def test_without_coaching_there_is_no_heading_for_it():
    assert "Waarover willen we u coachen?" not in headings(letter(sample(8, NO_GOAL)))


def test_coaching_alone_is_no_finding():
    coaching = by_hand(Grade.COACHING, "Een tip.")
    draft = letter(sample(8), findings=(coaching,))
    assert draft.variants == ("no_findings",)
    assert "We hebben geen tekortkomingen vastgesteld." in words(draft)
    assert "Een tip." in words(draft)
    assert tables(draft) == []


def test_a_letter_of_before_tells_coaching_in_its_table():
    coaching = by_hand(Grade.COACHING, "Een tip.")
    facts = check(sample(8), findings=(coaching,))
    draft = audit_letter(facts, centre(), OFFICE, SENT, {}, version=1)
    assert [row[4] for row in tables(draft)[0].rows] == ["coaching"]
    assert draft.variants == ("only_observations",)


def test_a_breach_by_hand_stands_in_both_tables_with_its_criterion():
    breach = by_hand(Grade.MAJOR, "Er is geen klachtenprocedure.", "Klachtenprocedure")
    found, asked = tables(letter(sample(8), findings=(breach,)))
    assert found.rows[0][1:4] == ("Er is geen klachtenprocedure.", "Klachtenprocedure", "–")
    assert len(asked.rows) == 1
