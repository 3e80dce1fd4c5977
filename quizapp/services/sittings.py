"""Sittings with their questions, feedback and results, put together from the bank."""

from collections.abc import Iterable, Mapping

from quizapp.questions import AnyQuestion, media_names
from quizapp.questions.base import Layout, Verdict
from quizapp.quizzes.attempt import Asked, Attempt
from quizapp.services.feedback import feedback_on
from quizapp.services.values import Feedback, Presented, Result, Sitting, TopicScore
from quizapp.store.pack_store import PackStore, Revision
from quizapp.values.topics import TOPICS

CACHED_QUESTIONS = 2_000
KEPT_IMAGE_BYTES = 32_000_000
_NOT_MISSED = (Verdict.RIGHT, Verdict.PENDING)


class SittingReader:
    """Makes the values that pages show. Keeps questions it has read, with the orders of their
    options and some of their images: a revision never changes, and a seed always gives the same
    order.
    """

    def __init__(self) -> None:
        self._revisions: dict[int, Revision] = {}
        self._media: dict[int, dict[str, bytes]] = {}
        self._layouts: dict[tuple[int, int], Layout] = {}

    def question(self, packs: PackStore, revision: int) -> AnyQuestion:
        """The question of a revision."""
        self._load(packs, [revision])
        return self._revisions[revision].question

    def pack(self, revision: int) -> int:
        """The number of the pack of a revision that has been read."""
        return self._revisions[revision].pack

    def _load(self, packs: PackStore, revisions: list[int]) -> None:
        if missing := [number for number in revisions if number not in self._revisions]:
            if len(self._revisions) > CACHED_QUESTIONS:
                self._revisions.clear()
                missing = revisions
            self._revisions |= packs.revisions(missing)

    def media(self, packs: PackStore, revisions: Iterable[int]) -> dict[int, dict[str, bytes]]:
        """The images of these revisions, which have been read; those without images are left out.

        Read once as long as they are small enough to be kept; the same image is kept once.
        """
        named = [number for number in revisions if media_names(self._revisions[number].question)]
        missing = [number for number in named if number not in self._media]
        found = packs.media_of_revisions(missing) if missing else {}
        kept = {data: data for images in self._media.values() for data in images.values()}
        for number in missing:
            images = found.get(number, {})
            self._media[number] = {
                name: kept.setdefault(data, data) for name, data in images.items()
            }
        media = {number: self._media[number] for number in named}
        if sum(map(len, kept)) > KEPT_IMAGE_BYTES:
            self._media.clear()
        return media

    def sitting(
        self, packs: PackStore, attempt: Attempt, *, with_all_media: bool = False
    ) -> Sitting:
        """The sitting with its questions, options in their order, with the images of the present
        question or of all.
        """
        shown = attempt.asked if with_all_media else (attempt.current,)
        self._load(packs, [asked.revision for asked in attempt.asked])
        media = self.media(packs, {asked.revision for asked in shown})
        titles = packs.titles()
        return Sitting(
            attempt=attempt,
            questions=tuple(
                self._presented(position, asked, titles, media.get(asked.revision, {}))
                for position, asked in enumerate(attempt.asked)
            ),
        )

    def _presented(
        self, position: int, asked: Asked, titles: Mapping[int, str], media: dict[str, bytes]
    ) -> Presented:
        revision = self._revisions[asked.revision]
        return Presented(
            position=position,
            question=revision.question,
            layout=self._layout(asked.revision, asked.seed),
            asked=asked,
            pack=titles[revision.pack],
            media=media,
        )

    def _layout(self, revision: int, seed: int) -> Layout:
        layout = self._layouts.get((revision, seed))
        if layout is None:
            if len(self._layouts) > CACHED_QUESTIONS:
                self._layouts.clear()
            layout = self._revisions[revision].question.layout(seed)
            self._layouts[revision, seed] = layout
        return layout

    def feedback(self, packs: PackStore, sitting: Sitting, position: int) -> Feedback | None:
        """What meets the answer at `position`; None where there is none."""
        presented = sitting.questions[position]
        asked = presented.asked
        if asked.answer is None or asked.grade is None:
            return None
        facts = packs.facts_of(asked.question, presented.question.facts)
        return feedback_on(presented.question, asked.answer, asked.grade, facts)

    def result(self, packs: PackStore, attempt: Attempt) -> Result:
        """What a finished sitting came to."""
        sitting = self.sitting(packs, attempt, with_all_media=True)
        return Result(
            sitting=sitting,
            topics=_topic_scores(sitting),
            feedback=tuple(
                self.feedback(packs, sitting, position) for position in range(len(attempt.asked))
            ),
            missed=tuple(
                asked.question
                for asked in attempt.asked
                if asked.grade is None or asked.grade.verdict not in _NOT_MISSED
            ),
            seconds=sum(asked.seconds for asked in attempt.asked),
        )


def _topic_scores(sitting: Sitting) -> tuple[TopicScore, ...]:
    scores = []
    for topic in TOPICS:
        asked = [each.asked for each in sitting.questions if each.question.topic == topic]
        if asked:
            right = [each for each in asked if each.grade and each.grade.verdict is Verdict.RIGHT]
            scores.append(
                TopicScore(
                    topic=topic,
                    questions=len(asked),
                    right=len(right),
                    points=sum(each.earned for each in asked),
                    possible=sum(each.possible for each in asked),
                    pending=sum(each.is_pending for each in asked),
                )
            )
    return tuple(scores)
