from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTranslator
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


def test_without_words_in_the_systems_language_it_is_written_as_english(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hebrew = QLocale("he_IL")
    monkeypatch.setattr(QLocale, "system", lambda: hebrew)
    use_language(qapp, "")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QLocale().language() == QLocale.Language.Hebrew


def test_dates_of_a_system_without_a_language_are_written_as_people_write_them(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", QLocale.c)
    use_language(qapp, "")
    day = QDate(2026, 11, 24)
    assert QLocale().toString(day, QLocale.FormatType.ShortFormat) == "24/11/2026"
