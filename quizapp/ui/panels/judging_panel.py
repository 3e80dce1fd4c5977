"""One text that waits to be judged: what was asked, what was written, and what it is worth."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions.essay import Essay, length_words, word_count
from quizapp.services.values import WaitingEssay
from quizapp.translation import tr, tr_n
from quizapp.ui.widgets.area_field import AreaField
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.headings import CardTitle, PlainText, QuietText
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.points_rows import Points, PointsRows
from quizapp.ui.words import moment_words


class Judgement(NamedTuple):
    """What a text is given, also half-finished: points for each criterion, and a comment."""

    points: Points
    comment: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is given and nothing said."""
        return not self.comment.strip() and all(each is None for each in self.points)


def no_judgement(question: Essay) -> Judgement:
    """Nothing yet."""
    return Judgement((None,) * len(question.rubric))


class JudgingPanel(QWidget):
    """Shows one text; `changed` tells that the judgement is another, `completed` that a number key
    gave the last points.
    """

    changed = Signal()
    completed = Signal()

    def __init__(
        self, essay: WaitingEssay, judgement: Judgement, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.points = PointsRows(essay.question.rubric)
        self.points.show_points(judgement.points)
        self._comment = AreaField(
            tr("Comment"), tr("{name} reads it beside the points.").format(name=essay.learner)
        )
        self._comment.set_text(judgement.comment)
        self.points.changed.connect(self.changed)
        self.points.completed.connect(self.completed)
        self._comment.text_changed.connect(self._on_commented)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(MarkdownView(essay.question.stem, bold=True, media=essay.media))
        column.addWidget(_answer_card(essay))
        if essay.question.model_answer.strip():
            column.addWidget(_model_card(essay))
        column.addWidget(self._judgement_card())
        column.addStretch(1)

    def _judgement_card(self) -> Card:
        card = Card()
        card.body.setSpacing(2 * GRID)
        card.body.addWidget(CardTitle(tr("How much of this is in the answer?")))
        card.body.addWidget(self.points)
        card.body.addWidget(self._comment)
        return card

    def judgement(self) -> Judgement:
        """What is given so far."""
        return Judgement(self.points.points(), self._comment.text())

    def _on_commented(self) -> None:
        self.changed.emit()


def _answer_card(essay: WaitingEssay) -> Card:
    card = Card()
    card.body.setSpacing(GRID // 2)
    card.body.addWidget(CardTitle(tr("Answer of {name}").format(name=essay.learner)))
    words = tr_n("{n} word", "{n} words", word_count(essay.answer.text))
    parts = [moment_words(essay.answered_at), words]
    if asked := length_words(essay.question.min_words, essay.question.max_words):
        parts.append(tr("{length} are asked for").format(length=asked))
    card.body.addWidget(QuietText(" · ".join(parts)))
    card.body.addSpacing(GRID // 2)
    card.body.addWidget(PlainText(essay.answer.text))
    return card


def _model_card(essay: WaitingEssay) -> Card:
    card = Card()
    card.body.addWidget(CardTitle(tr("Model answer")))
    card.body.addWidget(MarkdownView(essay.question.model_answer, media=essay.media))
    return card
