"""Why days without a certificate count: the rule, and the days it was held against (F1.07)."""

from collections.abc import Sequence
from datetime import date

from models.kernel.wording import long_date, thousands
from models.terms.days import in_full
from models.terms.parameters import parameter
from models.terms.values import Changed, Grounds

CONTINUOUS = "certificate_continuous"
"""The rule that a mandated centre holds a valid certificate all the time."""


def uncertified(
    gap: tuple[date, date],
    mandate: tuple[date, date],
    ends: Sequence[date],
    changed: Changed | None = None,
) -> Grounds:
    """Why the days from gap[0] to gap[1] of this mandate ask for a certificate.

    `ends` are the last days of the certificates that are known, in any order.
    """
    first, last = gap
    days = (last - first).days + 1
    count = "1 dag" if days == 1 else f"{thousands(days)} dagen"
    before = max((end for end in ends if end < first), default=None)
    reaches = last == mandate[1]
    facts = [("Mandaat", f"{long_date(mandate[0])} – {long_date(mandate[1])}")]
    steps = ["Een centrum met een mandaat heeft de hele tijd een geldig kwaliteitscertificaat."]
    if before is not None:
        facts.append(("Laatste dag van het certificaat", in_full(before)))
        steps.append(f"Het certificaat dat we kennen, loopt tot en met {in_full(before)}.")
    else:
        steps.append("Voor deze dagen kennen we geen certificaat.")
    if reaches:
        then = date.fromordinal(last.toordinal() + 1)
        facts.append(("Eerste dag van de volgende periode", in_full(then)))
        steps.append(f"Een volgende periode begint op {in_full(then)}.")
    are = "is" if days == 1 else "zijn"
    span = f"Van {in_full(first)} tot en met {in_full(last)}"
    steps.append(f"{span} {are} er {count} zonder certificaat.")
    rule = parameter(CONTINUOUS, first, changed)
    sentence = (
        f"Tijdens uw mandaat hebt u de hele tijd een geldig kwaliteitscertificaat nodig;"
        f" van {long_date(first)} tot en met {long_date(last)} ({count}) kennen we er geen."
    )
    return Grounds(f"{count} zonder certificaat", rule, tuple(facts), tuple(steps), sentence)
