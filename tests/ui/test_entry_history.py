"""Undo and redo of an entry."""

from quizapp.ui.entry_history import MAX_STATES, SECONDS_TO_JOIN, EntryHistory


def test_undo_and_redo_go_through_every_change() -> None:
    history = EntryHistory({"stem": ""})
    history.change({"stem": "a"}, "stem", 0)
    history.change({"stem": "a", "topic": "date"}, "topic", 0)
    assert history.undo() == {"stem": "a"}
    assert history.undo() == {"stem": ""}
    assert history.undo() == {"stem": ""}
    assert not history.can_undo
    assert history.redo() == {"stem": "a"}
    assert history.redo() == {"stem": "a", "topic": "date"}
    assert not history.can_redo


def test_typing_in_one_field_is_one_step_until_one_pauses() -> None:
    history = EntryHistory({"stem": ""})
    for moment, text in enumerate(["W", "Wh", "Who"]):
        history.change({"stem": text}, "stem", moment * SECONDS_TO_JOIN / 2)
    history.change({"stem": "Who?"}, "stem", 100)
    assert history.undo() == {"stem": "Who"}
    assert history.undo() == {"stem": ""}


def test_the_first_change_never_joins_what_was_opened() -> None:
    history = EntryHistory({"stem": "old"})
    history.change({"stem": "new"}, "", 0)
    assert history.undo() == {"stem": "old"}


def test_a_change_after_undo_forgets_what_was_undone() -> None:
    history = EntryHistory({"n": 0})
    history.change({"n": 1}, "n", 0)
    history.undo()
    history.change({"n": 2}, "n", 0.1)
    assert not history.can_redo
    assert history.undo() == {"n": 0}


def test_what_is_saved_is_known_again_after_undo_and_redo() -> None:
    history = EntryHistory({"a": 1, "b": 2})
    assert history.is_saved
    history.change({"a": 3, "b": 2}, "a", 0)
    assert not history.is_saved
    assert history.mark_saved(history.entry, history.entry)
    assert history.is_saved
    history.undo()
    assert not history.is_saved
    history.redo()
    assert history.is_saved


def test_a_draft_is_not_saved_until_it_is() -> None:
    history = EntryHistory({"stem": "draft"}, saved={"stem": "saved"})
    assert not history.is_saved


def test_the_order_of_fields_is_no_change() -> None:
    history = EntryHistory({"a": 1, "b": 2})
    history.change({"b": 2, "a": 1}, "a", 0)
    assert not history.can_undo


def test_entries_that_were_given_can_be_changed_by_their_owner() -> None:
    entry = {"tags": ["a"]}
    history = EntryHistory(entry)
    entry["tags"].append("b")
    assert history.entry == {"tags": ["a"]}
    history.entry["tags"].append("c")
    assert history.entry == {"tags": ["a"]}


def test_memory_is_bounded() -> None:
    history = EntryHistory({"n": 0})
    for number in range(1, MAX_STATES + 20):
        history.change({"n": number}, "n", number * 10)
    steps = 0
    while history.can_undo:
        history.undo()
        steps += 1
    assert steps == MAX_STATES - 1


def test_what_is_saved_may_read_otherwise_than_what_was_sent() -> None:
    history = EntryHistory({"stem": ""})
    history.change({"stem": "Who?"}, "stem", 0)
    assert history.mark_saved({"stem": "Who?"}, {"id": "who", "stem": "Who?"})
    assert history.entry == {"id": "who", "stem": "Who?"}
    assert history.is_saved
    assert history.undo() == {"stem": ""}


def test_what_was_typed_while_it_was_being_saved_stays() -> None:
    history = EntryHistory({"stem": ""})
    history.change({"stem": "Who?"}, "stem", 0)
    history.change({"stem": "Who did?"}, "stem", 9)
    assert not history.mark_saved({"stem": "Who?"}, {"id": "who", "stem": "Who?"})
    assert history.entry == {"stem": "Who did?"}
    assert not history.is_saved
