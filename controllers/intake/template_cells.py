"""What a cell of a checklist in Excel means: one parser a column, each refuses in one sentence."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from controllers.intake.workbook import CellValue
from controllers.template_columns import (
    ANSWER_TYPES,
    ANSWERS,
    FLAGS,
    FORMER_WORDS,
    GRADES,
    LOOKED_UP,
    PROOFS,
    SOURCES,
    UNITS,
    answer_words,
    rule_titles,
)
from models.checklists import rules
from models.checklists.rules.writing import MOST_WEIGHT
from models.checklists.values import (
    MOST_AMOUNT,
    MOST_HOURS,
    NO_THRESHOLDS,
    AnswerValue,
    AssessmentRules,
    ChecklistTemplate,
    GradeThreshold,
    GradeThresholds,
    LookedUp,
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
_MOST_DOSSIERS = 100


class NotInTheList(Refused):
    sentence = N_("{raw} is not one of these: {choices}.")


class NotANumber(Refused):
    sentence = N_("{raw} is no number. Write figures, such as 3 or 2,5.")


class RuleUnknown(Refused):
    sentence = N_(
        "{raw} is not the name of a rule. Copy it from the page Rules, or leave it empty."
    )


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
    """One of these words, now or before; an empty cell is the default. Raises NotInTheList."""
    by_word = {fold(word): value for value, word in choices.items()}
    by_word |= {fold(old): by_word[new] for old, new in FORMER_WORDS.items() if new in by_word}

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
    judged = answer_words(rules.shipped_rules())
    by_word = {fold(word): value for words in (judged, ANSWERS) for value, word in words.items()}
    said = [clean(part) for part in shown(cell).replace(";", ",").replace("\n", ",").split(",")]
    wrong = [part for part in said if part and fold(part) not in by_word]
    if wrong:
        raise NotInTheList(raw=wrong[0], choices=" · ".join(ANSWERS.values()))
    chosen = {by_word[fold(part)] for part in said if part}
    return tuple(value for value in AnswerValue if value in chosen)


def _looked_up(cell: CellValue) -> tuple[LookedUp, ...]:
    by_word = {fold(word): one for one, word in LOOKED_UP.items()}
    said = [clean(line) for line in shown(cell).splitlines() if clean(line)]
    wrong = [line for line in said if fold(line) not in by_word]
    if wrong:
        raise NotInTheList(raw=wrong[0], choices=" · ".join(LOOKED_UP.values()))
    wanted = {by_word[fold(line)] for line in said}
    return tuple(one for one in LookedUp if one in wanted)


def _rule(cell: CellValue) -> str:
    said = clean(shown(cell))
    by_word = {fold(title): key for key, title in rule_titles().items()}
    if said and fold(said) not in by_word:
        raise RuleUnknown(raw=said)
    return by_word[fold(said)] if said else ""


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
    "least": number(-MOST_AMOUNT, MOST_AMOUNT),
    "most": number(-MOST_AMOUNT, MOST_AMOUNT),
    "tolerance_hours": number(0, MOST_HOURS),
    "severity_on_fail": choice(GRADES, rules.FAIL_GRADES[1]),
    "definition_condition": choice(FLAGS, default=False),
    "mandate_relevant": choice(FLAGS, default=False),
    "proof": choice(PROOFS, next(iter([one for one in PROOFS if one.value == "note"]))),
    "weight": whole(0, MOST_WEIGHT, 1),
    "asked_values": _answers,
    "looked_up": _looked_up,
    "parameter": _rule,
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
    "motivation_required": choice(FLAGS, default=True),
    "four_eyes": choice(FLAGS, default=True),
    "legal_basis": text("legal_basis"),
    "key": text("key"),
    "version": whole(0, 10_000, 0),
}


def parse_head(
    facts: Mapping[str, Parsed], name: str, sections: tuple[Section, ...]
) -> ChecklistTemplate:
    """The checklist with these sections; what its sheet does not say is as in ours."""
    assessed = _assessment(facts)
    return ChecklistTemplate(
        key=facts.get("key") or "",
        version=facts.get("version") or 0,
        title=facts.get("title") or clean(name),
        pseudonym_rule=facts.get("pseudonym_rule") or "",
        sections=sections,
        thresholds=NO_THRESHOLDS if assessed else _thresholds(facts),
        unit=facts.get("unit") or Unit.CLIENT_DOSSIER,
        assessment=assessed,
    )


def _thresholds(facts: Mapping[str, Parsed]) -> GradeThresholds:
    ours = rules.template().thresholds
    return GradeThresholds(
        mandate_relevant=GradeThreshold(
            facts.get("mandate_dossiers") or ours.mandate_relevant.dossiers
        ),
        definition_condition=_limit(facts, "definition", ours.definition_condition),
        other=_limit(facts, "other", ours.other),
    )


def _assessment(facts: Mapping[str, Parsed]) -> AssessmentRules | None:
    """What the sheet does not say, such as the names of the judgements, is as in ours."""
    if facts.get("unit") is not Unit.MANDATE_APPLICATION:
        return None
    ours = rules.shipped_rules()
    return replace(
        ours,
        motivation_required=facts.get("motivation_required", ours.motivation_required),
        four_eyes=facts.get("four_eyes", ours.four_eyes),
        legal_basis=facts.get("legal_basis", ours.legal_basis),
    )


def _limit(facts: Mapping[str, Parsed], name: str, ours: GradeThreshold) -> GradeThreshold:
    dossiers = facts.get(f"{name}_dossiers")
    if dossiers is None:
        return ours
    return GradeThreshold(dossiers, facts.get(f"{name}_share_pct"))
