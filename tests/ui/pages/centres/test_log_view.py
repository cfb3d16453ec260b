"""The log in the centre file: one thread, newest first, mended in the panel beside it."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.actions.values import ActionDraft, ActionKind, ContactMedium
from models.attachments.values import Pasted
from tests.ui.pages.centres.conftest import Ear, Picker
from tests.ui.pages.centres.test_centre_file import write
from ui.kit.page import Ref
from ui.kit.row_list import Row
from ui.pages.centres.log_view import COACHING, LogView
from ui.pages.centres.page import CentresPage


@pytest.fixture
def demer(office: dict[str, UUID], controllers: Controllers) -> UUID:
    """A centre with a call, a coaching of last year, a mail that waits, and a file."""
    centre = office["Loopbaanhuis Demer"]
    add = controllers.actions.add
    add(
        centre,
        ActionDraft(
            medium=ContactMedium.PHONE, day=date(2026, 4, 2), hour="9u", subject="Vraag over uren"
        ),
    )
    add(
        centre,
        ActionDraft(
            medium=ContactMedium.VISIT,
            day=date(2025, 5, 2),
            subject="Samen een plan bekeken",
            coaching=True,
        ),
    )
    add(
        centre,
        ActionDraft(
            ActionKind.INFO_MAIL, day=date(2025, 3, 2), subject="Nazorg", reply_by=date(2025, 4, 1)
        ),
    )
    controllers.attachments.add(centre, [Pasted("nota.txt", b"nota")])
    return centre


@pytest.fixture
def log(shown: CentresPage, demer: UUID, qtbot: QtBot) -> LogView:
    shown.open(Ref("centre", demer, "log"))
    view = shown.file.views.log
    qtbot.waitUntil(lambda: len(view.entries) == 4)
    return view


def lines(log: LogView) -> list[str]:
    return [
        item.title if isinstance(item, Row) else f"# {item.title} {item.count}"
        for item in log.rows.rows.items
    ]


def test_the_thread_stands_by_year_newest_first(log: LogView):
    assert lines(log) == [
        *("# 2026 2", "nota.txt", "Vraag over uren"),
        *("# 2025 2", "Samen een plan bekeken", "Nazorg"),
    ]
    rows = [item for item in log.rows.rows.items if isinstance(item, Row)]
    assert [row.badge and row.badge[1] for row in rows] == [None, None, "Coaching", "Antwoord laat"]
    assert (rows[1].meta, rows[1].meta_sub) == ("2 apr", "09.00")


def test_one_kind_can_be_shown_alone(log: LogView):
    log.only.setCurrentIndex(log.only._values.index(COACHING))
    log.only._activated(0)
    assert lines(log) == ["# 2025 1", "Samen een plan bekeken"]
    log.only.set_value("decision", afresh=True)
    log._refilter()
    assert log._lists.currentIndex() == 1


def test_enter_puts_the_keyboard_in_the_fields_and_they_keep_themselves(
    log: LogView, controllers: Controllers, demer: UUID, qtbot: QtBot
):
    log.rows.setFocus()
    QTest.keyClick(log.rows, Qt.Key.Key_Down)
    QTest.keyClick(log.rows, Qt.Key.Key_Return)
    subject = log.editor.form.row("subject").field
    assert subject.hasFocus()
    write(subject, "Vraag over certificaat")
    qtbot.waitUntil(lambda: "Vraag over certificaat" in lines(log))
    write(log.editor.form.row("day").field, "5/5/2026")
    qtbot.waitUntil(lambda: bool(log.editor.form.row("day").refusal()))
    assert "moet nog komen" in log.editor.form.row("day").refusal()
    assert log.editor.form.row("day").field.text() == "05/05/2026"


def test_another_kind_hides_what_it_went_by(log: LogView, controllers: Controllers, qtbot: QtBot):
    row = next(one.id for one in log.entries if one.title == "Vraag over uren")
    log.rows.choose(row)
    assert not log.editor._medium.isHidden()
    controllers.actions.edit(row, "kind", ActionKind.OFFER_CHECK)
    qtbot.waitUntil(lambda: log.editor._medium.isHidden())


def test_del_takes_a_line_away_and_offers_it_back(
    log: LogView, controllers: Controllers, ear: Ear, qtbot: QtBot
):
    log.rows.setFocus()
    QTest.keyClick(log.rows, Qt.Key.Key_Down)
    QTest.keyClick(log.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Vraag over uren" not in lines(log))
    assert ear.messages[-1].undo
    controllers.history.undo()
    qtbot.waitUntil(lambda: "Vraag over uren" in lines(log))


def test_del_takes_nothing_away_while_the_keyboard_is_elsewhere(
    log: LogView, shown: CentresPage, controllers: Controllers, qtbot: QtBot
):
    log.rows.setFocus()
    QTest.keyClick(log.rows, Qt.Key.Key_Down)
    steps = len(controllers.history.ids())
    shown.file.sections.start()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not shown._tasks.busy)
    assert len(controllers.history.ids()) == steps


def test_what_stands_there_by_itself_opens_its_thing(
    log: LogView, controllers: Controllers, demer: UUID, ear: Ear, qtbot: QtBot
):
    check = controllers.checks.plan(demer, date(2026, 4, 3))
    controllers.checks.start(check)
    controllers.checks.edit(check, "visit_date", date(2026, 4, 3))
    qtbot.waitUntil(lambda: "Controle" in lines(log))
    log.rows.setFocus()
    log.rows.choose(check)
    log._choose(check)
    assert log.entry.title.text() == "Controle"
    QTest.keyClick(log.rows, Qt.Key.Key_Return)
    log.entry.go.click()
    assert ear.wanted == [Ref("check", check)] * 2


def test_a_new_line_is_asked_of_the_desk(log: LogView, demer: UUID, ear: Ear):
    log.note.click()
    assert ear.wanted == [Ref("note", demer)]


def test_the_log_goes_out_as_a_workbook(
    log: LogView, picker: Picker, ear: Ear, tmp_path: Path, qtbot: QtBot
):
    picker.path = tmp_path / "logboek.xlsx"
    log.excel.click()
    qtbot.waitUntil(lambda: bool(ear.messages))
    sheet = load_workbook(picker.path).active
    assert sheet is not None
    said = [str(cell.value) for line in sheet.iter_rows() for cell in line]
    assert "Vraag over uren" in said
    assert "Koers & Kompas" not in said


def test_a_log_that_nobody_looks_at_asks_for_nothing(shown: CentresPage, demer: UUID, qtbot: QtBot):
    shown.open(Ref("centre", demer))
    qtbot.waitUntil(lambda: shown.file._shown == demer)
    assert shown.file.views.log.entries == ()
