"""A fact to be written or changed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.facts import FACT_KINDS, FactKind
from quizapp.packs import Manifest
from quizapp.services.authoring_values import FactView
from quizapp.translation import tr
from quizapp.ui.widgets.area_field import AreaField
from quizapp.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.date_field import DateField
from quizapp.ui.widgets.fact_values import AnyValueFields, value_fields
from quizapp.ui.widgets.fact_words import fact_choices, kind_word
from quizapp.ui.widgets.fields import ChoiceField, TextField
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.headings import QuietText, SectionTitle
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.pick_list import PickList
from quizapp.ui.widgets.problem_list import Fields, ProblemList, say_at_fields
from quizapp.ui.widgets.segmented_control import SegmentedControl
from quizapp.ui.widgets.tab_order import order_tabs
from quizapp.values.slugs import free_name, slug

if TYPE_CHECKING:
    from quizapp.formats.native.entries import FieldProblem

Entry = dict[str, Any]

PAUSE_BEFORE_CHECK = 250
"""Milliseconds without a key, after which what is written is checked."""
WORDS_OF_ID = 5


class FactForm(Card):
    """Takes and gives an entry as files hold it; `check_requested` asks what is wrong with it.

    What is still empty is told only once saving was tried.
    """

    check_requested = Signal()
    save_requested = Signal()
    cancel_requested = Signal()
    section_requested = Signal()
    """The pack has no section that fits; one is to be added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=3 * GRID)
        self._old_id: str | None = None
        self._taken: set[str] = set()
        self._began_with: Entry = {}
        self._is_save_tried = False
        self._is_saving = False
        self._is_id_own = False
        self._values: dict[FactKind, AnyValueFields] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_BEFORE_CHECK)
        self._pause.timeout.connect(self.check_requested)
        self._make_fields()
        self._lay_out()
        self._connect()

    def _make_fields(self) -> None:
        self._title = SectionTitle()
        self._kind: SegmentedControl[FactKind] = SegmentedControl(
            tr("Kind of fact"), [(kind, kind_word(kind)) for kind in FACT_KINDS]
        )
        self._statement = AreaField(
            tr("Statement"), tr("What the article says, in your own words: one full sentence.")
        )
        self._section: ChoiceField[str] = ChoiceField(tr("Section"), [])
        self._new_section = QuietButton(tr("Add a section"), "plus")
        where = tr("The works that the article cites for it.")
        self._references = PickList(tr("References"), tr("Add a reference…"), where)
        as_of = tr("Where it can change: when it was so.")
        self._as_of = DateField(tr("As of"), as_of)
        who = tr("Where the article only reports a claim: whose it is.")
        self._attributed = TextField(tr("Claim of"), who)
        self._about = PickList(tr("About"), tr("Add a fact…"), tr("Other facts that it speaks of."))
        short = tr("Questions know the fact by this name. It cannot be changed later.")
        self._id = TextField(tr("Short name"), short)
        self._problems = ProblemList()
        self._save = PrimaryButton(tr("Save fact"), "save")
        self._cancel = Button(tr("Cancel"))

    def _lay_out(self) -> None:
        self.body.setSpacing(2 * GRID)
        self._value_place = QVBoxLayout()
        section = QVBoxLayout()
        section.setSpacing(GRID // 2)
        section.addWidget(self._section)
        self._no_section = QuietText(tr("This pack has no sections yet: add one first."))
        section.addWidget(self._no_section)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self._save, self._cancel):
            flow.addWidget(button)
        add_section = QHBoxLayout()
        add_section.addWidget(self._new_section)
        add_section.addStretch(1)
        section.addLayout(add_section)
        self.body.addWidget(self._title)
        self.body.addWidget(self._kind)
        self.body.addLayout(self._value_place)
        self.body.addWidget(self._statement)
        self.body.addLayout(section)
        for part in (self._references, self._as_of, self._attributed, self._about, self._id):
            self.body.addWidget(part)
        self.body.addWidget(self._problems)
        self.body.addWidget(buttons)

    def _connect(self) -> None:
        self._kind.chosen.connect(self._on_kind)
        self._statement.text_changed.connect(self._on_changed)
        self._section.chosen.connect(self._on_changed)
        self._attributed.text_changed.connect(self._on_changed)
        self._id.editor.textEdited.connect(self._on_id_edited)
        for part in (self._references, self._as_of, self._about):
            part.changed.connect(self._on_changed)
        self._new_section.clicked.connect(self.section_requested)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.cancel_requested)

    # What is shown

    def begin(
        self, entry: Mapping[str, Any] | None, manifest: Manifest, facts: Sequence[FactView]
    ) -> None:
        """Begin with a fact as files hold it, or without one with a new fact."""
        self._old_id = str(entry["id"]) if entry else None
        self.set_choices(manifest, facts)
        shown = dict(entry) if entry else {}
        kind: FactKind = shown.get("kind", FACT_KINDS[0])
        self._title.set_text(tr("Change a fact") if entry else tr("New fact"))
        self._kind.set_value(kind)
        self._kind.setVisible(entry is None)
        self._show_kind(kind)
        for fields in self._values.values():
            fields.set_entry(shown)
        self._statement.set_text(str(shown.get("statement", "")))
        self._section.set_value(shown.get("section", self._section.value()))
        self._references.set_value(shown.get("references", ()))
        self._as_of.set_value(str(shown.get("as_of", "")))
        self._attributed.set_text(str(shown.get("attributed_to", "")))
        self._about.set_value(shown.get("about", ()))
        self._id.set_text(str(shown.get("id", "")))
        self._id.setVisible(entry is None)
        self._is_id_own = entry is not None
        self._problems.show_problems(())
        self._pause.stop()
        self._began_with = self.entry()

    def set_choices(self, manifest: Manifest, facts: Sequence[FactView]) -> None:
        """The sections, references and other facts there are; what is chosen stays."""
        chosen = self._section.value()
        sections = [(each.id, each.title) for each in manifest.sections]
        self._section.set_choices(sections)
        self._section.set_value(chosen)
        self._section.setVisible(bool(sections))
        self._no_section.setVisible(not sections)
        self._references.set_choices([(each.id, each.text) for each in manifest.references])
        self._references.setVisible(bool(manifest.references))
        self._about.set_choices(fact_choices(facts, self._old_id or ""))
        self._about.setVisible(bool(facts))
        self._taken = {view.fact.id for view in facts}

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        self._values[self._kind.value()].setFocus()

    # What is given

    @property
    def old_id(self) -> str:
        """The id of the fact that is changed; "" for a new one."""
        return self._old_id or ""

    @property
    def is_changed(self) -> bool:
        """Whether there is something that would be lost."""
        return self.entry() != self._began_with

    def entry(self) -> Entry:
        """The fact as files hold it; what is empty is left out."""
        kind = self._kind.value()
        entry: Entry = {
            "id": self._old_id or self._id.text().strip(),
            "kind": kind,
            **self._values[kind].entry(),
            "statement": self._statement.text().strip(),
            "section": self._section.value() or "",
            "references": self._references.value(),
            "as_of": self._as_of.value(),
            "attributed_to": self._attributed.text().strip(),
            "about": self._about.value(),
        }
        return {name: value for name, value in entry.items() if value not in ("", [])}

    def show_problems(self, problems: "Sequence[FieldProblem]") -> None:
        """Say what is wrong, each at its field."""
        entry = self.entry()
        told = [
            each if _is_filled(each, entry) else _empty(each)
            for each in problems
            if _is_filled(each, entry) or (self._is_save_tried and not self._is_made(each))
        ]
        gives_focus, self._is_saving = self._is_saving, False
        self._problems.show_problems(say_at_fields(told, self._fields(), gives_focus=gives_focus))

    def _is_made(self, problem: "FieldProblem") -> bool:
        """Whether it is about the id, which is made from what is still to be written."""
        return problem.field == "id" and not self._is_id_own

    def _fields(self) -> Fields:
        return {
            **self._values[self._kind.value()].fields(),
            "statement": self._statement,
            "references": self._references,
            "as_of": self._as_of,
            "attributed_to": self._attributed,
            "about": self._about,
            "id": self._id,
        }

    def _show_kind(self, kind: FactKind) -> None:
        if kind not in self._values:
            made = value_fields(kind)
            made.changed.connect(self._on_changed)
            self._values[kind] = made
            self._value_place.addWidget(made)
        for name, fields in self._values.items():
            fields.setVisible(name == kind)
        order_tabs(self)

    def _on_kind(self, kind: FactKind) -> None:
        self._show_kind(kind)
        self._on_changed()

    def _on_id_edited(self, text: str) -> None:
        self._is_id_own = bool(text.strip())
        self._on_changed()

    def _on_changed(self) -> None:
        if not self._is_id_own:
            self._id.set_text(self._made_id())
        self._pause.start()

    def _made_id(self) -> str:
        """A short name that is free, made from the name or from the statement."""
        name = self._values[self._kind.value()].entry().get("name", "")
        words = str(name or self._statement.text()).split()[:WORDS_OF_ID]
        return free_name(slug(" ".join(words), self._kind.value()), self._taken) if words else ""

    def _on_save(self) -> None:
        self._is_save_tried = self._is_saving = True
        self._pause.stop()
        self.save_requested.emit()


def _is_filled(problem: "FieldProblem", entry: Entry) -> bool:
    """Whether something stands where the problem is; what concerns the whole fact always is."""
    return not problem.field or problem.field.partition("[")[0] in entry


def _empty(problem: "FieldProblem") -> "FieldProblem":
    """The same in the words for a field that is empty: a form has no fields that are missing."""
    words = tr("This is empty. Write it.")
    return msgspec.structs.replace(problem, message=words, remedy="")
