"""A check, its dossiers and its centre, made in one line for tests of rules."""

from datetime import date
from uuid import UUID, uuid5

from models.centres.values import Address, CentreFile, CentreIdentity, ContactFile, Gender
from models.checks import rules
from models.checks.values import (
    AnswerValue,
    CheckFile,
    ChecklistAnswer,
    CheckState,
    DossierColumn,
    FindingFile,
    Grade,
    Progress,
)

LIST = rules.template()
SPACE = UUID("6f9b7a52-3c1e-4d7a-9f0e-2b6a1c4d8e90")
HOURS = "DC-08"


def answer(value: str, note: str = "") -> ChecklistAnswer:
    return ChecklistAnswer(AnswerValue(value), note)


def hours(registered: float | None, documented: float | None) -> ChecklistAnswer:
    return ChecklistAnswer(hours_registered=registered, hours_documented=documented)


def all_yes(**others: ChecklistAnswer) -> dict[str, ChecklistAnswer]:
    """Every question yes, hours equal; others by key with an underscore (DC_05)."""
    answers = {question.key: answer("yes") for question in LIST.questions}
    answers[HOURS] = hours(7, 7)
    return answers | {key.replace("_", "-"): given for key, given in others.items()}


def dossier(number: str, position: int, answers: dict[str, ChecklistAnswer]) -> DossierColumn:
    verdict, why = rules.verdict(LIST, answers)
    return DossierColumn(uuid5(SPACE, number), number, position, answers, verdict, why)


def sample(size: int, *odd: dict[str, ChecklistAnswer]) -> tuple[DossierColumn, ...]:
    """`size` dossiers KZ-001 and on; the first ones with these answers, the others all yes."""
    answers = (*odd, *(all_yes() for _ in range(size - len(odd))))
    return tuple(dossier(f"KZ-{n:03}", n, given) for n, given in enumerate(answers, start=1))


def finding_of(proposed) -> FindingFile:
    return FindingFile(
        id=uuid5(SPACE, proposed.question_key),
        question_key=proposed.question_key,
        statement="",
        proposed_statement=proposed.statement,
        failed=proposed.failed,
        partial=proposed.partial,
        proposed_grade=proposed.grade,
        grade_why=proposed.grade_why,
    )


def strength(text: str) -> FindingFile:
    return FindingFile(uuid5(SPACE, text), "", text, "", (), (), Grade.STRENGTH, "")


def check(dossiers: tuple[DossierColumn, ...], **changed) -> CheckFile:
    facts = {
        "id": uuid5(SPACE, "check"),
        "reference": "DC-2026-3F2A1",
        "centre_id": uuid5(SPACE, "centre"),
        "centre_name": "Loopbaanhuis De Kade",
        "enterprise_number": "0566988259",
        "establishment": "",
        "planned_on": None,
        "visit_date": date(2026, 4, 14),
        "period_from": date(2025, 1, 1),
        "period_to": date(2025, 12, 31),
        "officer": "Els Verbeke",
        "spoken_to": "",
        "conclusion": "",
        "follow_up": "",
        "state": CheckState.FINISHED,
        "started_at": None,
        "finished_at": None,
        "template": LIST,
        "dossiers": dossiers,
        "findings": tuple(finding_of(p) for p in rules.propose_findings(LIST, dossiers)),
        "strengths": (),
        "progress": Progress(0, 0, 0),
    }
    return CheckFile(**(facts | changed))


def centre(**changed) -> CentreFile:
    """A centre with a contact; `contacts`, `address` and the names may be changed."""
    contacts = changed.pop("contacts", (contact(),))
    facts = {
        "id": uuid5(SPACE, "centre"),
        "enterprise_number": "0566988259",
        "legal_name": "De Kade B.V.",
        "trade_name": "Loopbaanhuis De Kade",
        "legal_form": "BV",
        "address": Address("Kaai", "12", "3", "9000", "Gent"),
        "phone": "",
        "email": "",
        "website": "",
        "officer": "",
        "remark": "",
    }
    return CentreFile(CentreIdentity(**(facts | changed)), (), (), contacts)


def contact(gender: Gender = Gender.WOMAN, last_name: str = "Jansen") -> ContactFile:
    return ContactFile(uuid5(SPACE, "contact"), "An", last_name, gender, "zaakvoerder", "", "")
