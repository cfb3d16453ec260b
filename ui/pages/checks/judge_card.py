"""The reactions that came in, one after the other: accepted, in part or rejected, with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.field_words import value_word
from models.checks.values import CheckFile, ReactionFile, ReactionKind, ReactionOutcome
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.card_drafts import CardDrafts
from ui.drafting import DraftSheet
from ui.kit.base import Text, column, row
from ui.kit.button import Button
from ui.kit.form import Form
from ui.kit.overlay import Overlay
from ui.kit.text_field import TextField
from ui.masking import mask
from ui.pages.checks.card_names import DECIDE
from ui.tasks import Tasks

WIDTH = 560
NEVER = 2_000_000_000
"""Milliseconds of silence after which a reason would hand itself in: only a decision does."""
MOST = 400
"""Signs of a text that are shown."""


class JudgeCard(Overlay):
    """`taken_over(key, ReactionKind)` names the first that is to be put right, at the end.

    Alt+1, 2 and 3 decide and go on to the next; Esc leaves the others for later.
    """

    taken_over = Signal(str, object)

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, sheet: DraftSheet) -> None:
        """`sheet`: where a reason lies until it is kept; the card at its finding knows it too."""
        super().__init__(host, WIDTH)
        self.setAccessibleName(_("Decide about reactions"))
        self._checks, self._tasks = checks, tasks
        self._check: CheckFile | None = None
        self._waiting: list[ReactionFile] = []
        self._all, self._busy = 0, False
        self._first: ReactionFile | None = None
        self.title = Text("", "body", 600)
        self.finding = Text("", "small", 400, "quiet", wrap=True)
        self.reaction = Text("", "body", 400, wrap=True)
        self.reason = TextField(lines=2, most=6, silence_ms=NEVER)
        self.reason.installEventFilter(self)
        self.form = Form(self)
        self.reason_row = self.form.add("reason", _("Reason"), self.reason)
        mask(self.reason_row)
        self._drafts = CardDrafts(self.form, sheet)
        self.later = Button(_("Later"), "ghost")
        self.later.clicked.connect(self.close_card)
        self.buttons = {
            one: Button(value_word(one).capitalize(), "secondary", keys=f"Alt+{number}")
            for number, one in enumerate(ReactionOutcome, 1)
        }
        for outcome, button in self.buttons.items():
            button.clicked.connect(partial(self._decide, outcome))
        self.card.setLayout(
            column(
                self.title,
                self.finding,
                self.reaction,
                self.reason_row,
                row(self.later, None, *self.buttons.values(), gap=8),
                gap=12,
                margins=(24, 22, 24, 20),
            )
        )
        self.closed.connect(self._drafts.put_away)
        self.closed.connect(self._over)

    @property
    def waiting(self) -> int:
        """How many still wait for a decision."""
        return len(self._waiting)

    def begin(self, check: CheckFile, reactions: Sequence[ReactionFile], back: QWidget) -> None:
        """The keyboard goes to `back` in the end."""
        self._check, self._waiting = check, list(reactions)
        self._all = len(reactions)
        if self._waiting:
            self._show()
            self.open(self.reason, back)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the card come before those of the field that has the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._does(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._does(event):
            super().keyPressEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        number = event.key() - Qt.Key.Key_1
        outcomes = list(ReactionOutcome)
        if not alt or not 0 <= number < len(outcomes):
            return False
        self._decide(outcomes[number])
        return True

    def _show(self) -> None:
        reaction = self._waiting[0]
        count = self._all - len(self._waiting) + 1
        self.title.setText(_("Reaction {count} of {all}").format(count=count, all=self._all))
        found = self._check.findings if self._check else ()
        finding = next((one for one in found if one.key == reaction.finding_key), None)
        said = finding.text if finding is not None else ""
        key = finding.question_key if finding is not None else ""
        self.finding.setText(_short(f"{key} · {said}" if key else said))
        kind = value_word(reaction.kind)
        self.reaction.setText(_short(f"{kind}: {reaction.text}" if reaction.text else kind))
        self._drafts.leave()
        self.reason.set_value("", afresh=True)
        self.reason_row.clear()
        self._drafts.offer(DECIDE, reaction.id)
        self.reason.setFocus()
        self.place()

    def _decide(self, outcome: ReactionOutcome) -> None:
        """Once at a time."""
        if self._check is None or not self._waiting or self._busy:
            return
        self._busy = True
        self.reason_row.clear()
        place: tuple[UUID, UUID] = self._check.id, self._waiting[0].id
        ticket = self._tasks.do(self._checks.judge_reaction, *place, outcome, self.reason.value())
        self._drafts.awaits(ticket)
        ticket.ended(self._free)
        ticket.then(partial(self._decided, outcome)).otherwise(self._refused)

    def _free(self) -> None:
        self._busy = False

    def _over(self) -> None:
        if self._first is not None:
            self.taken_over.emit(self._first.finding_key, self._first.kind)
        self.deleteLater()

    def _decided(self, outcome: ReactionOutcome, _done: object) -> None:
        decided = self._waiting.pop(0)
        if self._first is None and outcome is not ReactionOutcome.REJECTED:
            self._first = decided if decided.kind is not ReactionKind.AGREES else None
        if self._waiting:
            self._show()
        else:
            self.close_card()

    def _refused(self, error: AppError) -> None:
        self.reason_row.refuse(str(error))
        self.reason.setFocus()
        self.place()


def _short(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]} …"
