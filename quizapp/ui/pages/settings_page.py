"""What the user of this computer account prefers, and where everything is kept."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.errors import QuizError
from quizapp.services.values import BackupInfo
from quizapp.settings import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Preferences
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.fields import NumberField, TextField
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import (
    BodyText,
    CardTitle,
    PageTitle,
    QuietText,
    SectionTitle,
)
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.toggle import Toggle
from quizapp.ui.words import backup_words

TEXT_STEP = 10


class SettingsPage(Page):
    """Every change of the look is told at once with the whole `Preferences`."""

    changed = Signal(object)
    refresh_requested = Signal()
    name_given = Signal(str)
    """The name that the present learner wants to have from now on."""
    folder_shown = Signal()
    other_folder_requested = Signal()
    backup_requested = Signal()
    restore_requested = Signal()
    pin_change_requested = Signal()
    """A teacher's PIN is to be set, or another one in its place."""
    pin_removal_requested = Signal()
    lock_requested = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Settings")
        self._preferences = preferences
        self._column = column = Column()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        cards = (
            self._look_card(),
            self._quiz_card(),
            self._name_card(),
            self._library_card(),
            self._pin_card(),
        )
        for part in (PageTitle(self.title), *cards):
            column.body.addWidget(part)
        column.body.addStretch(1)

    def _look_card(self) -> Card:
        preferences = self._preferences
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
        return _card(tr("Look"), CardTitle(tr("Theme")), self._theme, self._scale, self._motion)

    def _quiz_card(self) -> Card:
        self._sure = Toggle(tr("Ask how sure I am"))
        self._sure.setChecked(self._preferences.ask_confidence)
        self._sure.toggled.connect(self._on_changed)
        return _card(tr("Quiz"), self._sure)

    def _name_card(self) -> Card:
        self._name = TextField(tr("Your name"), tr("Your scores stay yours under a new name."))
        self._rename = Button(tr("Change name"), "pencil")
        self._name.returned.connect(self._on_name)
        self._rename.clicked.connect(self._on_name)
        card = _card(tr("You"), self._name)
        card.body.addWidget(self._rename, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _library_card(self) -> Card:
        self._place = BodyText()
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._backups = QuietText()
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self._restore = Button(tr("Restore a backup…"), "history")
        for button, signal in (
            (Button(tr("Show folder"), "folder-open"), self.folder_shown),
            (Button(tr("Use another folder…"), "archive"), self.other_folder_requested),
            (Button(tr("Back up now"), "save"), self.backup_requested),
            (self._restore, self.restore_requested),
        ):
            button.clicked.connect(signal)
            flow.addWidget(button)
        words = QuietText(tr("All packs and all scores are in this file:"))
        return _card(tr("Library"), words, self._place, self._backups, buttons)

    def _pin_card(self) -> Card:
        self._pin_state = BodyText()
        self._set_pin = Button("", "lock")
        self._set_pin.clicked.connect(self.pin_change_requested)
        self._remove_pin = Button(tr("Remove PIN…"), "x")
        self._remove_pin.clicked.connect(self.pin_removal_requested)
        self._lock = Button(tr("Lock now"), "log-out")
        self._lock.clicked.connect(self.lock_requested)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self._set_pin, self._remove_pin, self._lock):
            flow.addWidget(button)
        words = QuietText(
            tr("For a computer that several people use. Quizzes and progress are never locked.")
        )
        self.show_pin(is_set=False)
        return _card(tr("Teacher's PIN"), words, self._pin_state, buttons)

    def entered(self) -> None:
        """Ask where the library is, and for its backups."""
        self.refresh_requested.emit()

    def show_library(self, location: Path, backups: Sequence[BackupInfo]) -> None:
        """Where the library is, and how well it is backed up."""
        self._place.set_text(str(location))
        if backups:
            count = tr_n("{n} backup", "{n} backups", len(backups))
            last = tr("{count}, the last one {last}").format(
                count=count, last=backup_words(backups[0])
            )
            self._backups.set_text(last)
        else:
            self._backups.set_text(tr("No backup yet; one is made when you close the program."))
        self._restore.setEnabled(bool(backups))

    def show_learner(self, name: str) -> None:
        """Who is learning."""
        self._name.set_text(name)

    def show_pin(self, *, is_set: bool) -> None:
        """Whether there is a PIN."""
        self._pin_state.set_text(
            tr("A PIN locks the settings and the pages for authors until it is given.")
            if is_set
            else tr("There is no PIN: everybody at this computer account can change everything.")
        )
        self._set_pin.setText(tr("Change PIN…") if is_set else tr("Set a PIN…"))
        self._remove_pin.setVisible(is_set)
        self._lock.setVisible(is_set)

    def show_name_problem(self, error: QuizError) -> None:
        """Say at the field why the name was not taken."""
        self._name.set_error(str(error))
        self._name.editor.setFocus()

    def _on_name(self) -> None:
        self.name_given.emit(self._name.text())

    def _on_changed(self) -> None:
        self._preferences = msgspec.structs.replace(
            self._preferences,
            theme=self._theme.value(),
            text_scale=self._scale.value(),
            reduced_motion=self._motion.isChecked(),
            ask_confidence=self._sure.isChecked(),
        )
        self.changed.emit(self._preferences)


def _card(title: str, *widgets: QWidget) -> Card:
    card = Card()
    card.body.addWidget(SectionTitle(title))
    for widget in widgets:
        card.body.addWidget(widget)
    return card
