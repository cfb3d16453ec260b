"""The columns of a checklist in Excel, said once for the sheet that leaves and that returns.

Everything here is Dutch content: it stands in the workbook, whatever language the screen speaks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.checklists import rules
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    AssessmentRules,
    LookedUp,
    Proof,
    Question,
    Section,
    Unit,
)
from models.terms.parameters import parameters

Cell = str | int | float | None
YES, NO = "ja", "nee"
ANSWER_TYPES: Mapping[AnswerType, str] = {
    AnswerType.YES_PARTIAL_NO_NA: "ja, gedeeltelijk of nee",
    AnswerType.HOURS_COMPARE: "twee aantallen uren",
    AnswerType.TEXT: "tekst",
    AnswerType.NUMBER: "getal",
    AnswerType.DATE: "datum",
    AnswerType.CHOICE: "keuze",
}
PROOFS: Mapping[Proof, str] = {
    Proof.NOTHING: "niets",
    Proof.NOTE: "een nota",
    Proof.PROOF: "een bewijs",
    Proof.NOTE_OR_PROOF: "een nota of een bewijs",
}
SOURCES: Mapping[str, str] = {"seed": "kwaliteitsgarantie", "rule": "regel"}
UNITS: Mapping[Unit, str] = {
    Unit.CLIENT_DOSSIER: "klantendossier",
    Unit.PUBLIC_CHANNEL: "kanaal van het aanbod",
    Unit.MANDATE_APPLICATION: "aanvraag voor een mandaat",
}
LOOKED_UP: Mapping[LookedUp, str] = {
    LookedUp.ENTERPRISE_NUMBER: "controlecijfer van het ondernemingsnummer",
    LookedUp.ESTABLISHMENT_NUMBERS: "vestigingsnummers beginnen met 2 tot 8",
    LookedUp.POSTAL_CODES: "postcodes bestaan en passen bij de gemeente",
    LookedUp.WAITING_PERIOD: "geen lopende wachttermijn",
    LookedUp.CERTIFICATE: "certificaat geldig op de eerste dag",
    LookedUp.CERTIFICATE_HOLDER: "certificaat op naam van het centrum",
}
"""What the program can look up beside a criterion."""
GRADES = {grade: rules.grade_label(grade) for grade in rules.FAIL_GRADES}
ANSWERS = {value: rules.answer_label(value) for value in AnswerValue}
FLAGS = {True: YES, False: NO}


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column of the sheet with questions."""

    field: str
    """Of the row that keeps a question; `section` and the ids are of the sheet alone."""
    label: str
    width: int
    meaning: str
    choices: tuple[str, ...] = ()
    hidden: bool = False
    number: bool = False


