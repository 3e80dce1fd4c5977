"""The form that writes a question: the fields of its type between those that all have."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.base import (
    FieldEditor,
    FormContext,
    Problem,
    RecordEditor,
    Remark,
)
from quizapp.ui.question_editors.parts.choice_inputs import ChoiceInput
from quizapp.ui.question_editors.parts.date_input import DateInput
from quizapp.ui.question_editors.parts.facts import FactsInput
from quizapp.ui.question_editors.parts.feedback import FeedbackInput
from quizapp.ui.question_editors.parts.markdown_input import MarkdownInput
from quizapp.ui.question_editors.parts.number_input import NumberInput
from quizapp.ui.question_editors.parts.tags import TagsInput
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.question_editors.parts.text_list import hint_list
from quizapp.ui.question_editors.paths import first_step
from quizapp.ui.widgets.disclosure import Disclosure
from quizapp.ui.widgets.flow_line import FlowLine
from quizapp.ui.widgets.tab_order import order_tabs
from quizapp.ui.words import difficulty_word, listed
from quizapp.values.topics import TOPICS, topic_word

SPACING = 20


class QuestionForm(RecordEditor):
    """Writes an entry of one type.

    Subclasses add the fields of their type in `add_own_fields`, and say in `stem_words` what the
    text is called. Undo is the page's: it keeps entries, and shows them again.
    """

    edited = Signal(str)
    """The path of the field that a person has changed."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._problems: tuple[Problem, ...] = ()
        self._visited: set[str] = set()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACING)
        self.column.addWidget(self.remarks)
        self.stem = MarkdownInput(*self.stem_words(), least_lines=2)
        self.put("stem", self.stem)
        self.add_own_fields()
        self._add_common_fields()
        self._add_more()
        self.column.addStretch(1)
        self.changed.connect(self._on_changed)
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.timeout.connect(self._order_tabs)
        self.rearranged.connect(self._tabs.start)
        self._tabs.start()

    def _order_tabs(self) -> None:
        order_tabs(self)

    def stem_words(self) -> tuple[str, FormContext, str]:
        """The label of the stem, the context, and the help below it."""
        return tr("Question"), self.context, ""

    def add_own_fields(self) -> None:
        """Add what this type alone has."""

    def put(self, name: str, editor: FieldEditor) -> None:
        """Add a field below those that are there."""
        self.add_field(name, editor)
        self.column.addWidget(editor)

    # The entry

    def entry(self) -> dict[str, Any]:
        """What is written, half-finished as it may be."""
        return deepcopy(self.value() or {})

    def show_entry(self, entry: Mapping[str, Any]) -> None:
        """Show another state of the question; fields that the form does not know are kept."""
        self.set_value(deepcopy(dict(entry)))

    def context_changed(self) -> None:
        """The context knows other facts and tags than before."""
        self.facts.context_changed()
        self.tags.offer_anew()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value(value)
        self._summarize()

    def _on_changed(self, path: str) -> None:
        name, _ = first_step(path)
        self._visited.add(name)
        if name == "facts":
            self._follow_fact()
        self._summarize()
        self.edited.emit(path)

    def _follow_fact(self) -> None:
        """Take the topic from the first fact, while none is chosen."""
        if self.topic.value() is None and (kind := self.facts.first_kind()):
            self.topic.set_value(kind)
            self._record["topic"] = kind

    # Problems

    def show_problems(self, problems: Sequence[Any]) -> None:
        """Show these, and no others, at their fields. Each is a `Problem`.

        In a question that has just been begun, what is missing is not marked as wrong before the
        person has been there, or wanted to save.
        """
        self._problems = tuple(problems)
        self._show_remarks()

    def _show_remarks(self) -> None:
        remarks = [self._remark(each) for each in self._problems]
        super().show_problems(remarks)
        inside = {first_step(each.path)[0] for each in remarks if each.tone == "wrong"}
        if inside & self._more_fields:
            self.more.set_open(True)

    def _remark(self, problem: Problem) -> Remark:
        name, _ = first_step(problem.field)
        is_due = not self.context.is_new or name not in self.fields or name in self._visited
        return Remark(problem.field, problem.message, problem.remedy, problem.severity, is_due)

    def focus_path(self, path: str) -> None:
        """Lead to a field; what is wrong in the form is marked from now on."""
        if self._problems:
            self._visited.update(self.fields)
            self._show_remarks()
        super().focus_path(path)

    # The fields that all types have

    def _add_common_fields(self) -> None:
        self.facts = FactsInput(self.context)
        self.put("facts", self.facts)
        self.topic = ChoiceInput(tr("Topic"), [(each, topic_word(each)) for each in TOPICS])
        levels = [(level, difficulty_word(level)) for level in range(1, 6)]
        self.difficulty = ChoiceInput(tr("Difficulty"), levels, default=2)
        self.add_field("topic", self.topic)
        self.add_field("difficulty", self.difficulty)
        self.column.addWidget(FlowLine(self.topic, self.difficulty))

    def _add_more(self) -> None:
        self.more = Disclosure(tr("More"))
        self.tags = TagsInput(self.context)
        more: dict[str, FieldEditor] = {
            "explanation": MarkdownInput(
                tr("Explanation"), self.context, tr("Why the answer is right; shown to everybody.")
            ),
            "hints": hint_list(self.context),
            "feedback": FeedbackInput(self.context),
            "tags": self.tags,
            "points": NumberInput(tr("Points"), default=1),
            "as_of": DateInput(
                tr("As of"), tr("Where the answer can change: when it was true, such as May 2024.")
            ),
            "id": self._id_input(),
        }
        self._more_fields = set(more)
        for name, editor in more.items():
            self.add_field(name, editor)
            self.more.body.addWidget(editor)
        self.column.addWidget(self.more)

    def _id_input(self) -> TextInput:
        words = tr("Made from the question where this is empty. It stays for good.")
        editor = TextInput(tr("Name in the pack"), words if self.context.is_new else "")
        if not self.context.is_new:
            editor.set_help(tr("By this name an updated pack keeps everyone's answers."))
            editor.area.setReadOnly(True)
        return editor

    def _summarize(self) -> None:
        """Say what is written under "More", for when it is closed."""
        words = {
            "explanation": tr("explanation"),
            "hints": tr("hints"),
            "feedback": tr("feedback"),
            "tags": tr("tags"),
            "points": tr("points"),
            "as_of": tr("as of"),
        }
        held = [word for name, word in words.items() if self._record.get(name)]
        empty = listed(words["explanation"], words["hints"], words["tags"], "…")
        self.more.set_summary(listed(*held) if held else empty)

    def help_keys(self) -> list[tuple[str, str]]:
        """Keys that do something in a form, each with what it does."""
        return [
            ("Ctrl+B, Ctrl+I", tr("Bold, italic")),
            ("Ctrl+K", tr("Link")),
            ("Ctrl+E", tr("Formula or code, as it stands")),
            ("Ctrl+Shift+L", tr("List")),
            ("Ctrl+Shift+I", tr("Image")),
            (tr("Enter"), tr("Next row of a list")),
            (tr("Alt+Up, Alt+Down"), tr("Move a row")),
        ]
