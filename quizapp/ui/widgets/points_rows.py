"""Giving points for each criterion of a rubric: by buttons, by number keys, or typed."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from quizapp.questions.essay import Criterion
from quizapp.translation import tr, tr_n
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import BodyText, QuietText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.reveal import reveal
from quizapp.ui.widgets.rubric_rows import points_words
from quizapp.ui.widgets.segmented_control import SegmentedControl

FIELD_WIDTH = 84

Points = tuple[float | None, ...]
"""For each criterion; None where none are given yet."""


class PointsRows(QWidget):
    """A row for each criterion. A number key gives points to the row that has the focus, else to
    the first one without, and goes on to the next; `completed` tells that it was the last.
    """

    changed = Signal()
    completed = Signal()

    def __init__(self, rubric: Sequence[Criterion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = [_Row(criterion) for criterion in rubric]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for row in self._rows:
            row.changed.connect(self.changed)
            column.addWidget(row)

    def points(self) -> Points:
        """What is given so far."""
        return tuple(row.points for row in self._rows)

    def judged(self) -> tuple[float, ...] | None:
        """The points for each criterion; None while some have none, or such as cannot be given."""
        given = tuple(n for n in self.points() if n is not None)
        return given if len(given) == len(self._rows) else None

    def show_points(self, points: Points) -> None:
        """Show points that were given before."""
        for row, given in zip(self._rows, points, strict=True):
            row.show_points(given)

    def focus_open(self) -> None:
        """Give the focus to the first row without points, else to the first one."""
        self._focus(next((row for row in self._rows if row.points is None), self._rows[0]))

    def take_digit(self, digit: int) -> None:
        """Give so many points."""
        row = self._present()
        if row is None:
            return
        if not row.give(digit):
            self._focus(row)
            return
        following = self._rows[self._rows.index(row) + 1 :]
        if following:
            self._focus(following[0])
        elif self.judged() is None:
            self.focus_open()
        else:
            self.completed.emit()

    def _present(self) -> "_Row | None":
        """The row that has the focus, else the first one without points if there is any."""
        focused = [row for row in self._rows if row.has_focus()]
        unjudged = [row for row in self._rows if row.points is None]
        return next(iter(focused or unjudged), None)

    def _focus(self, row: "_Row") -> None:
        row.give_focus()
        reveal(row)


class _Row(QWidget):
    changed = Signal()

    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self._most = criterion.points
        self._control: SegmentedControl[float] = SegmentedControl(
            criterion.text,
            [(0.0, tr("None")), (self._most / 2, tr("Half")), (self._most, tr("Full"))],
            can_clear=True,
        )
        self._field = TextField("")
        name = tr("Points for “{criterion}”").format(criterion=criterion.text)
        self._field.editor.setAccessibleName(name)
        self._field.editor.setMaxLength(7)
        self._of = QuietText(tr("of {points}").format(points=points_words(self._most)))
        self._of.setWordWrap(False)
        line = FlowLayout()
        for part in (self._control, self._field, self._of):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(BodyText(criterion.text))
        column.addLayout(line)
        self._control.chosen.connect(self._on_chosen)
        self._field.text_changed.connect(self._on_text)
        self._fit()

    @property
    def points(self) -> float | None:
        """None where the field is empty, or has no points that can be given."""
        return _read(self._field.text(), self._most)

    def give(self, points: float) -> bool:
        """Give so many points, and True; or say why they cannot be given."""
        if points > self._most:
            self._say_bounds()
            return False
        self.show_points(points)
        return True

    def show_points(self, points: float | None) -> None:
        self._field.set_text("" if points is None else f"{points:g}")

    def has_focus(self) -> bool:
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def give_focus(self) -> None:
        """To the button at which Tab stops."""
        for button in self._control.findChildren(QAbstractButton):
            if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_bounds(self) -> None:
        self._field.set_error(tr("0 to {most:g}").format(most=self._most))

    def _on_chosen(self, points: float | None) -> None:
        self.show_points(points)

    def _on_text(self, text: str) -> None:
        if text.strip() and self.points is None:
            self._say_bounds()
        self._control.set_value(None)
        self._control.set_value(self.points)
        self.changed.emit()

    def _fit(self) -> None:
        self._field.setFixedWidth(scaled(FIELD_WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


def digit_of(event: QKeyEvent) -> int | None:
    """The number that a key alone stands for; None for other keys."""
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    return int(text) if is_plain and len(text) == 1 and text.isdecimal() else None


def sum_words(given: float, possible: float) -> str:
    """Points of all that could be given; a whole number of them decides the plural."""
    words = tr_n("{{given:g}} of {n} point", "{{given:g}} of {n} points", int(possible))
    if possible != int(possible):
        words = tr("{given:g} of {possible:g} points")
    return words.format(given=round(given, 2), possible=possible)


def _read(text: str, most: float) -> float | None:
    """Typed points, with a point or a comma; None where they are no number from 0 to `most`."""
    try:
        points = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return points if math.isfinite(points) and 0 <= points <= most else None
