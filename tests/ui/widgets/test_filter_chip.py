from quizapp.ui.widgets.filter_chip import FilterChip
from tests.ui.conftest import Place


def test_it_keeps_its_width_when_it_is_chosen(place: Place) -> None:
    for chip in (FilterChip("3, medium"), FilterChip("Dates", "calendar")):
        place(chip)
        before, picture = chip.sizeHint(), chip.grab().toImage()
        chip.click()
        assert chip.sizeHint() == before
        assert chip.grab().toImage() != picture


def test_it_says_how_many_it_lets_through(place: Place) -> None:
    chip = FilterChip("Dates", "calendar")
    place(chip)
    assert chip.accessibleName() == "Dates"
    chip.set_count(12)
    assert chip.accessibleName() == "Dates, 12"
    chip.set_count(0)
    assert not chip.isEnabled()
