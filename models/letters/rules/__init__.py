"""Decisions about letters: templates read and checked, places filled, blocks made.

Letters are Dutch content, so the sentences made here are Dutch. No database, no clock, no paper.
"""

from models.letters.rules.addressing import AddresseeTooLong, addressee_lines, salutation
from models.letters.rules.audit import audit_letter, audit_outline, audit_whole
from models.letters.rules.blocks import blocks, fill
from models.letters.rules.decisions import Decided, decision_letter, decision_outline
from models.letters.rules.renewal import Renewal, renewal_letter, renewal_outline
from models.letters.rules.template import letter_template, place_label

__all__ = [
    "AddresseeTooLong",
    "Decided",
    "Renewal",
    "addressee_lines",
    "audit_letter",
    "audit_outline",
    "audit_whole",
    "blocks",
    "decision_letter",
    "decision_outline",
    "fill",
    "letter_template",
    "place_label",
    "renewal_letter",
    "renewal_outline",
    "salutation",
]
