"""Answering an ordering question: rows that move."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout, PartResult
from quizapp.questions.ordering import Ordering, OrderingAnswer
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget, position_of_key, verdict_of
from quizapp.ui.widgets.buttons import QuietButton
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.order_list import OrderList


class OrderingWidget(QuestionWidget[Ordering]):
    """Rows to drag, or to move with their buttons or with Alt and the arrow keys.

    The order shown at first is an answer only once something was moved, or it was said to stay.
    """

    def __init__(
        self,
        question: Ordering,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._is_touched = False
        self._help = QuietText(
            tr("First at the top. Drag a row, use its arrows, or press Alt+↑ and Alt+↓.")
        )
        self._list = OrderList(question.texts(), media=media)
        self._list.setAccessibleName(tr("Items to put in order"))
        self._list.set_order(layout[0])
        self._list.moved.connect(self._on_moved)
        self._list.confirm_requested.connect(self.confirm_requested)
        self._keep = QuietButton(tr("Keep this order"), "check")
        self._keep.setToolTip(tr("If the items already stand in the right order"))
        self._keep.clicked.connect(self._on_kept)
        self.column.addWidget(self._help)
        self.column.addWidget(self._list)
        self.column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)

    def answer(self) -> OrderingAnswer | None:
        """The order, once it was touched."""
        return OrderingAnswer(items=self._list.order()) if self._is_touched else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Show the order."""
        if isinstance(answer, OrderingAnswer) and set(answer.items) == set(self._list.order()):
            self._list.set_order(answer.items)
            self._on_moved()

    def set_read_only(self, read_only: bool) -> None:
        """Nothing moves then."""
        super().set_read_only(read_only)
        self._list.set_read_only(read_only)
        self._help.setVisible(not read_only)
        self._keep.setVisible(not read_only and not self._is_touched)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Say in each row whether it stands right, and with `reveal` where it belongs."""
        self.set_read_only(True)
        graded = zip(self._list.order(), self._list.shown_rows(), grade.parts, strict=False)
        for item, row, part in graded:
            row.show_verdict(verdict_of(part), self._words(item, part, reveal=reveal))

    @staticmethod
    def _words(item: int, part: PartResult, *, reveal: bool) -> str:
        if part.score >= 1:
            return tr("Right place")
        return tr("Belongs at {n}").format(n=item + 1) if reveal else tr("Wrong place")

    def choose(self, key: str) -> bool:
        """Pick the row that the key names; Alt with an arrow then moves it."""
        position = position_of_key(key, len(self._list.rows))
        if position is None or self.is_read_only:
            return False
        self._list.focus_row(position, Qt.FocusReason.ShortcutFocusReason)
        return True

    def focus_first(self) -> None:
        """To the first row."""
        self._list.focus_row(0, Qt.FocusReason.OtherFocusReason)

    def ask_for_answer(self) -> None:
        """To the button that says that the order is meant as it is."""
        self._keep.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_keys(self) -> list[tuple[str, str]]:
        """Moving by keys."""
        return [
            (tr("↑ ↓, 1–9"), tr("Pick an item")),
            (tr("Alt+↑, Alt+↓"), tr("Move the item up or down")),
        ]

    def _on_moved(self) -> None:
        self._is_touched = True
        self._keep.hide()
        self.answer_changed.emit()

    def _on_kept(self) -> None:
        self._list.focus_row(0, Qt.FocusReason.OtherFocusReason)
        self._help.set_text(tr("This order is your answer. You can still move items."))
        self._on_moved()
