"""Fields through real keys: they tell once, and never lose what is being typed."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.day_field import DateField
from ui.kit.fields import HoursField, LineField, NumberField, WholeField
from ui.kit.note_field import NoteField
from ui.kit.text_field import TextField

KEY = Qt.Key


@pytest.fixture
def other() -> QLineEdit:
    other = QLineEdit()
    other.setAccessibleName("ander")
    return other


def heard(field) -> list:
    told: list = []
    field.edited.connect(told.append)
    return told


def enter(qtbot: QtBot, field: QLineEdit) -> None:
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)


class TestLine:
    def test_tells_once_when_left_with_something_new(self, qtbot: QtBot, stage, other) -> None:
        field = LineField(name="Naam")
        field.set_value("Loopbaanhuis")
        stage(field, other)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClicks(field, " Demer ")
        assert told == []
        enter(qtbot, other)
        enter(qtbot, field)
        enter(qtbot, other)
        assert told == ["Loopbaanhuis Demer"]
        assert field.text() == "Loopbaanhuis Demer"

    def test_enter_tells_and_leaving_does_not_tell_again(self, qtbot, stage, other) -> None:
        field = LineField()
        stage(field, other)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClicks(field, "Gent")
        qtbot.keyClick(field, KEY.Key_Return)
        enter(qtbot, other)
        assert told == ["Gent"]

    def test_leaving_without_a_change_is_silent(self, qtbot, stage, other) -> None:
        field = LineField()
        field.set_value("Gent")
        stage(field, other)
        told = heard(field)
        enter(qtbot, field)
        enter(qtbot, other)
        assert told == []

    def test_news_does_not_clobber_what_is_being_typed(self, qtbot, stage, other) -> None:
        field = LineField()
        field.set_value("Gent")
        stage(field, other)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClicks(field, "brugge")
        field.set_value("Aalst")
        assert field.text() == "Gentbrugge"
        enter(qtbot, other)
        assert told == ["Gentbrugge"]

    def test_escape_brings_back_the_newest_news(self, qtbot, stage) -> None:
        field = LineField()
        field.set_value("Gent")
        stage(field)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClicks(field, "brugge")
        field.set_value("Aalst")
        qtbot.keyClick(field, KEY.Key_Escape)
        assert field.text() == "Aalst"
        assert told == []

    def test_what_escape_took_away_comes_back_with_undo_until_the_field_is_left(
        self, qtbot, stage, other
    ) -> None:
        field = LineField()
        field.set_value("Gent")
        stage(field, other)
        enter(qtbot, field)
        field.selectAll()
        qtbot.keyClicks(field, "brugge")
        qtbot.keyClick(field, KEY.Key_Escape)
        assert field.text() == "Gent"
        assert field.can_type_again()
        field.undo()
        assert field.text() == "brugge"
        assert field.dirty()
        qtbot.keyClick(field, KEY.Key_Escape)
        enter(qtbot, other)
        assert not field.can_type_again()

    def test_a_refused_draft_survives_old_news_and_yields_to_real_news(
        self, qtbot, stage, other
    ) -> None:
        field = LineField()
        field.set_value("oud")
        stage(field, other)
        enter(qtbot, field)
        field.selectAll()
        qtbot.keyClicks(field, "geweigerd")
        enter(qtbot, other)
        field.set_value("oud")
        assert field.text() == "geweigerd"
        field.set_value("nieuw")
        assert field.text() == "nieuw"

    def test_undo_elsewhere_shows_after_a_kept_change(self, qtbot, stage, other) -> None:
        field = LineField()
        field.set_value("oud")
        stage(field, other)
        enter(qtbot, field)
        field.selectAll()
        qtbot.keyClicks(field, "nieuw")
        enter(qtbot, other)
        field.set_value("nieuw")
        field.set_value("oud")
        assert field.text() == "oud"

    def test_another_record_always_shows(self, qtbot, stage) -> None:
        field = LineField()
        field.set_value("een")
        stage(field)
        enter(qtbot, field)
        qtbot.keyClicks(field, "!")
        field.set_value("een", afresh=True)
        assert field.text() == "een"

    def test_a_fresh_field_takes_its_first_value_even_when_it_is_empty(self) -> None:
        field = LineField()
        field.set_value(None)
        assert field.value() == ""
        assert not field.dirty()


class TestDay:
    @pytest.mark.parametrize("typed", ["14 mei 2026", "14/5/26", "14-05-2026"])
    def test_typed_days_are_told_as_dates(self, qtbot, stage, typed: str) -> None:
        field = DateField()
        stage(field)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, KEY.Key_Return)
        assert told == [date(2026, 5, 14)]
        assert field.text() == "14/05/2026"

    def test_what_cannot_be_read_stays_with_a_sentence(self, qtbot, stage, other) -> None:
        field = DateField()
        stage(field, other)
        told, said = heard(field), []
        field.unreadable.connect(said.append)
        enter(qtbot, field)
        qtbot.keyClicks(field, "31/2/2026")
        enter(qtbot, other)
        assert field.text() == "31/2/2026"
        assert told == []
        assert "31/2/2026" in said[0]
        enter(qtbot, field)
        field.setText("28/2/2026")
        enter(qtbot, other)
        assert told == [date(2026, 2, 28)]
        assert said[-1] == ""

    def test_an_unreadable_draft_survives_a_refresh(self, qtbot, stage, other) -> None:
        field = DateField()
        field.set_value(date(2026, 1, 1))
        stage(field, other)
        enter(qtbot, field)
        field.selectAll()
        qtbot.keyClicks(field, "straks")
        enter(qtbot, other)
        field.set_value(date(2026, 1, 1))
        assert field.text() == "straks"

    def test_may_be_emptied(self, qtbot, stage) -> None:
        field = DateField()
        field.set_value(date(2026, 1, 1))
        stage(field)
        told = heard(field)
        enter(qtbot, field)
        field.clear()
        qtbot.keyClick(field, KEY.Key_Return)
        assert told == [None]

    def test_arrows_step_days_and_pages_step_weeks(self, qtbot, stage) -> None:
        field = DateField()
        field.set_value(date(2026, 2, 28))
        stage(field)
        enter(qtbot, field)
        qtbot.keyClick(field, KEY.Key_Up)
        assert field.value() == date(2026, 3, 1)
        qtbot.keyClick(field, KEY.Key_PageDown)
        assert field.value() == date(2026, 2, 22)

    def test_stepping_in_an_empty_field_starts_today(self, qtbot, stage) -> None:
        field = DateField(date(2026, 5, 4))
        stage(field)
        enter(qtbot, field)
        qtbot.keyClick(field, KEY.Key_Down)
        assert field.value() == date(2026, 5, 4)

    @pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    def test_a_day_is_picked_from_the_calendar(self, qtbot, stage) -> None:
        field = DateField()
        field.set_value(date(2026, 5, 4))
        stage(field)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClick(field, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert field.calendar is not None
        assert field.calendar.isVisible()
        assert field.calendar.month.selectedDate() == QDate(2026, 5, 4)
        field.calendar.month.activated.emit(QDate(2026, 5, 14))
        assert told == [date(2026, 5, 14)]
        assert not field.calendar.isVisible()


def test_hours_are_told_as_decimal_hours(qtbot, stage) -> None:
    field = HoursField()
    stage(field)
    told = heard(field)
    enter(qtbot, field)
    qtbot.keyClicks(field, "3u30")
    qtbot.keyClick(field, KEY.Key_Return)
    assert told == [3.5]
    assert field.text() == "3,5"


def test_a_number_shows_groups_and_keeps_digits(qtbot, stage) -> None:
    field = NumberField()
    stage(field)
    told = heard(field)
    enter(qtbot, field)
    qtbot.keyClicks(field, "0566 988 259")
    qtbot.keyClick(field, KEY.Key_Return)
    assert told == ["0566988259"]
    assert field.text() == "0566.988.259"


def test_a_whole_number_refuses_words(qtbot, stage) -> None:
    field, said = WholeField(), []
    stage(field)
    field.unreadable.connect(said.append)
    told = heard(field)
    enter(qtbot, field)
    qtbot.keyClicks(field, "veel")
    qtbot.keyClick(field, KEY.Key_Return)
    assert told == []
    assert "veel" in said[0]


class TestText:
    def test_tells_after_a_silence(self, qtbot, stage) -> None:
        field = TextField(silence_ms=20)
        stage(field)
        enter(qtbot, field)
        with qtbot.waitSignal(field.edited, timeout=2000) as told:
            qtbot.keyClicks(field, "Dossiers liggen klaar.")
        assert told.args == ["Dossiers liggen klaar."]

    def test_tells_at_once_when_left(self, qtbot, stage, other) -> None:
        field = TextField(silence_ms=60_000)
        stage(field, other)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClicks(field, "Klaar")
        enter(qtbot, other)
        assert told == ["Klaar"]

    def test_keeps_the_draft_under_a_refresh_and_escape_restores(self, qtbot, stage) -> None:
        field = TextField(silence_ms=60_000)
        field.set_value("Eerst")
        stage(field)
        enter(qtbot, field)
        field.moveCursor(field.textCursor().MoveOperation.End)
        qtbot.keyClicks(field, " en dan")
        field.set_value("Iets anders")
        assert field.value() == "Eerst en dan"
        qtbot.keyClick(field, KEY.Key_Escape)
        assert field.value() == "Iets anders"
        assert field.can_type_again()
        field.undo()
        assert field.value() == "Eerst en dan"
        assert not field.can_type_again()

    def test_grows_with_what_is_written_and_then_scrolls(self, qtbot, stage) -> None:
        field = TextField(lines=2, most=5)
        stage(field)
        low = field.sizeHint().height()
        field.setPlainText("\n".join("abcd"))
        middle = field.sizeHint().height()
        field.setPlainText("\n" * 40)
        assert low < middle < field.sizeHint().height() < 2 * middle

    def test_tab_goes_on(self, qtbot, stage, other) -> None:
        field = TextField()
        stage(field, other)
        enter(qtbot, field)
        qtbot.keyClick(field, KEY.Key_Tab)
        qtbot.waitUntil(other.hasFocus)


class TestChoice:
    CHOICES = ((1, "Bram"), (2, "Nadia"), (None, "Niemand"))

    def test_typing_selects_and_tells(self, qtbot, stage) -> None:
        field = ChoiceField(self.CHOICES)
        field.set_value(1)
        stage(field)
        told = heard(field)
        enter(qtbot, field)
        qtbot.keyClick(field, KEY.Key_N)
        assert field.value() == 2
        assert told == [2]

    def test_set_value_is_silent_and_unknown_is_nothing(self) -> None:
        field = ChoiceField(self.CHOICES)
        told = heard(field)
        field.set_value(2)
        assert field.currentText() == "Nadia"
        field.set_value(9)
        assert field.currentIndex() == -1
        assert told == []

    def test_other_choices_keep_what_was_chosen(self) -> None:
        field = ChoiceField(self.CHOICES)
        field.set_value(2)
        field.set_choices([(3, "Joris"), (2, "Nadia")])
        assert field.value() == 2

    def test_a_word_that_is_too_long_ends_in_dots_and_is_told_whole(self, stage) -> None:
        long = "Dossiercontrole in het kader van de hernieuwing"
        field = ChoiceField(((1, long), (2, "Kort")))
        field.setFixedWidth(160)
        field.set_value(1)
        stage(field)
        assert field.shown_word().endswith("…")
        QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
        assert field.toolTip() == long
        QToolTip.hideText()
        field.set_value(2)
        assert field.shown_word() == "Kort"

    def test_the_wheel_does_not_change_it(self, qtbot, stage) -> None:
        field = ChoiceField(self.CHOICES)
        field.set_value(1)
        stage(field)
        turn = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
        assert field.value() == 1


def test_a_toggle_tells_by_space_and_by_mouse(qtbot, stage) -> None:
    field = Toggle("Ook afgesloten & oude")
    stage(field)
    told = heard(field)
    enter(qtbot, field)
    qtbot.keyClick(field, KEY.Key_Space)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(120, 10))
    assert told == [True, False]
    field.set_value(True)
    assert field.value() is True
    assert told == [True, False]


def test_a_text_field_comes_to_rest_at_every_width(qtbot: QtBot) -> None:
    """A scroll bar that came with the last word would make room for itself for ever."""
    field = TextField(lines=2, most=9)
    qtbot.addWidget(field)
    field.set_value("Van de 6 dossiers beantwoorden er 2 niet aan de omschrijving. " * 2)
    field.show()
    for width in range(240, 360, 3):
        field.resize(width, field.sizeHint().height())
        assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    field.set_value("regel\n" * 20, afresh=True)
    assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_a_long_title_shows_its_beginning_until_somebody_writes_in_it(qtbot, stage, other) -> None:
    field = LineField()
    stage(other, field)
    enter(qtbot, other)
    field.set_value("Een heel lange omschrijving van een vestiging " * 5)
    assert field.cursorPosition() == 0
    enter(qtbot, field)
    assert field.cursorPosition() == len(field.text())


def test_a_key_goes_on_where_the_note_ended(qtbot, stage, other) -> None:
    field = NoteField()
    stage(other, field)
    enter(qtbot, other)
    field.set_value("Niet gevonden.")
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.keyClicks(field, " Nergens.")
    assert field.toPlainText() == "Niet gevonden. Nergens."
