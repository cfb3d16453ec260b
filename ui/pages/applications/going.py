"""Where somebody wants to go in an assessment, from what they type: 5, ma-12 or MA-12."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.kernel.errors import Refused
from models.kernel.text import N_, _
from models.kernel.words import clean, fold
from ui.kit.ask import AskText, ask_text
from ui.kit.numbered import key_of


class RequirementUnknown(Refused):
    sentence = N_("{typed} is no requirement of this checklist. Write a number such as 12.")


class Going(QObject):
    """Asks where to go; `chosen(key)` of a requirement."""

    chosen = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.card: AskText | None = None

    def ask(self, keys: Sequence[str]) -> None:
        aim = partial(target, keys=keys)
        self.card = ask_text(
            self._host,
            _("Go to"),
            _("Number of the requirement"),
            partial(self._go, aim),
            help=_("Such as 12, or MA-12."),
            word=_("Go"),
            check=aim,
        )

    def _go(self, aim: Callable[[str], str], typed: str) -> None:
        self.chosen.emit(aim(typed))


def target(typed: str, keys: Sequence[str]) -> str:
    """The requirement that was meant. Raises RequirementUnknown."""
    found = key_of(fold(clean(typed)), keys)
    if found is None:
        raise RequirementUnknown(typed=clean(typed) or "…")
    return found
