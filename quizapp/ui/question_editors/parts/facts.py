"""The facts that a question asks for, with where the article says so."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.facts import AnyFact, kind_of
from quizapp.packs import Manifest, evidence_for
from quizapp.translation import tr, tr_n
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.widgets.buttons import IconButton, QuietButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import BodyText, QuietText
from quizapp.ui.widgets.keys import ENTER
from quizapp.ui.widgets.labelled_icon import IconMark
from quizapp.ui.widgets.line_frame import LineFrame
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.row_button import RowButton
from quizapp.ui.widgets.small_button import RowIconButton
from quizapp.ui.words import topic_icon
from quizapp.values.folding import fold

MOST_FOUND = 6


class FactsInput(LabelledEditor):
    """Chosen facts as cards, and a search that adds one."""

    def __init__(self, context: FormContext) -> None:
        super().__init__(tr("Facts"), tr("What it asks for: a wrong answer is met with this."))
        self._context = context
        self._ids: list[str] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID)
        self.search = FactSearch(context)
        self.search.hide()
        self.search.chosen.connect(self._on_chosen)
        self.search.closed.connect(self._on_closed)
        self.search.found.connect(self.rearranged)
        self.add_button = QuietButton(tr("Add a fact"), "plus")
        self.add_button.clicked.connect(self._on_add)
        self.new_button = QuietButton(tr("Write a new fact"), "pencil")
        self.new_button.clicked.connect(self._on_new)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._cards)
        column.addWidget(self.search)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=0)
        flow.addWidget(self.add_button)
        flow.addWidget(self.new_button)
        column.addWidget(buttons)
        self.put(holder, self.add_button)
        self.add_button.setAccessibleName(tr("Add a fact"))

    def read(self) -> list[str] | None:
        return list(self._ids) or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        given = value if isinstance(value, list) else [value]
        self._ids = list(dict.fromkeys(each for each in given if isinstance(each, str)))
        self._show()

    def first_kind(self) -> str:
        """The kind of the first fact that is chosen; "" where there is none."""
        known = self._chosen_facts()
        first = next((known[each] for each in self._ids if each in known), None)
        return kind_of(first) if first else ""

    def _chosen_facts(self) -> dict[str, AnyFact]:
        return {fact.id: fact for fact in self._context.facts if fact.id in self._ids}

    def missing_words(self) -> str:
        return tr("No fact yet. Add the one it asks for.")

    def _show(self) -> None:
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        known = self._chosen_facts()
        for name in self._ids:
            card = FactCard(name, known.get(name), self._context.manifest)
            card.removed.connect(self._on_removed)
            self._cards.addWidget(card)
        self.rearranged.emit()

    def _change(self, ids: Sequence[str]) -> None:
        self._ids = list(dict.fromkeys(ids))
        self._show()
        self.tell()

    def _on_add(self) -> None:
        self._context.look_around()
        self.add_button.hide()
        self.search.open(self._ids)

    def context_changed(self) -> None:
        """The pack's facts are known now."""
        if self.search.isVisible():
            self.search.look()

    def _on_new(self) -> None:
        self._context.add_fact()

    def _on_chosen(self, name: str) -> None:
        self._on_closed()
        self._change([*self._ids, name])

    def _on_closed(self) -> None:
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.hide()

    def _on_removed(self, name: str) -> None:
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change([each for each in self._ids if each != name])


