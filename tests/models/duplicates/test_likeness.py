"""Which centres may be one: the reasons, and what is left out because it says nothing."""

from dataclasses import replace
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.centres.rules import enterprise_number
from models.centres.values import Address, NameKind
from models.duplicates.rules import like_pairs, likeness, same_names, slip, trigrams
from models.duplicates.values import CentreLook, LikenessReason

SPACE = UUID("6f9b7a52-3c1e-4d7a-9f0e-2b6a1c4d8e90")
HOUSE = Address("Kaai", "12", "", "8400", "Oostende")
OTHERS = (
    *("Loopbaancentrum Aalst", "Loopbaancentrum Gent", "Loopbaanhuis Demer", "Koers & Kompas"),
    *("Wegwijs Westhoek", "Groeipad Mechelen", "Loopbaan in zicht", "Coaching Mertens"),
)


def look(name: str, number: str = "", **facts) -> CentreLook:
    where = facts.pop("address", Address())
    names = (name, *facts.pop("also", ()))
    return CentreLook(uuid5(SPACE, f"{name} {number}"), number, names, where, **facts)


def pair(one: CentreLook, other: CentreLook):
    """The two among other centres; what is said of them, or None."""
    found = like_pairs([one, *(look(name) for name in OTHERS), other])
    wanted = frozenset((one.id, other.id))
    return next((each for each in found if each.ids == wanted), None)


def reasons(one: CentreLook, other: CentreLook) -> set[LikenessReason]:
    found = pair(one, other)
    return set(found.reasons) if found else set()


def test_the_same_number_written_twice_is_certain():
    found = pair(look("Talentkaai", "0566988259"), look("Iets anders", "0566988259"))
    assert (found.score, found.reasons) == (100, (LikenessReason.SAME_NUMBER,))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Talentkaai BVBA", "Talentkaai BV"),
        ("VZW Talentkaai", "talentkaai"),
        ("Tàlentkaai", "TALENTKAAI bv"),
        ("B.V. Talentkaai", "Talentkaai"),
    ],
)
def test_a_name_is_the_same_without_its_legal_form(one: str, other: str):
    assert reasons(look(one, "1"), look(other, "2")) == {LikenessReason.SAME_NAME}


LEGAL, TRADE = NameKind.LEGAL, NameKind.TRADE


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (("Talentkaai BV", ""), ("Talentkaai", ""), ((LEGAL, LEGAL),)),
        (("De Kaai BV", "Talentkaai"), ("Kade nv", "talentkaai"), ((TRADE, TRADE),)),
        (("De Kaai BV", "Talentkaai"), ("Talentkaai NV", ""), ((TRADE, LEGAL),)),
        (
            ("Talentkaai", "Talentkaai"),
            ("Talentkaai", "Talentkaai"),
            ((LEGAL, LEGAL), (TRADE, TRADE)),
        ),
        (("Talentkaai", ""), ("Koers", ""), ()),
        (("", ""), ("", ""), ()),
    ],
)
def test_it_says_which_names_are_the_same(one, other, kinds):
    assert same_names(one, other) == kinds


def test_a_trade_name_may_be_the_legal_name_of_the_other():
    one = look("De Kaai BV", "1", also=("Talentkaai",))
    assert reasons(one, look("Talentkaai NV", "2")) == {LikenessReason.SAME_NAME}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Talentkaai Oostende", "Talenkaai Oostende"),
        ("Anthony Tack Coaching", "Coaching Tack Antony"),
        ("Loopbaancentrum Westkust", "Loopbaancentrum Westkus"),
        ("Talentkaai", "Talenkaai"),
        ("Talentkaai", "Talnetkaai"),
    ],
)
def test_a_slip_of_the_pen_makes_a_name_that_is_like_it(one: str, other: str):
    assert reasons(look(one, "1"), look(other, "2")) == {LikenessReason.LIKE_NAME}


