"""What a learner's record comes to."""

from datetime import datetime

from quizapp.services.recording import finish_overdue
from quizapp.services.summaries import (
    pack_masteries,
    pack_summaries,
    sitting_summary,
    topic_masteries,
)
from quizapp.services.values import ProgressView, QuestionScore
from quizapp.store.attempt_store import AttemptStore
from quizapp.store.database import Database
from quizapp.store.learner_store import LearnerStore
from quizapp.store.memory_store import MemoryStore
from quizapp.store.pack_store import PackStore


class Reports:
    """Figures over sittings that are over; exams whose time is up at `now` are ended first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def progress(self, learner_id: int, now: datetime, pack: str = "") -> ProgressView:
        """How a learner's scores develop, over all packs or over the sittings with one of them."""
        finish_overdue(self._database, learner_id, now)
        with self._database.reading() as connection:
            learner = LearnerStore(connection).get(learner_id)
            packs = pack_summaries(PackStore(connection))
            titles = {each.id: each.title for each in packs.values()}
            ended = AttemptStore(connection).lines(learner_id, finished=True, pack=pack)
            masteries = pack_masteries(packs, MemoryStore(connection).by_topic(learner_id, now))
        lines = [line for line in ended if line.possible]  # others wait to be judged
        chosen = [each for each in masteries.values() if pack in ("", each.pack.id)]
        in_order = sorted(lines, key=lambda line: (line.finished_at or line.started_at, line.id))
        return ProgressView(
            learner=learner,
            pack=pack,
            titles=titles,
            sittings=tuple(sitting_summary(line, titles) for line in in_order),
            topics=topic_masteries(chosen),
            packs=tuple(chosen),
            answers=sum(line.answered for line in ended),
            seconds=sum(line.seconds for line in ended),
        )

    def question_scores(self, learner_id: int, now: datetime) -> tuple[QuestionScore, ...]:
        """How a learner did on each question ever answered."""
        finish_overdue(self._database, learner_id, now)
        with self._database.reading() as connection:
            LearnerStore(connection).get(learner_id)
            scores = AttemptStore(connection).question_scores(learner_id)
        return tuple(
            QuestionScore(pack=pack, question=key, stem=stem, answers=count, mean_score=mean)
            for pack, key, stem, count, mean in scores
        )
