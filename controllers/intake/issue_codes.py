# ruff: noqa: E501 - a table reads best with one code on one line
"""Every issue a list of centres can have: its code, what it means for the row, its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.kernel.text import N_


class Action(StrEnum):
    """What an issue means for its row."""

    NOTE = "note"
    """Import the row, and say so."""
    QUESTION = "question"
    """Let the person decide."""
    REFUSE_VALUE = "refuse_value"
    """Import the row without the value, or with the value masked."""
    REFUSE_ROW = "refuse_row"
    """Do not import the row."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a code means: the action and the sentence (what is wrong, what is expected)."""

    action: Action
    sentence: str


_NOTE, _QUESTION = Action.NOTE, Action.QUESTION
_REFUSE_VALUE, _REFUSE_ROW = Action.REFUSE_VALUE, Action.REFUSE_ROW

CODES: Mapping[str, Told] = {
    "kbo_check_digit": Told(_REFUSE_ROW, N_("Enterprise number {raw}: {why} Have the centre confirm its number.")),
    "kbo_missing": Told(_REFUSE_ROW, N_("The enterprise number is missing. Fill in ten digits, such as 0566.988.259.")),
    "kbo_invalid": Told(_REFUSE_ROW, N_("Enterprise number {raw}: {why} Expected are ten digits, the first 0 or 1.")),
    "kbo_is_establishment": Told(_REFUSE_ROW, N_("{raw} is the number of an establishment, but an enterprise number is expected here.")),
    "kbo_series_1": Told(_NOTE, N_("Enterprise number {raw} is of the 1-series: valid.")),
    "name_missing": Told(_REFUSE_ROW, N_("The name is missing. A row without a name cannot be taken over.")),
    "name_incomplete": Told(_QUESTION, N_("Only half of the name is filled in. Expected are a first name and a family name.")),
    "legal_name_missing": Told(_QUESTION, N_("The legal name is missing; the trade name {raw} takes its place.")),
    "name_differs": Told(_QUESTION, N_("Row {other_row} has the same enterprise number but another name.")),
    "duplicate_centre": Told(_QUESTION, N_("Row {other_row} has the same enterprise number and the same mandate. The first row counts.")),
    "duplicate_row": Told(_QUESTION, N_("This row says the same as row {other_row}. The first row counts.")),
    "same_trade_name": Told(_NOTE, N_("Row {other_row} has the same trade name but another enterprise number: not a duplicate.")),
    "postcode_invalid": Told(_QUESTION, N_("{raw} is no postal code. Expected are four digits.")),
    "postcode_municipality": Told(_QUESTION, N_("Postal code {raw} and municipality {place} do not belong together.")),
    "phone_lost_zero": Told(_NOTE, N_("Telephone {raw} had lost its zero in front and was read as {clean}.")),
    "phone_invalid": Told(_QUESTION, N_("{raw} is no valid telephone number. Expected is for example 02 506 12 05.")),
    "email_invalid": Told(_QUESTION, N_("{raw} is no valid e-mail address. Expected is for example naam@voorbeeld.be.")),
    "website_invalid": Told(_QUESTION, N_("{raw} is no web address. Expected is for example www.voorbeeld.be.")),
    "date_unreadable": Told(_QUESTION, N_("{raw} is no date. Expected is for example 31/08/2031.")),
    "end_before_start": Told(_QUESTION, N_("The end, {end}, lies before the start, {start}.")),
    "mandate_term": Told(_QUESTION, N_("The mandate from {start} ends on {end}; six years minus a day end on {expected}.")),
    "mandate_leap_day": Told(_NOTE, N_("The mandate starts on 29 February; its end, {end}, is right.")),
    "mandate_expired": Told(_QUESTION, N_("The mandate ended on {end} and no later one is in the list.")),
    "mandate_overlap": Told(_QUESTION, N_("This mandate overlaps that of row {other_row}, of the same centre.")),
    "mandate_gap": Told(_NOTE, N_("There are days without a mandate between this row and row {other_row}, of the same centre.")),
    "mandate_incomplete": Told(_QUESTION, N_("The {missing} is missing, so the mandate cannot be taken over.")),
    "second_mandate": Told(_NOTE, N_("Second mandate of the centre of row {other_row}: the two follow each other.")),
    "certificate_missing": Told(_QUESTION, N_("No quality certificate is filled in. A mandated centre must hold one.")),
    "certificate_date_missing": Told(_QUESTION, N_("Certificate {label} has no last day.")),
    "certificate_unknown": Told(_QUESTION, N_("{raw} is not among the known quality certificates.")),
    "certificate_expired": Told(_QUESTION, N_("The certificate ended on {end}, during the mandate.")),
    "certificate_ends_within_90_days": Told(_NOTE, N_("The certificate ends soon, on {end}.")),
    "formula_like_text": Told(_NOTE, N_("{raw} looks like a formula, but is plain text and stays so.")),
    "rrn_in_cell": Told(_REFUSE_VALUE, N_("This cell holds a national register number ({raw}). It may not be kept and is masked.")),
    "cell_error": Told(_NOTE, N_("This cell holds an error of Excel and is read as empty.")),
    "vest_missing": Told(_QUESTION, N_("The establishment number is missing. Expected are ten digits, such as 2.147.812.701.")),
    "vest_invalid": Told(_QUESTION, N_("Establishment number {raw}: {why} Expected are ten digits that start with 2 to 8.")),
    "vest_is_enterprise": Told(_QUESTION, N_("{raw} is an enterprise number, but an establishment number is expected here.")),
    "vest_check_digit": Told(_QUESTION, N_("The check digits of establishment number {raw} are not right (a warning).")),
    "establishment_moved": Told(_NOTE, N_("This establishment passed over from the centre of row {other_row}.")),
    "establishment_at_two_centres": Told(_QUESTION, N_("The same establishment stands at another centre in row {other_row}, at the same time.")),
    "centre_unknown": Told(_QUESTION, N_("Centre {raw} is not on the sheet of centres. Check the number or add the centre.")),
    "centre_merged": Told(_REFUSE_ROW, N_("The centre with number {raw} was merged into {name}. Write the number of that centre, or take the row out of the list.")),
    "establishment_known_elsewhere": Told(_QUESTION, N_("Establishment {raw} is known at another centre and still open there.")),
    "mandate_overlaps_known": Told(_QUESTION, N_("The mandate from {start} to {end} overlaps another one of the same centre and stays out.")),
    "centre_refused": Told(_QUESTION, N_("The centre's own row, row {other_row}, is refused; mend that row first.")),
    "centre_name_differs": Told(_NOTE, N_("The enterprise number belongs to {name}, but the row says {raw}.")),
    "active_unreadable": Told(_QUESTION, N_("{raw} says neither yes nor no. Expected is ja or nee.")),
    "status_unreadable": Told(_QUESTION, N_("{raw} is no known way of working. Expected is for example bediende, zelfstandige, onderaannemer or zaakvoerder.")),
    "qualification_unreadable": Told(_QUESTION, N_("Qualification {raw} cannot be read. Expected is for example ja, nee, gelijkgesteld or in opleiding.")),
    "qualification_without_date": Told(_QUESTION, N_("The qualification has no date.")),
    "counsellor_at_two_centres": Told(_NOTE, N_("The same person works for the centre of row {other_row} as well.")),
    "email_shared": Told(_QUESTION, N_("Row {other_row} has the same e-mail address, but another name.")),
    "same_name_other_person": Told(_NOTE, N_("Same name as in row {other_row}, but another person.")),
    "text_too_long": Told(_REFUSE_ROW, N_("{raw} is too long: there is room for {most} characters. Shorten this text in the list.")),
    "column_missing": Told(_QUESTION, N_("No column for {wanted} was found in sheet {sheet}. Give the column that name in Excel, save and import it again.")),
    "column_doubtful": Told(_QUESTION, N_("Columns {letters} of sheet {sheet} may all be {wanted}. Give only the right one that name in Excel, save and import it again.")),
    "sheet_unrecognised": Told(_QUESTION, N_("Sheet {sheet} was not recognised. Looked for were a header with {wanted}.")),
}  # fmt: skip
"""Every code of an issue. The codes are a contract of the console: added, never renamed."""
