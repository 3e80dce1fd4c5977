"""Deeds on many questions, and taking them back."""

from pathlib import Path

import pytest

from quizapp.catalogue import Find, Flag
from quizapp.errors import CancelledError, QuizError
from quizapp.questions import TrueFalseAnswer
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import Workspace
from tests.images import lighthouse
from tests.samples import NOW, sample_pack


def everything(workspace: Workspace, *flags: Flag) -> list[int]:
    return list(workspace.catalogue.numbers(Find(flags=flags)))


def entries(workspace: Workspace) -> dict[int, dict[str, object]]:
    return {
        number: workspace.authoring.editor(number).entry
        for number in [*everything(workspace), *everything(workspace, Flag.RETIRED)]
    }


@pytest.fixture
def other(workspace: Workspace) -> int:
    """A second pack, empty."""
    manifest = {"id": "other", "title": "Other", "version": "1.0.0", "language": "en"}
    return workspace.packs.new_pack(manifest, NOW).number


def test_tags_are_given_and_taken_and_found(workspace: Workspace) -> None:
    numbers = everything(workspace)
    before = entries(workspace)
    change = workspace.bulk.tag(numbers[:3], ["autumn", "7b"], [], NOW)
    assert change.count == 3
    assert list(workspace.catalogue.numbers(Find(text="tag:autumn"))) == numbers[:3]
    assert dict(workspace.catalogue.tags([]))["7b"] == 3
    again = workspace.bulk.undo(change, NOW)
    assert entries(workspace) == before
    workspace.bulk.undo(again, NOW)
    assert list(workspace.catalogue.numbers(Find(tags=("autumn",)))) == numbers[:3]
    workspace.bulk.tag(numbers, [], ["autumn"], NOW)
    assert list(workspace.catalogue.numbers(Find(tags=("autumn",)))) == []


def test_what_is_so_already_is_not_changed(workspace: Workspace) -> None:
    numbers = everything(workspace)
    workspace.bulk.set_difficulty(numbers, 4, NOW)
    assert workspace.bulk.set_difficulty(numbers, 4, NOW).count == 0
    assert len(workspace.history.revisions(numbers[0])) == 2


def test_retired_questions_are_asked_no_more_until_they_are_brought_back(
    workspace: Workspace,
) -> None:
    numbers = everything(workspace)
    change = workspace.bulk.retire(numbers[:2], NOW)
    assert everything(workspace) == numbers[2:]
    assert everything(workspace, Flag.RETIRED) == numbers[:2]
    assert workspace.study.count_matching(Blueprint(seed=1)) == len(numbers) - 2
    workspace.bulk.bring_back(numbers[:1], NOW)
    assert everything(workspace) == [numbers[0], *numbers[2:]]
    workspace.bulk.undo(change, NOW)
    assert everything(workspace) == numbers


def test_retired_questions_are_not_changed(workspace: Workspace) -> None:
    numbers = everything(workspace)
    workspace.bulk.retire(numbers[:1], NOW)
    with pytest.raises(QuizError, match="Retired"):
        workspace.bulk.set_difficulty(numbers, 5, NOW)
    assert workspace.authoring.editor(numbers[1]).entry.get("difficulty", 2) != 5


def test_copies_are_questions_of_their_own(workspace: Workspace) -> None:
    numbers = everything(workspace)
    change = workspace.bulk.duplicate(numbers, NOW)
    assert len(everything(workspace)) == 2 * len(numbers)
    ids = [entry["id"] for entry in entries(workspace).values()]
    assert len(set(ids)) == len(ids)
    workspace.bulk.undo(change, NOW)
    assert everything(workspace) == numbers


