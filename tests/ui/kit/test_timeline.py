"""Six years on one axis, walked through by keyboard, wheel and mouse."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.export.timeline import timeline_pdf
from models.timeline.rules import in_order
from models.timeline.values import CentreTimeline, LaneKey
from tests.models.timeline.history import CENTRE, TODAY, timeline
from tests.ui.kit.conftest import Stage
from ui.kit import theme
from ui.kit.timeline import Timeline
from ui.kit.timeline_card import card_of, place
from ui.kit.timeline_day import DayPanel
from ui.kit.timeline_list import TimelineList

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
LINE = timeline()


@pytest.fixture
def shown(stage: Stage) -> Timeline:
    widget = Timeline()
    stage(widget, width=1030, height=520)
    widget.show_timeline(LINE)
    widget.setFocus()
    return widget


def heard(signal: object) -> list[object]:
    told: list[object] = []
    signal.connect(told.append)  # type: ignore[attr-defined]
    return told


def wheel(widget: Timeline, x: float, turned: int, pressed=CONTROL) -> None:
    spot = QPointF(x, 200)
    event = QWheelEvent(
        spot,
        widget.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        pressed,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget.viewport(), event)


def middle_of(widget: Timeline, key: str) -> QPoint:
    area = widget.board.area_of(key)
    assert area is not None
    return area.center().toPoint()


def key_of(word: str) -> str:
    return next(event.key for event in LINE.events if event.word == word)


def test_it_opens_on_the_mandate_with_everything_readable(shown):
    assert shown.scale.first <= date(2022, 7, 1)
    assert shown.scale.last >= date(2028, 6, 30)
    assert shown.scale.days < 6.7 * 365
    assert [view.lane.key for view in shown.board.lanes] == [lane.key for lane in LINE.lanes]
    assert shown.board.lanes[-1].bottom <= shown.viewport().height()


def test_the_wheel_with_control_keeps_the_day_under_the_mouse(shown):
    x = 640.0
    under = shown.scale.day_at(x - shown.board.body.left())
    for turned in (120, 120, 120, -120, 240):
        wheel(shown, x, turned)
        assert abs((shown.scale.day_at(x - shown.board.body.left()) - under).days) <= 1
    assert shown.scale.days < 4 * 365


def test_the_wheel_alone_goes_along_the_days(shown):
    wheel(shown, 640, 360)
    shown.zoom(4, 300)
    before = shown.scale
    wheel(shown, 640, -120, NONE)
    assert shown.scale.start > before.start
    assert shown.scale.per_day == before.per_day


def test_one_never_comes_beside_the_whole(shown):
    for turned in (-2400, -2400):
        wheel(shown, 640, turned)
    first, last = shown.limits()
    assert (shown.scale.first, shown.scale.last) == (first, last)


def test_dragging_moves_the_days_with_the_hand(shown, qtbot: QtBot):
    shown.zoom(4, 300)
    port, grip = shown.viewport(), QPoint(500, 45)
    day = shown.scale.day_at(grip.x() - shown.board.body.left())
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(port, grip + QPoint(-60, 0))
    move = grip + QPoint(-120, 0)
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtCore import QEvent

    QApplication.sendEvent(
        port,
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(move),
            port.mapToGlobal(QPointF(move)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            NONE,
        ),
    )
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=move)
    assert abs((shown.scale.day_at(move.x() - shown.board.body.left()) - day).days) <= 1


def test_arrows_go_along_a_lane_and_to_another_lane(shown, qtbot: QtBot):
    shown.choose(key_of("Qfor 2022"))
    qtbot.keyClick(shown, Key.Key_Right)
    assert shown.chosen.word == "No certificate"
    qtbot.keyClick(shown, Key.Key_Right)
    assert shown.chosen.word == "Qfor 2024"
    qtbot.keyClick(shown, Key.Key_Left)
    qtbot.keyClick(shown, Key.Key_Left)
    assert shown.chosen.word == "Qfor 2022"
    qtbot.keyClick(shown, Key.Key_Up)
    assert shown.chosen.lane is LaneKey.MANDATES
    for _step in range(12):
        qtbot.keyClick(shown, Key.Key_Down)
    assert shown.chosen.lane is LaneKey.SURVEYS


def test_every_thing_can_be_reached_by_keyboard(shown, qtbot: QtBot):
    reached = set()
    for _lane in LINE.lanes:
        for key in (Key.Key_Left, Key.Key_Right):
            for _step in range(40):
                reached.add(shown.chosen.key)
                qtbot.keyClick(shown, key)
        lane = shown.chosen.lane
        qtbot.keyClick(shown, Key.Key_Down)
        if shown.chosen.lane is lane:
            break
    top = shown.chosen
    for _step in range(9):
        qtbot.keyClick(shown, Key.Key_Up)
    while True:
        for key in (Key.Key_Left, Key.Key_Right):
            for _step in range(40):
                reached.add(shown.chosen.key)
                qtbot.keyClick(shown, key)
        if shown.chosen.lane is top.lane:
            break
        qtbot.keyClick(shown, Key.Key_Down)
    assert reached == {event.key for event in LINE.events}


def test_what_is_chosen_comes_into_sight(shown, qtbot: QtBot):
    shown.see(date(2023, 1, 1), date(2023, 6, 30))
    qtbot.keyClick(shown, Key.Key_End)
    assert shown.chosen == LINE.events[-1]
    assert 0 <= shown.scale.middle(shown.chosen.first) <= shown.scale.width
    qtbot.keyClick(shown, Key.Key_Home)
    assert shown.chosen == LINE.events[0]
    assert 0 <= shown.scale.middle(shown.chosen.first) <= shown.scale.width


def test_keys_zoom_at_what_is_chosen(shown, qtbot: QtBot):
    shown.choose(key_of("Qfor 2024"))
    x = shown.scale.middle(TODAY)
    qtbot.keyClick(shown, Key.Key_Plus)
    assert shown.scale.middle(TODAY) == pytest.approx(x)
    before = shown.scale.per_day
    qtbot.keyClick(shown, Key.Key_Minus, CONTROL)
    assert shown.scale.per_day < before
    qtbot.keyClick(shown, Key.Key_0)
    assert (shown.scale.first, shown.scale.last) == shown.limits()


def test_shift_and_an_arrow_go_along_the_days(shown, qtbot: QtBot):
    shown.zoom(6, 400)
    before, chosen = shown.scale.start, shown.chosen
    qtbot.keyClick(shown, Key.Key_Right, SHIFT)
    assert shown.scale.start > before
    qtbot.keyClick(shown, Key.Key_Left, SHIFT)
    assert shown.scale.start == pytest.approx(before)
    assert shown.chosen == chosen


def test_t_goes_to_today(shown, qtbot: QtBot):
    shown.see(date(2022, 1, 1), date(2022, 12, 31))
    qtbot.keyClick(shown, Key.Key_T)
    assert shown.scale.middle(TODAY) == pytest.approx(shown.scale.width / 2)
    assert shown.day == TODAY


def test_enter_opens_w_asks_why_and_space_looks_into_the_day(shown, qtbot: QtBot):
    opened, why, days = heard(shown.opened), heard(shown.why_wanted), heard(shown.day_wanted)
    shown.choose(next(e.key for e in LINE.events if e.term is not None and e.moment))
    qtbot.keyClick(shown, Key.Key_Return)
    qtbot.keyClick(shown, Key.Key_W)
    qtbot.keyClick(shown, Key.Key_T, ALT)
    qtbot.keyClick(shown, Key.Key_Space)
    assert opened == [shown.chosen]
    assert why == [shown.chosen, shown.chosen]
    assert days == [shown.chosen.first]


def test_control_and_an_arrow_go_from_day_to_day(shown, qtbot: QtBot):
    days = heard(shown.day_changed)
    shown.choose(key_of("Qfor 2024"))
    qtbot.keyClick(shown, Key.Key_Right, CONTROL)
    qtbot.keyClick(shown, Key.Key_Left, CONTROL)
    assert days == [TODAY, TODAY + timedelta(days=1), TODAY]


def test_a_click_on_a_thing_opens_it(shown, qtbot: QtBot):
    opened = heard(shown.opened)
    spot = middle_of(shown, key_of("Qfor 2024"))
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [event.word for event in opened] == ["Qfor 2024"]


def test_a_click_on_things_that_fall_together_parts_them(shown, qtbot: QtBot):
    together = next(
        p
        for view in shown.board.lanes
        for p in view.laid.marks
        if len(p.events) > 1 and p.events[0].first != p.events[-1].first and p.left > 0
    )
    opened, before = heard(shown.opened), shown.scale.per_day
    spot = middle_of(shown, together.event.key)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert not opened
    assert shown.scale.per_day > before
    apart = {shown.board.placed_of(event.key).event.key for event in together.events}
    assert len(apart) > 1


def test_a_click_on_the_ground_chooses_that_day(shown, qtbot: QtBot):
    days = heard(shown.day_changed)
    x = int(shown.board.body.left() + shown.scale.middle(date(2027, 1, 15)))
    y = int(shown.board.lanes[0].bottom - 3)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    (day,) = days
    assert abs((day - date(2027, 1, 15)).days) <= 3


def test_a_card_tells_what_lies_under_the_mouse_and_stays_in_the_window(shown):
    target = shown.board.area_of(key_of("Qfor 2024"))
    event = next(e for e in LINE.events if e.word == "Qfor 2024")
    card = card_of([event], event, TODAY)
    assert card.head == "Certificates"
    assert ("Until and with", "ma 20 april 2026") in card.lines
    area = place(card, target, shown._room())
    assert shown.viewport().rect().contains(area.toRect())


def test_the_hover_follows_the_mouse(shown, qtbot: QtBot):
    qtbot.mouseMove(shown.viewport(), middle_of(shown, key_of("Qfor 2024")))
    assert shown.scene().hovered == key_of("Qfor 2024")
    qtbot.mouseMove(shown.viewport(), QPoint(60, 20))
    assert shown.scene().hovered == ""


def test_a_screen_reader_hears_what_the_keyboard_is_on(shown, qtbot: QtBot):
    shown.choose(key_of("Qfor 2024"))
    assert shown.accessibleName().startswith("Certificates, Qfor 2024")
    qtbot.keyClick(shown, Key.Key_Left)
    assert "No certificate" in shown.accessibleName()


def test_news_of_the_same_centre_leaves_eye_and_hand_where_they_were(shown):
    shown.zoom(5, 300)
    shown.choose(key_of("Qfor 2024"))
    before = shown.scale
    shown.show_timeline(timeline())
    assert shown.scale == before
    assert shown.chosen.word == "Qfor 2024"


def test_a_timeline_with_nothing_on_it_is_harmless(shown, qtbot: QtBot):
    shown.show_timeline(CentreTimeline(CENTRE, "", "", TODAY, ()))
    for key in (Key.Key_Left, Key.Key_Down, Key.Key_Return, Key.Key_W, Key.Key_T, Key.Key_Space):
        qtbot.keyClick(shown, key)
    assert shown.chosen is None
    assert "nothing" in shown.accessibleName()
    assert not shown.picture(400, 300).isNull()


@pytest.mark.parametrize("name", ["dark", "contrast", "light"])
def test_it_dresses_anew_while_it_is_shown(shown, qapp: QApplication, name: str):
    light = shown.grab().toImage()
    theme.apply(qapp, name)
    seen = shown.grab().toImage()
    assert (seen == light) is (name == "light")


def test_large_letters_leave_every_lane_its_words(shown, qapp: QApplication):
    theme.apply(qapp, "light", 2.0)
    assert shown.verticalScrollBar().maximum() > 0
    shown.choose(LINE.events[-1].key)
    view = next(v for v in shown.board.lanes if v.lane.key is LINE.events[-1].lane)
    assert view.bottom <= shown.viewport().height() + 2


def test_the_picture_is_twice_as_sharp_and_shows_the_days_in_sight(shown):
    image = shown.picture(900, 420, "Loopbaanhuis Demer")
    assert (image.width(), image.height(), image.devicePixelRatio()) == (1800, 840, 2.0)
    colours = {image.pixelColor(x, y).name() for x in range(0, 1800, 30) for y in range(0, 840, 30)}
    assert theme.theme().color("bar-mandate").name() in colours


def test_only_what_is_in_sight_has_a_word(shown):
    shown.see(date(2024, 1, 1), date(2024, 3, 31))
    for view in shown.board.lanes:
        for placed in view.laid.marks:
            if placed.label is not None:
                assert 0 <= placed.centre <= shown.scale.width


def test_the_twin_lists_exactly_the_same_things(stage: Stage):
    twin = TimelineList()
    stage(twin)
    twin.show_timeline(LINE)
    keys = [item.payload for item in twin.rows.items if hasattr(item, "payload")]
    assert keys == [event.key for event in in_order(LINE.events)]


def test_the_twin_opens_and_asks_why_with_the_same_keys(stage: Stage, qtbot: QtBot):
    twin = TimelineList()
    stage(twin)
    twin.show_timeline(LINE)
    twin.setFocus()
    wanted, why = heard(twin.wanted), heard(twin.why_wanted)
    twin.choose(key_of("Qfor 2024"))
    qtbot.keyClick(twin, Key.Key_Return)
    qtbot.keyClick(twin, Key.Key_W)
    qtbot.keyClick(twin, Key.Key_T, ALT)
    assert [event.word for event in wanted] == ["Qfor 2024"]
    assert [event.word for event in why] == ["Qfor 2024"] * 2


def test_the_panel_of_a_day_tells_the_year_of_the_mandate(stage: Stage, qtbot: QtBot):
    from models.timeline.rules import on_day

    panel = DayPanel()
    stage(panel)
    panel.show_day(on_day(LINE, date(2024, 9, 20)), TODAY)
    assert panel.heading.text() == "Vrijdag 20 september 2024"
    assert "year 3 of 6 of the mandate" in panel.told.text()
    titles = [item.title for item in panel.list.rows.items]
    assert titles[:2] == ["Happens or holds", "Dossier check"]
    shut = []
    panel.shut.connect(lambda: shut.append(True))
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Key.Key_Escape)
    assert shut


def test_a_label_for_ever_and_one_since_year_one_are_harmless(shown, qtbot: QtBot):
    odd = [
        replace(event, first=date(1, 1, 1), last=date(9999, 12, 31))
        if event.word.startswith("Qfor")
        else event
        for event in LINE.events
    ]
    shown.show_timeline(replace(LINE, events=in_order(odd)))
    shown.see_all()
    for key in (Key.Key_Home, Key.Key_End, Key.Key_Minus, Key.Key_T, Key.Key_Plus):
        qtbot.keyClick(shown, key)
        shown.grab()
    assert shown.limits()[0] >= date(1949, 1, 1)
    assert timeline_pdf(replace(LINE, events=in_order(odd), mandate=None))
