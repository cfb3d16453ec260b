"""Who of the centre saw the summary: a name, a role, a mark; and those who did already."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from controllers.checks.closing import ClosingSight, SeenDraft
from controllers.drafts import Unsaved
from models.checks.rules.strokes import strokes, written
from models.checks.values.closing import Seen
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from models.kernel.wording import list_date
from ui.card_drafts import CARD, CardDrafts
from ui.drafting import DraftSheet, mark, spelled
from ui.kit.base import Icon, Text, column, empty, row, wrap
from ui.kit.button import Button
from ui.kit.fields import LineField
from ui.kit.form import Form
from ui.kit.mark_pad import MarkPad
from ui.kit.page import Message
from ui.kit.segmented import Segmented
from ui.kit.shell import scrolled
from ui.masking import mask
from ui.pages.checks.card_names import SEEN, TURNED
from ui.pages.checks.mark_draft import MarkDraft
from ui.tasks import Tasks

SAW = 0
HOW = "how"
"""How the draft is called of what this person did."""
SIGNED = N_("Noted as seen by {name}.")
USUAL = ("", "Wenst niet te tekenen.", "Was niet aanwezig bij het afsluiten.")
"""Reasons to begin with: domain words, as they stand on the sheet."""


class SeenForm(QWidget):
    """Hands in once for each person; what was seen is what is on the screen now.

    With `narrow` the place where it stands shows `sentence` itself, beside what is seen.
    """

    said = Signal(object)

    def __init__(
        self, checks: Checks, tasks: Tasks, sheet: DraftSheet, *, narrow: bool = False
    ) -> None:
        super().__init__()
        self._checks, self._tasks = checks, tasks
        self._sight: ClosingSight | None = None
        self.form = Form(self)
        self.name, self.role = LineField(), LineField()
        self.how = Segmented(
            (_("Saw it"), _("Will not sign"), _("Not present")),
            name=_("What this person did"),
            upright=narrow,
        )
        self.why = LineField()
        self.pad = MarkPad(
            _("Mark"), _("Draw here with mouse, pen or finger; with the keyboard it stays empty.")
        )
        self.wipe = Button(_("Draw again"), "ghost")
        self.sign = Button(_("Note as seen"), "secondary", "eye")
        self._list = column(gap=8)
        told = _(
            "This says that somebody saw the summary, and what exactly. It is no qualified"
            " electronic signature and no consent."
        )
        self.sentence = Text(told, "small", 400, "quiet", wrap=True)
        fields = (
            self.form.add("name", _("Name"), self.name),
            self.form.add("role", _("Role"), self.role, optional=True),
            self.form.add("remark", _("Reason"), self.why),
            self.pad,
        )
        mask(*self.form.rows())
        self._sheet = sheet
        sheet.came.connect(self._turn_again)
        self._drafts = CardDrafts(self.form, sheet, HOW)
        self._called = TURNED if narrow else SEEN
        self._mark = MarkDraft(self.pad, sheet, self._called)
        if narrow:  # across the table: what was noted before pushes nothing out of sight
            inside = column(self.how, *fields, self.wipe, self._list, None, gap=10)
            self.setLayout(column(scrolled(wrap(inside)), self.sign, gap=10))
        else:
            acts = row(self.sign, self.wipe, None)
            how = row(self.how, None)
            self.setLayout(column(self.sentence, self._list, how, *fields, acts, gap=10))
        self.sign.clicked.connect(self.hand_in)
        self.wipe.clicked.connect(self.pad.clear)
        self.how.chosen.connect(self._choose)
        self._turn(SAW)
        for field in (self.name, self.role, self.why):
            field.returnPressed.connect(self.hand_in)

    def show_sight(self, sight: ClosingSight) -> None:
        other = self._sight is not None and self._sight.check_id != sight.check_id
        if other:
            self._drafts.leave()
            self._empty()
        if self._sight is None or other or self._sight.seen != sight.seen:
            self._show_seen(sight.seen)
        afresh = self._sight is None or other
        self._sight = sight
        if afresh:
            self._turn_again()
            self._drafts.offer(self._called, sight.check_id)
            self._mark.offer()
        self.sign.allow("" if sight.begun else _("Start the check first."))

    def hand_in(self) -> None:
        sight = self._sight
        if sight is None or not self.sign.isEnabled():
            return
        self.sign.setEnabled(False)
        for name in ("name", "remark"):
            self.form.row(name).clear()
        draft = self._draft()
        ticket = self._tasks.do(self._checks.sign, sight.check_id, draft, sight.shown_sha256)
        self._drafts.awaits(ticket)
        self._mark.awaits(sight.check_id, ticket)
        signed = partial(self._signed, sight.check_id, draft)
        ticket.ended(self._over).then(signed).otherwise(self._explain)

    def _over(self) -> None:
        self.sign.setEnabled(True)

    def waiting(self) -> bool:
        """Whether something stands here that was not handed in."""
        return bool(self.name.text().strip() or self.role.text().strip() or self.pad.strokes())

    def _draft(self) -> SeenDraft:
        name, role = self.name.value(), self.role.value()
        if self.how.choice() == SAW:
            return SeenDraft(name, role, written(self.pad.strokes()))
        return SeenDraft(name, role, remark=self.why.value(), not_signed=True)

    def _choose(self, how: int) -> None:
        """What this person did lies aside with the name: nobody who refused becomes one who saw."""
        self._turn(how)
        if how == SAW:
            self._sheet.forget(self._how_called())
        else:
            self._sheet.keep(self._how_called(), Unsaved(str(how), (mark(""),)))

    @Slot()
    def _turn_again(self) -> None:
        found = self._sheet.found(self._how_called())
        if found is not None and found.text != str(self.how.choice()):
            self.how.choose(int(found.text))
            self._turn(int(found.text))

    def _how_called(self) -> str:
        of = (self._called, self._sight.check_id) if self._sight is not None else self._called
        return f"{CARD}|{spelled(of)}|{HOW}"

    def _turn(self, how: int) -> None:
        """Who does not sign draws nothing and says why; a usual reason stands there already."""
        saw = how == SAW
        for part in (self.pad, self.wipe):
            part.setVisible(saw)
        self.form.row("remark").setVisible(not saw)
        self.why.set_value(USUAL[how], afresh=True)
        self.sign.setText(_("Note as seen") if saw else _("Note as not signed"))

    def _signed(self, check_id: UUID, draft: SeenDraft, _row: object) -> None:
        said = _("Noted that {name} did not sign.") if draft.not_signed else _(SIGNED)
        self.said.emit(Message(said.format(name=draft.name), undo=True))
        if self._sight is not None and self._sight.check_id == check_id:
            self._empty()
            self._drafts.offer(self._called, check_id)

    def _empty(self) -> None:
        self.name.set_value("", afresh=True)
        self.role.set_value("", afresh=True)
        self.pad.set_strokes(())
        self.how.choose(SAW)
        self._turn(SAW)

    def _explain(self, error: AppError) -> None:
        if not self.form.explain(error):
            self.said.emit(Message(str(error), tone="late"))

    def _show_seen(self, seen: tuple[Seen, ...]) -> None:
        empty(self._list)
        for one in seen:
            self._list.addWidget(_line(one))


def _line(one: Seen) -> QWidget:
    at = one.seen_at.astimezone()
    who = ", ".join(part for part in (one.name, one.role) if part)
    when = f"{list_date(at.date())} {at:%H:%M}"
    told = when if one.current else f"{when} · {_('an earlier text')}"
    parts = column(Text(who, "body", 500), Text(told, "small", 400, "quiet"), gap=0)
    if one.not_signed:
        parts.addWidget(Text(one.remark, "small", 500, "due", wrap=True))
    icon = Icon("eye-off", "due", 18) if one.not_signed else Icon("eye", "done", 18)
    line = row(icon, parts, None, gap=10)
    if one.mark:
        pad = MarkPad(_("Mark of {name}").format(name=one.name), "")
        pad.set_strokes(strokes(one.mark))
        pad.setEnabled(False)
        pad.setFixedSize(90, 30)
        line.addWidget(pad)
    return wrap(line)
