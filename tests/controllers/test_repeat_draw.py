"""A draw made again: from what was kept, and from the list that somebody brings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from controllers.checks import Checks
from controllers.intake.dossier_list import read_dossier_list
from models.centres.values import NationalNumberFound
from models.checks.entities import CheckedDossier, DossierSample
from models.checks.rules.draw import fingerprint
from models.checks.rules.protocol import protocol
from models.checks.values import AnswerType, AnswerValue, DrawKind
from models.checks.values.sampling import DrawWish, Listed
from models.checks.values.sampling_refusals import ListEmpty, NothingDrawn
from models.store.store import Store

LIST = Path(__file__).resolve().parents[1] / "data" / "dossierlijst-kamzand-0124618472.csv"
COACH = "Loopbaanbegeleider"
SEED = "a1b2c3d4e5f60718"
PLAIN = tuple(Listed(f"KZ-{place:03}") for place in range(1, 41))
ODD = "Aanvraag 85.07.30-033.28"
EARLIER = (*PLAIN[:-1], Listed(ODD))


@pytest.fixture
def drawn(checks: Checks, check: UUID) -> UUID:
    """Four of forty, with two spares."""
    checks.draw(check, DrawWish(PLAIN, 4, 2, seed=SEED))
    return check


def answered(checks: Checks, check: UUID) -> None:
    """Every question with yes."""
    for dossier in checks.file(check).dossiers:
        for question in checks.file(check).template.questions:
            if question.answer_type is AnswerType.HOURS_COMPARE:
                checks.hours(check, dossier.id, question.key, 4.0, 4.0)
            else:
                checks.answer(check, dossier.id, question.key, AnswerValue.YES)


def test_what_was_kept_gives_the_same(checks: Checks, drawn: UUID) -> None:
    found = checks.repeat_draw(drawn)
    assert found.same
    assert found.sentences == (
        f"De bewaarde lijst en de startwaarde {SEED} geven opnieuw dezelfde 4 dossiers en dezelfde"
        " 2 reserves.",
    )


def test_the_same_list_in_another_order_and_with_doubles_is_the_same(
    checks: Checks, drawn: UUID
) -> None:
    found = checks.repeat_draw(drawn, [PLAIN[3], *reversed(PLAIN), Listed("  KZ-001 ")])
    assert found.same
    assert found.sentences == (
        "Dezelfde lijst: 40 nummers, dezelfde vingerafdruk.",
        "Dezelfde startwaarde geeft dezelfde 4 dossiers en dezelfde 2 reserves.",
    )


def test_another_list_is_told_number_by_number(checks: Checks, drawn: UUID) -> None:
    first = checks.desk(drawn).picks[0].number
    spare = checks.desk(drawn).spares[0]
    found = checks.repeat_draw(drawn, [*(one for one in PLAIN if one.number != first)])
    assert not found.same
    assert found.sentences == (
        f"Een andere lijst dan die van de trekking: 1 minder ({first}).",
        f"Met deze lijst waren andere dossiers getrokken: {spare} in de plaats van {first}.",
    )


def test_a_list_that_changed_where_nothing_was_drawn_is_still_another_list(
    checks: Checks, drawn: UUID
) -> None:
    desk = checks.desk(drawn)
    taken = {*(pick.number for pick in desk.picks), *desk.spares}
    kept = [one for one in PLAIN if one.number in taken]
    found = checks.repeat_draw(drawn, kept)
    assert not found.same
    assert "34 minder" in found.sentences[0]
    assert "en nog 29" in found.sentences[0]
    assert found.sentences[1] == (
        "Dezelfde startwaarde geeft dezelfde 4 dossiers en dezelfde 2 reserves."
    )
    few = checks.repeat_draw(drawn, kept[:3])
    assert few.sentences[1] == "Er zijn te weinig nummers om er 4 te trekken."


def test_other_spares_are_told(checks: Checks, drawn: UUID) -> None:
    first, second = checks.desk(drawn).spares
    found = checks.repeat_draw(drawn, [one for one in PLAIN if one.number != second])
    assert found.sentences[1].startswith("Dezelfde 4 dossiers, maar andere reserves: " + first)


def test_groups_count_and_are_those_of_then_when_the_list_has_none(
    checks: Checks, check: UUID
) -> None:
    entries = read_dossier_list(LIST).entries(COACH)
    checks.draw(check, DrawWish(tuple(entries), 12, 3, seed=SEED, by=COACH))
    assert checks.repeat_draw(check, entries).same
    bare = [Listed(entry.number) for entry in entries]
    without = checks.repeat_draw(check, bare, by_kept=True)
    assert without.same
    assert without.sentences[1] == (
        "De lijst heeft geen kolom Loopbaanbegeleider: de groepen van toen zijn gebruikt."
    )
    moved = [Listed(entries[0].number, entries[1].group), *entries[1:]]
    assert entries[0].group != entries[1].group
    told = checks.repeat_draw(check, moved)
    assert not told.same
    assert f"1 in een andere groep ({entries[0].number})" in told.sentences[0]


def test_a_list_that_was_tampered_with_does_not_repeat(
    store: Store, checks: Checks, drawn: UUID
) -> None:
    with store.change("Tamper") as session:
        row = session.get_one(DossierSample, checks.desk(drawn).sample.id)
        row.numbers = row.numbers.replace("KZ-001", "KZ-901")
    found = checks.repeat_draw(drawn)
    assert not found.same
    assert "vingerafdruk klopt niet" in found.sentences[0]
    with store.change("Tamper") as session:
        row = session.get_one(DossierSample, checks.desk(drawn).sample.id)
        row.numbers = row.numbers.replace("KZ-901", "KZ-001")
        row.seed = "zelf gekozen"
    told = checks.repeat_draw(drawn, PLAIN)
    assert not told.same
    assert "staat hier als getrokken, maar komt niet uit de trekking." in told.sentences[0]


def test_a_follow_up_is_repeated_without_those_of_last_time(
    checks: Checks, centre: UUID, drawn: UUID
) -> None:
    answered(checks, drawn)
    checks.finish(drawn)
    assert checks.repeat_draw(drawn, PLAIN).same  # also in a finished check
    second = checks.plan(centre)
    checks.draw(second, DrawWish(PLAIN, 3, 1, seed=SEED, kind=DrawKind.NEW))
    found = checks.repeat_draw(second, PLAIN)
    assert found.same
    earlier = checks.desk(second).earlier
    assert found.sentences == (
        "Dezelfde lijst: 40 nummers, dezelfde vingerafdruk.",
        f"Van deze lijst vallen er 4 weg: ze zijn nagekeken bij controle {earlier}. Er blijven er"
        " 36 over om uit te trekken.",
        "Dezelfde startwaarde geeft dezelfde 3 dossiers en dezelfde reserve.",
    )
    before = {each.number for each in checks.file(drawn).dossiers}
    frame = [one for one in PLAIN if one.number not in before]
    found = checks.repeat_draw(second, frame)
    assert found.same
    assert found.sentences[0] == (
        "Dit is de lijst waaruit getrokken is: 36 nummers, dezelfde vingerafdruk."
    )
    found = checks.repeat_draw(second, frame[1:])
    assert not found.same
    assert "5 minder" in found.sentences[0]


def test_what_a_follow_up_left_out_stays_what_it_was_when_the_earlier_check_changes(
    checks: Checks, centre: UUID, drawn: UUID
) -> None:
    answered(checks, drawn)
    checks.finish(drawn)
    second = checks.plan(centre)
    checks.draw(second, DrawWish(PLAIN, 3, 1, seed=SEED, kind=DrawKind.NEW))
    checks.reopen(drawn, "Nog een dossier nagekeken.")
    extra = checks.desk(second).picks[0].number
    checks.add_dossiers(drawn, extra)
    assert checks.repeat_draw(second).same
    assert checks.repeat_draw(second, PLAIN).same


def test_a_follow_up_of_before_the_whole_list_was_kept_still_repeats(
    store: Store, checks: Checks, centre: UUID, drawn: UUID
) -> None:
    answered(checks, drawn)
    checks.finish(drawn)
    second = checks.plan(centre)
    checks.draw(second, DrawWish(PLAIN, 3, 1, seed=SEED, kind=DrawKind.NEW))
    with store.change("Keep as before") as session:
        row = session.get_one(DossierSample, checks.desk(second).sample.id)
        lines = (line.split("\t") for line in row.numbers.split("\n"))
        row.numbers = "\n".join(f"{number}\t{group}" for number, group, left in lines if not left)
    assert checks.prove_samples() == ()
    assert checks.desk(second).sample.received is None
    assert checks.repeat_draw(second).same
    found = checks.repeat_draw(second, PLAIN)
    assert found.same
    assert found.sentences[0] == "Dezelfde lijst: 36 nummers, dezelfde vingerafdruk."
    facts = dict(protocol(checks.desk(second), date(2026, 5, 4)).facts)
    assert facts["Nummers"] == "36 om uit te trekken"
    assert "is niet bewaard" in facts["Weggelaten"]


def test_the_same_dossiers_again_are_no_draw(checks: Checks, centre: UUID, drawn: UUID) -> None:
    answered(checks, drawn)
    checks.finish(drawn)
    second = checks.plan(centre)
    checks.draw(second, DrawWish((), 0, kind=DrawKind.SAME))
    earlier = checks.desk(second).earlier
    said = f"Er is niet getrokken: dit zijn alle dossiers van controle {earlier}."
    assert checks.repeat_draw(second).sentences == (said,)
    found = protocol(checks.desk(second), date(2026, 5, 4))
    facts = dict(found.facts)
    assert facts["Dossiers"] == f"4, alle van controle {earlier}"
    assert not {"Lijst", "Startwaarde", "Getrokken"} & facts.keys()
    assert "startwaarde" not in found.repeat


def test_a_list_that_would_be_refused_today_still_opens(
    store: Store, checks: Checks, centre: UUID, drawn: UUID
) -> None:
    """It was judged when it was drawn from; another version may judge otherwise."""
    answered(checks, drawn)
    with store.change("Drawn by an earlier version") as session:
        row = session.get_one(DossierSample, checks.desk(drawn).sample.id)
        row.numbers = row.numbers.replace("KZ-040", ODD)
        row.fingerprint = fingerprint(entry.number for entry in EARLIER)
    assert checks.desk(drawn).sample.draw.population == 40
    assert checks.repeat_draw(drawn).same
    assert checks.repeat_draw(drawn, EARLIER).same
    assert not checks.prove_samples()
    checks.finish(drawn)
    assert checks.content(drawn)
    assert checks.prove(drawn).stands
    with store.change("Named by an earlier version") as session:
        first = checks.file(drawn).dossiers[0].id
        session.get_one(CheckedDossier, first).number = ODD
    second = checks.plan(centre)
    checks.draw(second, DrawWish((), 0, kind=DrawKind.SAME))
    assert checks.file(second).dossiers[0].number == ODD


def test_what_cannot_be_repeated_is_refused(checks: Checks, check: UUID) -> None:
    with pytest.raises(NothingDrawn):
        checks.repeat_draw(check)
    checks.draw(check, DrawWish(PLAIN, 4, 2, seed=SEED))
    with pytest.raises(ListEmpty):
        checks.repeat_draw(check, [])
    with pytest.raises(NationalNumberFound):
        checks.repeat_draw(check, [*PLAIN, Listed("85.07.30-033.28")])
