"""A field for one day: typed, stepped with the arrow keys, or picked from a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton

from models.kernel.errors import Refused
from models.kernel.text import _
from ui.kit.base import column
from ui.kit.button import Pressable
from ui.kit.fields import LineField
from ui.kit.icons import icon, paint_icon
from ui.kit.reading import read_day, say_day
from ui.kit.theme import theme

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DateField(LineField):
    """A `date` or None. Up and Down change the day, PageUp and PageDown the week.

    Alt+Down or F4 opens the calendar. `today` is where stepping starts in an empty field, and
    the year of a day typed without one.
    """

    def __init__(self, today: date | None = None, placeholder: str = "", name: str = "") -> None:
        self._today = today
        super().__init__(placeholder or _("dd/mm/yyyy"), name)
        self._opener = _Opener()
        self._opener.setParent(self)
        self._opener.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, 26, 0)
        self.calendar: DayPicker | None = None

    def read(self, raw: str) -> Any:
        return read_day(raw, self._today.year if self._today else None)

    def write(self, value: Any) -> str:
        return say_day(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.open_calendar()
        elif key in _STEPS and not self.isReadOnly():
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        if self.isReadOnly() or not self.isEnabled():
            return
        if self.calendar is None:
            self.calendar = DayPicker(self)
            self.calendar.month.clicked.connect(self._pick)
            self.calendar.month.activated.connect(self._pick)
        self.calendar.open_at(self._readable() or self._today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 8
        self._opener.setGeometry(self.width() - side - 4, 4, side, side)

    def _step(self, days: int) -> None:
        start = self._readable()
        if start is not None:
            self.setText(say_day(start + timedelta(days)))
        elif not self.text() and self._today is not None:
            self.setText(say_day(self._today))

    def _readable(self) -> date | None:
        try:
            day = self.read(self.text())
        except Refused:
            return None
        return day if isinstance(day, date) else None

    def _pick(self, day: QDate) -> None:
        if self.calendar is not None:
            self.calendar.hide()
        self.setText(say_day(date(day.year(), day.month(), day.day())))
        self.settle()
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class DayPicker(QFrame):
    """One month to pick a day from, under its field."""

    def __init__(self, field: DateField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self._field = field
        self.month = QCalendarWidget()
        self.month.setAccessibleName(_("Calendar"))
        self.month.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Belgium))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setGridVisible(False)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setLayout(column(self.month, gap=0, margins=(6, 6, 6, 6)))

    def open_at(self, day: date | None) -> None:
        self._dress()
        if day is not None:
            self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + 4)))
        self.show()
        self.month.setFocus()

    def _dress(self) -> None:
        """The colours of the calendar are not all within reach of a style sheet."""
        look, head = theme(), QTextCharFormat()
        head.setForeground(look.color("faint"))
        head.setBackground(look.color("raised"))
        head.setFont(look.font("small", 500))
        self.month.setHeaderTextFormat(head)
        weekend = QTextCharFormat()
        weekend.setForeground(look.color("quiet"))
        for day in _WEEKEND:
            self.month.setWeekdayTextFormat(day, weekend)
        for name, picture, tip in (
            ("qt_calendar_prevmonth", "chevron-left", _("Previous month")),
            ("qt_calendar_nextmonth", "chevron-right", _("Next month")),
        ):
            button = self.month.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(picture, look.color("quiet")))
                button.setAccessibleName(tip)
                button.setToolTip(tip)


class _Opener(Pressable):
    """The small calendar in the field: for the mouse; the keyboard has Alt+Down."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Open calendar"))
        self.setToolTip(_("Open calendar (Alt+Down)"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(26, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        side = theme().px(16)
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(area.center())
        tone = "ink" if self.underMouse() else "quiet"
        paint_icon(QPainter(self), "calendar-event", theme().color(tone), spot)
