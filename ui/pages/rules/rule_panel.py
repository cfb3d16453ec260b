"""One rule beside the list: its values in the order of time, each with its days and basis."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel.text import N_, _
from models.settings.values import RecordedChange, RuleEntry, RuleLine, When
from models.terms.sentences import value_of
from models.terms.values import Keeper
from ui.kit.badge import Badge
from ui.kit.base import Icon, Text, column, dismiss, row
from ui.kit.button import Button
from ui.kit.card import Card
from ui.pages.rules.words import days_of
from ui.why_card import certainty_words

WHEN = {
    When.PAST: (N_("Before"), "wait"),
    When.NOW: (N_("In force"), "done"),
    When.COMING: (N_("Coming"), "plan"),
}
KEEPERS = {
    Keeper.AUTHORITY: N_("A term of the service: it never moves; work with the day before."),
    Keeper.OTHERS: N_("A term of somebody else: a closed last day moves to the next working day."),
    Keeper.NOBODY: N_("It is simply that day, also when it is closed."),
}


class RulePanel(QWidget):
    """`change_wanted` asks for a new change of this rule; `mend_wanted` for one that is there."""

    change_wanted = Signal()
    mend_wanted = Signal(object)
    """A RecordedChange."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "body", 600, wrap=True)
        self.keeper = Text("", "small", 400, "quiet", wrap=True)
        self.note = Text("", "small", 400, "quiet", wrap=True)
        self.key = Text("", "small", 400, "faint")
        self.change = Button(_("Another value …"), "primary", "plus")
        self.change.clicked.connect(self.change_wanted)
        self._lines: QVBoxLayout = column(gap=10)
        self.values: list[ValueCard] = []
        self.setLayout(
            column(
                *(self.title, self.keeper, 4, self._lines, 4, self.note),
                *(4, row(self.change, None), 6, self.key, None),
                gap=4,
                margins=(22, 22, 22, 22),
            )
        )

    def show_entry(self, entry: RuleEntry) -> None:
        self.title.setText(entry.title)
        shown = entry.now or entry.lines[-1]
        keeper = shown.rule.keeper
        self.keeper.setText(_(KEEPERS[keeper]) if keeper else "")
        self.keeper.setVisible(keeper is not None)
        self.note.setText(shown.rule.note)
        self.note.setVisible(bool(shown.rule.note))
        self.key.setText(_("Key: {key}").format(key=entry.key))
        for old in self.values:
            self._lines.removeWidget(old)
            dismiss(old)
        self.values = [ValueCard(line) for line in reversed(entry.lines)]
        for made in self.values:
            made.mend_wanted.connect(self.mend_wanted)
            self._lines.addWidget(made)


class ValueCard(Card):
    """One value of a rule with the days between which it holds."""

    mend_wanted = Signal(object)

    def __init__(self, line: RuleLine) -> None:
        word, state = WHEN[line.when]
        self._recorded: RecordedChange | None = line.recorded
        self.mend = Button(_("Change …"), "link")
        if line.recorded is None:
            self.mend.hide()
        self.mend.clicked.connect(self._mend)
        rule = line.rule
        certain = certainty_words(rule)
        parts = [
            Text(value_of(rule), "body", 600, wrap=True),
            Text(f"{certain[:1].upper()}{certain[1:]}.", "small", 400, "quiet", wrap=True),
        ]
        super().__init__(
            days_of(rule) or _("always"),
            *parts,
            trailing=Badge(state, _(word), plain=True),
            gap=3,
        )
        if rule.reference:
            basis = row(column(Icon("scale", "quiet", 15), None, gap=0), gap=6)
            basis.addWidget(Text(rule.reference, "small", 400, "quiet", wrap=True), 1)
            self.body.addLayout(basis)
        self.body.addLayout(row(self.mend, None))

    def _mend(self) -> None:
        self.mend_wanted.emit(self._recorded)
