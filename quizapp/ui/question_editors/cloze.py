"""Writing a text with gaps."""

from typing import Any

from quizapp.questions.cloze import MAX_GAPS
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.cloze_text import ClozeText
from quizapp.ui.question_editors.parts.gap_marks import (
    gap_for,
    in_order,
    reordered,
    with_gap,
    without_gap,
)
from quizapp.ui.question_editors.parts.gaps import GapList


class ClozeForm(QuestionForm):
    """The text decides which gaps there are, and their order; below it stands what fills them."""

    def stem_words(self) -> tuple[str, FormContext, str]:
        return tr("What to do"), self.context, tr("Such as: Fill the gaps.")

    def add_own_fields(self) -> None:
        self.text = ClozeText(self.context)
        self.gaps = GapList(self.context)
        self.put("text", self.text)
        self.put("gaps", self.gaps)
        self.text.gap_requested.connect(self._on_gap)
        self.text.changed.connect(self._on_text)
        self.gaps.removed.connect(self._on_removed)

    def _gaps(self) -> list[Any]:
        value = self.gaps.value()
        return list(value) if isinstance(value, list) else []

    def _on_gap(self, start: int, end: int) -> None:
        """Make a gap of the words there, filled by them."""
        text = self.text.area.text()
        gaps = self._gaps()
        made = with_gap(text, start, end)
        if made is None or len(gaps) >= MAX_GAPS:
            return
        marked, number = made
        gaps.insert(number - 1, gap_for(text[start:end]))
        self._change(marked, gaps)
        self.gaps.focus_path(f"[{number - 1}]")

    def _on_removed(self, at: int, words: str) -> None:
        """Put the words back into the text; the list tells the change."""
        self.text.set_value(without_gap(self.text.area.text(), at + 1, words).strip() or None)
        self.take_over("text")

    def _on_text(self) -> None:
        """Where gaps have changed places, let their fillings follow."""
        gaps = self._gaps()
        sorted_now = in_order(self.text.area.text(), len(gaps))
        if sorted_now is not None:
            text, places = sorted_now
            self._change(text, reordered(gaps, places))

    def _change(self, text: str, gaps: list[Any]) -> None:
        self.text.set_value(text.strip())
        self.take_over("text")
        self.gaps.change(gaps)
