from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from quizapp import translation
from quizapp.ui.translation import use_language
from tests.catalogues import write_catalogue


@pytest.fixture(autouse=True)
def _afterwards_as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    locale = QLocale()
    monkeypatch.setattr(translation, "_catalogue", translation._catalogue)
    monkeypatch.setattr(translation, "_language", translation._language)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_hebrew_is_written_from_the_right(qapp: QApplication, tmp_path: Path) -> None:
    write_catalogue(tmp_path, "he", {"Home": "בית"})
    translation.use_language("he", tmp_path)
    use_language(qapp, "he")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().language() == QLocale.Language.Hebrew


def test_qt_speaks_the_language_too(qapp: QApplication, tmp_path: Path) -> None:
    write_catalogue(tmp_path, "ru", {"Home": "Начало"})
    translation.use_language("ru", tmp_path)
    use_language(qapp, "ru")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"


@pytest.mark.parametrize("language", ["he", "ru", "mt"])
def test_without_words_all_is_in_english_but_dates(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    translation.use_language(language, tmp_path)
    use_language(qapp, language)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() == QLocale(language).language()


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
