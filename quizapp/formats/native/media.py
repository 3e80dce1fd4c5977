"""The images of a pack in a folder."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import QuizError
from quizapp.formats.native.files import shown
from quizapp.formats.native.problems import PackProblem
from quizapp.formats.native.wording import shortened
from quizapp.translation import tr
from quizapp.values.images import MAX_IMAGE_BYTES, is_media_name, kind_of_name, read_image_info


class Media(NamedTuple):
    """Images by the names that questions call them, and what is wrong with some."""

    media: dict[str, bytes]
    problems: tuple[PackProblem, ...]


def read_media(folder: Path, files: Iterable[Path]) -> Media:
    """The images in `files`, which stand in the pack's `folder`; also those with problems."""
    media: dict[str, bytes] = {}
    problems: list[PackProblem] = []
    for file in files:
        name = file.relative_to(folder).as_posix()
        try:
            with file.open("rb") as stream:
                media[name] = stream.read(MAX_IMAGE_BYTES + 1)
            check_image(name, media[name])
        except QuizError as error:
            problems.append(_problem(shown(file, folder), error.message, error.remedy))
        except OSError as error:
            words = tr("The file cannot be read."), str(error.strerror or "")
            problems.append(_problem(shown(file, folder), *words))
    return Media(media, tuple(problems))


def check_image(name: str, data: bytes) -> None:
    """`QuizError` where `data` is no image that a pack can hold under this name."""
    if not is_media_name(name):
        raise QuizError(
            tr("“{name}” cannot be the name of an image.").format(name=shortened(name)),
            tr("Use letters, digits and hyphens: “media/map.png”."),
        )
    kind = read_image_info(data).kind
    if kind != kind_of_name(name):
        raise QuizError(
            tr("The name ends in “{ending}”, and the image is a {kind}.").format(
                ending=name.rpartition(".")[2], kind=kind.upper()
            ),
            tr("Call it by its kind, or convert it."),
        )


def _problem(file: str, message: str, remedy: str) -> PackProblem:
    return PackProblem(file=file, line=1, message=message, remedy=remedy)
