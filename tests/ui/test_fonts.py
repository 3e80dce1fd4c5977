import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from quizapp.settings import resources_folder
from quizapp.ui.fonts import FAMILIES, load_first_fonts, load_other_fonts

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
HEBREW = "אבגדהוזחטיכלמנסעפצקרשתםןץףך"


def test_all_fonts_can_be_loaded() -> None:
    assert load_first_fonts(hebrew=True) == []
    assert load_other_fonts(hebrew=True) == []
    assert set(FAMILIES) <= set(QFontDatabase.families())


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_the_weights_are_real(weight: QFont.Weight) -> None:
    for family in FAMILIES:
        info = QFontInfo(QFont(family, weight=weight))
        assert (info.family(), info.weight()) == (family, weight)


@pytest.mark.parametrize(
    ("font", "letters"), [("Inter-Regular", KAZAKH), ("NotoSansHebrew-Regular", HEBREW)]
)
def test_the_letters_we_need_are_there(font: str, letters: str) -> None:
    raw = QRawFont(str(resources_folder() / "fonts" / f"{font}.ttf"), 15)
    assert all(raw.supportsCharacter(ord(letter)) for letter in letters)
