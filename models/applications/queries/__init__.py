"""Questions about applications and decisions. They take a session and give back values.

Lists are read in a few statements a page; an application whole is read by itself.
"""

from models.applications.queries.decisions import (
    decision,
    decision_ids,
    decision_rows,
    decisions_of_centre,
)
from models.applications.queries.exports import export_id, later_exports
from models.applications.queries.files import (
    advices,
    circumstances,
    closed_why,
    file,
    judgement_id,
    judgements,
    reference_taken,
    running,
    template_of,
)
from models.applications.queries.lists import ORDERS, ids, rows, with_words
from models.applications.queries.uses import received_with, uses

__all__ = [
    "ORDERS",
    "advices",
    "circumstances",
    "closed_why",
    "decision",
    "decision_ids",
    "decision_rows",
    "decisions_of_centre",
    "export_id",
    "file",
    "ids",
    "judgement_id",
    "judgements",
    "later_exports",
    "received_with",
    "reference_taken",
    "rows",
    "running",
    "template_of",
    "uses",
    "with_words",
]
