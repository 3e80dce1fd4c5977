"""Tags: words that questions are found by."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.icons import draw_icon
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.line_frame import LineFrame
from quizapp.ui.widgets.painting import GRID, draw_box, draw_ring, leading, painting, start_of
from quizapp.ui.widgets.push_button import PushButton
from quizapp.values.folding import fold, storable

MOST_OFFERED = 6


class TagsInput(LabelledEditor):
    """Chosen tags as chips that can be taken out, a line to write more, known ones to add."""

    def __init__(self, context: FormContext) -> None:
        super().__init__(
            tr("Tags"), tr("Words to find it by. Enter or a comma adds what you typed.")
        )
        self._context = context
        self._tags: list[str] = []
        self.frame = LineFrame()
        self.line = self.frame.line
        self.line.setPlaceholderText(tr("Add a tag"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._on_typed)
        self.line.editingFinished.connect(self._add_typed)
        self._chosen, self._chosen_flow = _flow()
        self._offered, self._offered_flow = _flow()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self._chosen, self.frame, self._offered):
            column.addWidget(part)
        self.put(holder, self.line)
        self._show()

    def read(self) -> list[str] | None:
        return list(self._tags) or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        given = value if isinstance(value, list) else []
        self._tags = list(dict.fromkeys(each for each in given if isinstance(each, str)))
        self._show()

    def offer_anew(self) -> None:
        """Other tags are known now."""
        self._show()

    def set_wrong(self, is_wrong: bool) -> None:
        self.frame.set_wrong(is_wrong)

    def _show(self) -> None:
        _clear(self._chosen_flow)
        for tag in self._tags:
            chip = TagChip(tag, is_chosen=True)
            chip.clicked.connect(self._on_removed)
            self._chosen_flow.addWidget(chip)
        self._chosen.setVisible(bool(self._tags))
        self._offer()

    def _offer(self) -> None:
        """Show known tags that begin as what is typed does."""
        typed = fold(self.line.text())
        free = (tag for tag in self._context.tags if tag not in self._tags)
        offered = [tag for tag in free if fold(tag).startswith(typed)][:MOST_OFFERED]
        _clear(self._offered_flow)
        for tag in offered:
            chip = TagChip(tag, is_chosen=False)
            chip.clicked.connect(self._on_offered)
            self._offered_flow.addWidget(chip)
        self._offered.setVisible(bool(offered))
        self.rearranged.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Backspace in the line; whoever comes there wants to see the tags there are."""
        if event.type() == QEvent.Type.FocusIn:
            self._context.look_around()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in ENTER and self.line.text().strip():
            self._add_typed()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._tags:
            self._change([*self._tags[:-1]])
            return True
        return False

    def _on_typed(self, text: str) -> None:
        if "," in text:
            self._add_typed()
        else:
            self._offer()

    def _add_typed(self) -> None:
        typed = storable(self.line.text()).split(",")
        wanted = [" ".join(tag.split()) for tag in typed if tag.strip()]
        if self.line.text():
            self.line.clear()
        if wanted:
            self._change([*self._tags, *wanted])

    def _change(self, tags: Sequence[str]) -> None:
        self._tags = list(dict.fromkeys(tags))
        self._show()
        self.tell()

    def _on_removed(self) -> None:
        chip = self.sender()
        if isinstance(chip, TagChip):
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._change([tag for tag in self._tags if tag != chip.tag])

    def _on_offered(self) -> None:
        chip = self.sender()
        if isinstance(chip, TagChip):
            self.line.clear()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._change([*self._tags, chip.tag])


class TagChip(PushButton):
    """A tag that is chosen, and can be taken out, or one that can be added."""

    SIDE = 12
    ICON = 14
    HEIGHT = 32

    def __init__(self, tag: str, *, is_chosen: bool) -> None:
        super().__init__()
        self.tag = tag
        self._is_chosen = is_chosen
        words = tr("Take out: {what}") if is_chosen else tr("Add: {what}")
        self.setAccessibleName(words.format(what=tag))
        self.setToolTip(words.format(what=tag))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = QFontMetrics(text_font(TextRole.SMALL, bold=True)).horizontalAdvance(self.tag)
        return QSize(2 * self.SIDE + scaled(self.ICON) + 6 + text + 2, scaled(self.HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), scaled(80)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        is_lit = self.underMouse() or self.isDown()
        fill = colours.accent_soft if self._is_chosen else None
        text = colours.accent if self._is_chosen else colours.quiet
        edge = colours.accent if self._is_chosen else colours.edge
        size = scaled(self.ICON)
        corner = self.height() / 2
        metrics = QFontMetrics(text_font(TextRole.SMALL, bold=True))
        room = self.width() - 2 * self.SIDE - size - 6
        words = metrics.elidedText(self.tag, Qt.TextElideMode.ElideRight, room + 1)
        first = self.SIDE if not self._is_chosen else self.width() - self.SIDE - size
        icon = QRectF(first, (self.height() - size) / 2, size, size)
        start = self.SIDE if self._is_chosen else self.SIDE + size + 6
        with painting(self) as painter:
            draw_box(painter, self.rect(), colours.hover if is_lit else fill, edge, corner)
            if self.keyboard_focus.is_visible:
                draw_ring(painter, self.rect(), colours.focus, corner)
            name = "x" if self._is_chosen else "plus"
            draw_icon(painter, name, text, leading(self, icon))
            painter.setFont(text_font(TextRole.SMALL, bold=True))
            painter.setPen(QColor(text))
            place = leading(self, QRectF(start, 0, room + 1, self.height()))
            painter.drawText(place, start_of(self), words)


def _flow() -> tuple[QWidget, FlowLayout]:
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder, FlowLayout(holder, gap=6, line_gap=6)


def _clear(layout: FlowLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
