"""Design tokens: reads a theme file and measures contrast; knows no Qt."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: colours as #RRGGBB by meaning, lengths and type sizes in logical pixels."""

    name: str
    color: dict[str, str]
    space: dict[str, int]
    radius: dict[str, int]
    family: dict[str, str]
    size: dict[str, int]
    shadow: float


@cache
def tokens(name: str) -> Tokens:
    """The tokens of one of THEMES."""
    raw = tomllib.loads((resource("themes") / f"{name}.toml").read_text("utf-8"))
    return Tokens(
        raw["name"],
        raw["color"],
        raw["space"],
        raw["radius"],
        {kind: word for kind, word in raw["type"].items() if isinstance(word, str)},
        {kind: size for kind, size in raw["type"].items() if isinstance(size, int)},
        float(raw["shadow"]["strength"]),
    )


def resource(room: str) -> Traversable:
    """A folder of the cellar: icons, fonts, themes."""
    return files("resources") / room


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
