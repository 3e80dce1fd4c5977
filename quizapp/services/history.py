"""What a question was before: its revisions, what changed between them, and going back."""

from datetime import datetime
from typing import Any

import msgspec

from quizapp.errors import QuizError
from quizapp.formats.native.entries import question_entry
from quizapp.questions import AnyQuestion
from quizapp.services.authoring_values import Difference, Entry, RevisionView, Saved
from quizapp.services.desks import Desks, at_desks, stored_question
from quizapp.store.database import Database
from quizapp.store.question_store import QuestionStore, RevisionEntry
from quizapp.translation import tr


class History:
    """The revisions of a library's questions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revisions(self, number: int) -> tuple[RevisionView, ...]:
        """Every revision of the question `number`, the newest first."""
        with self._database.reading() as connection:
            store = QuestionStore(connection)
            current = stored_question(store, number).revision
            entries = store.history(number)
            answers = store.answers_by_revision(number)
        older: list[RevisionEntry | None] = [*entries[1:], None]
        return tuple(
            RevisionView(
                revision=each.number,
                made_at=each.made_at,
                is_current=each.number == current,
                entry=question_entry(each.question),
                differences=differences(
                    question_entry(before.question),
                    question_entry(each.question),
                )
                if before is not None
                else (),
                answers=answers.get(each.number, 0),
            )
            for each, before in zip(entries, older, strict=True)
        )

    def restore(self, number: int, revision: int, now: datetime) -> Saved:
        """Make what a question was at `revision` its newest revision."""
        with at_desks(self._database, now) as desks:
            stored = desks.stored(number)
            before = {each.number: each for each in desks.questions.history(number)}
            if revision not in before:
                raise QuizError(
                    tr("This question has no such version."), tr("Choose one from its history.")
                )
            # The id is the author's name for it now.
            question = msgspec.structs.replace(before[revision].question, id=stored.key)
            _check_facts(desks, stored.pack, question)
            desks.of(stored.pack).put_question(question, number)
            desks.finish()
            return Saved(number=number, revision=desks.stored(number).revision, is_new=False)


def _check_facts(desks: Desks, pack: int, question: AnyQuestion) -> None:
    """A question rests on facts that its pack has."""
    present = {fact.id for fact in desks.packs.facts_with(pack, question.facts)}
    missing = [key for key in question.facts if key not in present]
    if missing:
        raise QuizError(
            tr("This version asks for the fact “{fact}”, which is no longer in the pack.").format(
                fact=missing[0]
            ),
            tr("Write the fact again first, or change the present version."),
        )


def differences(before: Entry, after: Entry) -> tuple[Difference, ...]:
    """The fields in which two entries differ, in the order of the later one."""
    fields = dict.fromkeys([*after, *before])
    return tuple(
        Difference(field=field, before=_text(before.get(field)), after=_text(after.get(field)))
        for field in fields
        if before.get(field) != after.get(field)
    )


def _text(value: Any) -> str:  # noqa: ANN401
    """A value of an entry as an author reads it: a line for each thing in a list."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_text(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return "\n".join(map(_text, value))
    return str(value)
