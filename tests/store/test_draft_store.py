"""Drafts: what was begun is there until it is thrown away."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from quizapp.store.database import Database
from quizapp.store.draft_store import DraftStore, StoredDraft
from quizapp.store.pack_store import PackStore
from tests.samples import NOW, sample_pack

LATER = NOW + timedelta(minutes=1)
ENTRY = b'{"type":"essay"}'


@pytest.fixture
def drafts(database: Database) -> Iterator[DraftStore]:
    with database.writing() as connection:
        PackStore(connection).install(sample_pack(), "", NOW, lambda done, total: None)
        yield DraftStore(connection)


def test_a_draft_is_there_as_it_was_kept(drafts: DraftStore) -> None:
    number = drafts.put(1, 3, ENTRY, NOW)
    kept = StoredDraft(id=number, pack=1, question=3, entry=ENTRY, saved_at=NOW)
    assert drafts.get(number) == kept
    assert drafts.of_question(3) == kept
    assert drafts.of_question(4) is None
    assert drafts.all() == (kept,)


def test_a_draft_is_replaced_by_what_was_typed_since(drafts: DraftStore) -> None:
    number = drafts.put(1, None, ENTRY, NOW)
    assert drafts.put(1, None, b"{}", LATER, number) == number
    (kept,) = drafts.all()
    assert (kept.entry, kept.saved_at, kept.question) == (b"{}", LATER, None)


def test_new_questions_have_a_draft_each_and_others_one_at_most(drafts: DraftStore) -> None:
    first, second = drafts.put(1, None, ENTRY, NOW), drafts.put(1, None, ENTRY, LATER)
    third = drafts.put(1, 3, ENTRY, NOW)
    assert drafts.put(1, 3, b"{}", NOW) == third
    assert [draft.id for draft in drafts.all()] == [second, third, first]


def test_a_draft_that_was_thrown_away_meanwhile_is_kept_anew(drafts: DraftStore) -> None:
    number = drafts.put(1, 3, ENTRY, NOW)
    drafts.drop(number)
    assert drafts.get(number) is None
    again = drafts.put(1, 3, ENTRY, LATER, number)
    assert drafts.get(again) == StoredDraft(
        id=again, pack=1, question=3, entry=ENTRY, saved_at=LATER
    )
