"""Six years of one centre on one axis, as a timeline or as a list, and its ways out."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from controllers.bundle import Controllers
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import long_date
from models.timeline.rules import on_day
from models.timeline.values import CentreTimeline, TimelineEvent
from ui.kit.base import column, measure, row
from ui.kit.button import Button
from ui.kit.fitting import fit_panel
from ui.kit.page import Message, Ref
from ui.kit.segmented import Segmented
from ui.kit.shell import panel
from ui.kit.theme import theme, themes
from ui.kit.timeline import Timeline
from ui.kit.timeline_day import DayPanel
from ui.kit.timeline_list import TimelineList
from ui.pages.centres.file_facts import FileFacts
from ui.pages.centres.keys import inside
from ui.pages.centres.timeline_ways import TimelineWays
from ui.tasks import Tasks, Ticket
from ui.visit_asking import VisitAsking
from ui.why_card import explain

PANEL, ROOMY = 340, 1080
"""Pixels at 100 %: the panel of a day, and from where the buttons have room for their words."""
ELSEWHERE = {
    "dossier_check": "check",
    "letter": "letter",
    "application": "application",
    "complaint": "complaint",
}
"""Tables whose rows have a page, and the kind of Ref that opens them."""
WITHIN = {
    "mandate": "rights",
    "certificate": "rights",
    "engagement": "people",
    "satisfaction": "surveys",
    "quality_action": "log",
    "decision": "applications",
}
"""Tables of which the rows stand in a part of the centre file."""


class TimelineView(QWidget):
    """The tab Tijdlijn. It asks for its facts when somebody looks, and when they changed."""

    wanted = Signal(object)
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._asks = controllers.known_on is None  # the past has no next visit
        self._id: UUID | None = None
        self._shown: CentreTimeline | None = None
        self._stale = False
        self._asked: Ticket[CentreTimeline] | None = None
        self._told_day: object = None
        self.timeline, self.list, self.day = Timeline(), TimelineList(), DayPanel()
        self.ways = TimelineWays(controllers.outgoing, tasks, self.timeline, self)
        self.panel = panel("right", PANEL, column(self.day, gap=0, margins=(1, 1, 1, 1)))
        self.views = Segmented([_("Timeline"), _("List")], name=_("How to look at it"))
        self.spans = Segmented(
            [_("Year"), _("Mandate"), _("All")], selected=1, name=_("Which days are in sight")
        )
        self.nearer = Button("+", "ghost", "", _("Nearer (+)"))
        self.further = Button("−", "ghost", "", _("Further (-)"))
        for button in (self.nearer, self.further):
            button.setAccessibleName(button.toolTip())
        self.today = Button(_("Today"), "ghost", keys="T")
        self.print = Button(_("Print"), "secondary", "printer")
        self.keep = Button(_("PDF"), "secondary", "file-text")
        self.image = Button(_("Picture"), "secondary", "download")
        self._words = {button: button.text() for button in (self.print, self.keep, self.image)}
        self.asking = VisitAsking(controllers.checks, tasks, self, self.centre)
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def show_facts(self, facts: FileFacts) -> None:
        """The file was read anew: so will the timeline, as soon as somebody looks."""
        self._id, self._stale = facts.id, True
        if self.isVisible():
            self._ask()

    def centre(self) -> UUID | None:
        """Whose it shows."""
        return self._id

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def turn_to(self, place: str) -> None:
        """`list` shows the list, anything else the timeline."""
        self.show_view(1 if place == "list" else 0)

    def show_view(self, number: int) -> None:
        """0 is the timeline, 1 the list; what was chosen stays chosen."""
        self.views.choose(number)
        self._turn(number)

    def look_into(self, day: object) -> None:
        """Show what is happening on this day; the same day again takes the panel away."""
        open_already = not self.panel.isHidden() and day == self.timeline.day
        if open_already and self._told_day == day:
            self.shut_day()
            return
        self.panel.show()
        self._tell_day(day)

    def shut_day(self) -> None:
        inside = self.day.list.hasFocus() or self.day.close_button.hasFocus()
        self.panel.hide()
        self._told_day = None
        if inside:
            self.timeline.setFocus()

    def print_it(self) -> None:
        """Print the timeline; the file leaves Ctrl+P to a part that has this."""
        self.ways.print_it()

    def open_thing(self, event: object) -> None:
        """Go to the thing itself."""
        if not isinstance(event, TimelineEvent) or event.link is None or self._id is None:
            return
        table, id_ = event.link.table, event.link.row
        if table in ELSEWHERE:
            self.wanted.emit(Ref(ELSEWHERE[table], id_))
        elif table in WITHIN:
            self.wanted.emit(Ref("centre", self._id, WITHIN[table]))

    def explain_day(self, event: object) -> None:
        """Why this date? Of a day that was not computed, that it was written down."""
        if not isinstance(event, TimelineEvent):
            return
        told = event.term or event.grounds
        if told is not None:
            ask = partial(self.ask_about, event) if self._asks else None
            explain(self, told, event.word, ask)
        else:
            self.said.emit(
                Message(_("This date was not computed: it was written down."), tone="accent")
            )

    def ask_about(self, event: object) -> None:
        """Note a question for the next visit, about this day."""
        if isinstance(event, TimelineEvent) and self._id is not None:
            days = long_date(event.first)
            if event.last != event.first:
                days = f"{days} – {long_date(event.last)}"
            self.asking.begin(self._id, f"{event.word} ({days})")

    def _ask_here(self) -> None:
        listed = self.stack.currentIndex() == 1
        self.ask_about(self.list.event_here if listed else self.timeline.chosen)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.timeline)
        self.stack.addWidget(measure(self.list))
        near = row(self.further, self.nearer, self.today, gap=2)
        tools = row(self.views, self.spans, near, None, gap=12, margins=(28, 0, 24, 6))
        tools.addLayout(row(self.image, self.keep, self.print, gap=8))
        left = column(tools, gap=0)
        left.addWidget(self.stack, 1)
        self.panel.hide()
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(self.panel)
        self.setLayout(whole)

    def _connect(self) -> None:
        themes.changed.connect(self._fit)
        self.ways.said.connect(self.said)
        self.views.chosen.connect(self._turn)
        self.spans.chosen.connect(self._span)
        self.nearer.clicked.connect(partial(self._zoom, 1.25))
        self.further.clicked.connect(partial(self._zoom, 0.8))
        self.today.clicked.connect(self._to_today)
        self.print.clicked.connect(self.print_it)
        self.keep.clicked.connect(self.ways.ask_pdf)
        self.image.clicked.connect(self.ways.ask_picture)
        self.timeline.opened.connect(self.open_thing)
        self.timeline.why_wanted.connect(self.explain_day)
        self.timeline.day_wanted.connect(self.look_into)
        self.timeline.day_changed.connect(self._follow_day)
        self.timeline.escaped.connect(self.shut_day)
        self.list.wanted.connect(self.open_thing)
        self.list.why_wanted.connect(self.explain_day)
        self.day.wanted.connect(self.open_thing)
        self.day.shut.connect(self.shut_day)
        inside(self, QKeySequence(QKeySequence.StandardKey.Print).toString(), self.print_it)
        if self._asks:
            inside(self, "V", self._ask_here)
        self.asking.said.connect(self.said)

    def _fit(self) -> None:
        """Where there is little room, the ways out keep their picture and their tip."""
        fit_panel(self.panel, PANEL, self.width())
        roomy = self.width() >= theme().px(ROOMY)
        for button, word in self._words.items():
            if bool(button.text()) != roomy:
                button.setText(word if roomy else "")
                button.setToolTip("" if roomy else word)
                button.setAccessibleName(word)

    def _ask(self) -> None:
        if self._id is None:
            return
        self._stale = False
        ticket = self._tasks.ask(self._controllers.timeline.of_centre, self._id)
        self._asked = ticket.instead_of(self._asked).then(self._show).otherwise(self._explain)

    def _show(self, timeline: CentreTimeline) -> None:
        if timeline.centre_id != self._id:
            return
        other = self._shown is None or self._shown.centre_id != timeline.centre_id
        self._shown = self.ways.shown = timeline
        self.timeline.show_timeline(timeline)
        self.list.show_timeline(timeline)
        if other:
            self.shut_day()
            self.spans.choose(1 if timeline.mandate is not None else 2)
        elif not self.panel.isHidden():
            self._tell_day(self._told_day)

    def _turn(self, number: int) -> None:
        chosen = self.timeline.chosen
        if number == 1 and chosen is not None:
            self.list.choose(chosen.key)
        elif number == 0 and self.list.event_here is not None:
            self.timeline.choose(self.list.event_here.key)
        self.stack.setCurrentIndex(number)
        for tool in (self.spans, self.nearer, self.further, self.today, self.image):
            tool.setEnabled(number == 0)
        if number == 1:
            self.shut_day()

    def _span(self, number: int) -> None:
        (self.timeline.see_year, self.timeline.see_mandate, self.timeline.see_all)[number]()

    def _zoom(self, factor: float, _pressed: bool = False) -> None:
        self.timeline.zoom(factor, self.timeline.scale.width / 2)

    def _to_today(self) -> None:
        self.timeline.go_to_today()
        self.timeline.setFocus()

    def _follow_day(self, day: object) -> None:
        """While the panel is open it tells the day that is stood on."""
        if not self.panel.isHidden():
            self._tell_day(day)

    def _tell_day(self, day: object) -> None:
        if self._shown is not None and day is not None:
            self._told_day = day
            self.day.show_day(on_day(self._shown, day), self._shown.today)  # type: ignore[arg-type]

    def _explain(self, error: AppError) -> None:
        self.said.emit(Message(str(error), tone="late"))
