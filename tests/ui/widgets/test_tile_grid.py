"""Tiles in a row, and in two where there is no room."""

from PySide6.QtWidgets import QApplication

from quizapp.ui.theme import apply_theme
from quizapp.ui.widgets.stat_tile import StatTile
from quizapp.ui.widgets.tile_grid import TileGrid
from tests.ui.conftest import Place

NUMBERS = ("13", "130", "37 minutes", "86%")


def test_tiles_break_where_they_must_and_come_back(qapp: QApplication, place: Place) -> None:
    tiles = [StatTile(number, "mean of the last five") for number in NUMBERS]
    grid = TileGrid(tiles)
    window = place(grid, width=900)
    assert grid.columns == 4
    assert len({tile.y() for tile in tiles}) == 1
    assert max(tile.width() for tile in tiles) - min(tile.width() for tile in tiles) <= 1
    apply_theme(qapp, "light", 200)
    window.resize(620, 900)
    qapp.processEvents()
    assert grid.columns == 2
    assert grid.width() == 620
    assert [(tile.x() > 0, tile.y() > 0) for tile in tiles] == [
        (False, False), (True, False), (False, True), (True, True)
    ]  # fmt: skip
    window.resize(1200, 900)
    qapp.processEvents()
    assert grid.columns == 4
