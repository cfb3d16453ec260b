"""The side that closes a visit: what is missing, the summary, who saw it, and what leaves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.checks.closing import ClosingSight
from models.checks.values import (
    CheckFile,
    CheckNotBegun,
    CheckState,
    RevisionProof,
    VisitNotBegun,
)
from models.checks.values.revision import Revision
from models.kernel.text import _, ngettext
from models.kernel.wording import list_date
from ui.drafting import DraftSheet
from ui.kit.base import Text, column, row, wrap
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.shell import scrolled
from ui.pages.checks.papers import DIFFERENCE, Papers
from ui.pages.checks.papers_card import PapersCard
from ui.pages.checks.seen_form import SeenForm
from ui.pages.checks.side_words import remark_words, unseen_words
from ui.pages.checks.summary_view import SummaryView
from ui.tasks import Tasks, Ticket

WIDTH = 1180
SIDE = 390


class ClosingView(QWidget):
    """Reads the summary when it is looked at; `gap_wanted` asks for the next thing missing."""

    said = Signal(object)
    gap_wanted = Signal()
    unseen_wanted = Signal()
    """What a check before this one found is to be looked at again."""
    turned = Signal()
    """The screen is to be turned to the centre."""

    def __init__(self, controllers: Controllers, tasks: Tasks, sheet: DraftSheet) -> None:
        super().__init__()
        self._checks, self._tasks = controllers.checks, tasks
        self._check: CheckFile | None = None
        self._asked: Ticket[ClosingSight] | None = None
        self.sight: ClosingSight | None = None
        self.papers = Papers(controllers, tasks, self)
        self.summary = SummaryView()
        self.seen = SeenForm(controllers.checks, tasks, sheet)
        self.gaps = Text("", "body", 600, wrap=True)
        self.unseen = Text("", "body", 600, "due", wrap=True)
        self.named = Text("", "small", 400, "quiet", wrap=True)
        self.remarks = Text("", "small", 500, "due", wrap=True)
        self.to_unseen = Button(_("Look at them under Findings"), "link")
        self.to_gap = Button(_("Next gap"), "secondary", keys="F8")
        self.turn = Button(_("Turn the screen"), "secondary", "eye", keys="F11")
        self.print = Button(_("Print the closing sheet"), "secondary", "printer", keys="Ctrl+P")
        self.keep = Button(_("Keep as PDF"), "secondary", "download")
        self.report = Button(_("Keep the report"), "secondary", "file-text")
        self.paper = Button(_("Print the empty checklist"), "secondary", "printer")
        self.all = Button(_("All papers"), "link", keys="Alt+P")
        self.mark = Text("", "small", 500, tabular=True, wrap=True)
        self.proof = Text("", "small", 400, "quiet", wrap=True)
        self.whole = Button(_("Show the whole mark"), "link")
        self.compare = Button(_("Show what changed"), "link")
        self.card: PapersCard | None = None
        self._lay_out()
        self.to_gap.clicked.connect(self.gap_wanted)
        self.to_unseen.clicked.connect(self.unseen_wanted)
        self.turn.clicked.connect(self.turned)
        self.print.clicked.connect(partial(self.papers.print, self.papers.closing))
        self.keep.clicked.connect(partial(self.papers.ask_where, self.papers.closing))
        self.report.clicked.connect(partial(self.papers.ask_where, self.papers.report))
        self.paper.clicked.connect(partial(self.papers.print, self.papers.empty))
        self.whole.clicked.connect(self._show_whole)
        self.all.clicked.connect(partial(self.ask_papers, ""))
        self.compare.clicked.connect(partial(self.ask_papers, DIFFERENCE))
        for part in (self.papers, self.seen):
            part.said.connect(self.said)

    def show_check(self, check: CheckFile) -> None:
        self._check = check
        self.papers.show_check(check)
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def settle(self) -> None:
        """Nothing hands itself in here: a name is given with its button."""

    def drafts(self) -> list[str]:
        """What is not handed in, and a paper that is being made."""
        seen = [_("Seen by the centre")] if self.seen.waiting() else []
        return [*seen, _("a paper that is being made")] if self.papers.making else seen

    def ask_papers(self, kind: str = "") -> None:
        """The card with every paper of this check, on this kind."""
        about = self.papers.about
        if about is not None:
            self.card = PapersCard(self, self._checks, self._tasks, self.papers)
            self.card.begin(about, kind)

    def _lay_out(self) -> None:
        left = Card(_("Summary as the centre may see it"), self.summary, gap=10)
        self._waiting = wrap(column(self.unseen, self.named, row(self.to_unseen, None), gap=4))
        parts = (self.gaps, self._waiting, self.remarks, row(self.to_gap, None))
        state = Card(_("Before you close"), *parts, gap=8)
        leaves = Card(
            _("At the table"),
            self.turn,
            self.print,
            self.keep,
            self.report,
            self.paper,
            row(self.all, None),
            gap=8,
        )
        ways = row(self.whole, self.compare, None)
        proof = Card(_("What was kept"), self.mark, ways, self.proof, gap=6)
        seen = Card(_("Seen by the centre"), self.seen)
        right = wrap(column(state, leaves, seen, proof, None, gap=14))
        right.setFixedWidth(SIDE)
        line = row(gap=20, margins=(28, 8, 24, 28))
        line.addWidget(left, 1)
        line.addWidget(right)
        both = wrap(line)
        both.setMaximumWidth(WIDTH)  # under the sides, as every other side of a check
        start = row(gap=0)
        start.addWidget(both, 100)
        start.addStretch(1)
        self.setFocusProxy(self.turn)
        self.setLayout(column(scrolled(wrap(start)), gap=0))

    def _ask(self) -> None:
        if self._check is not None:
            ask = self._tasks.ask(self._checks.closing, self._check.id)
            self._asked = ask.instead_of(self._asked).then(self._show)

    def _show(self, sight: ClosingSight) -> None:
        if self._check is None or sight.check_id != self._check.id:
            return
        self.sight = sight
        self.summary.show_closing(sight.closing)
        self.seen.show_sight(sight)
        why = "" if sight.begun else _(VisitNotBegun.sentence)
        for button in (self.turn, self.print, self.keep, self.report):
            button.allow(why)
        self.setFocusProxy(self.turn if sight.begun else self.paper)
        self._show_gaps(sight)
        self._show_proof(sight.proof)

    def _show_gaps(self, sight: ClosingSight) -> None:
        waits = sight.unseen if sight.state is not CheckState.FINISHED else ()
        begun = sight.begun and self._check is not None and bool(self._check.dossiers)
        self.gaps.setText(_gaps_words(sight) if begun else _(CheckNotBegun.sentence))
        self.gaps.set_tone("due" if sight.gaps or not begun else "done")
        self.unseen.setText(unseen_words(len(waits)))
        self.named.setText("; ".join(waits))
        self._waiting.setVisible(bool(waits))
        self.to_gap.setVisible(bool(sight.gaps or waits))
        remarks = remark_words(sight)
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))

    def _show_proof(self, proof: RevisionProof) -> None:
        final = proof.final
        told = (
            _("Version {number} · mark {mark}").format(number=final.number, mark=final.short)
            if final is not None
            else _("Nothing was kept yet.")
        )
        self.mark.setText(told)
        self.whole.setVisible(final is not None)
        self.compare.setVisible(final is not None and (proof.moments > 1 or not proof.finished))
        self.proof.setText(proof_words(proof))
        self.proof.set_tone("quiet" if proof.whole else "late")

    def _show_whole(self) -> None:
        if self.sight is not None and self.sight.proof.final is not None:
            self.mark.setText(self.sight.proof.final.sha256)
            self.whole.hide()


def proof_words(proof: RevisionProof) -> str:
    """Whether what was kept holds, in plain words."""
    if proof.broken:
        numbers = ", ".join(str(one.number) for one in proof.broken)
        return _("What was kept as version {number} was changed outside this program.").format(
            number=numbers
        )
    if proof.newer:
        return _(
            "This check was kept by a newer version of this program. Its mark holds; only that"
            " version can say whether the check still is what was kept."
        )
    if proof.stands is not None:
        return _held_words(proof)
    if proof.finished:
        return _("This check was finished before marks were kept. There is none to hold it to.")
    return _open_words(proof.final)


def _held_words(proof: RevisionProof) -> str:
    """A finished check held to what was kept, by the rule of that day."""
    if not proof.stands:
        return _("The check is no longer what was kept: it was changed outside this program.")
    if not proof.older:
        return _("The mark holds: the check still is exactly as it was kept when it was finished.")
    return _(
        "The mark holds: the check still is exactly as it was kept when it was finished, held to"
        " rule {rule} for what is kept, which applied then."
    ).format(rule=proof.rule)


def _open_words(final: Revision | None) -> str:
    """What became of the last end of a check that is open."""
    if final is not None and final.undone:
        said = _("The end of version {number} was undone. What was kept then can still be read.")
        return said.format(number=final.number)
    if final is not None and final.reopened_at is not None:
        day = list_date(final.reopened_at.astimezone().date())
        return _("Opened again on {day}: {why}").format(day=day, why=final.reopened_why)
    return _("A mark is made when the check is finished.")


def _gaps_words(sight: ClosingSight) -> str:
    if sight.state is CheckState.FINISHED:
        return _("The check is finished.")
    if not sight.gaps and sight.unseen:
        return _("Every answer is there.")
    if not sight.gaps:
        return _("Nothing is missing: this check can be finished.")
    said = ngettext("One answer is missing.", "{count} answers are missing.", sight.gaps)
    return said.format(count=sight.gaps)
