"""What an office has set, one row a setting, and the changes of rules it took over."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.store.entity import Entity


class Setting(Entity):
    """One setting as text; its type and default are declared in values."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(60))
    value: Mapped[str | None] = mapped_column(Text)


class RuleChange(Entity):
    """A number of a rule as it holds from a day on: what the law changed after this program.

    `value` stands as in content/rule_parameters.yaml: a whole number, or numbers with commas.
    """

    __tablename__ = "rule_change"

    key: Mapped[str] = mapped_column(String(60), index=True)
    value: Mapped[str] = mapped_column(String(60))
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    reference: Mapped[str] = mapped_column(String(300))
    note: Mapped[str | None] = mapped_column(Text)


class TextBlock(Entity):
    """A text that is typed often, called up with two colons and its key, such as `::pop`."""

    __tablename__ = "text_block"

    key: Mapped[str] = mapped_column(String(40), index=True)
    title: Mapped[str | None] = mapped_column(String(120))
    text: Mapped[str | None] = mapped_column(Text)
