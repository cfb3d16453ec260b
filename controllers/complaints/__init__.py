"""What people do with complaints: register, route, weigh, answer, close. Never who complained."""

from controllers.complaints.listing import COLUMNS, ORDERS, state_words
from controllers.complaints.reading import Reading
from controllers.complaints.registering import Registering
from controllers.complaints.routing import Routing
from controllers.complaints.settling import Settling

__all__ = ["COLUMNS", "ORDERS", "Complaints", "state_words"]


class Complaints(Reading, Registering, Routing, Settling):
    """The desk of complaints."""
