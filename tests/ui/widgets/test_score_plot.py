"""The plot of scores: what it says, and how mouse and keys go through it."""

import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.settings import Theme
from quizapp.ui.theme import CONTRAST, DARK, LIGHT, Colours, apply_theme
from quizapp.ui.widgets.score_card import ScoreCard
from quizapp.ui.widgets.score_plot import ScorePlot, mean_window, running_means, sitting_words
from tests.ui.conftest import Place
from tests.ui.sittings import sitting, sittings

RIGHTS = (4, 6, 5, 9, 8, 10)
Draw = Callable[..., ScorePlot]


@pytest.fixture
def draw(qtbot: QtBot, place: Place) -> Draw:
    """Shows a plot of counts of right answers out of ten, drawn."""

    def make(rights: tuple[int, ...] = RIGHTS, *, rtl: bool = False) -> ScorePlot:
        plot = ScorePlot()
        if rtl:
            plot.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        plot.show_sittings(sittings(rights))
        place(QPushButton("before"), plot, QPushButton("after"), width=700)
        qtbot.waitUntil(lambda: plot.is_drawn, timeout=20_000)
        QApplication.processEvents()
        return plot

    return make


def move_to(plot: ScorePlot, number: int, down: int = 0) -> QPoint:
    at = plot.centre_of(number).toPoint() + QPoint(0, down)
    QTest.mouseMove(plot, at + QPoint(0, 1))
    QTest.mouseMove(plot, at)
    return at


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


# The figures


def test_the_mean_is_that_of_the_last_five() -> None:
    shares = [0.1, 0.9, 0.4, 0.6, 0.0, 1.0, 0.2]
    expected = [0.1, 0.5, 1.4 / 3, 0.5, 0.4, 0.58, 0.44]
    assert running_means(shares) == pytest.approx(expected)


def test_the_mean_of_many_is_over_more() -> None:
    assert [mean_window(count) for count in (1, 200, 201, 500, 2000)] == [5, 5, 10, 15, 50]
    shares = [(number * 37 % 101) / 100 for number in range(500)]
    assert running_means(shares)[-1] == pytest.approx(sum(shares[-15:]) / 15)


# Loading


