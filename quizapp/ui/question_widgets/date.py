"""Answering with a date, typed or picked."""

from PySide6.QtWidgets import QWidget

from quizapp.questions import AnyAnswer
from quizapp.questions.base import Layout
from quizapp.questions.date import Date, DateAnswer
from quizapp.translation import tr
from quizapp.ui.question_widgets.parts.date_picker import DatePicker
from quizapp.ui.question_widgets.parts.typed import TypedWidget
from quizapp.ui.widgets.buttons import QuietButton
from quizapp.values.date_reading import read_dates
from quizapp.values.dates import DateValue, date_text


class DateWidget(TypedWidget[Date]):
    """A field that says which date it reads, and a picker that writes into it."""

    def __init__(self, question: Date, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(question, layout, parent)
        self._pick = QuietButton(tr("Pick instead of typing"), "calendar")
        self._pick.clicked.connect(self._on_pick)
        self._picker = DatePicker(question.key.precision)
        self._picker.picked.connect(self._on_picked)
        self._picker.hide()
        self.extras.addWidget(self._pick)
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
        if not text.strip():
            return tr("In any usual order, such as 23 June 1987, June 1987 or 1987.")
        words = [date_text(reading) for reading in read_dates(text)[:2]]
        if not words:
            return tr("This is not a date yet.")
        if len(words) == 1:
            return tr("Read as {date}").format(date=words[0])
        return tr("Read as {first} or {second}").format(first=words[0], second=words[1])

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
        self._picker.setVisible(False)

    def _on_pick(self) -> None:
        readings = read_dates(self.typed())
        if readings:
            self._picker.show_date(readings[0])
        self._picker.setVisible(self._picker.isHidden())

    def _on_picked(self, value: DateValue) -> None:
        self.field.set_text(date_text(value))
