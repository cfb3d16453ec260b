"""What people do with attachments, and the columns of their list.

How contents lie encrypted beside the database is the work of `models.store.attachments`.
"""

from controllers.attachments.files import Attachments
from controllers.attachments.listing import COLUMNS, state_of
from controllers.attachments.things import About, Cell
from models.attachments.rules import size_word

__all__ = ["COLUMNS", "About", "Attachments", "Cell", "size_word", "state_of"]
