"""What every form does, whatever it asks for."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from quizapp.formats.native.entries import FieldProblem, question_entry
from quizapp.questions import QUESTION_TYPES, AnyQuestion, type_name
from quizapp.ui.question_editors.parts.rows import ListEditor
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.disclosure import Disclosure
from quizapp.ui.widgets.remark import RemarkLine
from quizapp.ui.widgets.small_button import RowIconButton
from quizapp.ui.widgets.text_area import TextArea
from tests.samples import sample_questions
from tests.ui.question_editors.conftest import UNDO_KEYS, Show, Shown, focused, png, write

TYPES = pytest.mark.parametrize("kind", QUESTION_TYPES)
QUESTIONS = pytest.mark.parametrize("question", sample_questions(), ids=type_name)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STRANGE: list[Any] = [None, True, 7, 1.5, "words", "", [], {}, [None], ["x", 3, {}], {"text": 5}]


def entry_of(question: AnyQuestion) -> dict[str, Any]:
    return dict(question_entry(question))


def open_all(widget: QWidget) -> None:
    for disclosure in widget.findChildren(Disclosure):
        disclosure.set_open(True)


def writable(shown: Shown) -> list[QWidget]:
    """The fields to type into that are on the screen."""
    fields: list[QWidget] = [
        *shown.form.findChildren(TextArea),
        *shown.form.findChildren(QLineEdit),
    ]
    return [each for each in fields if each.isVisible() and not each.property("readOnly")]


def said(shown: Shown) -> list[str]:
    return [line.words for line in shown.form.findChildren(RemarkLine) if not line.isHidden()]


def problem(field: str, severity: Any = "error") -> FieldProblem:
    return FieldProblem(
        field=field, message="Something is wrong.", remedy="Mend it.", severity=severity
    )


@QUESTIONS
def test_a_question_is_shown_and_stays_as_it_is(show: Show, question: AnyQuestion) -> None:
    entry = entry_of(question)
    shown = show(type_name(question), entry)
    assert shown.entry == entry
    assert shown.edited == []
    assert shown.errors() == []


@QUESTIONS
def test_what_a_form_does_not_know_is_kept(show: Show, question: AnyQuestion) -> None:
    entry = {**entry_of(question), "from_a_newer_version": [1, {"a": None}]}
    shown = show(type_name(question), entry)
    shown.form.focus_path("stem")
    write("!")
    assert shown.edited == ["stem"]
    assert shown.entry == {**entry, "stem": entry["stem"] + "!"}


@QUESTIONS
def test_whatever_json_holds_is_shown_and_kept(show: Show, question: AnyQuestion) -> None:
    entry = entry_of(question)
    shown = show(type_name(question), entry)
    for strange in STRANGE:
        for name in list(shown.form.fields):
            half = {**entry, name: strange}
            shown.form.show_entry(half)
            assert shown.entry == half
    shown.form.show_entry(entry)
    assert shown.entry == entry
    assert shown.edited == []


@QUESTIONS
@pytest.mark.parametrize("strange", STRANGE[1:], ids=repr)
def test_strange_entries_of_lists_are_shown_and_kept(
    show: Show, question: AnyQuestion, strange: Any
) -> None:
    entry = entry_of(question)
    shown = show(type_name(question), entry)
    for name, value in entry.items():
        if isinstance(value, list):
            half = {**entry, name: [*value, strange]}
            shown.form.show_entry(half)
            assert shown.entry == half


class _Windows(QObject):
    """Knows of every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[object] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if event.type() == QEvent.Type.Show and is_window:
            self.opened.append(watched)
        return False


@QUESTIONS
def test_nothing_flashes_up_in_a_window_of_its_own(
    show: Show, qapp: QApplication, question: AnyQuestion
) -> None:
    """As a part does that is shown before it has got its place."""
    windows = _Windows()
    qapp.installEventFilter(windows)
    shown = show(type_name(question), entry_of(question))
    open_all(shown.form)
    for name, editor in shown.form.fields.items():
        shown.form.focus_path(name)
        shown.form.show_problems([problem(name)])
        if isinstance(editor, ListEditor):
            QTest.keyClick(focused(), Qt.Key.Key_Return)
    qapp.processEvents()
    qapp.removeEventFilter(windows)
    assert windows.opened == [shown.page]


@TYPES
def test_everything_has_a_name(
    show: Show, kind: str, unnamed: Callable[[QWidget], list[str]]
) -> None:
    shown = show(kind, media={"media/map.png": png()})
    open_all(shown.form)
    assert unnamed(shown.page) == []


@QUESTIONS
def test_everything_in_a_written_one_has_a_name(
    show: Show, question: AnyQuestion, unnamed: Callable[[QWidget], list[str]]
) -> None:
    shown = show(type_name(question), entry_of(question))
    open_all(shown.form)
    assert unnamed(shown.page) == []


