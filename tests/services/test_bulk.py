"""Deeds on many questions, and taking them back."""

import pytest

from quizapp.catalogue import Find, Flag
from quizapp.errors import CancelledError, QuizError
from quizapp.questions import TrueFalseAnswer
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import Workspace
from tests.images import lighthouse
from tests.samples import NOW


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
