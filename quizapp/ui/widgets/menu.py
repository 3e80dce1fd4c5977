"""A menu with room for a finger, its entries with an icon and words."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.ui.icons import icon
from quizapp.ui.theme import TextRole, colours_of, scaled, text_font
from quizapp.ui.widgets.painting import is_rtl

ICON = 20

# As with tables: on this one kind of widget a style sheet is cheap. The lit entry keeps the colour
# of its text, so that its icon is seen on every ground.
_STYLE = """
QMenu {{ background: palette(base); border: 1px solid palette(dark); padding: 4px; }}
QMenu::item {{ color: palette(text); padding: {pad}px 24px; border: 1px solid transparent;
    border-radius: 6px; }}
QMenu::item:selected {{ background: palette(midlight); border-color: palette(highlight); }}
QMenu::item:disabled {{ color: palette(placeholder-text); }}
QMenu::icon {{ padding: 0 8px; }}
QMenu::separator {{ height: 1px; background: palette(mid); margin: 4px 8px; }}
"""


class Menu(QMenu):
    """Made when it is opened, so that its icons have the present colours."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(text_font(TextRole.BODY))
        self.setStyleSheet(_STYLE.format(pad=scaled(9)))
        self.setToolTipsVisible(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add_entry(
        self, words: str, deed: Callable[[], object], icon_name: str = "", *, key: str = ""
    ) -> QAction:
        """An entry that does `deed`; `key` is only shown, the page has it."""
        shown = words.replace("&", "&&")
        action = self.addAction(f"{shown}\t{key}" if key else shown)
        if icon_name:
            colour = colours_of(self.palette()).text
            action.setIcon(icon(icon_name, colour, scaled(ICON)))
        action.triggered.connect(lambda: deed())
        return action

    def open_below(self, anchor: QWidget) -> None:
        """Show it below a button, in line with where it begins."""
        corner = anchor.rect().bottomLeft()
        if is_rtl(anchor):
            corner = QPoint(anchor.width() - self.sizeHint().width(), corner.y())
        self.popup(anchor.mapToGlobal(corner + QPoint(0, 4)))
