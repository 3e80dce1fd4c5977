"""Answers that come after the person, or the page, has gone."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from quizapp.catalogue import Find, Flag
from quizapp.errors import CancelledError, QuizError
from quizapp.services.catalogue import Catalogue
from quizapp.ui.application import Application
from tests.authors import LONG, pack_of, settle, workspace_of

FACT = {
    "kind": "date",
    "statement": "It was painted in 1850.",
    "section": "tower",
    "date": "1850",
}
PACK = {"id": "new", "title": "New", "version": "1.0.0", "language": "en"}


@contextmanager
def late(qtbot: QtBot, program: Application) -> Iterator[None]:
    """The worker is busy: what is asked for in here is answered when this ends."""
    go_on = threading.Event()
    program.runner.call(lambda: go_on.wait(20), lambda _: None, lambda _: None)
    with qtbot.captureExceptions() as errors:
        yield
        # Pages that are not wanted any more go, as they do in time.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        go_on.set()
        settle(qtbot, program)
    assert not errors


def other_pack(program: Application) -> int:
    packs = workspace_of(program).catalogue.packs()
    return next(each.number for each in packs if each.number != pack_of(program))


@pytest.mark.parametrize("asked", ["check", "save", "remove"])
def test_facts_of_a_pack_that_is_not_looked_at_any_more(
    qtbot: QtBot, program: Application, asked: str
) -> None:
    facts = program.authoring.facts
    facts.show_facts(pack_of(program))
    settle(qtbot, program)
    page: Any = program.window.page("facts")
    changes: list[bool] = []
    facts.changed.connect(lambda: changes.append(True))
    with late(qtbot, program):
        if asked == "check":
            page.check_requested.emit(FACT, "")
        elif asked == "save":
            page.save_requested.emit(FACT, "")
        else:
            page.sources_save_requested.emit({})
        facts.show_facts(other_pack(program))
    assert bool(changes) == (asked != "check")


def test_details_of_a_pack_that_is_not_looked_at_any_more(
    qtbot: QtBot, program: Application
) -> None:
    packs = program.authoring.packs
    with late(qtbot, program):
        packs.show_details(pack_of(program))
        packs.begin()
    assert program.window.current_page == "pack"


def copy(program: Application) -> None:
    program.authoring.catalogue.copy_pack(pack_of(program))


def export(program: Application) -> None:
    program.authoring.exports.begin(pack_of(program))


def make(program: Application) -> None:
    page: Any = program.window.page("pack")
    page.create_requested.emit(PACK, "", "")


def save(program: Application) -> None:
    page: Any = program.window.page("pack")
    page.save_requested.emit(workspace_of(program).packs.details(pack_of(program)))


def open_imported(program: Application) -> None:
    imports = program.authoring.imports
    imports._id = "mine"
    imports._on_opened()


@pytest.mark.parametrize(
    ("begin", "ask", "leads_to"),
    [
        ("library", copy, "library"),
        ("library", export, "export"),
        ("new pack", make, "library"),
        ("details", save, "library"),
        ("import", open_imported, "library"),
    ],
)
@pytest.mark.parametrize("stays", [True, False])
def test_nobody_is_taken_away_from_where_they_went(
    qtbot: QtBot,
    program: Application,
    begin: str,
    ask: Callable[[Application], None],
    leads_to: str,
    stays: bool,
) -> None:
    {
        "library": program.authoring.catalogue.show,
        "new pack": program.authoring.packs.begin,
        "details": lambda: program.authoring.packs.show_details(pack_of(program)),
        "import": program.authoring.imports.begin,
    }[begin]()
    settle(qtbot, program)
    with late(qtbot, program):
        ask(program)
        if not stays:
            assert program.window.show_page("progress")
    assert program.window.current_page == (leads_to if stays else "progress")
    if ask is make:
        assert "new" in {each.id for each in workspace_of(program).catalogue.packs()}
        assert program.window.banner.words == "“New” is made."
    if ask is save:
        assert program.window.banner.words == "The details are saved."


def test_another_pack_is_not_shown_over_one_that_is_being_written(
    qtbot: QtBot, program: Application, tmp_path: Path
) -> None:
    exports = program.authoring.exports
    exports.begin(pack_of(program))
    settle(qtbot, program)
    page: Any = program.window.page("export")
    with late(qtbot, program):
        page.set_file(str(tmp_path / "mine.quizpack"))
        program.window.show_page("home")
        exports.begin(other_pack(program))
    assert (tmp_path / "mine.quizpack").exists()
    program.window.show_page("library")
    exports.begin(other_pack(program))
    settle(qtbot, program)
    assert page._pack.number == other_pack(program)


@pytest.mark.parametrize("ends", ["done", "stopped", "failed"])
def test_a_search_for_advice_is_answered_though_an_older_one_was_under_way(
    qtbot: QtBot, program: Application, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    go_on, counts = threading.Event(), Catalogue.count_advice

    def count(self: Catalogue, report: Any) -> None:
        go_on.wait(20)
        if ends == "stopped":
            raise CancelledError("Stopped. Nothing was changed.")
        if ends == "failed":
            raise QuizError("The disk is full.")
        counts(self, report)

    told: list[Exception] = []
    monkeypatch.setattr(program.authoring.catalogue._failures, "show", told.append)
    monkeypatch.setattr(Catalogue, "count_advice", count)
    program.authoring.catalogue.show()
    settle(qtbot, program)
    page: Any = program.window.page("library")
    wanted = Find(flags=(Flag.ADVICE,), text="lighthouse")
    page._found.look_for(Find(flags=(Flag.ADVICE,)))
    page._found.look_for(wanted)
    go_on.set()
    settle(qtbot, program)
    assert page._found.shown == wanted
    assert not program.authoring.catalogue._long.is_busy
    assert bool(told) == (ends == "failed")
    assert ("Nothing was changed" in program.window.banner.words) is False
    assert ("not looked at yet" in program.window.banner.words) == (ends == "stopped")


@pytest.mark.parametrize("ends", ["stopped", "failed"])
def test_a_search_for_advice_that_ends_early_shows_what_there_is(
    qtbot: QtBot, program: Application, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    def count(self: Catalogue, report: Any) -> None:
        raise CancelledError("Stopped.") if ends == "stopped" else QuizError("The disk is full.")

    monkeypatch.setattr(program.authoring.catalogue._failures, "show", lambda _: None)
    monkeypatch.setattr(Catalogue, "count_advice", count)
    program.authoring.catalogue.show()
    settle(qtbot, program)
    page: Any = program.window.page("library")
    page._found.look_for(Find(flags=(Flag.ADVICE,)))
    settle(qtbot, program)
    assert page._found.shown == Find(flags=(Flag.ADVICE,))


def test_no_page_shows_what_another_library_holds(
    qtbot: QtBot, program: Application, tmp_path: Path
) -> None:
    program.authoring.facts.show_facts(pack_of(program))
    settle(qtbot, program)
    before = program.window.page("facts")
    program.window.show_page("home")
    program.session.switch_to(str(tmp_path / "other.quizdb"))
    qtbot.waitUntil(lambda: program.window.current_page == "learner", timeout=LONG)
    settle(qtbot, program)
    assert program.window.page("facts") is not before
