"""The scenes of the gallery for those who write packs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtTest import QTest

from quizapp.catalogue import Find
from quizapp.formats.native.writing import write_pack
from quizapp.questions import Essay, EssayAnswer
from quizapp.quizzes.blueprint import Blueprint
from quizapp.ui.library_session import now
from tests.samples import sample_pack, sample_questions

Scene = Iterator[str]
Stage = Any
"""The program in one variant; see `tests.gallery`."""

PAUSE = 400
"""Milliseconds in which what is written is looked at."""


def own_pack(stage: Stage) -> int:
    """The number of a pack that may be changed, with a question of each type."""
    catalogue = stage.workspace.catalogue
    known = [pack.number for pack in catalogue.packs() if pack.id == "towers"]
    if known:
        number: int = known[0]
        return number
    entry = {"id": "towers", "title": "Towers by the sea", "version": "1.0.0", "language": "en"}
    made: int = stage.workspace.packs.new_pack(entry, now(), example=sample_pack()).number
    return made


def wait(stage: Stage) -> None:
    """Until what is written has been looked at."""
    stage.settle()
    QTest.qWait(PAUSE)
    stage.settle()


def library(stage: Stage) -> Scene:
    """All packs, a pack of one's own, a search, a selection, and nothing found."""
    pack = own_pack(stage)
    flows = stage.program.authoring
    flows.catalogue.show()
    flows.catalogue.refresh()
    wait(stage)
    yield "library"
    flows.catalogue.show(pack)
    wait(stage)
    yield "library-pack"
    page = stage.window.page("library")
    page._search.set_text("tower -wind")
    wait(stage)
    page._found.table.selectAll()
    wait(stage)
    yield "library-selected"
    page._search.set_text("nothing of that kind")
    wait(stage)
    yield "library-nothing"
    page._search.set_text("")


def editors(stage: Stage) -> Scene:
    """Each type with its preview, and one that is begun."""
    pack = own_pack(stage)
    editor = stage.program.authoring.editor
    for row in stage.workspace.catalogue.first(Find(packs=(pack,))).rows:
        editor.open(row.number)
        wait(stage)
        yield f"editor-{row.type}"
    editor.begin(pack, "single_choice")
    wait(stage)
    yield "editor-new"
    page = stage.window.page("editor")
    page.write(
        {
            "type": "single_choice",
            "stem": "Which tower is the tower of the Harbour Office?",
            "topic": "institution",
            "facts": ["keeper"],
            "options": [
                {"text": "The tower of the Harbour Office of Aldsand by the sea", "right": True},
                {"text": "A mill"},
                {"text": "A mill"},
            ],
        }
    )
    wait(stage)
    yield "editor-problems"


def facts(stage: Stage) -> Scene:
    """The facts of a pack, one in full, and the time line."""
    pack = own_pack(stage)
    flow = stage.program.authoring.facts
    flow.show_facts(pack)
    wait(stage)
    yield "facts"
    flow.show_facts(pack, "height")
    wait(stage)
    yield "facts-open"
    bundled = next(each.number for each in stage.workspace.catalogue.packs() if each.is_locked)
    flow.show_timeline(bundled)
    wait(stage)
    yield "timeline"


def packs(stage: Stage) -> Scene:
    """A new pack, its details, its way out, its way in, and what a question was before."""
    pack = own_pack(stage)
    flows = stage.program.authoring
    flows.packs.begin()
    wait(stage)
    yield "pack-new"
    flows.packs.show_details(pack)
    wait(stage)
    yield "pack-details"
    flows.exports.begin(pack)
    wait(stage)
    yield "export"
    file = Path(stage.workspace.library.location).with_name("towers.quizpack")
    stage.workspace.sharing.export(pack, file, version="1.1.0")
    row = stage.workspace.catalogue.first(Find(packs=(pack,))).rows[0]
    start = stage.workspace.authoring.editor(row.number)
    stage.workspace.authoring.save(
        pack,
        {**start.entry, "stem": "In which year did they build the lighthouse?"},
        now(),
        number=row.number,
        revision=start.revision,
    )
    flows.imports.begin()
    wait(stage)
    yield "import-start"
    flows.imports.take([file])
    wait(stage)
    yield "import-preview"
    flows.editor.open(row.number)
    wait(stage)
    stage.window.page("editor").history_requested.emit()
    wait(stage)
    yield "history"
    file.unlink()


def folders(stage: Stage) -> Scene:
    """A pack that is used from its folder, and a mistake in its files."""
    pack = sample_pack()
    manifest = msgspec.structs.replace(pack.manifest, id="by-hand", title="Written by hand")
    folder = Path(stage.workspace.library.location).with_name("by-hand")
    if not folder.exists():
        write_pack(msgspec.structs.replace(pack, manifest=manifest), folder)
    flows = stage.program.authoring
    flows.imports.begin()
    flows.imports.take([folder])
    wait(stage)
    yield "import-folder"
    flows.folders.open_folder(folder)
    wait(stage)
    yield "library-folder"
    found = next(each for each in stage.workspace.catalogue.packs() if each.id == "by-hand")
    flows.packs.show_details(found.number)
    wait(stage)
    file = next((folder / "questions").iterdir())
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("stem:", "stemm:", 1), encoding="utf-8")
    wait(stage)
    yield "pack-details-folder"
    file.write_text(sound, encoding="utf-8")
    wait(stage)


def judging(stage: Stage) -> Scene:
    """Texts that wait for the teacher, one with points, and none left."""
    hand_in_texts(stage)
    flows = stage.program.authoring
    flows.catalogue.show()
    flows.catalogue.refresh()
    wait(stage)
    yield "library-waiting"
    flows.judging.show()
    wait(stage)
    yield "judging"
    page = stage.window.page("judging")
    for digit in (1, 2):
        page._panel.points.take_digit(digit)
    yield "judging-points"
    while page._panel is not None:
        for digit in (1, 2):
            page._panel.points.take_digit(digit)
        page._on_save()
        stage.settle()
    yield "judging-done"


def hand_in_texts(stage: Stage) -> None:
    """Every learner writes a text for the teacher."""
    study, moment = stage.workspace.study, now()
    essay = next(each for each in sample_questions() if isinstance(each, Essay))
    entry = {"id": "texts", "title": "Texts on the sea", "version": "1.0.0", "language": "en"}
    asked = msgspec.structs.replace(essay, judged_by="teacher")
    stage.workspace.packs.new_pack(entry, moment, example=sample_pack((asked,)))
    for learner in study.learners():
        sitting = study.start(learner.id, Blueprint(seed=1, packs=("texts",)), moment)
        answer = EssayAnswer(text="After three wrecks in one winter it was built in 1842.")
        attempt = sitting.attempt.id
        study.answer(attempt, 0, answer, seconds=60, confidence=None, now=moment)
        study.finish(attempt, moment)
