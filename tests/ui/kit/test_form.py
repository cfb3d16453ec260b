"""Forms: a refusal stands under its field, is heard, and what was typed stays."""

from datetime import date
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.kernel.errors import Refused
from ui.kit.choice_field import ChoiceField
from ui.kit.day_field import DateField
from ui.kit.fields import LineField
from ui.kit.form import Form, FormRow
from ui.kit.theme import theme

KEY = Qt.Key


class TooShort(Refused):
    sentence: ClassVar[str] = "{raw} is te kort."


@pytest.fixture
def form(stage) -> Form:
    form = Form()
    rows = [
        form.add("name", "Naam", LineField(), "Zoals in de statuten."),
        form.add("day", "Dag", DateField(), optional=True),
        form.add("coach", "Coach", ChoiceField([(1, "Bram"), (2, "Nadia")])),
    ]
    form.show({"name": "Demer", "day": date(2026, 5, 4), "coach": 1}, of="m-1")
    form.window = stage(*rows)
    return form


def type_in(qtbot: QtBot, form: Form, name: str, text: str, enter: bool = True) -> QLineEdit:
    field = form.row(name).field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, text)
    if enter:
        qtbot.keyClick(field, KEY.Key_Return)
    return field


def heard(form: Form) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    form.changed.connect(lambda name, value: told.append((name, value)))
    return told


def test_tells_one_fact_at_a_time(qtbot: QtBot, form: Form) -> None:
    told = heard(form)
    type_in(qtbot, form, "name", "Gent")
    type_in(qtbot, form, "day", "14 mei 2026")
    assert told == [("name", "Gent"), ("day", date(2026, 5, 14))]


def test_showing_values_is_silent(form: Form) -> None:
    told = heard(form)
    form.show({"name": "Aalst", "day": None}, of="m-1")
    assert told == []
    assert form.values() == {"name": "Aalst", "day": None, "coach": 1}


def test_a_refusal_stands_where_the_help_stood_and_is_heard(qtbot: QtBot, form: Form, ear) -> None:
    field = type_in(qtbot, form, "name", "G")
    assert form.explain(TooShort(field="name", raw="G")) is True
    assert form.refusals() == {"name": "G is te kort."}
    assert ear.heard == [(field, "G is te kort.")]
    face = QAccessible.queryAccessibleInterface(field)
    assert face.text(QAccessible.Text.Description) == "G is te kort."
    edge = field.grab().toImage().pixelColor(field.width() // 2, 0).name()
    assert edge == theme().color("late").name()
    assert field.text() == "G"


def test_a_refused_draft_survives_a_refresh_and_goes_with_real_news(
    qtbot: QtBot, form: Form
) -> None:
    field = type_in(qtbot, form, "name", "G")
    form.explain(TooShort(field="name", raw="G"))
    form.row("coach").field.setFocus()
    form.show({"name": "Demer", "day": None, "coach": 1}, of="m-1")
    assert field.text() == "G"
    assert "name" in form.refusals()
    form.show({"name": "Dijle"}, of="m-1")
    assert field.text() == "Dijle"
    assert form.refusals() == {}


def test_a_new_attempt_clears_the_old_sentence(qtbot: QtBot, form: Form) -> None:
    type_in(qtbot, form, "name", "G")
    form.explain(TooShort(field="name", raw="G"))
    type_in(qtbot, form, "name", "Gent")
    assert form.refusals() == {}


def test_an_unreadable_day_is_refused_at_the_field_and_told_to_nobody(
    qtbot: QtBot, form: Form
) -> None:
    told = heard(form)
    field = type_in(qtbot, form, "day", "overmorgen")
    assert "overmorgen" in form.refusals()["day"]
    assert told == []
    assert field.text() == "overmorgen"
    qtbot.keyClick(field, KEY.Key_Escape)
    assert form.refusals() == {}
    assert field.text() == "04/05/2026"


def test_an_error_of_no_field_here_is_for_someone_else(form: Form) -> None:
    assert form.explain(TooShort(raw="x")) is False
    assert form.explain(TooShort(field="elders", raw="x")) is False


def test_another_record_first_tells_what_was_waiting(qtbot: QtBot, form: Form) -> None:
    told: list[tuple[object, str, object]] = []
    form.changed.connect(lambda name, value: told.append((form.of, name, value)))
    field = type_in(qtbot, form, "name", "Gent", enter=False)
    form.show({"name": "Aalst", "day": None, "coach": 2}, of="m-2")
    assert told == [("m-1", "name", "Gent")]
    assert field.text() == "Aalst"
    assert form.refusals() == {}


def test_optional_is_said_and_required_is_not(stage) -> None:
    row = FormRow("Telefoon", LineField(), optional=True)
    stage(row)
    assert row.field.accessibleName() == "Telefoon"


def test_a_long_refusal_wraps_and_stays_readable(qtbot: QtBot, stage) -> None:
    row = FormRow("Nummer", LineField())
    stage(row, width=260)
    before = row.sizeHint().height()
    row.refuse("Dit nummer heeft 9 cijfers, er zijn er 10 nodig, de eerste 0 of 1. " * 2)
    qtbot.waitUntil(lambda: row.height() > before + 2 * theme().line("small"), timeout=1000)
