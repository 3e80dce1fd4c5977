"""The words of the program in the language of the person, without Qt.

One catalogue (GNU gettext, `resources/translations/<language>/LC_MESSAGES/quizapp.mo`) serves the
window, the commands and the errors of every layer. English needs no catalogue.

`tr("Hello, {name}").format(name=…)`: fill in *after* translating, with named fields, so that
another language can put them in another order.
"""

import gettext
from pathlib import Path

DOMAIN = "quizapp"
RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "yi"})

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, folder: Path) -> bool:
    """Switch to `language` ("kk", "he", "pt_BR"); False when there is no catalogue for it.

    Text that is already on the screen stays as it is: call this before the window is built.
    """
    global _catalogue
    try:
        _catalogue = gettext.translation(DOMAIN, folder, [language])
    except OSError:
        _catalogue = gettext.NullTranslations()
        return False
    return True


def is_spoken(language: str, folder: Path) -> bool:
    """Whether the program has words in `language`: a catalogue, or English itself."""
    is_english = language.replace("-", "_").split("_")[0].lower() == "en"
    return is_english or gettext.find(DOMAIN, folder, [language]) is not None


def is_right_to_left(language: str) -> bool:
    """Whether `language` is written from right to left."""
    return language.replace("-", "_").split("_")[0].lower() in RIGHT_TO_LEFT_LANGUAGES


def tr(message: str) -> str:
    """`message` in the chosen language."""
    return _catalogue.gettext(message)


def tr_n(singular: str, plural: str, count: int) -> str:
    """The form that `count` asks for, with `{n}` filled in.

    `tr_n("{n} question due", "{n} questions due", 7)` gives "7 questions due".
    """
    return _catalogue.ngettext(singular, plural, count).format(n=count)


def tr_c(context: str, message: str) -> str:
    """`message` where the same English word needs telling apart ("verb", "month name")."""
    return _catalogue.pgettext(context, message)
