"""A letter on paper: a tagged PDF in the Flemish layout, the same bytes for the same facts."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from controllers.export.facts import fingerprint
from controllers.export.landing import Exported, land, named
from models.letters.values import LetterDocument


def letter_pdf(document: LetterDocument, *, made_at: datetime) -> bytes:
    """The letter as PDF. `made_at` is an instant with a zone; it stands in the file's dates.

    A draft bears its mark on every page; missing places are boxed with their label.
    """
    from controllers.export.paper.flow import Flow
    from controllers.export.paper.fonts import load_fonts
    from controllers.export.paper.page import LetterPages, canvas_maker
    from controllers.export.paper.styles import measures
    from controllers.export.paper.tags import Element

    load_fonts()
    target = BytesIO()
    root = Element("Document")
    sizes = measures(document.layout)
    pages = LetterPages(target, document, sizes)
    pages.head_pieces(root)
    story = Flow(document, sizes, root, pages.next_height).story()
    moment = made_at.astimezone(UTC).replace(tzinfo=None)
    maker = canvas_maker(root, made_at=moment, fingerprint=fingerprint(document))
    pages.build(story, canvasmaker=maker)
    return target.getvalue()


def write_letter(document: LetterDocument, path: Path, *, made_at: datetime) -> Exported:
    """Put the letter in a .pdf at `path`, whole or not at all.

    Raises a subclass of Unavailable from controllers.export.landing.
    """
    return land(letter_pdf(document, made_at=made_at), named(path, ".pdf"))
