"""A learner's record, against the same figures from the raw rows and from FSRS itself."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import fsrs
import msgspec
import pytest

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.questions import AnyAnswer, AnyQuestion, MatchingAnswer, type_name
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import ProgressView
from quizapp.services.workspace import Workspace
from quizapp.store.pack_store import PackStore
from tests.questions.test_grading import RIGHT, WRONG
from tests.samples import NOW, sample_pack, sample_questions

LATER = NOW + timedelta(days=40, hours=5)
RETIRED = 3
MICROSECONDS = 1_000_000


class Row(NamedTuple):
    """A question of a sitting as it lies in the file."""

    attempt: int
    mode: str
    finished_at: int | None
    question: int
    pack: str
    topic: str
    retired_at: int | None
    points: float
    score: float | None
    answered_at: int | None
    seconds: float


@pytest.fixture
def aigul(workspace: Workspace) -> Learner:
    """A learner with a record of every kind, in a library of two packs that others use too."""
    install(workspace, "aldsand-two", "The lighthouse, once more")
    learner = workspace.study.add_learner("Aigul", NOW)
    other = workspace.study.add_learner("Noam", NOW)
    sit(workspace, learner, 0, Blueprint(seed=1, count=9, packs=("aldsand",)))
    sit(workspace, learner, 2, Blueprint(seed=2, count=18, mode="exam"), leave=4)
    sit(workspace, other, 2, Blueprint(seed=3, count=18))
    sit(workspace, learner, 9, Blueprint(seed=4, count=3, packs=("aldsand-two",)))
    sit(workspace, learner, 12, Blueprint(seed=5, count=9))
    sit(workspace, learner, 20, Blueprint(seed=6, count=6), leave=2, finish=False)
    sit(workspace, learner, 21, Blueprint(seed=7, count=6, mode="exam"), finish=False)
    install(workspace, "aldsand", "The lighthouse of Aldsand", sample_questions()[RETIRED:])
    return learner


def install(
    workspace: Workspace, ident: str, title: str, questions: tuple[AnyQuestion, ...] | None = None
) -> None:
    pack = sample_pack(questions)
    manifest = msgspec.structs.replace(pack.manifest, id=ident, title=title)
    with workspace._database.writing() as connection:
        PackStore(connection).install(
            msgspec.structs.replace(pack, manifest=manifest), title, NOW, lambda done, total: None
        )


def given(question: AnyQuestion, turn: int) -> AnyAnswer:
    """By turns right, wrong and, where that is possible, partly right."""
    kind = type_name(question)
    if kind == "matching":
        return MatchingAnswer(choices=(0, 2))
    return WRONG[kind] if turn % 3 == 2 else RIGHT[kind]


def sit(
    workspace: Workspace,
    learner: Learner,
    day: int,
    blueprint: Blueprint,
    *,
    leave: int = 0,
    finish: bool = True,
) -> None:
    """Answer all questions but the last `leave`."""
    at = NOW + timedelta(days=day)
    sitting = workspace.study.start(learner.id, blueprint, at)
    for presented in sitting.questions[: len(sitting.questions) - leave]:
        at += timedelta(seconds=20)
        workspace.study.answer(
            sitting.attempt.id,
            presented.position,
            given(presented.question, presented.position + day),
            seconds=3.5 + presented.position,
            confidence=None,
            now=at,
        )
    if finish:
        workspace.study.finish(sitting.attempt.id, at + timedelta(minutes=1))


def rows(workspace: Workspace, learner: Learner) -> list[Row]:
    """All that a learner was ever asked, straight from the file."""
    query = """
        SELECT a.id, a.mode, a.finished_at, q.id, p.key, q.topic, q.retired_at,
               s.points, s.score, s.answered_at, s.seconds
        FROM asked s JOIN attempt a ON a.id = s.attempt_id
        JOIN question q ON q.id = s.question_id JOIN pack p ON p.id = q.pack_id
        WHERE a.learner_id = ? ORDER BY a.id, s.position
    """
    with closing(sqlite3.connect(workspace.library.location)) as connection:
        return [Row(*row) for row in connection.execute(query, [learner.id])]


def finished(found: list[Row], pack: str) -> dict[int, list[Row]]:
    """The rows of each sitting that is over and asked something of the pack."""
    sittings: defaultdict[int, list[Row]] = defaultdict(list)
    for row in found:
        if row.finished_at is not None:
            sittings[row.attempt].append(row)
    return {
        number: its
        for number, its in sittings.items()
        if not pack or any(row.pack == pack for row in its)
    }


def recalls(found: list[Row], now: datetime) -> Iterator[tuple[Row, float]]:
    """Each question that was answered, with the chance that FSRS gives it; a miss has none.

    Exams count from their ends. Retired questions are left out.
    """
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    cards: dict[int, fsrs.Card] = {}
    last: dict[int, tuple[Row, fsrs.Rating]] = {}
    for row in found:
        if row.score is None or row.answered_at is None or row.retired_at is not None:
            continue
        if row.mode == "exam" and row.finished_at is None:
            continue
        rating = fsrs.Rating.Hard
        if row.score in (0, 1):
            rating = fsrs.Rating.Good if row.score else fsrs.Rating.Again
        card = cards.get(row.question, fsrs.Card(card_id=row.question))
        at = datetime.fromtimestamp(row.answered_at / MICROSECONDS, UTC)
        cards[row.question], _ = scheduler.review_card(card, rating, at)
        last[row.question] = (row, rating)
    for number, (row, rating) in last.items():
        is_missed = rating is fsrs.Rating.Again
        yield row, 0.0 if is_missed else scheduler.get_card_retrievability(cards[number], now)


def offered(pack: str) -> Counter[str]:
    """How many questions of each topic the packs hold now, those that are retired left out."""
    topics: Counter[str] = Counter()
    if pack in ("", "aldsand"):
        topics.update(question.topic for question in sample_questions()[RETIRED:])
    if pack in ("", "aldsand-two"):
        topics.update(question.topic for question in sample_questions())
    return topics


def test_the_record_tells_every_kind_of_answer_apart(workspace: Workspace, aigul: Learner) -> None:
    """The other tests would prove little on a record without these."""
    found = rows(workspace, aigul)
    assert {0.0, 0.5, 1.0, None} <= {row.score for row in found}
    assert {row.retired_at is None for row in found} == {True, False}
    assert {row.pack for row in found} == {"aldsand", "aldsand-two"}
    assert {(row.mode, row.finished_at is None) for row in found} == {
        ("practice", True), ("practice", False), ("exam", True), ("exam", False)
    }  # fmt: skip
    assert any(count > 1 for count in Counter(row.question for row in found).values())


@pytest.mark.parametrize(("pack", "count"), [("", 4), ("aldsand", 3), ("aldsand-two", 3)])
def test_sittings_are_those_that_are_over(
    workspace: Workspace, aigul: Learner, pack: str, count: int
) -> None:
    view = workspace.reports.progress(aigul.id, LATER, pack)
    sittings = finished(rows(workspace, aigul), pack)
    assert len(view.sittings) == len(sittings) == count
    for shown, (number, asked) in zip(view.sittings, sittings.items(), strict=True):
        earned = sum((row.score or 0) * row.points for row in asked)
        assert shown.attempt == number
        assert shown.mode == asked[0].mode
        assert shown.questions == len(asked)
        assert shown.answered == sum(row.score is not None for row in asked)
        assert shown.right == sum(row.score == 1 for row in asked)
        assert shown.score == pytest.approx(earned / sum(row.points for row in asked))
        assert shown.seconds == pytest.approx(sum(row.seconds for row in asked))
        assert shown.finished_at == datetime.fromtimestamp(
            (asked[0].finished_at or 0) / MICROSECONDS, UTC
        )


@pytest.mark.parametrize("pack", ["", "aldsand", "aldsand-two"])
def test_answers_and_time_are_those_of_its_sittings(
    workspace: Workspace, aigul: Learner, pack: str
) -> None:
    view = workspace.reports.progress(aigul.id, LATER, pack)
    asked = [row for its in finished(rows(workspace, aigul), pack).values() for row in its]
    assert view.answers == sum(row.score is not None for row in asked)
    assert view.seconds == pytest.approx(sum(row.seconds for row in asked))


@pytest.mark.parametrize("days", [0, 1, 40, 400])
@pytest.mark.parametrize("pack", ["", "aldsand", "aldsand-two"])
def test_mastery_is_what_fsrs_says(
    workspace: Workspace, aigul: Learner, pack: str, days: int
) -> None:
    now = LATER + timedelta(days=days)
    view = workspace.reports.progress(aigul.id, now, pack)
    seen: Counter[str] = Counter()
    recalled: defaultdict[str, float] = defaultdict(float)
    for row, recall in recalls(rows(workspace, aigul), now):
        if pack in ("", row.pack):
            seen[row.topic] += 1
            recalled[row.topic] += recall
    topics = offered(pack)
    assert {each.topic: each.questions for each in view.topics} == topics
    assert {each.topic: each.seen for each in view.topics} == {name: seen[name] for name in topics}
    for each in view.topics:
        assert each.mastery == pytest.approx(recalled[each.topic] / topics[each.topic])
    assert any(0 < each.mastery < 1 for each in view.topics)
    whole = sum(each.mastery * each.pack.questions for each in view.packs)
    assert whole == pytest.approx(sum(recalled.values()))


def test_the_view_says_what_it_is_of_and_what_there_is(
    workspace: Workspace, aigul: Learner
) -> None:
    titles = {"aldsand": "The lighthouse of Aldsand", "aldsand-two": "The lighthouse, once more"}
    for pack in ("", "aldsand-two"):
        view = workspace.reports.progress(aigul.id, LATER, pack)
        assert (view.pack, view.titles) == (pack, titles)
        assert {each.pack.id for each in view.packs} == ({pack} if pack else set(titles))


def test_sittings_stand_in_the_order_of_their_ends(workspace: Workspace) -> None:
    """One that was begun first and finished last is the newest."""
    learner = workspace.study.add_learner("Aigul", NOW)
    study = workspace.study
    slow = study.start(learner.id, Blueprint(seed=1, count=2), NOW).attempt.id
    quick = study.start(learner.id, Blueprint(seed=2, count=2), NOW + timedelta(days=1)).attempt.id
    study.finish(quick, NOW + timedelta(days=2))
    study.finish(slow, NOW + timedelta(days=3))
    view = workspace.reports.progress(learner.id, LATER)
    assert [each.attempt for each in view.sittings] == [quick, slow]


def test_somebody_new_has_an_empty_record(workspace: Workspace) -> None:
    learner = workspace.study.add_learner("Aigul", NOW)
    view: ProgressView = workspace.reports.progress(learner.id, NOW)
    assert (view.sittings, view.answers, view.seconds) == ((), 0, 0)
    assert all(each.seen == 0 and each.mastery == 0 for each in view.topics)


def test_nobody_has_no_record(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="not in the library"):
        workspace.reports.progress(99, NOW)


def test_question_scores_are_means_of_raw_scores(workspace: Workspace, aigul: Learner) -> None:
    """An exam that is not over gives nothing away."""
    raw: defaultdict[int, list[float]] = defaultdict(list)
    for row in rows(workspace, aigul):
        if row.score is not None and (row.mode != "exam" or row.finished_at is not None):
            raw[row.question].append(row.score)
    scores = workspace.reports.question_scores(aigul.id, LATER)
    assert sorted((each.answers, round(each.mean_score, 9)) for each in scores) == sorted(
        (len(its), round(sum(its) / len(its), 9)) for its in raw.values()
    )
