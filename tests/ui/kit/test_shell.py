"""The frame: segments, header, rail and status bar through keys and mouse."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.badge import Badge
from ui.kit.base import Text, column
from ui.kit.button import Button, Pressable, act_button
from ui.kit.rail import NARROW, WIDE, Pinned, Place, Rail
from ui.kit.rail_parts import mark_icon
from ui.kit.header import Header
from ui.kit.shell import Segmented, window_frame
from ui.kit.stack import Stack
from ui.kit.status_bar import StatusBar
from ui.kit.theme import apply as apply_theme
from ui.kit.theme import theme

KEY = Qt.Key


def segments(bar: Segmented) -> list[Pressable]:
    return bar.findChildren(Pressable)


def seen(piece: QWidget, kind: type[Pressable]) -> list[str]:
    return [one.text() for one in piece.findChildren(kind) if one.isVisible() and one.text()]


class TestSegmented:
    def test_arrow_keys_choose_and_stop_at_the_ends(self, qtbot: QtBot, stage) -> None:
        bar, told = Segmented(("Alles", "Open", "Klaar"), 1), []
        bar.chosen.connect(told.append)
        stage(bar)
        segments(bar)[1].setFocus()
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Left)
        assert told == [2, 1]
        assert bar.choice() == 1
        assert QApplication.focusWidget() is segments(bar)[1]

    def test_the_mouse_chooses_once(self, qtbot: QtBot, stage) -> None:
        bar, told = Segmented(("Alles", "Open"), 0), []
        bar.chosen.connect(told.append)
        stage(bar)
        qtbot.mouseClick(segments(bar)[1], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(segments(bar)[1], Qt.MouseButton.LeftButton)
        assert told == [1]

    def test_code_chooses_in_silence(self) -> None:
        bar, told = Segmented(("Alles", "Open")), []
        bar.chosen.connect(told.append)
        bar.choose(1)
        assert (bar.choice(), told) == (1, [])

    def test_the_keyboard_goes_with_a_choice_of_code(self, stage) -> None:
        bar = Segmented(("Alles", "Open"))
        stage(bar)
        segments(bar)[0].setFocus()
        bar.choose(1)
        assert QApplication.focusWidget() is segments(bar)[1]

    def test_tab_stops_once(self) -> None:
        bar = Segmented(("Alles", "Open", "Klaar"), 1)
        stops = [s for s in segments(bar) if s.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [stop.text() for stop in stops] == ["Open"]

    def test_a_reader_hears_radio_buttons_with_counts(self, stage) -> None:
        bar = Segmented(("Alles", "Open"), 0, (24, 6))
        stage(bar)
        face = QAccessible.queryAccessibleInterface(segments(bar)[1])
        assert face.role() == QAccessible.Role.RadioButton
        assert face.text(QAccessible.Text.Name) == "Open, 6"


class TestHeader:
    def test_changes_in_place(self, qtbot: QtBot, stage) -> None:
        head = Header("Een", ("Centra",), "onder", (Badge("busy", "Loopt"),))
        stage(head)
        head.set_title("Twee")
        head.set_sub("")
        head.set_badges(())
        head.set_actions((Button("Brief"),))
        assert head.title() == "Twee"
        qtbot.waitUntil(lambda: seen(head, Button) == ["Brief"], timeout=1000)
        assert not [badge for badge in head.findChildren(Badge) if badge.isVisible()]

    def test_a_crumb_tells_its_place(self, qtbot: QtBot, stage) -> None:
        head, told = Header("Titel", ("Centra", "Demer", "Controle")), []
        head.crumb_chosen.connect(told.append)
        stage(head)
        crumb = next(c for c in head.findChildren(Pressable) if c.text() == "Demer")
        qtbot.mouseClick(crumb, Qt.MouseButton.LeftButton)
        crumb.setFocus()
        qtbot.keyClick(crumb, KEY.Key_Return)
        assert told == [1, 1]

    def test_tab_comes_by_the_actions_before_what_stands_below(self, qtbot: QtBot, stage) -> None:
        head, below = Header("Titel", ("Centra",)), Button("Onder")
        whole = QWidget()
        whole.setLayout(column(head, below))
        stage(whole)
        head.set_crumbs(("Controles", "Demer"))
        head.set_actions((Button("Brief"), Button("Afronden")))
        crumb = head._crumbs.itemAt(0).widget()
        qtbot.waitUntil(crumb.isVisible)
        crumb.setFocus()
        walked = []
        for _step in range(5):
            walked.append(QApplication.focusWidget().text())
            qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        assert walked == ["Controles", "Demer", "Brief", "Afronden", "Onder"]

    def test_an_act_is_done_by_its_keys_and_only_while_it_can_be(self, qtbot: QtBot, stage) -> None:
        done: list[str] = []
        act = act_button("Afronden", "primary", "", lambda: done.append("af"), "Alt+F")
        window = stage(Header("Titel", actions=(act,)))
        qtbot.keyClick(window, KEY.Key_F, Qt.KeyboardModifier.AltModifier)
        assert done == ["af"]
        act.setEnabled(False)
        qtbot.keyClick(window, KEY.Key_F, Qt.KeyboardModifier.AltModifier)
        assert done == ["af"]

    def test_keys_give_way_to_the_title_and_go_to_the_tip(self, qtbot: QtBot, stage) -> None:
        act = Button("Afronden", "primary", keys="Alt+F")
        head = Header("Loopbaanhuis van de Demer", actions=(act,))
        window = stage(head, width=900)
        wide = act.width()
        assert (act.toolTip(), wide) == ("", act.word_width() + act.keys_width())
        window.resize(head.minimumSizeHint().width(), 400)
        qtbot.waitUntil(lambda: act.width() < wide)
        assert act.toolTip() == "Afronden (Alt+F)"

    def test_a_long_title_leaves_the_actions_in_sight(self, stage) -> None:
        action = Button("Bezoek openen", "primary")
        head = Header("Vlaamse Vereniging voor Loopbaanbegeleiding " * 4, actions=(action,))
        window = stage(head, width=560)
        assert window.width() == 560
        assert action.geometry().right() < head.width()


def test_large_letters_leave_the_title_and_fold_the_actions(
    qapp: QApplication, qtbot: QtBot, stage
) -> None:
    first = Button("Afronden", "primary", "check")
    others = [Button(word, "secondary", "printer") for word in ("Papieren", "Excel", "Auditbrief")]
    head = Header("Studio Leemweer & Co", actions=(*others, first))
    window = stage(head, width=1140)
    assert [one.toolTip() for one in others] == ["", "", ""]
    apply_theme(qapp, "light", 2.0)
    window.resize(1140, 480)
    qtbot.waitUntil(lambda: head._title.width() >= head._title.sizeHint().width())
    assert window.width() == 1140
    assert [one.width() for one in others] == [others[0].height()] * 3
    assert [one.toolTip() for one in others] == ["Papieren", "Excel", "Auditbrief"]
    assert first.width() > first.height()
    apply_theme(qapp, "light")
    qtbot.waitUntil(lambda: others[0].width() > others[0].height())
    assert others[0].toolTip() == ""


def test_a_page_that_was_left_does_not_keep_the_window_wide(stage) -> None:
    pages, wide, small = Stack(), QWidget(), QWidget()
    wide.setMinimumWidth(1500)
    for page in (wide, small):
        pages.addWidget(page)
    window = stage(pages)
    assert window.width() >= 1500
    pages.setCurrentWidget(small)
    QApplication.processEvents()
    window.resize(640, 480)
    assert window.width() == 640


def item(rail: Rail, word: str) -> Pressable:
    return next(i for i in rail.findChildren(Pressable) if i.text() == word)


class TestRail:
    PINNED = Pinned(UUID(int=7), "Koers & Kompas", "late", "klacht te laat")

    @pytest.fixture
    def rail(self, qtbot: QtBot) -> Rail:
        rail = Rail(
            (
                (Place("today", "sun", "Vandaag", late=3),),
                (Place("centres", "building", "Centra", 148), Place("checks", "flag", "Controles")),
            )
        )
        rail.set_pinned([self.PINNED])
        rail.set_person("Lotte Van den Berg", "Team Kwaliteit")
        self.window = window_frame(rail, QLineEdit(), StatusBar())
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        return rail

    def test_tells_where_to_go(self, qtbot: QtBot, rail: Rail) -> None:
        told: list = []
        rail.place_chosen.connect(told.append)
        rail.pinned_chosen.connect(told.append)
        qtbot.mouseClick(item(rail, "Centra"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(item(rail, "Koers & Kompas"), Qt.MouseButton.LeftButton)
        assert told == ["centres", UUID(int=7)]

    def test_arrows_move_and_enter_goes(self, qtbot: QtBot, rail: Rail) -> None:
        told: list = []
        rail.place_chosen.connect(told.append)
        item(rail, "Vandaag").setFocus()
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Down)
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
        assert told == ["checks"]

    def test_shows_where_we_are_and_what_waits(self, rail: Rail) -> None:
        rail.set_selected("checks")
        rail.set_count("checks", 5)
        rail.set_count("centres", late=2)
        assert item(rail, "Controles").isChecked()
        assert not item(rail, "Centra").isChecked()
        assert item(rail, "Controles").accessibleName() == "Controles, 5"
        assert item(rail, "Centra").accessibleName().startswith("Centra, 2")
        assert "klacht te laat" in item(rail, "Koers & Kompas").accessibleName()

    def test_folds_to_icons_with_tips_in_a_narrow_window(self, qtbot: QtBot, rail: Rail) -> None:
        assert rail.width() == WIDE
        self.window.resize(1000, 700)
        qtbot.waitUntil(lambda: rail.width() == NARROW, timeout=1000)
        assert item(rail, "Centra").toolTip() == "Centra, 148"
        self.window.resize(1280, 720)
        qtbot.waitUntil(lambda: rail.width() == WIDE, timeout=1000)
        assert item(rail, "Centra").toolTip() == ""

    def test_folds_rather_than_push_its_page_out_of_the_window(
        self, qtbot: QtBot, rail: Rail
    ) -> None:
        page = self.window.findChild(QLineEdit)
        page.setMinimumWidth(1150)
        qtbot.waitUntil(lambda: rail.width() == NARROW, timeout=1000)
        assert self.window.width() == 1280
        page.setMinimumWidth(300)
        qtbot.waitUntil(lambda: rail.width() == WIDE, timeout=1000)

    def test_tells_the_whole_function_of_an_officer(self, rail: Rail) -> None:
        rail.set_person("Lotte Verhaegen", "kwaliteitsmedewerker")
        QApplication.processEvents()
        assert rail._role.width() >= theme().width("kwaliteitsmedewerker", "small")

    def test_search_and_lock(self, qtbot: QtBot, rail: Rail) -> None:
        with qtbot.waitSignal(rail.search_wanted, timeout=1000):
            qtbot.mouseClick(rail.search, Qt.MouseButton.LeftButton)
        lock = rail.findChild(Button)
        with qtbot.waitSignal(rail.lock_wanted, timeout=1000):
            qtbot.mouseClick(lock, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_status_bar_shows_only_what_is_said(stage) -> None:
    bar = StatusBar()
    stage(bar)

    def said() -> list[str]:
        return [part.text() for part in bar.findChildren(Text) if part.isVisible() and part.text()]

    assert said() == []
    bar.set_saved("14:02:31")
    bar.set_file("kantoor.waarmerk")
    bar.set_keys("F8: volgende")
    assert any("14:02:31" in word for word in said())
    assert "kantoor.waarmerk" in said()
    assert "F8: volgende" in said()
    assert said().count("·") == 1


def test_the_hallmark_is_struck_at_every_size() -> None:
    for side in (16, 32, 256):
        picture = mark_icon().pixmap(side, side).toImage()
        middle = picture.pixelColor(picture.width() // 2, picture.height() // 8)
        assert middle.name() == theme().color("accent").name()
        assert picture.pixelColor(0, 0).alpha() == 0


def test_a_button_that_is_too_narrow_draws_nothing_past_its_edge(stage) -> None:
    button = Button("Loopbaandienstverleningsovereenkomst", "ghost", keys="Ctrl+Z")
    button.setFixedWidth(120)
    stage(button)
    picture = button.grab().toImage()
    edges = [picture.pixel(x, y) for x in (0, 1, 118, 119) for y in range(picture.height())]
    middle = {picture.pixel(x, y) for x in range(119) for y in range(picture.height())}
    assert len(set(edges)) == 1
    assert len(middle) > 1
