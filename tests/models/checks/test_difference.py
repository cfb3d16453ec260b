"""What became otherwise between two moments of a check, in reading order."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from models.checks.entities import DossierCheck, LadderStep, MeasureReview
from models.checks.queries.facts import LEFT_OUT, OF_CHECK
from models.checks.rules import propose_findings
from models.checks.rules.closing import closing_of, plain
from models.checks.rules.content import canonical, content_of, mark_of, read
from models.checks.rules.difference import difference
from models.store.types import Choice
from models.checks.values import Grade, RecheckFile, RecheckOutcome
from tests.models.builders import LIST, all_yes, answer, check, finding_of, hours, sample, strength
from tests.models.checks.test_content import rows_of


def content(one, **finding):
    rows = rows_of(one)
    rows["dossier_check"] = [{"reference": one.reference, "conclusion": one.conclusion}]
    rows["finding"] = [{"question_key": "DC-01", **finding}]
    return content_of(one, rows)


BEFORE = check(sample(3, all_yes(DC_01=answer("no", "Niet gevonden."))))


def told(old, new):
    return [(one.about, one.what, one.old, one.new) for one in difference(old, new)]


def test_the_same_check_has_no_difference():
    assert difference(content(BEFORE), content(BEFORE)) == ()


def test_answers_notes_verdicts_and_findings_are_told_in_reading_order():
    after = check(sample(3, all_yes(DC_05=answer("no", "Geen vraag."))), conclusion="Beter.")
    found = difference(content(BEFORE), content(after))
    groups = [one.group for one in found]
    assert groups == sorted(
        groups, key=["Controle", "Dossiers en antwoorden", "Vaststellingen"].index
    )
    lines = told(content(BEFORE), content(after))
    assert lines[:7] == [
        ("Controle", "Besluit", "", "Beter."),
        ("KZ-001 · DC-01", "antwoord", "nee", "ja"),
        ("KZ-001 · DC-01", "nota", "Niet gevonden.", ""),
        ("KZ-001 · DC-05", "antwoord", "ja", "nee"),
        ("KZ-001 · DC-05", "nota", "", "Geen vraag."),
        ("KZ-001", "oordeel", "conform met opmerkingen", "niet conform"),
        (
            "KZ-001",
            "waarom dit oordeel",
            "Conform met opmerkingen: 1 vraag met nee beantwoord (DC-01).",
            "Niet conform: 1 vraag over een voorwaarde van de omschrijving of het mandaat is met"
            " nee beantwoord (DC-05).",
        ),
    ]
    about = [(one, what) for one, what, *_sides in lines[7:]]
    facts = ("weging", "voorgestelde weging", "waarom deze weging", "tekst", "nee in")
    assert about == [
        ("Vaststelling DC-01", "weggehaald"),
        *(("Vaststelling DC-01", fact) for fact in facts),
        ("Vaststelling DC-05", "toegevoegd"),
        *(("Vaststelling DC-05", fact) for fact in facts),
    ]
    assert ("Vaststelling DC-05", "nee in", "", "KZ-001") in lines


def test_a_measure_and_its_day_are_told_as_people_write_them():
    new = content(BEFORE, measure="Maak een POP.", measure_due="2026-05-15")
    assert told(content(BEFORE), new) == [
        ("Vaststelling DC-01", "maatregel", "", "Maak een POP."),
        ("Vaststelling DC-01", "uiterste dag", "", "15/05/2026"),
    ]


def test_dossiers_and_strong_points_come_and_go():
    after = replace(check(sample(4, all_yes(DC_01=answer("no", "Niet gevonden.")))),
                    strengths=(strength("Heldere verslagen."),))  # fmt: skip
    found = told(content(BEFORE), content(after))
    assert ("Dossiers", "toegevoegd", "", "KZ-004") in found
    assert ("Wat goed loopt", "toegevoegd", "", "Heldere verslagen.") in found


def test_hours_are_told_with_a_comma():
    after = check(sample(3, all_yes(DC_01=answer("no", "Niet gevonden."), DC_08=hours(7.5, 7.5))))
    assert ("KZ-001 · DC-08", "uren geregistreerd", "7", "7,5") in told(
        content(BEFORE), content(after)
    )


@given(st.sampled_from([question.key for question in LIST.questions]), st.text(min_size=1))
def test_what_is_told_one_way_is_told_the_other_way_round(key, note):
    odd = all_yes(**{key.replace("-", "_"): answer("partial", note)})
    after = check(sample(3, odd))
    after = replace(after, findings=tuple(map(finding_of, propose_findings(LIST, after.dossiers))))
    there = difference(content(BEFORE), content(after))
    back = difference(content(after), content(BEFORE))
    turned = {"toegevoegd": "weggehaald", "weggehaald": "toegevoegd"}
    assert {(one.about, one.what, one.old, one.new) for one in there} == {
        (one.about, turned.get(one.what, one.what), one.new, one.old) for one in back
    }


def test_a_note_that_looks_like_a_day_is_only_a_note():
    words = ("abcd-ef-gh", "2026-04-14")
    for note in words:
        after = check(sample(3, all_yes(DC_01=answer("no", note))))
        found = told(content(BEFORE), content(after))
        assert ("KZ-001 · DC-01", "nota", "Niet gevonden.", note) in found


def test_numbers_are_told_whole():
    old, new = content(BEFORE), content(BEFORE)
    for one, amount in ((old, 123456.7), (new, 123456.8)):
        one["dossiers"][0]["answers"]["DC-01"]["amount"] = amount
    assert told(old, new) == [("KZ-001 · DC-01", "getal", "123456,7", "123456,8")]


def test_a_choice_is_told_by_its_words_as_they_were_then():
    old, new = content(BEFORE), content(BEFORE)
    for one, key, words in ((old, "a1", "Altijd"), (new, "b2", "Nooit")):
        one["dossiers"][0]["answers"]["DC-01"]["choice"] = key
        one["checklist"]["sections"][0]["questions"][0]["options"] = {key: words}
    assert told(old, new) == [
        ("KZ-001 · DC-01", "keuze", "Altijd", "Nooit"),
        ("Vraag DC-01", "mogelijk antwoord", "", "Nooit"),
        ("Vraag DC-01", "mogelijk antwoord", "Altijd", ""),
    ]


def test_who_carries_out_a_measure_is_told_like_everything_under_the_mark():
    """An officer saw "no difference" beside two marks: only the owner was another."""
    rows = rows_of(BEFORE)
    old = content_of(BEFORE, rows)
    rows["finding"] = [{**row, "measure_owner": "Jo Peeters"} for row in rows["finding"]]
    new = content_of(BEFORE, rows)
    assert mark_of(canonical(old)) != mark_of(canonical(new))
    found = ("Vaststelling DC-01", "wie de maatregel uitvoert", "", "Jo Peeters")
    assert found in told(old, new)


def test_what_stands_in_another_order_is_told():
    old, new = content(BEFORE), content(BEFORE)
    new["checklist"] = {**new["checklist"], "sections": new["checklist"]["sections"][::-1]}
    (line,) = told(old, new)
    assert line[:2] == ("Controlelijst", "volgorde")
    assert line[2] != line[3]


def test_another_list_of_the_same_length_is_told():
    old, new = content(BEFORE), content(BEFORE)
    for one, numbers in ((old, "A\nB"), (new, "A\nC")):
        one["samples"] = [{"drawn_at": "2026-04-14T08:00:00.000Z", "numbers": numbers}]
    assert told(old, new) == [
        ("Trekking", "nummers van de lijst", "2 regels, alleen hier: B", "2 regels, alleen hier: C")
    ]


def every_row():
    """A row of each table with every column filled in, as the file would give it."""
    tables = (DossierCheck, *OF_CHECK, MeasureReview, LadderStep)
    rows = {
        one.__tablename__: [
            {column.key: filled(column) for column in one.__table__.c if column.key not in LEFT_OUT}
        ]
        for one in tables
    }
    number, key = BEFORE.dossiers[0].number, LIST.questions[0].key
    rows["checked_dossier"][0] |= {"number": number}
    rows["checklist_answer"][0] |= {"dossier_id": number, "question_key": key}
    rows["finding"][0] |= {"question_key": key}
    rows["finding"].append({**rows["finding"][0], "question_key": None})
    rows["measure_review"][0] |= {"files": "POP.pdf", "file_marks": "1234"}
    names = ("about", "dossier", "question_key", "name", "sha256", "size")
    rows["attachment"] = [{**dict.fromkeys(names, "x"), "size": 12}]
    return rows


def filled(column):
    if isinstance(column.type, Choice):
        return next(iter(column.type.choices)).value
    kind = column.type.python_type
    made = {
        bool: True,
        int: 3,
        float: 7.5,
        date: "2026-04-14",
        datetime: "2026-04-14T08:00:00.000Z",
    }
    return made.get(kind, "woorden")


def rich_content():
    """A content in which everything that can be kept is there."""
    one = replace(BEFORE, strengths=(strength("Heldere verslagen."),), conclusion="Goed.",
                  establishment="Kaai 12, 9000 Gent", spoken_to="An", follow_up="Later.")  # fmt: skip
    again = RecheckFile(UUID(int=1), UUID(int=2), "DC-2025-1", date(2025, 4, 14), "DC-01", "POP",
                        "Geen POP.", "Maak er een.", Grade.MAJOR, RecheckOutcome.SOLVED, "Gezien.")  # fmt: skip
    summary = plain(closing_of(one, {"DC-01": "Jo"}, date(2026, 4, 14)))
    made = content_of(one, every_row(), summary, {"DC-01": "Voor de tweede keer."}, (again,))
    made["outcome"] |= {"ladder": "Coaching past.", "sample": "3 van de 8 nagekeken, 1 fout."}
    return read(canonical(made))


RICH = rich_content()
PLAIN = st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from([7.0, 0.0, 2.5])
WORDS = st.sampled_from(["", "x", "no", "2026-04-14", "major", "a1"]) | st.text(max_size=4)


def ways(value, way=()):
    """The way to every part of a content, containers too."""
    yield way
    if isinstance(value, dict | list):
        for name, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from ways(part, (*way, name))


WAYS = [way for way in ways(RICH) if way]
FIELDS = {way[-1] for way in WAYS if isinstance(way[-1], str)}


def at(content, way):
    for step in way:
        content = content[step]
    return content


@st.composite
def one_thing_otherwise(draw):
    """The rich content with one thing set, taken away, added, or standing elsewhere."""
    changed = deepcopy(RICH)
    *before, last = draw(st.sampled_from(WAYS))
    holder = at(changed, before)
    act = draw(st.sampled_from(["set", "take", "add", "turn"]))
    match act, holder:
        case "set", _:
            holder[last] = draw(PLAIN | WORDS)
        case "take", _:
            del holder[last]
        case "add", dict():
            holder[draw(WORDS)] = draw(PLAIN | WORDS)
        case "turn", list():
            holder.reverse()
        case _:
            holder.append(deepcopy(holder[last])) if isinstance(holder, list) else None
    return changed


@settings(max_examples=200)
@given(one_thing_otherwise())
def test_there_is_a_difference_just_when_there_is_another_mark(changed):
    same_mark = mark_of(canonical(changed)) == mark_of(canonical(RICH))
    assert same_mark == (difference(RICH, changed) == ())
    assert same_mark == (difference(changed, RICH) == ())


ANYTHING = st.recursive(
    PLAIN | WORDS,
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(st.sampled_from(list(RICH["dossiers"][0])) | WORDS, part, max_size=3)
    ),
    max_leaves=8,
)
CONTENTS = st.dictionaries(st.sampled_from([*RICH, "later"]), ANYTHING, max_size=3)


@settings(max_examples=200)
@given(CONTENTS, CONTENTS)
def test_whatever_a_later_version_keeps_is_told_too(old, new):
    same_mark = mark_of(canonical(old)) == mark_of(canonical(new))
    assert same_mark == (difference(old, new) == ())


def test_every_thing_that_is_kept_has_a_dutch_name():
    """Taken away one by one, nothing is called by the name of its field."""
    for one in difference(RICH, {}):
        assert one.group != "Andere gegevens", one
        assert one.what not in FIELDS, one
