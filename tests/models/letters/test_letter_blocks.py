"""The small language of letters: headings, bullets, paragraphs, places."""

from hypothesis import given
from hypothesis import strategies as st

from models.letters.rules import blocks, fill
from models.letters.values import (
    MISSING_CLOSE,
    MISSING_OPEN,
    Block,
    BlockKind,
    LetterTemplate,
    Variant,
)

BODY = """{{salutation}},

Eerste zin met {{name}}.

## Punten
{{points_list}}

## Tabel
{{rows_table}}

Soorten:
- de ene: {{name}};
- de andere.

## Slot
{{end_sentence}}

{{closing}},
"""


def letter(body: str = BODY, **variants: Variant) -> LetterTemplate:
    return LetterTemplate("x", 1, "Brief", "nl-BE", "Over {{name}}", body, "", (), {}, variants)


def made(facts, **more):
    table = Block(BlockKind.TABLE, rows=(("1",),))
    given_more = {"tables": {"rows_table": table}, "lists": {"points_list": ("een", "twee")}} | more
    return blocks(letter(), {"end_sentence": "Tot dan.", **facts}, **given_more)


def test_a_body_becomes_blocks_without_salutation_and_closing():
    found = made({"name": "An"})
    assert [block.kind.value for block in found] == [
        "paragraph",
        "heading",
        "bullets",
        "heading",
        "table",
        "paragraph",
        "bullets",
        "heading",
        "paragraph",
    ]
    assert found[0].text == "Eerste zin met An."
    assert found[6].items == ("de ene: An;", "de andere.")


def test_an_empty_list_falls_out_with_its_heading():
    titles = [block.text for block in made({}, lists={"points_list": ()}) if block.text]
    assert "Punten" not in titles
    assert "Tabel" in titles


def test_a_missing_place_is_marked_with_its_dutch_name():
    assert (
        fill("Op {{visit_date}}.", {}) == f"Op {MISSING_OPEN}datum van het bezoek{MISSING_CLOSE}."
    )
    assert fill("{{visit_date}}", {"visit_date": ""}).startswith(MISSING_OPEN)


def test_what_was_typed_is_never_read_as_language():
    typed = "## geen titel\n- geen punt {{name}}\n\n<b>&amp; vet</b>"
    found = made({"name": "An", "end_sentence": typed})
    texts = [block.text for block in found[-3:]]
    assert [block.kind for block in found[-3:]] == [BlockKind.PARAGRAPH] * 3
    assert texts == ["## geen titel", "- geen punt {{name}}", "<b>&amp; vet</b>"]


def test_a_variant_drops_sections_and_replaces_sentences():
    change = Variant("calm", "", ("Tabel",), (("Eerste zin", "Enige zin"),))
    found = blocks(letter(calm=change), {"name": "An"}, variants=["calm"])
    said = [block.text for block in found]
    assert "Enige zin met An." in said
    assert "Tabel" not in said
    assert "Soorten:" not in said


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_can_change_the_shape_of_a_letter(name, end):
    name, end = (" ".join(text.split()) or "x" for text in (name, end))
    shape = [block.kind for block in made({"name": "An"})]
    found = made({"name": name, "end_sentence": end})
    assert [block.kind for block in found] == shape
    assert found[0].text == f"Eerste zin met {name}."
