"""The sheet that asks which tags questions get and lose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr, tr_n
from quizapp.ui.models.checks_model import Choice
from quizapp.ui.theme import TextRole
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.checks_list import ChecksList
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.headings import QuietText, TextLabel
from quizapp.ui.widgets.sheet import Sheet


class TagsSheet(Sheet):
    """`added` and `removed` are what was chosen; `tags` are those that there are already."""

    def __init__(
        self, count: int, tags: Sequence[tuple[str, int]], parent: QWidget | None = None
    ) -> None:
        title = tr_n("Tags of {n} question", "Tags of {n} questions", count)
        super().__init__(title, parent, icon_name="tag", tone="accent")
        self._add = TextField(tr("Add"), tr("New tags or known ones, with commas between them."))
        self._add.text_changed.connect(self._on_changed)
        self.body.addWidget(self._add)
        self._remove = ChecksList(tr("Remove"))
        self._remove.set_choices([Choice(tag, tag) for tag, _ in tags])
        self._remove.changed.connect(self._on_changed)
        if tags:
            self.body.addWidget(TextLabel(tr("Remove"), TextRole.BODY, bold=True))
            self.body.addWidget(self._remove)
            self.body.addWidget(QuietText(tr("Questions without these tags stay as they are.")))
        self.add_button(Button(tr("Cancel")), closes=False)
        self._go = PrimaryButton(tr("Change tags"))
        self.add_button(self._go, closes=True)
        self.set_default(self._go)
        self._add.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_changed()

    @property
    def added(self) -> tuple[str, ...]:
        """The tags that were typed, each once."""
        typed = (" ".join(part.split()) for part in self._add.text().split(","))
        return tuple(dict.fromkeys(filter(None, typed)))

    @property
    def removed(self) -> tuple[str, ...]:
        """The tags that were ticked and not typed as well."""
        return tuple(tag for tag in self._remove.value() if tag not in self.added)

    def _on_changed(self) -> None:
        self._go.setEnabled(bool(self.added or self.removed))
