"""Numbers of undertakings, establishments and persons, in every dress they come in."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.centres.rules import (
    enterprise_number,
    establishment_number,
    mask_national_numbers,
    national_numbers,
    show_enterprise_number,
    show_establishment_number,
)
from models.centres.values import EnterpriseNumberWrong, EstablishmentNumberWrong


def with_check(first_eight: int) -> str:
    return f"{first_eight:08}{97 - first_eight % 97:02}"


enterprise = st.integers(1_000_000, 19_999_999).map(with_check)


def person_number(day: int, month: int, year: int, serial: int) -> str:
    born = f"{year % 100:02}{month:02}{day:02}{serial:03}"
    base = int(("2" if year >= 2000 else "") + born)
    return f"{born}{97 - base % 97:02}"


person = st.builds(
    person_number,
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(1930, 2020),
    st.integers(1, 997),
)


def dressed(number: str, dress: str) -> object:
    a, b, c = number[:4], number[4:7], number[7:]
    match dress:
        case "int":
            return int(number)
        case "float":
            return float(number)
        case "nine":
            return number.lstrip("0") if number.startswith("0") else number
        case "zero in brackets":
            return f"BE ({a[0]}){a[1:]}.{b}.{c}"
        case _:
            return dress.format(a=a, b=b, c=c)


DRESSES = [
    "{a}{b}{c}", "{a}.{b}.{c}", "BE{a}{b}{c}", "BE {a}.{b}.{c}", "BE\xa0{a} {b} {c}", "be {a}-{b}-{c}",
    "\xa0{a}.{b}.{c} ", "KBO {a}.{b}.{c}", "BTW BE {a}.{b}.{c}", "{a}\u202f{b}\u202f{c}", "KBO-nr. {a}/{b}/{c}",
    "int", "float", "nine", "zero in brackets",
]  # fmt: skip


@given(enterprise, st.sampled_from(DRESSES))
def test_every_dress_of_a_number_gives_the_same_ten_digits(number: str, dress: str) -> None:
    assert enterprise_number(dressed(number, dress)) == number


@given(enterprise, st.integers(0, 9), st.integers(1, 9))
def test_a_changed_digit_is_refused(number: str, place: int, step: int) -> None:
    digit = (int(number[place]) + step) % 10
    wrong = f"{number[:place]}{digit}{number[place + 1 :]}"
    with pytest.raises(EnterpriseNumberWrong):
        enterprise_number(wrong)


def test_the_official_examples_hold() -> None:
    assert enterprise_number("0566.988.259") == "0566988259"
    assert enterprise_number("0887.010.362") == "0887010362"
    assert enterprise_number("1000.000.021") == "1000000021"


@pytest.mark.parametrize(
    ("raw", "cause", "said"),
    [
        ("1000.000.075", "check_digit", "het controlegetal is 75, maar 21 werd verwacht"),
        ("2.147.812.701", "establishment", "dit lijkt een vestigingsnummer"),
        ("9566.988.259", "first_digit", "het eerste cijfer is 9"),
        ("0566.988.25", "check_digit", "het controlegetal is"),
        ("0566.988", "length", "het aantal cijfers is 7"),
        ("0566.988.2590", "length", "het aantal cijfers is 11"),
        ("zie mail", "signs", "andere tekens dan cijfers"),
        (True, "signs", "andere tekens dan cijfers"),
        (None, "empty", "niets ingevuld"),
        (" \xa0", "empty", "niets ingevuld"),
    ],
)
def test_the_refusal_says_precisely_what_is_wrong(
    raw: object, cause: str, said: str, dutch: None
) -> None:
    with pytest.raises(EnterpriseNumberWrong) as refusal:
        enterprise_number(raw)
    assert refusal.value.facts["cause"] == cause
    assert said in str(refusal.value)
    assert "Verwacht worden tien cijfers" in str(refusal.value)


@pytest.mark.parametrize(
    "raw",
    ["2.147.812.701", "VE 2.147.812.701", "2147812701", 2147812701, 2147812701.0, "VE2147812701"],
)
def test_an_establishment_number_is_read_in_every_dress(raw: object) -> None:
    number = establishment_number(raw)
    assert number.digits == "2147812701"
    assert number.check_ok


def test_wrong_check_digits_of_an_establishment_are_no_more_than_a_warning() -> None:
    number = establishment_number("2.147.812.702")
    assert number.digits == "2147812702"
    assert not number.check_ok


@pytest.mark.parametrize(
    ("raw", "cause"),
    [("0566.988.259", "enterprise"), (566988259, "enterprise"), ("1.147.812.701", "first_digit"),
     ("2.147.812", "length"), ("", "empty"), ("VE ?", "signs")],
)  # fmt: skip
def test_what_is_no_establishment_number_is_refused(raw: object, cause: str) -> None:
    with pytest.raises(EstablishmentNumberWrong) as refusal:
        establishment_number(raw)
    assert refusal.value.facts["cause"] == cause


@given(enterprise)
def test_a_shown_number_reads_back(number: str) -> None:
    shown = show_enterprise_number(number)
    assert shown.count(".") == 2
    assert enterprise_number(shown) == number


def test_an_establishment_number_is_shown_with_dots() -> None:
    assert show_establishment_number("2147812701") == "2.147.812.701"
    assert show_establishment_number("") == ""


LAYOUTS = [
    *("{0}{1}{2}{3}{4}", "{0}.{1}.{2}-{3}.{4}", "{0} {1} {2} {3} {4}", "{0}/{1}/{2}-{3}-{4}"),
    *("{0}–{1}–{2}–{3}–{4}", "{0}\u2011{1}\u2011{2}\u2011{3}\u2011{4}"),
]


@given(
    person,
    st.sampled_from(LAYOUTS),
    st.text(alphabet="ab .,:()-7", max_size=12),
    st.text(alphabet="ab .,:()-7", max_size=12),
)
def test_masked_text_never_holds_a_valid_number(
    number: str, layout: str, before: str, after: str
) -> None:
    parts = [number[:2], number[2:4], number[4:6], number[6:9], number[9:]]
    text = f"{before}x{layout.format(*parts)}x{after}"
    assert national_numbers(text)
    masked = mask_national_numbers(text)
    assert not national_numbers(masked)
    assert number not in "".join(sign for sign in masked if sign.isalnum())
    assert len(masked) == len(text)


@given(st.lists(person, min_size=2, max_size=4), st.sampled_from([" ", ", ", " / ", "\n"]))
def test_all_numbers_of_a_text_are_found(numbers: list[str], between: str) -> None:
    assert len(national_numbers(between.join(numbers))) == len(numbers)


def test_overlapping_candidates_are_found() -> None:
    assert mask_national_numbers("12 34 56 86.08.22-967.41") == "12 34 56 XX.XX.XX-XXX.XX"


def test_the_rest_of_the_text_stays() -> None:
    assert mask_national_numbers("RR 86.08.22-967.41, halftijds") == "RR XX.XX.XX-XXX.XX, halftijds"


@pytest.mark.parametrize(
    "text",
    ["0566.988.259", "2.147.812.701", "0473 72 53 83", "+32 473 72 53 83", "dossier 2026-000123", "LB-2025-0025"],
)  # fmt: skip
def test_other_numbers_are_left_alone(text: str) -> None:
    assert national_numbers(text) == []


YEAR = st.integers(2013, 2032).map(str)
DOSSIERS = ["{year}-{0:.3}-{1:.4}", "{year}-{0:.4}-{1:.3}", "{0:.4}-{year}-{1:.3}", "{0:.3}-{year}-{1:.4}",
            "{year}.{0:.3}.{1:.4}", "{year}/{0:.3}/{1:.4}", "{0:.3}-{1:.4}-{year}",
            "LB-{year}-{0:.7}", "{year}/{0:.7}", "{year}-{0:.2}-{1:.5}", "{0:.2}-{year}-{1:.5}", "{year}-{0:.5}-{1:.2}"]  # fmt: skip
"""Year, number of the centre or the month, and place in a row, as centres put them together."""
FIGURES = st.text("0123456789", min_size=7, max_size=7)


@given(st.sampled_from(DOSSIERS), YEAR, FIGURES, FIGURES, st.sampled_from(["", "2"]))
@example("{year}-{0:.3}-{1:.4}", "2023", "079", "8100", "2")
@example("LB-{year}-{0:.7}", "2021", "0714000", "", "2")
def test_the_number_of_a_dossier_is_no_national_number(
    shape: str, year: str, one: str, two: str, century: str
) -> None:
    """DOMAIN.md F4.08: it does not fire on the number of a file, also where the sum fits."""
    begin = shape.format(one, two, year=year)[:-2]
    figures = "".join(sign for sign in begin if sign.isdigit())
    number = f"{begin}{97 - int(century + figures) % 97:02}"
    assert national_numbers(number) == []
    said = f"Zie dossier {number}."
    assert mask_national_numbers(said) == said
