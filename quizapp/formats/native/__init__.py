"""Our own format: a folder with `pack.yaml`, `facts.yaml` and `questions/*.yaml`.

Every start asks whether the packs have changed, and only a changed one is read: the reader, and the
parser of YAML behind it, are imported then.
"""

from collections.abc import Sequence
from pathlib import Path

from quizapp.errors import PackError
from quizapp.formats.native.files import files_digest, pack_files
from quizapp.formats.native.problems import Checked, PackProblem, printable
from quizapp.packs import Pack
from quizapp.translation import tr, tr_n

__all__ = ["Checked", "PackProblem", "check_pack", "pack_hash", "read_pack"]


def pack_hash(folder: Path) -> str:
    """A name for the state of all the pack's files; `PackError` where they may not be read."""
    files = pack_files(folder)
    if files.errors:
        raise _unusable(folder, files.errors)
    try:
        return files_digest(folder, files.all())
    except OSError as error:
        problem = PackProblem(
            file=printable(Path(str(error.filename)).name),
            line=1,
            message=tr("The file cannot be read."),
            remedy=str(error.strerror or ""),
        )
        raise _unusable(folder, [problem]) from error


def read_pack(folder: Path) -> Pack:
    """The pack in `folder`; `PackError` with its first problem where it is not sound."""
    from quizapp.formats.native.reading import checked_pack

    checked = checked_pack(folder)
    if checked.pack is None:
        raise _unusable(folder, checked.errors)
    return checked.pack


def check_pack(folder: Path) -> Checked:
    """What is wrong with the pack in `folder`, and the pack where nothing is.

    A pack without errors is given advice on its questions as well. A check that finds very much
    stops, and says so.
    """
    from quizapp.formats.native.reading import checked_pack

    return checked_pack(folder, advise=True)


def _unusable(folder: Path, errors: Sequence[PackProblem]) -> PackError:
    more = len(errors) - 1
    return PackError(
        tr("The pack in {folder} cannot be used: {problem}").format(
            folder=folder, problem=errors[0]
        ),
        tr_n("There is {n} more problem.", "There are {n} more problems.", more) if more else "",
    )
