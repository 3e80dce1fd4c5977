"""The regions of a hotspot question: a picture to draw them on, and a row for each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.questions.base import MAX_CHOICES
from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext, Remark
from quizapp.ui.question_editors.parts.detailed_row import DetailedRow
from quizapp.ui.question_editors.parts.markdown_input import MarkdownLine
from quizapp.ui.question_editors.parts.region_numbers import RegionNumbers
from quizapp.ui.question_editors.parts.region_painting import ShownRegion
from quizapp.ui.question_editors.parts.region_shapes import KINDS, Shape, fields_of, shape_of
from quizapp.ui.question_editors.parts.right_input import RightInput
from quizapp.ui.question_editors.parts.row_frame import RowContent
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.question_editors.parts.text_input import TextInput
from quizapp.ui.question_editors.paths import first_step

SHAPE = "shape"
"""Stands for whichever of the three fields holds the shape."""


class RegionRow(DetailedRow):
    """Whether it is right, and its name; feedback and numbers behind a button."""

    main = "label"

    def __init__(self, context: FormContext) -> None:
        self.right = RightInput(is_single=False)
        self.feedback = MarkdownLine(tr("Feedback to whoever marks this"), context)
        self.numbers = RegionNumbers()
        super().__init__(
            TextInput("", placeholder=tr("Name of the place"), shows_label=False),
            {"feedback": self.feedback, SHAPE: self.numbers},
            tr("Feedback and numbers"),
            before=self.right,
        )
        self.add_field("right", self.right)

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self.right.mark.set_name(name)
        self.feedback.area.setAccessibleName(tr("Feedback: {name}").format(name=name))
        self.numbers.set_name(name)

    def field_value(self, name: str) -> Any:  # noqa: ANN401
        if name != SHAPE:
            return super().field_value(name)
        return {kind: self._record[kind] for kind in KINDS if kind in self._record} or None

    def put_value(self, name: str, value: Any) -> None:  # noqa: ANN401
        if name != SHAPE:
            super().put_value(name, value)
            return
        for kind in KINDS:
            self._record.pop(kind, None)
        self._record.update(value or {})

    def set_shape(self, shape: Shape) -> None:
        """Have another shape, as a person's change."""
        self.numbers.change(fields_of(shape))

    def refresh(self) -> None:
        self.details_button.set_filled(self.feedback.value() is not None)

    def shown(self) -> ShownRegion:
        """What the canvas shows of it."""
        label = self.text.area.text()
        return ShownRegion(shape_of(self._record), self.right.value() is True, label)

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        super().show_problems([_at_shape(each) for each in remarks])

    def focus_path(self, path: str) -> None:
        super().focus_path(SHAPE if first_step(path)[0] in KINDS else path)


class RegionList(ListEditor):
    """Regions are added by drawing; the row that somebody is in is the chosen one."""

    row_entered = Signal(int)

    most = MAX_CHOICES
    can_move = False

    def __init__(self, context: FormContext) -> None:
        self._context = context
        super().__init__(
            tr("Regions"), tr("Draw them on the image, name them, and mark the right ones.")
        )
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.focusChanged.connect(self._on_focus_changed)

    def make_row(self) -> RowContent:
        return RegionRow(self._context)

    def blank(self) -> dict[str, str]:
        return {"label": ""}

    def row_name(self, number: int) -> str:
        return tr("Region {n}").format(n=number)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        for place, frame in enumerate(self.frames):
            if now is not None and frame.isAncestorOf(now):
                self.row_entered.emit(place)

    def on_numbered(self) -> None:
        self.add_button.hide()

    @property
    def region_rows(self) -> list[RegionRow]:
        """The rows, from above."""
        return [content for content in self.contents if isinstance(content, RegionRow)]

    def shown(self) -> list[ShownRegion]:
        """What the canvas shows."""
        return [row.shown() for row in self.region_rows]

    def add_shape(self, shape: Shape) -> None:
        """Add a region; the first one is right to begin with."""
        if len(self.frames) >= self.most:
            return
        given = self.value()
        regions = list(given) if isinstance(given, list) else []
        is_first = not any(isinstance(each, dict) and each.get("right") for each in regions)
        region = {"label": "", **fields_of(shape), **({"right": True} if is_first else {})}
        self.change([*regions, region])
        self.region_rows[-1].focus_path("label")


def _at_shape(remark: Remark) -> Remark:
    is_shape = first_step(remark.path)[0] in {*KINDS, ""}
    return remark._replace(path=SHAPE) if is_shape else remark
