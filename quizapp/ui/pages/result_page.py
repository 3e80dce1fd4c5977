"""What a quiz came to."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.values import Feedback, Presented, Result
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.feedback_panel import FeedbackPanel
from quizapp.ui.widgets.headings import BodyText, PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.ring import Ring
from quizapp.ui.words import duration_words, questions_words, topic_word


class ResultPage(Page):
    """Score, topics, and every question again."""

    practise_requested = Signal(object)
    """The `Blueprint` that asks for what was missed."""
    home_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Result")
        self._missed: tuple[int, ...] = ()
        self._column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)

    def show_result(self, result: Result) -> None:
        """Show a result."""
        body = self._column.body
        while item := body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._missed = result.missed
        body.addWidget(PageTitle(tr("Your result")))
        body.addWidget(self._score_card(result))
        body.addWidget(SectionTitle(tr("Topic by topic")))
        for topic in result.topics:
            words = tr("{points:g} of {possible:g} points").format(
                points=round(topic.points, 2), possible=topic.possible
            )
            body.addWidget(Bar(topic_word(topic.topic), topic.points / topic.possible, words))
        body.addWidget(SectionTitle(tr("Every question again")))
        for presented, feedback in zip(result.sitting.questions, result.feedback, strict=True):
            body.addWidget(self._question_card(presented, feedback))
        body.addStretch(1)
        self._column.scroll_to_top()

    def _score_card(self, result: Result) -> Card:
        attempt = result.sitting.attempt
        card = Card()
        row = QHBoxLayout()
        row.addWidget(Ring(tr("Score"), attempt.score, size=96))
        words = QVBoxLayout()
        earned = sum(asked.earned for asked in attempt.asked)
        possible = sum(asked.points for asked in attempt.asked)
        words.addWidget(
            SectionTitle(
                tr("{points:g} of {possible:g} points").format(
                    points=round(earned, 2), possible=possible
                )
            )
        )
        words.addWidget(BodyText(_kind_words(attempt.score)))
        words.addWidget(
            QuietText(
                tr("{answered} of {questions} answered in {time}").format(
                    answered=attempt.answered,
                    questions=questions_words(len(attempt.asked)),
                    time=duration_words(result.seconds),
                )
            )
        )
        row.addLayout(words, 1)
        card.body.addLayout(row)
        buttons = QHBoxLayout()
        home = Button(tr("Back home"), "house")
        home.clicked.connect(self.home_requested)
        if self._missed:
            text = tr_n("Practise the {n} I missed", "Practise the {n} I missed", len(self._missed))
            practise = PrimaryButton(text, "rotate-ccw")
            practise.clicked.connect(self._on_practise)
            buttons.addWidget(practise)
        buttons.addWidget(home)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        return card

    @staticmethod
    def _question_card(presented: Presented, feedback: Feedback | None) -> Card:
        card = Card()
        card.body.addWidget(QuietText(tr("Question {n}").format(n=presented.position + 1)))
        card.body.addWidget(MarkdownView(presented.question.stem, bold=True))
        if feedback is None:
            card.body.addWidget(BodyText(tr("Not answered.")))
            card.body.addWidget(
                BodyText(tr("Right answer: {answer}").format(answer=presented.question.key_text()))
            )
        else:
            card.body.addWidget(FeedbackPanel(feedback))
        return card

    def _on_practise(self) -> None:
        self.practise_requested.emit(
            Blueprint(seed=secrets.randbits(48), count=len(self._missed), questions=self._missed)
        )


def _kind_words(score: float) -> str:
    if score >= 1:
        return tr("Everything right.")
    if score >= 0.75:
        return tr("Most of it is there.")
    if score >= 0.4:
        return tr("A good part is there. The rest comes with practice.")
    return tr("A start. Look at the evidence below, then try again.")
