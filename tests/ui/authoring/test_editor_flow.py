"""Writing questions in the window, by keyboard and by mouse."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.catalogue import Find
from quizapp.services.workspace import open_workspace
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.library_session import now
from quizapp.ui.pages.editor_page import EditorPage
from tests.authors import (
    checked,
    number_of,
    pack_of,
    settle,
    workspace_of,
)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def test_a_question_is_written_by_keyboard_and_saved(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    page = opened("new true_false")
    assert isinstance(focused(), QTextEdit | QPlainTextEdit | QLineEdit)
    type_in("The tower of Aldsand is white.")
    page.write({**page.entry, "answer": True, "topic": "figure", "facts": ["height"]})
    checked(qtbot, program, page)
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, program)
    rows = workspace_of(program).catalogue.first(Find(text='"is white"')).rows
    assert [row.stem for row in rows] == ["The tower of Aldsand is white."]
    assert page.is_saved
    assert workspace_of(program).authoring.drafts() == ()


def test_undo_reaches_every_field_and_redo_brings_it_back(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    page = opened("tallest")
    before = page.entry
    type_in("Indeed: ")
    typed = page.entry
    page.write({**page.entry, "difficulty": 5})
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.entry == typed
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.entry == before
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(focused(), Qt.Key.Key_Z, both)
    QTest.keyClick(focused(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.entry == {**typed, "difficulty": 5}
    checked(qtbot, program, page)


def test_going_away_loses_nothing(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    opened("tallest")
    type_in("Half a thought ")
    program.window.show_page("home")
    settle(qtbot, program)
    page = opened("tallest")
    assert "Half a thought" in page.entry["stem"]
    assert not page.is_saved
    start = workspace_of(program).authoring.editor(number_of(program, "tallest"))
    assert "Half a thought" not in str(start.saved["stem"])


def test_closing_the_window_keeps_the_draft(
    qtbot: QtBot,
    qapp: QApplication,
    program: Application,
    library: Path,
    opened: Callable[[str], EditorPage],
) -> None:
    opened("new single_choice")
    type_in("Which tower")
    program.window.close()
    workspace = open_workspace(str(library), now())
    drafts = workspace.authoring.drafts()
    workspace.close()
    assert [draft.stem for draft in drafts] == ["Which tower"]


def test_dropping_the_changes_drops_the_draft_and_can_be_undone(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    page = opened("tallest")
    type_in("Other ")
    page.keep_draft()
    settle(qtbot, program)
    assert len(workspace_of(program).authoring.drafts()) == 1
    page.drop_changes()
    page.keep_draft()
    settle(qtbot, program)
    assert workspace_of(program).authoring.drafts() == ()
    QTest.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.entry["stem"].endswith("Other")


def test_an_error_is_told_at_its_field_and_keeps_it_from_being_saved(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    page = opened("tallest")
    page.write({**page.entry, "facts": []})
    checked(qtbot, program, page)
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, program)
    revisions = workspace_of(program).history.revisions(number_of(program, "tallest"))
    assert len(revisions) == 1


def test_a_question_saved_elsewhere_meanwhile_is_not_written_over(
    qtbot: QtBot,
    program: Application,
    opened: Callable[[str], EditorPage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    answers = iter([False, True])

    def ask(parent: object, title: str, *words: str, **named: object) -> bool:
        told.append(title)
        return next(answers)

    monkeypatch.setattr(messages, "ask", ask)
    page = opened("tallest")
    number = number_of(program, "tallest")
    start = workspace_of(program).authoring.editor(number)
    workspace_of(program).authoring.save(
        pack_of(program),
        {**start.entry, "difficulty": 5},
        now(),
        number=number,
        revision=start.revision,
    )
    type_in("Mine: ")
    checked(qtbot, program, page)
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, program)
    assert "changed elsewhere" in told[0]
    revisions = workspace_of(program).history.revisions
    assert workspace_of(program).authoring.editor(number).entry["stem"].endswith("Mine:")
    assert len(revisions(number)) == 2
    page.save()
    settle(qtbot, program)
    assert len(revisions(number)) == 3
    assert revisions(number)[0].entry["stem"].endswith("Mine:")
    assert workspace_of(program).authoring.drafts() == ()


def test_a_draft_under_way_does_not_outlive_the_save(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    for name in ("tallest", "new true_false"):
        page = opened(name)
        page.write(
            {
                **page.entry,
                "stem": f"The tower is white ({name}).",
                "topic": "figure",
                "facts": ["height"],
                "answer": True,
            }
        )
        checked(qtbot, program, page)
        gate = threading.Event()
        program.runner.call(partial(gate.wait, 20), print, print)
        page.keep_draft()
        page.save()
        gate.set()
        settle(qtbot, program)
        assert workspace_of(program).authoring.drafts() == ()


def test_what_is_typed_while_it_is_being_saved_is_kept(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    page = opened("tallest")
    type_in(" One")
    checked(qtbot, program, page)
    page.save()
    type_in(" Two")
    program.window.show_page("home")
    settle(qtbot, program)
    start = workspace_of(program).authoring.editor(number_of(program, "tallest"))
    assert start.saved["stem"].endswith("One")
    assert start.entry["stem"].endswith("Two")


def test_a_question_that_opens_late_does_not_call_one_back(
    qtbot: QtBot, program: Application
) -> None:
    gate = threading.Event()
    program.runner.call(partial(gate.wait, 20), print, print)
    program.authoring.editor.open(number_of(program, "tallest"))
    program.window.show_page("progress")
    gate.set()
    settle(qtbot, program)
    assert program.window.current_page == "progress"


def test_a_draft_is_not_thrown_away_for_an_older_version_unasked(
    qtbot: QtBot,
    program: Application,
    opened: Callable[[str], EditorPage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(messages, "ask", lambda *words, **named: False)
    page = opened("tallest")
    type_in(" Not saved")
    page.history_requested.emit()
    settle(qtbot, program)
    history: Any = program.window.page("history")
    (version,) = workspace_of(program).history.revisions(number_of(program, "tallest"))
    history.restore_requested.emit(version.revision)
    settle(qtbot, program)
    (draft,) = workspace_of(program).authoring.drafts()
    assert draft.stem.endswith("Not saved")


def test_a_bundled_question_is_only_looked_at_until_its_pack_is_copied(
    qtbot: QtBot, program: Application
) -> None:
    packs = workspace_of(program).catalogue.packs()
    bundled = next(each.number for each in packs if each.is_locked)
    row = workspace_of(program).catalogue.first(Find(packs=(bundled,))).rows[0]
    program.authoring.editor.open(row.number)
    settle(qtbot, program)
    page = program.window.page("editor")
    assert isinstance(page, EditorPage)
    with qtbot.waitSignal(program.authoring.editor.copy_requested):
        page.save()
    settle(qtbot, program)
    assert len(workspace_of(program).catalogue.packs()) == len(packs) + 1


def test_everything_that_takes_the_focus_has_a_name(
    program: Application,
    opened: Callable[[str], EditorPage],
    unnamed: Callable[[QWidget], list[str]],
) -> None:
    assert unnamed(opened("tallest")) == []


def test_a_version_is_restored(
    qtbot: QtBot, program: Application, opened: Callable[[str], EditorPage]
) -> None:
    page = opened("tallest")
    before = page.entry
    type_in("New: ")
    checked(qtbot, program, page)
    page.save()
    settle(qtbot, program)
    page.history_requested.emit()
    settle(qtbot, program)
    history: Any = program.window.page("history")
    oldest = workspace_of(program).history.revisions(number_of(program, "tallest"))[-1]
    history.restore_requested.emit(oldest.revision)
    settle(qtbot, program)
    assert program.window.current_page == "editor"
    assert page.entry == before
