"""Rows that are fetched as they come into view."""

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from quizapp.ui.models.question_cells import Column
from quizapp.ui.models.questions_model import MOST_PAGES, MOST_ROWS_KEPT, PAGE, QuestionsModel
from tests.ui.library import found

MANY = 100_000


class Watched:
    """A model with what it asked for. Qt's own test looks at every row each time: few of them."""

    def __init__(self) -> None:
        self.model = QuestionsModel()
        self.asked: list[tuple[int, list[int]]] = []
        self.model.rows_requested.connect(self._on_asked)

    def _on_asked(self, first: int, numbers: list[int]) -> None:
        self.asked.append((first, numbers))

    def put_to_the_test(self) -> None:
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(self.model, mode, self.model)

    def answer(self) -> None:
        """The last request."""
        first, numbers = self.asked[-1]
        self.model.show_rows(first, [found(number) for number in numbers])

    def fill(self, count: int) -> None:
        """The first rows, and the numbers of all."""
        numbers = array("q", range(1, count + 1))
        first = [found(number) for number in numbers[:100]]
        self.model.show_first(first, keeps_rows=False, is_complete=count <= 100)
        if count > 100:
            self.model.show_numbers(numbers)


@pytest.fixture
def watched() -> Watched:
    return Watched()


def is_known(model: QuestionsModel, row: int) -> bool:
    return model.question_at(row) is not None


def test_all_rows_are_there_at_once_and_only_the_first_are_known(watched: Watched) -> None:
    watched.fill(MANY)
    model = watched.model
    assert model.rowCount() == MANY
    assert is_known(model, 99)
    assert not is_known(model, 100)
    assert model.index(100, Column.TOPIC).data() == ""
    assert model.index(100, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Loading"
    assert watched.asked == []


def test_what_comes_into_view_is_asked_for_in_whole_pages(watched: Watched) -> None:
    watched.fill(MANY)
    watched.model.set_view(50_010, 50_020)
    ((first, numbers),) = watched.asked
    assert first == 50_000
    assert numbers == list(range(50_001, 50_001 + PAGE))
    watched.answer()
    assert is_known(watched.model, 50_049)
    watched.model.set_view(50_015, 50_030)
    assert len(watched.asked) == 1


def test_what_was_scrolled_past_is_never_fetched(watched: Watched) -> None:
    watched.fill(MANY)
    for top in range(1_000, 90_000, 1_000):
        watched.model.set_view(top, top + 12)
    assert [first for first, _ in watched.asked] == [1_000]
    watched.answer()
    assert [first for first, _ in watched.asked] == [1_000, 89_000]
    watched.answer()
    assert len(watched.asked) == 2


def test_a_tall_view_is_fetched_in_bounded_requests(watched: Watched) -> None:
    watched.fill(MANY)
    watched.model.set_view(1_000, 1_000 + 3 * MOST_PAGES * PAGE)
    while len(watched.asked) < 4:
        assert len(watched.asked[-1][1]) <= MOST_PAGES * PAGE
        watched.answer()
    assert is_known(watched.model, 1_000 + 2 * MOST_PAGES * PAGE)


def test_after_a_failure_it_asks_again(watched: Watched) -> None:
    watched.fill(MANY)
    watched.model.set_view(500, 510)
    watched.model.give_up()
    watched.model.set_view(500, 510)
    assert [first for first, _ in watched.asked] == [500, 500]


def test_few_rows_are_kept_in_memory(watched: Watched) -> None:
    watched.fill(MANY)
    for top in range(0, 60 * PAGE, PAGE):
        watched.model.set_view(top, top + 10)
        if watched.asked and not is_known(watched.model, top):
            watched.answer()
    assert len(watched.model._rows) <= MOST_ROWS_KEPT
    assert not is_known(watched.model, 0)
    assert is_known(watched.model, 59 * PAGE)


def test_numbers_that_follow_leave_the_first_rows_alone(watched: Watched) -> None:
    watched.put_to_the_test()
    resets: list[int] = []
    watched.model.modelReset.connect(lambda: resets.append(1))
    watched.fill(300)
    assert len(resets) == 1
    watched.model.show_numbers(array("q", [7, *range(1, 50)]))  # something changed meanwhile
    assert len(resets) == 2
    assert watched.model.numbers[0] == 7


def test_another_order_keeps_what_is_known(watched: Watched) -> None:
    watched.put_to_the_test()
    watched.fill(300)
    watched.model.show_first([found(300)], keeps_rows=True, is_complete=False)
    watched.model.show_numbers(array("q", range(300, 0, -1)))
    assert is_known(watched.model, 250)
    watched.model.show_first([found(300)], keeps_rows=False, is_complete=False)
    watched.model.show_numbers(array("q", range(300, 0, -1)))
    assert not is_known(watched.model, 250)


def test_renewed_rows_are_shown_until_the_new_ones_have_come(watched: Watched) -> None:
    watched.put_to_the_test()
    watched.fill(300)
    watched.model.set_view(0, 10)
    watched.model.renew(array("q", range(2, 301)))
    assert is_known(watched.model, 0)
    assert watched.asked == [(0, list(range(2, 2 + PAGE)))]
    watched.answer()
    watched.model.set_view(0, 10)
    assert len(watched.asked) == 1


def test_cells_say_what_there_is(watched: Watched) -> None:
    watched.model.set_packs({1: "Aldsand", 2: "Rivers", 3: "Relations"})
    watched.fill(30)
    words = [watched.model.index(2, column).data() for column in Column]
    assert words[:8] == [
        "Who was the first keeper at Dunness? (3)",
        "Aldsand",
        "People",
        "Typed words",
        "4",
        "coast, history, lamps",
        "12",
        "30%",
    ]
    across = Qt.Orientation.Horizontal
    assert watched.model.headerData(Column.FACILITY, across) == "Facility"
    assert "90% is easy" in watched.model.headerData(
        Column.FACILITY, across, Qt.ItemDataRole.ToolTipRole
    )


def test_too_few_answers_are_no_facility(watched: Watched) -> None:
    watched.fill(30)
    assert watched.model.index(8, Column.ASKED).data() == "0"
    assert watched.model.index(8, Column.FACILITY).data() == "–"


def test_a_screen_reader_hears_something_in_every_cell(watched: Watched) -> None:
    watched.fill(30)
    said = [
        [watched.model.index(row, c).data(Qt.ItemDataRole.AccessibleTextRole) for c in Column]
        for row in range(30)
    ]
    assert all(all(row) for row in said)
    assert said[4][0].startswith("Unfinished draft, In which year")
    assert said[3][Column.TAGS] == "none"
