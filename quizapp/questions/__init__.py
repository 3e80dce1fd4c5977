"""The types of question.

A new type adds its module here, and its two classes to the two unions below.
"""

import hashlib
from collections.abc import Iterator
from typing import Any, cast, get_args

import msgspec

from quizapp.questions.base import Grade, make_grade
from quizapp.questions.cloze import Cloze, ClozeAnswer
from quizapp.questions.date import Date, DateAnswer
from quizapp.questions.essay import Essay, EssayAnswer
from quizapp.questions.hotspot import Hotspot, HotspotAnswer
from quizapp.questions.matching import Matching, MatchingAnswer
from quizapp.questions.multiple_choice import MultipleChoice, MultipleChoiceAnswer
from quizapp.questions.numeric import Numeric, NumericAnswer
from quizapp.questions.ordering import Ordering, OrderingAnswer
from quizapp.questions.short_text import ShortText, ShortTextAnswer
from quizapp.questions.single_choice import SingleChoice, SingleChoiceAnswer
from quizapp.questions.true_false import TrueFalse, TrueFalseAnswer
from quizapp.values.images import image_names

__all__ = [
    "QUESTION_TYPES",
    "AnyAnswer",
    "AnyQuestion",
    "Cloze",
    "ClozeAnswer",
    "Date",
    "DateAnswer",
    "Essay",
    "EssayAnswer",
    "Grade",
    "Hotspot",
    "HotspotAnswer",
    "Matching",
    "MatchingAnswer",
    "MultipleChoice",
    "MultipleChoiceAnswer",
    "Numeric",
    "NumericAnswer",
    "Ordering",
    "OrderingAnswer",
    "ShortText",
    "ShortTextAnswer",
    "SingleChoice",
    "SingleChoiceAnswer",
    "TrueFalse",
    "TrueFalseAnswer",
    "answer_text",
    "content_hash",
    "decode_answer",
    "decode_question",
    "encode_question",
    "grade",
    "media_names",
    "type_name",
]

AnyQuestion = (
    SingleChoice
    | MultipleChoice
    | TrueFalse
    | ShortText
    | Numeric
    | Date
    | Ordering
    | Matching
    | Cloze
    | Hotspot
    | Essay
)
AnyAnswer = (
    SingleChoiceAnswer
    | MultipleChoiceAnswer
    | TrueFalseAnswer
    | ShortTextAnswer
    | NumericAnswer
    | DateAnswer
    | OrderingAnswer
    | MatchingAnswer
    | ClozeAnswer
    | HotspotAnswer
    | EssayAnswer
)

_question_decoder: msgspec.json.Decoder[AnyQuestion] = msgspec.json.Decoder(AnyQuestion)
_answer_decoder: msgspec.json.Decoder[AnyAnswer] = msgspec.json.Decoder(AnyAnswer)


def type_name(value: AnyQuestion | AnyAnswer) -> str:
    """The name of a question's or an answer's type: "single_choice"."""
    return str(value.__struct_config__.tag)


QUESTION_TYPES: dict[str, type[AnyQuestion]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyQuestion)
}
"""Every type by its name, in the order of the design."""


def grade(question: AnyQuestion, answer: AnyAnswer) -> Grade:
    """What `answer` is worth. Pure; an answer to another type of question is worth nothing."""
    if type_name(question) != type_name(answer):
        return make_grade(question, 0)
    graded: Grade = cast("Any", question).grade(answer)
    return graded


def answer_text(question: AnyQuestion, answer: AnyAnswer) -> str:
    """`answer` in words; "" where it answers another type of question."""
    if type_name(question) != type_name(answer):
        return ""
    text: str = cast("Any", question).answer_text(answer)
    return text


def encode_question(question: AnyQuestion) -> bytes:
    """`question` as JSON, the same bytes for equal questions."""
    return msgspec.json.encode(question)


def decode_question(data: bytes | str) -> AnyQuestion:
    """The question in `data`; `msgspec.ValidationError` where there is none."""
    return _question_decoder.decode(data)


def decode_answer(data: bytes | str) -> AnyAnswer:
    """The answer in `data`; `msgspec.ValidationError` where there is none."""
    return _answer_decoder.decode(data)


def media_names(question: AnyQuestion) -> tuple[str, ...]:
    """What every image in its texts and fields is called, each once.

    Texts may name what no pack can hold, such as an address.
    """
    names = [question.image] if isinstance(question, Hotspot) else []
    # Few questions have images: looking for their marks is much quicker than looking at each text.
    if b"![" in encode_question(question):
        for text in _texts(msgspec.to_builtins(question)):
            names += image_names(text)
    return tuple(dict.fromkeys(filter(None, names)))


def _texts(value: object) -> Iterator[str]:
    """All texts within plain lists and dicts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def content_hash(encoded: bytes) -> bytes:
    """16 bytes that name a revision: equal for equal encoded questions, for nothing else."""
    return hashlib.blake2b(encoded, digest_size=16).digest()
