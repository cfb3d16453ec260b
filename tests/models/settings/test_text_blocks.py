"""The texts behind two colons: plain Dutch, short keys, found by key and by word."""

import re

import pytest

from models.settings.rules.blocks import block_key, matching, overlaid, shipped
from models.settings.values import Block, BlockKeyWrong

HEAVY = (
    "betreffende dienen dient enkel gelieve indien inzake mits reeds slechts steeds teneinde tevens"
    " trachten verzoeken wensen"
).split()


def test_a_dozen_texts_come_along_each_with_a_key_of_its_own():
    keys = [one.key for one in shipped()]
    assert len(keys) >= 12
    assert len(set(keys)) == len(keys)
    assert "pop" in keys


@pytest.mark.parametrize("block", shipped(), ids=lambda block: block.key)
def test_no_text_uses_a_heavy_word_and_all_end_as_sentences(block):
    words = re.findall(r"\w+", f"{block.title} {block.text}".lower())
    assert not {*words} & {*HEAVY}
    assert block.text.endswith((".", "?"))
    assert max(len(one.split()) for one in re.split(r"[.?]", block.text)) <= 22


@pytest.mark.parametrize(
    ("raw", "key"), [("POP", "pop"), ("::uren", "uren"), (" Poplang ", "poplang")]
)
def test_a_key_is_small_and_bare(raw, key):
    assert block_key(raw) == key


@pytest.mark.parametrize("raw", ["", "a", "pop kort", "pop:", "é" * 41, "x" * 41])
def test_what_is_no_key_is_refused(raw):
    with pytest.raises(BlockKeyWrong):
        block_key(raw)


def test_a_text_of_the_office_counts_over_the_one_that_came_along():
    found = {one.key: one for one in overlaid([Block("pop", "Eigen", "Onze tekst.")])}
    assert (found["pop"].text, found["pop"].own, found["pop"].shipped) == (
        "Onze tekst.",
        True,
        True,
    )
    assert not found["uren"].own


def test_a_key_goes_before_a_word():
    found = [one.key for one in matching(overlaid([]), "pop")]
    assert found[:2] == ["pop", "popkort"]
    assert [one.key for one in matching(overlaid([]), "arbeidsmarkt")] == ["impact"]
    assert len(matching(overlaid([]), "")) == len(shipped())