def test_a_slip_is_one_letter_in_a_name_of_some_length():
    assert slip("talentkaai", "talemtkaai") and slip("talentkaai", "talent kaai")
    assert slip("talentkaai", "talentkaaij") and slip("talentkaai", "atlentkaai")
    assert not slip("talentkaai", "talentkade")
    assert not slip("koers", "koert")


def test_words_that_half_of_the_centres_bear_say_nothing():
    assert pair(look("Loopbaancentrum Brugge"), look("Loopbaancentrum Ronse")) is None


def test_a_number_one_digit_off_counts_only_beside_something_else():
    first, off = enterprise_number("0566988259"), enterprise_number("0566988358")
    assert pair(look("Talentkaai", first), look("Iets anders", off)) is None
    found = pair(look("Talentkaai", first), look("Talentkaai", off))
    assert found.reasons == (LikenessReason.SAME_NAME, LikenessReason.LIKE_NUMBER)
    assert found.score == 80


def test_two_digits_that_changed_places():
    one, other = look("Talentkaai", "0566988259"), look("Talentkaai", "0569688259")
    assert LikenessReason.LIKE_NUMBER in reasons(one, other)
    assert LikenessReason.LIKE_NUMBER not in reasons(one, replace(other, number="0866985259"))


def test_address_telephone_mail_and_website():
    one = look("Talentkaai", "1", address=HOUSE, phone="+3259500000", email="info@kaai.be")
    other = look(
        "Heel anders", "2", address=replace(HOUSE, street="kaai", box="2"), phone="+3259500000"
    )
    assert reasons(one, other) == {LikenessReason.SAME_ADDRESS, LikenessReason.SAME_PHONE}
    mail = look("Nog anders", "3", email="INFO@kaai.be", website="http://www.kaai.be/")
    assert reasons(replace(one, website="https://kaai.be"), mail) == {
        LikenessReason.SAME_EMAIL,
        LikenessReason.SAME_WEBSITE,
    }
    part = replace(HOUSE, house_number="")
    assert reasons(replace(one, address=part), replace(other, address=part)) == {
        LikenessReason.SAME_PHONE
    }


def test_a_telephone_number_of_a_crowd_says_nothing():
    looks = [look(name, phone="+3225061205") for name in (*OTHERS, "Een", "Twee")]
    assert like_pairs(looks) == []
    assert len(like_pairs(looks[:3])) == 3


def test_those_that_somebody_said_are_two_stay_away():
    one, other = look("Talentkaai", "1"), look("Talentkaai", "2")
    (found,) = like_pairs([one, other])
    assert like_pairs([one, other], {found.ids}) == []


def test_the_most_alike_come_first_and_a_pair_comes_once():
    looks = [
        look("Talentkaai", "1", phone="+3259500000"),
        look("Talentkaai", "2", phone="+3259500000"),
        look("Talentkaai", "3"),
    ]
    found = like_pairs(looks)
    assert [each.score for each in found] == [90, 50, 50]
    assert len({each.ids for each in found}) == 3


names = st.text("abcdef ", min_size=1, max_size=12)


@given(st.lists(names, max_size=12), st.randoms())
def test_the_order_of_the_list_does_not_matter(given_names, dice):
    looks = [look(name, str(at)) for at, name in enumerate(given_names)]
    mixed = dice.sample(looks, len(looks))
    assert like_pairs(looks) == like_pairs(mixed)
    assert all(each.one != each.other for each in like_pairs(looks))


@given(names, names)
def test_likeness_is_a_share_and_the_same_both_ways(one, other):
    a, b = trigrams(one), trigrams(other)
    weigh = dict.fromkeys(a | b, 1.5)
    assert likeness(a, b, weigh) == likeness(b, a, weigh)
    assert 0 <= likeness(a, b, weigh) <= 1
    assert not a or likeness(a, a, weigh) == pytest.approx(1)
