"""A new centre: its enterprise number, checked while it is typed, and its name."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from controllers.centres import Centres
from models.kernel.errors import AppError
from models.kernel.text import _, ngettext
from ui.kit.fields import LineField, NumberField
from ui.kit.reading import digits
from ui.pages.centres.add_card import AddCard, Values
from ui.tasks import Tasks, Ticket

LENGTH = 10


class NewCentre(AddCard):
    """`made(UUID)` gives the new centre."""

    def __init__(self, host: QWidget, centres: Centres, tasks: Tasks) -> None:
        super().__init__(host, _("New centre"), _("Add"))
        self._centres, self._tasks = centres, tasks
        self._checking: Ticket[str] | None = None
        self.number = NumberField(placeholder="0566.988.259")
        self.name = LineField()
        self._row = self.form.add("enterprise_number", _("Enterprise number"), self.number)
        self.lay_out((self._row, self.form.add("legal_name", _("Legal name"), self.name)))
        self._row.set_help(_("Ten digits, as in the Crossroads Bank for Enterprises."))
        self.number.textEdited.connect(self._check)

    def start(self) -> None:
        self.begin(self.number, self._add)

    def _add(self, values: Values) -> Ticket[UUID]:
        number, name = values["enterprise_number"], values["legal_name"]
        return self._tasks.do(self._centres.add, number, name)

    def _check(self, typed: str) -> None:
        """Say how many digits are still to come; from ten on, what is wrong with them."""
        self._row.clear()
        missing = LENGTH - len(digits(typed))
        if self._checking is not None:
            self._checking.drop()
        if missing <= 0 or any(sign.isalpha() for sign in typed):
            asked = self._tasks.ask(self._centres.free_number, typed)
            self._checking = asked.then(self._right).otherwise(self._wrong)
            return
        said = ngettext("{count} digit to come.", "{count} digits to come.", missing)
        self._row.set_help(said.format(count=missing))

    def _right(self, _digits: str) -> None:
        self._row.clear()
        self._row.set_help(_("This number is right, and no centre has it yet."))

    def _wrong(self, error: AppError) -> None:
        self._row.refuse(str(error))
