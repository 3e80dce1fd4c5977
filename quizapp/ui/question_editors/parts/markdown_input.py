"""Markdown that is written: with a tool bar, or in a row without one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext
from quizapp.ui.question_editors.parts.markdown_area import MarkdownArea
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.head_line import HeadLine
from quizapp.ui.widgets.small_button import ToolIconButton

STEM_LINES = 2


class MarkdownLine(TextInput):
    """One paragraph, as in a row of a list: the keys of the tool bar work, it has none."""

    def __init__(
        self,
        label: str,
        context: FormContext,
        help_text: str = "",
        *,
        placeholder: str = "",
        shows_label: bool = True,
    ) -> None:
        super().__init__(
            label,
            help_text,
            placeholder=placeholder,
            shows_label=shows_label,
            area=MarkdownArea(context, is_line=True),
        )


class MarkdownInput(TextInput):
    """Any number of paragraphs, with a tool bar beside the label."""

    def __init__(
        self,
        label: str,
        context: FormContext,
        help_text: str = "",
        *,
        placeholder: str = "",
        least_lines: int = STEM_LINES,
    ) -> None:
        area = MarkdownArea(context, least_lines=least_lines)
        super().__init__(label, help_text, placeholder=placeholder, area=area)
        self.tools = _ToolBar(area)
        self.column.insertWidget(0, HeadLine(self.label, self.tools))


class _ToolBar(QWidget):
    """What can be done to the selection, by the mouse; the keys are in the tool tips."""

    def __init__(self, area: MarkdownArea) -> None:
        super().__init__()
        row = FlowLayout(self, gap=0, line_gap=0)
        tools: list[tuple[str, str, Callable[[], None]]] = [
            ("bold", tr("Bold (Ctrl+B)"), area.toggle_bold),
            ("italic", tr("Italic (Ctrl+I)"), area.toggle_italic),
            ("list", tr("List (Ctrl+Shift+L)"), area.toggle_list),
            ("link", tr("Link (Ctrl+K)"), area.add_link),
            ("code", tr("Formula or code, as it stands (Ctrl+E)"), area.toggle_code),
            ("image", tr("Image (Ctrl+Shift+I)"), area.choose_image),
        ]
        for icon_name, name, deed in tools:
            button = ToolIconButton(icon_name, name)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # so that the selection stays
            button.clicked.connect(deed)
            row.addWidget(button)
