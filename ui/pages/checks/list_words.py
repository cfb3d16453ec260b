"""What is told of a list and of a sample, in a sentence or two."""

from __future__ import annotations

from controllers.intake.dossier_list import DossierList
from models.centres.rules.numbers import national_numbers
from models.checks.rules.draw import shown
from models.checks.values import Chosen, DossierColumn
from models.checks.values.sampling import SampleDesk
from models.kernel.text import N_, _, ngettext

SHOWN = 4
"""Duplicates that are told by name; the others are counted."""
CHOSEN = {
    Chosen.RANDOM: N_("Drawn"),
    Chosen.SPARE: N_("Drawn"),
    Chosen.AGAIN: N_("Looked at again"),
    Chosen.RISK: N_("Chosen for a risk"),
    Chosen.BY_HAND: N_("Added by hand"),
}
ORDER = (Chosen.RANDOM, Chosen.AGAIN, Chosen.RISK, Chosen.BY_HAND)


def told(found: DossierList) -> str:
    """How many numbers, which stand twice, which columns stayed out, which rows have none."""
    if not found.numbers:
        return ""
    seen = shown(found.entries())
    said = _("{given} numbers, {twice} double, {left} left.").format(
        given=seen.given, twice=len(seen.duplicates), left=seen.population
    )
    parts = [said]
    if found.twice:
        rows = [
            _("{number} (row {row}, as row {first})").format(
                number=one.number, row=one.row, first=one.first_row
            )
            for one in found.twice[:SHOWN]
        ]
        more = " …" if len(found.twice) > SHOWN else ""
        parts.append(_("Double: {rows}.").format(rows=", ".join(rows) + more))
    if found.dropped:
        count = len(found.dropped)
        sentence = ngettext(
            "Column {names} is about clients and was left out.",
            "Columns {names} are about clients and were left out.",
            count,
        )
        parts.append(sentence.format(names=", ".join(found.dropped)))
    if found.without_number:
        rows_ = ", ".join(map(str, found.without_number[:SHOWN]))
        sentence = ngettext(
            "Row {rows} has no dossier number.",
            "Rows {rows} have no dossier number.",
            len(found.without_number),
        )
        parts.append(sentence.format(rows=rows_))
    return " ".join(parts)


def with_national_numbers(found: DossierList) -> str:
    """In which rows of the list a national register number stands; nothing without one."""
    pairs = zip(found.rows, found.numbers, strict=True)
    rows = [row for row, number in pairs if national_numbers(number)]
    if not rows:
        return ""
    shown_rows = ", ".join(map(str, rows[:SHOWN])) + (" …" if len(rows) > SHOWN else "")
    return ngettext("It stands in row {rows}.", "They stand in rows {rows}.", len(rows)).format(
        rows=shown_rows
    )


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
