"""Where somebody wants to go in a matrix, from what they type: 5, dc-12, KZ-003 or '5 KZ-003'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

from models.checks.values import DossierColumn, Question
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.words import clean, fold
from ui.pages.checks.sight import Place

_NUMBER = re.compile(r"(?:dc)?\s*-?\s*(\d{1,3})")


class PlaceUnknown(Refused):
    sentence = N_(
        "{typed} is no question and no dossier of this check. Write a question number such as 12,"
        " or a dossier number."
    )


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
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = int(match[1])
    return next((each.key for each in questions if _number(each.key) == number), None)


def dossier_of(text: str, dossiers: Sequence[DossierColumn]) -> UUID | None:
    """The dossier with this number, or the only one whose number ends so."""
    if not text:
        return None
    exact = [each.id for each in dossiers if fold(each.number) == text]
    ends = [each.id for each in dossiers if fold(each.number).endswith(text)]
    found = exact or ends
    return found[0] if len(found) == 1 else None


def _number(key: str) -> int:
    return int(re.sub(r"\D", "", key) or 0)
