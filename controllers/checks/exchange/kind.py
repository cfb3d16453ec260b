"""The workbook of a check, as the exchange must know it."""

from controllers.checks.exchange.refusals import (
    SheetOfAnApplication,
    SheetOfAnotherCentre,
    SheetOfAnotherCheck,
    SheetOfAnotherVersion,
    SheetOfUnknownExport,
)
from controllers.exchange.kinds import Kind, Refusals
from controllers.intake.checklist_back import ChecklistBack
from models.checks import queries
from models.checks.entities import ChecklistExport, DossierCheck
from models.kernel.text import N_


def _of_an_application(back: ChecklistBack) -> bool:
    return back.of_application


CHECK = Kind(
    thing=DossierCheck,
    export=ChecklistExport,
    about="check_id",
    export_id=queries.export_id,
    later_exports=queries.later_exports,
    foreign=_of_an_application,
    refusals=Refusals(
        kind=SheetOfAnApplication,
        centre=SheetOfAnotherCentre,
        one=SheetOfAnotherCheck,
        version=SheetOfAnotherVersion,
        export=SheetOfUnknownExport,
    ),
    exported_again=N_(
        "This check was exported again since, on {day}. It is compared with its own export."
    ),
)
