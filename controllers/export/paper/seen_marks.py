"""The mark somebody drew on the screen, as a figure that says whose it is."""

from reportlab.platypus import Flowable

from controllers.export import palette
from controllers.export.paper.pieces import ink
from controllers.export.paper.tags import Element, TaggedCanvas
from models.checks.rules.strokes import strokes
from models.checks.values.closing import Seen

SHAPE = 3.0
"""How much wider than high the field is in which a mark is drawn."""


class MarkBox(Flowable):
    """Strokes at their place in a field three times as wide as high; nothing without a mark."""

    canv: TaggedCanvas

    def __init__(self, seen: Seen, height: float, cell: Element) -> None:
        super().__init__()
        self._strokes, self._tall = strokes(seen.mark), height
        self._figure = cell.child("Figure")
        self._figure.alternative = f"Paraaf van {seen.name}"

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = min(availWidth, SHAPE * self._tall), self._tall
        return self.width, self.height

    def draw(self) -> None:
        if not self._strokes:
            return
        with self.canv.tagged(self._figure):
            self.canv.setStrokeColor(ink(palette.INK))
            self.canv.setLineWidth(0.9)
            self.canv.setLineCap(1)
            self.canv.setLineJoin(1)
            for stroke in self._strokes:
                path = self.canv.beginPath()
                first, *rest = stroke
                path.moveTo(*self._place(first))
                for point in rest or [first]:
                    path.lineTo(*self._place(point))
                self.canv.drawPath(path, stroke=1, fill=0)

    def _place(self, point: tuple[int, int]) -> tuple[float, float]:
        x, y = point
        return x / 1000 * self.width, (1 - y / 1000) * self.height
