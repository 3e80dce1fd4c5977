"""Deeds on many questions at once, each of which can be taken back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import msgspec

from quizapp.errors import QuizError
from quizapp.questions import AnyQuestion
from quizapp.services.authoring_values import Change
from quizapp.services.desks import Desks, at_desks
from quizapp.services.transfer import Transfers, check_facts
from quizapp.store.database import Database
from quizapp.store.question_store import StoredQuestion
from quizapp.translation import tr, tr_n

Report = Callable[[int, int, str], None]
"""Told how many of how many are done; may raise to stop, and then nothing is done."""

MAX_TAGS = 100
BATCH = 500


class Revised(msgspec.Struct, frozen=True):
    """A question was changed; `before` is what it was, `revision` what was made of it."""

    number: int
    before: AnyQuestion
    revision: int = 0


class Retired(msgspec.Struct, frozen=True):
    """Whether a question was retired before it was made so, or otherwise."""

    number: int
    was_retired: bool


class Moved(msgspec.Struct, frozen=True):
    """A question was taken from the pack `pack`, where it read as `before`, into `target`.

    `revision` is what was made of it.
    """

    number: int
    pack: int
    before: AnyQuestion
    target: int
    revision: int = 0


Step = Revised | Retired | Moved


def _silent(done: int, total: int, words: str) -> None:
    del done, total, words


class Bulk:
    """What is done to a selection of questions. Each deed is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def retire(self, numbers: Sequence[int], now: datetime, report: Report = _silent) -> Change:
        """Ask these no more; every record of them stays."""
        words = tr("Retiring questions")
        with at_desks(self._database, now) as desks:
            steps = [
                self._withdraw(desks, each)
                for each in _each(desks, numbers, report, words)
                if each.retired_at is None
            ]
        done = tr_n("{n} question retired.", "{n} questions retired.", len(steps))
        return Change(words=done, count=len(steps), undo=tuple(steps))

    def bring_back(self, numbers: Sequence[int], now: datetime, report: Report = _silent) -> Change:
        """Ask retired questions again."""
        words = tr("Bringing questions back")
        with at_desks(self._database, now) as desks:
            steps = [
                self._return(desks, each)
                for each in _each(desks, numbers, report, words)
                if each.retired_at is not None
            ]
        done = tr_n("{n} question brought back.", "{n} questions brought back.", len(steps))
        return Change(words=done, count=len(steps), undo=tuple(steps))

    def tag(
        self,
        numbers: Sequence[int],
        add: Sequence[str],
        remove: Sequence[str],
        now: datetime,
        report: Report = _silent,
    ) -> Change:
        """Give questions tags, and take others from them."""

        def tagged(question: AnyQuestion) -> AnyQuestion:
            kept = [tag for tag in question.tags if tag not in remove]
            tags = tuple(dict.fromkeys([*kept, *add]))[:MAX_TAGS]
            return msgspec.structs.replace(question, tags=tags)

        return self._revise(numbers, tagged, now, report)

    def set_difficulty(
        self, numbers: Sequence[int], level: int, now: datetime, report: Report = _silent
    ) -> Change:
        """Give questions a difficulty from 1 to 5."""

        def levelled(question: AnyQuestion) -> AnyQuestion:
            return msgspec.structs.replace(question, difficulty=level)

        return self._revise(numbers, levelled, now, report)

    def _revise(
        self,
        numbers: Sequence[int],
        revised: Callable[[AnyQuestion], AnyQuestion],
        now: datetime,
        report: Report,
    ) -> Change:
        steps: list[Step] = []
        with at_desks(self._database, now) as desks:
            for each in _each(desks, numbers, report, tr("Changing questions")):
                question = revised(each.question)
                if question != each.question:
                    self._put(desks, each, question)
                    steps.append(Revised(each.number, each.question))
            steps = _finished(desks, steps)
        done = tr_n("{n} question changed.", "{n} questions changed.", len(steps))
        return Change(words=done, count=len(steps), undo=tuple(steps))

    def duplicate(
        self,
        numbers: Sequence[int],
        now: datetime,
        pack: int | None = None,
        report: Report = _silent,
    ) -> Change:
        """Copy questions, each within its pack or all into the pack `pack`."""
        copies: dict[int, list[str]] = defaultdict(list)
        with at_desks(self._database, now) as desks:
            transfers = Transfers(desks)
            is_within = pack is None
            for each in _each(desks, numbers, report, tr("Copying questions"), is_change=is_within):
                target = each.pack if pack is None else pack
                copy = transfers.bring(each, target)
                desks.of(target).put_question(copy)
                copies[target].append(copy.id)
            desks.finish()
            made = [
                desks.questions.number_of(target, key)
                for target, keys in copies.items()
                for key in keys
            ]
        steps = tuple(Retired(number, was_retired=True) for number in made if number)
        done = tr_n("{n} question copied.", "{n} questions copied.", len(steps))
        return Change(words=done, count=len(steps), undo=steps)

    def move(
        self, numbers: Sequence[int], pack: int, now: datetime, report: Report = _silent
    ) -> Change:
        """Take questions into the pack `pack`; their records go with them."""
        steps: list[Step] = []
        with at_desks(self._database, now) as desks:
            transfers = Transfers(desks)
            for each in _each(desks, numbers, report, tr("Moving questions")):
                if each.pack == pack:
                    continue
                if each.retired_at is not None:
                    raise QuizError(
                        tr("Retired questions are not moved."), tr("Bring them back first.")
                    )
                desks.move(each, pack, transfers.bring(each, pack))
                steps.append(Moved(each.number, each.pack, each.question, pack))
            steps = _finished(desks, steps)
        done = tr_n("{n} question moved.", "{n} questions moved.", len(steps))
        return Change(words=done, count=len(steps), undo=tuple(steps))

    def undo(self, change: Change, now: datetime, report: Report = _silent) -> Change:
        """Take a deed back; what is given takes this back in turn.

        Questions that were changed since stay as they are.
        """
        undone: dict[int, Step] = {step.number: step for step in reversed(change.undo)}
        steps: list[Step] = []
        with at_desks(self._database, now) as desks:
            transfers = Transfers(desks)
            for each in _each(desks, list(undone), report, tr("Taking it back")):
                step = undone[each.number]
                if _is_last(step, each):
                    steps.append(self._take_back(desks, transfers, each, step))
            steps = _finished(desks, steps)
        return Change(
            words=_undone_words(len(steps), len(undone) - len(steps)),
            count=len(steps),
            undo=tuple(steps),
        )

    def _take_back(
        self, desks: Desks, transfers: Transfers, stored: StoredQuestion, step: Step
    ) -> Step:
        if isinstance(step, Retired):
            return (
                self._withdraw(desks, stored) if step.was_retired else self._return(desks, stored)
            )
        if isinstance(step, Moved):
            check_facts(desks.packs, step.pack, step.before)
            desks.move(stored, step.pack, transfers.named(step.before, step.pack))
            return Moved(stored.number, stored.pack, stored.question, step.pack)
        self._put(desks, stored, step.before)
        return Revised(stored.number, stored.question)

    def _put(self, desks: Desks, stored: StoredQuestion, question: AnyQuestion) -> None:
        """Change a question; a retired one stays retired."""
        desk = desks.of(stored.pack)
        if stored.retired_at is None:
            desk.put_question(question, stored.number)
        else:
            raise QuizError(tr("Retired questions are not changed."), tr("Bring them back first."))

    def _withdraw(self, desks: Desks, stored: StoredQuestion) -> Retired:
        desks.of(stored.pack).withdraw([stored])
        return Retired(stored.number, was_retired=False)

    def _return(self, desks: Desks, stored: StoredQuestion) -> Retired:
        check_facts(desks.packs, stored.pack, stored.question)
        desks.of(stored.pack).put_question(stored.question, stored.number)
        return Retired(stored.number, was_retired=True)


