"""Our own format: a folder with `pack.yaml`, `facts.yaml`, `questions/*.yaml` and `media/`.

The same folder zipped is a `.quizpack`; each function here takes either. Every start asks whether
the packs have changed, and only a changed one is read: the reader, and the parser of YAML behind
it, are imported then.
"""

from collections.abc import Sequence
from pathlib import Path

from quizapp.errors import PackError
from quizapp.formats.native.files import files_digest, pack_files
from quizapp.formats.native.problems import Checked, PackProblem, printable
from quizapp.packs import Pack
from quizapp.translation import tr, tr_n

__all__ = ["Checked", "PackProblem", "check_pack", "pack_hash", "read_pack"]


def pack_hash(path: Path) -> str:
    """A name for the state of all the pack's files; `PackError` where they may not be read."""
    if path.is_file():
        from quizapp.formats.native.archive import archive_hash

        return archive_hash(path)
    files = pack_files(path)
    if files.errors:
        raise _unusable(path, files.errors)
    try:
        return files_digest(path, files.all())
    except OSError as error:
        problem = PackProblem(
            file=printable(Path(str(error.filename)).name),
            line=1,
            message=tr("The file cannot be read."),
            remedy=str(error.strerror or ""),
        )
        raise _unusable(path, [problem]) from error


def read_pack(path: Path) -> Pack:
    """The pack at `path`; `PackError` with its first problem where it is not sound."""
    checked = _checked(path, advise=False)
    if checked.pack is None:
        raise _unusable(path, checked.errors)
    return checked.pack


def check_pack(path: Path) -> Checked:
    """What is wrong with the pack at `path`, and the pack where nothing is.

    A pack without errors is given advice on its questions as well. A check that finds very much
    stops, and says so.
    """
    try:
        return _checked(path, advise=True)
    except PackError as error:
        problem = PackProblem(
            file=printable(path.name), line=1, message=error.message, remedy=error.remedy
        )
        return Checked(pack=None, problems=(problem,))


def _checked(path: Path, *, advise: bool) -> Checked:
    """`PackError` for an archive that cannot be unpacked."""
    from quizapp.formats.native.reading import checked_pack

    if not path.is_file():
        return checked_pack(path, advise=advise)
    from quizapp.formats.native.archive import unpacked

    with unpacked(path) as folder:
        return checked_pack(folder, advise=advise)


def _unusable(path: Path, errors: Sequence[PackProblem]) -> PackError:
    more = len(errors) - 1
    return PackError(
        tr("The pack in {folder} cannot be used: {problem}").format(folder=path, problem=errors[0]),
        tr_n("There is {n} more problem.", "There are {n} more problems.", more) if more else "",
    )
