"""Answering by marking places on a picture."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Grade, Layout
from quizapp.questions.hotspot import Hotspot, HotspotAnswer
from quizapp.translation import tr, tr_n
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.base import QuestionWidget, position_of_key
from quizapp.ui.question_widgets.parts.spot_picture import SpotPicture
from quizapp.ui.question_widgets.parts.spots import SpotState
from quizapp.ui.widgets.announcing import announce
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.part_rows import PartRows


class HotspotWidget(QuestionWidget[Hotspot]):
    """The picture, and how many marks are still to set; after the check what became of them."""

    def __init__(
        self,
        question: Hotspot,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._help = QuietText()
        self._picture = SpotPicture(question, layout[0], media)
        self._picture.changed.connect(self._on_changed)
        self._picture.refused.connect(self._on_refused)
        self._picture.confirm_requested.connect(self.confirm_requested)
        self.column.addWidget(self._help)
        self.column.addWidget(self._picture)
        self._say()

    def answer(self) -> HotspotAnswer | None:
        """The marks; None while there are none."""
        marks = self._picture.marks()
        return HotspotAnswer(marks=marks) if marks else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Show the marks."""
        if isinstance(answer, HotspotAnswer):
            self._picture.set_marks(self.question.counted(answer))
            self._on_changed()

    def set_read_only(self, read_only: bool) -> None:
        """The marks stay where they are."""
        super().set_read_only(read_only)
        self._picture.set_read_only(read_only)
        self._help.setVisible(not read_only)

    def show_grade(self, grade: Grade, *, reveal: bool = True) -> None:
        """Show which marks are right, and with `reveal` the regions that were to be marked."""
        self.set_read_only(True)
        marks = self._picture.marks()
        hit = [self.question.region_at(mark) for mark in marks]
        regions = {place: self._state(place) for place in hit if place is not None}
        if reveal:
            for place, region in enumerate(self.question.regions):
                if region.right and not any(map(region.holds, marks)):
                    regions[place] = SpotState.MISSED
            self.column.addWidget(PartRows(grade.parts))
        states = [SpotState.WRONG if place is None else self._state(place) for place in hit]
        words = {place: _STATE_WORDS[state]() for place, state in regions.items()}
        self._picture.show_result(regions, states, words)

    def _state(self, place: int) -> SpotState:
        return SpotState.RIGHT if self.question.regions[place].right else SpotState.WRONG

    def missing_parts(self) -> int:
        """How many marks are still to set."""
        return max(self.question.mark_count - len(self._picture.marks()), 0)

    def choose(self, key: str) -> bool:
        """Choose the region that the key names, where regions are shown."""
        position = position_of_key(key, len(self.question.regions))
        if position is None or self.is_read_only or not self.question.show_regions:
            return False
        self._picture.toggle_position(position)
        self._picture.focus_position(position)
        return True

    def focus_first(self) -> None:
        """To the picture."""
        self._picture.focus_first()

    def help_keys(self) -> list[tuple[str, str]]:
        """Marking by keys."""
        if self.question.show_regions:
            return [
                (tr("1–9 or a letter"), tr("Choose a place, or take that back")),
                (tr("Arrows, Space"), tr("Go from place to place, and choose")),
            ]
        return [
            (tr("Arrows"), tr("Move the crosshair; with Shift in larger steps")),
            (tr("Space"), tr("Set a mark there, or take it away")),
            (tr("Delete"), tr("Take the last mark away")),
        ]

    def _say(self) -> None:
        count, most = len(self._picture.marks()), self.question.mark_count
        if count and most > 1:
            words = tr("{n} of {count} marks set").format(n=count, count=most)
        elif self.question.show_regions:
            words = tr_n(
                "Choose the right place on the picture.",
                "Choose the {n} right places on the picture.",
                most,
            )
        else:
            words = tr_n(
                "Click the right place on the picture.",
                "Click the {n} right places on the picture. Marks can be dragged.",
                most,
            )
        self._help.set_text(words)

    def _on_changed(self) -> None:
        self._say()
        self.answer_changed.emit()

    def _on_refused(self) -> None:
        words = tr("All {n} marks are set. Take one away first: click it again.").format(
            n=self.question.mark_count
        )
        self._help.set_text(words)
        announce(self._picture, words)


_STATE_WORDS = {
    SpotState.RIGHT: lambda: tr("Right"),
    SpotState.WRONG: lambda: tr("Not right"),
    SpotState.MISSED: lambda: tr("Right answer"),
}
