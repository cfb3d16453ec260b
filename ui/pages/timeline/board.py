"""The board of all centres: mouse and keyboard go from row to row and from moment to moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from controllers.portfolio import words_of
from models.kernel.text import _
from models.portfolio import rules
from models.portfolio.values import Group, Grouping, Piece, Portfolio, PortfolioRow
from ui.kit.base import announce
from ui.kit.paint import focus_ring
from ui.kit.theme import theme
from ui.kit.timeline_axis import axis_height
from ui.pages.timeline.card import Card, card_of, paint_card
from ui.pages.timeline.pointing import pieces_at
from ui.pages.timeline.sight import EDGE, LABEL, SPAN_YEARS, Sight
from ui.pages.timeline.tiles import piece_area, row_height

ZOOM = 1.25
NOTCH = 120
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Board(Sight):
    """`opened(UUID)` gives the centre that Enter or a double click fell on."""

    opened = Signal(object)
    folded = Signal()
    """A group was folded or opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._event = -1
        self._pieces: tuple[Piece, ...] = ()
        self._fresh = True
        self._dragged: tuple[QPointF, float] | None = None
        self._across = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Timeline of all centres"))

    def show_rows(self, portfolio: Portfolio, groups: Sequence[Group], grouping: Grouping) -> None:
        """Show these rows; the centre the board stood on keeps its place on the screen."""
        row = self.row_of_line(self.chosen)
        offset = self.line_top(self.chosen) if self.chosen >= 0 else 0.0
        if grouping is not self.grouping:
            self.lines.folded.clear()
        self.today, self.grouping = portfolio.today, grouping
        self.set_reach(*rules.reach(portfolio.rows, portfolio.today))
        self.lines.show(groups, headed=grouping is not Grouping.NOTHING)
        self.relay()
        if self._fresh:
            self._fresh = False
            self.show_years(SPAN_YEARS)
        at = self.lines.of_row(row.id) if row is not None else None
        if at is None:
            self._forget_choice()
            if self.hasFocus():
                self._start()
            return
        self.chosen = at
        self._recall_event(self.lines.row_at(at))
        self.verticalScrollBar().setValue(round(axis_height() + at * row_height() - offset))

    def chosen_id(self) -> UUID | None:
        """The centre the board stands on; None on a heading."""
        row = self.row_of_line(self.chosen)
        return row.id if row is not None else None

    def choose(self, line: int, *, told: bool = True) -> None:
        """Stand on this line and bring it into sight."""
        if not 0 <= line < len(self.lines.shown):
            return
        if line != self.chosen:
            self._event, self._card = -1, None
        self.chosen = line
        row = self.row_of_line(line)
        self._pieces = row.pieces if row is not None else ()
        self._bring(line)
        words = self.words()
        self.setAccessibleDescription(words)
        if told:
            announce(self, words)
        self.viewport().update()

    def words(self) -> str:
        """The line the board stands on, as a screen reader says it."""
        if not 0 <= self.chosen < len(self.lines.shown):
            return ""
        one = self.lines.shown[self.chosen]
        if one.row is not None:
            return words_of(one.row, self.today)
        group = self.lines.groups[one.group]
        state = _("folded") if self.lines.is_folded(one.group) else _("open")
        return f"{rules.heading_words(group, self.grouping)}, {len(group.rows)}, {state}"

    def piece(self) -> Piece | None:
        """The moment or stretch the keyboard is on."""
        return self._pieces[self._event] if 0 <= self._event < len(self._pieces) else None

    def fold(self, group: int, folded: bool | None = None) -> None:
        """Hide the rows of a group, or show them again."""
        if not self.lines.headed:
            return
        now = self.lines.is_folded(group)
        self.lines.fold(group, not now if folded is None else folded)
        self._fit_bars()
        self.folded.emit()
        self.choose(self.lines.headings[group])

    def to_today(self) -> None:
        self.set_scale(self.scale.centred(self.today))

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Days longer or shorter; what lies at `x` of the field stays there, else today."""
        if x is None:
            now = self.scale.middle(self.today)
            x = now if 0 <= now <= self.scale.width else self.scale.width / 2
        self.set_scale(self.scale.zoomed(factor, x))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt, key = event.modifiers() & Qt.KeyboardModifier.AltModifier, event.key()
        if alt or not (self._move(key) or self._look(key, ctrl) or self._act(event)):
            super().keyPressEvent(event)

    def paint_over(self, p: QPainter) -> None:
        piece, frame = self.piece(), self.frame()
        if piece is not None and self.chosen >= 0 and self.hasFocus():
            area = piece_area(piece, frame).translated(0, self.line_top(self.chosen))
            room = QRectF(frame.field, axis_height(), self.field_width(), self.viewport().height())
            p.setClipRect(room)
            focus_ring(p, area.intersected(room).adjusted(-2, -2, 2, 2), 5)
            p.setClipping(False)
        if self._card is not None:
            paint_card(p, self._card, QRectF(self.viewport().rect()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            start, day = self._dragged
            length = (start.x() - event.position().x()) / self.scale.per_day
            scale = self.scale
            self.set_scale(type(scale)(day + length, scale.per_day, scale.width))
            return
        place = event.position()
        line = self.line_at(place.y())
        self.point_at(line)
        self._show_card(self._card_at(line, place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position()
        group = self.sticky_group()
        if group >= 0 and axis_height() <= place.y() < axis_height() + row_height():
            self.fold(group)
            return
        line = self.line_at(place.y())
        if line >= 0 and self.lines.row_at(line) is None:
            self.fold(self.lines.shown[line].group)
        elif line >= 0:
            self.choose(line)
        if place.x() > theme().px(LABEL) + EDGE:
            self._dragged = (place, self.scale.start)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_of_line(self.line_at(event.position().y()))
        if row is not None:
            self.opened.emit(row.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        keys, turn = event.modifiers(), event.angleDelta()
        if keys & Qt.KeyboardModifier.ControlModifier:
            x = event.position().x() - self.frame().field
            self.zoom(ZOOM ** (turn.y() / NOTCH), max(0.0, x))
        elif keys & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            length = turn.x() or turn.y()
            self.set_scale(self.scale.moved(-length / NOTCH * self.scale.width / 12))
        else:
            super().wheelEvent(event)
        self._show_card(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.chosen < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._start()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_card(None)
        self.viewport().update()

    def point_at(self, line: int) -> None:
        super().point_at(line)
        if line < 0:
            self._show_card(None)

    def _move(self, key: int) -> bool:
        """Up and down; whether this key was one of those."""
        last = len(self.lines.shown) - 1
        page = max(1, self.verticalScrollBar().pageStep() // row_height())
        match key:
            case Qt.Key.Key_Up:
                self.choose(max(0, self.chosen - 1))
            case Qt.Key.Key_Down:
                self.choose(min(last, self.chosen + 1))
            case Qt.Key.Key_PageUp:
                self.choose(max(0, self.chosen - page))
            case Qt.Key.Key_PageDown:
                self.choose(min(last, self.chosen + page))
            case Qt.Key.Key_Home:
                self.choose(0)
            case Qt.Key.Key_End:
                self.choose(last)
            case _:
                return False
        return True

    def _look(self, key: int, ctrl: bool) -> bool:
        """Other days; whether this key was one of those."""
        twelfth = self.scale.width / 12
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / ZOOM)
            case Qt.Key.Key_0:
                self.show_years(SPAN_YEARS)
            case Qt.Key.Key_T if not ctrl:
                self.to_today()
            case Qt.Key.Key_Left if ctrl:
                self.set_scale(self.scale.moved(-twelfth))
            case Qt.Key.Key_Right if ctrl:
                self.set_scale(self.scale.moved(twelfth))
            case _:
                return False
        return True

    def _act(self, event: QKeyEvent) -> bool:
        """On a heading arrows fold, on a row they go from moment to moment; Enter opens."""
        if not 0 <= self.chosen < len(self.lines.shown):
            return False
        one = self.lines.shown[self.chosen]
        key, row = event.key(), one.row
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.fold(one.group, step < 0) if row is None else self._step(row, step)
        elif key in (*ENTER, Qt.Key.Key_Space) and row is None:
            self.fold(one.group)
        elif key in ENTER and row is not None:
            self.opened.emit(row.id)
        elif key == Qt.Key.Key_Escape and self._card is not None:
            self._event = -1
            self._show_card(None)
        else:
            return False
        return True

    def _step(self, row: PortfolioRow, step: int) -> None:
        """To the next thing on the row; the first step goes to the one nearest to today."""
        if not self._pieces:
            return
        if self.piece() is None:
            day = self.today.toordinal()
            behind = [at for at, piece in enumerate(self._pieces) if piece.first <= day]
            self._event = (behind[-1] if behind else 0) + (1 if step > 0 and behind else 0)
        else:
            self._event += step
        self._event = min(len(self._pieces) - 1, max(0, self._event))
        piece = self._pieces[self._event]
        air = timedelta(days=round(self.scale.days / 20))
        self.set_scale(self.scale.showing(piece.day - air, piece.day + air))
        area = piece_area(piece, self.frame()).translated(0, self.line_top(self.chosen))
        self._show_card(card_of(row, [piece], area))
        said = rules.said(piece)
        self.setAccessibleDescription(f"{row.name}: {said}")
        announce(self, said)

    def _card_at(self, line: int, place: QPointF) -> Card | None:
        row = self.row_of_line(line)
        if row is None or (self.sticky_group() >= 0 and place.y() < axis_height() + row_height()):
            return None
        top = self.line_top(line)
        frame = self.frame()
        if place.x() < frame.label:
            return card_of(row, row.mandates[-1:], QRectF(12, top, frame.label, row_height()))
        found = pieces_at(row, frame, place.x(), place.y() - top)
        if not found:
            return None
        area = piece_area(found[0], frame).translated(0, top)
        spot = QRectF(place.x() - 6, area.top(), 12, area.height())
        return card_of(row, found, spot)

    def _show_card(self, card: Card | None) -> None:
        if card != self._card:
            self._card = card
            self.viewport().update()

    def _bring(self, line: int) -> None:
        bar, tall = self.verticalScrollBar(), row_height()
        head = tall if self.lines.headed and self.row_of_line(line) is not None else 0
        body = self.viewport().height() - axis_height()
        top = line * tall
        if top - head < bar.value():
            bar.setValue(top - head)
        elif top + tall > bar.value() + body:
            bar.setValue(top + tall - body)

    def _start(self) -> None:
        """Stand on the first row, below its heading."""
        self.choose(0 if self.row_of_line(0) else min(1, len(self.lines.shown) - 1))

    def _forget_choice(self) -> None:
        self.chosen, self._event, self._card, self._pieces = -1, -1, None, ()

    def _recall_event(self, row: PortfolioRow | None) -> None:
        """The thing the keyboard was on may be another one now."""
        self._event, self._card = -1, None
        self._pieces = row.pieces if row is not None else ()
