"""Every page with believable data, in pictures to look at: `python tests/gallery.py OUT [SCENE…]`.

The real program on a real library: two sizes of window, three themes, both directions of writing,
and text at 200 %. From right to left the program speaks a made-up language in Hebrew letters, so
that what is not translated shows. Under a display (xcb) the window is real, else offscreen.
"""

import argparse
import gettext
import os
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from quizapp import translation
from quizapp.errors import LibraryDamagedError, QuizError
from quizapp.people import Learner
from quizapp.questions import AnyQuestion, EssayAnswer, type_name
from quizapp.quizzes.attempt import Confidence
from quizapp.quizzes.blueprint import Blueprint, Mode
from quizapp.services.values import BackupInfo, Sitting
from quizapp.services.workspace import Workspace, open_workspace
from quizapp.settings import Preferences, Theme, save_preferences
from quizapp.store.pack_store import PackStore
from quizapp.ui import messages
from quizapp.ui.application import Application
from quizapp.ui.pages.opening_page import OpeningPage
from quizapp.ui.pages.quiz_page import QuizPage
from quizapp.ui.pin_sheets import NewPinSheet, PinSheet
from quizapp.ui.widgets.score_plot import ScorePlot
from quizapp.ui.widgets.sheet import Sheet
from quizapp.ui.words import backup_words
from tests.answers import right_answer, wrong_answer
from tests.gallery_of_authors import editors, facts, folders, judging, library, packs
from tests.images import lighthouse
from tests.samples import IMAGE, sample_pack, sample_questions

SIZES = ((1366, 768), (1920, 1080))
LEARNERS = ("Aigul Serikova", "Noam Levi", "Айгүл Сәрсенбаева", "מרים כהן", "Zoë Ångström")
DAYS = 24
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


class Variant(NamedTuple):
    """How the program looks in a picture."""

    theme: Theme
    direction: Qt.LayoutDirection
    text_scale: int

    @property
    def name(self) -> str:
        """As it stands in the names of files."""
        side = "ltr" if self.direction == LTR else "rtl"
        return f"{self.theme}-{side}-{self.text_scale}"


VARIANTS = (
    *(
        Variant(theme, direction, 100)
        for theme in ("light", "dark", "contrast")
        for direction in (LTR, RTL)
    ),
    Variant("light", LTR, 200),
)


