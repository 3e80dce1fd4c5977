"""`packs`: what there is to learn."""

import argparse
from typing import TYPE_CHECKING

from quizapp.cli import output
from quizapp.cli.commands import (
    DONE,
    Command,
    install_bundled,
    no_arguments,
    open_workspace,
    wants_json,
)
from quizapp.translation import tr, tr_n

if TYPE_CHECKING:
    from quizapp.services.values import PackSummary


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (Command("packs", tr("list the packs of the library"), no_arguments, run),)


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


def _print(pack: "PackSummary") -> None:
    output.line(f"{pack.id}  {pack.version}  {pack.title}")
    questions = tr_n("{n} question", "{n} questions", pack.questions)
    facts = tr_n("{n} fact", "{n} facts", pack.facts)
    output.line(f"    {questions}, {facts}")
    for name, counts in ((tr("topics"), pack.topics), (tr("types"), pack.types)):
        output.line(f"    {name}: " + ", ".join(f"{key} {n}" for key, n in counts.items()))
