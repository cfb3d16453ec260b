"""What people do with checklists: look, draft, edit, test, publish, retire, keep questions.

`Checklists` has all its verbs and nouns; what may change is decided by models.checklists.rules.
"""

from controllers.checklists.exchanging import Exchanging, TakenTemplate, TemplatePlan
from controllers.checklists.keeping import Keeping
from controllers.checklists.listing import COLUMNS
from controllers.checklists.questions import Questions
from controllers.checklists.reading import Reading
from controllers.checklists.sections import Sections
from controllers.checklists.versions import Versions
from models.checklists.rules import bounds_sentence, condition_sentence, option_lines

__all__ = [
    "COLUMNS",
    "Checklists",
    "TakenTemplate",
    "TemplatePlan",
    "bounds_sentence",
    "condition_sentence",
    "option_lines",
]


class Checklists(Reading, Versions, Sections, Questions, Keeping, Exchanging):
    """Checklists in their versions, and the library of questions."""
