"""Proof with one answer or judgement: dropped, pasted or chosen, looked at before it is kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from controllers.attachments import About, Attachments, Cell
from controllers.bundle import Controllers
from controllers.export.pdf_pages import PdfUnreadable
from models.attachments.rules import ending, is_text
from models.attachments.values import Added, Pasted, ShownAs
from models.kernel.errors import AppError, Refused
from models.kernel.text import N_, _
from ui.attach import AttachList, Brought
from ui.blackout import Blackout, Sheets, Spots
from ui.kit.burning import as_png, burnt, fitted, read_picture
from ui.kit.in_sight import area_of
from ui.tasks import Tasks

AS_IS = N_(
    "{name} is kept as it is, and nobody looked into it: its text, pictures and authors come along."
    " Is a name or a national register number in it? Take it back, make a PDF of it, and bring"
    " that."
)
TEXT_AS_IS = N_(
    "{name} is kept as it is; no national register number was found in it. Is a name in it? Take it"
    " back, take the name out or make a PDF of it, and bring that."
)
PACKED_AS_IS = N_(
    "{name} is kept as it is; no national register number was found in its text. Its pictures,"
    " authors and hidden text come along: nobody looked into those. Is a name in it? Take it back,"
    " make a PDF of it, and bring that."
)
SHARP = 150 / 72
"""Pixels a point: a page of a PDF at 150 dots an inch."""


class PictureUnreadable(Refused):
    sentence = N_(
        "{name} cannot be shown here, so nobody can see whose names are in it. Save it as PNG,"
        " JPEG or PDF first."
    )


class PdfDamaged(Refused):
    sentence = N_(
        "{name} was not kept: this PDF is locked or damaged, so nobody can see whose names are in"
        " it. Make a new PDF or a picture of it, and bring that."
    )


class PdfTooLarge(Refused):
    sentence = N_(
        "{name} is too large to be looked at here, so nobody can see whose names are in it. Split"
        " it first."
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, upright and fitted."""

    name: str
    image: QImage
    count: int = 1

    @property
    def left_behind(self) -> str:
        return _("Where, when and with what it was taken is not kept.")

    def picture(self, _number: int) -> QImage:
        return self.image


class Pages:
    """The pages of a PDF: each of them becomes a picture."""

    def __init__(self, name: str, content: bytes, attachments: Attachments) -> None:
        self.name = name
        try:
            self._pages = attachments.pages_of(content)
        except PdfUnreadable as error:
            raise PdfDamaged(field="file", name=name) from error

    @property
    def count(self) -> int:
        return len(self._pages.sizes)

    @property
    def left_behind(self) -> str:
        return _("Its pages become pictures: hidden text, authors and files inside are not kept.")

    def picture(self, number: int) -> QImage:
        page = self._pages.render(number, SHARP)
        kind = QImage.Format.Format_RGB32
        image = QImage(page.pixels, page.width, page.height, page.stride, kind).copy()
        return fitted(image) or image


def prepared(attachments: Attachments, brought: Brought | QImage) -> Sheets | Brought:
    """What must be looked at first as sheets; anything else as it was brought.

    Raises what is wrong with the file, PictureUnreadable and PdfDamaged.
    """
    if isinstance(brought, QImage):
        return Picture(_("the picture you copied"), fitted(brought) or brought)
    shown = attachments.look_into(brought)
    if shown.how is ShownAs.PAGES:
        return Pages(shown.name, shown.content, attachments)
    if ending(brought.name) == "pdf":
        raise PdfTooLarge(field="file", name=shown.name)
    if shown.how is not ShownAs.PICTURE:
        return brought
    image = read_picture(shown.content)
    if image is None:
        raise PictureUnreadable(field="file", name=shown.name)
    return Picture(shown.name, image)


def blackened(sheets: Sheets, spots: Spots, name: str) -> list[Pasted]:
    """The sheets that are kept, burnt, under a name that holds no name of a person."""
    several = sheets.count > 1
    return [
        Pasted(
            f"{name} {_('page {page}').format(page=number + 1)}.png" if several else f"{name}.png",
            as_png(burnt(sheets.picture(number), black)),
        )
        for number, black in spots.items()
    ]


