"""The language of Qt's own words (Copy, Undo, Select all …) and the direction of writing."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from quizapp.translation import is_right_to_left


def use_language(app: QApplication, language: str) -> bool:
    """Put `app` into `language` ("" is the system's); False when Qt has no words in it.

    Our own words come from `quizapp.translation`. Call this before the window is built.
    """
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    name = language or locale.name()
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    is_known = translator.load(f"qtbase_{name}", folder) and app.installTranslator(translator)
    # After the translator: installing one may set the direction by its own idea of it.
    app.setLayoutDirection(rtl if is_right_to_left(name) else ltr)
    return is_known
