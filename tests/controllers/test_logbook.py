"""One thread of everything done at a centre, and the draft that survives."""

from datetime import date

import pytest

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.actions.values import ActionDraft, ContactMedium, EntryKind
from models.applications.values import ApplicationKind
from models.attachments.values import Pasted
from models.centres.values import NationalNumberFound
from tests.conftest import CHEAP, NOW, PASSPHRASE
from tests.controllers.finished import finished_check, settle


@pytest.fixture
def controllers(store):
    made = Controllers(store)
    settle(made)
    return made


def test_the_thread_holds_what_every_room_did_newest_first(controllers):
    check = finished_check(controllers)
    kade = controllers.checks.file(check).centre_id
    letter = controllers.letters.write_audit_letter(check)
    controllers.letters.set_date(letter, date(2026, 4, 20))
    controllers.attachments.add(kade, [Pasted("nota.txt", b"nota")])
    call = ActionDraft(medium=ContactMedium.PHONE, day=date(2026, 4, 30), subject="Vraag")
    controllers.actions.add(kade, call)
    controllers.applications.receive(kade, date(2026, 3, 2), ApplicationKind.RENEWAL)
    controllers.checks.plan(kade, date(2026, 9, 1))
    found = controllers.logbook.thread(kade)
    assert [one.kind for one in found] == [
        EntryKind.ATTACHMENT,
        EntryKind.ACTION,
        EntryKind.LETTER,
        EntryKind.CHECK,
        EntryKind.APPLICATION,
    ]
    assert (found[1].title, found[1].sub) == ("Vraag", "Telephone · Lotte Verhaegen")
    assert found[3].opens == check


def test_a_draft_survives_a_restart_and_is_no_step_to_undo(controllers, store):
    before = controllers.history.next_undo
    controllers.drafts.keep("log", {"subject": "Vraag", "text": "", "centre": "0" * 32})
    assert controllers.history.next_undo == before
    controllers.close()
    again = Controllers(Opening(lambda: NOW, "x", CHEAP).open(store.path, PASSPHRASE)._store)
    assert again.drafts.read("log") == {"subject": "Vraag", "centre": "0" * 32}
    again.drafts.forget("log")
    assert again.drafts.read("log") == {}
    again.close()


def test_a_draft_that_was_thrown_away_comes_back_with_undo(controllers):
    controllers.drafts.keep("log", {"subject": "Vraag"})
    controllers.drafts.throw_away("log")
    assert controllers.drafts.read("log") == {}
    controllers.history.undo()
    assert controllers.drafts.read("log") == {"subject": "Vraag"}


def test_what_may_not_be_kept_is_not_kept_as_a_draft_either(controllers):
    with pytest.raises(NationalNumberFound) as refused:
        controllers.drafts.keep("log", {"text": "van 85.07.30-033.28"})
    assert refused.value.field == "text"
    assert controllers.drafts.read("log") == {}


def test_settings_do_not_mind_a_draft(controllers):
    before = controllers.settings.texts()
    controllers.drafts.keep("log", {"subject": "Vraag"})
    assert controllers.settings.texts() == before
    assert controllers.history.verify().whole
