"""About Waarmerk: version, licence, place of the file, the work of others, and the manual."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from controllers.bundle import Controllers
from controllers.licences import Licence, third_party
from models.kernel.text import _
from models.kernel.version import VERSION
from ui.kit.base import Text, column, row, wrap
from ui.kit.card import Card, Fact
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Page, Ref
from ui.kit.row_list import Row, RowList
from ui.kit.segmented import Segmented
from ui.kit.shell import panel
from ui.kit.theme import theme, themes, wear
from ui.pages.about.manual_view import ManualView
from ui.tasks import Tasks

PANEL, WIDEST = 500, 600
PROGRAM, MANUAL = range(2)
MANUAL_REF = "manual"
"""Detail of a Ref that opens the manual."""


class AboutPage(Page):
    """The licences that others ask us to show stand here in full."""

    key = "about"

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._memory = memory
        self._licences: dict[str, Licence] = {}
        self.header = Header(_("About Waarmerk"))
        self.header.set_sub(_("Watching over career guidance with vouchers, together."))
        own = Card(
            _("This program"),
            Fact(_("Version"), VERSION),
            Fact(_("Licence"), "EUPL-1.2"),
            Fact(_("File"), str(controllers.path)),
            icon="shield-check",
        )
        self.works = RowList()
        self.works.setAccessibleName(_("Work of others in Waarmerk"))
        self.works.chosen.connect(self._choose)
        self.title = Text("", "body", 600, wrap=True)
        self.purpose = Text("", "small", 400, "quiet", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("bare", True)
        self.text.setAccessibleName(_("Text of the licence"))
        wear(self.text, "small")
        self.sides = Segmented((_("Program"), _("Manual")), name=_("What you read here"))
        self.manual = ManualView(tasks)
        self.stack = QStackedWidget()
        self.sides.chosen.connect(self._turn)
        self._arrange(own)

    def reload(self) -> None:
        self._tasks.ask(third_party).then(self._show)
        self.manual.reload()

    def open(self, ref: Ref) -> None:
        """The manual when it is asked for; else what was read here last."""
        if ref.detail == MANUAL_REF:
            self.sides.choose(MANUAL)
            self._turn(MANUAL)
        self._tell_keys()

    def _turn(self, side: int) -> None:
        self.stack.setCurrentIndex(side)
        if side == MANUAL:
            self.manual.start()
        self._tell_keys()

    def _tell_keys(self) -> None:
        reading = self.stack.currentIndex() == MANUAL
        said = _("↑ ↓: chapter · Enter: to the text · Esc: back to the chapters")
        self.keys_changed.emit(said if reading else _("Shift+F1: manual"))

    def _arrange(self, own: QWidget) -> None:
        left = column(gap=0)
        inside = column(own, 16, gap=0, margins=(28, 0, 24, 0))
        inside.addWidget(Text(_("Work of others in Waarmerk"), "body", 600))
        left.addLayout(inside)
        listed = column(gap=0, margins=(8, 6, 8, 0))
        listed.addWidget(self.works)
        left.addLayout(listed, 1)
        right = column(self.title, self.purpose, 8, gap=4, margins=(22, 24, 22, 16))
        right.addWidget(self.text, 1)
        program = row(gap=0)
        program.addLayout(left, 1)
        self._side = panel("right", PANEL, right)
        program.addWidget(self._side)
        self.stack.addWidget(wrap(program))
        self.stack.addWidget(self.manual)
        whole = column(self.header, gap=0)
        whole.addLayout(row(self.sides, None, margins=(28, 0, 24, 10)))
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        themes.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Large text does not push the page out of the window."""
        self._side.setFixedWidth(min(theme().px(PANEL), WIDEST))

    def _show(self, licences: tuple[Licence, ...]) -> None:
        self._licences = {one.name: one for one in licences}
        self.works.set_rows(
            [
                Row(one.name, one.purpose, meta=one.licence, meta_sub=one.version, payload=one.name)
                for one in licences
            ]
        )
        if licences:
            self.works.choose(licences[0].name)
            self._choose(licences[0].name)

    def _choose(self, name: object) -> None:
        licence = self._licences.get(str(name))
        if licence is not None:
            self.title.setText(f"{licence.name} · {licence.licence}")
            self.purpose.setText(licence.copyright)
            self.text.setPlainText(licence.text)


PAGE = AboutPage
