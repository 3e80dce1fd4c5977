"""Who is learning."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.errors import QuizError
from quizapp.people import Learner
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import PrimaryButton, QuietButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.headings import BodyText, CardTitle, PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.name_tile import NameTile
from quizapp.ui.widgets.painting import GRID

MANY = 8
COLUMNS = 2


class LearnerPage(Page):
    """The known names to choose from, and a field for a new one."""

    wants_focus = True
    chosen = Signal(object)
    """The `Learner` who was chosen."""
    back_requested = Signal()
    """Whoever was learning before goes on."""
    added = Signal(str)
    """The name that was typed for a new learner."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Who is learning?")
        self._learners: dict[NameTile, Learner] = {}
        self._welcome = BodyText(tr("Type your name to begin. Your scores are kept under it."))
        self._known = SectionTitle(tr("Choose your name"))
        self._filter = TextField(tr("Find a name"))
        self._filter.text_changed.connect(self._on_filter)
        self._filter.returned.connect(self._on_filter_returned)
        self._filter.editor.installEventFilter(self)
        self._nobody = QuietText(tr("No name has these letters. Are you new here? Type it below."))
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._back = QuietButton("", "chevron-left")
        self._back.clicked.connect(self.back_requested)
        self._name = TextField(tr("Your name"))
        self._name.returned.connect(self._on_add)
        self._new = CardTitle(tr("I am new here"))
        self._add = PrimaryButton(tr("Start learning"), "arrow-right")
        self._add.clicked.connect(self._on_add)
        self._lay_out()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        for column_at in range(COLUMNS):
            self._grid.setColumnStretch(column_at, 1)
        column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        card = Card()
        card.body.addWidget(self._new)
        card.body.addWidget(self._name)
        card.body.addSpacing(GRID)
        card.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        column.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (
            PageTitle(self.title),
            self._welcome,
            self._known,
            self._filter,
            self._nobody,
            self._grid_box,
            card,
        ):
            column.body.addWidget(widget)
        column.body.addStretch(1)

    def show_learners(self, learners: Sequence[Learner], present: str = "") -> None:
        """The names to choose from; `present` is whoever was learning so far."""
        self._back.setVisible(bool(present))
        self._back.setText(tr("Back to {name}").format(name=present))
        for tile in self._learners:
            tile.deleteLater()
        self._learners = {}
        for learner in learners:
            tile = NameTile(learner.name, self._grid_box)
            tile.clicked.connect(self._on_tile)
            self._learners[tile] = learner
        self._welcome.setVisible(not learners)
        self._known.setVisible(bool(learners))
        self._new.setVisible(bool(learners))
        self._filter.setVisible(len(learners) > MANY)
        self._filter.set_text("")
        self._arrange(list(self._learners))
        self.focus_first()

    def focus_first(self) -> None:
        """To the search where there are many names, to the first name, or to the empty field."""
        if len(self._learners) > MANY:
            self._filter.editor.setFocus()
        else:
            (next(iter(self._learners), None) or self._name.editor).setFocus()

    def show_problem(self, error: QuizError) -> None:
        """Say at the field why the name was not taken."""
        self._name.set_error(str(error))
        self._name.editor.setFocus()

    def entered(self) -> None:
        """Begin with empty fields."""
        self._name.set_text("")
        self._name.set_error("")
        self.focus_first()

    def _arrange(self, shown: list[NameTile]) -> None:
        while self._grid.takeAt(0):
            pass
        for tile in self._learners:
            tile.setVisible(tile in shown)
        for place, tile in enumerate(shown):
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        self._grid_box.setVisible(bool(shown))
        self._nobody.setVisible(bool(self._learners) and not shown)
        for before, after in pairwise([self._filter.editor, *shown, self._name.editor, self._add]):
            QWidget.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to whoever was learning."""
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search to the names."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_down = event.key() == Qt.Key.Key_Down
            return is_down and self.focusNextChild()
        return super().eventFilter(watched, event)

    def _matching(self, text: str) -> list[NameTile]:
        wanted = text.strip().casefold()
        return [tile for tile, each in self._learners.items() if wanted in each.name.casefold()]

    def _on_filter(self, text: str) -> None:
        self._arrange(self._matching(text))

    def _on_filter_returned(self) -> None:
        matching = self._matching(self._filter.text())
        if len(matching) == 1:
            self.chosen.emit(self._learners[matching[0]])

    def _on_tile(self) -> None:
        tile = self.sender()
        if isinstance(tile, NameTile):
            self.chosen.emit(self._learners[tile])

    def _on_add(self) -> None:
        self._name.set_error("")
        self.added.emit(self._name.text())
