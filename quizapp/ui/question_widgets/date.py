"""Answering with a date, typed or picked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Layout
from quizapp.questions.date import Date, DateAnswer
from quizapp.translation import tr
from quizapp.ui.pictures import NO_MEDIA, Media
from quizapp.ui.question_widgets.parts.date_picker import DatePicker
from quizapp.ui.question_widgets.parts.readings import date_reading
from quizapp.ui.question_widgets.parts.typed import TypedWidget
from quizapp.ui.widgets.buttons import QuietButton
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import DateValue, date_text


class DateWidget(TypedWidget[Date]):
    """A field that says which date it reads, and a picker that writes into it."""

    def __init__(
        self,
        question: Date,
        layout: Layout,
        media: Media = NO_MEDIA,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, layout, media, parent)
        self._pick = QuietButton(tr("Pick instead of typing"), "calendar")
        self._pick.clicked.connect(self._on_pick)
        self._picker = DatePicker(question.key.precision)
        self._picker.picked.connect(self._on_picked)
        self._picker.finished.connect(self._on_finished)
        self._picker.hide()
        self.extras.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignLeft)
        self.extras.addWidget(self._picker)

    def field_label(self) -> str:
        """With the precision that is asked for."""
        labels = {
            "year": tr("Your answer, a year"),
            "month": tr("Your answer, month and year"),
            "day": tr("Your answer, day, month and year"),
        }
        return labels[self.question.key.precision]

    def reading(self, text: str) -> str:
        """The date, both dates where it can mean two, or that there is none yet."""
        return date_reading(text, self.question.key.precision)

    def make_answer(self, text: str) -> DateAnswer | None:
        """As typed, where it is a date."""
        return DateAnswer(text=text) if read_dates(text) else None

    def set_answer(self, answer: AnyAnswer) -> None:
        """Type it again."""
        if isinstance(answer, DateAnswer):
            self.field.set_text(answer.text)

    def set_read_only(self, read_only: bool) -> None:
        """Nothing to pick then."""
        super().set_read_only(read_only)
        self._pick.setVisible(not read_only)
        self._picker.hide()

    def help_keys(self) -> list[tuple[str, str]]:
        """The picker by keys."""
        return [(tr("Tab, Space"), tr("Pick a date; Enter takes it"))]

    def _on_pick(self) -> None:
        readings = read_dates(self.typed())
        if readings:
            self._picker.show_date(readings[0])
        self._pick.hide()
        self._picker.show()
        self._picker.focus_first()

    def _on_picked(self, value: DateValue) -> None:
        self.field.set_text(date_text(value))

    def _on_finished(self) -> None:
        self._picker.hide()
        self._pick.show()
        self.focus_first()
