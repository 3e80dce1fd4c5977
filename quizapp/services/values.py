"""What services give to pages and commands: plain values, ready to show."""

from datetime import datetime

import msgspec

from quizapp.errors import QuizError
from quizapp.packs import Evidence
from quizapp.people import Learner
from quizapp.questions import AnyQuestion, Essay, EssayAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.quizzes.attempt import Asked, Attempt
from quizapp.quizzes.blueprint import Mode


class PackSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A pack of the library; the three tallies count its questions."""

    id: str
    title: str
    description: str
    version: str
    language: str
    authors: tuple[str, ...]
    licence: str
    article: str
    facts: int
    questions: int
    topics: dict[str, int]
    types: dict[str, int]
    difficulties: dict[int, int]


class TopicMastery(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a topic would be recalled today, 0…1; questions never seen count as zero."""

    topic: str
    questions: int
    seen: int
    mastery: float


class PackMastery(msgspec.Struct, frozen=True, kw_only=True):
    """How much of a pack would be recalled today, 0…1."""

    pack: PackSummary
    seen: int
    mastery: float
    topics: tuple[TopicMastery, ...]


class SittingSummary(msgspec.Struct, frozen=True, kw_only=True):
    """One sitting in a line. `packs` are titles, `seconds` the time on its questions."""

    attempt: int
    mode: Mode
    packs: tuple[str, ...]
    started_at: datetime
    finished_at: datetime | None
    questions: int
    answered: int
    right: int
    score: float
    points: float
    possible_points: float
    position: int
    seconds: float

    @property
    def is_scored(self) -> bool:
        """Whether any of its answers has been judged, or will never be."""
        return self.possible_points > 0


class HomeView(msgspec.Struct, frozen=True, kw_only=True):
    """What the home page shows."""

    learner: Learner
    open_sittings: tuple[SittingSummary, ...]
    packs: tuple[PackMastery, ...]
    recent: tuple[SittingSummary, ...]


class Presented(msgspec.Struct, frozen=True, kw_only=True):
    """A question of a sitting as it is shown.

    `media` are its images by their names: a sitting has those of the question on the screen, a
    result those of all its questions.
    """

    position: int
    question: AnyQuestion
    layout: Layout
    asked: Asked
    pack: str
    media: dict[str, bytes] = {}


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    """What meets an answer. Where it `is_written`, `given` is a text of one's own as it was typed,
    and `key` the model answer; else both are Markdown.
    """

    grade: Grade
    given: str
    key: str
    explanation: str
    evidence: tuple[Evidence, ...]
    is_written: bool = False

    @property
    def is_pending(self) -> bool:
        """Whether the answer has yet to be judged."""
        return self.grade.is_pending


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """A sitting with its questions."""

    attempt: Attempt
    questions: tuple[Presented, ...]

    @property
    def current(self) -> Presented:
        """The question on the screen."""
        return self.questions[self.attempt.position]


class WaitingEssay(msgspec.Struct, frozen=True, kw_only=True):
    """A text that waits for the teacher: whose it is, where it stands, and by what to judge it.

    `pack` is the title of its pack, `media` are the images of the question by their names.
    """

    attempt: int
    position: int
    learner: str
    pack: str
    question: Essay
    answer: EssayAnswer
    answered_at: datetime
    media: dict[str, bytes] = {}


class TopicScore(msgspec.Struct, frozen=True, kw_only=True):
    """What a topic came to in a sitting; `pending` answers have yet to be judged, and count in
    neither points.
    """

    topic: str
    questions: int
    right: int
    points: float
    possible: float
    pending: int = 0


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What a finished sitting came to.

    `feedback` has an entry for each question, None where it was not answered; `missed` are the
    bank's numbers of the questions that did not earn all their points. Answers that have yet to be
    judged count in neither points nor misses.
    """

    sitting: Sitting
    topics: tuple[TopicScore, ...]
    feedback: tuple[Feedback | None, ...]
    missed: tuple[int, ...]
    seconds: float


class ProgressView(msgspec.Struct, frozen=True, kw_only=True):
    """What the progress page shows; sittings are finished ones, in the order of their ends.

    `pack` is the id of the pack that it was narrowed to, "" for all; `titles` are all packs of the
    library by their ids.
    """

    learner: Learner
    pack: str = ""
    titles: dict[str, str] = {}
    sittings: tuple[SittingSummary, ...]
    topics: tuple[TopicMastery, ...]
    packs: tuple[PackMastery, ...]
    answers: int
    seconds: float


class QuestionScore(msgspec.Struct, frozen=True, kw_only=True):
    """How a learner did on one question over all sittings; open exams tell nothing yet."""

    pack: str
    question: str
    stem: str
    answers: int
    mean_score: float


class BackupInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A backup on the disk. `made_at` is UTC."""

    path: str
    made_at: datetime
    size: int


class RefusedPack(msgspec.Struct, frozen=True, kw_only=True):
    """A bundled pack that was left out, or left as it was. `folder` is where it lies."""

    folder: str
    error: QuizError


class BundledPacks(msgspec.Struct, frozen=True, kw_only=True):
    """What came of the bundled packs: how many were put in or updated, and which could not be."""

    installed: int
    refused: tuple[RefusedPack, ...] = ()
