"""`learners`: who learns with this library."""

import argparse

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
from quizapp.translation import tr


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    summary = tr("list, add, rename, archive or bring back learners")
    return (Command("learners", summary, _add_arguments, run),)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=tr("list archived learners too"))
    parser.set_defaults(action=None)
    actions = parser.add_subparsers(title=tr("actions"), dest="action", metavar=tr("ACTION"))
    added = actions.add_parser("add", help=tr("add a learner"))
    added.add_argument("name", metavar="NAME")
    renamed = actions.add_parser("rename", help=tr("give a learner another name"))
    renamed.add_argument("name", metavar="OLD")
    renamed.add_argument("new_name", metavar="NEW")
    archived = actions.add_parser("archive", help=tr("hide a learner; every record is kept"))
    archived.add_argument("name", metavar="NAME")
    back = actions.add_parser("bring-back", help=tr("show an archived learner again"))
    back.add_argument("name", metavar="NAME")


def run(arguments: argparse.Namespace) -> int:
    """List the learners, or change one and show it."""
    if arguments.action is None:
        return _list(arguments)
    changes = {"add": _add, "rename": _rename, "archive": _archive, "bring-back": _bring_back}
    learner = changes[arguments.action](arguments)
    if wants_json(arguments):
        output.document(learner)
    else:
        _print(learner)
    return DONE


def _list(arguments: argparse.Namespace) -> int:
    with open_workspace(arguments) as workspace:
        learners = workspace.study.learners(archived=arguments.all)
    if wants_json(arguments):
        output.document(learners)
    else:
        for learner in learners:
            _print(learner)
    return DONE


def _add(arguments: argparse.Namespace) -> Learner:
    with open_workspace(arguments, create=True) as workspace:
        return workspace.study.add_learner(arguments.name, now())


def _rename(arguments: argparse.Namespace) -> Learner:
    with open_workspace(arguments) as workspace:
        learner = find_learner(workspace, arguments.name)
        return workspace.study.rename_learner(learner.id, arguments.new_name)


def _archive(arguments: argparse.Namespace, *, archived: bool = True) -> Learner:
    with open_workspace(arguments) as workspace:
        learner = find_learner(workspace, arguments.name)
        workspace.study.archive_learner(learner.id, now(), archived=archived)
    return msgspec.structs.replace(learner, archived=archived)


def _bring_back(arguments: argparse.Namespace) -> Learner:
    return _archive(arguments, archived=False)


def _print(learner: Learner) -> None:
    archived = "  " + tr("(archived)") if learner.archived else ""
    output.line(learner.name + archived)
