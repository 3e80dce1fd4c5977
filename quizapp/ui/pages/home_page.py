"""What to do next: go on, start, and how far one is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.quizzes.blueprint import DEFAULT_COUNT, Blueprint, new_seed
from quizapp.services.values import HomeView, PackMastery, SittingSummary
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import BodyText, PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.ring import Ring
from quizapp.ui.widgets.row_button import RowButton
from quizapp.ui.words import mode_word, moment_words, percent_words, questions_words

RING = 88


class HomePage(Page):
    """Filled anew by `show_home`; emits what the learner wants."""

    quiz_requested = Signal(object)
    """The `Blueprint` of the quiz to start."""
    resume_requested = Signal(int)
    end_requested = Signal(int)
    """The number of an open sitting that is to be ended as it is."""
    result_requested = Signal(int)
    refresh_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Home")
        self._column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)
        self._deeds: dict[QWidget, Callable[[], None]] = {}
        self._primary: PrimaryButton | None = None

    def entered(self) -> None:
        """Ask for the present state."""
        self.refresh_requested.emit()

    def show_home(self, view: HomeView) -> None:
        """Show a learner's state."""
        self._clear()
        self._add(PageTitle(tr("Hello, {name}").format(name=view.learner.name)))
        if view.packs:
            self._add(self._start_card(view.open_sittings))
            self._add_other_open(view.open_sittings[1:])
            self._add_packs(view.packs)
            self._add_recent(view)
        else:
            how = tr("Put one in at a terminal: quizapp import FOLDER. Then come back here.")
            self._add(EmptyState("book-open", tr("There is no pack in this library yet."), how))
        self._column.body.addStretch(1)
        # After the new widgets are shown, and the old ones with the focus are gone.
        QTimer.singleShot(0, self, self._focus_primary)

    def _focus_primary(self) -> None:
        if self._primary and self.isVisible():
            self._primary.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the primary button says, wherever the focus is."""
        is_enter = event.key() in ENTER
        if is_enter and self._primary:
            self._primary.click()
            return
        super().keyPressEvent(event)

    def _clear(self) -> None:
        self._deeds = {}
        self._primary = None
        body = self._column.body
        while item := body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()

    def _add(self, widget: QWidget) -> None:
        self._column.body.addWidget(widget)

    def _does(self, button: Button | RowButton, deed: Callable[[], None]) -> None:
        self._deeds[button] = deed
        button.clicked.connect(self._on_clicked)

    def _start_card(self, opened: tuple[SittingSummary, ...]) -> Card:
        card = Card(margin=3 * GRID)
        if opened:
            self._fill_continue(card, opened[0])
        else:
            words = tr_n("Start quiz · {n} question", "Start quiz · {n} questions", DEFAULT_COUNT)
            self._primary = PrimaryButton(words, "play")
            self._does(self._primary, self._start_quiz)
            card.body.addWidget(SectionTitle(tr("Ten questions take about three minutes")))
            card.body.addWidget(QuietText(tr("New questions first, then those you know least.")))
            card.body.addSpacing(GRID)
            card.body.addWidget(self._primary, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _fill_continue(self, card: Card, sitting: SittingSummary) -> None:
        card.body.addWidget(SectionTitle(tr("Go on where you were")))
        card.body.addWidget(QuietText(_open_words(sitting)))
        card.body.addSpacing(GRID)
        self._primary = PrimaryButton(tr("Continue quiz"), "play")
        self._does(self._primary, partial(self.resume_requested.emit, sitting.attempt))
        another = Button(tr("Start another quiz"), "plus")
        self._does(another, self._start_quiz)
        end = QuietButton(tr("End it here"), "log-out")
        self._does(end, partial(self.end_requested.emit, sitting.attempt))
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self._primary, another, end):
            row.addWidget(button)
        card.body.addWidget(buttons)

    def _add_other_open(self, sittings: tuple[SittingSummary, ...]) -> None:
        if not sittings:
            return
        self._add(SectionTitle(tr("Other quizzes to go on with")))
        rows = _Rows()
        for sitting in sittings:
            end = tr("{answered} of {count}").format(
                answered=sitting.answered, count=sitting.questions
            )
            row = RowButton("play", _line(sitting, sitting.started_at), end)
            self._does(row, partial(self.resume_requested.emit, sitting.attempt))
            rows.column.addWidget(row)
        self._add(rows)

    def _add_packs(self, packs: tuple[PackMastery, ...]) -> None:
        self._add(SectionTitle(tr("Your packs")))
        for pack in packs:
            self._add(self._pack_card(pack))

    def _pack_card(self, mastery: PackMastery) -> Card:
        card = Card()
        words = QVBoxLayout()
        words.setSpacing(GRID)
        words.addWidget(SectionTitle(mastery.pack.title))
        words.addWidget(BodyText(mastery.pack.description))
        seen = tr("{seen} of {questions} seen").format(
            seen=mastery.seen, questions=questions_words(mastery.pack.questions)
        )
        facts = tr_n("{n} fact", "{n} facts", mastery.pack.facts)
        words.addWidget(QuietText(f"{seen} · {facts}"))
        practise = Button(tr("Practise this pack"), "target")
        self._does(practise, partial(self._start_quiz, (mastery.pack.id,)))
        words.addWidget(practise, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        row.addLayout(words, 1)
        row.addLayout(_ring(mastery))
        card.body.addLayout(row)
        return card

    def _add_recent(self, view: HomeView) -> None:
        self._add(SectionTitle(tr("What happened lately")))
        if not view.recent:
            self._add(QuietText(tr("Your finished quizzes will be listed here.")))
        rows = _Rows()
        for sitting in view.recent:
            right = tr("{right} of {count} right").format(
                right=sitting.right, count=sitting.questions
            )
            line = f"{_line(sitting, sitting.finished_at or sitting.started_at)} · {right}"
            row = RowButton("history", line, _score_words(sitting))
            self._does(row, partial(self.result_requested.emit, sitting.attempt))
            rows.column.addWidget(row)
        self._add(rows)

    def _start_quiz(self, packs: tuple[str, ...] = ()) -> None:
        self.quiz_requested.emit(Blueprint(seed=new_seed(), packs=packs))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget) and button in self._deeds:
            self._deeds[button]()


class _Rows(QWidget):
    """Rows of a list, close to each other."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)


def _ring(mastery: PackMastery) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    ring = Ring(tr("Mastery of this pack"), mastery.mastery, size=RING)
    words = tr("How likely you would recall a question of this pack today")
    ring.setToolTip(words)
    label = QuietText(tr("mastery"))
    label.setToolTip(words)
    label.setWordWrap(False)
    column.addWidget(ring, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return column


def _line(sitting: SittingSummary, moment: datetime) -> str:
    """A sitting in a row: when, and how it was asked."""
    return f"{moment_words(moment)} · {mode_word(sitting.mode)}"


def _open_words(sitting: SittingSummary) -> str:
    return tr("{answered} of {questions} answered · started {when}").format(
        answered=sitting.answered,
        questions=questions_words(sitting.questions),
        when=moment_words(sitting.started_at),
    )


def _score_words(sitting: SittingSummary) -> str:
    return percent_words(sitting.score) if sitting.is_scored else tr("not scored yet")
