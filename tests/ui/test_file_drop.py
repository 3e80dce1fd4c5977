"""Packs dragged over the window, and other files."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.file_drop import files_of
from quizapp.ui.main_window import MainWindow
from quizapp.ui.pack_files import is_pack, packs_among
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.widgets.sheet import Sheet

# Qt 6.12 wants places in fractions of a pixel, which 6.11 does not take.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Function.*QDrag(Enter|Move)Event:DeprecationWarning"
)

ANY, BUTTON, PLAIN = (
    Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


class Field(QWidget):
    """Takes every file, as a field for pictures does."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setMinimumHeight(300)
        self.taken: list[Path] = []

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.taken += files_of(event.mimeData())


class FieldPage(Page):
    """A page that is all field."""

    def __init__(self) -> None:
        super().__init__()
        self.field = Field()
        QVBoxLayout(self).addWidget(self.field)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    made.add_pages({"home": PagePlan("Home", "house", FieldPage)})
    qtbot.addWidget(made)
    made.show_page("home")
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Aldsand.QuizPack"
    path.write_bytes(b"PK")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "pack of somebody"
    path.mkdir()
    (path / "pack.yaml").touch()
    return path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "tower.png"
    path.touch()
    return path


def field_of(window: MainWindow) -> Field:
    page = window.page("home")
    assert isinstance(page, FieldPage)
    return page.field


class Drag:
    """Files dragged from another program, as the system tells of them."""

    def __init__(self, window: MainWindow, paths: Sequence[Path]) -> None:
        self._handle = window.windowHandle()
        self._data = QMimeData()  # kept: events only refer to it
        self._data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        field = field_of(window)
        self.actions: list[Qt.DropAction] = []
        self._at = field.mapTo(window, field.rect().center())

    def enter(self) -> bool:
        event = QDragEnterEvent(self._at, ANY, self._data, BUTTON, PLAIN)
        return self._sent(event)

    def move(self) -> bool:
        return self._sent(QDragMoveEvent(self._at + QPoint(5, 5), ANY, self._data, BUTTON, PLAIN))

    def leave(self) -> None:
        QCoreApplication.sendEvent(self._handle, QDragLeaveEvent())

    def drop(self) -> bool:
        return self._sent(QDropEvent(QPointF(self._at), ANY, self._data, BUTTON, PLAIN))

    def _sent(self, event: QDropEvent) -> bool:
        event.setDropAction(Qt.DropAction.MoveAction)  # as file managers propose
        event.ignore()
        QCoreApplication.sendEvent(self._handle, event)
        self.actions.append(event.dropAction())
        return event.isAccepted()


def test_packs_are_taken_wherever_they_are_dropped(
    qtbot: QtBot, window: MainWindow, file: Path, folder: Path
) -> None:
    drag = Drag(window, [file, folder])
    assert drag.enter()
    assert drag.move()
    assert window._drop_cover.isVisible()
    assert window._drop_cover.geometry() == window._centre.rect()
    assert window._drop_cover.accessibleDescription() == "Aldsand.QuizPack and 1 more pack"
    with qtbot.waitSignal(window.files_dropped) as told:
        assert drag.drop()
    assert told.args == [(file, folder)]
    assert set(drag.actions) == {
        Qt.DropAction.CopyAction
    }  # else the other program deletes the files
    assert not window._drop_cover.isVisible()
    assert field_of(window).taken == []


def test_the_cover_goes_when_the_packs_do(
    qtbot: QtBot, window: MainWindow, file: Path, picture: Path
) -> None:
    drag = Drag(window, [file])
    drag.enter()
    with qtbot.assertNotEmitted(window.files_dropped):
        drag.leave()
    assert not window._drop_cover.isVisible()
    Drag(window, [picture]).enter()
    assert not window._drop_cover.isVisible()


def test_the_cover_grows_with_the_window(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    Drag(window, [file]).enter()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window._drop_cover.size() == window._centre.size())


def test_only_the_packs_among_files_count(
    qtbot: QtBot, window: MainWindow, file: Path, picture: Path
) -> None:
    drag = Drag(window, [picture, file])
    drag.enter()
    with qtbot.waitSignal(window.files_dropped) as told:
        drag.drop()
    assert told.args == [(file,)]


def test_other_files_go_to_the_widgets(qtbot: QtBot, window: MainWindow, picture: Path) -> None:
    drag = Drag(window, [picture])
    drag.enter()
    with qtbot.assertNotEmitted(window.files_dropped):
        assert drag.drop()
    assert field_of(window).taken == [picture]


def test_files_that_nothing_takes_are_refused_in_words(
    qtbot: QtBot, window: MainWindow, picture: Path
) -> None:
    field_of(window).setAcceptDrops(False)
    drag = Drag(window, [picture])
    assert drag.enter()
    assert not window._drop_cover.isVisible()
    with qtbot.assertNotEmitted(window.files_dropped):
        assert drag.move()
        drag.drop()
    copy, ignore = Qt.DropAction.CopyAction, Qt.DropAction.IgnoreAction
    assert drag.actions == [copy, copy, ignore]
    assert ".quizpack" in window.banner.words


def test_nothing_is_taken_behind_a_sheet(qtbot: QtBot, window: MainWindow, file: Path) -> None:
    sheet = Sheet("First this", window)
    sheet.open()
    drag = Drag(window, [file])
    assert not drag.enter()
    with qtbot.assertNotEmitted(window.files_dropped):
        drag.drop()
    sheet.reject()


def test_a_drag_of_text_is_none_of_ours(window: MainWindow) -> None:
    field_of(window).setAcceptDrops(False)
    drag = Drag(window, [])
    drag._data.setText("a word")
    assert not drag.enter()
    assert window.banner.words == ""


def test_what_looks_like_a_pack(file: Path, folder: Path, picture: Path, tmp_path: Path) -> None:
    assert is_pack(file)
    assert is_pack(folder)
    assert not is_pack(picture)
    assert not is_pack(tmp_path)
    assert not is_pack(tmp_path / "gone.quizpack")
    assert not is_pack(Path("a\0b"))
    assert packs_among([picture, file, file]) == (file,)


def test_the_filter_lets_everything_else_pass(window: MainWindow) -> None:
    assert not window._drop.eventFilter(window, QEvent(QEvent.Type.MouseButtonPress))
