"""The frame of the program: the rail, one page at a time, and a line for what has just happened."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QScreen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from quizapp.settings import WindowPlace
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.file_drop import FileDrop, files_of, take_copy
from quizapp.ui.focus_keeper import FocusKeeper
from quizapp.ui.lock import Lock
from quizapp.ui.page import MOST_PAGE_KEYS, Page, PagePlan
from quizapp.ui.tasks import deliver
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.banner import Banner
from quizapp.ui.widgets.drop_cover import DropCover
from quizapp.ui.widgets.locked_cover import LockedCover
from quizapp.ui.widgets.rail import Rail

PROGRAM = "quizapp"
PageT = TypeVar("PageT", bound=Page)
SMALLEST = QSize(560, 320)
"""Small enough for a screen of 640 × 480, or of 1366 × 768 at 200 %, with its bars."""
USUAL = QSize(1120, 760)
TITLE_BAR = 48
"""More than any desktop's: its height is not known before the window is shown."""
NARROW = 560
"""Below this width, in pixels at 100 % text size, the rail has icons alone."""


class MainWindow(QMainWindow):
    """Shows the pages that it has plans for. It decides nothing: it shows, and it tells."""

    page_shown = Signal(str)
    switch_learner_requested = Signal()
    help_requested = Signal()
    files_dropped = Signal(object)
    """Packs were dropped on the window; with a tuple of their paths."""
    closed = Signal(object)
    """The window has been closed; the `WindowPlace` it had."""

    def __init__(self, place: WindowPlace | None = None) -> None:
        super().__init__()
        self._plans: dict[str, PagePlan] = {}
        self._pages: dict[str, Page] = {}
        self._page_keys: list[QShortcut] = []
        self._current = ""
        self._lock: Lock | None = None
        self._locked_cover: LockedCover | None = None
        self._rail = Rail()
        self._rail.page_requested.connect(self.show_page)
        self._rail.switch_learner_requested.connect(self.switch_learner_requested)
        self._banner = Banner()
        self._stack = QStackedWidget()
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(SMALLEST)
        self._lay_out()
        self._make_shortcuts()
        FocusKeeper(self._rail, self._present_page, self)
        self._take_drops()
        self._go_to(place)

    def _lay_out(self) -> None:
        self._centre = QWidget()
        row = QHBoxLayout(self._centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._banner)  # below, so that nothing on the page moves
        row.addLayout(column, 1)
        self.setCentralWidget(self._centre)

    def _make_shortcuts(self) -> None:
        for key in ("?", "F1"):
            QShortcut(QKeySequence(key), self, self.help_requested.emit)
        QShortcut(QKeySequence("F6"), self, self._on_other_part_key)
        QShortcut(QKeySequence("F11"), self, self._on_full_screen_key)

    def _take_drops(self) -> None:
        self.setAcceptDrops(True)
        self._drop_cover = DropCover(self._centre)
        self._drop = FileDrop(self)
        self._drop.entered.connect(self._on_drag_entered)
        self._drop.left.connect(self._drop_cover.hide)
        self._drop.dropped.connect(self.files_dropped)

    # Pages

    def add_pages(self, plans: Mapping[str, PagePlan]) -> None:
        """Take plans for more pages; the rail has them below those before."""
        for name, plan in plans.items():
            self._plans[name] = plan
            if plan.on_rail:
                self._rail.add_page(name, plan.label, plan.icon_name)
                self._add_key(name)
        self._mark_locked_pages()

    def _add_key(self, name: str) -> None:
        if self.page_keys == MOST_PAGE_KEYS:
            return
        shortcut = QShortcut(QKeySequence(f"Ctrl+{self.page_keys + 1}"), self)
        shortcut.setObjectName(name)
        shortcut.activated.connect(self._on_page_key)
        self._page_keys.append(shortcut)

    @property
    def page_keys(self) -> int:
        """How many pages have a key of their own: Ctrl with their place on the rail."""
        return len(self._page_keys)

    @property
    def current_page(self) -> str:
        """The name of the page that is shown; "" before the first."""
        return self._current

    @property
    def banner(self) -> Banner:
        return self._banner

    def page(self, name: str) -> Page:
        """The page `name`, made now if it was not yet. Raises `KeyError` without a plan for it."""
        if name not in self._pages:
            page = self._plans[name].factory()
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _present_page(self) -> Page | None:
        return self._pages.get(self._current)

    def page_as(self, name: str, kind: type[PageT]) -> PageT:
        """The page `name`, which is known to be of the class `kind`."""
        page = self.page(name)
        if not isinstance(page, kind):
            raise TypeError(f"the page {name} is no {kind.__name__}")
        return page

    def show_page(self, name: str) -> bool:
        """Show the page `name`; False when the present page did not let go, or the lock is shut."""
        if not self._may_enter(name):
            return False
        present = self._pages.get(self._current)
        if name == self._current:
            return True
        if present is not None and not present.may_leave():
            return False
        page = self.page(name)
        self._current = name
        self._rail.set_current(name)
        self.set_focus_mode(page.wants_focus)
        self._stack.setCurrentWidget(page)
        self.refresh_title()
        if present is not None:
            present.left()
            if not present.wants_focus:
                self._banner.forget()
        page.entered()
        self.page_shown.emit(name)
        return True

    def if_still_here(self, callback: Callable[..., object]) -> Callable[..., object]:
        """`callback` for an answer that comes later: left out if another page is shown by then."""
        asking = self._pages.get(self._current)

        def answer(*arguments: object) -> None:
            if self._pages.get(self._current) is asking:
                deliver(callback, *arguments)

        return answer

    def forget_page(self, name: str) -> None:
        """Let the page `name` be made anew when it is next shown, as for another learner."""
        page = self._pages.pop(name, None)
        if page is None:
            return
        self._stack.removeWidget(page)
        page.deleteLater()
        if name == self._current:
            self._current = ""

    def refresh_title(self) -> None:
        """Take the present page's title once more, after it has changed."""
        title = self._pages[self._current].title
        self.setWindowTitle(f"{title} – {PROGRAM}" if title else PROGRAM)

    def set_focus_mode(self, is_on: bool) -> None:
        """Hide the rail, or show it again; the keys of its pages go with it."""
        self._rail.setVisible(not is_on)
        for key in self._page_keys:
            key.setEnabled(not is_on)

    def set_learner(self, name: str) -> None:
        """Show at the foot of the rail who is learning; "" for nobody."""
        self._rail.set_learner(name)

    # The lock

    def guard_with(self, lock: Lock) -> None:
        """Let `lock` decide when protected pages may be seen."""
        self._lock = lock
        lock.changed.connect(self._on_lock_changed)
        self._mark_locked_pages()

    @property
    def shows_protected(self) -> bool:
        """Whether the present page is a protected one."""
        return bool(self._current) and self._plans[self._current].is_protected

    def _may_enter(self, name: str) -> bool:
        is_open = self._lock is None or not self._plans[name].is_protected
        return is_open or (self._lock is not None and self._lock.ask(self))

    def _mark_locked_pages(self) -> None:
        is_locked = self._lock is not None and self._lock.is_locked
        for name, plan in self._plans.items():
            if plan.is_protected and plan.on_rail:
                self._rail.set_locked(name, is_locked)

    def _on_lock_changed(self) -> None:
        self._mark_locked_pages()
        if self.shows_protected and self._lock is not None:
            self._cover_page(is_covered=self._lock.is_locked)

    def _cover_page(self, *, is_covered: bool) -> None:
        """Hide the present page as it is behind a way to open it, or show it again."""
        page = self._pages[self._current]
        if not is_covered:
            self._stack.setCurrentWidget(page)
            self.set_focus_mode(page.wants_focus)
            return
        if self._locked_cover is None:
            self._locked_cover = LockedCover()
            self._locked_cover.action_requested.connect(self._on_unlock_requested)
            self._stack.addWidget(self._locked_cover)
        messages.close_open_sheet()
        self._stack.setCurrentWidget(self._locked_cover)
        self.set_focus_mode(False)
        self._locked_cover.focus_action()

    def _on_unlock_requested(self) -> None:
        self.show_page(self._current)

    # Place

    def place(self) -> WindowPlace:
        """Where the window is, or was before it was made to fill the screen."""
        is_large = self.isMaximized() or self.isFullScreen()
        box = self.normalGeometry() if is_large else self.geometry()
        return WindowPlace(
            left=box.left(),
            top=box.top(),
            width=box.width(),
            height=box.height(),
            maximised=self.isMaximized(),
        )

    def _go_to(self, place: WindowPlace | None) -> None:
        """To the place it had, as far as that is on a screen that is there now."""
        if place is None:
            self.resize(USUAL.boundedTo(_room()))
            return
        box = QRect(place.left, place.top, place.width, place.height)
        screen = _screen_of(box)
        if screen is None:
            self.resize(box.size().boundedTo(_room()))
        else:
            self.setGeometry(_moved_into(screen.availableGeometry(), box))
        if place.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self._drop)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files that neither are packs nor are wanted by a widget: say so when they are dropped."""
        if files_of(event.mimeData()):
            take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._banner.say(
            tr(
                "That is no pack. Packs can be dropped here: files that end in .quizpack, and "
                "folders with a pack.yaml."
            )
        )

    def _on_drag_entered(self, paths: tuple[Path, ...]) -> None:
        self._drop_cover.show_for([path.name for path in paths])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_rail()

    def _fit_rail(self) -> None:
        self._rail.set_narrow(self.width() < scaled(NARROW))

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self._pages.get(self._current)
        if page is not None and not page.may_leave():
            event.ignore()
            return
        event.accept()
        self.closed.emit(self.place())

    def _on_page_key(self) -> None:
        self.show_page(self.sender().objectName())

    def _on_other_part_key(self) -> None:
        in_page = self._stack.isAncestorOf(self.focusWidget())
        if in_page and self._rail.isVisible():
            self._rail.take_focus()
        elif self._current:
            self._pages[self._current].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._pages[self._current].focusNextChild()

    def _on_full_screen_key(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)


def _room() -> QSize:
    """What the first screen has for a window, the frame around it left out."""
    return QGuiApplication.primaryScreen().availableSize() - QSize(0, TITLE_BAR)


def _screen_of(box: QRect) -> QScreen | None:
    """The screen that has the middle of `box`; None where that screen is gone."""
    screens = QGuiApplication.screens()
    return next((each for each in screens if each.geometry().contains(box.center())), None)


def _moved_into(room: QRect, box: QRect) -> QRect:
    """`box`, made smaller and moved as far as it must be to lie within `room`."""
    size = box.size().boundedTo(room.size())
    left = min(max(box.left(), room.left()), room.right() + 1 - size.width())
    top = min(max(box.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)
