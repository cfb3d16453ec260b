"""Decisions about checklists: which there are, what may change, what is wrong, what differs.

Sentences made here are Dutch, as the checklists themselves are.
"""

from models.checklists.rules.assessing import (
    ANSWERS,
    JUDGEMENTS,
    answer_word,
    kept_rules,
    shipped_rules,
)
from models.checklists.rules.content import canonical, mark
from models.checklists.rules.differences import difference
from models.checklists.rules.question_reading import FAIL_GRADES
from models.checklists.rules.reading import (
    ASSESSMENT,
    VERDICT_LABELS,
    answer_label,
    built_in,
    grade_label,
    read_template,
    reason_required,
    template,
    verdict_label,
)
from models.checklists.rules.sentences import (
    bounds_sentence,
    condition_sentence,
    option_line,
    option_lines,
)
from models.checklists.rules.versions import (
    CHANGING,
    check_changing,
    check_draft,
    check_retirable,
    state_of,
)
from models.checklists.rules.warnings import blocking, can_fail, proof_of, warnings
from models.checklists.rules.writing import (
    checked_key,
    checked_number,
    checked_section,
    checked_text,
    checked_title,
    is_key,
    kept_options,
    next_key,
    options_of,
)

__all__ = [
    "ANSWERS",
    "ASSESSMENT",
    "CHANGING",
    "FAIL_GRADES",
    "JUDGEMENTS",
    "VERDICT_LABELS",
    "answer_label",
    "answer_word",
    "blocking",
    "bounds_sentence",
    "built_in",
    "can_fail",
    "canonical",
    "check_changing",
    "check_draft",
    "check_retirable",
    "checked_key",
    "checked_number",
    "checked_section",
    "checked_text",
    "checked_title",
    "condition_sentence",
    "difference",
    "grade_label",
    "is_key",
    "kept_options",
    "kept_rules",
    "mark",
    "next_key",
    "option_line",
    "option_lines",
    "options_of",
    "proof_of",
    "read_template",
    "reason_required",
    "shipped_rules",
    "state_of",
    "template",
    "verdict_label",
    "warnings",
]
