"""What people do with applications for a mandate and with decisions about mandates.

An application is one desk: `Applications` has all its verbs and nouns. How a step in one is made
stands in `steps`.
"""

from controllers.applications.advising import Advising
from controllers.applications.assessing import Assessing
from controllers.applications.ending import EndingMandates
from controllers.applications.exchanging import Exchanging
from controllers.applications.listing import COLUMNS, DECISION_COLUMNS, ORDERS
from controllers.applications.printing import Printing
from controllers.applications.reading import Reading
from controllers.applications.receiving import Receiving

__all__ = ["COLUMNS", "DECISION_COLUMNS", "ORDERS", "Applications"]


class Applications(Reading, Receiving, Assessing, Exchanging, Printing, Advising, EndingMandates):
    """Applications for a mandate, and the decisions about mandates."""
