"""One check as its centre may see it: the summary to read and to sign, and the answers counted.

Nothing else is asked of the file, so nothing of another centre, of a complaint or of a note that
was meant for the officer can be shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.checks import standing
from controllers.checks.closing import ClosingSight
from models.checks.values import AnswerValue, CheckFile, Question
from models.kernel.changes import Changes
from models.kernel.text import _
from models.kernel.wording import weekday_date
from ui.kit.answers import ANSWERS, paint_answer
from ui.kit.base import Item, Text, column, row, wrap
from ui.kit.page import Message
from ui.kit.segmented import Segmented
from ui.kit.shell import scrolled
from ui.kit.theme import theme
from ui.pages.checks.seen_form import SeenForm
from ui.pages.checks.summary_view import SummaryView
from ui.tasks import Tasks, Ticket

FORM = 400
READABLE = 620
COUNTS = 230
SHOWN = 20
"""So many dossiers are told by a sign each; more of them only by counts."""

_SIDE_OF = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}


class TurnedView(QWidget):
    """Takes the keyboard on its sides; F11 or Esc ends it, and the window says so below."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, check: CheckFile) -> None:
        super().__init__()
        self._checks, self._tasks, self._check = controllers.checks, tasks, check
        self._asked: Ticket[ClosingSight] | None = None
        self.setWindowTitle(check.centre_name)
        self.sides = Segmented((_("Summary"), _("Answers")), name=_("What is shown"))
        self.summary, self.seen = SummaryView(large=True), SeenForm(controllers.checks, tasks)
        self.told = Text("", "body", 500, "late", wrap=True)
        self.stack, self._areas = QStackedWidget(), list[QWidget]()
        self._lay_out()
        self.setFocusProxy(self._areas[0])
        self.sides.chosen.connect(self.stack.setCurrentIndex)
        self.seen.said.connect(self._tell)
        tasks.changed.connect(self._follow)
        self._ask()

    def _lay_out(self) -> None:
        check = self._check
        day = weekday_date(check.visit_date) if check.visit_date else ""
        sub = " · ".join(part for part in (check.reference, day) if part)
        head = column(
            Text(check.centre_name, "display"), Text(sub, "large", 400, "quiet"), self.sides, gap=6
        )
        form = wrap(column(self.seen, None, gap=0))
        form.setFixedWidth(theme().px(FORM))
        self.summary.setMaximumWidth(theme().px(READABLE))
        both = row(gap=48, margins=(2, 8, 32, 32))
        both.addWidget(self.summary, 1)
        both.addWidget(form)
        both.addStretch()
        self._add(wrap(both), _("Summary"))
        lines = wrap(column(*_answers(check), None, gap=8, margins=(2, 8, 32, 32)))
        self._add(lines, _("Answers"))
        foot = row(self.told, None, Text(_("F11 ends this"), "small", 400, "faint"))
        whole = column(wrap(head), self.stack, gap=14, margins=(40, 28, 32, 16))
        whole.setStretch(1, 1)
        whole.addLayout(foot)
        self.setLayout(whole)

    def _add(self, content: QWidget, name: str) -> None:
        """What is only read takes the keyboard too, to scroll by it."""
        area = scrolled(content)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(name)
        area.installEventFilter(self)
        self._areas.append(area)
        self.stack.addWidget(area)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right go to the other side from where it is read; nothing scrolls sideways."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            side = _SIDE_OF.get(Qt.Key(event.key()))
            if side is not None:
                self.sides.choose(side)
                self.stack.setCurrentIndex(side)
                self._areas[side].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        ask = self._tasks.ask(self._checks.closing, self._check.id)
        self._asked = ask.instead_of(self._asked).then(self._show)

    def _show(self, sight: ClosingSight) -> None:
        self.summary.show_closing(sight.closing)
        self.seen.show_sight(sight)

    def _follow(self, changes: Changes) -> None:
        if changes.touch("seen_by_centre"):
            self._ask()

    def _tell(self, message: Message) -> None:
        self.told.setText(message.sentence)
        self.told.set_tone(message.tone)


class Marks(QWidget):
    """The answers to one question, a sign a dossier, in the order of the check."""

    def __init__(self, values: Sequence[AnswerValue | None]) -> None:
        super().__init__()
        self._values = tuple(values)
        """A dossier without an answer keeps its place, so that columns stand under each other."""
        self.setAccessibleName(_counted(values))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(22) * len(self._values), theme().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), theme().px(22)
        for place, value in enumerate(self._values):
            if value is None:
                continue
            middle = QPointF(side * (place + 0.5), side / 2)
            paint_answer(painter, value.value, middle, self.devicePixelRatioF())


def _answers(check: CheckFile) -> list[Item]:
    stands = [standing(check.template, one.answers) for one in check.dossiers]
    lines: list[Item] = []
    for section in check.template.sections:
        lines += [8, Text(section.title, "large", 600, "accent", wrap=True)]
        lines += [_line(one, [given[one.key] for given in stands]) for one in section.questions]
    return lines


def _line(question: Question, given: Sequence[AnswerValue | None]) -> QWidget:
    line = row(gap=16)
    line.addWidget(Text(question.title, "large", wrap=True), 1)
    right = Qt.AlignmentFlag.AlignTop
    if len(given) <= SHOWN:
        line.addWidget(Marks(given), 0, right)
    counts = Text(_counted(given), "body", 500, "quiet", tabular=True)
    counts.setFixedWidth(theme().px(COUNTS))
    line.addWidget(counts, 0, right)
    return wrap(line)


def _counted(given: Sequence[AnswerValue | None]) -> str:
    """10 ja · 1 gedeeltelijk · 1 nee."""
    counts = Counter(value for value in given if value is not None)
    return " · ".join(f"{counts[v]} {ANSWERS[v.value].word}" for v in AnswerValue if counts[v])
