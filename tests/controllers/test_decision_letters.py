"""Letters that tell what was decided: granted with its reasons, refused with each requirement."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from controllers.bundle import Controllers
from models.applications.values import AdviceOutcome, Ending
from models.letters.values import BlockKind, LetterFile, NoLetterForDecision
from tests.controllers.dossiers import FAILS, Applicant, applicant, ruling
from tests.controllers.finished import settle


@pytest.fixture
def controllers(store):
    made = Controllers(store)
    settle(made)
    return made


@pytest.fixture
def one(controllers) -> Applicant:
    made = applicant(controllers)
    for field, value in {
        "street": "Kaai", "house_number": "12", "postal_code": "9000", "locality": "Gent",
    }.items():  # fmt: skip
        controllers.centres.edit(made.centre, field, value)
    place = controllers.centres.add_establishment(made.centre, "De Kade")
    controllers.centres.edit_part("establishment", place, "locality", "Gent")
    return made


@pytest.fixture
def refused(controllers, one: Applicant):
    one.certify()
    one.judge(MA_05=FAILS)
    one.ask()
    one.complete()
    one.advise(AdviceOutcome.NEGATIVE, "Geen ervaring met volwassenen.")
    return controllers.applications.refuse(
        one.application, ruling("Geen relevante ervaring aangetoond.")
    )


def value(file: LetterFile, key: str) -> str:
    return next(place.value for place in file.places if place.key == key)


def paper(controllers, letter, path: Path) -> str:
    made = controllers.outgoing.letter(letter, path)
    return " ".join("".join(page.extract_text() for page in PdfReader(made.path).pages).split())


def test_the_certificate_in_the_letter_is_the_one_that_holds_when_the_mandate_starts(
    controllers, one
):
    one.ready()
    later = controllers.mandates.add_certificate(one.centre, None, date(2033, 12, 31))
    controllers.mandates.edit_certificate(later, "valid_from", date(2030, 1, 1))
    letter = controllers.letters.write_decision_letter(one.grant())
    file = controllers.letters.file(letter)
    assert value(file, "certificate_valid_until") == "31 december 2028"


def test_a_granted_mandate_is_told_with_its_days_and_its_reasons(controllers, one, tmp_path):
    one.ready()
    decision = one.grant("Een sterk dossier.")
    letter = controllers.letters.write_decision_letter(decision)
    assert controllers.letters.write_decision_letter(decision) == letter
    file = controllers.letters.file(letter)
    assert file.missing == ()
    assert value(file, "mandate_start") == "1 juni 2026"
    assert value(file, "mandate_end") == "31 mei 2032"
    assert value(file, "renewal_contact_by") == "31 augustus 2031"
    why = [block.text for block in file.document.blocks if "Een sterk dossier." in block.text]
    assert why == ["Uw aanvraag voldoet aan de kwaliteitsvereisten. Een sterk dossier."]
    (reasons,) = [
        block for block in file.document.blocks if any("MA-14" in item for item in block.items)
    ]
    assert reasons.kind is BlockKind.BULLETS
    assert len(reasons.items) == 14
    text = paper(controllers, letter, tmp_path / "toegekend.pdf")
    for said in (
        "Een sterk dossier.",
        "Zo staat het bij MA-14.",
        "Mandaatnummer: LB-1",
        "Raad van State",
        "Vestigingen: Gent",
    ):
        assert said in text


def test_a_refusal_states_for_each_requirement_why_it_does_not_suffice(
    controllers, refused, tmp_path
):
    letter = controllers.letters.write_decision_letter(refused)
    file = controllers.letters.file(letter)
    assert file.wanted == ("contact voor klachten",)
    controllers.settings.edit("complaints_contact", "vdab.example/klachten")
    file = controllers.letters.file(letter)
    assert file.missing == ()
    (table,) = [block for block in file.document.blocks if block.kind is BlockKind.TABLE]
    ((title, asked, received, why),) = table.rows
    assert title
    assert why == "Zo staat het bij MA-05."
    assert "volwassenen" in asked
    assert received == "Geen stukken ontvangen."
    text = paper(controllers, letter, tmp_path / "geweigerd.pdf")
    passed = value(file, "passed_criteria_summary")
    assert passed.startswith("Deze vereisten zijn wel in orde: aanvrager en vestigingen")
    assert "; geen lopende wachttermijn; " in passed
    assert "U kunt op elk moment een nieuwe aanvraag indienen." in text
    assert "binnen zestig dagen" in text
    assert "Hoogachtend" in text


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2027, 6, 30), "U kunt een nieuwe aanvraag indienen vanaf 1 juli 2027."),
        (date(2026, 5, 4), "U kunt een nieuwe aanvraag indienen vanaf 5 mei 2026."),
        (date(2026, 5, 3), "U kunt op elk moment een nieuwe aanvraag indienen."),
    ],
)
def test_a_refusal_says_from_when_after_the_waiting_period_of_an_earlier_mandate(
    controllers, one, refused, until, said
):
    earlier = controllers.mandates.add(one.centre, "LB-0", date(2024, 5, 1))
    controllers.mandates.edit(earlier, "ended_on", date(2026, 4, 30))
    controllers.mandates.edit(earlier, "waiting_period_until", until)
    letter = controllers.letters.write_decision_letter(refused)
    assert value(controllers.letters.file(letter), "reapply_sentence") == said


def test_what_may_stay_empty_leaves_no_mark_on_paper(controllers, one, tmp_path):
    controllers.settings.edit("complaints_contact", "vdab.example/klachten")
    one.judge(MA_14=FAILS)
    one.complete()
    one.advise(AdviceOutcome.POSITIVE, "De jaarrekening volgt nog.")
    refused = controllers.applications.refuse(one.application, ruling("Niet financieel gezond."))
    letter = controllers.letters.write_decision_letter(refused)
    assert value(controllers.letters.file(letter), "supplementary_info_sentence") == ""
    text = paper(controllers, letter, tmp_path / "geweigerd.pdf")
    assert "bijkomende informatie" not in text
    assert "ONTWERP" not in text


def test_how_to_contest_it_cannot_be_left_out(controllers, refused):
    letter = controllers.letters.write_decision_letter(refused)
    controllers.letters.fill(
        letter, "appeal_block", "U kunt naar de Raad van State, binnen 60 dagen."
    )
    assert "binnen 60 dagen" in value(controllers.letters.file(letter), "appeal_block")
    controllers.letters.fill(letter, "appeal_block", "  ")
    assert "binnen zestig dagen" in value(controllers.letters.file(letter), "appeal_block")


def test_only_decisions_on_an_application_have_a_letter(controllers, one):
    one.ready()
    one.grant(start=date(2026, 5, 1))
    mandate = controllers.mandates.standing(one.centre).mandates[0].id
    stop = controllers.applications.note_stop(
        mandate, ruling("Het centrum stopt."), Ending(date(2026, 5, 4), date(2027, 5, 4))
    )
    with pytest.raises(NoLetterForDecision):
        controllers.letters.write_decision_letter(stop)


def test_a_decision_that_is_undone_leaves_no_letter_to_print(controllers, store, one):
    one.ready()
    letter = controllers.letters.write_decision_letter(one.grant())
    assert [row.id for row in controllers.letters.rows(controllers.letters.ids())] == [letter]
    store.undo()
    store.undo()
    assert controllers.letters.ids() == []
    store.redo()
    store.redo()
    assert controllers.letters.file(letter).missing == ()
