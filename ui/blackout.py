"""Black out names before anything is kept: a picture, or the pages of a PDF, one after another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QWidget

from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from ui.kit.base import Text, announce, column, row, wrap
from ui.kit.blackout_canvas import BlackoutCanvas
from ui.kit.button import Button
from ui.kit.overlay import Overlay
from ui.tasks import Tasks

WIDTH = 980
Spots = Mapping[int, tuple[QRect, ...]]
"""What becomes black on the sheets that are kept, by number of the sheet from 0."""


class Sheets(Protocol):
    """What is to be looked at before it is kept."""

    @property
    def name(self) -> str: ...

    @property
    def count(self) -> int: ...

    @property
    def left_behind(self) -> str:
        """What of the file is not kept, whatever is made black, in one sentence."""

    def picture(self, number: int) -> QImage:
        """A sheet as it will be kept, before anything is black; called on a reader thread."""


class Blackout(Overlay):
    """`kept(Spots)` names the sheets to keep; `skipped` when nothing of it is wanted.

    Only a sheet that was looked at is kept.
    """

    kept = Signal(object)
    skipped = Signal()

    def __init__(self, host: QWidget, tasks: Tasks, sheets: Sheets) -> None:
        super().__init__(host, WIDTH)
        self._tasks, self._sheets = tasks, sheets
        self._spots: dict[int, tuple[QRect, ...]] = {}
        self._left_out: set[int] = set()
        self._number = 0
        self._done = False
        title = _("Black out names in {name}").format(name=sheets.name)
        self.setAccessibleName(title)
        self.canvas = BlackoutCanvas()
        self.canvas.setMinimumHeight(240)
        self.where = Text("", "small", 500, "quiet", tabular=True)
        self.before = Button(_("Page before"), "ghost", "chevron-left")
        self.after = Button(_("Next page"), "ghost", "chevron-right")
        self.out = Button(_("Leave this page out"), "ghost")
        self.smaller = Button(_("Smaller"), "ghost", "minus")
        self.larger = Button(_("Larger"), "ghost", "plus")
        self.cancel = Button(_("Do not keep"), "secondary", keys="Esc")
        self.keep = Button("", "primary")
        self._paging = wrap(row(self.before, self.where, self.after, self.out, gap=8))
        self.trouble = Text("", "small", 500, "late", wrap=True)
        self.trouble.hide()
        self._lay_out(title)
        self._connect()

    def begin(self) -> None:
        self.open(self.canvas)
        self._turn(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep.click()
        elif event.key() == Qt.Key.Key_PageDown:
            self._turn(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self._turn(-1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self, title: str) -> None:
        hint = _(
            "Arrows move the frame, with Shift they size it. Enter makes it black, Delete takes it"
            " away. What you see is all that is kept: what is black is gone for good."
        )
        foot = row(self.smaller, self.larger, None, self.cancel, self.keep, gap=8)
        whole = column(gap=8, margins=(24, 20, 24, 18))
        whole.addWidget(Text(title, "body", 600))
        said = f"{hint} {self._sheets.left_behind}"
        whole.addWidget(Text(said, "small", 400, "quiet", wrap=True))
        whole.addWidget(self._paging)
        whole.addWidget(self.canvas, 1)
        whole.addWidget(self.trouble)
        whole.addLayout(foot)
        self.card.setLayout(whole)
        self._paging.setVisible(self._sheets.count > 1)

    def _connect(self) -> None:
        self.canvas.changed.connect(self._marked)
        self.before.clicked.connect(partial(self._turn, -1))
        self.after.clicked.connect(partial(self._turn, 1))
        self.out.clicked.connect(self._leave_out)
        self.smaller.clicked.connect(partial(self.canvas.zoom_by, -1))
        self.larger.clicked.connect(partial(self.canvas.zoom_by, 1))
        self.cancel.clicked.connect(self.close_card)
        self.keep.clicked.connect(self._keep)
        self.closed.connect(self._over)

    def _turn(self, step: int) -> None:
        """To another sheet; what was marked on this one stays."""
        self._number = max(0, min(self._sheets.count - 1, self._number + step))
        self.keep.setEnabled(False)
        ticket = self._tasks.ask(self._sheets.picture, self._number)
        ticket.then(partial(self._show, self._number)).otherwise(self._explain)

    def _show(self, number: int, image: QImage) -> None:
        if number != self._number:
            return
        self._spots.setdefault(number, ())
        self.canvas.show_image(image, self._spots[number])
        self._tell()

    def _marked(self) -> None:
        self._spots[self._number] = self.canvas.spots
        self._tell()

    def _leave_out(self) -> None:
        self._left_out ^= {self._number}
        self._tell()

    def _chosen(self) -> dict[int, tuple[QRect, ...]]:
        return {n: spots for n, spots in sorted(self._spots.items()) if n not in self._left_out}

    def _tell(self) -> None:
        chosen, total = self._chosen(), self._sheets.count
        count = sum(len(spots) for spots in chosen.values())
        black = ngettext("Keep with {count} black spot", "Keep with {count} black spots", count)
        said = black.format(count=count) if count else _("No names to be seen: keep as it is")
        self.keep.setText(said)
        self.keep.setEnabled(bool(chosen))
        out = self._number in self._left_out
        self.out.setText(_("Take this page along") if out else _("Leave this page out"))
        where = _("Page {page} of {count}").format(page=self._number + 1, count=total)
        kept = ngettext("{count} page is kept", "{count} pages are kept", len(chosen))
        self.where.setText(f"{where} · {kept.format(count=len(chosen))}")
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number < total - 1)

    def _keep(self) -> None:
        chosen = self._chosen()
        if chosen and self.keep.isEnabled():
            self._done = True
            self.close_card()
            self.kept.emit(chosen)

    def _explain(self, error: AppError) -> None:
        self.trouble.setText(str(error))
        self.trouble.show()
        announce(self.canvas, str(error))

    def _over(self) -> None:
        if not self._done:
            self.skipped.emit()
        self.deleteLater()
