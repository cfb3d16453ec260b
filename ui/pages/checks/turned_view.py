"""One check as its centre may see it: the summary to read and to sign, the answers, the centre.

Nothing else is asked of the file, so nothing of another centre, of a complaint or of a note that
was meant for the officer can be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from controllers.bundle import Controllers
from controllers.checks import Checks
from controllers.checks.closing import ClosingSight
from models.checks.values import CheckFile
from models.checks.values.turned import OfCentre
from models.kernel.changes import Changes
from models.kernel.text import _
from models.kernel.wording import weekday_date
from ui.drafting import DraftSheet
from ui.kit.base import Text, column, row, wrap
from ui.kit.page import Message
from ui.kit.segmented import Segmented
from ui.kit.shell import scrolled
from ui.kit.stack import Stack
from ui.kit.theme import theme
from ui.pages.checks.seen_form import SeenForm
from ui.pages.checks.summary_view import SummaryView
from ui.pages.checks.turned_answers import TurnedAnswers
from ui.pages.checks.turned_centre import TurnedCentre
from ui.tasks import Tasks, Ticket

Looked = tuple[CheckFile, ClosingSight, OfCentre]
FORM = 400
READABLE = 860

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SCROLLS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
    | {Qt.Key.Key_Home, Qt.Key.Key_End}
)


class TurnedView(QWidget):
    """Takes the keyboard on its sides; F11 or Esc ends it, and the window says so below."""

    said = Signal(object)

    def __init__(
        self,
        controllers: Controllers,
        tasks: Tasks,
        check: CheckFile,
        sheet: DraftSheet,
        shows: Sequence[str],
    ) -> None:
        """`shows`: the tables whose news makes it read anew."""
        super().__init__()
        self._checks, self._tasks, self._id = controllers.checks, tasks, check.id
        self._shows = shows
        self._asked: Ticket[Looked] | None = None
        self.setWindowTitle(check.centre_name)
        words = (_("Summary"), _("Answers"), _("Centre"))
        self.sides = Segmented(words, name=_("What is shown"))
        self.summary, self.seen = (
            SummaryView(large=True),
            SeenForm(controllers.checks, tasks, sheet, narrow=True),
        )
        self.answers, self.centre = TurnedAnswers(), TurnedCentre()
        self._name, self._day = Text("", "display", wrap=True), Text("", "body", 400, "quiet")
        self._show_name(check)
        self.told = Text("", "body", 500, "late", wrap=True)
        self._form = wrap(column(self.seen, gap=0))
        self.stack, self._areas = Stack(), list[QScrollArea]()
        self._lay_out(words)
        self.sides.chosen.connect(self._turn)
        self.sides.installEventFilter(self)
        for segment in self.sides.findChildren(QWidget):
            segment.installEventFilter(self)
        self.seen.said.connect(self._tell)
        tasks.changed.connect(self._follow)
        tasks.after_writes().then(self._ask)

    def _lay_out(self, words: tuple[str, ...]) -> None:
        head = row(gap=24, margins=(14, 0, 8, 0))
        head.addLayout(column(self._name, self._day, gap=0), 1)
        head.addWidget(self.sides, 0, Qt.AlignmentFlag.AlignTop)
        text = wrap(column(self.summary, None, gap=0, margins=(12, 8, 18, 24)))
        summary = scrolled(text)
        centre = scrolled(wrap(column(self.centre, gap=0)))
        both = row(gap=22, margins=(0, 0, 18, 0))
        self._read = wrap(column(summary, self.seen.sentence, gap=8))
        both.addWidget(self._read, 100)
        both.addWidget(self._form)
        both.addStretch(1)
        self._pages = wrap(both), self.answers, centre
        for content in self._pages:
            self.stack.addWidget(content)
        for area, word in zip((summary, self.answers.area, centre), words, strict=True):
            self._let_scroll(area, word)
        self.setFocusProxy(self._areas[0])
        foot = row(gap=24, margins=(14, 0, 8, 0))
        foot.addWidget(self.told, 1)
        foot.addWidget(Text(_("← → the other sides · F11 ends this"), "small", 400, "quiet"), 0)
        whole = column(wrap(head), self.stack, gap=10, margins=(22, 18, 20, 12))
        whole.setStretch(1, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self._fit()

    def _let_scroll(self, area: QScrollArea, name: str) -> None:
        """What is only read takes the keyboard too, to scroll by it, and shows that it has it."""
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setProperty("ringed", True)
        area.setAccessibleName(name)
        area.installEventFilter(self)
        self._areas.append(area)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._areas:
            self._fit()

    def _fit(self) -> None:
        """Widths follow the letters."""
        self._form.setFixedWidth(theme().px(FORM))
        self._read.setMaximumWidth(theme().px(READABLE) + 30)
        self.centre.setMaximumWidth(theme().px(READABLE + FORM))
        self.centre.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right go to the other side from where it is read; nothing scrolls sideways.

        From the choice of sides the keys of reading scroll what is shown.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if watched in self._areas:
                return key in _STEPS and self._step(_STEPS[key])
            if key in _SCROLLS:
                return self._scroll(event)
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> bool:
        side = min(len(self._areas) - 1, max(0, self.stack.currentIndex() + step))
        self.sides.choose(side)
        self._turn(side)
        self._areas[side].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _turn(self, side: int) -> None:
        self.stack.setCurrentWidget(self._pages[side])

    def _scroll(self, event: QKeyEvent) -> bool:
        self._areas[self.stack.currentIndex()].keyPressEvent(event)
        return True

    def _ask(self, _kept: None = None) -> None:
        """All of it in one reading, the first time after what was typed before is kept."""
        ask = self._tasks.ask(_look, self._checks, self._id)
        self._asked = ask.instead_of(self._asked).then(self._show)

    def _show(self, looked: Looked) -> None:
        check, sight, facts = looked
        self._show_name(check)
        self.summary.show_closing(sight.closing)
        self.seen.show_sight(sight)
        self.answers.show_check(check)
        self.centre.show_centre(check, facts)

    def _show_name(self, check: CheckFile) -> None:
        day = weekday_date(check.visit_date) if check.visit_date else ""
        self._name.setText(check.centre_name)
        self._day.setText(" · ".join(part for part in (day, check.reference) if part))

    def _follow(self, changes: Changes) -> None:
        if any(changes.touch(table) for table in self._shows):
            self._ask()

    def _tell(self, message: Message) -> None:
        self.told.setText(message.sentence)
        self.told.set_tone(message.tone)


def _look(checks: Checks, check_id: UUID) -> Looked:
    """On a reader's thread."""
    return checks.file(check_id), checks.closing(check_id), checks.of_centre(check_id)
