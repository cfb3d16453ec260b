"""The settings: who works here, who sends letters, how the screen looks, which days count."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from controllers.bundle import Controllers
from controllers.settings import SETTINGS
from models.kernel.errors import AppError
from models.kernel.text import N_, _
from models.settings.values import SettingField, SettingGroup, SettingKind
from ui.kit import theme
from ui.kit.base import Text, column, measure
from ui.kit.choice_field import ChoiceField
from ui.kit.fields import LineField
from ui.kit.form import Form, FormRow
from ui.kit.header import Header
from ui.kit.memory import Memory
from ui.kit.page import Message, Page, Ref
from ui.kit.shell import scrolled
from ui.kit.text_field import TextField
from ui.pages.settings.blocks_part import BlocksPart
from ui.tasks import Tasks

GROUPS = {
    SettingGroup.OFFICER: (N_("You"), N_("Stands in checks and letters as contact person.")),
    SettingGroup.SENDER: (N_("Sender of letters"), N_("Stands at the top of every letter.")),
    SettingGroup.LETTERS: (N_("Letters"), N_("How letters end, and who signs them.")),
    SettingGroup.SCREEN: (N_("Screen"), N_("How Waarmerk looks on this computer.")),
    SettingGroup.TERMS: (
        N_("Terms and warnings"),
        N_("Numbers for which no rule was found. They count in letters that you make from now on."),
    ),
}
ACROSS = 2
SIZES = (1.0, 1.25, 1.5, 2.0)


class SettingsPage(Page):
    """One form, built from the declaration of the settings."""

    key = "settings"
    shows = ("setting", "text_block")

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__(tasks)
        self._settings = controllers.settings
        self._memory = memory
        self.form = Form(self)
        self.form.changed.connect(self._edit)
        self.text_size = self._size_row()
        inside = QWidget()
        body = column(gap=10, margins=(28, 4, 24, 32))
        for group in SettingGroup:
            self._lay_out(body, group)
        self.blocks = BlocksPart(controllers.text_blocks, tasks)
        self.blocks.said.connect(self.said)
        body.addSpacing(14)
        body.addWidget(Text(_("Text blocks"), "body", 600))
        body.addWidget(self.blocks)
        body.addStretch(1)
        inside.setLayout(body)
        page = column(Header(_("Settings")), gap=0)
        page.addWidget(scrolled(measure(inside, 900)), 1)
        self.setLayout(page)

    def reload(self) -> None:
        self._tasks.ask(self._settings.texts).then(self._show)
        self.blocks.reload()

    def open(self, ref: Ref) -> None:  # noqa: ARG002 - there is only one form to show
        self.keys_changed.emit(_("Tab next field · Enter keep · Ctrl+Z undo"))

    def settle(self) -> None:
        self.form.settle()
        self.blocks.settle()

    def _show(self, texts: dict[str, str]) -> None:
        self.form.show(texts, of="settings")

    def _edit(self, key: str, value: object) -> None:
        asked = self._tasks.do(self._settings.edit, key, str(value))
        asked.otherwise(self._explain)

    def _explain(self, error: AppError) -> None:
        if not self.form.explain(error):
            self.said.emit(Message(str(error), tone="late"))

    def _size_row(self) -> FormRow:
        """The size of the text: of this machine and its screen, so no setting of the file."""
        field = ChoiceField([(size, f"{size:.0%}".replace("%", " %")) for size in SIZES])
        kept = self._memory.text_scale()
        field.set_value(min(SIZES, key=lambda size: abs(size - kept)))
        field.edited.connect(self._resize_text)
        return FormRow(_("Text size"), field, _("Kept on this computer only."))

    def _resize_text(self, size: float) -> None:
        self._memory.keep_text_scale(size)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self._memory.theme(), size)

    def _lay_out(self, body: QVBoxLayout, group: SettingGroup) -> None:
        title, sentence = GROUPS[group]
        body.addSpacing(14)
        body.addWidget(Text(_(title), "body", 600))
        body.addWidget(Text(_(sentence), "small", 400, "quiet", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        grid.setContentsMargins(0, 6, 0, 0)
        made = [
            self.form.add(entry.key, _(entry.label), _field(entry), _(entry.sentence))
            for entry in SETTINGS
            if entry.group is group
        ]
        if group is SettingGroup.SCREEN:
            made.append(self.text_size)
        for place, each in enumerate(made):
            grid.addWidget(each, place // ACROSS, place % ACROSS)
        for across in range(ACROSS):
            grid.setColumnStretch(across, 1)
        body.addLayout(grid)


def _field(entry: SettingField) -> Any:
    match entry.kind:
        case SettingKind.CHOICE:
            return ChoiceField([(value, _(word)) for value, word in entry.choices])
        case SettingKind.LINES:
            return TextField(lines=2, most=6)
        case _:
            return LineField()


PAGE = SettingsPage
