"""How far something is, and what it came to: a bar in parts, and the numbers beside it.

Colour never speaks alone: what is partly good is half as high, a no stands out of the bar.
"""

from __future__ import annotations

from collections.abc import Sequence
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
PARTS = {"yes": "good", "partial": "partly", "no": "bad", "na": "na", "not_checked": "aside"}
"""Which part an answer belongs to."""
TONES = {"yes": "done", "partial": "due", "no": "late", "na": "quiet", "not_checked": "quiet"}


@dataclass(frozen=True, slots=True)
class Share:
    """Answers of a dossier, a section or a check, out of `total`."""

    good: int = 0
    partly: int = 0
    bad: int = 0
    na: int = 0
    """Not applicable."""
    aside: int = 0
    """Nobody could assess it."""
    total: int = 0

    @property
    def answered(self) -> int:
        return self.good + self.partly + self.bad + self.na + self.aside

    @property
    def spoken(self) -> str:
        """12 of 27 answered: 9 good, 1 partly, 1 no, 1 not applicable, 0 not assessable."""
        said = _("{done} of {total} answered").format(done=self.answered, total=self.total)
        return f"{said}: {', '.join(count_words(answer, self.count(answer)) for answer in PARTS)}"

    def count(self, answer: str) -> int:
        """How many of this answer."""
        return int(getattr(self, PARTS[answer]))

    def moved(self, before: str | None, after: str | None) -> Share:
        """After one answer became another; None is open."""
        found = self
        for answer, step in ((before, -1), (after, 1)):
            if answer is not None:
                part = PARTS[answer]
                found = replace(found, **{part: max(0, getattr(found, part) + step)})
        return found


NONE = Share()


def count_words(answer: str, count: int) -> str:
    """12 good, 3 not applicable."""
    said = {
        "yes": _("{count} good"),
        "partial": _("{count} partly"),
        "no": _("{count} no"),
        "na": _("{count} not applicable"),
        "not_checked": _("{count} not assessable"),
    }
    return said[answer].format(count=count)


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
        (share.na, "wait-soft", bar.top(), bar.height()),
        (share.aside, "control", bar.top(), bar.height()),
    )
    for count, tone, top, tall in parts:
        if count:
            wide = max(2.0, bar.width() * count / share.total)
            wide = min(wide, bar.right() - left)
            rounded(p, QRectF(left, top, wide, tall), 1.5, look.color(tone))
            left += wide


def tellings(share: Share) -> tuple[tuple[str, ...], ...]:
    """Which answers are counted beside the heading: all, or fewer where room lacks, or none."""
    all_of_it = tuple(answer for answer in PARTS if share.count(answer) or answer == "yes")
    judged = tuple(answer for answer in all_of_it if answer in ("yes", "partial", "no"))
    wrong = tuple(answer for answer in judged if answer != "yes")
    return tuple(dict.fromkeys((all_of_it, judged, wrong, ())))


def width_of_counts(share: Share, answers: Sequence[str]) -> float:
    """How wide `paint_counts` will be."""
    signs = sum(
        advance(str(share.count(answer)), NUMBER) + BOX * theme().scale + 8 for answer in answers
    )
    return signs + advance(f"{share.answered}/{share.total}", NUMBER)


def paint_counts(
    p: QPainter, area: QRectF, share: Share, answers: Sequence[str], ratio: float
) -> float:
    """12/27 and these answers with their signs, to the right; gives how wide it was."""
    right = area.right()
    for answer in reversed(answers):
        said = str(share.count(answer))
        wide = advance(said, NUMBER)
        tone = TONES[answer]
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
