"""A section or a reference to be written."""

from collections.abc import Container
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.translation import tr
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.fields import TextField
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.painting import GRID
from quizapp.values.slugs import free_name, slug

Source = dict[str, str]


class SourceForm(Card):
    """`saved` gives it as files hold it. The id of one that exists stays: facts name it."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        kind: Literal["section", "reference"],
        source: Source | None,
        taken: Container[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._source = source or {}
        self._taken = taken
        self._text = TextField(tr("Title of the section") if kind == "section" else tr("Reference"))
        self._address = TextField(tr("Address"), tr("Where it can be read; may stay empty."))
        self._mark = TextField(tr("Mark"), tr("As the article numbers it: 1, 2, 3 …"))
        self._lay_out()
        self._text.set_text(self._source.get("title") or self._source.get("text", ""))
        self._address.set_text(self._source.get("address", ""))
        self._mark.set_text(self._source.get("id") or self._next_mark())
        self._began_with = self._typed()
        for field in (self._text, self._address, self._mark):
            field.returned.connect(self._on_save)
        self.setFocusProxy(self._text)

    def _lay_out(self) -> None:
        is_section = self._kind == "section"
        save = PrimaryButton(tr("Save section") if is_section else tr("Save reference"), "save")
        save.clicked.connect(self._on_save)
        cancel = Button(tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (save, cancel):
            flow.addWidget(button)
        self.body.setSpacing(2 * GRID)
        for part in (self._mark, self._text, self._address, buttons):
            self.body.addWidget(part)
        self._mark.setVisible(not is_section and not self._source)
        self._address.setVisible(not is_section)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that would be lost."""
        return self._typed() != self._began_with

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up an untouched form; what was typed is given up by its button only."""
        if event.key() == Qt.Key.Key_Escape and not self.is_changed:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> tuple[str, ...]:
        return self._text.text(), self._address.text(), self._mark.text()

    def _next_mark(self) -> str:
        number = 1
        while str(number) in self._taken:
            number += 1
        return str(number)

    def _on_save(self) -> None:
        text = self._text.text().strip()
        mark = self._mark.text().strip()
        is_new_mark = self._kind == "reference" and not self._source
        if is_new_mark and (not mark or mark in self._taken):
            self._mark.set_error(tr("Give it a mark that no other reference has."))
            self._mark.setFocus()
        elif not text:
            self._text.set_error(tr("This is empty. Write it."))
            self._text.setFocus()
        else:
            self.saved.emit(self._made(text, mark))

    def _made(self, text: str, mark: str) -> Source:
        if self._kind == "section":
            name = self._source.get("id") or free_name(slug(text, "section"), self._taken)
            return {"id": name, "title": text}
        made = {"id": mark, "text": text}
        address = self._address.text().strip()
        return {**made, "address": address} if address else made
