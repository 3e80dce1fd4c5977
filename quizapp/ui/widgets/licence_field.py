"""Under which licence a pack, or the article it is about, may be used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.fields import ChoiceField, TextField
from quizapp.ui.widgets.painting import GRID

_OWN = "own"


class LicenceField(QWidget):
    """One of the common licences, each with what it means in a line, or one of one's own."""

    changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice: ChoiceField[str] = ChoiceField(label, _choices())
        self._own = TextField(tr("Name of the licence"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._choice)
        column.addWidget(self._own)
        self._choice.chosen.connect(self._on_chosen)
        self._own.text_changed.connect(self.changed)
        self.setFocusProxy(self._choice)
        self._explain()

    def value(self) -> str:
        """The licence's name; "" for none."""
        chosen = self._choice.value()
        return self._own.text().strip() if chosen == _OWN else chosen

    def set_value(self, licence: str) -> None:
        """Show a licence, also one that is not common."""
        is_common = licence in {value for value, _ in _choices()}
        self._choice.set_value(licence if is_common else _OWN)
        self._own.set_text("" if is_common else licence)
        self._explain()

    def _explain(self) -> None:
        chosen = self._choice.value()
        self._choice.set_help(_meaning(chosen))
        self._own.setVisible(chosen == _OWN)

    def _on_chosen(self) -> None:
        self._explain()
        if self._choice.value() == _OWN:
            self._own.setFocus()
        self.changed.emit()


def _choices() -> list[tuple[str, str]]:
    return [
        ("", tr("None named")),
        ("CC-BY-SA-4.0", "CC BY-SA 4.0"),
        ("CC-BY-4.0", "CC BY 4.0"),
        ("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0"),
        ("CC0-1.0", "CC0 1.0"),
        (_OWN, tr("Another one…")),
    ]


def _meaning(licence: str) -> str:
    """What others may do, in a line."""
    meanings = {
        "": tr("Nobody may share it without asking."),
        "CC-BY-SA-4.0": tr(
            "Anyone may share and change it under the same licence, naming its authors."
        ),
        "CC-BY-4.0": tr("Anyone may share and change it, naming its authors."),
        "CC-BY-NC-SA-4.0": tr("As CC BY-SA, but nobody may take money for it."),
        "CC0-1.0": tr("Anyone may do anything with it."),
        _OWN: tr("Write its short name, as CC-BY-3.0."),
    }
    return meanings.get(licence, "")
