"""A list of any length: rows on sight, nothing before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Event
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from controllers.columns import Column
from tests.ui.kit.conftest import Stage
from ui.kit.record_table import PAGE, RecordTable, packed
from ui.kit.record_view import RecordView
from ui.tasks import Tasks

ROLE = Qt.ItemDataRole


@dataclass(frozen=True)
class Centre:
    id: UUID
    number: int
    name: str

    @property
    def until(self) -> date:
        return date(2026, 1, 1) + timedelta(self.number % 900)


COLUMNS: tuple[Column[Centre], ...] = (
    Column("name", "Centrum", lambda c: c.name, 30, "two", sub=lambda c: f"M-{c.number}"),
    Column("state", "Stand", lambda _c: "In orde", 12, "badge", state=lambda _c: "done"),
    Column("until", "Tot", lambda c: c.until, 13, "date"),
    Column("dossiers", "Dossiers", lambda c: c.number, 9, "number"),
)


def id_of(number: int) -> UUID:
    return UUID(int=(number * 2_654_435_761) % 2**127)


class Office:
    """Keeps the centres, and remembers who was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[UUID]] = []
        self.gate = Event()
        self.gate.set()
        self.numbers: dict[UUID, int] = {}
        self.suffix = ""

    def ids(self, count: int, start: int = 0) -> list[UUID]:
        self.numbers |= {id_of(n): n for n in range(start, start + count)}
        return [id_of(n) for n in range(start, start + count)]

    def fetch(self, ids: Sequence[UUID]) -> list[Centre]:
        self.asked.append(list(ids))
        assert self.gate.wait(10)
        return [Centre(i, self.numbers[i], f"Centrum {self.numbers[i]}{self.suffix}") for i in ids]


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def table(office: Office, tasks: Tasks) -> RecordTable[Centre]:
    return RecordTable(COLUMNS, office.fetch, tasks)


@pytest.fixture
def view(table: RecordTable[Centre], stage: Stage) -> RecordView:
    view = RecordView(table)
    stage(view, width=1000, height=600)
    view.setFocus()
    return view


def test_a_model_as_qt_expects_it(
    office: Office, table: RecordTable[Centre], qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    table.show(office.ids(300))
    qtbot.waitUntil(lambda: table.record(299) is not None)
    qtmodeltester.check(table)


def test_a_hundred_thousand_rows_take_sixteen_bytes_each_and_fetch_nothing(
    office: Office, table: RecordTable[Centre]
) -> None:
    ids = office.ids(100_000)
    assert len(packed(ids)) == 1_600_000
    table.show(packed(ids))
    assert table.rowCount() == 100_000
    assert office.asked == []


def test_looking_at_a_row_fetches_its_page_once(
    office: Office, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    ids = office.ids(1000)
    table.show(ids)
    assert table.record(130) is None
    assert table.record(131) is None
    qtbot.waitUntil(lambda: table.record(130) is not None)
    assert office.asked == [ids[PAGE : 2 * PAGE]]


def test_every_id_finds_its_row_and_every_row_its_id(
    office: Office, table: RecordTable[Centre]
) -> None:
    ids = office.ids(5000)
    table.show(ids)
    assert [table.row_of(id_) for id_ in ids[::97]] == list(range(0, 5000, 97))
    assert [table.id_at(row) for row in range(0, 5000, 97)] == ids[::97]
    assert table.row_of(UUID(int=2**127 + 5)) is None
    with pytest.raises(IndexError):
        table.id_at(5000)


def test_an_id_is_only_found_on_a_boundary(table: RecordTable[Centre]) -> None:
    first, second = UUID(int=0x1122), UUID(int=0x3344 << 112)
    table.show([first, second])
    astride = UUID(bytes=(first.bytes + second.bytes)[8:24])
    assert table.row_of(astride) is None
    assert table.row_of(second) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.uuids(), unique=True, max_size=60), st.uuids())
def test_whatever_the_ids_each_stands_on_its_own_row(
    table: RecordTable[Centre], ids: list[UUID], other: UUID
) -> None:
    table.show(ids)
    assert [table.row_of(id_) for id_ in ids] == list(range(len(ids)))
    assert (table.row_of(other) is None) == (other not in ids)


