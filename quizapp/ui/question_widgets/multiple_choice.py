"""Answering a multiple choice question."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.multiple_choice import MultipleChoice, MultipleChoiceAnswer
from quizapp.translation import tr, tr_n
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget
from quizapp.ui.question_widgets.parts.choice import ChoiceRows, choice_keys
from quizapp.ui.widgets.headings import QuietText


class MultipleChoiceWidget(QuestionWidget[MultipleChoice]):
    """One row to tick for each option, and how many are ticked."""

    def __init__(
        self,
        question: MultipleChoice,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._count = QuietText(tr("Choose all that apply."))
        self.column.addWidget(self._count)
        texts = [question.options[place].text for place in layout[0]]
        self._rows = ChoiceRows(texts, layout[0], self, multiple=True, media=media)
        self._rows.changed.connect(self._on_changed)
        self._rows.confirm_requested.connect(self.confirm_requested)
        self.column.addWidget(self._rows)

    def answer(self) -> MultipleChoiceAnswer | None:
        """The ticked options; None while there are none."""
        places = self._rows.places()
        return MultipleChoiceAnswer(options=places) if places else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Tick the options."""
        if isinstance(answer, MultipleChoiceAnswer):
            self._rows.choose_places(answer.options)

    def set_read_only(self, read_only: bool) -> None:
        """Rows that cannot be ticked stay readable."""
        super().set_read_only(read_only)
        self._rows.set_enabled_rows(not read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Mark the ticked rows, and those that should have been."""
        del grade
        super().set_read_only(True)
        key = {place for place, option in enumerate(self.question.options) if option.right}
        self._rows.mark(key, reveal=reveal)

    def choose(self, key: str) -> bool:
        """Tick, or clear, the row that the key names."""
        return not self.is_read_only and self._rows.choose_key(key)

    def focus_first(self) -> None:
        """To the rows."""
        self._rows.focus_first()

    def help_keys(self) -> list[tuple[str, str]]:
        """Choosing by keys."""
        return [*choice_keys(), (tr("Space"), tr("Tick or clear an option"))]

    def _on_changed(self) -> None:
        count = len(self._rows.places())
        self._count.set_text(
            tr_n("{n} option chosen.", "{n} options chosen.", count)
            if count
            else tr("Choose all that apply.")
        )
        self.answer_changed.emit()
