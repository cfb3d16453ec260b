# ruff: noqa: E501 - a vocabulary reads best with one list of words on one line
"""What a word in a cell means: how a counsellor works, and the professional qualification."""

import re

from models.centres.values import EngagementType, Qualification
from models.kernel.words import fold

_SEPARATORS = re.compile(r"[^a-z0-9]+")
_ENGAGEMENTS = {
    word: kind
    for kind, words in {
        EngagementType.MANAGER: "zaakvoerder bestuurder manager gerant gerante dirigeant eigenaar vennoot administrateur directeur afgevaardigdbestuurder",
        EngagementType.EMPLOYEE: "bediende werknemer werkneemster employee employe employee loontrekkende loondienst indienst salarie salariee arbeider contractueel statutair",
        EngagementType.FREELANCE: "zelfstandige zelfst zelfstandig freelance freelancer independant independante selfemployed",
        EngagementType.SUBCONTRACTOR: "onderaannemer onderaanneming oa soustraitant soustraitante subcontractor",
    }.items()
    for word in words.split()
}  # fmt: skip
_QUALIFICATIONS = (
    (Qualification.EQUIVALENT, re.compile(r"gelijk|equival|vrijgesteld")),
    (Qualification.IN_PROGRESS, re.compile(r"lopend|opleiding|bezig|aangevraagd|en cours|in progress|volgt")),
    (Qualification.NO, re.compile(r"^(nee|neen|n|no|non|niet|geen|niet behaald)\b")),
    (Qualification.YES, re.compile(r"^(ja|j|x|yes|y|oui|behaald|ok|obtenu|in orde|1)\b")),
    (Qualification.UNKNOWN, re.compile(r"^(onbekend|niet gekend|unknown|inconnu)$")),
)  # fmt: skip


def engagement_of(text: str) -> EngagementType | None:
    """How somebody works for a centre; None when no word is known."""
    words = _SEPARATORS.sub(" ", fold(text)).split()
    found = (_ENGAGEMENTS.get(word) for word in ("".join(words), *words))
    return next((kind for kind in found if kind), None)


def qualification_of(text: str) -> Qualification | None:
    """What is said of the qualification; unknown for nothing, None when it cannot be read."""
    said = fold(text)
    if not said:
        return Qualification.UNKNOWN
    found = (meaning for meaning, pattern in _QUALIFICATIONS if pattern.search(said))
    return next(found, None)
