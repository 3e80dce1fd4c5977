"""The course of one sitting in the window: what is under way, what comes next, and its clock."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from quizapp.errors import LibraryChangedError
from quizapp.questions import AnyAnswer
from quizapp.quizzes.attempt import Attempt, Confidence
from quizapp.services.study import Study
from quizapp.services.values import Feedback, Result, Sitting
from quizapp.ui.tasks import TaskRunner

Work = Callable[[], Any]

TICK = 500
KEEPING = 2_000
"""Milliseconds after which what is being written is kept: no crash takes more."""
LAST_MOMENT = 1.0
"""Seconds before the end of an exam at which what is filled in is saved."""


class SittingCourse(QObject):
    """Leads through the questions; every change is on the disk before it is told.

    One thing at a time: what is asked for while something is under way is left out, but for the
    end. After `leave` or `finished` nothing more is told.
    """

    question_changed = Signal()
    """Another question is the present one, or the same one anew."""
    marks_changed = Signal()
    """The present question was flagged, or a hint was used."""
    graded = Signal(object)
    """The `Feedback` on the present question, which has been answered."""
    end_reached = Signal()
    """The last question of an exam is done with: hand in?"""
    clock_changed = Signal(int)
    """Seconds left."""
    failed = Signal(object)
    """Something could not be done; with the exception."""
    finished = Signal(object)
    """The `Result` of the sitting."""

    def __init__(self, runner: TaskRunner, study: Study, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._study = study
        self._sitting: Sitting | None = None
        self._unsaved: tuple[AnyAnswer, Confidence | None] | None = None
        self._draft: AnyAnswer | None = None
        self._has_told_of_draft = False
        self._is_busy = False
        self._is_ending = False
        self._left_at_begin = 0.0
        self._since_begin = QElapsedTimer()
        self._on_screen = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._on_tick)
        self._keeping = QTimer(self)
        self._keeping.setInterval(KEEPING)
        self._keeping.setSingleShot(True)
        self._keeping.timeout.connect(self._keep)

    # What there is

    @property
    def sitting(self) -> Sitting | None:
        """The sitting; None before it has begun and once it is left or finished."""
        return self._sitting

    @property
    def attempt(self) -> Attempt | None:
        """The attempt of the sitting."""
        return self._sitting.attempt if self._sitting else None

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._is_busy

    # What can be done

    def begin(self, sitting: Sitting) -> None:
        """Go on with a sitting at its present question, or at the next open one in practice."""
        self._sitting = sitting
        self._is_ending = False
        attempt = sitting.attempt
        left = attempt.seconds_left(datetime.now(UTC))
        if left is not None:
            # From here on by the clock that nobody can set.
            self._left_at_begin = left
            self._since_begin.start()
            self._tick.start()
            self._on_tick()
        following = attempt.next_open()
        if attempt.current.is_answered and not attempt.is_exam and following is not None:
            self.go_to(following)  # its feedback has been seen
        else:
            self._show(sitting)

    def leave(self) -> None:
        """Stop here; the sitting can be gone on with later."""
        if self._unsaved is not None and self._sitting and not self._is_ending:
            self._runner.call(self._saving(*self._unsaved), _ignore, self.failed.emit)
        self._keep_draft()
        self._stop()

    def fill_in(self, answer: AnyAnswer | None, confidence: Confidence | None) -> None:
        """Tell what is filled in. In an exam that is saved before anything else is done."""
        attempt = self.attempt
        self._unsaved = None
        if attempt is None or answer is None or not attempt.is_exam:
            return
        if answer != attempt.current.answer:
            self._unsaved = (answer, confidence)

    def write(self, draft: AnyAnswer | None) -> None:
        """Tell what is being written, after `fill_in`: it is kept soon, also while one writes on.

        In practice as a draft, in an exam as the answer that it is there.
        """
        attempt = self.attempt
        if attempt is None or draft is None or draft == attempt.current.answer:
            self._draft = None
            return
        self._draft = None if attempt.is_exam else draft
        if not self._keeping.isActive():
            self._keeping.start()

    def answer(self, answer: AnyAnswer, confidence: Confidence | None) -> None:
        """Check an answer in practice; in an exam save it and go on."""
        if self._sitting is None:
            return
        self._draft = None
        self.fill_in(answer, confidence)
        if self._sitting.attempt.is_exam:
            self._after_saving(self.go_on)
        else:
            self._call(self._saving(answer, confidence), self._on_answered)

    def go_on(self) -> None:
        """To the next question, or to the end."""
        attempt = self.attempt
        if attempt is None:
            return
        if attempt.is_exam:
            following = attempt.position + 1
            if following == len(attempt.asked):
                self.end_reached.emit()
            else:
                self.go_to(following)
            return
        opened = attempt.next_open()
        if opened is None:
            self.finish()
        else:
            self.go_to(opened)

    def go_to(self, position: int) -> None:
        """To any question."""
        if self._sitting:
            work = partial(self._study.go_to, self._sitting.attempt.id, position)
            self._after_saving(partial(self._call, work, self._show))

    def skip(self) -> None:
        """Leave the question for later."""
        self._mark(self._study.skip, self._show, seconds=self._seconds())

    def flag(self) -> None:
        """Mark the question to come back to, or take the mark away."""
        if self._sitting:
            is_flagged = self._sitting.attempt.current.flagged
            self._mark(self._study.flag, self._on_marked, flagged=not is_flagged)

    def use_hint(self) -> None:
        """Have one more hint shown."""
        self._mark(self._study.use_hint, self._on_marked)

    def _mark(
        self, method: Callable[..., Sitting], done: Callable[[Sitting], None], **how: object
    ) -> None:
        """Change something about the present question."""
        attempt = self.attempt
        if attempt:
            moment = datetime.now(UTC)
            self._call(partial(method, attempt.id, attempt.position, now=moment, **how), done)

    def save(self) -> None:
        """Save what is filled in, and stay."""
        self._after_saving(_nothing)

    def finish(self) -> None:
        """End the sitting, also while something is under way: the worker does that first."""
        attempt = self.attempt
        if attempt is None or self._is_ending:
            return
        self._is_ending = True
        self._tick.stop()
        self._submit(
            partial(self._study.finish, attempt.id, datetime.now(UTC)),
            self._on_finished,
            self._on_finish_failed,
        )

    # Work

    def _seconds(self) -> float:
        """How long the question has been on the screen this time."""
        return self._on_screen.elapsed() / 1000

    def _saving(self, answer: AnyAnswer, confidence: Confidence | None) -> Work:
        """The work of answering the present question."""
        attempt = self.attempt
        if attempt is None:
            raise RuntimeError("there is no question to answer")
        return partial(
            self._study.answer,
            attempt.id,
            attempt.position,
            answer,
            seconds=self._seconds(),
            confidence=confidence,
            now=datetime.now(UTC),
        )

    def _after_saving(self, then: Callable[[], None]) -> None:
        """Do something, after what is filled in is saved."""
        if self._unsaved is None:
            then()
        else:
            saved = self._unsaved
            self._call(self._saving(*saved), partial(self._on_saved, saved, then))

    def _call(self, work: Work, done: Callable[[Any], None]) -> None:
        if not self._is_busy and not self._is_ending:
            self._is_busy = True
            self._submit(work, done, self._on_failed)

    def _submit(
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Let the worker do it; what comes of it counts only while the sitting is not left."""
        here = self._sitting.attempt.id if self._sitting else 0
        self._keep_draft()
        self._runner.call(
            work,
            partial(self._on_outcome, here, done),
            partial(self._on_outcome, here, failed),
        )

    def _on_outcome(self, attempt: int, then: Callable[[Any], None], outcome: object) -> None:
        if self._sitting is None or self._sitting.attempt.id != attempt:
            return
        self._is_busy = False
        then(outcome)

    # What is being written: kept beside everything else that goes on, which it holds up nowhere

    def _keep(self) -> None:
        self._keep_draft()
        if self._unsaved is not None and self._sitting is not None and not self._is_busy:
            saved = self._unsaved
            here = self._sitting.attempt.id
            self._runner.call(
                self._saving(*saved),
                partial(self._on_kept, here, saved),
                partial(self._on_not_kept, here),
            )

    def _keep_draft(self) -> None:
        draft, attempt = self._draft, self.attempt
        self._draft = None
        self._keeping.stop()
        if draft is not None and attempt is not None:
            keep = partial(
                self._study.keep, attempt.id, attempt.position, draft, now=datetime.now(UTC)
            )
            self._runner.call(keep, _ignore, partial(self._on_not_kept, attempt.id))

    def _on_kept(
        self, attempt: int, saved: object, outcome: tuple[Sitting, Feedback | None]
    ) -> None:
        if self.attempt is not None and self.attempt.id == attempt:
            self._take_saved(saved, outcome[0])
            if self._unsaved is not None and not self._keeping.isActive():
                self._keeping.start()  # more was written meanwhile

    def _on_not_kept(self, attempt: int, error: Exception) -> None:
        """Say so, once: who writes must know, and must be able to write on."""
        is_here = self.attempt is not None and self.attempt.id == attempt
        if is_here and not self._has_told_of_draft and not isinstance(error, LibraryChangedError):
            self._has_told_of_draft = True
            self.failed.emit(error)

    def _take_saved(self, saved: object, sitting: Sitting) -> None:
        """The sitting as it is saved; what was filled in since then still is to be."""
        self._sitting = sitting
        if self._unsaved == saved:
            self._unsaved = None
        self._on_screen.start()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, LibraryChangedError) and self._sitting:
            # Another window was first, or the time is up: look how it stands now.
            attempt = self._sitting.attempt.id
            self._submit(
                partial(self._study.resume, attempt, datetime.now(UTC)),
                partial(self._on_resumed, error),
                self.failed.emit,
            )
        else:
            self.failed.emit(error)

    def _on_resumed(self, error: Exception, sitting: Sitting) -> None:
        if sitting.attempt.is_finished:
            self.finish()
        else:
            self.begin(sitting)
            self.failed.emit(error)

    # Outcomes

    def _show(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._unsaved = None
        self._draft = None
        self._has_told_of_draft = False
        self._on_screen.start()
        self.question_changed.emit()
        attempt = sitting.attempt
        if attempt.current.is_answered and not attempt.is_exam:
            work = partial(self._study.feedback, attempt.id, attempt.position)
            self._call(work, self._on_feedback)

    def _on_answered(self, outcome: tuple[Sitting, Feedback | None]) -> None:
        self._sitting, feedback = outcome
        self._on_feedback(feedback)

    def _on_saved(
        self,
        saved: object,
        then: Callable[[], None],
        outcome: tuple[Sitting, Feedback | None],
    ) -> None:
        self._take_saved(saved, outcome[0])
        self.marks_changed.emit()
        then()

    def _on_feedback(self, feedback: Feedback | None) -> None:
        if feedback is not None:
            self.graded.emit(feedback)

    def _on_marked(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self.marks_changed.emit()

    def _stop(self) -> None:
        self._sitting = None
        self._unsaved = None
        self._draft = None
        self._is_busy = False
        self._tick.stop()
        self._keeping.stop()

    def _on_finished(self, result: Result) -> None:
        self._stop()
        self.finished.emit(result)

    def _on_finish_failed(self, error: Exception) -> None:
        self._is_ending = False
        if self._since_begin.isValid():
            self._tick.start()
        self.failed.emit(error)

    def _on_tick(self) -> None:
        left = self._left_at_begin - self._since_begin.elapsed() / 1000
        self.clock_changed.emit(max(int(left), 0))
        if left <= 0:
            self.finish()
        elif left <= LAST_MOMENT:
            self.save()


def _nothing() -> None:
    """What follows where nothing does."""


def _ignore(outcome: object) -> None:
    del outcome
