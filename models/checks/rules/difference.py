"""What became otherwise between two moments of a check, in reading order: old beside new.

Only what was written, answered and decided; both moments are told by their kept content.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from models.checklists.rules import answer_label, grade_label, verdict_label
from models.checklists.values import AnswerValue, Grade, Unit, Verdict
from models.checks.rules.units import words
from models.checks.values.kinds import RecheckOutcome
from models.checks.values.revision import Difference
from models.kernel.wording import decimal, enumeration, list_date

Facts = Mapping[str, Any]

CHECK: Mapping[str, str] = {
    "planned_on": "Gepland op",
    "visit_date": "Dag van het bezoek",
    "period_from": "Periode vanaf",
    "period_to": "Periode tot en met",
    "officer": "Uitgevoerd door",
    "spoken_to": "Gesproken met",
    "conclusion": "Besluit",
    "follow_up": "Opvolging",
}
ANSWER: Mapping[str, str] = {
    "hours_registered": "uren geregistreerd",
    "hours_documented": "uren in de verslagen",
    "amount": "getal",
    "day": "dag",
    "choice": "keuze",
    "words": "antwoord",
    "note": "nota",
}
FINDING: Mapping[str, str] = {
    "statement": "tekst",
    "evidence": "bewijs",
    "measure": "maatregel",
    "expected_evidence": "verwacht bewijs",
    "measure_due": "uiterste dag",
    "override_reason": "reden van de weging",
    "left_out_reason": "reden om weg te laten",
}
AGAIN: Mapping[str, str] = {
    RecheckOutcome.SOLVED: "opgelost",
    RecheckOutcome.PARTLY: "deels opgelost",
    RecheckOutcome.NOT_SOLVED: "niet opgelost",
    RecheckOutcome.NOT_SEEN: "niet kunnen nagaan",
}
DAYS = frozenset({"planned_on", "visit_date", "period_from", "period_to", "day", "measure_due"})
"""Fields that hold a day."""


def difference(old: Facts, new: Facts) -> tuple[Difference, ...]:
    """Every change from the one to the other; none when they tell the same."""
    return (
        *_fields("Controle", old.get("check", {}), new.get("check", {}), CHECK),
        *_dossiers(old, new),
        *_answers(old, new),
        *_findings(old, new),
        *_texts("Eigen vaststelling", *(_own(facts) for facts in (old, new))),
        *_texts("Wat goed loopt", *(_good(facts) for facts in (old, new))),
        *_rechecks(old, new),
        *_texts("Bewijsstuk", *(_proofs(facts) for facts in (old, new))),
    )


def _fields(about: str, old: Facts, new: Facts, words: Mapping[str, str]) -> Iterator[Difference]:
    for name, word in words.items():
        before, after = _said(name, old.get(name)), _said(name, new.get(name))
        if before != after:
            yield Difference(about, word, before, after)


def _dossiers(old: Facts, new: Facts) -> Iterator[Difference]:
    before, after = _by_number(old), _by_number(new)
    unit = new.get("checklist", {}).get("unit")
    many = words(Unit(unit) if unit else Unit.CLIENT_DOSSIER).Many
    if gone := [number for number in before if number not in after]:
        yield Difference(many, "weggehaald", enumeration(gone), "")
    if added := [number for number in after if number not in before]:
        yield Difference(many, "toegevoegd", "", enumeration(added))


def _answers(old: Facts, new: Facts) -> Iterator[Difference]:
    """Dossier by dossier in the order of the check, then question by question."""
    before, after = _by_number(old), _by_number(new)
    options = [_options(facts) for facts in (old, new)]
    for number, dossier in after.items():
        if number not in before:
            continue
        for key in _keys(new):
            about = f"{number} · {key}"
            counted = [_counted(facts, number, key) for facts in (old, new)]
            if counted[0] != counted[1]:
                yield Difference(about, "antwoord", *counted)
            given = [
                _chosen(one.get("answers", {}).get(key, {}), known.get(key, {}))
                for one, known in zip((before[number], dossier), options, strict=True)
            ]
            yield from _fields(about, given[0], given[1], ANSWER)
        verdicts = [_verdict(facts, number) for facts in (old, new)]
        if verdicts[0] != verdicts[1]:
            yield Difference(number, "oordeel", *verdicts)
        reasons = {"override_reason": "reden van het oordeel"}
        yield from _fields(number, before[number], dossier, reasons)


def _findings(old: Facts, new: Facts) -> Iterator[Difference]:
    before, after = _by_question(old), _by_question(new)
    known = {**before, **after}
    for key in [key for key in _keys(new) if key in known]:
        about = f"Vaststelling {key}"
        grades = [_grade(found.get(key)) for found in (before, after)]
        if grades[0] != grades[1]:
            yield Difference(about, "weging", *grades)
        written = [facts.get("findings", {}).get(key, {}) for facts in (old, new)]
        if any("statement" in one for one in written):
            told = (before.get(key, {}), after.get(key, {}))
            written = [_worded(*pair) for pair in zip(written, told, strict=True)]
        yield from _fields(about, written[0], written[1], FINDING)


def _rechecks(old: Facts, new: Facts) -> Iterator[Difference]:
    """What findings of earlier checks look like, where that was said otherwise."""
    before, after = (
        {(str(one.get("earlier_check_id")), str(one["question_key"])): one for one in found}
        for found in (old.get("rechecks", ()), new.get("rechecks", ()))
    )
    for place in sorted(before.keys() | after.keys()):
        about = f"Opnieuw bekeken {place[1]}"
        both = [found.get(place, {}) for found in (before, after)]
        said = [AGAIN.get(str(one.get("outcome")), "") for one in both]
        if said[0] != said[1]:
            yield Difference(about, "nu", *said)
        yield from _fields(about, both[0], both[1], {"note": "nota"})


def _proofs(facts: Facts) -> list[str]:
    """Each with its place, and the beginning of its mark: another content is another proof."""
    return [
        " · ".join(
            str(part)
            for part in (
                one.get("dossier"),
                one.get("question_key"),
                one.get("name"),
                str(one.get("sha256", ""))[:8],
            )
            if part
        )
        for one in facts.get("proofs", ())
    ]


def _worded(written: Facts, told: Facts) -> Facts:
    """What was read where nobody wrote a text: the one that the answers propose."""
    if "statement" in written or not told.get("text"):
        return written
    return {**written, "statement": told["text"]}


def _texts(about: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    """Texts that hang on no question: they come and they go."""
    for text in before:
        if text not in after:
            yield Difference(about, "weggehaald", text, "")
    for text in after:
        if text not in before:
            yield Difference(about, "toegevoegd", "", text)


def _own(facts: Facts) -> list[str]:
    found = facts["outcome"].get("findings", ())
    return [str(one.get("text", "")) for one in found if not one.get("question_key")]


def _good(facts: Facts) -> list[str]:
    return [str(one.get("text", "")) for one in facts["outcome"].get("strengths", ())]


def _by_number(facts: Facts) -> dict[str, Facts]:
    return {str(one["number"]): one for one in facts.get("dossiers", ())}


def _by_question(facts: Facts) -> dict[str, Facts]:
    found = facts["outcome"].get("findings", ())
    return {str(one["question_key"]): one for one in found if one.get("question_key")}


def _keys(facts: Facts) -> Sequence[str]:
    return [
        str(question["key"])
        for section in facts["checklist"].get("sections", ())
        for question in section.get("questions", ())
    ]


def _counted(facts: Facts, number: str, key: str) -> str:
    value = facts["outcome"].get("dossiers", {}).get(number, {}).get("counts", {}).get(key)
    return answer_label(AnswerValue(value)) if value else ""


def _verdict(facts: Facts, number: str) -> str:
    value = facts["outcome"].get("dossiers", {}).get(number, {}).get("verdict")
    return verdict_label(Verdict(value)) if value else ""


def _grade(found: Facts | None) -> str:
    if not found or not found.get("grade"):
        return ""
    said = grade_label(Grade(found["grade"]))
    return f"{said}, niet in de brief" if found.get("left_out") else said


def _options(facts: Facts) -> dict[str, Mapping[str, str]]:
    """Per question the words of its options by their keys, as they were in that moment."""
    return {
        str(question["key"]): question.get("options", {})
        for section in facts["checklist"].get("sections", ())
        for question in section.get("questions", ())
    }


def _chosen(given: Facts, options: Mapping[str, str]) -> Facts:
    """The answer with a choice in its words; one that the list does not know stays as it is."""
    choice = given.get("choice")
    return {**given, "choice": options.get(str(choice), choice)} if choice else given


def _said(name: str, value: Any) -> str:
    """A day by the name of its field: a note that looks like a day is a note."""
    match value:
        case None:
            return ""
        case float() | int():
            return decimal(value)
        case str() if name in DAYS and value:
            return list_date(date.fromisoformat(value))
        case _:
            return str(value)
