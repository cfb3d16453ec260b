"""Complaints on the cockpit, masked: how many are open and late, and which term comes next."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt

from controllers.cockpit import CentreCockpit
from controllers.cockpit_words import complaints_title, complaints_words
from controllers.complaints import state_words
from controllers.wording import badge
from models.complaints.values import ComplaintRow
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date
from ui.kit.base import row
from ui.kit.button import Button
from ui.kit.page import Ref
from ui.kit.row_list import Row
from ui.pages.centres.cockpit_lists import Rows

COMPLAINTS_SHOWN = 2


class ComplaintsCard(Rows):
    """Open complaints without names: reference, theme, days, state. `part_wanted` for all."""

    def __init__(self) -> None:
        super().__init__(_("Complaints"), "message-report", "complaint")
        self._all: tuple[ComplaintRow, ...] = ()
        self._unfolded = False
        self._centre: UUID | None = None
        self.more = Button("", "link")
        self.new = Button(_("Register a complaint"), "link", "plus")
        self.new.setProperty("acts", True)
        self.body.addLayout(row(self.more, None, self.new))
        self.more.clicked.connect(self._unfold)
        self.new.clicked.connect(self._register)

    def show_facts(self, seen: CentreCockpit) -> None:
        if self._centre != seen.file.identity.id:
            self._unfolded = False
        self._centre, self._all = seen.file.identity.id, seen.complaints
        self.set_title(complaints_title(seen))
        self._said = complaints_words(seen)
        self._show()

    def go(self) -> None:
        """All of them, and the keyboard on the first; on the button when there are none."""
        self._unfolded = True
        self._show()
        if self._all:
            self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.rows.choose(self._all[0].id)
        else:
            self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        waits = [one for one in self._all if one.open]
        shown = self._all if self._unfolded else waits[:COMPLAINTS_SHOWN]
        self.show_rows([_complaint(one) for one in shown], self._said)
        hidden = len(self._all) - len(shown)
        said = ngettext("{count} more", "{count} more", hidden).format(count=hidden)
        self.more.setText(_("Show less") if self._unfolded else said)
        self.more.setVisible(hidden > 0 or (self._unfolded and len(waits) < len(self._all)))

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._show()

    def _register(self) -> None:
        self.wanted.emit(Ref("complain", self._centre))


def _complaint(one: ComplaintRow) -> Row:
    """Masked: nothing of what was said, and nobody."""
    day = one.internal
    meta = _("by {day}").format(day=short_date(day)) if day is not None else ""
    return Row(
        title=one.theme,
        sub=f"{one.reference} · {short_date(one.received_on)}",
        badge=("late" if one.late else badge(one.state), state_words(one)),
        meta=meta,
        payload=one.id,
    )
