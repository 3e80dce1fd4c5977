"""Packs and facts, as their authors make and mend them."""

from pathlib import Path

import pytest

from quizapp.errors import LibraryChangedError, QuizError
from quizapp.formats.native import check_pack, read_pack
from quizapp.services.workspace import Workspace
from tests.samples import NOW, sample_pack

MANIFEST = {"id": "mine", "title": "My pack", "version": "1.0.0", "language": "en"}
FACT = {
    "kind": "date",
    "date": "1875",
    "statement": "The railway reached Aldsand in 1875.",
    "section": "article",
}


def test_a_new_pack_can_be_written_in_at_once(workspace: Workspace) -> None:
    pack = workspace.packs.new_pack(MANIFEST, NOW)
    fact = workspace.packs.save_fact(pack.number, FACT, NOW)
    workspace.authoring.save(
        pack.number,
        {
            "type": "date",
            "stem": "When did the railway reach Aldsand?",
            "topic": "date",
            "facts": [fact],
            "answer": "1875",
        },
        NOW,
    )
    (view,) = [each for each in workspace.catalogue.packs() if each.id == "mine"]
    assert (view.questions, view.facts) == (1, 1)


def test_an_id_that_is_taken_is_refused(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="already"):
        workspace.packs.new_pack({**MANIFEST, "id": sample_pack().manifest.id}, NOW)


def test_details_that_are_not_sound_are_refused(workspace: Workspace) -> None:
    with pytest.raises(QuizError):
        workspace.packs.new_pack({**MANIFEST, "title": " "}, NOW)
    assert workspace.packs.check_details({**MANIFEST, "id": "Bad id"}).manifest is None


def test_a_copy_has_a_title_and_an_id_that_packs_can_have(workspace: Workspace) -> None:
    longest = {**MANIFEST, "id": f"{'m' * 68}-{'m' * 11}", "title": "T" * 500}
    pack = workspace.packs.new_pack(longest, NOW).number
    copies = [workspace.packs.copy_pack(pack, NOW) for _ in range(2)]
    for copy in copies:
        assert workspace.packs.check_details(workspace.packs.details(copy.number)).manifest
        assert copy.title.endswith("T… (copy)")
    assert copies[0].id != copies[1].id


def test_details_change_but_not_the_id(workspace: Workspace) -> None:
    entry = workspace.packs.details(1)
    workspace.packs.save_details(1, {**entry, "title": "Lighthouses"}, NOW)
    assert workspace.packs.details(1)["title"] == "Lighthouses"
    with pytest.raises(QuizError, match="id of a pack"):
        workspace.packs.save_details(1, {**entry, "id": "another"}, NOW)


def test_a_section_that_facts_name_is_kept(workspace: Workspace) -> None:
    entry = workspace.packs.details(1)
    with pytest.raises(QuizError, match="section"):
        workspace.packs.save_details(1, {**entry, "sections": []}, NOW)


def test_facts_show_what_asks_for_them(workspace: Workspace) -> None:
    view = workspace.packs.facts(1)
    by_id = {each.fact.id: each for each in view.facts}
    assert by_id["height"].value == "31 metres"
    stems = {stem for _, _, stem in by_id["height"].questions}
    assert "The lighthouse of Aldsand is 31 metres high." in stems
    before = view.unasked
    workspace.packs.save_fact(1, {**FACT, "section": by_id["height"].fact.section}, NOW)
    assert workspace.packs.facts(1).unasked == before + 1


def test_a_fact_keeps_its_id_when_it_changes(workspace: Workspace) -> None:
    section = workspace.packs.facts(1).facts[0].fact.section
    key = workspace.packs.save_fact(1, {**FACT, "section": section}, NOW)
    entry = {**FACT, "section": section, "date": "1876"}
    assert workspace.packs.save_fact(1, entry, NOW, present=key) == key
    dates = {each.fact.id: each.value for each in workspace.packs.facts(1).facts}
    assert dates[key] == "1876"


def test_a_fact_is_removed_only_when_nothing_names_it(workspace: Workspace) -> None:
    with pytest.raises(QuizError, match="still named"):
        workspace.packs.remove_fact(1, "height", NOW)
    section = workspace.packs.facts(1).facts[0].fact.section
    key = workspace.packs.save_fact(1, {**FACT, "section": section}, NOW)
    workspace.packs.remove_fact(1, key, NOW)
    assert key not in {each.fact.id for each in workspace.packs.facts(1).facts}


def test_problems_of_a_fact_are_told_at_their_fields(workspace: Workspace) -> None:
    checked = workspace.packs.check_fact(1, {**FACT, "date": "soon", "section": "nowhere"})
    assert {"date", "section"} <= {problem.field for problem in checked.problems}


def test_a_timeline_is_in_order(workspace: Workspace) -> None:
    section = workspace.packs.facts(1).facts[0].fact.section
    for date in ("-0043", "1996-05", "1992-04-10", "~1850"):
        workspace.packs.save_fact(
            1, {**FACT, "section": section, "date": date, "statement": f"Then: {date}."}, NOW
        )
    entries = workspace.packs.timeline(1).entries
    years = [entry.year for entry in entries]
    assert years == sorted(years)
    assert years[0] == -43
    assert {"-0043", "1996-05", "1992-04-10", "~1850"} <= {each.normal_form for each in entries}


