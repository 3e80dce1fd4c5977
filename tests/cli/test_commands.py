"""What all commands have in common."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CONTENT, Run


def test_a_broken_bundled_pack_is_told_and_the_others_are_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "broken").mkdir()
    (content / "broken" / "pack.yaml").write_text("id: broken")
    monkeypatch.setattr("quizapp.services.workspace.content_folder", lambda: content)
    listed = run("packs", "--json")
    assert listed.code == 0
    assert [pack["id"] for pack in listed.document] == ["small"]
    assert listed.err.count("\n") == 1
    assert str(content / "broken") in listed.err
