"""What the widgets that only show something say, in words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.packs import Evidence
from quizapp.questions.base import Verdict
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.banner import Banner, Tone
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.clock_label import ClockLabel
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.data_table import DataTable
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.evidence_card import EvidenceCard
from quizapp.ui.widgets.headings import BodyText, QuietText, breakable
from quizapp.ui.widgets.markdown_view import MarkdownView
from quizapp.ui.widgets.option_row import OptionRow
from quizapp.ui.widgets.progress_view import ProgressView
from quizapp.ui.widgets.ring import Ring
from quizapp.ui.widgets.stat_tile import StatTile
from quizapp.ui.widgets.verdict_banner import VerdictBanner
from tests.ui.conftest import Place


def words_of(widget: QWidget) -> list[str]:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return labels + [view.toPlainText() for view in widget.findChildren(MarkdownView)]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (4210, "1:10:10"),
        (301, "5:01"),
        (300, "5:00, less than 5 minutes left"),
        (60, "1:00, less than 1 minute left"),
        (0, "Time is up"),
        (-5, "Time is up"),
    ],
)
def test_the_clock_warns_in_words(qtbot: QtBot, seconds: int, words: str) -> None:
    clock = ClockLabel()
    qtbot.addWidget(clock)
    clock.set_seconds(seconds)
    assert clock.text == words


@pytest.mark.parametrize(
    ("verdict", "word"),
    [
        (Verdict.RIGHT, "Right"),
        (Verdict.PARTLY, "Partly right"),
        (Verdict.WRONG, "Not quite"),
    ],
)
def test_a_verdict_is_a_word_and_both_answers(place: Place, verdict: Verdict, word: str) -> None:
    banner = VerdictBanner(verdict, "April 1992", "**May 1996**", "0 points")
    place(banner)
    said = words_of(banner)
    assert {word, "Your answer", "April 1992", "Right answer", "May 1996"} <= set(said)
    assert banner.accessibleName() == f"{word}, 0 points"


def test_a_right_answer_stands_alone(place: Place) -> None:
    banner = VerdictBanner(Verdict.RIGHT, "May 1996")
    place(banner)
    assert "Right answer" not in words_of(banner)


def test_the_evidence_names_its_source(place: Place) -> None:
    card = EvidenceCard(
        Evidence(
            statement="It was opened in **May 1996**.",
            section="Relations",
            references=("[3] About us", "[4] A report"),
            article="Israel–Kazakhstan relations",
            as_of="2015-05-02",
        )
    )
    place(card)
    assert words_of(card) == [
        "From the article “Israel–Kazakhstan relations”",
        "Section: Relations",
        "Reference: [3] About us",
        "Reference: [4] A report",
        "As of 2 May 2015",
        "It was opened in May 1996.",
    ]


def test_a_claim_is_no_reference(place: Place) -> None:
    card = EvidenceCard(
        Evidence(
            statement="Trade doubled.",
            section="",
            references=("[3]",),
            article="Relations",
            attributed_to="the ministry",
        )
    )
    place(card)
    assert {"Claim of the ministry", "Reference: [3]"} <= set(words_of(card))


def test_evidence_without_a_source_leaves_it_out(place: Place) -> None:
    card = EvidenceCard(Evidence(statement="A fact.", section="", references=(), article=""))
    place(card)
    assert words_of(card) == ["From the article", "A fact."]


def test_rings_bars_and_tiles_say_their_value(qtbot: QtBot) -> None:
    ring, bar, tile = Ring("Dates", 0.639), Bar("Figures", 0.5), StatTile("7", "questions due")
    for widget in (ring, bar, tile):
        qtbot.addWidget(widget)
    assert ring.accessibleName() == "Dates: 64%"
    assert bar.accessibleName() == "Figures: 50%"
    assert tile.accessibleName() == "7 questions due"
    ring.set_share(None)
    assert ring.accessibleName() == "Dates: none yet"


def test_progress_counts_and_can_be_stopped(qtbot: QtBot, place: Place) -> None:
    view = ProgressView("Building the library")
    place(view)
    view.show_progress(3, 10, "Reading packs")
    assert words_of(view) == ["Reading packs", "3 of 10"]
    view.show_progress(4, 0)
    assert words_of(view) == ["Reading packs", "4"]
    (button,) = view.findChildren(QPushButton)
    with qtbot.waitSignal(view.cancel_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()


def test_an_empty_page_says_what_to_do(qtbot: QtBot, place: Place) -> None:
    empty = EmptyState("chart-line", "No quiz yet", "Answer ten questions.", "Start quiz")
    place(empty)
    assert words_of(empty) == ["No quiz yet", "Answer ten questions."]
    with qtbot.waitSignal(empty.action_requested):
        QTest.mouseClick(empty.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


def test_a_banner_is_closed(place: Place) -> None:
    banner = Banner()
    place(banner)
    assert not banner.isVisible()
    banner.say("The disk is full.", Tone.WARNING)
    assert banner.words == "The disk is full."
    close = next(b for b in banner.findChildren(QPushButton) if b.accessibleName() == "Close")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.words == ""
    assert not banner.isVisible()


@pytest.fixture
def table(place: Place) -> DataTable:
    table = DataTable("Sittings")
    model = QStandardItemModel(3, 2, table)
    model.setHorizontalHeaderLabels(["Date", "Score"])
    for row in range(3):
        model.setItem(row, 0, QStandardItem(f"{row + 1} May"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    table.setModel(model)
    place(table)
    return table


def test_a_row_is_opened_with_enter(qtbot: QtBot, table: DataTable) -> None:
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_activated) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]


def test_rows_grow_with_the_text(qapp: QApplication, table: DataTable) -> None:
    before = table.rowHeight(0)
    apply_theme(qapp, "light", 200)
    assert table.rowHeight(0) == 2 * before


def test_a_stretched_column_keeps_what_is_in_it_in_sight(place: Place, table: DataTable) -> None:
    table.stretch_column(0)
    table.fit_columns()
    window = table.window()
    for width in (600, 900):
        window.resize(width, 600)
        QApplication.processEvents()
        assert table.horizontalHeader().length() == table.viewport().width()
    window.resize(120, 600)
    QApplication.processEvents()
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_a_very_long_word_can_break() -> None:
    assert breakable("short words stay") == "short words stay"
    assert "\u200b" in breakable("x" * 30)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_column_never_needs_to_scroll_sideways(
    place: Place, qapp: QApplication, percent: int, unnamed: Callable[[QWidget], list[str]]
) -> None:
    """1366 × 768, less the rail at 200 %."""
    apply_theme(qapp, "light", percent)
    column = Column()
    card = Card()
    card.body.addWidget(BodyText("An unbreakable-" + "x" * 200))
    for widget in (
        card,
        OptionRow("A text " * 40, "1"),
        MarkdownView("Some *text* " * 40),
        EvidenceCard(
            Evidence(
                statement="A fact",
                section="Section",
                references=("https://example.org/" + "x" * 300,),
                article="y" * 300,
            )
        ),
        VerdictBanner(Verdict.WRONG, "y" * 500, "z" * 500, "0 points"),
        QuietText("Quiet " * 30),
        Bar("Institutions", 0.4, "8 of 20 questions"),
        ProgressView("Building the library"),
        Chip("Institution", "landmark"),
    ):
        column.body.addWidget(widget)
    window = place(column, width=960)
    content = column.body.parentWidget()
    assert content is not None
    assert content.width() <= column.viewport().width()
    assert content.minimumSizeHint().width() <= column.viewport().width()
    assert unnamed(window) == []


def test_a_column_is_centred_and_no_wider_than_one_can_read(place: Place) -> None:
    column = Column()
    text = BodyText("text")
    column.body.addWidget(text)
    place(column, width=1400)
    assert text.width() == 760
    left = text.mapTo(column, text.rect().topLeft()).x()
    assert left == pytest.approx((column.viewport().width() - 760) / 2, abs=1)
