import threading
import traceback
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from quizapp.errors import CancelledError
from quizapp.ui.tasks import Task, TaskRunner, deliver, in_turn


class Receiver(QObject):
    """Notes what came back, and in which thread."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.reports: list[tuple[int, int, str]] = []
        self.threads: set[bool] = set()

    def done(self, result: object) -> None:
        self.threads.add(self.thread().isCurrentThread())
        self.results.append(result)
        self.ended.emit()

    def failed(self, error: Exception) -> None:
        self.threads.add(self.thread().isCurrentThread())
        self.errors.append(error)
        self.ended.emit()

    def progress(self, done: int, total: int, words: str) -> None:
        self.threads.add(self.thread().isCurrentThread())
        self.reports.append((done, total, words))


@pytest.fixture
def runner(qapp: QObject) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


def test_the_result_comes_back_to_the_window(
    qtbot: QtBot, runner: TaskRunner, receiver: Receiver
) -> None:
    with qtbot.waitSignal(receiver.ended):
        runner.run(lambda task: threading.current_thread().name, receiver.done, receiver.failed)
    assert receiver.results == ["quizapp-worker_0"]
    assert receiver.threads == {True}
    assert not runner.is_busy


def test_an_error_comes_back_whole(qtbot: QtBot, runner: TaskRunner, receiver: Receiver) -> None:
    def break_down(task: Task) -> None:
        raise ValueError("broken")

    with qtbot.waitSignal(receiver.ended):
        runner.run(break_down, receiver.done, receiver.failed)
    (error,) = receiver.errors
    assert "break_down" in "".join(traceback.format_exception(error))


def test_work_is_done_in_order_by_one_worker(
    qtbot: QtBot, runner: TaskRunner, receiver: Receiver
) -> None:
    threads = set()

    def note(task: Task, number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(20):
        runner.run(lambda task, n=number: note(task, n), receiver.done, receiver.failed)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(receiver.results) == 20)
    assert receiver.results == list(range(20))
    assert len(threads) == 1


def test_progress_is_told_now_and_then_and_at_the_end(
    qtbot: QtBot, runner: TaskRunner, receiver: Receiver
) -> None:
    def count(task: Task) -> None:
        for done in range(1, 100_001):
            task.report(done, 100_000, "counting")

    with qtbot.waitSignal(receiver.ended, timeout=20_000):
        runner.run(count, receiver.done, receiver.failed, receiver.progress)
    assert receiver.reports[-1] == (100_000, 100_000, "counting")
    assert len(receiver.reports) < 1000
    assert receiver.threads == {True}


def test_running_work_can_be_stopped(qtbot: QtBot, runner: TaskRunner, receiver: Receiver) -> None:
    started = threading.Event()

    def go_on_for_ever(task: Task) -> None:
        while True:
            started.set()
            task.raise_if_cancelled()

    with qtbot.waitSignal(receiver.ended):
        task = runner.run(go_on_for_ever, receiver.done, receiver.failed)
        started.wait(5)
        task.cancel()
    assert isinstance(receiver.errors[0], CancelledError)


def test_work_that_waits_can_be_stopped_before_it_begins(
    qtbot: QtBot, runner: TaskRunner, receiver: Receiver
) -> None:
    go_on = threading.Event()
    begun = []
    runner.run(lambda task: go_on.wait(5), receiver.done, receiver.failed)
    second = runner.run(lambda task: begun.append(1), receiver.done, receiver.failed)
    second.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: len(receiver.errors) == 1)
    assert isinstance(receiver.errors[0], CancelledError)
    assert not begun


def test_nothing_is_told_to_what_is_gone(
    qtbot: QtBot, runner: TaskRunner, receiver: Receiver
) -> None:
    go_on = threading.Event()
    gone = Receiver()
    runner.run(lambda task: go_on.wait(5), gone.done, gone.failed)
    delete(gone)
    with qtbot.waitSignal(receiver.ended):
        runner.run(lambda task: None, receiver.done, receiver.failed)
        go_on.set()
    assert gone.results == []


def note(receiver: Receiver, result: object, *, other: Receiver | None = None) -> None:
    del other
    receiver.done(result)


@pytest.mark.parametrize(
    "bind",
    [
        lambda here, gone: partial(note, gone),
        lambda here, gone: partial(partial(note, here), other=gone),
        lambda here, gone: partial(here.progress, gone),
        lambda here, gone: gone.done,
    ],
    ids=["function", "keyword", "method", "own method"],
)
def test_nothing_is_done_with_what_is_gone(
    receiver: Receiver, bind: Callable[[Receiver, Receiver], Callable[..., object]]
) -> None:
    gone = Receiver()
    callback = bind(receiver, gone)
    delete(gone)
    deliver(callback, 1)
    assert receiver.results == gone.results == receiver.reports == []


def test_what_is_to_be_done_in_any_case_is_done_without_a_page(receiver: Receiver) -> None:
    gone = Receiver()
    callback = in_turn(receiver.done, partial(note, gone), partial(note, receiver))
    delete(gone)
    deliver(callback, 1)
    assert (receiver.results, gone.results) == ([1, 1], [])


def test_closing_ends_the_worker_and_drops_what_was_under_way(
    qtbot: QtBot, receiver: Receiver
) -> None:
    runner = TaskRunner()
    started = threading.Event()

    def go_on_until_told(task: Task) -> None:
        started.set()
        while not task.is_cancelled:
            pass

    runner.run(go_on_until_told, receiver.done, receiver.failed)
    started.wait(5)
    runner.run(lambda task: None, receiver.done, receiver.failed)
    runner.close()
    with qtbot.assertNotEmitted(receiver.ended, wait=20):
        pass
    assert not any(t.name.startswith("quizapp-worker") for t in threading.enumerate())


def test_work_is_asked_for_in_the_windows_thread(runner: TaskRunner, receiver: Receiver) -> None:
    errors: list[Exception] = []

    class Stranger(QThread):
        def run(self) -> None:
            try:
                runner.run(lambda task: None, receiver.done, receiver.failed)
            except RuntimeError as error:
                errors.append(error)

    stranger = Stranger()
    stranger.start()
    stranger.wait()
    assert len(errors) == 1
