"""Texts that are typed often, called up by two colons and a key; and what a key may be."""

from dataclasses import dataclass

from models.kernel.errors import Refused
from models.kernel.text import N_


class BlockKeyWrong(Refused):
    sentence = N_(
        "{raw} cannot be the key of a text. Write 2 to {most} small letters or digits, such as pop."
    )


class BlockKeyTaken(Refused):
    sentence = N_("There is a text with the key {key} already. Choose another key.")


class BlockEmpty(Refused):
    sentence = N_("Write the text itself. To lose it, remove it.")


@dataclass(frozen=True, slots=True)
class Block:
    """A text with its key. `own` is written by the office, perhaps over one that came along."""

    key: str
    title: str
    text: str
    own: bool = False
    shipped: bool = False
    """Whether there is one with this key that came along: removing goes back to it."""
