"""One card for every paper of a check: which, of which moment, to a printer or as a PDF."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.checks import Checks
from models.checks.values import VisitNotBegun
from models.checks.values.exchange import SheetUse
from models.checks.values.kinds import RevisionKind
from models.checks.values.revision import PaperDesk, Revision, RevisionDifference
from models.kernel.errors import AppError
from models.kernel.text import _
from models.kernel.wording import list_date
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.form import FormRow
from ui.kit.overlay import Overlay
from ui.kit.segmented import Segmented
from ui.pages.checks.difference_lines import DifferenceLines
from ui.pages.checks.papers import CLOSING, DIFFERENCE, EMPTY, KINDS, PROTOCOL, REPORT, Papers
from ui.papers import Paper
from ui.tasks import Tasks, Ticket

WIDTH = 860
NAMES = tuple(KINDS)
NOW = None
"""The check as it stands; it has no revision."""


class PapersCard(Overlay):
    """`begin(check, kind)` reads which moments there are; Enter prints, Esc closes."""

    def __init__(self, host: QWidget, checks: Checks, tasks: Tasks, papers: Papers) -> None:
        super().__init__(host, WIDTH)
        self._checks, self._tasks, self._papers = checks, tasks, papers
        self._desk: PaperDesk | None = None
        self._asked: Ticket[RevisionDifference | None] | None = None
        self.setAccessibleName(_("Papers of this check"))
        self._title = Text(_("Papers of this check"), "body", 600)
        self._of = Text("", "small", 400, "quiet")
        self.kinds = Segmented([_(word) for word in KINDS.values()], name=_("Which paper"))
        self.told = Text("", "body", 400, "quiet", wrap=True)
        self.moment = ChoiceField(name=_("Which version"))
        self.moment_row = FormRow(_("Which version"), self.moment)
        self.use = ChoiceField(
            (
                (SheetUse.OFFICER, _("For the service, with notes and reasons")),
                (SheetUse.CENTRE, _("For the centre, without notes and reasons")),
            ),
            name=_("For whom"),
        )
        self.use.set_value(SheetUse.OFFICER)
        self.use_row = FormRow(_("For whom"), self.use)
        self.pictures = ChoiceField(
            ((False, _("Without proof")), (True, _("With proof, small"))), name=_("Proof")
        )
        self.pictures.set_value(False)
        said = _(
            "Names of the files stand in the report either way. Pictures may hold personal facts:"
            " only what was kept after blacking out is shown, but look at them first."
        )
        self.pictures_row = FormRow(_("Proof"), self.pictures, said)
        self.first, self.second = ChoiceField(name=_("From")), ChoiceField(name=_("To"))
        self.both = wrap(row(FormRow(_("From"), self.first), FormRow(_("To"), self.second), gap=16))
        self.lines = DifferenceLines()
        self.print = Button(_("Print"), "primary", "printer")
        self.keep = Button(_("Keep as PDF"), "secondary", "download")
        self.done = Button(_("Close"), "secondary", keys="Esc")
        asked = (self.moment_row, self.use_row, self.pictures_row, self.both)
        parts = (self.told, *asked, self.lines)
        head = row(self._title, None, self._of, gap=8)
        foot = row(None, self.done, self.keep, self.print, gap=8)
        margins = (24, 22, 24, 20)
        body = column(head, row(self.kinds, None), *parts, foot, gap=12, margins=margins)
        self.card.setLayout(body)
        self.kinds.chosen.connect(self._turn)
        self.use.edited.connect(self._turn)
        self.moment.edited.connect(self._turn)
        self.first.edited.connect(self._compare)
        self.second.edited.connect(self._compare)
        self.print.clicked.connect(partial(self._leave, self._papers.print))
        self.keep.clicked.connect(partial(self._leave, self._papers.ask_where))
        self.done.clicked.connect(self.close_card)
        self.closed.connect(self.deleteLater)

    @property
    def kind(self) -> str:
        return NAMES[self.kinds.choice()]

    def begin(self, check_id: UUID, kind: str = "") -> None:
        """Open on this paper, and after what is typed was kept."""
        self.kinds.choose(NAMES.index(kind if kind in KINDS else CLOSING))
        self._show_kind()
        self.open(self.print)
        self._papers.settled.emit()
        self._tasks.after_writes().then(partial(self._read, check_id))

    def paper(self) -> Paper | None:
        """What would leave now; None while there is nothing to choose."""
        moment = self.moment.value()
        word = self._word(moment)
        match self.kind:
            case "closing":
                return self._papers.closing_of(moment, word)
            case "report":
                shown, use = bool(self.pictures.value()), self.use.value()
                return self._papers.report_of(moment, word, pictures=shown, use=use)
            case "difference":
                pair = self.first.value(), self.second.value()
                return self._papers.difference_of(*pair) if pair[0] is not None else None
            case "protocol":
                return self._papers.protocol
            case _:
                return self._papers.empty

    def _read(self, check_id: UUID, _kept: None) -> None:
        self._tasks.ask(self._checks.papers, check_id).then(self._show)

    def _show(self, desk: PaperDesk) -> None:
        self._desk = desk
        self._papers.show_of(desk.check_id, desk.reference, desk.centre)
        self._of.setText(f"{desk.reference} · {desk.centre}")
        kept = [(one.id, moment_words(one)) for one in reversed(desk.revisions)]
        now = (NOW, _now_words(desk))
        self.moment.set_choices([now, *kept])
        self.moment.set_value(NOW)
        self.first.set_choices(kept)
        self.second.set_choices([now, *kept])
        first, second = _usual(desk)
        self.first.set_value(first)
        self.second.set_value(second)
        self._show_kind()
        if self.kind == DIFFERENCE:
            self._compare()

    def _turn(self, _choice: object) -> None:
        self._show_kind()
        if self.kind == DIFFERENCE:
            self._compare()

    def _show_kind(self) -> None:
        kind, desk = self.kind, self._desk
        several = desk is not None and bool(desk.revisions)
        self.moment_row.setVisible(kind in (CLOSING, REPORT) and several)
        self.use_row.setVisible(kind == REPORT)
        officer = self.use.value() is SheetUse.OFFICER
        self.pictures_row.setVisible(kind == REPORT and officer)
        self.both.setVisible(kind == DIFFERENCE and several)
        self.lines.setVisible(kind == DIFFERENCE and several)
        self.told.setText(self._told())
        why = self._why_not()
        for button in (self.print, self.keep):
            button.allow(why)
        self.place()

    def _told(self) -> str:
        """What this paper is, or why there is none."""
        said = {
            CLOSING: _("One A4 with what was found and agreed, to leave behind."),
            REPORT: _("Everything of the check: criteria, sample, findings, every answer."),
            DIFFERENCE: _(
                "Two moments side by side: what stood there, and what stands there. For the"
                " service alone: notes and reasons stand in it."
            ),
            EMPTY: _("The questions on paper, with the numbers of the screen."),
            PROTOCOL: _("How the sample was drawn, to be initialled by both."),
        }
        return self._why_not() or said[self.kind]

    def _why_not(self) -> str:
        desk = self._desk
        if desk is None:
            return _("Being read.")
        if self.kind in (CLOSING, REPORT) and not (desk.begun or self.moment.value()):
            return _(VisitNotBegun.sentence)
        if self.kind == DIFFERENCE and not desk.revisions:
            return _("Nothing was kept yet to compare with.")
        if self.kind == PROTOCOL and not desk.drawn:
            return _("No sample was drawn in this check.")
        return ""

    def _compare(self, _value: object = None) -> None:
        first = self.first.value()
        if self._desk is None or first is None:
            return
        pair = (self._desk.check_id, first, self.second.value())
        ask = self._tasks.ask(self._checks.differences, *pair)
        self._asked = ask.instead_of(self._asked).then(self._show_lines).otherwise(self._refused)

    def _show_lines(self, found: RevisionDifference | None) -> None:
        if found is not None:
            self.lines.show_difference(found)
            self.place()

    def _refused(self, error: AppError) -> None:
        self.told.setText(str(error))

    def _word(self, moment: UUID | None) -> str:
        """The moment in the name of the file."""
        known = self._desk.revisions if self._desk is not None else ()
        return next((short_words(one) for one in known if one.id == moment), "")

    def _leave(self, act: object) -> None:
        paper = self.paper()
        if paper is not None and callable(act):
            self.close_card()
            act(paper)


def short_words(one: Revision) -> str:
    """Version 2; draft 1."""
    said = _("version {number}") if one.kind is RevisionKind.FINAL else _("draft {number}")
    return said.format(number=one.number)


def moment_words(one: Revision) -> str:
    """Version 2, what became of it, 14/04/2026 09:12 and its mark: what is cut tells least."""
    at = one.made_at.astimezone()
    word = short_words(one)
    told = [word[:1].upper() + word[1:]]
    if one.undone:
        told.append(_("undone"))
    elif one.reopened_at is not None:
        told.append(_("opened again"))
    return " · ".join([*told, f"{list_date(at.date())} {at:%H:%M}", one.short])


def _now_words(desk: PaperDesk) -> str:
    return _("As it was finished last") if desk.finished else _("As the check is now")


def _usual(desk: PaperDesk) -> tuple[UUID | None, UUID | None]:
    """The last end beside now; of a finished check the two last ends, else the last two kept."""
    every = [one.id for one in desk.revisions]
    finals = [one.id for one in desk.revisions if one.kind is RevisionKind.FINAL]
    if desk.finished and len(finals) > 1:
        return finals[-2], finals[-1]
    if not desk.finished and finals:
        return finals[-1], NOW
    if len(every) > 1:
        return every[-2], every[-1]
    return (every[-1] if every else None), NOW
