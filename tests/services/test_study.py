"""Learners and sittings, as pages and commands use them."""

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec
import pytest

from quizapp.errors import LibraryChangedError, QuizError
from quizapp.questions import AnyAnswer, AnyQuestion, type_name
from quizapp.quizzes.attempt import Confidence
from quizapp.quizzes.blueprint import Blueprint
from quizapp.quizzes.review import Rating
from quizapp.services.values import Sitting
from quizapp.services.workspace import Workspace
from quizapp.store.memory_store import MemoryStore
from quizapp.store.pack_store import PackStore
from tests.images import lighthouse
from tests.questions.test_grading import RIGHT, WRONG
from tests.samples import IMAGE, NOW, sample_pack, sample_questions


def right(question: AnyQuestion) -> AnyAnswer:
    return RIGHT[type_name(question)]


def wrong(question: AnyQuestion) -> AnyAnswer:
    return WRONG[type_name(question)]


def begin(workspace: Workspace, **choice: object) -> Sitting:
    learners = workspace.study.learners()
    learner = learners[0] if learners else workspace.study.add_learner("Aigul", NOW)
    blueprint = msgspec.convert({"seed": 3, "count": 20, **choice}, Blueprint)
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


def test_images_come_with_the_question_on_the_screen_and_with_the_result(
    workspace: Workspace,
) -> None:
    sitting = begin(workspace)
    place = next(each.position for each in sitting.questions if each.question.id == "lamp-place")
    shown = workspace.study.go_to(sitting.attempt.id, place)
    assert shown.current.media == {IMAGE: lighthouse()}
    other = workspace.study.go_to(sitting.attempt.id, (place + 1) % len(sitting.questions))
    assert [each.position for each in other.questions if each.media] == []
    result = workspace.study.finish(sitting.attempt.id, NOW)
    assert [each.position for each in result.sitting.questions if each.media] == [place]


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
    hinted = with_hint(sitting)
    workspace.study.use_hint(ident, hinted)
    after = workspace.study.skip(ident, 0)
    assert after.attempt.position == 1
    asked = workspace.study.resume(ident, NOW).attempt.asked
    assert asked[0].skipped
    assert asked[hinted].hints_used == 1
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


def exam_left_open(workspace: Workspace) -> Sitting:
    """One question of an exam of ten minutes was answered, rightly; then the window closed."""
    sitting = begin(workspace, mode="exam", time_limit=600)
    give_right(workspace, sitting, 0, NOW + timedelta(minutes=1))
    return sitting


def give_right(
    workspace: Workspace,
    sitting: Sitting,
    position: int,
    at: datetime,
    *,
    seconds: float = 4,
    confidence: Confidence | None = None,
) -> Sitting:
    question = sitting.questions[position].question
    after, _ = workspace.study.answer(
        sitting.attempt.id,
        position,
        right(question),
        seconds=seconds,
        confidence=confidence,
        now=at,
    )
    return after


@pytest.mark.parametrize("reads", ["home", "progress", "question_scores"])
def test_an_exam_whose_time_ran_out_unseen_is_in_every_record(
    workspace: Workspace, reads: str
) -> None:
    sitting = exam_left_open(workspace)
    learner = sitting.attempt.learner
    later = NOW + timedelta(days=2)
    if reads == "home":
        home = workspace.study.home(learner, later)
        assert home.open_sittings == ()
        (ended,) = home.recent
    elif reads == "progress":
        view = workspace.reports.progress(learner, later)
        (ended,) = view.sittings
        assert sum(topic.seen for topic in view.topics) == 1
    else:
        (score,) = workspace.reports.question_scores(learner, later)
        assert (score.answers, score.mean_score) == (1, 1)
        (ended,) = workspace.study.home(learner, NOW).recent
    assert ended.attempt == sitting.attempt.id
    assert ended.finished_at == NOW + timedelta(minutes=10)
    assert (ended.answered, ended.right) == (1, 1)


def test_an_exam_that_still_has_time_is_left_open(workspace: Workspace) -> None:
    sitting = exam_left_open(workspace)
    learner, other = sitting.attempt.learner, workspace.study.add_learner("Noam", NOW)
    almost = NOW + timedelta(seconds=599)
    assert len(workspace.study.home(learner, almost).open_sittings) == 1
    assert workspace.reports.progress(learner, almost).sittings == ()
    assert workspace.reports.question_scores(learner, almost) == ()
    workspace.study.home(other.id, NOW + timedelta(days=2))
    assert not workspace.study.resume(sitting.attempt.id, almost).attempt.is_finished


def test_what_has_no_limit_is_never_overdue(workspace: Workspace) -> None:
    begin(workspace, mode="exam")
    begin(workspace)
    learner = workspace.study.learners()[0].id
    assert len(workspace.study.home(learner, NOW + timedelta(days=400)).open_sittings) == 2


