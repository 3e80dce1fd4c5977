"""`packs` and `import`: what there is to learn, and more of it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from quizapp.cli import output
from quizapp.cli.commands import (
    DONE,
    Command,
    install_bundled,
    no_arguments,
    now,
    open_workspace,
    wants_json,
)
from quizapp.translation import tr, tr_n

if TYPE_CHECKING:
    from quizapp.services.values import PackSummary


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (
        Command("packs", tr("list the packs of the library"), no_arguments, run),
        Command("import", tr("put packs into the library"), _add_folders, import_packs),
    )


def _add_folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folders", metavar="FOLDER", nargs="+", type=Path, help=tr("a pack's folder")
    )


def run(arguments: argparse.Namespace) -> int:
    """List the packs, the bundled ones included."""
    with open_workspace(arguments, create=True) as workspace:
        install_bundled(workspace)
        packs = workspace.library.packs()
    if wants_json(arguments):
        output.document(packs)
    else:
        for pack in packs:
            _print(pack)
    return DONE


def import_packs(arguments: argparse.Namespace) -> int:
    """Put in each pack, or bring it to that version; learners keep their records."""
    installed = []
    with open_workspace(arguments, create=True) as workspace:
        for folder in arguments.folders:
            counts = msgspec.structs.asdict(workspace.library.install(folder, now()))
            installed.append({"folder": str(folder), **counts})
            if not wants_json(arguments):
                words = tr("{new} new, {changed} changed, {unchanged} unchanged, {retired} retired")
                output.line(f"{folder}: {words.format(**counts)}")
    if wants_json(arguments):
        output.document(installed)
    return DONE


def _print(pack: "PackSummary") -> None:
    output.line(f"{pack.id}  {pack.version}  {pack.title}")
    questions = tr_n("{n} question", "{n} questions", pack.questions)
    facts = tr_n("{n} fact", "{n} facts", pack.facts)
    output.line(f"    {questions}, {facts}")
    for name, counts in ((tr("topics"), pack.topics), (tr("types"), pack.types)):
        output.line(f"    {name}: " + ", ".join(f"{key} {n}" for key, n in counts.items()))
