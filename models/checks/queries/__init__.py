"""Questions about dossier checks. They take a session and give back values, never entities.

Lists are read in a few statements a page; a check whole is read by itself.
"""

from models.checks.queries.earlier import before, earlier
from models.checks.queries.everywhere import finished_by_centre
from models.checks.queries.exports import export_id, later_exports, reaction_id, reaction_rows
from models.checks.queries.files import columns, file, place_of, state_of, template_of
from models.checks.queries.following import (
    breaches,
    days_after,
    ladder_steps,
    reactions,
    rechecks,
    recurrences,
    reviews,
    rounds,
    running_round,
    seen_again,
    unsolved,
    waiting_rechecks,
    waiting_since_start,
)
from models.checks.queries.keys import (
    answer_id,
    dossier_id,
    finding_id,
    recheck_id,
    reference_taken,
    with_words,
)
from models.checks.queries.lists import (
    ORDERS,
    answered_in,
    answers_of,
    finished,
    ids,
    numbers,
    outlines,
    rows,
    unfinished,
)
from models.checks.queries.patches import answered_again
from models.checks.queries.questions import last_question, next_visit, questions
from models.checks.queries.uses import finished_with, uses
from models.checks.queries.wanting import undecided, wanting

__all__ = [
    "ORDERS",
    "answer_id",
    "answered_again",
    "answered_in",
    "answers_of",
    "before",
    "breaches",
    "columns",
    "days_after",
    "dossier_id",
    "earlier",
    "export_id",
    "file",
    "finding_id",
    "finished",
    "finished_by_centre",
    "finished_with",
    "ids",
    "ladder_steps",
    "last_question",
    "later_exports",
    "next_visit",
    "numbers",
    "outlines",
    "place_of",
    "questions",
    "reaction_id",
    "reaction_rows",
    "reactions",
    "recheck_id",
    "rechecks",
    "recurrences",
    "reference_taken",
    "reviews",
    "rounds",
    "rows",
    "running_round",
    "seen_again",
    "state_of",
    "template_of",
    "undecided",
    "unfinished",
    "unsolved",
    "uses",
    "waiting_rechecks",
    "waiting_since_start",
    "wanting",
    "with_words",
]
