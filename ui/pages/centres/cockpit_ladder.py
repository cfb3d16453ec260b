"""The ladder of measures on the cockpit: where the centre stands, what is proposed, and why."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal

from controllers.cockpit import CentreCockpit
from controllers.cockpit_words import ladder_since, ladder_words
from controllers.wording import badge
from models.kernel.text import _
from ui.kit.badge import Badge
from ui.kit.base import Text, row
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.page import Ref


class LadderCard(Card):
    """Only there when a step stands or fits; `wanted(Ref)` opens the ladder itself."""

    wanted = Signal(object)

    def __init__(self) -> None:
        self._check: UUID | None = None
        self.stands, self.proposed = Badge("note", ""), Badge("due", "")
        self.since = Text("", "small", 400, "quiet", wrap=True)
        self.why = Text("", "small", 400, "ink", wrap=True)
        self.to_ladder = Button(_("To the ladder"), "link", "arrow-right")
        super().__init__(
            _("Ladder of measures"),
            row(self.stands, self.proposed, None, gap=8),
            self.since,
            self.why,
            row(self.to_ladder, None),
            icon="scale",
            gap=6,
        )
        self.to_ladder.clicked.connect(self._open)

    def show_facts(self, seen: CentreCockpit) -> None:
        ladder = seen.ladder
        standing = ladder.standing if ladder is not None else None
        proposed = ladder.proposed if ladder is not None else None
        self.setVisible(standing is not None or proposed is not None)
        if ladder is None:
            return
        self._check = ladder.last_check or (seen.last_check.id if seen.last_check else None)
        stands, suggested = ladder_words(ladder)
        self.stands.setVisible(standing is not None)
        self.since.setVisible(standing is not None)
        if standing is not None:
            self.stands.set_state(badge(standing.rung), stands)
            self.since.setText(ladder_since(standing))
        self.proposed.setVisible(proposed is not None)
        if proposed is not None:
            self.proposed.set_state("due", suggested)
        self.why.setText(ladder.why)
        self.to_ladder.setVisible(self._check is not None)

    def _open(self) -> None:
        if self._check is not None:
            self.wanted.emit(Ref("check", self._check, "ladder"))
