"""The log of a centre: written, mended, undone, and read in its order."""

from datetime import date

import pytest

from controllers.actions import COLUMNS, kind_of
from controllers.bundle import Controllers
from controllers.opening import Opening
from models.actions.values import (
    ActionDraft,
    ActionEmpty,
    ActionKind,
    ContactMedium,
    ReplyBeforeAction,
)
from models.kernel.errors import Gone
from tests.conftest import CHEAP, NOW, PASSPHRASE, TODAY
from tests.controllers.finished import centre, settle

CALL = ActionDraft(medium=ContactMedium.PHONE, subject="Vraag over uren", spoken_to="An Jansen")


@pytest.fixture
def controllers(store):
    made = Controllers(store)
    settle(made)
    return made


@pytest.fixture
def kade(controllers):
    return centre(controllers)


def test_a_call_is_written_down_in_one_step_by_who_works_here(controllers, kade):
    controllers.actions.add(kade, CALL)
    (found,) = controllers.actions.of_centre(kade)
    assert (found.day, found.officer, found.about) == (TODAY, "Lotte Verhaegen", "Vraag over uren")
    assert kind_of(found) == "Telephone"
    assert controllers.history.next_undo.label == "Add to the log"
    assert controllers.history.next_undo.subject == "Loopbaanhuis De Kade"
    controllers.history.undo()
    assert controllers.actions.of_centre(kade) == ()
    controllers.history.redo()
    assert controllers.actions.of_centre(kade) == (found,)


def test_undo_of_a_line_survives_a_restart(controllers, kade, store):
    controllers.actions.add(kade, CALL)
    controllers.close()
    again = Opening(lambda: NOW, "Lotte Verhaegen", CHEAP).open(store.path, PASSPHRASE)
    again.history.undo()
    assert again.actions.of_centre(kade) == ()
    again.history.redo()
    assert len(again.actions.of_centre(kade)) == 1
    assert again.history.verify().whole
    again.close()


def test_the_newest_stands_first_and_the_later_hour_of_one_day(controllers, kade):
    for day, hour in ((date(2026, 3, 1), ""), (date(2026, 4, 1), "9u"), (date(2026, 4, 1), "14u")):
        controllers.actions.add(kade, ActionDraft(subject=f"{day} {hour}", day=day, hour=hour))
    found = [(one.day.month, one.hour) for one in controllers.actions.of_centre(kade)]
    assert found == [(4, "14:00"), (4, "09:00"), (3, "")]
    assert len(controllers.actions.rows(controllers.actions.ids(kade))) == 3


def test_every_field_can_be_mended_and_a_clash_stands_at_its_field(controllers, kade):
    row = controllers.actions.add(kade, CALL)
    edit = controllers.actions.edit
    for field, value in {
        "day": date(2026, 4, 2),
        "hour": "9.30",
        "coaching": True,
        "subject": "Andere vraag",
        "text": "Regel 1\nRegel 2",
        "spoken_to": "Bert",
        "officer": "Els",
        "medium": ContactMedium.VISIT,
        "reply_by": date(2026, 4, 20),
        "replied_on": date(2026, 4, 18),
    }.items():
        edit(row, field, value)
    found = controllers.actions.file(row)
    assert (found.hour, found.coaching, found.text) == ("09:30", True, "Regel 1\nRegel 2")
    with pytest.raises(ReplyBeforeAction) as refused:
        edit(row, "day", date(2026, 4, 25))
    assert refused.value.field == "day"
    edit(row, "text", "")
    with pytest.raises(ActionEmpty):
        edit(row, "subject", "  ")
    assert controllers.actions.file(row).subject == "Andere vraag"
    with pytest.raises(KeyError):
        edit(row, "centre_id", kade)


def test_another_kind_than_a_contact_went_by_nothing(controllers, kade):
    row = controllers.actions.add(kade, CALL)
    controllers.actions.edit(row, "kind", ActionKind.OFFER_CHECK)
    assert controllers.actions.file(row).medium is None
    controllers.history.undo()
    assert controllers.actions.file(row).medium is ContactMedium.PHONE


def test_a_line_is_removed_and_comes_back(controllers, kade):
    row = controllers.actions.add(kade, CALL)
    controllers.actions.remove(row)
    assert controllers.actions.ids() == []
    with pytest.raises(Gone):
        controllers.actions.file(row)
    controllers.history.undo()
    assert controllers.actions.ids(kade) == [row]


def test_an_info_mail_to_many_is_one_step(controllers, kade):
    other = controllers.centres.add("0887010362", "Koers & Kompas")
    mail = ActionDraft(
        ActionKind.INFO_MAIL, subject="Nazorg", reply_by=date(2026, 5, 3), day=date(2026, 4, 1)
    )
    assert controllers.actions.add_all([(kade, mail), (other, mail)]) == 2
    assert len(controllers.actions.awaiting(TODAY)) == 2
    assert controllers.actions.awaiting(TODAY)[0].reply_late(TODAY)
    controllers.history.undo()
    assert controllers.actions.ids() == []


def test_the_people_of_a_centre_are_proposed(controllers, kade):
    controllers.centres.add_counsellor(kade, "Bert", "Peeters")
    assert controllers.actions.people(kade) == ["Jansen", "Bert Peeters"]


def test_a_centre_that_is_gone_gets_no_line(controllers, kade):
    controllers.history.undo()
    while controllers.centres.count():
        controllers.history.undo()
    with pytest.raises(Gone):
        controllers.actions.add(kade, CALL)


def test_the_list_says_every_column(controllers, kade):
    controllers.actions.add(kade, CALL)
    (row,) = controllers.actions.rows(controllers.actions.ids())
    said = {column.key: column.cell(row) for column in COLUMNS}
    assert said["centre"] == "Loopbaanhuis De Kade"
    assert (said["medium"], said["coaching"], said["day"]) == ("Telephone", "", TODAY)
