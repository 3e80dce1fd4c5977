"""Edits by hand in the folders of packs."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.ui.folder_watch import FolderWatch


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "packs" / "mine"
    (folder / "questions").mkdir(parents=True)
    (folder / "pack.yaml").write_text("id: mine\n", encoding="utf-8")
    (folder / "questions" / "dates.yaml").write_text("[]\n", encoding="utf-8")
    return folder


@pytest.fixture
def watch(qtbot: QtBot, pack: Path) -> FolderWatch:
    made = FolderWatch()
    made.watch([pack])
    return made


def test_a_file_that_is_written_is_told(qtbot: QtBot, watch: FolderWatch, pack: Path) -> None:
    with qtbot.waitSignal(watch.changed):
        (pack / "questions" / "dates.yaml").write_text("[1]\n", encoding="utf-8")


def test_a_file_that_is_replaced_is_told_each_time(
    qtbot: QtBot, watch: FolderWatch, pack: Path
) -> None:
    for number in range(3):
        with qtbot.waitSignal(watch.changed):
            new = pack / "questions" / ".dates.yaml.swp"
            new.write_text(f"[{number}]\n", encoding="utf-8")
            new.replace(pack / "questions" / "dates.yaml")


def test_a_new_file_and_a_new_folder_are_told(qtbot: QtBot, watch: FolderWatch, pack: Path) -> None:
    with qtbot.waitSignal(watch.changed):
        (pack / "media").mkdir()
    with qtbot.waitSignal(watch.changed):
        (pack / "media" / "a.png").write_bytes(b"")


def test_a_folder_that_goes_and_comes_back_is_told(
    qtbot: QtBot, watch: FolderWatch, pack: Path
) -> None:
    aside = pack.parent / "aside"
    with qtbot.waitSignal(watch.changed):
        pack.rename(aside)
    with qtbot.waitSignal(watch.changed):
        aside.rename(pack)
    with qtbot.waitSignal(watch.changed):
        (pack / "pack.yaml").write_text("id: other\n", encoding="utf-8")


def test_what_is_no_longer_watched_is_not_told(
    qtbot: QtBot, watch: FolderWatch, pack: Path
) -> None:
    watch.watch([])
    with qtbot.assertNotEmitted(watch.changed, wait=600):
        (pack / "pack.yaml").write_text("id: other\n", encoding="utf-8")


def test_what_happens_beside_a_pack_is_not_told(
    qtbot: QtBot, watch: FolderWatch, pack: Path
) -> None:
    with qtbot.assertNotEmitted(watch.changed, wait=600):
        (pack.parent / "letter.txt").write_text("Dear all", encoding="utf-8")
        (pack.parent / "other").mkdir()
