"""A question as learners see it, answerable and graded at once, beside the form that writes it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.facts import AnyFact
from quizapp.packs import Manifest
from quizapp.questions import AnyAnswer, AnyQuestion, grade
from quizapp.questions.base import Layout
from quizapp.services.feedback import feedback_on
from quizapp.translation import tr
from quizapp.ui.question_widgets import make_question_widget
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.buttons import PrimaryButton, QuietButton
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.feedback_panel import FeedbackPanel
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.labelled_icon import IconMark, beside
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.words import topic_icon
from quizapp.values.topics import topic_word

SEED = 1
"""Options keep their places in the preview while the question is being written."""


class QuestionPreview(Column):
    """Shows one question after another; an answer stays while the question keeps its shape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Preview"))
        self._question: AnyQuestion | None = None
        self._layout: Layout = ()
        self._media: dict[str, bytes] = {}
        self._manifest: Manifest | None = None
        self._facts: Mapping[str, AnyFact] = {}
        self._widget: QuestionWidget[Any] | None = None
        self._is_checked = False
        self._shown: QWidget | None = None
        self._feedback: QVBoxLayout | None = None
        self._check: PrimaryButton | None = None
        self.show_nothing("")

    def set_sources(
        self, manifest: Manifest, facts: Mapping[str, AnyFact], media: Mapping[str, bytes]
    ) -> None:
        """What questions of the pack rest on and show."""
        self._manifest, self._facts, self._media = manifest, facts, dict(media)

    def set_facts(self, facts: Mapping[str, AnyFact]) -> None:
        """The facts that questions may rest on."""
        self._facts = facts

    def add_image(self, name: str, data: bytes) -> None:
        """An image that has just come into the pack."""
        self._media[name] = data

    def show_nothing(self, missing: str) -> None:
        """There is no question yet; `missing` says what it needs."""
        self._question = self._widget = None
        self._is_checked = False
        words = tr("Here you will see the question as learners do.")
        self._replace(EmptyState("eye", words, missing))

    def show_question(self, question: AnyQuestion) -> None:
        """Show `question`; an answer given to it before an edit is given again, and graded."""
        if question == self._question:
            return
        layout = question.layout(SEED)
        keeps_shape = type(question) is type(self._question) and layout == self._layout
        widget = self._widget if keeps_shape else None
        answer = (widget.answer() or widget.draft()) if widget else None
        was_checked = self._is_checked
        self._question, self._layout = question, layout
        self._build(question)
        if answer is not None and self._widget is not None:
            self._widget.set_answer(answer)
            if was_checked:
                self._show_grade(question, answer)
        self._refresh()

    def _build(self, question: AnyQuestion) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        chips = QHBoxLayout()
        chips.addWidget(Chip(topic_word(question.topic), topic_icon(question.topic)))
        chips.addStretch(1)
        chips.addWidget(QuietText(tr("As learners see it")))
        column.addLayout(chips)
        column.addWidget(MarkdownView(question.stem, TextRole.STEM, media=self._media))
        self._is_checked = False
        self._widget = make_question_widget(question, self._layout, self._media)
        self._widget.answer_changed.connect(self._refresh)
        self._widget.confirm_requested.connect(self._on_check)
        column.addWidget(self._widget)
        for hint in question.hints:
            column.addLayout(beside(IconMark("lightbulb"), MarkdownView(hint, media=self._media)))
        column.addLayout(self._buttons())
        self._feedback = QVBoxLayout()
        column.addLayout(self._feedback)
        column.addStretch(1)
        self._replace(content)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._check = PrimaryButton(tr("Check answer"))
        self._check.clicked.connect(self._on_check)
        again = QuietButton(tr("Start over"), "rotate-ccw")
        again.clicked.connect(self._on_again)
        row.addWidget(self._check)
        row.addWidget(again)
        row.addStretch(1)
        return row

    def _replace(self, content: QWidget) -> None:
        scroll = self.verticalScrollBar().value()
        if self._shown is not None:
            self.body.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = content
        self.body.addWidget(content)
        self.verticalScrollBar().setValue(scroll)

    def _refresh(self) -> None:
        if self._check is not None and self._widget is not None:
            step = self._widget.step_words()
            self._check.setText(step or self._widget.check_words() or tr("Check answer"))
            is_ready = (self._widget.draft() if step else self._widget.answer()) is not None
            self._check.setEnabled(not self._is_checked and is_ready)

    def _on_check(self) -> None:
        if self._widget is not None and self._widget.step_words():
            self._widget.take_step()
            return
        answer = self._widget.answer() if self._widget and not self._is_checked else None
        if answer is not None and self._question is not None:
            self._show_grade(self._question, answer)
            self._refresh()

    def _show_grade(self, question: AnyQuestion, answer: AnyAnswer) -> None:
        if self._widget is None or self._feedback is None:
            return
        self._is_checked = True
        graded = grade(question, answer)
        self._widget.set_read_only(True)
        self._widget.show_grade(graded, reveal=True)
        known = (self._facts[key] for key in question.facts if key in self._facts)
        facts = [(fact, self._manifest) for fact in known] if self._manifest else []
        feedback = feedback_on(question, answer, graded, facts)
        panel = FeedbackPanel(
            feedback, shows_answers=not self._widget.marks_parts, media=self._media
        )
        self._feedback.addWidget(panel)

    def _on_again(self) -> None:
        question = self._question
        if question is not None:
            self._build(question)
            self._refresh()
            if self._widget is not None:
                self._widget.focus_first()
