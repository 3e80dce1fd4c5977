"""What tests of writing ask of the program."""

from pytestqt.qtbot import QtBot

from quizapp.catalogue import Find
from quizapp.services.workspace import Workspace
from quizapp.ui.application import Application
from quizapp.ui.pages.editor_page import EditorPage

LONG = 20_000


def settle(qtbot: QtBot, program: Application) -> None:
    """Until nothing is under way."""
    qtbot.waitUntil(lambda: not program.runner.is_busy, timeout=LONG)


def workspace_of(program: Application) -> Workspace:
    return program.session.workspace


def pack_of(program: Application) -> int:
    return next(
        each.number for each in workspace_of(program).catalogue.packs() if each.id == "mine"
    )


def number_of(program: Application, key: str) -> int:
    rows = workspace_of(program).catalogue.first(Find(packs=(pack_of(program),))).rows
    return next(row.number for row in rows if row.key == key)


def checked(qtbot: QtBot, program: Application, page: EditorPage) -> None:
    """Until what is written has been looked at."""
    qtbot.waitUntil(lambda: not page.is_waiting and not program.runner.is_busy, timeout=LONG)
