"""Files kept with something: drop them, paste them or choose them; and the list of those there are.

Used where a centre keeps its attachments, and where one thing has proof of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QWidget

from controllers.attachments import About, size_word, state_of
from models.attachments.values import Added, AttachmentFile, Pasted
from models.kernel.errors import AppError, Refused
from models.kernel.text import N_, _, ngettext
from models.kernel.wording import short_date
from ui.kit.ask import choose_open
from ui.kit.base import Text, announce, column, row
from ui.kit.burning import as_png
from ui.kit.button import Button
from ui.kit.page import Message
from ui.kit.paint import rounded
from ui.kit.row_list import Row, RowList
from ui.kit.theme import theme
from ui.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from controllers.bundle import Controllers

Brought = Path | Pasted
ICONS = {"image": "template", "message": "mail", "text": "note"}


class NothingToPaste(Refused):
    sentence = N_("There is no file and no picture on the clipboard. Copy one first.")


class AttachList(QWidget):
    """`show_of` says whose; `chosen(AttachmentFile | None)` tells which one the list stands on."""

    chosen = Signal(object)
    opened = Signal(object)
    said = Signal(object)
    told = Signal()
    """Something stands under the list that is to be read."""

    def __init__(
        self,
        controllers: Controllers,
        tasks: Tasks,
        *,
        fit: bool = False,
        hint: bool = True,
        within: QWidget | None = None,
    ) -> None:
        """With `fit` it is as tall as its rows; without `hint` only the button invites.

        Drops and Ctrl+V count in all of `within`, when that is larger than the list.
        """
        super().__init__()
        self._controllers, self._tasks = controllers, tasks
        self._asked: Ticket[tuple[AttachmentFile, ...]] | None = None
        self._centre: UUID | None = None
        self._about: About | None = None
        self._wanted: UUID | None = None
        self._over = False
        self.files: tuple[AttachmentFile, ...] = ()
        self._within = within or self
        self._within.setAcceptDrops(True)
        if within is not None:
            within.installEventFilter(self)
        self.rows = RowList(compact=fit, fit=fit)
        self.rows.setAccessibleName(_("Attachments"))
        self.add = Button(_("Choose a file"), "secondary", "plus")
        self.hint = Text(_("Drop files here, or paste them with Ctrl+V."), "small", 400, "quiet")
        self.trouble = Text("", "small", 500, "late", wrap=True)
        head = row(gap=8, margins=(8, 0, 0, 4))
        head.addWidget(self.hint, 1)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)
        out = column(head, row(self.trouble, margins=(8, 0, 0, 0)), gap=6)
        out.addWidget(self.rows, 0 if fit else 1)
        self.setLayout(out)
        self.hint.setVisible(hint and controllers.known_on is None)
        self.trouble.hide()
        self.add.clicked.connect(self._choose_file)
        self.rows.chosen.connect(self._tell)
        self.rows.opened.connect(self._open)
        self._keys()

    def show_of(self, centre_id: UUID, about: About | None = None) -> None:
        """The attachments of this centre, or of one of its things."""
        if (centre_id, about) != (self._centre, self._about):
            self._centre, self._about = centre_id, about
            self.empty()
            self.trouble.hide()
        self.reload()

    def empty(self) -> None:
        """Show nothing, and forget what was still asked: it belongs to another place."""
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        self._show(())

    def reload(self) -> None:
        if self._centre is None:
            return
        attachments = self._controllers.attachments
        if self._about is None:
            ticket = self._tasks.ask(attachments.of_centre, self._centre)
        else:
            ticket = self._tasks.ask(attachments.of_thing, *self._about)
        self._asked = ticket.instead_of(self._asked).then(self._show)

    def current(self) -> AttachmentFile | None:
        return next((one for one in self.files if one.id == self.rows.current), None)

    def bring(self, brought: Sequence[Brought]) -> None:
        """Keep these with what is shown; one wish, one step."""
        if self._centre is not None and brought:
            self.keep(self._centre, self._about, brought)

    def bring_image(self, image: QImage) -> None:
        """Keep a picture that was copied."""
        if self._centre is not None:
            self._busy()
            name = _("screenshot {moment}.png").format(moment=self._moment())
            ticket = self._tasks.do(self._keep_image, self._centre, self._about, image, name)
            ticket.then(self._added).otherwise(self._refuse)

    def keep(self, centre: UUID, about: About | None, brought: Sequence[Brought]) -> None:
        self._busy()
        ticket = self._tasks.do(self._controllers.attachments.add, centre, list(brought), about)
        ticket.then(self._added).otherwise(self._refuse)

    def paste(self) -> None:
        """Files or a picture from the clipboard."""
        held = QApplication.clipboard().mimeData()
        if held is None or not self._take(held):
            self._refuse(NothingToPaste())

    def remove(self) -> None:
        file = self.current()
        if file is not None:
            ticket = self._tasks.do(self._controllers.attachments.remove, file.id)
            ticket.then(self._removed).otherwise(self._refuse)

    def choose(self, attachment_id: UUID) -> None:
        """Stand on this one, now or as soon as it is there."""
        self._wanted = attachment_id
        if self.rows.choose(attachment_id):
            self._wanted = None
            self._tell(attachment_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dragged over or dropped on the room around the list is meant for it."""
        if watched is self._within:
            match event:
                case QDragEnterEvent():
                    self.dragEnterEvent(event)
                    return True
                case QDragLeaveEvent():
                    self._light(over=False)
                    return True
                case QDropEvent() if event.type() == QEvent.Type.Drop:
                    self.dropEvent(event)
                    return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _fits(event.mimeData()):
            event.acceptProposedAction()
            self._light(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(over=False)
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            look, area = theme(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
            ground, edge = look.color("accent-soft"), look.color("accent")
            rounded(QPainter(self), area, look.radius("card"), ground, edge, 2)

    def _light(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _take(self, held: QMimeData) -> bool:
        """Hand in what is held; False when it is nothing to keep."""
        if held.hasUrls():
            paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
            self.bring(paths)
            return bool(paths)
        image = held.imageData() if held.hasImage() else None
        if isinstance(image, QImage) and not image.isNull() and self._centre is not None:
            self.bring_image(image)
            return True
        return False

    def _moment(self) -> str:
        moment: datetime = self._controllers.attachments.now().astimezone()
        return f"{moment:%Y-%m-%d %H.%M.%S}"

    def _keep_image(self, centre: UUID, about: About | None, image: QImage, name: str) -> Added:
        """On the writer's thread: making a PNG takes a while."""
        pasted = Pasted(name, as_png(image))
        return self._controllers.attachments.add(centre, [pasted], about)

    def _busy(self) -> None:
        self.trouble.set_tone("quiet")
        self.trouble.setText(_("Being kept…"))
        self.trouble.show()

    def _added(self, added: Added) -> None:
        told = [one.sentence for one in added.refused]
        self._say("\n".join(told))
        for name in added.restored:
            said = _("The missing content of {name} was put back.").format(name=name)
            self.said.emit(Message(said))
        if added.restored:
            self.reload()
        if not added.ids:
            return
        self._wanted = added.ids[0]
        count = len(added.ids)
        said = ngettext("{count} attachment added.", "{count} attachments added.", count)
        self.said.emit(Message(said.format(count=count), undo=True))
        self.reload()

    def _removed(self, _answer: object) -> None:
        self.said.emit(Message(_("Attachment removed."), undo=True))
        self.reload()

    def _refuse(self, error: AppError) -> None:
        self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.trouble.set_tone("late")
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self.rows, sentence)
            self.told.emit()

    def _show(self, files: Sequence[AttachmentFile]) -> None:
        self.files = tuple(files)
        self.rows.set_rows([_row(one, with_thing=self._about is None) for one in files])
        if self._wanted is not None and self.rows.choose(self._wanted):
            self._wanted = None
        elif self.rows.current is None and files:
            self.rows.choose(files[0].id)
        self._tell(self.rows.current)

    def _tell(self, _row_id: object) -> None:
        self.chosen.emit(self.current())

    def _open(self, _row_id: object) -> None:
        self.opened.emit(self.current())

    def _choose_file(self) -> None:
        choose_open(self, _("Choose a file to keep"), "*", self._one)

    def _one(self, path: Path) -> None:
        self.bring([path])

    def _keys(self) -> None:
        """Del only on the rows; a paste also in all of the room that was given."""
        paste = QShortcut(QKeySequence.StandardKey.Paste, self._within, self.paste)
        if self._within is self:
            paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        remove = QShortcut(QKeySequence("Del"), self.rows, self.remove)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)


def _fits(held: QMimeData) -> bool:
    return held.hasUrls() or held.hasImage()


def _row(file: AttachmentFile, *, with_thing: bool) -> Row:
    state, word = state_of(file)
    thing = file.about_label if with_thing else ""
    sub = " · ".join(part for part in (size_word(file.size), thing, file.remark) if part)
    return Row(
        file.name,
        sub.replace("\n", " "),
        f"icon:{ICONS.get(file.media_type.partition('/')[0], 'file-text')}",
        (state, word) if state == "late" else None,
        short_date(file.received_on) if file.received_on else "",
        payload=file.id,
    )
