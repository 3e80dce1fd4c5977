"""Any facts, questions and manifests, with the texts that YAML would most like to misread."""

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from quizapp.questions import QUESTION_TYPES

NASTY = (
    *("yes", "No", "on", "null", "~", "true", "1992-04-10", "1992", "12:30", "1e5", "0x1f"),
    *(".inf", "1_000", "-5", "+3", "- a", "? b", "a: b", "a:b", "a #b", "#a", "a:", ": a", "&a"),
    *("*a", "!a", "{a}", "[a", "a]", "@a", "`a`", "%a", "|", ">", "|-", "a, b", "'a'", '"a"'),
    *("\\n", "\\", "---", " a", "a ", "a  b", "\ta", "a\tb", "a\nb", "a\n", "\na", "a\n\nb\n"),
    *("a\n b", "a\n\n", " \n a", "# a\nb", "a\n# b", "a\n...\nb", "\ufeffa", "a\ufeff", "\xa0a"),
    *("\u200fשלום\u200f", "👩‍🚀 🇰🇿", "word " * 40 + "end", "x" * 300, "a  " * 60, "# " * 90),
    *("é: " * 60, "long\nlines " * 30, "<<", "", "12 000", "25% of", "8,500 people", "“a”"),
    *(
        "2001-12-14 21:59:43",
        "¿qué?",
        "a?",
        "e.g. {{1}}",
        "=",
        "... a",
        "a\n\tb",
        "(a) b",
        "a.\n\n",
    ),
)
ALPHABET = st.characters(
    codec="utf-8",
    categories=("L", "M", "N", "P", "S", "Z", "Cf"),
    include_characters="\t\n:#-{}[]'\"",
    exclude_characters="\u2028\u2029\x85\r",
)
TEXTS = st.sampled_from(NASTY) | st.text(ALPHABET, max_size=30)
NAMES = TEXTS.filter(lambda name: name != "<<")
FLOATS = st.floats(allow_nan=False, allow_infinity=False)


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of field, sound or not."""
    simple = {
        str: TEXTS,
        bool: st.booleans(),
        int: st.integers(-(10**15), 10**15),
        float: FLOATS,
        type(None): st.none(),
    }
    if kind in simple:
        return simple[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in {Union, UnionType}:
        return st.one_of(*map(values_of, inner))
    if origin is dict:
        return st.dictionaries(
            NAMES.filter(lambda name: name != "<<"), values_of(inner[1]), max_size=3
        )
    if origin is tuple and inner[-1] is ...:
        return st.lists(values_of(inner[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(values_of, inner))
    return structs(kind)


def structs(kind: Any) -> st.SearchStrategy[Any]:
    """Structs of a type; fields that have a default are often left to it."""
    fields = msgspec.structs.fields(kind)
    required = {field.name: values_of(field.type) for field in fields if field.required}
    optional = {field.name: values_of(field.type) for field in fields if not field.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda made: kind(**made))


QUESTIONS = st.sampled_from([*QUESTION_TYPES.values()]).flatmap(structs)
SOUND_FIELDS = {"id": "q", "stem": "S", "facts": ["f"], "difficulty": 3, "points": 2}
"""The fields that a schema says more about than their types."""
