"""The words of the program in the language of the person, without Qt.

One catalogue (GNU gettext, `resources/translations/<language>/LC_MESSAGES/quizapp.mo`) serves the
window, the commands and the errors of every layer. English needs no catalogue.

`tr("Hello, {name}").format(name=…)`: fill in *after* translating, with named fields, so that
another language can put them in another order.
"""

import gettext
import os
import sys
from pathlib import Path

DOMAIN = "quizapp"
ENGLISH = "en"
RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "yi"})

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH


def use_language(preferred: str, folder: Path) -> str:
    """Speak `preferred` ("kk", "he", "pt_BR"), or for "" what the system is set to.

    Gives the language that is spoken from now on: English where `folder` has no catalogue. Text
    that is made already stays as it is, so this comes before all else.
    """
    global _catalogue, _language
    wanted = [preferred] if preferred else system_languages()
    _catalogue, _language = gettext.NullTranslations(), ENGLISH
    for language in wanted:
        try:
            _catalogue = gettext.translation(DOMAIN, folder, [language])
        except OSError:  # there is none, or it cannot be read
            if _base(language) == ENGLISH:
                break
        else:
            _language = language
            break
    return _language


def spoken_language() -> str:
    """The language that the program speaks."""
    return _language


def system_languages() -> list[str]:
    """The languages that the system is set to, the preferred one first: `["kk_KZ", "ru"]`."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return [each.partition(".")[0] for each in value.split(":") if each]
    return _windows_languages()


def _windows_languages() -> list[str]:
    if sys.platform != "win32":
        return []
    import ctypes
    import locale

    name = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return [name] if name else []


def is_right_to_left(language: str) -> bool:
    """Whether `language` is written from right to left."""
    return _base(language) in RIGHT_TO_LEFT_LANGUAGES


def _base(language: str) -> str:
    """The language without its country."""
    return language.replace("-", "_").partition("_")[0].lower()


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