class MadeUpHebrew(gettext.NullTranslations):
    """English with every letter as a Hebrew one; `{fields}` stay, and so do the lengths."""

    _letters = str.maketrans(
        "abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתאבגד"
    )  # fmt: skip

    def gettext(self, message: str) -> str:
        """A made-up translation."""
        parts = re.split(r"(\{[^}]*\})", message)
        return "".join(
            part if part.startswith("{") else part.casefold().translate(self._letters)
            for part in parts
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The same with a number."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The same in a context."""
        return self.gettext(message)


# The library that the pictures show


def fill_library(location: str, now: datetime) -> None:
    """Learners, of whom the first has studied for some weeks and left a quiz open today."""
    with_history = open_workspace(location, now)
    learners = [with_history.study.add_learner(name, now) for name in LEARNERS]
    rng = random.Random(4)
    for day in range(DAYS, 0, -1):
        if rng.random() < 0.6:
            skill = 0.45 + 0.5 * (DAYS - day) / DAYS
            start = now - timedelta(days=day, minutes=rng.randint(0, 300))
            mode: Mode = "exam" if rng.random() < 0.25 else "practice"
            study(with_history, learners[0], Blueprint(seed=day, mode=mode), start, skill, rng)
    left_open = with_history.study.start(
        learners[0].id, Blueprint(seed=7), now - timedelta(hours=2)
    )
    answer_some(with_history, left_open, 4, now - timedelta(hours=2), 0.6, rng)
    with_history.close()


def study(
    workspace: Workspace,
    learner: Learner,
    blueprint: Blueprint,
    start: datetime,
    skill: float,
    rng: random.Random,
) -> None:
    """A whole sitting of somebody who knows the share `skill` of the answers."""
    sitting = workspace.study.start(learner.id, blueprint, start)
    count = len(sitting.questions)
    answer_some(workspace, sitting, count, start, skill, rng)
    workspace.study.finish(sitting.attempt.id, start + timedelta(seconds=20 * count))


def answer_some(
    workspace: Workspace,
    sitting: Sitting,
    count: int,
    start: datetime,
    skill: float,
    rng: random.Random,
) -> None:
    """The first `count` questions answered."""
    for presented in sitting.questions[:count]:
        knows = rng.random() < skill
        give = right_answer if knows else wrong_answer
        workspace.study.answer(
            sitting.attempt.id,
            presented.position,
            give(presented.question),
            seconds=rng.uniform(4, 30),
            confidence=Confidence.SURE if knows else Confidence.UNSURE,
            now=start + timedelta(seconds=20 * presented.position),
        )


# The program that is photographed


class Stage:
    """The program in one variant, led from page to page."""

    def __init__(self, app: QApplication, location: str, folder: Path, variant: Variant) -> None:
        preferences = folder / f"{variant.name}.json"
        save_preferences(
            Preferences(
                theme=variant.theme,
                text_scale=variant.text_scale,
                reduced_motion=True,
                last_learner=LEARNERS[0],
            ),
            preferences,
        )
        self._app = app
        self.program = Application(app, location, preferences)
        self.window = self.program.window
        app.setLayoutDirection(variant.direction)
        self.settle()
        self.program.learners.choose(self.workspace.study.learners()[0])
        self.settle()

    @property
    def workspace(self) -> Workspace:
        """The library that is open."""
        return self.program.session.workspace

    @property
    def learner(self) -> Learner:
        """Who is learning."""
        if self.program.seat.learner is None:
            raise RuntimeError("nobody is learning yet")
        return self.program.seat.learner

    def settle(self) -> None:
        """Wait until nothing is under way and everything is painted."""
        QTest.qWait(20)
        while self.program.runner.is_busy:
            QTest.qWait(5)
        QTest.qWait(20)

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so, and everything is painted."""
        while not is_so():
            QTest.qWait(20)
        self.settle()

    def page(self, name: str) -> Any:
        """A page by its name, shown."""
        self.window.show_page(name)
        self.settle()
        return self.window.page(name)

    def quiz_on(self, **choice: Any) -> QuizPage:
        """The quiz page at the start of a new sitting."""
        self.leave_quiz()
        sitting = self.workspace.study.start(
            self.learner.id, Blueprint(seed=11, **choice), datetime.now(UTC)
        )
        self.program.quizzes.show_sitting(sitting)
        self.settle()
        page = self.window.page("quiz")
        if not isinstance(page, QuizPage):
            raise TypeError("the quiz page is another one")
        return page

    def leave_quiz(self) -> None:
        """To the home page, whatever quiz is open."""
        page = self.window.page(self.window.current_page)
        if isinstance(page, QuizPage):
            page._course.leave()
        self.page("home")

    def answer(self, page: QuizPage, give: Callable[[AnyQuestion], Any]) -> None:
        """Fill in an answer, and check it."""
        self.fill_in(page, give)
        page._on_go()
        self.settle()

    @staticmethod
    def fill_in(page: QuizPage, give: Callable[[AnyQuestion], Any]) -> None:
        """Fill in an answer."""
        if page._widget is None:
            raise RuntimeError("no question is shown")
        page._widget.set_answer(give(page._widget.question))

    def close(self) -> None:
        """End the program."""
        self.program.close()
        self.window.deleteLater()
        self.settle()


Scene = Iterator[str]
"""Yields the name of each picture at the moment when it can be taken."""


def opening(stage: Stage) -> Scene:
    """While the library opens, and when it does not."""
    page: OpeningPage = stage.page("opening")
    page.show_progress(43_512, 100_000, "Making the bank from “Israel–Kazakhstan relations”")
    yield "opening"
    page.show_failure(
        LibraryDamagedError(
            "The file /home/aigul/library.quizdb is not a sound quizapp library: database disk "
            "image is malformed.",
            "It was left as it is. Restore a backup, or choose another library.",
        ),
        has_backups=True,
    )
    yield "opening-failed"


def learners(stage: Stage) -> Scene:
    """Nobody yet, a few, a class."""
    page = stage.page("learner")
    page.show_learners([])
    yield "learner-first"
    known = stage.workspace.study.learners()
    page.show_learners(known)
    yield "learner"
    page.show_problem(QuizError("“Aigul Serikova” is taken.", "Choose it from the list."))
    yield "learner-problem"
    class_ = [msgspec.structs.replace(known[0], name=f"Pupil {n:02}") for n in range(1, 31)]
    page.show_learners(class_)
    yield "learner-many"


def home(stage: Stage) -> Scene:
    """With a record, and for somebody new."""
    stage.page("home")
    yield "home"
    first = stage.learner
    stage.program.learners.choose(stage.workspace.study.learners()[-1])
    stage.settle()
    yield "home-first"
    stage.page("progress")
    yield "progress-empty"
    stage.program.learners.choose(first)
    stage.settle()


def new_quiz(stage: Stage) -> Scene:
    """Practice and exam."""
    page = stage.page("new")
    yield "new-practice"
    page._mode.set_value("exam")
    page._on_changed()
    stage.settle()
    yield "new-exam"


def questions(stage: Stage) -> Scene:
    """Each type: open, filled in and checked, right or not."""
    kinds = ("single_choice", "multiple_choice", "true_false", "short_text", "numeric", "date")
    others = ("ordering", "matching", "cloze", "hotspot", "essay")
    for number, kind in enumerate((*kinds, *others)):
        page = stage.quiz_on(types=(kind,), count=5)
        yield f"quiz-{kind}"
        stage.answer(page, wrong_answer if number % 2 else right_answer)
        yield f"quiz-{kind}-checked"
        page._course.leave()


def pictures_and_texts(stage: Stage) -> Scene:
    """Marks on a picture, with its regions and without them, and a text, from its first word on."""
    install(stage)
    for name, lead in (("hotspot", right_answer), ("hotspot-hidden", wrong_answer)):
        page = stage.quiz_on(types=("hotspot",), packs=(name,))
        yield f"quiz-{name}"
        stage.fill_in(page, lead)
        yield f"quiz-{name}-filled"
        page._on_go()
        stage.settle()
        yield f"quiz-{name}-checked"
        page._course.leave()
    page = stage.quiz_on(types=("essay",), packs=("hotspot",))
    text = EssayAnswer(text="In 1842, so that ships would not run aground.")
    stage.fill_in(page, lambda question: text)
    yield "quiz-essay"
    page._on_go()
    stage.settle()
    yield "quiz-essay-compared"
    stage.answer(page, right_answer)
    yield "quiz-essay-checked"
    page._course.leave()


def install(stage: Stage) -> None:
    """Put packs with a picture and a text into the library, once."""
    questions = {type_name(question): question for question in sample_questions()}
    hidden = msgspec.structs.replace(questions["hotspot"], show_regions=False)
    packs = {"hotspot": (questions["hotspot"], questions["essay"]), "hotspot-hidden": (hidden,)}
    known = {pack.id for pack in stage.workspace.library.packs()}
    for name, asked in packs.items():
        if name not in known:
            pack = sample_pack(asked)
            pack = msgspec.structs.replace(
                pack,
                manifest=msgspec.structs.replace(pack.manifest, id=name),
                media={IMAGE: lighthouse(720, 540)},
            )
            with stage.workspace._database.writing() as connection:
                PackStore(connection).install(pack, name, datetime.now(UTC), lambda done, of: None)


def exam(stage: Stage) -> Scene:
    """With a clock, something skipped, something flagged, a hint."""
    page = stage.quiz_on(mode="exam", count=20, time_limit=600)
    for number in range(6):
        if number == 2:
            page._on_skip()
            stage.settle()
        elif number == 4:
            page._course.flag()
            stage.settle()
        stage.answer(page, right_answer)
    page._on_hint()
    stage.settle()
    yield "quiz-exam"
    page._on_leave()
    yield "sheet-leave"
    page._on_end_reached()
    yield "sheet-hand-in"
    page._course.leave()


def result(stage: Stage) -> Scene:
    """What a quiz came to."""
    page = stage.quiz_on(count=10)
    for number in range(10):
        stage.answer(page, wrong_answer if number in (2, 5, 6) else right_answer)
        page._on_go()
        stage.settle()
    yield "result"
    shown = stage.window.page("result")
    bar = shown._column.verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(bar.maximum() // 2)
    yield "result-below"


def others(stage: Stage) -> Scene:
    """Progress, settings, about, and what is said in between."""
    page = stage.page("progress")
    stage.wait_for(lambda: page.findChildren(ScorePlot)[0].is_drawn)
    yield "progress"
    bar = page._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "progress-below"
    stage.page("settings")
    yield "settings"
    made = [
        BackupInfo(path="", made_at=datetime(2026, 3, n, 12, tzinfo=UTC), size=400_000 * n)
        for n in range(9, 0, -1)
    ]
    messages.choose(
        stage.window,
        "Which backup should take the library's place?",
        "What is in the library now is kept beside the backups.",
        [backup_words(each) for each in made],
        "Restore",
        danger=True,
    )
    yield "sheet-restore"
    stage.page("about")
    yield "about"
    stage.window.help_requested.emit()
    yield "sheet-keys"
    messages.show_error(stage.window, QuizError("The library is locked.", "Close that program."))
    yield "sheet-error"
    messages.show_bug(stage.window, ValueError("a sample of a bug"))
    yield "sheet-bug"
    stage.window.banner.say("Backed up to /home/aigul/backups/library.quizdb.")
    yield "banner"


def locks(stage: Stage) -> Scene:
    """The teacher's PIN: set, asked for, wrong, and what it locks."""
    lock, window = stage.program.lock, stage.window
    page = stage.page("settings")
    bar = page._column.verticalScrollBar()
    bar.setValue(bar.maximum())
    yield "settings-below"
    messages.show_sheet(NewPinSheet("New PIN for teachers", window))
    yield "sheet-new-pin"
    lock.set_pin("2718", stage.settle)
    window.resize(*SIZES[0])
    stage.wait_for(lambda: lock.has_pin)
    bar.setValue(bar.maximum())
    yield "settings-pin"
    lock.lock_now()
    yield "locked-page"
    stage.page("home")
    yield "locked-rail"
    lock.ask(window)
    yield "sheet-pin"
    lock.ask(window)
    for sheet in window.findChildren(PinSheet):
        sheet.show_wrong(8)
    yield "sheet-pin-wrong"
    lock.remove_pin()


def drop(stage: Stage) -> Scene:
    """Packs that are dragged over the window."""
    stage.page("home")
    stage.window._drop_cover.show_for(["israel-kazakhstan-relations.quizpack", "a", "b"])
    yield "drop"
    stage.window._drop_cover.hide()


SCENES: tuple[Callable[[Stage], Scene], ...] = (
    opening, learners, home, new_quiz, questions, exam, result, others,
    locks, drop, library, editors, facts, packs, folders, judging, pictures_and_texts,
)  # fmt: skip


def take(window: QWidget, sheet: QDialog | None) -> QPixmap:
    """The window, with the sheet that stands before it."""
    picture = window.grab()
    if sheet is not None:
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 60))
        shown = sheet.grab()
        middle = picture.rect().center() - shown.rect().center()
        painter.drawPixmap(QPoint(middle.x(), middle.y()), shown)
        painter.end()
    return picture


