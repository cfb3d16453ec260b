"""Whom a letter greets and where it goes (DOMAIN.md F5.20, F5.21, F5.23)."""

import re

from models.centres.values import Address, CentreFile, ContactFile, Gender
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.words import clean
from models.letters.rules.template import common

_SIGNS = re.compile(r"[.,;:()\"“”]+")
_TITLES = {Gender.WOMAN: "mevrouw ", Gender.MAN: "de heer ", Gender.UNKNOWN: ""}


class AddresseeTooLong(Refused):
    sentence = N_("An address has at most {most} lines, this one has {lines}. Leave some out.")


def most_lines() -> int:
    """How many lines an address may have on paper."""
    return int(common()["layout"]["address_max_lines"])


def salutation(contact: ContactFile | None) -> str:
    """Geachte mevrouw Jansen, without the comma; without a name nobody is guessed."""
    forms = common()["salutations"]
    if contact is None or not contact.last_name.strip():
        return str(forms["unknown_person"])
    form = {
        Gender.WOMAN: "woman",
        Gender.MAN: "man",
        Gender.UNKNOWN: "unknown_gender_named",
    }[contact.gender]
    return str(forms[form]).replace("{{last_name}}", contact.last_name.strip())


def addressee_lines(centre: CentreFile) -> tuple[str, ...]:
    """Name, legal name when it differs, the contact, street and number, postal code and locality.

    Without punctuation, empty lines or country, at most seven lines. Empty when the centre has no
    street or no municipality: a letter cannot go there.
    """
    who = centre.identity
    if not _deliverable(who.address):
        return ()
    legal = who.legal_name if clean(who.legal_name) != clean(who.name) else ""
    lines = (who.name, legal, _attention(centre), *who.address.lines())
    return tidy_lines("\n".join(lines))


def tidy_lines(text: str) -> tuple[str, ...]:
    """Address lines as the post wants them: no punctuation, no empty lines."""
    bare = (clean(_SIGNS.sub("", line)) for line in text.splitlines())
    return tuple(line for line in bare if line)


def typed_lines(text: str) -> tuple[str, ...]:
    """Address lines as the officer typed them; raises AddresseeTooLong above seven."""
    lines = tidy_lines(text)
    if len(lines) > most_lines():
        raise AddresseeTooLong(field="addressee", most=most_lines(), lines=len(lines))
    return lines


def first_contact(centre: CentreFile) -> ContactFile | None:
    """Who receives the letters of a centre."""
    return centre.contacts[0] if centre.contacts else None


def _deliverable(address: Address) -> bool:
    return bool(address.street.strip() and address.postal_code.strip() and address.locality.strip())


def _attention(centre: CentreFile) -> str:
    contact = first_contact(centre)
    if contact is None or not contact.last_name.strip():
        return ""
    return f"Ter attentie van {_TITLES[contact.gender]}{contact.name}"
