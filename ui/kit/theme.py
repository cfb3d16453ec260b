"""Tokens become palette, style sheet and fonts here; the only place with colours.

Widgets ask `theme()` whenever they paint or measure, so a change shows at once; a widget that
holds a font of its own takes it through `wear`. Everything that must follow a change of theme
in another way listens to `themes.changed`.
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from ui.kit.lettering import Face, Lettering
from ui.kit.tokens import THEMES, Tokens, resource, tokens

AUTO = "auto"
CHOICES = (AUTO, *THEMES)

PAPER, BLACKED_OUT = Qt.GlobalColor.white, Qt.GlobalColor.black
"""Of a picture that is kept, whatever the screen wears."""

_SPACING = {"display": 98.2, "body": 99.0}
_ROLES = (
    (QPalette.ColorRole.Window, "surface"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "late"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "accent-ink"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "faint"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "control"),
    (QPalette.ColorRole.Accent, "accent"),
)
_FAINT_WHEN_DISABLED = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.ButtonText,
)


class Theme:
    """One set of tokens at one size of text. `scale` is 1.0 for the size as designed."""

    def __init__(self, kept: Tokens, scale: float = 1.0) -> None:
        self.tokens = kept
        self.scale = scale
        self._colors = {name: QColor(value) for name, value in kept.color.items()}
        self._fonts: dict[Face, QFont] = {}
        self.lettering = Lettering(lambda face: self.font(*face))

    @property
    def name(self) -> str:
        return self.tokens.name

    @property
    def contrast(self) -> bool:
        """Whether every ground needs an edge round it."""
        return self.tokens.name == "contrast"

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        color = QColor(self._colors[name])
        if alpha < 1.0:
            color.setAlphaF(alpha)
        return color

    def space(self, name: str) -> int:
        return self.tokens.space[name]

    def radius(self, name: str) -> int:
        return self.tokens.radius[name]

    def font(
        self, size: str = "body", weight: int = 400, tabular: bool = False, italic: bool = False
    ) -> QFont:
        """A face by meaning: size small, body, display or paper; weight 400, 500 or 600."""
        key = (size, weight, tabular, italic)
        if key not in self._fonts:
            self._fonts[key] = self._face(*key)
        return QFont(self._fonts[key])

    def px(self, length: float) -> int:
        """A length that grows with the text, such as the side of an icon."""
        return round(length * self.scale)

    def line(self, size: str = "body") -> int:
        """The height of one line of text, in logical pixels."""
        return self.lettering.line(size)

    def control(self) -> int:
        """The height of a button or a field."""
        return max(34, self.line() + 16)

    def width(self, text: str, size: str = "body", weight: int = 400, tabular: bool = False) -> int:
        """The width of one line of text, rounded up."""
        return self.lettering.advance(text, (size, weight, tabular, False))

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES:
            palette.setColor(role, self.color(name))
        for role in _FAINT_WHEN_DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("faint"))
        return palette

    def style_sheet(self) -> str:
        """The style sheet of the house, every word after an at-sign filled in."""
        values = {name.replace("-", "_"): value for name, value in self.tokens.color.items()}
        values |= {f"r_{name}": str(value) for name, value in self.tokens.radius.items()}
        values |= {"h_field": str(self.control() - 2), "h_focus": str(self.control() - 4)}
        values |= {f"f_{name}": str(self._pixels(name)) for name in ("small", "body")}
        sheet = (resource("themes") / "style.qss").read_text("utf-8")
        return re.sub(r"@([a-z_]+?)(?=px|[^a-z_])", lambda found: values[found[1]], sheet)

    def _face(self, size: str, weight: int, tabular: bool, italic: bool) -> QFont:
        kind = {"display": "display-family", "paper": "paper-family"}.get(size, "family")
        face = QFont(self.tokens.family[kind])
        face.setPixelSize(self._pixels(size))
        face.setWeight(QFont.Weight(600 if size == "display" else weight))
        face.setItalic(italic)
        face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if size != "paper":
            face.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _SPACING.get(size, 99.7))
        if tabular:
            face.setFeature(QFont.Tag("tnum"), 1)
        return face

    def _pixels(self, size: str) -> int:
        return round(self.tokens.size["body" if size == "paper" else size] * self.scale)


class Themes(QObject):
    """Holds the theme that is worn, and tells when another is put on."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = AUTO
        self.scale = 1.0
        self.worn: Theme | None = None
        self._fonts: WeakKeyDictionary[QWidget, tuple[str, int, bool]] = WeakKeyDictionary()
        self._following = False
        self._dressed: Theme | None = None

    def apply(self, app: QApplication, choice: str, scale: float = 1.0) -> None:
        """Put on one of CHOICES; 'auto' follows the system from now on."""
        if choice not in CHOICES:
            raise ValueError(choice)
        self._prepare(app)
        self.choice, self.scale = choice, scale
        app.styleHints().setColorScheme(_title_bar(choice))
        self._put_on(app)

    def wear(self, widget: QWidget, size: str, weight: int, tabular: bool) -> None:
        self._fonts[widget] = (size, weight, tabular)
        _give(widget, theme().font(size, weight, tabular))

    def lend(self, look: Theme | None) -> None:
        """Let what is made and painted from now on wear `look`, or again what the program wears.

        Only for a cover without a chink: nothing of the rest is dressed otherwise, or told.
        """
        self.worn = look if look is not None else self._dressed

    def plain(self) -> Theme:
        """What the program itself wears, whatever was lent to a cover."""
        return self._dressed or theme()

    def dress(self, root: QWidget) -> None:
        """Dress `root` and what is in it in the theme that is worn now, apart from the rest."""
        look = theme()
        root.setStyleSheet(look.style_sheet())
        for widget, (size, weight, tabular) in list(self._fonts.items()):
            if isValid(widget) and root.isAncestorOf(widget):
                _give(widget, look.font(size, weight, tabular))
        for widget in (root, *root.findChildren(QWidget)):
            widget.updateGeometry()
            widget.update()

    def _prepare(self, app: QApplication) -> None:
        if self._following:
            return
        self._following = True
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if self.choice == AUTO and isinstance(app, QApplication):
            self._put_on(app)

    def _put_on(self, app: QApplication) -> None:
        name = self.choice if self.choice != AUTO else system_theme()
        before = self._dressed
        if before is not None and (before.name, before.scale) == (name, self.scale):
            return
        self.worn = self._dressed = Theme(tokens(name), self.scale)
        app.setPalette(self.worn.palette())
        app.setFont(self.worn.font())
        app.setStyleSheet(self.worn.style_sheet())
        for widget, (size, weight, tabular) in list(self._fonts.items()):
            if isValid(widget):
                _give(widget, self.worn.font(size, weight, tabular))
        for widget in app.allWidgets():
            widget.updateGeometry()
            widget.update()
        self.changed.emit()


