"""Puts aside what is still being written, so that a power cut takes no more than the last word.

Any field of a form: a draft is called after what it belongs to, so that none takes the place of
another. It is offered again only while nothing newer was kept in its field.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from hashlib import sha256
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from controllers.drafts import Drafts, Unsaved
from models.kernel.text import N_
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.text_field import TextField
from ui.tasks import Tasks

AGAIN = N_("What you were writing when the program stopped stands here again.")
PUT_AWAY = "put away"
"""Among the marks of a draft: somebody closed the card it stood in, and knows of it."""
AT_MOST_MS = 150
"""From the first sign that is nowhere yet to its way to the disk; the disk has as long again."""

Written = TextField | LineField


class DraftSheet(QObject):
    """What lies aside of one check or application: read once, and kept in step with the file."""

    came = Signal()
    """The drafts of the thing that was turned to were read."""
    hurried = Signal()
    """What still waits for its moment goes aside now: soon nothing can be written any more."""
    brought = Signal(str, object)
    """The name of a draft, and the field in which it stands again."""

    def __init__(
        self, drafts: Drafts, tasks: Tasks, may_lie: Callable[[str], bool] = lambda _text: True
    ) -> None:
        """`may_lie` says whether a text may be on the disk, be it only as a draft."""
        super().__init__()
        tasks.closing.connect(self._let_go)
        self._drafts, self._tasks, self._may_lie = drafts, tasks, may_lie
        self.owner: UUID | None = None
        self._over = False
        self._lying: dict[UUID, dict[str, Unsaved]] = {}
        self._touched: set[tuple[UUID, str]] = set()
        """What was kept or forgotten here is newer than any reading."""
        self._left: set[tuple[UUID, str]] = set()
        """What an earlier run of the program left, and is not back in its field yet."""

    def turn_to(self, owner: UUID) -> None:
        """The check or application whose fields are shown from here on."""
        if self._over:  # a reading came in while the file closed
            return
        self.owner = owner
        if owner not in self._lying:
            self._lying[owner] = {}
            self._tasks.ask(self._drafts.unsaved, owner).then(partial(self._read, owner))

    @Slot()
    def settle(self) -> None:
        """Put everything aside that was typed just now: the file closes."""
        self.hurried.emit()

    @Slot()
    def _let_go(self) -> None:
        """Without an owner nothing is written any more, also when a field loses the keyboard."""
        self.settle()
        self.owner, self._over = None, True

    def names(self) -> list[str]:
        """The fields that hold something unsaved, the newest last."""
        return list(self._lying.get(self.owner, {})) if self.owner else []

    def newest(self, wanted: Callable[[str], bool] = lambda _name: True) -> str:
        """What was being written last, and was not put away; empty without any.

        `wanted` says of a name whether it counts.
        """
        lying = self._lying.get(self.owner, {}) if self.owner else {}
        open_ = (name for name in reversed(lying) if PUT_AWAY not in lying[name].over)
        return next(filter(wanted, open_), "")

    def left(self) -> list[str]:
        """Those of an earlier run that wait for their field, the newest last."""
        return [name for name in self.names() if (self.owner, name) in self._left]

    def found(self, name: str) -> Unsaved | None:
        return self._lying.get(self.owner, {}).get(name) if self.owner else None

    def keep(self, name: str, unsaved: Unsaved) -> None:
        """On its way to the disk; the newest of its owner."""
        if self.owner is not None:
            self.keep_of(self.owner, name, unsaved)

    def keep_of(self, owner: UUID, name: str, unsaved: Unsaved) -> None:
        """The same for a thing that is perhaps no longer the one that is turned to."""
        if self.owner is None or self._lying.get(owner, {}).get(name) == unsaved:
            return
        if not self._may_lie(unsaved.text):
            self.forget_of(owner, [name])
            return
        lying = self._lying.setdefault(owner, {})
        lying.pop(name, None)
        lying[name] = unsaved
        self._touched.add((owner, name))
        self._tasks.do(self._drafts.keep_unsaved, owner, name, unsaved)

    def forget(self, *names: str) -> None:
        """These were handed in, or are not wanted any more."""
        if self.owner is not None:
            self.forget_of(self.owner, names)

    def forget_of(self, owner: UUID, names: Collection[str], _done: object = None) -> None:
        """The same for a thing that is perhaps no longer the one that is turned to."""
        lying = self._lying.get(owner, {})
        gone = [name for name in names if lying.pop(name, None) is not None]
        if gone and self.owner is not None:
            self._touched |= {(owner, name) for name in gone}
            self._tasks.do(self._drafts.forget_unsaved, owner, gone)

    def put_away(self, names: Collection[str]) -> None:
        """The card of these was closed; they wait until it is opened again."""
        for name in names:
            found = self.found(name)
            if found is not None and PUT_AWAY not in found.over:
                self.keep(name, Unsaved(found.text, (*found.over, PUT_AWAY)))

    def forget_gone(self, part: str, there: Collection[object]) -> None:
        """Forget the drafts of a part of the screen whose thing is there no more."""
        known = {spelled(one) for one in there}
        mine = [name for name in self.names() if apart(name)[0] == part]
        self.forget(*(name for name in mine if apart(name)[1] not in known))

    def back(self, name: str) -> bool:
        """It stands in its field now; whether an earlier run had left it."""
        was = name in self.left()
        if self.owner is not None:
            self._left.discard((self.owner, name))
        return was

    def _read(self, owner: UUID, found: dict[str, Unsaved]) -> None:
        news = {name: one for name, one in found.items() if (owner, name) not in self._touched}
        self._lying[owner] = {**news, **self._lying[owner]}
        self._left |= {(owner, name) for name in news}
        if owner == self.owner:
            self.came.emit()


class FormDrafts(QObject):
    """Watches the fields of one form; `form.of` says what they belong to.

    Whoever shows another record in the form calls `offer` when all of it stands there.
    """

    brought = Signal(object)
    """A field in which stands again what was being written when the program stopped."""

    def __init__(
        self,
        form: Form,
        part: str,
        sheet: DraftSheet,
        taken: Callable[[], bool] = lambda: True,
    ) -> None:
        """`taken` says whether what is handed in now goes to the file, or waits for more."""
        super().__init__(form)
        self._form, self._part, self._sheet, self._taken = form, part, sheet, taken
        self._offered: object = None
        self._owners: dict[object, UUID] = {}
        """Of every record that stood here: the check or application it is of."""
        self._handed: dict[tuple[object, str], Unsaved] = {}
        """By record and field: what was handed in last, for when it comes back refused."""
        self._fields: dict[str, Written] = {}
        self._timers: dict[str, QTimer] = {}
        for name, field in form.fields().items():
            if isinstance(field, TextField | LineField):
                self._watch(name, field)
        form.refused.connect(self._keep_refused)
        form.missed.connect(self._keep_missed)
        form.taken.connect(self._is_kept)
        sheet.came.connect(self._put_back)
        sheet.hurried.connect(self._hurry)

    def name(self, of: object, field: str) -> str:
        """How a draft of this field is called."""
        return f"{self._part}|{spelled(of)}|{field}"

    def offer(self) -> None:
        """Put back what lies aside of the record shown, unless something newer stands there."""
        self._offered = of = self._form.of
        if of is not None and self._sheet.owner is not None:
            self._owners[of] = self._sheet.owner
        self._put_back()

    @Slot()
    def _put_back(self) -> None:
        of, lying = self._form.of, self._sheet.names()
        if of is None or of != self._offered or not lying:
            return
        fields = {self.name(of, name): field for name, field in self._fields.items()}
        for called in (name for name in lying if name in fields):  # ends where one typed last
            field, found = fields[called], self._sheet.found(called)
            if found is None or field.isReadOnly() or field.waiting() or field.dirty():
                continue
            if not of_now(found, field.standing()[0]):
                self._sheet.forget(called)
                continue
            if field.typed() != found.text:
                field.type_again(found.text)
            if self._sheet.back(called):
                self.brought.emit(field)
                self._sheet.brought.emit(called, field)

    def keep(self, of: object, name: str, text: str, kept: str) -> None:
        """Put a text aside that is in no field any more, such as one that was refused."""
        self._lay(of, name, Unsaved(text, (mark(kept),)))

    def _watch(self, name: str, field: Written) -> None:
        timer = QTimer(self, singleShot=True, interval=AT_MOST_MS)
        timer.timeout.connect(partial(self._put_aside, name))
        self._fields[name], self._timers[name] = field, timer
        field.textChanged.connect(partial(self._typed, name))
        field.edited.connect(partial(self._typed, name))
        if isinstance(field, LineField):
            field.unreadable.connect(partial(self._puzzled, name))

    def _typed(self, name: str, _text: object = None) -> None:
        """A running timer runs on: it is the oldest sign that may not wait longer."""
        timer = self._timers[name]
        if self._fields[name].waiting():
            if not timer.isActive():
                timer.start()
            return
        timer.stop()
        of = self._form.of
        if of != self._offered or self._form.row(name).refusal():
            return
        if self._fields[name].dirty() and not self._taken():
            self._keep(name)
            return
        if self._fields[name].dirty():
            self._handed[of, name] = self._unsaved(name)
        if of in self._owners:
            self._sheet.forget_of(self._owners[of], [self.name(of, name)])

    def _puzzled(self, name: str, sentence: str) -> None:
        """It cannot be handed in, and another record may take its place at once."""
        if sentence:
            self._put_aside(name)
        else:
            self._typed(name)

    def _keep_refused(self, name: str) -> None:
        """Who went away and came back before it was refused finds it in its field again."""
        if name not in self._fields:
            return
        if self._fields[name].dirty():
            self._keep(name)
        else:
            self._keep_missed(self._form.of, name)
            self._put_back()

    def _keep_missed(self, of: object, name: str) -> None:
        """Another record stands here by now: it waits until its own comes back."""
        handed = self._handed.pop((of, name), None)
        if handed is not None:
            self._lay(of, name, handed)

    def _is_kept(self, of: object, name: str) -> None:
        """What was handed in last is in the file, and comes back no more."""
        self._handed.pop((of, name), None)

    @Slot()
    def _hurry(self) -> None:
        for name, timer in self._timers.items():
            if timer.isActive():
                timer.stop()
                self._put_aside(name)

    def _put_aside(self, name: str) -> None:
        if self._fields[name].waiting():
            self._keep(name)

    def _keep(self, name: str) -> None:
        if self._form.of is not None:
            self._lay(self._form.of, name, self._unsaved(name))

    def _unsaved(self, name: str) -> Unsaved:
        field = self._fields[name]
        over = tuple(dict.fromkeys(mark(text) for text in field.standing()))
        return Unsaved(field.typed(), over)

    def _lay(self, of: object, name: str, unsaved: Unsaved) -> None:
        owner = self._owners.get(of, self._sheet.owner)
        if owner is not None:
            self._sheet.keep_of(owner, self.name(of, name), unsaved)


def of_now(unsaved: Unsaved, kept: str) -> bool:
    """Whether nothing was kept there since, so that this is the newest there is."""
    return mark(kept) in unsaved.over and unsaved.text.strip() != kept.strip()


def mark(text: str) -> str:
    """So that a text can be known again without being kept twice."""
    return sha256(text.strip().encode()).hexdigest()[:16]


def apart(name: str) -> tuple[str, str, str]:
    """The part of the screen, what the field belongs to, and the field of a draft's name."""
    part, _bar, rest = name.partition("|")
    of, _bar, field = rest.rpartition("|")
    return part, of, field


def spelled(of: object) -> str:
    """What a form belongs to as one word: ids and keys, with slashes between."""
    parts = of if isinstance(of, tuple) else (of,)
    return "/".join(one.hex if isinstance(one, UUID) else str(one) for one in parts)
