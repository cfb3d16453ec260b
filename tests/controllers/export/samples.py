"""Checks and letters as they occur, made from the real checklist: 12 dossiers, 27 questions."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid5

import yaml

from models.checks.rules import template, verdict
from models.checks.values import (
    AnswerType,
    AnswerValue,
    CheckFile,
    CheckState,
    ChecklistAnswer,
    ChecklistTemplate,
    DossierColumn,
    FindingFile,
    Grade,
    Progress,
    Question,
    Verdict,
)
from models.kernel.ids import NAMESPACE
from models.letters.values import Block, BlockKind, LetterDocument, TableColumn

CONTENT = Path(__file__).parents[3] / "resources" / "content"
MADE_AT = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
CHECK_ID = UUID("0195a1b2-3c4d-7e5f-8a6b-3f2a00000001")
NOTES = (
    "Het gespreksverslag van 12 februari ontbreekt in het dossier.",
    "De begeleider verwijst naar een test die niet in het dossier zit; ze mailt het rapport na.",
    "POP is aanwezig, maar de acties hebben geen termijn.",
    "In het verslag staat 1,5 uur, in de registratie 2 uur.",
    "=SOM(A1:A9) stond letterlijk in het verslag",
)


def check(dossiers: int = 12, findings: int = 3) -> CheckFile:
    """A finished check; the answers come from a fixed draw."""
    list_ = template()
    draw = random.Random(26)
    columns = tuple(_dossier(list_, position, draw) for position in range(dossiers))
    return CheckFile(
        id=CHECK_ID,
        reference="DC-2026-3F2A",
        centre_id=uuid5(NAMESPACE, "centre"),
        centre_name="Loopbaanhuis De Wegwijzer & Zonen vzw",
        enterprise_number="0566.988.259",
        establishment="",
        planned_on=date(2026, 3, 10),
        visit_date=date(2026, 3, 12),
        period_from=date(2025, 1, 1),
        period_to=date(2025, 12, 31),
        officer="Lieve Van den Broeck",
        spoken_to="Annelies Peeters, zaakvoerder",
        conclusion="De begeleidingen in het centrum zijn over het algemeen goed opgebouwd, maar "
        "het persoonlijk ontwikkelingsplan verdient meer zorg.",
        follow_up="In het najaar van 2026 bekijken we opnieuw enkele dossiers.",
        state=CheckState.FINISHED,
        started_at=datetime(2026, 3, 12, 8, tzinfo=UTC),
        finished_at=datetime(2026, 3, 12, 15, tzinfo=UTC),
        template=list_,
        dossiers=columns,
        findings=tuple(finding(list_, number) for number in range(findings)),
        strengths=(
            replace(
                finding(list_, 0),
                id=uuid5(NAMESPACE, "s"),
                question_key="",
                statement="De gespreksverslagen zijn helder en volledig, ook bij oudere dossiers.",
                proposed_grade=Grade.STRENGTH,
            ),
        ),
        progress=Progress(dossiers * 27, dossiers * 27, dossiers * 20),
    )


def _dossier(list_: ChecklistTemplate, position: int, draw: random.Random) -> DossierColumn:
    answers = {question.key: _answer(question, draw) for question in list_.questions}
    if position == 2:
        del answers["DC-26"]
    proposed, why = verdict(list_, answers)
    overruled = position == 5
    return DossierColumn(
        id=uuid5(NAMESPACE, f"dossier {position}"),
        number=f"00{position + 1:02}-2025",
        position=position,
        answers=answers,
        proposed_verdict=proposed,
        verdict_why=why,
        verdict_override=Verdict.CONFORM_WITH_REMARKS if overruled else None,
        override_reason="De klant stopte voortijdig en het dossier bewijst dat."
        if overruled
        else "",
    )


def _answer(question: Question, draw: random.Random) -> ChecklistAnswer:
    chance = draw.random()
    value = (
        AnswerValue.YES
        if chance < 0.86
        else AnswerValue.PARTIAL
        if chance < 0.92
        else AnswerValue.NO
        if chance < 0.96
        else AnswerValue.NA
        if chance < 0.98
        else AnswerValue.NOT_CHECKED
    )
    note = draw.choice(NOTES) if value is not AnswerValue.YES or chance < 0.04 else ""
    if question.answer_type is AnswerType.HOURS_COMPARE:
        registered = draw.choice((4.0, 3.5, 7.0))
        documented = registered - (0.5 if value is AnswerValue.NO else 0.0)
        return ChecklistAnswer(value, note, registered, documented)
    return ChecklistAnswer(value, note)


def finding(list_: ChecklistTemplate, number: int) -> FindingFile:
    """The n-th finding, each on another question."""
    question = list_.questions[(number * 5 + 15) % 27]
    grades = (Grade.MAJOR, Grade.MINOR, Grade.OBSERVATION)
    return FindingFile(
        id=uuid5(NAMESPACE, f"finding {number}"),
        question_key=question.key,
        statement="",
        proposed_statement=f"In 2 van de 12 dossiers is niet aangetoond: {question.text}",
        failed=("0004-2025", "0009-2025"),
        partial=("0011-2025",) if number % 2 else (),
        proposed_grade=grades[number % 3],
        grade_why="De vraag is een voorwaarde en faalt in minstens 2 dossiers.",
        measure="Zorg dat elk dossier een persoonlijk ontwikkelingsplan met datum, concrete acties "
        "en een termijn bevat, en bezorg het aan de klant.",
        expected_evidence="Drie nieuwe dossiers met een volledig persoonlijk ontwikkelingsplan",
        measure_due=date(2026, 6, 30) if number % 3 < 2 else None,
    )


def layout() -> Mapping[str, object]:
    """The layout as published."""
    return yaml.safe_load((CONTENT / "letter_common.yaml").read_text("utf-8"))["common"]["layout"]


def letter(findings: int = 3, **changes: object) -> LetterDocument:
    """The audit letter about that check."""
    source = check(12, findings)
    document = LetterDocument(
        title="Auditbrief met vaststellingen en maatregelen",
        language="nl-BE",
        sender_name="VDAB",
        sender_lines=("Keizerslaan 11", "1000 Brussel", "0800 30 700"),
        addressee_lines=(
            "Loopbaanhuis De Wegwijzer & Zonen vzw",
            "Mevrouw Annelies Peeters",
            "Kortrijksesteenweg 1024 bus 3",
            "9000 Gent",
        ),
        references=(
            ("uw bericht van", ""),
            ("uw kenmerk", ""),
            ("ons kenmerk", "DC-2026-3F2A"),
            ("datum", "20 maart 2026"),
        ),
        contact_lines=("Lieve Van den Broeck", "lieve.vandenbroeck@voorbeeld.be", "02 506 12 05"),
        subject="Resultaat van de dossiercontrole van 12 maart 2026 en gevraagde maatregelen",
        salutation="Geachte mevrouw Peeters",
        blocks=_blocks(source),
        closing="Met vriendelijke groeten",
        signatory_name="Lieve Van den Broeck",
        signatory_function="Kwaliteitsmedewerker loopbaanbegeleiding",
        enclosures=("Verslag van de dossiercontrole met de beoordeling per dossier",),
        subject_label="onderwerp",
        enclosures_label="bijlage",
        layout=layout(),
    )
    return replace(document, **changes)


def _text(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def _head(text: str) -> Block:
    return Block(BlockKind.HEADING, text)


def _bullets(*items: str) -> Block:
    return Block(BlockKind.BULLETS, items=items)


def _blocks(source: CheckFile) -> tuple[Block, ...]:
    opening = (
        _text(
            "Op 12 maart 2026 hebben we in uw loopbaancentrum 12 dossiers gecontroleerd. We danken "
            "u en uw medewerkers voor de goede ontvangst. In deze brief leest u wat we hebben "
            "vastgesteld, wat we van u vragen en tegen wanneer."
        ),
        _head("Ons besluit"),
        _text(
            f"{source.conclusion} Van de 12 dossiers beantwoorden er 3 niet aan de omschrijving."
        ),
        _head("Wat gaat goed?"),
        _bullets(
            "De gespreksverslagen zijn helder en volledig, ook bij oudere dossiers.",
            "Elke klant kreeg voor de start schriftelijke uitleg over de gedragscode.",
        ),
    )
    return (
        opening
        + (_found(source) if source.findings else ())
        + (
            _head("Hoe gaat het verder?"),
            _text(source.follow_up),
            _text(
                "Hebt u vragen of wilt u de maatregelen bespreken? Neem dan contact op met Lieve Van "
                "den Broeck, via lieve.vandenbroeck@voorbeeld.be of 02 506 12 05. We denken graag met "
                "u mee."
            ),
        )
    )


def _found(source: CheckFile) -> tuple[Block, ...]:
    found, asked = [], []
    for number, one in enumerate(source.findings, start=1):
        question = source.template.question(one.question_key)
        basis = f"{question.key}: “{question.basis.text}”"
        grade = {
            Grade.MAJOR: "ernstige tekortkoming",
            Grade.MINOR: "tekortkoming",
            Grade.OBSERVATION: "aandachtspunt",
        }[one.grade]
        found.append((str(number), one.text, basis, ", ".join(one.failed + one.partial), grade))
        asked.append((str(number), one.measure, one.expected_evidence, "30 juni 2026"))
    return (
        _head("Wat hebben we vastgesteld?"),
        Block(
            BlockKind.TABLE,
            columns=(
                TableColumn("Nr.", 0.06),
                TableColumn("Vaststelling", 0.34),
                TableColumn("Waarop we ons baseren", 0.26),
                TableColumn("Dossiers", 0.15),
                TableColumn("Ernst", 0.19),
            ),
            rows=tuple(found),
        ),
        _text("We maken een onderscheid tussen drie soorten vaststellingen."),
        _bullets(
            "Een ernstige tekortkoming: een voorwaarde uit de omschrijving van loopbaanbegeleiding "
            "of uit het mandaat is niet vervuld, of dezelfde tekortkoming komt in verschillende "
            "dossiers terug.",
            "Een tekortkoming: een afzonderlijk punt is niet in orde.",
            "Een aandachtspunt: het punt is grotendeels in orde, maar houdt een risico in of kan "
            "beter.",
        ),
        _head("Wat vragen we van u?"),
        Block(
            BlockKind.TABLE,
            columns=(
                TableColumn("Nr.", 0.06),
                TableColumn("Maatregel", 0.44),
                TableColumn("Bewijs dat we verwachten", 0.30),
                TableColumn("Uiterste datum", 0.20),
            ),
            rows=tuple(asked),
        ),
        _text(
            "Bezorg ons uiterlijk op 20 april 2026 een verbeterplan. Beschrijf daarin voor elke "
            "ernstige tekortkoming en elke tekortkoming de oorzaak, wat u doet, wie dat doet en "
            "wanneer het klaar is."
        ),
        _head("Bent u het niet eens met een vaststelling?"),
        _text(
            "U kunt tot en met 10 april 2026 schriftelijk reageren. Voeg de stukken toe die uw "
            "standpunt ondersteunen. We voegen uw reactie bij het dossier en laten u weten of we "
            "de vaststelling aanpassen."
        ),
    )
