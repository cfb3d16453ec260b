"""The published draw: the vectors of a plain file, another hand that repeats it, and the odd lists."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import unicodedata
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controllers.intake.dossier_list import read_dossier_list
from models.centres.values import NationalNumberFound
from models.checks.entities import DossierSample
from models.checks.queries.samples import drawn_again
from models.checks.rules.draw import check_numbers, divide, draw, fingerprint, listed, shown
from models.checks.rules.sample import as_lines, kept_list
from models.checks.values import DossierNumberTooLong, DrawKind
from models.checks.values.sampling import METHOD, Listed
from models.checks.values.sampling_refusals import (
    ListEmpty,
    ListHoldsName,
    SampleTooLarge,
    SampleTooSmall,
    SeedTooLong,
    SparesTooFew,
)

VECTORS = json.loads(
    (Path(__file__).resolve().parents[2] / "data" / "sample_vectors.json").read_text("utf-8")
)
CASES = VECTORS["cases"]


def entries(rows: list[list[str]]) -> list[Listed]:
    return [Listed(*row) for row in rows]


def clean_by_hand(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text.strip()))


def by_another_hand(rows, seed, n, m, by):
    """Written from the text of the contract alone; nothing of ours is used."""
    group = {}
    for number, *rest in rows:
        number = clean_by_hand(number)
        if number and number not in group:
            group[number] = clean_by_hand(rest[0]) if rest else ""
    numbers = list(group)
    mark = hashlib.sha256("\n".join(sorted(numbers)).encode("utf-8")).hexdigest()
    ranks = {x: hashlib.sha256((seed + "|" + x).encode("utf-8")).hexdigest() for x in numbers}
    order = sorted(numbers, key=ranks.get)
    if not by:
        return order[:n], order[n : n + m], {}, mark
    names = sorted(set(group.values()))
    share = {}
    fixed = []
    while True:
        open_ = [x for x in names if x not in fixed]
        places = n - len(fixed)
        total = sum(list(group.values()).count(x) for x in open_)
        whole, over = {}, []
        for name in open_:
            part = Fraction(places * list(group.values()).count(name), total)
            whole[name] = part.numerator // part.denominator
            over.append((-(part - whole[name]), name))
        for _part, name in sorted(over)[: places - sum(whole.values())]:
            whole[name] += 1
        empty = [x for x in open_ if whole[x] == 0]
        if n < len(names) or not empty:
            share = {**dict.fromkeys(fixed, 1), **whole}
            break
        fixed += empty
    chosen = []
    for name in names:
        chosen += [x for x in order if group[x] == name][: share[name]]
    drawn = [x for x in order if x in chosen]
    return drawn, [x for x in order if x not in chosen][:m], share, mark


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_published_vectors_come_out(case) -> None:
    found = draw(entries(case["list"]), case["seed"], case["n"], case["m"], spread=case["by"])
    assert list(found.drawn) == case["drawn"]
    assert list(found.spares) == case["spares"]
    assert dict(found.groups) == case["groups"]
    assert found.fingerprint == case["fingerprint"]
    assert (found.population, list(found.duplicates)) == (case["population"], case["duplicates"])
    assert found.method == METHOD == VECTORS["method"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_another_hand_gives_the_same(case) -> None:
    drawn, spares, groups, mark = by_another_hand(
        case["list"], case["seed"], case["n"], case["m"], case["by"]
    )
    assert (drawn, spares, mark) == (case["drawn"], case["spares"], case["fingerprint"])
    assert groups == case["groups"]


@pytest.mark.parametrize("case", VECTORS["files"], ids=[one["coding"] for one in VECTORS["files"]])
def test_a_file_in_any_coding_gives_the_published_draw(case, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(base64.b64decode(case["bytes"]))
    found = draw(
        read_dossier_list(path).entries(case["by"]), case["seed"], case["n"], case["m"], spread=True
    )
    assert (list(found.drawn), list(found.spares)) == (case["drawn"], case["spares"])
    assert (dict(found.groups), found.fingerprint) == (case["groups"], case["fingerprint"])


@pytest.mark.skipif(shutil.which("node") is None, reason="no JavaScript here")
def test_the_text_of_the_manual_is_enough_to_do_it_in_another_language() -> None:
    told = subprocess.run(
        ["node", str(Path(__file__).with_name("draw_by_manual.mjs"))],
        input=json.dumps(VECTORS),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    for case, found in zip([*CASES, *VECTORS["follow_ups"]], json.loads(told.stdout), strict=True):
        assert found == {name: case[name] for name in found}, case["name"]


numbers = st.text(
    st.characters(codec="utf-8", categories=("Nd", "Zs", "Mn", "So", "Po")), max_size=8
)
lines = st.lists(
    st.tuples(numbers, st.sampled_from(["", "a", "b", "c", "é"])), min_size=1, max_size=25
)


@given(lines, st.text(st.characters(codec="utf-8"), max_size=10), st.data())
def test_any_list_is_drawn_as_another_hand_draws_it(rows, seed, data) -> None:
    population = shown(entries(rows)).population
    if not population:
        return
    n = data.draw(st.integers(1, population))
    m = data.draw(st.integers(0, 5))
    by = data.draw(st.booleans())
    found = draw(entries(rows), seed, n, m, spread=by)
    drawn, spares, groups, mark = by_another_hand(rows, seed, n, m, by)
    assert (list(found.drawn), list(found.spares)) == (drawn, spares)
    assert (dict(found.groups), found.fingerprint) == (groups, mark)


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 60), min_size=1, max_size=8), st.data())
def test_places_are_divided_fairly(sizes, data) -> None:
    total = sum(sizes.values())
    n = data.draw(st.integers(1, total))
    found = divide(n, sizes)
    assert sum(found.values()) == n
    assert all(0 <= found[group] <= sizes[group] for group in sizes)
    if n >= len(sizes):
        assert min(found.values()) >= 1
    for one in sizes:
        for other in sizes:
            if sizes[one] > sizes[other]:
                assert found[one] >= found[other]
    if all(count * n >= total for count in sizes.values()):
        assert all(abs(found[group] - Fraction(n * sizes[group], total)) < 1 for group in sizes)


@given(st.permutations([f"KZ-{place:03}" for place in range(30)]))
def test_the_order_of_the_list_does_not_matter(order) -> None:
    found = draw([Listed(number) for number in order], "zaad", 6, 3)
    assert found.drawn == draw([Listed(each) for each in sorted(order)], "zaad", 6, 3).drawn


def test_another_seed_draws_others() -> None:
    rows = [Listed(f"KZ-{place:03}") for place in range(80)]
    assert draw(rows, "a", 12).drawn != draw(rows, "b", 12).drawn


def test_the_fingerprint_does_not_see_order_or_duplicates_but_sees_one_number() -> None:
    kept, _twice = listed([Listed("2"), Listed("1"), Listed("2")])
    assert fingerprint(one.number for one in kept) == fingerprint(["1", "2"])
    assert fingerprint(["1", "2"]) != fingerprint(["1", "3"])


ROWS = [Listed("KZ-1"), Listed("KZ-2"), Listed("KZ-2")]


@pytest.mark.parametrize(
    ("rows", "size", "spares", "refusal", "said"),
    [
        ([], 1, 0, ListEmpty, "no dossier number"),
        ([Listed("  ")], 1, 0, ListEmpty, "no dossier number"),
        (ROWS, 0, 0, SampleTooSmall, "at least one"),
        (ROWS, -3, 0, SampleTooSmall, "-3"),
        (ROWS, 3, 0, SampleTooLarge, "Draw at most 2"),
        (ROWS, 1, -1, SparesTooFew, "0 or more"),
    ],
)  # fmt: skip
def test_a_list_that_cannot_be_drawn_from_is_refused(rows, size, spares, refusal, said) -> None:
    with pytest.raises(refusal, match=re.escape(said)):
        draw(rows, "zaad", size, spares)


ODD = [
    ("Jan Peeters", ListHoldsName, "Jan Peeters"),
    ("85.07.30-033.28", NationalNumberFound, "XX.XX.XX"),
    ("1" * 41, DossierNumberTooLong, "40"),
]


@pytest.mark.parametrize(("number", "refusal", "said"), ODD)
def test_a_number_that_may_not_be_kept_is_refused_before_it_is_known(number, refusal, said) -> None:
    with pytest.raises(refusal, match=re.escape(said)):
        check_numbers([*ROWS, Listed(f" {number}")])
    check_numbers([*ROWS, Listed(f" {number}")], {number})


WRITTEN = st.one_of(st.sampled_from([number for number, _refusal, _said in ODD]), numbers)


@given(st.lists(WRITTEN.filter(clean_by_hand), min_size=1, max_size=9), st.sampled_from(DrawKind))
def test_a_draw_that_was_kept_always_comes_out_again(numbers, kind) -> None:
    """Whatever is refused today: it was judged when it was drawn from."""
    kept = kept_list(Listed(number) for number in numbers)
    row = DossierSample(
        kind=kind,
        numbers=as_lines(kept, follow_up=kind.leaves_out),
        seed="zaad",
        size=1,
        spares=0,
    )
    assert drawn_again(row) == draw(kept.frame, "zaad", 1)


def test_a_seed_has_an_end() -> None:
    with pytest.raises(SeedTooLong):
        draw(ROWS, "z" * 201, 1)
