"""Chips that narrow what is found, and the order of it."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from quizapp.catalogue import Find, Flag, Order
from quizapp.questions import QUESTION_TYPES
from quizapp.translation import tr, tr_n
from quizapp.ui.models.checks_model import Choice
from quizapp.ui.models.question_cells import FALLING_FIRST, ORDERS, headings
from quizapp.ui.widgets.buttons import QuietButton
from quizapp.ui.widgets.checks_list import ChecksList
from quizapp.ui.widgets.filter_button import FilterButton
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.menu import Menu
from quizapp.ui.widgets.popup import Popup
from quizapp.ui.words import difficulty_word, listed, topic_icon, type_icon, type_word
from quizapp.values.topics import TOPICS, topic_word

DIFFICULTIES = (1, 2, 3, 4, 5)
MOST_NAMED = 2
"""As many chosen things are named on a chip; of more it says how many."""


class FilterBar(QWidget):
    """`changed` tells that something else is let through; `narrow` puts it into a `Find`."""

    changed = Signal()
    order_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order, self._is_descending = Order.ADDED, False
        self._filters = {
            "topics": _Filter(self, tr("Topic"), _topics()),
            "types": _Filter(self, tr("Type"), _types()),
            "difficulties": _Filter(self, tr("Difficulty"), _difficulties()),
            "tags": _Filter(self, tr("Tag"), ()),
            "flags": _Filter(self, tr("State"), _flags()),
        }
        self._sort = FilterButton(tr("Sort"), "arrow-up-down")
        self._sort.clicked.connect(self._on_sort)
        self._clear = QuietButton(tr("Clear all"))
        self._clear.clicked.connect(self.clear)
        flow = FlowLayout(self)
        for each in self._filters.values():
            each.changed.connect(self._on_changed)
            flow.addWidget(each.button)
        flow.addWidget(self._sort)
        flow.addWidget(self._clear)
        self._clear.hide()
        self.show_order(Order.ADDED, descending=False)

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is chosen."""
        return any(each.value() for each in self._filters.values())

    def narrow(self, find: Find) -> Find:
        """`find` with what is chosen here, and the order."""
        chosen = {name: each.value() for name, each in self._filters.items()}
        return msgspec.structs.replace(
            find, **chosen, order=self._order, descending=self._is_descending
        )

    def words(self) -> list[str]:
        """What is chosen, a line for each kind."""
        return [each.button.text() for each in self._filters.values() if each.value()]

    def show_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        """The tags to choose from, each with its questions; what is chosen stays."""
        count = QLocale().toString
        self._filters["tags"].set_choices([Choice(tag, tag, note=count(n)) for tag, n in tags])

    def show_order(self, order: Order, *, descending: bool) -> None:
        """Say what the rows are sorted by, without telling."""
        self._order, self._is_descending = order, descending
        words = _order_words()[order]
        if order != Order.ADDED:
            words = f"{words} {'↓' if descending else '↑'}"
        self._sort.set_chosen(words, narrows=False)

    def clear(self) -> None:
        """Let everything through again."""
        for each in self._filters.values():
            each.set_value(())
        self._on_changed()

    def _on_changed(self) -> None:
        if self._clear.hasFocus() and not self.is_narrowing:
            self._sort.setFocus()
        self._clear.setVisible(self.is_narrowing)
        self.changed.emit()

    def _on_sort(self) -> None:
        menu = Menu(tr("Sort by"), self)
        for order, words in _order_words().items():
            deed = partial(self._sort_by, order, descending=order in FALLING_FIRST)
            _tick(menu, words, deed, is_on=order == self._order)
        menu.addSeparator()
        for words, is_descending in ((tr("Rising"), False), (tr("Falling"), True)):
            deed = partial(self._sort_by, self._order, descending=is_descending)
            _tick(menu, words, deed, is_on=is_descending == self._is_descending)
        menu.open_below(self._sort)

    def _sort_by(self, order: Order, *, descending: bool) -> None:
        self.show_order(order, descending=descending)
        self.order_changed.emit()


def _tick(menu: Menu, words: str, deed: Callable[[], None], *, is_on: bool) -> None:
    action = menu.add_entry(words, deed)
    action.setCheckable(True)
    action.setChecked(is_on)


class _Filter(QWidget):
    """A chip with the list that it opens; only the chip is shown."""

    changed = Signal()

    def __init__(self, bar: QWidget, name: str, choices: Sequence[Choice]) -> None:
        super().__init__(bar)
        self.hide()
        self._name = name
        self.button = FilterButton(name)
        self.button.clicked.connect(self._on_clicked)
        self._popup = Popup(name, self.button)
        self._list = ChecksList(name)
        self._list.changed.connect(self._on_ticked)
        self._popup.body.addWidget(self._list)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._list.set_choices(choices)
        self.button.setEnabled(bool(choices) or bool(self.value()))

    def value(self) -> tuple[Hashable, ...]:
        return self._list.value()

    def set_value(self, chosen: Sequence[Hashable]) -> None:
        self._list.set_value(chosen)
        self._say()

    def _say(self) -> None:
        chosen = self.value()
        words = {each.value: each.words for each in self._list.choices.choices}
        if len(chosen) > MOST_NAMED:
            self.button.set_chosen(tr_n("{n} chosen", "{n} chosen", len(chosen)))
        else:
            self.button.set_chosen(listed(*(words.get(each, str(each)) for each in chosen)))

    def _on_clicked(self) -> None:
        self._popup.open_below(self.button)
        self._list.start()

    def _on_ticked(self) -> None:
        self._say()
        self.changed.emit()


def _topics() -> list[Choice]:
    return [Choice(name, topic_word(name), topic_icon(name)) for name in TOPICS]


def _types() -> list[Choice]:
    return [Choice(name, type_word(name), type_icon(name)) for name in QUESTION_TYPES]


def _difficulties() -> list[Choice]:
    return [Choice(level, difficulty_word(level)) for level in DIFFICULTIES]


def _flags() -> list[Choice]:
    return [
        Choice(Flag.ADVICE, tr("Has advice"), "lightbulb"),
        Choice(Flag.DRAFT, tr("Unfinished draft"), "pencil"),
        Choice(Flag.NEVER_ASKED, tr("Never asked"), "circle-help"),
        Choice(Flag.LOW_FACILITY, tr("Low facility"), "target"),
        Choice(Flag.RETIRED, tr("Retired"), "archive"),
    ]


def _order_words() -> dict[Order, str]:
    names = headings()
    return {Order.ADDED: tr("Order of the pack"), **{o: names[c] for c, o in ORDERS.items()}}
