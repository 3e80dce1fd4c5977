from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from quizapp.ui.translation import use_language


@pytest.fixture(autouse=True)
def _afterwards_as_before(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_hebrew_is_written_from_the_right(qapp: QApplication) -> None:
    assert use_language(qapp, "he")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().language() == QLocale.Language.Hebrew


def test_qt_speaks_the_language_too(qapp: QApplication) -> None:
    assert use_language(qapp, "ru")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"


def test_an_unknown_language_leaves_the_words_in_english(qapp: QApplication) -> None:
    assert not use_language(qapp, "mt")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