@QUESTIONS
@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("percent", [80, 200])
def test_it_fits_at_every_size(
    show: Show,
    qapp: QApplication,
    question: AnyQuestion,
    direction: Qt.LayoutDirection,
    theme: Any,
    percent: int,
) -> None:
    """Also when text size, theme and direction change while it is on the screen."""
    shown = show(type_name(question), entry_of(question))
    open_all(shown.form)
    shown.form.show_problems([problem(name) for name in shown.form.fields])
    apply_theme(qapp, theme, percent)
    shown.page.setLayoutDirection(direction)
    qapp.processEvents()
    qapp.processEvents()
    assert shown.page.width() == 440
    assert shown.form.width() <= 440 - 2 * 24 - 14  # margins and the scroll bar of the column
    for child in shown.form.findChildren(QWidget):
        if child.isVisible() and child.window() is shown.page:
            left = child.mapTo(shown.form, child.rect().topLeft()).x()
            assert left >= 0, child
            assert left + child.width() <= shown.form.width() + 1, child
    assert not shown.page.grab().isNull()


@QUESTIONS
def test_typing_keeps_the_focus_and_tells_its_field(show: Show, question: AnyQuestion) -> None:
    shown = show(type_name(question), entry_of(question))
    open_all(shown.form)
    for field in writable(shown):
        field.setFocus()
        shown.edited.clear()
        write("7")
        assert focused() is field
        before = shown.entry
        shown.form.show_problems(shown.problems())
        assert focused() is field
        assert shown.entry == before
        assert all(path.partition("[")[0].partition(".")[0] for path in shown.edited)


@QUESTIONS
def test_undo_keys_reach_the_page_from_every_field(show: Show, question: AnyQuestion) -> None:
    shown = show(type_name(question), entry_of(question))
    open_all(shown.form)
    for field in writable(shown):
        field.setFocus()
        write("7")
        written = shown.entry
        shown.keys.clear()
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
        QTest.keyClick(field, Qt.Key.Key_Z, CTRL | SHIFT)
        QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
        assert shown.keys == list(UNDO_KEYS)
        assert shown.entry == written


@QUESTIONS
def test_undo_leaves_the_focus_where_it_is(show: Show, question: AnyQuestion) -> None:
    """The page shows the entry as it was before; the person types on."""
    entry = entry_of(question)
    shown = show(type_name(question), entry)
    open_all(shown.form)
    for field in writable(shown):
        field.setFocus()
        write("7")
        shown.form.show_entry(entry)
        assert focused() is field
        assert shown.entry == entry


@TYPES
def test_problems_stand_at_their_fields_and_go_again(show: Show, kind: str) -> None:
    shown = show(kind, {"type": kind, "stem": "?"})
    shown.form.focus_path("stem")
    for name in shown.form.fields:
        shown.form.show_problems([problem(name, "advice")])
        assert len(said(shown)) == 1, name
        assert focused() is shown.form.stem.area
    shown.form.show_problems([problem(""), problem("no_such_field[3].x")])
    assert said(shown) == ["Something is wrong. Mend it."]
    shown.form.show_problems([])
    assert said(shown) == []


@TYPES
def test_a_new_question_is_not_all_wrong(show: Show, kind: str) -> None:
    """What is missing is marked as wrong once somebody has been there, or wants to save."""
    shown = show(kind)
    shown.form.show_problems(shown.problems())
    tones = {line.tone for line in shown.form.findChildren(RemarkLine)}
    assert tones == {"quiet"}
    shown.form.focus_path("stem")
    tones = {line.tone for line in shown.form.findChildren(RemarkLine) if not line.isHidden()}
    assert tones == {"wrong"}


@TYPES
def test_every_field_can_be_led_to(show: Show, kind: str) -> None:
    shown = show(kind, {"type": kind, "stem": "?"})
    for name in shown.form.fields:
        shown.form.focus_path(name)
        assert shown.form.isAncestorOf(focused())
        assert focused().isVisible(), name


@QUESTIONS
def test_tab_goes_through_all_and_comes_back(show: Show, question: AnyQuestion) -> None:
    shown = show(type_name(question), entry_of(question))
    open_all(shown.form)
    QApplication.processEvents()
    shown.form.focus_path("stem")
    first = focused()
    seen = [first]
    for _ in range(200):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is first:
            break
        seen.append(focused())
    assert [each for each in writable(shown) if each not in seen] == []
    fields = [each for each in seen if not isinstance(each, RowIconButton)]  # beside several rows
    heights = [each.mapTo(shown.form, each.rect().topLeft()).y() for each in fields]
    assert all(after > before - 40 for before, after in pairwise(heights))
    assert len(set(map(id, seen))) == len(seen)


def test_a_type_that_nobody_knows_has_the_common_fields(show: Show) -> None:
    entry = {"type": "riddle", "stem": "What am I?", "clue": "wet"}
    shown = show("riddle", entry)
    shown.form.focus_path("stem")
    write("!")
    assert shown.entry == {"type": "riddle", "stem": "What am I?!", "clue": "wet"}


def test_a_long_form_can_be_locked(show: Show) -> None:
    question = sample_questions()[0]
    shown = show(type_name(question), entry_of(question))
    shown.form.setEnabled(False)
    for button in shown.form.findChildren(QAbstractButton):
        if button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shown.edited == []
