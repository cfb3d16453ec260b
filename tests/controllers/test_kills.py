"""The power goes at a random moment of a visit: every answer that was said to be kept is there."""

import random
from collections import Counter
from contextlib import suppress
from datetime import date
from threading import Event

import pytest

from controllers.opening import Opening
from tests.conftest import CHEAP, NOW, PASSPHRASE
from tests.controllers import at_the_table
from tests.plug import OFFICE

A_FILE = 50
"""Kills of one file; then a fresh one, for a proof reads the whole history."""


def office(folder):
    """A file with a running check of four dossiers."""
    path = folder / "kantoor.waarmerk"
    do = Opening(lambda: NOW, "Lotte", CHEAP).create(path, PASSPHRASE).controllers
    check = do.checks.plan(do.centres.add("0566988259", "Loopbaanhuis Demer bv"), date(2026, 5, 4))
    do.checks.start(check)
    do.checks.add_dossiers(check, "KZ-1\nKZ-2\nKZ-3\nKZ-4")
    do.close()
    return path, check


def work_until_killed(path, check, seconds):
    """Let an officer work, pull the plug; gives what was safe, and what she was at last."""
    here, there = OFFICE.Pipe(duplex=False)
    officer = OFFICE.Process(target=at_the_table.work, args=(path, check, there))
    officer.start()
    there.close()
    assert here.recv() == ("ready", {})
    Event().wait(seconds)
    officer.kill()
    safe, going = [], {}
    with suppress(EOFError, OSError):  # the last word may be cut off in the middle
        while True:
            word, deed = here.recv()
            going = deed if word == "going" else {}
            if word == "safe":
                safe.append(deed)
    officer.join()
    officer.close()
    return safe, going


def look(path, check):
    """What stands in the file now; the proof of the whole file, and of its pages."""
    do = Opening(lambda: NOW, "Lotte", CHEAP).open(path, PASSPHRASE)
    try:
        proof = do.history.verify()
        assert proof.whole, proof.broken
        with do._store._reading.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").first() is None
        return {each.id: each.answers for each in do.checks.file(check).dossiers}
    finally:
        do.close()


def stands(kept, deed):
    """Which parts of a deed are in the file."""
    found = []
    for (dossier, key, field), value in deed.items():
        answer = kept[dossier].get(key)
        found.append(answer is not None and getattr(answer, field) == value)
    return found


def kill_again_and_again(folder, times, seed):
    dice, told = random.Random(seed), Counter()
    path, check, before = None, None, {}
    for turn in range(times):
        if turn % A_FILE == 0:
            place = folder / str(turn)
            place.mkdir()
            (path, check), before = office(place), {}
        safe, going = work_until_killed(path, check, dice.uniform(0.002, 0.2))
        told["left a log behind"] += path.with_name(f"{path.name}-wal").exists()
        for deed in safe:
            before |= deed
        kept = look(path, check)
        done = stands(kept, going)
        assert all(done) or not any(done) or set(going) & set(before), "half a step"
        under_way = going if all(done) else {}
        for place, value in (before | under_way).items():
            assert stands(kept, {place: value}) == [True], (place, value)
        before |= under_way
        told["kills"] += 1
        told["safe"] += len(safe)
        told["killed in the middle"] += bool(going)
        told["of which kept whole"] += bool(under_way)
    return told


def test_thirty_kills_lose_no_answer_that_was_kept(tmp_path):
    told = kill_again_and_again(tmp_path, 30, 5)
    assert told["safe"] > 30, told
    assert told["left a log behind"] > 15, told


@pytest.mark.long
def test_a_thousand_kills_lose_no_answer_that_was_kept(tmp_path):
    told = kill_again_and_again(tmp_path, 1000, 6)
    print(dict(told))
    assert told["safe"] > 1000, told
    assert told["killed in the middle"] > 500, told
