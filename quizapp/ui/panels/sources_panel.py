"""The sections of a pack's article, and the works that it cites."""

from collections import defaultdict

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.formats.native.entries import manifest_entry
from quizapp.services.authoring_values import FactsView
from quizapp.translation import tr
from quizapp.ui import messages
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.source_list import SourceList


class SourcesPanel(QWidget):
    """Its rows are made when it is first seen: there can be hundreds."""

    save_requested = Signal(object)
    """`{"sections": […], "references": […]}`, both whole, as the pack's file holds them."""
    fact_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FactsView | None = None
        self._is_stale = False
        self._sections = SourceList("section")
        self._references = SourceList("reference")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4 * GRID)
        for part in (self._sections, self._references):
            part.fact_requested.connect(self.fact_requested)
            column.addWidget(part)
        self._sections.changed.connect(self._on_sections)
        self._references.changed.connect(self._on_references)

    def show_sources(self, view: FactsView) -> None:
        """Show a pack's sources; what is being written is given up."""
        self._view = view
        self._is_stale = True
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if self._view is None or not self._is_stale:
            return
        self._is_stale = False
        view, is_locked = self._view, self._view.pack.is_locked
        by_section, by_reference = _uses(view)
        entry = manifest_entry(view.manifest)
        self._sections.show_sources(entry.get("sections", []), by_section, is_locked=is_locked)
        self._references.show_sources(
            entry.get("references", []), by_reference, is_locked=is_locked
        )

    @property
    def is_editing(self) -> bool:
        """Whether a form is open."""
        return self._sections.is_editing or self._references.is_editing

    def may_close(self, parent: QWidget) -> bool:
        """Whether the form may be closed; asks where something was written in it."""
        if not (self._sections.is_changed or self._references.is_changed):
            return True
        return messages.ask(
            parent,
            tr("Leave without saving?"),
            tr("What you have written about the source is not saved yet."),
            tr("Leave it"),
            tr("Go on writing"),
            danger=True,
        )

    def cancel(self) -> None:
        """Close the forms; what is in them is given up."""
        for part in (self._sections, self._references):
            if part.is_editing:
                part.cancel()

    def begin_section(self) -> None:
        """Open the form for a new section."""
        self._show()
        self._sections.begin_new()

    def _on_sections(self, sections: list[dict[str, str]]) -> None:
        self._save("sections", sections)

    def _on_references(self, references: list[dict[str, str]]) -> None:
        self._save("references", references)

    def _save(self, name: str, sources: list[dict[str, str]]) -> None:
        if self._view is None:
            return
        entry = manifest_entry(self._view.manifest)
        present = {each: entry.get(each, []) for each in ("sections", "references")}
        self.save_requested.emit({**present, name: sources})


def _uses(
    view: FactsView,
) -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """The facts that rest on each section, and on each reference."""
    by_section: dict[str, list[tuple[str, str]]] = defaultdict(list)
    by_reference: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in view.facts:
        told = (
            each.fact.id,
            tr("{value}: {statement}").format(value=each.value, statement=each.fact.statement),
        )
        by_section[each.fact.section].append(told)
        for reference in each.fact.references:
            by_reference[reference].append(told)
    return by_section, by_reference
