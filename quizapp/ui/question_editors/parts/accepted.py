"""The forms of an answer that are accepted, and what is forgiven."""

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.choice_inputs import ChoiceInput
from quizapp.ui.question_editors.parts.detailed_row import DetailedRow
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.number_input import share_input
from quizapp.ui.question_editors.parts.row_frame import RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.question_editors.parts.text_list import TextList


class AcceptedRow(DetailedRow):
    """One form; credit and feedback behind a button."""

    main = "text"
    may_be_text = True

    def __init__(self, context: FormContext) -> None:
        self.credit = share_input(tr("Credit"), default=1)
        self.feedback = MarkdownLine(tr("Feedback to whoever writes this"), context)
        super().__init__(
            TextInput("", shows_label=False),
            {"credit": self.credit, "feedback": self.feedback},
            tr("Credit and feedback"),
        )

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self.feedback.area.setAccessibleName(tr("Feedback: {name}").format(name=name))
        self.credit.line.setAccessibleName(tr("Credit: {name}").format(name=name))


class AcceptedList(ListEditor):
    """The best form first: it is shown as the right answer."""

    least = 1

    def __init__(self, context: FormContext) -> None:
        self._context = context
        self.add_words = tr("Add a form")
        super().__init__(
            tr("Accepted answers"),
            tr("The first is shown as the right one."),
        )

    def make_row(self) -> RowContent:
        return AcceptedRow(self._context)

    def row_name(self, number: int) -> str:
        return tr("Accepted answer {n}").format(n=number)


def rejected_list() -> TextList:
    """Answers that a forgiven typo must not turn into right ones."""
    return TextList(
        tr("Never accepted"),
        lambda number: tr("Never accepted {n}").format(n=number),
        tr("Add one"),
        tr("So that a forgiven typo does not make it right: Iran is not Iraq."),
    )


def typos_input() -> ChoiceInput:
    """How many typos are forgiven."""
    return ChoiceInput(
        tr("Typing errors"),
        [
            (0, tr("None is forgiven")),
            (1, tr("One is forgiven in a longer word")),
            (2, tr("Two are forgiven in a long word")),
        ],
        tr("One for each five letters, and never in numbers."),
        default=1,
    )
