"""The preferences of the account, kept in their file."""

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from quizapp.errors import QuizError
from quizapp.settings import Preferences, read_preferences, save_preferences


class PreferencesKeeper(QObject):
    """Changes the file field by field: what another window or a command has put there stays."""

    not_saved = Signal(object)
    """A change holds only until the program is closed; with the `QuizError`."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._unsaved: dict[str, Any] = {}
        self._present = Preferences()
        self.refresh()

    @property
    def present(self) -> Preferences:
        """What holds now."""
        return self._present

    def refresh(self) -> None:
        """Take what the file says now; where it cannot be read, all stays as it is."""
        base = read_preferences(self._path) or self._present
        self._present = msgspec.structs.replace(base, **self._unsaved)

    def change(self, **fields: object) -> None:
        """Change some of the fields of `Preferences`, and save them."""
        self._unsaved |= fields
        self.refresh()
        try:
            save_preferences(self._present, self._path)
        except QuizError as error:
            self.not_saved.emit(error)
        else:
            self._unsaved = {}
