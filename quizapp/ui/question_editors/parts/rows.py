"""Lists whose entries are rows: to add, take out, and move by drag or by keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FieldEditor, Remark, RemarkList
from quizapp.ui.question_editors.parts.row_frame import RowContent, RowFrame
from quizapp.ui.question_editors.paths import first_step, joined, number_of
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.buttons import QuietButton
from quizapp.ui.widgets.edge_scroller import EdgeScroller
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.painting import GRID


class ListEditor(FieldEditor):
    """Edits a list; `least` rows are shown even while nothing is in them.

    Empty rows at the end are not part of the value, and a list of nothing leaves the field out.
    Subclasses make the rows, and say what they are called.
    """

    least = 0
    most = 26
    can_move = True
    add_words = ""

    def __init__(self, label: str, help_text: str = "") -> None:
        super().__init__()
        self.frames: list[RowFrame] = []
        self.label = TextLabel(label, TextRole.BODY, bold=True)
        self.help = TextLabel(help_text, TextRole.SMALL, quiet=True)
        self.remarks = RemarkList()
        self.add_button = QuietButton(self.add_words or tr("Add"), "plus")
        if label:
            name = tr("{field}: {action}").format(field=label, action=self.add_button.text())
            self.add_button.setAccessibleName(name)
        self.add_button.clicked.connect(self._on_add)
        self.stop = self.add_button
        self.rows = QVBoxLayout()
        self.rows.setSpacing(GRID)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID // 2)
        for part in (self.label, self.help):
            self.column.addWidget(part)
        self.label.setVisible(bool(label))
        self.help.setVisible(bool(help_text))
        self.column.addLayout(self.rows)
        self.column.addWidget(self.remarks)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._dragged: RowFrame | None = None
        self._before: list[RowFrame] = []
        self._scroller = EdgeScroller(self)
        self._scroller.scrolled.connect(self._follow)
        self._fit(self.least)

    # What subclasses say

    def make_row(self) -> RowContent:
        """An editor for one entry."""
        raise NotImplementedError

    def blank(self) -> Any:  # noqa: ANN401
        """What stands in the list for an empty row that is not at its end."""
        return ""

    def row_name(self, number: int) -> str:
        """What the row with this number, from 1, is called: "Option 1"."""
        raise NotImplementedError

    # The value

    @property
    def contents(self) -> list[RowContent]:
        """The editors of the entries, from above."""
        return [frame.content for frame in self.frames]

    def read(self) -> list[Any] | None:
        values = [content.value() for content in self.contents]
        while values and values[-1] is None:
            values.pop()
        return [self.blank() if value is None else value for value in values] or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        values = value if isinstance(value, list) else []
        self._fit(max(len(values), self.least))
        for n, frame in enumerate(self.frames):
            frame.content.set_value(values[n] if n < len(values) else None)

    def _fit(self, count: int) -> None:
        """Have so many rows; one that somebody is in stays."""
        while len(self.frames) < count:
            self._insert(len(self.frames))
        while len(self.frames) > count and not self.frames[-1].has_focus_within():
            self._drop(self.frames[-1])
        self._number()

    def _insert(self, at: int) -> RowFrame:
        frame = RowFrame(self.make_row(), can_move=self.can_move)
        frame.content.changed.connect(self._on_row_changed)
        frame.content.rearranged.connect(self.rearranged)
        frame.next_requested.connect(self._on_next)
        frame.removal_requested.connect(self._on_removal)
        frame.move_requested.connect(self._on_move)
        frame.grip.pulled.connect(self._on_pulled)
        frame.grip.released.connect(self._on_released)
        frame.grip.cancelled.connect(self._on_cancelled)
        self.frames.insert(at, frame)
        self.rows.insertWidget(at, frame)
        frame.show()  # at once, to take the focus
        return frame

    def _drop(self, frame: RowFrame) -> None:
        self.frames.remove(frame)
        self.rows.removeWidget(frame)
        frame.hide()
        frame.deleteLater()

    def _number(self) -> None:
        """Name the rows by their places, and let readers and Tab go through them in order."""
        for number, frame in enumerate(self.frames, start=1):
            frame.set_name(self.row_name(number), number)
            frame.raise_()  # a screen reader reads the children in this order
        self.remarks.raise_()
        self.add_button.raise_()
        self.add_button.setVisible(len(self.frames) < self.most)
        self.on_numbered()
        self.rearranged.emit()

    def on_numbered(self) -> None:
        """The rows are others, or in another order."""

    # Adding and taking out

    def add_row(self, at: int | None = None) -> None:
        """Put an empty row there, and the focus into it."""
        if len(self.frames) < self.most:
            frame = self._insert(len(self.frames) if at is None else at)
            self._number()
            frame.content.focus_path("")
            self.tell()

    def _on_add(self) -> None:
        self.add_row()

    def _on_next(self) -> None:
        at = self._sender_at() + 1
        if at < len(self.frames) and (
            self.frames[at].content.is_empty() or len(self.frames) >= self.most
        ):
            self.frames[at].content.focus_path("")
        else:
            self.add_row(at)

    def _on_removal(self) -> None:
        self.remove_row(self._sender_at())

    def remove_row(self, at: int) -> None:
        """Take the row out; its neighbour gets the focus."""
        self.before_removal(at)
        self._drop(self.frames[at])
        if len(self.frames) < self.least:
            self._insert(len(self.frames))
        self._number()
        if self.frames:
            self.frames[max(at - 1, 0)].content.focus_path("")
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell()

    def before_removal(self, at: int) -> None:
        """The row is about to be taken out."""

    def _sender_at(self) -> int:
        sender = self.sender()
        return next(n for n, frame in enumerate(self.frames) if frame is sender)

    def _on_row_changed(self, path: str) -> None:
        sender = self.sender()
        at = next((n for n, content in enumerate(self.contents) if content is sender), None)
        if at is not None:
            self.on_row_changed(at, path)
            self.tell(joined(f"[{at}]", path))

    def on_row_changed(self, at: int, path: str) -> None:
        """The row at `at` has another value."""

    # Moving

    def move_row(self, frame: RowFrame, target: int) -> None:
        """Let `frame` stand at `target`, from 0, and tell; no place beyond the ends."""
        if self.can_move and 0 <= target < len(self.frames) and self._take_to(frame, target):
            self._number()
            self.tell()

    def _take_to(self, frame: RowFrame, target: int) -> bool:
        if self.frames.index(frame) == target:
            return False
        focus = QApplication.focusWidget()
        self.frames.remove(frame)
        self.frames.insert(target, frame)
        self.rows.removeWidget(frame)
        self.rows.insertWidget(target, frame)
        if focus is not None and frame.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_move(self, by: int) -> None:
        frame = self.frames[self._sender_at()]
        self.move_row(frame, self.frames.index(frame) + by)

    def _on_pulled(self, at: QPoint) -> None:
        frame = next(frame for frame in self.frames if frame.grip is self.sender())
        if self._dragged is None:
            self._dragged, self._before = frame, [*self.frames]
            frame.set_lifted(True)
        self._scroller.follow(at)
        self._follow(at)

    def _follow(self, at: QPoint) -> None:
        """Let the dragged row stand where the pointer is."""
        frame = self._dragged
        if frame is None:
            return
        y = self.mapFromGlobal(at).y()
        others = [each for each in self.frames if each is not frame]
        self._take_to(frame, sum(each.geometry().center().y() < y for each in others))

    def _on_released(self) -> None:
        if self._end_drag() and self._before != self.frames:
            self._number()
            self.tell()

    def _on_cancelled(self) -> None:
        frame = self._dragged
        if self._end_drag() and frame is not None:
            self._take_to(frame, self._before.index(frame))

    def _end_drag(self) -> bool:
        frame, self._dragged = self._dragged, None
        self._scroller.stop()
        if frame is not None:
            frame.set_lifted(False)
        return frame is not None

    # Problems

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        at_rows: list[list[Remark]] = [[] for _ in self.frames]
        own = []
        for remark in remarks:
            step, rest = first_step(remark.path)
            at = number_of(step)
            if at is not None and at < len(at_rows):
                at_rows[at].append(remark._replace(path=rest))
            else:
                own.append((self.words_of(remark), remark.tone))
        self.remarks.show_remarks(own)
        for frame, each in zip(self.frames, at_rows, strict=True):
            frame.content.show_problems(each)

    def words_of(self, remark: Remark) -> str:
        """What to say of the list as a whole."""
        is_missing = self.value() is None and remark.severity == "error"
        return tr("Nothing is written here yet.") if is_missing else remark.words

    def focus_path(self, path: str) -> None:
        step, rest = first_step(path)
        at = number_of(step) or 0
        if at < len(self.frames):
            self.frames[at].content.focus_path(rest)
        else:
            super().focus_path(path)
