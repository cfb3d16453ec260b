"""Why a workbook is refused as a whole: one clear sentence that says which one it is instead."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class SheetOfAnotherCentre(Refused):
    sentence = N_(
        "This workbook is of {theirs}, and you are looking at {ours}. Nothing of it was read. Open"
        " the check of that centre."
    )


class SheetOfAnotherCheck(Refused):
    sentence = N_(
        "This workbook is of check {theirs}, and you are looking at {ours}. Nothing of it was"
        " read. Open that check."
    )


class SheetOfAnApplication(SheetOfAnotherCheck):
    sentence = N_(
        "This is a workbook of application {theirs} ({centre}), and not of a check. Nothing of it"
        " was read. Open that application, and read it in there."
    )


class SheetOfAnotherVersion(Refused):
    sentence = N_(
        "This workbook was made with version {theirs} of the checklist, and this check uses"
        " version {ours}. Nothing of it was read. Export the checklist again."
    )


class SheetOfUnknownExport(Refused):
    sentence = N_(
        "This workbook of check {reference} ({centre}) was not exported from this file, so there is"
        " nothing to compare it with. Nothing of it was read. Export the checklist again."
    )


class ReviewOutdated(Refused):
    sentence = N_(
        "Something changed in this check while you were looking. Look at the list again, then take"
        " it over."
    )


class ReactionJudgedAlready(Refused):
    sentence = N_(
        "You judged the reaction to this finding already. Change that judgement first, then read"
        " the workbook in again."
    )


class FindingNoLongerThere(Refused):
    sentence = N_("This finding is no longer in the check. The reaction is not taken over.")


class QuestionNoLongerThere(Refused):
    sentence = N_("This question is no longer in the checklist. The change is not taken over.")


class DossierNoLongerThere(Refused):
    sentence = N_("This dossier is no longer in the check. The change is not taken over.")
