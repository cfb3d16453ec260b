"""What an office sets, on a real encrypted file, and whose name stands under the next step."""

import pytest

from controllers.bundle import Controllers
from controllers.opening import Opening
from models.centres.values import NationalNumberFound
from models.checks.entities import DossierCheck
from models.kernel.typed import TextTooLong
from models.settings.values import setting
from models.store.gate import longest
from tests.conftest import CHEAP, NOW, PASSPHRASE


def newest(controllers: Controllers) -> str:
    (step,) = controllers.history.steps(controllers.history.ids()[:1])
    return step.who


def test_the_name_of_the_officer_stands_under_the_next_step(controllers: Controllers):
    controllers.settings.edit("officer_name", "Els Verbeke")
    assert newest(controllers) == "Lotte Verhaegen"
    centre = controllers.centres.add("0566988259", "Demer")
    assert (newest(controllers), controllers.who) == ("Els Verbeke", "Els Verbeke")
    controllers.history.undo()
    controllers.history.undo()
    assert controllers.who == "Lotte Verhaegen"
    controllers.history.redo()
    assert controllers.who == "Els Verbeke"
    controllers.settings.edit("officer_name", " ")
    controllers.history.undo()
    controllers.history.redo()
    assert controllers.who == "Lotte Verhaegen"
    assert controllers.centres.by_number("0566988259") is None
    assert centre


def test_the_name_is_known_when_the_file_is_opened_again(tmp_path):
    opening = Opening(lambda: NOW, "karine", CHEAP)
    made = opening.create(tmp_path / "kantoor.waarmerk", PASSPHRASE).controllers
    made.settings.edit("officer_name", "Els Verbeke")
    made.close()
    again = opening.open(tmp_path / "kantoor.waarmerk", PASSPHRASE)
    assert again.who == "Els Verbeke"
    again.settings.edit("officer_name", "")
    assert again.who == "karine"
    again.close()


@pytest.mark.parametrize("key", ["officer_name", "closing", "sender_address_lines"])
def test_a_national_number_is_refused_at_its_field(controllers: Controllers, key: str):
    with pytest.raises(NationalNumberFound) as refusal:
        controllers.settings.edit(key, "RR 85.07.30-033.28")
    assert refusal.value.field == key
    assert controllers.history.ids() == []


def test_the_name_of_the_officer_fits_in_a_check(controllers: Controllers):
    room = longest(DossierCheck.metadata.tables["dossier_check"], "officer")
    assert setting("officer_name").most <= room
    with pytest.raises(TextTooLong) as refusal:
        controllers.settings.edit("officer_name", "x" * 136)
    assert refusal.value.field == "officer_name"
    controllers.settings.edit("officer_name", "x" * room)
    centre = controllers.centres.add("0566988259", "Demer")
    check = controllers.checks.plan(centre, NOW.date())
    assert controllers.checks.file(check).officer == "x" * room
    assert len(newest(controllers)) == 80


def test_what_no_file_can_hold_falls_away(controllers: Controllers):
    controllers.settings.edit("closing", "Met\0 groet\ud800")
    assert controllers.settings.read().closing == "Met groet"
