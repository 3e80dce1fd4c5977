"""Who is learning."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.headings import BodyText, PageTitle, SectionTitle
from quizapp.ui.widgets.option_row import OptionRow

MANY = 8


class LearnerPage(Page):
    """The known names to choose from, and a field for a new one."""

    chosen = Signal(object)
    """The `Learner` who was chosen."""
    added = Signal(str)
    """The name that was typed for a new learner."""

    title = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Who is learning?")
        self._learners: dict[OptionRow, Learner] = {}
        self._welcome = BodyText(tr("Type your name to begin. Your scores are kept under it."))
        self._known = SectionTitle(tr("Choose your name"))
        self._filter = TextField(tr("Find a name"))
        self._filter.text_changed.connect(self._on_filter)
        self._rows = QWidget()
        self._row_column = QVBoxLayout(self._rows)
        self._row_column.setContentsMargins(0, 0, 0, 0)
        self._name = TextField(tr("Your name"))
        self._name.returned.connect(self._on_add)
        self._add = PrimaryButton(tr("Start learning"), "user")
        self._add.clicked.connect(self._on_add)
        self._lay_out()

    def _lay_out(self) -> None:
        column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        card = Card()
        card.body.addWidget(SectionTitle(tr("I am new here")))
        card.body.addWidget(self._name)
        card.body.addWidget(self._add)
        for widget in (
            PageTitle(self.title),
            self._welcome,
            self._known,
            self._filter,
            self._rows,
            card,
        ):
            column.body.addWidget(widget)
        column.body.addStretch(1)

    def show_learners(self, learners: Sequence[Learner]) -> None:
        """The names to choose from."""
        while item := self._row_column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._learners = {}
        for learner in learners:
            row = OptionRow(learner.name, parent=self._rows)
            row.clicked.connect(self._on_row)
            self._row_column.addWidget(row)
            self._learners[row] = learner
        self._welcome.setVisible(not learners)
        self._known.setVisible(bool(learners))
        self._filter.setVisible(len(learners) > MANY)
        self.focus_first()

    def focus_first(self) -> None:
        """To the first name, or to the field where there is none."""
        first = next(iter(self._learners), None)
        (first or self._name.editor).setFocus()

    def show_problem(self, error: QuizError) -> None:
        """Say at the field why the name was not taken."""
        self._name.set_error(str(error))
        self._name.editor.setFocus()

    def entered(self) -> None:
        """Begin with an empty field."""
        self._name.set_text("")
        self._name.set_error("")
        self.focus_first()

    def _on_filter(self, text: str) -> None:
        for row, learner in self._learners.items():
            row.setVisible(text.casefold() in learner.name.casefold())

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self.chosen.emit(self._learners[row])

    def _on_add(self) -> None:
        self._name.set_error("")
        self.added.emit(self._name.text())
