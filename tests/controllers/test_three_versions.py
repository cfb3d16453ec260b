"""Answers given with three versions of one checklist, one of them retired, in one workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from controllers.bundle import Controllers
from models.checklists.values import AnswerValue
from models.store.store import Store
from tests.controllers.test_all_answers import sheet_of

YES, PARTIAL, NO = AnswerValue.YES, AnswerValue.PARTIAL, AnswerValue.NO
KEY = "dossier_check"


class Years:
    """Version 2 says DC-01 in other words, leaves DC-03 out and asks one more; 3 builds on it."""

    def __init__(self, store: Store) -> None:
        self.controllers = Controllers(store)
        self.checks, self.lists = self.controllers.checks, self.controllers.checklists
        self.centre = self.controllers.centres.add("0566988259", "Loopbaanhuis Demer bv")
        self.first = self.answered(1, {"DC-01": YES, "DC-02": NO, "DC-03": YES})
        self.second_version = self.lists.draft_from(KEY, 1)
        self.write(2, "DC-01", text="Is het dossier volledig?")
        self.lists.remove_question(self.ids(2)["DC-03"])
        self.new = self.added(2, "Kent de klant zijn begeleider?")
        self.publish(self.second_version)
        self.second = self.answered(2, {"DC-01": PARTIAL, "DC-02": YES, self.new: NO})
        third = self.lists.draft_from(KEY, 2)
        self.write(3, "DC-02", key="DC-50")
        self.publish(third)
        self.third = self.answered(3, {"DC-01": NO, "DC-50": YES, self.new: YES})
        self.lists.retire(self.second_version)

    def ids(self, version: int) -> dict[str, UUID]:
        return dict(self.lists.file(KEY, version).question_ids)

    def write(self, version: int, question: str, **fields: object) -> None:
        row = self.ids(version)[question]
        for field, value in fields.items():
            self.lists.edit_question(row, field, value)

    def added(self, version: int, text: str) -> str:
        section = next(iter(self.lists.file(KEY, version).section_ids.values()))
        row = self.lists.add_question(section)
        for field, value in (("text", text), ("finding", "kent de klant zijn begeleider niet")):
            self.lists.edit_question(row, field, value)
        return next(key for key, one in self.ids(version).items() if one == row)

    def publish(self, version: UUID) -> None:
        self.lists.begin_test(version)
        self.lists.publish(version)

    def answered(self, version: int, answers: dict[str, AnswerValue]) -> UUID:
        check = self.checks.plan(self.centre, date(2026, 5, 4), version=version)
        self.checks.start(check)
        (dossier,) = self.checks.add_dossiers(check, f"V-{version}")
        for question, value in answers.items():
            self.checks.answer(check, dossier, question, value)
        return check


@pytest.fixture
def years(store: Store) -> Years:
    return Years(store)


@pytest.fixture
def book(years: Years, tmp_path: Path) -> Path:
    return years.controllers.outgoing.answers(tmp_path / "alles").path


def answer_of(book: Path, dossier: str) -> dict[object, dict[str, object]]:
    return {row["vraag"]: row for row in sheet_of(book) if row["dossier"] == dossier}


def test_every_row_names_the_version_it_was_answered_with(years: Years, book: Path):
    assert {(row["dossier"], row["checklist"], row["versie"]) for row in sheet_of(book)} == {
        ("V-1", KEY, 1),
        ("V-2", KEY, 2),
        ("V-3", KEY, 3),
    }
    given = [row for row in sheet_of(book) if row["antwoord_code"]]
    assert len(given) == 9
    assert {row["gesteld"] for row in given} == {"ja"}


def test_a_question_said_in_other_words_stands_in_the_words_of_its_year(book: Path):
    texts = [answer_of(book, f"V-{n}")["DC-01"]["vraagtekst"] for n in (1, 2, 3)]
    assert texts[0] != "Is het dossier volledig?"
    assert texts[1:] == ["Is het dossier volledig?"] * 2
    assert [answer_of(book, f"V-{n}")["DC-01"]["antwoord"] for n in (1, 2, 3)] == [
        *("ja", "gedeeltelijk", "nee"),
    ]


def test_a_question_that_was_dropped_keeps_the_answer_of_then(book: Path):
    assert answer_of(book, "V-1")["DC-03"]["antwoord"] == "ja"
    assert "DC-03" not in answer_of(book, "V-2")
    assert "DC-03" not in answer_of(book, "V-3")


def test_a_new_question_and_a_new_number_stand_only_where_they_were_asked(years: Years, book: Path):
    assert years.new not in answer_of(book, "V-1")
    assert [answer_of(book, f"V-{n}")[years.new]["antwoord"] for n in (2, 3)] == ["nee", "ja"]
    assert answer_of(book, "V-2")["DC-02"]["antwoord"] == "ja"
    assert "DC-02" not in answer_of(book, "V-3")
    third = answer_of(book, "V-3")["DC-50"]
    assert (third["antwoord"], third["vraagtekst"]) == (
        "ja",
        answer_of(book, "V-2")["DC-02"]["vraagtekst"],
    )


def test_the_checks_add_up_and_every_column_is_explained(years: Years, book: Path):
    checks = sheet_of(book, "Controles")
    counted = sorted((row["versie"], row["antwoorden"]) for row in checks[:-1])
    assert counted == [(1, 3), (2, 3), (3, 3)]
    assert checks[-1]["antwoorden"] == 9
    told = {(row["blad"], row["kolom"]): row["betekenis"] for row in sheet_of(book, "Verklaring")}
    heads = {
        (name, cell.value)
        for name in ("Gegevens", "Controles")
        for cell in load_workbook(book)[name][1]
    }
    assert heads <= told.keys()
    assert all(told[head] for head in heads)
    assert "Versie" in str(told["Gegevens", "versie"])
