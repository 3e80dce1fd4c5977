"""Nothing of Qt's is destroyed in another thread than the window's."""

import gc
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.garbage import GarbageKeeper

PROGRAM = """
import threading
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from quizapp.ui.garbage import GarbageKeeper

app = QGuiApplication([])
{keeper}
threads = set()

def note_thread():
    threads.add(threading.current_thread().name)

def drop_document():
    document = QTextDocument()
    document.destroyed.connect(note_thread, Qt.ConnectionType.DirectConnection)
    document.itself = document  # only the collector finds it

def make_garbage():
    for _ in range(30_000):
        made = []
        made.append(made)

while not threads:
    drop_document()
    worker = threading.Thread(target=make_garbage, name="worker")
    worker.start()
    worker.join()
    app.processEvents()
print(*threads)
"""


@pytest.fixture
def keeper(qapp: QObject) -> Iterator[GarbageKeeper]:
    """Keeps the garbage of a test."""
    made = GarbageKeeper(qapp)
    yield made
    made.deleteLater()


def test_garbage_is_collected_by_the_timer(qtbot: QtBot, keeper: GarbageKeeper) -> None:
    window = QWidget()
    window.setProperty("itself", window)
    window.itself = window  # type: ignore[attr-defined]
    gone = weakref.ref(window)
    ended: list[int] = []
    window.destroyed.connect(lambda: ended.append(threading.get_ident()))
    del window
    for _ in range(5_000):  # more than the threshold
        circle: list[object] = []
        circle.append(circle)
    qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    assert ended == [threading.get_ident()]
    assert not gc.isenabled()


def thread_that_destroys(keeper: str) -> str:
    """The thread in which a process destroys the documents that it has dropped."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(keeper=keeper)],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return run.stdout.strip()


def test_documents_are_destroyed_where_they_were_made() -> None:
    assert thread_that_destroys("keeper = GarbageKeeper(app)") == "MainThread"


def test_without_the_keeper_a_worker_would_destroy_them() -> None:
    assert thread_that_destroys("") == "worker"