def test_what_is_over_takes_no_skip_flag_or_hint(workspace: Workspace) -> None:
    late = NOW + timedelta(minutes=11)
    for sitting, now in (
        (exam_left_open(workspace), late),
        (exam_left_open(workspace), None),
        (begin(workspace), None),
    ):
        ident = sitting.attempt.id
        if now is None:
            workspace.study.finish(ident, NOW + timedelta(minutes=2))
        position = with_hint(sitting)
        before = workspace.study.go_to(ident, position, now=now).attempt
        assert workspace.study.skip(ident, position, 5, now=now).attempt == before
        assert workspace.study.flag(ident, position, flagged=True, now=now).attempt == before
        assert workspace.study.use_hint(ident, position, now=now).attempt == before


def with_hint(sitting: Sitting) -> int:
    """The question of the sitting that has a hint, the only one of it."""
    (position,) = [each.position for each in sitting.questions if each.question.hints]
    return position


def test_the_time_of_every_visit_to_a_question_counts(workspace: Workspace) -> None:
    sitting = begin(workspace, mode="exam")
    ident = sitting.attempt.id
    workspace.study.skip(ident, 0, 7)
    give_right(workspace, sitting, 0, NOW, seconds=60)
    give_right(workspace, sitting, 0, NOW, seconds=1)
    assert workspace.study.finish(ident, NOW).seconds == 68


def test_an_answered_question_is_not_skipped(workspace: Workspace) -> None:
    sitting = begin(workspace, mode="exam")
    before = give_right(workspace, sitting, 0, NOW)
    assert workspace.study.skip(sitting.attempt.id, 0, 5) == before


def test_no_more_hints_are_counted_than_there_are(workspace: Workspace) -> None:
    sitting = begin(workspace)
    position = with_hint(sitting)
    for _ in range(3):
        after = workspace.study.use_hint(sitting.attempt.id, position)
        assert after.attempt.asked[position].hints_used == 1
    without = next(each.position for each in sitting.questions if not each.question.hints)
    after = workspace.study.use_hint(sitting.attempt.id, without)
    assert after.attempt.asked[without].hints_used == 0


@pytest.mark.parametrize("mode", ["practice", "exam"])
@pytest.mark.parametrize(
    ("earlier", "seconds", "rating"), [(2, 1, Rating.GOOD), (3, 7.8, Rating.EASY)]
)
def test_a_quick_answer_is_one_beside_three_earlier_ones(
    workspace: Workspace, mode: str, earlier: int, seconds: float, rating: Rating
) -> None:
    for number in range(earlier):
        name = f"Learner {number}"
        learner = workspace.study.add_learner(name, NOW)
        blueprint = Blueprint(seed=1, types=("true_false",))
        give_right(workspace, workspace.study.start(learner.id, blueprint, NOW), 0, NOW, seconds=10)
    quick = workspace.study.add_learner("Quick", NOW)
    blueprint = msgspec.convert({"seed": 1, "types": ["true_false"], "mode": mode}, Blueprint)
    sitting = workspace.study.start(quick.id, blueprint, NOW)
    # 7.8 is less than 0.8 of the others' 10 s, and more than 0.8 of a mean with itself in it.
    give_right(workspace, sitting, 0, NOW, seconds=seconds, confidence=Confidence.SURE)
    workspace.study.finish(sitting.attempt.id, NOW)
    with workspace._database.reading() as connection:
        memory = MemoryStore(connection).get(quick.id, sitting.attempt.asked[0].question)
    assert memory is not None
    assert memory.last_rating is rating


def test_missed_questions_that_are_gone_are_told_as_that(workspace: Workspace) -> None:
    sitting = begin(workspace, types=["single_choice"])
    answer_all(workspace, sitting, rightly=False)
    missed = workspace.study.finish(sitting.attempt.id, NOW).missed
    with workspace._database.writing() as connection:
        PackStore(connection).install(
            sample_pack(sample_questions()[1:]), "second", NOW, lambda done, total: None
        )
    with pytest.raises(QuizError, match="no longer have these questions"):
        begin(workspace, questions=list(missed))


def test_an_archived_learner_starts_nothing(workspace: Workspace) -> None:
    aigul = workspace.study.add_learner("Aigul", NOW)
    workspace.study.archive_learner(aigul.id, NOW)
    with pytest.raises(QuizError, match="Aigul is archived"):
        workspace.study.start(aigul.id, Blueprint(seed=1), NOW)
    workspace.study.archive_learner(aigul.id, NOW, archived=False)
    assert workspace.study.start(aigul.id, Blueprint(seed=1), NOW).questions


@pytest.mark.parametrize("does", ["home", "start", "rename", "archive", "progress", "scores"])
def test_nobody_can_do_nothing(workspace: Workspace, does: str) -> None:
    study, reports = workspace.study, workspace.reports
    deeds: dict[str, Callable[[], object]] = {
        "home": lambda: study.home(99, NOW),
        "start": lambda: study.start(99, Blueprint(seed=1), NOW),
        "rename": lambda: study.rename_learner(99, "Noam"),
        "archive": lambda: study.archive_learner(99, NOW),
        "progress": lambda: reports.progress(99, NOW),
        "scores": lambda: reports.question_scores(99, NOW),
    }
    with pytest.raises(QuizError, match="not in the library"):
        deeds[does]()
