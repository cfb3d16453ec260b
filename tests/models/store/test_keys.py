"""The key of a file: wrapped, kept twice, and told apart when it is typed wrong, lost or damaged."""

import json
import os
import stat
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.store import envelope, keys, recovery
from models.store.refusals import (
    KeyFileDamaged,
    KeyFileMissing,
    PassphraseTooShort,
    PassphraseWrong,
    RecoveryKeyElsewhere,
    RecoveryKeyWrong,
)
from tests.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def locked(tmp_path):
    """A place, its key, and the recovery key."""
    path, key = tmp_path / "kantoor.waarmerk", keys.new_key()
    return path, key, keys.lock_away(path, key, PASSPHRASE, CHEAP)


def both(path):
    first = keys.key_path(path)
    return first, envelope.spare_path(first)


def test_the_passphrase_and_the_recovery_key_give_the_same_key(locked):
    path, key, shown = locked
    assert keys.unlock(path, PASSPHRASE) == key
    assert keys.recover(path, shown) == key


def test_a_new_passphrase_takes_the_place_of_the_old_one(locked):
    path, key, shown = locked
    keys.change_passphrase(path, key, "vijf andere losse woorden", CHEAP)
    assert keys.unlock(path, "vijf andere losse woorden") == key
    with pytest.raises(PassphraseWrong):
        keys.unlock(path, PASSPHRASE)
    assert keys.recover(path, shown) == key
    for each in both(path):
        assert len(json.loads(each.read_text())["slots"]) == 2


@pytest.mark.parametrize(
    "wrong", ["", "vier losse woorden hie", "VIER LOSSE WOORDEN HIER", "\ud800"]
)
def test_a_wrong_passphrase_is_refused(locked, wrong):
    with pytest.raises(PassphraseWrong):
        keys.unlock(locked[0], wrong)


def test_a_passphrase_is_the_same_on_every_keyboard(tmp_path):
    path, key = tmp_path / "a.waarmerk", keys.new_key()
    keys.lock_away(path, key, unicodedata.normalize("NFC", "één café opéra"), CHEAP)
    assert keys.unlock(path, " " + unicodedata.normalize("NFD", "één café opéra")) == key


@pytest.mark.parametrize("short", ["", "kort", "  negen tek  "])
def test_a_short_passphrase_is_refused_before_anything_is_written(tmp_path, short):
    with pytest.raises(PassphraseTooShort):
        keys.lock_away(tmp_path / "a.waarmerk", keys.new_key(), short, CHEAP)
    assert list(tmp_path.iterdir()) == []


def group_named(typed):
    with pytest.raises(RecoveryKeyWrong) as refused:
        recovery.signs_of(typed)
    return refused.value.facts["group"]


def test_every_single_wrong_sign_names_its_group():
    for _ in range(20):
        shown = recovery.fresh()
        for place, right in enumerate(shown):
            for sign in "0123456789ABCDEFGHJKMNPQRSTVWXYZU*é":
                if right not in ("-", sign):
                    typed = shown[:place] + sign + shown[place + 1 :]
                    assert group_named(typed) == place // 6 + 1, (shown, typed)


