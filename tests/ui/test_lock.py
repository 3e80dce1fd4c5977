"""The teacher's lock: who comes in, how long one waits, and when it shuts again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from quizapp.pin import hash_pin
from quizapp.settings import Preferences, load_preferences, save_preferences
from quizapp.ui import lock as module
from quizapp.ui.lock import Lock
from quizapp.ui.pin_sheets import NewPinSheet, PinSheet
from quizapp.ui.preferences_keeper import PreferencesKeeper
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.fields import TextField

PIN = hash_pin("2718")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Preferences with a PIN."""
    file = tmp_path / "preferences.json"
    save_preferences(Preferences(pin=PIN), file)
    return file


@pytest.fixture
def lock(qapp: QApplication, path: Path) -> Iterator[Lock]:
    made = Lock(PreferencesKeeper(path))
    yield made
    made.close()


def sheet() -> PinSheet:
    """The one that is shown."""
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PinSheet)
    return shown


def press(key: Qt.Key) -> None:
    """A key, where the focus is."""
    QTest.keyClick(sheet().focusWidget(), key)


def type_pin(digits: str) -> None:
    """Digits and Enter, as somebody types them."""
    field = sheet().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.hasFocus() or sheet().focusWidget() is field
    QTest.keyClicks(field, digits)
    QTest.keyClick(field, Qt.Key.Key_Return)


Meanwhile = Callable[..., None]


@pytest.fixture
def meanwhile(qtbot: QtBot) -> Meanwhile:
    """Does things one after the other while a sheet is waited for."""

    def do(*steps: Callable[[], object]) -> None:
        left = list(steps)

        def next_step() -> None:
            shown = QApplication.activeModalWidget()
            is_ready = isinstance(shown, PinSheet) and not shown._is_checking
            if is_ready and left:
                left.pop(0)()
            if left:
                QTimer.singleShot(5, next_step)

        QTimer.singleShot(5, next_step)

    return do


def test_without_a_pin_nothing_is_locked(qapp: QApplication, tmp_path: Path) -> None:
    lock = Lock(PreferencesKeeper(tmp_path / "none.json"))
    assert not lock.has_pin
    assert not lock.is_locked
    assert lock.ask(None)
    assert lock.confirm(None, "", "")
    lock.close()


def test_the_pin_opens_until_it_is_locked(qtbot: QtBot, lock: Lock, meanwhile: Meanwhile) -> None:
    assert lock.is_locked
    meanwhile(lambda: type_pin("2718"))
    with qtbot.waitSignal(lock.changed):
        assert lock.ask(None)
    assert not lock.is_locked
    assert lock.ask(None)  # no sheet
    with qtbot.waitSignal(lock.changed):
        lock.lock_now()
    assert lock.is_locked


def test_esc_and_cancel_keep_it_locked(lock: Lock, meanwhile: Meanwhile) -> None:
    meanwhile(lambda: press(Qt.Key.Key_Escape))
    assert not lock.ask(None)

    def cancel() -> None:
        button = next(b for b in sheet().findChildren(QPushButton) if b.text() == "Cancel")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    meanwhile(cancel)
    assert not lock.ask(None)
    assert lock.is_locked


def test_the_button_does_what_enter_does(lock: Lock, meanwhile: Meanwhile) -> None:
    def click() -> None:
        field = sheet().findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, "2718")
        button = next(b for b in sheet().findChildren(QPushButton) if b.text() == "Unlock")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    meanwhile(click)
    assert lock.ask(None)


def words() -> str:
    """What the sheet says at its field."""
    return sheet()._pin.editor.accessibleDescription()


def test_a_wrong_pin_is_told_and_waited_for(qtbot: QtBot, lock: Lock, meanwhile: Meanwhile) -> None:
    seen: list[str] = []

    def look_and_try_at_once() -> None:
        seen.append(words())
        type_pin("2718")  # not taken yet
        assert not sheet()._is_checking
        assert not sheet()._go.isEnabled()

    def wait_and_try() -> None:
        qtbot.waitUntil(lambda: sheet()._go.isEnabled())
        seen.append(words())
        sheet()._pin.set_text("")
        type_pin("2718")

    meanwhile(lambda: type_pin("1111"), look_and_try_at_once, wait_and_try)
    assert lock.ask(None)
    assert seen == ["That is not the PIN. Try again in 1 second.", "That is not the PIN."]


