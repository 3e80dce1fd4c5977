"""Answering a cloze question: a text with a box in each of its gaps."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.cloze import Cloze, ClozeAnswer
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget, verdict_of
from quizapp.ui.question_widgets.parts.fill_in import go_to, next_empty
from quizapp.ui.question_widgets.parts.gap_box import ChoiceGapBox, TypedGapBox, make_gap_box
from quizapp.ui.widgets.gap_text import GapText, gap_mark
from quizapp.ui.widgets.headings import QuietText


class ClozeWidget(QuestionWidget[Cloze]):
    """The boxes stand in the running text; a line below it says what was understood."""

    def __init__(
        self,
        question: Cloze,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._boxes: list[TypedGapBox | ChoiceGapBox] = []
        for number, (gap, order) in enumerate(zip(question.gaps, layout, strict=True), start=1):
            box = make_gap_box(gap, order, number, len(question.gaps))
            box.changed.connect(self._on_changed)
            box.focused.connect(self._on_focused)
            box.returned.connect(self._on_returned)
            self._boxes.append(box)
        pieces = question.pieces()
        marked = [piece + gap_mark(number) for number, piece in enumerate(pieces[:-1])]
        self._text = GapText("".join([*marked, pieces[-1]]), self._boxes, media=media)
        self._help = QuietText()
        self.column.addWidget(self._text)
        self.column.addWidget(self._help)
        self._say()

    def answer(self) -> ClozeAnswer | None:
        """The gaps as filled; None while all are empty."""
        texts = tuple(box.text() for box in self._boxes)
        return ClozeAnswer(gaps=texts) if any(text.strip() for text in texts) else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Fill the gaps."""
        if isinstance(answer, ClozeAnswer):
            for box, text in zip(self._boxes, answer.gaps, strict=False):
                box.set_text(text)
            self._on_changed()

    def set_read_only(self, read_only: bool) -> None:
        """The gaps stay readable."""
        super().set_read_only(read_only)
        for box in self._boxes:
            box.set_read_only(read_only)
        self._help.setVisible(not read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Mark each gap, and with `reveal` write behind it what would have been right."""
        self.set_read_only(True)
        notes = []
        for box, part in zip(self._boxes, grade.parts, strict=False):
            note = part.expected if reveal and part.score < 1 else ""
            box.show_verdict(verdict_of(part), note)
            notes.append(note)
        notes += [""] * (len(self._boxes) - len(notes))
        self._text.show_notes(notes)

    def focus_first(self) -> None:
        """To the first gap."""
        self._boxes[0].setFocus()

    def missing_parts(self) -> int:
        """How many gaps are empty."""
        return self._filled().count(False)

    def help_keys(self) -> list[tuple[str, str]]:
        """Filling by keys."""
        return [
            (tr("Tab"), tr("Next gap")),
            (tr("Enter"), tr("Next empty gap, then check")),
        ]

    def _present(self) -> int:
        """The gap that has the focus; -1 for none."""
        return next((n for n, box in enumerate(self._boxes) if box.has_focus()), -1)

    def _say(self) -> None:
        """How the present gap is read, or how many are filled."""
        present = self._present()
        reading = self._boxes[present].reading() if present >= 0 else ""
        if reading:
            words = tr("Gap {n}: {reading}").format(n=present + 1, reading=reading)
        else:
            filled = sum(map(bool, self._filled()))
            count = len(self._boxes)
            words = tr("{n} of {count} gaps filled").format(n=filled, count=count)
        self._help.set_text(words)

    def _filled(self) -> list[bool]:
        return [bool(box.text().strip()) for box in self._boxes]

    def _on_changed(self) -> None:
        self._say()
        self.answer_changed.emit()

    def _on_focused(self) -> None:
        self._say()

    def _on_returned(self) -> None:
        following = None if self.is_read_only else next_empty(self._filled(), self._present())
        if following is not None:
            go_to(self._boxes[following])
        elif self.is_read_only or all(self._filled()):
            self.confirm_requested.emit()
