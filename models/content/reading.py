"""Reads the content files: YAML in resources/content, once per run, with a place in every error."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from models.kernel.errors import Unavailable
from models.kernel.text import N_

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "content"
"""Beside `models`, in the source tree and in the built program alike."""

Kind = TypeVar("Kind")


class ContentWrong(Unavailable):
    sentence = N_("The content file {file} has a mistake at {place}: {reason}")


@cache
def content(name: str) -> Mapping[str, Any]:
    """The whole file `name`.yaml. The answer is shared: read it, never change it."""
    return parse_content((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")


def published(name: str, version: int | None, version_in: str) -> tuple[Mapping[str, Any], str]:
    """A file and its name, in the version asked for, or the newest without one.

    The newest version is `name`.yaml, and says its number under the mapping `version_in`. When a
    next one is published, the one before stays beside it as `name`_v1.yaml, since checks and
    letters keep pointing to it. Raises FileNotFoundError.
    """
    newest = content(name)
    said = newest.get(version_in)
    if version is None or (isinstance(said, Mapping) and said.get("version") == version):
        return newest, f"{name}.yaml"
    before = f"{name}_v{version}"
    return content(before), f"{before}.yaml"


def parse_content(text: str, file: str) -> Mapping[str, Any]:
    """The mapping that `text` says; raises ContentWrong when it is no YAML or no mapping."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, in C when present
    except yaml.YAMLError as error:
        raise ContentWrong(file=file, place="-", reason=" ".join(str(error).split())) from error
    if not isinstance(found, dict):
        raise ContentWrong(file=file, place="-", reason="a mapping is expected")
    return found


class Place:
    """A spot in a content file, such as `sections[2].questions[0]`, with checked facts."""

    def __init__(self, facts: object, file: str, path: str = "") -> None:
        self.file = file
        self.path = path
        if not isinstance(facts, Mapping):
            raise self.wrong("a mapping is expected")
        self.facts: Mapping[str, Any] = facts

    def wrong(self, reason: str, key: str = "") -> ContentWrong:
        """The error to raise, with file and place filled in."""
        place = ".".join(part for part in (self.path, key) if part)
        return ContentWrong(file=self.file, place=place or "-", reason=reason)

    def only(self, *allowed: str) -> None:
        """Raises ContentWrong when there is a key that nobody reads."""
        for key in self.facts:
            if key not in allowed:
                raise self.wrong("nobody knows this key", str(key))

    def get(self, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
        """The fact `key`, of this kind; without a default it must be there."""
        found = self.facts.get(key, default)
        if found is None:
            raise self.wrong("this key is missing", key)
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise self.wrong(f"{kind.__name__} is expected, not {found!r}", key)
        return found

    def text(self, key: str, default: str | None = None) -> str:
        found = self.get(key, str, default).strip()
        if not found and default is None:
            raise self.wrong("text is expected", key)
        return found

    def number(self, key: str) -> float:
        """A number of zero or more."""
        found = self.facts.get(key)
        if isinstance(found, bool) or not isinstance(found, int | float) or found < 0:
            raise self.wrong(f"a number is expected, not {found!r}", key)
        return float(found)

    def texts(self, key: str) -> tuple[str, ...]:
        found = self.get(key, list, [])
        if not all(isinstance(item, str) for item in found):
            raise self.wrong("a list of texts is expected", key)
        return tuple(found)

    def inside(self, key: str) -> "Place":
        """The mapping under `key`."""
        return Place(self.facts.get(key), self.file, f"{self.path}.{key}".lstrip("."))

    def each(self, key: str) -> "Sequence[Place]":
        """The mappings in the list under `key`."""
        found = self.get(key, list)
        path = f"{self.path}.{key}".lstrip(".")
        return [Place(item, self.file, f"{path}[{number}]") for number, item in enumerate(found)]