COLUMNS: tuple[TemplateColumn, ...] = (
    TemplateColumn("section", "Rubriek", 26, "De kop waaronder de vraag staat; gelijke koppen"
                   " onder elkaar zijn één rubriek. Een kop zonder vraag is een lege rubriek."),
    TemplateColumn("key", "Nummer", 10, "Zoals DC-01; elk nummer één keer."),
    TemplateColumn("text", "Vraag", 60, "De vraag in haar geheel; ja is in orde."),
    TemplateColumn("short", "In het kort", 30, "In een paar woorden, voor de rij van de matrix."),
    TemplateColumn("answer_type", "Soort antwoord", 22, "Hoe er geantwoord wordt.",
                   tuple(ANSWER_TYPES.values())),
    TemplateColumn("options", "Keuzes", 30, "Alleen bij een keuze: één antwoord per regel, en na ="
                   " waarvoor het telt, zoals: In elk dossier = ja."),
    TemplateColumn("counted_in", "Geteld in", 12, "Alleen bij een getal, zoals weken."),
    TemplateColumn("least", "Minstens", 12, "Alleen bij een getal: eronder is het nee.",
                   number=True),
    TemplateColumn("most", "Hoogstens", 12, "Alleen bij een getal: erboven is het nee.",
                   number=True),
    TemplateColumn("tolerance_hours", "Uren verschil", 10, "Alleen bij uren: hoeveel uren de twee"
                   " aantallen uit elkaar mogen liggen.", number=True),
    TemplateColumn("severity_on_fail", "Gewicht van een nee", 22, "Hoe zwaar een nee begint.",
                   tuple(GRADES.values())),
    TemplateColumn("definition_condition", "Definitie", 10, "ja: een voorwaarde van de"
                   " omschrijving; één nee maakt het dossier niet conform.", (YES, NO)),
    TemplateColumn("mandate_relevant", "Mandaat", 10, "ja: een voorwaarde van het mandaat; één nee"
                   " maakt het dossier niet conform.", (YES, NO)),
    TemplateColumn("proof", "Bij een nee", 22, "Wat er bij nee of gedeeltelijk nodig is voor de"
                   " controle klaar is.", tuple(PROOFS.values())),
    TemplateColumn("weight", "Gewicht in de score", 13, "0 houdt de vraag buiten de score.",
                   number=True),
    TemplateColumn("asked_after", "Alleen na vraag", 12, "Het nummer van een vraag die eerder"
                   " staat; leeg: altijd gesteld."),
    TemplateColumn("asked_values", "Bij antwoord", 22, "Bij welke antwoorden op die vraag, met"
                   " komma's ertussen, zoals: nee, gedeeltelijk."),
    TemplateColumn("basis_kind", "Soort bron", 18, "Waar de vraag op rust.",
                   tuple(SOURCES.values())),
    TemplateColumn("basis_text", "Bron", 44, "De zin of de regel zelf."),
    TemplateColumn("guidance", "Uitleg", 44, "Wat de lezer moet weten om te antwoorden."),
    TemplateColumn("evidence", "Bewijsstukken", 30, "Waarin het te zien is, één per regel."),
    TemplateColumn("good_example", "Goed voorbeeld", 30, "Wat als bewijs telt."),
    TemplateColumn("bad_example", "Slecht voorbeeld", 30, "Wat op bewijs lijkt en er geen is."),
    TemplateColumn("finding", "Vaststelling", 44, "Wat er mis is na een nee; komt na “In 2 van de 8"
                   " dossiers”."),
    TemplateColumn("measure", "Maatregel", 44, "Wat we dan aan het centrum vragen."),
    TemplateColumn("expected_evidence", "Verwacht bewijs", 40, "Wat het centrum dan kan tonen."),
    TemplateColumn("section_key", "rubriek_id", 12, "Verborgen: niet wijzigen.", hidden=True),
    TemplateColumn("old_key", "vraag_id", 12, "Verborgen: niet wijzigen.", hidden=True),
)  # fmt: skip
_DECISIVE = TemplateColumn("mandate_relevant", "Beslissend", 14, "ja: zonder “voldoet” hier is"
                           " er geen positief advies.", (YES, NO))  # fmt: skip
_ASSESSED = (
    TemplateColumn("looked_up", "Opgezocht", 34, "Wat Waarmerk zelf opzoekt, één feit per regel;"
                   " het oordeelt nooit: " + " · ".join(LOOKED_UP.values()) + "."),
    TemplateColumn("parameter", "Regel met een getal", 34, "Als een regel het gevraagde getal"
                   " bevat: de naam van die regel."),
)  # fmt: skip
_NOT_ASSESSED = frozenset(
    {
        *("options", "counted_in", "least", "most", "tolerance_hours", "severity_on_fail"),
        *("definition_condition", "weight", "finding", "measure", "expected_evidence"),
    }
)
"""Columns about findings, scores and kinds of answer that an assessment does not know."""
EVERY_COLUMN = (*COLUMNS, _DECISIVE, *_ASSESSED)
"""By their labels a sheet is read; some fields have a label for each unit."""
NEEDED = ("section", "key", "text", "answer_type")
"""Without these columns a sheet is no checklist."""
_HEAD: tuple[tuple[str, str, str], ...] = (
    ("title", "Titel", "Hoe de controlelijst heet."),
    (
        "unit",
        "Beantwoord per",
        "Klantendossier, kanaal van het aanbod, of aanvraag voor een mandaat.",
    ),
    ("pseudonym_rule", "Regel over namen", "Wat nooit genoteerd wordt."),
    ("mandate_dossiers", "Ernstig vanaf dossiers, mandaat", "Een geheel getal vanaf 1."),
    ("definition_dossiers", "Ernstig vanaf dossiers, definitie", "Een geheel getal vanaf 1."),
    ("definition_share_pct", "Ernstig vanaf procent, definitie", "Leeg: alleen het aantal telt."),
    ("other_dossiers", "Ernstig vanaf dossiers, andere", "Een geheel getal vanaf 1."),
    ("other_share_pct", "Ernstig vanaf procent, andere", "Leeg: alleen het aantal telt."),
    ("key", "Sleutel", "Niet wijzigen: waaraan de versies van één lijst elkaar herkennen."),
    ("version", "Versie", "Niet wijzigen: de versie die in Excel is gezet."),
)
"""Field, label and meaning of the sheet about the checklist itself."""
_HEAD_ASSESSED = (
    ("motivation_required", "Motivering bij elk oordeel", "ja of nee."),
    ("four_eyes", "Vier ogen", "ja: wie beslist, heeft niet beoordeeld en niet geadviseerd."),
    ("legal_basis", "Rechtsgrond", "Waarop een beslissing rust; komt in elke beslissing."),
)
_THRESHOLDS = frozenset(
    {
        *("pseudonym_rule", "mandate_dossiers", "definition_dossiers", "definition_share_pct"),
        *("other_dossiers", "other_share_pct"),
    }
)
EVERY_HEAD = (*_HEAD, *_HEAD_ASSESSED)
QUESTIONS_SHEET, HEAD_SHEET, HELP_SHEET = "Vragen", "Checklist", "Uitleg"


