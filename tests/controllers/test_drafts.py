"""What is put aside while somebody writes: no step of its own, for undo nor for redo."""

from datetime import date
from uuid import uuid4

from sqlalchemy import func, select

from controllers.bundle import Controllers
from controllers.drafts import Unsaved
from models.store import undo
from models.store.store import Store
from models.store.tables import step


def test_putting_a_draft_aside_leaves_undo_and_redo_where_they_were(store: Store):
    do = Controllers(store)
    centre = do.centres.add("0566988259", "Loopbaanhuis Demer")
    do.centres.edit(centre, "phone", "02 506 12 05")
    do.history.undo()
    do.drafts.keep("contact", {"text": "Gebeld over de afspraak"})
    assert do.history.next_redo is not None
    do.history.redo()
    assert do.centres.file(centre).identity.phone
    do.history.undo()
    assert not do.centres.file(centre).identity.phone


def a_check(do: Controllers):
    centre = do.centres.add("0566988259", "Loopbaanhuis Demer")
    check = do.checks.plan(centre, date(2026, 5, 4))
    return centre, check


def test_fields_typed_in_one_after_the_other_lie_beside_each_other(store: Store):
    do = Controllers(store)
    _centre, check = a_check(do)
    other = uuid4()
    do.drafts.keep_unsaved(check, "visit|1|conclusion", Unsaved("Het plan", ("a", "b")))
    do.drafts.keep_unsaved(check, "visit|1|follow_up", Unsaved("Bellen"))
    do.drafts.keep_unsaved(other, "visit|1|conclusion", Unsaved("Van een andere"))
    do.drafts.keep_unsaved(check, "visit|1|conclusion", Unsaved("Het plan is", ("a", "b")))
    found = Controllers(store).drafts.unsaved(check)
    assert list(found) == ["visit|1|follow_up", "visit|1|conclusion"], "the newest last"
    assert found["visit|1|conclusion"] == Unsaved("Het plan is", ("a", "b"))
    do.drafts.forget_unsaved(check, ["visit|1|conclusion"])
    assert list(do.drafts.unsaved(check)) == ["visit|1|follow_up"]
    assert do.drafts.unsaved(other)


def test_a_register_number_leaves_its_place_in_a_draft(store: Store):
    do = Controllers(store)
    _centre, check = a_check(do)
    do.drafts.keep_unsaved(check, "visit|1|conclusion", Unsaved("Klant 85.07.30-033.28 belde"))
    (found,) = do.drafts.unsaved(check).values()
    assert "033" not in found.text
    assert found.text.startswith("Klant ")
    assert found.text.endswith(" belde")


def test_drafts_fill_neither_the_history_nor_the_way_back(store: Store, monkeypatch):
    do = Controllers(store)
    centre, check = a_check(do)
    do.centres.edit(centre, "phone", "02 506 12 05")
    before = do.history.ids()
    for number in range(5):
        do.drafts.keep_unsaved(check, "visit|1|conclusion", Unsaved("letter" * number))
        do.drafts.keep("contact", {"text": f"Gebeld {number}"})
    do.drafts.forget_unsaved(check, ["visit|1|conclusion"])
    assert do.history.ids() == before
    with store.look() as session:
        every = session.connection().scalar(select(func.count()).select_from(step))
        assert every > len(before) + 5, "they are in the journal all the same"
        monkeypatch.setattr(undo, "AT_MOST", 3)
        back = undo.roads(session.connection(), session.connection().scalar(select(step.c.stream)))
    assert len(back.back) == 3, "as far back as without drafts"
    assert do.history.verify().whole


def test_what_was_exported_stays_in_the_history(store: Store):
    do = Controllers(store)
    with store.aside("Export checklist"):
        pass
    before = len(do.history.ids())
    do.drafts.keep("contact", {"text": "Gebeld"})
    assert len(do.history.ids()) == before
