"""Questions about letters. They take a session and give back values, never entities.

What each kind of letter rests on is gathered in `kinds`, the only place that tells them apart.
"""

from models.letters.queries.files import (
    date_of_check,
    file,
    of_check,
    of_subject,
    place_id,
    places,
    typed,
)
from models.letters.queries.lists import ids, rows

__all__ = [
    "date_of_check",
    "file",
    "ids",
    "of_check",
    "of_subject",
    "place_id",
    "places",
    "rows",
    "typed",
]
