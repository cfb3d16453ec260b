"""What leaves the house wears the light colours of the look, and they can be read."""

import tomllib
from pathlib import Path

import pytest

from controllers.export import palette

TOKENS = tomllib.loads(
    (Path(__file__).parents[3] / "resources" / "themes" / "light.toml").read_text("utf-8")
)["color"]
OURS = {name: value for name, value in vars(palette).items() if name.isupper()}


@pytest.mark.parametrize("name", OURS)
def test_a_colour_is_the_token_of_its_name(name):
    assert OURS[name] == TOKENS[name.lower().replace("_", "-")].removeprefix("#")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("INK", None),
        ("QUIET", None),
        ("ACCENT", None),
        ("ACCENT_DEEP", "ACCENT_SOFT"),
        ("ACCENT_DEEP", "WINDOW"),
        ("LATE", "LATE_SOFT"),
        ("DUE", "DUE_SOFT"),
        ("DONE", None),
        ("INK", "WINDOW"),
        ("QUIET", "SUNKEN"),
    ],
)
def test_ink_stands_out_from_its_ground(ink, ground):
    light = luminance(OURS[ground] if ground else "FFFFFF")
    assert (light + 0.05) / (luminance(OURS[ink]) + 0.05) >= 4.5
