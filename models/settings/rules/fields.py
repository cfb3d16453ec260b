"""Settings as text and back: what the form typed, what the file keeps."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from models.kernel.errors import Refused
from models.kernel.typed import check_room, keepable
from models.kernel.words import clean
from models.settings.values import (
    MOST_DAYS,
    MOST_MONTHS,
    SETTINGS,
    SettingField,
    SettingKind,
    SettingNotChoice,
    SettingNotDays,
    SettingNotEmail,
    SettingNotMonths,
    Settings,
    SettingValue,
    setting,
)


def parse(key: str, text: str) -> SettingValue:
    """What was typed or kept, as the value of this setting; refuses with the field named."""
    return cast("SettingValue", _PARSERS[setting(key).kind](setting(key), keepable(text)))


def format_value(key: str, value: object) -> str:
    """The value as text to keep or to edit; `parse` gives the same value back."""
    match setting(key).kind:
        case SettingKind.LINES if isinstance(value, tuple):
            return "\n".join(value)
        case SettingKind.MONTHS if isinstance(value, tuple):
            return ", ".join(map(str, value))
        case _:
            return str(value)


def settings_from(rows: Mapping[str, str]) -> Settings:
    """The settings as kept in the file, key to text.

    A key that is no longer declared is skipped, and so is a text that an older or newer version
    allowed: its default holds. Nothing that is kept can stop the program from opening a file.
    """
    known: dict[str, Any] = {}
    for key, text in rows.items():
        try:
            known[key] = parse(key, text)
        except Refused:
            continue
    return Settings(**known)


def rows_of(settings: Settings) -> dict[str, str]:
    """What differs from the defaults, key to text: the rows to keep."""
    untouched = Settings()
    return {
        entry.key: format_value(entry.key, getattr(settings, entry.key))
        for entry in SETTINGS
        if getattr(settings, entry.key) != getattr(untouched, entry.key)
    }


def _text(entry: SettingField, text: str) -> str:
    typed = clean(text)
    check_room(typed, entry.most, entry.key)
    return typed


def _email(entry: SettingField, text: str) -> str:
    typed = _text(entry, text)
    name, at, host = typed.partition("@")
    wrong = not name or not at or "." not in host.strip(".") or " " in typed or "@" in host
    if typed and wrong:
        raise SettingNotEmail(field=entry.key, raw=typed)
    return typed


def _lines(entry: SettingField, text: str) -> tuple[str, ...]:
    return tuple(line for typed in text.splitlines() if (line := _text(entry, typed)))


def _choice(entry: SettingField, text: str) -> str:
    typed = clean(text)
    values = [value for value, _label in entry.choices]
    if typed not in values:
        raise SettingNotChoice(field=entry.key, raw=typed, choices=", ".join(values))
    return typed


def _number_of_days(entry: SettingField, text: str) -> int:
    number = _whole(text, MOST_DAYS)
    if number is None:
        raise SettingNotDays(field=entry.key, raw=clean(text), most=MOST_DAYS)
    return number


def _number_of_months(entry: SettingField, text: str) -> tuple[int, ...]:
    numbers = [_whole(part, MOST_MONTHS) for part in text.replace(";", ",").split(",")]
    found = {number for number in numbers if number is not None}
    if None in numbers:
        raise SettingNotMonths(field=entry.key, raw=clean(text), most=MOST_MONTHS)
    return tuple(sorted(found, reverse=True))


def _whole(text: str, most: int) -> int | None:
    """A whole number from 1 to `most`, or None."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= len(str(most))):
        return None
    return int(typed) if 1 <= int(typed) <= most else None


_PARSERS: Mapping[SettingKind, Callable[[SettingField, str], Any]] = {
    SettingKind.TEXT: _text,
    SettingKind.EMAIL: _email,
    SettingKind.LINES: _lines,
    SettingKind.CHOICE: _choice,
    SettingKind.DAYS: _number_of_days,
    SettingKind.MONTHS: _number_of_months,
}
