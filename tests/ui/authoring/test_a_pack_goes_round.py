"""A teacher writes a pack, a learner elsewhere plays it, and a newer version follows."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.catalogue import Find
from quizapp.formats.native.entries import fact_entry, question_entry
from quizapp.questions import type_name
from quizapp.quizzes.blueprint import Blueprint
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.library_session import now
from quizapp.ui.pages.editor_page import EditorPage
from quizapp.ui.pages.quiz_page import QuizPage
from tests.answers import right_answer
from tests.authors import LONG, checked, settle, workspace_of
from tests.images import lighthouse, png
from tests.samples import IMAGE, sample_pack, sample_questions

Open = Callable[..., Application]
PLACES = {"learner", "home", "import"}


@pytest.fixture
def account(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Opens the program of an account, after the one before was closed; its learner is chosen."""
    opened: list[Application] = []
    monkeypatch.setattr(messages, "ask", lambda *words, **named: True)

    def open_program(name: str, *given: Path) -> Application:
        close()
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        program = Application(
            qapp, str(folder / "library.quizdb"), folder / "preferences.json", given
        )
        opened.append(program)
        qtbot.waitUntil(lambda: program.window.current_page in PLACES, timeout=LONG)
        if program.window.current_page == "learner":
            page: Any = program.window.page("learner")
            page.added.emit("Aigul")
        qtbot.waitUntil(lambda: program.window.current_page in {"home", "import"}, timeout=LONG)
        settle(qtbot, program)
        return program

    def close() -> None:
        while opened:
            program = opened.pop()
            program.close()
            program.window.deleteLater()

    yield open_program
    close()


def click(widget: QWidget, words: str) -> None:
    """Press the button of the page that says so."""
    buttons = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.text() == words and each.isVisible() and each.isEnabled()
    ]
    assert buttons, words
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def new_pack(qtbot: QtBot, program: Application, title: str) -> int:
    """Make a pack by its title, at the keyboard."""
    program.authoring.packs.begin()
    settle(qtbot, program)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, title)
    click(program.window.page("pack"), "Create pack")
    settle(qtbot, program)
    assert program.window.current_page == "library"
    packs = workspace_of(program).catalogue.packs()
    return next(each.number for each in packs if each.title == title)


def write(
    qtbot: QtBot, program: Application, pack: int, kind: str, entry: dict[str, Any]
) -> EditorPage:
    """Write a question in the editor, and save it by its key."""
    program.authoring.editor.begin(pack, kind)
    settle(qtbot, program)
    page = program.window.page("editor")
    assert isinstance(page, EditorPage)
    names: list[str] = []
    if entry.get("image") == IMAGE:
        page.image_given.emit("lighthouse.png", lighthouse(), names.append)
        settle(qtbot, program)
        entry["image"] = names[0]
    if kind == "true_false":
        page.image_given.emit("flag.png", png(40, 30, (200, 30, 30)), names.append)
        settle(qtbot, program)
        entry["stem"] += f" ![A red field]({names[0]})"
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "x")
    page.write(entry)
    checked(qtbot, program, page)
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, program)
    assert page.is_saved
    return page


def export(
    qtbot: QtBot, program: Application, pack: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "choose_new_file", lambda *words: str(file))
    program.authoring.exports.begin(pack)
    settle(qtbot, program)
    click(program.window.page("export"), "Export to a file")
    settle(qtbot, program)
    assert file.exists()


def bring_in(qtbot: QtBot, program: Application) -> None:
    """Import what was given to the program, by the button of the page."""
    qtbot.waitUntil(lambda: program.window.current_page == "import", timeout=LONG)
    settle(qtbot, program)
    click(program.window.page("import"), "Import")
    settle(qtbot, program)


def play(qtbot: QtBot, program: Application, pack_id: str) -> float:
    """Answer all questions of the pack rightly, to the end; gives the score."""
    count = len(sample_questions())
    program.quizzes.start(Blueprint(seed=1, packs=(pack_id,), count=count))
    settle(qtbot, program)
    page = program.window.page("quiz")
    assert isinstance(page, QuizPage)
    for _ in range(count):
        widget = page._widget
        assert widget is not None
        widget.set_answer(right_answer(widget.question))
        page._on_go()
        settle(qtbot, program)
        page._on_go()
        settle(qtbot, program)
    qtbot.waitUntil(lambda: program.window.current_page == "result", timeout=LONG)
    study = workspace_of(program).study
    (learner,) = study.learners()
    return study.home(learner.id, now()).recent[0].score


def test_a_pack_with_every_type_goes_round_and_keeps_its_records(
    qtbot: QtBot, account: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "one.quizpack", tmp_path / "two.quizpack"
    teacher = account("teacher")
    pack = new_pack(qtbot, teacher, "Towers")
    writing = workspace_of(teacher).packs
    writing.save_details(
        pack,
        {
            **writing.details(pack),
            "sections": [{"id": "tower", "title": "The tower"}],
            "references": [{"id": "1", "text": "Harbour almanac, 1843"}],
        },
        now(),
    )
    for fact in sample_pack().facts:
        writing.save_fact(pack, fact_entry(fact), now())
    for question in sample_questions():
        entry = question_entry(question)
        del entry["id"]
        write(qtbot, teacher, pack, type_name(question), entry)
    export(qtbot, teacher, pack, first, monkeypatch)

    pupil = account("pupil", first)
    bring_in(qtbot, pupil)
    kinds = {row.type for row in workspace_of(pupil).catalogue.first(Find(text="pack:towers")).rows}
    assert kinds == {type_name(question) for question in sample_questions()}
    assert play(qtbot, pupil, "towers") == 1
    (learner,) = workspace_of(pupil).study.learners()
    record = workspace_of(pupil).reports.progress(learner.id, now()).sittings

    teacher = account("teacher")
    rows = workspace_of(teacher).catalogue.first(Find(text="pack:towers 31 metres high")).rows
    number = next(row.number for row in rows if row.type == "true_false")
    teacher.authoring.editor.open(number)
    settle(qtbot, teacher)
    page = teacher.window.page("editor")
    assert isinstance(page, EditorPage)
    page.write({**page.entry, "stem": page.entry["stem"].replace("31 metres", "31 m")})
    checked(qtbot, teacher, page)
    page.save()
    settle(qtbot, teacher)
    export(qtbot, teacher, pack, second, monkeypatch)

    pupil = account("pupil", second)
    bring_in(qtbot, pupil)
    stems = [row.stem for row in workspace_of(pupil).catalogue.first(Find(text='"31 m"')).rows]
    assert any("is 31 m high" in stem for stem in stems)
    assert workspace_of(pupil).reports.progress(learner.id, now()).sittings == record
    result = workspace_of(pupil).study.result(record[0].attempt)
    asked = {type_name(each.question): each for each in result.sitting.questions}
    assert "31 metres high" in asked["true_false"].question.stem
    assert list(asked["hotspot"].media.values()) == [lighthouse()]
