"""The columns of a checklist in Excel, said once for the sheet that leaves and that returns.

Everything here is Dutch content: it stands in the workbook, whatever language the screen speaks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from models.checklists import rules
from models.checklists.values import AnswerType, AnswerValue, Proof, Question, Section, Unit

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
}
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
                   " onder elkaar zijn één rubriek."),
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
NEEDED = ("section", "key", "text", "answer_type")
"""Without these columns a sheet is no checklist."""
HEAD: tuple[tuple[str, str, str], ...] = (
    ("title", "Titel", "Hoe de controlelijst heet."),
    ("unit", "Beantwoord per", "Klantendossier, of kanaal van het aanbod."),
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
QUESTIONS_SHEET, HEAD_SHEET, HELP_SHEET = "Vragen", "Checklist", "Uitleg"


def cells(section: Section, question: Question) -> dict[str, Cell]:
    """What a question says, by field, as people read it in a cell."""
    condition = question.asked_when
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
        "asked_values": ", ".join(ANSWERS[one] for one in condition.values) if condition else "",
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
