"""Reads the cells of one row by field, and collects what there is to say about them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from controllers.intake.cells import Unreadable, day_of, shown_of, text_of, yes_of
from controllers.intake.columns import Recognised
from controllers.intake.report import Issue
from controllers.intake.workbook import CellValue
from models.centres import rules
from models.centres.values import EmailWrong, PhoneWrong
from models.kernel.errors import Refused
from models.terms.rules import check_reach
from models.terms.values import DayOutOfReach

V = TypeVar("V")


@dataclass
class Reader:
    """The cells of one row, read by field; collects issues on the way."""

    row: int
    cells: tuple[CellValue, ...]
    columns: Mapping[str, Recognised]
    issues: list[Issue] = field(default_factory=list)

    def cell(self, key: str) -> CellValue:
        place = self.columns.get(key)
        return self.cells[place.index] if place and place.index < len(self.cells) else None

    def text(self, key: str) -> str:
        """Text for keeping: national numbers masked, and said."""
        return rules.mask_national_numbers(text_of(self.cell(key)))

    def say(self, code: str, key: str, other_row: int | None = None, **facts: object) -> None:
        place = self.columns.get(key)
        raw = rules.mask_national_numbers(shown_of(self.cell(key)))
        letter = place.letter if place else ""
        self.issues.append(Issue(self.row, letter, key, code, raw, facts, other_row))

    def checked(
        self, key: str, rule: Callable[[object], str], wrong: type[Refused], code: str
    ) -> str:
        """The value of a rule, or empty with an issue when the rule refuses it."""
        text = text_of(self.cell(key))
        if not text:
            return ""
        try:
            return rule(text)
        except wrong:
            self.say(code, key)
            return ""

    def day(self, key: str) -> date | None:
        return self._meant(key, day_of, "date_unreadable")

    def term_day(self, key: str) -> date | None:
        """A day that a term can be counted from."""
        day = self.day(key)
        try:
            if day is not None:
                check_reach(day)
        except DayOutOfReach:
            self.say("date_unreadable", key)
            return None
        return day

    def yes(self, key: str) -> bool | None:
        return self._meant(key, yes_of, "active_unreadable")

    def _meant(self, key: str, meaning: Callable[[CellValue], V | None], code: str) -> V | None:
        try:
            return meaning(self.cell(key))
        except Unreadable:
            self.say(code, key)
            return None

    def phone(self) -> str:
        number = self.checked("phone", rules.phone, PhoneWrong, "phone_invalid")
        if number and rules.phone_lost_zero(text_of(self.cell("phone"))):
            self.say("phone_lost_zero", "phone", clean=rules.show_phone(number))
        return number

    def email(self) -> str:
        return self.checked("email", rules.email, EmailWrong, "email_invalid")

    def has(self, key: str) -> bool:
        """Whether the sheet has a column for it."""
        return key in self.columns
