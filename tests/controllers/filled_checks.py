"""Finished checks by the hundred, written straight into the file: what a year of visits leaves."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

from sqlalchemy import insert

from models.centres.entities import CareerCentre
from models.checklists.rules import template
from models.checklists.values import AnswerType, ChecklistTemplate
from models.checks.entities import CheckedDossier, ChecklistAnswer, DossierCheck, Finding
from models.checks.queries import finding_id
from models.checks.values import AnswerValue, Chosen, Grade
from models.store.store import Store

YES = AnswerValue.YES
OTHERS = (AnswerValue.NO, AnswerValue.PARTIAL, AnswerValue.NA, AnswerValue.NOT_CHECKED, None)
DONE = datetime(2026, 4, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Kind:
    """How many, and how often an answer is something else than yes."""

    checks: int
    dossiers: int = 12
    centres: int = 5
    odd: float = 0.01
    lists: tuple[ChecklistTemplate, ...] = (template(),)
    others: tuple[AnswerValue | None, ...] = OTHERS
    """What an answer is that is not yes; None leaves the question open."""
    gone: float = 0.1
    """How often one of those was taken away again."""


def fill(store: Store, dice: Random, kind: Kind) -> list[UUID]:
    """Centres with finished checks; gives the centres. Answers and findings lie as they fall."""
    with store.change("Fill") as session:
        centres = [
            CareerCentre(enterprise_number=f"{dice.randrange(10**10):010}", legal_name=f"C {n}")
            for n in range(kind.centres)
        ]
        session.add_all(centres)
        session.flush()
        bare = session.connection()
        for n in range(kind.checks):
            rows = _check(dice, kind, centres[n % kind.centres].id, n)
            for table, many in rows:
                if many:
                    bare.execute(insert(table.__table__), many)
        return [one.id for one in centres]


def _check(dice: Random, kind: Kind, centre: UUID, n: int):
    asked, check = dice.choice(kind.lists), uuid4()
    day = date(2022, 1, 3) + timedelta(days=dice.randrange(1500))
    head = {
        "id": check,
        "deleted": False,
        "centre_id": centre,
        "reference": f"DC-{n}",
        "template_key": asked.key,
        "template_version": asked.version,
        "visit_date": day,
        "started_at": DONE,
        "finished_at": DONE,
    }
    dossiers = [
        {
            "id": uuid4(),
            "deleted": dice.random() < kind.odd,
            "check_id": check,
            "number": f"KZ-{place}",
            "position": place,
            "chosen": dice.choice((None, Chosen.RANDOM, Chosen.SPARE, Chosen.RISK)),
        }
        for place in range(kind.dossiers)
    ]
    answers = [
        _answer(dice, kind, check, dossier["id"], question)
        for dossier in dossiers
        for question in asked.questions
    ]
    findings = [
        _finding(dice, check, question.key)
        for question in asked.questions
        if dice.random() < kind.odd
    ]
    return (
        (DossierCheck, [head]),
        (CheckedDossier, dossiers),
        (ChecklistAnswer, answers),
        (Finding, findings),
    )


def _answer(dice: Random, kind: Kind, check: UUID, dossier: UUID, question):
    odd = dice.random() < kind.odd
    value: AnswerValue | None = dice.choice(kind.others) if odd else YES
    registered = documented = None
    if question.answer_type is AnswerType.HOURS_COMPARE:
        value = value if odd and dice.random() < 0.5 else None
        registered, documented = 7.0, 7.0 - (dice.choice((0.1, 2.5)) if odd else 0)
    return {
        "id": uuid4(),
        "deleted": odd and dice.random() < kind.gone,
        "check_id": check,
        "dossier_id": dossier,
        "question_key": question.key,
        "value": value,
        "hours_registered": registered,
        "hours_documented": documented,
        "words": "Gezien" if question.answer_type is AnswerType.TEXT else None,
        "amount": dice.choice((1.0, 50.0)) if question.answer_type is AnswerType.NUMBER else None,
        "choice": dice.choice([one.key for one in question.options]) if question.options else None,
    }


def _finding(dice: Random, check: UUID, key: str):
    """Words of the officer over a question, or beside the answers."""
    by_hand = dice.random() < 0.3
    return {
        "id": finding_id(check, key),
        "deleted": False,
        "check_id": check,
        "question_key": key,
        "by_hand": by_hand or None,
        "statement": "In eigen woorden." if by_hand or dice.random() < 0.5 else None,
        "grade_override": dice.choice((Grade.MAJOR, Grade.MINOR, Grade.OBSERVATION, None)),
        "left_out": dice.choice((True, None, None)),
        "measure_met_on": dice.choice((date(2026, 4, 2), None, None)),
    }
