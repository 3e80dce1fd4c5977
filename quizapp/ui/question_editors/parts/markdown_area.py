"""A text area that knows Markdown, and takes images."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from shiboken6 import isValid

from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.image_sheet import GivenImage, ask_for_image
from quizapp.ui.question_editors.parts.marks import (
    Selected,
    image_mark,
    linked,
    toggled,
    toggled_list,
)
from quizapp.ui.question_editors.parts.pasted_images import (
    Pasted,
    ask_about,
    has_image,
    pasted,
)
from quizapp.ui.widgets.text_area import TextArea

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class MarkdownArea(TextArea):
    """Ctrl+B, I, E, K, Shift+L and Shift+I do what the buttons of a tool bar do.

    An image that is pasted, or a file that is dropped, comes into the pack and into the text.
    """

    image_pasted = Signal(object)

    def __init__(
        self, context: FormContext, *, is_line: bool = False, least_lines: int = 1
    ) -> None:
        super().__init__(is_line=is_line, least_lines=least_lines)
        # A sheet must not open before whoever drops the image has been told that it was taken.
        self.image_pasted.connect(self._on_pasted, Qt.ConnectionType.QueuedConnection)
        self._context = context
        self._deeds: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_B, _CTRL): self.toggle_bold,
            (Qt.Key.Key_I, _CTRL): self.toggle_italic,
            (Qt.Key.Key_E, _CTRL): self.toggle_code,
            (Qt.Key.Key_K, _CTRL): self.add_link,
            (Qt.Key.Key_I, _CTRL | _SHIFT): self.choose_image,
        }
        if not is_line:
            self._deeds[Qt.Key.Key_L, _CTRL | _SHIFT] = self.toggle_list

    def toggle_bold(self) -> None:
        self._apply(toggled(self._selected(), "**"))

    def toggle_italic(self) -> None:
        self._apply(toggled(self._selected(), "*"))

    def toggle_code(self) -> None:
        self._apply(toggled(self._selected(), "`"))

    def toggle_list(self) -> None:
        self._apply(toggled_list(self._selected()))

    def add_link(self) -> None:
        self._apply(linked(self._selected()))

    def choose_image(self) -> None:
        """Ask for a file, and what it shows."""
        self._take(ask_for_image(self.window()))

    def _selected(self) -> Selected:
        return Selected(self.text(), *self.selection())

    def _apply(self, made: Selected) -> None:
        self.show_text(made.text)
        self.select(made.start, made.end)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Images

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        return has_image(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        if has_image(source):
            self.image_pasted.emit(pasted(source))
        else:
            super().insertFromMimeData(source)

    def _on_pasted(self, image: Pasted) -> None:
        self._take(ask_about(self.window(), image))

    def _take(self, given: GivenImage | None) -> None:
        if given is None:
            return
        file_name, data, alt = given
        place = QTextCursor(self.textCursor())  # it moves with what is typed meanwhile

        def insert(name: str) -> None:
            if name and isValid(self):
                self._context.media[name] = data
                place.insertText(on_its_own(image_mark(alt, name), place))

        self._context.add_image(file_name, data, insert)

    # Keys

    def event(self, event: QEvent) -> bool:
        """The keys above are this field's, whatever else they mean in the window."""
        is_ours = isinstance(event, QKeyEvent) and _keys_of(event) in self._deeds
        if is_ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deeds.get(_keys_of(event))
        if deed is not None and self.isEnabled():
            deed()
        else:
            super().keyPressEvent(event)


def _keys_of(event: QKeyEvent) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    return Qt.Key(event.key()), event.modifiers()


def on_its_own(mark: str, place: QTextCursor) -> str:
    """`mark` as a paragraph of its own at `place`: within a line, words would stand beside it."""
    text = place.document().toPlainText()
    before, after = text[: place.position()], text[place.position() :]
    above = "" if not before.strip() or before.endswith("\n\n") else "\n\n"
    below = "" if not after.strip() or after.startswith("\n\n") else "\n\n"
    return above + mark + below
