"""Somebody named in a workbook that left is found, in words, however much it holds."""

from __future__ import annotations

import json

import pytest

from controllers.bundle import Controllers
from models.applications.entities import AssessmentExport
from models.kernel.packing import PACKED
from models.store.store import Store
from sqlalchemy import select
from tests.controllers.dossiers import Applicant, applicant

LINES = 'Gesproken met Wendelien Tack.\nZij kent "de regel".'
FIELD = "assessment_export", "content"


@pytest.fixture
def one(store: Store) -> Applicant:
    return applicant(Controllers(store))


def traces(one, typed):
    found = one.controllers.retention.traces(typed)
    return [trace for trace in found if (trace.table, trace.field) == FIELD]


def test_a_name_in_a_workbook_is_shown_with_the_words_around_it(one, tmp_path):
    text = f"{'vooraf ' * 50}{LINES}{' nadien' * 50}"
    one.controllers.applications.write(one.application, "MA-01", "motivation", text)
    one.controllers.applications.send_out(one.application, tmp_path / "beoordeling.xlsx")
    (trace,) = traces(one, "Wendelien Tack")
    assert trace.text.startswith("werkmap van ")
    assert "(beoordeling.xlsx): …" in trace.text
    assert "Gesproken met Wendelien Tack. Zij kent" in trace.text
    assert len(trace.text) < 300
    assert "{" not in trace.text
    assert trace.centre == "Loopbaanhuis Demer"


def test_also_in_one_so_long_that_it_is_kept_packed(one, store, tmp_path):
    one.controllers.applications.write(one.application, "MA-01", "motivation", LINES)
    for key in range(2, 9):
        one.controllers.applications.write(
            one.application, f"MA-{key:02}", "motivation", f"woord {key} " * 2_000
        )
    one.controllers.applications.send_out(one.application, tmp_path / "lang.xlsx")
    with store.look() as session:
        assert session.scalars(select(AssessmentExport.content)).one().startswith(PACKED)
    assert "Wendelien Tack" in traces(one, "tack wendelien")[0].text
    assert len(traces(one, '"de regel"')) == 1
    assert traces(one, "Annelies Verstuyft") == []


def test_what_goes_along_on_a_person_tells_no_signs_of_a_program(one, tmp_path):
    one.controllers.applications.write(one.application, "MA-01", "motivation", LINES)
    one.controllers.applications.send_out(one.application, tmp_path / "beoordeling.xlsx")
    made = one.controllers.retention.export_person("Wendelien Tack", tmp_path / "persoon.json")
    text = made.path.read_text("utf-8")
    assert any("werkmap van" in one["inhoud"] for one in json.loads(text)["vindplaatsen"])
    assert "columns" not in text
