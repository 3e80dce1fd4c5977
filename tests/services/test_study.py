"""Learners and sittings, as pages and commands use them."""

from datetime import timedelta

import msgspec
import pytest

from quizapp.errors import LibraryChangedError, QuizError
from quizapp.questions import AnyAnswer, AnyQuestion, type_name
from quizapp.quizzes.attempt import Confidence
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import Sitting
from quizapp.services.workspace import Workspace
from quizapp.store.pack_store import PackStore
from tests.questions.test_grading import RIGHT, WRONG
from tests.samples import NOW, sample_pack, sample_questions


def right(question: AnyQuestion) -> AnyAnswer:
    return RIGHT[type_name(question)]


def wrong(question: AnyQuestion) -> AnyAnswer:
    return WRONG[type_name(question)]


def begin(workspace: Workspace, **choice: object) -> Sitting:
    learners = workspace.study.learners()
    learner = learners[0] if learners else workspace.study.add_learner("Aigul", NOW)
    blueprint = msgspec.convert({"seed": 3, **choice}, Blueprint)
    return workspace.study.start(learner.id, blueprint, NOW)


def answer_all(workspace: Workspace, sitting: Sitting, *, rightly: bool = True) -> None:
    give = right if rightly else wrong
    for presented in sitting.questions:
        workspace.study.answer(
            sitting.attempt.id,
            presented.position,
            give(presented.question),
            seconds=4,
            confidence=None,
            now=NOW,
        )


def test_names_are_kept_once(workspace: Workspace) -> None:
    study = workspace.study
    aigul = study.add_learner("  Aigul ", NOW)
    assert aigul.name == "Aigul"
    with pytest.raises(QuizError, match="taken"):
        study.add_learner("AIGUL", NOW)
    with pytest.raises(QuizError, match="empty"):
        study.add_learner("\u200f ", NOW)
    assert study.rename_learner(aigul.id, "aigul").name == "aigul"
    study.archive_learner(aigul.id, NOW)
    assert study.learners() == ()
    assert len(study.learners(archived=True)) == 1
    with pytest.raises(QuizError, match="archived"):
        study.add_learner("Aigul", NOW)


def test_an_answer_is_met_with_its_evidence(workspace: Workspace) -> None:
    sitting = begin(workspace, types=["date"])
    question = sitting.current.question
    _, feedback = workspace.study.answer(
        sitting.attempt.id, 0, right(question), seconds=4, confidence=None, now=NOW
    )
    assert feedback is not None
    assert feedback.grade.score == 1
    assert feedback.key == "May 1842"
    (evidence,) = feedback.evidence
    assert evidence.statement == "The lighthouse was built in May 1842."
    assert (evidence.section, evidence.article) == ("The tower", "Aldsand")
    assert evidence.references == ("Harbour almanac, 1843",)


def test_practice_goes_on_after_a_restart_with_the_same_order(workspace: Workspace) -> None:
    sitting = begin(workspace)
    first = sitting.current
    workspace.study.answer(
        sitting.attempt.id,
        0,
        wrong(first.question),
        seconds=4,
        confidence=Confidence.SURE,
        now=NOW,
    )
    again = workspace.study.resume(sitting.attempt.id, NOW)
    assert [(each.question, each.layout) for each in again.questions] == [
        (each.question, each.layout) for each in sitting.questions
    ]
    assert again.questions[0].asked.answer == wrong(first.question)
    assert again.questions[0].asked.confidence is Confidence.SURE
    assert again.attempt.next_open() == 1
    with pytest.raises(LibraryChangedError):
        workspace.study.answer(
            sitting.attempt.id, 0, right(first.question), seconds=1, confidence=None, now=NOW
        )


def test_the_result_adds_up(workspace: Workspace) -> None:
    sitting = begin(workspace)
    count = len(sample_questions())
    assert len(sitting.questions) == count
    answer_all(workspace, sitting)
    result = workspace.study.finish(sitting.attempt.id, NOW + timedelta(minutes=2))
    assert result.sitting.attempt.score == 1
    assert sum(topic.questions for topic in result.topics) == count
    assert all(topic.points == topic.possible for topic in result.topics)
    assert result.missed == ()
    assert result.seconds == 4 * count
    assert workspace.study.result(sitting.attempt.id) == result


