"""A very long text as it is kept in the file: packed, and known as such by how it begins."""

import zlib
from base64 import b64decode, b64encode

PACKED = "zlib:"
LONG = 100_000
"""From so many signs on it is packed: a check of hundreds of dossiers."""


def pack(text: str) -> str:
    """As it is kept: a very long one is packed."""
    if len(text) < LONG:
        return text
    return PACKED + b64encode(zlib.compress(text.encode(), 6)).decode()


def unpack(kept: str) -> str:
    """The text that was kept, packed or not."""
    if not kept.startswith(PACKED):
        return kept
    return zlib.decompress(b64decode(kept.removeprefix(PACKED))).decode()
