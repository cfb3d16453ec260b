"""What is put aside while somebody writes: no step of its own, for undo nor for redo."""

from controllers.bundle import Controllers
from models.store.store import Store


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
