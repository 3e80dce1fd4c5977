"""The language of Qt's own words (Copy, Undo, Select all …) and the direction of writing."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from quizapp.settings import resources_folder
from quizapp.translation import is_right_to_left, is_spoken

PLAIN_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.Europe)


def use_language(app: QApplication, language: str) -> bool:
    """Put `app` into `language` ("" is the system's); False when Qt has no words in it.

    Dates and numbers follow the system even where the program has no words in its language; the
    direction of writing does not. Our own words come from `quizapp.translation`. Call this before
    the window is built.
    """
    locale = QLocale(language) if language else QLocale.system()
    if locale.language() == QLocale.Language.C:
        locale = PLAIN_ENGLISH  # C writes dates as nobody does
    QLocale.setDefault(locale)
    name = language or locale.name()
    if not language and not is_spoken(name, resources_folder() / "translations"):
        name = "en"
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    is_known = translator.load(f"qtbase_{name}", folder) and app.installTranslator(translator)
    # After the translator: installing one may set the direction by its own idea of it.
    app.setLayoutDirection(rtl if is_right_to_left(name) else ltr)
    return is_known
