"""Decisions about applications: states, facts, advices, what a decision asks, when it is served.

No database, no clock.
"""

from models.applications.rules.advising import proposal
from models.applications.rules.deciding import (
    check_advice,
    check_ending,
    check_grant,
    check_hearing,
    check_motivated,
    check_other_eyes,
    check_refusal,
    check_ruling,
    check_standing,
)
from models.applications.rules.facts import (
    Circumstances,
    Ended,
    Seat,
    certified_at_start,
    look_up,
)
from models.applications.rules.judging import asked, gaps, progress, put
from models.applications.rules.resting import held, overtaken_sentence, rests_on
from models.applications.rules.serving import appeal, check_sending, served
from models.applications.rules.states import ADVISED, application_state, is_late, newest
from models.applications.rules.trying import try_out
from models.applications.values import Outcome

FAILS = Outcome.FAILS

__all__ = [
    "ADVISED",
    "FAILS",
    "Circumstances",
    "Ended",
    "Seat",
    "appeal",
    "application_state",
    "asked",
    "certified_at_start",
    "check_advice",
    "check_ending",
    "check_grant",
    "check_hearing",
    "check_motivated",
    "check_other_eyes",
    "check_refusal",
    "check_ruling",
    "check_sending",
    "check_standing",
    "gaps",
    "held",
    "is_late",
    "look_up",
    "newest",
    "overtaken_sentence",
    "progress",
    "proposal",
    "put",
    "rests_on",
    "served",
    "try_out",
]
