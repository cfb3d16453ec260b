"""What tables and fields of complaints are called in the history."""

from collections.abc import Mapping
from enum import StrEnum

from controllers.complaint_words import BY_KIND
from models.kernel.text import N_, _

TABLES: Mapping[str, str] = {
    "complaint": N_("Complaint"),
    "complaint_route": N_("Route of a complaint"),
}
FIELDS: Mapping[str, str] = {
    "acknowledged_on": N_("receipt confirmed on"),
    "admissibility_reason": N_("reason for not handling"),
    "admissible": N_("admissible"),
    "answered_on": N_("answered on"),
    "channel": N_("channel"),
    "closed_on": N_("closed on"),
    "closing_reason": N_("reason for closing"),
    "complaint_id": N_("complaint"),
    "entry": N_("route"),
    "facts_on": N_("day of the facts"),
    "forwarded_on": N_("passed on to another party on"),
    "handler": N_("handled by"),
    "inadmissibility": N_("ground for not handling"),
    "judgement_reason": N_("reasons of the judgement"),
    "resolution": N_("solved"),
    "summary": N_("what happened"),
    "theme": N_("is about"),
}
OTHERWISE: Mapping[tuple[str, str], str] = {
    ("complaint", "subject"): N_("about the work of"),
}


def chooses(value: StrEnum) -> bool:
    """Whether it is a choice of complaints: kind by kind, for others may be written alike."""
    return type(value) in BY_KIND


def said(value: StrEnum) -> str:
    """As the page of complaints calls it."""
    return _(BY_KIND[type(value)][value][0])
