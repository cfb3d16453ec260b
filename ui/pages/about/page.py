"""About Waarmerk: version, licence, place of the file, and the work of others in it."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from controllers.bundle import Controllers
from controllers.licences import Licence, third_party
from models.kernel.text import _
from models.kernel.version import VERSION
from ui.kit.base import Text, column, row
from ui.kit.card import Card, Fact
from ui.kit.memory import Memory
from ui.kit.page import Page
from ui.kit.row_list import Row, RowList
from ui.kit.shell import Header, panel
from ui.kit.theme import wear
from ui.tasks import Tasks

PANEL = 500


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
        self._arrange(own)

    def reload(self) -> None:
        self._tasks.ask(third_party).then(self._show)

    def _arrange(self, own: QWidget) -> None:
        left = column(self.header, gap=0)
        inside = column(own, 16, gap=0, margins=(28, 0, 24, 0))
        inside.addWidget(Text(_("Work of others in Waarmerk"), "body", 600))
        left.addLayout(inside)
        listed = column(gap=0, margins=(8, 0, 8, 0))
        listed.addWidget(self.works)
        left.addLayout(listed, 1)
        right = column(self.title, self.purpose, 8, gap=4, margins=(22, 24, 22, 16))
        right.addWidget(self.text, 1)
        whole = row(gap=0)
        whole.addLayout(left, 1)
        whole.addWidget(panel("right", PANEL, right))
        self.setLayout(whole)

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