def test_what_was_missed_can_be_practised(workspace: Workspace) -> None:
    sitting = begin(workspace, types=["date", "numeric"])
    answer_all(workspace, sitting, rightly=False)
    missed = workspace.study.finish(sitting.attempt.id, NOW).missed
    assert len(missed) == 2
    assert workspace.study.home(sitting.attempt.learner, NOW).missed == 2
    again = begin(workspace, questions=list(missed))
    assert {each.asked.question for each in again.questions} == set(missed)


def test_an_exam_tells_nothing_before_its_end(workspace: Workspace) -> None:
    sitting = begin(workspace, mode="exam", time_limit=600)
    question = sitting.current.question
    ident = sitting.attempt.id
    for give in (wrong, right):
        _, feedback = workspace.study.answer(
            ident, 0, give(question), seconds=1, confidence=None, now=NOW
        )
        assert feedback is None
        assert workspace.study.feedback(ident, 0) is None
    late = NOW + timedelta(seconds=601)
    with pytest.raises(LibraryChangedError):
        workspace.study.answer(ident, 1, right(question), seconds=1, confidence=None, now=late)
    resumed = workspace.study.resume(ident, late)
    assert resumed.attempt.finished_at == NOW + timedelta(seconds=600)
    feedback = workspace.study.result(ident).feedback[0]
    assert feedback is not None
    assert feedback.grade.score == 1


def test_skip_flag_and_hint_last(workspace: Workspace) -> None:
    sitting = begin(workspace)
    ident = sitting.attempt.id
    workspace.study.flag(ident, 2, flagged=True)
    workspace.study.use_hint(ident, 1)
    after = workspace.study.skip(ident, 0)
    assert after.attempt.position == 1
    asked = workspace.study.resume(ident, NOW).attempt.asked
    assert asked[0].skipped
    assert asked[1].hints_used == 1
    assert asked[2].flagged


def test_unseen_questions_come_first_then_the_weakest(workspace: Workspace) -> None:
    first = begin(workspace, count=4)
    answer_all(workspace, first)
    workspace.study.finish(first.attempt.id, NOW)
    second = begin(workspace, count=5)
    seen = {each.asked.question for each in first.questions}
    assert seen.isdisjoint(each.asked.question for each in second.questions)


def test_no_question_that_fits_is_said(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="No question"):
        begin(workspace, topics=["person"])
    assert workspace.study.count_matching(Blueprint(seed=1, topics=("person",))) == 0
    assert workspace.study.count_matching(Blueprint(seed=1, topics=("date",))) == 4


def test_a_changed_pack_keeps_what_was_asked(workspace: Workspace) -> None:
    sitting = begin(workspace, types=["true_false"])
    answer_all(workspace, sitting)
    workspace.study.finish(sitting.attempt.id, NOW)
    later = tuple(msgspec.structs.replace(each, stem="Changed.") for each in sample_questions()[3:])
    with workspace._database.writing() as connection:
        PackStore(connection).install(sample_pack(later), "second", NOW, lambda done, total: None)
    result = workspace.study.result(sitting.attempt.id)
    assert result.sitting.questions[0].question.stem.startswith("The lighthouse")
    assert result.sitting.attempt.score == 1


def test_progress_is_the_mean_over_all_questions(workspace: Workspace) -> None:
    sitting = begin(workspace, types=["true_false", "numeric"])
    answer_all(workspace, sitting)
    workspace.study.finish(sitting.attempt.id, NOW)
    view = workspace.reports.progress(sitting.attempt.learner, NOW)
    (pack,) = view.packs
    assert pack.seen == 2
    assert pack.mastery == pytest.approx(2 / len(sample_questions()))
    figures = next(topic for topic in view.topics if topic.topic == "figure")
    assert (figures.seen, figures.questions) == (2, 3)
    later = workspace.reports.progress(sitting.attempt.learner, NOW + timedelta(days=30))
    assert 0 < later.packs[0].mastery < pack.mastery
    assert [each.score for each in view.sittings] == [1]
    assert view.answers == 2


def test_two_windows_see_each_other(workspace: Workspace) -> None:
    other = Workspace.open(workspace.library.location, create=False)
    sitting = begin(workspace)
    seen = other.study.resume(sitting.attempt.id, NOW)
    other.study.answer(
        seen.attempt.id, 0, right(seen.current.question), seconds=1, confidence=None, now=NOW
    )
    with pytest.raises(LibraryChangedError):
        workspace.study.answer(
            seen.attempt.id, 0, wrong(seen.current.question), seconds=1, confidence=None, now=NOW
        )
    assert workspace.study.resume(sitting.attempt.id, NOW).attempt.score > 0
    other.close()
