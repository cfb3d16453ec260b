"""The lists of the cockpit: what was agreed and is late, visits, letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from controllers.actions import kind_of
from controllers.cockpit import CentreCockpit
from controllers.cockpit_words import (
    agreed_title,
    calm_words,
    due_words,
    findings_words,
    late_words,
)
from controllers.wording import badge, word
from models.checks.values import Agreed, CheckRow, MeasureStatus
from models.kernel.text import _, ngettext
from models.kernel.wording import short_date, weekday_date
from ui.day_line import DayLine
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.page import Ref
from ui.kit.row_list import Row, RowList

ATTENTION_SHOWN = 4


class AgreedCard(Card):
    """`wanted(Ref)` opens the findings of a check; `ticked(check, question, done)`."""

    wanted = Signal(object)
    ticked = Signal(object, str, bool)

    def __init__(self, *, still: bool = False) -> None:
        """With `still` nothing can be ticked off: it is the past."""
        self._all: tuple[Agreed, ...] = ()
        self._still = still
        self._unfolded, self._most = False, 3
        self.rows = RowList(inset=0, fit=True, compact=True)
        self.rows.setAccessibleName(_("What was agreed"))
        self.sign = Icon("circle-check", "done", 16)
        self.nothing = Text("", "small", 400, "quiet", wrap=True)
        calm = row(column(self.sign, None, margins=(0, 1, 0, 0)), gap=8)
        calm.addWidget(self.nothing, 1)
        self._calm = wrap(calm)
        self.more = Button("", "link")
        self._line = DayLine()
        self.due = self._line.day
        foot = row(gap=2)
        foot.addWidget(self._line, 1)
        foot.addWidget(self.more)
        self._foot: QWidget = wrap(foot)
        parts = (self.rows, self._calm, self._foot)
        super().__init__(_("What was agreed"), *parts, icon="list-check", gap=2)
        self.rows.opened.connect(self._open)
        self.rows.checked.connect(self._tick)
        self.rows.chosen.connect(self._explain)
        self.more.clicked.connect(self._unfold)

    def show_facts(self, seen: CentreCockpit) -> None:
        self._all = seen.agreed
        self.set_title(agreed_title(seen))
        self._calm.setVisible(not seen.open_measures)
        self.sign.setVisible(bool(seen.agreed))
        self.nothing.setText(calm_words(seen))
        self._show()

    def show_most(self, count: int) -> None:
        """How many open ones are in sight before somebody asks for all."""
        self._most = count
        self._show()

    def go(self) -> None:
        """All of them, and the keyboard on the first."""
        self._unfolded = True
        self._show()
        if self._all:
            self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.rows.choose(_payload(self._all[0]))

    def _show(self) -> None:
        still = [one for one in self._all if one.open]
        shown = self._all if self._unfolded else still[: self._most]
        self.rows.set_rows([_row(one, still=self._still) for one in shown])
        self.rows.setVisible(bool(shown))
        hidden = len(self._all) - len(shown)
        said = ngettext("{count} more", "{count} more", hidden).format(count=hidden)
        self.more.setText(_("Show less") if self._unfolded else said)
        self.more.setVisible(hidden > 0 or (self._unfolded and len(self._all) > self._most))
        self._explain(self.rows.current)
        self._foot.setVisible(
            self.more.isVisibleTo(self._foot) or self._line.isVisibleTo(self._foot)
        )

    def _explain(self, payload: Any) -> None:
        """Why the measure that the list stands on must be done by its day; the first at first."""
        one = next((a for a in self._all if _payload(a) == payload), None)
        if one is None and self._all:
            one = self._all[0]
        if one is None:
            self._line.show_day("", "", None, None)
        elif one.open and one.due is None:
            self._line.show_why_none(one.why)
        else:
            term = one.by_rule if one.open else None
            self._line.show_day(one.question_key, one.question, one.due, term)

    def _open(self, payload: tuple[UUID, str]) -> None:
        self.wanted.emit(Ref("check", payload[0], "findings"))

    def _tick(self, payload: tuple[UUID, str]) -> None:
        one = next((a for a in self._all if _payload(a) == payload), None)
        if one is not None:
            self.ticked.emit(one.check_id, one.question_key, one.open)

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._show()


class Rows(Card):
    """A few rows that open by a click or Enter; a sentence when there are none."""

    wanted = Signal(object)

    def __init__(self, title: str, icon: str, kind: str) -> None:
        self._kind = kind
        self.rows = RowList(inset=0, fit=True)
        self.nothing = Text("", "small", 400, "quiet", wrap=True)
        super().__init__(title, self.rows, self.nothing, icon=icon)
        self.rows.setAccessibleName(title)
        self.rows.setCursor(Qt.CursorShape.PointingHandCursor)
        self.rows.clicked.connect(self._clicked)
        self.rows.opened.connect(self._open)

    def show_rows(self, rows: Sequence[Row], nothing: str) -> None:
        self.rows.set_rows(rows)
        self.rows.setVisible(bool(rows))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not rows)

    def _clicked(self, _index: object) -> None:
        self._open(self.rows.current)

    def _open(self, payload: object) -> None:
        if payload is not None:
            self.wanted.emit(Ref(self._kind, payload))  # type: ignore[arg-type]


class AttentionCard(Rows):
    """Conditions that ask for a hand, each opens where it is solved; hidden for a calm centre."""

    def __init__(self) -> None:
        super().__init__(_("Asks for attention"), "alert-triangle", "")

    def show_facts(self, seen: CentreCockpit) -> None:
        self.setVisible(bool(seen.attention))
        rows = [
            Row(
                title=one.what,
                sub=one.why,
                badge=(badge(one.urgency), word(one.urgency)),
                payload=Ref(one.opens.kind, one.opens.id, one.opens.detail),
            )
            for one in seen.attention[:ATTENTION_SHOWN]
        ]
        self.show_rows(rows, "")

    def _open(self, payload: object) -> None:
        if isinstance(payload, Ref):
            self.wanted.emit(payload)


class LogCard(Rows):
    """The last contacts, and how many attachments there are. `part_wanted(str)`."""

    part_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Last contacts"), "messages", "")
        self.files = Button("", "link", "paperclip")
        self.body.addLayout(row(None, self.files))
        self.files.clicked.connect(self._to_files)

    def show_facts(self, seen: CentreCockpit) -> None:
        rows = [
            Row(
                one.subject or kind_of(one),
                f"{short_date(one.day)} · {kind_of(one)}",
                payload=one.id,
            )
            for one in seen.log
        ]
        self.show_rows(rows, _("Nothing was written in the log yet."))
        said = ngettext("{count} attachment", "{count} attachments", seen.attachment_count)
        self.files.setText(said.format(count=seen.attachment_count))
        self.files.setVisible(seen.attachment_count > 0)

    def _open(self, payload: object) -> None:
        if payload is not None:
            self.part_wanted.emit("log")

    def _to_files(self) -> None:
        self.part_wanted.emit("attachments")


def visits(seen: CentreCockpit) -> list[Row]:
    """The next visit and the last one."""
    found = []
    for label, check in ((_("Next"), seen.next_check), (_("Last"), seen.last_check)):
        if check is not None:
            found.append(
                Row(
                    title=_day_of(check),
                    sub=f"{label} · {check.reference}",
                    badge=(badge(check.state), word(check.state)),
                    meta=findings_words(check.findings),
                    payload=check.id,
                )
            )
    return found


def letters(seen: CentreCockpit) -> list[Row]:
    """The newest letters; those that are not ready say so."""
    found = []
    for letter in seen.letters:
        day = short_date(letter.letter_date) if letter.letter_date else ""
        found.append(
            Row(
                title=letter.title,
                sub=" · ".join(part for part in (letter.reference, day) if part),
                badge=("draft", _("Draft")) if letter.missing else ("done", _("Ready")),
                payload=letter.id,
            )
        )
    return found


def letters_title(count: int) -> str:
    return f"{_('Letters')} ({count})" if count else _("Letters")


def _row(one: Agreed, *, still: bool) -> Row:
    open_, done = ("icon:circle-dashed", "icon:circle-check") if still else ("open", "done")
    visited = short_date(one.visited) if one.visited else one.reference
    sub = f"{one.question} · {_('visit of {day}').format(day=visited)}"
    if not one.open and one.met_on is not None:
        said = _("carried out on {day}").format(day=short_date(one.met_on))
        return Row(one.measure, f"{one.question} · {said}", done, payload=_payload(one))
    return Row(
        title=one.measure,
        sub=sub,
        lead=open_,
        badge=_standing(one),
        meta=due_words(one),
        meta_tone="late" if one.late else "quiet",
        payload=_payload(one),
    )


def _standing(one: Agreed) -> tuple[str, str] | None:
    """What asks for a hand: proof that waits or was refused, else how late it is."""
    if one.status in (MeasureStatus.EVIDENCE_RECEIVED, MeasureStatus.REJECTED):
        return badge(one.status), word(one.status)
    return ("late", late_words(one.days_late)) if one.late else None


def _payload(one: Agreed) -> tuple[UUID, str]:
    return one.check_id, one.question_key


def _day_of(check: CheckRow) -> str:
    return weekday_date(check.day) if check.day else _("No day yet")
