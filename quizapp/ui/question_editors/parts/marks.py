"""Markdown marks, put around a selection and taken away again."""

import re
from typing import NamedTuple

_ITEM = re.compile(r"^(\s*)[-*+] ")
ADDRESS = "https://"


class Selected(NamedTuple):
    """A text with a selection: from `start` to `end`, a mere cursor where they are the same."""

    text: str
    start: int
    end: int


def toggled(selected: Selected, mark: str) -> Selected:
    """With `mark` ("**", "*", "`") around the selection, or without it where it is there."""
    text, start, end = _trimmed(selected)
    before, inside, after = text[:start], text[start:end], text[end:]
    if _ends_with(before, mark) and _begins_with(after, mark):
        size = len(mark)
        return Selected(before[:-size] + inside + after[size:], start - size, end - size)
    if len(inside) > 2 * len(mark) and _begins_with(inside, mark) and _ends_with(inside, mark):
        bare = inside[len(mark) : -len(mark)]
        return Selected(before + bare + after, start, start + len(bare))
    size = len(mark)
    return Selected(before + mark + inside + mark + after, start + size, end + size)


def toggled_list(selected: Selected) -> Selected:
    """With the lines of the selection as items of a list, or as plain lines where they are that."""
    text, start, end = selected
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", max(end, start))
    last = len(text) if last < 0 else last
    lines = text[first:last].split("\n")
    if any(map(_ITEM.match, lines)) and all(_ITEM.match(line) or not line for line in lines):
        made, gap = [_ITEM.sub(r"\1", line) for line in lines], ""
    else:
        made = [f"- {line}" if line or len(lines) == 1 else line for line in lines]
        gap = _gap_after(text[:first])
    begin = first + len(gap)
    block = "\n".join(made)
    whole = text[:first] + gap + block + text[last:]
    if start == end:
        place = max(start + len(gap) + len(made[0]) - len(lines[0]), begin)
        return Selected(whole, place, place)
    return Selected(whole, begin, begin + len(block))


def _gap_after(before: str) -> str:
    """A list needs an empty line between it and the paragraph before."""
    has_paragraph = bool(before.strip()) and not before.endswith("\n\n")
    last_line = before.rstrip("\n").rpartition("\n")[2]
    return "\n" if has_paragraph and not _ITEM.match(last_line) else ""


def linked(selected: Selected) -> Selected:
    """With the selection as words of a link; the address, to be written, is selected."""
    text, start, end = _trimmed(selected)
    words = text[start:end]
    if words.startswith(("http://", "https://")):
        made = f"[]({words})"
        return Selected(text[:start] + made + text[end:], start + 1, start + 1)
    made = f"[{words}]({ADDRESS})"
    place = start + len(words) + 3
    if not words:
        return Selected(text[:start] + made + text[end:], start + 1, start + 1)
    return Selected(text[:start] + made + text[end:], place, place + len(ADDRESS))


def image_mark(alt: str, name: str) -> str:
    """The mark that shows the image `name` of the pack."""
    safe = " ".join(alt.split()).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"![{safe}]({name})"


def _trimmed(selected: Selected) -> Selected:
    """Without the white space at the ends of the selection, where marks would mean nothing."""
    text, start, end = selected
    inside = text[start:end]
    if not inside.strip():
        return Selected(text, start, start) if not inside else selected
    start += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    return Selected(text, start, end)


def _ends_with(text: str, mark: str) -> bool:
    return _is_mark(len(text) - len(text.rstrip(mark[0])), mark)


def _begins_with(text: str, mark: str) -> bool:
    return _is_mark(len(text) - len(text.lstrip(mark[0])), mark)


def _is_mark(run: int, mark: str) -> bool:
    """Whether so many of a mark's character in a row hold the mark: three are bold and italic."""
    return run in {len(mark), 3} if mark[0] == "*" else run >= len(mark)
