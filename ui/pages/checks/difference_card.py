"""What became otherwise since a check was kept: old beside new, over the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from models.checks.values.revision import Difference, RevisionDifference
from models.kernel.text import _, ngettext
from ui.kit.base import Item, Text, column, row, rule, wrap
from ui.kit.button import Button
from ui.kit.overlay import Overlay
from ui.kit.shell import scrolled
from ui.pages.checks.papers import Papers

WIDTH = 860
TALL = 380
MOST = 300
"""Lines on the screen; the paper has all of them."""


class DifferenceCard(Overlay):
    """Esc closes it; its buttons print what it shows, where there is a paper of it."""

    def __init__(self, host: QWidget, papers: Papers | None, found: RevisionDifference) -> None:
        super().__init__(host, WIDTH)
        title = f"{found.first} → {found.second}"
        self.setAccessibleName(title)
        self.print = Button(_("Print"), "secondary", "printer")
        self.keep = Button(_("Keep as PDF"), "secondary", "download")
        self.done = Button(_("Close"), "primary")
        count = len(found.lines)
        said = ngettext("One difference", "{count} differences", count).format(count=count)
        lines = wrap(column(*_lines(found.lines[:MOST]), None, gap=6, margins=(0, 0, 12, 0)))
        area = scrolled(lines)
        area.setFixedHeight(TALL)
        out = column(
            Text(title[:1].upper() + title[1:], "body", 600),
            Text(said if count else _("There is no difference."), "body", 400, "quiet"),
            area,
            row(self.print, self.keep, None, self.done, gap=8),
            gap=10,
            margins=(24, 22, 24, 20),
        )
        self.card.setLayout(out)
        if papers is None:
            self.print.hide()
            self.keep.hide()
        else:
            self.print.clicked.connect(partial(papers.print, papers.difference))
            self.keep.clicked.connect(partial(papers.ask_where, papers.difference))
        self.done.clicked.connect(self.close_card)
        self.closed.connect(self.deleteLater)

    def begin(self) -> None:
        self.open(self.done)


def _lines(found: tuple[Difference, ...]) -> list[Item]:
    parts: list[Item] = []
    for one in found:
        parts += [rule()] if parts else []
        parts.append(Text(f"{one.about} · {one.what}", "small", 600))
        both = row(gap=16)
        both.addWidget(Text(one.old or "–", "body", 400, "quiet", wrap=True), 1)
        both.addWidget(Text("→", "body", 400, "faint"))
        both.addWidget(Text(one.new or "–", "body", wrap=True), 1)
        parts.append(both)
    return parts