class ProofList(AttachList):
    """The proof with what the officer stands on; `name` is said to a screen reader."""

    def __init__(
        self, controllers: Controllers, tasks: Tasks, within: QWidget, name: str = ""
    ) -> None:
        super().__init__(controllers, tasks, fit=True, hint=False, within=within)
        self._why_not: AppError | None = None
        self._called = ""
        self._queue: list[Brought | QImage] = []
        self._ready: list[Brought] = []
        self._cell: Cell | None = None
        self._aim: tuple[UUID, About, Cell | None] | None = None
        self._puzzled: list[str] = []
        self._as_is: list[str] = []
        """Names of what nobody can black out here."""
        self.card: Blackout | None = None
        self.rows.setAccessibleName(name or _("Proof with this answer"))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_trouble)
        self.told.connect(self._soon.start)

    def show_proof(
        self,
        centre: UUID,
        about: About,
        called: str,
        count: int,
        why_not: AppError | None,
        cell: Cell | None = None,
    ) -> None:
        """The proof of this; asked for only when there is any. `why_not` refuses more.

        `cell`: an answer of a check, which may still be open.
        """
        moved = about != self._about
        self._why_not, self._called, self._cell = why_not, called, cell
        self.add.setVisible(why_not is None)
        if moved:
            self._centre, self._about = centre, about
            self.trouble.hide()
            self.empty()
        if count != len(self.files):
            self.reload()

    def focus_add(self) -> None:
        """B: Enter chooses a file from here, Ctrl+V pastes."""
        if self._why_not is not None:
            self._refuse(self._why_not)
        else:
            self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_trouble(self) -> None:
        """What was refused or warned about comes in sight, once it has its height."""
        area = area_of(self)
        if area is not None:
            area.ensureWidgetVisible(self.trouble)

    def bring(self, brought: Sequence[Brought]) -> None:
        self._begin(list(brought))

    def bring_image(self, image: QImage) -> None:
        self._begin([image])

    def _begin(self, brought: Sequence[Brought | QImage]) -> None:
        if self._centre is None or self._about is None or not brought:
            return
        if self._why_not is not None:
            self._refuse(self._why_not)
            return
        if self._aim is None:
            self._aim = self._centre, self._about, self._cell
            self._say("")
            self._puzzled, self._as_is = [], []
            self._queue = list(brought)
            self._next()
        else:
            self._queue += brought

    def _next(self) -> None:
        """The next one to look at; when none is left, keep what is ready as one step."""
        if self._queue:
            look = partial(prepared, self._controllers.attachments)
            ticket = self._tasks.ask(look, self._queue.pop(0))
            ticket.then(self._look_at).otherwise(self._not_this_one)
            return
        aim, ready = self._aim, self._ready
        self._aim, self._ready = None, []
        if aim is not None and ready:
            self._keep_with(*aim, ready)

    def _keep_with(
        self, centre: UUID, about: About, cell: Cell | None, ready: Sequence[Brought]
    ) -> None:
        self._busy()
        add = self._controllers.attachments.add
        ticket = self._tasks.do(add, centre, list(ready), about, cell)
        ticket.then(self._added).otherwise(self._refuse)

    def _look_at(self, found: Sheets | Brought) -> None:
        if isinstance(found, Picture | Pages):
            self.card = Blackout(self, self._tasks, found)
            self.card.kept.connect(partial(self._burn, found))
            self.card.skipped.connect(self._next)
            self.card.begin()
        else:
            self._ready.append(found)  # type: ignore[arg-type]
            self._as_is.append(found.name)
            self._next()

    def _burn(self, sheets: Sheets, spots: Spots) -> None:
        self._busy()
        name = f"{self._called} {self._moment()}".replace("/", "-").replace("\\", "-")
        ticket = self._tasks.ask(blackened, sheets, spots, name)
        ticket.then(self._burnt).otherwise(self._not_this_one)

    def _burnt(self, made: list[Pasted]) -> None:
        self._ready += made
        self._next()

    def _not_this_one(self, error: AppError) -> None:
        self._puzzled.append(str(error))
        self._refuse(error)
        self._next()

    def _added(self, added: Added) -> None:
        """What was refused on the way stays told, and what was kept with all that is in it."""
        super()._added(added)
        refused = [*self._puzzled, *(one.sentence for one in added.refused)]
        gone = {one.name for one in added.refused}
        told = [_as_is(name, added.unread) for name in self._as_is if name not in gone]
        self._say("\n".join([*refused, *told]))
        if told and not refused:
            self.trouble.set_tone("due")


def _as_is(name: str, unread: Collection[str]) -> str:
    """What comes along with a file that nobody can black out; of a text everything was read."""
    if name in unread:
        return _(AS_IS).format(name=name)
    return _(TEXT_AS_IS if is_text(name) else PACKED_AS_IS).format(name=name)
