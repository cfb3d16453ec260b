"""Questions about letters. They take a session and give back values, never entities.

What each kind of letter rests on is gathered in `kinds`, the only place that tells them apart.
"""

from models.letters.queries.counting import date_of_check, letter_days
from models.letters.queries.files import (
    agreed,
    agreed_everywhere,
    file,
    of_check,
    of_subject,
    place_id,
    places,
    typed,
)
from models.letters.queries.ladder import followed_up, ladder
from models.letters.queries.lists import ids, rows
from models.letters.queries.registers import measure_register, pattern_register

__all__ = [
    "agreed",
    "agreed_everywhere",
    "date_of_check",
    "file",
    "followed_up",
    "ids",
    "ladder",
    "letter_days",
    "measure_register",
    "of_check",
    "of_subject",
    "pattern_register",
    "place_id",
    "places",
    "rows",
    "typed",
]
