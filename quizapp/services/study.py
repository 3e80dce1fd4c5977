"""Learners and their sittings.

Whatever a learner does is on the disk when the method that does it returns.
"""

import random
from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from quizapp.errors import QuizError
from quizapp.people import Learner, learner_name
from quizapp.questions import AnyAnswer, AnyQuestion, grade
from quizapp.quizzes import exam, practice
from quizapp.quizzes.attempt import Asked, Attempt, Confidence
from quizapp.quizzes.blueprint import Blueprint
from quizapp.quizzes.selection import select
from quizapp.services.judging import as_given, judged_attempt, waiting_essays
from quizapp.services.recording import finish, finish_overdue, remember, remember_anew
from quizapp.services.sittings import SittingReader
from quizapp.services.summaries import pack_masteries, pack_summaries, sitting_summary
from quizapp.services.values import Feedback, HomeView, Result, Sitting, WaitingEssay
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database
from quizapp.store.learner_store import LearnerStore
from quizapp.store.memory_store import MemoryStore
from quizapp.store.pack_store import PackStore
from quizapp.translation import tr

Change = Callable[[Attempt, AnyQuestion], Attempt]
"""From a sitting and the question that it is about to the sitting that follows."""

RECENT = 5


class Study:
    """What a learner does with a library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reader = SittingReader()

    def learners(self, *, archived: bool = False) -> tuple[Learner, ...]:
        """By name; archived ones only when asked for."""
        with self._database.reading() as connection:
            return LearnerStore(connection).all(archived=archived)

    def add_learner(self, name: str, now: datetime) -> Learner:
        """A new learner; `QuizError` where the name is taken, empty or too long."""
        wanted = learner_name(name)
        with self._database.writing() as connection:
            store = LearnerStore(connection)
            _check_free(store.named(wanted))
            return store.add(wanted, now)

    def rename_learner(self, learner_id: int, name: str) -> Learner:
        """Give a learner another name; their record stays theirs."""
        wanted = learner_name(name)
        with self._database.writing() as connection:
            store = LearnerStore(connection)
            learner = store.get(learner_id)
            other = store.named(wanted)
            if other is None or other.id != learner_id:
                _check_free(other)
            store.rename(learner_id, wanted)
        return msgspec.structs.replace(learner, name=wanted)

    def archive_learner(self, learner_id: int, now: datetime, *, archived: bool = True) -> None:
        """Put a learner away, with every record, or bring one back."""
        with self._database.writing() as connection:
            store = LearnerStore(connection)
            store.get(learner_id)
            store.set_archived(learner_id, now if archived else None)

    def home(self, learner_id: int, now: datetime) -> HomeView:
        """What the learner can go on with, and how far they are.

        Exams whose time is up are ended first.
        """
        finish_overdue(self._database, learner_id, now)
        with self._database.reading() as connection:
            learner = LearnerStore(connection).get(learner_id)
            attempts = AttemptStore(connection)
            memories = MemoryStore(connection).by_topic(learner_id, now)
            packs = pack_summaries(PackStore(connection))
            titles = {pack.id: pack.title for pack in packs.values()}
            opened = attempts.lines(learner_id, finished=False)
            recent = attempts.lines(learner_id, finished=True, limit=RECENT)
            masteries = pack_masteries(packs, memories)
            return HomeView(
                learner=learner,
                open_sittings=tuple(sitting_summary(line, titles) for line in opened),
                packs=tuple(masteries.values()),
                recent=tuple(sitting_summary(line, titles) for line in recent),
            )

    def count_matching(self, blueprint: Blueprint) -> int:
        """How many questions the blueprint's filters leave."""
        with self._database.reading() as connection:
            return MemoryStore(connection).count_matching(blueprint)

    def start(self, learner_id: int, blueprint: Blueprint, now: datetime) -> Sitting:
        """A new sitting; `QuizError` where no question fits the blueprint, or the learner is
        archived.
        """
        blueprint.checked()
        with self._database.writing() as connection:
            _check_active(LearnerStore(connection).get(learner_id))
            candidates = MemoryStore(connection).candidates(learner_id, blueprint, now)
            chosen = select(candidates, blueprint.count, blueprint.seed)
            if not chosen:
                raise _nothing_to_ask(blueprint)
            seeds = random.Random(blueprint.seed)
            questions = [
                Asked(
                    question=each.question,
                    revision=each.revision,
                    seed=seeds.getrandbits(32),
                    points=each.points,
                )
                for each in chosen
            ]
            attempt = AttemptStore(connection).add(learner_id, blueprint, questions, now)
            return self._reader.sitting(PackStore(connection), attempt)

    def resume(self, attempt_id: int, now: datetime) -> Sitting:
        """The sitting as it was left; an exam whose time is up comes back finished."""
        with self._database.writing() as connection:
            store = AttemptStore(connection)
            attempt = _found(store.get(attempt_id))
            if attempt.is_over(now) and not attempt.is_finished:
                attempt = finish(MemoryStore(connection), store, attempt, now)
            return self._reader.sitting(PackStore(connection), attempt)

    def answer(
        self,
        attempt_id: int,
        position: int,
        answer: AnyAnswer,
        *,
        seconds: float,
        confidence: Confidence | None,
        now: datetime,
    ) -> tuple[Sitting, Feedback | None]:
        """Check and record an answer; the feedback is None where it waits for the end.

        Raises `LibraryChangedError` where the question cannot be answered (any more).
        """
        with self._database.writing() as connection:
            store = AttemptStore(connection)
            packs = PackStore(connection)
            before = _found(store.get(attempt_id))
            rules = exam if before.is_exam else practice
            rules.check_may_answer(before, position, now)
            question = self._reader.question(packs, before.asked[position].revision)
            given = as_given(question, answer)
            attempt = before.answer(
                position,
                given,
                grade(question, given),
                at=now,
                seconds=seconds,
                confidence=confidence,
            )
            store.save(before, attempt)
            if not attempt.is_exam:
                remember(MemoryStore(connection), store, attempt, position)
            sitting = self._reader.sitting(packs, attempt)
            shown = rules.shows_feedback(attempt, position)
            feedback = self._reader.feedback(packs, sitting, position) if shown else None
        return sitting, feedback

    def keep(
        self, attempt_id: int, position: int, draft: AnyAnswer, *, now: datetime | None = None
    ) -> None:
        """Keep what is being written, so that no crash can take it; it is not an answer yet."""
        self._change(attempt_id, position, now, lambda attempt, _: attempt.keep(position, draft))

    def skip(
        self,
        attempt_id: int,
        position: int,
        seconds: float = 0.0,
        *,
        now: datetime | None = None,
    ) -> Sitting:
        """Leave a question for later and go to the next open one.

        `seconds` is the time of this visit. Here and below: what is over (at `now`, where it is
        given, also by its deadline) does not change any more.
        """
        return self._change(
            attempt_id, position, now, lambda attempt, _: attempt.skip(position, seconds)
        )

    def go_to(self, attempt_id: int, position: int, *, now: datetime | None = None) -> Sitting:
        """Put another question on the screen."""
        return self._change(attempt_id, position, now, lambda attempt, _: attempt.at(position))

    def flag(
        self, attempt_id: int, position: int, *, flagged: bool, now: datetime | None = None
    ) -> Sitting:
        """Mark a question to come back to, or take the mark away."""
        return self._change(
            attempt_id, position, now, lambda attempt, _: attempt.flag(position, flagged=flagged)
        )

    def use_hint(self, attempt_id: int, position: int, *, now: datetime | None = None) -> Sitting:
        """Count one more hint as shown: `question.hints[: asked.hints_used]` are to be seen."""
        return self._change(
            attempt_id,
            position,
            now,
            lambda attempt, question: attempt.use_hint(position, len(question.hints)),
        )

    def feedback(self, attempt_id: int, position: int) -> Feedback | None:
        """What met the answer at `position`; None where it has none, or waits for the end."""
        with self._database.reading() as connection:
            packs = PackStore(connection)
            attempt = _found(AttemptStore(connection).get(attempt_id))
            attempt.check_position(position)
            rules = exam if attempt.is_exam else practice
            if not rules.shows_feedback(attempt, position):
                return None
            return self._reader.feedback(packs, self._reader.sitting(packs, attempt), position)

    def finish(self, attempt_id: int, now: datetime) -> Result:
        """End a sitting; finishing it again changes nothing."""
        with self._database.writing() as connection:
            store = AttemptStore(connection)
            attempt = _found(store.get(attempt_id))
            if not attempt.is_finished:
                attempt = finish(MemoryStore(connection), store, attempt, now)
            return self._reader.result(PackStore(connection), attempt)

    def result(self, attempt_id: int) -> Result:
        """What a finished sitting came to."""
        with self._database.reading() as connection:
            attempt = _found(AttemptStore(connection).get(attempt_id))
            if not attempt.is_finished:
                raise QuizError(tr("This quiz is not finished yet."), tr("Go on with it first."))
            return self._reader.result(PackStore(connection), attempt)

    def waiting(self) -> tuple[WaitingEssay, ...]:
        """The texts that wait for the teacher, the oldest first; those of open exams do not yet."""
        with self._database.reading() as connection:
            return waiting_essays(
                AttemptStore(connection),
                PackStore(connection),
                LearnerStore(connection),
                self._reader,
            )

    def judge(
        self,
        attempt_id: int,
        position: int,
        judged: Sequence[float],
        comment: str,
        now: datetime,
    ) -> tuple[Sitting, Feedback | None]:
        """Give a text the points for each criterion of its rubric; a judgement can be changed.

        `QuizError` where there is no text, where it is not handed in yet, or where the points do
        not fit the rubric.
        """
        with self._database.writing() as connection:
            store, packs = AttemptStore(connection), PackStore(connection)
            memories = MemoryStore(connection)
            before = _found(store.get(attempt_id))
            before.check_position(position)
            if before.is_over(now) and not before.is_finished:
                before = finish(memories, store, before, now)
            question = self._reader.question(packs, before.asked[position].revision)
            after = judged_attempt(question, before, position, judged, comment)
            store.save(before, after)
            remember_anew(memories, store, after.learner, after.asked[position].question)
            sitting = self._reader.sitting(packs, after)
            return sitting, self._reader.feedback(packs, sitting, position)

    def _change(
        self, attempt_id: int, position: int, now: datetime | None, change: Change
    ) -> Sitting:
        """The sitting after `change`; one that is over stays as it is."""
        with self._database.writing() as connection:
            store, packs = AttemptStore(connection), PackStore(connection)
            before = _found(store.get(attempt_id))
            before.check_position(position)
            after = before
            if not (before.is_finished if now is None else before.is_over(now)):
                question = self._reader.question(packs, before.asked[position].revision)
                after = change(before, question)
                store.save(before, after)
            return self._reader.sitting(packs, after)


def _found(attempt: Attempt | None) -> Attempt:
    if attempt is None:
        raise QuizError(tr("This quiz is not in the library."), tr("Start a new one."))
    return attempt


def _nothing_to_ask(blueprint: Blueprint) -> QuizError:
    if blueprint.questions:
        return QuizError(tr("The packs no longer have these questions."), tr("Start another quiz."))
    return QuizError(
        tr("No question fits this choice."), tr("Choose more topics, types or difficulties.")
    )


def _check_active(learner: Learner) -> None:
    if learner.archived:
        raise QuizError(
            tr("{name} is archived.").format(name=learner.name),
            tr("Bring this learner back first, or choose another."),
        )


def _check_free(holder: Learner | None) -> None:
    if holder is None:
        return
    if holder.archived:
        raise QuizError(
            tr("“{name}” is the name of an archived learner.").format(name=holder.name),
            tr("Bring that learner back, or choose another name."),
        )
    raise QuizError(
        tr("“{name}” is taken.").format(name=holder.name),
        tr("Choose it from the list, or type another name."),
    )
