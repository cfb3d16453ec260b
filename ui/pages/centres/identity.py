"""Who a centre is and how to reach it: fields that keep themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controllers.centres import Centres, show_phone
from models.centres.values import Address, CentreFile, CentreIdentity
from models.kernel.text import _
from ui.kit.base import Item, column, row, section, wrap
from ui.kit.choice_field import ChoiceField, Toggle
from ui.kit.day_field import DateField
from ui.kit.fields import LineField, NumberField
from ui.kit.form import Form, FormRow
from ui.kit.text_field import TextField
from ui.pages.centres.fitting import Side
from ui.pages.centres.former_names import FormerNames
from ui.pages.centres.keeping import Keeping
from ui.pages.centres.number_watch import watch_enterprise
from ui.pages.centres.words import FIELDS
from ui.tasks import Tasks

NEEDED = frozenset(
    {"enterprise_number", "legal_name", "last_name", "start_date", "end_date", "active"}
    | {"period_from", "period_to", "respondents", "satisfied"}
)
WIDTH = 1240
"""Longer lines than this are hard to read."""
ADDRESS = ("street", "house_number", "box", "postal_code", "locality")


class Fields:
    """Makes the rows of a form by the names of the fields."""

    def __init__(self, form: Form, today: date | None = None) -> None:
        self._form, self._today = form, today

    def line(self, name: str, *, label: str = "", help_: str = "") -> FormRow:
        return self.add(name, LineField(), label=label, help_=help_)

    def day(self, name: str, *, help_: str = "") -> FormRow:
        return self.add(name, DateField(self._today), help_=help_)

    def choice(self, name: str, choices: Sequence[tuple[Any, str]], *, help_: str = "") -> FormRow:
        return self.add(name, ChoiceField(choices), help_=help_)

    def toggle(self, name: str, word: str) -> FormRow:
        return self.add(name, Toggle(word), label=_("State"))

    def remark(self) -> FormRow:
        help_ = _("No facts about health and no national register numbers here.")
        return self.add("remark", TextField(lines=3), help_=help_)

    def address(self) -> tuple[Item, ...]:
        """Street; number and box on a line; postal code and town on the next."""
        street, number, box, code, town = (self.line(name) for name in ADDRESS)
        return street, shared(number, box), shared(code, town)

    def add(self, name: str, field: Any, *, label: str = "", help_: str = "") -> FormRow:
        optional = name not in NEEDED
        return self._form.add(name, label or _(FIELDS[name]), field, help_, optional)


def shared(*rows: FormRow) -> QWidget:
    """Rows side by side, equally wide; their fields stand on one line."""
    return Side(*rows)


def address_values(address: Address) -> dict[str, str]:
    return {name: getattr(address, name) for name in ADDRESS}


class Identity(QWidget):
    """Every field of the centre itself. `said(Message)` when a refusal came too late to show."""

    said = Signal(object)

    def __init__(self, centres: Centres, tasks: Tasks) -> None:
        super().__init__()
        self._centres = centres
        self.form = Form(self)
        self.keeping = Keeping(self.form, tasks, self._save, self)
        self.keeping.said.connect(self.said)
        fields = Fields(self.form)
        who = self._who(fields)
        reach = self._reach(fields)
        self.former = FormerNames(centres, tasks)
        self.former.said.connect(self.said)
        both = Side(wrap(who), wrap(reach), gap=32)
        parts = (both, self.former, fields.remark(), None)
        page = wrap(column(*parts, gap=16, margins=(28, 4, 24, 90)))
        page.setMaximumWidth(WIDTH)
        line = row(gap=0)
        line.addWidget(page, 100_000)
        line.addStretch(1)
        self.setLayout(line)

    def show_file(self, file: CentreFile) -> None:
        """The fields of the centre, and the names it bore."""
        self.former.show_names(file.identity.id, file.former_names)
        self._show(file.identity)

    def _show(self, identity: CentreIdentity) -> None:
        values = {name: getattr(identity, name) for name in PLAIN}
        values |= address_values(identity.address)
        values["phone"] = show_phone(identity.phone)
        self.keeping.show(values, identity.id)

    def settle(self) -> None:
        self.form.settle()

    def _save(self, centre_id: UUID, field: str, value: Any) -> None:
        self._centres.edit(centre_id, field, value)

    @staticmethod
    def _who(fields: Fields) -> QVBoxLayout:
        number = fields.add("enterprise_number", NumberField(placeholder="0566.988.259"))
        watch_enterprise(number)
        return column(
            section(_("Name and number")),
            number,
            fields.line("legal_name"),
            fields.line("trade_name", help_=_("The name people know; it stands in the lists.")),
            fields.line("legal_form"),
            fields.line("officer"),
            None,
            gap=12,
        )

    @staticmethod
    def _reach(fields: Fields) -> QVBoxLayout:
        return column(
            section(_("Seat and reach")),
            *fields.address(),
            fields.line("phone"),
            fields.line("email"),
            fields.line("website"),
            None,
            gap=12,
        )


PLAIN = (
    *("enterprise_number", "legal_name", "trade_name", "legal_form", "officer"),
    *("email", "website", "remark"),
)
"""Fields that are shown as they are kept."""
