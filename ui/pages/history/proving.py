"""Whether all that should stand still does: the chain of the history, and the sealed checks."""

from __future__ import annotations

from dataclasses import replace

from controllers.bundle import Controllers
from controllers.history import Checked
from models.kernel.text import _
from models.kernel.wording import enumeration


def checked(controllers: Controllers) -> Checked:
    """The chain, and the checks whose content is no more what was kept when they were finished."""
    found = controllers.history.checked()
    odd = controllers.checks.prove_all()
    if not odd:
        return found
    said = _("No more as it was kept when it was finished: {checks}. See there, under Closing.")
    sentence = f"{found.sentence} {said.format(checks=enumeration(odd))}"
    return replace(found, whole=False, sentence=sentence)
