"""A fact in full, with the questions that ask for it and what can be done with it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.facts import FigureFact, InstitutionFact, NamedFact, PersonFact, PlaceFact
from quizapp.services.authoring_values import FactView
from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button, QuietButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.fact_words import types_for
from quizapp.ui.widgets.fields import ChoiceField
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import CardTitle, QuietText
from quizapp.ui.widgets.markdown import plain_text
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.row_button import RowButton
from quizapp.ui.words import listed, type_icon, type_word
from quizapp.values.dates import date_text, parse_date


class FactDetails(Card):
    """`values` are the values of other facts by their ids. Where it is locked one can only look."""

    question_requested = Signal(int)
    new_question_requested = Signal(str)
    """The type of the question to write for this fact."""
    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(
        self,
        view: FactView,
        values: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        is_locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._numbers: dict[RowButton, int] = {}
        self.body.addWidget(MarkdownView(view.fact.statement))
        for words in _source(view, values):
            line = QuietText(words)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(line)
        self._add_questions(view)
        if not is_locked:
            self._add_new_question(view)
            self._add_actions()

    def _add_questions(self, view: FactView) -> None:
        self.body.addSpacing(GRID)
        title = (
            tr("Questions on this fact") if view.questions else tr("No question asks for it yet")
        )
        self.body.addWidget(CardTitle(title))
        for number, kind, stem in view.questions:
            row = RowButton(type_icon(kind), plain_text(stem))
            row.setAccessibleName(listed(type_word(kind), plain_text(stem)))
            row.clicked.connect(self._on_question)
            self._numbers[row] = number
            self.body.addWidget(row)

    def _add_new_question(self, view: FactView) -> None:
        choices = [(name, type_word(name)) for name in types_for(view.kind)]
        self._type = ChoiceField(tr("Kind of question"), choices)
        write = Button(tr("Write question"), "plus")
        write.clicked.connect(self._on_write)
        self.body.addWidget(self._type)
        self.body.addWidget(write, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_actions(self) -> None:
        edit = QuietButton(tr("Change fact"), "pencil")
        edit.clicked.connect(self.edit_requested)
        remove = QuietButton(tr("Remove fact"), "trash-2")
        remove.clicked.connect(self.remove_requested)
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in (edit, remove):
            flow.addWidget(button)
        self.body.addWidget(holder)

    def _on_question(self) -> None:
        row = self.sender()
        if isinstance(row, RowButton):
            self.question_requested.emit(self._numbers[row])

    def _on_write(self) -> None:
        self.new_question_requested.emit(self._type.value())


def _source(view: FactView, values: Mapping[str, str]) -> list[str]:
    """Where it comes from, when and by whom it is said, and what hangs together with it."""
    fact = view.fact
    lines = [*_kind_lines(view), tr("Section: {section}").format(section=view.section)]
    lines += [tr("Reference: {text}").format(text=text) for text in view.references]
    if fact.as_of:
        lines.append(tr("As of {date}").format(date=date_text(parse_date(fact.as_of))))
    if fact.attributed_to:
        lines.append(tr("Claim of {who}").format(who=fact.attributed_to))
    if fact.about:
        about = listed(*(values.get(each, each) for each in fact.about))
        lines.append(tr("About: {facts}").format(facts=about))
    return lines


def _kind_lines(view: FactView) -> list[str]:
    """What only facts of this kind have."""
    fact = view.fact
    lines = []
    match fact:
        case FigureFact():
            lines.append(tr("Counts: {what}").format(what=fact.counts))
        case InstitutionFact():
            lines.append(tr("Kind: {what}").format(what=fact.institution_kind))
        case PersonFact():
            lines.append(tr("Role: {what}").format(what=fact.role))
        case PlaceFact():
            lines.append(tr("Kind: {what}").format(what=fact.place_kind))
    if isinstance(fact, NamedFact) and fact.other_names:
        lines.append(tr("Other names: {names}").format(names=listed(*fact.other_names)))
    return lines
