"""Text on its way to the file: what no file can hold is left out, what has no room is refused."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class TextTooLong(Refused):
    sentence = N_("This text has {count} characters and there is room for {most}. Make it shorter.")


def keepable(text: str) -> str:
    """Without NUL and halves of characters (lone surrogates): a mishap of pasting, never a word."""
    return text.replace("\0", "").encode(errors="ignore").decode()


def check_room(text: str, most: int, field: str | None = None) -> None:
    """Raises TextTooLong when the text has more than `most` characters."""
    if len(text) > most:
        raise TextTooLong(field=field, count=len(text), most=most)
