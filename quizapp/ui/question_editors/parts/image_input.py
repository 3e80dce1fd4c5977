"""The image that a question is about, with the regions on it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.translation import tr
from quizapp.ui.question_editors.base import FormContext, text_of
from quizapp.ui.question_editors.parts.image_sheet import GivenImage, ask_for_image
from quizapp.ui.question_editors.parts.labelled import LabelledEditor
from quizapp.ui.question_editors.parts.pasted_images import Pasted, ask_about, has_image, pasted
from quizapp.ui.question_editors.parts.pictures import picture_of
from quizapp.ui.question_editors.parts.region_canvas import RegionCanvas
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.headings import QuietText
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.segmented_control import SegmentedControl

LONGEST = 1_600


class ImageInput(LabelledEditor):
    """The value is the image's name in the pack. It can be chosen, pasted, or dropped here."""

    image_pasted = Signal(object)

    def __init__(self, context: FormContext) -> None:
        super().__init__(tr("Image"))
        self._context = context
        self._image = ""
        self._alt_of_new = ""
        self.canvas = RegionCanvas()
        self.tools: SegmentedControl[str] = SegmentedControl(
            tr("What the mouse does"),
            [
                ("rectangle", tr("Box")),
                ("ellipse", tr("Oval")),
                ("polygon", tr("Polygon")),
                ("", tr("Move")),
            ],
        )
        self.tools.chosen.connect(self._on_tool)
        self.hint = QuietText("")
        self.button = Button("", "image")
        self.button.clicked.connect(self._on_choose)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for part in (self.tools, self.canvas, self.hint):
            column.addWidget(part)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.put(holder, self.button)
        self.setAcceptDrops(True)
        # A sheet must not open before whoever drops the image has been told that it was taken.
        self.image_pasted.connect(self._on_pasted, Qt.ConnectionType.QueuedConnection)
        self._show()
        self._on_tool()

    def read(self) -> str | None:
        return self._image or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self._image = text_of(value)
        self._show()

    def missing_words(self) -> str:
        return tr("No image yet: choose, paste or drop one.")

    def alt_of_new(self) -> str:
        """What was said of the image that was added last."""
        return self._alt_of_new

    def _show(self) -> None:
        data = self._context.media.get(self._image)
        self.canvas.show_picture(picture_of(data or b"", LONGEST))
        for part in (self.tools, self.canvas, self.hint):
            part.setVisible(data is not None)
        words = tr("Another image") if self._image else tr("Choose an image")
        self.button.setText(words)
        self.button.setAccessibleName(words)

    def _on_tool(self) -> None:
        tool = self.tools.value()
        self.canvas.set_tool(tool or None)  # type: ignore[arg-type]
        hints = {
            "rectangle": tr("Draw with the mouse; Enter adds one in the middle."),
            "ellipse": tr("Draw with the mouse; Enter adds one in the middle."),
            "polygon": tr("Click each corner, and the first one again; Enter closes it too."),
            "": tr("Pull a region or its corners; arrows move it, with Shift they size it."),
        }
        self.hint.set_text(hints[tool])

    def _on_choose(self) -> None:
        self._take(ask_for_image(self.window()))

    def _take(self, given: GivenImage | None) -> None:
        if given is None:
            return

        def show(name: str) -> None:
            if name and isValid(self):
                self._context.media[name] = given.data
                self._alt_of_new = given.alt
                self._image = name
                self._show()
                self.tell()

        self._context.add_image(given.file_name, given.data, show)

    # Pasting and dropping

    def _on_pasted(self, image: Pasted) -> None:
        self._take(ask_about(self.window(), image))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        clipboard = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and has_image(clipboard):
            self.image_pasted.emit(pasted(clipboard))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_image(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.image_pasted.emit(pasted(event.mimeData()))
