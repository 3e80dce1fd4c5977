"""The bundled type: Inter for Latin and Cyrillic, Noto Sans Hebrew for Hebrew.

Bare machines have no fonts at all, so every family the program names comes with it. Reading a font
costs a millisecond or two: what the first window shows is read before it, the rest after it.
"""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from quizapp.settings import resources_folder

FAMILIES = ["Inter", "Noto Sans Hebrew"]

_LATIN = ("Inter-Regular", "Inter-SemiBold")
_HEBREW = ("NotoSansHebrew-Regular", "NotoSansHebrew-SemiBold")
_OTHERS = ("Inter-Italic", "Inter-Bold", "NotoSansHebrew-Bold")


def load_first_fonts(*, hebrew: bool = False) -> list[str]:
    """Load what the first window shows; returns the fonts that could not be loaded."""
    return _load(_LATIN + (_HEBREW if hebrew else ()))


def load_other_fonts(*, hebrew: bool = False) -> list[str]:
    """Load what `load_first_fonts` left; call it once, after the first window is shown."""
    return _load(_OTHERS if hebrew else _HEBREW + _OTHERS)


def _load(names: tuple[str, ...]) -> list[str]:
    return [name for name in names if QFontDatabase.addApplicationFont(str(_file(name))) < 0]


def _file(name: str) -> Path:
    return resources_folder() / "fonts" / f"{name}.ttf"
