"""Packs in the bank: installing, updating, retiring, always the same bank."""

import msgspec

from quizapp.questions import TrueFalse
from quizapp.store.database import Database
from quizapp.store.pack_store import Installed, PackStore
from tests.samples import NOW, sample_pack, sample_questions


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
