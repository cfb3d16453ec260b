"""Text blocks in a real file: written over those that came along, taken away, undone."""

import pytest

from controllers.bundle import Controllers
from models.settings.values import BlockEmpty, BlockKeyTaken
from models.store.store import Store


@pytest.fixture
def do(store: Store) -> Controllers:
    return Controllers(store)


def text(do: Controllers, key: str) -> str:
    return next((one.text for one in do.text_blocks.all() if one.key == key), "")


def test_an_own_text_is_one_step_with_a_way_back(do: Controllers):
    came = text(do, "pop")
    do.text_blocks.write("pop", "Plan", "Geen plan in het dossier.")
    assert text(do, "pop") == "Geen plan in het dossier."
    assert do.history.next_undo.label == "Write text block"
    do.history.undo()
    assert text(do, "pop") == came
    do.history.redo()
    do.text_blocks.remove("pop")
    assert text(do, "pop") == came
    do.history.undo()
    assert text(do, "pop") == "Geen plan in het dossier."


def test_a_new_key_may_not_be_there_yet(do: Controllers):
    assert do.text_blocks.begin("::Eigen") == "eigen"
    with pytest.raises(BlockKeyTaken):
        do.text_blocks.begin("pop")
    do.text_blocks.write("eigen", "", "Iets van ons.")
    do.text_blocks.remove("eigen")
    assert text(do, "eigen") == ""
    do.text_blocks.write(do.text_blocks.begin("eigen"), "", "Opnieuw.")
    assert text(do, "eigen") == "Opnieuw."


def test_one_key_is_one_text_however_it_is_written(do: Controllers):
    do.text_blocks.write("eigen", "", "Eerst.")
    do.text_blocks.write("::Eigen", "", "Daarna.")
    assert [one.text for one in do.text_blocks.all() if one.key == "eigen"] == ["Daarna."]
    do.text_blocks.remove("EIGEN")
    assert text(do, "eigen") == ""


def test_an_empty_text_is_refused_and_a_national_number_is_masked(do: Controllers):
    with pytest.raises(BlockEmpty):
        do.text_blocks.write("pop", "", "  ")
    do.text_blocks.write("pop", "", "Bel 85.07.30-033.28.")
    assert text(do, "pop") == "Bel ••.••.••-•••.••."
