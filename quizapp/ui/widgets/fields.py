"""Fields to fill in: a label above, help or what is wrong below, tall enough for a finger."""

from collections.abc import Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.theme import TextRole, colours_of, scaled
from quizapp.ui.widgets.buttons import IconButton
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.painting import (
    CONTROL_CORNER,
    GRID,
    TOUCH_HEIGHT,
    draw_box,
    is_rtl,
    leading,
    painting,
    start_of,
)

Value = TypeVar("Value")

_WRONG = QPalette.ColorRole.BrightText
_QUIET = QPalette.ColorRole.PlaceholderText

CHEVRON = 18
SIDE = 12
NARROWEST_TEXT = 48
NARROWEST_LIST = 160


def field_height() -> int:
    return max(TOUCH_HEIGHT, scaled(TOUCH_HEIGHT * 0.85))


class FieldFrame(QWidget):
    """The box around one of Qt's editors, whose own frame and ground are taken away."""

    def __init__(self, editor: QLineEdit | QSpinBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._is_wrong = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._row.addSpacing(SIDE - 4)  # not a margin: Qt does not mirror those
        self._row.addWidget(editor, 1)
        self._row.addSpacing(SIDE - 4)
        _undress(editor)
        self._align()
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _align(self) -> None:
        """Let the text begin where the program's lines do: Qt goes by what it is written in."""
        self._editor.setAlignment(start_of(self))

    def add_button(self, button: QWidget) -> None:
        self._row.addWidget(button)

    def set_wrong(self, is_wrong: bool) -> None:
        self._is_wrong = is_wrong
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), field_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), field_height())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        edge, width = (colours.wrong, 2.0) if self._is_wrong else (colours.edge, 1.0)
        if self._editor.hasFocus():
            edge, width = colours.focus, 2.0
        fill = colours.surface if self.isEnabled() else colours.hover
        with painting(self) as painter:
            draw_box(painter, self.rect(), fill, edge, CONTROL_CORNER, width)


def _undress(editor: QLineEdit | QSpinBox) -> None:
    editor.setFrame(False)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    palette.setColor(QPalette.ColorRole.Button, Qt.GlobalColor.transparent)
    editor.setPalette(palette)


class _Field(QWidget):
    """Label, editor, help."""

    def __init__(self, label: str, help_text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._help_text = help_text
        self._label = TextLabel(label, TextRole.BODY, bold=True)
        self._help = TextLabel(help_text, TextRole.SMALL, quiet=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self._label)
        self._column.addWidget(self._help)
        self._help.setVisible(bool(help_text))

    def _take_editor(self, shown: QWidget, editor: QWidget) -> None:
        self._column.insertWidget(1, shown)
        self._label.setBuddy(editor)
        self._label.setVisible(bool(self._label.text()))
        editor.setAccessibleName(self._label.accessibleName())
        editor.setAccessibleDescription(self._help_text)
        self.setFocusProxy(editor)

    def set_help(self, text: str) -> None:
        """Say something else below the field."""
        self._help_text = text
        self._help.set_text(text)
        self._help.setVisible(bool(text))


class TextField(_Field):
    """One line of text."""

    text_changed = Signal(str)
    returned = Signal()

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, help_text, parent)
        self.editor = QLineEdit()
        self._frame = FieldFrame(self.editor)
        self._take_editor(self._frame, self.editor)
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.returnPressed.connect(self.returned)

    def text(self) -> str:
        return self.editor.text()

    def set_text(self, text: str) -> None:
        self.editor.setText(text)

    def set_error(self, words: str) -> None:
        """Say what is wrong, until the text changes."""
        self._frame.set_wrong(bool(words))
        self._help.set_text(words or self._help_text)
        self._help.setVisible(bool(words or self._help_text))
        self._help.setForegroundRole(_WRONG if words else _QUIET)
        self.editor.setAccessibleDescription(words or self._help_text)

    def _on_text_changed(self, text: str) -> None:
        self.set_error("")
        self.text_changed.emit(text)