def test_a_question_moves_with_its_facts_its_images_and_its_records(
    workspace: Workspace, other: int
) -> None:
    image = workspace.authoring.add_image(1, "tower.png", lighthouse(), NOW)
    saved = workspace.authoring.save(
        1,
        {
            "type": "true_false",
            "stem": f"This is the tower. ![A tower]({image})",
            "topic": "figure",
            "facts": ["height"],
            "tags": ["moving"],
            "answer": True,
        },
        NOW,
    )
    learner = workspace.study.add_learner("Aigul", NOW)
    blueprint = Blueprint(seed=1, types=("true_false",))
    sitting = workspace.study.start(learner.id, blueprint, NOW)
    place = next(
        n for n, each in enumerate(sitting.questions) if each.asked.question == saved.number
    )
    workspace.study.answer(
        sitting.attempt.id, place, TrueFalseAnswer(value=True), seconds=1, confidence=None, now=NOW
    )
    change = workspace.bulk.move([saved.number], other, NOW)
    start = workspace.authoring.editor(saved.number)
    assert start.contents.pack.number == other
    assert [fact.id for fact in start.contents.facts] == ["height"]
    assert start.contents.media[image] == lighthouse()
    assert [each.answers for each in workspace.history.revisions(saved.number)][-1] == 1
    assert workspace.authoring.check(other, start.entry, saved.number).question is not None
    workspace.bulk.undo(change, NOW)
    assert workspace.authoring.editor(saved.number).contents.pack.number == 1


def test_a_name_that_is_taken_there_becomes_another(workspace: Workspace, other: int) -> None:
    numbers = everything(workspace)
    workspace.bulk.duplicate(numbers[:1], NOW, other)
    workspace.bulk.move(numbers[:1], other, NOW)
    found = workspace.catalogue.first(Find(packs=(other,))).rows
    assert len({row.key for row in found}) == 2


def test_a_deed_that_is_cancelled_changes_nothing(workspace: Workspace) -> None:
    before = entries(workspace)

    def stop(done: int, total: int, words: str) -> None:
        del words
        if done == total:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        workspace.bulk.tag(list(before), ["x"], [], NOW, stop)
    assert entries(workspace) == before


def test_a_retired_question_is_not_moved(workspace: Workspace, other: int) -> None:
    numbers = everything(workspace)
    workspace.bulk.retire(numbers[:1], NOW)
    with pytest.raises(QuizError, match="Retired questions are not moved"):
        workspace.bulk.move(numbers, other, NOW)
    assert workspace.authoring.editor(numbers[0]).is_retired
    assert everything(workspace) == numbers[1:]


@pytest.fixture
def lonely(workspace: Workspace) -> int:
    """A question of the sample pack that alone names the fact “railway”."""
    fact = {"id": "railway", "kind": "date", "date": "1875", "section": "tower"}
    statement = "The railway reached Aldsand in 1875."
    workspace.packs.save_fact(1, {**fact, "statement": statement}, NOW)
    return workspace.authoring.save(
        1,
        {
            "id": "railway-date",
            "type": "date",
            "stem": "When did the railway reach Aldsand?",
            "topic": "date",
            "facts": ["railway"],
            "answer": "1875",
        },
        NOW,
    ).number


def test_a_retired_question_without_its_fact_is_neither_moved_nor_brought_back(
    workspace: Workspace, other: int, lonely: int
) -> None:
    change = workspace.bulk.retire([lonely], NOW)
    workspace.packs.remove_fact(1, "railway", NOW)
    with pytest.raises(QuizError, match="Retired questions are not moved"):
        workspace.bulk.move([lonely], other, NOW)
    with pytest.raises(QuizError, match="“railway”"):
        workspace.bulk.bring_back([lonely], NOW)
    with pytest.raises(QuizError, match="“railway”"):
        workspace.bulk.undo(change, NOW)
    assert workspace.authoring.editor(lonely).is_retired


def test_a_question_does_not_move_back_to_where_its_fact_was_removed(
    workspace: Workspace, other: int, lonely: int
) -> None:
    change = workspace.bulk.move([lonely], other, NOW)
    workspace.packs.remove_fact(1, "railway", NOW)
    with pytest.raises(QuizError, match="“railway”"):
        workspace.bulk.undo(change, NOW)
    assert workspace.authoring.editor(lonely).contents.pack.number == other


