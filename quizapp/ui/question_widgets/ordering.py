"""Answering an ordering question: rows that move."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.ordering import Ordering, OrderingAnswer
from quizapp.translation import tr
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.theme import TextRole, scaled, text_font
from quizapp.ui.widgets.buttons import Button, QuietButton
from quizapp.ui.widgets.headings import BodyText, QuietText

_PLACE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 48
_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class OrderingWidget(QuestionWidget[Ordering]):
    """A list to drag in, or to move in with buttons or with Alt and the arrow keys.

    The order shown at first is an answer only once something was moved, or it was said to be right.
    """

    def __init__(self, question: Ordering, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(question, layout, parent)
        self._is_touched = False
        self.column.addWidget(
            QuietText(tr("First at the top. Drag, use the buttons, or hold Alt and press ↑ or ↓."))
        )
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Items to put in order"))
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._list.setWordWrap(True)
        self._list.setFont(text_font(TextRole.BODY))
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._list.model().rowsMoved.connect(self._on_moved)
        self.column.addWidget(self._list)
        self._buttons = QWidget()
        self._add_buttons()
        self._outcome = BodyText("")
        self._outcome.hide()
        self.column.addWidget(self._buttons)
        self.column.addWidget(self._outcome)
        self._show_order(layout[0])

    def _add_buttons(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        up = Button(tr("Move up"), "arrow-up")
        down = Button(tr("Move down"), "arrow-down")
        keep = QuietButton(tr("This order is right"), "check")
        up.clicked.connect(self._on_up)
        down.clicked.connect(self._on_down)
        keep.clicked.connect(self._on_moved)
        for button in (up, down, keep):
            row.addWidget(button)
        row.addStretch(1)

    def _show_order(self, places: tuple[int, ...]) -> None:
        self._list.clear()
        texts = self.question.texts()
        for place in places:
            item = QListWidgetItem(texts[place])
            item.setData(_PLACE, place)
            self._list.addItem(item)
        self._number()
        self._list.setCurrentRow(0)

    def _number(self) -> None:
        """Write each row's place before its text, and let the list be as high as its rows."""
        texts = self.question.texts()
        total = 0
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setText(f"{row + 1}.  {texts[item.data(_PLACE)]}")
            hint = item.sizeHint()
            hint.setHeight(scaled(ROW_HEIGHT))
            item.setSizeHint(hint)
            total += scaled(ROW_HEIGHT)
        self._list.setFixedHeight(total + 2 * self._list.frameWidth() + 2)

    def places(self) -> tuple[int, ...]:
        """The authored places in the order shown."""
        return tuple(self._list.item(row).data(_PLACE) for row in range(self._list.count()))

    def answer(self) -> OrderingAnswer | None:
        """The order, once it was touched."""
        return OrderingAnswer(items=self.places()) if self._is_touched else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Show the order."""
        if isinstance(answer, OrderingAnswer) and set(answer.items) == set(self.places()):
            self._show_order(answer.items)
            self._is_touched = True

    def set_read_only(self, read_only: bool) -> None:
        """Nothing moves then."""
        super().set_read_only(read_only)
        self._buttons.setVisible(not read_only)
        mode = QAbstractItemView.DragDropMode
        self._list.setDragDropMode(mode.NoDragDrop if read_only else mode.InternalMove)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Say behind each row whether it stands right, and below the right order."""
        self.set_read_only(True)
        for row, part in enumerate(grade.parts):
            item = self._list.item(row)
            said = tr("✓ right place") if part.score >= 1 else tr("✗ another place")
            item.setText(f"{item.text()}   {said}")
        if reveal and grade.score < 1:
            self._outcome.set_text(
                tr("Right order: {order}").format(order=self.question.key_text())
            )
            self._outcome.show()

    def focus_first(self) -> None:
        """To the list."""
        self._list.setFocus()

    def help_keys(self) -> list[tuple[str, str]]:
        """Moving by keys."""
        return [(tr("Alt+↑, Alt+↓"), tr("Move the item up or down"))]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt or Ctrl with an arrow moves the current row; Enter asks to confirm."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() & _MOVING and event.key() in moves:
                self._move(moves[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.confirm_requested.emit()
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        row = self._list.currentRow()
        target = row + by
        if self.is_read_only or row < 0 or not 0 <= target < self._list.count():
            return
        item = self._list.takeItem(row)
        self._list.insertItem(target, item)
        self._list.setCurrentRow(target)
        self._on_moved()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _on_moved(self) -> None:
        self._is_touched = True
        self._number()
        self.answer_changed.emit()
