"""What all types of question share, and the words that their modules speak to the rest.

Each type is one module with two frozen values, the question and its answer. A question offers:

* `problems()`: what its author has to mend, empty for a sound question;
* `layout(seed)`: the order in which its lists are shown;
* `grade(answer)`: pure, for any answer of its type, whatever indices or text it holds;
* `key_text()` and `answer_text(answer)`: the right and a given answer in words;
* `prompt(layout)`, `how()` and `read_answer(text, layout)`: asking and answering in plain text;
* `shown_parts(layout)`: its lists as they are shown, for programs that answer it;
* `search_text()`: its words, for search.

Answers name options, items and gaps by their place in the author's list, counted from 0. That is
safe because a question in the bank never changes: an edited question is a new revision.
"""

import random
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from quizapp.errors import AnswerUnreadableError
from quizapp.translation import tr, tr_n
from quizapp.values.topics import Topic

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MAX_STEM_LENGTH = 4_000
MAX_CHOICES = len(LETTERS)


class Record(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A value that packs hold: immutable, no unknown fields, defaults not written."""


class Feedback(Record, frozen=True, kw_only=True):
    """What the author says to every learner whose answer came out so."""

    right: str = ""
    partly: str = ""
    wrong: str = ""


class Question(Record, frozen=True, kw_only=True, tag_field="type"):
    """The fields that every type has. Texts are Markdown without HTML."""

    id: str
    stem: str
    topic: Topic
    facts: tuple[str, ...]
    difficulty: int = 2
    tags: tuple[str, ...] = ()
    points: float = 1
    hints: tuple[str, ...] = ()
    explanation: str = ""
    feedback: Feedback = Feedback()
    as_of: str = ""

    def how(self) -> str:
        """What to type at a terminal."""
        return tr("Type your answer.")

    def shown_parts(self, layout: "Layout") -> dict[str, object]:
        """The lists in the order shown, each entry with its letter or number."""
        del layout
        return {}


class Answer(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """What a learner gave; the subclass of the question's type."""


class Problem(msgspec.Struct, frozen=True):
    """Something an author has to mend: where in the item, what is wrong, how to mend it."""

    field: str
    message: str
    remedy: str


class Verdict(StrEnum):
    """What a score comes to in one word; PENDING where somebody has yet to judge."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    PENDING = "pending"


class PartResult(msgspec.Struct, frozen=True, kw_only=True):
    """One gap, pair, option or place of an answer. `score` is 0…1."""

    label: str
    given: str
    expected: str
    score: float


class Grade(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an answer is worth, 0…1, and what its author says to it, most particular first.

    While `is_pending` the score is 0 and means nothing: the answer has yet to be judged.
    """

    score: float
    parts: tuple[PartResult, ...] = ()
    feedback: tuple[str, ...] = ()
    is_pending: bool = False

    @property
    def verdict(self) -> Verdict:
        """Right, partly right or wrong, or none of them yet."""
        if self.is_pending:
            return Verdict.PENDING
        if self.score >= 1:
            return Verdict.RIGHT
        return Verdict.PARTLY if self.score > 0 else Verdict.WRONG


Layout = tuple[tuple[int, ...], ...]
"""For each list that a question shows, the authored places in the order shown."""


def make_grade(
    question: Question,
    score: float,
    *,
    parts: Sequence[PartResult] = (),
    feedback: Sequence[str] = (),
) -> Grade:
    """A grade with `score` held to 0…1 and the question's general feedback added."""
    # Shares such as 3 × 1/3 must come out as 1, not as 0.9999999999999999.
    grade = Grade(score=round(min(max(score, 0.0), 1.0), 9), parts=tuple(parts))
    general = getattr(question.feedback, grade.verdict.value)
    said = [text for text in (*feedback, general) if text]
    return msgspec.structs.replace(grade, feedback=tuple(dict.fromkeys(said)))


def pending_grade(*, parts: Sequence[PartResult] = (), feedback: Sequence[str] = ()) -> Grade:
    """The grade of an answer that somebody has yet to judge."""
    return Grade(score=0, parts=tuple(parts), feedback=tuple(feedback), is_pending=True)


def shuffled(count: int, rng: random.Random) -> tuple[int, ...]:
    """0…count-1 in random order.

    Uses `random()` alone, the one method whose sequence Python promises to keep between versions,
    so that a stored seed gives the same order for good.
    """
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        other = int(rng.random() * (last + 1))
        order[last], order[other] = order[other], order[last]
    return tuple(order)


def letter(position: int) -> str:
    """The letter of the option shown at `position`."""
    return LETTERS[position]


def lettered(texts: Sequence[str]) -> tuple[str, ...]:
    """Lines "a) …", "b) …"."""
    return tuple(f"{letter(position)}) {text}" for position, text in enumerate(texts))


def lettered_parts(texts: Sequence[str]) -> list[dict[str, str]]:
    """The same, for programs."""
    return [{"letter": letter(place), "text": text} for place, text in enumerate(texts)]


def read_letter(text: str, count: int) -> int:
    """The position that a letter, or a number from 1, names; else `AnswerUnreadableError`."""
    name = text.strip().strip(").").casefold()
    if len(name) == 1 and name in LETTERS[:count]:
        return LETTERS.index(name)
    if name.isascii() and name.isdigit() and len(name) <= 2 and 1 <= int(name) <= count:
        return int(name) - 1
    raise AnswerUnreadableError(
        tr("“{text}” is not one of the options.").format(text=text.strip()[:40]),
        tr("Type a letter from {first} to {last}.").format(first="a", last=letter(count - 1)),
    )


def read_letters(text: str, count: int, separator: str) -> tuple[int, ...]:
    """The positions that letters with `separator` between them name, each once."""
    positions = tuple(read_letter(part, count) for part in text.split(separator) if part.strip())
    if not positions or len(set(positions)) < len(positions):
        raise AnswerUnreadableError(
            tr("Each letter can stand only once, and one at least is needed."),
            tr("Type letters with “{separator}” between them.").format(separator=separator),
        )
    return positions


def text_problems(field: str, text: str, limit: int = MAX_STEM_LENGTH) -> Iterator[Problem]:
    """What is wrong with a text that must be there and stay below `limit` characters."""
    if not text.strip():
        yield Problem(field, tr("This text is empty."), tr("Write it."))
    elif len(text) > limit:
        yield Problem(
            field,
            tr("This text has {n:,} characters.").format(n=len(text)),
            tr("Keep it to {n:,}.").format(n=limit),
        )


def count_problems(field: str, count: int, least: int, most: int) -> Iterator[Problem]:
    """What is wrong with the length of a list."""
    if not least <= count <= most:
        yield Problem(
            field,
            tr_n("There is {n} entry.", "There are {n} entries.", count),
            tr("Give {least} to {most}.").format(least=least, most=most),
        )


def repeated_problems(field: str, texts: Sequence[str]) -> Iterator[Problem]:
    """Entries of a list that say the same as an earlier one."""
    seen: dict[str, int] = {}
    for place, text in enumerate(texts):
        first = seen.setdefault(" ".join(text.casefold().split()), place)
        if first != place:
            yield Problem(
                f"{field}[{place}]",
                tr("“{text}” stands here twice.").format(text=text),
                tr("Change one of them, or leave it out."),
            )


def share_problems(field: str, share: float) -> Iterator[Problem]:
    """What is wrong with a credit that must lie in 0…1."""
    if not 0 <= share <= 1:
        yield Problem(
            field,
            tr("The credit {share} is not between 0 and 1.").format(share=share),
            tr("Give a number from 0 to 1."),
        )


def common_problems(question: Question) -> Iterator[Problem]:
    """What is wrong with the fields that every type has."""
    yield from text_problems("stem", question.stem)
    if not question.facts:
        yield Problem(
            "facts",
            tr("The question names no fact."),
            tr("Name the fact it asks for, so that a wrong answer can be met with the evidence."),
        )
    if not 1 <= question.difficulty <= 5:
        yield Problem(
            "difficulty",
            tr("The difficulty is {n}.").format(n=question.difficulty),
            tr("Give 1 (easy) to 5 (hard)."),
        )
    if not 0 < question.points <= 100:
        yield Problem(
            "points",
            tr("The question is worth {n} points.").format(n=question.points),
            tr("Give more than 0 and at most 100."),
        )
    for place, hint in enumerate(question.hints):
        yield from text_problems(f"hints[{place}]", hint)
