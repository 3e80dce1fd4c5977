"""Values that are chosen, not typed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FieldEditor, Remark, RemarkList, same
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.widgets.fields import ChoiceBox
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.toggle import Toggle


class ChoiceInput(LabelledEditor):
    """One of several values, each with its words; the `default` one leaves the field out."""

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[Any, str]],
        help_text: str = "",
        *,
        default: Any = None,  # noqa: ANN401
        shows_label: bool = True,
    ) -> None:
        super().__init__(label, help_text, shows_label=shows_label)
        self._choices = list(choices)
        self._default = default
        self.box = ChoiceBox()
        for _, words in self._choices:
            self.box.addItem(words)
        self.put(self.box, self.box)
        self.show_value(None)
        self.box.activated.connect(self._on_activated)

    def chosen(self) -> Any:  # noqa: ANN401
        """The value that is shown, the default one too; None where none is."""
        at = self.box.currentIndex()
        return self._choices[at][0] if at >= 0 else None

    def read(self) -> Any:  # noqa: ANN401
        chosen = self.chosen()
        return None if same(chosen, self._default) else chosen

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        wanted = self._default if value is None else value
        places = (n for n, (each, _) in enumerate(self._choices) if same(each, wanted))
        self.box.setCurrentIndex(next(places, -1))

    def missing_words(self) -> str:
        return tr("Not chosen yet.")

    def _on_activated(self) -> None:
        self.tell()


class SegmentInput(LabelledEditor):
    """One of few values, all of them in sight, or none yet."""

    def __init__(self, label: str, choices: Sequence[tuple[Any, str]], help_text: str = "") -> None:
        super().__init__(label, help_text)
        self.control: SegmentedControl[Any] = SegmentedControl(label, choices, can_clear=True)
        holder = QWidget()
        row = QHBoxLayout(holder)  # which lets it be narrower than the form
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.control)
        row.addStretch(1)
        self.put(holder, self.control)
        self.control.chosen.connect(self._on_chosen)

    def read(self) -> Any:  # noqa: ANN401
        return self.control.value_or_none()

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        known = isinstance(value, bool | str)
        self.control.set_value(None)
        if known:
            self.control.set_value(value)

    def missing_words(self) -> str:
        return tr("Not chosen yet.")

    def focus_path(self, path: str) -> None:
        super().focus_path(path)
        for button in self.control.findChildren(QAbstractButton):
            if button.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self) -> None:
        self.tell()


class SwitchInput(FieldEditor):
    """`on` while it is switched on, else left out."""

    def __init__(self, words: str, *, on: bool = True) -> None:
        super().__init__()
        self._on = on
        self.toggle = Toggle(words)
        self.toggle.toggled.connect(self._on_toggled)
        self.remarks = RemarkList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.remarks)
        self.stop = self.toggle

    def read(self) -> bool | None:
        return self._on if self.toggle.isChecked() else None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self.toggle.setChecked(value is self._on)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        self.remarks.show_remarks([(each.words, each.tone) for each in remarks])

    def _on_toggled(self) -> None:
        self.tell()
