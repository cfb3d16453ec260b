"""Proof made small for paper: of the stored copies alone, so of what was blacked out before.

The same content gives the same bytes. What cannot be drawn says so; it never stops a report.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

from controllers.export.check_report import ProofPicture
from models.attachments import rules
from models.attachments.values import MOST_SHOWN, ShownAs
from models.kernel.errors import AppError

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 420
"""Pixels of the longer side: 180 dots an inch at the size it is printed."""
MOST_PIXELS = 120_000_000
"""A picture of more is not opened: a small file can hold an enormous one."""
QUALITY = 78
TOO_LARGE, GONE, NO_PICTURE = "te groot om te tonen", "niet meer te lezen", "geen beeld"


class Stored(Protocol):
    """Where contents are kept; models.store.attachments.Contents is one."""

    def read(self, sha256: str) -> Iterator[bytes]:
        """Chunk by chunk. Raises ContentMissing and ContentChanged."""


def pictures_of(proofs: Iterable[Mapping[str, Any]], contents: Stored) -> tuple[ProofPicture, ...]:
    """One for each proof, in their order; one content is read once, however often it is named."""
    made: dict[tuple[str, str], ProofPicture] = {}
    found = []
    for one in proofs:
        place = str(one["sha256"]), str(one.get("name", ""))
        if place not in made:
            made[place] = _picture(*place, int(one.get("size") or 0), contents)
        found.append(made[place])
    return tuple(found)


def _picture(sha256: str, name: str, size: int, contents: Stored) -> ProofPicture:
    if size > MOST_SHOWN:
        return ProofPicture(sha256, why_not=TOO_LARGE)
    try:
        content = b"".join(contents.read(sha256))
    except AppError:
        return ProofPicture(sha256, why_not=GONE)
    how = rules.shown_as(rules.media_type(name, content[:64]), size)
    if how is ShownAs.PICTURE:
        return _of_picture(sha256, content)
    if how is ShownAs.PAGES:
        return _of_pages(sha256, content)
    return ProofPicture(sha256, why_not=NO_PICTURE)


def _of_picture(sha256: str, content: bytes) -> ProofPicture:
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return ProofPicture(sha256, why_not=TOO_LARGE)
            opened.draft("RGB", (LONGEST * 2, LONGEST * 2))
            return ProofPicture(sha256, _small(ImageOps.exif_transpose(opened)))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        return ProofPicture(sha256, why_not=GONE)


def _of_pages(sha256: str, content: bytes) -> ProofPicture:
    """The first page; a PDF that is locked or damaged has none."""
    from PIL import Image

    from controllers.export.pdf_pages import PdfPages, PdfUnreadable

    try:
        pages = PdfPages(content)
    except PdfUnreadable:
        return ProofPicture(sha256, why_not=GONE)
    try:
        if not pages.sizes or min(pages.sizes[0]) <= 0:
            return ProofPicture(sha256, why_not=NO_PICTURE)
        drawn = pages.render(0, LONGEST / max(pages.sizes[0]))
        size = (drawn.width, drawn.height)
        picture = Image.frombuffer("RGB", size, drawn.pixels, "raw", "BGRX", drawn.stride, 1)
        return ProofPicture(sha256, _small(picture), len(pages.sizes))
    finally:
        pages.close()


def _small(picture: "Image") -> bytes:
    """As JPEG on white, without anything that was written beside the picture."""
    from PIL import Image

    if picture.mode not in ("RGB", "L"):
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture)
    plain = picture.convert("RGB")
    plain.thumbnail((LONGEST, LONGEST))
    target = BytesIO()
    plain.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()
