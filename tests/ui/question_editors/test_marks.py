import pytest

from quizapp.ui.question_editors.parts.marks import (
    Selected,
    image_mark,
    linked,
    toggled,
    toggled_list,
)


def selected(marked: str) -> Selected:
    """The selection is between two bars; one bar is a cursor."""
    first, _, rest = marked.partition("|")
    inside, _, last = rest.rpartition("|") if "|" in rest else ("", "", rest)
    return Selected(first + inside + last, len(first), len(first + inside))


def shown(selection: Selected) -> str:
    text, start, end = selection
    middle = f"|{text[start:end]}|" if end > start else "|"
    return text[:start] + middle + text[end:]


@pytest.mark.parametrize(
    ("mark", "before", "after"),
    [
        ("**", "In |which| year", "In **|which|** year"),
        ("**", "In **|which|** year", "In |which| year"),
        ("**", "In |**which**| year", "In |which| year"),
        ("**", "In *|which|* year", "In ***|which|*** year"),
        ("*", "In ***|which|*** year", "In **|which|** year"),
        ("*", "In **|which|** year", "In ***|which|*** year"),
        ("*", "In| which |year", "In *|which|* year"),
        ("`", "x|", "x`|`"),
        ("`", "|H2O|", "`|H2O|`"),
        ("**", "|", "**|**"),
        ("**", "**|**", "|"),
    ],
)
def test_a_mark_is_put_around_and_taken_away(mark: str, before: str, after: str) -> None:
    assert shown(toggled(selected(before), mark)) == after


@pytest.mark.parametrize("mark", ["**", "*", "`"])
@pytest.mark.parametrize("text", ["|words|", "a |b c| d", "|*|", "|**|", "|`|", "", "* |x|"])
def test_a_mark_twice_is_no_mark(mark: str, text: str) -> None:
    begun = selected(text if "|" in text else "|")
    assert toggled(toggled(begun, mark), mark).text == begun.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("on|e", "- on|e"),
        ("- on|e", "on|e"),
        ("|one\ntwo|", "|- one\n- two|"),
        ("|- one\n- two|", "|one\ntwo|"),
        ("|one\n\ntwo|", "|- one\n\n- two|"),
        ("Which?\n|one|", "Which?\n\n|- one|"),
        ("Which?\n\non|e", "Which?\n\n- on|e"),
        ("- one\ntw|o", "- one\n- tw|o"),
        ("|", "- |"),
    ],
)
def test_lines_are_made_a_list_and_back(before: str, after: str) -> None:
    assert shown(toggled_list(selected(before))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("see |here|", "see [here](|https://|)"),
        ("see |", "see [|](https://)"),
        ("|https://example.org|", "[|](https://example.org)"),
    ],
)
def test_a_link_asks_for_what_is_missing(before: str, after: str) -> None:
    assert shown(linked(selected(before))) == after


def test_a_description_cannot_end_its_mark() -> None:
    assert image_mark("a ] b\n[c]", "media/x.png") == "![a \\] b \\[c\\]](media/x.png)"
