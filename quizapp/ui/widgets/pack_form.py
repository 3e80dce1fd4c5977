"""What a pack says of itself, to be filled in."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.packs import FORMAT
from quizapp.translation import tr
from quizapp.ui.widgets.area_field import AreaField
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.fields import ChoiceField, TextField
from quizapp.ui.widgets.headings import QuietText, SectionTitle
from quizapp.ui.widgets.language_choices import language_choices
from quizapp.ui.widgets.licence_field import LicenceField
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.problem_list import Fields, ProblemList, say_at_fields
from quizapp.values.slugs import free_name, slug

if TYPE_CHECKING:
    from quizapp.formats.native.entries import FieldProblem

Entry = dict[str, Any]

PAUSE_BEFORE_CHECK = 250
FIRST_VERSION = "1.0.0"


class PackForm(QWidget):
    """Takes and gives the entry of a manifest; what it has no field for stays as it is.

    What is still empty is told only once saving was tried.
    """

    check_requested = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: Entry = {}
        self._taken: Collection[str] = ()
        self._is_new = True
        self._is_id_own = False
        self._is_save_tried = self._is_saving = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_BEFORE_CHECK)
        self._pause.timeout.connect(self.check_requested)
        self._make_fields()
        self._lay_out()
        self._connect()

    def _make_fields(self) -> None:
        self._title = TextField(tr("Title"), tr("What learners see in their list of packs."))
        name = tr("The library knows the pack by it, also its next versions. It never changes.")
        self._id = TextField(tr("Id"), name)
        version = tr("Raise it when you give a new version to others: 1.0.0, then 1.0.1.")
        self._version = TextField(tr("Version"), version)
        self._language: ChoiceField[str] = ChoiceField(tr("Language"), language_choices())
        about = tr("What it is about, in a sentence or two.")
        self._description = AreaField(tr("Description"), about)
        self._authors = AreaField(tr("Authors"), tr("Each on a line of its own."))
        self._licence = LicenceField(tr("Licence of the pack"))
        self._article = {
            "title": TextField(tr("Title of the article")),
            "publisher": TextField(
                tr("Publisher"), tr("Such as: Wikipedia, the free encyclopedia.")
            ),
            "address": TextField(tr("Address"), tr("Where it can be read.")),
        }
        self._article_licence = LicenceField(tr("Licence of the article"))
        self._problems = ProblemList()

    def _lay_out(self) -> None:
        pack = Card(margin=3 * GRID)
        pack.body.setSpacing(2 * GRID)
        for part in (
            self._title,
            self._id,
            self._version,
            self._language,
            self._description,
            self._authors,
            self._licence,
        ):
            pack.body.addWidget(part)
        article = Card(margin=3 * GRID)
        article.body.setSpacing(2 * GRID)
        article.body.addWidget(SectionTitle(tr("The article it asks about")))
        why = tr(
            "May stay empty. Where it is filled in, wrong answers are met with it as evidence."
        )
        article.body.addWidget(QuietText(why))
        for field in (*self._article.values(), self._article_licence):
            article.body.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for widget in (pack, article, self._problems):
            column.addWidget(widget)

    def _connect(self) -> None:
        for field in (self._title, self._version, *self._article.values()):
            field.text_changed.connect(self._on_changed)
        for area in (self._description, self._authors):
            area.text_changed.connect(self._on_changed)
        for licence in (self._licence, self._article_licence):
            licence.changed.connect(self._on_changed)
        self._language.chosen.connect(self._on_changed)
        self._id.editor.textEdited.connect(self._on_id_edited)

    # What is shown

    def begin_new(self, taken: Collection[str], language: str) -> None:
        """Begin with a new pack; `taken` are the ids of those there are."""
        self._taken = taken
        self._begin({"format": FORMAT, "version": FIRST_VERSION, "language": language}, is_new=True)

    def begin(self, entry: Mapping[str, Any]) -> None:
        """Begin with what a pack says of itself now."""
        self._begin(dict(entry), is_new=False)

    def _begin(self, entry: Entry, *, is_new: bool) -> None:
        self._base = entry
        self._is_new = is_new
        self._is_id_own = not is_new
        self._is_save_tried = self._is_saving = False
        self._title.set_text(str(entry.get("title", "")))
        self._id.set_text(str(entry.get("id", "")))
        self._id.editor.setReadOnly(not is_new)
        self._version.set_text(str(entry.get("version", "")))
        self._version.setVisible(not is_new)
        language = str(entry.get("language", ""))
        self._language.set_choices(language_choices(language))
        self._language.set_value(language)
        self._description.set_text(str(entry.get("description", "")))
        self._authors.set_lines([str(each) for each in entry.get("authors", ())])
        self._licence.set_value(str(entry.get("licence", "")))
        article: Mapping[str, Any] = entry.get("article") or {}
        for name, field in self._article.items():
            field.set_text(str(article.get(name, "")))
        self._article_licence.set_value(str(article.get("licence", "")))
        self._problems.show_problems(())
        self._pause.stop()

    def focus_first(self) -> None:
        """Give the keyboard to the title."""
        self._title.setFocus()

    def note_saving(self) -> None:
        """Saving is tried: from now on all is told that is wrong, and the first of it is shown."""
        self._is_save_tried = self._is_saving = True
        self._pause.stop()

    # What is given

    def entry(self) -> Entry:
        """The manifest as files hold it; what is empty is left out."""
        article = {name: field.text().strip() for name, field in self._article.items()}
        article["licence"] = self._article_licence.value()
        filled: Entry = {
            "id": self._id.text().strip(),
            "title": self._title.text().strip(),
            "description": self._description.text().strip(),
            "version": self._version.text().strip(),
            "language": self._language.value(),
            "authors": self._authors.lines(),
            "licence": self._licence.value(),
            "article": {name: value for name, value in article.items() if value},
        }
        entry = {**self._base, **filled}
        return {name: value for name, value in entry.items() if value not in ("", [], {}, None)}

    def show_problems(self, problems: "Sequence[FieldProblem]") -> None:
        """Say what is wrong, each at its field."""
        entry = self.entry()
        told = [
            each
            for each in problems
            if self._is_save_tried or each.field not in ("id", "title") or each.field in entry
        ]
        gives_focus, self._is_saving = self._is_saving, False
        self._problems.show_problems(say_at_fields(told, self._fields(), gives_focus=gives_focus))

    def _fields(self) -> Fields:
        article = {f"article.{name}": field for name, field in self._article.items()}
        return {
            "title": self._title,
            "id": self._id,
            "version": self._version,
            "description": self._description,
            "authors": self._authors,
            **article,
        }

    def _on_id_edited(self, text: str) -> None:
        self._is_id_own = bool(text.strip())
        self._on_changed()

    def _on_changed(self) -> None:
        if self._is_new and not self._is_id_own:
            title = self._title.text().strip()
            self._id.set_text(free_name(slug(title, "pack"), self._taken) if title else "")
        self._pause.start()
        self.changed.emit()
