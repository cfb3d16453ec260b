"""One cell that came back: as it left, as the file has it, as it is in the workbook."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from controllers.exchange.review import Group, Item
from models.kernel.text import _
from ui.kit.base import Icon, Text, column, row, wrap
from ui.kit.button import Button

_SIGNS = {
    Group.CONFLICTS: ("alert-triangle", "due"),
    Group.FORBIDDEN: ("lock", "late"),
    Group.UNREADABLE: ("alert-circle", "late"),
}


class BackPanel(QWidget):
    """`ticked()` asks to tick or untick the cell that shows."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "body", 600, wrap=True)
        self.place = Text("", "small", 400, "quiet", tabular=True)
        self.texts = {name: Text("", "body", 400, wrap=True) for name in ("base", "ours", "theirs")}
        labels = {
            "base": _("When it left"),
            "ours": _("In the file now"),
            "theirs": _("In the workbook"),
        }
        self._blocks = {
            name: wrap(column(Text(label, "small", 600, "quiet"), self.texts[name], gap=2))
            for name, label in labels.items()
        }
        self._signs = {group: Icon(icon, tone, 16) for group, (icon, tone) in _SIGNS.items()}
        self.reason = Text("", "body", 400, wrap=True)
        signs = column(*self._signs.values(), None, margins=(0, 2, 0, 0))
        line = row(signs, gap=8)
        line.addWidget(self.reason, 1)
        self._why = wrap(line)
        self.tick = Button("", "secondary")
        self.tick.clicked.connect(self.ticked)
        self.setLayout(
            column(
                column(self.title, self.place, gap=4),
                self._why,
                *self._blocks.values(),
                row(self.tick, None),
                None,
                gap=14,
                margins=(22, 6, 22, 18),
            )
        )
        self.show_item(None, ticked=False)

    def show_item(self, item: Item | None, *, ticked: bool) -> None:
        for part in (self.place, self._why, self.tick, *self._blocks.values()):
            part.setVisible(item is not None)
        if item is None:
            self.title.setText(_("Choose a cell to see it three times."))
            return
        self.title.setText(item.what)
        self.place.setText(_where(item))
        for name, text in self.texts.items():
            text.setText(getattr(item, name) or _("empty"))
        self._blocks["base"].setVisible(item.group is not Group.REACTIONS)
        self._blocks["ours"].setVisible(item.group is not Group.REACTIONS)
        self.reason.setText(item.reason)
        self._why.setVisible(bool(item.reason))
        for group, sign in self._signs.items():
            sign.setVisible(group is item.group)
        self.tick.setVisible(item.takable)
        self.tick.setText(_("Do not take over") if ticked else _("Take this over"))


def _where(item: Item) -> str:
    """A cell, or a whole row, column or sheet."""
    if item.row and item.column:
        said = _("Sheet {sheet}, row {row}, column {column}")
    elif item.row:
        said = _("Sheet {sheet}, row {row}")
    else:
        said = _("Sheet {sheet}, column {column}") if item.column else _("Sheet {sheet}")
    return said.format(sheet=item.sheet, row=item.row, column=item.column)
