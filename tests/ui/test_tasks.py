"""Work handed in, and who hears of the outcome."""

from collections.abc import Callable
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from models.kernel.changes import Changes
from models.kernel.errors import Cancelled, Refused
from models.kernel.ids import UUID
from ui.tasks import Tasks

STEP = UUID(int=1)


class TooLate(Refused):
    sentence = "Te laat."


class Reader(QObject):
    """A view that notes what it hears, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[object] = set()

    def hear(self, answer: object) -> None:
        self.heard.append(answer)
        self.threads.add(current_thread())


def refuse() -> None:
    raise TooLate


def stumble() -> None:
    raise ZeroDivisionError


def held(gate: Event, answer: str) -> str:
    assert gate.wait(10)
    return answer


@pytest.fixture
def reader() -> Reader:
    return Reader()


def test_an_answer_comes_back_on_our_own_thread(qtbot: QtBot, tasks: Tasks, reader: Reader) -> None:
    tasks.ask(current_thread).then(reader.hear)
    qtbot.waitUntil(lambda: bool(reader.heard))
    assert reader.heard[0] is not main_thread()
    assert reader.threads == {main_thread()}


def test_arguments_travel_along(qtbot: QtBot, tasks: Tasks, reader: Reader) -> None:
    tasks.do(sorted, [3, 1, 2], reverse=True).then(reader.hear)
    qtbot.waitUntil(lambda: reader.heard == [[3, 2, 1]])


def test_writes_run_one_after_another_in_order(qtbot: QtBot, tasks: Tasks, reader: Reader) -> None:
    gate, written = Event(), list[int]()
    tasks.do(held, gate, "")
    for number in range(20):
        tasks.do(written.append, number).then(reader.hear)
    assert written == []
    gate.set()
    qtbot.waitUntil(lambda: len(reader.heard) == 20)
    assert written == list(range(20))


def test_a_question_does_not_wait_for_a_write(qtbot: QtBot, tasks: Tasks, reader: Reader) -> None:
    gate = Event()
    tasks.do(held, gate, "")
    tasks.ask(str, 7).then(reader.hear)
    qtbot.waitUntil(lambda: reader.heard == ["7"])
    gate.set()


def test_two_questions_run_side_by_side(qtbot: QtBot, tasks: Tasks, reader: Reader) -> None:
    gate = Event()
    tasks.ask(held, gate, "first").then(reader.hear)
    tasks.ask(gate.set).then(reader.hear)
    qtbot.waitUntil(lambda: len(reader.heard) == 2)


def test_a_refusal_goes_to_the_view_that_wants_it(
    qtbot: QtBot, tasks: Tasks, reader: Reader
) -> None:
    told: list[object] = []
    tasks.failed.connect(told.append)
    tasks.do(refuse).otherwise(reader.hear)
    qtbot.waitUntil(lambda: bool(reader.heard))
    assert isinstance(reader.heard[0], TooLate)
    assert told == []


def test_a_refusal_nobody_asked_for_goes_to_the_message_bar(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.failed) as signal:
        tasks.do(refuse)
    assert isinstance(signal.args[0], TooLate)


def test_who_changed_his_mind_hears_nothing(qtbot: QtBot, tasks: Tasks, reader: Reader) -> None:
    told: list[object] = []
    tasks.failed.connect(told.append)
    tasks.broken.connect(told.append)

    def cancel() -> None:
        raise Cancelled

    tasks.do(cancel).then(reader.hear).otherwise(reader.hear)
    tasks.do(str, 1).then(reader.hear)
    qtbot.waitUntil(lambda: reader.heard == ["1"])
    assert told == []


def test_a_bug_is_reported_and_the_next_write_still_runs(
    qtbot: QtBot, tasks: Tasks, reader: Reader, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(tasks.broken) as signal:
        tasks.do(stumble).otherwise(reader.hear)
    assert isinstance(signal.args[0], ZeroDivisionError)
    assert "Bug in a use case" in caplog.text
    tasks.do(str, 1).then(reader.hear)
    qtbot.waitUntil(lambda: reader.heard == ["1"])


def test_a_closed_view_gets_no_late_answer(qtbot: QtBot, tasks: Tasks, reader: Reader) -> None:
    gate, gone = Event(), Reader()
    tasks.ask(held, gate, "late").then(partial(gone.hear))
    heard = gone.heard
    delete(gone)
    gate.set()
    tasks.do(str, 1).then(reader.hear)
    tasks.ask(str, 2).then(reader.hear)
    qtbot.waitUntil(lambda: len(reader.heard) == 2)
    assert heard == []


def test_the_refusal_of_a_closed_view_still_reaches_a_person(qtbot: QtBot, tasks: Tasks) -> None:
    gate, gone = Event(), Reader()

    def refuse_later() -> None:
        held(gate, "")
        raise TooLate

    tasks.do(refuse_later).otherwise(gone.hear)
    delete(gone)
    with qtbot.waitSignal(tasks.failed):
        gate.set()


def test_a_newer_question_replaces_the_earlier_one(
    qtbot: QtBot, tasks: Tasks, reader: Reader
) -> None:
    gate = Event()
    earlier = tasks.ask(held, gate, "old").then(reader.hear)
    tasks.ask(str, "new").instead_of(earlier).then(reader.hear)
    gate.set()
    qtbot.waitUntil(lambda: bool(reader.heard))
    tasks.ask(str, "end").then(reader.hear)
    qtbot.waitUntil(lambda: "end" in reader.heard)
    assert reader.heard == ["new", "end"]


def test_a_dropped_question_in_the_queue_is_never_asked(
    qtbot: QtBot, tasks: Tasks, reader: Reader
) -> None:
    gate, asked = Event(), list[int]()
    for _reader in range(2):
        tasks.ask(held, gate, "")
    tasks.ask(asked.append, 1).drop()
    tasks.ask(str, "end").then(reader.hear)
    gate.set()
    qtbot.waitUntil(lambda: reader.heard == ["end"])
    assert asked == []


def test_a_dropped_write_is_written_all_the_same(
    qtbot: QtBot, tasks: Tasks, reader: Reader
) -> None:
    gate, written = Event(), list[int]()
    tasks.do(held, gate, "")
    tasks.do(written.append, 1).then(reader.hear).drop()
    gate.set()
    tasks.do(str, "end").then(reader.hear)
    qtbot.waitUntil(lambda: reader.heard == ["end"])
    assert written == [1]


def test_closing_finishes_every_write_and_tells_how_it_ended(qtbot: QtBot, reader: Reader) -> None:
    tasks = Tasks()
    told: list[object] = []
    tasks.failed.connect(told.append)
    gate, written = Event(), list[int]()
    tasks.do(held, gate, "")
    for number in range(50):
        tasks.do(written.append, number)
    tasks.do(refuse)
    gate.set()
    tasks.close()
    assert written == list(range(50))
    assert len(told) == 1


def test_after_closing_questions_are_silent_and_writes_protest(
    qtbot: QtBot, reader: Reader
) -> None:
    tasks = Tasks()
    tasks.close()
    tasks.ask(str, 1).then(reader.hear)
    with pytest.raises(RuntimeError):
        tasks.do(str, 1)
    assert reader.heard == []


def test_news_from_the_writer_arrives_on_our_thread(
    qtbot: QtBot, tasks: Tasks, reader: Reader
) -> None:
    tasks.changed.connect(reader.hear)
    write: Callable[[], None] = partial(tasks.announce, Changes(STEP, "Extend mandate"))
    tasks.do(write)
    qtbot.waitUntil(lambda: bool(reader.heard))
    assert reader.heard == [Changes(STEP, "Extend mandate")]
    assert reader.threads == {main_thread()}


def test_that_it_is_over_is_told_however_it_ended(qtbot: QtBot, tasks: Tasks, reader: Reader):
    for end in (list, refuse, stumble):
        reader.heard.clear()
        ticket = tasks.ask(end).otherwise(_unheard)
        ticket.ended(partial(reader.hear, end))
        qtbot.waitUntil(lambda: bool(reader.heard))
        assert reader.heard == [end]


def _unheard(_error: object) -> None:
    """Nobody listens to the refusal here."""
