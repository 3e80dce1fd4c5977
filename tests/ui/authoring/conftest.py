"""The program with a pack that may be changed, and one learner."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.services.workspace import open_workspace
from quizapp.ui.application import Application
from quizapp.ui.library_session import now
from quizapp.ui.pages.editor_page import EditorPage
from tests.authors import LONG, checked, number_of, pack_of, settle
from tests.samples import NOW, sample_pack


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with the sample pack, which may be changed, and one learner."""
    path = tmp_path / "library.quizdb"
    workspace = open_workspace(str(path), now())
    workspace.study.add_learner("Aigul", now())
    workspace.packs.new_pack(
        {"id": "mine", "title": "Mine", "version": "1.0.0", "language": "en"},
        NOW,
        example=sample_pack(),
    )
    workspace.close()
    return path


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, library: Path, tmp_path: Path
) -> Iterator[Application]:
    """The program at the choice of a name, with Aigul learning."""
    made = Application(qapp, str(library), tmp_path / "preferences.json")
    qtbot.waitUntil(lambda: made.window.current_page == "learner", timeout=LONG)
    page: Any = made.window.page("learner")
    page.chosen.emit(made.session.workspace.study.learners()[0])
    settle(qtbot, made)
    yield made
    made.close()
    made.window.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot, program: Application) -> Callable[[str], EditorPage]:
    """Opens a question of the pack in the editor, or begins one of a type."""

    def open_it(name: str) -> EditorPage:
        if name.startswith("new "):
            program.authoring.editor.begin(pack_of(program), name.removeprefix("new "))
        else:
            program.authoring.editor.open(number_of(program, name))
        settle(qtbot, program)
        page = program.window.page("editor")
        assert isinstance(page, EditorPage)
        qtbot.waitUntil(lambda: program.window.current_page == "editor")
        checked(qtbot, program, page)
        return page

    return open_it
