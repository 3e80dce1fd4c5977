"""What to do next: go on, start, and how far one is."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.quizzes.blueprint import DEFAULT_COUNT, Blueprint
from quizapp.services.values import HomeView, PackMastery, SittingSummary
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.headings import BodyText, CardTitle, PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.ring import Ring
from quizapp.ui.words import moment_words, percent_words, topic_word


def new_seed() -> int:
    """A seed that no sitting has had."""
    return secrets.randbits(48)


class HomePage(Page):
    """Filled anew by `show_home`; emits what the learner wants."""

    quiz_requested = Signal(object)
    """The `Blueprint` of the quiz to start."""
    resume_requested = Signal(int)
    result_requested = Signal(int)
    refresh_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Home")
        self._column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)
        self._blueprints: dict[QWidget, Blueprint] = {}
        self._sittings: dict[QWidget, int] = {}
        self._start: PrimaryButton | None = None

    def entered(self) -> None:
        """Ask for the present state."""
        self.refresh_requested.emit()

    def show_home(self, view: HomeView) -> None:
        """Show a learner's state."""
        self._clear()
        self._add(PageTitle(tr("Hello, {name}").format(name=view.learner.name)))
        if not view.packs:
            self._add(EmptyState("book-open", tr("There is no pack in this library yet.")))
        else:
            self._add_start(view)
            for pack in view.packs:
                self._add(self._pack_card(pack))
            self._add_recent(view)
        self._column.body.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the primary button says, unless another button has the focus."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        focused = self.focusWidget()
        button = focused if isinstance(focused, QAbstractButton) else self._start
        if is_enter and button is not None:
            button.click()
            return
        super().keyPressEvent(event)

    def _clear(self) -> None:
        self._blueprints, self._sittings = {}, {}
        body = self._column.body
        while item := body.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()

    def _add(self, widget: QWidget) -> None:
        self._column.body.addWidget(widget)

    def _add_start(self, view: HomeView) -> None:
        card = Card()
        if view.open_sittings:
            self._fill_continue(card, view.open_sittings[0])
        else:
            words = tr_n("Start quiz · {n} question", "Start quiz · {n} questions", DEFAULT_COUNT)
            self._start = PrimaryButton(words, "play")
            self._blueprints[self._start] = Blueprint(seed=new_seed())
            card.body.addWidget(CardTitle(tr("Ten questions take about three minutes")))
            card.body.addWidget(QuietText(tr("New questions first, then those you know least.")))
            card.body.addWidget(self._start)
        if view.open_sittings:
            another = Button(tr("Start another quiz"), "play")
            self._blueprints[another] = Blueprint(seed=new_seed())
            card.body.addWidget(another)
        self._add(card)
        for button in self._blueprints:
            self._on_click(button)
        if self._start:
            self._start.setFocus()

    def _on_click(self, button: QWidget) -> None:
        if isinstance(button, Button | PrimaryButton | QuietButton):
            button.clicked.connect(self._on_button)

    def _fill_continue(self, card: Card, sitting: SittingSummary) -> None:
        card.body.addWidget(CardTitle(tr("Go on where you were")))
        card.body.addWidget(
            QuietText(
                tr("{answered} of {count} questions answered · started {when}").format(
                    answered=sitting.answered,
                    count=sitting.questions,
                    when=moment_words(sitting.started_at),
                )
            )
        )
        button = PrimaryButton(tr("Continue quiz"), "play")
        self._sittings[button] = sitting.attempt
        button.clicked.connect(self._on_continue)
        card.body.addWidget(button)
        self._start = button

    def _pack_card(self, mastery: PackMastery) -> Card:
        card = Card()
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(CardTitle(mastery.pack.title))
        words.addWidget(BodyText(mastery.pack.description))
        words.addWidget(
            QuietText(
                tr("{seen} of {count} questions seen · {facts} facts").format(
                    seen=mastery.seen, count=mastery.pack.questions, facts=mastery.pack.facts
                )
            )
        )
        top.addLayout(words, 1)
        top.addWidget(Ring(tr("Mastery of this pack"), mastery.mastery))
        card.body.addLayout(top)
        for topic in mastery.topics:
            said = tr("seen {seen} of {count} · {percent}").format(
                seen=topic.seen, count=topic.questions, percent=percent_words(topic.mastery)
            )
            card.body.addWidget(Bar(topic_word(topic.topic), topic.mastery, said))
        button = Button(tr("Practise this pack"), "target")
        self._blueprints[button] = Blueprint(seed=new_seed(), packs=(mastery.pack.id,))
        button.clicked.connect(self._on_button)
        card.body.addWidget(button)
        return card

    def _add_recent(self, view: HomeView) -> None:
        self._add(SectionTitle(tr("What happened lately")))
        if not view.recent:
            self._add(QuietText(tr("Your finished quizzes will be listed here.")))
        for sitting in view.recent:
            words = tr("{when} · {right} of {count} right · {percent}").format(
                when=moment_words(sitting.finished_at or sitting.started_at),
                right=sitting.right,
                count=sitting.questions,
                percent=percent_words(sitting.score),
            )
            button = QuietButton(words, "history")
            self._sittings[button] = sitting.attempt
            button.clicked.connect(self._on_result)
            self._column.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.quiz_requested.emit(self._blueprints[button])

    def _on_continue(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.resume_requested.emit(self._sittings[button])

    def _on_result(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.result_requested.emit(self._sittings[button])
