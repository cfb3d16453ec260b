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
    AnswerType.YES_PARTIAL_NO_NA: "ja, gedeeltelijk, nee",
    AnswerType.HOURS_COMPARE: "uren vergeleken",
    AnswerType.TEXT: "vrije tekst",
    AnswerType.NUMBER: "een getal",
    AnswerType.DATE: "een datum",
    AnswerType.CHOICE: "een keuze",
}
PROOFS: Mapping[Proof, str] = {
    Proof.NOTHING: "niets",
    Proof.NOTE: "een nota",
    Proof.PROOF: "een bewijsstuk",
    Proof.NOTE_OR_PROOF: "een nota of een bewijsstuk",
}
SOURCES: Mapping[str, str] = {"seed": "zin uit de omschrijving", "rule": "regel of onderrichting"}
UNITS: Mapping[Unit, str] = {
    Unit.CLIENT_DOSSIER: "begeleidingsdossier",
    Unit.PUBLIC_CHANNEL: "publiek kanaal",
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
    TemplateColumn("short", "In enkele woorden", 30, "Voor de rij van de matrix."),
    TemplateColumn("answer_type", "Soort antwoord", 22, "Hoe er geantwoord wordt.",
                   tuple(ANSWER_TYPES.values())),
    TemplateColumn("options", "Keuzemogelijkheden", 30, "Alleen bij een keuze: één antwoord"
                   " per regel, en na = waarvoor het telt, zoals: In elk dossier = ja."),
    TemplateColumn("counted_in", "Geteld in", 12, "Alleen bij een getal, zoals weken."),
    TemplateColumn("least", "Minstens", 12, "Alleen bij een getal: eronder is het nee.",
                   number=True),
    TemplateColumn("most", "Hoogstens", 12, "Alleen bij een getal: erboven is het nee.",
                   number=True),
    TemplateColumn("tolerance_hours", "Uren die mogen verschillen", 17, "Alleen bij uren:"
                   " hoeveel uren de twee aantallen uit elkaar mogen liggen.", number=True),
    TemplateColumn("severity_on_fail", "Gewicht van een nee", 22, "Hoe zwaar een nee begint.",
                   tuple(GRADES.values())),
    TemplateColumn("definition_condition", "Voorwaarde van de omschrijving", 18, "ja:"
                   " één nee maakt het dossier niet conform.", (YES, NO)),
    TemplateColumn("mandate_relevant", "Voorwaarde van het mandaat", 16, "ja: één nee maakt"
                   " het dossier niet conform.", (YES, NO)),
    TemplateColumn("proof", "Gevraagd bij een nee", 24, "Wat er bij nee of gedeeltelijk nodig is"
                   " voor de controle klaar is.", tuple(PROOFS.values())),
    TemplateColumn("weight", "Gewicht in de score", 13, "0 houdt de vraag buiten de score.",
                   number=True),
    TemplateColumn("asked_after", "Gevraagd na vraag", 12, "Het nummer van een vraag die eerder"
                   " staat; leeg: altijd gesteld."),
    TemplateColumn("asked_values", "Gevraagd bij antwoord", 22, "Bij welke antwoorden op die vraag,"
                   " met komma's ertussen, zoals: nee, gedeeltelijk."),
    TemplateColumn("basis_kind", "Soort bron", 18, "Waar de vraag op rust.",
                   tuple(SOURCES.values())),
    TemplateColumn("basis_text", "Bron", 44, "De zin of de regel zelf."),
    TemplateColumn("guidance", "Toelichting", 44, "Wat de lezer moet weten om te antwoorden."),
    TemplateColumn("evidence", "Bewijs", 30, "Waarin het te zien is, één per regel."),
    TemplateColumn("good_example", "Voorbeeld van goed bewijs", 30, "Wat als bewijs telt."),
    TemplateColumn("bad_example", "Voorbeeld van geen bewijs", 30, "Wat op bewijs lijkt en er"
                   " geen is."),
    TemplateColumn("finding", "Voorgestelde vaststelling", 44, "Wat er mis is na een nee; komt na"
                   " “In 2 van de 8 dossiers”."),
    TemplateColumn("measure", "Maatregel", 44, "Wat we dan aan het centrum vragen."),
    TemplateColumn("expected_evidence", "Verwacht bewijs", 40, "Wat het centrum dan kan tonen."),
    TemplateColumn("section_key", "rubriek_id", 12, "Verborgen: niet wijzigen.", hidden=True),
    TemplateColumn("old_key", "vraag_id", 12, "Verborgen: niet wijzigen.", hidden=True),
)  # fmt: skip
_DECISIVE = TemplateColumn("mandate_relevant", "Beslissend", 14, "ja: zonder “voldoet” hier is"
                           " er geen positief advies.", (YES, NO))  # fmt: skip
_ASSESSED = (
    TemplateColumn("looked_up", "Opgezocht door het programma", 34, "Wat Waarmerk zelf opzoekt, één"
                   " feit per regel; het oordeelt nooit: " + " · ".join(LOOKED_UP.values()) + "."),
    TemplateColumn("parameter", "Getal van de regel", 34, "Als een regel het gevraagde getal"
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
        "Beantwoord voor elk",
        "Begeleidingsdossier, publiek kanaal, of aanvraag voor een mandaat.",
    ),
    ("pseudonym_rule", "Regel over namen", "Wat nooit genoteerd wordt."),
    ("mandate_dossiers", "Ernstig vanaf dossiers, mandaat", "Een geheel getal vanaf 1."),
    ("definition_dossiers", "Ernstig vanaf dossiers, omschrijving", "Een geheel getal vanaf 1."),
    (
        "definition_share_pct",
        "Ernstig vanaf procent, omschrijving",
        "Leeg: alleen het aantal telt.",
    ),
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
FORMER: Mapping[str, str] = {
    "In het kort": "short",
    "Keuzes": "options",
    "Uren verschil": "tolerance_hours",
    "Definitie": "definition_condition",
    "Mandaat": "mandate_relevant",
    "Bij een nee": "proof",
    "Alleen na vraag": "asked_after",
    "Bij antwoord": "asked_values",
    "Uitleg": "guidance",
    "Bewijsstukken": "evidence",
    "Goed voorbeeld": "good_example",
    "Slecht voorbeeld": "bad_example",
    "Vaststelling": "finding",
    "Opgezocht": "looked_up",
    "Regel met een getal": "parameter",
    "Beantwoord per": "unit",
    "Ernstig vanaf dossiers, definitie": "definition_dossiers",
    "Ernstig vanaf procent, definitie": "definition_share_pct",
}
"""What columns and facts were called in workbooks of before; those still come back."""
FORMER_WORDS: Mapping[str, str] = {
    "ja, gedeeltelijk of nee": "ja, gedeeltelijk, nee",
    "twee aantallen uren": "uren vergeleken",
    "tekst": "vrije tekst",
    "getal": "een getal",
    "datum": "een datum",
    "keuze": "een keuze",
    "een bewijs": "een bewijsstuk",
    "een nota of een bewijs": "een nota of een bewijsstuk",
    "kwaliteitsgarantie": "zin uit de omschrijving",
    "regel": "regel of onderrichting",
    "klantendossier": "begeleidingsdossier",
    "kanaal van het aanbod": "publiek kanaal",
}
"""The same for what stands in their cells."""
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
