"""How far something is, and how much of it is good: a bar in parts, and the numbers beside it.

Colour never speaks alone: what is partly good is half as high, a no stands out of the bar.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.kernel.text import _
from ui.kit.answers import BOX, paint_answer
from ui.kit.cells import Style, advance, line
from ui.kit.paint import rounded
from ui.kit.theme import theme

NUMBER: Style = ("small", 600, True)
PARTS = {"yes": "good", "na": "good", "partial": "partly", "no": "bad", "not_checked": "aside"}
"""Which part an answer belongs to."""


@dataclass(frozen=True, slots=True)
class Share:
    """Answers of a dossier, a section or a check, out of `total`."""

    good: int = 0
    partly: int = 0
    bad: int = 0
    aside: int = 0
    """Nobody could assess it."""
    total: int = 0

    @property
    def answered(self) -> int:
        return self.good + self.partly + self.bad + self.aside

    @property
    def spoken(self) -> str:
        """12 of 27 answered: 10 good, 1 partly, 1 no."""
        said = _("{done} of {total} answered: {good} good, {partly} partly, {bad} no")
        return said.format(
            done=self.answered,
            total=self.total,
            good=self.good,
            partly=self.partly,
            bad=self.bad,
        )

    def moved(self, before: str | None, after: str | None) -> Share:
        """After one answer became another; None is open."""
        found = self
        for answer, step in ((before, -1), (after, 1)):
            if answer is not None:
                part = PARTS[answer]
                found = replace(found, **{part: max(0, getattr(found, part) + step)})
        return found


NONE = Share()


def paint_share(p: QPainter, bar: QRectF, share: Share) -> None:
    """A bar in parts: good, then partly at half its height, then no, taller, and the rest."""
    look = theme()
    rounded(p, bar, bar.height() / 2, look.color("track"))
    if not share.total:
        return
    left = bar.left()
    parts = (
        (share.good, "done-fill", bar.top(), bar.height()),
        (share.partly, "due-fill", bar.center().y(), bar.height() / 2),
        (share.bad, "late-fill", bar.top() - 1.5, bar.height() + 3),
        (share.aside, "control", bar.top(), bar.height()),
    )
    for count, tone, top, tall in parts:
        if count:
            wide = max(2.0, bar.width() * count / share.total)
            wide = min(wide, bar.right() - left)
            rounded(p, QRectF(left, top, wide, tall), 1.5, look.color(tone))
            left += wide


def _counted(share: Share) -> list[tuple[str, int]]:
    """The answers that are counted one by one, from right to left."""
    parts = (("no", share.bad), ("partial", share.partly), ("yes", share.good))
    return [(answer, count) for answer, count in parts if count or answer == "yes"]


def width_of_counts(share: Share) -> float:
    """How wide `paint_counts` will be."""
    signs = sum(
        advance(str(count), NUMBER) + BOX * theme().scale + 8 for _a, count in _counted(share)
    )
    return signs + advance(f"{share.answered}/{share.total}", NUMBER)


def paint_counts(p: QPainter, area: QRectF, share: Share, ratio: float) -> float:
    """12/27 and each part with the sign of its answer, to the right; gives how wide it was."""
    right = area.right()
    for answer, count in _counted(share):
        said = str(count)
        wide = advance(said, NUMBER)
        tone = {"no": "late", "partial": "due", "yes": "done"}[answer]
        line(p, QRectF(right - wide, area.top(), wide + 1, area.height()), said, NUMBER, tone)
        right -= wide + 2 + BOX * theme().scale / 2
        paint_answer(p, answer, QPointF(right, area.center().y()), ratio)
        right -= BOX * theme().scale / 2 + 6
    done = f"{share.answered}/{share.total}"
    wide = advance(done, NUMBER)
    line(p, QRectF(right - wide, area.top(), wide + 1, area.height()), done, NUMBER, "quiet")
    return area.right() - right + wide


class ShareBar(QWidget):
    """The bar on its own; its numbers stand beside it."""

    def __init__(self, wide: int = 130) -> None:
        super().__init__()
        self._share = Share()
        self.setFixedSize(wide, 12)

    def set_share(self, share: Share) -> None:
        self._share = share
        self.setAccessibleName(share.spoken)
        self.setToolTip(share.spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_share(painter, QRectF(0, 3, self.width(), 6), self._share)
