"""Writing questions: opening, checking, saving, drafts, images, history."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from quizapp.catalogue import Find
from quizapp.errors import LibraryChangedError, QuizError
from quizapp.questions import TrueFalse, TrueFalseAnswer
from quizapp.quizzes.blueprint import Blueprint
from quizapp.services.workspace import Workspace
from quizapp.settings import content_folder
from tests.images import lighthouse
from tests.samples import NOW

LATER = NOW + timedelta(hours=1)
PACK = 1


def number_of(workspace: Workspace, key: str) -> int:
    """The bank's number of a question of the sample pack."""
    rows = workspace.catalogue.first(Find()).rows
    return next(row.number for row in rows if row.key == key)


def statement(**fields: Any) -> dict[str, Any]:
    """A sound question that the sample pack has not."""
    entry = {
        "type": "true_false",
        "stem": "The lighthouse of Aldsand was painted white.",
        "topic": "institution",
        "facts": ["keeper"],
        "answer": False,
    }
    return {**entry, **fields}


def test_a_question_opens_as_it_stands_in_the_library(workspace: Workspace) -> None:
    start = workspace.authoring.editor(number_of(workspace, "tallest"))
    assert start.entry["stem"] == "The lighthouse of Aldsand is 31 metres high."
    assert start.entry == start.saved
    assert start.draft is None
    assert [fact.id for fact in start.contents.facts] == ["height"]
    around = workspace.authoring.surroundings(PACK)
    assert {fact.id for fact in around.facts} == {"height", "built", "keeper"}


def test_a_new_question_about_a_fact_names_it(workspace: Workspace) -> None:
    start = workspace.authoring.new_question(PACK, "numeric", "height")
    assert start.number is None
    assert start.entry["facts"] == ["height"]
    assert start.entry["topic"] == "figure"


def test_a_new_question_is_saved_and_can_be_asked(workspace: Workspace) -> None:
    saved = workspace.authoring.save(PACK, statement(), NOW)
    assert saved.is_new
    entry = workspace.authoring.editor(saved.number).entry
    assert entry["id"] == "the-lighthouse-of-aldsand-was-painted-white"
    learner = workspace.study.add_learner("Aigul", NOW)
    sitting = workspace.study.start(learner.id, Blueprint(seed=1, types=("true_false",)), NOW)
    stems = {each.question.stem for each in sitting.questions}
    assert statement()["stem"] in stems


def test_two_questions_with_one_stem_have_two_ids(workspace: Workspace) -> None:
    first = workspace.authoring.save(PACK, statement(), NOW)
    second = workspace.authoring.save(PACK, statement(answer=True), NOW)
    ids = [workspace.authoring.editor(each.number).entry["id"] for each in (first, second)]
    assert ids[1] == f"{ids[0]}-2"


def test_problems_are_told_at_their_fields(workspace: Workspace) -> None:
    checked = workspace.authoring.check(PACK, {"type": "single_choice", "stem": " "})
    assert checked.question is None
    fields = {problem.field for problem in checked.problems}
    assert {"stem", "options", "topic", "facts"} <= {field.split("[")[0] for field in fields}


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"type": "nonsense"},
        {"type": "single_choice", "options": "no list", "facts": 3, "stem": ["x"]},
        {"type": ["x"], "id": {"a": 1}},
        {"type": "cloze", "text": "{{9}}", "gaps": [None, {"kind": 4}]},
    ],
)
def test_whatever_stands_in_an_entry_is_told_and_not_raised(
    workspace: Workspace, entry: dict[str, Any]
) -> None:
    checked = workspace.authoring.check(PACK, entry)
    assert checked.question is None
    assert checked.problems


def test_a_question_with_errors_is_not_saved(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="cannot be saved yet"):
        workspace.authoring.save(PACK, statement(facts=[]), NOW)


def test_an_id_that_is_taken_is_told(workspace: Workspace) -> None:
    checked = workspace.authoring.check(PACK, statement(id="tallest"))
    assert [problem.field for problem in checked.problems] == ["id"]
    own = workspace.authoring.check(PACK, statement(id="tallest"), number_of(workspace, "tallest"))
    assert own.question is not None


