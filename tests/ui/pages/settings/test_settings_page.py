"""Every kind of setting: edited, refused at its field, and taken back."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.settings.values import SETTINGS, SettingKind, Settings
from ui.kit.choice_field import ChoiceField
from ui.kit.text_field import TextField
from ui.kit.theme import theme
from ui.pages.settings.page import SettingsPage
from ui.program import Program


@pytest.fixture
def page(qtbot: QtBot, at_work: Program) -> SettingsPage:
    assert at_work.desk is not None
    at_work.desk.go_to_room("settings")
    qtbot.waitUntil(lambda: not at_work.tasks.busy)
    return cast(SettingsPage, at_work.desk.current)


def kept(program: Program) -> Settings:
    assert program.desk is not None
    return program.desk._controllers.settings.read()


def quiet(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: not program.tasks.busy)


def write(qtbot: QtBot, program: Program, field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    cast(Any, field).settle()
    quiet(qtbot, program)


def test_every_setting_stands_in_the_form_with_a_dutch_label(page: SettingsPage) -> None:
    assert set(page.form.values()) == {entry.key for entry in SETTINGS}
    for entry in SETTINGS:
        name = page.form.row(entry.key).field.accessibleName()
        assert name
        assert name != entry.label or entry.label in {"Telefoon"}, entry.key


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("officer_name", "An De Smet", "An De Smet"),
        ("officer_email", "an@voorbeeld.be", "an@voorbeeld.be"),
        ("mandate_expiry_warnings_months", "24, 12, 6", (24, 12, 6)),
        ("centre_response_days", "45", 45),
    ],
)
def test_a_line_is_kept_when_it_is_left_and_taken_back(
    qtbot: QtBot, at_work: Program, page: SettingsPage, key: str, typed: str, value: object
) -> None:
    before = getattr(kept(at_work), key)
    write(qtbot, at_work, page.form.row(key).field, typed)
    assert getattr(kept(at_work), key) == value
    assert page.form.refusals() == {}
    assert at_work.desk is not None
    at_work.desk.way.undo()
    quiet(qtbot, at_work)
    assert getattr(kept(at_work), key) == before


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("officer_email", "an bij voorbeeld", "is geen e-mailadres"),
        ("mandate_expiry_warnings_months", "een jaar", "is geen lijst van maanden"),
        ("mandate_expiry_warnings_months", "0, 6", "is geen lijst van maanden"),
        ("centre_response_days", "binnenkort", "is geen aantal dagen"),
        ("centre_response_days", "-3", "is geen aantal dagen"),
        ("centre_response_days", "9999", "is geen aantal dagen"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field_and_stays_to_be_mended(
    qtbot: QtBot, at_work: Program, page: SettingsPage, key: str, typed: str, sentence: str
) -> None:
    before = getattr(kept(at_work), key)
    field = page.form.row(key).field
    write(qtbot, at_work, field, typed)
    assert list(page.form.refusals()) == [key]
    assert sentence in page.form.refusals()[key]
    assert cast(Any, field).text() == typed
    assert getattr(kept(at_work), key) == before


def test_lines_of_an_address_are_kept_a_line_each(
    qtbot: QtBot, at_work: Program, page: SettingsPage
) -> None:
    field = cast(TextField, page.form.row("sender_address_lines").field)
    field.setFocus()
    field.setPlainText("Keizerslaan 11\n1000 Brussel\n")
    field.settle()
    quiet(qtbot, at_work)
    assert kept(at_work).sender_address_lines == ("Keizerslaan 11", "1000 Brussel")


def test_a_choice_is_kept_at_once_with_the_keyboard(
    qtbot: QtBot, at_work: Program, page: SettingsPage
) -> None:
    field = page.form.row("window_side").field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    quiet(qtbot, at_work)
    assert kept(at_work).window_side == "left"


def test_the_name_of_the_officer_shows_in_the_rail(
    qtbot: QtBot, at_work: Program, page: SettingsPage
) -> None:
    write(qtbot, at_work, page.form.row("officer_name").field, "An De Smet")
    quiet(qtbot, at_work)
    assert at_work.desk is not None
    assert at_work.desk.rail._name.text() == "An De Smet"


def test_the_size_of_the_text_changes_at_once_and_stays_on_this_computer(
    qtbot: QtBot, at_work: Program, page: SettingsPage
) -> None:
    field = cast(ChoiceField, page.text_size.field)
    assert [field.itemText(at) for at in range(field.count())] == [
        *("100 %", "125 %", "150 %", "200 %")
    ]
    assert field.accessibleName() == "Tekstgrootte"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert theme().scale == 1.25
    assert at_work._memory.text_scale() == 1.25
    page.form.changed.emit("theme", "dark")
    quiet(qtbot, at_work)
    assert (theme().name, theme().scale) == ("dark", 1.25)


def test_every_kind_of_setting_was_tried() -> None:
    """A new kind asks for a new test here."""
    assert set(SettingKind) == {
        *(SettingKind.TEXT, SettingKind.EMAIL, SettingKind.LINES),
        *(SettingKind.CHOICE, SettingKind.DAYS, SettingKind.MONTHS),
    }
