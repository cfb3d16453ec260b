"""The channels of a check of the offer: website, social media, brochures; each looked at once."""

from typing import Any
from uuid import UUID

from controllers.checks.steps import Steps, of_check
from models.centres.entities import CareerCentre
from models.checks import queries
from models.checks.entities import CheckedDossier, DossierCheck
from models.checks.rules.channels import checked_address, checked_channel
from models.checks.values import ChannelTaken
from models.kernel.text import N_
from models.store.session import ChangeSession

WEBSITE = "Website"
"""What the first channel is called in the check, on paper and on screen: Dutch content."""


class Channels(Steps):
    """What the public can see of the offer, with the address and when it was looked at."""

    def add_channel(self, check_id: UUID, name: str, address: str = "") -> UUID:
        """Add a channel, looked at now when the check is under way.

        Raises ChannelMissing, ChannelTooLong, ChannelTaken, AddressNotPossible and
        NationalNumberFound.
        """
        kept, where = checked_channel(name), checked_address(address)
        with self._change(N_("Add channel"), check_id, kept) as (session, check):
            known = queries.numbers(session, check_id)
            _refuse_twice(kept, [number for number, _position in known])
            last = max((position for _number, position in known), default=0)
            place = {"check_id": check_id, "number": kept, "position": last + 1}
            seen = self._store.now() if check.started_at else None
            return _add(session, {**place, "address": where, "looked_at": seen})

    def edit_channel(self, check_id: UUID, channel_id: UUID, field: str, text: str) -> None:
        """Write the name (`number`) or the `address` of a channel. Raises as `add_channel` does."""
        checks = {"number": checked_channel, "address": checked_address}
        kept = checks[field](text)
        with self._change(N_("Edit channel"), check_id) as (session, _):
            channel = of_check(session, CheckedDossier, check_id, channel_id)
            if field == "number" and kept != channel.number:
                others = (number for number, _ in queries.numbers(session, check_id))
                _refuse_twice(kept or "", [name for name in others if name != channel.number])
            setattr(channel, field, kept)

    def look_at(self, check_id: UUID, channel_id: UUID) -> None:
        """Write down that this channel is looked at now: day and hour stand with the findings."""
        now = self._store.now()
        with self._change(N_("Look at channel"), check_id) as (session, _):
            of_check(session, CheckedDossier, check_id, channel_id).looked_at = now


def add_website(session: ChangeSession, check: DossierCheck) -> None:
    """The website of the centre is the first channel, when its file knows one."""
    address = session.get_one(CareerCentre, check.centre_id).website
    if address:
        row = queries.dossier_id(check.id, WEBSITE)
        place = {"check_id": check.id, "number": WEBSITE, "position": 1}
        session.put(CheckedDossier, row, **place, address=address)


def _add(session: ChangeSession, facts: dict[str, Any]) -> UUID:
    """A row with the id that goes with the name, or a fresh one when a renamed channel has it."""
    row = queries.dossier_id(facts["check_id"], facts["number"])
    if session.get(CheckedDossier, row) is None:
        return session.put(CheckedDossier, row, **facts).id
    fresh = CheckedDossier(**facts)
    session.add(fresh)
    session.flush()
    return fresh.id


def _refuse_twice(name: str, known: list[str]) -> None:
    if name.casefold() in {each.casefold() for each in known}:
        raise ChannelTaken(field="number", name=name)
