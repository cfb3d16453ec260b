"""Proof on paper: three small pictures abreast, each with its number, name and place."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, TableStyle

from controllers.export import palette
from controllers.export.check_report import ProofPicture
from controllers.export.paper.pieces import Grid, Words, ink
from controllers.export.paper.plain_page import WIDTH
from controllers.export.paper.styles import style
from controllers.export.paper.tags import Element, TaggedCanvas

ABREAST = 3
TALL = 118.0
"""Points of the field a picture stands in."""
NAME = style(8.2, 10.6, bold=True)
PLACE = style(7.8, 10.2, colour=palette.QUIET)
GAP = 8.0
Facts = Mapping[str, Any]


def numbered(proofs: Sequence[Facts]) -> list[tuple[int, Facts]]:
    """Proof in the order of the report, with the number it bears there."""
    return list(enumerate(proofs, 1))


class ProofPart:
    """The pictures; a row of them never breaks over two pages."""

    def __init__(
        self, proofs: Sequence[Facts], pictures: Sequence[ProofPicture], root: Element
    ) -> None:
        self._pairs = list(zip(numbered(proofs), pictures, strict=True))
        self._root = root

    def story(self, page: float) -> Iterator[Flowable]:
        """One table; `page` is how many points a page has."""
        table = self._root.child("Table")
        rows: list[list[Any]] = []
        for start in range(0, len(self._pairs), ABREAST):
            line = table.child("TR")
            cells = [self._cell(pair, line) for pair in self._pairs[start : start + ABREAST]]
            rows.append([*cells, *[""] * (ABREAST - len(cells))])
        look = TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
            ]
        )
        grid = Grid(rows, [WIDTH / ABREAST] * ABREAST, hAlign="LEFT", style=look)
        grid.settle(WIDTH, page)
        yield grid

    def _cell(self, pair: tuple[tuple[int, Facts], ProofPicture], line: Element) -> list[Any]:
        (number, proof), picture = pair
        cell = line.child("TD")
        name = str(proof.get("name", ""))
        return [
            Thumbnail(picture, f"Bewijsstuk {number}: {name}", cell),
            Words.of(f"{number}. {name}", NAME, cell.child("P")),
            Words.of(place_words(proof, picture), PLACE, cell.child("P")),
        ]


def place_words(proof: Facts, picture: ProofPicture | None = None) -> str:
    """Where it is proof of: dossier and question, and of how many pages it is the first."""
    about = [str(proof.get(name, "")) for name in ("question_key", "dossier")]
    said = [part for part in about if part]
    if picture is not None and picture.pages > 1:
        said.append(f"bladzijde 1 van {picture.pages}")
    return " · ".join(said) or "bij de controle"


class Thumbnail(Flowable):
    """A picture within its field, in its own proportions; a framed word where there is none."""

    canv: TaggedCanvas

    def __init__(self, picture: ProofPicture, alternative: str, cell: Element) -> None:
        super().__init__()
        self._picture = picture
        self._figure = cell.child("Figure")
        self._figure.alternative = alternative

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        del availHeight
        self.width, self.height = availWidth, TALL + 4
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.tagged(self._figure):
            if self._picture.picture:
                self._draw_picture()
            else:
                self._draw_word()

    def _draw_picture(self) -> None:
        reader = ImageReader(BytesIO(self._picture.picture))
        wide, tall = reader.getSize()
        scale = min(self.width / wide, TALL / tall)
        size = wide * scale, tall * scale
        bottom = self.height - size[1]
        self.canv.drawImage(reader, 0, bottom, *size)
        self.canv.setStrokeColor(ink(palette.EDGE))
        self.canv.setLineWidth(0.5)
        self.canv.rect(0, bottom, *size, stroke=1, fill=0)

    def _draw_word(self) -> None:
        self.canv.setStrokeColor(ink(palette.EDGE))
        self.canv.setLineWidth(0.5)
        self.canv.rect(0, 4, self.width, TALL, stroke=1, fill=0)
        self.canv.setFillColor(ink(palette.QUIET))
        self.canv.setFont(PLACE.fontName, PLACE.fontSize)
        self.canv.drawCentredString(self.width / 2, 4 + TALL / 2, self._picture.why_not)
