"""A check keeps to the version it began with, whatever becomes of the checklist meanwhile."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from controllers.bundle import Controllers
from models.checklists.values import AnswerValue, VersionState
from models.checks.values import CheckState
from models.store.store import Store

NEW = "Staat de vraag van de klant in het verslag?"


class Office:
    """A check of one dossier on version 1, and version 2 in its making."""

    def __init__(self, store: Store) -> None:
        self.do = Controllers(store)
        self.centre = self.do.centres.add("0566988259", "Loopbaanhuis Demer bv")

    def plan(self, version: int | None = None) -> UUID:
        day = date(2026, 5, 4)
        if version is None:
            return self.do.checks.plan(self.centre, day)
        return self.do.checks.plan(self.centre, day, checklist="dossier_check", version=version)

    def draft(self) -> UUID:
        made = self.do.checklists.draft_from("dossier_check", 1)
        row = self.do.checklists.file("dossier_check", 2).question_ids["DC-05"]
        self.do.checklists.edit_question(row, "text", NEW)
        return made

    def version(self, check: UUID) -> int:
        return self.do.checks.file(check).template.version

    def state(self) -> VersionState:
        return self.do.checklists.file("dossier_check", 2).version.state


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


def test_a_check_that_is_reopened_still_asks_what_it_asked(office: Office):
    checks, check = office.do.checks, office.plan()
    checks.start(check)
    (dossier,) = checks.add_dossiers(check, "KZ-1")
    made = office.draft()
    office.do.checklists.begin_test(made)
    office.do.checklists.publish(made)
    for question in checks.file(check).template.questions:
        if question.tolerance_hours is None:
            checks.answer(check, dossier, question.key, AnswerValue.YES)
        else:
            checks.hours(check, dossier, question.key, 7, 7)
    checks.finish(check)
    checks.reopen(check, "Een antwoord was verkeerd.")
    file = checks.file(check)
    assert (file.state, office.version(check)) == (CheckState.RUNNING, 1)
    assert file.template.question("DC-05").text != NEW
    assert office.version(office.plan()) == 2


def test_a_publication_is_undone_only_after_the_checks_that_rest_on_it(office: Office):
    made = office.draft()
    office.do.checklists.begin_test(made)
    office.do.checklists.publish(made)
    check = office.plan()
    assert office.version(check) == 2
    following = office.do.history.next_undo
    assert following is not None
    assert following.label != "Publish checklist"
    office.do.history.undo()
    assert office.state() is VersionState.PUBLISHED
    assert not office.do.checks.ids()
    office.do.history.undo()
    assert office.state() is VersionState.TEST
    assert office.version(office.plan()) == 1


def test_a_check_that_chose_the_version_in_test_keeps_it_when_its_publication_is_undone(
    office: Office,
):
    made = office.draft()
    office.do.checklists.begin_test(made)
    check = office.plan(version=2)
    office.do.checklists.publish(made)
    office.do.history.undo()
    assert (office.state(), office.version(check)) == (VersionState.TEST, 2)
    assert office.do.checks.file(check).template.question("DC-05").text == NEW
