"""All dated facts of a pack in order, to look at and to learn from."""

from itertools import groupby

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.quizzes.blueprint import DEFAULT_COUNT, Blueprint, new_seed
from quizapp.services.authoring_values import Timeline, TimelineEntry
from quizapp.translation import tr, tr_n
from quizapp.ui.page import Page
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import PrimaryButton, QuietButton
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.headings import BodyText
from quizapp.ui.widgets.page_head import PageHead
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.row_list import RowList
from quizapp.ui.widgets.timeline_rows import GapMark, TimelineRow, YearMark
from quizapp.ui.widgets.toggle import Toggle

LOWEST_WITH_FOOT = 420


class TimelinePage(Page):
    """Filled by `show_timeline`. With the dates covered, a click or Space uncovers one."""

    refresh_requested = Signal()
    back_requested = Signal()
    quiz_requested = Signal(object)
    """The `Blueprint` of a quiz on the dates of this pack."""
    fact_requested = Signal(str)
    """The id of a fact to be seen in full."""
    facts_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Timeline")
        self._pack = ""
        self._count = 0
        self._is_low = False
        self._head = PageHead(self.title)
        self._head.back_requested.connect(self.back_requested)
        self._nothing = EmptyState(
            "calendar",
            tr("This pack has no dates yet."),
            tr("Write down its facts: each date is shown here in its place."),
            tr("Facts and sources"),
        )
        self._nothing.action_requested.connect(self.facts_requested)
        self._line = _Line()
        self._line.row_clicked.connect(self._on_row)
        self._line.row_opened.connect(self.fact_requested)
        self._cover = Toggle(tr("Cover the dates"))
        self._cover.toggled.connect(self._on_cover)
        self._again = QuietButton(tr("Cover all again"), "eye-off")
        self._again.clicked.connect(self._on_again)
        self._seen = BodyText()
        self._practise = PrimaryButton(tr("Practise these dates"), "play")
        self._practise.clicked.connect(self._on_practise)
        self._lay_out()

    def _lay_out(self) -> None:
        self._column = Column()
        for part in (self._head, self._nothing, self._line):
            self._column.body.addWidget(part)
        self._column.body.addStretch(1)
        self._foot = Foot(self._column)
        holder = QWidget()
        flow = FlowLayout(holder, gap=2 * GRID)
        for control in (self._practise, self._cover, self._seen, self._again):
            flow.addWidget(control)
        self._controls = holder
        self._foot.row.addWidget(holder, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._column)
        outer.addWidget(self._foot)
        self._nothing.hide()
        self._refresh_seen()

    def entered(self) -> None:
        """Ask for the present state."""
        self.refresh_requested.emit()

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of the line."""
        return [
            ("↑ ↓", tr("Go from date to date")),
            ("Home End", tr("Go to the first or the last date")),
            (tr("Space"), tr("Uncover a date, or cover it again")),
            ("Enter", tr("Open the fact")),
            ("Esc", tr("Back")),
        ]

    def show_timeline(self, timeline: Timeline) -> None:
        """Show a pack's dates; what was uncovered is covered again."""
        self._pack = timeline.pack.id
        self._count = sum(entry.questions for entry in timeline.entries)
        entries = timeline.entries
        words = tr_n("{n} date", "{n} dates", len(entries))
        self._head.set_note(f"{timeline.pack.title} · {words}" if entries else timeline.pack.title)
        self._nothing.setVisible(not entries)
        self._line.show_entries(entries)
        self._line.setVisible(bool(entries))
        self._show_controls()
        self._line.set_covered(self._cover.isChecked())
        self._practise.setEnabled(self._count > 0)
        self._practise.setToolTip(
            "" if self._count else tr("No question asks for these dates yet.")
        )
        self._refresh_seen()
        # After the rows are shown, and the old ones with the focus are gone.
        QTimer.singleShot(0, self, self._focus_line)

    def _focus_line(self) -> None:
        if self.isVisible() and self._line.rows:
            self._line.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_controls()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_controls()

    def _place_controls(self) -> None:
        """At the foot; in a low window they scroll with the line, or little of it were seen."""
        is_low = self.height() < scaled(LOWEST_WITH_FOOT)
        if is_low == self._is_low:
            return
        self._is_low = is_low
        if is_low:
            self._column.body.insertWidget(1, self._controls)
        else:
            self._foot.row.addWidget(self._controls, 1)
        self._controls.show()
        self._show_controls()

    def _show_controls(self) -> None:
        has_dates = not self._line.isHidden()
        self._foot.setVisible(has_dates and not self._is_low)
        self._controls.setVisible(has_dates)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _refresh_seen(self) -> None:
        is_covering = self._cover.isChecked()
        seen = self._line.uncovered
        total = tr_n(
            "{{seen}} of {n} date seen", "{{seen}} of {n} dates seen", len(self._line.rows)
        )
        self._seen.set_text(total.format(seen=seen))
        self._seen.setVisible(is_covering)
        self._again.setVisible(is_covering)
        self._again.setEnabled(seen > 0)

    def _on_cover(self, is_on: bool) -> None:
        self._line.set_covered(is_on)
        self._refresh_seen()

    def _on_again(self) -> None:
        self._line.set_covered(True)
        self._refresh_seen()
        self._line.focus_row(0)

    def _on_row(self, number: int) -> None:
        if self._cover.isChecked():
            self._line.turn(number)
            self._refresh_seen()
        else:
            self.fact_requested.emit(self._line.entry_at(number).fact)

    def _on_practise(self) -> None:
        count = min(self._count, DEFAULT_COUNT)
        self.quiz_requested.emit(
            Blueprint(seed=new_seed(), count=count, packs=(self._pack,), topics=("date",))
        )


