"""One word for one thing: the papers say what the screen says."""

import pytest

from controllers.language import in_dutch
from controllers.wording import word
from models.checks.rules.grounds import RUNG_WORDS
from models.checks.rules.kind_words import REACTION_OUTCOMES, REACTIONS, RECHECKS
from models.checks.values import ReactionKind, ReactionOutcome, RecheckOutcome, Rung


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (ReactionKind, REACTIONS),
        (ReactionOutcome, REACTION_OUTCOMES),
        (RecheckOutcome, RECHECKS),
        (Rung, RUNG_WORDS),
    ],
)
def test_paper_and_screen_call_a_kind_the_same(kinds, words):
    with in_dutch():
        shown = {kind: word(kind).lower() for kind in kinds}
    assert {kind: words[kind] for kind in kinds} == shown
