"""Names made from what a person wrote, and versions."""

import pytest

from quizapp.values.media_names import media_name
from quizapp.values.slugs import MAX_SLUG_LENGTH, free_name, slug
from quizapp.values.versions import is_newer, next_version


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("In which year?", "in-which-year"),
        ("  Café — Nº 5  ", "cafe-no-5"),
        ("Қазақстан", "question"),
        ("", "question"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_a_slug_has_letters_digits_and_hyphens(text: str, made: str) -> None:
    assert slug(text, "question") == made


def test_a_slug_ends_with_a_whole_word() -> None:
    made = slug("word " * 40, "x")
    assert len(made) <= MAX_SLUG_LENGTH
    assert set(made.split("-")) == {"word"}
    assert len(slug("x" * 500, "x")) == MAX_SLUG_LENGTH


def test_a_free_name_is_the_first_that_is_not_taken() -> None:
    assert free_name("a", set()) == "a"
    assert free_name("a", {"a", "a-2"}) == "a-3"


def test_a_free_name_is_no_longer_than_it_may_be() -> None:
    assert free_name("a" * 80, {"a" * 80}) == "a" * 78 + "-2"
    assert free_name("long-name", {"long-name"}, 7) == "long-2"
    taken = {"a" * 80, *(f"{'a' * 78}-{n}" for n in range(2, 10))}
    assert free_name("a" * 80, taken) == "a" * 77 + "-10"


def test_images_share_a_name_only_when_they_are_the_same() -> None:
    first = media_name("My Map.PNG", b"one", "png")
    assert first == media_name("My Map.PNG", b"one", "png")
    assert first != media_name("My Map.PNG", b"two", "png")
    assert first.startswith("media/my-map-")
    assert first.endswith(".png")
    assert media_name("../x.jpeg", b"", "jpeg").endswith(".jpg")
    assert ".." not in media_name("../x.jpeg", b"", "jpeg")


@pytest.mark.parametrize(
    ("version", "following"),
    [("1.0.0", "1.0.1"), ("1.9", "1.10"), ("2", "3"), ("", "1.0.0"), ("final", "final.1")],
)
def test_the_next_version_comes_after(version: str, following: str) -> None:
    assert next_version(version) == following
    if version[:1].isdigit():
        assert is_newer(following, version)
        assert not is_newer(version, following)


def test_versions_without_numbers_cannot_be_compared() -> None:
    assert not is_newer("final", "1.0")
    assert not is_newer("1.0", "final")
    assert is_newer("2.0", "2.0-rc")
