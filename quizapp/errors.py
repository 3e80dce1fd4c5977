"""The errors that a person can do something about.

Every `QuizError` is a finished sentence (or two) for the person at the screen: what happened, and
what to do now. Whatever is not a `QuizError` is a bug.
"""


class QuizError(Exception):
    """Something a person can mend.

    `message` says what happened, `remedy` what to do; `str()` gives both.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy


class AnswerUnreadableError(QuizError):
    """What was typed cannot be read as an answer to this question; nothing was recorded."""


class PackError(QuizError):
    """A pack cannot be used; nothing of it was taken in."""


class LibraryError(QuizError):
    """The library cannot be used as asked; it was left as it was."""


class LibraryMissingError(LibraryError):
    """There is no library where one was asked for, and none can be made there."""


class LibraryReadOnlyError(LibraryError):
    """The library or its folder cannot be written to."""


class LibraryLockedError(LibraryError):
    """Another program holds the library for longer than we wait."""


class LibraryDamagedError(LibraryError):
    """The file is not a sound quizapp library."""


class LibraryNewerError(LibraryError):
    """The library was written by a newer version of the program."""


class DiskFullError(LibraryError):
    """There is no room left where the library lives."""


class LibraryChangedError(LibraryError):
    """Somebody else changed the same thing first, in another window or on another computer."""


class DisplayError(QuizError):
    """No window can be opened here."""


class CancelledError(QuizError):
    """The person stopped the work; what it had begun was taken back."""
