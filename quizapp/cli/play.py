"""`play`: a sitting in the terminal, over the same engine as the window."""

import argparse
import shlex
import sys
from typing import TYPE_CHECKING

from quizapp.cli import output
from quizapp.cli.commands import (
    DONE,
    Command,
    UsageError,
    install_bundled,
    now,
    open_workspace,
    wants_json,
)
from quizapp.errors import QuizError
from quizapp.translation import tr

if TYPE_CHECKING:
    from quizapp.cli.lines import Lines
    from quizapp.people import Learner
    from quizapp.quizzes.blueprint import Blueprint
    from quizapp.services.values import Sitting
    from quizapp.services.workspace import Workspace

CHOICES = (
    "pack",
    "mode",
    "count",
    "seed",
    "topic",
    "type",
    "difficulty",
    "time_limit",
)
"""What makes a new sitting, and cannot change one that is resumed."""

_NO = ("n", "no")

MAX_SEED = 2**53 - 1
"""The largest that every JSON reader keeps exact."""


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (Command("play", tr("take a quiz in the terminal"), _add_arguments, run),)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--learner", metavar="NAME", help=tr("who learns; an unknown name is added"))
    add("--resume", action="store_true", help=tr("go on with the sitting that was left last"))
    add("--pack", metavar="ID", action="append", help=tr("ask from this pack; may be repeated"))
    add("--mode", metavar="MODE", help=tr("practice (as without) or exam"))
    add("--count", metavar="N", type=int, help=tr("how many questions (10 without)"))
    add("--seed", metavar="N", type=int, help=tr("makes the draw repeatable"))
    add("--topic", metavar="TOPIC", action="append", help=tr("only this topic; may be repeated"))
    add("--type", metavar="TYPE", action="append", help=tr("only this type; may be repeated"))
    add(
        "--difficulty",
        metavar="1…5",
        type=int,
        action="append",
        help=tr("only this difficulty; may be repeated"),
    )
    add("--time-limit", metavar="MINUTES", type=float, help=tr("ends an exam after this time"))


def run(arguments: argparse.Namespace) -> int:
    """Ask, answer, grade, until the sitting is over, the learner leaves or the input ends."""
    from quizapp.cli.course import Course
    from quizapp.cli.lines import Lines

    blueprint = _blueprint(arguments)
    with open_workspace(arguments, create=True) as workspace:
        install_bundled(workspace)
        learner = _learner(workspace, arguments.learner)
        lines = Lines(sys.stdin)
        go_on = _go_on_command(arguments, learner)
        if wants_json(arguments):
            from quizapp.cli.json_transcript import JsonTranscript

            sitting = _sitting(workspace, learner, blueprint)
            Course(workspace.study, lines, JsonTranscript(go_on), sitting).run()
        else:
            from quizapp.cli.text_transcript import TextTranscript

            if blueprint is not None and _goes_on(workspace, learner, lines):
                blueprint = None
            sitting = _sitting(workspace, learner, blueprint)
            Course(workspace.study, lines, TextTranscript(go_on), sitting).run()
    return DONE


def _goes_on(workspace: "Workspace", learner: "Learner", lines: "Lines") -> bool:
    """Whether the person at the terminal takes up the sitting that was left last."""
    left = workspace.study.home(learner.id, now()).open_sittings if lines.are_typed() else ()
    if not left:
        return False
    output.line(
        tr("You left a quiz at question {n} of {count}. Your answers were kept.").format(
            n=left[0].position + 1, count=left[0].questions
        )
    )
    output.prompt(tr("Go on with it? (Enter, or n for a new one)") + " ")
    return (lines.next() or "").strip().casefold() not in _NO


