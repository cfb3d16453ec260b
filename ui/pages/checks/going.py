"""Where somebody wants to go in a matrix, from what they type: 5, dc-12, KZ-003 or '5 KZ-003'."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.checks.values import CheckFile, DossierColumn, Question
from models.kernel.errors import Refused
from models.kernel.text import N_, _
from models.kernel.words import clean, fold
from ui.kit.ask import AskText, ask_text
from ui.kit.numbered import key_of
from ui.pages.checks.sight import Place
from ui.pages.checks.unit_words import words_of


class PlaceUnknown(Refused):
    sentence = N_(
        "{typed} is no question and no column of this check. Write a question number such as 12,"
        " or what stands over a column."
    )


class Going(QObject):
    """Asks where to go, over the matrix."""

    chosen = Signal(str, object)
    """Question key and dossier id."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.card: AskText | None = None

    def ask(self, check: CheckFile, here: Place) -> None:
        """Over this check, from the cell somebody stands on."""
        aim = partial(
            target, here=here, questions=check.template.questions, dossiers=check.dossiers
        )
        say = words_of(check.template.unit)
        self.card = ask_text(
            self._host,
            _("Go to"),
            say.say("go_to"),
            partial(self._go, aim),
            help=say.say("such_as"),
            word=_("Go"),
            check=aim,
        )

    def _go(self, aim: Callable[[str], Place], typed: str) -> None:
        self.chosen.emit(*aim(typed))


def target(
    typed: str, here: Place, questions: Sequence[Question], dossiers: Sequence[DossierColumn]
) -> Place:
    """The cell that was meant; what is not said stays as it is. Raises PlaceUnknown."""
    text = fold(clean(typed))
    key, dossier = question_of(text, questions), dossier_of(text, dossiers)
    if key is not None:
        return key, here[1]
    if dossier is not None:
        return here[0], dossier
    first, _space, rest = text.partition(" ")
    key, dossier = question_of(first, questions), dossier_of(rest, dossiers)
    if key is None or dossier is None:
        raise PlaceUnknown(typed=clean(typed) or "…")
    return key, dossier


def question_of(text: str, questions: Sequence[Question]) -> str | None:
    """The key of the question with this number."""
    return key_of(text, (each.key for each in questions))


def dossier_of(text: str, dossiers: Sequence[DossierColumn]) -> UUID | None:
    """The dossier with this number, or the only one whose number ends so."""
    if not text:
        return None
    exact = [each.id for each in dossiers if fold(each.number) == text]
    ends = [each.id for each in dossiers if fold(each.number).endswith(text)]
    found = exact or ends
    return found[0] if len(found) == 1 else None
