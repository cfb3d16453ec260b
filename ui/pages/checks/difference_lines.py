"""What became otherwise between two moments of a check: old beside new."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.checks.values.revision import Difference, RevisionDifference
from models.kernel.text import _, ngettext
from ui.kit.base import Item, Text, column, empty, row, rule, wrap
from ui.kit.shell import scrolled

TALL = 250
MOST = 300
"""Lines on the screen; the paper has all of them."""


class DifferenceLines(QWidget):
    """How many there are, between which marks and moments, why, and each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.count = Text("", "body", 500, wrap=True)
        self.marks = Text("", "small", 400, "quiet", wrap=True)
        self.moments = Text("", "small", 400, "quiet", wrap=True)
        """Who kept both and why an end was opened again; goes along with the lines."""
        self._held = column(gap=0)
        self.setLayout(column(self.count, self.marks, self._held, gap=6))

    def show_difference(self, found: RevisionDifference) -> None:
        count = len(found.lines)
        said = ngettext("One difference", "{count} differences", count).format(count=count)
        told = said if count else _("There is no difference.")
        if count > MOST:
            told = f"{told} · {_('the first {most} stand here, all on paper').format(most=MOST)}"
        title = f"{found.first} → {found.second}"
        self.count.setText(f"{title[:1].upper()}{title[1:]} · {told}")
        self.marks.setText(
            _("Marks {first} and {second}").format(
                first=found.first_mark[:12], second=found.second_mark[:12]
            )
        )
        names = zip((found.first, found.second), found.moments, strict=True)
        kept = [f"{name[:1].upper()}{name[1:]}: {moment}." for name, moment in names if moment]
        self.moments = Text("\n".join([*kept, *found.reopened]), "small", 400, "quiet", wrap=True)
        empty(self._held)
        told_of = (self.moments, *_lines(found.lines[:MOST]))
        lines = wrap(column(*told_of, None, gap=6, margins=(0, 0, 12, 0)))
        area = scrolled(lines)
        area.setAccessibleName(title)
        area.setFixedHeight(TALL if count or self.moments.text() else 0)
        self._held.addWidget(area)


def _lines(found: tuple[Difference, ...]) -> list[Item]:
    parts: list[Item] = []
    group = ""
    for one in found:
        parts += [rule()] if parts else []
        if one.group != group:
            group = one.group
            parts += [6, Text(group, "body", 600)]
        parts.append(Text(f"{one.about} · {one.what}", "small", 500, "quiet"))
        both = row(gap=16)
        both.addWidget(Text(one.old or "–", "body", 400, "quiet", wrap=True), 1)
        both.addWidget(Text("→", "body", 400, "faint"))
        both.addWidget(Text(one.new or "–", "body", wrap=True), 1)
        parts.append(both)
    return parts