def _blueprint(arguments: argparse.Namespace) -> "Blueprint | None":
    """What to ask; None to resume."""
    from quizapp.questions import QUESTION_TYPES
    from quizapp.quizzes.blueprint import DEFAULT_COUNT, MAX_COUNT, MODES, Blueprint
    from quizapp.values.topics import TOPICS

    if arguments.resume:
        _refuse_choices(arguments)
        return None
    _check_known(tr("mode"), [arguments.mode] if arguments.mode is not None else [], MODES)
    _check_known(tr("topic"), arguments.topic or [], TOPICS)
    _check_known(tr("type"), arguments.type or [], tuple(QUESTION_TYPES))
    count = DEFAULT_COUNT if arguments.count is None else arguments.count
    _check_range("--count", count, 1, MAX_COUNT)
    for difficulty in arguments.difficulty or []:
        _check_range("--difficulty", difficulty, 1, 5)
    return Blueprint(
        seed=_seed(arguments.seed),
        mode=arguments.mode or MODES[0],
        count=count,
        packs=tuple(arguments.pack or ()),
        topics=tuple(arguments.topic or ()),
        types=tuple(arguments.type or ()),
        difficulties=tuple(arguments.difficulty or ()),
        time_limit=_time_limit(arguments),
    )


def _refuse_choices(arguments: argparse.Namespace) -> None:
    for name in CHOICES:
        if getattr(arguments, name) is not None:
            option = "--" + name.replace("_", "-")
            raise UsageError(
                tr("{option} cannot change the sitting that --resume goes on with.").format(
                    option=option
                )
            )


def _check_known(what: str, given: list[str], known: tuple[str, ...]) -> None:
    for name in given:
        if name not in known:
            raise UsageError(
                tr("There is no {what} “{name}”. Choose from: {known}.").format(
                    what=what, name=name, known=", ".join(known)
                )
            )


def _check_range(option: str, number: float, least: int, most: int) -> None:
    if not least <= number <= most:
        raise UsageError(
            tr("{option} takes a number from {least} to {most}.").format(
                option=option, least=least, most=most
            )
        )


def _seed(given: int | None) -> int:
    from quizapp.quizzes.blueprint import new_seed

    if given is None:
        return new_seed()
    _check_range("--seed", given, 0, MAX_SEED)
    return given


def _time_limit(arguments: argparse.Namespace) -> int | None:
    """In seconds."""
    from quizapp.quizzes.blueprint import MAX_TIME_LIMIT

    minutes: float | None = arguments.time_limit
    if minutes is None:
        return None
    if arguments.mode != "exam":
        raise UsageError(tr("--time-limit is for exams: add --mode exam."))
    if not 1 / 60 <= minutes <= MAX_TIME_LIMIT / 60:
        raise UsageError(
            tr("--time-limit takes minutes, up to {most}.").format(most=MAX_TIME_LIMIT // 60)
        )
    return round(minutes * 60)


def _learner(workspace: "Workspace", name: str | None) -> "Learner":
    """The learner of that name, added where unknown; without a name the only one there is."""
    from quizapp.people import name_key

    learners = workspace.study.learners(archived=name is not None)
    if name is None:
        if len(learners) == 1:
            return learners[0]
        names = ", ".join(learner.name for learner in learners)
        raise UsageError(
            tr("Say who learns, with --learner NAME: {names}.").format(names=names)
            if names
            else tr("Say who learns, with --learner NAME.")
        )
    known = {name_key(learner.name): learner for learner in learners}
    return known.get(name_key(name)) or workspace.study.add_learner(name, now())


def _sitting(
    workspace: "Workspace", learner: "Learner", blueprint: "Blueprint | None"
) -> "Sitting":
    if blueprint is not None:
        _check_packs(workspace, blueprint.packs)
        return workspace.study.start(learner.id, blueprint, now())
    left = workspace.study.home(learner.id, now()).open_sittings
    if not left:
        raise QuizError(
            tr("{name} has no sitting to go on with.").format(name=learner.name),
            tr("Start one: leave --resume away."),
        )
    return workspace.study.resume(left[0].attempt, now())


def _check_packs(workspace: "Workspace", ids: tuple[str, ...]) -> None:
    known = [pack.id for pack in workspace.library.packs()]
    for pack in ids:
        if pack not in known:
            raise QuizError(
                tr("There is no pack “{pack}” in this library.").format(pack=pack),
                tr("Choose from: {known}.").format(known=", ".join(known)),
            )


def _go_on_command(arguments: argparse.Namespace, learner: "Learner") -> str:
    words = ["quizapp", "play", "--resume", "--learner", learner.name]
    library = getattr(arguments, "library", "")
    if library:
        words += ["--library", library]
    return shlex.join(words)
