"""The work of others that Waarmerk uses or carries, with the words they ask us to show."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


@dataclass(frozen=True, slots=True)
class Licence:
    """One component: `licence` is an SPDX expression, `text` the full text, `purpose` in Dutch."""

    name: str
    version: str
    licence: str
    copyright: str
    purpose: str
    text: str


def third_party() -> tuple[Licence, ...]:
    """Every component, in the order of the list (resources/licences/third_party.toml)."""
    listed = tomllib.loads((RESOURCES / "licences" / "third_party.toml").read_text("utf-8"))
    return tuple(
        Licence(
            name=component["name"],
            version=component["version"],
            licence=component["licence"],
            copyright=component["copyright"],
            purpose=component["purpose"],
            text="\n\n".join((RESOURCES / file).read_text("utf-8") for file in component["texts"]),
        )
        for component in listed["component"]
    )