def test_who_flies_past_pages_does_not_have_them_fetched(
    office: Office, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    table.show(office.ids(PAGE * 100))
    office.gate.clear()
    for page in range(100):
        table.record(page * PAGE)
    office.gate.set()
    qtbot.waitUntil(lambda: table.record(99 * PAGE) is not None)
    assert len(office.asked) <= 2 + 4


def test_a_question_for_ids_is_asked_off_our_thread(
    office: Office, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    table.show_answer(office.ids, 10, start=5)
    qtbot.waitUntil(lambda: table.rowCount() == 10)
    assert table.id_at(0) == id_of(5)


def test_a_cell_says_itself_to_a_screen_reader(
    office: Office, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    table.show(office.ids(3))
    name = table.index(1, 0)
    qtbot.waitUntil(lambda: table.record(1) is not None)
    assert table.data(name, ROLE.AccessibleTextRole) == "Centrum: Centrum 1, M-1"
    assert table.data(table.index(1, 2), ROLE.DisplayRole) == "2 jan 2026"
    assert table.data(table.index(1, 2), ROLE.AccessibleTextRole) == "Tot: 2 jan 2026"


def inked(view: RecordView) -> int:
    """How many pixels of the first cell are as dark as letters."""
    picture = view.window().grab(QRect(view.mapTo(view.window(), QPoint(8, 40)), QSize(90, 44)))
    image = picture.toImage()
    dots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 90 for x, y in dots)


def test_a_row_under_way_shows_bars_and_then_its_words(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    office.gate.clear()
    table.show(office.ids(50))
    waiting = inked(view)
    assert table.face(0, 0) is None
    office.gate.set()
    qtbot.waitUntil(lambda: table.face(0, 0) is not None)
    assert inked(view) > 50 > waiting


def test_a_refresh_shows_the_old_rows_until_the_new_come(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    table.show(office.ids(50))
    qtbot.waitUntil(lambda: table.record(0) is not None)
    office.gate.clear()
    office.suffix = " nieuw"
    table.refresh()
    old = table.face(0, 0)
    assert old is not None
    assert old.text == "Centrum 0"
    office.gate.set()
    qtbot.waitUntil(lambda: getattr(table.face(0, 0), "text", "") == "Centrum 0 nieuw")


def test_the_choice_and_its_place_on_screen_survive_new_ids(
    office: Office, view: RecordView, table: RecordTable[Centre]
) -> None:
    ids = office.ids(1000)
    table.show(ids)
    chosen: list[UUID] = []
    view.chosen.connect(chosen.append)
    assert view.choose(ids[500])
    place = view.rowViewportPosition(500)
    table.show(office.ids(40, start=5000) + ids[20:])
    assert view.current_id == ids[500]
    assert view.chosen_ids() == [ids[500]]
    assert view.rowViewportPosition(520) == place
    assert chosen == [ids[500]]


def test_a_chosen_record_that_leaves_the_list_is_told(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    ids = office.ids(100)
    table.show(ids)
    view.choose(ids[3])
    with qtbot.waitSignal(view.unchosen):
        table.show(ids[10:])
    assert view.current_id is None
    assert not view.choose(ids[3])


def test_a_choice_survives_a_refresh(
    office: Office, view: RecordView, table: RecordTable[Centre]
) -> None:
    ids = office.ids(100)
    table.show(ids)
    view.choose(ids[7])
    table.show(ids)
    assert view.current_id == ids[7]


def test_arrows_choose_and_enter_opens(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    ids = office.ids(100)
    table.show(ids)
    chosen: list[UUID] = []
    view.chosen.connect(chosen.append)
    view.choose(ids[0])
    for _step in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == ids[:4]
    assert signal.args == [ids[3]]
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.current_id == ids[-1]


def test_a_double_click_opens(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    ids = office.ids(100)
    table.show(ids)
    spot = view.visualRect(table.index(2, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(view.opened) as signal:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert signal.args == [ids[2]]


def test_a_head_orders_and_orders_the_other_way_round(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    table.show(office.ids(10))
    wanted: list[tuple[str, bool]] = []
    table.order_wanted.connect(lambda key, down: wanted.append((key, down)))
    heading = view.heading
    spot = heading.rect().center()
    spot.setX(heading.sectionViewportPosition(2) + 20)
    for _click in range(3):
        qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted == [("until", False), ("until", True), ("until", False)]
    role = ROLE.AccessibleTextRole
    assert "Tot, " in table.headerData(2, Qt.Orientation.Horizontal, role)


def test_the_keyboard_orders_too(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    table.show(office.ids(10))
    wanted: list[tuple[str, bool]] = []
    table.order_wanted.connect(lambda key, down: wanted.append((key, down)))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(view, key, both)
    assert wanted == [("name", False), ("state", False), ("state", True), ("name", True)]


def test_the_columns_fit_a_small_window_and_do_not_sprawl_in_a_wide_one(
    office: Office, view: RecordView, table: RecordTable[Centre]
) -> None:
    table.show(office.ids(10))
    for width in (700, 1000, 1900):
        view.window().resize(width, 600)
        assert view.heading.length() <= view.viewport().width()
    assert view.columnWidth(0) < 560
    assert view.rowHeight(0) == 52


def test_the_row_under_the_mouse_lights_up_and_fades(
    office: Office, view: RecordView, table: RecordTable[Centre], qtbot: QtBot
) -> None:
    table.show(office.ids(10))
    spot = QPointF(view.visualRect(table.index(4, 0)).center())
    none = Qt.MouseButton.NoButton
    here = view.viewport().mapToGlobal(spot)
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot, here, none, none, Qt.KeyboardModifier.NoModifier
    )
    view.mouseMoveEvent(move)
    assert view.hovered_row() == 4
    view.viewportEvent(QEvent(QEvent.Type.Leave))
    assert view.hovered_row() == -1
