"""The languages that a pack can be in, each by its own name."""

from PySide6.QtCore import QLocale

# fmt: off
_CODES = (
    "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et",
    "fa", "fi", "fr", "ga", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja",
    "ka", "kk", "ko", "ky", "lt", "lv", "mn", "ms", "nl", "no", "pl", "pt", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "tg", "th", "tk", "tr", "uk",
    "ur", "uz", "vi", "yi", "zh",
)
# fmt: on


def language_word(code: str) -> str:
    """A language by its own name, or its code where Qt knows none."""
    locale = QLocale(code)
    if not code or locale.language() == QLocale.Language.C:
        return code
    is_plain_english = code == "en"  # Qt takes it for that of the United States
    name = "English" if is_plain_english else locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def language_choices(present: str = "") -> list[tuple[str, str]]:
    """Codes with names, in the order of the names; the `present` code is among them."""
    codes = dict.fromkeys([*_CODES, present] if present else _CODES)
    return sorted(((code, language_word(code)) for code in codes), key=lambda each: each[1])
