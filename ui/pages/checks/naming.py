"""The parts of a check take the words of what it looks at: dossiers, or channels of the offer."""

from __future__ import annotations

from models.checks.values import CheckFile, Unit
from models.kernel.text import _
from ui.kit.button import Button
from ui.kit.empty import EmptyState
from ui.kit.matrix import Matrix
from ui.kit.segmented import Segmented
from ui.pages.checks.progress import MatrixChoices
from ui.pages.checks.side_words import NO_CHANNELS, NO_DOSSIERS
from ui.pages.checks.unit_words import words_of


def name_sides(check: CheckFile, sides: Segmented, things: int) -> None:
    """The side with what is looked at."""
    sides.rename(things, words_of(check.template.unit).say("many"))


def name_matrix(check: CheckFile, matrix: Matrix, choices: MatrixChoices) -> None:
    say = words_of(check.template.unit)
    choices.direction.rename(0, say.say("per"))
    matrix.setAccessibleName(say.say("matrix"))


def name_empty(check: CheckFile, empty: EmptyState, first: Button, draw: Button) -> None:
    """What a check says that looks at nothing yet; channels are not drawn."""
    unit = check.template.unit
    empty.set_reason(*map(_, NO_CHANNELS if unit is Unit.PUBLIC_CHANNEL else NO_DOSSIERS))
    draw.setVisible(unit is not Unit.PUBLIC_CHANNEL)
    first.setText(words_of(unit).say("first"))
