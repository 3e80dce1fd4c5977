"""The language of Qt's own words (Copy, Undo, Select all …) and the direction of writing."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from quizapp.translation import is_right_to_left, spoken_language

PLAIN_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.Europe)


def use_language(app: QApplication, preferred: str) -> None:
    """Let `app` go with the language that `quizapp.translation` speaks, which is chosen before.

    Qt's words and the direction of writing are those of that language. Dates and numbers follow
    `preferred`, or for "" the system, even where the program has no words in its language. Call
    this before the window is built.
    """
    locale = QLocale(preferred) if preferred else QLocale.system()
    if locale.language() == QLocale.Language.C:
        locale = PLAIN_ENGLISH  # C writes dates as nobody does
    QLocale.setDefault(locale)
    language = spoken_language()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    # After the translator: installing one may set the direction by its own idea of it.
    app.setLayoutDirection(rtl if is_right_to_left(language) else ltr)