def test_a_change_makes_a_revision_and_answers_keep_theirs(workspace: Workspace) -> None:
    learner = workspace.study.add_learner("Aigul", NOW)
    sitting = workspace.study.start(
        learner.id, Blueprint(seed=1, types=("true_false",), count=1), NOW
    )
    workspace.study.answer(
        sitting.attempt.id, 0, TrueFalseAnswer(value=True), seconds=1, confidence=None, now=NOW
    )
    number = number_of(workspace, "tallest")
    start = workspace.authoring.editor(number)
    workspace.authoring.save(
        PACK, {**start.entry, "answer": False}, LATER, number=number, revision=start.revision
    )
    revisions = workspace.history.revisions(number)
    assert [each.is_current for each in revisions] == [True, False]
    assert [each.answers for each in revisions] == [0, 1]
    assert [(each.field, each.before, each.after) for each in revisions[0].differences] == [
        ("answer", "yes", "no")
    ]
    result = workspace.study.finish(sitting.attempt.id, LATER)
    asked = result.sitting.questions[0].question
    assert isinstance(asked, TrueFalse)
    assert asked.answer is True


def test_an_older_version_is_restored_as_the_newest(workspace: Workspace) -> None:
    number = number_of(workspace, "tallest")
    start = workspace.authoring.editor(number)
    changed = {**start.entry, "stem": "It is 31 metres high."}
    workspace.authoring.save(PACK, changed, LATER, number=number, revision=start.revision)
    workspace.history.restore(number, start.revision or 0, LATER)
    assert workspace.authoring.editor(number).entry == start.entry
    assert len(workspace.history.revisions(number)) == 3


def test_a_question_that_was_saved_elsewhere_meanwhile_is_not_written_over(
    workspace: Workspace,
) -> None:
    number = number_of(workspace, "tallest")
    start = workspace.authoring.editor(number)
    for stem, moment in (("First.", NOW), ("Second.", LATER)):
        entry = {**start.entry, "stem": stem}
        if stem == "First.":
            workspace.authoring.save(PACK, entry, moment, number=number, revision=start.revision)
        else:
            with pytest.raises(LibraryChangedError):
                workspace.authoring.save(
                    PACK, entry, moment, number=number, revision=start.revision
                )
    assert workspace.authoring.editor(number).entry["stem"] == "First."


def test_a_draft_is_kept_until_it_is_saved(workspace: Workspace) -> None:
    entry = {"type": "true_false", "stem": "Half a quest"}
    draft = workspace.authoring.keep_draft(PACK, entry, NOW)
    assert workspace.authoring.keep_draft(PACK, statement(), LATER, draft=draft) == draft
    (view,) = workspace.authoring.drafts()
    assert (view.stem, view.type, view.question) == (statement()["stem"], "true_false", None)
    start = workspace.authoring.resume_draft(draft)
    assert start.entry == statement()
    workspace.authoring.save(PACK, start.entry, LATER, draft=start.draft)
    assert workspace.authoring.drafts() == ()


def test_the_draft_of_a_question_opens_with_it(workspace: Workspace) -> None:
    number = number_of(workspace, "tallest")
    start = workspace.authoring.editor(number)
    workspace.authoring.keep_draft(PACK, {**start.entry, "stem": "…"}, LATER, number=number)
    again = workspace.authoring.editor(number)
    assert again.entry["stem"] == "…"
    assert again.saved == start.entry
    assert again.draft_at == LATER
    workspace.authoring.drop_draft(again.draft or 0)
    assert workspace.authoring.editor(number).entry == start.entry


def test_a_draft_that_is_gone_is_told(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="draft is gone"):
        workspace.authoring.resume_draft(99)


def test_a_question_that_asks_the_same_is_shown(workspace: Workspace) -> None:
    entry = {"stem": "In which year was the lighthouse of Aldsand built??"}
    alike = workspace.authoring.alike(entry)[0]
    assert alike.stem == "In which year was the lighthouse of Aldsand built?"
    others = {each.number for each in workspace.authoring.alike(entry, alike.number)}
    assert alike.number not in others
    assert workspace.authoring.alike({"stem": "Who keeps the bridge of Norbury?"}) == ()
    assert workspace.authoring.alike({"stem": '"*) OR ('}) == ()


def test_an_image_is_put_into_the_pack_once(workspace: Workspace) -> None:
    data = lighthouse()
    name = workspace.authoring.add_image(PACK, "My tower.PNG", data, NOW)
    assert name.startswith("media/my-tower-")
    assert workspace.authoring.add_image(PACK, "My tower.PNG", data, NOW) == name
    entry = statement(stem=f"It was white. ![The tower]({name})")
    saved = workspace.authoring.save(PACK, entry, NOW)
    assert workspace.authoring.editor(saved.number).contents.media[name] == data


def test_what_is_no_image_is_refused(workspace: Workspace) -> None:
    with pytest.raises(QuizError):
        workspace.authoring.add_image(PACK, "x.png", b"<svg onload=alert(1)>", NOW)


def test_a_missing_question_is_told(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="not in the library"):
        workspace.authoring.editor(12345)


