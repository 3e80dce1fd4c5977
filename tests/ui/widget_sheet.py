"""Draws every widget in its states, for people to look at: `python tests/ui/widget_sheet.py OUT`.

Three themes, both directions of writing, 100 % and 200 % text: one PNG each.
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.errors import QuizError
from quizapp.packs import Evidence
from quizapp.questions.base import Verdict
from quizapp.settings import Theme
from quizapp.ui import messages
from quizapp.ui.fonts import load_first_fonts, load_other_fonts
from quizapp.ui.main_window import MainWindow
from quizapp.ui.page import Page, PagePlan, window_keys
from quizapp.ui.theme import TextRole, ThemeKeeper
from quizapp.ui.widgets.banner import Banner, Tone
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.buttons import Button, DangerButton, IconButton, PrimaryButton, QuietButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.clock_label import ClockLabel
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.data_table import DataTable
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.evidence_card import EvidenceCard
from quizapp.ui.widgets.fields import ChoiceField, NumberField, TextField
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.headings import BodyText, CardTitle, PageTitle, QuietText, SectionTitle
from quizapp.ui.widgets.key_cap import KeyCap
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.option_row import OptionRow, OptionState
from quizapp.ui.widgets.progress_view import ProgressView
from quizapp.ui.widgets.ring import Ring
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.segments import Segments, SegmentState
from quizapp.ui.widgets.stat_tile import StatTile
from quizapp.ui.widgets.toggle import Toggle
from quizapp.ui.widgets.verdict_banner import VerdictBanner

STEM = (
    "According to the article, in **which month and year** did *Kazakhstan* open its embassy in "
    "Tel Aviv?"
)
EXPLANATION = """Kazakhstan opened its embassy in **May 1996**; Israel was in Almaty before.

