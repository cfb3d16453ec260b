"""What a cell of a checklist in Excel means: one parser a column, each refuses in one sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from controllers.intake.workbook import CellValue
from controllers.template_columns import (
    ANSWER_TYPES,
    ANSWERS,
    FLAGS,
    GRADES,
    PROOFS,
    SOURCES,
    UNITS,
)
from models.checklists import rules
from models.checklists.rules.writing import MOST_WEIGHT
from models.checklists.values import (
    AnswerValue,
    ChecklistTemplate,
    GradeThreshold,
    GradeThresholds,
    Option,
    Section,
    Unit,
)
from models.kernel.errors import Refused
from models.kernel.text import N_
from models.kernel.typed import check_room
from models.kernel.words import clean, fold

Parsed = Any
_LONGEST = {"short": 120, "counted_in": 40, "asked_after": 40, "title": 300, "key": 60}
_MILLION = 1_000_000
_MOST_DOSSIERS = 100


class NotInTheList(Refused):
    sentence = N_("{raw} is not one of these: {choices}.")


class NotANumber(Refused):
    sentence = N_("{raw} is no number. Write figures, such as 3 or 2,5.")


class NotWhole(Refused):
    sentence = N_("{raw} is not a whole number. Write figures without a comma, such as 3.")


def shown(cell: CellValue) -> str:
    """A cell as text, without outer blanks; a whole number without a comma."""
    return "" if cell is None else str(cell).strip()


def text(field: str) -> Callable[[CellValue], str]:
    """Free text. Raises NationalNumberFound and TextTooLong."""

    def parse(cell: CellValue) -> str:
        kept = rules.checked_text(shown(cell), field) or ""
        if field in _LONGEST:
            check_room(kept, _LONGEST[field], field)
        return kept

    return parse


def choice(choices: Mapping[Any, str], default: Any) -> Callable[[CellValue], Any]:
    """One of these words; an empty cell is the default. Raises NotInTheList."""
    by_word = {fold(word): value for value, word in choices.items()}

    def parse(cell: CellValue) -> Any:
        said = fold(shown(cell))
        if not said:
            return default
        if said not in by_word:
            raise NotInTheList(raw=shown(cell), choices=" · ".join(choices.values()))
        return by_word[said]

    return parse


def number(least: float, most: float) -> Callable[[CellValue], float | None]:
    """A number, or nothing. Raises NotANumber and NumberNotPossible."""

    def parse(cell: CellValue) -> float | None:
        said = shown(cell)
        if not said:
            return None
        try:
            value = float(said.replace(" ", "").replace(",", "."))
        except ValueError as wrong:
            raise NotANumber(raw=said) from wrong
        return rules.checked_number(value, "number", least, most)

    return parse


def whole(least: int, most: int, default: int | None) -> Callable[[CellValue], int | None]:
    """A whole number; an empty cell is the default. Raises as `number`, and NotWhole."""

    def parse(cell: CellValue) -> int | None:
        value = number(least, most)(cell)
        if value is None:
            return default
        if value != int(value):
            raise NotWhole(raw=shown(cell))
        return int(value)

    return parse


def _answers(cell: CellValue) -> tuple[AnswerValue, ...]:
    by_word = {fold(word): value for value, word in ANSWERS.items()}
    said = [clean(part) for part in shown(cell).replace(";", ",").replace("\n", ",").split(",")]
    wrong = [part for part in said if part and fold(part) not in by_word]
    if wrong:
        raise NotInTheList(raw=wrong[0], choices=" · ".join(ANSWERS.values()))
    chosen = {by_word[fold(part)] for part in said if part}
    return tuple(value for value in AnswerValue if value in chosen)


def _options(cell: CellValue) -> tuple[Option, ...]:
    return rules.options_of(shown(cell))


def _lines(cell: CellValue) -> tuple[str, ...]:
    kept = rules.checked_text(shown(cell), "evidence") or ""
    return tuple(line.strip() for line in kept.splitlines() if line.strip())


_types = {value: word for value, word in ANSWER_TYPES.items()}  # noqa: C416 - typed as any kind
PARSERS: Mapping[str, Callable[[CellValue], Parsed]] = {
    **{
        name: text(name)
        for name in (
            *("text", "short", "counted_in", "asked_after", "basis_text", "guidance"),
            *("good_example", "bad_example", "finding", "measure", "expected_evidence"),
        )
    },
    "answer_type": choice(_types, next(iter(ANSWER_TYPES))),
    "options": _options,
    "least": number(-_MILLION, _MILLION),
    "most": number(-_MILLION, _MILLION),
    "tolerance_hours": number(0, 99),
    "severity_on_fail": choice(GRADES, rules.FAIL_GRADES[1]),
    "definition_condition": choice(FLAGS, default=False),
    "mandate_relevant": choice(FLAGS, default=False),
    "proof": choice(PROOFS, next(iter([one for one in PROOFS if one.value == "note"]))),
    "weight": whole(0, MOST_WEIGHT, 1),
    "asked_values": _answers,
    "basis_kind": choice(SOURCES, ""),
    "evidence": _lines,
}
"""By column; `section`, `key` and the hidden ids are read with what stands around them."""
HEAD_PARSERS: Mapping[str, Callable[[CellValue], Parsed]] = {
    "title": lambda cell: rules.checked_title(shown(cell)),
    "unit": choice(UNITS, Unit.CLIENT_DOSSIER),
    "pseudonym_rule": text("pseudonym_rule"),
    "mandate_dossiers": whole(1, _MOST_DOSSIERS, 1),
    "definition_dossiers": whole(1, _MOST_DOSSIERS, 1),
    "definition_share_pct": whole(1, 100, None),
    "other_dossiers": whole(1, _MOST_DOSSIERS, 1),
    "other_share_pct": whole(1, 100, None),
    "key": text("key"),
    "version": whole(0, 10_000, 0),
}


def parse_head(
    facts: Mapping[str, Parsed], name: str, sections: tuple[Section, ...]
) -> ChecklistTemplate:
    """The checklist with these sections; what its sheet does not say is as in ours."""
    ours = rules.template().thresholds
    return ChecklistTemplate(
        key=facts.get("key") or "",
        version=facts.get("version") or 0,
        title=facts.get("title") or clean(name),
        pseudonym_rule=facts.get("pseudonym_rule") or "",
        sections=sections,
        thresholds=GradeThresholds(
            mandate_relevant=GradeThreshold(
                facts.get("mandate_dossiers") or ours.mandate_relevant.dossiers
            ),
            definition_condition=_limit(facts, "definition", ours.definition_condition),
            other=_limit(facts, "other", ours.other),
        ),
        unit=facts.get("unit") or Unit.CLIENT_DOSSIER,
    )


def _limit(facts: Mapping[str, Parsed], name: str, ours: GradeThreshold) -> GradeThreshold:
    dossiers = facts.get(f"{name}_dossiers")
    if dossiers is None:
        return ours
    return GradeThreshold(dossiers, facts.get(f"{name}_share_pct"))
