"""The sections and questions of a checklist in one list; keys add, move, copy and remove."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from controllers.check_field_words import CHOICES
from models.checklists.values import ChecklistFile, Question, TemplateWarning
from models.kernel.text import _, ngettext
from ui.kit.row_list import Row, RowList
from ui.pages.checklists.spots import QUESTION, SECTION, WHOLE, Spot, instead

KEYS = "keys"


class Outline(RowList):
    """`chosen(Spot)`; `wish(str)`: add, add_section, remove, copy, up, down, keep, take or keys."""

    wish = Signal(str)

    def __init__(self) -> None:
        super().__init__(compact=True)
        self.setAccessibleName(_("Sections and questions"))
        self.spots: list[Spot] = []
        self._file: ChecklistFile | None = None

    def show_file(self, file: ChecklistFile) -> None:
        count = Counter(one.question_key or one.section_key for one in file.warnings)
        blocked = {one.question_key or one.section_key for one in file.blocking}
        assessing = file.template.assessment is not None
        rows = [_whole(count[""], assessing)]
        for section in file.template.sections:
            rows.append(_section(section.key, section.title, count[section.key]))
            rows += [
                _question(one, count[one.key], assessing, blocks=one.key in blocked)
                for one in section.questions
            ]
        self.spots = [row.payload for row in rows]
        stood, before, self._file = self.current, self._file, file
        self.set_rows(rows)
        if self.current is None:
            self.choose(instead(before, file, stood))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = KEYS if event.text() == "?" else _wish(Qt.Key(event.key()), held)
        if wish:
            self.wish.emit(wish)
        else:
            super().keyPressEvent(event)


def _wish(key: Qt.Key, held: Qt.KeyboardModifier) -> str:
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    alt = Qt.KeyboardModifier.AltModifier
    return {
        (Qt.Key.Key_Insert, plain): "add",
        (Qt.Key.Key_Insert, control): "add_section",
        (Qt.Key.Key_Delete, plain): "remove",
        (Qt.Key.Key_D, control): "copy",
        (Qt.Key.Key_Up, alt): "up",
        (Qt.Key.Key_Down, alt): "down",
        (Qt.Key.Key_L, plain): "take",
        (Qt.Key.Key_K, plain): "keep",
    }.get((key, held), "")


def _whole(told: int, assessing: bool) -> Row:
    rules = _("title, four eyes, legal basis") if assessing else _("title, thresholds, remark")
    return Row(
        title=_("The whole checklist"),
        sub=rules,
        lead="icon:settings",
        badge=_told(told),
        payload=(WHOLE, ""),
    )


def _section(key: str, title: str, told: int) -> Row:
    return Row(
        title=title, sub=_("Section"), lead="icon:folder", badge=_told(told), payload=(SECTION, key)
    )


def _sub(one: Question, assessing: bool) -> str:
    """How it is answered; a criterion is always judged, so there what it weighs."""
    if not assessing:
        return _(CHOICES[one.answer_type])
    decisive = _("Decisive") if one.decisive else _("Requirement")
    return f"{decisive} · {_('conditional')}" if one.asked_when else decisive


def _question(one: Question, told: int, assessing: bool, *, blocks: bool) -> Row:
    return Row(
        title=f"{one.key}  {one.title}",
        sub=_sub(one, assessing),
        lead="icon:flag" if one.decisive else "icon:list-check",
        badge=_told(told, blocks=blocks),
        payload=(QUESTION, one.key),
    )


def _told(count: int, *, blocks: bool = False) -> tuple[str, str] | None:
    if not count:
        return None
    said = ngettext("{count} remark", "{count} remarks", count).format(count=count)
    return ("late" if blocks else "remark", said)


def of_spot(file: ChecklistFile, spot: Spot) -> list[TemplateWarning]:
    """What is remarked about the whole, a section or a question."""
    kind, key = spot
    if kind == QUESTION:
        return [one for one in file.warnings if one.question_key == key]
    bare = [one for one in file.warnings if not one.question_key]
    return [one for one in bare if one.section_key == key]
