"""Facts and sources: what is told, found, opened, written and taken away."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.formats.native.entries import EntryContext, check_fact_entry, fact_entry
from quizapp.services.authoring_values import FactsView
from quizapp.ui import messages
from quizapp.ui.pages.facts_page import FactsPage
from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.bar import Bar
from quizapp.ui.widgets.fact_form import FactForm
from quizapp.ui.widgets.fact_row import FactRow
from quizapp.ui.widgets.row_button import RowButton
from quizapp.ui.widgets.source_form import SourceForm
from tests.ui.pack_samples import BUNDLED, FACTS, MANIFEST, facts_view, many_facts


@pytest.fixture
def page(qtbot: QtBot) -> FactsPage:
    """The page with six facts, shown."""
    made = FactsPage()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_facts(facts_view())
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """What the person will answer; each question takes one."""
    given: list[bool] = []
    monkeypatch.setattr(messages, "ask", lambda *_, **__: given.pop(0))
    yield given
    assert given == []


def rows(page: FactsPage) -> list[FactRow]:
    QApplication.processEvents()  # what was made just now is shown
    return [row for row in page.findChildren(FactRow) if row.isVisible()]


def values(page: FactsPage) -> list[str]:
    return [row.view.value for row in rows(page)]


def texts(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible()]


def button(page: QWidget, words: str) -> QAbstractButton:
    """The button in sight that says `words`, or is called so."""
    QApplication.processEvents()
    shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
    exact = [each for each in shown if words in (each.text(), each.accessibleName())]
    return next(iter(exact)) if exact else next(each for each in shown if words in each.text())


def press(page: QWidget, words: str) -> None:
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def row(page: FactsPage, value: str) -> FactRow:
    return next(each for each in rows(page) if each.view.value == value)


def open_row(page: FactsPage, value: str) -> None:
    QTest.mouseClick(row(page, value), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def field(page: QWidget, name: str) -> QWidget:
    """The editor with this name."""
    QApplication.processEvents()
    return next(
        each
        for each in page.findChildren(QWidget)
        if each.isVisible()
        and each.accessibleName() == name
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    )


def form(page: FactsPage) -> FactForm:
    return page.findChildren(FactForm)[-1]


def write(page: QWidget, name: str, text: str) -> None:
    editor = field(page, name)
    editor.setFocus()
    QTest.keyClicks(editor, text)


def test_the_coverage_is_told_in_numbers(page: FactsPage) -> None:
    assert "3 of 6 facts are asked for" in texts(page)
    assert [bar.accessibleName() for bar in page.findChildren(Bar)] == [
        "Dates: 2 of 2",
        "Figures: 1 of 1",
        "Institutions: 0 of 1",
        "People: 0 of 1",
        "Places: 0 of 1",
    ]


def test_a_row_tells_what_it_is(page: FactsPage) -> None:
    assert rows(page)[2].accessibleName() == (
        "Figure, about 34.5 m, The tower is about 34.5 metres high., The lamp · 1 question"
    )
    assert rows(page)[3].accessibleName().endswith("History · not asked yet")


def test_facts_are_found_by_words_kind_and_what_is_not_asked(page: FactsPage) -> None:
    write(page, "Search the facts", "harbour")
    assert values(page) == ["1867", "Aldsand Harbour Board"]
    assert "2 of 6 facts" in texts(page)
    press(page, "Institutions")
    assert values(page) == ["Aldsand Harbour Board"]
    press(page, "Show all facts")
    assert len(rows(page)) == 6
    press(page, "Not asked yet")
    assert values(page) == ["Aldsand Harbour Board", "Ada Marsh", "Aldsand"]
    QTest.keyClick(field(page, "Section"), Qt.Key.Key_End)
    assert values(page) == ["Aldsand"]


def test_no_match_says_so(page: FactsPage) -> None:
    write(page, "Search the facts", "nothing like this")
    assert "No fact matches." in texts(page)
    press(page, "Show all facts")
    assert len(rows(page)) == 6


def test_a_fact_opens_in_place_with_its_questions(qtbot: QtBot, page: FactsPage) -> None:
    open_row(page, "1867")
    said = texts(page)
    assert {"Section: History", "Reference: The register of lights, 1931."} <= set(said)
    assert "About: Aldsand Harbour Board" in said
    first, second = [each for each in page.findChildren(RowButton) if each.isVisible()]
    assert first.accessibleName() == (
        "Typed dates, In which year was the lighthouse of Aldsand built?"
    )
    with qtbot.waitSignal(page.question_requested) as asked:
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert asked.args == [12]
    open_row(page, "1867")
    assert "Section: History" not in texts(page)


def test_what_only_one_kind_has_is_told_too(page: FactsPage) -> None:
    open_row(page, "about 34.5 m")
    assert {
        "Counts: the height of the tower",
        "As of April 2009",
        "Claim of the harbour board",
    } <= set(texts(page))
    open_row(page, "Ada Marsh")
    assert "Role: first keeper" in texts(page)
    assert "Counts: the height of the tower" not in texts(page)


def test_an_opened_fact_is_scrolled_into_sight(qtbot: QtBot, page: FactsPage) -> None:
    page.resize(1000, 500)
    page.open_fact("aldsand")
    details = button(page, "Remove fact")
    column = page._column.viewport()
    qtbot.waitUntil(
        lambda: details.mapTo(column, details.rect().bottomLeft()).y() < column.height()
    )


def test_a_fact_can_be_asked_for_before_the_facts_have_come(qtbot: QtBot) -> None:
    page = FactsPage()
    qtbot.addWidget(page)
    page.open_fact("keeper")
    page.show()
    page.show_facts(facts_view())
    assert row(page, "Ada Marsh").isChecked()


def test_keys_go_along_the_rows_and_open_them(page: FactsPage) -> None:
    first = rows(page)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert rows(page)[1].hasFocus()
    QTest.keyClick(rows(page)[1], Qt.Key.Key_Return)
    assert rows(page)[1].isChecked()
    QTest.keyClick(rows(page)[1], Qt.Key.Key_End)
    assert rows(page)[-1].hasFocus()


def test_a_question_is_begun_for_a_fact(qtbot: QtBot, page: FactsPage) -> None:
    open_row(page, "about 34.5 m")
    with qtbot.waitSignal(page.new_question_requested) as asked:
        press(page, "Write question")
    assert asked.args == ["height", "numeric"]


def test_what_is_open_stays_open_when_the_facts_come_anew(page: FactsPage) -> None:
    open_row(page, "1867")
    page.show_facts(facts_view())
    assert row(page, "1867").isChecked()
    assert "Section: History" in texts(page)


# Writing


def test_a_new_date_is_written(qtbot: QtBot, page: FactsPage) -> None:
    press(page, "New fact")
    write(page, "Date", "april 1871")
    assert "Read as April 1871." in texts(page)
    write(page, "Statement", "The lamp was changed in April 1871.")
    with qtbot.waitSignal(page.save_requested) as asked:
        press(page, "Save fact")
    assert asked.args == [
        {
            "id": "the-lamp-was-changed-in",
            "kind": "date",
            "date": "1871-04",
            "statement": "The lamp was changed in April 1871.",
            "section": "history",
        },
        "",
    ]
    page.fact_saved("the-lamp-was-changed-in")
    assert not page._facts.is_editing


def test_a_date_that_can_be_two_says_so(page: FactsPage) -> None:
    press(page, "New fact")
    write(page, "Date", "4/10/1871")
    said = " ".join(texts(page))
    assert "Read as 4 October 1871." in said
    assert "If you mean 10 April 1871" in said


def test_a_new_figure_is_written(qtbot: QtBot, page: FactsPage) -> None:
    press(page, "New fact")
    press(page, "Figure")
    write(page, "Number", "8.5 thousand")
    assert "Read as 8,500." in texts(page)
    write(page, "What it counts", "lamps")
    QTest.keyClick(field(page, "How exactly"), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.save_requested) as asked:
        press(page, "Save fact")
    assert asked.args is not None
    entry: dict[str, Any] = asked.args[0]
    assert (entry["number"], entry["counts"], entry["qualifier"]) == (8500, "lamps", "about")
    assert "unit" not in entry


def test_a_unit_typed_with_the_number_is_taken(page: FactsPage) -> None:
    press(page, "New fact")
    press(page, "Figure")
    write(page, "Number", "25%")
    entry = form(page).entry()
    assert (entry["number"], entry["unit"]) == (25, "%")


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_comes_out_of_the_form_as_it_went_in(page: FactsPage, fact: Any) -> None:
    page.open_fact(fact.id)
    press(page, "Change fact")
    assert form(page).entry() == fact_entry(fact)
    assert not form(page).is_changed


def check(page: FactsPage) -> None:
    """Say what is wrong with what is written, as the program does."""
    context = EntryContext(manifest=MANIFEST, facts={}, media=(), taken_ids=())
    page.show_problems(check_fact_entry(form(page).entry(), context).problems)


def test_what_is_wrong_is_said_at_the_field(qtbot: QtBot, page: FactsPage) -> None:
    press(page, "New fact")
    with qtbot.waitSignal(page.check_requested):
        write(page, "Date", "some day")
    check(page)
    date = field(page, "Date")
    assert "some day" in date.accessibleDescription()
    assert "This is empty. Write it." not in texts(page)
    press(page, "Save fact")
    check(page)
    assert field(page, "Statement").accessibleDescription() == "This is empty. Write it."


def test_what_was_written_is_not_lost_without_asking(page: FactsPage, answers: list[bool]) -> None:
    press(page, "New fact")
    assert page.may_leave()
    write(page, "Statement", "Half a sen")
    answers.append(False)
    assert not page.may_leave()
    answers.append(False)
    QTest.keyClick(field(page, "Statement"), Qt.Key.Key_Escape)
    assert page._facts.is_editing
    answers.append(True)
    QTest.keyClick(field(page, "Statement"), Qt.Key.Key_Escape)
    assert not page._facts.is_editing


def test_a_fact_is_changed_and_its_id_stays(qtbot: QtBot, page: FactsPage) -> None:
    open_row(page, "Ada Marsh")
    press(page, "Change fact")
    write(page, "Name", " the Elder")
    with qtbot.waitSignal(page.save_requested) as asked:
        press(page, "Save fact")
    assert asked.args is not None
    entry, old = asked.args
    assert (entry["id"], entry["name"], old) == ("keeper", "Ada Marsh the Elder", "keeper")


def test_what_is_being_written_stays_when_the_facts_come_anew(
    qtbot: QtBot, page: FactsPage
) -> None:
    open_row(page, "Ada Marsh")
    press(page, "Change fact")
    write(page, "Name", " the Elder")
    page.show_facts(facts_view())
    assert form(page).entry()["name"] == "Ada Marsh the Elder"
    qtbot.waitUntil(form(page).isVisible)
    qtbot.waitUntil(field(page, "Name").hasFocus)
    write(page, "Name", "!")
    write(page, "Search the facts", "lamp")
    assert form(page).isVisible()
    assert form(page).entry()["name"] == "Ada Marsh the Elder!"


def test_a_section_can_be_added_on_the_way(qtbot: QtBot, page: FactsPage) -> None:
    press(page, "New fact")
    write(page, "Statement", "It stands.")
    press(page, "Add a section")
    write(page, "Title of the section", "The Rocks")
    with qtbot.waitSignal(page.sources_save_requested) as asked:
        press(page, "Save section")
    assert asked.args is not None
    assert asked.args[0]["sections"][-1] == {"id": "the-rocks", "title": "The Rocks"}
    assert [each["id"] for each in asked.args[0]["references"]] == ["1", "2"]
    press(page, "Facts")
    assert form(page).entry()["statement"] == "It stands."


def test_a_fact_that_is_free_is_removed_and_can_come_back(qtbot: QtBot, page: FactsPage) -> None:
    open_row(page, "Ada Marsh")
    with qtbot.waitSignal(page.remove_requested) as asked:
        press(page, "Remove fact")
    assert asked.args == ["keeper"]
    page.show_facts(facts_view([fact for fact in FACTS if fact.id != "keeper"]))
    assert "“Ada Marsh” was removed." in texts(page)
    QApplication.processEvents()
    with qtbot.waitSignal(page.save_requested) as asked:
        press(page, "Undo")
    assert asked.args == [fact_entry(FACTS[4]), ""]


@pytest.mark.parametrize(
    ("value", "reason"),
    [("1867", "2 questions ask for it"), ("Aldsand Harbour Board", "1 other fact speaks of it")],
)
def test_a_fact_that_is_needed_is_not_removed(
    qtbot: QtBot, page: FactsPage, monkeypatch: pytest.MonkeyPatch, value: str, reason: str
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda *words: told.extend(words[1:]))
    open_row(page, value)
    with qtbot.assertNotEmitted(page.remove_requested):
        press(page, "Remove fact")
    assert reason in " ".join(told)


# Sources


def test_sources_show_the_facts_that_rest_on_them(qtbot: QtBot, page: FactsPage) -> None:
    press(page, "Sources")
    assert {"History", "[1] The register of lights, 1931."} <= set(texts(page))
    assert not button(page, "Remove: History").isEnabled()
    press(page, "2 facts")
    QApplication.processEvents()
    row_button = next(each for each in page.findChildren(RowButton) if each.isVisible())
    assert row_button.accessibleName().startswith("about 34.5 m:")
    QTest.mouseClick(row_button, Qt.MouseButton.LeftButton)
    assert row(page, "about 34.5 m").isChecked()


def test_a_reference_is_added_changed_and_removed(qtbot: QtBot, page: FactsPage) -> None:
    press(page, "Sources")
    press(page, "Add a reference")
    write(page, "Reference", "A map.")
    with qtbot.waitSignal(page.sources_save_requested) as asked:
        QTest.keyClick(field(page, "Reference"), Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0]["references"][-1] == {"id": "3", "text": "A map."}
    press(page, "Change: [3] A map.")
    write(page, "Address", "https://example.org/map")
    with qtbot.waitSignal(page.sources_save_requested) as asked:
        press(page, "Save reference")
    assert asked.args[0]["references"][-1]["address"] == "https://example.org/map"
    with qtbot.waitSignal(page.sources_save_requested) as asked:
        press(page, "Remove: [3] A map.")
    assert len(asked.args[0]["references"]) == 2
    with qtbot.waitSignal(page.sources_save_requested) as asked:
        press(page, "Undo")
    assert len(asked.args[0]["references"]) == 3


def test_a_reference_needs_a_text_and_a_mark_of_its_own(qtbot: QtBot, page: FactsPage) -> None:
    press(page, "Sources")
    press(page, "Add a reference")
    with qtbot.assertNotEmitted(page.sources_save_requested):
        press(page, "Save reference")
    assert field(page, "Reference").accessibleDescription() == "This is empty. Write it."
    write(page, "Reference", "A map.")
    mark = field(page, "Mark")
    mark.setFocus()
    QTest.keyClick(mark, Qt.Key.Key_Backspace)
    QTest.keyClicks(mark, "1")
    with qtbot.assertNotEmitted(page.sources_save_requested):
        press(page, "Save reference")
    assert "no other reference" in mark.accessibleDescription()


def test_esc_gives_up_a_source_only_after_asking(page: FactsPage, answers: list[bool]) -> None:
    press(page, "Sources")
    press(page, "Add a section")
    write(page, "Title of the section", "The Ro")
    answers.append(False)
    QTest.keyClick(field(page, "Title of the section"), Qt.Key.Key_Escape)
    assert page._sources.is_editing
    answers.append(True)
    QTest.keyClick(field(page, "Title of the section"), Qt.Key.Key_Escape)
    assert not page._sources.is_editing


# The rest


def test_a_bundled_pack_can_only_be_copied(qtbot: QtBot, page: FactsPage) -> None:
    page.show_facts(facts_view(pack=BUNDLED))
    QApplication.processEvents()
    assert "This pack comes with the program and is not changed." in texts(page)
    open_row(page, "1867")
    shown = [each.text() for each in page.findChildren(QAbstractButton) if each.isVisible()]
    assert not {"New fact", "Change fact", "Remove fact", "Write question"} & set(shown)
    with qtbot.waitSignal(page.copy_requested):
        press(page, "Make a copy")
    press(page, "Sources")
    names = [
        each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisible()
    ]
    assert not any(name.startswith(("Change:", "Remove:")) for name in names)


def test_an_empty_pack_says_what_a_fact_is(page: FactsPage) -> None:
    page.show_facts(facts_view(()))
    QApplication.processEvents()
    assert "This pack has no facts yet." in texts(page)
    press(page, "Write the first fact")
    assert form(page).isVisible()


def test_keys_search_write_and_go_back(qtbot: QtBot, page: FactsPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field(page, "Search the facts").hasFocus()
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert form(page).isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page._facts.is_editing
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_many_facts_are_made_as_they_are_scrolled_to(page: FactsPage) -> None:
    page.show_facts(facts_view(many_facts(300)))
    assert len(page.findChildren(FactRow)) < 100
    first = rows(page)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_End)
    assert rows(page)[-1].view.fact.id == "fact-299"
    assert rows(page)[-1].hasFocus()
    page.show_facts(facts_view(many_facts(300)))
    page.open_fact("fact-250")
    assert next(each for each in rows(page) if each.view.fact.id == "fact-250").isChecked()


def test_the_place_in_the_list_stays(qtbot: QtBot, page: FactsPage) -> None:
    page.show_facts(facts_view(many_facts(300)))
    bar = page._column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1500)
    bar.setValue(1500)
    page.show_facts(facts_view(many_facts(300)))
    qtbot.wait(60)
    assert bar.value() == 1500


def test_another_pack_begins_at_its_top(page: FactsPage) -> None:
    open_row(page, "1867")
    view = facts_view(many_facts(50))
    other = FactsView(pack=BUNDLED, manifest=view.manifest, facts=view.facts)
    page.show_facts(other)
    assert page._column.verticalScrollBar().value() == 0


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_room(
    qapp: QApplication,
    page: FactsPage,
    unnamed: Callable[[QWidget], list[str]],
    percent: int,
) -> None:
    apply_theme(qapp, "light", percent)
    open_row(page, "1867")
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 484
    content = page._column.widget()
    assert content is not None
    for part in ("Change fact", "Sources", "Add a reference"):
        press(page, part)
        assert unnamed(page) == []
        assert content.minimumSizeHint().width() <= 484
    assert page.findChildren(SourceForm)
