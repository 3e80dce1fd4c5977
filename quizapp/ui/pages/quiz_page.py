"""Taking a quiz: one question at a time."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Verdict
from quizapp.quizzes.attempt import Asked, Attempt, Confidence
from quizapp.services.study import Study
from quizapp.services.values import Feedback, Presented, Result, Sitting
from quizapp.translation import tr, tr_n
from quizapp.ui import messages
from quizapp.ui.motion import scroll_to
from quizapp.ui.page import Page
from quizapp.ui.pictures import Media
from quizapp.ui.question_widgets import make_question_widget
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.sitting_course import SittingCourse
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.clock_label import ClockLabel
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.feedback_panel import FeedbackPanel
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.headings import QuietText, TextLabel
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.labelled_icon import IconMark, beside
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.segments import Segments, SegmentState
from quizapp.ui.words import topic_icon
from quizapp.values.topics import topic_word

_VERDICT_STATES = {
    Verdict.RIGHT: SegmentState.RIGHT,
    Verdict.PARTLY: SegmentState.PARTLY,
    Verdict.WRONG: SegmentState.WRONG,
    Verdict.PENDING: SegmentState.ANSWERED,
}


_SCROLLING = {
    int(Qt.Key.Key_Up): -0.2,
    int(Qt.Key.Key_Down): 0.2,
    int(Qt.Key.Key_PageUp): -0.9,
    int(Qt.Key.Key_PageDown): 0.9,
}
"""How far a key scrolls what is checked, in pages."""
SLOW = 300
"""Milliseconds after which one wants to know that something is under way."""


class QuizPage(Page):
    """Shows a sitting's questions; every change is on the disk before it is on the screen."""

    wants_focus = True
    finished = Signal(object)
    """The `Result` of the sitting that ended."""
    left_requested = Signal()
    help_requested = Signal()

    def __init__(
        self,
        runner: TaskRunner,
        study: Study,
        *,
        ask_confidence: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = tr("Quiz")
        self._ask_confidence = ask_confidence
        self._widget: QuestionWidget[Any] | None = None
        self._panel: FeedbackPanel | None = None
        self._is_checked = False
        self._hints_shown = 0
        self._course = SittingCourse(runner, study, self)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        course = self._course
        course.question_changed.connect(self._on_question)
        course.marks_changed.connect(self._on_marks)
        course.graded.connect(self._on_graded)
        course.end_reached.connect(self._on_end_reached)
        course.clock_changed.connect(self._clock.set_seconds)
        course.failed.connect(self._on_failed)
        course.finished.connect(self._on_finished)
        self._segments.segment_clicked.connect(course.go_to)
        self._sure.chosen.connect(self._on_answer_changed)

    # Layout

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._top = QWidget()
        self._top.setLayout(self._top_row())
        outer.addWidget(self._top)
        self._column = Column()
        outer.addWidget(self._column, 1)
        # The range changes when the feedback has found its height.
        self._column.verticalScrollBar().rangeChanged.connect(self._reveal_feedback)
        self._question_box = QWidget()
        self._question = QVBoxLayout(self._question_box)
        self._question.setContentsMargins(0, 0, 0, 0)
        self._question.setSpacing(16)
        self._column.body.addWidget(self._question_box)
        self._column.body.addWidget(self._tools_row())
        self._feedback_box = QVBoxLayout()
        self._column.body.addLayout(self._feedback_box)
        self._column.body.addStretch(1)
        outer.addWidget(self._foot())

    def _foot(self) -> Foot:
        """The one button, as wide as the column above it."""
        self._go = PrimaryButton(tr("Check answer"))
        self._go.clicked.connect(self._on_go)
        self._go.installEventFilter(self)
        foot = Foot(self._column)
        foot.row.addWidget(self._go, 1)
        return foot

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        leave = IconButton("x", tr("Leave the quiz"))
        leave.clicked.connect(self._on_leave)
        self._segments = Segments()
        self._clock = ClockLabel()
        keys = IconButton("keyboard", tr("Keys (F1)"))
        keys.clicked.connect(self.help_requested)
        row.addWidget(leave)
        row.addWidget(self._segments, 1)
        row.addWidget(self._clock)
        row.addWidget(keys)
        return row

    def _tools_row(self) -> QWidget:
        self._tools = QWidget()
        row = FlowLayout(self._tools)
        self._hint = QuietButton(tr("Hint"), "lightbulb")
        self._skip = QuietButton(tr("Skip"), "skip-forward")
        self._flag = QuietButton(tr("Flag"), "flag")
        for tool, slot in (
            (self._hint, self._on_hint),
            (self._skip, self._on_skip),
            (self._flag, self._course.flag),
        ):
            tool.clicked.connect(slot)
            # A click leaves the focus where Enter checks the answer.
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(tool)
        self._sure = SegmentedControl(
            tr("How sure are you?"),
            [
                (Confidence.GUESS, tr("Guess")),
                (Confidence.UNSURE, tr("Unsure")),
                (Confidence.SURE, tr("Sure")),
            ],
            can_clear=True,
        )
        self._sure_box = QWidget()
        asking = QHBoxLayout(self._sure_box)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addSpacing(2 * GRID)  # not a margin: Qt does not mirror those
        asking.addWidget(TextLabel(tr("How sure?"), TextRole.SMALL, quiet=True, wraps=False))
        asking.addWidget(self._sure)
        row.addWidget(self._sure_box)
        return self._tools

    # Showing

    def show_sitting(self, sitting: Sitting) -> None:
        """Begin, or go on, at the sitting's present question."""
        self._course.begin(sitting)

    def _on_question(self) -> None:
        sitting = self._course.sitting
        if sitting is None:
            return
        presented = sitting.current
        asked = presented.asked
        self._is_checked = False
        is_exam = sitting.attempt.is_exam
        self._fill_question(presented, len(sitting.questions), is_exam=is_exam)
        if asked.answer and self._widget:
            self._widget.set_answer(asked.answer)
        self._sure.set_value(asked.confidence)
        self._on_marks()
        self._column.scroll_to_top()
        if self._widget and not (asked.is_answered and not sitting.attempt.is_exam):
            self._widget.focus_first()

    def _fill_question(self, presented: Presented, count: int, *, is_exam: bool) -> None:
        _empty(self._question)
        _empty(self._feedback_box)
        question = presented.question
        chips = QHBoxLayout()
        chips.setContentsMargins(0, 0, 0, 0)
        chips.addWidget(Chip(topic_word(question.topic), topic_icon(question.topic)))
        chips.addStretch(1)
        chips.addWidget(
            QuietText(tr("Question {n} of {count}").format(n=presented.position + 1, count=count))
        )
        holder = QWidget()
        holder.setLayout(chips)
        self._question.addWidget(holder)
        self._question.addWidget(MarkdownView(question.stem, TextRole.STEM, media=presented.media))
        self._widget = make_question_widget(question, presented.layout, presented.media)
        self._widget.set_exam(is_exam)
        self._widget.answer_changed.connect(self._on_answer_changed)
        self._widget.confirm_requested.connect(self._on_go)
        self._question.addWidget(self._widget)
        self._hints_shown = 0
        if presented.asked.skipped:
            self._question.addWidget(QuietText(tr("You skipped this question before.")))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """From the answer to the tools and the button, then to what stands above."""
        stops = [
            widget
            for part in (self._question_box, self._tools, self._go, self._top)
            for widget in (part, *part.findChildren(QWidget))
            # What is not a stop now may become one: each row of buttons has a single stop.
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.window() is self.window()
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _on_marks(self) -> None:
        """Show flags, hints and what became of each question."""
        sitting = self._course.sitting
        if sitting is None:
            return
        attempt = sitting.attempt
        states = [_state_of(asked, is_exam=attempt.is_exam) for asked in attempt.asked]
        flagged = {n for n, asked in enumerate(attempt.asked) if asked.flagged}
        self._segments.show_states(states, attempt.position, flagged)
        self._clock.setVisible(attempt.deadline is not None)
        hints = sitting.current.question.hints[: sitting.current.asked.hints_used]
        for hint in hints[self._hints_shown :]:
            self._question.addWidget(_hint_text(hint, sitting.current.media))
        self._hints_shown = len(hints)
        self._refresh_tools()

    def _refresh_tools(self) -> None:
        sitting = self._course.sitting
        if sitting is None or self._widget is None:
            return
        attempt = sitting.attempt
        presented = sitting.current
        asked = presented.asked
        closed = self._is_checked or (asked.is_answered and not attempt.is_exam)
        self._hint.setVisible(not closed and asked.hints_used < len(presented.question.hints))
        is_last_open = attempt.answered >= len(attempt.asked) - 1
        self._skip.setVisible(not closed and not asked.is_answered and not is_last_open)
        self._flag.setText(tr("Take the flag away") if asked.flagged else tr("Flag"))
        self._sure_box.setVisible(self._ask_confidence and not closed)
        is_saving = self._widget.is_read_only and not closed
        words = tr("Saving…") if is_saving else self._go_words(attempt, closed=closed)
        self._go.setText(words)
        has_answer = self._widget.answer() is not None
        can_step = bool(self._widget.step_words()) and self._widget.draft() is not None
        can_go = closed or has_answer or can_step or attempt.is_exam
        self._go.setEnabled(can_go and not is_saving)

    def _go_words(self, attempt: Attempt, *, closed: bool) -> str:
        """What Enter does now; some types call it by another name."""
        if self._widget is None or closed or attempt.is_exam:
            return _go_words(attempt, closed=closed)
        own = self._widget.step_words() or self._widget.check_words()
        return own or _go_words(attempt, closed=closed)

    def _on_answer_changed(self) -> None:
        if self._widget:
            self._course.fill_in(self._widget.answer(), self._sure.value_or_none())
            self._course.write(self._widget.draft())
        self._refresh_tools()

    def _on_graded(self, feedback: Feedback) -> None:
        if self._widget is None:
            return
        self._is_checked = True
        self._widget.show_grade(feedback.grade, reveal=True)
        _empty(self._feedback_box)
        self._panel = FeedbackPanel(
            feedback, shows_answers=not self._widget.marks_parts, media=self._widget.media
        )
        self._feedback_box.addWidget(self._panel)
        self._on_marks()
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal_feedback(self) -> None:
        """Scroll down to see the gist of the feedback, but never past its beginning."""
        if not self._is_checked or self._panel is None or not isValid(self._panel):
            return
        bar = self._column.verticalScrollBar()
        top = bar.value() + self._panel.mapTo(self._column, QPoint(0, 0)).y()
        end = top + self._panel.height_of_gist() + 2 * GRID - self._column.viewport().height()
        scroll_to(bar, max(min(end, top - GRID), bar.value()))

    # Deeds

    def _on_go(self) -> None:
        attempt = self._course.attempt
        if attempt is None or self._widget is None:
            return
        answer = self._widget.answer()
        if self._is_checked:
            self._course.go_on()
        elif self._widget.step_words():
            self._widget.take_step()
            self._order_tabs()
        elif answer is not None:
            self._send(answer)
        elif attempt.is_exam:
            self._course.go_on()
        else:
            self._widget.ask_for_answer()

    def _send(self, answer: AnyAnswer) -> None:
        if self._widget is None or self._course.is_busy:
            return
        if self._widget.missing_parts() and not self._is_meant():
            return
        # What is being checked must stay what is on the screen.
        self._widget.set_read_only(True)
        self._course.answer(answer, self._sure.value_or_none())
        QTimer.singleShot(SLOW, self, self._refresh_tools)

    def _is_meant(self) -> bool:
        """Whether an answer with parts left out is to be checked all the same."""
        return messages.ask(
            self,
            tr("Something is still empty"),
            tr("What you leave out counts as wrong."),
            tr("Check all the same"),
            tr("Fill it in"),
        )

    def _on_end_reached(self) -> None:
        attempt = self._course.attempt
        if attempt is None:
            return
        opened = [n + 1 for n, asked in enumerate(attempt.asked) if not asked.is_answered]
        flagged = [n + 1 for n, asked in enumerate(attempt.asked) if asked.flagged]
        lines = []
        if opened:
            lines.append(tr("Not answered: {list}").format(list=", ".join(map(str, opened))))
        if flagged:
            lines.append(tr("Flagged: {list}").format(list=", ".join(map(str, flagged))))
        detail = "\n".join(lines) or tr("All questions are answered.")
        if messages.ask(self, tr("Hand in now?"), detail, tr("Hand in"), tr("Go on working")):
            self._course.finish()

    def _on_finished(self, result: Result) -> None:
        # The time may have run out while something was being asked.
        messages.close_open_sheet()
        self.finished.emit(result)

    def _on_failed(self, error: Exception) -> None:
        if self._widget and not self._is_checked:
            self._widget.set_read_only(False)
        self._refresh_tools()
        messages.show_failure(self, error)

    def _on_skip(self) -> None:
        if self._skip.isVisible():
            self._course.skip()

    def _on_hint(self) -> None:
        if self._hint.isVisible():
            self._course.use_hint()

    # Leaving and keys

    def may_leave(self) -> bool:
        """Ask first, while the sitting is open."""
        attempt = self._course.attempt
        if attempt is None:
            return True
        kept = (
            tr_n(
                "Your {n} answer is kept, and you can go on later.",
                "Your {n} answers are kept, and you can go on later.",
                attempt.answered,
            )
            if attempt.answered
            else tr("You can go on later.")
        )
        if attempt.deadline is not None:
            kept = tr("{kept} The time goes on meanwhile.").format(kept=kept)
        leave = messages.ask(self, tr("Leave this quiz?"), kept, tr("Leave"), tr("Stay"))
        if leave:
            self._course.leave()
        return leave

    def _on_leave(self) -> None:
        self.left_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and letters choose, Enter goes on, Esc leaves after asking."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_leave()
        elif event.key() in ENTER:
            self._on_go()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._on_alt_key(event)
        elif not self._chose(event.text()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows scroll what is checked; from a button Qt would go to another one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pages = _SCROLLING.get(event.key()) if self._is_checked else None
            if pages is not None:
                bar = self._column.verticalScrollBar()
                bar.setValue(bar.value() + round(pages * bar.pageStep()))
                return True
        return super().eventFilter(watched, event)

    def _chose(self, key: str) -> bool:
        is_typing = isinstance(self.focusWidget(), QLineEdit)
        return not is_typing and self._widget is not None and self._widget.choose(key)

    def _on_alt_key(self, event: QKeyEvent) -> None:
        actions = {
            Qt.Key.Key_H: self._on_hint,
            Qt.Key.Key_S: self._on_skip,
            Qt.Key.Key_F: self._course.flag,
        }
        action = actions.get(Qt.Key(event.key()))
        if action:
            action()

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of this page and of the question on it."""
        return [
            *(self._widget.help_keys() if self._widget else []),
            (tr("Enter"), tr("Check the answer, then go on")),
            (tr("Alt+H"), tr("Show a hint")),
            (tr("Alt+S"), tr("Skip this question for now")),
            (tr("Alt+F"), tr("Flag this question")),
            (tr("Esc"), tr("Leave the quiz; your answers are kept")),
        ]


def _go_words(attempt: Attempt, *, closed: bool) -> str:
    """What Enter does now."""
    if attempt.is_exam:
        last = attempt.position == len(attempt.asked) - 1
        return tr("Hand in") if last else tr("Save and go on")
    if not closed:
        return tr("Check answer")
    following = attempt.next_open()
    if following is None:
        return tr("Show result")
    if following == attempt.position + 1:
        return tr("Next question")
    return tr("Go to question {n}").format(n=following + 1)


def _hint_text(hint: str, media: Media) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(tr("Hint: {hint}").format(hint=plain_text(hint)))
    row = beside(IconMark("lightbulb", "partly"), MarkdownView(hint, media=media))
    row.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(row)
    return holder


def _state_of(asked: Asked, *, is_exam: bool) -> SegmentState:
    if asked.grade is None:
        return SegmentState.SKIPPED if asked.skipped else SegmentState.LEFT
    return SegmentState.ANSWERED if is_exam else _VERDICT_STATES[asked.grade.verdict]


def _empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.deleteLater()
