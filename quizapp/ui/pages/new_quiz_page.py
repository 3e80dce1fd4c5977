"""Choosing what to be asked, how much and how."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.questions import QUESTION_TYPES
from quizapp.quizzes.blueprint import DEFAULT_COUNT, MAX_COUNT, Blueprint, new_seed
from quizapp.services.values import PackSummary
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.fields import ChoiceField, NumberField
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.headings import BodyText, CardTitle, PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.words import difficulty_word, topic_icon, type_icon, type_word
from quizapp.values.topics import TOPICS, topic_word

Value = TypeVar("Value")

MAX_MINUTES = 240
DIFFICULTIES = (1, 2, 3, 4, 5)


class NewQuizPage(Page):
    """Asks for the packs when it is shown, and for the count of matching questions at each
    change. Of each kind of chips none chosen means all.
    """

    refresh_requested = Signal()
    count_requested = Signal(object)
    """The `Blueprint` whose questions are to be counted."""
    quiz_requested = Signal(object)
    """The `Blueprint` of the quiz to start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("New quiz")
        self._packs: tuple[PackSummary, ...] = ()
        self._matches = 0
        self._pack = ChoiceField(tr("Pack"), [("", tr("All packs"))])
        self._topics = {name: FilterChip(topic_word(name), topic_icon(name)) for name in TOPICS}
        self._types = {
            name: FilterChip(type_word(name), type_icon(name)) for name in QUESTION_TYPES
        }
        self._difficulties = {level: FilterChip(difficulty_word(level)) for level in DIFFICULTIES}
        self._count = NumberField(tr("Number of questions"), 1, MAX_COUNT, DEFAULT_COUNT)
        self._mode = SegmentedControl(
            tr("How"),
            [("practice", tr("Practice")), ("exam", tr("Exam"))],
        )
        self._mode_words = QuietText()
        self._minutes = NumberField(tr("Time limit in minutes, 0 for none"), 0, MAX_MINUTES, 0)
        self._matching = BodyText("")
        self._start = PrimaryButton(tr("Start quiz"), "play")
        self._start.clicked.connect(self._on_start)
        self._connect()
        self._lay_out()
        self._on_changed()

    def _connect(self) -> None:
        for chips in (self._topics, self._types, self._difficulties):
            for chip in chips.values():
                chip.toggled.connect(self._on_changed)
        self._pack.chosen.connect(self._on_pack)
        self._mode.chosen.connect(self._on_changed)
        self._count.value_changed.connect(self._refresh_start)

    def _lay_out(self) -> None:
        column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(column)
        for part in (PageTitle(self.title), self._how_card(), self._what_card()):
            column.body.addWidget(part)
        column.body.addStretch(1)
        foot = Foot(column)
        foot.row.addWidget(self._matching, 1)
        foot.row.addWidget(self._start)
        outer.addWidget(foot)

    def _how_card(self) -> Card:
        card = Card()
        card.body.addWidget(SectionTitle(tr("How to ask")))
        card.body.addWidget(self._mode)
        card.body.addWidget(self._mode_words)
        numbers = QHBoxLayout()
        numbers.setSpacing(2 * GRID)
        numbers.addWidget(self._count, 1, Qt.AlignmentFlag.AlignTop)
        numbers.addWidget(self._minutes, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(numbers)
        return card

    def _what_card(self) -> Card:
        card = Card()
        card.body.addWidget(SectionTitle(tr("What to ask")))
        card.body.addWidget(self._pack)
        card.body.addWidget(QuietText(tr("Where you choose nothing, all of it is asked.")))
        for title, chips in (
            (tr("Topics"), self._topics.values()),
            (tr("Kinds of question"), self._types.values()),
            (tr("Difficulty"), self._difficulties.values()),
        ):
            card.body.addWidget(CardTitle(title))
            card.body.addWidget(_flow(title, chips))
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts the quiz, wherever the focus is."""
        if event.key() in ENTER and self._start.isEnabled():
            self._start.click()
        else:
            super().keyPressEvent(event)

    def entered(self) -> None:
        """Ask for the packs and the count."""
        self.refresh_requested.emit()
        self._on_changed()

    def show_packs(self, packs: tuple[PackSummary, ...]) -> None:
        """The packs to choose from; the choice made before stays."""
        self._packs = packs
        chosen = self._pack.value()
        self._pack.set_choices([("", tr("All packs")), *((each.id, each.title) for each in packs)])
        if chosen in {each.id for each in packs}:
            self._pack.set_value(chosen)
        self._pack.setVisible(len(packs) > 1)
        self._refresh_counts()

    def show_count(self, count: int) -> None:
        """How many questions match; none says what to do."""
        self._matches = count
        self._refresh_start()

    def blueprint(self) -> Blueprint:
        """What is chosen, with a new seed."""
        is_exam = self._mode.value() == "exam"
        pack = self._pack.value()
        return Blueprint(
            seed=new_seed(),
            mode="exam" if is_exam else "practice",
            count=self._count.value(),
            packs=(pack,) if pack else (),
            topics=_chosen(self._topics),
            types=_chosen(self._types),
            difficulties=_chosen(self._difficulties),
            time_limit=self._minutes.value() * 60 or None if is_exam else None,
        )

    def _refresh_counts(self) -> None:
        """On each chip, how many questions of the chosen packs it stands for."""
        pack = self._pack.value()
        shown = [each for each in self._packs if pack in ("", each.id)]
        topics, types, levels = Counter[str](), Counter[str](), Counter[int]()
        for each in shown:
            topics.update(each.topics)
            types.update(each.types)
            levels.update(each.difficulties)
        for name, chip in self._topics.items():
            chip.set_count(topics[name])
        for kind, chip in self._types.items():
            chip.set_count(types[kind])
        for level, chip in self._difficulties.items():
            chip.set_count(levels[level])

    def _refresh_start(self) -> None:
        count = self._matches
        if not count:
            words = tr("No question matches. Choose more topics, kinds or difficulties.")
        elif count < self._count.value():
            words = tr_n(
                "Only {n} question matches: the quiz will have just that.",
                "Only {n} questions match: the quiz will have just these.",
                count,
            )
        else:
            words = tr_n("{n} question matches.", "{n} questions match.", count)
        self._matching.set_text(words)
        self._start.setEnabled(count > 0)

    def _on_pack(self) -> None:
        self._refresh_counts()
        self._on_changed()

    def _on_changed(self) -> None:
        is_exam = self._mode.value() == "exam"
        self._minutes.setVisible(is_exam)
        self._mode_words.set_text(
            tr("Answers can be changed until you hand in; the feedback comes at the end.")
            if is_exam
            else tr("Every answer is met with its feedback at once.")
        )
        self.count_requested.emit(self.blueprint())

    def _on_start(self) -> None:
        self.quiz_requested.emit(self.blueprint())


def _chosen(chips: Mapping[Value, FilterChip]) -> tuple[Value, ...]:
    return tuple(value for value, chip in chips.items() if chip.isChecked())


def _flow(title: str, chips: Iterable[FilterChip]) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(title)
    layout = FlowLayout(holder)
    for chip in chips:
        layout.addWidget(chip)
    return holder