def test_the_wait_grows_and_outlives_the_sheet(
    lock: Lock, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = iter([0, 0, 600])
    tried: list[int] = []

    def wait_after(wrong: int) -> int:
        tried.append(wrong)
        return next(waits)

    monkeypatch.setattr(module, "seconds_to_wait", wait_after)
    meanwhile(
        lambda: type_pin("1111"),
        lambda: type_pin("2222"),
        lambda: type_pin("3333"),
        lambda: press(Qt.Key.Key_Escape),
    )
    assert not lock.ask(None)
    assert tried == [1, 2, 3]
    seen: list[str] = []
    meanwhile(lambda: seen.append(words()), lambda: press(Qt.Key.Key_Escape))
    assert not lock.ask(None)
    assert seen == ["Try again in 600 seconds."]


def test_a_right_pin_after_wrong_ones_begins_anew(
    lock: Lock, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def no_wait(wrong: int) -> int:
        tried.append(wrong)
        return 0

    monkeypatch.setattr(module, "seconds_to_wait", no_wait)
    for _ in range(2):
        meanwhile(lambda: type_pin("1111"), lambda: type_pin("2718"))
        assert lock.ask(None)
        lock.lock_now()
    assert tried == [1, 1]


def test_nothing_typed_is_no_try(lock: Lock, meanwhile: Meanwhile) -> None:
    seen: list[str] = []
    meanwhile(
        lambda: press(Qt.Key.Key_Return),
        lambda: seen.append(words()),
        lambda: press(Qt.Key.Key_Escape),
    )
    assert not lock.ask(None)
    assert seen == ["Type the PIN."]


def test_a_pin_that_its_owner_removed_locks_no_more(
    qtbot: QtBot, lock: Lock, path: Path, meanwhile: Meanwhile
) -> None:
    def remove() -> None:
        save_preferences(Preferences(theme="dark"), path)

    meanwhile(remove, lambda: type_pin("1111"))
    assert lock.ask(None)  # it was removed while the sheet was shown
    save_preferences(Preferences(pin=PIN), path)
    meanwhile(lambda: press(Qt.Key.Key_Escape))
    lock.lock_now()
    assert not lock.ask(None)
    remove()
    with qtbot.waitSignal(lock.changed):
        assert lock.ask(None)


def test_a_new_pin_is_kept_and_its_setter_stays_in(qtbot: QtBot, lock: Lock, path: Path) -> None:
    done: list[bool] = []
    lock.set_pin("123456", lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True])
    assert not lock.is_locked
    kept = load_preferences(path).pin
    assert kept is not None
    assert kept.matches("123456")
    with qtbot.waitSignal(lock.changed):
        lock.remove_pin()
    assert load_preferences(path).pin is None
    lock.lock_now()
    assert not lock.is_locked


def test_it_locks_itself_when_it_is_not_used(
    qtbot: QtBot, lock: Lock, meanwhile: Meanwhile
) -> None:
    meanwhile(lambda: type_pin("2718"))
    lock.ask(None)
    assert lock._unused.interval() == 10 * 60 * 1000
    lock._unused.setInterval(30)
    with qtbot.waitSignal(lock.changed):
        lock.note_use()
    assert lock.is_locked
    lock.note_use()
    assert not lock._unused.isActive()


def test_the_pin_is_confirmed_even_where_it_is_open(lock: Lock, meanwhile: Meanwhile) -> None:
    meanwhile(lambda: type_pin("2718"))
    lock.ask(None)
    meanwhile(lambda: press(Qt.Key.Key_Escape))
    assert not lock.confirm(None, "First the PIN.", "Go on")
    assert not lock.is_locked
    meanwhile(lambda: type_pin("2718"))
    assert lock.confirm(None, "First the PIN.", "Go on")


@pytest.fixture
def new_sheet(qtbot: QtBot) -> NewPinSheet:
    made = NewPinSheet("New PIN")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def test_a_new_pin_is_typed_twice(qtbot: QtBot, new_sheet: NewPinSheet) -> None:
    first, second = new_sheet.findChildren(QLineEdit)
    QTest.keyClicks(first, "12a")
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert "digits only" in first.accessibleDescription()
    first.clear()
    QTest.keyClicks(first, "2718")
    QTest.keyClicks(second, "2719")
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert "other digits" in second.accessibleDescription()
    assert second.text() == ""
    QTest.keyClicks(second, "2718")
    with qtbot.waitSignal(new_sheet.accepted):
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert new_sheet.pin() == "2718"


def test_nobody_reads_it_over_ones_shoulder(new_sheet: NewPinSheet) -> None:
    for field in new_sheet.findChildren(QLineEdit):
        assert field.echoMode() == QLineEdit.EchoMode.Password


def test_large_text_leaves_the_fields_their_height(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 200)
    made = NewPinSheet("New PIN")
    qtbot.addWidget(made)
    made.show()
    for field in made.findChildren(TextField):
        assert field.height() >= field.minimumSizeHint().height()


def test_everything_has_a_name(
    new_sheet: NewPinSheet, qtbot: QtBot, unnamed: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed(new_sheet) == []
    asking = PinSheet("Teacher's PIN", "", "Unlock")
    qtbot.addWidget(asking)
    asking.show()
    assert unnamed(asking) == []


def test_a_wrong_pin_counts_when_its_sheet_is_gone_by_then(qtbot: QtBot, lock: Lock) -> None:
    given = PinSheet("Teacher's PIN", "", "Unlock", None)
    lock._on_given(given, "0000")
    delete(given)
    qtbot.waitUntil(lambda: not lock._runner.is_busy)
    assert lock._wrong == 1
