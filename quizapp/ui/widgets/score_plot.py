"""A plot of scores, one after another, to point at with the mouse and to walk with the keys."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.services.values import SittingSummary
from quizapp.translation import tr, tr_n
from quizapp.ui.theme import colours_of, scaled
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    KeyboardFocus,
    draw_ring,
    is_rtl,
    painting,
)
from quizapp.ui.words import mode_word, moment_words, percent_words

if TYPE_CHECKING:
    from quizapp.ui.widgets.score_canvas import ScoreCanvas

CANVAS = "quizapp.ui.widgets.score_canvas"
HEIGHT = 220
RING_ROOM = 4
LEAST_WINDOW = 5
SITTINGS_PER_STEP = 200
MILLISECONDS_BETWEEN_LOOKS = 15


def mean_window(count: int) -> int:
    """Over how many sittings to take the mean so that its line is smooth: 5, of many sittings more.

    At most a fortieth of them, in steps of five.
    """
    return LEAST_WINDOW * max(-(-count // SITTINGS_PER_STEP), 1)


def running_means(shares: Sequence[float]) -> list[float]:
    """For each share the mean of it and those before it, `mean_window` of them where there are."""
    window = mean_window(len(shares))
    means = []
    for end in range(1, len(shares) + 1):
        latest = shares[max(end - window, 0) : end]
        means.append(sum(latest) / len(latest))
    return means


def sitting_words(sitting: SittingSummary) -> str:
    """One sitting in a line: when, which kind, right of count, score."""
    return tr("{when} · {kind} · {right} of {count} right · {score}").format(
        when=moment_words(sitting.finished_at or sitting.started_at),
        kind=mode_word(sitting.mode),
        right=sitting.right,
        count=sitting.questions,
        score=percent_words(sitting.score),
    )


class ScorePlot(QWidget):
    """The sittings' scores, the oldest where reading begins.

    Arrow keys, Home and End or the mouse choose a sitting: it stands out, its words become the
    accessible description, and `pointed` tells its place, -1 for none. Enter or a double click
    opens it. pyqtgraph takes half a second to load: that begins when the plot is first shown, in a
    thread of its own, and until then there is only the plot's room.
    """

    pointed = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sittings: tuple[SittingSummary, ...] = ()
        self._current: int | None = None
        self._canvas: ScoreCanvas | None = None
        self._loading: Thread | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(MILLISECONDS_BETWEEN_LOOKS)
        self._looks.timeout.connect(self._on_look)
        self._focus = KeyboardFocus(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(RING_ROOM, RING_ROOM, RING_ROOM, RING_ROOM)

    def show_sittings(self, sittings: Sequence[SittingSummary]) -> None:
        """Show these instead, the oldest first."""
        self._sittings = tuple(sittings)
        self._fill_canvas()
        self.setAccessibleName(_summary(self._sittings))
        self._point_at(None)

    @property
    def is_drawn(self) -> bool:
        """Whether pyqtgraph has come and drawn the plot."""
        return self._canvas is not None

    def centre_of(self, number: int) -> QPointF:
        """Where the mark of a sitting is, once the plot is drawn."""
        if self._canvas is None:
            return QPointF()
        return self._canvas.point_of(number) + QPointF(self._canvas.pos())

    def sizeHint(self) -> QSize:
        return QSize(400, scaled(HEIGHT))

    # Loading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._canvas is None and self._loading is None:
            self._loading = Thread(target=_load, name="quizapp-plots")
            self._loading.start()
            self._looks.start()

    def _on_look(self) -> None:
        """A timer looks for the end: a signal from the thread might come after this is gone."""
        if self._loading is None or self._loading.is_alive():
            return
        self._looks.stop()
        from quizapp.ui.widgets.score_canvas import ScoreCanvas

        self._canvas = ScoreCanvas(self)
        self._box.addWidget(self._canvas)
        self._fill_canvas()
        self._canvas.mark(self._current)

    def _fill_canvas(self) -> None:
        if self._canvas is not None:
            shares = [sitting.score for sitting in self._sittings]
            are_exams = [sitting.mode == "exam" for sitting in self._sittings]
            means = running_means(shares) if len(shares) > 1 else []
            self._canvas.show_scores(shares, are_exams, means, _line_words(means))

    # Pointing

    def _point_at(self, number: int | None) -> None:
        self._current = number
        if self._canvas is not None:
            self._canvas.mark(number)
        words = "" if number is None else sitting_words(self._sittings[number])
        self.setAccessibleDescription(words)
        self.pointed.emit(-1 if number is None else number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._canvas is not None and self._sittings:
            number = self._canvas.number_at(event.position().x() - self._canvas.x())
            if number != self._current:
                self._point_at(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self._open()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and self._sittings:
            self._point_at(len(self._sittings) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._steps().get(event.key())
        if step is not None and self._sittings:
            last = len(self._sittings) - 1
            self._point_at(min(max(step(self._current or 0), 0), last))
        elif event.key() in ENTER and self._current is not None:
            self._open()
        else:
            super().keyPressEvent(event)

    def _steps(self) -> dict[int, Callable[[int], int]]:
        """Where each key leads from a place; left and right are what the eye sees."""
        older, newer = Qt.Key.Key_Left, Qt.Key.Key_Right
        if is_rtl(self):
            older, newer = newer, older
        return {
            older: lambda at: at - 1,
            newer: lambda at: at + 1,
            Qt.Key.Key_Home: lambda at: 0,
            Qt.Key.Key_End: lambda at: len(self._sittings),
        }

    def _open(self) -> None:
        if self._current is not None:
            self.opened.emit(self._current)

    # Looks

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._focus.is_visible:
            with painting(self) as painter:
                colour = colours_of(self.palette()).focus
                draw_ring(painter, self.rect().adjusted(1, 1, -1, -1), colour, CONTROL_CORNER)


def _line_words(means: Sequence[float]) -> str:
    """The end of the line in words; over how many the mean is, where it is not the usual five."""
    if not means:
        return ""
    window = mean_window(len(means))
    words = tr("mean {percent}") if window == LEAST_WINDOW else tr("mean of {n}: {percent}")
    return words.format(n=window, percent=percent_words(means[-1]))


def _load() -> None:
    """Import the drawing; should that fail, the window's thread meets the same error."""
    with suppress(ImportError):
        import_module(CANVAS)


def _summary(sittings: Sequence[SittingSummary]) -> str:
    if not sittings:
        return tr("Score of each quiz")
    shares = [sitting.score for sitting in sittings]
    words = tr("Score of each quiz, oldest first: {quizzes}, from {low} to {high}, the last {last}")
    return words.format(
        quizzes=tr_n("{n} quiz", "{n} quizzes", len(shares)),
        low=percent_words(min(shares)),
        high=percent_words(max(shares)),
        last=percent_words(shares[-1]),
    )
