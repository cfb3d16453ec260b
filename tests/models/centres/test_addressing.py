"""Telephones, e-mail, websites and postal codes as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.centres.rules import (
    email,
    municipality_fits,
    phone,
    phone_lost_zero,
    postal_code,
    province_of,
    show_phone,
    website,
)
from models.centres.values import EmailWrong, PhoneWrong, PostalCodeWrong, WebsiteWrong


@pytest.mark.parametrize(
    ("raw", "number", "shown"),
    [
        ("02 506 12 05", "+3225061205", "02 506 12 05"),
        ("011 53 18 38", "+3211531838", "011 53 18 38"),
        ("0473 72 53 83", "+32473725383", "0473 72 53 83"),
        ("0800 30 700", "+3280030700", "0800 30 700"),
        ("+32 (0)469 37 10 81", "+32469371081", "0469 37 10 81"),
        ("0032 469 77 96 59", "+32469779659", "0469 77 96 59"),
        ("0469/43.19.15", "+32469431915", "0469 43 19 15"),
        ("\xa0011015746 ", "+3211015746", "011 01 57 46"),
        (469798697, "+32469798697", "0469 79 86 97"),
        (469798697.0, "+32469798697", "0469 79 86 97"),
        ("+31 20 123 4567", "+31201234567", "+31 20 123 4567"),
    ],
)
def test_a_telephone_is_kept_in_one_form(raw: object, number: str, shown: str) -> None:
    assert phone(raw) == number
    assert show_phone(number) == shown
    assert phone(shown) == number


def test_a_lost_zero_is_said() -> None:
    assert phone_lost_zero(469798697)
    assert phone_lost_zero("25061205")
    assert not phone_lost_zero("0469798697")
    assert not phone_lost_zero("+32469798697")


@pytest.mark.parametrize("raw", ["016 08 45", "bel na 17 u.", "", None, True, "0000 00 00 00"])
def test_what_is_no_telephone_is_refused(raw: object) -> None:
    with pytest.raises(PhoneWrong):
        phone(raw)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Petrus.Vermeulen@Zillier-Talent.Example", "petrus.vermeulen@zillier-talent.example"),
        (" info@a-b.example  ", "info@a-b.example"),
        ("mailto:info@a.be", "info@a.be"),
        ("<info@a.be>", "info@a.be"),
    ],
)
def test_an_address_is_kept_in_lower_case(raw: str, kept: str) -> None:
    assert email(raw) == kept


@pytest.mark.parametrize(
    "raw",
    ["loopbaan@@mortolf.example", "louis @ jorgaard", "info@a", "a..b@c.be", "info(at)a.be", "", "a@b.be; c@d.be", "x" * 250 + "@a.be"],
)  # fmt: skip
def test_what_is_no_address_is_refused(raw: str) -> None:
    with pytest.raises(EmailWrong):
        email(raw)


@pytest.mark.parametrize("raw", ["nvt", "-", "", " / ", "N.V.T."])
def test_no_website_is_nothing(raw: str) -> None:
    assert website(raw) == ""


@pytest.mark.parametrize("raw", ["www.a.be", "https://a-b.example/x?y=1", "a.example/pad"])
def test_a_website_stays_as_written(raw: str) -> None:
    assert website(raw) == raw


@pytest.mark.parametrize("raw", ["nog te maken", "javascript:alert(1)", "http://", "a b.be"])
def test_what_is_no_website_is_refused(raw: str) -> None:
    with pytest.raises(WebsiteWrong):
        website(raw)


@given(st.integers(1000, 9999), st.sampled_from(["{}", "B-{}", "BE-{}", " {}\xa0", "be {}", "B{}"]))
def test_a_postal_code_is_four_digits(code: int, dress: str) -> None:
    assert postal_code(dress.format(code)) == str(code)
    assert postal_code(code) == str(code)
    assert postal_code(float(code)) == str(code)


@pytest.mark.parametrize("raw", ["B-", "999", "0999", "12345", "1234 AB", "", None, 3000.5])
def test_what_is_no_postal_code_is_refused(raw: object) -> None:
    with pytest.raises(PostalCodeWrong):
        postal_code(raw)


@pytest.mark.parametrize(
    ("code", "place", "fits"),
    [
        ("9820", "Merelbeke-Melle", True),
        ("9032", "Wondelgem", True),
        ("3001", "Leuven", True),
        ("3001", "HEVERLEE", True),
        ("1000", "Bruxelles", True),
        ("2000", "Anvers", True),
        ("9000", "", True),
        ("9999", "Zandkerke", False),
        ("9000", "Antwerpen", False),
    ],
)
def test_a_place_is_believed_unless_it_contradicts_the_code(
    code: str, place: str, fits: bool
) -> None:
    assert municipality_fits(code, place) is fits


def test_the_province_of_a_code() -> None:
    assert province_of("9000") == "Oost-Vlaanderen"
    assert province_of("1000") == "Brussel"
    assert province_of("9999") == ""
