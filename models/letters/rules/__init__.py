"""Decisions about letters: templates read and checked, places filled, blocks made.

Letters are Dutch content, so the sentences made here are Dutch. No database, no clock, no paper.
"""

from models.letters.rules.addressing import AddresseeTooLong, addressee_lines, salutation
from models.letters.rules.audit import audit_letter
from models.letters.rules.blocks import blocks, fill
from models.letters.rules.template import letter_template

__all__ = [
    "AddresseeTooLong",
    "addressee_lines",
    "audit_letter",
    "blocks",
    "fill",
    "letter_template",
    "salutation",
]
