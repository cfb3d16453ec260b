"""The dictionary of the office: what it knows, what it proposes, what it learns."""

import pytest

from controllers.bundle import Controllers
from controllers.spelling import WordUnspelled, dictionary, known, trade
from models.kernel.errors import Refused


@pytest.fixture
def office(store):
    return Controllers(store)


def test_the_words_of_the_trade_are_known(office):
    text = "loopbaanbegeleiding loopbaancheque dossiercontrole ontwikkelingsplan geakteerd Excel"
    assert dictionary() is not None
    assert office.spelling.wrong(text.split()) == frozenset()


def test_a_mistake_is_found_and_mended(office):
    assert office.spelling.wrong(["begeleidingg", "dossier"]) == {"begeleidingg"}
    assert office.spelling.meant("begeleidingg")[0] == "begeleiding"
    assert office.spelling.meant("xqzzvkw") == () or len(office.spelling.meant("xqzzvkw")) <= 5


def test_a_capital_a_hyphen_and_a_curly_quote_do_no_harm():
    assert known("Dossiers")
    assert known("niet-conform")
    assert known("foto’s")
    assert not known("niet-konform")


def test_a_learned_word_is_known_until_that_is_undone(office):
    office.spelling.learn("zandloperfiche")
    office.spelling.learn("Zandlopertraject")
    assert office.settings.read().known_words == ("zandloperfiche", "Zandlopertraject")
    assert office.spelling.wrong(["Zandloperfiche", "zandlopertraject"]) == frozenset()
    office.history.undo()
    assert office.spelling.wrong(["zandlopertraject", "zandloperfiche"]) == {"zandlopertraject"}
    office.history.redo()
    assert office.spelling.wrong(["zandlopertraject"]) == frozenset()


@pytest.mark.parametrize("word", ["", "twee woorden", "an@demer.be", "85073003328"])
def test_only_a_word_can_be_learned(office, word):
    with pytest.raises(WordUnspelled):
        office.spelling.learn(word)
    assert issubclass(WordUnspelled, Refused)


def test_who_wants_no_spelling_hears_nothing(office):
    office.settings.edit("spelling", "off")
    assert office.spelling.wrong(["begeleidingg"]) == frozenset()


def test_the_list_of_the_trade_holds_only_what_the_dictionary_lacks():
    assert not [word for word in trade() if known(word)]
