"""A centre as it was known on a day: the same file under a band, to read and not to change."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import long_date
from ui.kit.base import LEFT, Icon, Text, column, row
from ui.kit.button import Button
from ui.kit.day_field import DateField
from ui.kit.page import Message, Ref
from ui.kit.paint import rounded
from ui.kit.still import Still
from ui.kit.theme import theme
from ui.pages.centres.add_card import AddCard
from ui.pages.centres.centre_file import CentreFileView
from ui.tasks import Tasks, Ticket

AIR = 16
"""Above the band; below it the header has air of its own."""
NOW = (N_("Open as it is now"), N_("Back to now"))


class PastFile(QWidget):
    """`left` goes back to the file of now, `day_wanted` asks for another day."""

    left = Signal()
    day_wanted = Signal()
    wanted = Signal(object)
    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        assert controllers.known_on is not None  # noqa: S101 - those of the past have a day
        self.controllers, self.day = controllers, controllers.known_on
        self.band = PastBand(self.day, controllers.destroyed)
        self.file = CentreFileView(controllers, tasks)
        for button in (self.file.plan, self.file.before, self.file.after):
            button.hide()
        whole = column(self.band, gap=0)
        whole.addWidget(self.file, 1)
        self.setLayout(whole)
        self._still = Still(self.file.stack)
        self.band.back.clicked.connect(self.left)
        self.file.left.connect(self.left)
        self.file.known_wanted.connect(self.day_wanted)
        self.file.said.connect(self.said)
        self.file.wanted.connect(self._want)

    def show_centre(self, centre_id: UUID, part: str) -> None:
        """Open at the part that was looked at."""
        self.file.show_centre(centre_id, 0)
        self.file.show_part(part)

    def reload(self) -> None:
        """What was known on a day does not change any more."""

    def settle(self) -> None:
        """Nothing can be typed here."""

    def _want(self, ref: Ref) -> None:
        """Parts of this file are shown as they were; other rooms only know the present."""
        if ref.kind == "centre" and ref.id == self.file.centre_id:
            self.file.show_part(ref.detail)
            return
        sentence = _("Elsewhere everything stands as it is now, not as on {day}.")
        said = sentence.format(day=long_date(self.day))
        self.said.emit(Message(said, tone="accent", opens=ref, word=_(NOW[0])))


class PastBand(QWidget):
    """Says which moment this is, and that nothing can be changed; the way back stands beside it."""

    def __init__(self, day: date, destroyed: int) -> None:
        super().__init__()
        said = _(
            "This is the file as it was known on {day}, at the end of the day. Nothing can be"
            " changed here."
        ).format(day=long_date(day))
        if destroyed:
            gone = ngettext(
                "{count} record of that time has been destroyed since and is missing.",
                "{count} records of that time have been destroyed since and are missing.",
                destroyed,
            )
            said = f"{said} {gone.format(count=destroyed)}"
        self.text = Text(said, "body", 600, "note", wrap=True, align=LEFT)
        self.back = Button(_(NOW[1]), "secondary", "arrow-back-up", keys="Alt+←")
        line = row(Icon("history", "note", 20), gap=12, margins=(28 + 14, 10 + AIR, 24 + 10, 10))
        line.addWidget(self.text, 1)
        line.addWidget(self.back)
        self.setLayout(line)
        self.setAccessibleName(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, area = theme(), QRectF(self.rect()).adjusted(28, AIR, -24, 0)
        rounded(
            QPainter(self),
            area,
            look.radius("control"),
            look.color("note-soft"),
            look.color("note"),
        )


class DayCard(AddCard):
    """Asks for the day; `made(Controllers)` gives everything as it was known then."""

    def __init__(
        self, host: QWidget, controllers: Controllers, tasks: Tasks, centre_id: UUID
    ) -> None:
        super().__init__(host, _("The file as known on a day"), _("Show"))
        self._controllers, self._tasks, self._centre = controllers, tasks, centre_id
        self.field = DateField(controllers.today())
        help_ = _(
            "You see what was written down by the end of that day, and nothing that came later."
        )
        self.lay_out([self.form.add("day", _("As known on"), self.field, help_)])

    def start(self, day: date | None = None) -> None:
        self.field.set_value(day, afresh=True)
        self.begin(self.field, self._ask)

    def hand_in(self) -> None:
        self.form.settle()
        if self.form.row("day").refusal():
            return
        if self.field.value() is None:
            self.form.refuse("day", _("Choose a day, such as the day of the decision."))
            return
        super().hand_in()

    def _ask(self, values: dict[str, date]) -> Ticket[Controllers]:
        return self._tasks.ask(self._controllers.as_known, self._centre, values["day"])
