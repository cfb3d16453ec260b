"""Why a workbook, or one cell of it, is refused, whatever it judges."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class SheetStampChanged(Refused):
    sentence = N_(
        "The hidden sheet of this workbook was changed: it does not agree with what was exported."
        " Nothing of it was read. Export the checklist again."
    )


class CellWasLocked(Refused):
    sentence = N_("This cell was not open in the workbook. The change is not taken over.")
