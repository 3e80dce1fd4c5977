"""The drawing of a `ScorePlot`, by pyqtgraph: this module alone imports it, and takes its time."""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.theme import Colours, TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import is_rtl
from quizapp.ui.words import percent_words

STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
PRACTICE_SHAPE, EXAM_SHAPE = "o", "d"
WIDEST_MARK, NARROWEST_MARK = 9.0, 4.0
EXAM_RATIO, NARROWEST_EXAM = 1.4, 8.0  # a diamond looks smaller than a circle of its width
ROOM_ABOVE = 0.07  # of the height, so that marks and labels at 0 and 100 % are whole
ROOM_BESIDE = 0.03
GAP = 8
CROWD = 100

Tick = tuple[float, str]


class ScoreCanvas(QWidget):
    """Marks on a thin grid with the line of their mean; it takes neither mouse nor keys.

    The first score stands where reading begins. It follows colours, text size and direction.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: tuple[float, ...] = ()
        self._are_exams: tuple[bool, ...] = ()
        self._means: tuple[float, ...] = ()
        self._line_words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = pg.GraphicsView()
        for each in (self._view, self._view.viewport()):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._view)
        self._make_items()
        self._style()

    def _make_items(self) -> None:
        """All that is ever drawn: taking items away while Qt tells of new colours crashes it."""
        self._area = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._area.setFlag(self._area.GraphicsItemFlag.ItemIsFocusable, False)
        self._axes = {side: self._make_axis(side) for side in ("left", "right")}
        self._line = pg.PlotCurveItem(antialias=True)
        self._practice = pg.ScatterPlotItem(symbol=PRACTICE_SHAPE, antialias=True)
        self._exams = pg.ScatterPlotItem(symbol=EXAM_SHAPE, antialias=True)
        self._cursor = pg.InfiniteLine(angle=90)
        self._cursor.setZValue(-0.5)
        self._ring = pg.ScatterPlotItem(symbol="o", brush=None, antialias=True)
        self._ring.setZValue(2)
        for item in (self._line, self._practice, self._exams, self._cursor, self._ring):
            self._area.addItem(item, ignoreBounds=True)
        grid = pg.GraphicsLayout(border=None)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.layout.setSpacing(0)
        # The axes know which side they are on: Qt is not to mirror the columns as well.
        grid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid.addItem(self._axes["left"], 0, 0)
        grid.addItem(self._area, 0, 1)
        grid.addItem(self._axes["right"], 0, 2)
        self._view.setCentralItem(grid)

    def _make_axis(self, side: str) -> Any:  # noqa: ANN401
        """Words beside the area at the heights of their values, and nothing else of an axis."""
        axis = pg.AxisItem(side, tickTextOffset=GAP, maxTickLength=0)
        axis.setPen(None)
        axis.setStyle(autoExpandTextSpace=False)
        axis.setZValue(-1)
        axis.linkToView(self._area)
        return axis

    def show_scores(
        self,
        shares: Sequence[float],
        are_exams: Sequence[bool],
        means: Sequence[float],
        line_words: str,
    ) -> None:
        """Draw shares of 0…1, the oldest first.

        `means` is as long, or empty for no line; `line_words` stand at its end.
        """
        self._shares, self._are_exams = tuple(shares), tuple(are_exams)
        self._means = tuple(means)
        self._line_words = line_words
        self.mark(None)
        self._line.setData(list(range(len(self._means))), list(self._means))
        for marks, is_exam in ((self._practice, False), (self._exams, True)):
            numbers = [n for n, each in enumerate(self._are_exams) if each is is_exam]
            marks.setData(numbers, [self._shares[n] for n in numbers])
        # One alone stands at the beginning, above its date: others will come after it.
        last = max(len(self._shares) - 1, 1)
        beside = last * ROOM_BESIDE
        self._area.setRange(
            xRange=(-beside, last + beside), yRange=(-ROOM_ABOVE, 1 + ROOM_ABOVE), padding=0
        )
        self._style()

    def mark(self, number: int | None) -> None:
        """Make one of the scores stand out, or none."""
        self._cursor.setVisible(number is not None)
        self._ring.setVisible(number is not None)
        if number is not None:
            self._cursor.setPos(number)
            self._ring.setData([number], [self._shares[number]])

    def number_at(self, x: float) -> int:
        """The score nearest to the column `x` of this widget."""
        at = self._area.mapSceneToView(self._view.mapToScene(round(x), 0)).x()
        return int(min(max(round(at), 0), len(self._shares) - 1))

    def point_of(self, number: int) -> QPointF:
        """Where a score stands in this widget."""
        at = self._area.mapViewToScene(QPointF(number, self._shares[number]))
        return QPointF(self._view.mapFromScene(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_marks()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._style()
        super().changeEvent(event)

    # Looks

    @property
    def _is_crowded(self) -> bool:
        """Whether the line would be lost among the marks if it were not drawn above them."""
        return len(self._shares) > CROWD

    def _style(self) -> None:
        colours = colours_of(self.palette())
        self._view.setBackground(colours.surface)
        self._line.setPen(pg.mkPen(colours.accent, width=2.5))
        self._line.setShadowPen(pg.mkPen(colours.surface, width=6) if self._is_crowded else None)
        self._line.setZValue(1 if self._is_crowded else 0)
        self._practice.setPen(pg.mkPen(colours.accent, width=1.5))
        self._practice.setBrush(pg.mkBrush(colours.surface))
        self._exams.setPen(pg.mkPen(None))
        self._exams.setBrush(pg.mkBrush(colours.text))
        self._cursor.setPen(pg.mkPen(colours.edge, width=1))
        self._ring.setPen(pg.mkPen(colours.focus, width=2))
        self._size_marks()
        self._style_axes(colours)

    def _size_marks(self) -> None:
        """Smaller where there are many."""
        room = self.width() / max(len(self._shares), 1)
        size = min(max(room * 0.6, NARROWEST_MARK), WIDEST_MARK)
        self._practice.setSize(scaled(size))
        self._exams.setSize(scaled(max(size * EXAM_RATIO, NARROWEST_EXAM)))
        self._ring.setSize(scaled(size + 8))

    def _style_axes(self, colours: Colours) -> None:
        """The scale where reading begins; where it ends, the line's label."""
        self._area.invertX(is_rtl(self))
        start, end = ("right", "left") if is_rtl(self) else ("left", "right")
        font = text_font(TextRole.SMALL)
        scale = [(share, percent_words(share)) for share in STEPS]
        _write(self._axes[start], scale, font, colours.quiet)
        self._axes[start].setTickPen(pg.mkPen(colours.track, width=1))
        self._axes[start].setGrid(255)
        label = [(self._means[-1], self._line_words)] if self._means else []
        _write(self._axes[end], label, font, colours.accent)
        self._axes[end].setTickPen(None)
        self._axes[end].setGrid(False)


def _write(axis: Any, ticks: list[Tick], font: QFont, colour: str) -> None:  # noqa: ANN401
    widths = [QFontMetrics(font).horizontalAdvance(words) for _, words in ticks]
    axis.setTickFont(font)
    axis.setTextPen(colour)
    axis.setTicks([ticks])
    axis.setWidth(max(widths, default=0) + GAP + 4)
