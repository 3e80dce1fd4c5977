"""The library: finding, choosing, and what can be done with what was found."""

from array import array
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.catalogue import Flag, Order
from quizapp.questions import QUESTION_TYPES
from quizapp.services.authoring_values import Change, DraftView
from quizapp.ui import messages
from quizapp.ui.models.question_cells import Column
from quizapp.ui.pages.library_page import LibraryPage
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.checks_list import ChecksList
from quizapp.ui.widgets.filter_button import FilterButton
from quizapp.ui.widgets.pack_list import PackList
from quizapp.ui.widgets.questions_table import QuestionsTable
from quizapp.ui.widgets.search_field import SearchField, SearchHelp
from quizapp.ui.widgets.tags_sheet import TagsSheet
from tests.samples import NOW
from tests.ui.library import PACKS, Desk

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
DRAFT = DraftView(
    draft=8,
    pack=1,
    pack_title=PACKS[0].title,
    question=None,
    stem="When was the second lamp",
    type="date",
    saved_at=NOW,
)
Opened = Callable[..., Desk]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Opens the page in a window, with a desk that answers it."""

    def open_page(count: int = 40, width: int = 1180, **more: Any) -> Desk:
        page = LibraryPage()
        qtbot.addWidget(page)
        page.resize(width, 700)
        desk = Desk(page, count, **more)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.entered()
        return desk

    return open_page


@pytest.fixture
def desk(opened: Opened) -> Desk:
    return opened()


def table_of(desk: Desk) -> QuestionsTable:
    return desk.page.findChildren(QuestionsTable)[0]


def search_of(desk: Desk) -> SearchField:
    return desk.page.findChildren(SearchField)[0]


def visible(desk: Desk, kind: type[QWidget]) -> list[Any]:
    return [each for each in desk.page.findChildren(kind) if each.isVisible()]


def button(desk: Desk, words: str) -> QPushButton:
    QApplication.processEvents()  # what has just been put into a layout is shown by then
    buttons: list[QPushButton] = visible(desk, QPushButton)
    named = [each for each in buttons if words in each.accessibleName()]
    return named[0] if named else next(each for each in buttons if words in each.text())


def press(desk: Desk, words: str) -> None:
    QTest.mouseClick(button(desk, words), LEFT)


def texts(desk: Desk) -> list[str]:
    QApplication.processEvents()
    return [each.accessibleName() for each in visible(desk, QLabel)]


def click_row(desk: Desk, row: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    table = table_of(desk)
    at = table.visualRect(table.rows.index(row, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, keys, at)


def choose_in_menu(words: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction() is None or words not in menu.activeAction().text():
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def menu_words() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [each.text() for each in menu.actions() if not each.isSeparator()]


def close_menu() -> None:
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def told(signal: Any) -> list[tuple[Any, ...]]:
    calls: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: calls.append(values))
    return calls


# Finding


def test_it_shows_all_questions_of_all_packs(desk: Desk) -> None:
    assert table_of(desk).rows.rowCount() == 40
    assert "40 questions" in texts(desk)
    assert "372 questions · 150 facts · 3 retired" in texts(desk)
    assert not table_of(desk).isColumnHidden(Column.PACK)


def test_typing_searches_once_after_a_pause(qtbot: QtBot, desk: Desk) -> None:
    before = len(desk.finds)
    QTest.keyClicks(search_of(desk).editor, "lamp")
    assert len(desk.finds) == before
    qtbot.waitUntil(lambda: len(desk.finds) > before)
    assert [each.text for each in desk.finds[before:]] == ["lamp"]
    assert table_of(desk).rows.rowCount() == 20


def test_answers_to_an_older_search_are_dropped(opened: Opened) -> None:
    desk = opened()
    old, older_find = desk.page.generation, desk.finds[-1]
    desk.page.choose_pack(1)
    shown = table_of(desk).rows.rowCount()
    desk.answer(older_find, old)
    desk.page.show_rows(old, 0, [])
    assert table_of(desk).rows.rowCount() == shown


def test_esc_and_the_button_clear_the_search(qtbot: QtBot, desk: Desk) -> None:
    editor = search_of(desk).editor
    QTest.keyClicks(editor, "lamp")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == ""
    QTest.keyClicks(editor, "lamp")
    press(desk, "Clear the search")
    assert editor.text() == ""
    assert editor.hasFocus()


def test_ctrl_f_goes_to_the_search_and_down_to_what_was_found(desk: Desk) -> None:
    table_of(desk).setFocus()
    QTest.keyClick(table_of(desk), Qt.Key.Key_F, CTRL)
    assert search_of(desk).editor.hasFocus()
    QTest.keyClick(search_of(desk).editor, Qt.Key.Key_Down)
    assert table_of(desk).hasFocus()
    assert table_of(desk).selected_count() == 1


def test_the_ways_to_search_are_explained(desk: Desk) -> None:
    press(desk, "What can be searched for")
    (shown,) = desk.page.findChildren(SearchHelp)
    said = " ".join(label.text() for label in shown.findChildren(QLabel))
    for example in ("tag:", "type:", "topic:", "pack:", '"first lit"', "-tower"):
        assert example in said
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_filter_is_chosen_by_keys_and_says_what(desk: Desk) -> None:
    chip = next(each for each in visible(desk, FilterButton) if each.text() == "Topic")
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    focused = popup.findChildren(ChecksList)[0].focusProxy()
    assert focused is not None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(focused, key)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert list(desk.finds[-1].topics) == ["date", "figure"]
    assert chip.accessibleName() == "Topic: Dates, Figures"
    press(desk, "Clear all")
    assert list(desk.finds[-1].topics) == []
    assert chip.accessibleName() == "Topic: all"
    assert not any(each.text() == "Clear all" for each in visible(desk, QPushButton))


def test_tags_are_those_of_the_pack(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.page.tags_requested) as asked:
        desk.page.choose_pack(1)
    assert asked.args == [(1,)]
    press(desk, "Tag: all")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    (ticks,) = popup.findChildren(ChecksList)
    assert [each.words for each in ticks.choices.choices][:2] == ["coast", "history"]
    ticks._on_ticked(1)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert desk.finds[-1].tags == ("history",)


# Packs


def test_a_pack_is_chosen_by_keys(desk: Desk) -> None:
    packs = desk.page.findChildren(PackList)[0]
    packs.setFocus()
    QTest.keyClick(packs, Qt.Key.Key_Down)
    assert list(desk.finds[-1].packs) == [1]
    assert "The lighthouse of Aldsand" in texts(desk)
    assert "Version 1.0.0 · 12 questions · 6 facts" in texts(desk)
    assert table_of(desk).isColumnHidden(Column.PACK)
    QTest.keyClick(packs, Qt.Key.Key_Up)
    assert list(desk.finds[-1].packs) == []


def test_a_pack_leads_to_its_parts(desk: Desk) -> None:
    page = desk.page
    page.choose_pack(2)
    for words, signal in (
        ("Facts and sources", page.facts_requested),
        ("Timeline", page.timeline_requested),
        ("Details", page.details_requested),
        ("Export…", page.export_pack_requested),
    ):
        calls = told(signal)
        press(desk, words)
        assert calls == [(2,)]


def test_a_new_question_has_one_of_all_types(desk: Desk) -> None:
    calls = told(desk.page.new_question_requested)
    desk.page.choose_pack(1)
    press(desk, "New question")
    assert len(menu_words()) == len(QUESTION_TYPES)
    choose_in_menu("Matching")
    assert calls == [(1, "matching")]
    QTest.keyClick(table_of(desk), Qt.Key.Key_N, CTRL)
    choose_in_menu("True or false")
    assert calls[-1] == (1, "true_false")


def test_a_bundled_pack_can_only_be_copied(desk: Desk) -> None:
    calls = told(desk.page.copy_pack_requested)
    desk.page.choose_pack(3)
    assert not any(each.text() == "New question" for each in visible(desk, QPushButton))
    press(desk, "Make a copy to change")
    assert calls == [(3,)]
    click_row(desk, 0)
    QApplication.processEvents()
    assert not any(each.text() == "Retire" for each in visible(desk, QPushButton))
    retired = told(desk.page.retire_requested)
    QTest.keyClick(table_of(desk), Qt.Key.Key_Delete)
    assert retired == []
    copies = told(desk.page.duplicate_requested)
    press(desk, "Duplicate")
    choose_in_menu("Aldsand")
    assert copies[0][1] == 1


def test_drafts_are_found_again(desk: Desk) -> None:
    calls = told(desk.page.draft_requested)
    desk.page.show_drafts((DRAFT,))
    press(desk, "1 draft")
    choose_in_menu("When was the second lamp")
    assert calls == [(8,)]
    desk.page.choose_pack(2)
    assert not any("draft" in each.text() for each in visible(desk, QPushButton))


def test_packs_come_in_and_are_begun(desk: Desk) -> None:
    made, brought = told(desk.page.new_pack_requested), told(desk.page.import_requested)
    press(desk, "New pack")
    press(desk, "Import…")
    assert (made, brought) == ([()], [()])


def test_a_pack_that_is_gone_is_no_longer_chosen(desk: Desk) -> None:
    desk.page.choose_pack(2)
    desk.page.show_packs(PACKS[:1])
    assert "All packs" in texts(desk)


# Order


def test_headings_sort_there_and_back(desk: Desk) -> None:
    table = table_of(desk)
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.TYPE) + 20, header.height() // 2)
    orders = []
    for _ in range(3):
        QTest.mouseClick(header.viewport(), LEFT, NO_KEY, at)
        orders.append((desk.finds[-1].order, desk.finds[-1].descending))
    assert orders == [(Order.TYPE, False), (Order.TYPE, True), (Order.ADDED, False)]
    before = len(desk.finds)
    at.setX(header.sectionViewportPosition(Column.TAGS) + 20)
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, at)
    assert len(desk.finds) == before
    assert header.sortIndicatorSection() == -1


def test_the_keyboard_sorts_too(desk: Desk) -> None:
    chip = next(each for each in visible(desk, FilterButton) if "Sort" in each.text())
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    choose_in_menu("Facility")
    assert (desk.finds[-1].order, desk.finds[-1].descending) == (Order.FACILITY, False)
    assert table_of(desk).horizontalHeader().sortIndicatorSection() == Column.FACILITY
    QTest.keyClick(chip, Qt.Key.Key_Return)
    choose_in_menu("Falling")
    assert (desk.finds[-1].order, desk.finds[-1].descending) == (Order.FACILITY, True)
    assert chip.accessibleName() == "Sort: Facility ↓"


# Selecting, and deeds


def test_enter_and_a_double_click_open_a_question(desk: Desk) -> None:
    calls = told(desk.page.question_requested)
    table = table_of(desk)
    click_row(desk, 2)
    QTest.keyClick(table, Qt.Key.Key_Return)
    at = table.visualRect(table.rows.index(4, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, NO_KEY, at)
    QTest.mouseDClick(table.viewport(), LEFT, NO_KEY, at)
    assert calls == [(3,), (5,)]


def test_shift_and_ctrl_select_several(desk: Desk) -> None:
    click_row(desk, 1)
    click_row(desk, 3, SHIFT)
    click_row(desk, 5, CTRL)
    assert list(table_of(desk).selected_numbers()) == [2, 3, 4, 6]
    QApplication.processEvents()
    assert "4 of 40 selected" in texts(desk)
    QTest.keyClick(table_of(desk), Qt.Key.Key_Down, SHIFT)
    assert 7 in table_of(desk).selected_numbers()


def test_all_hits_are_selected_without_being_loaded(opened: Opened) -> None:
    desk = opened(100_000)
    calls = told(desk.page.retire_requested)
    table = table_of(desk)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert desk.asked_rows == []
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert calls[0][0] == array("q", range(1, 100_001))


def test_all_are_selected_also_when_they_come_later(opened: Opened) -> None:
    desk = opened(500)
    numbers = desk.numbers(desk.finds[-1])
    page = desk.page
    page._found.look_for(msgspec.structs.replace(desk.finds[-1], text="other"))
    generation = page.generation
    page.show_first(generation, desk.rows(numbers[:100], desk.finds[-1]), has_more=True)
    table_of(desk).selectAll()
    page.show_numbers(generation, numbers)
    assert table_of(desk).selected_count() == 500


def test_deeds_tell_the_numbers(desk: Desk) -> None:
    page = desk.page
    page.choose_pack(1)
    click_row(desk, 0)
    click_row(desk, 1, SHIFT)
    QApplication.processEvents()
    numbers = table_of(desk).selected_numbers()
    calls = {
        name: told(getattr(page, name))
        for name in (
            "move_requested",
            "difficulty_requested",
            "duplicate_requested",
            "export_questions_requested",
            "retire_requested",
        )
    }
    press(desk, "Move to another pack")
    assert len(menu_words()) == 1  # neither where they are, nor what cannot be changed
    choose_in_menu("Rivers")
    press(desk, "Set the difficulty")
    choose_in_menu("5, hard")
    press(desk, "Duplicate")
    press(desk, "Export these questions")
    press(desk, "Retire")
    assert list(calls.values()) == [
        [(numbers, 2)],
        [(numbers, 5)],
        [(numbers, None)],
        [(numbers,)],
        [(numbers,)],
    ]


def test_tags_are_added_and_removed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = told(desk.page.tags_change_requested)

    def fill_in(sheet: TagsSheet) -> bool:
        go = next(each for each in sheet.findChildren(QPushButton) if "Change" in each.text())
        assert not go.isEnabled()
        sheet._add.set_text("harbours,  old  lamps , harbours")
        sheet._remove._on_ticked(0)
        assert go.isEnabled()
        return True

    monkeypatch.setattr(messages, "show_sheet", fill_in)
    click_row(desk, 0)
    QApplication.processEvents()
    press(desk, "Add or remove tags")
    assert calls == [(array("q", [1]), ("harbours", "old lamps"), ("coast",))]


def test_retired_questions_can_be_brought_back(desk: Desk) -> None:
    calls = told(desk.page.bring_back_requested)
    desk.page._filters._filters["flags"].set_value((Flag.RETIRED,))
    desk.page._filters._on_changed()
    click_row(desk, 0)
    QApplication.processEvents()
    retire = told(desk.page.retire_requested)
    QTest.keyClick(table_of(desk), Qt.Key.Key_Delete)
    press(desk, "Bring back")
    assert calls == [(array("q", [1]),)]
    assert retire == []


def test_the_menu_of_a_row_has_the_same_deeds(desk: Desk) -> None:
    click_row(desk, 2)
    opened_questions, retired = told(desk.page.question_requested), told(desk.page.retire_requested)
    QTest.keyClick(table_of(desk), Qt.Key.Key_Menu)
    table_of(desk).menu_requested.emit(QPoint(300, 300))
    said = " ".join(menu_words())
    for words in ("Open", "tags", "Move", "difficulty", "Duplicate", "Export", "Select all"):
        assert words in said
    choose_in_menu("Retire")
    table_of(desk).menu_requested.emit(QPoint(300, 300))
    choose_in_menu("Open")
    assert opened_questions == [(3,)]
    assert retired == [(array("q", [3]),)]


def test_what_was_done_can_be_undone(desk: Desk) -> None:
    change = Change(words="3 questions were retired.", count=3, undo=(1,))
    calls = told(desk.page.undo_requested)
    before = len(desk.finds)
    desk.page.show_change(change)
    assert "3 questions were retired." in texts(desk)
    assert len(desk.finds) == before + 1
    table_of(desk).setFocus()
    QTest.keyClick(table_of(desk), Qt.Key.Key_Z, CTRL)
    assert calls == [(change,)]
    QTest.keyClick(table_of(desk), Qt.Key.Key_Z, CTRL)
    assert len(calls) == 1
    desk.page.show_change(change)
    press(desk, "Undo")
    assert len(calls) == 2
    desk.page.show_change(msgspec.structs.replace(change, undo=()))
    assert not any(each.text() == "Undo" for each in visible(desk, QPushButton))


# Keeping one's place


def test_coming_back_finds_everything_as_it_was(qtbot: QtBot, opened: Opened) -> None:
    desk = opened(5_000)
    page, table = desk.page, table_of(desk)
    search_of(desk).set_text("lamp")
    qtbot.waitUntil(lambda: table.rows.rowCount() == 2_500)
    table.verticalScrollBar().setValue(40_000)
    row = table.rowAt(10)
    click_row(desk, row + 1)
    click_row(desk, row + 3, SHIFT)
    numbers, scroll = table.selected_numbers(), table.verticalScrollBar().value()
    page.hide()
    desk.gone = {numbers[0] - 2}  # one above was taken away meanwhile
    page.show()
    page.entered()
    assert table.rows.rowCount() == 2_499
    assert table.selected_numbers() == numbers
    assert table.verticalScrollBar().value() == scroll
    assert search_of(desk).text() == "lamp"
    assert table.current_number() == numbers[-1]


def test_what_is_selected_stays_so_in_another_order(opened: Opened) -> None:
    desk = opened(500)
    table = table_of(desk)
    click_row(desk, 1)
    click_row(desk, 2, SHIFT)
    table.sort_requested.emit(Order.CHANGED, True)
    assert table.rows.numbers[0] == 500
    assert set(table.selected_numbers()) == {2, 3}
    assert table.verticalScrollBar().value() == 0


def test_a_search_for_other_words_selects_nothing(qtbot: QtBot, desk: Desk) -> None:
    click_row(desk, 1)
    search_of(desk).set_text("lamp")
    qtbot.waitUntil(lambda: desk.finds[-1].text == "lamp")
    assert table_of(desk).selected_count() == 0


def test_after_the_retired_the_next_one_is_at_hand(desk: Desk) -> None:
    click_row(desk, 3)
    desk.gone = {4}
    desk.page.show_change(Change(words="1 question was retired.", count=1, undo=(1,)))
    assert table_of(desk).current_number() == 5
    QTest.keyClick(table_of(desk), Qt.Key.Key_Down)
    assert list(table_of(desk).selected_numbers()) == [6]


# Nothing to show


def test_an_empty_library_says_how_to_begin(opened: Opened) -> None:
    desk = opened(0, packs=())
    calls = told(desk.page.new_pack_requested)
    assert "There is no pack in this library yet." in texts(desk)
    assert not table_of(desk).isVisible()
    begin = [each for each in visible(desk, QPushButton) if each.text() == "New pack"]
    QTest.mouseClick(begin[-1], LEFT)
    assert calls


def test_only_bundled_packs_say_so(opened: Opened) -> None:
    desk = opened(packs=PACKS[2:])
    assert "There is no pack of your own yet." in texts(desk)
    desk.page.show_packs(PACKS)
    assert "There is no pack of your own yet." not in texts(desk)


def test_a_pack_without_questions_says_what_to_do(opened: Opened) -> None:
    desk = opened(0)
    calls = told(desk.page.facts_requested)
    desk.page.choose_pack(1)
    assert "There is no question in this pack yet." in texts(desk)
    button_of_empty = [b for b in visible(desk, QPushButton) if b.text() == "Facts and sources"]
    QTest.mouseClick(button_of_empty[-1], LEFT)
    assert calls == [(1,)]


def test_where_nothing_is_found_it_says_what_narrows(qtbot: QtBot, desk: Desk) -> None:
    desk.page.choose_pack(1)
    desk.page._filters._filters["topics"].set_value(("date",))
    search_of(desk).set_text("nothing")
    qtbot.waitUntil(lambda: "Nothing was found." in texts(desk))
    said = next(each for each in texts(desk) if each.startswith("Search"))
    assert said == "Search: nothing · Topic: Dates · Pack: The lighthouse of Aldsand"
    press(desk, "Look in all packs")
    assert desk.finds[-1].packs == ()
    press(desk, "Clear search and filters")
    assert (desk.finds[-1].text, desk.finds[-1].topics) == ("", ())
    assert table_of(desk).isVisible()
    assert search_of(desk).editor.hasFocus()


# Room, writing, and what is spoken


def test_in_a_narrow_window_a_box_chooses_the_pack(opened: Opened) -> None:
    desk = opened(width=700)
    assert not desk.page.findChildren(PackList)[0].isVisible()
    box = desk.page._box._choice.editor
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert desk.finds[-1].packs == (1,)
    press(desk, "New question")
    close_menu()
    desk.page.resize(1180, 700)
    QApplication.processEvents()
    assert desk.page.findChildren(PackList)[0].isVisible()
    assert not box.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_it_has_room_in_a_small_window(qapp: QApplication, opened: Opened, percent: int) -> None:
    desk = opened(width=484)
    apply_theme(qapp, "light", percent)
    desk.page.choose_pack(1)
    desk.page.show_change(Change(words="A question was retired.", count=1, undo=(1,)))
    click_row(desk, 0)
    width = 378 if percent == 100 else 484  # the rail is narrow by then
    desk.page.resize(width, 320)
    QApplication.processEvents()
    assert desk.page.minimumSizeHint().width() <= width
    assert desk.page.minimumSizeHint().height() <= 320
    assert desk.page._content.minimumSizeHint().width() <= width


def test_everything_has_a_name(desk: Desk, unnamed: Callable[[QWidget], list[str]]) -> None:
    desk.page.show_drafts((DRAFT,))
    desk.page.choose_pack(1)
    click_row(desk, 0)
    QApplication.processEvents()
    assert unnamed(desk.page) == []


def test_from_right_to_left_the_list_is_at_the_right(
    qapp: QApplication, opened: Opened, request: pytest.FixtureRequest
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    desk = opened()
    packs, table = desk.page.findChildren(PackList)[0], table_of(desk)
    assert packs.mapTo(desk.page, QPoint()).x() > table.mapTo(desk.page, QPoint()).x()
    first = table.visualRect(table.rows.index(0, Column.QUESTION))
    last = table.visualRect(table.rows.index(0, Column.CHANGED))
    assert first.left() > last.left()
    click_row(desk, 2)
    assert list(table.selected_numbers()) == [3]
    table.grab()


def test_the_keys_are_told(desk: Desk) -> None:
    assert "Ctrl+A" in [key for key, _ in desk.page.help_keys()]
