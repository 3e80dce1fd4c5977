"""`scores`: what learners' sittings came to."""

import argparse
from typing import TYPE_CHECKING

import msgspec

from quizapp.cli import output
from quizapp.cli.commands import (
    DONE,
    Command,
    find_learner,
    now,
    open_workspace,
    wants_json,
)
from quizapp.people import Learner
from quizapp.translation import tr, tr_n

if TYPE_CHECKING:
    from quizapp.services.values import ProgressView, QuestionScore
    from quizapp.services.workspace import Workspace


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    summary = tr("show scores by sitting, topic and question")
    return (Command("scores", summary, _add_arguments, run),)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--learner", metavar="NAME", help=tr("of this learner alone"))


def run(arguments: argparse.Namespace) -> int:
    """Show one learner's scores, or everybody's."""
    with open_workspace(arguments) as workspace:
        learners = _learners(workspace, arguments.learner)
        moment = now()
        records = [
            (
                workspace.reports.progress(learner.id, moment),
                workspace.reports.question_scores(learner.id, moment),
            )
            for learner in learners
        ]
    if wants_json(arguments):
        output.document({"learners": [_record(*record) for record in records]})
    else:
        for record in records:
            _print(*record)
    return DONE


def _learners(workspace: "Workspace", name: str | None) -> tuple[Learner, ...]:
    if name is None:
        return workspace.study.learners(archived=True)
    return (find_learner(workspace, name),)


def _record(progress: "ProgressView", questions: "tuple[QuestionScore, ...]") -> dict[str, object]:
    return {
        "learner": progress.learner,
        "answers": progress.answers,
        "seconds": progress.seconds,
        "sittings": progress.sittings,
        "topics": progress.topics,
        "packs": [
            {
                "id": each.pack.id,
                "title": each.pack.title,
                "questions": each.pack.questions,
                "seen": each.seen,
                "mastery": each.mastery,
            }
            for each in progress.packs
        ],
        "questions": [msgspec.to_builtins(each) for each in questions],
    }


def _print(progress: "ProgressView", questions: "tuple[QuestionScore, ...]") -> None:
    from quizapp.cli.words import mastery_line, sitting_line
    from quizapp.values.shares import percent_words

    output.line(progress.learner.name)
    if not progress.sittings:
        output.line("  " + tr("No sitting is finished yet. Take one with: quizapp play"))
    for sitting in progress.sittings:
        output.line("  " + sitting_line(sitting))
    for topic in progress.topics:
        output.line("  " + mastery_line(topic))
    for each in questions:
        answers = tr_n("{n} answer", "{n} answers", each.answers)
        output.line(f"  {each.question}: {percent_words(each.mean_score)}, {answers}")
