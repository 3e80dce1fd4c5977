"""Which language the program speaks, and that the commands speak it from their first word on."""

from pathlib import Path

import pytest

from quizapp import settings, translation
from quizapp.cli import main
from quizapp.settings import Preferences, save_preferences
from quizapp.translation import spoken_language, tr, use_language
from tests.catalogues import write_catalogue

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _afterwards_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_catalogue", translation._catalogue)
    monkeypatch.setattr(translation, "_language", translation._language)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where there are words in Kazakh and Hebrew."""
    words = {"Learn what an article says: its dates, figures and institutions.": "Мақаланы үйрен."}
    write_catalogue(tmp_path / "translations", "kk", {**words, "Home": "Басты бет"})
    write_catalogue(tmp_path / "translations", "he", {"Home": "בית"})
    monkeypatch.setattr(settings, "resources_folder", lambda: tmp_path)
    return tmp_path / "translations"


@pytest.mark.parametrize(
    ("preferred", "environment", "language", "word"),
    [
        ("kk", {"LANG": "he_IL.UTF-8"}, "kk", "Басты бет"),
        ("", {"LANG": "kk_KZ.UTF-8"}, "kk_KZ", "Басты бет"),
        ("", {"LANG": "C.UTF-8", "LC_ALL": "he_IL"}, "he_IL", "בית"),
        ("", {"LANGUAGE": "mt:kk:he", "LANG": "mt_MT.UTF-8"}, "kk", "Басты бет"),
        ("", {"LANGUAGE": "en_GB:kk"}, "en", "Home"),
        ("mt", {"LANG": "kk_KZ.UTF-8"}, "en", "Home"),
        ("", {"LANG": "C"}, "en", "Home"),
        ("", {}, "en", "Home"),
    ],
)
def test_the_preference_is_spoken_else_what_the_system_is_set_to(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    preferred: str,
    environment: dict[str, str],
    language: str,
    word: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert use_language(preferred, folder) == language
    assert spoken_language() == language
    assert tr("Home") == word


def test_a_catalogue_that_cannot_be_read_leaves_it_in_english(folder: Path) -> None:
    (folder / "kk" / "LC_MESSAGES" / "quizapp.mo").write_bytes(b"no catalogue at all")
    assert use_language("kk", folder) == "en"
    assert tr("Home") == "Home"


def test_another_choice_takes_the_place_of_the_first(folder: Path) -> None:
    use_language("kk", folder)
    use_language("en", folder)
    assert tr("Home") == "Home"


@pytest.mark.parametrize("preferred", ["kk", ""])
def test_help_is_translated(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    preferred: str,
) -> None:
    file = tmp_path / "preferences.json"
    save_preferences(Preferences(language=preferred), file)
    monkeypatch.setenv("QUIZAPP_PREFERENCES", str(file))
    monkeypatch.setenv("LANG", "kk_KZ.UTF-8")
    assert main(["--help"]) == 0
    assert "Мақаланы үйрен." in capsys.readouterr().out
