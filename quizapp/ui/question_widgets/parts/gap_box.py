"""The boxes in the gaps of a text: to type in, or to choose in."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.questions.base import Verdict
from quizapp.questions.cloze import AnyGap, ChoiceGap, DateGap, NumericGap, TextGap
from quizapp.translation import tr
from quizapp.ui.question_widgets.parts.readings import date_reading, number_reading
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.answer_box import PickBox, TextBox
from quizapp.ui.widgets.fields import field_height
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.verdict_banner import verdict_words
from quizapp.values.folding import MAX_ANSWER_LENGTH

WIDTHS = {NumericGap: 128, DateGap: 184, TextGap: 200}
"""By kind alone: a width made for the answer would give it away."""


class _GapBox(QWidget):
    """A box of one gap; `returned` tells of Enter."""

    changed = Signal()
    focused = Signal()
    returned = Signal()

    def __init__(self, box: TextBox | PickBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = box
        self._editor = box.editor if isinstance(box, TextBox) else box
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(box)
        self.setFocusProxy(self._editor)
        self._editor.installEventFilter(self)

    def has_focus(self) -> bool:
        return self._editor.hasFocus()

    def reading(self) -> str:
        """How the text is understood; "" where that needs no words."""
        return ""

    def show_verdict(self, verdict: Verdict, right_answer: str) -> None:
        """Icon and colour; the words, and `right_answer`, are for screen readers."""
        words = verdict_words(verdict)
        if right_answer:
            right = tr("Right answer: {answer}").format(answer=plain_text(right_answer))
            words = f"{words}. {right}"
        self._box.show_verdict(verdict)
        self._editor.setAccessibleDescription(words)
        self._box.setToolTip(words)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focused.emit()
        return False


class TypedGapBox(_GapBox):
    """A gap to type in."""

    def __init__(self, gap: TextGap | NumericGap | DateGap, name: str) -> None:
        box = TextBox(name)
        super().__init__(box)
        self._text_box = box
        self._gap = gap
        self._is_read_only = False
        self._text_box.editor.setMaxLength(MAX_ANSWER_LENGTH)
        self._text_box.editor.textChanged.connect(self._on_text_changed)
        self._text_box.editor.returned.connect(self.returned)

    def text(self) -> str:
        return self._text_box.editor.text()

    def set_text(self, text: str) -> None:
        self._text_box.editor.setText(text)

    def set_read_only(self, read_only: bool) -> None:
        self._is_read_only = read_only
        self._text_box.set_read_only(read_only)

    def reading(self) -> str:
        """The number or date that is read."""
        if isinstance(self._gap, NumericGap):
            return number_reading(self.text(), self._gap.key)
        if isinstance(self._gap, DateGap):
            return date_reading(self.text(), self._gap.key.precision)
        return ""

    def sizeHint(self) -> QSize:
        width = scaled(WIDTHS[type(self._gap)])
        if self._is_read_only:
            width = max(width, self._text_box.fitting_width())
        return QSize(width, field_height())

    def _on_text_changed(self, text: str) -> None:
        del text
        self.changed.emit()


class ChoiceGapBox(_GapBox):
    """A gap to choose in."""

    def __init__(self, gap: ChoiceGap, order: tuple[int, ...], name: str) -> None:
        options = [gap.options[place] for place in order]
        choices = [("", tr("Choose…")), *((option, plain_text(option)) for option in options)]
        box = PickBox(name, choices)
        super().__init__(box)
        self._pick_box = box
        self._pick_box.activated.connect(self._on_activated)
        self._pick_box.returned.connect(self.returned)

    def text(self) -> str:
        return str(self._pick_box.currentData())

    def set_text(self, text: str) -> None:
        self._pick_box.set_value(text)

    def set_read_only(self, read_only: bool) -> None:
        self._pick_box.set_read_only(read_only, "…")

    def _on_activated(self) -> None:
        self.changed.emit()


def make_gap_box(
    gap: AnyGap, order: tuple[int, ...], number: int, count: int
) -> TypedGapBox | ChoiceGapBox:
    """The box for gap `number`, from 1, of `count`; `order` is that of its options."""
    if isinstance(gap, ChoiceGap):
        name = tr("Gap {n} of {count}, a choice").format(n=number, count=count)
        return ChoiceGapBox(gap, order, name)
    words = {
        NumericGap: tr("Gap {n} of {count}, a number"),
        DateGap: tr("Gap {n} of {count}, a date"),
        TextGap: tr("Gap {n} of {count}, words"),
    }
    return TypedGapBox(gap, words[type(gap)].format(n=number, count=count))