def photograph(
    app: QApplication, location: str, folder: Path, out: Path, variant: Variant, wanted: set[str]
) -> int:
    """All scenes in one variant; how many pictures were saved."""
    is_rtl = variant.direction == RTL
    translation._catalogue = MadeUpHebrew() if is_rtl else gettext.NullTranslations()
    sheets: list[Sheet] = []

    def show_only(sheet: Sheet) -> bool:
        sheet.show()
        sheets.append(sheet)
        return False

    messages._accepted = show_only
    stage = Stage(app, location, folder, variant)
    saved = 0
    for scene in SCENES:
        if wanted and scene.__name__ not in wanted:
            continue
        for name in scene(stage):
            for width, height in SIZES:
                stage.window.resize(width, height)
                stage.settle()
                picture = take(stage.window, sheets[-1] if sheets else None)
                picture.save(str(out / f"{name}-{variant.name}-{width}x{height}.png"))
                saved += 1
            while sheets:
                sheets.pop().deleteLater()
    stage.close()
    return saved


def main(out: Path, wanted: Iterable[str]) -> None:
    """Save all pictures, or those of some scenes, to `out`."""
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    saved = 0
    with tempfile.TemporaryDirectory() as folder:
        for variant in VARIANTS:
            location = Path(folder) / f"{variant.name}.quizdb"
            fill_library(str(location), datetime.now(UTC))
            saved += photograph(app, str(location), Path(folder), out, variant, set(wanted))
    print(f"{saved} pictures in {out}")


if __name__ == "__main__":
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("scenes", nargs="*", choices=[[], *(each.__name__ for each in SCENES)])
    given = parser.parse_args()
    main(given.out, given.scenes)
