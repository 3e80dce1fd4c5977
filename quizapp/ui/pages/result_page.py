"""What a quiz came to."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions import AnyQuestion, Essay
from quizapp.quizzes.blueprint import Blueprint, new_seed
from quizapp.services.values import Feedback, Presented, Result, TopicScore
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.feedback_panel import FeedbackPanel
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import BodyText, PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.judging_rows import JudgingRows
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.ring import Ring
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.words import duration_words, questions_words, topic_icon
from quizapp.values.topics import topic_word


class ResultPage(Page):
    """Score, topics, and every question again."""

    practise_requested = Signal(object)
    """The `Blueprint` that asks for what was missed."""
    home_requested = Signal()
    judge_requested = Signal(int, int, object)
    """Sitting, position, and the points for each criterion of one's own text there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Result")
        self._attempt = 0
        self._missed: tuple[int, ...] = ()
        self._right_cards: list[Card] = []
        self._column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)

    def show_result(self, result: Result) -> None:
        """Show a result; the same one anew where it was being looked at."""
        is_same = self._attempt == result.sitting.attempt.id
        self._attempt = result.sitting.attempt.id
        bar = self._column.verticalScrollBar()
        place = bar.value()
        self._fill(result)
        if is_same:
            QTimer.singleShot(0, bar, partial(bar.setValue, place))
        else:
            self._column.scroll_to_top()

    def _fill(self, result: Result) -> None:
        body = self._column.body
        while item := body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._missed = result.missed
        self._right_cards = []
        body.addWidget(PageTitle(tr("Your result")))
        body.addWidget(self._score_card(result))
        if len(result.topics) > 1:
            body.addWidget(SectionTitle(tr("Topic by topic")))
            body.addWidget(_topics_card(result.topics))
        body.addWidget(self._questions_head(len(result.feedback)))
        for presented, feedback in zip(result.sitting.questions, result.feedback, strict=True):
            card = self._question_card(presented, feedback)
            body.addWidget(card)
            is_missed = presented.asked.question in self._missed
            if not is_missed and not presented.asked.is_pending:
                self._right_cards.append(card)
        body.addStretch(1)

    def _score_card(self, result: Result) -> Card:
        attempt = result.sitting.attempt
        card = Card(margin=3 * GRID)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        if attempt.possible:
            row.addWidget(Ring(tr("Score"), attempt.score, size=112))
        words = QVBoxLayout()
        words.addStretch(1)
        earned = sum(asked.earned for asked in attempt.asked)
        if attempt.possible:
            words.addWidget(SectionTitle(_points_words(earned, attempt.possible)))
            words.addWidget(BodyText(_kind_words(attempt.score)))
        else:
            words.addWidget(SectionTitle(tr("Not scored yet")))
        if attempt.pending:
            words.addWidget(BodyText(_pending_words(attempt.pending)))
        words.addWidget(
            QuietText(
                tr("{answered} of {questions} answered in {time}").format(
                    answered=attempt.answered,
                    questions=questions_words(len(attempt.asked)),
                    time=duration_words(_seconds(result)),
                )
            )
        )
        if attempt.deadline and attempt.finished_at and attempt.finished_at >= attempt.deadline:
            words.addWidget(QuietText(tr("The time was up; what was filled in by then counts.")))
        words.addStretch(1)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        card.body.addSpacing(GRID)
        card.body.addWidget(self._buttons())
        return card

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        home = Button(tr("Back home"), "house")
        home.clicked.connect(self.home_requested)
        if self._missed:
            text = tr_n("Practise the {n} I missed", "Practise the {n} I missed", len(self._missed))
            practise = PrimaryButton(text, "rotate-ccw")
            practise.clicked.connect(self._on_practise)
            row.addWidget(practise)
        row.addWidget(home)
        return holder

    def _questions_head(self, count: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SectionTitle(tr("Every question again")), 1)
        if 0 < len(self._missed) < count:
            self._shown = SegmentedControl(
                tr("Which questions"),
                [
                    (False, tr("All {n}").format(n=count)),
                    (True, tr("Missed {n}").format(n=len(self._missed))),
                ],
            )
            self._shown.chosen.connect(self._on_shown)
            row.addWidget(self._shown)
        return holder

    def _question_card(self, presented: Presented, feedback: Feedback | None) -> Card:
        card = Card()
        question = presented.question
        head = QHBoxLayout()
        head.addWidget(Chip(topic_word(question.topic), topic_icon(question.topic)))
        head.addStretch(1)
        number = QuietText(tr("Question {n}").format(n=presented.position + 1))
        number.setWordWrap(False)
        head.addWidget(number)
        card.body.addLayout(head)
        card.body.addWidget(MarkdownView(question.stem, bold=True, media=presented.media))
        if feedback is None:
            card.body.addWidget(BodyText(tr("Not answered.")))
            if words := _key_words(question):
                card.body.addWidget(MarkdownView(words, media=presented.media))
            return card
        card.body.addWidget(FeedbackPanel(feedback, media=presented.media))
        if isinstance(question, Essay) and question.judged_by == "self" and feedback.is_pending:
            judging = JudgingRows(question)
            judging.judged.connect(
                partial(self.judge_requested.emit, self._attempt, presented.position)
            )
            card.body.addWidget(judging)
        return card

    def _on_shown(self, only_missed: bool) -> None:
        for card in self._right_cards:
            card.setVisible(not only_missed)

    def _on_practise(self) -> None:
        self.practise_requested.emit(
            Blueprint(seed=new_seed(), count=len(self._missed), questions=self._missed)
        )


def _topics_card(topics: tuple[TopicScore, ...]) -> Card:
    card = Card()
    card.body.setSpacing(12)
    for topic in topics:
        if not topic.possible:
            words = tr("{topic}: not scored yet").format(topic=topic_word(topic.topic))
            card.body.addWidget(QuietText(words))
            continue
        words = _points_words(topic.points, topic.possible)
        card.body.addWidget(Bar(topic_word(topic.topic), topic.points / topic.possible, words))
    return card


def _seconds(result: Result) -> float:
    """The time of an exam with a clock from begin to end, of any other on its questions."""
    attempt = result.sitting.attempt
    if attempt.deadline and attempt.finished_at:
        return (attempt.finished_at - attempt.started_at).total_seconds()
    return result.seconds


def _points_words(points: float, possible: float) -> str:
    """Points of all that could be earned; a whole number of them decides the plural."""
    words = tr_n("{{points:g}} of {n} point", "{{points:g}} of {n} points", int(possible))
    if possible != int(possible):
        words = tr("{points:g} of {possible:g} points")
    return words.format(points=round(points, 2), possible=possible)


def _key_words(question: AnyQuestion) -> str:
    """What would have been right, in Markdown."""
    key = question.key_text()
    if isinstance(question, Essay):
        return tr("Model answer: {answer}").format(answer=key) if key else ""
    return tr("Right answer: {answer}").format(answer=key)


def _pending_words(count: int) -> str:
    return tr_n(
        "{n} answer has yet to be judged; it counts from then on.",
        "{n} answers have yet to be judged; they count from then on.",
        count,
    )


def _kind_words(score: float) -> str:
    if score >= 1:
        return tr("Everything right.")
    if score >= 0.75:
        return tr("Most of it is there.")
    if score >= 0.4:
        return tr("A good part is there. The rest comes with practice.")
    return tr("A start. Look at the evidence below, then try again.")
