"""The letter about the next period: what is not in order, by when, under which regime."""

from dataclasses import replace
from datetime import date
from uuid import uuid5

import pytest

from models.centres.values import CounsellorFile, Qualification
from models.letters.rules import Renewal, renewal_letter
from models.letters.rules.renewal import requirements
from models.letters.values import BlockKind
from models.mandates.values import (
    CertificateFile,
    CertificateKind,
    CertificateState,
    MandateFile,
    MandateState,
    Standing,
)
from models.mandates.rules.qualification import REQUIRED_FROM
from models.settings.values import Settings
from models.terms.values import DatedValue
from tests.models.builders import SPACE, centre

END = date(2027, 10, 31)
NEXT = date(2027, 11, 1)
DAY = date(2026, 11, 2)


def mandate(start: date = date(2021, 11, 1), end: date = END) -> MandateFile:
    return MandateFile(
        id=uuid5(SPACE, f"mandate {start}"),
        number="M-1015",
        start=start,
        end=end,
        ended_on=None,
        end_kind=None,
        state=MandateState.ENDING,
        why="",
        expected_end=end,
    )


def label(until: date | None, since: date | None = None) -> CertificateFile:
    kind = CertificateKind.QFOR_CLIENT_SCAN
    state = CertificateState.VALID
    return CertificateFile(uuid5(SPACE, "label"), kind, "", "", "", since, until, state, "")


def person(name: str, *, proof: bool, reported: bool, until: date | None = None):
    return CounsellorFile(
        id=uuid5(SPACE, name),
        counsellor_id=uuid5(SPACE, name),
        first_name="",
        last_name=name,
        email="",
        phone="",
        languages="",
        engagement_type=None,
        qualification=Qualification.EQUIVALENT if proof else Qualification.IN_PROGRESS,
        qualification_date=None,
        since=None,
        until=until,
        remark="",
        reported_on=date(2025, 1, 6) if reported else None,
    )


def renewal(certificates=(), people=(), held: MandateFile | None = None, later=()) -> Renewal:
    held = held or mandate()
    standing = Standing(
        state=held.state,
        why="",
        current=held,
        mandates=(*later, held),
        certificate_state=CertificateState.VALID,
        certificate_why="",
        certificates=tuple(certificates),
    )
    whole = replace(centre(), counsellors=tuple(people))
    return Renewal(whole, standing, held, Settings(), DAY, DAY)


def said(facts: Renewal) -> str:
    draft = renewal_letter(facts, {}, reference="BR-2026-ABC1234")
    blocks = (
        "\n".join(block.items) if block.kind is BlockKind.BULLETS else block.text
        for block in draft.document.blocks
    )
    return "\n".join([draft.document.subject, *blocks])


def test_a_label_that_stops_eleven_days_early_and_one_counsellor_without_proof():
    people = [
        person("Claes", proof=False, reported=True),
        person("Maes", proof=True, reported=True),
    ]
    facts = renewal([label(date(2027, 10, 20))], people)
    missing, passed = requirements(facts)
    assert missing[0].endswith(
        "geldig is op 1 november 2027, de eerste dag van die periode (het certificaat dat we"
        " kennen, loopt tot en met 20 oktober 2027)"
    )
    assert missing[1] == (
        "een bewijs van beroepskwalificatie of gelijkstelling voor Claes,"
        " uiterlijk op 31 december 2029"
    )
    assert passed == ("de melding aan VDAB van al uw loopbaanbegeleiders",)


def test_the_label_must_hold_on_the_first_day_itself():
    assert requirements(renewal([label(NEXT)]))[1][0].endswith("1 november 2027")
    assert "eerste dag" in requirements(renewal([label(END)]))[0][0]
    assert "eerste dag" in requirements(renewal([label(date(2030, 1, 1), date(2027, 11, 2))]))[0][0]
    assert "geen certificaat met een einddatum" in requirements(renewal([label(None)]))[0][0]


def test_who_leaves_before_the_next_period_is_not_asked_for():
    gone = person("Claes", proof=False, reported=False, until=END)
    stays = person("Maes", proof=True, reported=True)
    assert "Claes" not in " ".join(requirements(renewal([label(NEXT)], [gone, stays]))[0])


def test_the_regime_of_the_next_first_day_decides_what_to_do():
    text = said(renewal([label(NEXT)]))
    assert "U hoeft geen nieuwe aanvraag in te vullen" in text
    older = mandate(date(2019, 10, 1), date(2025, 9, 30))
    assert "Vraag de nieuwe periode aan" in said(renewal([label(NEXT)], held=older))


def test_the_last_day_to_answer_never_lies_behind_the_letter():
    draft = renewal_letter(renewal(), {}, reference="BR")
    by = next(place for place in draft.places if place.key == "renewal_contact_by")
    assert by.value == "31 januari 2027"
    assert "9 maanden eerder" in by.explanation
    late = replace(renewal(), letter_date=date(2027, 6, 1))
    draft = renewal_letter(late, {}, reference="BR")
    by = next(place for place in draft.places if place.key == "renewal_contact_by")
    assert by.value == "22 juni 2027"


def test_a_period_that_is_known_already_gives_its_own_first_day():
    later = mandate(date(2027, 12, 1), date(2033, 11, 30))
    assert renewal(later=[later]).next_start == date(2027, 12, 1)


@pytest.mark.parametrize("all_right", [True, False])
def test_sections_without_content_fall_out(all_right: bool):
    people = [person("Maes", proof=all_right, reported=all_right)]
    text = said(renewal([label(NEXT if all_right else None)], people))
    assert ("Wat ontbreekt nog?" in text) is not all_right
    assert ("Wat is in orde?" in text) is all_right


def test_nothing_is_missing_once_the_office_is_known():
    office = Settings(
        officer_name="Lotte Verhaegen", officer_email="lotte@voorbeeld.be", officer_phone="02"
    )
    draft = renewal_letter(replace(renewal([label(NEXT)]), settings=office), {}, reference="BR")
    assert draft.missing == ()
    undated = replace(renewal([label(NEXT)]), settings=office, letter_date=None)
    assert "letter_date" in renewal_letter(undated, {}, reference="BR").missing


def test_a_mandate_of_after_2023_has_no_last_day_while_the_rule_is_not_in_force():
    held = mandate(date(2024, 1, 1), date(2029, 12, 31))
    facts = renewal(
        [label(date(2031, 1, 1))], [person("An Claes", proof=False, reported=True)], held
    )
    assert "2029" not in requirements(facts)[0][0]
    recorded = DatedValue(REQUIRED_FROM, date(2026, 7, 1), date(2026, 1, 1), None, "MB")
    there = replace(facts, settings=Settings(rule_changes=(recorded,)))
    assert requirements(there)[0][0].endswith("uiterlijk op 31 december 2027")