def test_every_swap_of_neighbours_is_caught_before_unwrapping():
    for _ in range(200):
        bare = recovery.fresh().replace("-", "")
        for place in range(29):
            if bare[place] != bare[place + 1]:
                typed = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
                assert group_named(typed) in (place // 5 + 1, (place + 1) // 5 + 1)


def test_a_missing_a_surplus_and_a_swapped_group_are_caught():
    groups = recovery.fresh().split("-")
    assert group_named("-".join(groups[:5])) == 6
    assert group_named("-".join([*groups, "00000"])) == 6
    assert group_named("") == 1
    assert group_named("-".join([groups[1], groups[0], *groups[2:]])) in (1, 2)
    assert group_named("-".join([groups[0][:4], *groups[1:]])) == 1


@pytest.mark.parametrize("between", ["", " ", "-", " - ", "–", "\t", "\n", "."])
def test_how_the_groups_are_parted_does_not_matter(between):
    shown = recovery.fresh()
    typed = between.join(shown.lower().split("-"))
    assert recovery.signs_of(f" {typed} ") == shown.replace("-", "")


def test_signs_that_look_alike_are_read_alike():
    shown = next(key for key in iter(recovery.fresh, "") if "0" in key and "1" in key)
    typed = shown.replace("0", "o").replace("1", "l")
    assert recovery.signs_of(typed) == shown.replace("-", "")
    assert recovery.signs_of(shown.replace("1", "I")) == shown.replace("-", "")


def test_the_recovery_key_of_another_file_is_told_apart(locked):
    with pytest.raises(RecoveryKeyElsewhere):
        keys.recover(locked[0], recovery.fresh())


@given(st.text(max_size=60))
def test_whatever_is_typed_as_a_recovery_key_gets_a_sentence(typed):
    with pytest.raises(RecoveryKeyWrong):
        recovery.signs_of(typed)


def test_the_key_file_is_kept_twice_for_its_owner_alone(locked):
    first, second = both(locked[0])
    assert first.read_bytes() == second.read_bytes()
    assert second.name.startswith(".")
    if os.name == "posix":
        for each in (first, second):
            assert stat.S_IMODE(each.stat().st_mode) == 0o600


def broken_ways():
    yield "gone", lambda path: path.unlink()
    yield "empty", lambda path: path.write_bytes(b"")
    yield "half", lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    yield "binary", lambda path: path.write_bytes(os.urandom(900))
    yield "another format", lambda path: path.write_text('{"format": "waarmerk-key-9"}')
    yield "a list", lambda path: path.write_text("[]")
    yield "deep", lambda path: path.write_text("[" * 60_000)
    yield "huge", lambda path: path.write_text(" " * 1_000_000)
    yield "no slots", lambda path: path.write_text('{"format": "waarmerk-key-1"}')


@pytest.mark.parametrize(("how", "harm"), list(broken_ways()), ids=lambda each: str(each)[:14])
def test_a_lost_or_damaged_key_file_is_put_back_from_its_second_copy(locked, how, harm):
    path, key, shown = locked
    first, second = both(path)
    before = first.read_bytes()
    harm(first)
    assert keys.unlock(path, PASSPHRASE) == key
    assert first.read_bytes() == before
    harm(second)
    assert keys.recover(path, shown) == key
    assert second.read_bytes() == before


@pytest.mark.parametrize(("how", "harm"), list(broken_ways()), ids=lambda each: str(each)[:14])
def test_when_both_copies_are_lost_or_damaged_the_sentence_says_so(locked, how, harm):
    path, _, shown = locked
    for each in both(path):
        harm(each)
    left = {each: each.read_bytes() for each in both(path) if each.exists()}
    refusal = KeyFileMissing if how == "gone" else KeyFileDamaged
    with pytest.raises(refusal):
        keys.unlock(path, PASSPHRASE)
    with pytest.raises(refusal):
        keys.recover(path, shown)
    assert {each: each.read_bytes() for each in both(path) if each.exists()} == left


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_damage_of_one_byte_is_healed_and_never_called_a_wrong_passphrase(locked, data):
    path, key, _ = locked
    first, _ = both(path)
    good = first.read_bytes()
    place = data.draw(st.integers(0, len(good) - 1))
    sign = data.draw(st.integers(0, 255))
    first.write_bytes(good[:place] + bytes([sign]) + good[place + 1 :])
    assert keys.unlock(path, PASSPHRASE) == key


def test_the_second_copy_follows_the_first(locked):
    """A second copy from before a new passphrase must not open the file again."""
    path, key, _ = locked
    first, second = both(path)
    old = second.read_bytes()
    keys.change_passphrase(path, key, "vijf andere losse woorden", CHEAP)
    second.write_bytes(old)  # the power went between the two
    keys.unlock(path, "vijf andere losse woorden")
    assert second.read_bytes() == first.read_bytes() != old


def test_a_key_file_that_cannot_be_written_leaves_the_old_one(locked, monkeypatch):
    path, key, _ = locked
    before = [each.read_bytes() for each in both(path)]
    full = keys.key_path(path).with_name(keys.key_path(path).name + ".new")
    full.mkdir()  # something stands in the way
    with pytest.raises(OSError):
        keys.change_passphrase(path, key, "vijf andere losse woorden", CHEAP)
    assert [each.read_bytes() for each in both(path)] == before
    full.rmdir()
    assert keys.unlock(path, PASSPHRASE) == key


def test_neither_the_passphrase_nor_the_recovery_key_lies_anywhere(locked, tmp_path):
    path, key, shown = locked
    words = [PASSPHRASE, key.hex(), shown, shown.replace("-", "")]
    for file in tmp_path.rglob("*"):
        text = file.read_bytes()
        assert not any(word.encode() in text for word in words)
        assert key not in text
