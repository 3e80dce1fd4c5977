"""The course of a sitting in the window, with a worker that can be held up."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.questions import AnyAnswer, EssayAnswer
from quizapp.quizzes.attempt import Asked
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import Sitting
from quizapp.services.workspace import Workspace
from quizapp.ui.sitting_course import SittingCourse
from quizapp.ui.tasks import TaskRunner
from tests.answers import right_answer, wrong_answer
from tests.samples import NOW


class Heard:
    """What a course has told, in order."""

    def __init__(self, course: SittingCourse) -> None:
        self.told: list[tuple[str, Any]] = []
        course.question_changed.connect(lambda: self.told.append(("question", course.attempt)))
        course.graded.connect(lambda feedback: self.told.append(("graded", feedback)))
        course.end_reached.connect(lambda: self.told.append(("end", None)))
        course.failed.connect(lambda error: self.told.append(("failed", error)))
        course.finished.connect(lambda result: self.told.append(("finished", result)))

    def names(self) -> list[str]:
        """Which kinds of things were told."""
        return [name for name, _ in self.told]


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    """A worker."""
    made = TaskRunner()
    yield made
    made.close()


@pytest.fixture
def course(runner: TaskRunner, workspace: Workspace) -> SittingCourse:
    """A course that has not begun."""
    return SittingCourse(runner, workspace.study)


@pytest.fixture
def heard(course: SittingCourse) -> Heard:
    """What the course tells."""
    return Heard(course)


@pytest.fixture
def learner(workspace: Workspace) -> Learner:
    """Somebody new."""
    return workspace.study.add_learner("Aigul", NOW)


@pytest.fixture
def held(runner: TaskRunner) -> Iterator[Callable[[], Callable[[], None]]]:
    """Holds the worker up, as a backup does; what it gives lets it go on."""
    gates: list[threading.Event] = []

    def hold() -> Callable[[], None]:
        gate = threading.Event()
        gates.append(gate)
        runner.call(lambda: gate.wait(20), lambda done: None, lambda error: None)
        return gate.set

    yield hold
    for gate in gates:
        gate.set()


def start(workspace: Workspace, learner: Learner, **choice: Any) -> Sitting:
    """A sitting of three questions."""
    return workspace.study.start(learner.id, Blueprint(seed=3, count=3, **choice), NOW)


def stored(workspace: Workspace, sitting: Sitting) -> tuple[Asked, ...]:
    """The questions as they stand on the disk."""
    attempts = workspace.study.resume(sitting.attempt.id, NOW)
    return attempts.attempt.asked


def right(course: SittingCourse) -> AnyAnswer:
    """The right answer to the present question."""
    assert course.sitting is not None
    return right_answer(course.sitting.current.question)


def wait(qtbot: QtBot, runner: TaskRunner) -> None:
    """Until nothing is under way."""
    qtbot.waitUntil(lambda: not runner.is_busy)


def test_practice_goes_from_question_to_result(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
) -> None:
    course.begin(start(workspace, learner))
    for _ in range(3):
        course.answer(right(course), None)
        wait(qtbot, runner)
        course.go_on()
        wait(qtbot, runner)
    assert heard.names() == ["question", "graded"] * 3 + ["finished"]
    assert heard.told[-1][1].sitting.attempt.score == 1
    assert course.sitting is None


def test_a_second_answer_while_one_is_checked_is_left_out(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
) -> None:
    course.begin(start(workspace, learner))
    course.answer(right(course), None)
    course.answer(right(course), None)
    course.skip()
    wait(qtbot, runner)
    assert heard.names() == ["question", "graded"]


def test_after_leaving_nothing_more_is_told(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
    held: Callable[[], Callable[[], None]],
) -> None:
    sitting = start(workspace, learner)
    course.begin(sitting)
    let_go = held()
    course.answer(right(course), None)
    course.leave()
    let_go()
    wait(qtbot, runner)
    assert heard.names() == ["question"]
    assert course.sitting is None
    assert stored(workspace, sitting)[0].is_answered


def test_what_is_filled_in_during_an_exam_is_kept_wherever_one_goes(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    learner: Learner,
) -> None:
    sitting = start(workspace, learner, mode="exam")
    course.begin(sitting)
    first = right(course)
    course.fill_in(first, None)
    course.go_to(2)
    wait(qtbot, runner)
    assert course.attempt is not None
    assert course.attempt.position == 2
    third = right(course)
    course.fill_in(third, None)
    course.leave()
    wait(qtbot, runner)
    asked = stored(workspace, sitting)
    assert [each.answer for each in asked] == [first, None, third]


def test_leaving_practice_sends_no_answer(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    learner: Learner,
) -> None:
    sitting = start(workspace, learner)
    course.begin(sitting)
    course.fill_in(right(course), None)
    course.leave()
    wait(qtbot, runner)
    assert stored(workspace, sitting)[0].answer is None


def test_an_exam_asks_at_its_end_and_shows_no_feedback(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
) -> None:
    course.begin(start(workspace, learner, mode="exam"))
    for _ in range(3):
        course.answer(right(course), None)
        wait(qtbot, runner)
    assert heard.names() == ["question", "question", "question", "end"]
    course.finish()
    course.finish()
    wait(qtbot, runner)
    assert heard.names()[-2:] == ["end", "finished"]


def test_the_last_moment_saves_what_is_filled_in(
    qtbot: QtBot,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
) -> None:
    now = datetime.now(UTC)
    blueprint = Blueprint(seed=3, count=3, mode="exam", time_limit=3)
    sitting = workspace.study.start(learner.id, blueprint, now)
    course.begin(sitting)
    answer = right(course)
    course.fill_in(answer, None)
    qtbot.waitUntil(lambda: "finished" in heard.names(), timeout=10_000)
    result = heard.told[-1][1]
    assert result.sitting.attempt.asked[0].answer == answer
    assert heard.names() == ["question", "finished"]


def test_an_answer_after_the_end_leads_to_the_result_without_a_word(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
) -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    blueprint = Blueprint(seed=3, count=3, mode="exam", time_limit=3600)
    sitting = workspace.study.start(learner.id, blueprint, long_ago + timedelta(seconds=1))
    course.begin(sitting)
    answer = right(course)
    workspace.study.finish(sitting.attempt.id, datetime.now(UTC))
    course.answer(answer, None)
    qtbot.waitUntil(lambda: "finished" in heard.names(), timeout=10_000)
    assert "failed" not in heard.names()


def test_what_another_window_answered_is_shown_and_said(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
) -> None:
    sitting = start(workspace, learner)
    course.begin(sitting)
    workspace.study.answer(
        sitting.attempt.id,
        0,
        wrong_answer(sitting.current.question),
        seconds=1,
        confidence=None,
        now=NOW,
    )
    course.answer(right(course), None)
    qtbot.waitUntil(lambda: "failed" in heard.names())
    wait(qtbot, runner)
    (error,) = [what for name, what in heard.told if name == "failed"]
    assert isinstance(error, QuizError)
    assert course.attempt is not None
    assert course.attempt.position == 1


def test_marks_and_hints_are_kept(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    learner: Learner,
) -> None:
    sitting = start(workspace, learner, types=("single_choice",))
    course.begin(sitting)
    course.flag()
    wait(qtbot, runner)
    course.use_hint()
    wait(qtbot, runner)
    asked = stored(workspace, sitting)[0]
    assert (asked.flagged, asked.hints_used) == (True, 1)


def test_what_is_written_is_kept_while_one_writes(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
) -> None:
    course._keeping.setInterval(0)
    sitting = start(workspace, learner, types=("essay",))
    course.begin(sitting)
    course.write(EssayAnswer(text="It was"))
    qtbot.waitUntil(lambda: stored(workspace, sitting)[0].answer is not None)
    course.write(EssayAnswer(text="It was built"))
    qtbot.waitUntil(
        lambda: stored(workspace, sitting)[0].answer == EssayAnswer(text="It was built")
    )
    assert not stored(workspace, sitting)[0].is_answered
    assert heard.names() == ["question"]


def test_what_was_just_written_is_kept_when_one_leaves(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    learner: Learner,
) -> None:
    sitting = start(workspace, learner, types=("essay",))
    course.begin(sitting)
    course.write(EssayAnswer(text="It was built"))
    course.leave()
    wait(qtbot, runner)
    assert stored(workspace, sitting)[0].answer == EssayAnswer(text="It was built")


@pytest.mark.parametrize("deed", ["skip", "flag", "finish"])
def test_what_was_just_written_is_kept_before_anything_else_is_done(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    learner: Learner,
    deed: str,
) -> None:
    sitting = start(workspace, learner, types=("essay",))
    course.begin(sitting)
    course.write(EssayAnswer(text="It was built"))
    getattr(course, deed)()
    wait(qtbot, runner)
    assert stored(workspace, sitting)[0].answer == EssayAnswer(text="It was built")


def test_a_text_of_an_exam_is_saved_while_one_writes_and_holds_nothing_up(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
    held: Callable[[], Callable[[], None]],
) -> None:
    course._keeping.setInterval(0)
    sitting = start(workspace, learner, types=("essay",), mode="exam")
    course.begin(sitting)
    go_on = held()
    for text in ("It", "It was"):
        course.fill_in(EssayAnswer(text=text), None)
        course.write(EssayAnswer(text=text))
        qtbot.waitUntil(lambda: not course._keeping.isActive())
        assert not course.is_busy
    go_on()
    qtbot.waitUntil(lambda: stored(workspace, sitting)[0].answer == EssayAnswer(text="It was"))
    assert stored(workspace, sitting)[0].is_answered
    assert heard.names() == ["question"]


def test_a_disk_that_takes_no_draft_is_told_once(
    qtbot: QtBot,
    runner: TaskRunner,
    workspace: Workspace,
    course: SittingCourse,
    heard: Heard,
    learner: Learner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise QuizError("The disk is full.")

    monkeypatch.setattr(workspace.study, "keep", refuse)
    course._keeping.setInterval(0)
    course.begin(start(workspace, learner, types=("essay",)))
    for text in ("It", "It was", "It was built"):
        course.write(EssayAnswer(text=text))
        qtbot.waitUntil(lambda: not course._keeping.isActive())
        wait(qtbot, runner)
    assert heard.names() == ["question", "failed"]
