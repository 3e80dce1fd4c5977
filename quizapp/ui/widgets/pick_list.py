"""Several of many: those that are chosen below each other, and a list to add from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.buttons import IconButton
from quizapp.ui.widgets.fields import ChoiceBox
from quizapp.ui.widgets.headings import BodyText, TextLabel
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.painting import GRID

_WRONG = QPalette.ColorRole.BrightText
_QUIET = QPalette.ColorRole.PlaceholderText
_OPENING = {Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4, *ENTER}


class PickList(QWidget):
    """`prompt` is what the list to add from says: "Add a reference…"."""

    changed = Signal()

    def __init__(
        self, label: str, prompt: str, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._prompt = prompt
        self._help_text = help_text
        self._choices: dict[str, str] = {}
        self._chosen: list[str] = []
        self._help = TextLabel(help_text, TextRole.SMALL, quiet=True)
        self._box = _AddBox()
        self._box.setAccessibleName(tr("{field}: {action}").format(field=label, action=prompt))
        self._box.activated.connect(self._on_activated)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(TextLabel(label, TextRole.BODY, bold=True))
        column.addLayout(self._rows)
        column.addWidget(self._box)
        column.addWidget(self._help)
        self.setFocusProxy(self._box)
        self.set_error("")

    def value(self) -> list[str]:
        """The ids of what is chosen, in the order in which it was."""
        return list(self._chosen)

    def set_value(self, chosen: Sequence[str]) -> None:
        """Choose these without telling; ids that are in no choice are shown as they are."""
        self._chosen = list(dict.fromkeys(chosen))
        self._show()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """What there is to choose from: ids with their words. What is chosen stays."""
        self._choices = dict(choices)
        self._show()

    def set_error(self, words: str) -> None:
        """Say what is wrong, until something else is chosen."""
        self._help.set_text(words or self._help_text)
        self._help.setForegroundRole(_WRONG if words else _QUIET)
        self._help.setVisible(bool(words or self._help_text))

    def _show(self) -> None:
        self.set_error("")
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for name in self._chosen:
            row = _Chosen(name, self._choices.get(name, name))
            row.removed.connect(self._on_removed)
            self._rows.addWidget(row)
        self._box.clear()
        self._box.addItem(self._prompt, "")
        for name, words in self._choices.items():
            if name not in self._chosen:
                self._box.addItem(words, name)
        self._box.setVisible(self._box.count() > 1)

    def _on_activated(self) -> None:
        if name := self._box.currentData():
            self._chosen.append(name)
            self._show()
            self.changed.emit()

    def _on_removed(self, name: str) -> None:
        self._chosen.remove(name)
        self._show()
        self._box.setFocus()
        self.changed.emit()


class _AddBox(ChoiceBox):
    """A list to add from: keys open it, and choose nothing while it is closed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self.showPopup()
        else:
            event.ignore()


class _Chosen(QWidget):
    """One that is chosen, with a button that takes it out again."""

    removed = Signal(str)

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self._name = name
        button = IconButton("x", tr("Take out: {what}").format(what=words))
        button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(BodyText(words), 1)
        row.addWidget(button)

    def _on_clicked(self) -> None:
        self.removed.emit(self._name)
