"""The review of a workbook: every cell that says something else, ticked or not, by keyboard."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.exchange.review import Item, Review
from models.kernel.text import _
from ui.back_panel import BackPanel
from ui.back_rows import OF_CHECKS, TITLES, BackWords, rows, summary
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.fitting import fit_panel
from ui.kit.row_list import RowList
from ui.kit.shell import Header, panel
from ui.kit.theme import themes

WIDTH = 372


class BackReport(QWidget):
    """`taken` to write what is ticked; `other` and `left` to go."""

    taken = Signal()
    other = Signal()
    left = Signal()

    def __init__(self, words: BackWords = OF_CHECKS) -> None:
        super().__init__()
        self._words = words
        self._review: Review | None = None
        self._items: dict[UUID, Item] = {}
        self.ticked: set[UUID] = set()
        self.list = RowList()
        self.list.setAccessibleName(_("Cells of the workbook"))
        self.panel = BackPanel()
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.nothing = Text("", "body", 400, "quiet", wrap=True)
        self.cancel = Button(_("Cancel"), "ghost")
        self.again = Button(_("Choose another file"), "secondary", "folder")
        self.take = Button(_("Take over"), "primary", "check")
        self.header = Header(
            _("Workbook that came back"),
            (_(words.crumb), _("Workbook that came back")),
            actions=(self.cancel, self.again, self.take),
        )
        self._lay_out()
        self._connect()

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def review(self) -> Review | None:
        return self._review

    def begin(self, review: Review, centre: str) -> None:
        """A workbook that was just read: what is new is ticked, a conflict waits for a choice."""
        self.ticked = set(review.fresh)
        self.header.set_crumbs((_(self._words.crumb), centre, _("Workbook that came back")))
        self.show_review(review)
        first = next((item.id for group in TITLES for item in review.of(group)), None)
        if first is not None:
            self.list.choose(first)
            self._show_item(first)
        self.list.setFocus()

    def show_review(self, review: Review) -> None:
        """The same workbook, compared anew; what was ticked stays so where it still can."""
        self._review = review
        self._items = {item.id: item for item in review.items}
        self.ticked = {one for one in self.ticked if one in self._items}
        self.header.set_sub(f"{review.name} · {summary(review, self._words)}")
        self.told.setText("\n".join(_told(review)))
        self.told.setVisible(bool(review.told))
        self.nothing.setVisible(not review.items)
        self.nothing.setText(_("This workbook says nothing else than the file."))
        self._show()

    def allow(self, *, busy: bool) -> None:
        for button in (self.take, self.again, self.cancel):
            button.setEnabled(not busy)
        if not busy:
            self._show()

    def _lay_out(self) -> None:
        left = column(column(self.told, self.nothing, gap=8, margins=(28, 0, 24, 8)), gap=0)
        left.addLayout(column(self.list, gap=0, margins=(16, 0, 12, 0)), 1)
        body = row(gap=0)
        body.addLayout(left, 1)
        side: QVBoxLayout = column(self.panel, gap=0, margins=(0, 14, 0, 0))
        self._panel = panel("right", WIDTH, side, scroll=True)
        body.addWidget(self._panel)
        whole = column(self.header, gap=0)
        whole.addLayout(body, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._fit()
        themes.changed.connect(self._fit)
        self.cancel.clicked.connect(self.left)
        self.again.clicked.connect(self.other)
        self.take.clicked.connect(self._take)
        self.list.chosen.connect(self._show_item)
        self.list.checked.connect(self._toggle)
        self.list.opened.connect(self._take)
        self.panel.ticked.connect(self._toggle_current)
        whole = QShortcut(QKeySequence("Shift+Space"), self.list, self._toggle_group)
        whole.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _fit(self) -> None:
        fit_panel(self._panel, WIDTH, self.width())

    def _show(self) -> None:
        if self._review is None:
            return
        self.list.set_rows(rows(self._review, self.ticked, self._words))
        self.take.setText(_("Take over {count}").format(count=len(self.ticked)))
        self.take.allow("" if self.ticked else _("Tick what you want to take over first."))
        self._show_item(self.list.current)

    def _show_item(self, chosen: object) -> None:
        item = self._items.get(chosen) if isinstance(chosen, UUID) else None
        self.panel.show_item(item, ticked=item is not None and item.id in self.ticked)

    def _toggle(self, chosen: object) -> None:
        item = self._items.get(chosen) if isinstance(chosen, UUID) else None
        if item is not None and item.takable:
            self.ticked ^= {item.id}
            self._show()

    def _toggle_current(self) -> None:
        self._toggle(self.list.current)

    def _toggle_group(self) -> None:
        """All cells of the group at once: ticked, unless they all were."""
        item = self._items.get(self.list.current)
        if item is None or not item.takable or self._review is None:
            return
        group = {one.id for one in self._review.of(item.group)}
        self.ticked = self.ticked - group if group <= self.ticked else self.ticked | group
        self._show()

    def _take(self, *_row: object) -> None:
        if self.ticked and self.take.isEnabled():
            self.taken.emit()


def _told(review: Review) -> list[str]:
    return [f"{one.sheet}: {one.reason}" if one.sheet else one.reason for one in review.told]
