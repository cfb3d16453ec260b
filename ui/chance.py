"""The verbs of the console that draw and count: they need a list or some numbers, and no file."""

from __future__ import annotations

import argparse
from typing import Any

from controllers.intake.dossier_list import read_dossier_list
from models.checks.rules import assurance as counting
from models.checks.rules.draw import check_numbers, draw, seed_of
from models.checks.rules.sample import kept_list, received
from models.checks.rules.spelling import like_known
from models.kernel.version import VERSION


def sample(options: argparse.Namespace) -> dict[str, Any]:
    """Draw from a list in a file; without a seed a new one is made, and told.

    `without` is a list too, of what a follow-up does not draw from; `alike` in the answer are the
    numbers that are drawn from all the same, since they are written otherwise than there.
    """
    found = read_dossier_list(options.list)
    seed = seed_of(options.seed or "")
    by = found.column(options.by) if options.by else ""
    away = read_dossier_list(options.without).numbers if options.without else ()
    kept = kept_list(found.entries(by), away, map(str, found.totals))
    check_numbers(kept.frame)
    drawn = draw(kept.frame, seed, options.size, options.spares, spread=bool(by))
    whole = received(kept)
    assert whole is not None  # noqa: S101 - only a list out of a file may be kept in part
    return {
        "population": drawn.population,
        "duplicates": list(whole.duplicates),
        "fingerprint": drawn.fingerprint,
        "seed": drawn.seed,
        "method": drawn.method,
        "version": VERSION,
        "drawn": list(drawn.drawn),
        "spares": list(drawn.spares),
        "groups": dict(drawn.groups),
        "by": by or None,
        "given": whole.given,
        "group_sizes": dict(drawn.group_sizes),
        "left_out": {
            "columns": list(found.dropped),
            "rows_without_number": list(found.without_number),
            "total_rows": [{"row": one.row, "text": one.text} for one in found.totals],
            "numbers": list(whole.left_out),
            "alike": [found.numbers[at] for at, _known in like_known(found.numbers, away)],
        },
        "received": {"numbers": whole.numbers, "fingerprint": whole.fingerprint},
    }


def assurance(options: argparse.Namespace) -> dict[str, Any]:
    """The honest sentence, with the numbers in it."""
    level = counting.level_of(options.level)
    said = counting.assurance(options.population, options.sample, options.bad, level)
    return {"at_most": said.at_most, "share": said.share, "sentence": said.sentence}
