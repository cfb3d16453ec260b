"""What a workbook offers is what comes back: no bound wider than ours, a head as what is below it."""

from openpyxl import load_workbook

from models.checklists.values import MOST_HOURS
from tests.controllers.finished import finished_check


def sent(controllers, path):
    check = finished_check(controllers)
    controllers.checks.reopen(check, "Nog een dossier nakijken.")
    return load_workbook(controllers.checks.send_out(check, path).path)


def test_excel_promises_no_more_hours_than_are_taken(controllers, path):
    """It said "tussen 0 en 100", and 100 was refused afterwards."""
    rules = sent(controllers, path)["Matrix"].data_validations.dataValidation
    (hours,) = [rule for rule in rules if rule.errorTitle == "Dit is geen aantal uren"]
    assert (hours.formula1, hours.formula2) == ("0", str(MOST_HOURS))
    assert hours.error == "Schrijf uren als een getal van 0 tot 99, zoals 3,5."


def test_a_head_stands_as_what_is_below_it(controllers, path):
    """The look of a head followed from how wide its column was."""
    book = sent(controllers, path)
    heads = {cell.value: cell.alignment.horizontal for cell in book["Dossiers"][4]}
    assert heads["niet te beoordelen"] == heads["ja"] == "center"
    assert heads["Uren in verslagen"] == "right"
    notes = {cell.value: cell.alignment.horizontal for cell in book["Nota's"][4]}
    assert notes["Nr."] == notes["Vraag"]
