"""Text that is written: a line that wraps, or several lines."""

from typing import Any

from quizapp.ui.question_editors.base import text_of
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.widgets.text_area import TextArea, TextFrame


class TextInput(LabelledEditor):
    """Plain text. White space around it does not count; an empty text leaves the field out."""

    def __init__(
        self,
        label: str,
        help_text: str = "",
        *,
        placeholder: str = "",
        shows_label: bool = True,
        area: TextArea | None = None,
    ) -> None:
        super().__init__(label, help_text, shows_label=shows_label)
        self.area = area or TextArea(is_line=True)
        self.area.setPlaceholderText(placeholder)
        self.frame = TextFrame(self.area)
        self.put(self.frame, self.area)
        self.area.textChanged.connect(self._on_text_changed)

    def read(self) -> Any:  # noqa: ANN401
        return self.area.text().strip() or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self.area.show_text(text_of(value))

    def set_wrong(self, is_wrong: bool) -> None:
        self.frame.set_wrong(is_wrong)

    def _on_text_changed(self) -> None:
        self.tell()
