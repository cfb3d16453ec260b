"""Makes the blocks of a letter from its body and the facts, in the small language of the templates.

`## ` opens a heading, `- ` a bullet, a blank line parts paragraphs, {{place}} is filled. What is
filled in is never read as language again: a heading sign in a typed text stays a sign.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from models.letters.rules.template import PLACE, place_label
from models.letters.values import (
    MISSING_CLOSE,
    MISSING_OPEN,
    Block,
    BlockKind,
    LetterTemplate,
    Variant,
)

OWN_LINES = ("{{salutation}},", "{{closing}},")
"""Lines of a body that paper sets apart: they are no blocks."""

_HEADING, _BULLET = "## ", "- "


def blocks(
    template: LetterTemplate,
    facts: Mapping[str, str],
    *,
    tables: Mapping[str, Block] | None = None,
    lists: Mapping[str, Sequence[str]] | None = None,
    variants: Iterable[str] = (),
    optional: Container[str] = (),
    itemised: Container[str] = (),
) -> tuple[Block, ...]:
    """The body as blocks, without salutation and closing.

    `facts` fill places inside text; a paragraph that is only a place may be a table or a list.
    An empty list falls out with its heading, and so does a paragraph that is only an `optional`
    place without a value. Any other fact without a value stands as its Dutch label
    between MISSING_OPEN and MISSING_CLOSE. `variants` are keys of the template. Of an `itemised`
    place at the end of a line, the first line goes on in it and every other one is a bullet.
    """
    body = varied_body(template, variants)
    silent = {key: () for key in template.places if key in optional and not facts.get(key)}
    made = [
        block
        for paragraph in _paragraphs(body)
        for block in _blocks_of(
            paragraph, facts, tables or {}, {**silent, **(lists or {})}, itemised
        )
    ]
    return tuple(_without_bare_headings(made))


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with its places filled; a missing fact stands marked with its label."""
    return PLACE.sub(lambda found: facts.get(found[1]) or missing_mark(found[1]), text)


def missing_mark(key: str) -> str:
    """How a place without a value stands in the letter."""
    return f"{MISSING_OPEN}{place_label(key)}{MISSING_CLOSE}"


def varied_body(template: LetterTemplate, variants: Iterable[str]) -> str:
    """The body after these variants: sections dropped, then sentences replaced."""
    body = template.body
    for variant in _chosen(template, variants):
        body = "\n".join(_kept_lines(body, variant))
        for old, new in variant.replace:
            body = body.replace(old, new)
    return body


def varied_subject(template: LetterTemplate, variants: Iterable[str]) -> str:
    """The subject of the last of these variants that has one, else the letter's own."""
    subjects = [variant.subject for variant in _chosen(template, variants) if variant.subject]
    return subjects[-1] if subjects else template.subject


def _chosen(template: LetterTemplate, variants: Iterable[str]) -> list[Variant]:
    return [template.variants[key] for key in variants]


def _kept_lines(body: str, variant: Variant) -> Iterator[str]:
    dropping = False
    for line in body.splitlines():
        if line.startswith(_HEADING):
            dropping = line.removeprefix(_HEADING).strip() in variant.drop_sections
        if not dropping:
            yield line


def _paragraphs(body: str) -> Iterator[list[str]]:
    """Runs of lines between blank lines, without the lines that paper sets apart."""
    run: list[str] = []
    for line in (*body.splitlines(), ""):
        text = line.strip()
        if text and text not in OWN_LINES:
            run.append(text)
        elif run:
            yield run
            run = []


def _blocks_of(
    lines: Sequence[str],
    facts: Mapping[str, str],
    tables: Mapping[str, Block],
    lists: Mapping[str, Sequence[str]],
    itemised: Container[str],
) -> Iterator[Block]:
    """A heading line, then bullets, a table, a list or paragraphs."""
    bullets: list[str] = []
    for line in lines:
        if line.startswith(_BULLET):
            bullets.append(fill(line.removeprefix(_BULLET), facts))
            continue
        if bullets:
            yield _bulleted(bullets)
            bullets = []
        key = _last_place(line)
        typed = facts.get(key, "").strip().splitlines() if key in itemised else []
        one = {**facts, key: typed[0]} if typed else facts
        yield from _line(line, one, tables, lists)
        bullets.extend(more for more in map(str.strip, typed[1:]) if more)
    if bullets:
        yield _bulleted(bullets)


def _last_place(line: str) -> str:
    """The key of the place that a line ends with; empty when it ends otherwise."""
    ends = [found for found in PLACE.finditer(line) if found.end() == len(line)]
    return str(ends[0][1]) if ends else ""


def _line(
    line: str,
    facts: Mapping[str, str],
    tables: Mapping[str, Block],
    lists: Mapping[str, Sequence[str]],
) -> Iterator[Block]:
    if line.startswith(_HEADING):
        yield Block(BlockKind.HEADING, text=fill(line.removeprefix(_HEADING), facts))
        return
    alone = PLACE.fullmatch(line)
    if alone and alone[1] in tables:
        yield tables[alone[1]]
    elif alone and alone[1] in lists:
        if lists[alone[1]]:
            yield _bulleted(lists[alone[1]])
    else:
        yield from _text(fill(line, facts))


def _text(text: str) -> Iterator[Block]:
    """A paragraph; line breaks in what was typed part it."""
    for part in text.splitlines():
        if part.strip():
            yield Block(BlockKind.PARAGRAPH, text=part.strip())


def _bulleted(items: Sequence[str]) -> Block:
    return Block(BlockKind.BULLETS, items=tuple(items))


def _without_bare_headings(made: Sequence[Block]) -> Iterator[Block]:
    for block, following in zip(made, (*made[1:], None), strict=True):
        bare = following is None or following.kind is BlockKind.HEADING
        if not (block.kind is BlockKind.HEADING and bare):
            yield block