- first point, with `code`
- second point, with [a link](https://example.org)

> A quotation. <b>Raw HTML stays as typed.</b>

| Year | Embassy |
|---|---|
| 1992 | Almaty |
| 1996 | Tel Aviv |
"""


def row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return holder


def column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return holder


def focused(widget: QWidget) -> QWidget:
    """The widget as it looks when the keyboard brought the focus; several at once on a sheet."""
    widget.setProperty("sheet_focus", True)
    return widget


def disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def headings() -> QWidget:
    card = Card()
    card.body.addWidget(CardTitle("A card's title"))
    card.body.addWidget(BodyText("Body text that says what the card is about, in a full sentence."))
    card.body.addWidget(QuietText("Quiet text: 12 questions, last seen 3 May 2024"))
    return column(PageTitle("Israel–Kazakhstan relations"), SectionTitle("What to review"), card)


def buttons() -> QWidget:
    return column(
        row(
            PrimaryButton("Start quiz", "play"),
            Button("Save answer"),
            QuietButton("Skip", "skip-forward"),
            DangerButton("Delete learner"),
            IconButton("x", "Close"),
        ),
        row(
            focused(PrimaryButton("Focus", "play")),
            focused(Button("Focus")),
            focused(QuietButton("Focus", "flag")),
            focused(IconButton("flag", "Flag")),
        ),
        row(
            disabled(PrimaryButton("Disabled", "play")),
            disabled(Button("Disabled")),
            disabled(QuietButton("Disabled", "flag")),
            disabled(IconButton("flag", "Flag")),
        ),
        row(KeyCap("1"), KeyCap("A"), KeyCap("Enter"), KeyCap("Ctrl+1")),
    )


def options() -> QWidget:
    chosen = OptionRow("**May 1996**, chosen", "2")
    chosen.setChecked(True)
    several = OptionRow("A row of *many*, chosen", "4", multiple=True)
    several.setChecked(True)
    rows: list[QWidget] = [
        OptionRow("May 1992", "1"),
        chosen,
        focused(OptionRow("An option with the focus", "3")),
        disabled(OptionRow("Cannot be chosen", "4")),
        several,
        OptionRow(
            "A long option that certainly needs more than the one line it would like to have, "
            "since it names the Ministry of Foreign Affairs of the Republic of Kazakhstan",
            "5",
            multiple=True,
        ),
    ]
    for state in (OptionState.RIGHT, OptionState.WRONG, OptionState.MISSED, OptionState.PLAIN):
        checked = OptionRow(f"After the check: {state.name.lower()}", "6")
        checked.choose(state in (OptionState.RIGHT, OptionState.WRONG))
        checked.set_state(state)
        rows.append(checked)
    return column(*rows)


def text() -> QWidget:
    return column(
        MarkdownView(STEM, TextRole.STEM),
        MarkdownView(EXPLANATION),
        MarkdownView("הנשיא ביקר בקזחסטן בשנת 2009"),
        MarkdownView("Қазақстан Республикасы: ә ғ қ ң ө ұ ү һ і"),
    )


def fields() -> QWidget:
    wrong = TextField("Year", "For example 1996")
    wrong.set_text("19x6")
    wrong.set_error("This is not a year: type four digits.")
    return column(
        TextField("Your name", "As your class knows you"),
        focused(TextField("With the focus")),
        wrong,
        NumberField("Number of questions", 1, 50, 10, "7 questions are due"),
        ChoiceField("Difficulty", [(0, "Any"), (1, "Easy"), (2, "Hard")]),
        disabled(TextField("Disabled")),
    )


def progress() -> QWidget:
    few, exam, many = Segments(), Segments(), Segments()
    few.show_states(
        [
            SegmentState.RIGHT,
            SegmentState.PARTLY,
            SegmentState.WRONG,
            SegmentState.SKIPPED,
            *[SegmentState.LEFT] * 6,
        ],
        4,
        {1, 4, 8},
    )
    exam.show_states(
        [*[SegmentState.ANSWERED] * 14, SegmentState.SKIPPED, *[SegmentState.LEFT] * 15],
        15,
        {3, 14, 20},
    )
    states = [
        SegmentState.RIGHT,
        SegmentState.RIGHT,
        SegmentState.WRONG,
        SegmentState.RIGHT,
        SegmentState.PARTLY,
        SegmentState.SKIPPED,
    ]
    many.show_states([*states * 10, *[SegmentState.LEFT] * 40], 60, {2, 3, 60, 99})
    work = ProgressView("Building the library from its packs")
    work.show_progress(43_512, 100_000)
    return column(
        focused(few),
        exam,
        many,
        row(Ring("Mastery", None), Ring("Mastery", 0.07), Ring("Mastery", 0.63), Ring("All", 1)),
        Bar("Dates", 0.63),
        Bar("Institutions", 0.4, "8 of 20 questions", "right"),
        Bar("Figures", 0),
        work,
    )


def chips() -> QWidget:
    clocks = [ClockLabel() for _ in range(4)]
    for clock, seconds in zip(clocks, (4210, 299, 42, 0), strict=True):
        clock.set_seconds(seconds)
    chips = [FilterChip("Dates", "calendar"), FilterChip("3, medium"), FilterChip("5, hard")]
    ticked = [FilterChip("Dates", "calendar"), FilterChip("3, medium")]
    for chip in ticked:
        chip.setChecked(True)
    chips[2].set_count(12)
    on = Toggle("Ask how sure I am")
    on.setChecked(True)
    return column(
        row(
            Chip("Date", "calendar"),
            Chip("Figure", "hash"),
            Chip("Institution", "landmark"),
            Chip("Due", "history", "accent"),
        ),
        row(*clocks),
        row(*chips, *ticked),
        SegmentedControl("Theme", [(1, "System"), (2, "Light"), (3, "Dark")]),
        row(on, focused(Toggle("Reduced motion")), disabled(Toggle("Disabled"))),
        row(StatTile("7", "questions due"), StatTile("63%", "mastery"), StatTile("12", "sittings")),
    )


def verdicts() -> QWidget:
    banners = []
    for tone, words in (
        (Tone.INFO, "Backed up to /home/aigul/backups/library.quizdb."),
        (Tone.WARNING, "The folder of the library cannot be written to."),
    ):
        banner = Banner()
        banner.say(words, tone)
        banners.append(banner)
    return column(
        VerdictBanner(Verdict.RIGHT, "**May 1996**", note="1 point"),
        VerdictBanner(Verdict.PARTLY, "1996", "May 1996", "½ point"),
        VerdictBanner(Verdict.WRONG, "April 1992", "May 1996", "0 points"),
        EvidenceCard(
            Evidence(
                statement="Kazakhstan opened its embassy in Tel Aviv in **May 1996**.",
                section="Diplomatic relations",
                references=("[3] Embassy of Kazakhstan, “About us”",),
                article="Israel–Kazakhstan relations",
                as_of="2015-05-02",
                attributed_to="the embassy",
            )
        ),
        *banners,
    )


def table() -> QWidget:
    model = QStandardItemModel(4, 4)
    model.setHorizontalHeaderLabels(["Date", "Quiz", "Score", "Time"])
    for at, line in enumerate(
        (("3 May", "Dates", "70%", "4 min"), ("2 May", "All", "55%", "9 min"))
    ):
        for column_at, words in enumerate(line):
            model.setItem(at, column_at, QStandardItem(words))
    view = DataTable("Sittings")
    model.setParent(view)
    view.setModel(model)
    view.fit_columns()
    view.stretch_column(1)
    view.select_row(1)
    empty = EmptyState(
        "chart-line", "No quiz yet", "Answer ten questions and see how you do.", "Start quiz"
    )
    return column(view, empty)


PANELS: list[Callable[[], QWidget]] = [
    headings, buttons, options, text, fields, verdicts, progress, chips, table
]  # fmt: skip


def sheet() -> QWidget:
    """All panels, two beside each other."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setSpacing(24)
    sides = (QVBoxLayout(), QVBoxLayout())
    for number, panel in enumerate(PANELS):
        sides[number % 2].addWidget(panel())
    for at, side in enumerate(sides):
        side.setSpacing(24)
        side.addStretch(1)
        grid.addLayout(side, 0, at)
        grid.setColumnStretch(at, 1)
    return page


def give_focus(page: QWidget) -> None:
    """Let each widget that asks for it believe that it has the focus, one after another."""
    for widget in page.findChildren(QWidget):
        if widget.property("sheet_focus"):
            QApplication.sendEvent(
                widget, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
            )


class SamplePage(Page):
    title = "New quiz"

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        content = Column()
        layout.addWidget(content)
        segments = Segments()
        segments.show_states(
            [SegmentState.RIGHT, SegmentState.WRONG, SegmentState.RIGHT, *[SegmentState.LEFT] * 7],
            3,
        )
        content.body.addWidget(segments)
        content.body.addWidget(row(Chip("Date", "calendar")))
        content.body.addWidget(MarkdownView(STEM, TextRole.STEM))
        options_holder = QVBoxLayout()
        options_holder.setSpacing(8)
        content.body.addLayout(options_holder)
        for key, words in enumerate(("April 1992", "May 1996", "August 1992", "June 2009"), 1):
            option = OptionRow(words, str(key))
            option.choose(key == 2)
            options_holder.addWidget(option)
        content.body.addWidget(row(PrimaryButton("Check answer"), QuietButton("Hint", "lightbulb")))
        content.body.addStretch(1)


def save_window(file: Path) -> None:
    plans = {
        "home": PagePlan("Home", "house", SamplePage),
        "new": PagePlan("New quiz", "play", SamplePage),
        "progress": PagePlan("Progress", "chart-line", SamplePage),
        "settings": PagePlan("Settings", "settings", SamplePage),
        "about": PagePlan("About", "info", SamplePage),
    }
    window = MainWindow()
    window.add_pages(plans)
    window.resize(1366, 768)
    window.set_learner("Айгүл Сәрсенбаева")
    window.banner.say("Backed up to /home/aigul/backups/library.quizdb.")
    window.show_page("new")
    window.show()
    QApplication.processEvents()
    window.grab().save(str(file))
    window.close()
    window.deleteLater()


def save_sheets(stem: Path) -> None:
    """The sheets wait for an answer, so each is taken and answered from a timer."""
    safe = "You can go on with it later: every answer is saved."
    gone = "All answers of Anna are deleted with her."
    locked = QuizError("The library is locked.", "Close the other program, then try again.")
    bug = ValueError("a sample of a bug")
    opened: list[Callable[[], object]] = [
        partial(messages.ask, None, "Leave this quiz?", safe, "Leave quiz", "Stay"),
        partial(messages.ask, None, "Delete Anna?", gone, "Delete learner", "Keep", danger=True),
        partial(messages.show_error, None, locked),
        partial(messages.show_bug, None, bug),
        partial(messages.show_keys, None, window_keys(5)),
    ]
    for number, opens in enumerate(opened):
        QTimer.singleShot(0, partial(_take, Path(f"{stem}-{number}.png")))
        opens()


def _take(file: Path) -> None:
    sheet = QApplication.activeModalWidget()
    if sheet is None:
        raise RuntimeError("no sheet is open")
    sheet.grab().save(str(file))
    sheet.close()


def variants() -> Iterator[tuple[Theme, Qt.LayoutDirection, int]]:
    themes: list[Theme] = ["light", "dark", "contrast"]
    yield from product(
        themes, (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft), (100, 200)
    )


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    load_first_fonts()
    load_other_fonts()
    keeper = ThemeKeeper(app)
    for theme, direction, scale in variants():
        app.setLayoutDirection(direction)
        keeper.use(theme, scale)
        page = sheet()
        page.setFixedWidth(1366 * (1 if scale == 100 else 2))
        page.resize(page.width(), page.heightForWidth(page.width()))
        page.show()
        app.processEvents()
        give_focus(page)
        side = "ltr" if direction == Qt.LayoutDirection.LeftToRight else "rtl"
        page.grab().save(str(folder / f"{theme}-{side}-{scale}.png"))
        page.close()
        name = f"{theme}-{side}-{scale}"
        save_window(folder / f"window-{name}.png")
        save_sheets(folder / f"sheet-{name}")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]))
