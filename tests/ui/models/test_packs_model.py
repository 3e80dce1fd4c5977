"""The list of packs: all of them first, each with its counts and its place."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from quizapp.ui.models.packs_model import PacksModel, origin_icon
from tests.ui.library import PACKS


def model() -> PacksModel:
    made = PacksModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_packs(PACKS)
    return made


def test_all_packs_come_first_and_are_added_up() -> None:
    packs = model()
    assert [packs.index(row, 0).data() for row in range(packs.rowCount())] == [
        "All packs",
        *(each.title for each in PACKS),
    ]
    assert packs.note_at(0) == "372 questions · 1 draft"
    assert packs.note_at(2) == "240 questions"


def test_a_screen_reader_hears_where_a_pack_is_written() -> None:
    packs = model()
    said = [packs.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 2, 3)]
    assert said[0] == "The lighthouse of Aldsand, 12 questions · 1 draft"
    assert said[1].endswith("Kept in the folder /home/aigul/packs/rivers")
    assert said[2].endswith("Comes with the program: it can only be copied")
    assert len({origin_icon(pack) for pack in (None, *PACKS)}) == 4


def test_other_counts_leave_the_rows_where_they_are() -> None:
    packs = model()
    resets: list[int] = []
    packs.modelReset.connect(lambda: resets.append(1))
    packs.show_packs([msgspec.structs.replace(each, questions=1) for each in PACKS])
    assert packs.note_at(0) == "3 questions · 1 draft"
    assert not resets
    packs.show_packs(PACKS[1:])
    assert resets
    assert packs.row_of(3) == 2
    assert packs.row_of(1) == 0
