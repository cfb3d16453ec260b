"""Why no sample is drawn, or why one stays as it is."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class ListEmpty(Refused):
    sentence = N_("There is no dossier number in this list. Paste or open a list with numbers.")


class SampleTooSmall(Refused):
    sentence = N_("{size} dossiers cannot be drawn. Draw at least one.")


class SparesTooFew(Refused):
    sentence = N_("{spares} spares is not possible. Write 0 or more.")


class SampleTooLarge(Refused):
    sentence = N_(
        "{size} dossiers cannot be drawn from a list of {population}. Draw at most {population}."
    )


class ListHoldsName(Refused):
    sentence = N_(
        "{raw} in this list looks like a name. Only the dossier numbers of the centre may stand in"
        " it, never the names of clients."
    )


class SeedTooLong(Refused):
    sentence = N_("This seed has {count} characters. Write at most {most}.")


class CountsDoNotFit(Refused):
    sentence = N_(
        "{bad} wrong among {sample} checked of {population} is not possible. There are at least as"
        " many dossiers as checked, and as many checked as wrong."
    )


class AimDoesNotFit(Refused):
    sentence = N_(
        "At most {most} wrong of {population} is nothing to aim at. Write a number from {bad} to"
        " {population}, for at least one dossier."
    )


class LevelNotPossible(Refused):
    sentence = N_("{level} is no certainty. Write a number between 0 and 1, such as 0.95.")


class ColumnToSpreadUnknown(Refused):
    sentence = N_("The list has no column {column}. Choose one of: {columns}.")


class NoSpareLeft(Refused):
    sentence = N_(
        "There is no spare left. Let the dossier stand, and write in a note why it could not be"
        " checked: the protocol says how many have no verdict."
    )


class NothingDrawn(Refused):
    sentence = N_("Nothing was drawn in this check yet, so there is no protocol of it.")


class AlreadyDrawn(Refused):
    sentence = N_(
        "Dossiers were drawn in this check already. Undo that draw first, or replace a dossier by a"
        " spare."
    )


class DrawnStays(Refused):
    sentence = N_(
        "Dossier {number} was drawn by chance, so it cannot just be taken out. Let a spare take its"
        " place, with the reason; the protocol tells it."
    )


class NotDrawn(Refused):
    sentence = N_("Dossier {number} was not drawn, so a spare cannot take its place.")


class NoEarlierCheck(Refused):
    sentence = N_("This centre has no earlier finished check to follow up.")


class EarlierTooMany(Refused):
    sentence = N_(
        "{count} dossiers of the earlier check come again, and {size} are wanted in all. Ask for"
        " more than {count}, so that new ones are drawn too."
    )
