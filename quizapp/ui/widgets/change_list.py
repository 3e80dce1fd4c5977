"""Questions that an import brings, changes or takes away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.services.authoring_values import ItemChange
from quizapp.translation import tr, tr_n
from quizapp.ui.widgets.difference_text import DifferenceText
from quizapp.ui.widgets.disclosure import Disclosure
from quizapp.ui.widgets.headings import BodyText, QuietText
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.words import type_icon, type_word

MOST_SHOWN = 200


class ChangeList(Disclosure):
    """Closed at first; the first `MOST_SHOWN` are listed once it is opened.

    With `is_changed` a stem is shown beside what it was before.
    """

    def __init__(
        self,
        title: str,
        changes: Sequence[ItemChange],
        parent: QWidget | None = None,
        *,
        is_changed: bool = False,
    ) -> None:
        super().__init__(title, parent)
        self._changes = changes
        self._is_changed = is_changed
        self._is_filled = False
        self.body.setSpacing(GRID)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_open: bool) -> None:
        if not is_open or self._is_filled:
            return
        self._is_filled = True
        block = QWidget()  # filled before it is shown: then all is laid out at once
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for change in self._changes[:MOST_SHOWN]:
            column.addWidget(self._line(change))
        rest = len(self._changes) - MOST_SHOWN
        if rest > 0:
            column.addWidget(QuietText(tr_n("and {n} more", "and {n} more", rest)))
        self.body.addWidget(block)

    def _line(self, change: ItemChange) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        mark = IconMark(type_icon(change.type), "quiet")
        mark.setToolTip(type_word(change.type))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in self._labels(change):
            words.addWidget(label)
        row.addLayout(words, 1)
        return holder

    def _labels(self, change: ItemChange) -> list[QWidget]:
        stem, before = plain_text(change.stem), plain_text(change.before)
        labels: list[QWidget] = []
        if self._is_changed and before and before != stem:
            labels.append(DifferenceText(before, stem))
        else:
            labels.append(BodyText(stem))
            if self._is_changed:
                labels.append(QuietText(tr("The question reads as before; other parts changed.")))
        if change.answers:
            labels.append(QuietText(answers_words(change.answers)))
        return labels


def answers_words(count: int) -> str:
    """How many answers are on record."""
    return tr_n("{n} answer on record", "{n} answers on record", count)
