"""One row of a list of centres becomes facts and issues; other rows are not looked at."""

import re
from datetime import date, timedelta

from controllers.intake.cells import shown_of, text_of
from controllers.intake.centre_facts import CentreFacts, CounsellorFacts, EstablishmentFacts
from controllers.intake.centre_words import engagement_of, qualification_of
from controllers.intake.letters import column_letter
from controllers.intake.report import Issue
from controllers.intake.row_reader import Reader
from models.centres import rules
from models.centres.values import (
    QUALIFIED,
    Address,
    EngagementType,
    EnterpriseNumberWrong,
    EstablishmentNumberWrong,
    PostalCodeWrong,
    Qualification,
    WebsiteWrong,
)
from models.kernel.text import _
from models.kernel.words import fold
from models.mandates.rules import certificate_kind, end_by_rule
from models.mandates.values import CertificateKind
from models.terms.values import Changed

_SOON = timedelta(days=90)
_FORMULA = re.compile(r"[=@]|[+-][A-Za-z(]")
_STREET = re.compile(
    r"(.*?\D)[\s,]+(\d+\S*)(?:[\s,]+(?:bus|bte|boite|boîte|b|box)\.?\s*(\S+))?", re.IGNORECASE
)
_PLACE = re.compile(r"((?:BE?[ -]*)?\d{4})\s+(.+)", re.IGNORECASE)
_NUMBERS = {"phone", "enterprise_number", "establishment_number"}


def read_centre(reader: Reader, today: date, changed: Changed | None = None) -> CentreFacts:
    """A row of the sheet of centres; `changed` is what the office knows of rules."""
    number = _enterprise_number(reader)
    if number.startswith("1"):
        reader.say("kbo_series_1", "enterprise_number")
    legal, trade = reader.text("legal_name"), reader.text("trade_name")
    if not legal and not trade:
        reader.say("name_missing", "legal_name" if reader.has("legal_name") else "trade_name")
    elif not legal and reader.has("legal_name"):
        reader.say("legal_name_missing", "legal_name", raw=f"“{trade}”")
    facts = CentreFacts(
        row=reader.row,
        enterprise_number=number,
        legal_name=legal or trade,
        trade_name=trade,
        legal_form=rules.legal_form(reader.text("legal_form")),
        address=_address(reader),
        phone=reader.phone(),
        email=reader.email(),
        website=reader.checked("website", rules.website, WebsiteWrong, "website_invalid"),
        contact=reader.text("contact"),
        mandate_number=reader.text("mandate_number"),
        mandate_start=reader.term_day("mandate_start"),
        mandate_end=reader.term_day("mandate_end"),
        certificate=_certificate(reader),
        certificate_label=reader.text("certificate"),
        certificate_end=reader.day("certificate_end"),
        officer=reader.text("officer"),
        remark=reader.text("remark"),
    )
    _judge_mandate(reader, facts, changed)
    _judge_certificate(reader, facts, today)
    _judge_texts(reader)
    return facts


def read_establishment(reader: Reader) -> EstablishmentFacts:
    """A row of the sheet of establishments."""
    facts = EstablishmentFacts(
        row=reader.row,
        enterprise_number=_enterprise_number(reader),
        centre_name=reader.text("centre_name"),
        establishment_number=_establishment_number(reader),
        name=reader.text("name"),
        address=_address(reader),
        phone=reader.phone(),
        email=reader.email(),
        active=reader.yes("active"),
        since=reader.day("since"),
        until=reader.day("until"),
        remark=reader.text("remark"),
    )
    _judge_period(reader, facts.since, facts.until)
    _judge_texts(reader)
    return facts


