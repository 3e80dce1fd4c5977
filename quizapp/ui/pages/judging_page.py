"""Texts that learners wrote and the teacher judges, one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.services.values import WaitingEssay
from quizapp.translation import tr, tr_n
from quizapp.ui import messages
from quizapp.ui.page import Page
from quizapp.ui.panels.judging_panel import Judgement, JudgingPanel, no_judgement
from quizapp.ui.panels.judging_side import JudgingBox, JudgingSide, Key, by_question, key_of
from quizapp.ui.theme import scaled
from quizapp.ui.widgets.buttons import Button, PrimaryButton
from quizapp.ui.widgets.column import Column
from quizapp.ui.widgets.empty_state import EmptyState
from quizapp.ui.widgets.flow_layout import FlowLayout
from quizapp.ui.widgets.foot import Foot
from quizapp.ui.widgets.headings import TextLabel
from quizapp.ui.widgets.page_head import PageHead
from quizapp.ui.widgets.painting import GRID, TOUCH_HEIGHT
from quizapp.ui.widgets.points_rows import digit_of, sum_words

WIDE = 860
"""Below this width, in pixels at 100 % text size, a box takes the place of the list."""


class JudgingPage(Page):
    """Asks by `refresh_requested`, which `show_waiting` answers; a judgement that was asked for is
    answered by `show_judged` or `show_failed`.

    What was judged since the page was made stays in the list, and can be changed there.
    """

    refresh_requested = Signal()
    judge_requested = Signal(int, int, object, str)
    """Sitting, position, the points for each criterion, and the comment."""
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Judge texts")
        self._essays: dict[Key, WaitingEssay] = {}
        self._judged: dict[Key, Judgement] = {}
        self._begun: dict[Key, Judgement] = {}
        self._chosen: Key | None = None
        self._panel: JudgingPanel | None = None
        self._saving: tuple[Key, Judgement] | None = None
        self._side = JudgingSide()
        self._box = JudgingBox()
        self._head = PageHead(self.title)
        self._sum = TextLabel(bold=True, wraps=False)
        self._save = PrimaryButton("", "check")
        self._skip = Button(tr("Skip"), "skip-forward")
        self._lay_out()
        self._connect()
        self._show_counts()

    def _lay_out(self) -> None:
        self._column = Column()
        self._content = QVBoxLayout()
        for part in (self._head, self._box):
            self._column.body.addWidget(part)
        self._column.body.addLayout(self._content, 1)
        self._foot = Foot(self._column)
        holder = QWidget()
        flow = FlowLayout(holder)
        self._sum.setMinimumHeight(TOUCH_HEIGHT)
        for item in (self._save, self._skip, self._sum):
            flow.addWidget(item)
        self._foot.row.addWidget(holder, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._column)
        right.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)
        self._foot.hide()

    def _connect(self) -> None:
        self._head.back_requested.connect(self.back_requested)
        self._save.clicked.connect(self._on_save)
        self._skip.clicked.connect(self._on_skip)
        for side in (self._side, self._box):
            side.chosen.connect(self._choose)
        for keys, deed in (
            ("Ctrl+Return", self._on_save),
            ("Ctrl+Enter", self._on_save),
            ("Alt+S", self._on_skip),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def help_keys(self) -> list[tuple[str, str]]:
        """The keys of giving points and going on."""
        return [
            ("0–9", tr("Give so many points, and go to the next criterion")),
            (tr("Ctrl+Enter"), tr("Save the judgement, and go to the next text")),
            (tr("Alt+S"), tr("Skip this text for now")),
            ("↑ ↓", tr("In the list: go from text to text")),
            (tr("Esc"), tr("Go back")),
        ]

    # What is shown

    def entered(self) -> None:
        """Ask for what waits now."""
        self.refresh_requested.emit()

    def show_waiting(self, waiting: Sequence[WaitingEssay]) -> None:
        """The texts that wait. What was begun stays, as long as its text is there."""
        self._keep()
        kept = {key: essay for key, essay in self._essays.items() if key in self._judged}
        self._essays = {**kept, **{key_of(each): each for each in waiting}}
        for essay in waiting:
            self._judged.pop(key_of(essay), None)
        self._begun = {key: begun for key, begun in self._begun.items() if key in self._essays}
        groups = by_question(list(self._essays.values()))
        self._essays = {key_of(essay): essay for group in groups for essay in group}
        words = {key: self._points_words(key) for key in self._judged}
        for side in (self._side, self._box):
            side.show_essays(groups, words)
        chosen = self._chosen if self._chosen in self._essays else None
        self._panel = None
        self._show(chosen or self._next_waiting())

    def show_judged(self, attempt: int, position: int) -> None:
        """It is saved: go on with the next one that waits."""
        key = (attempt, position)
        saving, self._saving = self._saving, None
        if saving is None or key not in self._essays:
            return
        is_change = key in self._judged
        self._judged[key] = saving[1]
        self._begun.pop(key, None)
        points = self._points_words(key)
        self._side.show_points(key, points)
        self._box.show_points(key, points)
        if key == self._chosen and not is_change:
            self._show(self._next_waiting())
            return
        self._show_counts()
        if key == self._chosen:
            self._sum.set_text(tr("Saved: {points}").format(points=points))

    def show_failed(self) -> None:
        """It could not be saved; what was given stays."""
        self._saving = None

    def may_leave(self) -> bool:
        """Asks where a judgement is begun and not saved."""
        self._keep()
        if not self._begun:
            return True
        left = messages.ask(
            self,
            tr("Leave without saving?"),
            tr_n(
                "{n} judgement is begun and not saved yet.",
                "{n} judgements are begun and not saved yet.",
                len(self._begun),
            ),
            tr("Leave it"),
            tr("Go on judging"),
            danger=True,
        )
        if left:
            self._begun = {}
            self._show(self._chosen)
        return left

    def _show(self, key: Key | None) -> None:
        """Show a text, or that nothing waits; who goes through the list stays there."""
        is_browsing = self._side.has_focus() or self._box.has_focus()
        while item := self._content.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._chosen = key
        self._panel = self._made_panel(key) if key is not None else None
        content = self._panel or self._nothing()
        self._content.addWidget(content, 1)
        content.show()  # at once, so that it can take the focus
        for side in (self._side, self._box):
            side.set_chosen(key)
        self._show_counts()
        self._column.scroll_to_top()
        if is_browsing or not self.isVisible():
            return
        if self._panel is not None:
            self._panel.points.focus_open()
        elif isinstance(content, EmptyState):
            content.focus_action()

    def _made_panel(self, key: Key) -> JudgingPanel:
        essay = self._essays[key]
        begun = self._begun.get(key) or self._judged.get(key) or no_judgement(essay.question)
        panel = JudgingPanel(essay, begun)
        panel.changed.connect(self._show_counts)
        panel.completed.connect(self._on_completed)
        return panel

    def _nothing(self) -> EmptyState:
        judged = len(self._judged)
        done = tr_n(
            "You have judged {n} text. Choose it in the list to change that.",
            "You have judged {n} texts. Choose one in the list to change that.",
            judged,
        )
        why = tr(
            "Texts that learners write come here, where the question says that the teacher judges "
            "them. Those of an exam come once it is handed in."
        )
        empty = EmptyState(
            "circle-check",
            tr("Nothing waits to be judged."),
            done if judged else why,
            tr("Back to the library"),
        )
        empty.action_requested.connect(self.back_requested)
        return empty

    def _show_counts(self) -> None:
        """What is given, what can be done, and how many wait."""
        waiting = len(self._essays) - len(self._judged)
        note = tr_n("{n} text waits", "{n} texts wait", waiting)
        self._head.set_note(note if waiting else "")
        self._foot.setVisible(self._panel is not None)
        if self._panel is not None and self._chosen is not None:
            question = self._essays[self._chosen].question
            given = sum(points or 0.0 for points in self._panel.judgement().points)
            self._sum.set_text(sum_words(given, question.possible))
            self._save.setText(self._save_words())
            self._skip.setVisible(self._next_waiting() not in (None, self._chosen))
        self._fit()

    def _save_words(self) -> str:
        if self._chosen in self._judged:
            return tr("Save the change")
        is_last = len(self._essays) - len(self._judged) == 1
        return tr("Save judgement") if is_last else tr("Save judgement and next")

    def _points_words(self, key: Key) -> str:
        given = sum(points or 0.0 for points in self._judged[key].points)
        return sum_words(given, self._essays[key].question.possible)

    # Going on

    def _next_waiting(self) -> Key | None:
        """The next text after the chosen one that waits, from the top again at the end."""
        keys = list(self._essays)
        start = keys.index(self._chosen) + 1 if self._chosen in self._essays else 0
        around = keys[start:] + keys[:start]
        return next((key for key in around if key not in self._judged), None)

    def _keep(self) -> None:
        """Remember what is given on the screen."""
        if self._panel is None or self._chosen is None:
            return
        key, given = self._chosen, self._panel.judgement()
        saved = self._judged.get(key) or no_judgement(self._essays[key].question)
        if given == saved or given.is_empty:
            self._begun.pop(key, None)
        else:
            self._begun[key] = given

    def _choose(self, key: Key) -> None:
        if key != self._chosen:
            self._keep()
            self._show(key)

    def _on_skip(self) -> None:
        following = self._next_waiting()
        if following is not None:
            self._choose(following)

    def _on_completed(self) -> None:
        self._save.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_save(self) -> None:
        if self._panel is None or self._chosen is None or self._saving is not None:
            return
        points = self._panel.points.judged()
        if points is None:
            self._sum.set_text(tr("Give points for each criterion first."))
            self._panel.points.focus_open()
            return
        judgement = self._panel.judgement()
        self._saving = (self._chosen, judgement)
        attempt, position = self._chosen
        self.judge_requested.emit(attempt, position, points, judgement.comment)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; digits that no field has taken are points."""
        digit = digit_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif digit is not None and self._panel is not None:
            self._panel.points.take_digit(digit)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        is_wide = self.width() >= scaled(WIDE)
        self._side.setVisible(is_wide and bool(self._essays))
        self._box.setVisible(not is_wide and bool(self._essays))
        self._content.setSpacing(2 * GRID)