def test_bundled_packs_are_only_copied(tmp_path: Path) -> None:
    opened = Workspace.open(str(tmp_path / "library.quizdb"), create=True, content=content_folder())
    try:
        opened.library.install_bundled(NOW)
        (pack,) = opened.catalogue.packs()
        assert pack.is_locked
        number = next(iter(opened.catalogue.numbers(Find())))
        start = opened.authoring.editor(number)
        with pytest.raises(QuizError, match="comes with the program"):
            opened.authoring.save(
                pack.number,
                {**start.entry, "difficulty": 5},
                NOW,
                number=number,
                revision=start.revision,
            )
        copy = opened.packs.copy_pack(pack.number, NOW)
        packs = {each.number: each for each in opened.catalogue.packs()}
        assert not packs[copy.number].is_locked
        assert packs[copy.number].questions == packs[pack.number].questions
        opened.library.install_bundled(LATER)
        assert opened.catalogue.packs()[0].id == copy.id
    finally:
        opened.close()


def test_a_draft_remembers_the_version_it_began_from(workspace: Workspace) -> None:
    number = number_of(workspace, "tallest")
    begun = workspace.authoring.editor(number)
    workspace.authoring.keep_draft(
        PACK, {**begun.entry, "stem": "Draft."}, NOW, number=number, revision=begun.revision
    )
    workspace.bulk.set_difficulty([number], 5, LATER)
    again = workspace.authoring.editor(number)
    with pytest.raises(LibraryChangedError):
        workspace.authoring.save(
            PACK, again.entry, LATER, number=number, revision=again.revision, draft=again.draft
        )
    workspace.authoring.save(PACK, again.entry, LATER, number=number, draft=again.draft)
    assert workspace.authoring.editor(number).saved["stem"] == "Draft."


def test_a_draft_goes_with_its_question_to_another_pack(workspace: Workspace) -> None:
    number = number_of(workspace, "tallest")
    begun = workspace.authoring.editor(number)
    other = workspace.packs.new_pack(
        {"id": "other", "title": "Other", "version": "1", "language": "en"}, NOW
    )
    workspace.authoring.keep_draft(PACK, {**begun.entry, "stem": "Draft."}, NOW, number=number)
    workspace.bulk.move([number], other.number, NOW)
    start = workspace.authoring.editor(number)
    assert start.contents.pack.number == other.number
    assert workspace.authoring.check(other.number, start.entry, number).question is not None


def test_facts_that_come_and_go_are_known_at_once(workspace: Workspace) -> None:
    assert workspace.authoring.check(PACK, statement()).question is not None
    section = workspace.packs.facts(PACK).facts[0].fact.section
    fact = {"kind": "date", "date": "1875", "statement": "The railway came.", "section": section}
    key = workspace.packs.save_fact(PACK, fact, NOW)
    assert workspace.authoring.check(PACK, statement(facts=[key])).question is not None
    workspace.packs.remove_fact(PACK, key, NOW)
    with pytest.raises(QuizError):
        workspace.authoring.save(PACK, statement(facts=[key]), NOW)


def test_a_version_whose_fact_is_gone_is_not_restored(workspace: Workspace) -> None:
    section = workspace.packs.facts(PACK).facts[0].fact.section
    fact = {"kind": "date", "date": "1875", "statement": "The railway came.", "section": section}
    key = workspace.packs.save_fact(PACK, fact, NOW)
    saved = workspace.authoring.save(PACK, statement(facts=[key]), NOW)
    later = workspace.authoring.save(
        PACK,
        {**workspace.authoring.editor(saved.number).entry, "facts": ["keeper"]},
        LATER,
        number=saved.number,
        revision=saved.revision,
    )
    workspace.packs.remove_fact(PACK, key, NOW)
    with pytest.raises(QuizError, match="no longer in the pack"):
        workspace.history.restore(later.number, saved.revision, LATER)


def test_images_are_no_part_of_names_or_of_what_the_catalogue_shows(workspace: Workspace) -> None:
    name = workspace.authoring.add_image(PACK, "tower.png", lighthouse(), NOW)
    entry = statement(stem=f"It was painted white.\n\n![A tower]({name})")
    saved = workspace.authoring.save(PACK, entry, NOW)
    assert workspace.authoring.editor(saved.number).entry["id"] == "it-was-painted-white"
    (row,) = workspace.catalogue.rows([saved.number], Find())
    assert row.stem == "It was painted white."


def test_questions_on_other_numbers_are_not_alike(workspace: Workspace) -> None:
    workspace.authoring.save(PACK, statement(stem="The tower was painted in 1875."), NOW)
    assert workspace.authoring.alike({"stem": "The tower was painted in 1875!"})
    assert workspace.authoring.alike({"stem": "The tower was painted in 1876!"}) == ()
