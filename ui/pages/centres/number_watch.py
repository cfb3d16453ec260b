"""An identifying number is judged while it is typed: how many digits to come, then right or not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from models.centres.rules import enterprise_number, establishment_number
from models.kernel.errors import Refused
from models.kernel.text import N_, _, ngettext
from ui.kit.fields import NumberField
from ui.kit.form import FormRow
from ui.kit.reading import digits

LENGTH = 10
DOUBT = N_("The check digits do not fit. That may be right; hold the number against the papers.")


class NumberWatch(QObject):
    """`judge` gives the sentence of a number that is right, or raises Refused."""

    def __init__(self, row: FormRow, judge: Callable[[str], str]) -> None:
        super().__init__(row)
        self._row, self._judge = row, judge
        assert isinstance(row.field, NumberField)  # noqa: S101 - only numbers are watched
        row.field.textEdited.connect(self._look)
        row.field.edited.connect(self._rest)

    def _look(self, typed: str) -> None:
        self._row.clear()
        missing = LENGTH - len(digits(typed))
        if not typed.strip():
            self._row.set_help("")
        elif missing > 0 and not any(sign.isalpha() for sign in typed):
            said = ngettext("{count} digit to come.", "{count} digits to come.", missing)
            self._row.set_help(said.format(count=missing))
        else:
            self._say(typed)

    def _say(self, typed: str) -> None:
        self._row.set_help("")
        try:
            self._row.set_help(self._judge(typed))
        except Refused as error:
            self._row.refuse(str(error))

    def _rest(self, _value: object) -> None:
        """It is handed in: what is wrong with it is told by who keeps it."""
        if not self._row.refusal():
            self._row.set_help("")


def watch_enterprise(row: FormRow) -> NumberWatch:
    return NumberWatch(row, _enterprise)


def watch_establishment(row: FormRow) -> NumberWatch:
    return NumberWatch(row, _establishment)


def establishment_doubt(number: str) -> str:
    """A warning for a kept number whose check digits do not fit; nothing when they do."""
    if not number:
        return ""
    try:
        sure = establishment_number(number).check_ok
    except Refused as error:
        return str(error)
    return "" if sure else _(DOUBT)


def _enterprise(typed: str) -> str:
    enterprise_number(typed)
    return _("The check digits are right.")


def _establishment(typed: str) -> str:
    sure = establishment_number(typed).check_ok
    return _("The check digits are right.") if sure else _(DOUBT)
