"""Opening a question in the editor, and looking at what is written, in packs of any size.

From the order to open it until the form is filled in and painted; the preview follows, once the
worker has looked at the entry.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.catalogue import Find
from quizapp.ui.application import Application
from quizapp.ui.pages.editor_page import EditorPage
from tests.benchmarks.conftest import Figures, Libraries

SIZES = (1_000, 100_000)
ROUNDS = 30
PATIENCE = 60.0
Start = Callable[[int], Application]


@pytest.fixture
def start(qapp: QApplication, libraries: Libraries, tmp_path: Path) -> Iterator[Start]:
    """Opens the program on a library of so many questions, and chooses its learner."""
    opened: list[Application] = []

    def open_on(questions: int) -> Application:
        program = Application(qapp, str(libraries(questions, 0)), tmp_path / "preferences.json")
        opened.append(program)
        wait(program, lambda: program.window.current_page in {"learner", "home"})
        if program.window.current_page == "learner":
            program.learners.choose(program.session.workspace.study.learners()[0])
            wait(program, lambda: program.window.current_page == "home")
        return program

    yield open_on
    for program in opened:
        program.close()
        program.window.deleteLater()


def wait(program: Application, is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so, and then paint."""
    until = perf_counter() + PATIENCE
    while not is_so():
        assert perf_counter() < until
        QApplication.processEvents()
    QApplication.processEvents()


def milliseconds(seconds: list[float]) -> str:
    return f"p50 {median(seconds) * 1e3:.0f}, most {max(seconds) * 1e3:.0f} ms"


@pytest.mark.parametrize("size", SIZES)
def test_opening_the_editor(start: Start, size: int, figures: Figures) -> None:
    program = start(size)
    numbers = program.session.workspace.catalogue.numbers(Find())
    step = max(len(numbers) // ROUNDS, 1)
    shown, checked = [], []
    for number in numbers[::step][: ROUNDS + 1]:
        begun = perf_counter()
        program.authoring.editor.open(number)
        wait(program, partial(_is_shown, program, number))
        shown.append(perf_counter() - begun)
        page = program.window.page("editor")
        assert isinstance(page, EditorPage)
        wait(program, partial(_is_checked, page))
        checked.append(perf_counter() - begun)
    first = f"the first one {shown[0] * 1e3:.0f} and {checked[0] * 1e3:.0f} ms"
    figures(
        f"editor, {size:,} questions: filled in {milliseconds(shown[1:])}; "
        f"looked at {milliseconds(checked[1:])}; {first}"
    )


def _is_shown(program: Application, number: int) -> bool:
    if program.window.current_page != "editor":
        return False
    page = program.window.page("editor")
    return isinstance(page, EditorPage) and page.start is not None and page.start.number == number


def _is_checked(page: EditorPage) -> bool:
    return not page.is_waiting
