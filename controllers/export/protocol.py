"""The protocol of a sample on A4, to be initialled by both: the same bytes for the same facts."""

from datetime import UTC, datetime
from pathlib import Path

from controllers.export.facts import fingerprint
from controllers.export.landing import Exported, land, named
from models.checks.rules.protocol import Protocol


def protocol_pdf(protocol: Protocol, *, made_at: datetime) -> bytes:
    """The protocol as tagged PDF; `made_at` is the instant of the draw."""
    from controllers.export.paper.protocol import draw_protocol

    moment = made_at.astimezone(UTC).replace(tzinfo=None)
    return draw_protocol(protocol, made_at=moment, fingerprint=fingerprint(protocol))


def write_protocol(protocol: Protocol, path: Path, *, made_at: datetime) -> Exported:
    """Put the protocol in a .pdf, whole or not at all; raises what `land` raises."""
    return land(protocol_pdf(protocol, made_at=made_at), named(path, ".pdf"))
