"""How the program looks, as the preferences say."""

from PySide6.QtWidgets import QApplication

from quizapp.settings import Preferences
from quizapp.ui.motion import reduce_motion
from quizapp.ui.theme import ThemeKeeper


class Look:
    """The colours, the size of text and the motion of the whole program."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._theme = ThemeKeeper(app)

    def use(self, preferences: Preferences) -> None:
        """Look as `preferences` say, at once."""
        self._theme.use(preferences.theme, preferences.text_scale)
        reduce_motion(self._app, is_reduced=preferences.reduced_motion)
