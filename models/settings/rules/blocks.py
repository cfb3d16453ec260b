"""Which texts there are, and which of them somebody means who types a few letters."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from models.content.reading import Place, content
from models.kernel.words import fold
from models.settings.values import Block, BlockKeyWrong

LONGEST_KEY = 40
_KEY = re.compile(r"[a-z0-9]{2,40}")


@cache
def shipped() -> tuple[Block, ...]:
    """The texts that come along with the program (content/text_blocks.yaml)."""
    name = "text_blocks"
    return tuple(
        Block(block_key(one.text("key")), one.text("title"), one.text("text"), shipped=True)
        for one in Place(content(name), f"{name}.yaml").each("blocks")
    )


def block_key(raw: str) -> str:
    """The key without its colons, in small letters. Raises BlockKeyWrong."""
    key = fold(raw).removeprefix("::")
    if not _KEY.fullmatch(key):
        raise BlockKeyWrong(field="key", raw=raw.strip() or "…", most=LONGEST_KEY)
    return key


def overlaid(own: Iterable[Block]) -> tuple[Block, ...]:
    """All texts by key: what the office wrote counts over what came along."""
    found: dict[str, Block] = {one.key: one for one in shipped()}
    for one in own:
        found[one.key] = replace(one, own=True, shipped=one.key in found)
    return tuple(found[key] for key in sorted(found))


def matching(blocks: Sequence[Block], typed: str) -> tuple[Block, ...]:
    """The texts whose key begins so; then those that hold every word of what is typed."""
    wanted = fold(typed)
    first = [one for one in blocks if one.key.startswith(wanted)]
    rest = [one for one in blocks if one not in first and _holds(one, wanted)]
    return (*first, *rest)


def by_key(blocks: Sequence[Block]) -> Mapping[str, Block]:
    return {one.key: one for one in blocks}


def _holds(block: Block, wanted: str) -> bool:
    whole = fold(f"{block.key} {block.title} {block.text}")
    return all(word in whole for word in wanted.split())