themes = Themes()


def theme() -> Theme:
    """The theme worn now; light as long as nothing was applied."""
    if themes.worn is None:
        themes.worn = Theme(tokens("light"))
    return themes.worn


def apply(app: QApplication, choice: str, scale: float = 1.0) -> None:
    """Dress the whole program: one of CHOICES, text at `scale` (1.0, 1.25, 1.5 ...)."""
    themes.apply(app, choice, scale)


def wear(widget: QWidget, size: str = "body", weight: int = 400, tabular: bool = False) -> None:
    """Give a widget of Qt a font by meaning, now and after every change of theme."""
    themes.wear(widget, size, weight, tabular)


def system_theme() -> str:
    """What the system asks for: contrast, dark or light."""
    hints = QGuiApplication.styleHints()
    access = hints.accessibility()
    if isValid(access) and access.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def load_fonts() -> None:
    """Make the faces of the house known to Qt; the paper faces serve the letter preview."""
    for face in resource("fonts").iterdir():
        if face.name.endswith((".otf", ".ttf")):
            QFontDatabase.addApplicationFontFromData(face.read_bytes())


def _give(widget: QWidget, face: QFont) -> None:
    """The viewport of a long field paints what stands in it when it is empty: it takes it too."""
    widget.setFont(face)
    if isinstance(widget, QAbstractScrollArea):
        widget.viewport().setFont(face)


def _title_bar(choice: str) -> Qt.ColorScheme:
    match choice:
        case "auto":
            return Qt.ColorScheme.Unknown
        case "dark":
            return Qt.ColorScheme.Dark
        case _:
            return Qt.ColorScheme.Light