def test_a_page_with_a_plot_is_imported_without_pyqtgraph() -> None:
    code = (
        "import sys, quizapp.ui.pages.progress_page;"
        "print(*{'pyqtgraph', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_thread_has_loaded_all_that_takes_time() -> None:
    code = (
        "import sys; from quizapp.ui.widgets import score_plot; score_plot._load();"
        "print(*{'pyqtgraph', score_plot.CANVAS} - set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_it_is_not_drawn_before_it_is_shown(qtbot: QtBot) -> None:
    plot = ScorePlot()
    qtbot.addWidget(plot)
    plot.show_sittings(sittings(RIGHTS))
    assert not plot.is_drawn
    assert plot._loading is None


def test_what_is_pointed_at_while_it_loads_stands_out_then(qtbot: QtBot, place: Place) -> None:
    plot = ScorePlot()
    plot.show_sittings(sittings(RIGHTS))
    place(plot)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: plot.is_drawn, timeout=20_000)
    assert plot._canvas is not None
    assert plot._canvas._cursor.isVisible()
    assert plot._canvas._cursor.value() == 0


def test_it_may_go_while_it_loads(qtbot: QtBot) -> None:
    plot = ScorePlot()
    plot.show_sittings(sittings(RIGHTS))
    plot.show()
    plot.deleteLater()
    qtbot.wait(100)


# What is drawn


@pytest.mark.parametrize("rtl", [False, True])
def test_marks_go_from_the_oldest_to_the_newest_and_as_high_as_scores(
    draw: Draw, rtl: bool
) -> None:
    plot = draw(rtl=rtl)
    places = [plot.centre_of(number) for number in range(len(RIGHTS))]
    along = [place.x() for place in places]
    assert along == sorted(along, reverse=rtl)
    steps = [abs(after - before) for before, after in pairwise(along)]
    assert max(steps) - min(steps) <= 2
    heights = [plot.height() - place.y() for place in places]
    by_height = sorted(range(len(RIGHTS)), key=heights.__getitem__)
    assert by_height == sorted(range(len(RIGHTS)), key=RIGHTS.__getitem__)


@pytest.mark.parametrize("rtl", [False, True])
def test_the_scale_stands_where_reading_begins(draw: Draw, rtl: bool) -> None:
    canvas = draw(rtl=rtl)._canvas
    assert canvas is not None
    written = {
        side: [words for _, words in axis._tickLevels[0]] for side, axis in canvas._axes.items()
    }
    start, end = ("right", "left") if rtl else ("left", "right")
    assert written[start] == ["0%", "25%", "50%", "75%", "100%"]
    assert written[end] == ["mean 76%"]


@pytest.mark.parametrize("count", [1, 2, 24, 500, 2000])
def test_every_count_has_its_marks_inside(draw: Draw, count: int) -> None:
    rights = tuple((number * 7) % 11 for number in range(count))
    plot = draw(rights)
    for number in (0, count // 2, count - 1):
        assert plot.rect().contains(plot.centre_of(number).toPoint())
    canvas = plot._canvas
    assert canvas is not None
    drawn = [len(marks.getData()[0]) for marks in (canvas._practice, canvas._exams)]
    assert sum(drawn) == count
    assert len(canvas._means) == (count if count > 1 else 0)


def test_exams_have_a_shape_of_their_own(draw: Draw) -> None:
    canvas = draw()._canvas
    assert canvas is not None
    assert list(canvas._exams.getData()[0]) == [1, 4]
    assert list(canvas._practice.getData()[0]) == [0, 2, 3, 5]
    assert canvas._exams.opts["symbol"] != canvas._practice.opts["symbol"]


@pytest.mark.parametrize(("theme", "colours"), [("dark", DARK), ("contrast", CONTRAST)])
def test_colours_follow_the_theme(
    qapp: QApplication, draw: Draw, theme: Theme, colours: Colours
) -> None:
    plot = draw()
    for name, scheme in (("light", LIGHT), (theme, colours)):
        apply_theme(qapp, name, 100)  # type: ignore[arg-type]
        QApplication.processEvents()
        shown = picture(plot)
        assert shown.pixelColor(plot.width() // 2, 8) == QColor(scheme.surface)
        found = {
            QColor(shown.pixel(x, y)).name()
            for x in range(shown.width())
            for y in range(0, shown.height(), 2)
        }
        assert {scheme.accent, scheme.text} <= found


def test_it_grows_with_the_text(qapp: QApplication, draw: Draw) -> None:
    plot = draw()
    before = plot.sizeHint().height()
    apply_theme(qapp, "light", 200)
    assert plot.sizeHint().height() == 2 * before
    assert plot._canvas is not None
    for axis in plot._canvas._axes.values():
        assert axis.style["tickFont"].pixelSize() == 26


# Mouse


def test_the_mouse_reads_the_nearest_mark(qtbot: QtBot, draw: Draw) -> None:
    plot = draw()
    told: list[int] = []
    plot.pointed.connect(told.append)
    for number in (2, 5, 0):
        move_to(plot, number, down=30)
        assert plot.accessibleDescription() == sitting_words(sittings(RIGHTS)[number])
    assert told == [2, 5, 0]


def test_a_double_click_opens_what_is_pointed_at(qtbot: QtBot, draw: Draw) -> None:
    plot = draw()
    at = move_to(plot, 3)
    with qtbot.waitSignal(plot.opened) as opened:
        QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [3]


def test_the_mouse_neither_moves_nor_zooms_it(qtbot: QtBot, draw: Draw) -> None:
    plot = draw()
    canvas = plot._canvas
    assert canvas is not None
    before = canvas._area.viewRange()
    at = plot.centre_of(2).toPoint()
    under = plot.childAt(at) or plot
    assert under is plot, "pyqtgraph would get the mouse"
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        QTest.mousePress(plot, button, pos=at)
        QTest.mouseMove(plot, at + QPoint(60, 20))
        QTest.mouseRelease(plot, button, pos=at + QPoint(60, 20))
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, plot.mapToGlobal(at))
    QApplication.sendEvent(plot, menu)
    QApplication.processEvents()
    assert canvas._area.viewRange() == before
    assert QApplication.activePopupWidget() is None
    assert not canvas._area.menuEnabled()
    assert canvas._area.mouseEnabled() == [False, False]


# Keys


@pytest.mark.parametrize("rtl", [False, True])
def test_arrows_go_the_way_the_eye_sees(draw: Draw, rtl: bool) -> None:
    plot = draw(rtl=rtl)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    words = [sitting_words(each) for each in sittings(RIGHTS)]
    assert plot.accessibleDescription() == words[-1]
    older, newer = Qt.Key.Key_Left, Qt.Key.Key_Right
    if rtl:
        older, newer = newer, older
    for key, number in (
        (newer, 5), (older, 4), (older, 3), (newer, 4),
        (Qt.Key.Key_Home, 0), (older, 0), (Qt.Key.Key_End, 5),
    ):  # fmt: skip
        QTest.keyClick(plot, key)
        assert plot.accessibleDescription() == words[number]


def test_enter_opens_what_is_pointed_at(qtbot: QtBot, draw: Draw) -> None:
    plot = draw()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    with qtbot.waitSignal(plot.opened) as opened:
        QTest.keyClick(plot, Qt.Key.Key_Return)
    assert opened.args == [4]


def test_tab_goes_on(draw: Draw) -> None:
    plot = draw()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    assert plot.accessibleDescription() == ""


def test_the_keyboard_shows_a_ring(draw: Draw) -> None:
    plot = draw()
    edge = (plot.width() // 2, 1)
    assert picture(plot).pixelColor(*edge) != QColor(LIGHT.focus)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert picture(plot).pixelColor(*edge) == QColor(LIGHT.focus)


# Words


def test_the_name_says_what_it_shows(draw: Draw, unnamed: Callable[[QWidget], list[str]]) -> None:
    plot = draw()
    assert plot.accessibleName() == (
        "Score of each quiz, oldest first: 6 quizzes, from 40% to 100%, the last 100%"
    )
    assert unnamed(plot) == []


def test_new_sittings_are_drawn_and_nothing_is_pointed_at(draw: Draw) -> None:
    plot = draw()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    plot.show_sittings(sittings((1, 2)))
    assert plot.accessibleDescription() == ""
    assert plot._canvas is not None
    assert plot._canvas._shares == (0.1, 0.2)
    assert not plot._canvas._ring.isVisible()
    assert plot.centre_of(0) != QPointF()


@pytest.mark.parametrize(
    ("rights", "says", "silent"),
    [
        ((7,), ["A circle is"], ["diamond", "line", "oldest"]),
        ((7, 8), ["A circle is", "A diamond is", "mean of 2 quizzes"], []),
        (RIGHTS, ["oldest is first", "mean of 5 quizzes"], []),
        ((5,) * 500, ["mean of 15 quizzes"], []),
    ],
)
def test_the_card_explains_marks_and_line(
    place: Place, rights: tuple[int, ...], says: list[str], silent: list[str]
) -> None:
    card = ScoreCard()
    card.show_sittings(sittings(rights))
    place(card)
    (meaning,) = [each.text() for each in card.findChildren(QLabel) if "circle" in each.text()]
    assert all(each in meaning for each in says)
    assert not any(each in meaning for each in silent)


def test_a_card_of_exams_has_no_circles(place: Place) -> None:
    card = ScoreCard()
    card.show_sittings([sitting(1, 7, mode="exam")])
    place(card)
    assert not [each for each in card.findChildren(QLabel) if "circle" in each.text()]


def test_the_card_reads_out_what_is_pointed_at(qtbot: QtBot, place: Place) -> None:
    card = ScoreCard()
    card.show_sittings(sittings(RIGHTS))
    place(QPushButton("before"), card)
    (plot,) = card.findChildren(ScorePlot)
    said = [each.text() for each in card.findChildren(QLabel)]
    assert any("press ← and →" in each for each in said)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    words = sitting_words(sittings(RIGHTS)[4])
    assert "Exam · 8 of 10 right · 80%" in words
    assert words in [each.text() for each in card.findChildren(QLabel)]
    with qtbot.waitSignal(card.attempt_opened) as opened:
        QTest.keyClick(plot, Qt.Key.Key_Enter)
    assert opened.args == [105]