def _each(
    desks: Desks, numbers: Sequence[int], report: Report, words: str, *, is_change: bool = True
) -> Iterable[StoredQuestion]:
    """The questions with these numbers, as they are when their turn comes.

    For a change the desks of their packs are opened first: edits by hand come in with that.
    """
    opened: set[int] = set()
    for start in range(0, len(numbers), BATCH):
        report(start, len(numbers), words)
        batch = numbers[start : start + BATCH]
        found = desks.questions.get(batch)
        packs = {each.pack for each in found.values()} - opened
        if is_change and packs:
            for pack in sorted(packs):
                desks.of(pack)
            opened |= packs
            found = desks.questions.get(batch)
        yield from (found[number] for number in batch if number in found)
    report(len(numbers), len(numbers), words)


def _finished(desks: Desks, steps: Sequence[Step]) -> list[Step]:
    """The steps with the revisions that they made: these are there when the desks finish."""
    desks.finish()
    made = desks.questions.get([step.number for step in steps if not isinstance(step, Retired)])
    return [
        step
        if isinstance(step, Retired)
        else msgspec.structs.replace(step, revision=made[step.number].revision)
        for step in steps
    ]


def _is_last(step: Step, stored: StoredQuestion) -> bool:
    """Whether nothing has changed the question since."""
    if isinstance(step, Retired):
        return True
    is_there = isinstance(step, Revised) or stored.pack == step.target
    return is_there and stored.revision == step.revision and stored.retired_at is None


def _undone_words(undone: int, left: int) -> str:
    words = tr_n("{n} question as before.", "{n} questions as before.", undone)
    if not left:
        return words
    rest = tr_n(
        "{n} question was changed since and stays as it is.",
        "{n} questions were changed since and stay as they are.",
        left,
    )
    return f"{words} {rest}"
