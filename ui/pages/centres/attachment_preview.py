"""What stands in an attachment: pages, a picture or a text, read and proven off our thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedWidget, QWidget

from controllers.bundle import Controllers
from models.attachments.values import AttachmentFile, Shown, ShownAs
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.base import CENTER, Text, column, wrap
from ui.kit.pdf_view import PdfView
from ui.kit.theme import theme, wear
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.export.pdf_pages import PdfPages

MOST_PIXELS = 120_000_000
"""A picture of more is not even read: it could be made to fill the memory."""
WIDEST = 2400
NOTHING, PAGES, PICTURE, TEXT = range(4)


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader's thread made of it."""

    of: UUID
    shown: Shown
    pages: PdfPages | None = None
    image: QImage | None = None


class Preview(QStackedWidget):
    """Shows one attachment at a time; the newest question wins."""

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._asked: Ticket[Read] | None = None
        self._of: tuple[UUID, str, bool] | None = None
        self.said = Text("", "body", 400, "quiet", wrap=True, align=CENTER)
        self.pages = PdfView(tasks)
        self.picture = Picture()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(_("Text of the attachment"))
        self.text.setTabChangesFocus(True)
        wear(self.text, "small")
        self.addWidget(wrap(column(None, self.said, None, margins=(24, 24, 24, 24))))
        for view in (self.pages, self.picture, self.text):
            self.addWidget(view)

    def show_file(self, file: AttachmentFile | None) -> None:
        """Ask for the content, unless it is shown already."""
        of = (file.id, file.sha256, file.whole) if file is not None else None
        if of == self._of:
            return
        self._of = of
        if self._asked is not None:
            self._asked.drop()
        if file is None:
            self._say("")
            return
        self._say(_("Being read…"))
        asked = self._tasks.ask(_read, self._controllers, file.id)
        self._asked = asked.then(self._show).otherwise(self._explain)

    def _show(self, read: Read) -> None:
        if read.pages is not None:
            self.pages.clear()
            self.pages.show_pages(read.pages.sizes, read.pages.render)
            self.setCurrentIndex(PAGES)
        elif read.image is not None:
            self.picture.show_image(read.image, read.shown.name)
            self.setCurrentIndex(PICTURE)
        elif read.shown.how is ShownAs.TEXT:
            self.text.setPlainText(read.shown.text)
            self.setCurrentIndex(TEXT)
        else:
            self._say(
                _("This kind of file cannot be shown here. Save a copy to open it elsewhere.")
            )

    def _explain(self, error: AppError) -> None:
        self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.setCurrentIndex(NOTHING)


class Picture(QWidget):
    """A picture as large as fits, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def show_image(self, image: QImage, name: str) -> None:
        self._image = image
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter, room = QPainter(self), self.size() - QSize(24, 24)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(self.rect()).center())
        painter.fillRect(place.adjusted(-1, -1, 1, 1), theme().color("line"))
        painter.drawImage(place, self._image)


def _read(controllers: Controllers, attachment_id: UUID) -> Read:
    """On a reader's thread. Raises ContentMissing, ContentChanged and PdfUnreadable."""
    shown = controllers.attachments.shown(attachment_id)
    if shown.how is ShownAs.PAGES:
        return Read(attachment_id, shown, pages=controllers.attachments.pages(attachment_id))
    if shown.how is ShownAs.PICTURE:
        return Read(attachment_id, shown, image=_image(shown.content))
    return Read(attachment_id, shown)


def _image(content: bytes) -> QImage | None:
    """The picture, made smaller while it is read; None when it is none, or far too large."""
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if size.width() > WIDEST or size.height() > WIDEST:
        reader.setScaledSize(size.scaled(WIDEST, WIDEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
