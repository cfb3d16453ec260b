"""A draw in a real file: made in one step, done again elsewhere, replaced, followed up, proved."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from controllers.bundle import Controllers
from controllers.checks import Checks
from controllers.history import History
from controllers.intake.dossier_list import read_dossier_list
from models.attachments.values import Pasted
from models.centres.rules.editing import MASKED
from models.centres.values import NationalNumberFound
from models.checks.entities import CheckedDossier, DossierSample
from models.checks.rules.draw import draw
from models.checks.rules.sample import as_lines, from_lines, kept_list
from models.checks.rules.protocol import honest, protocol
from models.checks.values import (
    AnswerType,
    AnswerValue,
    CheckFinished,
    Chosen,
    DrawKind,
    ReasonMissing,
)
from models.checks.values.sampling import DrawWish, Listed
from models.checks.values.sampling_refusals import (
    AlreadyDrawn,
    DrawnStays,
    EarlierTooMany,
    ListHoldsName,
    NoEarlierCheck,
    NoSpareLeft,
    NotDrawn,
    SampleTooLarge,
)
from models.store.store import Store
from ui.pages.checks.draw_draft import asked_before, draw_from

LIST = Path(__file__).resolve().parents[1] / "data" / "dossierlijst-kamzand-0124618472.csv"
VECTORS = json.loads((LIST.parent / "sample_vectors.json").read_text("utf-8"))
FOLLOW_UPS = VECTORS["follow_ups"]
COACH = "Loopbaanbegeleider"
SEED = "a1b2c3d4e5f60718"
YES, NO = AnswerValue.YES, AnswerValue.NO
WHY = "Het dossier ligt bij een beroep."


def wish(size: int = 12, **more) -> DrawWish:
    found = read_dossier_list(LIST)
    by = more.pop("by", COACH)
    given = {"spares": 3, "seed": SEED, "list_name": found.name, **more}
    return DrawWish(tuple(found.entries(by)), size, by=by, **given)


def numbers(checks: Checks, check: UUID) -> list[str]:
    return [each.number for each in checks.file(check).dossiers]


def of(checks: Checks, check: UUID, number: str):
    return next(each for each in checks.file(check).dossiers if each.number == number)


def answer_all(checks: Checks, check: UUID, number: str, value: AnswerValue = YES) -> None:
    """Every question with yes, the first with `value`: one no of the definition decides."""
    dossier = of(checks, check, number).id
    for place, question in enumerate(checks.file(check).template.questions):
        if question.answer_type is AnswerType.HOURS_COMPARE:
            checks.hours(check, dossier, question.key, 4.0, 4.0)
        elif value is NO and question.definition_condition or not place and value is NO:
            checks.answer(check, dossier, question.key, NO)
            checks.note(check, dossier, question.key, "Ontbreekt in het dossier.")
        else:
            checks.answer(check, dossier, question.key, YES)


def test_a_draw_is_one_step_and_gives_what_the_published_method_gives(
    store: Store, checks: Checks, check: UUID
) -> None:
    checks.draw(check, wish())
    by_rule = draw(read_dossier_list(LIST).entries(COACH), SEED, 12, 3, spread=True)
    assert numbers(checks, check) == list(by_rule.drawn)
    desk = checks.desk(check)
    assert desk.sample.draw == by_rule
    assert desk.spares == by_rule.spares
    assert [pick.place for pick in desk.picks] == list(range(1, 13))
    assert {each.chosen for each in checks.file(check).dossiers} == {Chosen.RANDOM}
    assert {each.group for each in checks.file(check).dossiers} == set(by_rule.groups)
    assert (desk.sample.list_name, desk.sample.grouped_by) == (LIST.name, COACH)
    assert desk.sample.program.startswith("Waarmerk ")

    History(store).undo()
    assert (numbers(checks, check), checks.desk(check).sample) == ([], None)
    History(store).redo()
    assert numbers(checks, check) == list(by_rule.drawn)
    assert checks.prove_samples() == ()


def test_without_a_seed_one_is_made_and_kept(checks: Checks, check: UUID) -> None:
    checks.draw(check, wish(seed=""))
    seed = checks.desk(check).sample.draw.seed
    assert len(bytes.fromhex(seed)) == 8
    assert numbers(checks, check) == list(
        draw(read_dossier_list(LIST).entries(COACH), seed, 12, 3, spread=True).drawn
    )


def test_the_list_is_kept_without_names_of_clients(
    store: Store, checks: Checks, check: UUID
) -> None:
    checks.draw(check, wish())
    with store.look() as session:
        kept = session.get(DossierSample, checks.desk(check).sample.id).numbers
    assert kept.count("\n") == 84
    assert "Van de Velde" not in kept


def test_a_spare_takes_the_place_with_a_reason_and_undo_brings_both_back(
    store: Store, checks: Checks, check: UUID
) -> None:
    checks.draw(check, wish())
    seventh = checks.desk(check).picks[6]
    answer_all(checks, check, seventh.number)
    first, second, third = checks.desk(check).spares
    checks.replace_dossier(check, seventh.dossier_id, WHY)
    pick = checks.desk(check).picks[6]
    assert (pick.number, pick.standing, pick.left) == (
        seventh.number, first, ((seventh.number, WHY),),
    )  # fmt: skip
    assert numbers(checks, check)[6] == first
    assert of(checks, check, first).chosen is Chosen.SPARE
    assert checks.desk(check).spares == (second, third)

    checks.replace_dossier(check, pick.dossier_id, "Ligt bij de revisor.")
    again = checks.desk(check).picks[6]
    assert (again.standing, again.left) == (
        second, ((seventh.number, WHY), (first, "Ligt bij de revisor.")),
    )  # fmt: skip
    assert checks.desk(check).spares == (third,)
    assert checks.prove_samples() == ()

    History(store).undo()
    History(store).undo()
    assert checks.desk(check).picks[6].standing == seventh.number
    assert of(checks, check, seventh.number).answers
    assert checks.desk(check).spares == (first, second, third)


def test_spares_end_and_a_reason_is_asked(checks: Checks, check: UUID) -> None:
    checks.draw(check, wish(4, spares=1))
    first = checks.desk(check).picks[0]
    with pytest.raises(ReasonMissing):
        checks.replace_dossier(check, first.dossier_id, "  ")
    checks.replace_dossier(check, first.dossier_id, "klacht van 85.07.30-033.28")
    ((_number, why),) = checks.desk(check).picks[0].left
    assert why == f"klacht van {MASKED}"
    with pytest.raises(NoSpareLeft):
        checks.replace_dossier(check, checks.desk(check).picks[1].dossier_id, WHY)


def test_what_was_picked_for_a_risk_stands_apart_and_gets_no_spare(
    checks: Checks, check: UUID
) -> None:
    checks.draw(check, wish(4))
    (risk,) = checks.add_dossiers(check, "KZ-900", "Klacht over dit dossier.")
    checks.add_dossiers(check, "KZ-901")
    desk = checks.desk(check)
    assert [(one.number, one.chosen, one.why) for one in desk.others] == [
        ("KZ-900", Chosen.RISK, "Klacht over dit dossier."),
        ("KZ-901", Chosen.BY_HAND, ""),
    ]
    with pytest.raises(NotDrawn):
        checks.replace_dossier(check, risk, WHY)


def test_the_honest_sentence_counts_only_what_was_drawn_blind(checks: Checks, check: UUID) -> None:
    checks.add_dossiers(check, "KZ-900", "Klacht over dit dossier.")
    checks.draw(check, wish(4))
    answer_all(checks, check, "KZ-900", NO)
    assert checks.desk(check).assurance is None
    picked = checks.desk(check).picks
    checks.replace_dossier(check, picked[0].dossier_id, WHY)
    for pick in checks.desk(check).picks[:3]:
        answer_all(checks, check, pick.standing)
    desk = checks.desk(check)
    assert (desk.assurance, desk.empty, desk.unjudged) == (None, 0, 1)
    assert "van de 4 plaatsen 1 zonder oordeel" in honest(desk)
    answer_all(checks, check, checks.desk(check).picks[3].standing, NO)
    said = checks.desk(check).assurance
    assert (said.population, said.sample, said.bad) == (83, 4, 1)


def test_a_dossier_that_was_there_already_stays_with_its_answers(
    checks: Checks, check: UUID
) -> None:
    drawn = draw(read_dossier_list(LIST).entries(COACH), SEED, 12, 3, spread=True).drawn
    checks.add_dossiers(check, drawn[3])
    answer_all(checks, check, drawn[3])
    checks.draw(check, wish())
    assert len(numbers(checks, check)) == 12
    assert of(checks, check, drawn[3]).chosen is Chosen.RANDOM
    assert of(checks, check, drawn[3]).answers


def test_a_risk_that_is_drawn_too_keeps_both_facts(checks: Checks, check: UUID) -> None:
    drawn = draw(read_dossier_list(LIST).entries(COACH), SEED, 12, 3, spread=True).drawn
    checks.add_dossiers(check, drawn[3], "Klacht over dit dossier.")
    checks.draw(check, wish())
    desk = checks.desk(check)
    assert of(checks, check, drawn[3]).chosen is Chosen.RANDOM
    assert [pick.risk for pick in desk.picks if pick.risk] == ["Klacht over dit dossier."]
    assert desk.picks[3].risk
    told = protocol(desk, date(2026, 5, 4)).own
    assert told == (f"{drawn[3]}: gekozen om een risico, en ook getrokken",)
    assert checks.prove_samples() == ()


def test_another_case_is_the_same_dossier_by_hand_and_by_draw(
    store: Store, checks: Checks, check: UUID
) -> None:
    (own,) = checks.add_dossiers(check, "kz-1")
    answer_all(checks, check, "kz-1")
    entries = (Listed("KZ-1"), Listed("KZ-2"))
    checks.draw(check, DrawWish(entries, 2, seed=SEED))
    assert sorted(numbers(checks, check)) == ["KZ-1", "KZ-2"]
    again = of(checks, check, "KZ-1")
    assert again.id == own
    assert again.answers
    assert all(pick.dossier_id for pick in checks.desk(check).picks)
    History(store).undo()
    assert numbers(checks, check) == ["kz-1"]


def test_two_spellings_on_one_list_stay_two_dossiers(checks: Checks, check: UUID) -> None:
    checks.add_dossiers(check, "kz-1")
    checks.draw(check, DrawWish((Listed("KZ-1"), Listed("kz-1")), 2, seed=SEED))
    assert sorted(numbers(checks, check)) == ["KZ-1", "kz-1"]
    assert all(pick.dossier_id for pick in checks.desk(check).picks)


def test_a_spare_that_was_added_by_hand_is_not_there_twice(checks: Checks, check: UUID) -> None:
    entries = tuple(Listed(f"KZ-{n}") for n in range(1, 4))
    checks.draw(check, DrawWish(entries, 2, 1, seed=SEED))
    desk = checks.desk(check)
    (own,) = checks.add_dossiers(check, desk.spares[0].lower())
    came = checks.replace_dossier(check, desk.picks[0].dossier_id, WHY)
    assert came == own
    assert len(numbers(checks, check)) == 2
    assert checks.desk(check).picks[0].standing == desk.spares[0]


def test_nothing_is_drawn_twice_and_a_draw_that_was_undone_stays_in_the_protocol(
    store: Store, checks: Checks, check: UUID
) -> None:
    checks.draw(check, wish(2))
    with pytest.raises(AlreadyDrawn):
        checks.draw(check, wish(3))
    assert checks.desk(check).undone == ()
    History(store).undo()
    checks.draw(check, wish(3, seed="ander"))
    desk = checks.desk(check)
    assert (desk.sample.draw.seed, desk.sample.size) == ("ander", 3)
    assert [(one.seed, one.size) for one in desk.undone] == [(SEED, 2)]
    facts = dict(protocol(desk, date(2026, 5, 4)).facts)
    assert f"2 dossiers, startwaarde {SEED}, door " in facts["Ongedaan gemaakte trekkingen"]


def test_what_was_drawn_does_not_leave_without_a_spare(checks: Checks, check: UUID) -> None:
    checks.draw(check, wish(3))
    first = checks.desk(check).picks[0]
    answer_all(checks, check, first.number, NO)
    with pytest.raises(DrawnStays):
        checks.remove_dossier(check, first.dossier_id)
    assert of(checks, check, first.number).answers
    spare = checks.replace_dossier(check, first.dossier_id, WHY)
    with pytest.raises(DrawnStays):
        checks.remove_dossier(check, spare)
    (own,) = checks.add_dossiers(check, "KZ-900")
    checks.remove_dossier(check, own)
    assert len(numbers(checks, check)) == 3


def test_a_place_that_was_emptied_before_keeps_the_sentence_away(
    store: Store, checks: Checks, check: UUID
) -> None:
    checks.draw(check, wish(3))
    first, *others = checks.desk(check).picks
    for pick in others:
        answer_all(checks, check, pick.number)
    with store.change("Remove dossier") as session:
        session.delete(session.get_one(CheckedDossier, first.dossier_id))
    desk = checks.desk(check)
    assert (desk.assurance, desk.empty, desk.unjudged) == (None, 1, 0)
    assert "van de 3 plaatsen 1 zonder dossier" in honest(desk)


@pytest.mark.parametrize(
    ("odd", "refusal"),
    [
        ({"size": 84}, SampleTooLarge),
        ({"entries": (Listed("Jan Peeters"),), "size": 1}, ListHoldsName),
        ({"entries": (Listed("85.07.30-033.28"),), "size": 1}, NationalNumberFound),
        ({"entries": (Listed("1", "85.07.30-033.28"),), "size": 1}, NationalNumberFound),
        ({"seed": "85.07.30-033.28"}, NationalNumberFound),
        ({"by": "85.07.30-033.28"}, NationalNumberFound),
        ({"list_name": "klant 85.07.30-033.28.csv"}, NationalNumberFound),
        ({"kind": DrawKind.NEW}, NoEarlierCheck),
    ],
)
def test_a_refused_draw_changes_nothing(checks: Checks, check: UUID, odd, refusal) -> None:
    given = {"entries": wish().entries, "size": 3, "by": COACH, **odd}
    with pytest.raises(refusal):
        checks.draw(check, DrawWish(**given))
    assert numbers(checks, check) == []
    assert checks.desk(check).sample is None


def test_why_is_drawn_is_kept_without_a_national_register_number(
    checks: Checks, check: UUID
) -> None:
    checks.draw(check, wish(2, why="Vraag van 85.07.30-033.28."))
    assert checks.desk(check).sample.why == f"Vraag van {MASKED}."


def test_a_finished_check_is_not_drawn_into(checks: Checks, check: UUID) -> None:
    checks.draw(check, wish(1))
    answer_all(checks, check, numbers(checks, check)[0])
    checks.finish(check)
    with pytest.raises(CheckFinished):
        checks.draw(check, wish(2))


@pytest.fixture
def before(checks: Checks, check: UUID) -> list[str]:
    """A finished check of three dossiers, of which the second failed."""
    checks.draw(check, wish(3))
    found = numbers(checks, check)
    for place, number in enumerate(found):
        answer_all(checks, check, number, NO if place == 1 else YES)
    checks.finish(check)
    return found


def test_the_same_dossiers_taken_back_are_told_as_no_draw(
    checks: Checks, store: Store, centre: UUID, before
) -> None:
    second = checks.plan(centre)
    checks.draw(second, DrawWish((), 0, kind=DrawKind.SAME))
    History(store).undo()
    checks.draw(second, wish(2))
    facts = dict(protocol(checks.desk(second), date(2026, 5, 4)).facts)
    assert "Ongedaan gemaakte trekkingen" not in facts
    assert "3 dossiers, niet getrokken, door " in facts["Ongedaan gemaakte keuzes"]


def test_a_follow_up_looks_at_the_same_again(checks: Checks, centre: UUID, before) -> None:
    second = checks.plan(centre)
    desk = checks.desk(second)
    assert (desk.earlier_failed, desk.earlier_all) == (1, 3)
    checks.draw(second, DrawWish((), 0, kind=DrawKind.SAME, why="Nagaan of het hersteld is."))
    assert numbers(checks, second) == before
    desk = checks.desk(second)
    assert {one.chosen for one in desk.others} == {Chosen.AGAIN}
    assert (desk.sample.kind, desk.sample.why) == (DrawKind.SAME, "Nagaan of het hersteld is.")
    assert desk.sample.earlier_reference == desk.earlier
    answer_all(checks, second, before[0])
    assert checks.desk(second).assurance is None


def test_a_follow_up_draws_new_ones_only(checks: Checks, centre: UUID, before) -> None:
    second = checks.plan(centre)
    checks.draw(second, wish(5, kind=DrawKind.NEW))
    assert len(numbers(checks, second)) == 5
    assert not set(numbers(checks, second)) & set(before)
    assert checks.desk(second).sample.draw.population == 80


def test_a_follow_up_takes_the_failed_one_and_new_ones(
    checks: Checks, centre: UUID, before
) -> None:
    second = checks.plan(centre)
    with pytest.raises(EarlierTooMany):
        checks.draw(second, wish(1, kind=DrawKind.FAILED_AND_NEW))
    checks.draw(second, wish(5, kind=DrawKind.FAILED_AND_NEW))
    found = checks.file(second).dossiers
    assert [each.number for each in found][0] == before[1]
    assert [each.chosen for each in found] == [Chosen.AGAIN, *[Chosen.RANDOM] * 4]
    answer_all(checks, second, before[1], NO)
    for each in found[1:]:
        assert checks.desk(second).assurance is None
        answer_all(checks, second, each.number)
    said = checks.desk(second).assurance
    assert (said.population, said.sample, said.bad) == (80, 4, 0)


@pytest.mark.parametrize("case", FOLLOW_UPS, ids=[case["name"] for case in FOLLOW_UPS])
def test_the_published_follow_ups_come_out(checks: Checks, centre: UUID, check: UUID, case) -> None:
    known = case["known"]
    checks.draw(check, DrawWish(tuple(map(Listed, known)), len(known), seed="eerst"))
    for place, number in enumerate(known):
        answer_all(checks, check, number, NO if place < case["again"] else YES)
    checks.finish(check)
    second = checks.plan(centre)
    entries = tuple(Listed(*row) for row in case["list"])
    by = COACH if case["by"] else ""
    kind = DrawKind(case["kind"])
    checks.draw(second, DrawWish(entries, case["n"], case["m"], case["seed"], by=by, kind=kind))
    found = checks.desk(second).sample.draw
    assert (list(found.drawn), list(found.spares)) == (case["drawn"], case["spares"])
    assert (dict(found.groups), found.fingerprint) == (case["groups"], case["fingerprint"])
    assert numbers(checks, second)[: case["again"]] == known[: case["again"]]
    assert found.population == case["population"]


def test_a_list_that_was_tampered_with_is_told(store: Store, checks: Checks, check: UUID) -> None:
    checks.draw(check, wish())
    sample = checks.desk(check).sample.id
    with store.change("Tamper") as session:
        row = session.get_one(DossierSample, sample)
        row.numbers = row.numbers.replace("2024/001", "2024/901")
    (told,) = checks.prove_samples()
    assert "list_changed" in told
    with store.change("Tamper") as session:
        row = session.get_one(DossierSample, sample)
        row.numbers = row.numbers.replace("2024/901", "2024/001")
        row.seed = "zelf gekozen"
    assert any("not_drawn" in told for told in checks.prove_samples())


def proven(controllers, check: UUID, dossier: UUID) -> tuple[str, UUID]:
    """A scan as proof of the first answer of a dossier; gives what it belongs to."""
    checks = controllers.checks
    about = checks.proof_of(dossier, "DC-01")
    checks.answer(check, dossier, "DC-01", YES)
    centre = checks.file(check).centre_id
    controllers.attachments.add(centre, [Pasted("scan.txt", b"POP")], about)
    return about


def test_proof_leaves_with_its_dossier_and_does_not_count_when_that_comes_back(
    controllers: Controllers, check: UUID
) -> None:
    """The old scan was proof again as soon as the number was added again."""
    checks = controllers.checks
    (dossier,) = checks.add_dossiers(check, "KZ-900")
    about = proven(controllers, check, dossier)
    checks.remove_dossier(check, dossier)
    assert controllers.attachments.of_thing(*about) == ()
    checks.add_dossiers(check, "KZ-900")
    checks.answer(check, dossier, "DC-01", YES)
    assert of(checks, check, "KZ-900").answers["DC-01"].proofs == 0
    for _step in range(3):
        controllers.history.undo()
    assert of(checks, check, "KZ-900").answers["DC-01"].proofs == 1


def test_proof_leaves_with_a_dossier_for_which_a_spare_comes_in(
    controllers: Controllers, check: UUID
) -> None:
    controllers.checks.draw(check, wish())
    dossier = controllers.checks.file(check).dossiers[0].id
    about = proven(controllers, check, dossier)
    controllers.checks.replace_dossier(check, dossier, WHY)
    assert controllers.attachments.of_thing(*about) == ()
    controllers.history.undo()
    assert len(controllers.attachments.of_thing(*about)) == 1


def test_a_spare_that_was_picked_for_a_risk_stays_so(checks: Checks, check: UUID) -> None:
    checks.draw(check, wish())
    first, second, *_others = checks.desk(check).spares
    checks.add_dossiers(check, first, "Klacht over dit dossier.")
    leaves = checks.file(check).dossiers[0]
    came = checks.replace_dossier(check, leaves.id, WHY)
    (pick,) = [pick for pick in checks.desk(check).picks if pick.left]
    assert (pick.standing, pick.risk) == (first, "Klacht over dit dossier.")
    assert pick.left == ((leaves.number, WHY),)
    own = protocol(checks.desk(check), date(2026, 5, 4)).own
    assert f"{first}: gekozen om een risico, en ook getrokken" in own
    checks.replace_dossier(check, came, "Ook weg.")
    (pick,) = [pick for pick in checks.desk(check).picks if pick.left]
    assert (pick.standing, pick.risk) == (second, "")
    assert pick.left == ((leaves.number, WHY), (first, "Ook weg."))


def test_the_protocol_tells_which_rows_of_the_list_added_up(checks, check, store) -> None:
    found = read_dossier_list(LIST)
    draw_from(checks, check, found.as_text(), DrawWish((), 12, seed=SEED, list_name=LIST.name))
    desk = checks.desk(check)
    (total,) = found.totals
    made = protocol(desk, date(2026, 5, 4))
    assert made is not None
    said = dict(made.facts)
    assert said["Totaalrijen"] == f"geen dossier, niet meegeteld: rij {total.row} ({total.text})"
    assert said["Nummers"].startswith("85 gekregen, 2 dubbel, 83 over")
    assert desk.sample.draw.fingerprint == draw(found.entries(), SEED, 12).fingerprint
    History(store).undo()
    assert asked_before(checks.desk(check))["text"].endswith("\nTotaal")


def test_a_follow_up_keeps_them_beside_what_it_leaves_out() -> None:
    given = kept_list([Listed("A-1"), Listed("A-2")], ["A-2"], ["4 Totaal"])
    assert from_lines(as_lines(given, follow_up=True), follow_up=True) == given
