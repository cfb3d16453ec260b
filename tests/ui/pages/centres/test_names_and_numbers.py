"""Numbers judged while they are typed, and names that were borne before, in the real window."""

from datetime import date
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from controllers.bundle import Controllers
from models.centres.values import NameKind
from models.mandates.values import CentreFilter
from tests.ui.pages.centres.conftest import Ear
from tests.ui.pages.centres.test_centre_file import IDENTITY, PLACES, go, parts, write
from ui.pages.centres.former_names import FormerNameCard, NewFormerName
from ui.pages.centres.page import CentresPage


def type_over(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def test_an_enterprise_number_is_judged_while_it_is_typed(
    shown: CentresPage, demer: UUID, qtbot: QtBot
):
    go(shown, qtbot, demer, IDENTITY)
    row = shown.file.views.identity.form.row("enterprise_number")
    type_over(row.field, "0566988")
    assert row.field.accessibleDescription() == "Nog 3 cijfers."
    QTest.keyClicks(row.field, "258")
    assert "59 werd verwacht" in row.refusal()
    QTest.keyClick(row.field, Qt.Key.Key_Backspace)
    QTest.keyClicks(row.field, "9")
    assert row.refusal() == ""
    assert row.field.accessibleDescription() == "De controlecijfers kloppen."
    type_over(row.field, "2147812701")
    assert "vestiging" in row.refusal()
    QTest.keyClick(row.field, Qt.Key.Key_Escape)


def test_an_establishment_number_warns_and_does_not_refuse(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot
):
    controllers.centres.add_establishment(demer, "Hasselt")
    go(shown, qtbot, demer)
    group = parts(shown, PLACES)
    qtbot.waitUntil(lambda: len(group.parts) == 1)
    group.choose(0)
    row = group.editor.form.row("establishment_number")
    type_over(row.field, "2147812702")
    assert "kloppen niet" in row.field.accessibleDescription()
    assert row.refusal() == ""
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "kloppen niet" in group.editor.warning.text())
    type_over(row.field, "0566988259")
    assert "onderneming" in row.refusal()
    QTest.keyClick(row.field, Qt.Key.Key_Escape)


def test_a_former_name_is_added_corrected_and_removed(
    shown: CentresPage, demer: UUID, controllers: Controllers, qtbot: QtBot, ear: Ear
):
    go(shown, qtbot, demer)
    shown.file.show_part("identity")
    former = shown.file.views.identity.former
    qtbot.waitUntil(former.nothing.isVisible)
    former.add.click()
    card = shown.findChildren(NewFormerName)[0]
    QTest.keyClicks(card.name, "Demer Werkt")
    card.give.click()
    qtbot.waitUntil(former.rows.isVisible)
    assert list(controllers.mandates.ids(CentreFilter(text="demer werkt"))) == [demer]
    former.rows.choose(former.rows.rows.items[0].payload)
    QTest.keyClick(former.rows, Qt.Key.Key_Return)
    corrected = shown.findChildren(FormerNameCard)[0]
    corrected.form.row("until").field.setFocus()
    write(corrected.form.row("until").field, "31/12/2019")
    qtbot.waitUntil(lambda: "31 dec 2019" in former.rows.rows.items[0].sub)
    corrected.delete.click()
    qtbot.waitUntil(former.nothing.isVisible)
    assert ear.messages[-1].undo


def test_every_list_keeps_the_leading_zero(controllers: Controllers, tmp_path: Path):
    centre = controllers.centres.add("0566988259", "Talentkaai")
    place = controllers.centres.add_establishment(centre, "Oostende")
    controllers.centres.edit_part("establishment", place, "establishment_number", "2147812701")
    controllers.mandates.add(centre, "0022-1", date(2022, 7, 1))
    controllers.centres.add_former_name(centre, "0-Kilometer", NameKind.TRADE)
    made = controllers.outgoing.centres(CentreFilter(), tmp_path / "centra.xlsx")
    sheet = openpyxl.load_workbook(made.path).worksheets[0]
    said = {str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value}
    assert any("0566" in one for one in said)
    assert not any(one.startswith("566") for one in said)
