import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.pin import PinHash
from quizapp.settings import WindowPlace
from quizapp.ui.lock import Lock
from quizapp.ui.main_window import SMALLEST, MainWindow
from quizapp.ui.page import Page, PagePlan
from quizapp.ui.preferences_keeper import PreferencesKeeper
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.banner import Tone


class SamplePage(Page):
    """A page with a button and a field, which notes what happens to it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.lets_go = True
        self.entries = 0
        self.button = QPushButton("Do it")
        self.field = QLineEdit()
        self.field.setAccessibleName("Name")
        column = QVBoxLayout(self)
        column.addWidget(self.button)
        column.addWidget(self.field)

    def entered(self) -> None:
        self.entries += 1

    def may_leave(self) -> bool:
        return self.lets_go


class FocusPage(SamplePage):
    wants_focus = True


Made = dict[str, SamplePage]


@pytest.fixture
def made() -> Made:
    """The pages that have been made so far."""
    return {}


@pytest.fixture
def window(qtbot: QtBot, made: Made) -> MainWindow:
    def plan(name: str, kind: type[SamplePage] = SamplePage, *, on_rail: bool = True) -> PagePlan:
        def make() -> Page:
            made[name] = kind(name.title())
            return made[name]

        return PagePlan(name.title(), "house", make, on_rail)

    plans = {name: plan(name) for name in ("home", "progress", "settings")}
    window = MainWindow()
    window.add_pages(plans)
    window.add_pages({"quiz": plan("quiz", FocusPage, on_rail=False)})
    qtbot.addWidget(window)
    window.show_page("home")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def rail_button(window: MainWindow, name: str) -> QPushButton:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def test_a_page_is_made_when_it_is_first_shown(window: MainWindow, made: Made) -> None:
    assert list(made) == ["home"]
    window.show_page("progress")
    window.show_page("home")
    window.show_page("progress")
    assert list(made) == ["home", "progress"]
    assert made["progress"].entries == 2


def test_a_click_on_the_rail_shows_the_page(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_shown) as told:
        QTest.mouseClick(rail_button(window, "progress"), Qt.MouseButton.LeftButton)
    assert told.args == ["progress"]
    assert window.windowTitle() == "Progress – quizapp"
    assert rail_button(window, "progress").accessibleDescription()
    assert not rail_button(window, "home").accessibleDescription()


def test_ctrl_and_a_number_shows_the_page(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "settings"


def test_ctrl_and_a_number_does_nothing_without_the_rail(window: MainWindow) -> None:
    window.show_page("quiz")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "quiz"
    window.show_page("home")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "settings"


def test_enter_on_the_rail_shows_the_page(window: MainWindow) -> None:
    rail_button(window, "progress").setFocus()
    QTest.keyClick(rail_button(window, "progress"), Qt.Key.Key_Return)
    assert window.current_page == "progress"


def test_the_rail_scrolls_where_the_window_is_low(window: MainWindow, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 200)
    window.set_learner("Anna")
    window.resize(900, 340)
    qapp.processEvents()
    for name in ("home", "progress", "settings"):
        button = rail_button(window, name)
        assert button.height() >= button.sizeHint().height()
    rail_button(window, "home").setFocus()
    for _ in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        qapp.processEvents()
        assert window.focusWidget().visibleRegion().boundingRect().height() > 40


def test_the_arrow_keys_go_along_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    home = rail_button(window, "home")
    home.setFocus()
    QTest.keyClick(home, Qt.Key.Key_Down)
    assert rail_button(window, "progress").hasFocus()
    assert window.current_page == "home"
    QTest.keyClick(rail_button(window, "progress"), Qt.Key.Key_Space)
    assert window.current_page == "progress"


def test_f6_goes_between_rail_and_page(qtbot: QtBot, window: MainWindow, made: Made) -> None:
    made["home"].button.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert rail_button(window, "home").hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert made["home"].button.hasFocus()


def test_a_page_may_keep_the_person(window: MainWindow, made: Made) -> None:
    made["home"].lets_go = False
    assert not window.show_page("progress")
    assert window.current_page == "home"
    assert not window.close()
    assert window.isVisible()


def test_the_rail_makes_room_for_a_quiz(window: MainWindow) -> None:
    window.show_page("quiz")
    assert not rail_button(window, "home").isVisible()
    window.show_page("home")
    assert rail_button(window, "home").isVisible()


def test_a_question_mark_asks_for_help_but_can_be_typed(
    qtbot: QtBot, window: MainWindow, made: Made
) -> None:
    page = made["home"]
    page.button.setFocus()
    with qtbot.waitSignal(window.help_requested):
        QTest.keyClick(page.button, Qt.Key.Key_Question)
    page.field.setFocus()
    with qtbot.assertNotEmitted(window.help_requested):
        QTest.keyClick(page.field, Qt.Key.Key_Question)
    assert page.field.text() == "?"


def test_f11_fills_the_screen_and_gives_it_back(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_closing_tells_the_place(qtbot: QtBot, window: MainWindow) -> None:
    window.setGeometry(30, 40, 950, 640)
    with qtbot.waitSignal(window.closed) as told:
        window.close()
    assert told.args == [WindowPlace(left=30, top=40, width=950, height=640)]


def test_the_window_comes_back_to_its_place(qtbot: QtBot) -> None:
    place = WindowPlace(left=20, top=30, width=620, height=510)
    window = MainWindow(place)
    qtbot.addWidget(window)
    assert window.place() == place


def test_a_place_on_a_screen_that_is_gone_is_not_used(qtbot: QtBot) -> None:
    window = MainWindow(WindowPlace(left=90_000, top=0, width=620, height=510))
    qtbot.addWidget(window)
    assert window.pos() != QPoint(90_000, 0)
    assert (window.width(), window.height()) == (620, 510)


@pytest.mark.parametrize(("left", "top"), [(0, 0), (-300, -50), (100, 200)])
def test_a_place_larger_than_the_screen_is_made_to_fit(qtbot: QtBot, left: int, top: int) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    width, height = room.width() + 400, room.height() + 300
    saved = WindowPlace(left=room.left() + left, top=room.top() + top, width=width, height=height)
    window = MainWindow(saved)
    qtbot.addWidget(window)
    assert room.contains(window.geometry())
    assert window.geometry().size() == room.size()


def test_without_a_place_the_window_fits_the_screen(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height() - 40  # the title bar


def test_it_fits_an_old_screen_and_a_classrooms_at_200_percent(qtbot: QtBot) -> None:
    """With some room for the bars of desktop and window."""
    assert SMALLEST.width() <= 640
    assert SMALLEST.height() + 60 <= 384


def test_a_forgotten_page_is_made_anew(window: MainWindow, made: Made) -> None:
    first = made["home"]
    window.forget_page("home")
    window.show_page("home")
    assert made["home"] is not first
    window.forget_page("progress")


def test_the_learner_is_named_and_can_be_switched(qtbot: QtBot, window: MainWindow) -> None:
    window.set_learner("Anna")
    button = next(b for b in window.findChildren(QPushButton) if "Anna" in b.accessibleName())
    with qtbot.waitSignal(window.switch_learner_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.set_learner("")
    assert not button.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_it_fits_the_smallest_window(window: MainWindow, qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, "light", percent)
    window.set_learner("Maximiliana Konstantinopolskaya-Featherstonehaugh")
    window.resize(SMALLEST)
    qapp.processEvents()
    assert window.size() == SMALLEST


def test_the_rail_of_a_narrow_window_has_icons_alone(
    window: MainWindow, qapp: QApplication, unnamed: Callable[[QWidget], list[str]]
) -> None:
    window.set_learner("Anna")
    window.resize(900, 600)
    qapp.processEvents()
    home = rail_button(window, "home")
    wide = home.width()
    assert home.toolTip() == ""
    apply_theme(qapp, "light", 200)
    qapp.processEvents()
    assert home.width() < wide
    assert home.toolTip() == "Home"
    assert unnamed(window) == []
    apply_theme(qapp, "light", 100)
    qapp.processEvents()
    assert home.width() == wide


def test_pages_that_come_later_stand_below_and_have_keys(qtbot: QtBot, window: MainWindow) -> None:
    plan = PagePlan("More", "house", lambda: SamplePage("More"))
    window.add_pages({f"more{n}": plan for n in range(8)})
    last = rail_button(window, "settings")
    qtbot.waitUntil(lambda: rail_button(window, "more0").y() > last.y())
    assert window.page_keys == 9
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "more5"


def test_a_locked_page_is_marked_in_words_and_by_an_icon(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, tmp_path: Path
) -> None:
    keeper = PreferencesKeeper(tmp_path / "preferences.json")
    lock = Lock(keeper, window)
    plan = PagePlan("Library", "house", lambda: SamplePage("Library"), is_protected=True)
    window.resize(900, 600)
    window.add_pages({"library": plan})
    window.guard_with(lock)
    button = rail_button(window, "library")
    qtbot.waitUntil(lambda: button.isVisible())
    plain = button.grab().toImage()
    assert button.accessibleDescription() == ""
    keeper.change(pin=PinHash(salt=b"", hash=b""))
    lock.changed.emit()
    assert button.accessibleDescription() == "Locked"
    assert button.toolTip() == "Library (locked)"
    assert button.grab().toImage() != plain
    apply_theme(qapp, "light", 200)
    qtbot.waitUntil(lambda: button.width() < plain.width())
    assert button.toolTip() == "Library (locked)"
    lock.close()


def test_everything_has_a_name(window: MainWindow, unnamed: Callable[[QWidget], list[str]]) -> None:
    window.set_learner("Anna")
    window.banner.say("The disk is full.", Tone.WARNING)
    assert unnamed(window) == []


def test_the_frame_needs_nothing_heavy() -> None:
    """The first window is drawn before the database and the plots are read from the disk."""
    code = (
        "import sys, quizapp.ui.main_window, quizapp.ui.theme, quizapp.ui.tasks;"
        "print(*{'sqlalchemy', 'numpy', 'pyqtgraph', 'asyncio', 'alembic'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_an_answer_that_comes_late_does_not_reach_who_went_elsewhere(window: MainWindow) -> None:
    answers: list[object] = []
    window.show_page("home")
    answer = window.if_still_here(answers.append)
    answer(1)
    window.show_page("settings")
    answer(2)
    window.show_page("home")
    answer(3)
    window.forget_page("home")
    window.show_page("home")
    answer(4)
    assert answers == [1, 3]
