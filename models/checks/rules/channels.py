"""What a public channel may be called, and where it stands on the internet."""

from urllib.parse import urlsplit

from models.centres.rules.editing import kept_text
from models.checks.values import AddressNotPossible, ChannelMissing, ChannelTooLong

MOST = 60
MOST_ADDRESS = 500


def checked_channel(raw: str) -> str:
    """The name of a channel, such as `Website` or `LinkedIn`; at most 60 characters.

    Raises ChannelMissing, ChannelTooLong and NationalNumberFound (DOMAIN.md F3.06).
    """
    name = kept_text(raw, "number", one_line=True)
    if name is None:
        raise ChannelMissing(field="number")
    if len(name) > MOST:
        raise ChannelTooLong(field="number", most=MOST)
    return name


def checked_address(raw: str) -> str | None:
    """An address on the internet, or words that say where paper was found; None when empty.

    What begins with `http` must be whole. Raises AddressNotPossible and NationalNumberFound.
    """
    address = kept_text(raw, "address", one_line=True)
    if address is None:
        return None
    web = address.casefold().startswith("http")
    if len(address) > MOST_ADDRESS or (web and not _whole(address)):
        raise AddressNotPossible(field="address", most=MOST_ADDRESS)
    return address


def _whole(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme.casefold() in {"http", "https"} and "." in host and " " not in address
