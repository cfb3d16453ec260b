"""Looking at attachments, and taking a copy along."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from controllers.attachments.bringing import Brought, opened
from controllers.attachments.reading import Reading
from controllers.export.landing import Exported
from models.attachments import queries, rules
from models.attachments.values import AttachmentFile, Shown, ShownAs
from models.store.attachments import ContentChanged, ContentMissing, ContentState

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

MOST_TEXT = 200_000
"""Characters of a text that are shown."""


class Looking(Reading):
    """The content itself, never shown before it is proven whole."""

    @staticmethod
    def look_into(brought: Brought) -> Shown:
        """A file before it is kept: a picture or a PDF whole, so that it can be treated first."""
        return opened(brought)

    @staticmethod
    def pages_of(content: bytes) -> "PdfPages":
        """The pages of a PDF that is not kept yet. Raises PdfUnreadable."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(content)

    def shown(self, attachment_id: UUID) -> Shown:
        """The content to look at, proven whole. Raises ContentMissing and ContentChanged."""
        with self._store.look() as session:
            file = queries.file(session, attachment_id)
        self._check_there(file)
        how = rules.shown_as(file.media_type, file.size)
        if how is ShownAs.NOT:
            return Shown(how, file.name)
        content = b"".join(self._store.contents.read(file.sha256))
        if how is ShownAs.TEXT:
            return Shown(how, file.name, text=rules.readable(content)[:MOST_TEXT])
        return Shown(how, file.name, content)

    def pages(self, attachment_id: UUID) -> "PdfPages":
        """A PDF as pages to look at. Raises PdfUnreadable, and as `shown` does."""
        from controllers.export.pdf_pages import PdfPages

        return PdfPages(self.shown(attachment_id).content)

    def save_as(self, attachment_id: UUID, path: Path) -> Exported:
        """A plain copy at this place; nothing lands there unless the whole content is proven."""
        from controllers.export.landing import land_parts

        with self._store.look() as session:
            file = queries.file(session, attachment_id)
        return land_parts(self._store.contents.read(file.sha256), path)

    def _check_there(self, file: AttachmentFile) -> None:
        """What cannot be shown is at least looked for."""
        state = self._store.contents.glance(file.sha256, file.size)
        if state is ContentState.MISSING:
            raise ContentMissing(folder=self._store.contents.folder.name)
        if state is ContentState.CHANGED:
            raise ContentChanged
