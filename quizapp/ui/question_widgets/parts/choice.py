"""Rows to choose from, shared by the types that are answered by choosing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import SPACING, key_of_position, position_of_key
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.option_row import OptionRow, OptionState
from quizapp.ui.widgets.reveal import reveal

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChoiceRows(QWidget):
    """A column of option rows, named 1–9 and then by letters.

    `order` holds the authored places in the order shown; places are what comes out. `changed` tells
    of choosing, `confirm_requested` of Enter on a row or, where one is chosen, a double click.
    """

    changed = Signal()
    confirm_requested = Signal()

    def __init__(
        self,
        texts: list[str],
        order: tuple[int, ...],
        parent: QWidget,
        *,
        multiple: bool = False,
        media: Media = NO_MEDIA,
    ) -> None:
        super().__init__(parent)
        self._order = order
        self._multiple = multiple
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        self.rows: list[OptionRow] = []
        for shown, text in enumerate(texts):
            row = OptionRow(text, key_of_position(shown), self, multiple=multiple, media=media)
            row.toggled.connect(self._on_toggled)
            row.installEventFilter(self)
            column.addWidget(row)
            self.rows.append(row)

    def places(self) -> tuple[int, ...]:
        """The authored places of the chosen rows, ascending."""
        chosen = zip(self._order, self.rows, strict=True)
        return tuple(sorted(place for place, row in chosen if row.isChecked()))

    def choose_places(self, places: tuple[int, ...]) -> None:
        """Choose just these."""
        for place, row in zip(self._order, self.rows, strict=True):
            row.choose(place in places)

    def choose_key(self, key: str) -> bool:
        """Choose, or toggle, the row that a digit or letter names."""
        position = position_of_key(key, len(self.rows))
        if position is None:
            return False
        row = self.rows[position]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        reveal(row)
        if self._multiple:
            row.choose(not row.isChecked())
        else:
            row.setChecked(True)
        return True

    def set_enabled_rows(self, enabled: bool) -> None:
        """Whether rows can be chosen."""
        for row in self.rows:
            row.set_state(OptionState.OPEN if enabled else OptionState.PLAIN)

    def mark(self, right: set[int], *, reveal: bool) -> None:
        """Show which chosen rows were right, and with `reveal` which ones were missed."""
        for place, row in zip(self._order, self.rows, strict=True):
            row.set_state(_state_of(place in right, row.isChecked(), reveal))

    def focus_first(self) -> None:
        """Give the focus to the chosen row, or the first one."""
        chosen = next((row for row in self.rows if row.isChecked()), self.rows[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter asks to confirm, and so does a double click on one of many; neither chooses."""
        if event.type() == QEvent.Type.MouseButtonDblClick and not self._multiple:
            self.confirm_requested.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if not isinstance(watched, OptionRow):
            return False
        if self._multiple and event.key() in _STEPS:
            self._step(self.rows.index(watched) + _STEPS[Qt.Key(event.key())])
            return True
        if event.key() not in ENTER:
            return False
        self.confirm_requested.emit()
        return True

    def _step(self, position: int) -> None:
        """To another row; Qt would go on to the next thing on the page after the last."""
        if 0 <= position < len(self.rows):
            row = self.rows[position]
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            reveal(row)

    def _on_toggled(self) -> None:
        self.changed.emit()


def choice_keys() -> list[tuple[str, str]]:
    """The keys that choose."""
    return [
        (tr("1–9 or a letter"), tr("Choose an option")),
        (tr("↑ ↓"), tr("Go from option to option")),
    ]


def _state_of(is_right: bool, is_chosen: bool, reveal: bool) -> OptionState:
    if is_chosen:
        return OptionState.RIGHT if is_right else OptionState.WRONG
    return OptionState.MISSED if is_right and reveal else OptionState.PLAIN
