"""The review of a workbook: every cell that says something else, ticked or not, by keyboard."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from controllers.exchange.review import Group, Item, Review
from models.kernel.text import _, ngettext
from ui.back_panel import BackPanel
from ui.back_rows import OF_CHECKS, SIFTS, TITLES, BackWords, row_of, rows, sifted, summary
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.incoming import IncomingReport
from ui.kit.row_list import RowList
from ui.kit.segmented import Segmented

_MOST_TOLD = 5


class BackReport(IncomingReport):
    """Takes over only what is ticked. `chosen` tells that somebody ticked otherwise."""

    chosen = Signal()

    def __init__(self, words: BackWords = OF_CHECKS) -> None:
        title = _("Workbook that came back")
        super().__init__((_(words.crumb), title), _("Take over"))
        self._words = words
        self._review: Review | None = None
        self._items: dict[UUID, Item] = {}
        self.ticked: set[UUID] = set()
        self.sift = Segmented([_(word) for word, _kinds in SIFTS], name=_("Show"))
        self.every = Button("", "ghost", "check")
        self.list = RowList()
        self.list.setAccessibleName(_("Cells of the workbook"))
        self.panel = BackPanel()
        self.told = Text("", "small", 400, "quiet", wrap=True)
        self.nothing = Text("", "body", 400, "quiet", wrap=True)
        self._lay_out()
        self._connect()

    @property
    def review(self) -> Review | None:
        return self._review

    def begin(self, review: Review, centre: str, ticked: Collection[UUID] | None = None) -> None:
        """A workbook that was just read: what is new is ticked, a conflict waits for a choice.

        With `ticked` it was looked at before, and what was chosen then stands again.
        """
        self.ticked = set(review.fresh if ticked is None else ticked)
        self.sift.choose(0)
        crumbs = (_(self._words.crumb), centre, _("Workbook that came back"))
        self.header.set_crumbs([crumb for crumb in crumbs if crumb])
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
        self.sift.set_counts([len(sifted(review, kinds)) for _word, kinds in SIFTS])
        self.sift.setVisible(bool(review.items))
        self._show()

    def allow(self, *, busy: bool) -> None:
        super().allow(busy=busy)
        if not busy:
            self._show()

    def _lay_out(self) -> None:
        bar = row(self.sift, None, self.every, margins=(28, 0, 24, 8))
        words = column(self.told, self.nothing, gap=8, margins=(28, 0, 24, 8))
        left = column(words, bar, gap=0)
        left.addLayout(column(self.list, gap=0, margins=(16, 0, 12, 0)), 1)
        self.stand(left, self.panel)

    def _connect(self) -> None:
        self.take.clicked.connect(self._take)
        self.list.chosen.connect(self._show_item)
        self.list.checked.connect(self._toggle)
        self.list.opened.connect(self._take)
        self.panel.ticked.connect(self._toggle_current)
        self.sift.chosen.connect(self._sift)
        self.every.clicked.connect(self._toggle_shown)
        for number in range(len(SIFTS)):
            only = QShortcut(QKeySequence(str(number + 1)), self.list, partial(self.narrow, number))
            only.setContext(Qt.ShortcutContext.WidgetShortcut)
        whole = QShortcut(QKeySequence("Shift+Space"), self.list, self._toggle_group)
        whole.setContext(Qt.ShortcutContext.WidgetShortcut)

    def narrow(self, number: int) -> None:
        """Show only one kind of cell: 0 everything, then as the choices stand."""
        self.sift.choose(number)
        self._sift(number)

    def _sift(self, _number: int) -> None:
        self._show()
        shown = self._shown
        if shown and self._items.get(self.list.current) not in shown:
            self.list.choose(next(iter(self._in_rows(shown))).id)
        self._show_item(self.list.current)

    @staticmethod
    def _in_rows(items: tuple[Item, ...]) -> Iterator[Item]:
        """In the order of the groups of the list."""
        return (item for kind in TITLES for item in items if item.group is kind)

    @property
    def _kinds(self) -> frozenset[Group]:
        return SIFTS[self.sift.choice()][1]

    @property
    def _shown(self) -> tuple[Item, ...]:
        return sifted(self._review, self._kinds) if self._review else ()

    def _show(self) -> None:
        if self._review is None:
            return
        self.list.set_rows(rows(self._review, self.ticked, self._words, self._kinds))
        self.nothing.setVisible(not self._shown)
        self.nothing.setText(
            _("Nothing of this kind. Choose another kind above.")
            if self._review.items
            else _("This workbook says nothing else than the file.")
        )
        self._show_chosen()

    def _show_chosen(self) -> None:
        """How many are ticked, on the buttons and beside the cell that shows."""
        self._show_every()
        self.take.setText(_("Take over {count}").format(count=len(self.ticked)))
        self.take.allow("" if self.ticked else _("Tick what you want to take over first."))
        self._show_item(self.list.current)

    def _show_every(self) -> None:
        """One button for all that shows; a conflict is never ticked but by hand or by it."""
        takable = {item.id for item in self._shown if item.takable}
        self.every.setVisible(bool(takable))
        done = takable <= self.ticked
        count = len(takable)
        said = (
            ngettext("Untick this one", "Untick all {count}", count)
            if done
            else ngettext("Tick this one", "Tick all {count}", count)
        )
        self.every.setText(said.format(count=count))

    def _toggle_shown(self) -> None:
        takable = {item.id for item in self._shown if item.takable}
        self.ticked = self.ticked - takable if takable <= self.ticked else self.ticked | takable
        self._show()
        self.chosen.emit()

    def _show_item(self, chosen: object) -> None:
        item = self._items.get(chosen) if isinstance(chosen, UUID) else None
        self.panel.show_item(item, ticked=item is not None and item.id in self.ticked)

    def _toggle(self, chosen: object) -> None:
        item = self._items.get(chosen) if isinstance(chosen, UUID) else None
        if item is not None and item.takable:
            self.ticked ^= {item.id}
            self.list.set_row(row_of(item, ticked=item.id in self.ticked))
            self._show_chosen()
            self.chosen.emit()

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
        self.chosen.emit()

    def _take(self, *_row: object) -> None:
        if self.ticked and self.take.isEnabled():
            self.taken.emit()


def _told(review: Review) -> list[str]:
    """The remarks, of very many the first ones."""
    told = [f"{one.sheet}: {one.reason}" if one.sheet else one.reason for one in review.told]
    more = len(told) - _MOST_TOLD
    if more > 1:
        told[_MOST_TOLD:] = [_("And {count} more remarks like these.").format(count=more)]
    return told