class TestInAFolder:
    """A pack of text files that is open in its folder."""

    @pytest.fixture
    def folder(self, workspace: Workspace, tmp_path: Path) -> Path:
        """The sample pack in a folder, written under another id and open in its place."""
        target = tmp_path / "my-pack"
        workspace.sharing.export(1, target)
        manifest = target / "pack.yaml"
        text = manifest.read_text(encoding="utf-8")
        manifest.write_text(text.replace(f"id: {sample_pack().manifest.id}", "id: in-folder"))
        workspace.sharing.open_in_place(target, NOW)
        return target

    def number(self, workspace: Workspace) -> int:
        return next(each.number for each in workspace.catalogue.packs() if each.id == "in-folder")

    def test_what_is_saved_stands_in_the_files(self, workspace: Workspace, folder: Path) -> None:
        pack = self.number(workspace)
        entry = {
            "type": "true_false",
            "stem": "A new statement about the tower.",
            "topic": "figure",
            "facts": ["height"],
            "answer": True,
        }
        saved = workspace.authoring.save(pack, entry, NOW)
        assert "A new statement about the tower." in _texts(folder)
        start = workspace.authoring.editor(saved.number)
        workspace.authoring.save(
            pack,
            {**start.entry, "stem": "Another statement about the tower."},
            NOW,
            number=saved.number,
            revision=start.revision,
        )
        assert "Another statement about the tower." in _texts(folder)
        assert "A new statement" not in _texts(folder)
        assert workspace.sharing.look(NOW)[0].is_changed is False

    def test_comments_of_the_author_stay(self, workspace: Workspace, folder: Path) -> None:
        file = next((folder / "questions").glob("*.yaml"))
        file.write_text("# Mine.\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
        workspace.sharing.look(NOW)
        pack = self.number(workspace)
        (question, *_) = workspace.packs.facts(pack).facts[0].questions
        workspace.bulk.tag([question[0]], ["seen"], [], NOW)
        assert "# Mine." in _texts(folder)
        assert "seen" in _texts(folder)

    def test_edits_by_hand_come_in(self, workspace: Workspace, folder: Path) -> None:
        for file in (folder / "questions").glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("31 metres high", "31 metres tall"), encoding="utf-8")
        (state,) = workspace.sharing.look(NOW)
        assert (state.is_changed, state.changed, state.problems) == (True, 1, ())
        stems = {
            stem for each in workspace.packs.facts(state.pack).facts for *_, stem in each.questions
        }
        assert "The lighthouse of Aldsand is 31 metres tall." in stems

    def test_an_edit_by_hand_is_not_written_over_unseen(
        self, workspace: Workspace, folder: Path
    ) -> None:
        pack = self.number(workspace)
        facts = workspace.packs.facts(pack).facts
        height = next(each for each in facts if each.fact.id == "height")
        number = next(number for number, kind, _ in height.questions if kind == "true_false")
        start = workspace.authoring.editor(number)
        for file in (folder / "questions").glob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("31 metres high", "31 metres tall"), encoding="utf-8")
        with pytest.raises(LibraryChangedError):
            workspace.authoring.save(
                pack,
                {**start.entry, "stem": "Mine."},
                NOW,
                number=number,
                revision=start.revision,
            )
        assert "31 metres tall" in _texts(folder)
        workspace.authoring.save(pack, {**start.entry, "stem": "Mine."}, NOW, number=number)
        stems = [each.entry["stem"] for each in workspace.history.revisions(number)]
        assert stems[:2] == ["Mine.", "The lighthouse of Aldsand is 31 metres tall."]

    def test_a_mistake_by_hand_is_told_and_changes_nothing(
        self, workspace: Workspace, folder: Path
    ) -> None:
        before = workspace.packs.facts(self.number(workspace))
        (folder / "facts.yaml").write_text("- id: [", encoding="utf-8")
        (state,) = workspace.sharing.look(NOW)
        assert not state.is_changed
        assert "facts.yaml:1" in state.problems[0]
        assert workspace.packs.facts(self.number(workspace)) == before

    def test_nothing_is_written_over_files_that_are_not_sound(
        self, workspace: Workspace, folder: Path
    ) -> None:
        pack = self.number(workspace)
        (folder / "facts.yaml").write_text("- id: [", encoding="utf-8")
        before = _texts(folder)
        (question, *_) = workspace.packs.facts(pack).facts[0].questions
        with pytest.raises(QuizError):
            workspace.bulk.tag([question[0]], ["seen"], [], NOW)
        assert _texts(folder) == before

    def test_retiring_takes_it_out_and_undo_puts_it_back(
        self, workspace: Workspace, folder: Path
    ) -> None:
        pack = self.number(workspace)
        height = next(
            each for each in workspace.packs.facts(pack).facts if each.fact.id == "height"
        )
        numbers = [number for number, *_ in height.questions]
        change = workspace.bulk.retire(numbers, NOW)
        assert len(read_pack(folder).questions) == len(sample_pack().questions) - len(numbers)
        workspace.bulk.undo(change, NOW)
        assert len(read_pack(folder).questions) == len(sample_pack().questions)

    def test_a_folder_that_is_gone_is_told(self, workspace: Workspace, folder: Path) -> None:
        folder.rename(folder.parent / "elsewhere")
        (state,) = workspace.sharing.look(NOW)
        assert state.problems

    def test_a_folder_is_left_alone_when_it_is_closed(
        self, workspace: Workspace, folder: Path
    ) -> None:
        pack = self.number(workspace)
        workspace.sharing.stop_in_place(pack)
        before = _texts(folder)
        (question, *_) = workspace.packs.facts(pack).facts[0].questions
        workspace.bulk.tag([question[0]], ["seen"], [], NOW)
        assert _texts(folder) == before

    def test_a_new_pack_can_begin_as_a_folder(self, workspace: Workspace, tmp_path: Path) -> None:
        folder = tmp_path / "new-pack"
        pack = workspace.packs.new_pack(MANIFEST, NOW, folder=folder, example=sample_pack())
        assert pack.origin == "folder"
        assert check_pack(folder).pack is not None


def _texts(folder: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.yaml")))
