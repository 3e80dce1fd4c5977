"""Looking for questions: the first page, the numbers of all that is found, a page further down.

Beside each page what SQLite's own search takes for the same words on the same file, marked too:
nobody can be faster than that.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quizapp.catalogue import Find, Order
from quizapp.store.database import Database, open_database
from quizapp.store.search import FoundQuestion, QuestionSearch
from tests.benchmarks.conftest import Figures, Libraries, repeat

PAGE = 100
ROUNDS = 60
SIZES = [1_000, 10_000, 100_000]

RARE, COMMON, HALF, ALL = "777", "aldby lighthouse which", "open", "entry"
"""In 100,000 questions: 59 have the first, 50 the next three together, nearly half and all the
others.
"""

FINDS = {
    "a rare word": Find(text=RARE),
    "common words, few hits": Find(text=COMMON),
    "half are hits": Find(text=HALF),
    "all are hits": Find(text=ALL),
    "one letter": Find(text="o"),
    "half, filtered": Find(text=HALF, topics=("date", "figure"), difficulties=(1, 2)),
    "half, by difficulty": Find(text=HALF, order=Order.DIFFICULTY, descending=True),
    "no words": Find(),
    "no words, filtered": Find(types=("cloze",), difficulties=(3,)),
    "no words, by stem": Find(order=Order.STEM),
}
FLOOR = (
    "SELECT rowid, highlight(question_words, 0, '[', ']') FROM question_words "
    "WHERE question_words MATCH ? ORDER BY rowid LIMIT 100"
)

Opened = Callable[[int], Database]


@pytest.fixture
def database(libraries: Libraries) -> Iterator[Opened]:
    """Opens a library of so many questions."""
    databases: list[Database] = []

    def open_library(questions: int) -> Database:
        databases.append(open_database(str(libraries(questions, 0)), create=False))
        return databases[-1]

    yield open_library
    for each in databases:
        each.close()


class Bare:
    """The same page with nothing but SQLite; keeps the seconds that each took."""

    def __init__(self, path: Path, find: Find) -> None:
        self._connection = sqlite3.connect(path)
        self._words = " AND ".join(f'"{word}" *' for word in find.text.split())
        self.seconds: list[float] = []

    def page(self) -> None:
        """Find it once."""
        if not self._words:
            return
        began = perf_counter()
        self._connection.execute(FLOOR, (self._words,)).fetchall()
        self.seconds.append(perf_counter() - began)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


@pytest.mark.parametrize("what", FINDS)
@pytest.mark.parametrize("questions", SIZES)
def test_first_page(
    questions: int, what: str, database: Opened, benchmark: BenchmarkFixture, figures: Figures
) -> None:
    opened, find = database(questions), FINDS[what]

    def page() -> tuple[FoundQuestion, ...]:
        with opened.reading() as connection:
            return QuestionSearch(connection).first(find, PAGE)

    benchmark.group = "first page"
    with closing(Bare(opened.path, find)) as floor:
        rows, seconds = repeat(benchmark, page, ROUNDS, setup=floor.page)
    with opened.reading() as connection:
        hits = QuestionSearch(connection).count(find)
    assert len(rows) == min(hits, PAGE)
    figures(line(f"first page, {what}", questions, hits, seconds))
    if floor.seconds:
        figures(f"    bare SQLite meanwhile: {median(floor.seconds) * 1e3:.2f} ms")


@pytest.mark.parametrize("what", ["no words", "half are hits", "no words, by stem"])
@pytest.mark.parametrize("questions", SIZES)
def test_numbers(
    questions: int, what: str, database: Opened, benchmark: BenchmarkFixture, figures: Figures
) -> None:
    opened, find = database(questions), FINDS[what]

    def numbers() -> Sequence[int]:
        with opened.reading() as connection:
            return QuestionSearch(connection).numbers(find)

    benchmark.group = "numbers of all"
    found, seconds = repeat(benchmark, numbers, ROUNDS // 3)
    figures(line(f"numbers of all, {what}", questions, len(found), seconds))


@pytest.mark.parametrize("what", ["no words", "half are hits", "half, by difficulty"])
@pytest.mark.parametrize("questions", SIZES)
def test_rows(
    questions: int, what: str, database: Opened, benchmark: BenchmarkFixture, figures: Figures
) -> None:
    """As when one scrolls to the middle."""
    opened, find = database(questions), FINDS[what]
    with opened.reading() as connection:
        found = QuestionSearch(connection).numbers(find)
    shown = found[len(found) // 2 :][:PAGE]

    def rows() -> tuple[FoundQuestion, ...]:
        with opened.reading() as connection:
            return QuestionSearch(connection).rows(shown, find)

    benchmark.group = "rows"
    given, seconds = repeat(benchmark, rows, ROUNDS)
    assert [row.number for row in given] == list(shown)
    figures(line(f"rows, {what}", questions, len(given), seconds))


def line(what: str, questions: int, found: int, seconds: list[float]) -> str:
    """A figure in words; `seconds` are sorted."""
    late = seconds[-1 - len(seconds) // 20]
    took = f"median {median(seconds) * 1e3:.2f}, p95 {late * 1e3:.2f} ms"
    return f"{what}, {questions:,} questions, {found:,} found: {took}"
