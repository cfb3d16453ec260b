"""What people do in a dossier check: plan, visit, answer, judge, finish.

A check is one desk: `Checks` has all its verbs and nouns. How a row is written is in `steps`.
"""

from controllers.checks.answering import Answering
from controllers.checks.asking import Asking
from controllers.checks.channels import Channels
from controllers.checks.closing import ClosingVisits
from controllers.checks.drawing import Drawing
from controllers.checks.exchanging import Exchanging
from controllers.checks.following import Following
from controllers.checks.judging import Judging
from controllers.checks.keeping import Keeping
from controllers.checks.laddering import Laddering
from controllers.checks.listing import COLUMNS, ORDERS
from controllers.checks.reacting import Reacting
from controllers.checks.reading import Reading
from controllers.checks.rechecking import Rechecking
from controllers.checks.sampling import Sampling
from controllers.checks.turning import Turning
from controllers.checks.visiting import DOSSIERS, OFFER, Visiting
from models.checks.rules.answers import asked, comes_to, effective, gap_kind, standing
from models.checks.rules.earlier import course, tally
from models.checks.rules.progress import by_section, section_totals, total

__all__ = [
    "COLUMNS",
    "DOSSIERS",
    "OFFER",
    "ORDERS",
    "Checks",
    "asked",
    "by_section",
    "comes_to",
    "course",
    "effective",
    "gap_kind",
    "section_totals",
    "standing",
    "tally",
    "total",
]


class Checks(
    Reading,
    Visiting,
    Asking,
    Sampling,
    Drawing,
    Channels,
    Answering,
    Judging,
    Following,
    Keeping,
    ClosingVisits,
    Turning,
    Rechecking,
    Reacting,
    Laddering,
    Exchanging,
):
    """Dossier checks at centres."""
