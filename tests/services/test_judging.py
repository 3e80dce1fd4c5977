"""Texts that somebody has to judge, from being written to counting in a record."""

from datetime import timedelta

import msgspec
import pytest

from quizapp.errors import QuizError
from quizapp.questions import Essay, EssayAnswer, SingleChoice, SingleChoiceAnswer
from quizapp.questions.base import Verdict
from quizapp.quizzes.blueprint import Blueprint
from quizapp.quizzes.review import Memory, Rating, remembered
from quizapp.services.values import Sitting
from quizapp.services.workspace import Workspace
from quizapp.store.database import Database
from quizapp.store.memory_store import MemoryStore
from quizapp.store.pack_store import PackStore
from tests.samples import NOW, sample_pack, sample_questions

TEXT = EssayAnswer(text="It was built in 1842.\nThe Harbour Office keeps it.")
LATER = NOW + timedelta(hours=1)


def essay(judged_by: str) -> Essay:
    question = next(each for each in sample_questions() if isinstance(each, Essay))
    return msgspec.structs.replace(question, judged_by=judged_by, points=3.0)


@pytest.fixture(params=["teacher", "self"])
def judged_by(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def workspace(workspace: Workspace, database: Database, judged_by: str) -> Workspace:
    """With an essay that one or the other judges, and a choice."""
    choice = next(each for each in sample_questions() if isinstance(each, SingleChoice))
    pack = sample_pack((essay(judged_by), choice), version="2.0.0")
    with database.writing() as connection:
        PackStore(connection).install(pack, "second", NOW, lambda done, total: None)
    return workspace


def begin(workspace: Workspace, **choice: object) -> Sitting:
    learners = workspace.study.learners()
    learner = learners[0] if learners else workspace.study.add_learner("Aigul", NOW)
    blueprint = msgspec.convert({"seed": 3, **choice}, Blueprint)
    return workspace.study.start(learner.id, blueprint, NOW)


def place_of(sitting: Sitting, kind: type) -> int:
    return next(each.position for each in sitting.questions if isinstance(each.question, kind))


def write(workspace: Workspace, sitting: Sitting, answer: EssayAnswer = TEXT) -> int:
    """Hand the essay in; gives its place."""
    place = place_of(sitting, Essay)
    workspace.study.answer(sitting.attempt.id, place, answer, seconds=60, confidence=None, now=NOW)
    return place


def choose_rightly(workspace: Workspace, sitting: Sitting) -> None:
    place = place_of(sitting, SingleChoice)
    answer = SingleChoiceAnswer(option=1)
    workspace.study.answer(sitting.attempt.id, place, answer, seconds=4, confidence=None, now=NOW)


def memory(database: Database, sitting: Sitting, place: int) -> Memory | None:
    attempt = sitting.attempt
    with database.reading() as connection:
        return MemoryStore(connection).get(attempt.learner, attempt.asked[place].question)


def test_a_text_that_waits_counts_nowhere(workspace: Workspace, database: Database) -> None:
    sitting = begin(workspace)
    place = write(workspace, sitting)
    choose_rightly(workspace, sitting)
    result = workspace.study.finish(sitting.attempt.id, NOW)
    assert result.sitting.attempt.score == 1
    assert result.sitting.attempt.pending == 1
    assert result.missed == ()
    feedback = result.feedback[place]
    assert feedback is not None
    assert feedback.grade.verdict is Verdict.PENDING
    assert feedback.is_written
    (waiting,) = [topic for topic in result.topics if topic.pending]
    assert (waiting.possible, waiting.questions) == (0, 1)
    assert memory(database, sitting, place) is None
    (line,) = workspace.study.home(sitting.attempt.learner, NOW).recent
    assert (line.score, line.points, line.possible_points, line.answered) == (1, 1, 1, 2)
    scores = workspace.reports.question_scores(sitting.attempt.learner, NOW)
    assert [score.question for score in scores] == ["built-choice"]


def test_a_judgement_brings_sums_and_memory_up_to_date(
    workspace: Workspace, database: Database
) -> None:
    sitting = begin(workspace)
    place = write(workspace, sitting)
    choose_rightly(workspace, sitting)
    workspace.study.finish(sitting.attempt.id, NOW)
    after, feedback = workspace.study.judge(sitting.attempt.id, place, (1, 1), "Why?", LATER)
    assert feedback is not None
    assert feedback.grade.verdict is Verdict.PARTLY
    assert feedback.grade.feedback[0] == "Why?"
    assert after.attempt.pending == 0
    (line,) = workspace.study.home(sitting.attempt.learner, NOW).recent
    assert (line.points, line.possible_points) == pytest.approx((3, 4))
    kept = memory(database, sitting, place)
    assert kept is not None
    assert (kept.last_rating, kept.last_review) == (Rating.HARD, NOW)
    assert workspace.study.waiting() == ()
    assert workspace.study.result(sitting.attempt.id).feedback[place] == feedback


def test_a_judgement_can_be_changed_as_if_it_had_been_the_first(
    workspace: Workspace, database: Database
) -> None:
    sitting = begin(workspace)
    place = write(workspace, sitting)
    workspace.study.judge(sitting.attempt.id, place, (0, 0), "", LATER)
    workspace.study.judge(sitting.attempt.id, place, (1, 2), "", LATER)
    changed = memory(database, sitting, place)
    assert changed == remembered(None, Rating.GOOD, NOW)


def test_a_late_judgement_takes_its_place_among_later_answers(
    workspace: Workspace, database: Database
) -> None:
    first, second = begin(workspace), begin(workspace)
    place = write(workspace, first)
    ident = second.attempt.id
    later = place_of(second, Essay)
    moment = NOW + timedelta(days=3)
    workspace.study.answer(ident, later, TEXT, seconds=60, confidence=None, now=moment)
    workspace.study.judge(ident, later, (1, 2), "", moment)
    workspace.study.judge(first.attempt.id, place, (1, 2), "", moment)
    kept = memory(database, first, place)
    assert kept is not None
    assert kept.last_review == moment
    assert kept.stability > 3  # recalled after three days, not learned then


def test_a_sitting_of_which_nothing_is_scored_is_no_point_of_the_progress(
    workspace: Workspace,
) -> None:
    sitting = begin(workspace, types=["essay"])
    place = write(workspace, sitting)
    workspace.study.finish(sitting.attempt.id, NOW)
    learner = sitting.attempt.learner
    progress = workspace.reports.progress(learner, NOW)
    assert (progress.sittings, progress.answers) == ((), 1)
    assert not workspace.study.home(learner, NOW).recent[0].is_scored
    workspace.study.judge(sitting.attempt.id, place, (1, 2), "", LATER)
    (line,) = workspace.reports.progress(learner, NOW).sittings
    assert (line.is_scored, line.score) == (True, 1)


@pytest.mark.parametrize("judged_by", ["teacher"], indirect=True)
class TestByTheTeacher:
    def test_it_waits_with_all_that_is_needed_to_judge_it(self, workspace: Workspace) -> None:
        sitting = begin(workspace)
        place = write(workspace, sitting)
        (waiting,) = workspace.study.waiting()
        assert (waiting.attempt, waiting.position) == (sitting.attempt.id, place)
        assert (waiting.learner, waiting.pack) == ("Aigul", "The lighthouse of Aldsand")
        assert (waiting.question, waiting.answer) == (essay("teacher"), TEXT)
        assert waiting.answered_at == NOW

    def test_learners_do_not_judge_themselves(self, workspace: Workspace) -> None:
        sitting = begin(workspace)
        own = EssayAnswer(text="Mine.", judged=(1, 2), comment="Great!")
        place = write(workspace, sitting, own)
        feedback = workspace.study.feedback(sitting.attempt.id, place)
        assert feedback is not None
        assert feedback.grade.is_pending
        assert "Great!" not in feedback.grade.feedback

    def test_texts_of_an_exam_wait_from_its_end(self, workspace: Workspace) -> None:
        sitting = begin(workspace, mode="exam", time_limit=600)
        place = write(workspace, sitting)
        assert workspace.study.waiting() == ()
        with pytest.raises(QuizError, match="not handed in"):
            workspace.study.judge(sitting.attempt.id, place, (1, 2), "", NOW)
        late = NOW + timedelta(seconds=601)
        workspace.study.judge(sitting.attempt.id, place, (1, 2), "", late)
        assert workspace.study.result(sitting.attempt.id).sitting.attempt.is_finished


@pytest.mark.parametrize("judged_by", ["self"], indirect=True)
def test_who_judges_oneself_has_the_grade_at_once(workspace: Workspace, database: Database) -> None:
    sitting = begin(workspace)
    place = write(workspace, sitting, msgspec.structs.replace(TEXT, judged=(1.0, 2.0)))
    feedback = workspace.study.feedback(sitting.attempt.id, place)
    assert feedback is not None
    assert feedback.grade.score == 1
    assert workspace.study.waiting() == ()
    kept = memory(database, sitting, place)
    assert kept is not None
    assert kept.last_rating is Rating.GOOD


@pytest.mark.parametrize("judged", [(1,), (1, 3), (-1, 2), (1, float("nan"))])
def test_points_that_do_not_fit_change_nothing(
    workspace: Workspace, judged: tuple[float, ...]
) -> None:
    sitting = begin(workspace)
    place = write(workspace, sitting)
    before = workspace.study.resume(sitting.attempt.id, NOW)
    with pytest.raises(QuizError):
        workspace.study.judge(sitting.attempt.id, place, judged, "", NOW)
    assert workspace.study.resume(sitting.attempt.id, NOW) == before


def test_only_a_text_that_was_handed_in_can_be_judged(workspace: Workspace) -> None:
    sitting = begin(workspace)
    ident, place = sitting.attempt.id, place_of(sitting, Essay)
    workspace.study.keep(ident, place, TEXT)
    with pytest.raises(QuizError, match="not handed in"):
        workspace.study.judge(ident, place, (1, 2), "", NOW)
    choose_rightly(workspace, sitting)
    with pytest.raises(QuizError, match="no text"):
        workspace.study.judge(ident, place_of(sitting, SingleChoice), (1, 2), "", NOW)


def test_what_is_being_written_is_kept_but_counts_nothing(workspace: Workspace) -> None:
    sitting = begin(workspace)
    ident, place = sitting.attempt.id, place_of(sitting, Essay)
    workspace.study.keep(ident, place, EssayAnswer(text="It was"))
    workspace.study.keep(ident, place, TEXT)
    again = workspace.study.resume(ident, NOW)
    assert again.questions[place].asked.answer == TEXT
    assert again.attempt.answered == 0
    assert workspace.study.feedback(ident, place) is None
    workspace.study.skip(ident, place)
    assert workspace.study.resume(ident, NOW).questions[place].asked.answer == TEXT
    result = workspace.study.finish(ident, NOW)
    assert result.feedback[place] is None
    assert len(result.missed) == 2


def test_a_draft_never_takes_the_place_of_an_answer(workspace: Workspace) -> None:
    sitting = begin(workspace)
    place = write(workspace, sitting)
    workspace.study.keep(sitting.attempt.id, place, EssayAnswer(text="Too late"))
    assert workspace.study.resume(sitting.attempt.id, NOW).questions[place].asked.answer == TEXT
