"""What people do with attachments, and the columns of their list.

How contents lie encrypted beside the database is the work of `models.store.attachments`.
"""

from controllers.attachments.files import About, Attachments
from controllers.attachments.listing import COLUMNS, state_of
from models.attachments.rules import size_word

__all__ = ["COLUMNS", "About", "Attachments", "size_word", "state_of"]
