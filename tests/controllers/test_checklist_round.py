"""Any checklist leaves as a workbook and comes back the same, whatever stands in it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controllers.export.checklist_template import write_template
from controllers.intake.checklist_template import read_template_workbook
from models.checklists import rules
from models.checklists.values import (
    AnswerType,
    AnswerValue,
    Basis,
    ChecklistTemplate,
    Condition,
    GradeThreshold,
    GradeThresholds,
    Proof,
    Question,
    Section,
    Unit,
)
from models.kernel.words import clean, fold

AT = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
ODD = "=+-@'\"<>&;,|_x0041_é\u00a0…“”€\t\n%{}ß漢🙂 abcZ019"
ONE_LINE = st.text(ODD.replace("\n", "").replace("\t", ""), max_size=40).map(clean)
LINES = st.text(ODD, max_size=60).map(str.strip)
TITLE = ONE_LINE.filter(bool)
NUMBER = st.one_of(st.none(), st.integers(-99, 99), st.decimals(-9, 9, places=2)).map(
    lambda value: None if value is None else float(value)
)
OPTIONS = st.lists(st.sampled_from(("Altijd = ja", "Soms = gedeeltelijk", "Nooit = nee", "Anders")))


def kept(text: str) -> str:
    return rules.checked_text(text, "guidance") or ""


@st.composite
def questions(draw, number, earlier):
    kind = draw(st.sampled_from(AnswerType))
    lines = "\n".join(dict.fromkeys(draw(OPTIONS))) if kind is AnswerType.CHOICE else ""
    after = draw(st.one_of(st.none(), st.sampled_from(earlier))) if earlier else None
    values = draw(st.sets(st.sampled_from(AnswerValue), min_size=1))
    values = tuple(value for value in AnswerValue if value in values)
    numbers = kind is AnswerType.NUMBER
    return Question(
        key=f"EL-{number:03}",
        text=draw(TITLE),
        basis=Basis(draw(st.sampled_from(("seed", "rule"))), draw(ONE_LINE)),
        answer_type=kind,
        evidence=tuple(line for line in map(clean, draw(LINES).splitlines()) if line),
        guidance=kept(draw(LINES)),
        severity_on_fail=draw(st.sampled_from(rules.FAIL_GRADES)),
        definition_condition=draw(st.booleans()),
        mandate_relevant=draw(st.booleans()),
        finding=kept(draw(LINES)),
        measure=kept(draw(LINES)),
        expected_evidence=kept(draw(LINES)),
        tolerance_hours=draw(st.sampled_from((0.0, 0.5, 2.25)))
        if kind is AnswerType.HOURS_COMPARE
        else None,
        short=draw(ONE_LINE),
        options=rules.options_of(lines),
        unit=draw(st.sampled_from(("weken", ""))) if numbers else "",
        least=draw(NUMBER) if numbers else None,
        most=draw(NUMBER) if numbers else None,
        asked_when=Condition(after, values) if after else None,
        proof=draw(st.sampled_from(Proof)),
        weight=draw(st.integers(0, 9)),
        good_example=kept(draw(LINES)),
        bad_example=kept(draw(LINES)),
    )


@st.composite
def templates(draw):
    """Sections with none, one or a few questions; heads that follow each other differ."""
    sections: list[Section] = []
    made: list[str] = []
    for place in range(draw(st.integers(1, 4))):
        title = draw(TITLE)
        if sections and fold(sections[-1].title) == fold(title):
            title = f"{title} {place}"
        asked = []
        for _count in range(draw(st.integers(0 if place else 1, 3))):
            asked.append(draw(questions(len(made) + 1, tuple(made))))
            made.append(asked[-1].key)
        sections.append(Section(f"s{place + 1}", title, tuple(asked)))
    share = st.one_of(st.none(), st.integers(1, 100))
    return ChecklistTemplate(
        key="eigen_lijst",
        version=draw(st.integers(1, 99)),
        title=draw(TITLE),
        pseudonym_rule=kept(draw(LINES)),
        sections=tuple(sections),
        thresholds=GradeThresholds(
            GradeThreshold(draw(st.integers(1, 9))),
            GradeThreshold(draw(st.integers(1, 9)), draw(share)),
            GradeThreshold(draw(st.integers(1, 9)), draw(share)),
        ),
        unit=draw(st.sampled_from((Unit.CLIENT_DOSSIER, Unit.PUBLIC_CHANNEL))),
    )


def round_trip(template, folder):
    path = write_template(template, folder / "lijst.xlsx", made_at=AT).path
    reading = read_template_workbook(path)
    assert reading.issues == ()
    return reading.template


@settings(max_examples=15, deadline=None)
@given(template=templates())
def test_any_checklist_comes_back_the_same(tmp_path_factory, template):
    found = round_trip(template, tmp_path_factory.mktemp("lijst"))
    assert [(one.key, one.title) for one in found.sections] == [
        (one.key, one.title) for one in template.sections
    ]
    for one, other in zip(found.questions, template.questions, strict=True):
        for name in Question.__dataclass_fields__:
            assert (name, getattr(one, name)) == (name, getattr(other, name))
    assert found == template


@pytest.mark.parametrize("count", [1, 200])
def test_a_checklist_of_one_and_of_two_hundred_questions(tmp_path, count):
    base = rules.template().questions[0]
    asked = tuple(
        Question(
            **{
                name: getattr(base, name)
                for name in Question.__dataclass_fields__
                if name not in ("key", "asked_when")
            },
            key=f"EL-{number:03}",
            asked_when=Condition("EL-001", (AnswerValue.NO,)) if number > 1 else None,
        )
        for number in range(1, count + 1)
    )
    half = count // 2
    sections = Section("s1", "Leeg", ()), Section("s2", "Een", asked[:half])
    template = ChecklistTemplate(
        key="eigen_lijst",
        version=3,
        title="Eigen lijst",
        pseudonym_rule="",
        sections=(*sections, Section("s3", "Twee", asked[half:]), Section("s4", "Slot", ())),
        thresholds=rules.template().thresholds,
    )
    assert round_trip(template, tmp_path) == template
