"""The requirements to the left, the one that was chosen to the right, what is missing below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from controllers.wording import word
from models.applications.values import ApplicationFile, ApplicationState, CriterionGap
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.kit.base import Icon, Text, column, row, rule, wrap
from ui.kit.card import Meter
from ui.kit.fitting import fit_panel
from ui.kit.page import Message
from ui.kit.theme import themes
from ui.pages.applications.assessing import Assessing, Place
from ui.pages.applications.criteria_list import CriteriaList, gaps
from ui.pages.applications.criterion_panel import CriterionPanel, judgement_of
from ui.tasks import Tasks

WIDTH = 392
MOTIVATION = CriterionGap.MOTIVATION


class CriteriaView(QWidget):
    """Keys 1 to 4 judge, N writes the motivation, F8 goes to the next gap."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks) -> None:
        super().__init__()
        self._file: ApplicationFile | None = None
        self.assessing = Assessing(controllers.applications, tasks, self)
        self.list = CriteriaList()
        self.panel = CriterionPanel(self.assessing, controllers, tasks)
        self.foot = Standing()
        left = column(gap=0, margins=(16, 0, 8, 0))
        left.addWidget(self.list, 1)
        left.addWidget(self.foot)
        line = row(gap=0)
        line.addWidget(wrap(left), 1)
        line.addWidget(self.panel)
        self.setLayout(line)
        self._connect()
        self._fit()

    def show_file(self, file: ApplicationFile) -> None:
        self._file = file
        self.list.show_file(file)
        self.foot.show_file(file)
        self._show_current()

    def stand_on(self, key: str) -> None:
        if self.list.choose(key):
            self._show_current()

    def go_to_gap(self, step: int = 1) -> None:
        """To the next requirement without a judgement or a motivation.

        Who just judged one stands on its list row: its own motivation is the next gap then.
        """
        if step > 0 and self.list.hasFocus() and self._lacks_motivation(self.list.current):
            self._to_motivation()
            return
        key = self.list.next_gap(step)
        if key is None:
            self.said.emit(Message(_("Every requirement is judged and motivated.")))
            return
        self.stand_on(key)
        if self._lacks_motivation(key):
            self._to_motivation()
        else:
            self._to_list()

    def settle(self) -> None:
        self.panel.settle()

    def drafts(self) -> list[str]:
        """Texts that were refused and are not in sight."""
        rows = self.panel.form.row
        return [
            _("{field} of {key}").format(field=rows(field).field.accessibleName(), key=key)
            for (_application, key), field in self.assessing.drafts
            if key != self.list.current
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        themes.changed.connect(self._fit)
        self.list.chosen.connect(self._choose)
        self.list.judged.connect(self._judge)
        self.list.motivation_wanted.connect(self._to_motivation)
        self.list.evidence_wanted.connect(self._to_evidence)
        self.list.rule_wanted.connect(self._to_rule)
        self.panel.judged.connect(self._judge)
        self.panel.left.connect(self._to_list)
        self.panel.passed.connect(self._on)
        self.assessing.refused.connect(self._refused)
        self.panel.proof.said.connect(self.said)
        for keys, act in (("F8", self._next_gap), ("Shift+F8", self._gap_before)):
            QShortcut(QKeySequence(keys), self, act)

    def _fit(self) -> None:
        fit_panel(self.panel, WIDTH, self.width())

    def _choose(self, _key: str) -> None:
        self._show_current()

    def _show_current(self) -> None:
        file, key = self._file, self.list.current
        if file is not None and isinstance(key, str):
            place = file.id, key
            self.panel.show_place(
                place, file.centre_id, file.of(key), locked=file.settled or not file.of(key).asked
            )

    def _lacks_motivation(self, key: str | None) -> bool:
        file = self._file
        return file is not None and key is not None and file.of(key).gap is MOTIVATION

    def _place(self) -> Place | None:
        file, key = self._file, self.list.current
        if file is None or not isinstance(key, str):
            return None
        if file.settled or not file.of(key).asked:
            return None
        return file.id, key

    def _judge(self, key: int) -> None:
        place = self._place()
        if place is not None:
            self.panel.show_judgement(judgement_of(key))
            self.assessing.judge(place, judgement_of(key))

    def _to_motivation(self) -> None:
        self.panel.motivation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_evidence(self) -> None:
        self.panel.evidence.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_rule(self) -> None:
        self.panel.rule.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on(self) -> None:
        """The motivation is done: the next requirement."""
        self._to_list()
        keys = [one.key for one in self._file.criteria] if self._file else []
        here = keys.index(self.list.current) if self.list.current in keys else len(keys)
        if here + 1 < len(keys):
            self.stand_on(keys[here + 1])

    def _next_gap(self) -> None:
        self.settle()
        self.go_to_gap(1)

    def _gap_before(self) -> None:
        self.settle()
        self.go_to_gap(-1)

    def _refused(self, place: Place, field: str, error: AppError) -> None:
        if not field or place[1] != self.list.current:
            self.said.emit(Message(str(error), tone="late"))
            self._show_current()


class Standing(QWidget):
    """How far the assessment is, what is missing, and which advice the rules propose."""

    def __init__(self) -> None:
        super().__init__()
        self._count = Text("", "small", 600, "quiet", tabular=True)
        self._missing = Text("", "small", 500, "due", tabular=True)
        self.meter = Meter(0)
        self.meter.setFixedWidth(110)
        self._icon = Icon("info-circle", "quiet", 16)
        self._advice = Text("", "small", 500, "ink", wrap=True)
        top = row(self._count, self.meter, self._missing, None, gap=10)
        under = row(column(self._icon, None, gap=0, margins=(0, 2, 0, 0)), gap=8)
        under.addWidget(self._advice, 1)
        self.setLayout(column(rule(), 6, top, under, gap=4, margins=(12, 0, 12, 14)))

    def show_file(self, file: ApplicationFile) -> None:
        total = len(file.asked)
        without, unmotivated = gaps(file.criteria)
        done = total - without
        self._count.setText(_("{done} of {total} judged").format(done=done, total=total))
        self.meter.set_share(done / max(total, 1), "accent" if done < total else "done")
        parts = []
        if without:
            parts.append(_("{count} without judgement").format(count=without))
        if unmotivated:
            parts.append(_("{count} without motivation").format(count=unmotivated))
        self._missing.setText(" · ".join(parts))
        self._advice.setText(_advice(file))
        self.setAccessibleName(f"{self._count.text()}. {self._missing.text()}. {_advice(file)}")

    def sentence(self) -> str:
        return self._advice.text()


def _advice(file: ApplicationFile) -> str:
    if file.settled or file.state is ApplicationState.ADVISED:
        return file.why
    if file.proposal is None:
        return _("An advice is proposed when every requirement is judged.")
    said = _("The rules propose: {advice}. {why}")
    return said.format(advice=word(file.proposal.outcome), why=file.proposal.why)
