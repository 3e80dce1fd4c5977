"""What of a pack's facts is to be seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.facts import FACT_KINDS
from quizapp.services.authoring_values import FactsView, FactView
from quizapp.translation import tr
from quizapp.ui.widgets.fields import ChoiceField, TextField
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.words import topic_icon
from quizapp.values.folding import fold
from quizapp.values.topics import topic_word


class FactFilter(QWidget):
    """Words, a section, kinds, and whether a question asks for it. Of kinds none means all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_quiet = False
        self.search = TextField(tr("Search the facts"))
        self.search.editor.setClearButtonEnabled(True)
        self._section: ChoiceField[str] = ChoiceField(tr("Section"), [("", tr("All sections"))])
        self._kinds = {kind: FilterChip(topic_word(kind), topic_icon(kind)) for kind in FACT_KINDS}
        self._unasked = FilterChip(tr("Not asked yet"), "circle-help")
        self._lay_out()
        self.search.text_changed.connect(self._on_changed)
        self._section.chosen.connect(self._on_changed)
        for chip in (*self._kinds.values(), self._unasked):
            chip.toggled.connect(self._on_changed)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(2 * GRID)
        fields.addWidget(self.search, 3, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self._section, 2, Qt.AlignmentFlag.AlignTop)
        chips = QWidget()
        chips.setAccessibleName(tr("Kinds of fact"))
        flow = FlowLayout(chips)
        for chip in (*self._kinds.values(), self._unasked):
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(fields)
        column.addWidget(chips)

    def show_view(self, view: FactsView) -> None:
        """Count on the chips what they let through, and offer the sections; the choice stays."""
        for kind, chip in self._kinds.items():
            count = sum(each.kind == kind for each in view.facts)
            chip.set_count(count)
            chip.setVisible(count > 0)
        self._unasked.set_count(view.unasked)
        chosen = self._section.value()
        sections = [(each.id, each.title) for each in view.manifest.sections]
        self._section.set_choices([("", tr("All sections")), *sections])
        self._section.set_value(chosen)
        self._section.setVisible(len(sections) > 1)

    @property
    def is_filtering(self) -> bool:
        """Whether something may be left out."""
        chips = (*self._kinds.values(), self._unasked)
        return bool(
            self.search.text().strip()
            or self._section.value()
            or any(chip.isChecked() for chip in chips)
        )

    def clear(self) -> None:
        """Let everything through."""
        self._is_quiet = True
        self.search.set_text("")
        self._section.set_value("")
        for chip in (*self._kinds.values(), self._unasked):
            chip.setChecked(False)
        self._is_quiet = False
        self.changed.emit()

    def matching(self, facts: tuple[FactView, ...]) -> list[FactView]:
        """The facts that are let through, in their order."""
        words = fold(self.search.text()).split()
        kinds = {kind for kind, chip in self._kinds.items() if chip.isChecked()}
        section = self._section.value()
        only_unasked = self._unasked.isChecked()
        return [
            view
            for view in facts
            if (not kinds or view.kind in kinds)
            and (not section or view.fact.section == section)
            and not (only_unasked and view.questions)
            and all(word in _text(view) for word in words)
        ]

    def _on_changed(self) -> None:
        if not self._is_quiet:
            self.changed.emit()


def _text(view: FactView) -> str:
    names = " ".join(getattr(view.fact, "other_names", ()))
    return fold(f"{view.value} {names} {view.fact.statement} {view.fact.id}")
