"""What may be written in a checklist: cleaned, or refused with the field named."""

import re
from collections.abc import Sequence

from models.centres.rules.editing import kept_text, refuse_national_number
from models.checklists.rules.reading import answer_label
from models.checklists.values import (
    JUDGED,
    AnswerValue,
    ChecklistTitleMissing,
    NumberNotPossible,
    Option,
    OptionWrong,
    QuestionKeyTaken,
    QuestionKeyWrong,
    SectionTitleMissing,
)
from models.kernel.errors import Refused
from models.kernel.typed import keepable
from models.kernel.wording import decimal
from models.kernel.words import clean, fold

MOST_KEY = 40
MOST_WEIGHT = 100
ONE_LINE = frozenset({"title", "short", "basis_text", "counted_in", "theme"})
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LIST_KEY = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")
_NUMBERED = re.compile(r"(.*?)(\d+)")


def checked_text(text: str, field: str) -> str | None:
    """The text without outer blanks, None when empty. Raises NationalNumberFound (F3.06)."""
    return kept_text(text, field, one_line=field in ONE_LINE)


def checked_title(text: str, missing: type[Refused] = ChecklistTitleMissing) -> str:
    """A title on one line. Raises what is `missing`, and NationalNumberFound."""
    kept = checked_text(text, "title")
    if kept is None:
        raise missing(field="title")
    return kept


def checked_section(text: str) -> str:
    return checked_title(text, SectionTitleMissing)


def checked_key(raw: str, taken: Sequence[str]) -> str:
    """The number of a question. Raises QuestionKeyWrong and QuestionKeyTaken."""
    kept = clean(keepable(raw))
    if len(kept) > MOST_KEY or not _KEY.fullmatch(kept):
        raise QuestionKeyWrong(field="key", raw=kept or "–", most=MOST_KEY)
    if kept.casefold() in {key.casefold() for key in taken}:
        raise QuestionKeyTaken(field="key", key=kept)
    return kept


def is_key(text: str) -> bool:
    """Whether a text can be the key of a checklist: small letters, figures and underscores."""
    return bool(_LIST_KEY.fullmatch(text))


def next_key(taken: Sequence[str], title: str) -> str:
    """A free number after the highest one, written as the others are; DC-28 after DC-27."""
    found = [match for key in taken if (match := _NUMBERED.fullmatch(key))]
    if not found:
        return _free(f"{_initials(title)}-", 1, 2, taken)
    head, figures = max(((one[1], one[2]) for one in found), key=lambda one: int(one[1]))
    return _free(head, int(figures) + 1, len(figures), taken)


def checked_number(value: float, field: str, least: float, most: float) -> float:
    """Raises NumberNotPossible outside `least` and `most`, and for what is no number."""
    if not least <= value <= most:
        raw, low, high = (decimal(each) for each in (value, least, most))
        raise NumberNotPossible(field=field, raw=raw, least=low, most=high)
    return value


def options_of(text: str, standing: Sequence[Option] = ()) -> tuple[Option, ...]:
    """Answers to choose from as people type them, a line each: `In elk dossier = ja`.

    One that is said as before keeps its key, and so does one reworded in its place. Raises
    OptionWrong and NationalNumberFound.
    """
    lines = [clean(line) for line in keepable(text).splitlines() if clean(line)]
    told = [_told(line) for line in lines]
    if len({fold(words) for words, _value in told}) < len(told):
        raise OptionWrong(field="options", raw=lines[-1])
    keys = _keys([words for words, _value in told], standing)
    return tuple(Option(key, words, value) for key, (words, value) in zip(keys, told, strict=True))


def kept_options(options: Sequence[Option]) -> str | None:
    """How they are kept: `key | text | counts_as`, a line each; None without any."""
    return "\n".join(f"{one.key} | {one.text} | {one.counts_as or ''}" for one in options) or None


def _told(line: str) -> tuple[str, AnswerValue | None]:
    words, parted, counted = (part.strip() for part in line.rpartition("="))
    words, counted = (words, counted) if parted else (line, "")
    refuse_national_number(words, "options")
    said = {fold(answer_label(value)): value for value in JUDGED}
    if not words or "|" in words or (parted and fold(counted) not in said):
        raise OptionWrong(field="options", raw=line)
    return words, said[fold(counted)] if parted else None


def _keys(texts: Sequence[str], standing: Sequence[Option]) -> list[str]:
    by_text = {fold(option.text): option.key for option in standing}
    keys = [by_text.get(fold(text), "") for text in texts]
    used = set(keys)
    for place, key in enumerate(keys):
        if not key and place < len(standing) and standing[place].key not in used:
            keys[place] = standing[place].key
            used.add(keys[place])
    for place, key in enumerate(keys):
        if not key:
            keys[place] = next(k for n in range(1, 999) if (k := f"k{n}") not in used)
            used.add(keys[place])
    return keys


def _initials(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", fold(title))
    return "".join(word[0] for word in words[:2]).upper() or "V"


def _free(head: str, number: int, width: int, taken: Sequence[str]) -> str:
    standing = {key.casefold() for key in taken}
    while (key := f"{head}{number:0{width}}").casefold() in standing:
        number += 1
    return key
