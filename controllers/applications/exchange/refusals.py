"""Why the workbook of an assessment is refused: one sentence that says which one it is instead."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class AssessmentOfAnotherCentre(Refused):
    sentence = N_(
        "This workbook is of {theirs}, and you are looking at {ours}. Nothing of it was read. Open"
        " the application of that centre."
    )


class AssessmentOfAnotherApplication(Refused):
    sentence = N_(
        "This workbook is of {theirs}, and you are looking at application {ours}. Nothing of it"
        " was read. Open that one."
    )


class AssessmentOfACheck(AssessmentOfAnotherApplication):
    sentence = N_(
        "This is a workbook of check {theirs} ({centre}), and not of an application. Nothing of it"
        " was read. Open that check, and read it in there."
    )


class AssessmentOfAnotherVersion(Refused):
    sentence = N_(
        "This workbook was made with version {theirs} of the checklist, and this application uses"
        " version {ours}. Nothing of it was read. Export the assessment again."
    )


class AssessmentOfUnknownExport(Refused):
    sentence = N_(
        "This workbook of application {reference} ({centre}) was not exported from this file, so"
        " there is nothing to compare it with. Nothing of it was read. Export the assessment again."
    )


class AssessmentOutdated(Refused):
    sentence = N_(
        "Something changed in this application while you were looking. Look at the list again, then"
        " take it over."
    )


class CriterionNoLongerThere(Refused):
    sentence = N_("This requirement is no longer in the checklist. The change is not taken over.")


class JudgementNotInList(Refused):
    sentence = N_("{raw} is no judgement of this checklist. Choose one of: {answers}.")
