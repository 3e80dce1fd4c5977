"""Plain values as YAML, written as authors write it: readable, and never misread.

Quotation marks stand only where they are needed, also by the rules of other programs that read
YAML ("yes", "1992-04-10", "12:30"). Long texts are folded, texts of several lines stand as blocks.
"""

import re
from collections.abc import Iterable
from typing import Any

WIDTH = 110
_INDENT = 2
_KEYWORDS = frozenset(("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"))
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*", re.ASCII)
_BEGIN = r"(?:[^\W\d_]|[“‘«(]|\d[\d.%]* [^\W\d_])"
_PLAIN = re.compile(_BEGIN + r"(?:[^\s:#]|:(?=[^\s])|(?<=[^\s])#| (?=[^\s#]))*")
"""Text that a line can hold as it is."""
_PLAIN_IN_BRACKETS = re.compile(_BEGIN + r"(?:[^\s:#,\[\]{}?'\"]| (?=[^\s]))*")
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r", "\0": r"\0"}
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')


def list_text(entries: Iterable[dict[str, Any]]) -> str:
    """A file that lists `entries`, with an empty line between them."""
    texts = ["\n".join(entry_lines(entry)) + "\n" for entry in entries]
    return "\n".join(texts) or "[]\n"


def fields_text(entry: dict[str, Any]) -> str:
    """A file that holds the fields of `entry`."""
    return "\n".join(_block_lines(entry, 0)) + "\n"


def entry_lines(entry: dict[str, Any], indent: int = 0) -> list[str]:
    """An entry of a list, the hyphen at `indent`."""
    return _with_hyphen(_block_lines(entry, indent + _INDENT), indent)


def field_lines(name: str, value: Any, indent: int = 0) -> list[str]:  # noqa: ANN401
    """A field of a block, its name at `indent`."""
    return _headed(" " * indent + _name(name) + ":", value, indent)


def _block_lines(fields: dict[str, Any], indent: int) -> list[str]:
    return [line for name, value in fields.items() for line in field_lines(name, value, indent)]


def _item_lines(value: Any, indent: int) -> list[str]:  # noqa: ANN401
    """One entry of a list."""
    fits = _fits_in_brackets(value, indent + _INDENT)
    if isinstance(value, dict) and not fits:
        return _with_hyphen(_block_lines(value, indent + _INDENT), indent)
    if isinstance(value, list) and not fits:
        inner = [line for each in value for line in _item_lines(each, indent + _INDENT)]
        return _with_hyphen(inner, indent)
    return _headed(" " * indent + "-", value, indent)


def _with_hyphen(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + "- " + lines[0][indent + _INDENT :], *lines[1:]]


def _headed(head: str, value: Any, indent: int) -> list[str]:  # noqa: ANN401
    """`value` behind `head` where it fits, else in lines below it."""
    if isinstance(value, str):
        return _text_lines(head, value, indent)
    is_list_of_fields = isinstance(value, list) and any(isinstance(each, dict) for each in value)
    if not is_list_of_fields and _fits_in_brackets(value, len(head) + 1):
        return [f"{head} {_in_brackets(value)}"]
    if isinstance(value, dict):
        return [head, *_block_lines(value, indent + _INDENT)]
    return [head, *(line for each in value for line in _item_lines(each, indent + _INDENT))]


def _fits_in_brackets(value: Any, before: int) -> bool:  # noqa: ANN401
    """Whether `value` stands well in one line after so many characters; one without parts must."""
    if not isinstance(value, list | dict) or not value:
        return True
    return not _has_lines(value) and before + len(_in_brackets(value)) <= WIDTH


def _has_lines(value: Any) -> bool:  # noqa: ANN401
    if isinstance(value, list | dict):
        return any(map(_has_lines, value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and "\n" in value


def _in_brackets(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        fields = (f"{_name(name)}: {_in_brackets(inner)}" for name, inner in value.items())
        return "{" + ", ".join(fields) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_in_brackets, value)) + "]"
    return _in_line(value, _PLAIN_IN_BRACKETS)


def _text_lines(head: str, text: str, indent: int) -> list[str]:
    pad = " " * (indent + _INDENT)
    if _is_block(text):
        mark = "|" if text.endswith("\n") else "|-"
        lines = text.removesuffix("\n").split("\n")
        return [f"{head} {mark}", *(pad + line if line else "" for line in lines)]
    if len(head) + len(text) > WIDTH and _is_foldable(text):
        return [f"{head} >-", *(pad + line for line in _wrapped(text, WIDTH - len(pad)))]
    return [f"{head} {_in_line(text, _PLAIN)}"]


def _is_block(text: str) -> bool:
    """Whether a text of several lines reads back when they stand below each other."""
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and all(lines[place] for place in (0, -1))
        and not any(line != line.rstrip() or line.startswith("\t") for line in lines)
        and not lines[0].startswith(" ")
        and not _ESCAPED.search(re.sub(r'[\n\\"\t]', "", text))
    )


def _is_foldable(text: str) -> bool:
    """Whether a long text in one line reads back when it is broken at its spaces."""
    words = text.split(" ")
    return (
        len(words) > 1
        and all(words)
        and not re.search(r"\s", "".join(words))
        and not (_ESCAPED.search(re.sub(r'[\\"]', "", text)))
    )


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        if not lines[-1]:
            lines[-1] = word
        elif len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _name(name: str) -> str:
    is_plain = _NAME.fullmatch(name) and name.casefold() not in _KEYWORDS
    return name if is_plain else _quoted(name)


def _in_line(value: Any, plain: re.Pattern[str]) -> str:  # noqa: ANN401
    if isinstance(value, str):
        is_plain = (
            plain.fullmatch(value)
            and value.casefold() not in _KEYWORDS
            and not _ESCAPED.search(re.sub(r'[\\"]', "", value))
        )
        return value if is_plain else _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, float):
        return _float(value)
    return str(value)


def _float(value: float) -> str:
    text = repr(value)
    return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(text, text)


def _quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _ESCAPES.get(found[0]) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
