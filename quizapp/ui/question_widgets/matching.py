"""Answering a matching question: a choice for each left side."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.matching import Matching, MatchingAnswer
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget, verdict_of
from quizapp.ui.question_widgets.parts.fill_in import go_to, next_empty
from quizapp.ui.question_widgets.parts.pair_row import PairRow

NONE = -1


class MatchingWidget(QuestionWidget[Matching]):
    """A list to choose from beside each left side; two may share a right side."""

    def __init__(
        self,
        question: Matching,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._rows: dict[int, PairRow] = {}
        texts = question.choices()
        choices = [(NONE, tr("Choose…")), *((place, texts[place]) for place in layout[1])]
        for place in layout[0]:
            row = PairRow(question.pairs[place].left, choices, media=media)
            row.box.activated.connect(self._on_activated)
            row.box.returned.connect(self._on_returned)
            self.column.addWidget(row)
            self._rows[place] = row

    def _choice(self, place: int) -> int:
        return int(self._rows[place].box.currentData())

    def answer(self) -> MatchingAnswer | None:
        """The pairs; None while there are none."""
        choices = tuple(self._choice(place) for place in range(len(self._rows)))
        return MatchingAnswer(choices=choices) if any(n != NONE for n in choices) else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Show the pairs."""
        if isinstance(answer, MatchingAnswer):
            for place, choice in enumerate(answer.choices[: len(self._rows)]):
                self._rows[place].box.set_value(choice)
            self.answer_changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        """The choices stay readable."""
        super().set_read_only(read_only)
        for row in self._rows.values():
            row.set_read_only(read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Say for each pair whether it is right, and with `reveal` what is."""
        self.set_read_only(True)
        for place, part in enumerate(grade.parts):
            shown = part.expected if reveal and part.score < 1 else ""
            self._rows[place].show_verdict(verdict_of(part), shown)

    def focus_first(self) -> None:
        """To the first choice."""
        self._rows[self.shown_order[0][0]].box.setFocus()

    def missing_parts(self) -> int:
        """How many pairs have no right side yet."""
        return sum(row.box.currentData() == NONE for row in self._rows.values())

    def help_keys(self) -> list[tuple[str, str]]:
        """Choosing by keys."""
        return [
            (tr("↑ ↓ or letters"), tr("Choose what belongs to it; Space opens the list")),
            (tr("Tab"), tr("Next pair")),
            (tr("Enter"), tr("Next open pair, then check")),
        ]

    def _on_activated(self) -> None:
        self.answer_changed.emit()

    def _on_returned(self) -> None:
        rows = list(self._rows.values())
        filled = [row.box.currentData() != NONE for row in rows]
        present = next((n for n, row in enumerate(rows) if row.box.hasFocus()), -1)
        following = next_empty(filled, present)
        if following is not None:
            go_to(rows[following].box)
        elif all(filled):
            self.confirm_requested.emit()
