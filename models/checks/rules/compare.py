"""The three-way comparison of a sheet that came back: exported, the file of today, the sheet."""

from collections.abc import Callable, Mapping

from models.checks.values.exchange import CellKey, Cells, Compared, Plain, Standing


def standing(base: Plain, ours: Plain, theirs: Plain, *, open_: bool) -> Standing:
    """How one cell stands. What the sheet left as it was never overwrites anything."""
    if theirs == base:
        return Standing.SAME if ours == base else Standing.OURS
    if ours == theirs:
        return Standing.BOTH
    if not open_:
        return Standing.FORBIDDEN
    return Standing.THEIRS if ours == base else Standing.CONFLICT


def compare(
    base: Cells, ours: Cells, theirs: Cells, is_open: Callable[[CellKey], bool]
) -> Mapping[CellKey, Compared]:
    """Every cell of the sheet that was in the export, in the order of the sheet.

    A cell that is not in the sheet any more says nothing: it takes nothing away. One that was
    never in the export is not compared.
    """
    found: dict[CellKey, Compared] = {}
    for key, theirs_now in theirs.items():
        if key in base:
            before, now = base[key], ours.get(key)
            how = standing(before, now, theirs_now, open_=is_open(key))
            found[key] = Compared(key, before, now, theirs_now, how)
    return found


def taken(ours: Cells, compared: Mapping[CellKey, Compared], wanted: set[CellKey]) -> Cells:
    """The file as it stands after these cells of the sheet were taken over."""
    over = {key: one.theirs for key, one in compared.items() if key in wanted and takable(one)}
    return {**ours, **over}


def takable(one: Compared) -> bool:
    """Whether a person may take this cell over."""
    return one.standing in (Standing.THEIRS, Standing.CONFLICT)
