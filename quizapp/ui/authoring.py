"""The flows of those who write packs, and how one leads to another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quizapp.ui.catalogue_flow import CatalogueFlow
from quizapp.ui.editor_flow import EditorFlow
from quizapp.ui.export_flow import ExportFlow
from quizapp.ui.facts_flow import FactsFlow
from quizapp.ui.failures import Failures
from quizapp.ui.folder_flow import FolderFlow
from quizapp.ui.import_flow import ImportFlow
from quizapp.ui.judging_flow import JudgingFlow
from quizapp.ui.library_session import LibrarySession
from quizapp.ui.library_work import LibraryWork
from quizapp.ui.long_work import LongWork
from quizapp.ui.main_window import MainWindow
from quizapp.ui.pack_flow import PackFlow
from quizapp.ui.page import PagePlan

if TYPE_CHECKING:
    from quizapp.quizzes.blueprint import Blueprint


class AuthoringFlows(QObject):
    """Everything behind the library page. `start_quiz` is called for a quiz on a time line."""

    def __init__(
        self,
        window: MainWindow,
        session: LibrarySession,
        work: LibraryWork,
        failures: Failures,
        start_quiz: "Callable[[Blueprint], None]",
    ) -> None:
        super().__init__(window)
        long_work = LongWork(window, work, failures)
        self.catalogue = CatalogueFlow(window, work, long_work, failures)
        self.editor = EditorFlow(window, work, failures)
        self.facts = FactsFlow(window, work, failures)
        self.packs = PackFlow(window, work, failures)
        self.exports = ExportFlow(window, work, failures)
        self.imports = ImportFlow(window, work, failures)
        self.folders = FolderFlow(window, session, work, failures)
        self.judging = JudgingFlow(window, session, work, failures)
        self.facts.quiz_requested.connect(start_quiz)
        self._window = window
        session.opened.connect(self._on_library_opened)
        self._lead_from_the_catalogue()
        self._lead_back()

    def plans(self) -> dict[str, PagePlan]:
        flows = (
            self.catalogue, self.editor, self.facts, self.packs, self.imports, self.exports,
            self.judging,
        )  # fmt: skip
        return {name: plan for flow in flows for name, plan in flow.plans().items()}

    def _on_library_opened(self) -> None:
        """No page shows what another library holds."""
        for name in self.plans():
            self._window.forget_page(name)

    def _lead_from_the_catalogue(self) -> None:
        catalogue = self.catalogue
        catalogue.question_requested.connect(self.editor.open)
        catalogue.draft_requested.connect(self.editor.open_draft)
        catalogue.new_question_requested.connect(self.editor.begin)
        catalogue.import_requested.connect(self.imports.begin)
        catalogue.facts_requested.connect(self.facts.show_facts)
        catalogue.timeline_requested.connect(self.facts.show_timeline)
        self.facts.question_requested.connect(self.editor.open)
        self.facts.new_question_requested.connect(self.editor.begin)
        self.editor.fact_requested.connect(self.facts.show_facts)
        self.editor.copy_requested.connect(catalogue.copy_pack)
        for flow in (self.facts, self.packs):
            flow.copy_requested.connect(catalogue.copy_pack)
        catalogue.new_pack_requested.connect(self.packs.begin)
        catalogue.details_requested.connect(self.packs.show_details)
        catalogue.export_requested.connect(self.exports.begin)
        catalogue.part_export_requested.connect(self.exports.begin_part)
        catalogue.judging_requested.connect(self.judging.show)
        self.packs.created.connect(catalogue.show)
        self.packs.created.connect(self.folders.look)
        self.imports.pack_requested.connect(catalogue.show)
        self._lead_to_folders()

    def _lead_to_folders(self) -> None:
        folders = self.folders
        self.imports.in_place_requested.connect(folders.open_folder)
        folders.opened.connect(self._on_folder_opened)
        self.packs.folder_close_requested.connect(folders.close)
        folders.closed.connect(self.packs.note_closed)

    def _lead_back(self) -> None:
        for flow in (
            self.editor, self.facts, self.packs, self.imports, self.exports, self.judging,
        ):  # fmt: skip
            flow.back_requested.connect(self._to_library)
            flow.changed.connect(self.catalogue.refresh)
        self.folders.changed.connect(self.catalogue.refresh)

    def _on_folder_opened(self, pack: int) -> None:
        """Show it, unless other packs that were given wait to be looked at."""
        if not self.imports.go_on():
            self.catalogue.show(pack)

    def _to_library(self) -> None:
        self.catalogue.show()
