"""What is told of a list and of a sample, in a sentence or two."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from controllers.intake.dossier_list import DossierList
from controllers.intake.total_rows import reads_as_total
from models.checks.rules import spelling
from models.checks.values import Chosen, DossierColumn
from models.checks.values.sampling import SampleDesk
from models.kernel.text import N_, _, ngettext

SHOWN = 4
"""Duplicates that are told by name; the others are counted."""
REGISTERED = N_("A national register number stands in row {rows}. Write the dossier number there.")
CHOSEN = {
    Chosen.RANDOM: N_("Drawn"),
    Chosen.SPARE: N_("Drawn"),
    Chosen.AGAIN: N_("Looked at again"),
    Chosen.RISK: N_("Chosen for a risk"),
    Chosen.BY_HAND: N_("Added by hand"),
}
ORDER = (Chosen.RANDOM, Chosen.AGAIN, Chosen.RISK, Chosen.BY_HAND)


def told(found: DossierList, left: int) -> str:
    """How many numbers, which stand twice, which columns stayed out, which rows have none.

    `left` is how many different numbers there are.
    """
    given = len(found.numbers)
    if not given:
        return _rows(found) if found.totals else ""
    said = _("{given} numbers, {twice} double, {left} left.").format(
        given=given, twice=given - left, left=left
    )
    return " ".join(part for part in (said, _twice(found), _left_out(found), _rows(found)) if part)


def seen_before(count: int, left: int) -> str:
    """How many of a list are not drawn from, since they were looked at last time; how many are."""
    if not count:
        return ""
    sentence = ngettext(
        "{count} was looked at last time and is not drawn from.",
        "{count} were looked at last time and are not drawn from.",
        count,
    )
    stay = ngettext("{left} is left to draw from.", "{left} are left to draw from.", left)
    return f"{sentence.format(count=count)} {stay.format(left=left)}"


def odd(found: DossierList, known: Collection[str] = ()) -> str:
    """What somebody should look at before the draw; the draw itself changes no number.

    `known` numbers were looked at last time and are not drawn from.
    """
    numbers = found.numbers
    parts = [_like_known(found, known)] if known else []
    if found.doubt:
        doubt = _("The numbers come from {column}, which may well be something else.")
        parts.append(doubt.format(column=found.doubt))
    if rows := _at(found, spelling.national(numbers)):
        parts.append(_(REGISTERED).format(rows=rows))
    if rows := _at(found, spelling.names(numbers)):
        parts.append(
            _("Row {rows} reads as a name. Only dossier numbers may stand here.").format(rows=rows)
        )
    if rows := _at(found, [at for at, one in enumerate(numbers) if reads_as_total(one)]):
        total = _("Row {rows} reads as a total, and counts as a dossier.")
        parts.append(total.format(rows=rows))
    if pairs := spelling.alike(numbers):
        said = [
            _("{number} (row {row}) and {other} (row {first})").format(
                number=numbers[one.later],
                row=found.rows[one.later],
                other=numbers[one.first],
                first=found.rows[one.first],
            )
            for one in pairs[:SHOWN]
        ]
        parts.append(
            _("These look alike, but count as two: {pairs}.").format(
                pairs=", ".join(said) + _more(len(pairs))
            )
        )
    if short := spelling.shorter(numbers):
        said = [f"{numbers[at]} ({_('row {row}').format(row=found.rows[at])})" for at in short]
        parts.append(
            _("Shorter than the others: {numbers}. Did zeros in front get lost?").format(
                numbers=", ".join(said[:SHOWN]) + _more(len(short))
            )
        )
    return " ".join(part for part in parts if part)


def _like_known(found: DossierList, known: Collection[str]) -> str:
    pairs = spelling.like_known(found.numbers, known)
    if not pairs:
        return ""
    said = [
        _("{number} (row {row}) and {other}").format(
            number=found.numbers[at], row=found.rows[at], other=other
        )
        for at, other in pairs[:SHOWN]
    ]
    return _("Looked at last time under another spelling, and still drawn from: {pairs}.").format(
        pairs=", ".join(said) + _more(len(pairs))
    )


def with_national_numbers(found: DossierList) -> str:
    """In which rows of the list a national register number stands; nothing without one."""
    places = spelling.national(found.numbers)
    if not places:
        return ""
    return ngettext("It stands in row {rows}.", "They stand in rows {rows}.", len(places)).format(
        rows=_at(found, places)
    )


def _twice(found: DossierList) -> str:
    if not found.twice:
        return ""
    rows = [
        _("{number} (row {row}, as row {first})").format(
            number=one.number, row=one.row, first=one.first_row
        )
        for one in found.twice[:SHOWN]
    ]
    return _("Double: {rows}.").format(rows=", ".join(rows) + _more(len(found.twice)))


def _left_out(found: DossierList) -> str:
    if not found.dropped:
        return ""
    sentence = ngettext(
        "Column {names} is about clients and was left out.",
        "Columns {names} are about clients and were left out.",
        len(found.dropped),
    )
    return sentence.format(names=", ".join(found.dropped))


def _rows(found: DossierList) -> str:
    """The rows that are no dossier: without a number, the heading, blank ones."""
    parts = []
    if found.without_number:
        sentence = ngettext(
            "Row {rows} has no dossier number.",
            "Rows {rows} have no dossier number.",
            len(found.without_number),
        )
        shown_rows = ", ".join(map(str, found.without_number[:SHOWN]))
        parts.append(sentence.format(rows=shown_rows + _more(len(found.without_number))))
    if found.totals:
        sentence = ngettext(
            "Row {rows} adds up and is no dossier, so it is left out.",
            "Rows {rows} add up and are no dossiers, so they are left out.",
            len(found.totals),
        )
        shown_rows = ", ".join(f"{one.row} ({one.text})" for one in found.totals[:SHOWN])
        parts.append(sentence.format(rows=shown_rows + _more(len(found.totals))))
    if found.header_row is not None:
        parts.append(_("Row {row} is the heading.").format(row=found.header_row))
    if found.blank:
        sentence = ngettext(
            "{count} blank row was passed over.", "{count} blank rows were passed over.",
            found.blank,
        )  # fmt: skip
        parts.append(sentence.format(count=found.blank))
    return " ".join(parts)


def _at(found: DossierList, places: Sequence[int]) -> str:
    return ", ".join(str(found.rows[at]) for at in places[:SHOWN]) + _more(len(places))


def _more(count: int) -> str:
    return " …" if count > SHOWN else ""


def how_drawn(desk: SampleDesk) -> str:
    """One line over a sample: how many of how many, the seed, the spares."""
    sample = desk.sample
    if sample is None:
        return ""
    draw = sample.draw
    said = ngettext(
        "{size} of {population} drawn · seed {seed} · {spares} spare left",
        "{size} of {population} drawn · seed {seed} · {spares} spares left",
        len(desk.spares),
    ).format(size=sample.size, population=draw.population, seed=draw.seed, spares=len(desk.spares))
    if sample.grouped_by:
        said = f"{said} · {_('spread over {column}').format(column=sample.grouped_by)}"
    return said


def how_chosen(dossier: DossierColumn) -> str:
    """Why a dossier is in the check, for its row."""
    if dossier.replaces_number:
        why = dossier.chosen_why.split("\n")[0]
        said = _("spare for {number}: {why}").format(number=dossier.replaces_number, why=why)
    elif dossier.chosen in {Chosen.RISK, Chosen.RANDOM}:
        said = dossier.chosen_why
    else:
        said = ""
    return " · ".join(part for part in (dossier.group, said) if part)
