"""The power goes in the middle of a sentence: what was typed a moment before is there again."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import UTC, date, datetime
from threading import Event

import pytest

from controllers.opening import Opening
from models.checks.values import AnswerValue
from models.store.trail import DRAFT
from tests.conftest import CHEAP, PASSPHRASE, copy_of
from tests.controllers.finished import finished_check
from tests.plug import OFFICE
from tests.ui import at_the_note
from tests.ui.spots import BEGUN, OF_FINISHED, SPOTS, at
from ui.window import Desk
from ui.kit.page import Ref
from ui.kit.memory import Memory
from ui.pages.checks.page import ChecksPage
from ui.tasks import Tasks

LOST_AT_MOST = 0.3
"""Seconds of typing that a power cut may take."""
KEY = "DC-07"
FEW = ("hours", "question", "finding", "reaction", "motivation")
"""The fields of a quick test: one of each way to be kept."""


def begin_visit(empty, folder):
    """A running check of two dossiers, and the cell where a note will be written."""
    path = copy_of(empty, folder / empty.name)
    do = Opening(lambda: datetime.now(UTC), "Lotte", CHEAP).open(path, PASSPHRASE)
    check = do.checks.plan(do.centres.add("0566988259", "Loopbaanhuis Demer bv"), date(2026, 5, 4))
    do.checks.start(check)
    _first, second = do.checks.add_dossiers(check, "KZ-1\nKZ-2")
    do.close()
    return path, check, second


def begin_everything(empty, folder):
    """An application, a check with a finding, a strong point, a question, and one before it."""
    path = copy_of(empty, folder / empty.name)
    do = Opening(lambda: datetime.now(UTC), "Lotte", CHEAP).open(path, PASSPHRASE)
    finished = finished_check(do)
    centre = do.checks.file(finished).centre_id
    check = do.checks.plan(centre, date(2026, 5, 4))
    do.checks.start(check)
    (dossier,) = do.checks.add_dossiers(check, "KZ-1")
    do.checks.answer(check, dossier, KEY, AnswerValue.NO)
    do.checks.add_strength(check, BEGUN["strength"])
    do.checks.add_question(check, "Wie vervangt de zaakvoerder?")
    application = do.applications.receive(centre, date(2026, 5, 1))
    do.close()
    return path, check, finished, application


def typed_until_killed(work, path, what, ini, where, seconds):
    """Every text that stood in the field with its moment, and the last moment before the end."""
    here, there = OFFICE.Pipe(duplex=False)
    officer = OFFICE.Process(target=work, args=(path, what, ini, where, there))
    officer.start()
    there.close()
    texts, last = [], 0.0
    while here.recv()[0] != "ready":
        pass
    Event().wait(seconds)
    officer.kill()
    with suppress(EOFError, OSError):  # the last word may be cut off in the middle
        while True:
            word, told = here.recv()
            if word == "typed":
                texts.append(told)
            elif word == "at work":
                last = told
    officer.join()
    officer.close()
    return texts, last


def kill_and_come_back(qtbot, visit, ini, seconds, pages):
    """Gives how much was typed, and how much of it stands in the window that opens after."""
    path, check, dossier = visit
    place = KEY, dossier
    texts, last = typed_until_killed(at_the_note.write, path, check, ini, place, seconds)
    safe = [text for text, moment in texts if moment <= last - LOST_AT_MOST]
    do = Opening(lambda: datetime.now(UTC), "Lotte", CHEAP).open(path, PASSPHRASE)
    tasks = Tasks()
    do.listen(tasks.announce)
    page = ChecksPage(do, tasks, Memory(ini))
    pages.append(page)
    qtbot.addWidget(page)
    try:
        page.show()
        view = page.check.matrix
        qtbot.waitUntil(lambda: view.place is not None and not tasks.busy, timeout=20_000)
        assert page.check.check.id == check
        assert view.place == place, "cell and question are where they were"
        wanted = safe[-1].strip() if safe else ""
        shown = view.panel.note
        everything = texts[-1][0] if texts else ""
        qtbot.waitUntil(lambda: shown.value().startswith(wanted), timeout=20_000)

        def kept():
            answers = {one.id: one.answers for one in do.checks.file(check).dossiers}[dossier]
            return answers[KEY].note if KEY in answers else ""

        # it keeps itself from here on, as what it was
        qtbot.waitUntil(lambda: kept() == shown.value() and not tasks.busy, timeout=20_000)
        assert kept().startswith(wanted)
        assert everything.startswith(kept())
        assert do.history.verify().whole
    finally:
        page.settle()
        tasks.close()
        do.close()
    return len(everything), len(wanted)


def kill_again_and_again(qtbot, empty, folder, times, seed):
    """Gives how many signs were typed, and how many had to be there again."""
    dice, many, safe, pages = random.Random(seed), 0, 0, []
    for turn in range(times):
        place = folder / str(turn)
        visit = begin_visit(empty, place)
        ini, seconds = place / "window.ini", dice.uniform(0.8, 2.5)
        typed, kept = kill_and_come_back(qtbot, visit, ini, seconds, pages)
        many, safe = many + typed, safe + kept
    return many, safe


def test_a_kill_takes_no_more_of_a_note_than_the_last_moment(qtbot, empty, tmp_path, dutch):
    many, safe = kill_again_and_again(qtbot, empty, tmp_path, 3, 8)
    assert many > safe > 10, "a test of nothing"


@pytest.mark.long
def test_a_hundred_kills_take_no_more_of_a_note(qtbot, empty, tmp_path, dutch):
    many, safe = kill_again_and_again(qtbot, empty, tmp_path, 100, 9)
    assert many > safe > 500, "a test of nothing"


def kill_in_a_field(qtbot, begun, folder, spot, seconds, desks):
    """Gives how much was typed there, and how much of it stands in its field again."""
    office, check, finished, application = begun
    path = copy_of(office, folder / office.name)
    ref = ("check", finished if spot in OF_FINISHED else check)
    if spot == "motivation":
        ref = "application", application
    ini, work = folder / "window.ini", at_the_note.write_there
    texts, last = typed_until_killed(work, path, ref, ini, spot, seconds)
    safe = [text for text, moment in texts if moment <= last - LOST_AT_MOST]
    everything, wanted = texts[-1][0] if texts else "", safe[-1].strip() if safe else ""
    do = Opening(lambda: datetime.now(UTC), "Lotte", CHEAP).open(path, PASSPHRASE)
    tasks = Tasks()
    do.listen(tasks.announce)
    desk = Desk(do, tasks, Memory(ini))
    desks.append(desk)
    qtbot.addWidget(desk)
    try:
        desk.resize(1280, 720)
        desk.show()
        desk.go(Ref(*ref))
        qtbot.waitUntil(lambda: at(desk, spot) is not None and not tasks.busy, timeout=20_000)
        field = at(desk, spot)
        qtbot.waitUntil(lambda: field.typed().startswith(wanted), timeout=20_000)
        assert field.typed() == BEGUN.get(spot, "") or everything.startswith(field.typed())
        assert do.history.verify().whole
        turns = do.history.steps(do.history.ids())
        assert all(step.label != DRAFT for step in turns), "no line of the history"
    finally:
        for room in ("checks", "applications"):
            desk.page(room).settle()
        tasks.close()
        do.close()
    return len(everything), len(wanted)


def kill_everywhere(qtbot, empty, folder, spots, seed):
    dice, many, safe, desks = random.Random(seed), 0, 0, []
    begun = begin_everything(empty, folder / "begun")
    for turn, spot in enumerate(spots):
        place, seconds = folder / str(turn), dice.uniform(0.8, 2.0)
        typed, kept = kill_in_a_field(qtbot, begun, place, spot, seconds, desks)
        many, safe = many + typed, safe + kept
    return many, safe


def test_a_kill_takes_no_more_of_any_field_than_the_last_moment(qtbot, empty, tmp_path, dutch):
    many, safe = kill_everywhere(qtbot, empty, tmp_path, FEW, 10)
    assert many > safe > 20, "a test of nothing"


@pytest.mark.long
def test_many_kills_take_no_more_of_any_field(qtbot, empty, tmp_path, dutch):
    many, safe = kill_everywhere(qtbot, empty, tmp_path, [*SPOTS] * 5, 11)
    assert many > safe > 200, "a test of nothing"
