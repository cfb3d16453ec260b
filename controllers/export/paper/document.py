"""A PDF as all of ours begin: our name, Dutch, letters that travel along, compressed."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate

from controllers.export.facts import PROGRAM
from controllers.export.paper.fonts import REGULAR
from controllers.export.paper.pieces import plain


def document(
    target: BytesIO, title: str, subject: str, paper: tuple[float, float] = A4
) -> BaseDocTemplate:
    """Without pages yet; `title` and `subject` stand in what a reader tells about the file."""
    return BaseDocTemplate(
        target,
        pagesize=paper,
        title=plain(title),
        author=PROGRAM,
        subject=plain(subject),
        creator=PROGRAM,
        producer=PROGRAM,
        lang="nl-BE",
        initialFontName=REGULAR,
        pageCompression=1,
    )
