"""What people do with attachments, and the columns of their list.

How contents lie encrypted beside the database is the work of `models.store.attachments`.
"""

from controllers.attachments.filing import Filing
from controllers.attachments.listing import COLUMNS, state_of
from controllers.attachments.looking import Looking
from controllers.attachments.things import About, Cell
from controllers.attachments.tidying import Tidying
from models.attachments.rules import size_word

__all__ = ["COLUMNS", "About", "Attachments", "Cell", "size_word", "state_of"]


class Attachments(Filing, Looking, Tidying):
    """Files kept with the files of centres."""
