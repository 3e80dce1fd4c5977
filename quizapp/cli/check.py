"""`check`: what an author has to mend in a pack, be it a folder or a `.quizpack`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli import output
from quizapp.cli.commands import DONE, FAILED, Command, wants_json
from quizapp.translation import tr, tr_n

if TYPE_CHECKING:
    from quizapp.formats.native import Checked, PackProblem


def commands() -> tuple[Command, ...]:
    """The commands of this module."""
    return (Command("check", tr("find what is wrong in a pack"), _add_arguments, run),)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "pack", metavar="PACK", type=Path, help=tr("the pack's folder, or a .quizpack file")
    )


def run(arguments: argparse.Namespace) -> int:
    """Name every problem with its place; advice alone does not fail the pack."""
    # A pack is checked without a library, so without the services and their database.
    from quizapp.formats.native import check_pack

    checked = check_pack(arguments.pack)
    if wants_json(arguments):
        output.document(_document(arguments.pack, checked))
    else:
        for problem in checked.problems:
            output.line(_line(arguments.pack, problem))
        output.line(_sum(checked))
    return FAILED if checked.errors else DONE


def _document(folder: Path, checked: "Checked") -> dict[str, object]:
    pack = checked.pack
    return {
        "folder": str(folder),
        "sound": not checked.errors,
        "errors": len(checked.errors),
        "advice": len(checked.problems) - len(checked.errors),
        "pack": pack.manifest.id if pack else None,
        "questions": len(pack.questions) if pack else None,
        "facts": len(pack.facts) if pack else None,
        "problems": checked.problems,
    }


def _line(folder: Path, problem: "PackProblem") -> str:
    is_file_itself = problem.file == folder.name and folder.is_file()
    place = f"{folder if is_file_itself else folder / problem.file}:{problem.line}: "
    mark = tr("advice:") + " " if problem.severity == "advice" else ""
    words = f"{problem.message} {problem.remedy}"
    return place + mark + " ".join(words.split())


def _sum(checked: "Checked") -> str:
    errors = tr_n("{n} error", "{n} errors", len(checked.errors))
    advice = tr_n(
        "{n} piece of advice",
        "{n} pieces of advice",
        len(checked.problems) - len(checked.errors),
    )
    if checked.pack is None:
        return tr("The pack cannot be used: {errors}, {advice}.").format(
            errors=errors, advice=advice
        )
    questions = tr_n("{n} question", "{n} questions", len(checked.pack.questions))
    facts = tr_n("{n} fact", "{n} facts", len(checked.pack.facts))
    return tr("The pack is sound: {questions}, {facts}; {advice}.").format(
        questions=questions, facts=facts, advice=advice
    )
