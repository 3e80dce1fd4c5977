"""Things to tick."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from quizapp.ui.models.checks_model import ChecksModel, Choice

TAGS = [Choice(tag, tag, note="3") for tag in ("coast", "history", "lamps")]


def model() -> ChecksModel:
    made = ChecksModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_choices(TAGS)
    return made


def test_ticks_are_in_the_order_of_the_choices() -> None:
    checks = model()
    checks.toggle(2)
    checks.toggle(0)
    assert list(checks.chosen) == ["coast", "lamps"]
    checks.toggle(2)
    assert list(checks.chosen) == ["coast"]
    ticked = Qt.CheckState(checks.index(0, 0).data(Qt.ItemDataRole.CheckStateRole))
    assert ticked == Qt.CheckState.Checked
    assert checks.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "coast, 3"


def test_what_is_hidden_stays_ticked() -> None:
    checks = model()
    checks.toggle(0)
    checks.set_filter("  LAM ")
    assert [checks.index(row, 0).data() for row in range(checks.rowCount())] == ["lamps"]
    checks.toggle(0)
    checks.set_filter("")
    assert checks.chosen == ("coast", "lamps")


def test_what_is_no_choice_any_more_stays_ticked() -> None:
    checks = model()
    checks.set_chosen(("lamps", "coast"))
    checks.set_choices(TAGS[:2])
    assert checks.chosen == ("coast", "lamps")
