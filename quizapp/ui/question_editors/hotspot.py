"""Writing a question that asks for places on an image."""

from typing import Any

from PySide6.QtCore import Qt

from quizapp.questions.hotspot import MAX_ALT_LENGTH
from quizapp.translation import tr
from quizapp.ui.question_editors.form import QuestionForm
from quizapp.ui.question_editors.parts.choice_inputs import SwitchInput
from quizapp.ui.question_editors.parts.image_input import ImageInput
from quizapp.ui.question_editors.parts.region_shapes import Shape
from quizapp.ui.question_editors.parts.regions import RegionList
from quizapp.ui.question_editors.parts.text_input import TextInput


class HotspotForm(QuestionForm):
    """The image and what it shows, the regions drawn on it, and whether learners see them."""

    def add_own_fields(self) -> None:
        self.image = ImageInput(self.context)
        self.alt = TextInput(
            tr("What the image shows"), tr("For those who cannot see it, without the answer.")
        )
        self.regions = RegionList(self.context)
        self.put("image", self.image)
        self.put("image_alt", self.alt)
        self.put("regions", self.regions)
        hidden = SwitchInput(tr("Hide the outlines until it is answered"), on=False)
        self.put("show_regions", hidden)
        self.image.changed.connect(self._on_image)
        self.regions.changed.connect(self._show_regions)
        self.regions.row_entered.connect(self.image.canvas.choose)
        canvas = self.image.canvas
        canvas.drawn.connect(self._on_drawn)
        canvas.reshaped.connect(self._on_reshaped)
        canvas.removal_requested.connect(self._on_removal)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        super().show_value(value)
        self._show_regions()

    def _show_regions(self) -> None:
        self.image.canvas.show_regions(self.regions.shown())

    def _on_image(self) -> None:
        """What was said of the new image describes it from now on."""
        if alt := self.image.alt_of_new()[:MAX_ALT_LENGTH]:
            self.alt.set_value(alt)
            self.take_over("image_alt")

    def _on_drawn(self, shape: Shape) -> None:
        self.regions.add_shape(shape)
        self._show_regions()
        self.image.canvas.choose(len(self.regions.frames) - 1)

    def _on_reshaped(self, place: int, shape: Shape) -> None:
        self.regions.region_rows[place].set_shape(shape)

    def _on_removal(self, place: int) -> None:
        self.regions.remove_row(place)
        self.image.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
