"""The one module that opens sheets to ask and to tell.

Esc always gives the safe answer. Expected errors say what to do; anything else opens a report that
can be copied.
"""

import platform
import traceback
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QGridLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from quizapp import __version__
from quizapp.errors import QuizError
from quizapp.translation import tr
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import Button, DangerButton, PrimaryButton
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.key_cap import KeyCap
from quizapp.ui.widgets.option_row import OptionRow
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.sheet import Sheet

MOST_CHOICES_SHOWN = 6
CHOICE_HEIGHT = 60
KEY_HEIGHT = 34
SHARE_OF_SCREEN = 0.5


def ask(
    parent: QWidget | None,
    question: str,
    detail: str,
    yes_text: str,
    no_text: str,
    *,
    danger: bool = False,
) -> bool:
    """Ask, and wait: True for `yes_text`, False for `no_text` and for Esc.

    Where it is dangerous, Enter too gives the safe answer.
    """
    sheet = Sheet(question, parent, icon_name="circle-help", tone="wrong" if danger else "accent")
    sheet.say(detail)
    no = Button(no_text)
    yes = DangerButton(yes_text) if danger else PrimaryButton(yes_text)
    sheet.add_button(no, closes=False)
    sheet.add_button(yes, closes=True)
    sheet.set_default(no if danger else yes)
    return _accepted(sheet)


def tell(parent: QWidget | None, title: str, detail: str = "", button: str = "") -> None:
    """Say something that must be seen before going on; mostly a banner is better."""
    sheet = Sheet(title, parent, icon_name="info", tone="accent")
    sheet.say(detail)
    _close_by_one_button(sheet, button or tr("Close"))


def choose(
    parent: QWidget | None,
    title: str,
    detail: str,
    choices: Sequence[str],
    yes_text: str,
    *,
    danger: bool = False,
) -> int | None:
    """Let one of the `choices` be chosen; its place, or None for Esc and "Cancel"."""
    sheet = Sheet(title, parent, icon_name="circle-help", tone="wrong" if danger else "accent")
    sheet.say(detail)
    rows = _Choices(choices)
    sheet.body.addWidget(rows)
    no = Button(tr("Cancel"))
    sheet.add_button(no, closes=False)
    yes = DangerButton(yes_text) if danger else PrimaryButton(yes_text)
    sheet.add_button(yes, closes=True)
    sheet.set_default(no if danger else yes)
    rows.focus_first()
    return rows.chosen() if _accepted(sheet) else None


def show_error(parent: QWidget | None, error: QuizError) -> None:
    """What happened, and what to do."""
    sheet = Sheet(error.message, parent, icon_name="triangle-alert", tone="partly")
    sheet.say(error.remedy)
    _close_by_one_button(sheet, tr("Close"))


def show_failure(parent: QWidget | None, error: BaseException) -> None:
    """Whatever went wrong: the sentence of an expected error, the report of any other."""
    if isinstance(error, QuizError):
        show_error(parent, error)
    else:
        show_bug(parent, error)


def show_bug(parent: QWidget | None, error: BaseException) -> None:
    """Something that should not happen: the report of it, ready to be copied."""
    title = tr("Something went wrong in quizapp")
    sheet = Sheet(title, parent, icon_name="circle-alert", tone="wrong")
    sheet.say(
        tr(
            "Your answers so far are saved. You can go on; if it happens again, close and start "
            "the program. This report helps to mend it:"
        )
    )
    report = report_of(error)
    sheet.body.addWidget(_Report(report))
    sheet.add_button(_CopyButton(tr("Copy report"), report))
    _close_by_one_button(sheet, tr("Close"))


def show_sheet(sheet: Sheet) -> bool:
    """Show a sheet that asks in a way of its own, and wait: whether it was accepted."""
    return _accepted(sheet)


def close_open_sheet() -> None:
    """Give the safe answer to whatever is being asked: it has become pointless."""
    sheet = QApplication.activeModalWidget()
    if isinstance(sheet, Sheet):
        sheet.reject()


def show_keys(parent: QWidget | None, keys: Sequence[tuple[str, str]]) -> None:
    """Which key does what."""
    sheet = Sheet(tr("Keys"), parent, icon_name="keyboard", tone="accent")
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID)
    grid.setColumnStretch(1, 1)
    for row, (key, what) in enumerate(keys):
        grid.addWidget(KeyCap(key), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(BodyText(what), row, 1)
    column = Column()
    column.set_margin(0)
    column.body.addLayout(grid)
    column.setMinimumHeight(_bounded(scaled(KEY_HEIGHT) * len(keys)))
    sheet.body.addWidget(column)
    _close_by_one_button(sheet, tr("Close"))


def show_in_files(folder: Path) -> bool:
    """Open `folder` in the desktop's file manager; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def choose_folder(parent: QWidget | None, title: str, start: str = "") -> str:
    """The folder that the person chose; "" when they chose none."""
    return QFileDialog.getExistingDirectory(parent, title, start)


def choose_file(parent: QWidget | None, title: str, kinds: str, start: str = "") -> str:
    """The file that the person chose; "" for none. `kinds` is as in "Images (*.png *.jpg)"."""
    return QFileDialog.getOpenFileName(parent, title, start, kinds)[0]


def choose_new_file(parent: QWidget | None, title: str, kinds: str, name: str) -> str:
    """The file to write to that the person chose, `name` suggested; "" for none.

    Where it is there already, they were asked whether to write over it.
    """
    return QFileDialog.getSaveFileName(parent, title, name, kinds)[0]


def report_of(error: BaseException) -> str:
    """What somebody who mends it wants to know."""
    heading = f"quizapp {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    lines = [f"{heading}, {platform.platform()}", "", *traceback.format_exception(error)]
    return "\n".join(line.rstrip("\n") for line in lines)


def _close_by_one_button(sheet: Sheet, words: str) -> None:
    button = PrimaryButton(words)
    sheet.add_button(button, closes=True)
    sheet.set_default(button)
    _accepted(sheet)


def _accepted(sheet: Sheet) -> bool:
    accepted = sheet.exec() == Sheet.DialogCode.Accepted
    sheet.deleteLater()
    return accepted


def _bounded(height: int) -> int:
    """`height`, or half of the screen where that is less: title and buttons need room too."""
    screen = QGuiApplication.primaryScreen()
    return min(height, round(screen.availableGeometry().height() * SHARE_OF_SCREEN))


class _Choices(Column):
    """Rows of which one is chosen, the first to begin with."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._rows = [OptionRow(words, parent=holder) for words in choices]
        for row in self._rows:
            column.addWidget(row)
        self._rows[0].choose()
        self.body.addWidget(holder)
        self.set_margin(0)
        shown = min(len(choices), MOST_CHOICES_SHOWN)
        self.setMinimumHeight(_bounded(scaled(CHOICE_HEIGHT) * shown - GRID))

    def chosen(self) -> int:
        """The place of the chosen row."""
        return next(place for place, row in enumerate(self._rows) if row.isChecked())

    def focus_first(self) -> None:
        """Give the keyboard to the chosen row."""
        self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)


class _Report(QPlainTextEdit):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setAccessibleName(tr("Report"))
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def sizeHint(self) -> QSize:
        return QSize(scaled(560), scaled(200))


class _CopyButton(Button):
    """Copies a text, and says that it has."""

    def __init__(self, words: str, text: str) -> None:
        super().__init__(words, "copy")
        self._text = text
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.set_icon_name("check")
        self.setText(tr("Copied"))
