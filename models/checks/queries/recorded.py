"""What a finished check recorded of its findings: word for word, as it was kept at its end."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from models.checks.queries.files import file
from models.checks.queries.revisions import last_final
from models.checks.values import FindingFile, Grade


@dataclass(frozen=True, slots=True)
class Recorded:
    """One finding as it was told then; a measure is empty where nobody wrote one."""

    text: str
    grade: Grade | None
    measure: str
    due: date | None


def recorded(session: Session, check_id: UUID) -> Mapping[str, Recorded]:
    """The findings of a check by their key, of its last end; as it stands where none was kept.

    One that rests on no question is only known as it stands. Raises Gone.
    """
    standing = {one.key: _standing(one) for one in file(session, check_id).findings}
    return {**standing, **_kept(session, check_id)}


def _standing(one: FindingFile) -> Recorded:
    return Recorded(one.text, one.grade, one.measure, one.measure_due)


def _kept(session: Session, check_id: UUID) -> dict[str, Recorded]:
    row = last_final(session, check_id)
    try:
        content: Any = json.loads(row.content) if row is not None else {}
    except ValueError:  # somebody else wrote in it: the proof of the check says so
        return {}
    written = content.get("findings", {})
    told = content.get("outcome", {}).get("findings", ())
    return {
        key: _of_content(one, written.get(key, {}))
        for one in told
        if (key := str(one.get("question_key", "")))
    }


def _of_content(told: Mapping[str, Any], written: Mapping[str, Any]) -> Recorded:
    due = written.get("measure_due")
    return Recorded(
        text=str(told.get("text", "")),
        grade=Grade(told["grade"]) if told.get("grade") else None,
        measure=str(written.get("measure", "")),
        due=date.fromisoformat(due) if due else None,
    )
