"""A check as canonical JSON, and its mark: the same facts give the same mark on every laptop.

What is empty is left out, so that a field of a later version does not change an old mark. What was
answered and decided stands under the names of LOCKED and may not change once a check is finished;
`outcome` is what the rules made of it then; LATER goes on after the end.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from models.checklists.rules import mark as checklist_mark
from models.checks.rules.answers import standing
from models.checks.values import (
    CheckFile,
    ChecklistTemplate,
    DossierColumn,
    FindingFile,
    Question,
    RecheckFile,
)
from models.checks.values.revision import Plain, Rows

FORMAT = 3
"""The rule by which content is made; it stands in the content, so under the mark.

Who changes what is written or how, raises this and teaches `seal` what the rule before held.
"""
LOCKED = ("checklist", "check", "dossiers", "findings", "strengths", "questions", "samples",
          "rechecks", "proofs")  # fmt: skip
LATER = ("met", "owners", "ticked", "loose", "reviews", "rounds", "reactions", "ladder")
TICKED = ("measure_met_by", "measure_met_by_hand")
SINCE = ("measure_met_on", *TICKED, "measure_owner")
"""Of a finding: what is written after the check is finished."""
AFTERWARDS = frozenset({"question_key", *SINCE})
"""Of a finding: not told with it; its key stands before it."""

Content = dict[str, Any]
Row = Mapping[str, Plain]


def content_of(
    check: CheckFile,
    rows: Rows,
    summary: Content | None = None,
    often: Mapping[str, str] | None = None,
    again: Sequence[RecheckFile] = (),
) -> Content:
    """Everything that is known of a check, ready to be written down.

    `summary` is what the centre was told of it (models.checks.rules.closing); `often` says by
    question how often it was found before, as it was known then; `again` is what was found earlier
    and is looked at again, in words.
    """
    findings = [row for row in rows["finding"] if row["question_key"]]
    strengths = [row for row in rows["finding"] if not row["question_key"]]
    answers = _answers(rows["checklist_answer"])
    whole = {
        "format": FORMAT,
        "centre": {
            "name": check.centre_name,
            "enterprise_number": check.enterprise_number,
            "place": check.establishment,
        },
        "checklist": checklist(check.template),
        "check": rows["dossier_check"][0],
        "dossiers": [
            {**row, "answers": answers[row["number"]]} for row in _by_place(rows["checked_dossier"])
        ],
        "findings": {str(row["question_key"]): _without(row, AFTERWARDS) for row in findings},
        "strengths": _sorted([_without(row, AFTERWARDS) for row in strengths]),
        "questions": _by_place(rows["visit_question"]),
        "samples": _sorted(rows["dossier_sample"]),
        "rechecks": _sorted(rows["recheck"]),
        "proofs": _sorted(rows["attachment"]),
        "outcome": {
            **outcome(check, often or {}),
            "rechecks": [_again(one) for one in again],
        },
        "summary": summary,
        "met": {str(row["question_key"]): row.get("measure_met_on") for row in findings},
        "owners": {str(row["question_key"]): row.get("measure_owner") for row in findings},
        "ticked": {str(row["question_key"]): _only(row, TICKED) for row in findings},
        "loose": _since(strengths),
        "reviews": _sorted(rows["measure_review"]),
        "rounds": _sorted(rows["reaction_round"]),
        "reactions": _sorted(rows["centre_reaction"]),
        "ladder": _sorted(rows.get("ladder_step", ())),
    }
    found = bare(whole)
    assert isinstance(found, dict)  # noqa: S101 - it has a format at least
    return found


def canonical(content: object) -> str:
    """JSON with sorted keys and no blanks, without what is empty."""
    return json.dumps(
        bare(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def mark_of(text: str) -> str:
    """SHA-256 in hexadecimal of the UTF-8 bytes."""
    return sha256(text.encode()).hexdigest()


def read(text: str) -> Content:
    """What `canonical` wrote."""
    found = json.loads(text)
    assert isinstance(found, dict)  # noqa: S101 - we wrote it
    return found


def locked(content: Content) -> str:
    """The part that may not change once a check is finished, to hold beside another."""
    return canonical({name: content.get(name) for name in LOCKED})


def later(content: Content) -> Content:
    """The part that goes on after the end: what was delivered, said, decided since."""
    return {name: content[name] for name in LATER if name in content}


def checklist(template: ChecklistTemplate) -> Content:
    """The questions as they were put, and the mark of all of them.

    `mark` is the checklist's own: also of what counts and how, down to the thresholds.
    """
    sections = [
        {
            "key": section.key,
            "title": section.title,
            "questions": [_question(question) for question in section.questions],
        }
        for section in template.sections
    ]
    facts: Content = {
        "key": template.key,
        "version": template.version,
        "title": template.title,
        "unit": template.unit.value,
        "sections": sections,
        "mark": checklist_mark(template),
    }
    return {**facts, "sha256": mark_of(canonical(facts))}


def outcome(check: CheckFile, again: Mapping[str, str]) -> Content:
    """What the rules and the officer made of the answers."""
    return {
        "dossiers": {one.number: _judged(check.template, one) for one in check.dossiers},
        "findings": [
            {**_found(one), "again": again.get(one.question_key)} for one in check.findings
        ],
        "strengths": [
            {"grade": one.grade and one.grade.value, "text": one.text} for one in check.strengths
        ],
        "progress": {
            "answered": check.progress.answered,
            "total": check.progress.total,
            "good": check.progress.good + check.progress.na,  # as since FORMAT 2
        },
    }


def bare(value: object) -> object:
    """Without what is empty: nothing, no text, not, no parts. Zero is something."""
    match value:
        case Mapping():
            kept = {str(key): bare(part) for key, part in value.items()}
            return {key: part for key, part in kept.items() if not _empty(part)}
        case list() | tuple():
            return [part for part in map(bare, value) if not _empty(part)]
        case _:
            return value


def _empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def _question(question: Question) -> Content:
    return {
        "key": question.key,
        "text": question.text,
        "short": question.short,
        "basis": question.basis.kept,
        "basis_kind": question.basis.kind,
        "answer_type": question.answer_type.value,
        "severity": question.severity_on_fail.value,
        "definition": question.definition_condition,
        "mandate": question.mandate_relevant,
        "evidence": list(question.evidence),
        "guidance": question.guidance,
        "tolerance_hours": question.tolerance_hours,
        "options": {one.key: one.text for one in question.options},
        "unit": question.unit,
        "least": question.least,
        "most": question.most,
        "asked_after": question.asked_when and question.asked_when.question_key,
        "asked_values": [one.value for one in question.asked_when.values]
        if question.asked_when
        else (),
    }


def _answers(rows: Iterable[Row]) -> Mapping[Plain, Content]:
    """What was written for each question, by dossier."""
    found: defaultdict[Plain, Content] = defaultdict(dict)
    for row in rows:
        words = _without(row, {"dossier_id", "question_key"})
        found[row["dossier_id"]][str(row["question_key"])] = words
    return found


def _judged(template: ChecklistTemplate, dossier: DossierColumn) -> Content:
    values = standing(template, dossier.answers)
    counted = {key: value.value for key, value in values.items() if value}
    return {
        "verdict": dossier.verdict and dossier.verdict.value,
        "why": dossier.verdict_why,
        "counts": counted,
    }


def _found(finding: FindingFile) -> Content:
    return {
        "question_key": finding.question_key,
        "grade": finding.grade and finding.grade.value,
        "proposed_grade": finding.proposed_grade and finding.proposed_grade.value,
        "why": finding.grade_why,
        "text": finding.text,
        "criterion": finding.criterion,
        "evidence": finding.evidence or finding.proposed_evidence,
        "failed": list(finding.failed),
        "partial": list(finding.partial),
        "left_out": finding.left_out,
    }


def _again(one: RecheckFile) -> Content:
    """A finding of an earlier check in the words of then, and what it looks like now."""
    return {
        "reference": one.reference,
        "visited": one.visited and one.visited.isoformat(),
        "question_key": one.question_key,
        "title": one.title,
        "text": one.text,
        "measure": one.measure,
        "due": one.due and one.due.isoformat(),
        "grade": one.grade and one.grade.value,
        "outcome": one.outcome and one.outcome.value,
        "note": one.note,
    }


def _by_place(rows: Iterable[Row]) -> list[Row]:
    def place(row: Row) -> tuple[int, str]:
        position = row["position"]
        return (position if isinstance(position, int) else 0, canonical(row))

    return sorted(rows, key=place)


def _sorted(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=canonical)


def _since(rows: Sequence[Row]) -> Content:
    """What was written after the end of findings without a question, by their words."""
    found: Content = {}
    seen: Counter[str] = Counter()
    for row in _sorted(rows):
        words = str(row.get("statement") or "")
        seen[words] += 1
        found[words if seen[words] == 1 else f"{words} ({seen[words]})"] = _only(row, SINCE)
    return found


def _only(row: Row, names: Iterable[str]) -> Content:
    return {name: row.get(name) for name in names}


def _without(row: Row, names: Iterable[str]) -> Content:
    left = frozenset(names)
    return {name: value for name, value in row.items() if name not in left}
