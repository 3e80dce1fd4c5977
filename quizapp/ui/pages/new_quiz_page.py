"""Choosing what to be asked, how much and how."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.questions import QUESTION_TYPES
from quizapp.questions.base import TOPICS
from quizapp.quizzes.blueprint import DEFAULT_COUNT, MAX_COUNT, Blueprint
from quizapp.services.values import PackSummary
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.fields import ChoiceField, NumberField
from quizapp.ui.widgets.headings import BodyText, CardTitle, PageTitle
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.toggle import Toggle
from quizapp.ui.words import topic_word, type_word

MAX_MINUTES = 240
DIFFICULTIES = (1, 2, 3, 4, 5)


class NewQuizPage(Page):
    """Asks for the packs when it is shown, and for the count of matching questions at each
    change.
    """

    refresh_requested = Signal()
    count_requested = Signal(object)
    """The `Blueprint` whose questions are to be counted."""
    quiz_requested = Signal(object)
    """The `Blueprint` of the quiz to start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("New quiz")
        self._pack = ChoiceField(tr("Pack"), [("", tr("All packs"))])
        self._topics = {topic: Toggle(topic_word(topic)) for topic in TOPICS}
        self._type = ChoiceField(
            tr("Kind of question"),
            [("", tr("All kinds")), *((name, type_word(name)) for name in QUESTION_TYPES)],
        )
        self._difficulty = ChoiceField(
            tr("Difficulty, 1 is easy"),
            [(0, tr("All")), *((number, str(number)) for number in DIFFICULTIES)],
        )
        self._count = NumberField(tr("Number of questions"), 1, MAX_COUNT, DEFAULT_COUNT)
        self._mode = SegmentedControl(
            tr("How"),
            [("practice", tr("Practice: feedback at once")), ("exam", tr("Exam: at the end"))],
        )
        self._minutes = NumberField(
            tr("Time limit in minutes"), 0, MAX_MINUTES, 0, tr("0 is no limit.")
        )
        self._matching = BodyText("")
        self._start = PrimaryButton(tr("Start quiz"), "play")
        self._start.clicked.connect(self._on_start)
        self._connect()
        self._lay_out()
        self._on_changed()

    def _connect(self) -> None:
        for toggle in self._topics.values():
            toggle.setChecked(True)
            toggle.toggled.connect(self._on_changed)
        for field in (self._pack, self._type, self._difficulty):
            field.chosen.connect(self._on_changed)
        self._mode.chosen.connect(self._on_changed)

    def _lay_out(self) -> None:
        column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        what, how = Card(), Card()
        what.body.addWidget(CardTitle(tr("What to ask")))
        for widget in (self._pack, *self._topics.values(), self._type, self._difficulty):
            what.body.addWidget(widget)
        how.body.addWidget(CardTitle(tr("How to ask")))
        for widget in (self._mode, self._count, self._minutes):
            how.body.addWidget(widget)
        for part in (PageTitle(self.title), what, how, self._matching, self._start):
            column.body.addWidget(part)
        column.body.addStretch(1)

    def entered(self) -> None:
        """Ask for the packs and the count."""
        self.refresh_requested.emit()
        self._on_changed()

    def show_packs(self, packs: tuple[PackSummary, ...]) -> None:
        """The packs to choose from; the choice made before stays."""
        chosen = self._pack.value()
        self._pack.set_choices([("", tr("All packs")), *((each.id, each.title) for each in packs)])
        if chosen in {each.id for each in packs}:
            self._pack.set_value(chosen)

    def show_count(self, count: int) -> None:
        """How many questions match; none says what to do."""
        self._matching.set_text(
            tr_n("{n} question matches.", "{n} questions match.", count)
            if count
            else tr("No question matches. Choose more topics, kinds or difficulties.")
        )
        self._start.setEnabled(count > 0)

    def blueprint(self) -> Blueprint:
        """What is chosen, with a new seed."""
        is_exam = self._mode.value() == "exam"
        pack, kind, difficulty = self._pack.value(), self._type.value(), self._difficulty.value()
        topics = tuple(topic for topic in TOPICS if self._topics[topic].isChecked())
        return Blueprint(
            seed=secrets.randbits(48),
            mode="exam" if is_exam else "practice",
            count=self._count.value(),
            packs=(pack,) if pack else (),
            topics=() if len(topics) == len(TOPICS) else topics,
            types=(kind,) if kind else (),
            difficulties=(difficulty,) if difficulty else (),
            time_limit=self._minutes.value() * 60 or None if is_exam else None,
        )

    def _on_changed(self) -> None:
        self._minutes.setVisible(self._mode.value() == "exam")
        if not any(toggle.isChecked() for toggle in self._topics.values()):
            self.show_count(0)
            return
        self.count_requested.emit(self.blueprint())

    def _on_start(self) -> None:
        self.quiz_requested.emit(self.blueprint())
