"""Long work, off the thread that draws.

One worker does one thing after another, so the library is never used by two of our threads at once.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from quizapp.errors import CancelledError
from quizapp.translation import tr

Result = TypeVar("Result")
Progress = Callable[[int, int, str], object]

SECONDS_BETWEEN_REPORTS = 0.05


class Task:
    """One piece of work: what it is told by the person who waits, and what it tells them."""

    def __init__(self, send_report: Callable[[int, int, str], None]) -> None:
        self._send_report = send_report
        self._next_report = 0.0
        self._is_cancelled = False

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next `raise_if_cancelled`."""
        self._is_cancelled = True

    def raise_if_cancelled(self) -> None:
        """Raise `CancelledError` once somebody has asked to stop; call it often."""
        if self._is_cancelled:
            raise CancelledError(tr("Stopped. Nothing was changed."))

    def report(self, done: int, total: int, words: str = "") -> None:
        """Say how far it is, `total` 0 where that is not known. Cheap: call it for each item."""
        now = time.monotonic()
        if now >= self._next_report or done == total:
            self._next_report = now + SECONDS_BETWEEN_REPORTS
            self._send_report(done, total, words)


class TaskRunner(QObject):
    """Runs work on the one worker thread and brings what comes of it back to this thread."""

    _ended = Signal(object, object, object)
    _reported = Signal(object, int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quizapp-worker")
        self._running: set[Task] = set()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any work is waiting or being done."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[Task], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
        progress: Progress | None = None,
    ) -> Task:
        """Do `work` after whatever was asked for before; then `done` or `failed` in this thread.

        `work` touches no widget. `failed` gets the exception whole, with its traceback, and
        `CancelledError` after `Task.cancel`. A callback is left out as `deliver` says.
        """
        self._assert_own_thread()
        task = Task(lambda *report: self._reported.emit((task, progress), *report))
        self._running.add(task)
        future = self._worker.submit(_unless_cancelled, work, task)
        future.add_done_callback(partial(self._hand_over, task, (done, failed)))
        return task

    def call(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """The same for short work, which is never cancelled: once asked for it is done."""
        self._assert_own_thread()
        task = Task(_no_report)
        self._running.add(task)
        future = self._worker.submit(work)
        future.add_done_callback(partial(self._hand_over, task, (done, failed)))

    def close(self) -> None:
        """Cancel what can be, and wait for the rest; no callback comes after this."""
        for task in self._running:
            task.cancel()
        self._running.clear()
        self._worker.shutdown(wait=True)

    def _hand_over(self, task: Task, callbacks: object, future: "Future[Any]") -> None:
        """In the worker: let the queue of this object's own thread carry the outcome over."""
        if not future.cancelled() and isValid(self):
            self._ended.emit(task, callbacks, future)

    @Slot(object, object, object)
    def _on_ended(
        self,
        task: Task,
        callbacks: tuple[Callable[[Any], object], Callable[[BaseException], object]],
        future: "Future[Any]",
    ) -> None:
        self._assert_own_thread()
        if task not in self._running:
            return
        self._running.remove(task)
        done, failed = callbacks
        error = future.exception()
        if error is None:
            deliver(done, future.result())
        else:
            deliver(failed, error)

    @Slot(object, int, int, str)
    def _on_reported(
        self, waiting: tuple[Task, Progress | None], done: int, total: int, words: str
    ) -> None:
        task, progress = waiting
        if progress is not None and task in self._running:
            deliver(progress, done, total, words)

    def _assert_own_thread(self) -> None:
        if not self.thread().isCurrentThread():
            raise RuntimeError("ask for work, and receive its outcome, in the window's thread")


def _no_report(done: int, total: int, words: str) -> None:
    del done, total, words


def _unless_cancelled(work: Callable[[Task], Result], task: Task) -> Result:
    task.raise_if_cancelled()
    return work(task)


def deliver(callback: Callable[..., object], *arguments: object) -> None:
    """Call it, unless a Qt object that it is for has been destroyed.

    That is the one whose method it is, or one that `partial` has bound to it. What is to be done
    in any case is a callback of its own: see `in_turn`.
    """
    if all(map(isValid, _receivers(callback))):
        callback(*arguments)


def in_turn(*callbacks: Callable[..., object]) -> Callable[..., object]:
    """One callback of several, each of which is left out by itself as `deliver` says."""

    def deliver_each(*arguments: object) -> None:
        for callback in callbacks:
            deliver(callback, *arguments)

    return deliver_each


def _receivers(callback: Callable[..., object]) -> Iterator[QObject]:
    """The Qt objects that it is for."""
    bound: list[object] = []
    while isinstance(callback, partial):
        bound += (*callback.args, *callback.keywords.values())
        callback = callback.func
    for each in (*bound, getattr(callback, "__self__", None)):
        if isinstance(each, QObject):
            yield each