class FactCard(Card):
    """A chosen fact: its statement, and below the section and the references it rests on."""

    removed = Signal(str)

    def __init__(self, name: str, fact: AnyFact | None, manifest: Manifest) -> None:
        super().__init__(margin=GRID)
        self._name = name
        if fact is None:
            words = tr("“{name}” is not among the facts of the pack.").format(name=name)
            source, icon_name = "", "circle-help"
        else:
            words, icon_name = plain_text(fact.statement), topic_icon(kind_of(fact))
            source = source_words(fact, manifest)
        button = RowIconButton("x", tr("Take out: {what}").format(what=words))
        button.clicked.connect(self._on_clicked)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(BodyText(words))
        self.source = QuietText(source)
        texts.addWidget(self.source)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addSpacing(GRID // 2)
        row.addWidget(IconMark(icon_name, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.source.setVisible(bool(source))

    def _on_clicked(self) -> None:
        self.removed.emit(self._name)


class FactSearch(QWidget):
    """A line to type into, and the facts that hold all words typed. Esc closes, arrows choose."""

    chosen = Signal(str)
    closed = Signal()
    found = Signal()

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self._folded: dict[str, str] = {}
        self._taken: Sequence[str] = ()
        self.rows: list[FactRow] = []
        frame = LineFrame()
        self.line = frame.line
        self.line.setAccessibleName(tr("Find a fact"))
        self.line.setPlaceholderText(tr("Find a fact"))
        self.line.textChanged.connect(self.look)
        self.line.installEventFilter(self)
        close = IconButton("x", tr("Close the search"))
        close.clicked.connect(self.closed)
        frame.add_button(close)
        self._found = QVBoxLayout()
        self._found.setSpacing(GRID // 2)
        self._more = QuietText("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(frame)
        column.addLayout(self._found)
        column.addWidget(self._more)

    def open(self, taken: Sequence[str]) -> None:
        """Look for a fact that is not `taken`."""
        self._taken = tuple(taken)
        self.show()
        self.line.clear()
        self.look()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look(self) -> None:
        """Show the facts that hold what is typed."""
        words = fold(self.line.text()).split()
        free = [fact for fact in self._context.facts if fact.id not in self._taken]
        found = [fact for fact in free if all(word in self._text(fact) for word in words)]
        while item := self._found.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for fact in found[:MOST_FOUND]:
            row = FactRow(fact)
            row.clicked.connect(self._on_clicked)
            row.installEventFilter(self)
            self._found.addWidget(row)
            row.show()
            self.rows.append(row)
        self._more.set_text(self._rest_words(len(found), bool(free)))
        self._more.setVisible(bool(self._more.text()))
        self.found.emit()

    def _rest_words(self, found: int, has_free: bool) -> str:
        if not has_free:
            return tr("The pack has no further facts. Write a new one.")
        if not found:
            return tr("No fact has these words.")
        rest = found - MOST_FOUND
        return tr_n("{n} more: type on.", "{n} more: type on.", rest) if rest > 0 else ""

    def _text(self, fact: AnyFact) -> str:
        """What is searched, folded once."""
        if fact.id not in self._folded:
            self._folded[fact.id] = fold(f"{fact.statement} {fact.id} {fact.section}")
        return self._folded[fact.id]

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, FactRow):
            self.chosen.emit(row.fact)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows between the line and what was found, Enter for the first, Esc."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        stops: list[QWidget] = [self.line, *self.rows]
        at = next((n for n, each in enumerate(stops) if each is watched), 0)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = 1 if key == Qt.Key.Key_Down else -1
            place = min(max(at + by, 0), len(stops) - 1)
            stops[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key in ENTER and watched is self.line:
            if self.rows:
                self.chosen.emit(self.rows[0].fact)
        else:
            return False
        return True


class FactRow(RowButton):
    """A fact that was found."""

    def __init__(self, fact: AnyFact) -> None:
        super().__init__(topic_icon(kind_of(fact)), plain_text(fact.statement))
        self.fact = fact.id
        self.setToolTip(plain_text(fact.statement))


def source_words(fact: AnyFact, manifest: Manifest) -> str:
    """The section and the references that a fact rests on, in a line."""
    evidence = evidence_for(fact, manifest)
    when = tr("as of {date}").format(date=evidence.as_of_text()) if evidence.as_of else ""
    return " · ".join(filter(None, (evidence.section, when, *evidence.references)))
