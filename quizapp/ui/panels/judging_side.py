"""The texts that wait to be judged: a list beside the page, or in narrow windows a box above it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.services.values import WaitingEssay
from quizapp.translation import tr
from quizapp.ui.theme import TextRole, colours_of, scaled
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.fields import ChoiceField
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.painting import GRID, leading, painting
from quizapp.ui.widgets.row_list import RowList
from quizapp.ui.widgets.waiting_row import WaitingRow
from quizapp.ui.words import listed, moment_words

WIDTH = 248
LONGEST_STEM = 90
NONE = -1
"""Stands in the box for no text."""

Key = tuple[int, int]
"""A sitting and the place of the question in it."""


def key_of(essay: WaitingEssay) -> Key:
    """By what a text is known."""
    return essay.attempt, essay.position


def by_question(essays: Sequence[WaitingEssay]) -> list[list[WaitingEssay]]:
    """The texts of each question together, the question that waits longest first."""
    groups: dict[tuple[str, str], list[WaitingEssay]] = {}
    for essay in sorted(essays, key=lambda each: each.answered_at):
        groups.setdefault((essay.pack, essay.question.id), []).append(essay)
    return list(groups.values())


class JudgingSide(QWidget):
    """A heading for each question, below it who has answered it. `chosen` tells the `Key`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Key] = []
        self._list = RowList()
        self._list.moved.connect(self._on_moved)
        column = Column(width=WIDTH * 2)
        column.set_margin(2 * GRID)
        column.body.addWidget(self._list)
        column.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(column)
        self._column = column
        self._fit()

    def show_essays(
        self, groups: Sequence[Sequence[WaitingEssay]], judged: Mapping[Key, str]
    ) -> None:
        """Have these; `judged` are the points in words of those that do not wait any more."""
        self._list.clear()
        self._keys = [key_of(essay) for group in groups for essay in group]
        parts: list[QWidget] = []
        for group in groups:
            stem = _stem(group[0])
            heading = TextLabel(stem, TextRole.SMALL, bold=True, quiet=True)
            heading.setContentsMargins(0, GRID if parts else 0, 0, 0)
            parts.append(heading)
            for essay in group:
                row = WaitingRow(essay.learner, stem, moment_words(essay.answered_at))
                row.show_points(judged.get(key_of(essay), ""))
                row.clicked.connect(self._on_clicked)
                parts.append(row)
        self._list.add_rows(parts)

    def show_points(self, key: Key, points: str) -> None:
        """A text has been judged."""
        row = self._list.rows[self._keys.index(key)]
        if isinstance(row, WaitingRow):
            row.show_points(points)

    def set_chosen(self, key: Key | None) -> None:
        """Mark one, or none, without telling."""
        for row, of in zip(self._list.rows, self._keys, strict=True):
            row.setAutoExclusive(False)
            row.setChecked(of == key)
            row.setAutoExclusive(True)
            if of == key:
                self._column.ensureWidgetVisible(row, 0, 2 * GRID)

    def has_focus(self) -> bool:
        """Whether the keyboard is in the list."""
        return any(row.hasFocus() for row in self._list.rows)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, WaitingRow):
            self._on_moved(self._list.rows.index(row))

    def _on_moved(self, number: int) -> None:
        self.chosen.emit(self._keys[number])

    def _fit(self) -> None:
        self.setFixedWidth(scaled(WIDTH) + 25)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = leading(self, QRectF(self.width() - 1, 0, 1, self.height()))
        with painting(self) as painter:
            painter.fillRect(edge, QColor(colours_of(self.palette()).line))


class JudgingBox(QWidget):
    """The same in one line."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Key] = []
        self._essays: dict[Key, WaitingEssay] = {}
        self._words: list[str] = []
        self._chosen: Key | None = None
        self._choice: ChoiceField[int] = ChoiceField("", [])
        self._choice.editor.setAccessibleName(tr("Texts"))
        self._choice.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choice)

    def show_essays(
        self, groups: Sequence[Sequence[WaitingEssay]], judged: Mapping[Key, str]
    ) -> None:
        """Have these."""
        self._essays = {key_of(essay): essay for group in groups for essay in group}
        self._keys = list(self._essays)
        self._words = [
            _choice_words(essay, judged.get(key, "")) for key, essay in self._essays.items()
        ]

    def show_points(self, key: Key, points: str) -> None:
        """A text has been judged."""
        self._words[self._keys.index(key)] = _choice_words(self._essays[key], points)
        self.set_chosen(self._chosen)

    def set_chosen(self, key: Key | None) -> None:
        """Show one, or none, without telling."""
        self._chosen = key
        choices = list(enumerate(self._words))
        if key is None:
            self._choice.set_choices([(NONE, tr("Choose a text")), *choices])
        else:
            self._choice.set_choices(choices)
            self._choice.set_value(self._keys.index(key))

    def has_focus(self) -> bool:
        """Whether the keyboard is in the box."""
        return self._choice.editor.hasFocus()

    def _on_chosen(self, number: int) -> None:
        if number != NONE:
            self.chosen.emit(self._keys[number])


def _choice_words(essay: WaitingEssay, points: str) -> str:
    state = tr("Judged: {points}").format(points=points) if points else ""
    return listed(essay.learner, state, _stem(essay))


def _stem(essay: WaitingEssay) -> str:
    stem = plain_text(essay.question.stem)
    return stem if len(stem) <= LONGEST_STEM else f"{stem[:LONGEST_STEM].rstrip()}…"
