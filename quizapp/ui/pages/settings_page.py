"""What the user of this computer account prefers."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.settings import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Preferences
from quizapp.translation import tr
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.fields import NumberField
from quizapp.ui.widgets.headings import BodyText, CardTitle, PageTitle, QuietText
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.toggle import Toggle

TEXT_STEP = 10


class SettingsPage(Page):
    """Every change is told at once with the whole `Preferences`."""

    changed = Signal(object)
    backup_requested = Signal()

    def __init__(
        self, preferences: Preferences, location: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = tr("Settings")
        self._preferences = preferences
        self._theme = SegmentedControl(
            tr("Theme"),
            [
                ("system", tr("As the system")),
                ("light", tr("Light")),
                ("dark", tr("Dark")),
                ("contrast", tr("High contrast")),
            ],
        )
        self._theme.set_value(preferences.theme)
        self._theme.chosen.connect(self._on_changed)
        self._scale = NumberField(
            tr("Text size in percent"), MIN_TEXT_SCALE, MAX_TEXT_SCALE, preferences.text_scale
        )
        self._scale.editor.setSingleStep(TEXT_STEP)
        self._scale.value_changed.connect(self._on_changed)
        self._motion = Toggle(tr("Reduced motion"))
        self._motion.setChecked(preferences.reduced_motion)
        self._motion.toggled.connect(self._on_changed)
        self._sure = Toggle(tr("Ask how sure I am"))
        self._sure.setChecked(preferences.ask_confidence)
        self._sure.toggled.connect(self._on_changed)
        self._lay_out(location)

    def _lay_out(self, location: str) -> None:
        column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        look = Card()
        look.body.addWidget(CardTitle(tr("Look")))
        for widget in (self._theme, self._scale, self._motion):
            look.body.addWidget(widget)
        quiz = Card()
        quiz.body.addWidget(CardTitle(tr("Quiz")))
        quiz.body.addWidget(self._sure)
        library = Card()
        library.body.addWidget(CardTitle(tr("Library")))
        library.body.addWidget(QuietText(tr("All packs and all scores are in this file:")))
        library.body.addWidget(BodyText(location))
        back_up = Button(tr("Back up now"), "save")
        back_up.clicked.connect(self.backup_requested)
        library.body.addWidget(back_up)
        for part in (PageTitle(self.title), look, quiz, library):
            column.body.addWidget(part)
        column.body.addStretch(1)

    def _on_changed(self) -> None:
        self._preferences = msgspec.structs.replace(
            self._preferences,
            theme=self._theme.value(),
            text_scale=self._scale.value(),
            reduced_motion=self._motion.isChecked(),
            ask_confidence=self._sure.isChecked(),
        )
        self.changed.emit(self._preferences)
