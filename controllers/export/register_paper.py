"""A register on paper: what stands in the list as it is narrowed and ordered, and nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from controllers.columns import Cell, Column
from controllers.export.facts import fingerprint
from controllers.register_columns import REGISTERS, Register
from controllers.registers import RegisterQuestion
from models.kernel.text import _
from models.kernel.wording import short_date


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """Which register, what was asked of it, the rows, and the day it is of."""

    key: str
    asked: RegisterQuestion
    rows: tuple[Any, ...]
    day: date

    @property
    def register(self) -> Register:
        return REGISTERS[self.key]

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        by_key = {column.key: column for column in self.register.columns}
        return tuple(by_key[key] for key in self.register.paper)

    @property
    def narrowed(self) -> str:
        """What it is narrowed to, in words; empty for all.

        The value is read from a row, which says it in the language of the paper.
        """
        columns = {column.key: column for column in self.register.columns}
        said = [
            f"{_(columns[key].label)}: {columns[key].cell(self.rows[0]) if self.rows else value}"
            for key, value in self.asked.narrowed.items()
        ]
        words = [f"\u201c{self.asked.text}\u201d"] if self.asked.text else []
        return " · ".join([*words, *said, *self._days()])

    def _days(self) -> list[str]:
        said = (
            (_("{falls} from {day}"), self.asked.first),
            (_("{falls} up to and including {day}"), self.asked.last),
        )
        return [
            words.format(falls=_(self.register.falls), day=short_date(day))
            for words, day in said
            if day is not None
        ]

    def cells(self) -> list[list[str]]:
        """Every row as it is read: days in words, what is not there as nothing."""
        return [[_cell(column, row) for column in self.columns] for row in self.rows]

    @property
    def mark(self) -> str:
        return fingerprint([self.key, self.narrowed, self.day.isoformat(), self.cells()])


def _cell(column: Column[Any], row: Any) -> str:
    said = _said(column.cell(row))
    below = column.sub(row) if column.sub is not None else ""
    return f"{said}\n{below}" if below else said


def _said(cell: Cell) -> str:
    if isinstance(cell, date):
        return short_date(cell)
    return "" if cell is None else str(cell)
