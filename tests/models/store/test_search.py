"""Search as you type: what is found is what a person would point at, whatever is typed."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from models.centres.entities import SEARCHED, CareerCentre
from models.kernel.words import fold
from models.store.file import open_file
from models.store.search import Searchable, matching
from tests.conftest import PASSPHRASE
from tests.models.store.hands import ZON, add_centre, name_of, remove, rename

NAMES = [
    "Loopbaanhuis Genk",
    "Één Café vzw",
    "STRASSE Straße bv",
    "Œuvre & Cie",
    'De "Gouden" Ster',
    "a-b c_d e.f g/h",
    "O'Reilly (Gent) NEAR OR AND NOT",
    "100% zin; DROP TABLE centre --",
    "Ĳsland Ñandú Çelik Đurđević Łódź",
    "日本語 한국어 Ελλάς Москва İstanbul",
    "naam: kolom* ^begin {a b} +plus",
    "e\u0301e\u0301n a\u030a",
    "x",
    "Zoë\u00a0Noël\tvan 't Hoff",
]


@pytest.fixture(scope="module")
def searched(tmp_path_factory):
    """An office with names that are hard to search."""
    from models.store.file import Terms, create
    from tests.conftest import CHEAP, NOW

    terms = Terms(clock=lambda: NOW, who="Lotte", searched=(SEARCHED,), cost=CHEAP)
    store, _ = create(tmp_path_factory.mktemp("search") / "a.waarmerk", PASSPHRASE, terms)
    for number, name in enumerate(NAMES):
        add_centre(store, legal_name=name, postal_code=f"{9000 + number}", locality="Gent")
    yield store
    store.close()


def found(store, typed):
    """Names of the centres that are found: the question joins, so that deleted ones are hidden."""
    match = matching("centre", typed)
    if match is None:
        return None
    sql, values = match
    question = (
        select(CareerCentre.legal_name)
        .where(CareerCentre.id.in_(text(sql).bindparams(**values)))
        .order_by(CareerCentre.legal_name)
    )
    with store.look() as session:
        return session.scalars(question).all()


def bodies(store):
    with store.look() as session:
        for row in session.scalars(select(CareerCentre)):
            yield row.legal_name, fold(" ".join(getattr(row, c) or "" for c in SEARCHED.columns))


def pointed_at(store, typed):
    """The same in plain Python: long words anywhere, short ones at the start of a word."""
    words = fold(typed.replace("\0", " ").replace('"', " ")).split()
    wanted = [word for word in words if len(word) > 2]
    short = [
        part for word in words if len(word) <= 2 for part in re.sub(r"[\W_]+", " ", word).split()
    ]
    if not wanted and not short:
        return None
    return sorted(
        name
        for name, body in bodies(store)
        if all(word in body for word in wanted)
        and all(
            any(token.startswith(word) for token in re.split(r"[\W_]+", body)) for word in short
        )
    )


pieces = st.sampled_from(sorted({part for name in NAMES for part in name.split()}))
typing = st.one_of(
    st.text(max_size=12),
    st.lists(pieces, min_size=1, max_size=3).map(" ".join),
    st.builds(lambda word, a, b: word[a : a + b], pieces, st.integers(0, 5), st.integers(1, 6)),
    st.text(alphabet="\"'*^:(){}+-&|~%_.,;\\/ abGE\0\ud800é", max_size=14),
    st.sampled_from(["NEAR(a b)", "a AND b", "body: x", "^loop", "loop*", "NOT", '""', "-een"]),
)


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(typing)
@example("Straße")
@example("strasse")
@example("œuvre")
@example("ĳsland")
@example("한국어")
@example("İSTANBUL")
@example("'t Hoff")
@example("\x00\x00")
@example("&")
def test_whatever_is_typed_finds_what_a_person_would_point_at(searched, typed):
    assert found(searched, typed) == pointed_at(searched, clean_of_surrogates(typed))


def clean_of_surrogates(typed):
    return "".join(sign for sign in typed if not 0xD800 <= ord(sign) < 0xE000)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("baanhuis", "Loopbaanhuis Genk"),
        ("LOOPBAAN genk", "Loopbaanhuis Genk"),
        ("een cafe", "Één Café vzw"),
        ("ÉÉN", "Één Café vzw"),
        ("lodz", "Ĳsland Ñandú Çelik Đurđević Łódź")
        if "lodz" in fold("Łódź")
        else ("celik", NAMES[8]),
        ("gouden ster", 'De "Gouden" Ster'),
        ("9004", 'De "Gouden" Ster'),
        ("o'reilly", "O'Reilly (Gent) NEAR OR AND NOT"),
        ("zoe noel", NAMES[13]),
    ],
)
def test_a_word_is_found_whatever_its_accents_and_case(searched, typed, name):
    assert name in found(searched, typed)


def test_short_words_are_found_at_the_start_of_a_word_only(searched):
    assert "Loopbaanhuis Genk" in found(searched, "lo")
    assert "Loopbaanhuis Genk" not in found(searched, "oo")
    assert len(found(searched, "ge")) == len(NAMES)  # Gent, all of them


@pytest.mark.parametrize("typed", ["", "  ", "\0", '"', "&", "- -", "\ud800"])
def test_nothing_to_search_for_is_no_question(searched, typed):
    assert found(searched, typed) is None


def test_search_follows_edit_undo_delete_and_revival(store):
    centre = add_centre(store, legal_name="Zonnewijzer")
    assert found(store, "zonnew") == ["Zonnewijzer"]
    rename(store, centre, "Kompas")
    assert found(store, "zonnew") == []
    assert found(store, "kompas") == ["Kompas"]
    store.undo()
    assert found(store, "zonnew") == ["Zonnewijzer"]
    assert found(store, "kompas") == []
    store.redo()
    remove(store, centre)
    assert found(store, "kompas") == []
    assert found(store, "ko") == []
    store.undo()
    assert found(store, "kompas") == ["Kompas"]
    remove(store, centre)
    with store.change("Import") as session:
        session.put(CareerCentre, centre, **{**ZON, "legal_name": "Anker"})
    assert found(store, "anker") == ["Anker"]
    assert found(store, "kompas") == []
    assert name_of(store, centre) == "Anker"


def test_another_column_to_search_makes_the_index_anew(store, terms):
    from dataclasses import replace

    add_centre(store, remark="zeldzaamwoord")
    assert found(store, "zeldzaamwoord") == []
    store.close()
    wider = Searchable("centre", (*SEARCHED.columns, "remark"))
    again = open_file(store.path, PASSPHRASE, replace(terms, searched=(wider,)))
    try:
        assert len(found(again, "zeldzaamwoord")) == 1
        add_centre(again, remark="nogzeldzamer")
        assert len(found(again, "nogzeldzamer")) == 1
    finally:
        again.close()


def test_an_index_that_stands_is_not_made_again(store, terms):
    add_centre(store)
    store.close()
    before = store.path.read_bytes()
    open_file(store.path, PASSPHRASE, terms).close()
    assert store.path.read_bytes() == before


def test_a_row_that_is_taken_away_is_taken_from_the_index(store):
    """A purge is the one thing that removes a row; its words must not stay behind."""
    add_centre(store, legal_name="Zonnewijzer")
    with store._writing.begin() as connection:
        connection.exec_driver_sql("DELETE FROM centre")
        sql, values = matching("centre", "zonnewijzer")
        assert connection.execute(text(sql), values).all() == []
        assert connection.exec_driver_sql("SELECT count(*) FROM centre_search_key").scalar() == 0