def columns(unit: Unit) -> tuple[TemplateColumn, ...]:
    """The columns of the sheet with questions of a checklist for this unit."""
    if unit is not Unit.MANDATE_APPLICATION:
        return COLUMNS
    shown = (_DECISIVE if one.field == _DECISIVE.field else one for one in COLUMNS)
    kept = [one for one in shown if one.field not in _NOT_ASSESSED]
    place = next(at for at, one in enumerate(kept) if one.field == "basis_kind")
    return (*kept[:place], *_ASSESSED, *kept[place:])


def head(unit: Unit) -> tuple[tuple[str, str, str], ...]:
    """Field, label and meaning of the facts about a checklist for this unit."""
    if unit is not Unit.MANDATE_APPLICATION:
        return _HEAD
    kept = [one for one in _HEAD if one[0] not in _THRESHOLDS]
    return (*kept[:2], *_HEAD_ASSESSED, *kept[2:])


def rule_titles() -> Mapping[str, str]:
    """What each dated rule is called, by its key."""
    return {key: rows[-1].title or key for key, rows in parameters().items()}


def answer_words(assessed: AssessmentRules | None) -> Mapping[AnswerValue, str]:
    """What each answer is called, in an assessment as the judgement it stands for."""
    return {value: rules.answer_word(value, assessed) for value in AnswerValue}


def only_head(section: Section) -> dict[str, Cell]:
    """A section in which no question stands yet: a row with its head alone."""
    return {"section": section.title, "section_key": section.key}


def cells(
    section: Section, question: Question, assessed: AssessmentRules | None = None
) -> dict[str, Cell]:
    """What a question says, by field, as people read it in a cell."""
    condition, answers = question.asked_when, answer_words(assessed)
    return {
        "section": section.title,
        "key": question.key,
        "text": question.text,
        "short": question.short,
        "answer_type": ANSWER_TYPES[question.answer_type],
        "options": rules.option_lines(question.options),
        "counted_in": question.unit,
        "least": question.least,
        "most": question.most,
        "tolerance_hours": question.tolerance_hours,
        "severity_on_fail": GRADES[question.severity_on_fail],
        "definition_condition": FLAGS[question.definition_condition],
        "mandate_relevant": FLAGS[question.mandate_relevant],
        "proof": PROOFS[question.proof],
        "weight": question.weight,
        "asked_after": condition.question_key if condition else "",
        "asked_values": ", ".join(answers[one] for one in condition.values) if condition else "",
        "looked_up": "\n".join(LOOKED_UP[one] for one in question.looked_up),
        "parameter": rule_titles().get(question.parameter, ""),
        "basis_kind": SOURCES.get(question.basis.kind, ""),
        "basis_text": question.basis.text,
        "guidance": question.guidance,
        "evidence": "\n".join(question.evidence),
        "good_example": question.good_example,
        "bad_example": question.bad_example,
        "finding": question.finding,
        "measure": question.measure,
        "expected_evidence": question.expected_evidence,
        "section_key": section.key,
        "old_key": question.key,
    }
