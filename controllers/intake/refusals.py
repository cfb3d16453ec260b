"""Why a file from elsewhere cannot be read: one sentence each."""

from models.kernel.errors import Refused, Unavailable
from models.kernel.text import N_


class WorkbookEmpty(Refused):
    sentence = N_("{name} is empty (0 bytes). Ask for the file again.")


class WrongFileKind(Refused):
    sentence = N_(
        "{name} is not an Excel workbook but {found}. Choose a file that Excel saved as .xlsx."
    )


class WorkbookOld(Refused):
    sentence = N_(
        "{name} is a workbook of an old Excel (.xls). Open it in Excel and save it as .xlsx."
    )


class WorkbookWithPassword(Refused):
    sentence = N_(
        "{name} is protected with a password. Open it in Excel, take the password off and save it."
    )


class WorkbookDamaged(Refused):
    sentence = N_(
        "{name} is damaged or was not sent whole. Open it in Excel, save it again, or ask for the"
        " file again."
    )


class WorkbookTooLarge(Refused):
    sentence = N_("{name} is too large: at most {most}. Split the file.")


class WorkbookSuspicious(Refused):
    sentence = N_(
        "{name} was not opened: unpacked it is not what a workbook holds. Do not trust this file."
    )


class WorkbookWithoutSheet(Refused):
    sentence = N_("{name} has no sheet with cells. Choose a workbook with a list.")


class WorkbookHidden(Refused):
    sentence = N_("{name} has only hidden sheets. Show the sheet with the list in Excel and save.")


class WorkbookLocked(Unavailable):
    sentence = N_(
        "{name} may not be read. Close it in other programs, or copy it to a folder of your own."
    )


class WorkbookUnreachable(Unavailable):
    sentence = N_("{name} cannot be read: {reason}")


class CentreListUnrecognised(Refused):
    sentence = N_(
        "No sheet of {name} looks like a list of centres, establishments or counsellors. Looked"
        " for was a row of headers with at least {wanted}."
    )
