"""The workbook of an assessment, as the exchange must know it."""

from controllers.applications.exchange.refusals import (
    AssessmentOfACheck,
    AssessmentOfAnotherApplication,
    AssessmentOfAnotherCentre,
    AssessmentOfAnotherVersion,
    AssessmentOfUnknownExport,
)
from controllers.exchange.kinds import Kind, Refusals
from controllers.intake.checklist_back import ChecklistBack
from models.applications import queries
from models.applications.entities import AssessmentExport, MandateApplication
from models.kernel.text import N_


def _of_a_check(back: ChecklistBack) -> bool:
    return bool(back.parts) and not back.of_application


ASSESSMENT = Kind(
    thing=MandateApplication,
    export=AssessmentExport,
    about="application_id",
    export_id=queries.export_id,
    later_exports=queries.later_exports,
    foreign=_of_a_check,
    refusals=Refusals(
        kind=AssessmentOfACheck,
        centre=AssessmentOfAnotherCentre,
        one=AssessmentOfAnotherApplication,
        version=AssessmentOfAnotherVersion,
        export=AssessmentOfUnknownExport,
    ),
    exported_again=N_(
        "This assessment was exported again since, on {day}. It is compared with its own export."
    ),
)
