"""The requirements to the left, the one that was chosen to the right, what is missing below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from controllers.bundle import Controllers
from models.applications.rules.judging import asked, complete
from models.applications.values import ApplicationFile, CriterionGap, Judged
from models.kernel.errors import AppError
from models.kernel.text import _
from ui.drafting import apart, spelled
from ui.kit.base import column, row, wrap
from ui.kit.fitting import fit_panel
from ui.kit.memory import Memory
from ui.kit.page import Message
from ui.kit.theme import themes
from ui.pages.applications.assessing import Assessing, Place
from ui.pages.applications.criteria_list import CriteriaList
from ui.pages.applications.criterion_panel import CRITERION, CriterionPanel, judgement_of
from ui.pages.applications.going import Going
from ui.pages.applications.key_map import KeyMap
from ui.pages.applications.standing import Standing
from ui.resuming import Resuming
from ui.tasks import Tasks

WIDTH = 420
MOTIVATION = CriterionGap.MOTIVATION


class CriteriaView(QWidget):
    """The keys of the matrix of a check: 1 to 4 judge, N writes, B adds proof, F8 goes on."""

    said = Signal(object)

    def __init__(self, controllers: Controllers, tasks: Tasks, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._file: ApplicationFile | None = None
        self._given: dict[str, Judged] = {}
        """What was judged and does not stand in the file yet: it decides what is asked already."""
        self.assessing = Assessing(controllers.applications, tasks, self)
        self.list = CriteriaList()
        self.panel = CriterionPanel(self.assessing, controllers, tasks, within=self)
        self.going = Going(self)
        self.key_map: KeyMap | None = None
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
        """Show it; one that opens stands where the assessor left it, also after a restart."""
        left = self._memory.word(_place_of(file))
        before, self._file = self._file, file
        self.list.show_file(file)
        self._given = {
            key: one
            for key, one in self._given.items()
            if before is not None
            and before.id == file.id
            and file.of(key).judged.judgement is not one.judgement
        }
        if before is None or before.id != file.id:
            keys = [one.key for one in file.criteria]
            self.list.choose(left if left in keys else keys[0])
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
        self.list.proof_wanted.connect(self.panel.focus_proof)
        self.list.rule_wanted.connect(self.panel.focus_rule)
        self.list.goto_wanted.connect(self._ask_where)
        self.list.keys_wanted.connect(self.show_keys)
        self.going.chosen.connect(self._go_to)
        self.panel.judged.connect(self._judge)
        self.panel.left.connect(self._to_list)
        self.panel.passed.connect(self._on)
        self.assessing.refused.connect(self._refused)
        self.resuming = Resuming(self, self.panel.sheet, self._bring_back)
        self.resuming.said.connect(self.said)
        self.panel.drafting.brought.connect(self.resuming.stand_in)
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
            self._memory.keep_word(_place_of(file), key)
            self.panel.show_place(place, file, file.of(key))

    def _bring_back(self) -> None:
        """Stand on the requirement that was being written when the program stopped."""
        file, sheet = self._file, self.panel.sheet
        if file is None or file.settled:
            return
        places: list[Place] = [(file.id, one.key) for one in file.criteria]
        sheet.forget_gone(CRITERION, places)
        _part, of, _field = apart(sheet.newest())
        for _application, key in (place for place in places if spelled(place) == of):
            self.stand_on(key)

    def _lacks_motivation(self, key: str | None) -> bool:
        file = self._file
        return file is not None and key is not None and file.of(key).gap is MOTIVATION

    def _place(self) -> Place | None:
        file, key = self._file, self.list.current
        if file is None or not isinstance(key, str):
            return None
        if file.settled or key not in self._asked():
            return None
        return file.id, key

    def _judge(self, key: int) -> None:
        place = self._place()
        if place is None or self._file is None:
            return
        judgement, one = judgement_of(key), self._file.of(place[1])
        self.settle()
        self.panel.show_judgement(judgement)
        self.assessing.judge(place, judgement)
        words = self.panel.motivation.value(), self.panel.evidence.value()
        given = Judged(judgement, *words, one.judged.proofs)
        self._given[one.key] = given
        if judgement is not None and complete(self._file.template, one.criterion, given):
            self._on()

    def _to_motivation(self) -> None:
        self.panel.focus_words("motivation")

    def _to_evidence(self) -> None:
        self.panel.focus_words("evidence")

    def show_keys(self) -> None:
        self.key_map = KeyMap(self)
        self.key_map.begin()

    def _ask_where(self) -> None:
        if self._file is not None:
            self.going.ask([one.key for one in self._file.criteria])

    def _go_to(self, key: str) -> None:
        self.stand_on(key)
        self._to_list()

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on(self) -> None:
        """On to the next requirement that is asked."""
        self._to_list()
        if self._file is None:
            return
        keys = [one.key for one in self._file.criteria]
        here = keys.index(self.list.current) if self.list.current in keys else len(keys)
        stands = self._asked()
        following = next((key for key in keys[here + 1 :] if key in stands), None)
        if following is not None:
            self.stand_on(following)

    def _asked(self) -> frozenset[str]:
        """The requirements that are asked, with what was judged just now."""
        if self._file is None:
            return frozenset()
        judged = {one.key: one.judged for one in self._file.criteria}
        return asked(self._file.template, judged | self._given)

    def _next_gap(self) -> None:
        self.settle()
        self.go_to_gap(1)

    def _gap_before(self) -> None:
        self.settle()
        self.go_to_gap(-1)

    def _refused(self, place: Place, field: str, error: AppError) -> None:
        if not field:
            self._given.pop(place[1], None)
        if not field or place[1] != self.list.current:
            self.said.emit(Message(str(error), tone="late"))
            self._show_current()


def _place_of(file: ApplicationFile) -> str:
    """Where the window remembers on which requirement the assessor stood."""
    return f"applications/place/{file.id}"
