"""A form in a window that stands for the page: it keeps the undo keys that reach it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from quizapp.facts import AnyFact
from quizapp.formats.native.entries import EntryContext, FieldProblem, check_question_entry
from quizapp.ui.question_editors import FormContext, QuestionForm, make_form
from quizapp.ui.widgets.column import Column
from tests.ui.conftest import Place
from tests.ui.pack_samples import FACTS, MANIFEST

UNDO_KEYS = ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y")
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """Whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER, times: int = 1) -> None:
    """Press a key where the focus is."""
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)
        QApplication.processEvents()


def write(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)
    QApplication.processEvents()


def png(width: int = 60, height: int = 40) -> bytes:
    """An image of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def click(widget: QWidget) -> None:
    """Click in the middle of `widget`."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


class Shown:
    """A form on the screen, what it told, and which undo keys reached the page."""

    def __init__(self, form: QuestionForm, page: QWidget, added: list[tuple[str, bytes]]) -> None:
        self.form = form
        self.page = page
        self.added = added
        self.edited: list[str] = []
        self.keys: list[str] = []
        form.edited.connect(self.edited.append)
        for keys in UNDO_KEYS:
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.activated.connect(partial(self.keys.append, keys))

    @property
    def entry(self) -> dict[str, Any]:
        return self.form.entry()

    def problems(self) -> Sequence[FieldProblem]:
        """What the rules and the advice say of what is written."""
        context = EntryContext(
            manifest=MANIFEST,
            facts={fact.id: fact for fact in FACTS},
            media=list(self.form.context.media),
            taken_ids=(),
        )
        return check_question_entry({"id": "made-up", **self.entry}, context).problems

    def errors(self) -> list[str]:
        """The fields that must be mended."""
        return [each.field for each in self.problems() if each.severity == "error"]


class Show(Protocol):
    """Shows a form for a type, with an entry or without one."""

    def __call__(
        self,
        kind: str,
        entry: dict[str, Any] | None = None,
        *,
        width: int = 440,
        facts: Sequence[AnyFact] = FACTS,
        media: dict[str, bytes] | None = None,
    ) -> Shown: ...


@pytest.fixture
def show(place: Place) -> Show:
    def opened(
        kind: str,
        entry: dict[str, Any] | None = None,
        *,
        width: int = 440,
        facts: Sequence[AnyFact] = FACTS,
        media: dict[str, bytes] | None = None,
    ) -> Shown:
        added: list[tuple[str, bytes]] = []
        named = {str((entry or {}).get("image", "media/none.png")): png()}

        def add_image(name: str, data: bytes, done: Callable[[str], None]) -> None:
            added.append((name, data))
            done("media/added.png")

        context = FormContext(
            facts=facts,
            manifest=MANIFEST,
            add_image=add_image,
            add_fact=lambda: added.append(("fact", b"")),
            media=dict(media or named),
            tags=("lamp", "history"),
            is_new=entry is None,
        )
        form = make_form(kind, context)
        form.show_entry({"type": kind, "stem": ""} if entry is None else entry)
        column = Column()
        column.setFixedHeight(850)
        column.body.addWidget(form)
        page = place(column, width=width)
        return Shown(form, page, added)

    return opened


Deed = Callable[[QWidget], None]


def describe(words: str) -> Deed:
    """Say what the image shows that a sheet asks about."""

    def deed(sheet: QWidget) -> None:
        line = sheet.findChild(QLineEdit)
        assert line is not None
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)

    return deed


@pytest.fixture
def when_open() -> Callable[[Deed], None]:
    """Does something to the sheet that opens next, then makes sure that it closes."""

    def act(deed: Deed, tries: int = 50) -> None:
        sheet = QApplication.activeModalWidget()
        if sheet is None and tries:
            QTimer.singleShot(10, partial(act, deed, tries - 1))
            return
        assert sheet is not None
        try:
            deed(sheet)
        finally:
            if sheet.isVisible():
                sheet.close()

    return lambda deed: QTimer.singleShot(0, partial(act, deed))