def read_counsellor(reader: Reader) -> CounsellorFacts:
    """A row of the sheet of counsellors."""
    last, first = _person(reader)
    number = _enterprise_number(reader) if reader.has("enterprise_number") else ""
    if not last and not first:
        reader.say("name_missing", "last_name" if reader.has("last_name") else "full_name")
    elif not last or (not first and reader.has("first_name")):
        reader.say("name_incomplete", "last_name" if not last else "first_name")
    facts = CounsellorFacts(
        row=reader.row,
        enterprise_number=number,
        centre_name=reader.text("centre_name"),
        last_name=last,
        first_name=first,
        email=reader.email(),
        phone=reader.phone(),
        engagement_type=_engagement(reader),
        qualification=_qualification(reader),
        qualification_date=reader.day("qualification_date"),
        since=reader.day("since"),
        until=reader.day("until"),
        languages=reader.text("languages"),
        remark=reader.text("remark"),
    )
    held = facts.qualification in QUALIFIED
    if held and reader.has("qualification_date") and not text_of(reader.cell("qualification_date")):
        reader.say("qualification_without_date", "qualification_date")
    _judge_period(reader, facts.since, facts.until)
    _judge_texts(reader)
    return facts


def _enterprise_number(reader: Reader) -> str:
    key = "enterprise_number"
    if not text_of(reader.cell(key)):
        reader.say("kbo_missing", key)
        return ""
    try:
        return rules.enterprise_number(reader.cell(key))
    except EnterpriseNumberWrong as wrong:
        code = {"check_digit": "kbo_check_digit", "establishment": "kbo_is_establishment"}
        reader.say(
            code.get(str(wrong.facts["cause"]), "kbo_invalid"), key, why=wrong.facts["reason"]
        )
        return ""


def _establishment_number(reader: Reader) -> str:
    key = "establishment_number"
    if not text_of(reader.cell(key)):
        reader.say("vest_missing", key)
        return ""
    try:
        number = rules.establishment_number(reader.cell(key))
    except EstablishmentNumberWrong as wrong:
        enterprise = wrong.facts["cause"] == "enterprise"
        code = "vest_is_enterprise" if enterprise else "vest_invalid"
        reader.say(code, key, why=wrong.facts["reason"])
        return ""
    if not number.check_ok:
        reader.say("vest_check_digit", key)
    return number.digits


def _address(reader: Reader) -> Address:
    """From separate columns, or from `street and number` and `postal code and municipality`."""
    street, number, box = (reader.text(key) for key in ("street", "house_number", "box"))
    line, place = reader.text("street_line"), reader.text("place_line")
    if whole := reader.text("address"):
        line, _comma, tail = whole.partition(",")
        place = place or tail.strip()
    if line and not street:
        found = _STREET.fullmatch(line)
        street, number, box = (
            (found[1], found[2], found[3] or box) if found else (line, number, box)
        )
    postal, locality = _place(reader, place)
    return Address(street.strip(" ,"), number, box, postal, locality)


def _place(reader: Reader, line: str) -> tuple[str, str]:
    key = "postal_code" if reader.has("postal_code") else "place_line"
    found = _PLACE.fullmatch(line)
    raw: str = text_of(reader.cell("postal_code")) or (found[1] if found else "")
    locality = reader.text("locality") or (found[2] if found else line)
    if not raw:
        return "", locality
    try:
        postal = rules.postal_code(raw)
    except PostalCodeWrong:
        reader.say("postcode_invalid", key)
        return "", locality
    if not rules.municipality_fits(postal, locality):
        reader.say("postcode_municipality", key, place=f"“{locality}”")
    return postal, locality


def _person(reader: Reader) -> tuple[str, str]:
    """Family name and first name, also when they share one column."""
    last, first = reader.text("last_name"), reader.text("first_name")
    whole = reader.text("full_name")
    if last or not whole:
        return last, first
    if "," in whole:
        last, _comma, first = (part.strip() for part in whole.partition(","))
        return last, first
    if fold(reader.columns["full_name"].header).startswith(("naam", "nom")):
        last, _blank, first = whole.rpartition(" ")
        return last or first, first if last else ""
    first, _blank, last = whole.partition(" ")
    return last or first, first if last else ""


