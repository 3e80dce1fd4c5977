"""Asking for an image: which file, and what it shows."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.question_editors.parts.pictures import picture_of
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.sheet import Sheet
from quizapp.values.folding import storable
from quizapp.values.images import KINDS, MAX_IMAGE_BYTES, read_image_info

PICTURE = 220


class GivenImage(NamedTuple):
    """An image for the pack: what its file was called, its bytes, and what it shows."""

    file_name: str
    data: bytes
    alt: str


def ask_for_image(parent: QWidget | None) -> GivenImage | None:
    """Let the person choose a file and say what it shows; None where they changed their mind."""
    endings = " ".join(f"*.{ending}" for ending in KINDS)
    file = messages.choose_file(parent, tr("Choose an image"), f"{tr('Images')} ({endings})")
    return given_file(parent, Path(file)) if file else None


def given_file(parent: QWidget | None, file: Path) -> GivenImage | None:
    """Ask what the image in `file` shows; None where it cannot be taken, or is not wanted."""
    try:
        data = _bytes_of(file)
    except QuizError as error:
        messages.show_error(parent, error)
        return None
    return image_given(parent, file.name, data)


def image_given(parent: QWidget | None, file_name: str, data: bytes) -> GivenImage | None:
    """Ask what an image shows; None where it cannot be taken, or is not wanted after all."""
    try:
        read_image_info(data)
    except QuizError as error:
        messages.show_error(parent, error)
        return None
    sheet = ImageSheet(data, parent)
    alt = sheet.alt  # the sheet is gone when it has been answered
    if not messages.show_sheet(sheet):
        return None
    return GivenImage(file_name, data, storable(alt.text()).strip())


def _bytes_of(file: Path) -> bytes:
    """What `file` holds; `QuizError` where it cannot be read or is too large."""
    try:
        if file.stat().st_size > MAX_IMAGE_BYTES:
            raise QuizError(
                tr("The file is too large for an image of a pack."),
                tr("Save it smaller: {most:,} bytes at most.").format(most=MAX_IMAGE_BYTES),
            )
        return file.read_bytes()
    except OSError as error:
        raise QuizError(
            tr("“{file}” cannot be read: {problem}.").format(
                file=file.name, problem=error.strerror or error
            ),
            tr("Choose another file."),
        ) from error


class ImageSheet(Sheet):
    """Shows the image and asks what it shows."""

    def __init__(self, data: bytes, parent: QWidget | None = None) -> None:
        super().__init__(tr("What does the image show?"), parent, icon_name="image", tone="accent")
        picture = QLabel()
        image = picture_of(data, scaled(PICTURE))
        picture.setPixmap(QPixmap.fromImage(image))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(tr("The image"))
        self.body.addWidget(picture)
        self.alt = TextField(
            tr("Description"),
            tr(
                "For those who cannot see it, and where it cannot be shown. "
                "Do not give the answer away."
            ),
        )
        self.body.addWidget(self.alt)
        self.add_button(Button(tr("Cancel")), closes=False)
        add = PrimaryButton(tr("Add image"))
        self.add_button(add, closes=True)
        self.set_default(add)
        self.alt.editor.setFocus(Qt.FocusReason.OtherFocusReason)
