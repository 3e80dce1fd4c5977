"""What every question widget offers to the page that holds it."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions import AnyAnswer, AnyQuestion
from quizapp.questions.base import Grade, Layout, PartResult, Verdict
from quizapp.ui.pictures import NO_MEDIA, Media

QuestionT = TypeVar("QuestionT", bound=AnyQuestion)
SPACING = 8


class QuestionWidget(QWidget, Generic[QuestionT]):
    """The place to answer one question; the stem above it is the page's.

    `answer_changed` tells of every change, `confirm_requested` that the person wants it checked.
    `media` holds the images of the question by their names.
    """

    marks_parts = True
    """Whether `show_grade` shows the right answer beside the given one, part by part."""
    answer_changed = Signal()
    confirm_requested = Signal()

    def __init__(
        self,
        question: QuestionT,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.shown_order = layout
        self.media = media
        self.is_read_only = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACING)

    def answer(self) -> AnyAnswer | None:
        """What was answered; None while there is nothing to check."""
        return None

    def missing_parts(self) -> int:
        """How many parts of the answer are still empty."""
        return 0

    def ask_for_answer(self) -> None:
        """Lead to where the answer is missing: somebody wants it checked."""
        self.focus_first()

    def set_answer(self, answer: AnyAnswer) -> None:
        """Show an answer given before."""

    def set_exam(self, is_exam: bool) -> None:
        """Whether the answer is only given now, and judged when all is over."""

    def draft(self) -> AnyAnswer | None:
        """What is worth keeping while it is written, before it can be checked; None for nothing."""
        return None

    def step_words(self) -> str:
        """What comes before the answer can be checked, as a verb; "" where nothing does."""
        return ""

    def take_step(self) -> None:
        """Do what `step_words` says."""

    def check_words(self) -> str:
        """What checking is called here; "" for what it is called everywhere."""
        return ""

    def set_read_only(self, read_only: bool) -> None:
        """Take no more changes, or take them again."""
        self.is_read_only = read_only

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Mark what was right and wrong, and with `reveal` what would have been right."""

    def choose(self, key: str) -> bool:
        """Act on a typed digit or letter; False where the widget has no use for it."""
        del key
        return False

    def focus_first(self) -> None:
        """Give the focus to where answering begins."""

    def help_keys(self) -> list[tuple[str, str]]:
        """Keys that do something here, each with what it does."""
        return []


def position_of_key(key: str, count: int) -> int | None:
    """The row that a digit (from 1) or a letter (from a) names; None where there is none."""
    if len(key) != 1 or not key.isascii():
        return None
    if key in "123456789":
        position = int(key) - 1
    elif key.isalpha():
        position = ord(key.lower()) - ord("a")
    else:
        return None
    return position if position < count else None


def key_of_position(position: int) -> str:
    """The key that names a row: 1–9, then letters."""
    return str(position + 1) if position < 9 else chr(ord("A") + position)


def verdict_of(part: PartResult) -> Verdict:
    """What one part of an answer comes to."""
    return Grade(score=part.score).verdict
