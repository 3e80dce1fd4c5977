"""What the forms that write questions are made of.

An *entry* is the dict of a question as its YAML holds it, also half-finished. Each part of a form
is a `FieldEditor` for one value of it; those for lists and records hold editors in turn. An editor
gives back what it was given, whatever that is, until a person changes it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.facts import AnyFact
from quizapp.packs import Manifest
from quizapp.ui.question_editors.paths import first_step, joined
from quizapp.ui.widgets.disclosure import open_around
from quizapp.ui.widgets.painting import GRID
from quizapp.ui.widgets.remark import RemarkLine, Tone
from quizapp.ui.widgets.reveal import reveal

Severity = Literal["error", "advice"]


class Problem(Protocol):
    """Something to mend, or to think about, at the field with the path `field`."""

    @property
    def field(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def remedy(self) -> str: ...
    @property
    def severity(self) -> Severity: ...


class Remark(NamedTuple):
    """A problem with its path from the editor that shows it; `is_due` once it is in the way.

    What is only missing from a question that has just been begun is no error yet.
    """

    path: str
    message: str
    remedy: str
    severity: Severity
    is_due: bool = True

    @property
    def words(self) -> str:
        return f"{self.message} {self.remedy}".strip()

    @property
    def tone(self) -> Tone:
        if self.severity == "advice":
            return "partly"
        return "wrong" if self.is_due else "quiet"


ImageNamed = Callable[[str], None]
"""Takes the name that an image has got in the pack."""


@dataclass
class FormContext:
    """What a form knows of the pack around its question.

    `add_image` takes a file's name, its bytes and whom to tell the name that the image has got in
    the pack; `add_fact` asks for a fact to be written. `look_around` asks for all facts and tags of
    the pack, of which at first only those are here that the question has: `context_changed` of the
    form tells that they have come.
    """

    facts: Sequence[AnyFact]
    manifest: Manifest
    add_image: Callable[[str, bytes, ImageNamed], None]
    add_fact: Callable[[], None]
    media: dict[str, bytes] = field(default_factory=dict)
    tags: Sequence[str] = ()
    is_new: bool = False
    look_around: Callable[[], None] = lambda: None


class RemarkList(QWidget):
    """Remarks below each other; takes no room while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, Tone]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self.hide()

    def show_remarks(self, remarks: Iterable[tuple[str, Tone]]) -> None:
        """Show these instead; what is shown already does not flicker."""
        wanted = list(dict.fromkeys(remarks))
        if wanted == self._shown:
            return
        self._shown = wanted
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for words, tone in wanted:
            line = RemarkLine(words, tone)
            self._column.addWidget(line)
            line.show()
        self.setVisible(bool(wanted))

    @property
    def words(self) -> str:
        """What is said, for screen readers."""
        return " ".join(words for words, _ in self._shown)


class FieldEditor(QWidget):
    """Edits one value of an entry.

    Subclasses say `tell` of every change by a person, and implement `read`, `show_value`,
    `show_problems` and `focus_path`.
    """

    changed = Signal(str)
    """The path, from this editor, of what a person has changed."""
    rearranged = Signal()
    """There are other things to stop at for Tab, or they stand in another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: Any = None
        self._is_changed = False
        self._is_showing = False
        # No focus proxy: Tab would stop at that too, and go round in circles once rows have moved.
        self.stop: QWidget = self

    def value(self) -> Any:  # noqa: ANN401
        """The value as JSON has it; None where the field is to be left out."""
        return self.read() if self._is_changed else self._given

    def set_value(self, value: Any) -> None:  # noqa: ANN401
        """Show `value`, whatever JSON holds there; nothing is told, and the focus stays."""
        if not same(value, self.value()):
            self._is_showing = True
            try:
                self.show_value(value)
            finally:
                self._is_showing = False
        self._given, self._is_changed = value, False

    def tell(self, path: str = "") -> None:
        """A person has changed what `path` leads to."""
        if not self._is_showing:
            self._is_changed = True
            self.changed.emit(path)

    def change(self, value: Any, path: str = "") -> None:  # noqa: ANN401
        """Show `value` as a person's change."""
        self.set_value(value)
        self.tell(path)

    def read(self) -> Any:  # noqa: ANN401
        """The value as it is on the screen."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Bring `value`, also of a kind that does not belong here, on the screen."""
        raise NotImplementedError

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        """Show what is wrong here, and nothing else any more; the focus stays."""
        raise NotImplementedError

    def focus_path(self, path: str) -> None:
        """Lead to what `path` names: open what hides it, and give it the focus."""
        del path
        self.show()
        open_around(self)
        self.stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        reveal(self)


class RecordEditor(FieldEditor):
    """Edits a dict, by an editor for each of the fields it knows; the others stay as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, FieldEditor] = {}
        self.remarks = RemarkList()
        self._record: dict[str, Any] = {}

    def add_field(self, name: str, editor: FieldEditor) -> None:
        """Let `editor` have the field `name`; where it stands is the layout's business."""
        self.fields[name] = editor
        editor.changed.connect(self._on_field_changed)
        editor.rearranged.connect(self.rearranged)

    def read(self) -> dict[str, Any] | None:
        """The dict; None where nothing is in it."""
        return dict(self._record) or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        self._record = dict(value) if isinstance(value, dict) else {}
        for name, editor in self.fields.items():
            editor.set_value(self.field_value(name))

    def field_value(self, name: str) -> Any:  # noqa: ANN401
        """What the dict has for the editor of the field `name`."""
        return self._record.get(name)

    def _on_field_changed(self, path: str) -> None:
        sender = self.sender()
        name = next((name for name, editor in self.fields.items() if editor is sender), "")
        if name:
            self.take_over(name)
            self.tell(joined(name, path))

    def take_over(self, *names: str) -> None:
        """Put what the editors of these fields hold into the dict."""
        for name in names:
            self.put_value(name, self.fields[name].value())

    def put_value(self, name: str, value: Any) -> None:  # noqa: ANN401
        """Let the dict have what the editor of the field `name` holds."""
        if value is None:
            self._record.pop(name, None)
        else:
            self._record[name] = value

    def show_problems(self, remarks: Sequence[Remark]) -> None:
        at_fields: dict[str, list[Remark]] = {name: [] for name in self.fields}
        own = []
        for remark in remarks:
            step, rest = first_step(remark.path)
            if step in at_fields:
                at_fields[step].append(remark._replace(path=rest))
            else:
                own.append((remark.words, remark.tone))
        self.remarks.show_remarks(own)
        for name, editor in self.fields.items():
            editor.show_problems(at_fields[name])

    def focus_path(self, path: str) -> None:
        step, rest = first_step(path)
        editor = self.fields.get(step) or next(iter(self.fields.values()))
        editor.focus_path(rest if step in self.fields else "")


def same(first: Any, second: Any) -> bool:  # noqa: ANN401
    """Whether two values of JSON are the same, and of the same kinds: 1 is not true."""
    return type(first) is type(second) and repr(first) == repr(second)


def text_of(value: Any) -> str:  # noqa: ANN401
    """`value` as text to be shown; "" for what is none."""
    if isinstance(value, str):
        return value
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else ""
