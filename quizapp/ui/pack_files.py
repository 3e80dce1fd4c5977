"""What can be given to the program from outside: packs."""

from collections.abc import Iterable
from pathlib import Path

ENDING = ".quizpack"
MANIFEST = "pack.yaml"


def is_pack(path: Path) -> bool:
    """Whether `path` looks like a pack, a file or a folder; it is not opened."""
    try:
        if path.suffix.lower() == ENDING and path.is_file():
            return True
        return (path / MANIFEST).is_file()
    except (OSError, ValueError):  # no access, or no name that a file could have
        return False


def packs_among(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Those of `paths` that look like packs, each once."""
    return tuple(dict.fromkeys(path for path in paths if is_pack(path)))