class NumberField(_Field):
    """A whole number within bounds."""

    value_changed = Signal(int)

    def __init__(
        self,
        label: str,
        minimum: int,
        maximum: int,
        value: int,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, help_text, parent)
        self.editor = _CalmSpinBox()
        self.editor.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.editor.setRange(minimum, maximum)
        self.editor.setValue(value)
        frame = FieldFrame(self.editor)
        self._take_editor(frame, self.editor)
        for icon, name, step in (
            ("chevron-down", tr("Less"), self.editor.stepDown),
            ("chevron-up", tr("More"), self.editor.stepUp),
        ):
            button = IconButton(icon, name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do it
            button.setAutoRepeat(True)
            button.clicked.connect(step)
            frame.add_button(button)
        self.editor.valueChanged.connect(self.value_changed)

    def value(self) -> int:
        return self.editor.value()

    def set_value(self, value: int) -> None:
        self.editor.setValue(value)


class ChoiceField(_Field, Generic[Value]):
    """One of several; each choice is a value and its words."""

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[Value, str]],
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, help_text, parent)
        self.editor = ChoiceBox()
        self._take_editor(self.editor, self.editor)
        self.set_choices(choices)
        self.editor.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[tuple[Value, str]]) -> None:
        self.editor.clear()
        for value, words in choices:
            self.editor.addItem(words, value)

    def value(self) -> Value:
        return cast("Value", self.editor.currentData())

    def set_value(self, value: Value) -> None:
        """Choose without telling; nothing happens when there is no such choice."""
        at = self.editor.findData(value)
        if at >= 0:
            self.editor.setCurrentIndex(at)

    def _on_activated(self) -> None:
        self.chosen.emit(self.value())


class ChoiceBox(QComboBox):
    """A combo box painted like the other fields; the wheel scrolls the page, not the choice.

    Its list is as wide as the box, and the entries in it wrap.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_open = False
        self.setItemDelegate(_WrappedItems(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._is_open

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 2 * SIDE, field_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), field_height())

    def showPopup(self) -> None:  # noqa: N802
        """Qt would let a list with a long entry grow past the window."""
        width = max(self.width(), scaled(NARROWEST_LIST))
        self.view().setFixedWidth(width)
        self.view().window().setFixedWidth(width)
        self._is_open = True
        super().showPopup()

    def hidePopup(self) -> None:  # noqa: N802
        self._is_open = False
        super().hidePopup()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_active = self.hasFocus() or self.is_open
        edge, width = (colours.focus, 2.0) if is_active else (colours.edge, 1.0)
        lit = self.underMouse() and self.isEnabled()
        text = colours.text if self.isEnabled() else colours.disabled
        size = scaled(CHEVRON)
        box = QRectF(SIDE, 0, self.width() - 3 * SIDE - size, self.height())
        chevron = QRectF(self.width() - SIDE - size, (self.height() - size) / 2, size, size)
        words = QFontMetrics(self.font()).elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(box.width())
        )
        with painting(self) as painter:
            fill = colours.hover if lit else colours.surface
            draw_box(painter, self.rect(), fill, edge, CONTROL_CORNER, width)
            draw_icon(painter, "chevron-down", text, leading(self, chevron))
            painter.setPen(QColor(text))
            painter.drawText(leading(self, box), start_of(self), words)


def wrapped(metrics: QFontMetrics, text: str, width: int) -> QRect:
    """The room that `text` takes when its lines are at most `width` wide."""
    room = QRect(0, 0, max(width, NARROWEST_TEXT), 10_000)
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text)


class _WrappedItems(QStyledItemDelegate):
    """Entries as wide as the list, and as high as their text needs; the chosen one has a tick."""

    def __init__(self, box: ChoiceBox) -> None:
        super().__init__(box)
        self._box = box

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = max(self._box.width(), scaled(NARROWEST_LIST))
        text = wrapped(option.fontMetrics, str(index.data()), width - self._sides())
        return QSize(width - 2 * SIDE, max(text.height() + 2 * GRID, field_height()))

    def _sides(self) -> int:
        return 4 * SIDE + scaled(CHEVRON)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = colours_of(self._box.palette())
        is_lit = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        painter.save()
        if is_lit:
            painter.fillRect(rect, QColor(colours.accent))
        colour = colours.accent_text if is_lit else colours.text
        from_right = is_rtl(self._box)
        size = scaled(CHEVRON)
        if index.row() == self._box.currentIndex():
            left = rect.left() + SIDE if from_right else rect.right() - SIDE - size
            tick = QRectF(left, rect.center().y() - size / 2, size, size)
            draw_icon(painter, "check", colour, tick)
        end = 2 * SIDE + size
        room = rect.adjusted(end if from_right else SIDE, 0, -SIDE if from_right else -end, 0)
        painter.setFont(self._box.font())
        painter.setPen(QColor(colour))
        flags = start_of(self._box) | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room, flags, str(index.data()))
        painter.restore()


class _CalmSpinBox(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