def test_a_question_that_moves_back_finds_its_id_taken(
    workspace: Workspace, other: int, lonely: int
) -> None:
    change = workspace.bulk.move([lonely], other, NOW)
    entry = workspace.authoring.editor(lonely).entry
    workspace.authoring.save(1, {**entry, "stem": "When did the trains come?"}, NOW)
    workspace.bulk.undo(change, NOW)
    start = workspace.authoring.editor(lonely)
    assert (start.contents.pack.number, start.entry["id"]) == (1, "railway-date-2")


def in_folder(workspace: Workspace, tmp_path: Path) -> int:
    """A pack that is written in a folder, with the sample's questions."""
    manifest = {"id": "in-folder", "title": "In folder", "version": "1.0.0", "language": "en"}
    folder = tmp_path / "in-folder"
    return workspace.packs.new_pack(manifest, NOW, folder, example=sample_pack()).number


def rewrite(workspace: Workspace, number: int, stem: str) -> None:
    start = workspace.authoring.editor(number)
    workspace.authoring.save(
        start.contents.pack.number,
        {**start.entry, "stem": stem},
        NOW,
        number=number,
        revision=start.revision,
    )


@pytest.mark.parametrize("place", ["library", "folder"])
@pytest.mark.parametrize("deed", ["tag", "move"])
def test_undo_leaves_what_was_changed_since(
    workspace: Workspace, tmp_path: Path, other: int, place: str, deed: str
) -> None:
    pack = in_folder(workspace, tmp_path) if place == "folder" else 1
    numbers = list(workspace.catalogue.numbers(Find(packs=(pack,))))[:3]
    change = (
        workspace.bulk.tag(numbers, ["autumn"], [], NOW)
        if deed == "tag"
        else workspace.bulk.move(numbers, other, NOW)
    )
    rewrite(workspace, numbers[0], "Is this a better question?")
    done = workspace.authoring.editor(numbers[0])
    undone = workspace.bulk.undo(change, NOW)
    assert workspace.authoring.editor(numbers[0]) == done
    for number in numbers[1:]:
        start = workspace.authoring.editor(number)
        assert start.contents.pack.number == pack
        assert "tags" not in start.entry
    assert undone.count == 2
    assert "1 question was changed since and stays as it is." in undone.words
    again = workspace.bulk.undo(undone, NOW)
    assert again.count == 2
    assert "since" not in again.words


def test_undo_leaves_what_was_retired_or_moved_on_since(
    workspace: Workspace, tmp_path: Path, other: int
) -> None:
    numbers = everything(workspace)[:3]
    change = workspace.bulk.move(numbers, other, NOW)
    workspace.bulk.retire(numbers[:1], NOW)
    third = in_folder(workspace, tmp_path)
    workspace.bulk.move(numbers[1:2], third, NOW)
    assert workspace.bulk.undo(change, NOW).count == 1
    starts = [workspace.authoring.editor(number) for number in numbers]
    assert [start.contents.pack.number for start in starts] == [other, third, 1]
    assert starts[0].is_retired


def test_a_deed_goes_on_from_what_was_edited_by_hand(workspace: Workspace, tmp_path: Path) -> None:
    pack = in_folder(workspace, tmp_path)
    for file in (tmp_path / "in-folder" / "questions").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("31 metres high", "31 metres tall"), encoding="utf-8")
    numbers = list(workspace.catalogue.numbers(Find(packs=(pack,))))
    change = workspace.bulk.tag(numbers, ["autumn"], [], NOW)
    stem = "The lighthouse of Aldsand is 31 metres tall."
    assert stem in [entry["stem"] for entry in entries(workspace).values()]
    workspace.bulk.undo(change, NOW)
    assert stem in [entry["stem"] for entry in entries(workspace).values()]
