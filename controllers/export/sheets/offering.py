"""What the open cells of the matrix take: answers from a list, numbers and days within bounds."""

from collections.abc import Mapping
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from models.checklists.values import MOST_AMOUNT, MOST_HOURS
from models.checks.values import CheckFile, Question

ANSWERS = "Antwoorden"
"""The defined name of the list behind the drop-downs; it stands on the sheet 'Verklaring'."""
OPEN_STYLES = {
    **dict.fromkeys(("value", "choice"), "W open antwoord"),
    **dict.fromkeys(("hours_registered", "hours_documented", "amount"), "W open getal"),
    "words": "W open tekst",
    "day": "W open dag",
}
_HOURS = ("hours_registered", "hours_documented")
_INLINE = 250
"""Signs that a list inside a rule may take."""


def offer_answers(
    sheet: Worksheet, check: CheckFile, lines: Mapping[tuple[str, str], int], first: int
) -> None:
    """A rule for every row that can be filled in, over all dossiers."""
    left = get_column_letter(first)
    right = get_column_letter(first + len(check.dossiers) - 1)
    rules: dict[str, DataValidation] = {}
    for (key, field), row in lines.items():
        rule = _rule(rules, check.template.question(key), field)
        if rule is not None:
            rule.add(f"{left}{row}:{right}{row}")
    for rule in rules.values():
        sheet.add_data_validation(rule)


def day_rule() -> DataValidation:
    """A day of our time: from 1900 up to 2099."""
    rule = DataValidation(
        type="date", operator="between", formula1=_day(1900, 3, 1), formula2=_day(2099, 12, 31)
    )
    return _told(rule, "Dit is geen datum", "Schrijf een datum, zoals 12/05/2026.")


def inline_list(words: list[str], title: str, error: str) -> DataValidation | None:
    """A drop-down with its words inside; None when they do not fit there."""
    joined = ",".join(words)
    if len(joined) > _INLINE or any("," in word or '"' in word for word in words):
        return None
    return _told(DataValidation(type="list", formula1=f'"{joined}"'), title, error)


def _rule(
    rules: dict[str, DataValidation], question: Question, field: str
) -> DataValidation | None:
    name = f"choice {question.key}" if field == "choice" else "hours" if field in _HOURS else field
    if name not in rules:
        made = _made(question, name.split()[0])
        if made is not None:
            rules[name] = made
    return rules.get(name)


def _made(question: Question, name: str) -> DataValidation | None:
    match name:
        case "value":
            rule = DataValidation(type="list", formula1=ANSWERS)
            told = "Kies een antwoord uit de lijst, of maak de cel leeg."
            return _told(rule, "Dit antwoord bestaat niet", told)
        case "hours":
            told = f"Schrijf uren als een getal van 0 tot {MOST_HOURS}, zoals 3,5."
            rule = number_rule(0, MOST_HOURS)
            return _told(rule, "Dit is geen aantal uren", told)
        case "amount":
            rule = number_rule(-MOST_AMOUNT, MOST_AMOUNT)
            return _told(rule, "Dit is geen getal", "Schrijf een getal, zoals 12 of 3,5.")
        case "day":
            return day_rule()
        case "choice":
            words = [option.text for option in question.options]
            return inline_list(words, "Deze keuze bestaat niet", "Kies uit de lijst.")
        case _:
            return None


def number_rule(least: int, most: int) -> DataValidation:
    """A number within these bounds, those of writing: Excel promises no more than we take."""
    low, high = str(least), str(most)
    return DataValidation(type="decimal", operator="between", formula1=low, formula2=high)


def _told(rule: DataValidation, title: str, error: str) -> DataValidation:
    rule.allow_blank = rule.showErrorMessage = True
    rule.errorTitle, rule.error = title, error
    return rule


def _day(year: int, month: int, day: int) -> str:
    return str((date(year, month, day) - date(1899, 12, 30)).days)
