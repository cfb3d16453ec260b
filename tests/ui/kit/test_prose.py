"""Text to read is drawn in the house's dress, and nothing in it reaches outside."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.prose import Prose
from ui.kit.theme import theme as worn

TEXT = """## Toetsen

Druk op `F8` of kies «Afronden». Zie [Veiligheid](#veiligheid) of
[elders](https://example.org/x) ![beeld](https://example.org/y.png).

1. Eerst dit.
2. Dan dat.

| Toets | Wat ze doet |
|---|---|
| `F1` | de regel |

""" + "\n\n".join(f"Regel {number} van de uitleg." for number in range(60))


@pytest.fixture
def prose(qtbot: QtBot) -> Prose:
    made = Prose("Tekst van de handleiding")
    qtbot.addWidget(made)
    made.resize(700, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_markdown(TEXT)
    return made


def ink(prose: Prose, word: str) -> QTextCursor:
    found = prose.document().find(word)
    assert not found.isNull(), word
    return found


def test_words_wear_the_faces_and_the_ink_of_the_house(prose):
    plain = ink(prose, "Druk").charFormat()
    assert plain.foreground().color() == worn().color("ink")
    assert plain.font().family() == worn().font().family()
    assert plain.font().pixelSize() == worn().font().pixelSize()
    assert ink(prose, "Veiligheid").charFormat().foreground().color() == worn().color("accent")
    assert ink(prose, "F8").charFormat().fontWeight() == 600
    assert ink(prose, "Afronden").charFormat().fontWeight() == 500
    head = ink(prose, "Toetsen").charFormat()
    assert head.font().pixelSize() == worn().font("display").pixelSize()


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_another_theme_dresses_the_same_words_and_keeps_the_place(prose, qapp, name):
    prose.verticalScrollBar().setValue(150)
    theme.apply(qapp, name)
    assert ink(prose, "Druk").charFormat().foreground().color() == worn().color("ink")
    assert prose.verticalScrollBar().value() == 150


def test_larger_text_is_larger_here_too(prose, qapp):
    theme.apply(qapp, "light", 2.0)
    assert ink(prose, "Druk").charFormat().font().pixelSize() == worn().font().pixelSize() >= 26


def test_only_links_within_the_house_are_told(prose, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    told: list[str] = []
    prose.linked.connect(told.append)
    for link in ("#veiligheid", "https://example.org/x", "file:///etc/passwd", "elders.md#x"):
        prose.anchorClicked.emit(QUrl(link))
    assert told == ["veiligheid", "x"]
    assert not opened
    assert prose.source().isEmpty()


def test_no_picture_is_fetched(prose):
    kind = QTextDocument.ResourceType.ImageResource.value
    assert prose.loadResource(kind, QUrl("https://example.org/y.png")) is None
    assert prose.loadResource(kind, QUrl("file:///etc/hosts")) is None


def test_the_keyboard_scrolls_and_goes_back(prose):
    bar = prose.verticalScrollBar()
    prose.setFocus()
    QTest.keyClick(prose, Qt.Key.Key_Down)
    assert bar.value() > 0
    QTest.keyClick(prose, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(prose, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(prose, Qt.Key.Key_PageDown)
    assert bar.value() > 100
    left: list[int] = []
    prose.left.connect(lambda: left.append(1))
    QTest.keyClick(prose, Qt.Key.Key_Escape)
    assert left


def test_what_is_read_can_be_copied(prose):
    prose.setFocus()
    QTest.keyClick(prose, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(prose, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Druk op F8" in QApplication.clipboard().text()
    assert prose.isReadOnly()


def test_lines_stay_readable_on_a_wide_screen(prose):
    prose.resize(1600, 400)
    frame = prose.document().rootFrame().frameFormat()
    assert 1600 - frame.leftMargin() - frame.rightMargin() <= worn().px(720) + 28
