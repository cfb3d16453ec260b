"""The look keeps its word: legible in every theme, colours in one place, no dead icon."""

import ast
import re
from pathlib import Path

import pytest

from ui.kit.icons import icon_names
from ui.kit.tokens import THEMES, contrast, tokens

HOUSE = Path(__file__).parents[2]
GROUNDS = ("window", "surface", "sunken", "raised", "hover", "selected")
STATES = ("accent", "late", "due", "done", "note")
TEXT = (
    [(ink, ground) for ink in ("ink", "quiet", "faint") for ground in GROUNDS]
    + [(s, g) for s in STATES for g in ("surface", "sunken", "raised", "window", "selected")]
    + [(state, f"{state}-soft") for state in (*STATES, "wait")]
    + [("ink", f"{state}-soft") for state in (*STATES, "wait")]
    + [("quiet", "accent-soft"), ("quiet", "note-soft"), ("late", "hover"), ("accent", "hover")]
    + [("accent-ink", ground) for ground in ("accent", "accent-deep", "bar-mandate", "bar-cert")]
    + [("paper-ink", "paper"), ("faint", "wait-soft"), ("quiet", "wait-soft"), ("ink", "pressed")]
)
EDGES = [
    (edge, ground) for edge in ("control", "focus") for ground in ("surface", "sunken", "window")
] + [
    (bar, ground)
    for bar in ("bar-mandate", "bar-cert", "late-fill", "due-fill", "done-fill")
    for ground in ("surface", "sunken")
]
EDGES += [("late", "surface"), ("late", "late-soft"), ("accent", "track")]


def needed(theme: str) -> tuple[float, float]:
    return (7.0, 4.5) if theme == "contrast" else (4.5, 3.0)


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_can_be_read(theme: str) -> None:
    color, (text, _edge) = tokens(theme).color, needed(theme)
    short = [(a, b) for a, b in TEXT if contrast(color[a], color[b]) < text]
    assert short == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_edge_can_be_seen(theme: str) -> None:
    color, (_text, edge) = tokens(theme).color, needed(theme)
    short = [(a, b) for a, b in EDGES if contrast(color[a], color[b]) < edge]
    assert short == []


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_theme_names_the_same_tokens() -> None:
    light = tokens("light")
    for name in THEMES:
        other = tokens(name)
        assert other.color.keys() == light.color.keys()
        assert all(re.fullmatch("#[0-9A-F]{6}", color) for color in other.color.values())
        assert (other.space, other.radius, other.size) == (light.space, light.radius, light.size)


def rooms() -> list[Path]:
    return [
        file for file in (HOUSE / "ui").rglob("*.py") if file != HOUSE / "ui" / "kit" / "theme.py"
    ]


@pytest.mark.parametrize("file", rooms(), ids=lambda file: str(file.relative_to(HOUSE)))
def test_colours_live_in_the_theme_alone(file: Path) -> None:
    assert literal_colours(ast.parse(file.read_text("utf-8"))) == []


def test_the_search_for_colours_finds_them() -> None:
    """A watcher that cannot bark watches nothing."""
    for line in (
        "p.setPen(QColor(1, 2, 3))",
        "p.setBrush(Qt.GlobalColor.red)",
        "x = '#ff0000'",
        "w.setStyleSheet('')",
        "QtGui.QColor('red')",
    ):
        assert literal_colours(ast.parse(line))
    assert literal_colours(ast.parse("p.fill(Qt.GlobalColor.transparent)")) == []
    assert literal_colours(ast.parse("c = QColor(theme().color('ink'))")) == []


def literal_colours(tree: ast.AST) -> list[str]:
    return [ast.unparse(node) for node in ast.walk(tree) if _is_colour(node)]


def _is_colour(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=str(text)):
            return bool(re.fullmatch("#[0-9a-fA-F]{3,8}", text))
        case ast.Attribute(value=ast.Attribute(attr="GlobalColor"), attr=name):
            return name != "transparent"
        case ast.Call(func=ast.Name(id="QColor") | ast.Attribute(attr="QColor"), args=args):
            return bool(args) and all(isinstance(arg, ast.Constant) for arg in args)
        case ast.Attribute(attr="setStyleSheet"):
            return True
        case _:
            return False


def test_every_icon_that_is_named_is_there() -> None:
    """Words that look like an icon and stand where an icon is asked for."""
    asked = re.compile(r'(?:Icon\(|set_icon\(|icon=|paint_icon\(\w+, )"([a-z0-9-]+)"')
    missing = {
        (file.name, name)
        for file in (HOUSE / "ui").rglob("*.py")
        for name in asked.findall(file.read_text("utf-8"))
        if name not in icon_names()
    }
    assert missing == set()


def test_faces_and_icons_carry_their_licence() -> None:
    cellar = HOUSE / "resources"
    assert "MIT" in (cellar / "icons" / "LICENSE-tabler.txt").read_text("utf-8")
    for face in (cellar / "fonts").glob("*.[ot]tf"):
        family = re.match("Inter|NotoSerif|NotoSans", face.name)
        assert family is not None
        licence = (cellar / "fonts" / f"{family[0]}-copyright.txt").read_text("utf-8")
        assert re.search("SIL Open Font License|OFL", licence, re.IGNORECASE)
