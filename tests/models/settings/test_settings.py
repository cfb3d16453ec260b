"""Settings: declared once, kept as text, and never in the way of opening a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.typed import TextTooLong
from models.settings.rules import format_value, parse, rows_of, settings_from
from models.settings.values import (
    SETTINGS,
    SettingKind,
    SettingNotChoice,
    SettingNotDays,
    SettingNotEmail,
    SettingNotMonths,
    Settings,
    SettingUnknown,
)
from models.terms.parameters import parameters
from models.terms.values import Changed


def test_an_office_that_set_nothing_has_the_values_of_the_rule_table():
    office = Settings()
    assert office.sender_name == "VDAB"
    assert office.closing == "Met vriendelijke groeten"
    assert rows_of(office) == {}
    assert office.changed == Changed()
    for entry in SETTINGS:
        if entry.rule:
            assert parameters()[entry.key][-1].value == getattr(office, entry.key)


def test_every_setting_has_words_and_a_value_that_can_be_kept():
    office = Settings()
    for entry in SETTINGS:
        assert entry.label
        assert entry.sentence.endswith(".")
        assert (entry.kind is SettingKind.CHOICE) is bool(entry.choices)
        value = getattr(office, entry.key)
        assert parse(entry.key, format_value(entry.key, value)) == value


def test_settings_come_back_as_they_were_kept():
    office = Settings(
        officer_name="Els Verbeke",
        sender_address_lines=("Kaai 1", "9000 Gent"),
        theme="contrast",
        action_plan_days=45,
        certificate_expiry_warnings_months=(9, 2),
    )
    kept = rows_of(office)
    assert sorted(kept) == [
        "action_plan_days",
        "certificate_expiry_warnings_months",
        "officer_name",
        "sender_address_lines",
        "theme",
    ]
    assert settings_from(kept) == office


def test_what_an_other_version_kept_does_not_stop_us():
    rows = {"theme": "sepia", "action_plan_days": "0", "gone": "x", "officer_name": "Els"}
    assert settings_from(rows) == Settings(officer_name="Els")


@pytest.mark.parametrize(
    ("key", "text", "wrong"),
    [
        ("action_plan_days", "0", SettingNotDays),
        ("action_plan_days", "-3", SettingNotDays),
        ("action_plan_days", "3,5", SettingNotDays),
        ("action_plan_days", "731", SettingNotDays),
        ("action_plan_days", "²", SettingNotDays),
        ("action_plan_days", "", SettingNotDays),
        ("mandate_expiry_warnings_months", "12, zes", SettingNotMonths),
        ("mandate_expiry_warnings_months", "", SettingNotMonths),
        ("mandate_expiry_warnings_months", "12,,3", SettingNotMonths),
        ("theme", "sepia", SettingNotChoice),
        ("officer_email", "els at vdab", SettingNotEmail),
        ("officer_email", "els@vdab", SettingNotEmail),
    ],
)
def test_a_wrong_text_is_refused_at_its_field(key, text, wrong):
    with pytest.raises(wrong) as caught:
        parse(key, text)
    assert caught.value.field == key


def test_texts_are_tidied():
    assert parse("mandate_expiry_warnings_months", "3; 12 ,6,3") == (12, 6, 3)
    assert parse("sender_address_lines", "  Kaai  1 \n\n 9000 Gent\n") == ("Kaai 1", "9000 Gent")
    assert parse("officer_email", "") == ""
    with pytest.raises(SettingUnknown):
        parse("colour", "red")


@given(st.sampled_from(SETTINGS), st.text(max_size=30))
def test_whatever_is_typed_is_refused_or_kept_the_same(entry, text):
    try:
        value = parse(entry.key, text)
    except (SettingNotChoice, SettingNotDays, SettingNotEmail, SettingNotMonths):
        return
    assert parse(entry.key, format_value(entry.key, value)) == value


@pytest.mark.parametrize("key", ["officer_name", "sender_address_lines", "officer_email"])
def test_a_line_has_its_room(key: str):
    host = "@voorbeeld.be" if key == "officer_email" else ""
    most = next(entry.most for entry in SETTINGS if entry.key == key)
    assert parse(key, "x" * (most - len(host)) + host)
    with pytest.raises(TextTooLong) as refusal:
        parse(key, "x" * most + "y" + host)
    assert (refusal.value.field, refusal.value.facts["most"]) == (key, most)


def test_a_name_that_an_older_version_kept_too_long_stops_nothing():
    assert settings_from({"officer_name": "x" * 136, "theme": "dark"}) == Settings(theme="dark")