class _Line(RowList):
    """The years, the gaps and the rows, one below the other without a break in the axis."""

    row_clicked = Signal(int)
    row_opened = Signal(str)
    """The id of a fact."""

    def __init__(self) -> None:
        super().__init__(spacing=0)
        self._lines: list[TimelineRow] = []
        self._years: list[tuple[YearMark, list[TimelineRow]]] = []
        self._gaps: list[tuple[GapMark, int]] = []
        """Each gap, with the place among the years of the one that ends it."""

    @property
    def uncovered(self) -> int:
        """How many dates are to be seen."""
        return sum(not row.is_covered for row in self._lines)

    def entry_at(self, number: int) -> TimelineEntry:
        """The entry of a row."""
        return self._lines[number].entry

    def show_entries(self, entries: tuple[TimelineEntry, ...]) -> None:
        """Show these instead."""
        self.clear()
        self._lines, self._years, self._gaps = [], [], []
        widgets: list[QWidget] = []
        before: int | None = None
        for year, of_year in groupby(entries, key=lambda each: each.year):
            if before is not None and year - before > 1:
                gap = GapMark(year - before)
                self._gaps.append((gap, len(self._years)))
                widgets.append(gap)
            before = year
            widgets += self._year(year, list(of_year))
        self.add_rows(widgets)

    def _year(self, year: int, entries: list[TimelineEntry]) -> list[QWidget]:
        """What stands on the line for a year."""
        mark = YearMark(year)
        rows = [TimelineRow(entry) for entry in entries]
        for row in rows:
            row.clicked.connect(self._on_clicked)
            row.opened.connect(self._on_opened)
        self._lines += rows
        self._years.append((mark, rows))
        return [mark, *rows]

    def set_covered(self, is_covered: bool) -> None:
        """Cover all dates, or show them all."""
        for row in self._lines:
            row.set_covered(is_covered)
        self._refresh_years()

    def turn(self, number: int) -> None:
        """Uncover a date, or cover it again."""
        row = self._lines[number]
        row.set_covered(not row.is_covered)
        self._refresh_years()

    def _refresh_years(self) -> None:
        """A year is told once one of its dates is, a gap once both its ends are."""
        covered = [all(row.is_covered for row in rows) for _, rows in self._years]
        for (mark, _), is_covered in zip(self._years, covered, strict=True):
            mark.set_covered(is_covered)
        for gap, place in self._gaps:
            gap.set_covered(covered[place - 1] or covered[place])

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, TimelineRow):
            self.row_clicked.emit(self._lines.index(row))

    def _on_opened(self) -> None:
        row = self.sender()
        if isinstance(row, TimelineRow):
            self.row_opened.emit(row.entry.fact)
