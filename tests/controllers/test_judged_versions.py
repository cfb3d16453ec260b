"""A version of the assessment by which an application is judged stays as it reads."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from controllers.applications.listing import COLUMNS
from controllers.bundle import Controllers
from models.applications.values import ChecklistGone
from models.checklists.entities import ChecklistVersion
from models.checklists.rules import ASSESSMENT
from models.checklists.values import VersionSealed
from models.store.store import Store
from tests.controllers.dossiers import Applicant, applicant
from tests.controllers.test_own_assessment import controllers, published, second

__all__ = ["controllers"]


@pytest.fixture
def reopened(controllers: Controllers, store: Store) -> UUID:
    """A version that is a draft again, as after merging with a laptop that took it back."""
    return published(controllers)


def _back_to_draft(store: Store, version: UUID) -> None:
    with store.change("Maak weer ontwerp", "proef") as session:
        row = session.get_one(ChecklistVersion, version)
        row.tested_at = row.published_at = row.published_by = row.content_sha256 = None


@pytest.fixture
def new(controllers: Controllers, reopened: UUID, store: Store) -> Applicant:
    one = second(controllers)
    _back_to_draft(store, reopened)
    return one


def _acts(controllers: Controllers, version: UUID):
    lists = controllers.checklists
    question = lists.file(ASSESSMENT, 2).question_ids["MA-01"]
    yield lambda: lists.edit_question(question, "text", "Anders")
    yield lambda: lists.remove_question(question)
    yield lambda: lists.edit(version, "four_eyes", value=False)
    yield lambda: lists.throw_away(version)


def test_what_an_application_came_in_with_does_not_change(controllers, new, reopened):
    before = new.file.template
    for act in _acts(controllers, reopened):
        with pytest.raises(VersionSealed, match="application came in"):
            act()
    assert new.file.template == before


def test_nor_once_it_is_decided_or_retracted(controllers, store, reopened):
    taken_back, other = second(controllers), applicant(controllers)
    controllers.applications.retract(taken_back.application, date(2026, 4, 20))
    other.ready()
    other.grant()
    _back_to_draft(store, reopened)
    for act in _acts(controllers, reopened):
        with pytest.raises(VersionSealed):
            act()


def test_a_version_that_nothing_came_in_with_is_thrown_away(controllers, store, reopened):
    _back_to_draft(store, reopened)
    controllers.checklists.throw_away(reopened)
    assert len(controllers.applications.rows(controllers.applications.ids())) == 0


def test_a_list_survives_a_version_that_is_not_in_the_file(controllers, new, reopened, store):
    old = applicant(controllers)
    with store.change("Neem weg", "proef") as session:
        session.delete(session.get_one(ChecklistVersion, reopened))
    ids = controllers.applications.ids(order="state")
    rows = {row.id: row for row in controllers.applications.rows(ids)}
    told = {one.key: one for one in COLUMNS}
    assert (rows[new.application].unjudgeable, rows[old.application].unjudgeable) == (True, False)
    assert told["judged"].cell(rows[new.application]) == "–"
    assert "missing" in told["centre"].sub(rows[new.application])
    assert controllers.applications.waiting()[0] == 2
    with pytest.raises(ChecklistGone, match="version 2"):
        _ = new.file
