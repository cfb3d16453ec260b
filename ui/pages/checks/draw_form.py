"""What a draw is asked with: the list, how many, and the rest; as fields and as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.checks.values import DrawKind
from models.checks.values.sampling import DrawWish, SampleDesk
from models.kernel.text import N_, _
from ui.kit.base import column, row, section, wrap
from ui.kit.button import Button
from ui.kit.choice_field import ChoiceField
from ui.kit.fields import LineField, WholeField
from ui.kit.form import Form
from ui.masking import mask
from ui.pages.checks.draw_draft import as_text, whole
from ui.pages.checks.list_field import ListField
from ui.pages.checks.list_reading import SeenList
from ui.pages.checks.size_part import SizePart

WAYS = N_("Paste the numbers, drop a file here, or open a list.")
TOP = Qt.AlignmentFlag.AlignTop
KINDS = {
    DrawKind.FIRST: N_("First sample"),
    DrawKind.SAME: N_("Follow-up: the same dossiers"),
    DrawKind.NEW: N_("Follow-up: other dossiers"),
    DrawKind.FAILED_AND_NEW: N_("Follow-up: those not conform, and new ones"),
}


class DrawForm(QWidget):
    """The fields of the draw desk and how they stand; what is done with them is the desk's."""

    def __init__(self) -> None:
        super().__init__()
        self._list, self._name = SeenList(), ""
        self._kept: Mapping[str, str] = {}
        self._desk: SampleDesk | None = None
        self.form = Form(self)
        self.numbers = ListField(lines=4, most=4)
        self.figures, self.spares = SizePart(self.form), WholeField()
        self.wanted, self.chance = self.figures.wanted, self.figures.said
        self.by = ChoiceField([("", _("Not spread"))])
        self.seed, self.why = LineField(_("chosen by chance")), LineField()
        self.kind = ChoiceField([(kind, _(word)) for kind, word in KINDS.items()])
        self.open = Button(_("Open a list"), "secondary", "download")
        self.cancel = Button(_("Cancel"), "ghost", keys="Esc")
        self.cancel.hide()
        self.go = Button(_("Draw"), "secondary", keys="Ctrl+Enter")
        self._lay_out()

    def focus_list(self) -> None:
        self.numbers.setFocus(Qt.FocusReason.OtherFocusReason)

    def waiting(self) -> bool:
        """Whether a list stands here that nothing was drawn from."""
        return bool(self.numbers.value())

    def _lay_out(self) -> None:
        add = self.form.add
        listed = add("numbers", _("List of the centre"), self.numbers, _(WAYS))
        line = row(gap=12)
        sure, most = self.figures.rows
        for part, wide in (
            (add("size", _("How many"), self.wanted), 3),
            (add("spares", _("Spares"), self.spares), 3),
            (add("by", _("Spread over"), self.by), 7),
            (add("seed", _("Seed"), self.seed), 7),
            (sure, 4),
            (most, 5),
        ):
            line.addWidget(part, wide, TOP)
        self._asking = wrap(line)
        follow = row(gap=12)
        follow.addWidget(add("kind", _("Kind of sample"), self.kind), 1, TOP)
        follow.addWidget(add("why", _("Why"), self.why, optional=True), 1, TOP)
        mask(self.form.row("why"))
        self._follow = wrap(follow)
        self._follow.hide()
        head = section(_("Draw a sample"), self.open)
        foot = row(gap=12)
        foot.addWidget(self.figures, 1)
        foot.addLayout(column(row(None, self.cancel, self.go, gap=12), None, gap=0))
        self._asked = (listed, self._asking, self.figures, self.open)
        inside = column(head, self._follow, listed, self._asking, foot, None, gap=10,
                        margins=(28, 4, 24, 12))  # fmt: skip
        self.setLayout(inside)
        self.kind.set_value(DrawKind.FIRST, afresh=True)

    def _show_list(self, found: SeenList) -> None:
        self._list = found
        self.form.row("numbers").clear()
        self.form.row("numbers").set_help(found.said or _(WAYS))
        self.form.row("numbers").warn(found.odd)
        choices = [("", _("Not spread")), *((name, name) for name in found.offered)]
        wanted = self.by.value() or self._kept.get("by", "")
        self.by.set_choices(choices)
        self.by.set_value(wanted if wanted in found.offered else "", afresh=True)
        self._measure()

    def _measure(self, _by: object = None) -> None:
        failed = self._desk.earlier_failed if self._desk else 0
        again = failed if self._kind() is DrawKind.FAILED_AND_NEW else 0
        self.figures.measure(self._list.population, self._list.sizes(self.by.value() or ""), again)

    def _kind(self) -> DrawKind:
        return DrawKind.FIRST if self._follow.isHidden() else DrawKind(self.kind.value())

    def _show_asked(self) -> None:
        """The same dossiers again: nothing is drawn, so nothing is asked for it."""
        same = self._kind() is DrawKind.SAME
        for part in self._asked:
            part.setVisible(not same)

    def _wish(self) -> DrawWish:
        return DrawWish(
            entries=(),
            size=self.wanted.value() or 0,
            spares=self.spares.value() or 0,
            seed=self.seed.value(),
            list_name=self._name,
            by=self.by.value() or "",
            kind=self._kind(),
            why=self.why.value(),
        )

    def _fields(self) -> dict[str, str]:
        known = {"name": self._name, "text": self.numbers.value()}
        fields: dict[str, Any] = {"size": self.wanted, "spares": self.spares, "by": self.by}
        fields |= {"kind": self.kind, "seed": self.seed, "why": self.why, "sure": self.figures.sure}
        return known | {name: as_text(field.value()) for name, field in fields.items()}

    def _fill(self, fields: Mapping[str, str]) -> None:
        self._kept, self._name = dict(fields), fields.get("name", "")
        self.numbers.set_value(fields.get("text", ""), afresh=True)
        self.figures.fill(whole(fields.get("size")), whole(fields.get("sure")))
        proposed = self._desk.proposal if self._desk else None
        usual, spares = proposed.spares if proposed else 0, whole(fields.get("spares"))
        self.spares.set_value(usual if spares is None else spares, afresh=True)
        self.seed.set_value(fields.get("seed", ""), afresh=True)
        self.why.set_value(fields.get("why", ""), afresh=True)
        self.kind.set_value(DrawKind(fields.get("kind", DrawKind.FIRST)), afresh=True)
        self._show_asked()
        self._show_list(SeenList())
