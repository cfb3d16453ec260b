"""Why a workbook, or one cell of it, is refused, whatever it judges."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class SheetStampChanged(Refused):
    sentence = N_(
        "The hidden sheet of this workbook was changed and does not fit what was exported: {what}."
        " Nothing of it was read. Export the checklist again."
    )


class CellWasLocked(Refused):
    sentence = N_("This cell was not open in the workbook. The change is not taken over.")


class CellWasCut(Refused):
    sentence = N_(
        "This text is longer than a cell of Excel can hold, so only its beginning left. Change it"
        " in the program itself; the change is not taken over."
    )


class FormulaWasLocked(Refused):
    sentence = N_(
        "This cell counts by itself, and its formula was changed. The program counts anew; the"
        " change is not taken over."
    )


class HiddenKeyChanged(Refused):
    sentence = N_(
        "This is a hidden key by which a row or column is known. It was changed, so what stands"
        " there is not read. Put it back, or export the checklist again."
    )


class CellWithoutKey(Refused):
    sentence = N_(
        "The hidden key of this row or column is gone, changed or stands twice, so it is not known"
        " what this cell is of. It is not read."
    )


class KeyOfAnotherRow(Refused):
    sentence = N_(
        "The hidden key of this row is of {told}, and here stands {found}. Nothing of this row is"
        " read. Put the row back as it was, or export the checklist again."
    )


class KeyOfAnotherColumn(Refused):
    sentence = N_(
        "The hidden key of this column is of {told}, and above it stands {found}. Nothing of this"
        " column is read. Put the column back as it was, or export the checklist again."
    )


class RowAdded(Refused):
    sentence = N_("This row was not in the workbook when it left. It is not read.")


class RowCopied(Refused):
    sentence = N_("Row {row} is a copy of row {other}. Row {other} counts; this one is not read.")


class RowTakenOut(Refused):
    sentence = N_("This row was taken out of the workbook. In the file it stays as it is.")


class ColumnAdded(Refused):
    sentence = N_("This column was not in the workbook when it left. It is not read.")


class ColumnTakenOut(Refused):
    sentence = N_("This column was taken out of the workbook. In the file it stays as it is.")


class SheetAdded(Refused):
    sentence = N_(
        "This sheet is not one of ours: somebody added it to the workbook. It was not read."
    )


class SheetTakenOut(Refused):
    sentence = N_("This sheet was taken out of the workbook. In the file it stays as it is.")


class SheetRenamed(Refused):
    sentence = N_("This sheet had another name when it left. It is read; the name does not matter.")
