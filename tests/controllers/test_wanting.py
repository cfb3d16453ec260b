"""What checks found wanting is counted by the file; it says what reading every answer says."""

from dataclasses import replace
from random import Random

import pytest

from controllers.bundle import Controllers
from models.checklists.rules import template
from models.checks import queries, rules
from models.checks.values import LetterDays
from models.letters.queries import agreed_everywhere
from models.store.store import Store
from tests.conftest import TODAY
from tests.controllers.filled_checks import Kind, fill
from tests.controllers.statements import statements
from tests.controllers.test_own_checklist import Office

BUILT_IN = (template(), template("offer_check"))
KINDS = (
    Kind(12, 3, 2, 0.05, BUILT_IN),
    Kind(12, 4, 3, 0.3, BUILT_IN),
    Kind(6, 1, 2, 0.9, BUILT_IN),
    Kind(3, 0, 1, 0.5, BUILT_IN),
)


def same(store: Store, count: int) -> None:
    """Files of checks, and what was agreed, counted and read one by one."""
    with store.look() as session:
        by_centre = queries.finished_by_centre(session)
        ids = [one for many in by_centre.values() for one in many]
        slow, quick = queries.outlines(session, ids), queries.wanting(session, ids)
        assert len(quick) == len(slow) == count
        assert quick == {check: replace(one, dossiers=()) for check, one in slow.items()}
        assert agreed_everywhere(session, TODAY) == {
            centre: rules.agreed([slow[one] for one in checks], LetterDays(), TODAY)
            for centre, checks in by_centre.items()
        }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.dossiers}-{kind.odd}")
@pytest.mark.parametrize("seed", range(3))
def test_what_was_found_is_the_same_as_when_every_answer_is_read(store: Store, kind, seed):
    fill(store, Random(seed), kind)
    same(store, kind.checks)


@pytest.mark.parametrize("seed", range(3))
def test_a_checklist_with_conditions_and_facts_is_read_as_it_should(store: Store, seed):
    own = Office(store).file.template
    assert own.conditional
    fill(store, Random(seed), Kind(8, 3, 2, 0.4, (own, *BUILT_IN)))
    same(store, 8)


@pytest.mark.parametrize(("register", "most"), [("measures", 11), ("patterns", 7)])
def test_a_hundred_checks_take_as_many_statements_as_one(store: Store, register: str, most: int):
    """The register of measures, and that of findings over all centres."""
    rows = Controllers(store).registers.rows
    fill(store, Random(1), Kind(1, 2, 1, 0.5))
    with statements(store) as few:
        assert rows(register)
    fill(store, Random(2), Kind(100, 2, 10, 0.5))
    with statements(store) as many:
        assert len(rows(register)) > 5
    assert len(few) == len(many) == most
