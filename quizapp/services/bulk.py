"""Deeds on many questions at once, each of which can be taken back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import msgspec

from quizapp.errors import QuizError
from quizapp.questions import AnyQuestion
from quizapp.services.authoring_values import Change
from quizapp.services.desks import Desks, at_desks
from quizapp.services.transfer import Transfer
from quizapp.store.database import Database
from quizapp.store.question_store import StoredQuestion
from quizapp.translation import tr, tr_n

Report = Callable[[int, int, str], None]
"""Told how many of how many are done; may raise to stop, and then nothing is done."""

MAX_TAGS = 100
BATCH = 500


class Revised(msgspec.Struct, frozen=True):
    """A question was changed; `before` is what it was."""

    number: int
    before: AnyQuestion


class Retired(msgspec.Struct, frozen=True):
    """Whether a question was retired before it was made so, or otherwise."""

    number: int
    was_retired: bool


class Moved(msgspec.Struct, frozen=True):
    """A question was taken from the pack `pack`, where it read as `before`."""

    number: int
    pack: int
    before: AnyQuestion


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
        transfers: dict[int, Transfer] = {}
        with at_desks(self._database, now) as desks:
            for each in _each(desks, numbers, report, tr("Copying questions")):
                target = each.pack if pack is None else pack
                if each.pack not in transfers:
                    transfers[each.pack] = Transfer(desks, each.pack, target)
                copy = transfers[each.pack].bring(each.question)
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
        transfers: dict[int, Transfer] = {}
        steps: list[Step] = []
        with at_desks(self._database, now) as desks:
            for each in _each(desks, numbers, report, tr("Moving questions")):
                if each.pack == pack:
                    continue
                if each.pack not in transfers:
                    transfers[each.pack] = Transfer(desks, each.pack, pack)
                moved = transfers[each.pack].bring(each.question)
                desks.move(each, pack, moved)
                steps.append(Moved(each.number, each.pack, each.question))
        done = tr_n("{n} question moved.", "{n} questions moved.", len(steps))
        return Change(words=done, count=len(steps), undo=tuple(steps))

    def undo(self, change: Change, now: datetime, report: Report = _silent) -> Change:
        """Take a deed back; what is given takes this back in turn."""
        steps: list[Step] = []
        with at_desks(self._database, now) as desks:
            total = len(change.undo)
            for done, step in enumerate(reversed(change.undo)):
                report(done, total, tr("Taking it back"))
                steps.append(self._take_back(desks, step))
        words = tr_n("{n} question as before.", "{n} questions as before.", len(steps))
        return Change(words=words, count=len(steps), undo=tuple(steps))

    def _take_back(self, desks: Desks, step: Step) -> Step:
        stored = desks.stored(step.number)
        if isinstance(step, Retired):
            return (
                self._withdraw(desks, stored) if step.was_retired else self._return(desks, stored)
            )
        if isinstance(step, Moved):
            desks.move(stored, step.pack, step.before)
            return Moved(stored.number, stored.pack, stored.question)
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
        desks.of(stored.pack).put_question(stored.question, stored.number)
        return Retired(stored.number, was_retired=True)


def _each(
    desks: Desks, numbers: Sequence[int], report: Report, words: str
) -> Iterable[StoredQuestion]:
    """The questions with these numbers, as they are when their turn comes."""
    for start in range(0, len(numbers), BATCH):
        report(start, len(numbers), words)
        batch = numbers[start : start + BATCH]
        found = desks.questions.get(batch)
        yield from (found[number] for number in batch if number in found)
    report(len(numbers), len(numbers), words)