def _certificate(reader: Reader) -> CertificateKind | None:
    label = reader.text("certificate")
    if not label:
        return None
    kind = certificate_kind(label)
    if kind is None:
        reader.say("certificate_unknown", "certificate")
    return kind or CertificateKind.OTHER


def _engagement(reader: Reader) -> EngagementType | None:
    text = reader.text("engagement")
    kind = engagement_of(text)
    if text and kind is None:
        reader.say("status_unreadable", "engagement")
    return kind


def _qualification(reader: Reader) -> Qualification:
    meaning = qualification_of(reader.text("qualification"))
    if meaning is None:
        reader.say("qualification_unreadable", "qualification")
    return meaning or Qualification.UNKNOWN


def _judge_mandate(reader: Reader, facts: CentreFacts, changed: Changed | None) -> None:
    start, end = facts.mandate_start, facts.mandate_end
    if start and end:
        expected = end_by_rule(start, changed)
        if end < start:
            reader.say("end_before_start", "mandate_end", start=start, end=end)
        elif end != expected:
            reader.say("mandate_term", "mandate_end", start=start, end=end, expected=expected)
        elif (start.month, start.day) == (2, 29):
            reader.say("mandate_leap_day", "mandate_start", end=end)
    elif facts.mandate_number or start or end:
        _judge_gaps(reader, start, end)


def _judge_gaps(reader: Reader, start: date | None, end: date | None) -> None:
    """A mandate needs both its days; a day that cannot be read was said already."""
    gaps = (
        ("mandate_start", start, _("first day of the mandate")),
        ("mandate_end", end, _("last day of the mandate")),
    )
    for key, day, shown in gaps:
        if day is None and reader.has(key) and not text_of(reader.cell(key)):
            reader.say("mandate_incomplete", key, missing=shown)
            return


def _judge_certificate(reader: Reader, facts: CentreFacts, today: date) -> None:
    end = facts.certificate_end
    if not reader.has("certificate"):
        return
    if not facts.certificate_label:
        reader.say("certificate_missing", "certificate")
    elif end is None:
        if reader.has("certificate_end") and not text_of(reader.cell("certificate_end")):
            reader.say("certificate_date_missing", "certificate_end", label=facts.certificate_label)
    elif end < today:
        if facts.mandate_end is None or end < facts.mandate_end:
            reader.say("certificate_expired", "certificate_end", end=end)
    elif end <= today + _SOON:
        reader.say("certificate_ends_within_90_days", "certificate_end", end=end)


def _judge_period(reader: Reader, start: date | None, end: date | None) -> None:
    if start and end and end < start:
        reader.say("end_before_start", "until", start=start, end=end)


def _judge_texts(reader: Reader) -> None:
    """National numbers in any cell, and plain text that looks like a formula."""
    by_index = {place.index: place for place in reader.columns.values()}
    said = {(issue.column, issue.code) for issue in reader.issues}
    for index, cell in enumerate(reader.cells):
        if cell is None or isinstance(cell, bool | date):
            continue
        place = by_index.get(index)
        letter = place.letter if place else column_letter(index)
        key = place.field if place else ""
        text = shown_of(cell)
        if _holds_national_number(text, key, letter, said):
            masked = rules.mask_national_numbers(text)
            reader.issues.append(Issue(reader.row, letter, key, "rrn_in_cell", masked))
        elif isinstance(cell, str) and key and key not in _NUMBERS and _FORMULA.match(text):
            reader.issues.append(Issue(reader.row, letter, key, "formula_like_text", text))


def _holds_national_number(text: str, key: str, letter: str, said: set[tuple[str, str]]) -> bool:
    """A telephone that was read as such is no national number, whatever its digits say."""
    if len(text) < 11 or not rules.national_numbers(text):
        return False
    return key != "phone" or (letter, "phone_invalid") in said
