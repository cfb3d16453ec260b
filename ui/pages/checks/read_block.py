"""What the centre got to read of a finding, when it is otherwise now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.checks.rules import changed_since
from models.checks.values import FindingFile, FollowFile, ReactionFile
from models.kernel.text import _
from models.kernel.wording import short_date
from ui.kit.base import Text, column, row
from ui.kit.button import Button


class ReadBlock(QWidget):
    """Says that the text changed after the reaction, with the text of the draft beside it."""

    compare_wanted = Signal(object)
    """The id of the revision that the centre got to read."""

    def __init__(self) -> None:
        super().__init__()
        self._revision: object = None
        self.mark = Text("", "small", 600, "note", wrap=True)
        self.then = Text("", "small", 400, "quiet", wrap=True)
        self.compare = Button(_("Compare draft and now"), "link", "arrow-right")
        self.setLayout(column(self.mark, self.then, row(self.compare, None), gap=4))
        self.compare.clicked.connect(self._compare)

    def show_finding(self, finding: FindingFile, follow: FollowFile) -> None:
        read = follow.read.get(finding.key)
        changed = changed_since(finding, read)
        self.setVisible(changed)
        if read is None or not changed:
            return
        self._revision = follow.round.revision_id if follow.round is not None else None
        self.mark.setText(_marked(follow.reactions.get(finding.key, ())))
        seen = f"\n{read.evidence}" if read.evidence and finding.seen != read.evidence else ""
        self.then.setText(_("The centre read: “{text}”").format(text=f"{read.text}{seen}"))

    def _compare(self) -> None:
        if self._revision is not None:
            self.compare_wanted.emit(self._revision)


def _marked(said: tuple[ReactionFile, ...]) -> str:
    if not said:
        return _("Changed after it was sent to the centre.")
    day = short_date(said[-1].received_on)
    return _("Changed after the reaction of {day}.").format(day=day)
