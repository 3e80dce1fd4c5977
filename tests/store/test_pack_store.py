"""Packs in the bank: installing, updating, retiring, always the same bank."""

import msgspec
import pytest

from quizapp.errors import QuizError
from quizapp.packs import Pack
from quizapp.questions import TrueFalse
from quizapp.store.database import Database
from quizapp.store.pack_store import Installed, PackStore
from tests.samples import IMAGE, NOW, sample_pack, sample_questions


def install(database: Database, questions: object = None) -> Installed:
    pack = sample_pack(questions if isinstance(questions, tuple) else None)
    with database.writing() as connection:
        return PackStore(connection).install(pack, "hash", NOW, lambda done, total: None)


def dump(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        return [
            tuple(row)
            for table in ("pack", "fact", "question", "revision", "question_fact")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608
        ]


def test_the_same_pack_gives_the_same_bank(database: Database, tmp_path: object) -> None:
    count = len(sample_questions())
    assert install(database) == Installed(new=count, changed=0, unchanged=0, retired=0)
    first = dump(database)
    assert install(database) == Installed(new=0, changed=0, unchanged=count, retired=0)
    assert dump(database) == first


def test_a_changed_question_keeps_its_number_and_its_old_revision(database: Database) -> None:
    install(database)
    questions = sample_questions()
    changed = tuple(
        msgspec.structs.replace(each, answer=False) if isinstance(each, TrueFalse) else each
        for each in questions
    )
    done = install(database, changed)
    assert (done.new, done.changed, done.retired) == (0, 1, 0)
    with database.reading() as connection:
        revisions = connection.exec_driver_sql("SELECT count(*) FROM revision").scalar()
        numbers = connection.exec_driver_sql("SELECT count(*) FROM question").scalar()
    assert revisions == len(questions) + 1
    assert numbers == len(questions)


def test_a_removed_question_is_retired_and_can_come_back(database: Database) -> None:
    install(database)
    assert install(database, sample_questions()[1:]).retired == 1
    with database.reading() as connection:
        counted = sum(tally.questions for tally in PackStore(connection).tallies())
    assert counted == len(sample_questions()) - 1
    assert install(database).new == 0
    with database.reading() as connection:
        counted = sum(tally.questions for tally in PackStore(connection).tallies())
    assert counted == len(sample_questions())


def stored(database: Database) -> tuple[int, Pack]:
    """The number of the only pack, and all it holds."""
    with database.reading() as connection:
        packs = PackStore(connection)
        (pack,) = packs.all()
        return pack.id, packs.contents(pack.id)


def counted(database: Database, table: str) -> int:
    with database.reading() as connection:
        count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()  # noqa: S608
    return int(count or 0)


def test_what_went_in_comes_out_whole(database: Database) -> None:
    install(database)
    assert stored(database)[1] == sample_pack()


def test_what_is_retired_is_not_among_the_contents(database: Database) -> None:
    install(database)
    rest = msgspec.structs.replace(
        sample_pack(sample_questions()[1:]), facts=sample_pack().facts[1:], media={}
    )
    with database.writing() as connection:
        PackStore(connection).install(rest, "", NOW, lambda done, total: None)
        sizes = PackStore(connection).sizes()
    number, contents = stored(database)
    assert contents == rest
    questions, facts = len(rest.questions), len(rest.facts)
    assert sizes == {number: (questions, 1, facts)}


def test_a_pack_knows_where_it_is_written(database: Database) -> None:
    with database.writing() as connection:
        packs = PackStore(connection)
        packs.install(
            sample_pack(), "h", NOW, lambda done, total: None, origin="folder", folder="/my/pack"
        )
        number = packs.number_of("aldsand")
        assert number is not None
        assert (packs.get(number).origin, packs.get(number).folder) == ("folder", "/my/pack")
        packs.set_place(number, "library")
        packs.set_files_hash(number, "other")
        pack = packs.get(number)
    assert (pack.origin, pack.folder, pack.files_hash) == ("library", "", "other")


def test_an_empty_pack_is_added_and_changed(database: Database) -> None:
    manifest = sample_pack().manifest
    with database.writing() as connection:
        packs = PackStore(connection)
        number = packs.add(manifest, NOW)
        assert packs.contents(number) == Pack(manifest=manifest, facts=(), questions=())
        renamed = msgspec.structs.replace(manifest, title="Another title")
        packs.put_manifest(number, renamed)
        assert packs.get(number).manifest == renamed
        assert packs.titles() == {number: "Another title"}


def test_a_pack_that_is_not_there_is_told_of(database: Database) -> None:
    with database.reading() as connection:
        packs = PackStore(connection)
        assert packs.number_of("aldsand") is None
        with pytest.raises(QuizError, match="not in the library"):
            packs.get(7)


def test_facts_come_change_go_and_come_back(database: Database) -> None:
    install(database)
    number, contents = stored(database)
    first, second, third = contents.facts
    changed = msgspec.structs.replace(first, statement="It was built in 1842.")
    added = msgspec.structs.replace(first, id="built-again")
    with database.writing() as connection:
        packs = PackStore(connection)
        packs.put_fact(number, changed, NOW)
        packs.put_fact(number, added, NOW)
        packs.retire_fact(number, second.id, NOW)
        assert packs.facts(number) == (changed, third, added)
        packs.put_fact(number, second, NOW)
        assert packs.facts(number) == (changed, second, third, added)


def test_images_are_kept_once(database: Database) -> None:
    install(database)
    number, _ = stored(database)
    with database.writing() as connection:
        packs = PackStore(connection)
        packs.put_media(number, "media/one.png", b"one")
        packs.put_media(number, "media/same.png", b"one")
        assert packs.media_names(number) == (IMAGE, "media/one.png", "media/same.png")
        assert packs.media(number, ["media/same.png", "media/none.png"]) == {
            "media/same.png": b"one"
        }
    assert counted(database, "media") == 2
    with database.writing() as connection:
        packs = PackStore(connection)
        packs.drop_media(number, "media/one.png")
        assert packs.media(number, ["media/same.png"]) == {"media/same.png": b"one"}
        packs.put_media(number, "media/same.png", b"two")
        assert packs.media(number, ["media/same.png"]) == {"media/same.png": b"two"}
    assert counted(database, "media") == 2


def test_another_image_makes_another_revision(database: Database) -> None:
    """The text is the same, and what is asked is not."""
    install(database)
    before = current_revisions(database)
    pack = msgspec.structs.replace(sample_pack(), media={IMAGE: b"another one"})
    with database.writing() as connection:
        done = PackStore(connection).install(pack, "", NOW, lambda done, total: None)
    assert (done.new, done.changed, done.unchanged) == (0, 1, len(sample_questions()) - 1)
    after = current_revisions(database)
    (key,) = [key for key in before if before[key] != after[key]]
    with database.reading() as connection:
        packs = PackStore(connection)
        assert packs.media_of_revisions([before[key], after[key]]) == {
            before[key]: {IMAGE: sample_pack().media[IMAGE]},
            after[key]: {IMAGE: b"another one"},
        }
        others = [number for name, number in after.items() if name != key]
        assert packs.media_of_revisions(others) == {}


def current_revisions(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT key, revision FROM question")
        return {row[0]: row[1] for row in rows}


def test_revisions_keep_images_that_the_pack_has_no_more(database: Database) -> None:
    install(database)
    revisions = current_revisions(database)
    number, _ = stored(database)
    with database.writing() as connection:
        packs = PackStore(connection)
        packs.drop_media(number, IMAGE)
        assert packs.media_names(number) == ()
        kept = packs.media_of_revisions(revisions.values())
    assert list(kept.values()) == [sample_pack().media]


def test_the_index_has_the_words_of_current_revisions(database: Database) -> None:
    install(database)
    questions = tuple(
        msgspec.structs.replace(each, stem="Of which strait is it?", tags=("Ocean",))
        if isinstance(each, TrueFalse)
        else each
        for each in sample_questions()
    )
    install(database, questions)
    install(database, questions[1:])
    with database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO question_words (question_words, rank) VALUES ('integrity-check', 1)"
        )
        found = [
            connection.exec_driver_sql(
                "SELECT count(*) FROM question_words WHERE question_words MATCH ?", (word,)
            ).scalar()
            for word in ("ocean", "strait", "tallest", '"31 metres high"')
        ]
    assert found == [1, 1, 0, 0]
